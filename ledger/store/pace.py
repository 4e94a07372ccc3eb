"""How fast reviewers decide, while they are at it."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby, pairwise
from typing import NamedTuple

from sqlalchemy import Connection, select

from ledger.store.tables import DECISIONS, REVIEWERS

PAUSE = 120.0
"""Seconds after which the next decision counts as taken after a pause."""
_SHOWN = 30
"""Minutes of work that are told one by one."""


class Pace(NamedTuple):
    """A reviewer's decisions that stand: ``a_minute`` while at work, None before the second; ``minutes`` has those of each minute."""

    reviewer: str
    decisions: int
    a_minute: float | None
    minutes: tuple[int, ...]


def paces(connection: Connection) -> list[Pace]:
    """The pace of each reviewer, by name, with the last half an hour of work."""
    query = select(REVIEWERS.c.name, DECISIONS.c.at).join_from(DECISIONS, REVIEWERS).where(DECISIONS.c.undone.is_(None))
    rows = connection.execute(query.order_by(REVIEWERS.c.name, DECISIONS.c.seq)).all()
    groups = groupby(rows, lambda row: str(row.name))
    return [_pace(name, [datetime.fromisoformat(row.at) for row in group]) for name, group in groups]


def _pace(name: str, times: list[datetime]) -> Pace:
    gaps = [(later - sooner).total_seconds() for sooner, later in pairwise(times)]
    worked = [gap for gap in gaps if gap <= PAUSE]
    at, elapsed = [0.0], 0.0
    for gap in gaps:
        elapsed += min(gap, PAUSE)
        at.append(elapsed)
    slots = [0] * (int(elapsed // 60) + 1)
    for moment in at:
        slots[int(moment // 60)] += 1
    rate = 60 * len(worked) / sum(worked) if sum(worked) else None
    return Pace(name, len(times), rate, tuple(slots[-_SHOWN:]))
