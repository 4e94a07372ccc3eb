"""Bare years and pairs of years: "in 2006", "the 2015 elections", "2008-10", "2023/24", "fiscal 2024"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import closes
from ledger.extraction.calendar.certainty import is_named, is_year, left_of
from ledger.extraction.calendar.decades import decade
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.usual import LAST, is_usual
from ledger.extraction.calendar.words import CLASS, DETERMINER, FUNCTION, QUALIFIER, before, behind, is_counted
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene

_TAIL = re.compile(
    r"\s?([-–—‑/])\s?(\d{4}|\d\d)(?![\w%]|[-–/]\d|[.,]\d)|([’']?s)(?!\w)|-([a-z]+)|"
    r"\s?[–—-]\s?(present|now|today|date)\b|\s*[%°]|[.,:/]\d|-\d|[a-z]"
)
_FISCAL = re.compile(r"(?:\bfy[\s-]?|\b(?:(?:fiscal|financial|tax)(?:\s+years?)?|(?:budget|academic|school)\s+years?)\s+)$")
_CIRCA = re.compile(r"\bca?\.$")
_NAMED_PART = re.compile(r"\b(opening|final|last|closing)\s+(quarter|half)\s+of\s+$")
_GLUED = frozenset("$€£¥₹#№+.:/_@=&")
_LENGTH = 4


def bare_year(scene: Scene, at: int, usage: Usage, previous: Point | None) -> Point | None:
    """The year, decade or pair of years at numeral ``at`` of four digits, or None where it is some other figure.

    ``previous`` is the date found last in the text: "in 2014, 2015 and 2016" makes years of all three.
    """
    numeral, low = scene.numerals[at], scene.low
    year, start = int(numeral.digits), numeral.start
    if not 1000 <= year <= LAST or numeral.value < 0:
        return None
    fiscal = _FISCAL.search(low, max(numeral.floor, start - 18), start)
    glued = start > numeral.floor and (low[start - 1] in _GLUED or low[start - 1].isalnum())
    if glued and not fiscal and not _CIRCA.search(low, start - 3, start):
        return None
    end = numeral.end if low[start].isalpha() else start + _LENGTH  # "twenty twenty"
    point = Point(start, end, at, year, 1, count=12)
    tail = _TAIL.match(low, end, numeral.limit)
    if tail is None:
        pass
    elif tail.group(2):
        pair = _pair(scene, numeral, at, year, tail, bool(fiscal))
        if pair is not None or tail.end(2) - tail.start() == 1 + len(tail.group(2)):
            return pair
        # a dash between spaces parts clauses: "in 2019 — 40 of them"
    elif tail.group(3) == "s" or (tail.group(3) and year % 10 == 0 and _before_decade(scene, numeral)):
        return decade(numeral, at, year, tail.end())
    elif tail.group(3) or tail.group(5) or (tail.group(4) and tail.group(4) in CLASS["compound"]):
        return point if is_usual(year) and not is_named(scene, numeral) else None
    else:
        return None
    if fiscal:
        if low.startswith("fy", fiscal.start()):
            point.start = fiscal.start()
        return point
    if tail is None and (part := _NAMED_PART.search(low, max(numeral.floor, start - 24), start)):
        count = 3 if part.group(2) == "quarter" else 6
        point.month, point.count = (1 if part.group(1) == "opening" else 13 - count), count
        point.start = part.start()
        return point
    listed = previous.year if previous is not None and previous.stated and _lists(scene, previous, start, year) else 0
    return point if is_year(scene, numeral, end, year, usage, listed) else None


def _lists(scene: Scene, previous: Point, start: int, year: int) -> bool:
    """Whether what stands between a year and the number at ``start`` makes a list of years of both."""
    if not 0 < start - previous.end < 10:
        return False
    joint = " ".join(scene.low[previous.end : start].split())
    return joint in (",", "and", "or", ", and", ", or", "&") or (year > previous.year and joint in ("to", "until", "through"))


def _pair(scene: Scene, numeral: Numeral, at: int, year: int, tail: re.Match[str], fiscal: bool) -> Point | None:
    """ "2008-10", "1991–2020" and "2023/24": from the first year to the end of the last."""
    sign, other = tail.group(1), tail.group(2)
    low, start = scene.low, numeral.start
    last = int(other) if len(other) == 4 else year // 100 * 100 + int(other) + (100 if int(other) < year % 100 else 0)
    spaced = tail.end(2) - tail.start() > 1 + len(other)
    if start - numeral.floor > 1 and low[start - 1] == "-" and low[start - 2].isalnum() and not low.endswith(("mid-", "pre-"), 0, start):
        return None
    if len(other) == 2 and (spaced or last - year > 60):
        return _month_of(numeral, at, year, other, tail) if sign == "-" and not spaced else None
    if (sign == "/" and last != year + 1) or not year < last <= LAST or not year >= 1700:
        return None
    if not fiscal and last != year + 1 and is_counted(behind(scene, tail.end(), numeral.limit)):
        return None
    if not fiscal and is_named(scene, numeral):
        return None
    usual = year < last and is_usual(year) and is_usual(last)
    modern = 1800 <= year < last <= 2100 and closes(scene, tail.end(), numeral.limit)
    if not fiscal and not usual and not modern and left_of(scene, numeral, before(scene, start, numeral.floor)) == "plain":
        return None
    begin = start
    if fiscal and (letters := re.search(r"fy[\s-]?$", low[max(numeral.floor, start - 4) : start])):
        begin = start - len(letters.group())
    return Point(begin, tail.end(), at, year, 1, count=12 * (last - year + 1), bound="between")


def _month_of(numeral: Numeral, at: int, year: int, month: str, tail: re.Match[str]) -> Point | None:
    """ "2020-08": a month of ISO 8601."""
    if not 1 <= int(month) <= 12 or not is_usual(year):
        return None
    return Point(numeral.start, tail.end(), at, year, int(month))


def _before_decade(scene: Scene, numeral: Numeral) -> bool:
    """Whether "1990's" is a decade: "the 1990's", "late 1990's" with no noun that it owns."""
    words = before(scene, numeral.start, numeral.floor)
    following = behind(scene, numeral.end + 2, numeral.limit)
    return bool(words) and words[-1].lower() in DETERMINER | QUALIFIER and (not following or following in FUNCTION)
