"""Ranges of numbers that can be added, multiplied and divided: what a figure's printed digits and its hedge imply.

The rules are those of interval arithmetic (R. E. Moore, Interval Analysis, 1966), for numbers that are not negative.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import inf
from typing import NamedTuple

from ledger.reconciliation.intervals import interval
from ledger.reconciliation.rounding import half_step_reckoned, trailing_zeros
from ledger.reconciliation.units import scale
from ledger.records import Claim

_HAIR = 1e-9
"""How far apart, relative to their size, the ends of two ranges may be and still touch: binary fractions are not exact."""
_THOUSAND = 1000


class Range(NamedTuple):
    """All numbers from ``low`` to ``high``, both included; ``high`` may be infinite."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether one number can be in both."""
        slack = _HAIR * max(abs(self.low), abs(other.low), 1e-6)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def touches(self, other: Range) -> bool:
        """Whether both have but an end in common."""
        slack = _HAIR * max(abs(self.low), abs(other.low), 1e-6)
        return abs(self.low - other.high) <= slack or abs(other.low - self.high) <= slack

    def plus(self, other: Range) -> Range:
        """The sums of a number of this and one of the other."""
        return Range(self.low + other.low, self.high + other.high)

    def minus(self, other: Range) -> Range:
        """The differences of a number of this and one of the other."""
        return Range(self.low - other.high, self.high - other.low)

    def times(self, other: Range) -> Range:
        """The products; both ranges hold no negative number, and nothing times infinity is nothing."""
        return Range(_product(self.low, other.low), _product(self.high, other.high))

    def over(self, other: Range) -> Range:
        """The quotient; nothing is divided by zero: a range that begins there gives no upper end."""
        return Range(self.low / other.high if other.high else inf, self.high / other.low if other.low > 0 else inf)

    def scaled(self, factor: float) -> Range:
        """Every number times ``factor``, which is not negative."""
        return Range(self.low * factor, self.high * factor)

    def __str__(self) -> str:
        low, high = (f"{end:,.4g}" if abs(end) < _THOUSAND else f"{end:,.0f}" for end in self)
        return low if low == high else f"{low} to {high}" if self.high < inf else f"at least {low}"

    def widened(self, below: float, above: float) -> Range:
        """The range with its ends moved outwards by ``below`` and ``above``."""
        return Range(self.low - below, self.high + above)


def _product(one: float, other: float) -> float:
    return 0.0 if one == 0 or other == 0 else one * other


def total(ranges: Iterable[Range]) -> Range:
    """The range of the sum."""
    found = Range(0.0, 0.0)
    for each in ranges:
        found = found.plus(each)
    return found


def implied(claim: Claim) -> Range:
    """What a figure can mean, in base units: "1.2 million" covers 1,150,000 to 1,250,000, "12,000" 11,500 to 12,500."""
    size = scale(claim.unit)
    if claim.kind == "rate" and claim.whole:
        size = size.over(float(claim.whole))
    found = interval(claim, size, half_step_reckoned(claim, number(claim)))
    return Range(found.low, found.high)


def as_difference(claim: Claim) -> Range:
    """The same of a difference: one of 11 degrees Celsius is 11 kelvins."""
    size = scale(claim.unit)
    if not size.offset:
        return implied(claim)
    found = interval(claim, size._replace(offset=0.0), half_step_reckoned(claim, number(claim)))
    return Range(found.low, found.high)


def as_printed(claim: Claim) -> Range:
    """The same when the figure's hedge is not its own: of "10 more than the 40", 40."""
    value = claim.low if claim.low is not None else claim.high
    return implied(claim.model_copy(update={"low": value, "high": value, "bound": "exact"}))


def number(claim: Claim) -> float:
    """The figure as it stands, the lower end of a range; 0 for a date."""
    ends = [end for end in (claim.low, claim.high) if isinstance(end, Decimal)]
    return float(min(ends)) if ends else 0.0


def zeros(claim: Claim) -> int:
    """How many zeros a whole number that is printed in digits ends in; "1.2 million" and figures in words have many."""
    return trailing_zeros(claim, number(claim))
