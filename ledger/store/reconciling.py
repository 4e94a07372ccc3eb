"""Findings, as events: those that are new or say something else, and those that hold no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from ledger.records import Finding
from ledger.store.bodies import ReconciledBody, WithdrawnBody
from ledger.store.canonical import canonical, parsed
from ledger.store.chain import Draft, append
from ledger.store.projection import apply
from ledger.store.rows import among, mapped, parts
from ledger.store.spelling import finding_spelled
from ledger.store.tables import DOCUMENTS, EVENTS, FINDINGS

_SUBJECT = "findings"


class Compared(NamedTuple):
    """What comparing all claims came to."""

    findings: int = 0
    fresh: int = 0
    withdrawn: int = 0


def through(connection: Connection) -> int:
    """The event that last changed which claims stand; 0 when there is none."""
    return int(connection.execute(select(func.max(DOCUMENTS.c.event))).scalar() or 0)


class Last(NamedTuple):
    """The last time that claims were compared: through which event, by which rules, and the hash of the event that says so."""

    through: int
    rules: str
    hash: str


def last(connection: Connection) -> Last | None:
    """When claims were last compared; None when they never were."""
    query = select(EVENTS.c.body, EVENTS.c.hash).where(EVENTS.c.subject == _SUBJECT, EVENTS.c.kind == "reconciled")
    row = connection.execute(query.order_by(EVENTS.c.seq.desc()).limit(1)).first()
    if row is None:
        return None
    body = parsed(row.body)
    return Last(body["through"], body["rules"], row.hash)


def is_due(connection: Connection, rules: str) -> bool:
    """Whether claims have changed, or the rules, since they were last compared."""
    before = last(connection)
    return ((before.through, before.rules) if before else (0, rules)) != (through(connection), rules)


def compare(
    connection: Connection, findings: Sequence[Finding], seen: int, rules: str, by: str, at: str, only: Collection[str] | None = None
) -> Compared:
    """Append what ``findings`` change, and bring the tables up to date; the caller holds the lock.

    They are all that the claims up to the event ``seen`` (see ``through``) come to; or all that have a fingerprint of ``only``,
    and those of other fingerprints stand as they are.
    """
    query = select(FINDINGS.c.fingerprint, EVENTS.c.body).join_from(FINDINGS, EVENTS, FINDINGS.c.event == EVENTS.c.seq)
    query = query.where(FINDINGS.c.current)
    if only is None:
        held, others = mapped(connection.execute(query)), 0
    else:
        narrowed = (query.where(among(connection, FINDINGS.c.fingerprint, part)) for part in parts(only))
        held = {fingerprint: body for each in narrowed for fingerprint, body in connection.execute(each)}
        others = int(connection.execute(select(func.count()).select_from(FINDINGS).where(FINDINGS.c.current)).scalar() or 0) - len(held)
    drafts = list(_changes(findings, held))
    counts = [sum(draft.kind == kind for draft in drafts) for kind in ("finding", "withdrawn")]
    done: ReconciledBody = {"through": seen, "rules": rules, "findings": others + len(findings)}
    apply(connection, append(connection, [*drafts, Draft("reconciled", _SUBJECT, canonical(done))], by, at))
    return Compared(others + len(findings), *counts)


def _changes(findings: Sequence[Finding], held: dict[str, str]) -> Iterator[Draft]:
    found = set()
    for finding in findings:
        body = finding_spelled(finding)
        found.add(finding.fingerprint)
        if held.get(finding.fingerprint) != body:
            yield Draft("finding", finding.fingerprint, body)
    for fingerprint in sorted(held.keys() - found):
        yield Draft("withdrawn", fingerprint, canonical(WithdrawnBody(reason="its claims are no longer found, or agree now")))
