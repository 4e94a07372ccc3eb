"""A thing by its id as it stands, and the next of several that a reviewer takes to look at: one that nobody else holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ledger.store import locks, queries
from ledger.store.deciding import target
from ledger.store.queries import Row


class Taken(NamedTuple):
    """The number of the row that was taken, if one was; with those before it that stand otherwise than they say, as they stand."""

    at: int | None
    stand: list[Row]


def row(connection: Connection, id: str, eyes: str) -> Row:
    """How a claim or a finding stands, for ``eyes``, by its id or the beginning of it. Raises UsageError."""
    aim = target(connection, id, follow=False)
    return queries.finding(connection, aim.seq, eyes) if aim.of == "finding" else queries.claim(connection, aim.seq, eyes)


def take(connection: Connection, rows: Sequence[Row], by: str, eyes: str) -> Taken:
    """Lock the first of ``rows`` that stands as it says and that nobody else holds, and nothing else."""
    stand, others = list[Row](), locks.others(connection, by)
    for at, each in enumerate(rows):
        if each.id not in others:
            now = queries.again(connection, each, eyes)
            if now.status == each.status:
                locks.hold(connection, each.id, by, alone=True)
                return Taken(at, stand)
            stand.append(now)
    locks.release(connection, by)
    return Taken(None, stand)
