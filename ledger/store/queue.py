"""Pages of the queue: what is to be decided, hardest first, sifted by a filter.

A page is had in the same time wherever it lies, because there is an index, in the queue's order, of what has each kind, unit, speaker,
rule, code or verdict. What has no such index, a value or a word, is looked for among those next in the queue, as long as it is found
often; then all that have it are gathered, and put in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, tuple_

from ledger.store.queries import PAGE, Filter, Key, Row, chosen, found, placed, row_of
from ledger.store.rows import among
from ledger.store.sifting import Way, to_claims, to_findings
from ledger.store.standing import claim_turns, finding_turns
from ledger.store.tables import CLAIMS, FINDINGS

_LAST = 2**31 - 1
"""No row has a greater number."""

_Place = tuple[int, int]
"""A turn and a number."""


class _Ends(NamedTuple):
    """Between what two places of the queue a page lies."""

    low: _Place
    high: _Place


def queue(
    connection: Connection, after: Key | None = None, size: int = PAGE, filter: Filter | None = None, backwards: bool = False
) -> list[Row]:
    """The next ``size`` things to decide, hardest first: open conflicts, disagreements, changed figures, the rest.

    ``backwards`` they are the ``size`` before ``after``, in the same order.
    """
    status = filter.status if filter is not None else ""
    wanted = replace(filter or Filter(), status="", old=True)  # the turns tell the status, and what no longer stands has none
    ways = [(finding_turns(status), FINDINGS, to_findings), (claim_turns(status), CLAIMS, to_claims)]
    keys = list[tuple[int, int, str]]()
    for turns, table, lead in reversed(ways) if backwards else ways:
        ends = _ends(turns, after, backwards)
        if ends is None or (len(keys) == size and (keys[-1][:2] >= ends.high if backwards else keys[-1][:2] <= ends.low)):
            continue  # all that it has lies on the other side of the page
        for way in lead(connection, wanted):
            rows = [(turn, seq, table.name) for turn, seq in _along(connection, way, ends, size, backwards)]
            keys = sorted({*keys, *rows}, reverse=backwards)[:size]
    return _rows(connection, sorted(keys), wanted.eyes)


def _rows(connection: Connection, keys: list[tuple[int, int, str]], eyes: str) -> list[Row]:
    """The rows of ``keys``, in their order."""
    shown, rows = Filter(old=True, eyes=eyes), dict[int, Row]()
    for table, query in ((FINDINGS, found(connection, shown)), (CLAIMS, chosen(connection, shown))):
        if seqs := [seq for _, seq, name in keys if name == table.name]:
            rows |= {row.seq: row_of(row) for row in connection.execute(query.where(among(connection, table.c.seq, seqs)))}
    return placed(connection, [rows[seq] for _, seq, _ in keys])


def _ends(turns: tuple[int, int] | None, after: Key | None, backwards: bool) -> _Ends | None:
    """Where the rows that have one of ``turns`` lie behind ``after``; None when there can be none."""
    if turns is None:
        return None
    low, high = (turns[0] - 1, _LAST), (turns[1] + 1, -1)
    if after is not None:
        edge = (int(after.turn), after.seq)
        low, high = (low, min(high, edge)) if backwards else (max(low, edge), high)
    return _Ends(low, high) if low < high else None


def _along(connection: Connection, way: Way, ends: _Ends, size: int, backwards: bool) -> list[_Place]:
    """The first ``size`` places to which ``way`` leads between ``ends``, or ``backwards`` the last."""
    if way.next:
        stop = _stop(connection, way, ends, backwards)
        near = ends if stop is None else ends._replace(low=stop) if backwards else ends._replace(high=stop)
        rows = _walked(connection, way, _parts(way.place, near), size, backwards)
        if stop is None or len(rows) == size:
            return rows
    way = way.instead or way
    here = tuple_(*way.place)
    parts = [[here > tuple_(*ends.low), here < tuple_(*ends.high)]] if way.gathers else _parts(way.place, ends)
    return _walked(connection, way, parts, size, backwards)


def _walked(connection: Connection, way: Way, parts: list[list[Any]], size: int, backwards: bool) -> list[_Place]:
    rows = list[_Place]()
    for part in reversed(parts) if backwards else parts:
        if len(rows) < size:
            query = way.query.where(*part).order_by(*_ordered(way.place, backwards)).limit(size - len(rows))
            rows += [(turn, seq) for turn, seq in connection.execute(query)]
    return rows


def _parts(place: tuple[Any, Any], ends: _Ends) -> list[list[Any]]:
    """The conditions that a row's ``place`` lies between ``ends``, in parts that follow each other.

    Of each part an index has all rows side by side; SQLite would look for the turn alone if it was one condition.
    """
    (turn, seq), (low, high) = place, ends
    if low[0] == high[0]:
        return [[turn == low[0], seq > low[1], seq < high[1]]]
    parts = [[turn == low[0], seq > low[1]], [turn > low[0], turn < high[0]], [turn == high[0], seq < high[1]]]
    return parts[low[1] == _LAST : 3 if high[1] >= 0 else 2]


def _stop(connection: Connection, way: Way, ends: _Ends, backwards: bool) -> _Place | None:
    """The place of the claim that has as many before it as are to be gone through; None when there are fewer."""
    place, next = (CLAIMS.c.turn, CLAIMS.c.seq), way.next
    parts = _parts(place, ends)
    for part in reversed(parts) if backwards else parts:
        query = select(*place).where(way.through, *part)
        stop = connection.execute(query.order_by(*_ordered(place, backwards)).limit(1).offset(next)).first()
        if stop is not None:
            return stop.turn, stop.seq
        next -= connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    return None


def _ordered(place: tuple[Any, Any], backwards: bool) -> Iterator[Any]:
    return (column.desc() if backwards else column for column in place)
