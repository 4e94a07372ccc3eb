"""Which figures a text states: whether another text has the figure of this one, and what both say beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf
from operator import attrgetter

from ledger.reconciliation.figures import of_one_digit
from ledger.reconciliation.kinship import HANDFUL
from ledger.reconciliation.topic import Topic

_LEAST_DIGITS = 2
"""Digits, zeros at the end left out, that a figure must have for another to be its slip: 3,000 and 2,000 are two estimates."""
_MOST_PAIRS = 1600
"""Pairs of figures of two texts of which by chance hardly one looks like a slip: of two news stories, not of two books."""
_FEW_FIGURES, _AS_WIDE = 40, 2.0
"""Figures of one measure of a document that are looked at one by one, and how many times as wide as another a figure may be, so rounded."""
_SPARSE = 12
"""Figures of one measure of a document up to which hardly two come near to one another by chance."""
_LARGE, _TIMES = 1000, 5
"""From how much on a figure is large, and how many times as large as another it may be to be about as large."""
_MOST_HELD = 512
"""Documents whose figures are kept in order."""
_NEXT = 2
"""How many figures before one and behind it stand next to it."""
_AT = attrgetter("at")
_Printed = tuple[float, float]
_Ends = dict[str, tuple[Sequence[float], Sequence[float], Sequence[_Printed]]]
"""Of each measure the lower ends of the figures, in order, up to each of them the highest upper end, and both ends of each."""


class Stated:
    """The figures that documents state: values and wholes of ``topics``."""

    def __init__(self, topics: Sequence[Topic]):
        self._topics: dict[int, list[Topic]] = {}
        self._ends: dict[int, _Ends] = {}
        self._last: tuple[int, int, str] = (-1, -1, "")
        self._rivals: tuple[Sequence[float], Sequence[float]] = ((), ())
        self._opens: dict[tuple[int, int, str], int] = {}
        self._retold: dict[tuple[int, int], float] = {}
        for topic in topics:
            if topic.aspect in ("value", "whole"):
                self._topics.setdefault(topic.document, []).append(topic)

    def are_alone(self, left: Topic, right: Topic) -> bool:
        """Of topics of two texts: whether neither text has the other's figure, so that one may stand where the other should."""
        if left.document == right.document:
            return False
        few = min(len(left.telling_digits), len(right.telling_digits)) < _LEAST_DIGITS
        misscaled = left.digits == right.digits and len(left.digits) >= _LEAST_DIGITS  # 40 million, 40 billion
        alone = left.family == "rate" and self._is_only(left) and self._is_only(right)
        if few and not misscaled and not alone and not (of_one_digit(left, right) and self.are_sole(left, right)):
            return False
        if self._number(left) * self._number(right) > _MOST_PAIRS:
            return False
        exact = min(len(left.telling_digits), len(right.telling_digits)) > _LEAST_DIGITS
        return not (self._has(left.document, right, as_exact=exact) or self._has(right.document, left, as_exact=exact))

    def are_only(self, left: Topic, right: Topic) -> bool:
        """Whether either text has but this one figure in such a unit, so that both are likely to be of the same."""
        measured = left.family in ("rate", "measure", "money") and not left.scale.plain
        return measured and self._is_only(left) and self._is_only(right)

    def are_sole(self, left: Topic, right: Topic) -> bool:
        """Whether of all figures in this unit that either text has, each has but this one that the other has not."""
        return left.claim.unit == right.claim.unit and self._only_unmatched(left, right) and self._only_unmatched(right, left)

    def _only_unmatched(self, topic: Topic, other: Topic) -> bool:
        alike = (each for each in self._topics.get(topic.document, ()) if each.claim.unit == topic.claim.unit)
        return {_size(each) for each in alike if not self._has(other.document, each)} == {_size(topic)}

    def are_unmatched(self, left: Topic, right: Topic) -> bool:
        """Of topics of two texts: whether neither text has the other's figure."""
        return not (self._has(left.document, right) or self._has(right.document, left))

    def are_told_apart(self, left: Topic, right: Topic) -> bool:
        """Whether a third text has both figures, of different nouns: 306 passengers, and 347 on board with the crew."""
        few = min(len(left.telling_digits), len(right.telling_digits)) < _LEAST_DIGITS
        if few or left.noun == right.noun or len(self._topics) > HANDFUL:
            return False
        return any(self._tells_apart(number, left, right) for number in self._topics if number not in (left.document, right.document))

    def _tells_apart(self, number: int, left: Topic, right: Topic) -> bool:
        if not (self._has(number, left) and self._has(number, right)):
            return False
        mine, theirs = ({each.noun for each in self._topics[number] if _are_same(each, topic)} for topic in (left, right))
        return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)

    def counts(self, document: int, low: float, high: float) -> bool:
        """Whether the document counts from ``low`` to ``high`` of something."""
        return any(topic.family == "count" and low <= _size(topic) <= high for topic in self._topics.get(document, ()))

    def rivals(self, left: Topic, right: Topic) -> int:
        """In how many ways a figure of either text that the other has not could be put beside such a one: so often chance has a try.

        Of figures about as large as these two; where they differ in scale, of all, or of all large numbers.
        """
        pair = (left.document, right.document, left.measures)
        if self._last != pair:
            self._last = pair
            self._rivals = self._unmatched(left.document, right), self._unmatched(right.document, left)
        small, large = sorted((_size(left), _size(right)))
        least, most = small / _TIMES, large * _TIMES
        if large > small * _TIMES:  # of two scales
            least, most = _LARGE if small >= _LARGE and left.scale.plain else 0.0, inf
        mine, theirs = (bisect_right(held, most) - bisect_left(held, least) for held in self._rivals)
        return mine * theirs

    def open_pairs(self, left: Topic, right: Topic) -> int:
        """In how many ways a figure in such a unit that only one of the two texts has could be put beside one that only the other has."""
        mine, theirs = self._open(left.document, right), self._open(right.document, left)
        return mine * theirs

    def _open(self, document: int, other: Topic) -> int:
        key = (document, other.document, other.measures)
        if key not in self._opens:
            if len(self._opens) > _MOST_HELD:
                self._opens.clear()
            topics = (topic for topic in self._topics.get(document, ()) if topic.measures == other.measures and topic.aspect == "value")
            self._opens[key] = len({_size(topic) for topic in topics if not self._has(other.document, topic)})
        return self._opens[key]

    def retold(self, left: Topic, right: Topic) -> float:
        """What part of the figures of two digits or more, of the text that has fewer of them, the other text has too."""
        pair = left.document, right.document
        if pair not in self._retold:
            if len(self._retold) > _MOST_HELD:
                self._retold.clear()
            mine, theirs = self._figures_of(pair[0]), self._figures_of(pair[1])
            self._retold[pair] = len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
        return self._retold[pair]

    def _figures_of(self, document: int) -> set[tuple[str, _Printed]]:
        held = self._topics.get(document, ())
        return {(each.measures, each.interval.nominal) for each in held if each.family != "date" and len(each.digits) > 1}

    def beside(self, left: Topic, right: Topic) -> int:
        """How many of the figures that stand next to the two, each in its text, are the same, of two digits or more."""
        return len(self._next_to(left) & self._next_to(right))

    def _next_to(self, topic: Topic) -> set[tuple[str, _Printed]]:
        held = self._topics.get(topic.document, [])
        at = bisect_left(held, topic.at, key=_AT)
        near = held[max(0, at - _NEXT) : at + _NEXT + 2]
        return {(each.measures, each.interval.nominal) for each in near if each.at != topic.at and len(each.digits) > 1}

    def _unmatched(self, document: int, other: Topic) -> Sequence[float]:
        """The figures, each once, in order, that are measured as ``other`` is, that the document has and the other's has not."""
        topics = (topic for topic in self._topics.get(document, ()) if topic.measures == other.measures and len(topic.digits) > 1)
        return sorted({_size(topic) for topic in topics if not self._has(other.document, topic)})

    def _is_only(self, topic: Topic) -> bool:
        """Whether its text has no other figure of what has such a unit, as a speed has."""
        return self._number(topic) == 1

    def _number(self, topic: Topic) -> int:
        """How many figures of its kind and unit the topic's text has."""
        return len(self._ends_of(topic.document, topic.measures)[0])

    def has_its_like(self, figure: Topic, other: Topic) -> bool:
        """Whether the document of ``other`` has the very ``figure`` that ``other`` only comes near to: 17 percent, where both say 18."""
        return self._number(figure) <= _SPARSE and self._is_of_another(figure.interval.nominal, other)

    def _is_of_another(self, printed: _Printed, topic: Topic) -> bool:
        """Whether the document of ``topic``, which has few such figures, has the one ``printed`` that ``topic`` only comes near to."""
        if _is_rounded(printed, topic.interval.nominal):
            return False
        *_, ends = self._ends_of(topic.document, topic.measures)
        return len(ends) <= _SPARSE and printed in ends

    def _ends_of(self, document: int, measures: str) -> tuple[Sequence[float], Sequence[float], Sequence[_Printed]]:
        if document not in self._ends:
            if len(self._ends) > _MOST_HELD:
                self._ends.clear()
            self._ends[document] = _in_order(self._topics.get(document, ()))
        return self._ends[document].get(measures, ((), (), ()))

    def _has(self, document: int, topic: Topic, *, as_exact: bool = False) -> bool:
        """Whether the document has the figure of ``topic``; where it has few, none that only comes near to it and is of something else.

        ``as_exact``: nor, where they are not many, one that is rounded more than that is.
        """
        lows, highs, ends = self._ends_of(document, topic.measures)
        low, high = topic.interval.nominal
        at = bisect_right(lows, high)
        found = at > 0 and highs[at - 1] >= low
        if not found or len(ends) > (_FEW_FIGURES if as_exact else _SPARSE):
            return found
        widest, few = _AS_WIDE * (high - low) if as_exact else inf, len(ends) <= _SPARSE
        met = ((first, last) for first, last in ends[:at] if last >= low and last - first <= widest)
        return any(not (few and self._is_of_another(each, topic)) for each in met)


def _is_rounded(one: _Printed, other: _Printed) -> bool:
    """Whether one of two figures is the other, be it rounded, and not only as near as the next."""
    (first, last), (start, end) = one, other
    return one == other or first < (start + end) / 2 < last or start < (first + last) / 2 < end


def _are_same(one: Topic, other: Topic) -> bool:
    return one.measures == other.measures and one.interval.nominal == other.interval.nominal


def _size(topic: Topic) -> float:
    low, high = topic.interval.nominal
    return low if high == inf else high if low == -inf else (low + high) / 2


def _in_order(topics: Iterable[Topic]) -> _Ends:
    found: dict[str, list[tuple[float, float]]] = {}
    for topic in topics:
        found.setdefault(topic.measures, []).append(topic.interval.nominal)
    for ends in found.values():
        ends.sort()
    highest = {measures: list(accumulate((high for _, high in ends), max)) for measures, ends in found.items()}
    return {measures: ([low for low, _ in ends], highest[measures], ends) for measures, ends in found.items()}


def company(left: Topic, right: Topic) -> frozenset[str]:
    """The figures of two digits or more, no years, that both sentences have besides these two, when they stand in two texts."""
    return left.others & right.others if left.document != right.document else frozenset()
