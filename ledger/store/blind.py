"""Blind double review: a reviewer is not told what another has said before they have ruled themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, case, func, select

from ledger.records import Decision
from ledger.store import standing
from ledger.store.history import Entry
from ledger.store.queries import Filter, Key, Row, chosen, found
from ledger.store.queue import queue
from ledger.store.rows import among, parts
from ledger.store.sight import RULINGS
from ledger.store.tables import CLAIMS, DECISIONS, FINDINGS, REVIEWERS

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
    turns = list[tuple[Key, str]]()
    claims = select(CLAIMS.c.seq, CLAIMS.c.reason, CLAIMS.c.weight).where(CLAIMS.c.current, CLAIMS.c.turn.is_(None))
    for row in connection.execute(claims.where(CLAIMS.c.lineage.in_(_lineages("claim", wanted.eyes)))):
        turns.append((Key(standing.claim_turn(True, standing.UNREVIEWED, row.reason, row.weight) or 0, row.seq), "claim"))
    findings = select(FINDINGS.c.seq, FINDINGS.c.severity, FINDINGS.c.weight).where(FINDINGS.c.current, FINDINGS.c.turn.is_(None))
    for row in connection.execute(findings.where(FINDINGS.c.seq.in_(_lineages("finding", wanted.eyes)))):
        turns.append((Key(standing.finding_turn(True, standing.OPEN, row.severity, row.weight) or 0, row.seq), "finding"))
    waiting = sorted((each for each in turns if after is None or (each[0] < after if backwards else each[0] > after)), reverse=backwards)
    rows = list[Row]()
    for part in parts(waiting):  # a filter may leave few of them
        for of, table, query in (("claim", CLAIMS, chosen(connection, wanted)), ("finding", FINDINGS, found(connection, wanted))):
            keys = {key.seq: key for key, what in part if what == of}
            rows += [_row(row, keys[row.seq]) for row in connection.execute(query.where(among(connection, table.c.seq, list(keys))))]
        if len(rows) >= size:
            break
    return sorted(rows, key=lambda row: row.key, reverse=backwards)[:size]


def _row(row: Any, key: Key) -> Row:
    return Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, key)


def _lineages(of: str, by: str) -> Any:
    query = select(DECISIONS.c.lineage).join_from(DECISIONS, REVIEWERS)
    query = query.where(DECISIONS.c.of == of, DECISIONS.c.undone.is_(None), DECISIONS.c.action.in_(RULINGS)).group_by(DECISIONS.c.lineage)
    settled = func.max(case((DECISIONS.c.adjudicates, 1), else_=0))
    return query.having(func.count(REVIEWERS.c.name.distinct()) == 1, func.max(REVIEWERS.c.name) != by, settled == 0)
