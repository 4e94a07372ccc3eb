"""Calendar units in days: a day, months, seasons, years, decades are all so many months from a first day."""

from __future__ import annotations

from datetime import date

Days = tuple[date, date]
"""First and last day, both inside."""


def day(year: int, month: int, number: int) -> Days | None:
    """One day twice, or None where the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


def months(year: int, month: int, count: int) -> Days | None:
    """``count`` whole months from ``month`` of ``year``; None beyond the years 1 to 9999."""
    following = year * 12 + month - 1 + count
    try:
        return date(year, month, 1), date(following // 12, following % 12 + 1, 1) - date.resolution
    except ValueError:
        return None
