"""Pages of the queue: what is to be decided, hardest first, sifted by a filter.

A page is had in the same time wherever it lies, because there is an index, in the queue's order, of what has each kind, unit, speaker,
rule, code or verdict. What has no such index, a value or a word, is looked for among those next in the queue, as long as it is found
often; then all that have it are gathered, and put in order. Words have indexes of their own, `places` and `blocks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, func, literal, select, tuple_

from ledger.store import blocks, places
from ledger.store.queries import PAGE, Filter, Key, Row, is_void, placed, rows_of
from ledger.store.sifting import TURNS, Way, to_claims, to_findings
from ledger.store.standing import LAST_TURN, claim_turns, finding_turns
from ledger.store.tables import CLAIMS, FINDINGS
from ledger.store.values import waiting

_LAST = 2**31 - 1
"""No row has a greater number."""

_ENOUGH, _MANY = 500, 2000
"""Claims of a value up to which turns are looked for at once; in one turn from which on they are sooner met than gathered."""

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
    if is_void(wanted):
        return []
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
    rows = dict[int, Row]()
    for table, of in ((FINDINGS, "finding"), (CLAIMS, "claim")):
        if seqs := [seq for _, seq, name in keys if name == table.name]:
            rows |= rows_of(connection, of, seqs, eyes)
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
    if not way.next:
        return _led(connection, way, ends, size, backwards)
    there = way.instead
    if there is not None and there.value is not None:
        return _by_value(connection, way, there, ends, size, backwards)
    rows, beyond = _near(connection, way, ends, size, backwards)
    if there is None or beyond is None or len(rows) == size:
        return rows
    return rows + _led(connection, there, beyond, size - len(rows), backwards)


def _by_value(connection: Connection, way: Way, there: Way, ends: _Ends, size: int, backwards: bool) -> list[_Place]:
    """The same of claims of a value, some turns after the other: where few have it ``there`` leads to all of them, where many ``way``."""
    rows, left = list[_Place](), list[_Ends]([ends])
    while left and len(rows) < size:
        ends = left.pop()
        found = waiting(connection, *(there.value or (None, None)), (ends.low[0], ends.high[0]), _ENOUGH, _MANY, backwards)
        few = tuple(turn for turn, count in found.turns.items() if count < _MANY)
        rows += _led(connection, there._replace(turns=few), ends, size, backwards) if few else []
        for turn in found.turns.keys() - few:  # the last of them alone can be
            more, beyond = _near(connection, way, _clipped(ends, turn, turn), size, backwards)
            rows += more
            rows += _led(connection, there._replace(turns=(turn,)), beyond, size, backwards) if beyond and len(rows) < size else []
        if found.behind is not None:
            left.append(_clipped(ends, *((0, found.behind) if backwards else (found.behind, LAST_TURN))))
    return rows[:size]


def _clipped(ends: _Ends, first: int, last: int) -> _Ends:
    """What of ``ends`` lies in the turns from ``first`` to ``last``."""
    return _Ends(max(ends.low, (first, -1)), min(ends.high, (last, _LAST)))


def _near(connection: Connection, way: Way, ends: _Ends, size: int, backwards: bool) -> tuple[list[_Place], _Ends | None]:
    """What is found among the next claims between ``ends``, and between which ends there are more; None where there are none."""
    stop = _stop(connection, way, ends, backwards)
    if stop is None:
        return _walked(connection, way, _parts(connection, way.place, ends), size, backwards), None
    near, beyond = (ends._replace(low=stop), ends._replace(high=(stop[0], stop[1] + 1))) if backwards else (
        ends._replace(high=stop), ends._replace(low=(stop[0], stop[1] - 1))
    )  # fmt: skip
    return _walked(connection, way, _parts(connection, way.place, near), size, backwards), beyond


def _led(connection: Connection, way: Way, ends: _Ends, size: int, backwards: bool) -> list[_Place]:
    """The first places between ``ends`` to which ``way`` leads, which goes on until there are as many."""
    if way.documents is not None:
        ends = _nearer(connection, way.documents, ends, size, backwards)
    here = tuple_(*way.place)
    if way.lexemes:
        return _by_block(connection, way, ends, size, backwards)
    if way.along is not None:
        parts = [[way.along > places.place(*ends.low), way.along < places.place(*ends.high)]]
    else:
        parts = [[here > tuple_(*ends.low), here < tuple_(*ends.high)]] if way.gathers else _parts(connection, way.place, ends, way.under)
        if way.documents is not None and connection.dialect.name == "sqlite":  # whose index of documents has the turns
            parts[0] += [CLAIMS.c.turn >= ends.low[0], CLAIMS.c.turn <= ends.high[0]]
    return _walked(connection, way, parts, size, backwards)


def _nearer(connection: Connection, documents: Any, ends: _Ends, size: int, backwards: bool) -> _Ends:
    """The ends between which any of ``documents`` has ``size`` claims: no page of all of them reaches further."""
    place, far = (CLAIMS.c.turn, CLAIMS.c.seq), literal(2**32, BigInteger)
    one = documents.c.seq if connection.dialect.name == "postgresql" else None  # all columns of its index at once, as in _parts
    here, its = (place, ()) if one is None else ((CLAIMS.c.document, *place), (one,))
    there = [place[0].is_not(None), tuple_(*here) > tuple_(*its, *ends.low), tuple_(*here) < tuple_(*its, *ends.high)]
    last = select(place[0] * far + place[1]).where(*there, *([CLAIMS.c.document == documents.c.seq] if one is None else ()))
    last = last.order_by(*_ordered(here, backwards)).limit(1).offset(size - 1)
    nearest = (func.max if backwards else func.min)(last.correlate(documents).scalar_subquery())
    found = connection.execute(select(nearest).select_from(documents)).scalar()
    if found is None:
        return ends
    turn, seq = divmod(found, 2**32)
    return ends._replace(low=max(ends.low, (turn, seq - 1))) if backwards else ends._replace(high=min(ends.high, (turn, seq + 1)))


def _by_block(connection: Connection, way: Way, ends: _Ends, size: int, backwards: bool) -> list[_Place]:
    """The same, of claims that have words, one block of them after the other."""
    rows, here = list[_Place](), tuple_(*way.place)
    query = way.query.where(here > tuple_(*ends.low), here < tuple_(*ends.high)).order_by(*_ordered(way.place, backwards))
    for part in blocks.asked(connection, way.lexemes, ends.low, ends.high, backwards):
        rows += [(at, seq) for at, seq in connection.execute(blocks.along(query, size - len(rows)), {"blocks": part})]
        if len(rows) == size:
            break
    return rows


def _walked(connection: Connection, way: Way, parts: list[list[Any]], size: int, backwards: bool) -> list[_Place]:
    rows, first = list[_Place](), [column for column, _ in way.under] if connection.dialect.name == "postgresql" else []
    for part in reversed(parts) if backwards else parts:
        if len(rows) < size:
            order = (*first, *way.place) if way.along is None else (way.along,)
            query = way.query.where(*part).order_by(*_ordered(order, backwards)).limit(size - len(rows))
            rows += [(at, seq) for at, seq in connection.execute(query, {TURNS: way.turns} if way.value is not None else {})]
    return rows


def _parts(
    connection: Connection, place: tuple[Any, Any], ends: _Ends, under: tuple[tuple[Any, str], ...] = ()
) -> list[list[Any]]:
    """The conditions that a row's ``place`` lies between ``ends``, in parts that follow each other, of rows that say what is ``under``.

    Of each part an index has all rows side by side; SQLite would look for the turn alone if it was one condition. PostgreSQL, told of
    one turn, would go through all claims by their numbers; it has to be told of what an index holds, and of all of its columns at once,
    or it follows another index past everything that says something else.
    """
    (turn, seq), (low, high) = place, ends
    if connection.dialect.name == "postgresql":
        here, words = tuple_(*(column for column, _ in under), *place), [word for _, word in under]
        return [[turn.is_not(None), here > tuple_(*words, *low), here < tuple_(*words, *high)]]
    said = [column == word for column, word in under]
    if low[0] == high[0]:
        return [[*said, turn == low[0], seq > low[1], seq < high[1]]]
    parts = [[*said, turn == low[0], seq > low[1]], [*said, turn > low[0], turn < high[0]], [*said, turn == high[0], seq < high[1]]]
    return parts[low[1] == _LAST : 3 if high[1] >= 0 else 2]


def _stop(connection: Connection, way: Way, ends: _Ends, backwards: bool) -> _Place | None:
    """The place of the claim that has as many before it as are to be gone through; None when there are fewer."""
    place, next = (CLAIMS.c.turn, CLAIMS.c.seq), way.next
    parts = _parts(connection, place, ends)
    for left, part in zip(reversed(range(len(parts))), reversed(parts) if backwards else parts, strict=True):
        query = select(*place).where(way.through, *part)
        stop = connection.execute(query.order_by(*_ordered(place, backwards)).limit(1).offset(next)).first()
        if stop is not None:
            return stop.turn, stop.seq
        if left:
            next -= connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    return None


def _ordered(place: tuple[Any, ...], backwards: bool) -> Iterator[Any]:
    return (column.desc() if backwards else column for column in place)
