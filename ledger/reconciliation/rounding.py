"""By how much a printed figure may be off: half of its last place, less for round numbers that nothing hedges."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re
from ledger.records import Claim

_NUMBER = re.compile(r"\d[\d,.'\u00a0\u202f ]*(?<=\d)")
_EXACT, _THOUSAND = 100, 1000
"""Round numbers below the first are meant as they stand."""
_ROUND, _SMALL_ROUND = 0.025, 0.0125
"""How far off, at most, a round number of few digits may be when nothing hedges it: 7,000, and 400."""
_FEW_PERCENT = 1.5
"""How far off, in points, a share in words ("a third") may be."""
_MANY = 9


def half_step(claim: Claim, value: float) -> float:
    """Half of the last printed place: 0.05 for 4.5, 50 for 3,500 but no more than its fortieth part; 0 for 7 dogs."""
    figure, places, _ = _printed(claim.span.quote)
    if figure is None:
        if claim.unit == "percent":
            return _FEW_PERCENT if value % 1 or value in (25, 50, 75, 20, 40, 60, 80) else 0.5
        return _in_words(value, claim.kind)
    if not figure or not value:
        return 0.5 if claim.kind in _CONTINUOUS else 0.0
    size = abs(value) / figure  # the scale word
    if places:
        return 0.5 * size * 10.0**-places
    if figure < _EXACT:
        return 0.5 * size if size >= _EXACT or claim.kind in _CONTINUOUS else 0.0
    step = 10.0 ** _zeros_of(int(figure))
    if step == 1 and size == 1:
        return 0.5 if claim.kind in _CONTINUOUS else 0.0
    return min(0.5 * step * size, _ROUND * abs(value))


_CONTINUOUS = frozenset({"share", "measure", "money", "rate", "multiple", "duration"})


def half_step_reckoned(claim: Claim, value: float) -> float | None:
    """The same of a large whole number that is reckoned with: figures of one sentence are rounded alike, and more is known of how.

    None where the general rule holds. 12,000 may be 500 off, 400 five.
    """
    if value < _EXACT or value != int(value):
        return None
    ends = _zeros_of(int(value))
    figure, _, digits = _printed(claim.span.quote)
    if figure is None:
        return 0.5 * 10.0**ends if value >= _THOUSAND else _SMALL_ROUND * value if ends > 1 else None
    if float(digits) != value:
        return half_step(claim, value)
    if not ends:
        return None
    if value < _THOUSAND:
        return min(0.5 * 10.0**ends, _SMALL_ROUND * value)
    return min(0.5 * 10.0**ends, max(_ROUND * value, 0.5 * 10.0 ** (len(str(int(value))) - 2)))


def trailing_zeros(claim: Claim, value: float) -> int:
    """How many zeros a whole number that is printed in digits ends in; "1.2 million" and figures in words have many."""
    figure, _, digits = _printed(claim.span.quote)
    if figure is None or value != int(value) or value != float(digits):
        return 0 if figure is None and value < _EXACT else _MANY
    return _zeros_of(int(value))


def _in_words(value: float, kind: str) -> float:
    if value >= _EXACT and value == int(value):
        return min(0.5 * 10.0 ** _zeros_of(int(value)), _ROUND * value) if value % 100 == 0 else 0.0
    return 0.25 if value % 1 else (0.5 if kind in _CONTINUOUS else 0.0)


@lru_cache(16384)
def _printed(quote: str) -> tuple[float | None, int, str]:
    """Of the first number in ``quote`` that is printed in digits: what it says, its decimal places, its digits."""
    found = _NUMBER.search(quote)
    return (*_read(found.group()), "".join(filter(str.isdigit, found.group()))) if found else (None, 0, "")


def _read(text: str) -> tuple[float, int]:
    """The printed number without its scale word, and its decimal places."""
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace("'", "")
    head, point, tail = plain.rpartition(".")
    if point and "." not in head:
        return float(plain.replace(",", "") or 0), len(tail)
    head, comma, tail = plain.rpartition(",")
    if comma and len(tail) != 3:
        return float(head.replace(",", "").replace(".", "") + "." + tail), len(tail)
    return float(plain.replace(",", "").replace(".", "")), 0


def printed_number(quote: str) -> str:
    """The digits of the first number in ``quote``, point and separators left out; "" when it is written in words."""
    return _printed(quote)[2]


def _zeros_of(number: int) -> int:
    zeros = 0
    while number and number % 10 == 0:
        number //= 10
        zeros += 1
    return zeros
