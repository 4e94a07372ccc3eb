"""A number as written, before anything is known of what it counts."""

from __future__ import annotations

from decimal import Decimal

_ONE = Decimal(1)
EXACT = Decimal(10**28)
"""From here on integers have more digits than Python's decimals reckon with, which refuse a remainder."""


class Numeral:
    """A number as written, before anything is known of what it counts.

    ``start`` and ``end`` are offsets into the prose, ``floor`` and ``limit`` those of its block.
    ``form`` is digits, cardinal, ordinal, part, multiple, magnitude, couple, period, month or season;
    ``scale`` is the factor of its scale word (1 without one); ``digits`` the digits as written, or "".
    """

    __slots__ = ("digits", "end", "floor", "form", "limit", "scale", "start", "value")

    def __init__(self, start: int, end: int, form: str, value: Decimal, floor: int, limit: int, scale: Decimal = _ONE, digits: str = ""):
        self.start, self.end, self.form, self.value = start, end, form, value
        self.floor, self.limit, self.scale, self.digits = floor, limit, scale, digits

    def __repr__(self) -> str:
        return f"Numeral({self.start}, {self.end}, {self.form}, {self.value})"
