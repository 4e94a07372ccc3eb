"""Blind double review: a reviewer is not told what another has said before they have ruled themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, case, func, literal, select, tuple_

from ledger.records import Decision
from ledger.store import standing
from ledger.store.history import Entry
from ledger.store.queries import Filter, Key, Row, chosen, found, wishes, wishes_of_findings
from ledger.store.queue import queue
from ledger.store.rows import among
from ledger.store.search import holds
from ledger.store.sight import RULINGS
from ledger.store.tables import CLAIMS, DECISIONS, DOCUMENTS, FINDINGS, REVIEWERS

_SAID = ("decision", "undo", "redo")


def told(said: Sequence[Decision], row: Row, by: str) -> list[Decision]:
    """Of what was ``said`` of a claim or a finding what ``by`` may know: of others not even notes before they have ruled.

    Of a disagreement it is all; ``row`` is how the thing stands in all eyes.
    """
    mine = any(each.reviewer == by and each.undone is None and each.action in RULINGS for each in said)
    return list(said) if mine or row.status == standing.DISAGREEMENT else [each for each in said if each.reviewer == by]


def kept_back(entries: Sequence[Entry], said: Sequence[Decision], by: str) -> list[Entry]:
    """``entries`` of the history of a thing without what of others is not in ``said``, the decisions on it that ``by`` may know."""
    known = {each.seq for each in said}
    return [entry for entry in entries if entry.by == by or entry.kind not in _SAID or entry.body.get("decision", entry.seq) in known]


def second(
    connection: Connection, by: str, after: Key | None, size: int, filter: Filter | None, backwards: bool = False
) -> list[Row]:
    """The queue of ``by`` in pages as ``queue`` has them: what nobody has decided, what reviewers disagree on, what one other decided."""
    wanted = replace(filter or Filter(), eyes=by)
    rows = [*queue(connection, after, size, wanted, backwards), *_once(connection, after, size, wanted, backwards)]
    rows = sorted(rows, key=lambda row: row.key)
    return rows[-size:] if backwards else rows[:size]


def _once(connection: Connection, after: Key | None, size: int, wanted: Filter, backwards: bool) -> list[Row]:
    """A page of the claims and findings on which one other reviewer has ruled, and nobody else, by the turn that they would have."""
    keys = [(key, "claim") for key in _claims(connection, after, size, wanted, backwards)]
    findings = select(FINDINGS.c.seq, FINDINGS.c.severity, FINDINGS.c.weight).where(FINDINGS.c.current, FINDINGS.c.turn.is_(None))
    findings = findings.where(FINDINGS.c.seq.in_(_lineages("finding", wanted.eyes)), *wishes_of_findings(connection, wanted))
    for row in connection.execute(findings):
        key = Key(standing.finding_turn(True, standing.OPEN, row.severity, row.weight) or 0, row.seq)
        if after is None or (key < after if backwards else key > after):
            keys.append((key, "finding"))
    page = {key.seq: (key, of) for key, of in sorted(keys, reverse=backwards)[:size]}
    rows, shown = list[Row](), Filter(old=True, eyes=wanted.eyes)
    for of, table, query in (("claim", CLAIMS, chosen(connection, shown)), ("finding", FINDINGS, found(connection, shown))):
        seqs = [seq for seq, (_, what) in page.items() if what == of]
        rows += [_row(row, page[row.seq][0]) for row in connection.execute(query.where(among(connection, table.c.seq, seqs)))]
    return sorted(rows, key=lambda row: row.key, reverse=backwards)


def _claims(connection: Connection, after: Key | None, size: int, wanted: Filter, backwards: bool) -> list[Key]:
    """The places of the claims of such a page."""
    changed, fresh = (standing.claim_turn(True, standing.UNREVIEWED, reason, 0) for reason in ("changed", ""))
    turn = case((CLAIMS.c.reason != "", changed), else_=fresh) - CLAIMS.c.weight
    query = select(turn, CLAIMS.c.seq).where(CLAIMS.c.current, CLAIMS.c.turn.is_(None))
    query = query.where(CLAIMS.c.lineage.in_(_lineages("claim", wanted.eyes)))
    query = query.where(*wishes(wanted, in_turn=True), holds(connection, wanted.words))
    query = query.join(DOCUMENTS, CLAIMS.c.document == DOCUMENTS.c.seq) if wanted.document else query
    if after is not None:
        here, edge = tuple_(turn, CLAIMS.c.seq), tuple_(literal(after.turn), literal(after.seq))
        query = query.where(here < edge if backwards else here > edge)
    order = [each.desc() if backwards else each for each in (turn, CLAIMS.c.seq)]
    return [Key(*row) for row in connection.execute(query.order_by(*order).limit(size))]


def _row(row: Any, key: Key) -> Row:
    return Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, key)


def _lineages(of: str, by: str) -> Any:
    query = select(DECISIONS.c.lineage).join_from(DECISIONS, REVIEWERS)
    query = query.where(DECISIONS.c.of == of, DECISIONS.c.undone.is_(None), DECISIONS.c.action.in_(RULINGS)).group_by(DECISIONS.c.lineage)
    settled = func.max(case((DECISIONS.c.adjudicates, 1), else_=0))
    return query.having(func.count(REVIEWERS.c.name.distinct()) == 1, func.max(REVIEWERS.c.name) != by, settled == 0)
