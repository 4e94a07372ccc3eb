"""Dates that are built around the name of a month: "9th of August", "Aug. 9, 2020", "5, 6 and 7 May", "March 2014"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import full_year
from ledger.extraction.calendar.usual import LAST, YEAR, is_usual
from ledger.extraction.calendar.words import CLASS, FUNCTION, MONTH, QUALIFIER, YEAR_SAID, before, behind, between, is_counted
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene

_COUNTING = r"\s*%|\s+per\s?cent\b|\s+(?:million|billion|thousand|hundred|dozen)\b"
_NO_MORE_DIGITS = rf"(?![\w%]|[.:]\d|,\d{{1,3}}(?!\d)|{_COUNTING}|-(?!{MONTH})[a-z])"
_DAY = rf"(\d{{1,2}})(?:st|nd|rd|th)?{_NO_MORE_DIGITS}"
_MARK_BEHIND = re.compile(r"\.\d{1,2}(?=\s+[A-Z“\"]|\s*$)")
"""A note's mark behind a sentence that ends with a month: "at the end of October.2 Later"; only a short form has a point of its own."""
_DAY_BEHIND = re.compile(rf"(?:\.\s*|\s+)(?:the\s+)?{_DAY}")
_DAY_MORE = re.compile(rf"\s*(-|–|—|‑|/|,?\s?\b(?:to|through|until|till|and|or)\b|&|,)\s*(?:the\s+)?{_DAY}")
_YEAR_BEHIND = re.compile(
    rf"(?:\.\s*|,?\s+(?:of\s+)?|[,-])(?:({YEAR})(?![\w%]|[.,]\d|\s*%|/\d|-(?:year|strong|foot|met|mile|seat|page))|[’'](\d\d)(?![\w’']))"
)
_DAY_GAPS = frozenset({"", "of", "-", "day of", "‑", "of this"})
_SIGNS = frozenset("-–—‑/&")
_PARTING = (["a"], ["one"])
_LISTED, _DAYS = frozenset({",", "and", "or", "to", "and on"}), 31
_SMALL, _JOINT = CLASS["small"], CLASS["joint"]


def around_month(scene: Scene, at: int) -> list[Point]:
    """The dates that the month at numeral number ``at`` makes with the days and the year beside it, in order.

    A month alone comes back as one point with ``bare`` set: whether it is a month is still to be judged.
    """
    numeral = scene.numerals[at]
    month = int(numeral.value)
    written_small = scene.text[numeral.start].islower() and scene.low[numeral.start : numeral.end] in _SMALL
    days = _days_before(scene, at)
    end = numeral.end
    if days:
        points = [Point(_first(n), n.end, number, 0, month, int(abs(n.value))) for number, n in days]
        points[-1].end = end
    else:
        points = [] if written_small else _days_behind(scene, at, month)
        if points:
            end = points[-1].end
        else:
            points = [Point(numeral.start, end, at, 0, month)]
            points[0].bare = True
    _give_year(scene, points, end, numeral.limit)
    if written_small and not (days and points[-1].stated):
        return []
    return points


def _plain_day(scene: Scene, numeral: Numeral, month_gap: str) -> bool:
    """Whether a numeral can be a day of the month: "9", "9th", "ninth" before "of"."""
    start = _first(numeral)
    if numeral.form == "digits":
        if not numeral.digits.isdigit() or len(numeral.digits) > 2 or not scene.low.startswith(numeral.digits, start):
            return False
    elif numeral.form != "ordinal" or (not numeral.digits and not month_gap.startswith("of")):
        return False
    previous = scene.low[start - 1] if start > numeral.floor else " "
    if previous == "-" and scene.low[start - 2].isalpha() and not scene.low[start - 4].isdigit():
        return False  # "Covid-19 May ...", not "1st-2nd May"
    return 1 <= abs(numeral.value) <= 31 and not previous.isalnum() and previous not in "$€£.:+#"


def _first(numeral: Numeral) -> int:
    """Where a day begins; the dash of "-30 June" is no minus."""
    return numeral.start + (numeral.value < 0)


def _days_before(scene: Scene, at: int) -> list[tuple[int, Numeral]]:
    """The days that stand left of the month, in order: one, or a list or range that ends beside it."""
    found: list[tuple[int, Numeral]] = []
    right = scene.numerals[at]
    for number in range(at - 1, max(at - 8, -1), -1):
        numeral = scene.numerals[number]
        if numeral.floor != right.floor or numeral.end == right.start:
            break
        gap = between(scene, numeral.end, _first(right))
        if gap == "-" and not found and _is_day_of_month_before(scene, number):
            break
        if found and gap not in _JOINT and gap not in _SIGNS and (gap != "," or len(found) == 1):
            break  # a comma alone lists nothing: "at No. 12, 13 May"
        if found and abs(numeral.value) >= abs(found[0][1].value):
            break
        if (not found and gap not in _DAY_GAPS) or not _plain_day(scene, numeral, "of" if found else gap):
            break
        if numeral.form == "ordinal" and not numeral.digits and scene.words_before(numeral.start, numeral.floor, 1) in _PARTING:
            break  # "a third of the April average"
        found.insert(0, (number, numeral))
        right = numeral
    return found


def _is_day_of_month_before(scene: Scene, number: int) -> bool:
    """Whether numeral ``number`` is the day of a month left of it: "December 30-January 2"."""
    month = scene.neighbour(number, -1)
    return month is not None and month.form == "month" and between(scene, month.end, scene.numerals[number].start) in ("", ".")


def _days_behind(scene: Scene, at: int, month: int) -> list[Point]:
    """The days that stand right of the month: "June 3", "June 3-5", "May 5, 6 and 7"."""
    numeral = scene.numerals[at]
    match = _DAY_BEHIND.match(scene.low, numeral.end, numeral.limit)
    if match is None or not 1 <= int(match.group(1)) <= 31 or _in_month(scene, numeral, match.end()):
        return []
    if scene.low[numeral.start : numeral.end] in CLASS["month"] and _MARK_BEHIND.match(scene.text, numeral.end, numeral.limit):
        return []
    points = [Point(numeral.start, match.end(), at, 0, month, int(match.group(1)))]
    number = at + 2
    pending: list[Point] = []
    while more := _DAY_MORE.match(scene.low, match.end(), numeral.limit):
        last = pending[-1] if pending else points[-1]
        following = behind(scene, more.end(), numeral.limit)
        if not last.day < int(more.group(2)) <= 31 or is_counted(following) or not _is_day(scene, number, more.start(2), more.end()):
            break
        match = more
        pending.append(Point(more.start(2), more.end(), number, 0, month, int(more.group(2))))
        number += 1
        if more.group(1).strip() != ",":  # a comma alone ends no list: "On May 12, 30 people"
            points += pending
            pending = []
    return points


def _in_month(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether the figure behind the month counts something: "In May 12 people were held"."""
    words = before(scene, numeral.start, numeral.floor)
    while words and words[-1].lower() in QUALIFIER:
        return True  # "in early May 12 ..." has no day
    if not words or words[-1].lower() not in ("in", "of", "during", "throughout"):
        return False
    return is_counted(behind(scene, end, numeral.limit))


def _is_day(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether numeral ``number`` starts at ``start`` and no other month claims it: "May 5 and 6 June"."""
    there = scene.numerals[number : number + 2]
    if not there or there[0].start != start:
        return False
    if len(there) == 2 and there[1].form == "month":
        return between(scene, end, there[1].start) not in ("", "of")
    return True


def _give_year(scene: Scene, points: list[Point], end: int, limit: int) -> None:
    """Reads the year behind ``end`` into ``points``, the last of which it belongs to; a list lends it leftwards later."""
    last = points[-1]
    match = _YEAR_BEHIND.match(scene.low, end, limit)
    if match is not None and not (match.group().startswith(".") and scene.low[end - 1].isdigit()):
        year = int(match.group(1) or 0) or full_year(scene, int(match.group(2)))
        if match.group(1) and _is_a_count(scene, year, match, limit):
            return
        last.year, last.end, last.stated, last.bare = year, match.end(), True, False
    elif said := YEAR_SAID.match(scene.low, end, limit):
        last.relative = next(filter(None, said.groups())) + " year"
        last.bare = False


def _is_a_count(scene: Scene, year: int, match: re.Match[str], limit: int) -> bool:
    """Whether "5 May 1500 people" gives a number of people instead of a year."""
    if year > LAST:
        return True
    return not is_usual(year) and is_counted(behind(scene, match.end(), limit))


def lone_day(scene: Scene, at: int) -> Point | None:
    """ "on the 12th": a day whose month the text or the document's date gives (month 0 until then)."""
    numeral = scene.numerals[at]
    if not numeral.digits or not 1 <= numeral.value <= _DAYS:
        return None
    following = behind(scene, _last_listed(scene, at).end, numeral.limit)
    if (following and following not in FUNCTION and following not in CLASS["month"]) or following == "of":
        return None
    words = [word.lower() for word in before(scene, numeral.start, numeral.floor)]
    led = len(words) > 1 and words[-1] == "the" and words[-2] in CLASS["before a day"]
    if not led and not _goes_on(scene, at):
        return None
    return Point(numeral.start, numeral.end, at, 0, 0, int(numeral.value))


def _last_listed(scene: Scene, at: int) -> Numeral:
    """The last of the ordinals that are listed, each higher than the one before, from numeral ``at`` on: "the 5th, 6th and 7th"."""
    while (right := scene.neighbour(at)) is not None and _follows(scene, right, scene.numerals[at]):
        at += 1
    return scene.numerals[at]


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the ordinal at numeral ``at`` is the day behind another one: "on the 12th and 13th"."""
    left = scene.neighbour(at, -1)
    return left is not None and left.value > 0 and _follows(scene, scene.numerals[at], left) and lone_day(scene, at - 1) is not None


def _follows(scene: Scene, right: Numeral, left: Numeral) -> bool:
    """Whether two ordinals stand in one list, the higher one last."""
    listed = left.form == right.form == "ordinal" and left.value < right.value <= _DAYS
    return listed and between(scene, left.end, right.start) in _LISTED
