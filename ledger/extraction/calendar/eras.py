"""Years of an era: "AD 79" and "79 CE" are dates, "44 BC" lies before the calendar's first day and counts nothing."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usual import LAST
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene

_BEFORE = re.compile(r"\b(?:AD|A\.D\.)[ \u00a0]?$")
_BEHIND = re.compile(r"[ \u00a0]?(?:AD|A\.D\.|CE)(?![\w.]*\w)")
_BEFORE_CHRIST = re.compile(r"(?:[ \u00a0]?(?:[-–—]|to|and|or|until)[ \u00a0]?[\d,]{1,6})?[ \u00a0]?(?:BCE?\b|B\.C\.(?:E\.)?)")
_FARTHEST = 16


def of_an_era(scene: Scene, at: int) -> Point | None:
    """The year at numeral ``at`` of at most four digits, with "AD" on either side."""
    numeral, text = scene.numerals[at], scene.text
    start, end, year = numeral.start, numeral.end, numeral.value
    left, right = text[max(numeral.floor, start - 6) : start], text[end : end + 3]
    ahead = _BEFORE.search(left) if "D" in left else None
    behind = _BEHIND.match(text, end, numeral.limit) if right.lstrip()[:1] in ("A", "C") else None
    if (ahead is None and behind is None) or not 0 < year <= LAST or year != int(year):
        return None
    begin = start - len(left) + ahead.start() if ahead else start
    return Point(begin, behind.end() if behind else end, at, int(year), 1, count=12)


def before_christ(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """The span of a year before the calendar's first, or None."""
    if scene.text.find("B", numeral.end, numeral.end + _FARTHEST) < 0:
        return None
    found = _BEFORE_CHRIST.match(scene.text, numeral.end, numeral.limit)
    return (numeral.start, found.end()) if found and numeral.digits else None
