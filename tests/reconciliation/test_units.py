"""The table of units says what Pint says."""

from __future__ import annotations

import pint
import pytest

from ledger.lexicon import table
from ledger.reconciliation.units import scale

_UNITS = pint.UnitRegistry()
_LOGARITHMIC = {"decade", "decibel"}  # Pint's decade is a ratio of frequencies
NAMES = sorted({row[0] for row in table("units.tsv")} - _LOGARITHMIC)


@pytest.mark.parametrize("name", NAMES)
def test_factor(name):
    found = scale(name)
    if name in ("degree_Celsius", "degree_Fahrenheit"):
        assert found.factor * 20 + found.offset == pytest.approx(_UNITS.Quantity(20, name).to("kelvin").magnitude)
    else:
        assert found.factor == pytest.approx(_UNITS(name).to_base_units().to_root_units().magnitude * _grams(name), rel=1e-9)


def _grams(name: str) -> float:
    """Pint's base unit of mass is the kilogram, its root unit the gram."""
    power = _UNITS(name).dimensionality.get("[mass]", 0)
    return float(10.0 ** (-3 * power))


@pytest.mark.parametrize(
    ("one", "other", "comparable"),
    [
        ("mile", "kilometer", True), ("megawatt", "megawatt_hour", False), ("USD", "EUR", False), ("percent", "", False),
        ("kilometer / hour", "knot", True), ("1 / day", "1 / week", True), ("1000 meter ** 2", "hectare", True), ("widget", "widget", True),
    ],
)  # fmt: skip
def test_what_can_be_compared(one, other, comparable):
    assert (scale(one).measures == scale(other).measures) is comparable


def test_a_ton_may_be_short_or_long():
    assert (scale("ton").factor, scale("ton").other) == pytest.approx((907.18474, 1016.0469088))
