"""Interval arithmetic, and what printed figures imply in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.reconciliation.arithmetic.ranges import Range, implied, total, zeros
from tests.reconciliation.making import claim

NUMBERS = st.floats(0.01, 1e6)


@given(NUMBERS, NUMBERS, st.floats(0, 0.2), st.floats(0, 0.2))
def test_a_result_holds_what_the_numbers_come_to(one: float, other: float, left: float, right: float):
    mine, theirs = Range(one * (1 - left), one * (1 + right)), Range(other * (1 - right), other * (1 + left))
    assert mine.plus(theirs).meets(Range(one + other, one + other))
    assert mine.minus(theirs).meets(Range(one - other, one - other))
    assert mine.times(theirs).meets(Range(one * other, one * other))
    assert mine.over(theirs).meets(Range(one / other, one / other))
    assert total([mine, theirs]) == mine.plus(theirs)


@given(st.integers(1000, 10**7), st.integers(2, 6))
def test_a_rounded_figure_covers_what_it_was_rounded_from(value: int, digits: int):
    step = 10 ** max(0, len(str(value)) - digits)
    rounded = round(value / step) * step
    assert implied(claim(f"There were [{rounded:,}].", str(rounded))).meets(Range(value, value))


@pytest.mark.parametrize(
    ("marked", "value", "low", "high"),
    [
        ("There were [52].", "52", 52, 52), ("There were [12,000].", "12000", 11500, 12500), ("There were [1,234].", "1234", 1234, 1234),
        ("There were [1.2 million].", "1200000", 1_150_000, 1_250_000), ("There were [400].", "400", 395, 405),
        ("There were [two million].", "2000000", 1_500_000, 2_500_000),
    ],
)  # fmt: skip
def test_implied(marked: str, value: str, low: float, high: float):
    assert implied(claim(marked, value)) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("marked", "value", "expected"),
    [("[1,200] jobs", "1200", 2), ("[475] jobs", "475", 0), ("[1.2 million] jobs", "1200000", 9), ("[nine] jobs", "9", 0)],
)
def test_zeros(marked: str, value: str, expected: int):
    assert zeros(claim(marked, value)) == expected
