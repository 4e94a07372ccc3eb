"""Amounts that stand one behind the other and are one: "5 feet 2 inches", "an hour and 20 minutes"."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from ledger import patterns as re
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.extraction.units import Unit, Written, tables, unit_behind, word_class
from ledger.lexicon import table

SUMMED = frozenset({"time", "length", "mass"})
"""Dimensions whose units are told one behind the other."""

_JOIN = re.compile(r"\.?\s*|,?\s+and\s+|(,)\s+|-")
_INCHES_LEFT_OUT = re.compile(r"\s?(?:$|[,.;:)](?!\d)|(?:tall|frame|in)\b)")
_SIXTIETHS_LEFT_OUT = re.compile(r"\s?(?:$|[,.;:)](?!\d)|(?:and|to|behind|ahead|before|after|later)\b)")
"""What may stand behind "1 minute 40" and "two hours 20"."""
_NOT_SUMMED, _OF_A_RATE = word_class("not summed"), word_class("of a rate")
_MILLION = Decimal(10**6)
_SMALLER = {"hour": "minute", "minute": "second"}
_MOST_PARTS = 3
_FARTHEST = 8


@cache
def _pairs() -> dict[tuple[str, str], Decimal]:
    return {(larger, smaller): Decimal(many) for larger, smaller, many in table("compounds.tsv")}


def summed(scene: Scene, at: int, value: Decimal, found: Written) -> tuple[Decimal, Unit, int]:
    """``value`` of the unit ``found`` behind numeral number ``at`` with the amounts that follow.

    The sum, in the smallest of their units; that unit; where the last one ends.
    """
    unit, end, limit = found.unit, found.end, scene.numerals[at].limit
    if at + 1 == len(scene.numerals) or scene.numerals[at + 1].start - end > _FARTHEST or value % 1:
        return value, unit, end  # "a throw of 91.36 m, 28 centimetres farther"
    for following in scene.numerals[at + 1 : at + 1 + _MOST_PARTS]:
        if following.start - end > _FARTHEST or following.end > limit or following.form not in ("digits", "cardinal"):
            break
        joint = _JOIN.fullmatch(scene.low, end, following.start)
        if joint is None:
            break
        many, smaller, stop = _addend(scene, unit, following)
        if many == 0 or (joint.group(1) and scene.word_after(stop, limit) in _NOT_SUMMED):
            break
        added = following.value / _MILLION if following.scale == _MILLION else following.value
        if smaller != unit:
            value = value * many + added
        elif scene.low[end : following.start].isspace() and scene.word_after(stop, limit) not in _OF_A_RATE:
            value += added * many  # "2 days 1 month"
        else:
            break
        unit, end = smaller, stop
    return value, unit, end


_COMPACT = re.compile(r"h([0-5]?\d)(?:m(?:in)?(?:([0-5]?\d)s)?)?(?![\w:])|m(?:in)?([0-5]?\d)s(?!\w)")
_HAND, _OF_THE_CLOCK = len("h30"), word_class("of the clock")


def compact(scene: Scene, numeral: Numeral) -> tuple[Decimal, str, int] | None:
    """The value, the unit and the end of "1h45", "2h03m15s", "1m43s"; None for anything else, as "at 20h30"."""
    low, end = scene.low, numeral.end
    if numeral.start > numeral.floor and low[numeral.start - 1].isalpha():
        return None  # "C19H40"
    if not numeral.digits.isdigit() or (low[end + 1 : end + 2].isalpha() and not low.startswith("min", end)):
        return None
    found = _COMPACT.match(low, end, numeral.limit)
    if found is None or (
        found.end() - end <= _HAND and not _OF_THE_CLOCK.isdisjoint(scene.words_before(numeral.start, numeral.floor, 1))
    ):
        return None
    minutes, seconds, rest = (Decimal(figure) if figure else None for figure in found.groups())
    if minutes is None:
        return (numeral.value * 60 + rest, "seconds", found.end()) if rest is not None else None
    value = numeral.value * 60 + minutes
    return (value, "minutes", found.end()) if seconds is None else (value * 60 + seconds, "seconds", found.end())


def _addend(scene: Scene, unit: Unit, part: Numeral) -> tuple[Decimal, Unit, int]:
    """How many of the smaller unit make one of the larger (0 where they make no sum), the smaller unit, and where ``part`` ends."""
    behind = unit_behind(scene, part.end, part.limit)
    if behind is not None:
        many = _pairs().get((unit.name, behind.unit.name))
        if many is not None and part.value <= many:
            return many, behind.unit, behind.end
        return _pairs().get((behind.unit.name, unit.name), Decimal(0)), unit, behind.end
    if unit.name == "hour" and part.scale == _MILLION and part.digits and scene.low[part.end - 1] == "m":
        return Decimal(60), tables().symbols["min"], part.end  # "1h 20m"
    if unit.name == "foot" and part.value < 12 and part.scale == 1:
        hyphen = scene.low[part.start - 1] == "-"  # "a 5-foot-10 striker"
        if hyphen or _INCHES_LEFT_OUT.match(scene.low, part.end, part.limit):
            return Decimal(12), tables().phrases["inch"][-1][1], part.end
    if unit.name in _SMALLER and 0 < part.value < 60 and part.scale == 1 and "." not in part.digits:
        straight = scene.low[part.start - 1] == " " and not scene.low.endswith("and ", 0, part.start)
        if straight and _SIXTIETHS_LEFT_OUT.match(scene.low, part.end, part.limit):
            return Decimal(60), tables().phrases[_SMALLER[unit.name]][-1][1], part.end
    return Decimal(0), unit, part.end
