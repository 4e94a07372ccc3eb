"""Two topics that seem to measure the same, and why they seem to."""

from __future__ import annotations

from typing import NamedTuple

from ledger.reconciliation.intervals import Meeting
from ledger.reconciliation.topic import Topic


class Match(NamedTuple):
    """Two topics, the one that stands first in front, and the level that holds for each field of them."""

    left: Topic
    right: Topic
    levels: dict[str, str]
    weight: float

    @property
    def meeting(self) -> Meeting:
        return self.left.interval.meets(self.right.interval)

    @property
    def within(self) -> bool:
        """Whether both stand in one document."""
        return self.left.document == self.right.document

    def level(self, field: str) -> str:
        return self.levels[field]

    @property
    def place(self) -> tuple[int, int, str, str]:
        """By which matches are put in order."""
        return self.left.at, self.right.at, self.left.aspect, self.right.aspect
