"""A date as written, before its missing year is known."""

from __future__ import annotations

from ledger.extraction.calendar.units import Days, day, months
from ledger.records import Bound


class Point:
    """So many months from a month of a year, or one day of a month.

    ``start`` and ``end`` are offsets into the prose; ``at`` is the number of the numeral that it begins with.
    ``year`` is 0 while it is missing and ``stated`` tells whether the text gives it; ``day`` is 0 for whole
    months; ``relative`` is the word that moves a missing year: "last", "next", "this", "that year" ...
    """

    __slots__ = ("at", "bare", "bound", "count", "day", "days", "end", "month", "relative", "start", "stated", "year")

    def __init__(self, start: int, end: int, at: int, year: int, month: int, day: int = 0, count: int = 1, bound: Bound = "exact"):
        self.start, self.end, self.at = start, end, at
        self.year, self.month, self.day, self.count, self.bound = year, month, day, count, bound
        self.stated = year > 0
        self.relative = ""
        self.bare = False
        self.days: Days | None = None

    def covers(self) -> Days | None:
        """The days it covers once its year is known, or None where the calendar has none such."""
        if not self.year:
            return None
        return day(self.year, self.month, self.day) if self.day else months(self.year, self.month, self.count)
