"""What printed figures imply: "80 percent" covers 79.5 to 80.5, "about 500" is wider, "more than 80" has no upper end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import inf
from typing import Literal, NamedTuple

from ledger.reconciliation.rounding import half_step
from ledger.reconciliation.units import Scale
from ledger.records import Claim

Meeting = Literal["same", "within", "apart"]

_EXACT = 100
"""Up to so large a whole a part is counted rather than a share said."""
_ABOUT = 0.1
_FEW_PERCENT = 1.5
"""How far off, in points, a share in words ("a third") may be."""
_MAGNITUDE = 0.5


class Interval(NamedTuple):
    """What a figure can mean, closed, in base units; ``nominal`` is the figure as it is printed, rounding allowed for."""

    low: float
    high: float
    nominal: tuple[float, float]

    def meets(self, other: Interval) -> Meeting:
        """``same`` when the printed figures agree, ``within`` when a hedge or an open end reconciles them, else ``apart``."""
        (first, last), (start, end) = self.nominal, other.nominal
        if first <= end and start <= last:
            return "same"
        return "within" if self.low <= other.high and other.low <= self.high else "apart"


def interval(claim: Claim, scale: Scale, half: float | None = None) -> Interval:
    """What the claim's figure implies, by its printed digits, its hedge and its bound; ``half`` is half of its last place, where known."""
    low, high = claim.low, claim.high
    if isinstance(low, date) or isinstance(high, date):
        return days(low, high)
    if low is None and high is None:
        return Interval(-inf, inf, (-inf, inf))
    first = float(low if low is not None else high)  # type: ignore[arg-type]
    last = float(high) if high is not None and high is not low else first
    first, last = min(first, last), max(first, last)
    if half is None:
        half = half_step(claim, first)
        if claim.kind != "share" and claim.unit[:6] != "degree":
            half = min(half, _ABOUT * abs(first))
    nominal = _scaled(first - half, last + half, scale)
    match claim.bound:
        case "about":
            wide = max(half, _ABOUT * abs(last))
            low_end, high_end = _scaled(first - wide, last + wide, scale)
        case "at_least" | "more_than":
            low_end, high_end = nominal[0], inf
        case "at_most" | "less_than":
            low_end, high_end = (-inf if first < 0 or scale.offset else 0.0), nominal[1]
        case "magnitude":
            return Interval(_scaled(first * _MAGNITUDE, first, scale)[0], inf, nominal)
        case _:
            low_end, high_end = nominal
    return Interval(low_end, high_end, nominal)


def days(first: date | Decimal | None, last: date | Decimal | None) -> Interval:
    """The days from ``first`` to ``last``, as ordinals."""
    low = float(first.toordinal()) if isinstance(first, date) else -inf
    high = float(last.toordinal()) if isinstance(last, date) else inf
    return Interval(low, high, (low, high))


def exactly(value: Decimal, scale: Scale | None = None) -> Interval:
    """The interval of a whole number that is not rounded."""
    point = float(value) * (scale.factor if scale else 1.0)
    return Interval(point, point, (point, point))


def percent(part: Decimal, whole: Decimal, bound: str) -> Interval:
    """The share, in percent, that ``part`` of ``whole`` is; "one in five" leaves room where 192 of 640 does not."""
    share = 100 * float(part) / float(whole)
    half = max(0.05, min(_FEW_PERCENT, 50 / float(whole))) if whole <= _EXACT else 0.05
    nominal = (share - half, share + half)
    if bound in ("at_least", "more_than"):
        return Interval(nominal[0], 100.0, nominal)
    if bound in ("at_most", "less_than"):
        return Interval(0.0, nominal[1], nominal)
    wide = _ABOUT * share if bound == "about" else 0.0
    return Interval(nominal[0] - wide, nominal[1] + wide, nominal)


def _scaled(low: float, high: float, scale: Scale) -> tuple[float, float]:
    if scale.other != scale.factor:
        factors = sorted((scale.factor, scale.other))
        return low * factors[0], high * factors[1]
    return low * scale.factor + scale.offset, high * scale.factor + scale.offset
