"""All dates of a scene, read in one pass over its numerals."""

from __future__ import annotations

from typing import NamedTuple
from weakref import WeakKeyDictionary

from ledger.extraction.calendar.bare import surely_month
from ledger.extraction.calendar.decades import short_decade, short_fiscal, short_year
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


class _Almanac(NamedTuple):
    read: dict[int, Reading]
    impossible: dict[int, tuple[int, int]]


_READ: WeakKeyDictionary[Scene, _Almanac] = WeakKeyDictionary()


def dates(scene: Scene) -> dict[int, Reading]:
    """The dates of ``scene`` by the number of the numeral that each begins with; read once a scene."""
    return _almanac(scene).read


def impossible(scene: Scene) -> dict[int, tuple[int, int]]:
    """Where a date stands that the calendar has not ("31 February"), by the number of the numeral that it begins with."""
    return _almanac(scene).impossible


def _almanac(scene: Scene) -> _Almanac:
    almanac = _READ.get(scene)
    if almanac is None:
        almanac = _READ[scene] = _made(scene)
    return almanac


def _made(scene: Scene) -> _Almanac:
    points = _points(scene)
    groups = link(scene, points)
    complete(scene, points)
    almanac = _Almanac({}, {})
    for group in groups:
        reading = _range(scene, *group) if len(group) == 2 else _single(scene, group[0])
        if reading is not None:
            almanac.read[group[0].at] = reading
        elif all(point.year for point in group):
            almanac.impossible[group[0].at] = group[0].start, group[-1].end
    return almanac


def _points(scene: Scene) -> list[Point]:
    """Every date that stands alone or at an end of a range, in order and without overlap."""
    found: list[Point] = []
    usage, done = Usage(scene), 0
    for at, numeral in enumerate(scene.numerals):
        if numeral.start < done:
            continue
        form = numeral.form
        if form == "month":
            points = around_month(scene, at)
            if points and points[-1].bare and not surely_month(scene, points[-1], usage, _beside_month(scene, at)):
                continue
        else:
            point = _other(scene, at, form, usage, found[-1] if found else None)
            points = [point] if point is not None else []
        if points:
            while found and found[-1].end > points[0].start:
                found.pop()
            found += points
            done = points[-1].end
    return found


def _other(scene: Scene, at: int, form: str, usage: Usage, previous: Point | None) -> Point | None:
    """The date at a numeral that is no month."""
    numeral = scene.numerals[at]
    if form == "digits":
        length = len(numeral.digits)
        if length <= 2:
            return _short(scene, at, numeral.start, numeral.end, usage)
        if length == 4 and numeral.digits.isdigit():
            return numeric_date(scene, at, usage) or bare_year(scene, at, usage, previous)
        return numeric_date(scene, at, usage) if numeral.digits.count(".") == 2 else None
    if form == "ordinal":
        return ordinal_part(scene, at) or lone_day(scene, at)
    return around_season(scene, at) if form == "season" else None


def _short(scene: Scene, at: int, start: int, end: int, usage: Usage) -> Point | None:
    """The date at one or two digits, by the character on either side."""
    low = scene.low
    behind = low[end : end + 1]
    if behind == "s":
        return short_decade(scene, at)
    if behind == "q" or behind == "h":
        return part_letter(scene, at)
    if behind and behind in "/-." and (point := numeric_date(scene, at, usage)) is not None:
        return point
    ahead = low[start - 1] if start else ""
    if ahead == "q" or ahead == "h":
        return letter_part(scene, at)
    if ahead == "y" or (ahead == " " and low[start - 2] == "y"):
        return short_fiscal(scene, at)
    return short_year(scene, at) if ahead and ahead in "'’‘" else None


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


def _is_about(scene: Scene, point: Point) -> bool:
    """Whether "early", "mid", "late" or "around" stands before a date."""
    words = [word.lower() for word in before(scene, point.start, scene.numerals[point.at].floor, 32)]
    while words and words[-1] in ("the", "in", "of") and len(words) > 1 and words[-2] in QUALIFIER | APPROXIMATE:
        words.pop()
    return bool(words) and (words[-1].rpartition("-")[2] in QUALIFIER or words[-1] in APPROXIMATE)


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
