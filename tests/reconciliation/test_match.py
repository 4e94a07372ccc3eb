"""Two topics held side by side: what is looked at, and in what order, changes nothing of what they weigh."""

from __future__ import annotations

from itertools import combinations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.reconciliation.case import Case
from ledger.reconciliation.comparison import LEVELS
from ledger.reconciliation.match import Match
from ledger.reconciliation.worth import may_be_one

ARTICLES = (
    "In Velm 40 houses burned on 3 May, the mayor Ana Ruiz said. About 120 firefighters fought the blaze. Four people died.",
    "On 3 May 65 houses burned in Velm, and 120 firefighters came. The blaze killed six people, according to Ruiz.",
    "Orlan Steel employs 4,300 people, 12 percent more than a year ago. It lost $148 million. Its plant in Velm burned.",
    "In Dorn 1,700 houses burned on 3 May, and 21 firefighters of Dorn were hurt.",
)


@pytest.fixture(scope="module")
def matches() -> list[Match]:
    claims = [claim for at, text in enumerate(ARTICLES) for claim in extract(read_text(text, f"{at}.txt", "2021-05-05"))]
    case = Case(claims)
    pairs = [pair for pair in combinations(case.topics, 2) if pair[0].measures == pair[1].measures and pair[0].family != "date"]
    assert len(pairs) > 10
    return [Match(case.comparer, left, right) for left, right in pairs]


def test_a_match_reaches_what_it_weighs_and_no_more(matches):
    reaching = [match for match in matches if match.reaches(-100.0)]
    assert reaching, "some are of one thing"
    for match in reaching:
        assert match.reaches(match.weight)
        assert not match.reaches(match.weight + 0.5)


def test_what_is_let_go_beforehand_would_reach_nothing(matches):
    refused = [match for match in matches if not may_be_one(match.comparer, match.left, match.right)]
    assert any(match.left.noun == match.right.noun == "house" for match in refused), "in Velm and in Dorn"
    assert not any(match.reaches(-100.0) for match in refused)


def test_the_steps_are_the_levels_and_add_up_to_the_weight(matches):
    for match in matches:
        assert sum(step.weight for step in match.steps) == match.weight
        assert all(step.level == match.level(step.field) for step in match.steps if step.field in LEVELS)


def test_given_levels_are_all_that_counts(matches):
    given = matches[0]
    copied = Match(given.comparer, given.left, given.right, {"sentence": "copied"})
    assert [(step.field, step.level) for step in copied.steps] == [("sentence", "copied")]
    assert copied.weight == 10.0


def test_articles_that_state_but_a_share_of_a_few_are_compared():
    told = "One in five households in Velm heats with wood, the council said.", "In Velm 31 percent of households heat with wood, it said."
    found = reconcile([claim for at, text in enumerate(told) for claim in extract(read_text(text, f"{at}.txt", "2021-05-05"))])
    assert [finding.verdict for finding in found] == ["conflict"]
