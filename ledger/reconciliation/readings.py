"""What is read off an instrument, a temperature, a gust, a level, is read on one day: two texts that give it of two days are at odds."""

from __future__ import annotations

from collections.abc import Iterable

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import words
from ledger.reconciliation.topic import Topic

_DIGITS = 3
"""Digits of a reading that hardly another one has."""
_FAMILIES = frozenset({"measure", "rate"})
_LATER, _WORD = words("readings.txt"), re.compile(r"[^\W\d_]+")
_POINT = re.compile(r"\d[.,]\d(?!\d\d(?!\d))|°|\b(?:degrees|km/h|mph|knots)\b")


class Readings:
    """The readings in the sentences of ``topics``."""

    def __init__(self, topics: Iterable[Topic]):
        self._in: dict[tuple[int, int], list[Topic]] = {}
        self._days: dict[tuple[int, int], int] = {}
        for topic in topics:
            place = topic.document, topic.claim.sentence.start
            if topic.family in _FAMILIES and topic.aspect == "value" and _is_reading(topic):
                self._in.setdefault(place, []).append(topic)
            elif topic.family == "date" and topic.claim.low == topic.claim.high:
                self._days[place] = self._days.get(place, 0) + 1

    def shared(self, left: Topic, right: Topic) -> str:
        """The reading that the sentences of both days have in common, as the first has it; "" where it may be told of another day."""
        mine, theirs = ((day.document, day.claim.sentence.start) for day in (left, right))
        if mine not in self._in or theirs not in self._in or self._days.get(mine) != 1 or self._days.get(theirs) != 1:
            return ""
        for one in self._in[mine]:
            for other in self._in[theirs]:
                if one.measures == other.measures and one.interval.meets(other.interval) == "same":
                    return "" if _of_another_day(left) or _of_another_day(right) else one.claim.span.quote
        return ""

    def are_two(self, left: Topic, right: Topic) -> bool:
        """Whether one of the days is that of a reading which the other's sentence has not."""
        read = ((day.document, day.claim.sentence.start) in self._in for day in (left, right))
        return any(read) and not self.shared(left, right)


def _of_another_day(topic: Topic) -> bool:
    """Whether a word beside the date tells that the reading may be of another day: it was published then, or has stood so since."""
    return not _LATER.isdisjoint(map(lemma, _WORD.findall(topic.claim.sentence.quote)))


def _is_reading(topic: Topic) -> bool:
    claim = topic.claim
    said = claim.bound == "exact" and claim.modality == "asserted"
    return said and len(topic.digits) >= _DIGITS and _POINT.search(claim.span.quote) is not None
