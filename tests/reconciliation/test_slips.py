"""Slips of the pen."""

from __future__ import annotations

import pytest

from ledger.reconciliation.slips import a_digit_off, slip


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("148", "184", "swapped digits"), ("61204", "62104", "swapped digits"), ("45", "54", "swapped digits"),
        ("1720", "1760", "one digit"), ("14000", "140000", "one digit more"), ("46", "146", "one digit more"),
        ("231", "231", "scale"), ("84", "84", "scale"), ("5", "5", ""), ("74", "84", ""), ("40", "65", ""),
        ("3500", "12000", ""), ("4", "14", ""), ("120", "340", ""),
    ],
)  # fmt: skip
def test_slip(one, other, expected):
    assert slip(one, other) == slip(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("66", "56", True), ("90", "99", True), ("9", "19", True), ("9", "29", False),
        ("66", "66", False), ("66", "55", False), ("6", "5", False),
    ],
)
def test_a_digit_off(one, other, expected):
    assert a_digit_off(one, other) == a_digit_off(other, one) == expected
