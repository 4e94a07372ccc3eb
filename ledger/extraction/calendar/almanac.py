"""All dates of a scene, read in one pass over its numerals."""

from __future__ import annotations

from typing import NamedTuple

from ledger.extraction.calendar.bare import surely_month
from ledger.extraction.calendar.decades import decade_in_words, short_decade, short_fiscal, short_year
from ledger.extraction.calendar.eras import of_an_era
from ledger.extraction.calendar.linking import link
from ledger.extraction.calendar.missing import complete
from ledger.extraction.calendar.months import around_month, lone_day
from ledger.extraction.calendar.numeric import numeric_date
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.seasons import around_season, letter_part, ordinal_part, part_letter
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.words import APPROXIMATE, CLASS, QUALIFIER, before, between
from ledger.extraction.calendar.years import bare_year
from ledger.extraction.scene import Reading, Scene
from ledger.records import Bound


class Almanac(NamedTuple):
    """By the number of the numeral that each begins with: the dates, and where one stands that is none.

    The calendar has it not ("31 February"), or nothing tells its year.
    """

    read: dict[int, Reading]
    impossible: dict[int, tuple[int, int]]


def almanac(scene: Scene) -> Almanac:
    """The almanac of ``scene``, made once."""
    return scene.once(_made)


def dates(scene: Scene) -> dict[int, Reading]:
    """The dates of ``scene`` by the number of the numeral that each begins with."""
    return scene.once(_made).read


def _made(scene: Scene) -> Almanac:
    known, points = Almanac({}, {}), _points(scene)
    if not points:
        return known
    groups = link(scene, points)
    complete(scene, points)
    for group in groups:
        reading = _range(scene, *group) if len(group) == 2 else _single(scene, group[0])
        if reading is not None:
            known.read[group[0].at] = reading
        elif all(point.year or (point.day and point.month) for point in group):
            span = group[0].start, group[-1].end
            last = next((at for at in range(group[-1].at, len(scene.numerals)) if scene.numerals[at].end >= span[1]), group[-1].at)
            known.impossible.update(dict.fromkeys(range(group[0].at, last + 1), span))
    return known


def _points(scene: Scene) -> list[Point]:
    """Every date that stands alone or at an end of a range, in order and without overlap."""
    found: list[Point] = []
    usage, done = scene.once(Usage), 0
    for at, numeral in enumerate(scene.numerals):
        form = numeral.form
        if form == "cardinal" or numeral.start < done:
            continue
        if form == "month":
            points = around_month(scene, at)
            if not points or (points[-1].bare and not surely_month(scene, points[-1], usage, _beside_month(scene, at))):
                continue
        else:
            if form == "digits":
                point = _in_digits(scene, at, usage, found[-1] if found else None)
            elif form == "ordinal":
                point = ordinal_part(scene, at) or lone_day(scene, at)
            elif form == "decade":
                point = decade_in_words(scene, at)
            else:
                point = around_season(scene, at) if form == "season" else None
            if point is None:
                continue
            points = [point]
        while found and found[-1].end > points[0].start:
            found.pop()
        found += points
        done = points[-1].end
    return found


def _in_digits(scene: Scene, at: int, usage: Usage, previous: Point | None) -> Point | None:
    """The date that digits make with what stands beside them, no month among it."""
    digits = scene.numerals[at].digits
    length = len(digits)
    if length <= _LONGEST_YEAR and (era := of_an_era(scene, at)) is not None:
        return era
    if length <= 2:
        return _short(scene, at, usage)
    if length == 4 and digits.isdigit():
        return numeric_date(scene, at, usage) or bare_year(scene, at, usage, previous)
    return numeric_date(scene, at, usage) if length > 5 and digits.count(".") == 2 else None


_LONGEST_YEAR = 4
_APOSTROPHES = frozenset("'’‘")
_BEHIND_SHORT, _AHEAD_SHORT = frozenset("sqh/-."), frozenset("qhy ") | _APOSTROPHES


def _short(scene: Scene, at: int, usage: Usage) -> Point | None:
    """The date at one or two digits, by the character on either side."""
    numeral, low = scene.numerals[at], scene.low
    start, end = numeral.start, numeral.end
    behind, ahead = low[end : end + 1], low[start - 1] if start else ""
    if behind not in _BEHIND_SHORT and (ahead not in _AHEAD_SHORT or (ahead == " " and low[start - 2] != "y")):
        return None
    if behind == "s":
        return short_decade(scene, at)
    if behind == "q" or behind == "h":
        return part_letter(scene, at)
    if behind and behind in "/-." and (point := numeric_date(scene, at, usage)) is not None:
        return point
    if ahead == "q" or ahead == "h":
        return letter_part(scene, at)
    if ahead == "y" or (ahead == " " and low[start - 2] == "y"):
        return short_fiscal(scene, at)
    return short_year(scene, at) if ahead in _APOSTROPHES else None


_JOINT, _SIGNS = CLASS["joint"] | {"of"}, frozenset("-–—/,")


def _beside_month(scene: Scene, at: int) -> bool:
    """Whether another month is joined to the one at numeral ``at``: "May to October"."""
    numeral = scene.numerals[at]
    for step in (-1, 1):
        other = scene.neighbour(at, step)
        if other is not None and other.form == "month" and scene.text[other.start].isupper():
            gap = between(scene, *((numeral.end, other.start) if step > 0 else (other.end, numeral.start)))
            if gap in _JOINT or gap in _SIGNS:
                return True
    return False


_ABOUT, _BETWEEN_ABOUT = QUALIFIER | APPROXIMATE, frozenset({"the", "in", "of"})


def _is_about(scene: Scene, point: Point) -> bool:
    """Whether "early", "mid", "late" or "around" stands before a date."""
    words = before(scene, point.start, scene.numerals[point.at].floor, 32)
    last = words.pop().lower() if words else ""
    while words and last in _BETWEEN_ABOUT and words[-1].lower() in _ABOUT:
        last = words.pop().lower()
    return last in _ABOUT or last.rpartition("-")[2] in QUALIFIER


def _single(scene: Scene, point: Point) -> Reading | None:
    days = point.covers()
    if days is None:
        return None
    bound: Bound = "about" if point.bound == "exact" and _is_about(scene, point) else point.bound
    return Reading(point.start, point.end, *days, bound=bound)


def _range(scene: Scene, left: Point, right: Point) -> Reading | None:
    """From the first day of ``left`` to the last of ``right``; a range over New Year without years ends after it begins."""
    if not left.stated and not right.stated:
        crosses = (left.month, left.day) > (right.month, right.day or 31)
        now = scene.published
        if crosses and now is not None and left.month > now.month and left.year >= now.year:
            left.year = right.year - 1
        right.year = left.year + crosses
    first, last = left.covers(), right.covers()
    if first is None or last is None or first[0] > last[1]:
        return None
    return Reading(left.start, right.end, first[0], last[1], bound="between")
