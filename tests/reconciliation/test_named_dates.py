"""What is asked of all days and years that two texts name: which words stand beside one alone, and how many could be slips."""

from __future__ import annotations

import pytest

from ledger.reconciliation import reconcile
from ledger.reconciliation.named_dates import NamedDates, of_a_year
from ledger.reconciliation.topic import Topic
from tests.reconciliation.making import case_of

OPENED = "The bridge was opened on 12 May."


def _named(one: str, other: str) -> tuple[NamedDates, Topic, Topic]:
    """The dates of two texts, and the first of either."""
    case = case_of(one, other)
    first = {topic.document: topic for topic in reversed(case.topics) if topic.family == "date"}
    return NamedDates(case.topics), first[0], first[1]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (OPENED, "The bridge was opened on 11 May.", {"bridge", "start"}),
        (OPENED, "The bridge was opened on 11 May. The market was opened on 3 April.", {"bridge"}),
        (OPENED, "The bridge was opened on 11 May. It was opened anew on 3 April, and the bridge was shut on 4 April.", set()),
        (OPENED, "The bridge was opened on 11 May. It was opened on 11 May.", {"bridge", "start"}),
        (OPENED, "The bridge was opened on 11 May. The market was opened in 1974.", {"bridge", "start"}),
    ],
)
def test_words_beside_one_date_alone(one, other, words):
    named, left, right = _named(one, other)
    assert named.only(frozenset({"bridge", "start"}), left, right) == words


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (OPENED, "It was opened on 11 May.", 1),
        (OPENED, "It was opened on 12 May.", 0),
        (OPENED, "It was opened on 11 May and blessed on 14 May.", 2),
        (OPENED, "It was opened on 11 May and blessed on 12 May.", 0),
        (OPENED, "It was opened on 11 May and will be blessed on 28 May.", 1),
        (OPENED, "It was opened on 11 May and planned in April.", 1),
        (OPENED, "It was opened on 11 May and blessed on 14 April.", 1),
        (OPENED, "It was opened on 11 May and shut from 14 to 16 May.", 1),
    ],
)
def test_pairs_of_days_that_but_one_text_names(one, other, pairs):
    named, left, right = _named(one, other)
    assert named.rivals(left, right) == pairs


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        ("It was built in 1967.", "It was built in 1976.", 1),
        ("It was built in 1967.", "It was built in 1967 and shut in 1990.", 0),
        ("It was built in 1967 and shut in 1990.", "It was built in 1976, sold in 1980 and shut in 1990.", 2),
    ],
)
def test_pairs_of_years_that_but_one_text_names(one, other, pairs):
    named, left, right = _named(one, other)
    assert named.rival_years(left, right) == pairs


@pytest.mark.parametrize(
    ("one", "other", "only"),
    [
        ("The fair runs until 3 June.", "The fair runs until 13 June.", True),
        ("The fair runs until 3 June.", "The fair runs until 3 June.", False),
        ("The fair runs until 3 June.", "The fair runs until 13 June and the show until 20 June.", False),
        ("The fair runs until 3 June.", "The fair runs until 13 June. The mayor comes on 20 June.", True),
        ("The fair ran until 3 May.", "The fair ran until 13 May.", False),
        ("The mill will be shut in 2033.", "The mill will be shut in 2035.", True),
        ("The mill will be shut in 2033.", "The mill will be shut in 2035 and sold in 2036.", False),
    ],
)
def test_the_only_day_to_come(one, other, only):
    named, left, right = _named(one, other)
    assert named.only_to_come(left, right) is only


@pytest.mark.parametrize(("text", "yearly"), [("It was shut in 1990.", True), ("It was shut in May 1990.", False), (OPENED, False)])
def test_a_year(text, yearly):
    assert of_a_year(_named(text, OPENED)[1]) is yearly


def test_among_many_years_what_is_done_but_once_is_one():
    mine = "The fair of Velm was founded in 1989. It fell in 2001, 2003 and 2005."
    theirs = "The fair of Velm, founded in {}, fell in 2002, 2004."
    told = [[(finding.code, finding.verdict) for finding in reconcile(case_of(mine, theirs.format(year)).claims)] for year in (1989, 1991)]
    assert [("X104", "conflict") in each for each in told] == [False, True]
