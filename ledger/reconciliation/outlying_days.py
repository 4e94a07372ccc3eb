"""The day that a text gives its event where others agree in another: each of several texts names the day of what they all tell of.

A text that does not name the day that two others name, and that has but one day near it that nobody else has, gives the event that day.
So with whole months. What comes out days after the event names that too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from ledger.reconciliation.dating import ahead, differ_in_deed, of_an_event, slipped_day, span
from ledger.reconciliation.event_days import of_one_night
from ledger.reconciliation.spans import Span
from ledger.reconciliation.topic import Topic

_AGREED = 2
"""Texts that must name one day."""
_NEAR_DAYS, _NEAR_MONTHS, _YEAR = 4, 3, 12
_MONTH = (27, 30)
"""Days of a month, less one."""


class OutlyingDays:
    """Of the ``dates`` of a handful of texts of one event those at odds with what others agree in."""

    def __init__(self, dates: Iterable[Topic]):
        self._days: dict[int, list[tuple[Topic, Span]]] = {}
        self._named: dict[int, set[Span]] = {}
        for topic in dates:
            days = span(topic)
            if days is None:
                continue
            self._named.setdefault(topic.document, set()).add(days)
            if _is_told(topic, days):
                self._days.setdefault(topic.document, []).append((topic, days))
        self._texts = Counter(days for told in self._days.values() for days in {days for _, days in told})

    def pairs(self) -> Iterator[tuple[Topic, Topic]]:
        """Each such day with that of the others, as each of them names it."""
        for document, told in self._days.items():
            for agreed, texts in self._texts.items():
                if texts < _AGREED or self._is_named(document, agreed):
                    continue
                near = [(topic, days) for topic, days in told if _is_near(days, agreed) and self._is_alone(document, days)]
                if len({days for _, days in near}) == 1:
                    pairs = product([topic for topic, _ in near], self._tell(agreed))
                    yield from (pair for pair in pairs if not differ_in_deed(*pair) and not of_one_night(*pair))

    def _tell(self, agreed: Span) -> list[Topic]:
        return [topic for told in self._days.values() for topic, days in told if days == agreed]

    def _is_named(self, document: int, asked: Span) -> bool:
        """Whether the document names the days, or one of them."""
        return any(asked[0] <= days[0] and days[1] <= asked[1] for days in self._named[document])

    def _is_alone(self, document: int, days: Span) -> bool:
        return not any(self._is_named(other, days) for other in self._named if other != document)


def _is_told(topic: Topic, days: Span) -> bool:
    """Whether it is a day, or a month, on which something had happened, and not that on which the text came out."""
    claim = topic.claim
    if claim.bound != "exact" or claim.modality != "asserted" or not of_an_event(topic):
        return False
    if days[0] == days[1]:
        return ahead(days[0], topic) is False and claim.published != days[0]
    return _is_month(days)


def _is_month(days: Span) -> bool:
    return days[0].day == 1 and _MONTH[0] <= (days[1] - days[0]).days <= _MONTH[1]


def _is_near(days: Span, agreed: Span) -> bool:
    """Whether two days, or two months, may be of one event: a few apart, or one written for the other."""
    if _is_month(days) != _is_month(agreed):
        return False
    if _is_month(days):
        apart = (days[0].year - agreed[0].year) * _YEAR + days[0].month - agreed[0].month
        return abs(apart) <= _NEAR_MONTHS or abs(apart) == _YEAR
    return abs((days[0] - agreed[0]).days) <= _NEAR_DAYS or slipped_day(days, agreed)

