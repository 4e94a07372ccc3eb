"""Ages told by what stands behind the figure: "65-year-old", "18- to 29-year-olds", "65 and older", "the over-65s", "in his 60s"."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.ages.words import CLASS, EVERYBODY, OLDEST
from ledger.extraction.beside import word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Reading, Scene
from ledger.records import Bound

_UNITS = ("year", "month", "week", "day", "decade")
_UNIT = rf"(?P<unit>{'|'.join(_UNITS)})s?"
_AND_A_HALF = r"(?P<half>\s+and\s+a\s+half)?"
_OLD = re.compile(
    rf"[\s-]*{_UNIT}{_AND_A_HALF}[\s-]*(?:olds?|of\sage)\b|[\s-]*(?:(?:y/?os?|yrs?[\s-]olds?)\b|y\.\s?o\.)"
)
_OF_ONE = re.compile(rf"{_AND_A_HALF}[\s-]*(?:olds?|of\sage)\b")
_SUSPENDED = re.compile(
    rf"(?:(?P<hyphen>-)(?:,?\s\w+-){{0,3}},?\s+(?:to|and|or)|\s*(?:to|and|or|-|–))"
    rf"[\s-]*\w+[\s-]*{_UNIT}[\s-]*olds?\b"
)
_OR_OLDER = re.compile(
    rf"(?P<years>\s+{_UNIT})?\s+(?:and|or)\s+(?:(?P<sure>older|younger)|over|under|above|up|below)\b"
)
_GROUP = re.compile(r"s\b")
_GROUPED = re.compile(r"\b(over|under)[\s-]$")
_HYPHENED = re.compile(r"(?![\w%]|[.,]\d)")
_GROWN, _VETERAN = 25, 40
_NEAR, _FAR = 48, 120
_COMPARED = ("younger than ", "older than ")  # "younger than three months old" tells one age to compare another with
_BOUNDS: dict[str, Bound] = {"over": "more_than", "under": "less_than"}

TIMES = {unit + s + old for unit in _UNITS for s in ("", "s") for old in ("", "old", "olds")} | CLASS["short unit"]
"""How a unit of age begins, as ``word_behind`` gives it."""


def old(scene: Scene, numeral: Numeral, behind: str) -> Reading | None:
    """The age whose figure is ``numeral`` and behind which ``behind`` is the next word; None where nothing there tells one."""
    low, start, end, limit, value = scene.low, numeral.start, numeral.end, numeral.limit, numeral.value
    if behind in TIMES and (found := _OLD.match(low, end, limit)):
        compared = low.endswith(_COMPARED, numeral.floor, start)
        value += _HALF if found.group("half") else 0
        return Reading(start, found.end(), value, value, unit=found.group("unit") or "year", bound="exact" if compared else None)
    if not 0 <= value <= OLDEST:
        return None
    if low.find("old", end, min(end + _NEAR, limit)) > 0:
        if found := _SUSPENDED.match(low, end, limit):
            return Reading(start, end + bool(found.group("hyphen")), value, value, unit=found.group("unit"))
        if (older := _OR_OLDER.match(low, end, limit)) and older.group("sure"):
            return _with_years(numeral, older)
    if (
        behind in ("and", "or", "year", "years")
        and (older := _OR_OLDER.match(low, end, limit))
        and (older.group("sure") or _of_persons(scene, numeral))
    ):
        return _with_years(numeral, older)
    return _of_a_group(scene, numeral) if low[start - 2 : start - 1] == "r" and low[start - 1] in "- " else None  # "over", "under"


def of_one(scene: Scene, numeral: Numeral) -> Reading | None:
    """The age of "a year old", "half a year old" or "a month and a half old", whose figure is an article."""
    unit = scene.low[numeral.start : numeral.end].rpartition(" ")[2]
    found = _OF_ONE.match(scene.low, numeral.end, numeral.limit) if unit in TIMES else None
    if found is None:
        return None
    start, value = numeral.start, numeral.value + (_HALF if found.group("half") else 0)
    if scene.low.endswith("half ", numeral.floor, start):
        start, value = start - len("half "), value * _HALF
    return Reading(start, found.end(), value, value, unit=unit)


_HALF = Decimal("0.5")


def _with_years(numeral: Numeral, older: re.Match[str]) -> Reading:
    end = older.end("years") if older.group("years") else numeral.end
    return Reading(numeral.start, end, numeral.value, numeral.value, unit=older.group("unit") or "year")


def _of_persons(scene: Scene, numeral: Numeral) -> bool:
    """Whether persons stand before the figure: "adults 50 and over", "for those 12 and under"."""
    low, start, floor = scene.low, numeral.start, numeral.floor
    before = word_before(low, start, floor).strip("(,")
    return before in EVERYBODY or (before in CLASS["being"] and low.find(" aged ", max(floor, start - _FAR), start) >= 0)


def _of_a_group(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "the over-65s", "under 18s", "an under-5 clinic"."""
    low, start, end, limit, value = scene.low, numeral.start, numeral.end, numeral.limit, numeral.value
    if not numeral.digits.isdigit() or len(numeral.digits) > 2 or numeral.end - start != len(numeral.digits):
        return None
    found = _GROUPED.search(low, max(numeral.floor, start - 7), start)
    if found is None:
        return None
    word = found.group(1)
    if group := _GROUP.match(low, end, limit):
        return Reading(start, group.end(), value, value, unit="year", bound=_BOUNDS[word])
    apt = value <= _GROWN if word == "under" else value >= _VETERAN
    if low[start - 1] == "-" and apt and _HYPHENED.match(low, end, limit):
        return Reading(start, end, value, value, unit="year", bound=_BOUNDS[word])
    return None


# decades of life ----------------------------------------------------------------------------------------

_PART = rf"(?:(?:{'|'.join(sorted(CLASS['part']))})[\s-])"
_HIS_DECADE = re.compile(
    rf"\b(?:{'|'.join(sorted(CLASS['owner']))})\s+(?:{_PART}(?:(?:to|or)[\s-]{_PART})?)?"
    rf"(?:(?:\d0s|\w+ties)\s*(?:or|and|to|,|-|–)\s*{_PART}?)?$"
)
_FARTHEST = 48


def decade_of_life(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "in his 60s", "her early thirties", "their late 20s or early 30s"."""
    low, start, end = scene.low, numeral.start, numeral.end
    if numeral.form != "decade":
        if (
            numeral.value % 10
            or not 10 <= numeral.value <= 110
            or not numeral.digits
            or not (found := _GROUP.match(low, end, numeral.limit))
        ):
            return None
        end = found.end()
    if _HIS_DECADE.search(low, max(numeral.floor, start - _FARTHEST), start) is None:
        return None
    return Reading(start, end, numeral.value, numeral.value + 9, unit="year", bound="between")
