"""In which turns of the queue claims of a value wait, and how many: asked in one statement, which goes no further than it has to."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import Connection, TextClause, text

from ledger.store.tables import NUMBERED

_TURNS = 500
"""Turns that are looked at in one statement."""


class Waiting(NamedTuple):
    """Of each turn how many claims begin within the bounds, none counted further than ``most``; and the turn ``behind`` them, if any."""

    turns: dict[int, int]
    behind: int | None


def waiting(
    connection: Connection, low: float | None, high: float | None, between: tuple[int, int], enough: int, most: int, backwards: bool = False
) -> Waiting:
    """The turns ``between`` two, in order, until ``enough`` claims have a value from ``low`` to ``high``; None is an open end."""
    bounds = {name: value for name, value in (("low", low), ("high", high)) if value is not None}
    asked: dict[str, Any] = {"first": between[0], "last": between[1], "enough": enough, "most": most, **bounds}
    rows = connection.execute(_asked(tuple(bounds), backwards), asked).all()
    counts = [(turn, after - before) for (turn, before), (_, after) in pairwise(rows)]
    return Waiting(dict(counts), rows[-1].turn)


@lru_cache(maxsize=8)
def _asked(bounds: tuple[str, ...], backwards: bool) -> TextClause:
    """A row of each turn with how many there are before it; the last is the one behind them all, or has no turn."""
    end, edge = ("max", "turn >= :first AND turn <") if backwards else ("min", "turn <= :last AND turn >")  # two more SQLite would mix up
    told = {"low": ">= :low", "high": "<= :high"}
    there = f"SELECT {end}(turn) FROM claims WHERE ({NUMBERED}) AND {edge}"
    counted = " + ".join(
        f"(SELECT count(*) FROM (SELECT 1 FROM claims WHERE turn = along.turn AND ({NUMBERED}) AND {said} LIMIT :most) AS found)"
        for said in (
            " AND ".join(f"low_number {told[bound]}" for bound in bounds),
            " AND ".join(["low_number IS NULL", *(f"high_number {told[bound]}" for bound in bounds)]),
        )
    )
    return text(f"""
        WITH RECURSIVE along(turn, before, at) AS (
            SELECT ({there}= :{"last" if backwards else "first"}), CAST(0 AS BIGINT), 1
            UNION ALL
            SELECT ({there} along.turn), before + {counted}, at + 1
            FROM along WHERE turn IS NOT NULL AND before < :enough AND at <= {_TURNS})
        SELECT turn, before FROM along ORDER BY at""")
