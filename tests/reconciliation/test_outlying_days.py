"""Which day of a text stands alone where other texts agree in another near it."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation.case import Case
from ledger.reconciliation.outlying_days import OutlyingDays


def _pairs(*texts: str) -> set[tuple[str, str]]:
    claims = [claim for at, text in enumerate(texts) for claim in extract(read_text(text, f"{at}.txt", "2030-06-30"))]
    dates = (topic for topic in Case(claims).topics if topic.family == "date")
    return {(one.claim.span.quote, other.claim.span.quote) for one, other in OutlyingDays(dates).pairs()}


AGREED = ("The dyke broke on 12 June.", "Water came through on 12 June.")


@pytest.mark.parametrize(
    ("text", "outlying"),
    [
        ("The fields of Velm went under on 9 June.", "9 June"),
        ("The fields of Velm went under on 21 June.", "21 June"),  # the digits swapped
        ("The fields went under on 9 June, and the rain of 12 June did the rest.", ""),
        ("The fields went under on 9 June, and on 10 June the road.", ""),
        ("The fields went under on 2 June.", "2 June"),  # a digit left out
        ("The fields went under on 4 June.", ""),
        ("It had rained until 9 July.", ""),
        ("VELM, 30 June - The fields are under water.", ""),
    ],
)
def test_one_day_near_the_one_that_others_agree_in_stands_alone(text, outlying):
    assert _pairs(*AGREED, text) == ({(outlying, "12 June")} if outlying else set())


def test_months_stand_alone_as_days_do():
    agreed = "The treaty was signed in March 2024.", "Since March 2024 there is a treaty."
    assert _pairs(*agreed, "It was concluded in May 2024.") == {("May 2024", "March 2024")}
    assert _pairs(*agreed, "It was concluded on 4 March 2024, and ratified in May 2024.") == set()


def test_it_takes_two_to_agree():
    assert _pairs(AGREED[0], "The fields went under on 9 June.") == set()
