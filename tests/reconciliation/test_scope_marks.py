"""Words beside one figure alone that mark it as of another thing: what is permitted, what is like it."""

from __future__ import annotations

import pytest

from ledger.reconciliation.match import Match
from tests.reconciliation.making import case_of

WEIGHED = "The cargo of the Kesiya weighed 47 tonnes."


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("The cargo of the Kesiya weighed 34 tonnes.", False),
        ("The Kesiya is permitted a cargo of 34 tonnes.", True),
        ("Her papers allowed the Kesiya a cargo of 34 tonnes.", True),
        ("The cargo of a similar ship came to 34 tonnes.", True),
        ("The Kesiya is permitted a cargo of 74 tonnes.", False),  # a slip, perhaps
    ],
)
def test_marked_apart(other, apart):
    case = case_of(WEIGHED, other)
    left, right = (next(topic for topic in case.topics if topic.document == at) for at in (0, 1))
    assert Match(case.comparer, left, right).marked_apart is apart
