"""Ranges of numbers that can be added, multiplied and divided: what a figure's printed digits and its hedge imply.

The rules are those of interval arithmetic (R. E. Moore, Interval Analysis, 1966), for numbers that are not negative.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import inf
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.intervals import half_step, interval
from ledger.reconciliation.units import scale
from ledger.records import Claim

_HAIR = 1e-9
"""How far apart, relative to their size, the ends of two ranges may be and still touch: binary fractions are not exact."""
_PLAIN = re.compile(r"\d[\d,.'\u00a0\u202f ]*(?<=\d)")
_THOUSAND, _HUNDRED = 1000, 100
_ROUND, _SMALL_ROUND = 0.025, 0.0125
"""How far off, at most, a round number of few digits may be when nothing hedges it: 7,000, and 400."""


class Range(NamedTuple):
    """All numbers from ``low`` to ``high``, both included; ``high`` may be infinite."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether one number can be in both."""
        slack = _HAIR * max(abs(self.low), abs(other.low), 1e-6)
        return self.low <= other.high + slack and other.low <= self.high + slack

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
    value = number(claim)
    size = scale(claim.unit)
    if claim.kind == "rate" and claim.whole:
        size = size.over(float(claim.whole))
    found = interval(claim, size, _half(claim, value))
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
    printed = _PLAIN.search(claim.span.quote)
    value = number(claim)
    if printed is None or value != int(value) or value != _read(printed.group()):
        return 0 if printed is None and value < _HUNDRED else 9
    return _trailing(int(value))


def _half(claim: Claim, value: float) -> float | None:
    """Half of the last place that a large whole number is printed to; None where the general rule holds."""
    if value < _HUNDRED or value != int(value):
        return None
    ends = _trailing(int(value))
    printed = _PLAIN.search(claim.span.quote)
    if printed is None:
        return 0.5 * 10.0**ends if value >= _THOUSAND else _SMALL_ROUND * value if ends > 1 else None
    if _read(printed.group()) != value:
        return half_step(claim, value)
    if not ends:
        return None
    if value < _THOUSAND:
        return min(0.5 * 10.0**ends, _SMALL_ROUND * value)
    return min(0.5 * 10.0**ends, max(_ROUND * value, 0.5 * 10.0 ** (len(str(int(value))) - 2)))


def _read(text: str) -> float:
    plain = "".join(filter(str.isdigit, text))
    return float(plain) if plain else 0.0


def _trailing(value: int) -> int:
    found = 0
    while value and value % 10 == 0:
        value //= 10
        found += 1
    return found
