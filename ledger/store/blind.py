"""Blind double review: a reviewer is not told what another has said before they have ruled themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, case, func, select

from ledger.records import Decision
from ledger.store import standing
from ledger.store.queries import Filter, Key, Row, chosen, found, queue
from ledger.store.rows import mapped
from ledger.store.tables import CLAIMS, DECISIONS, FINDINGS, REVIEWERS

_RULINGS = [*standing.CLAIM_RULINGS, *standing.FINDING_RULINGS]


def ruled(connection: Connection, rows: Sequence[Row], by: str) -> set[str]:
    """The ids of those of ``rows`` on which ``by`` has ruled."""
    mine = select(DECISIONS.c.of, DECISIONS.c.lineage).join_from(DECISIONS, REVIEWERS).where(REVIEWERS.c.name == by)
    mine = mine.where(DECISIONS.c.undone.is_(None), DECISIONS.c.action.in_(_RULINGS)).distinct()
    said = {(of, lineage) for of, lineage in connection.execute(mine)}
    claims = [row.seq for row in rows if row.of == "claim"]
    lineages = mapped(connection.execute(select(CLAIMS.c.seq, CLAIMS.c.lineage).where(CLAIMS.c.seq.in_(claims))))
    return {row.id for row in rows if (row.of, lineages.get(row.seq, row.seq)) in said}


def veiled(connection: Connection, rows: Sequence[Row], by: str) -> list[Row]:
    """``rows`` where what others decided and ``by`` has not is shown as if nobody had; disagreements are told."""
    hidden = {"claim": standing.UNREVIEWED, "finding": standing.OPEN}
    known = ruled(connection, rows, by) if any(is_decided(row) for row in rows) else set()
    return [row._replace(status=hidden[row.of]) if is_decided(row) and row.id not in known else row for row in rows]


def hidden(connection: Connection, row: Row, said: list[Decision], by: str) -> tuple[Row, list[Decision]]:
    """The row and what was said of it as ``by`` may see them: of others not even notes before they have ruled, of a disagreement all."""
    if row.status == standing.DISAGREEMENT or row.id in ruled(connection, [row], by):
        return row, said
    return veiled(connection, [row], by)[0], [each for each in said if each.reviewer == by]


def is_decided(row: Row) -> bool:
    """Whether a row's status tells somebody's ruling."""
    return row.status not in (standing.UNREVIEWED, standing.OPEN, standing.DISAGREEMENT, standing.NOTED)


def second(
    connection: Connection, by: str, after: Key | None, size: int, filter: Filter | None, backwards: bool = False
) -> list[Row]:
    """The queue of ``by``: what nobody has decided, what reviewers disagree on, and what one other has decided; see ``queries.queue``."""
    waiting = [row for row in _once(connection, by, filter) if after is None or ((row.key < after) if backwards else (row.key > after))]
    rows = sorted([*queue(connection, after, size, filter, backwards), *waiting], key=lambda row: row.key)
    return veiled(connection, rows[-size:] if backwards else rows[:size], by)


def _once(connection: Connection, by: str, filter: Filter | None) -> list[Row]:
    """Claims and findings on which one reviewer other than ``by`` has ruled, and nobody else, with the turn that they would have."""
    rows = list[Row]()
    claims = chosen(connection, filter).add_columns(CLAIMS.c.weight).where(CLAIMS.c.lineage.in_(_lineages("claim", by)))
    for row in connection.execute(claims.where(CLAIMS.c.turn.is_(None))):
        turn = standing.claim_turn(True, standing.UNREVIEWED, row.reason, row.weight)
        rows.append(_row(row, turn))
    findings = found(connection, filter).add_columns(FINDINGS.c.weight, FINDINGS.c.severity)
    for row in connection.execute(findings.where(FINDINGS.c.seq.in_(_lineages("finding", by)), FINDINGS.c.turn.is_(None))):
        rows.append(_row(row, standing.finding_turn(True, standing.OPEN, row.severity, row.weight)))
    return rows


def _row(row: Any, turn: int | None) -> Row:
    key = Key(turn or 0, row.seq)
    return Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, key)


def _lineages(of: str, by: str) -> Any:
    query = select(DECISIONS.c.lineage).join_from(DECISIONS, REVIEWERS)
    query = query.where(DECISIONS.c.of == of, DECISIONS.c.undone.is_(None), DECISIONS.c.action.in_(_RULINGS)).group_by(DECISIONS.c.lineage)
    settled = func.max(case((DECISIONS.c.adjudicates, 1), else_=0))
    return query.having(func.count(REVIEWERS.c.name.distinct()) == 1, func.max(REVIEWERS.c.name) != by, settled == 0)
