"""Dates in digits alone: "2020-08-09", "2020/08/09", "18/03/2020", "8.9.2020"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.usual import LAST, YEAR
from ledger.extraction.scene import Scene

_ISO = re.compile(rf"({YEAR})([-/.‑–])(\d{{1,2}})\2(\d{{1,2}})(?![\d/-]|[.,]\d)")
_TURNED = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2({YEAR})(?![\w/%]|-\d|[.,]\d)")
_SPACED = re.compile(rf"(\d{{1,2}})(\.)\s(\d{{1,2}})\.\s({YEAR})(?![\w/%]|-\d|[.,]\d)")
_LOOKS = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(?:{YEAR}|\d\d)(?![\w/%-]|[.,]\d)")
_SEPARATORS, _JOINED = frozenset("-/."), frozenset("-/.:$€£#_")


def looks_numeric(scene: Scene, at: int) -> tuple[int, int] | None:
    """The span of what is written as a date in digits from numeral ``at`` on, whether or not its order is known: "9/11/2001", "5.5.29"."""
    numeral, low = scene.numerals[at], scene.low
    start = numeral.start
    if _SEPARATORS.isdisjoint(low[start + 1 : start + 3]):
        return None
    match = _LOOKS.match(low, start, numeral.limit)
    if match is None or (start > numeral.floor and low[start - 1] in _JOINED):
        return None
    first, second = int(match.group(1)), int(match.group(3))
    return match.span() if 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 else None


def numeric_date(scene: Scene, at: int, usage: Usage) -> Point | None:
    """The date in digits that begins with numeral ``at``.

    Dots and hyphens put the day first. Slashes do either: an order is read where the figures leave one,
    or where another date of the text does.
    """
    numeral, low = scene.numerals[at], scene.low
    start = numeral.start
    if start > numeral.floor and (low[start - 1].isalnum() or low[start - 1] in _JOINED):
        return None
    if iso := _ISO.match(low, start, numeral.limit):
        year, month, day = int(iso.group(1)), int(iso.group(3)), int(iso.group(4))
        return Point(start, iso.end(), at, year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    turned = _TURNED.match(low, start, numeral.limit) or _SPACED.match(low, start, numeral.limit)
    if turned is None:
        return None
    first, second, year = int(turned.group(1)), int(turned.group(3)), int(turned.group(4))
    if max(first, second) > 31 or min(first, second) > 12 or not first or not second or not 1500 <= year <= LAST:
        return None
    day_first = turned.group(2) == "." or first > 12 or None
    if second > 12:
        day_first = False
    if day_first is None and first != second:
        day_first = True if turned.group(2) == "-" else usage.day_first
        if day_first is None:
            return None
    day, month = (first, second) if day_first else (second, first)
    return Point(start, turned.end(), at, year, month, day)
