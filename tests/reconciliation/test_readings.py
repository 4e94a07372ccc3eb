"""A reading of an instrument that two texts give of two days, and what tells that it may be told of another day than its own."""

from __future__ import annotations

import pytest

from ledger.reconciliation.readings import Readings
from tests.reconciliation.making import case_of

OTHER = "The station measured 41.3 degrees on 4 August."


def _shared(one: str, other: str) -> str:
    topics = case_of(one, other).topics
    left, right = (next(topic for topic in topics if topic.document == at and topic.family == "date") for at in (0, 1))
    return Readings(topics).shared(left, right)


@pytest.mark.parametrize(
    "one",
    [
        "It was 41.3 degrees on the morning of 3 August.",
        "It was 41.3 degrees on the afternoon of 3 August.",
        "It was 41.3 degrees at the byway on 3 August.",
        "The signal box had 41.3 degrees on 3 August.",
        "The plant had 41.3 degrees on 3 August.",
    ],
)
def test_a_reading_of_two_days(one):
    assert _shared(one, OTHER) == "41.3 degrees"


@pytest.mark.parametrize(
    "one",
    [
        "It was 41.3 degrees, the institute announced on 3 August.",
        "Forecasters expected 41.3 degrees on 3 August.",
        "The reading of 41.3 degrees was verified on 3 August.",
        "It was 41.3 degrees, reporters heard on 3 August.",
        "By 3 August it was 41.3 degrees.",
        "It was 41.3 degrees at the opening of the baths on 3 August.",
        "It had been 41.3 degrees until 3 August.",
    ],
)
def test_a_reading_that_is_told_of_another_day(one):
    assert _shared(one, OTHER) == ""


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It was 41.3 degrees on 3 August.", False),
        ("It was 43.1 degrees on 3 August.", True),
        ("The roof fell in on 3 August.", True),
        ("The roof fell in on 3 August, when it was 41.3 degrees.", False),
    ],
)
def test_a_day_of_another_reading_is_another(one, two):
    topics = case_of(one, OTHER).topics
    left, right = (next(topic for topic in topics if topic.document == at and topic.family == "date") for at in (0, 1))
    assert Readings(topics).are_two(left, right) is two
