"""The days, months and years that documents name, and what they say of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from ledger.reconciliation.dating import ahead, nearest, of_an_event, span, until
from ledger.reconciliation.readings import Readings
from ledger.reconciliation.spans import Span
from ledger.reconciliation.topic import Topic

_YEAR = 364
"""Days of a year at least, less one."""


class NamedDates:
    """Those of the ``topics``: what each document names, and of how many it says the same."""

    def __init__(self, topics: Iterable[Topic]):
        topics = list(topics)
        self.readings = Readings(topics)
        self._dates: dict[int, list[Topic]] = {}
        self._told: dict[tuple[int, bool], Counter[str]] = {}
        for topic in topics:
            if topic.family == "date" and span(topic) is not None:
                self._dates.setdefault(topic.document, []).append(topic)
        self.days = {document: {span(topic) for topic in dates} for document, dates in self._dates.items()}
        self._years = {document: {day.year for held in days if held is not None for day in held} for document, days in self.days.items()}

    def only(self, words: frozenset[str], left: Topic, right: Topic) -> frozenset[str]:
        """Those of ``words`` that stand beside one date alone in the texts of both: beside one year, or beside one day or month."""
        if not words:
            return words
        mine, theirs = self._told_in(left.document, of_a_year(left)), self._told_in(right.document, of_a_year(right))
        return frozenset(word for word in words if mine[word] == 1 == theirs[word])

    def rivals(self, left: Topic, right: Topic) -> int:
        """How many pairs the days make that only either text names, of the months of these two and to come or past as they are."""
        return self._unmatched(left, right.document) * self._unmatched(right, left.document)

    def rival_years(self, left: Topic, right: Topic) -> int:
        """How many pairs the years make that only either text names: a life has many, and by chance some seem misspelt."""
        mine, theirs = self._years[left.document], self._years[right.document]
        return len(mine - theirs) * len(theirs - mine)

    def only_to_come(self, left: Topic, right: Topic) -> bool:
        """Whether of all that is to come, until a day or in a year as these two are, each text says but one that the other does not."""
        return all(len(self._to_come(one, other.document)) == 1 for one, other in ((left, right), (right, left)))

    def _to_come(self, day: Topic, document: int) -> set[Span]:
        """The days or years like ``day``, which is one of them, that its text says are to come and that the document does not name."""
        yearly = of_a_year(day)
        alike = [topic for topic in self._dates[day.document] if (of_a_year(topic) if yearly else until(topic))]
        found = {days for topic in alike if (days := span(topic)) is not None and ahead(days[0], topic)}
        return found - self.days[document] if span(day) in found else set()

    def _unmatched(self, day: Topic, document: int) -> int:
        others = {(found[0].month, found[0].day) for found in self.days[document] if found is not None}
        mine = span(day)
        alike = {
            (found[0].month, found[0].day)
            for found in self.days[day.document]
            if found is not None and mine is not None and found[0] == found[1]
            and found[0].month == mine[0].month and ahead(found[0], day) == ahead(mine[0], day)
        }  # fmt: skip
        return len(alike - others)

    def _told_in(self, document: int, of_years: bool) -> Counter[str]:
        if (document, of_years) not in self._told:
            fit = of_a_year if of_years else of_an_event
            once: dict[Span | None, set[str]] = {}
            for topic in filter(fit, self._dates[document]):
                once.setdefault(span(topic), set()).update(nearest(topic))
            self._told[document, of_years] = Counter(chain.from_iterable(once.values()))
        return self._told[document, of_years]


def of_a_year(topic: Topic) -> bool:
    days = span(topic)
    return days is not None and days[0].year == days[1].year and (days[1] - days[0]).days >= _YEAR
