"""By which hours a text dates something, and which day of either of two texts is that of their event."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.reconciliation.dating import span
from ledger.reconciliation.event_days import Told, hours, of_one_night
from ledger.reconciliation.named_dates import NamedDates
from ledger.reconciliation.topic import Topic
from tests.reconciliation.making import case_of


def _days(text: str) -> list[Topic]:
    return [topic for topic in case_of(text).topics if topic.family == "date"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The roof fell in at 3 a.m. on 12 May.", 2, 5),
        ("The roof fell in at 3.20 p.m. on 12 May.", 14, 17),
        ("The roof fell in on 12 May at 14:30.", 13, 16),
        ("The roof fell in on 12 May, shortly before 2 p.m., and nobody was hurt.", 13, 16),
        ("The roof fell in at 12 a.m. on 12 May.", -1, 2),
        ("On 12 May at eleven at night the roof fell in.", 22, 25),
        ("The roof fell in on the morning of 12 May.", 4, 12),
        ("The roof fell in in the night to 12 May.", -6, 6),
    ],
)
def test_a_day_is_told_by_the_hour(text, first, last):
    assert hours(_days(text)[0]) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["The roof fell in on 12 May.", "It stood until the morning of 12 May.", "It fell on 12 May at 25:10.", "It fell on 12 May at 14 p.m."],
)
def test_a_day_is_told_by_no_hour(text):
    assert hours(_days(text)[0]) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It burned in the night of 11 May.", "It burned at 2 a.m. on 12 May.", True),
        ("It burned in the night of 11 May.", "It burned at 2 a.m. on 13 May.", False),
        ("It burned in the night to 12 May.", "It burned at 11 p.m. on 11 May.", True),
        ("It burned in the night of 11 May.", "It burned in the night of 12 May.", False),
        ("It burned on 11 May.", "It burned at 2 a.m. on 12 May.", False),
    ],
)
def test_two_days_of_one_night(one, other, same):
    assert of_one_night(_days(one)[0], _days(other)[0]) is same


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("It happened on 12 May.", "The derailment of 11 May shook Velm.", (12, 11)),
        ("The explosion of 12 May was heard in Velm.", "The explosion of 13 May was heard in Velm.", (12, 13)),
        ("The explosion of 12 May was heard in Velm.", "The derailment of 13 May was seen in Velm.", None),
        ("Derailment of a train near Velm on 12 May", "This happened on 11 May.", (12, 11)),
        ("At 3 a.m. on 12 May the roof fell in.", "At 3 a.m. on 11 May the roof fell in.", (12, 11)),
        ("At 3 a.m. on 12 May the roof fell in.", "At 9 p.m. on 11 May the roof fell in.", None),
        ("At 10 a.m. on 12 May the mayor spoke.", "At 10 a.m. on 11 May cows were sold.", None),
        ("It happened on 12 May.", "It happened on 20 May.", None),
        ("It happened on 12 May.", "It happened on 12 May.", None),
        ("It happened on 12 May.", "It happened on 11 May. It happened on 13 May.", None),
        ("It happened on 12 May.", "The mayor came on 11 May.", None),
        ("He left at 3 a.m. on 12 May.", "He arrived at 3 a.m. on 13 May.", None),
        ("Ana Ruiz left at 3 a.m. on 12 May.", "Ana Ruiz left at 3 a.m. on 13 May.", (12, 13)),
        ("Ana Ruiz left at 3 a.m. on 12 May.", "Ana Ruiz arrived at 3 a.m. on 13 May.", None),
        ("At 10 a.m. on 12 May the bridge broke.", "The bridge broke at 10 a.m. on 11 May.", (12, 11)),
        ("The derailment of 12 May shook the bridge.", "At 3 a.m. on 11 May the bridge shook.", (12, 11)),
        ("The derailment of 12 May shook Velm.", "At 3 a.m. on 11 May a bell rang.", None),
        ("It happened on 12 May.", "The mayor of Velm on 11 May", None),
        ("It happened on 12 May.", "It happened between 10 and 11 May.", None),
        ("It happened on 12 May.", "It happened on about 11 May.", None),
        ("It happened on 12 May.", "It is said that it had not happened on 11 May.", None),
        ("It happened on 12 May.", "It happened on 22 May.", (12, 22)),
    ],
)  # fmt: skip
def test_the_day_of_the_event(one, other, days):
    case = case_of(one, other)
    named = NamedDates(case.topics)
    told = Told(lambda document: (topic for topic in case.topics_of(document) if topic.family == "date"))
    pair = told.pair(0, 1, lambda day, document: span(day) in named.days.get(document, ()))
    assert (pair and tuple(day.claim.low for day in pair)) == (days and tuple(date(2021, 5, day) for day in days))
