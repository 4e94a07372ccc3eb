"""What printed figures imply."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.reconciliation.intervals import interval, percent
from ledger.reconciliation.units import scale
from tests.reconciliation.making import claim


def implied(marked: str, low: str, high: str | None = None, **fields: str) -> tuple[float, float]:
    made = claim(marked, low, high, **fields)
    found = interval(made, scale(made.unit))
    return round(found.low, 6), round(found.high, 6)


@pytest.mark.parametrize(
    ("marked", "low", "high", "fields", "expected"),
    [
        ("It took [80 percent] of it.", "80", None, {"kind": "share", "unit": "percent"}, (79.5, 80.5)),
        ("It took [4.6]%.", "4.6", None, {"kind": "share", "unit": "percent"}, (4.55, 4.65)),
        ("There were [61,204] of them.", "61204", None, {}, (61204, 61204)),
        ("There were [7] dogs.", "7", None, {}, (7, 7)),
        ("There were [3,500] of them.", "3500", None, {}, (3450, 3550)),
        ("There were [14,000] of them.", "14000", None, {}, (13650, 14350)),
        ("About [500] came.", "500", None, {"bound": "about"}, (450, 550)),
        ("More than [80] percent.", "80", None, {"kind": "share", "unit": "percent", "bound": "more_than"}, (79.5, inf)),
        ("At most [15] days.", "15", None, {"kind": "duration", "unit": "day", "bound": "at_most"}, (0, 15.5 * 86400)),
        ("Some [60 to 70 percent].", "60", "70", {"kind": "share", "unit": "percent", "bound": "between"}, (59.5, 70.5)),
        ("It cost [$2.31 billion].", "2310000000", None, {"kind": "money", "unit": "USD"}, (2305000000, 2315000000)),
        ("It cost [$90m–$110m].", "90000000", "110000000", {"kind": "money", "unit": "USD", "bound": "between"}, (89500000, 110500000)),
        ("A rise of [2,7] points.", "2.7", None, {"kind": "share", "unit": "percent"}, (2.65, 2.75)),
        ("[Thousands] came.", "1000", None, {"bound": "magnitude"}, (500, inf)),
        ("[Four hundred and thirty] came.", "430", None, {}, (430, 430)),
        ("It is [8 km] long.", "8", None, {"kind": "measure", "unit": "kilometer"}, (7500, 8500)),
    ],
)
def test_implied(marked, low, high, fields, expected):
    assert implied(marked, low, high, **fields) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "meeting"),
    [
        (("[28 miles] off", "28", "mile"), ("[45 km] off", "45", "kilometer"), "same"),
        (("[7.5 miles] deep", "7.5", "mile"), ("[12 km] deep", "12", "kilometer"), "same"),
        (("[5 acres] of land", "5", "acre"), ("[2 hectares] of land", "2", "hectare"), "same"),
        (("[320 square kilometres]", "320", "kilometer ** 2"), ("[124 square miles]", "124", "mile ** 2"), "same"),
        (("[41.3 °C] at noon", "41.3", "degree_Celsius"), ("[106.3 °F] at noon", "106.3", "degree_Fahrenheit"), "same"),
        (("[8.4 Mt] of gas", "8.4", "megametric_ton"), ("[84 million tonnes] of gas", "84000000", "metric_ton"), "apart"),
        (("[9 °C] by day", "9", "degree_Celsius"), ("[-4 °C] by night", "-4", "degree_Celsius"), "apart"),
    ],
)
def test_units_meet_after_conversion(one, other, meeting):
    first, second = (claim(marked, value, kind="measure", unit=unit) for marked, value, unit in (one, other))
    assert interval(first, scale(first.unit)).meets(interval(second, scale(second.unit))) == meeting


@pytest.mark.parametrize(("low", "bound", "meeting"), [("23", "exact", "within"), ("19", "exact", "apart"), ("20", "more_than", "same")])
def test_an_open_end_reconciles(low, bound, meeting):
    more = claim("More than [20] came.", "20", bound="more_than")
    other = claim(f"There were [{low}].", low, bound=bound)
    assert interval(more, scale("")).meets(interval(other, scale(""))) == meeting


def test_a_ratio_in_few_words_is_wide_and_a_count_is_not():
    assert percent(Decimal(1), Decimal(5), "exact").nominal == pytest.approx((18.5, 21.5))
    assert percent(Decimal(192), Decimal(640), "exact").nominal == pytest.approx((29.95, 30.05))


@given(st.decimals("0.01", 99, places=2), st.integers(0, 1))
def test_a_rounded_share_agrees_with_the_share(value: Decimal, places: int):
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
    exact, printed = (claim(f"It was [{figure}%].", str(figure), kind="share", unit="percent") for figure in (value, rounded))
    assert interval(exact, scale("percent")).meets(interval(printed, scale("percent"))) == "same"


@given(st.integers(1, 10**9), st.sampled_from(["exact", "about", "at_least", "at_most", "more_than", "less_than"]))
def test_a_figure_agrees_with_itself(value: int, bound: str):
    made = claim(f"There were [{value:,}].", str(value), bound=bound)
    found = interval(made, scale(""))
    assert found.meets(found) == "same"
    assert found.low <= float(value) <= found.high
