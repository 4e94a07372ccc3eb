"""Everything that the checks look at: the claims, what they measure, and which of them seem to measure the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ledger.reconciliation.arithmetic.changes import Change, changes_in
from ledger.reconciliation.arithmetic.passages import Passage, passages
from ledger.reconciliation.blocking import candidates
from ledger.reconciliation.comparison import Comparer, Step, weigh
from ledger.reconciliation.echoes import echoes
from ledger.reconciliation.intervals import Meeting
from ledger.reconciliation.kinship import Kinship
from ledger.reconciliation.topic import Topic, topics
from ledger.records import Claim

_LEAST_WEIGHT = 3.5
_COPIED = {"sentence": "copied"}


class Match(NamedTuple):
    """Two topics that seem to measure the same, the one that stands first in front, and why they seem to."""

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


class Case:
    """``claims`` in the order of their documents and positions, and their topics in the same order."""

    def __init__(self, claims: Sequence[Claim]):
        self.claims = sorted(claims, key=lambda claim: (claim.document, claim.span.start, claim.span.end))
        numbers: dict[str, int] = {}
        self.topics: list[Topic] = [
            topic for at, claim in enumerate(self.claims) for topic in topics(at, numbers.setdefault(claim.document, len(numbers)), claim)
        ]
        self.kinship = Kinship(self.topics, len(numbers))
        self.comparer = Comparer(self.topics, self.kinship)
        self._dated: list[tuple[Topic, Topic]] = []

    @cached_property
    def dated(self) -> tuple[tuple[Topic, Topic], ...]:
        """Pairs of dates that may be of one event; in order."""
        self.matches  # noqa: B018  one pass over the candidates serves both
        return tuple(sorted(self._dated, key=lambda pair: (pair[0].at, pair[1].at)))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """Pairs of topics that measure the same, so far as words can tell; in order."""
        return tuple(sorted(self._matches(), key=lambda match: (match.left.at, match.right.at, match.left.aspect, match.right.aspect)))

    def _matches(self) -> Iterator[Match]:
        for left, right in candidates(self.topics, self.kinship):
            if left.measures != right.measures or not _comparable(left, right):
                continue
            if left.family == "date":
                self._dated.append((left, right))
                continue
            levels = self.comparer.levels(left, right)
            if levels is not None and (weight := weigh(levels)) >= _LEAST_WEIGHT:
                yield Match(left, right, levels, weight)

    @cached_property
    def echoes(self) -> tuple[Match, ...]:
        """Figures that differ in the same place of two copies of a text; in order."""
        return tuple(Match(left, right, dict(_COPIED), weigh(_COPIED)) for left, right in echoes(self.topics))

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences with several figures; in order."""
        return passages(self.claims)

    @cached_property
    def changes(self) -> list[Change]:
        """What a sentence says of a figure before and after a change; in order."""
        return [change for passage in self.passages for change in changes_in(passage)]

    def why(self, match: Match) -> tuple[Step, ...]:
        """The levels of a match, each with what made it hold."""
        return self.comparer.explained(match.left, match.right, match.levels)


def _comparable(left: Topic, right: Topic) -> bool:
    """Whether the aspects can be held side by side: a rank only with a whole, two counted fractions by their parts and wholes."""
    if left.aspect == "rank" or right.aspect == "rank":
        return "whole" in (left.aspect, right.aspect)
    return not (left.aspect == right.aspect == "ratio" and left.counts and right.counts)
