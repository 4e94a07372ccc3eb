"""Which texts of a handful tell so many of the same figures that they are of one event, whatever names they give it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ledger.reconciliation.kinship import HANDFUL
from ledger.reconciliation.topic import Topic

_LEAST, _PART = 3.0, 0.3
"""How many figures at least, and what part of those of the text that has fewer; a plain number of two digits is but half a one."""
_DIGITS, _LONG = 2, 3
_MOST = 60
"""Figures of a news story; of a book as many others come in any other."""
_Figure = tuple[str, tuple[float, float]]


def telling_same_figures(topics: Sequence[Topic], documents: int) -> frozenset[tuple[int, int]]:
    """The pairs of documents, by number, when there is but a handful."""
    if not 1 < documents <= HANDFUL:
        return frozenset()
    told: list[dict[_Figure, float]] = [{} for _ in range(documents)]
    for topic in topics:
        if topic.aspect == "value" and topic.family not in ("date", "age", "ordinal") and len(topic.digits) >= _DIGITS:
            counts = 1.0 if len(topic.digits) >= _LONG or not topic.scale.plain else 0.5
            told[topic.document][topic.measures, topic.interval.nominal] = counts
    return frozenset([
        (one, other) for one, other in combinations(range(documents), 2) if max(len(told[one]), len(told[other])) <= _MOST
        and _are_one_story(told[one], told[other])
    ])  # fmt: skip


def _are_one_story(mine: dict[_Figure, float], theirs: dict[_Figure, float]) -> bool:
    shared = mine.keys() & theirs.keys()
    return sum(map(mine.__getitem__, sorted(shared))) >= _LEAST and len(shared) >= _PART * min(len(mine), len(theirs))
