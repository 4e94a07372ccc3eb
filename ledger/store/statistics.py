"""How much is done and how much is left."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from ledger.store import sight
from ledger.store.agreement import Agreement, agreements
from ledger.store.rows import mapped
from ledger.store.standing import UNREVIEWED
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
    status = sight.status(CLAIMS, eyes)
    claims = select(status, func.count()).where(CLAIMS.c.current).group_by(status).order_by(status)
    told = (FINDINGS.c.code, FINDINGS.c.verdict, sight.status(FINDINGS, eyes))
    findings = select(*told, func.count()).where(FINDINGS.c.current).group_by(*told).order_by(*told)
    left = func.sum(case((status == UNREVIEWED, 1), else_=0))
    kinds = select(CLAIMS.c.kind, func.count() - left, left).where(CLAIMS.c.current).group_by(CLAIMS.c.kind).order_by(CLAIMS.c.kind)
    paths = select(DOCUMENTS.c.path, func.count() - left, left).join_from(CLAIMS, DOCUMENTS).where(CLAIMS.c.current)
    work = select(REVIEWERS.c.name, func.count(), func.min(DECISIONS.c.at), func.max(DECISIONS.c.at)).join_from(DECISIONS, REVIEWERS)
    work = work.where(DECISIONS.c.undone.is_(None))
    return Statistics(
        events=connection.execute(select(func.max(EVENTS.c.seq))).scalar() or 0,
        documents=connection.execute(select(func.count()).select_from(DOCUMENTS).where(DOCUMENTS.c.current)).scalar() or 0,
        claims=mapped(connection.execute(claims)),
        findings={(code, verdict, status): count for code, verdict, status, count in connection.execute(findings)},
        by_kind=[Done(*row) for row in connection.execute(kinds)],
        by_document=[Done(*row) for row in connection.execute(paths.group_by(DOCUMENTS.c.path).order_by(DOCUMENTS.c.path))],
        work=[Work(*row) for row in connection.execute(work.group_by(REVIEWERS.c.name).order_by(REVIEWERS.c.name))],
        agreement=agreements(connection),
    )
