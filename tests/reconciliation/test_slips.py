"""Slips of the pen."""

from __future__ import annotations

import pytest

from ledger.reconciliation.slips import slip


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
