"""Who looks at what just now, so that two reviewers do not decide the same thing; stale after a minute."""

from __future__ import annotations

import time

from sqlalchemy import Connection, delete, insert, select

from ledger.store.rows import mapped
from ledger.store.tables import LOCKS

STALE = 60.0
"""Seconds after which a lock that was not taken again counts no more."""


def take(connection: Connection, target: str, reviewer: str) -> str | None:
    """Lock ``target`` for ``reviewer``, or lock it anew; the other reviewer's name when somebody else holds it."""
    at = time.time()
    holder = connection.execute(select(LOCKS.c.reviewer, LOCKS.c.at).where(LOCKS.c.target == target)).first()
    if holder is not None and holder.reviewer != reviewer and at - holder.at < STALE:
        return str(holder.reviewer)
    connection.execute(delete(LOCKS).where(LOCKS.c.target == target))
    connection.execute(insert(LOCKS).values(target=target, reviewer=reviewer, at=at))
    return None


def release(connection: Connection, reviewer: str, target: str | None = None) -> None:
    """Give back the lock on ``target``, or all that ``reviewer`` holds."""
    mine = delete(LOCKS).where(LOCKS.c.reviewer == reviewer)
    connection.execute(mine.where(LOCKS.c.target == target) if target is not None else mine)


def held(connection: Connection) -> dict[str, str]:
    """Who holds which target."""
    query = select(LOCKS.c.target, LOCKS.c.reviewer).where(LOCKS.c.at > time.time() - STALE)
    return mapped(connection.execute(query))
