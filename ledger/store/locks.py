"""Who looks at what just now, so that two reviewers do not decide the same thing; stale after a minute."""

from __future__ import annotations

import time

from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from ledger.store.rows import mapped
from ledger.store.tables import LOCKS

STALE = 60.0
"""Seconds after which a lock that was not taken again counts no more."""

_GONE = delete(LOCKS).where(or_(LOCKS.c.target == bindparam("at"), LOCKS.c.reviewer == bindparam("by")))
_FRESH = select(LOCKS.c.target, LOCKS.c.reviewer).where(LOCKS.c.at > bindparam("since"))


def take(connection: Connection, target: str, reviewer: str, *, alone: bool = False) -> str | None:
    """Lock ``target`` for ``reviewer``, or lock it anew; the other reviewer's name when somebody else holds it.

    ``alone`` gives back all else that the reviewer holds.
    """
    holder = others(connection, reviewer).get(target)
    if holder is None:
        hold(connection, target, reviewer, alone=alone)
    elif alone:
        release(connection, reviewer)
    return holder


def others(connection: Connection, reviewer: str) -> dict[str, str]:
    """Who but ``reviewer`` holds which target."""
    return {target: holder for target, holder in held(connection).items() if holder != reviewer}


def hold(connection: Connection, target: str, reviewer: str, *, alone: bool) -> None:
    """Lock ``target``, which nobody else holds; ``alone`` as ``take`` has it."""
    connection.execute(_GONE, {"at": target, "by": reviewer if alone else None})
    connection.execute(insert(LOCKS), {"target": target, "reviewer": reviewer, "at": time.time()})


def release(connection: Connection, reviewer: str, target: str | None = None) -> None:
    """Give back the lock on ``target``, or all that ``reviewer`` holds."""
    mine = delete(LOCKS).where(LOCKS.c.reviewer == reviewer)
    connection.execute(mine.where(LOCKS.c.target == target) if target is not None else mine)


def held(connection: Connection) -> dict[str, str]:
    """Who holds which target."""
    return mapped(connection.execute(_FRESH, {"since": time.time() - STALE}))
