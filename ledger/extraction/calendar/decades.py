"""Years and decades of two digits, and decades: "the 1990s", "the early ’80s", "the sixties", "in ’99", "FY24"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import full_year
from ledger.extraction.calendar.words import CLASS, STRONG, before, behind, is_counted
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene

_SHORT_LIST = re.compile(r"\d0[’']?s\s*(?:,|-|–|\band\b|\bto\b|\bor\b)\s*$")
_DECADE_LEFT = re.compile(r"(?:\d0[’']?s|\w+ties)\s+(?:and|or|to)\s+$")
_SHORT_FISCAL = re.compile(r"\bfy\s?[’']?(\d\d)(?:[-–/](\d\d))?(?![\w%]|[.,]\d)")
_SHORT_YEAR_LEFT = re.compile(r"[’'‘]\d\d,?\s+(?:and|or|to|through)\s+$")
_LEADS = CLASS["qualifier"] | {"the"}


def decade(numeral: Numeral, at: int, year: int, end: int) -> Point | None:
    """ "1990s" is ten years, "1800s" and "1900s" are a hundred."""
    if year % 10 or year < 1500:
        return None
    return Point(numeral.start, end, at, year, 1, count=1200 if year % 100 == 0 and year < 2000 else 120)


def short_decade(scene: Scene, at: int) -> Point | None:
    """ "the 90s", "the early ’80s": decades of the twentieth century, unless they are ages or degrees; an "s" stands behind the numeral."""
    numeral, low = scene.numerals[at], scene.low
    if numeral.value not in (30, 40, 50, 60, 70, 80, 90) or low[numeral.end + 1 : numeral.end + 2].isalnum():
        return None
    begin = numeral.start
    marked = begin > numeral.floor and low[begin - 1] in "'’‘"
    words = [word.lower() for word in before(scene, begin - marked, numeral.floor, 60, 20)]
    if _SHORT_LIST.search(low, max(numeral.floor, begin - 14), begin - marked):
        return Point(begin - marked, numeral.end + 1, at, 1900 + int(numeral.value), 1, count=120)
    if not words or (not marked and not CLASS["heat"].isdisjoint(words)) or not (marked or words[-1].rpartition("-")[2] in _LEADS):
        return None
    return Point(begin - marked, numeral.end + 1, at, 1900 + int(numeral.value), 1, count=120)


def decade_in_words(scene: Scene, at: int) -> Point | None:
    """ "the sixties", "the early nineties", "the roaring twenties": decades of the twentieth century, unless they are ages or degrees."""
    numeral = scene.numerals[at]
    words = [word.lower() for word in before(scene, numeral.start, numeral.floor, 60, 20)]
    if not words or not CLASS["heat"].isdisjoint(words):
        return None
    led = words[-1].rpartition("-")[2] in _LEADS or (words[-2:-1] == ["the"] and words[-1] in CLASS["of a decade"])
    listed = words[-1] in ("and", "or", "to") and _DECADE_LEFT.search(scene.low, max(numeral.floor, numeral.start - 20), numeral.start)
    return Point(numeral.start, numeral.end, at, 1900 + int(numeral.value), 1, count=120) if led or listed else None


def short_year(scene: Scene, at: int) -> Point | None:
    """ "in ’99": a year of two digits behind an apostrophe."""
    numeral, low = scene.numerals[at], scene.low
    begin = numeral.start - 1
    if begin < numeral.floor or low[begin] not in "'’‘" or low[numeral.end : numeral.end + 1].isalnum() or len(numeral.digits) != 2:
        return None
    words = before(scene, begin, numeral.floor)
    listed = _SHORT_YEAR_LEFT.search(low, max(numeral.floor, begin - 12), begin) is not None
    if not words or (words[-1].lower() not in STRONG and not listed) or is_counted(behind(scene, numeral.end, numeral.limit)):
        return None
    return Point(begin, numeral.end, at, full_year(scene, int(numeral.digits)), 1, count=12)


_MOST_YEARS = 10


def short_fiscal(scene: Scene, at: int) -> Point | None:
    """ "FY24", "FY23-24" and "FY27-30", of this century."""
    numeral = scene.numerals[at]
    start = scene.low.rfind("fy", max(numeral.floor, numeral.start - 4), numeral.start)
    match = _SHORT_FISCAL.match(scene.low, start, numeral.limit) if start >= 0 else None
    if match is None or match.start(1) != numeral.start:
        return None
    year = 2000 + int(match.group(1))
    if match.group(2):
        many = int(match.group(2)) - int(match.group(1)) + 1
        return Point(start, match.end(), at, year, 1, count=12 * many, bound="between") if 1 < many <= _MOST_YEARS else None
    return Point(start, match.end(), at, year, 1, count=12)
