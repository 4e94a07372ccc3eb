"""How much is done and how much is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select

from ledger.store import sight
from ledger.store.agreement import Agreement, agreements
from ledger.store.pace import Pace, paces
from ledger.store.standing import CLAIM_RULINGS, DISAGREEMENT, OPEN, UNREVIEWED
from ledger.store.tables import CLAIMS, DECISIONS, DOCUMENTS, EVENTS, FINDINGS, REVIEWERS


class Done(NamedTuple):
    """Of a document or a kind: how many claims were decided, and how many are left."""

    name: str
    done: int
    left: int


class Work(NamedTuple):
    """A reviewer's decisions that stand: how many, the first and the last."""

    reviewer: str
    decisions: int
    first: str
    last: str


class Reviewed(NamedTuple):
    """How many documents stand, and what is done of the claims in them, by kind and by document; ``claims`` counts them by status."""

    documents: int
    claims: dict[str, int]
    by_kind: list[Done]
    by_document: list[Done]
    more: int = 0
    """Documents that ``by_document`` leaves out."""


class Counted(NamedTuple):
    """What has been counted so far: the ``findings`` to be decided, what is done of the ``claims``, each reviewer's pace, agreement."""

    findings: int | None = None
    claims: Reviewed | None = None
    decisions: list[Pace] | None = None
    agreement: list[Agreement] | None = None


class Statistics(NamedTuple):
    """The ledger in numbers; only what stands is counted."""

    events: int
    documents: int
    claims: dict[str, int]
    findings: dict[tuple[str, str, str], int]
    by_kind: list[Done]
    by_document: list[Done]
    work: list[Work]
    agreement: list[Agreement]


def statistics(connection: Connection, eyes: str = "") -> Statistics:
    """Counts of claims by status; of findings by code, verdict and status; progress by kind and by document; reviewers.

    ``eyes`` is as a filter has it.
    """
    done = reviewed(connection, eyes)
    told = (FINDINGS.c.code, FINDINGS.c.verdict, sight.status(FINDINGS, eyes))
    findings = select(*told, func.count()).where(FINDINGS.c.current).group_by(*told).order_by(*told)
    work = select(REVIEWERS.c.name, func.count(), func.min(DECISIONS.c.at), func.max(DECISIONS.c.at)).join_from(DECISIONS, REVIEWERS)
    work = work.where(DECISIONS.c.undone.is_(None))
    return Statistics(
        events=connection.execute(select(func.max(EVENTS.c.seq))).scalar() or 0,
        documents=done.documents,
        claims=done.claims,
        findings={(code, verdict, status): count for code, verdict, status, count in connection.execute(findings)},
        by_kind=done.by_kind,
        by_document=done.by_document,
        work=[Work(*row) for row in connection.execute(work.group_by(REVIEWERS.c.name).order_by(REVIEWERS.c.name))],
        agreement=agreements(connection),
    )


def reviewed(connection: Connection, eyes: str = "") -> Reviewed:
    """What is done; ``eyes`` is as a filter has it."""
    kinds, ruled = _waiting(connection), _ruled(connection, eyes)
    for kind, _, status, count in ruled:  # those that are decided, or waiting in another way
        counts = kinds.setdefault(kind, Counter())
        counts[status] += count
        counts[UNREVIEWED] -= count if status == DISAGREEMENT else 0
    done = Counter[int]()
    for _, document, status, count in ruled:
        done[document] += count * (status != UNREVIEWED)
    paths = select(DOCUMENTS.c.path, DOCUMENTS.c.seq, DOCUMENTS.c.claims).where(DOCUMENTS.c.current).order_by(DOCUMENTS.c.path)
    by_path = connection.execute(paths).all()
    return Reviewed(
        documents=len(by_path),
        claims=dict(sorted((+sum(kinds.values(), Counter[str]())).items())),
        by_kind=[Done(kind, each.total() - each[UNREVIEWED], each[UNREVIEWED]) for kind, each in sorted(kinds.items())],
        by_document=[Done(path, done[seq], claims - done[seq]) for path, seq, claims in by_path if claims],
    )


def counted(connection: Connection, eyes: str = "") -> Iterator[Counted]:
    """One part more each time, what is soonest counted first; ``eyes`` is as a filter has it."""
    so_far = Counted(_open_findings(connection, eyes))
    yield so_far
    yield (so_far := so_far._replace(claims=reviewed(connection, eyes)))
    yield (so_far := so_far._replace(decisions=paces(connection)))
    yield so_far._replace(agreement=agreements(connection))


def _open_findings(connection: Connection, eyes: str) -> int:
    waiting: Any = FINDINGS.c.turn.is_not(None)
    if eyes:
        waiting = and_(FINDINGS.c.current, sight.status(FINDINGS, eyes).in_((OPEN, DISAGREEMENT)))
    return int(connection.execute(select(func.count()).select_from(FINDINGS).where(waiting)).scalar_one())


def _waiting(connection: Connection) -> dict[str, Counter[str]]:
    """Of each kind how many claims are in the queue, as if all were unreviewed; the queue's index has it without a look at a claim."""
    query = select(CLAIMS.c.kind, func.count()).where(CLAIMS.c.turn.is_not(None)).group_by(CLAIMS.c.kind)
    return {kind: Counter({UNREVIEWED: count}) for kind, count in connection.execute(query)}


def _ruled(connection: Connection, eyes: str) -> list[tuple[str, int, str, int]]:
    """The claims on which somebody has ruled, counted by kind, document and status, as ``eyes`` may know it."""
    kind, ruled = CLAIMS.c.kind.concat("").label("kind"), CLAIMS.c.status.in_((*CLAIM_RULINGS.values(), DISAGREEMENT))
    status = sight.status(CLAIMS, eyes).label("now")
    query = select(kind, CLAIMS.c.document, status, func.count()).where(CLAIMS.c.current, ruled).group_by("kind", CLAIMS.c.document, "now")
    return [(kind, document, status, count) for kind, document, status, count in connection.execute(query)]
