"""Which numbers of four digits can be years: those that newspapers write of, older ones, and any at all."""

from __future__ import annotations

from decimal import Decimal

YEAR = r"[12]\d{3}"
"""A pattern of a year where what stands beside it leaves no doubt, as a month does."""
OLD_YEAR = r"(?:1[5-9]|20)\d\d"
"""A pattern of a year since printing began, where what stands beside it makes one likely."""
USUAL_YEAR = r"(?:19|20)\d\d"
"""A pattern of a year that newspapers write of, where nothing else tells it from a count."""
LAST = 2199
"""No later year is read."""
_USUAL, _OLD, _LIKELY_LAST = 1900, 1500, 2100


def is_usual(year: int | Decimal) -> bool:
    """Whether newspapers write of ``year``."""
    return _USUAL <= year <= _LIKELY_LAST


def may_be_old(year: int | Decimal) -> bool:
    """Whether they do, or it is one since printing began."""
    return _OLD <= year <= _LIKELY_LAST


def is_usual_in(digits: str) -> bool:
    """Whether ``digits`` are written as a year that newspapers write of is."""
    return len(digits) == 4 and digits.isdecimal() and is_usual(int(digits))
