"""Two figures that are one range: "60 to 70 percent", "€2-3 million", "between 6 May and 20 July"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from ledger import lexicon
from ledger import patterns as re
from ledger.extraction.context.word_classes import CHANGE, PAST, PLURAL, classes
from ledger.extraction.hedges import hedge
from ledger.extraction.scene import Reading, Scene

_CONNECTOR = re.compile(r"[\s ]*(?:(-|–|—|‑|−|~)|-?\s*\b(to|through|till|until|or)\b-?|\b(and)\b)[\s ]*")
_SPREADS = lexicon.classes("spreads.tsv")
_NEAR_A_SPREAD, _SPREADING = tuple(sorted(_SPREADS["near"])), _SPREADS["of"]
_THOUSAND, _NEAR = 1000, 5
"""The scale that "13 to 14,000" leaves out, and how many times the lower end the upper one may then be."""
_RANGING = frozenset({"count", "share", "money", "measure", "duration", "age", "rate", "multiple"})


def joined(scene: Scene, readings: Iterable[Reading]) -> Iterator[Reading]:
    """``readings``, in order and without overlap, with the two ends of each range made one."""
    return merged(readings, partial(_join, scene))


def merged(readings: Iterable[Reading], one: Callable[[Reading, Reading], Reading | None]) -> Iterator[Reading]:
    """``readings``, in order, each put together with the one before it where the two are ``one``."""
    held: Reading | None = None
    for reading in readings:
        if held is None:
            held = reading
        elif (together := one(held, reading)) is not None:
            held = together
        else:
            yield held
            held = reading
    if held is not None:
        yield held


def _join(scene: Scene, left: Reading, right: Reading) -> Reading | None:
    """The range from ``left`` to ``right``, or None when they are two figures."""
    apart = right.start - left.end
    if apart > _FARTHEST or left.bound == "between" or right.bound == "between":
        return None
    if left.numeral is None or right.numeral is None or left.numeral.floor != right.numeral.floor:
        return None
    if apart > _LONGEST:
        return _limited(scene, left, right) if scene.low.startswith(_LIMITED, left.end) else None
    if left.kind == "date" or right.kind not in _RANGING or left.whole is not None or (right.whole is not None and right.kind != "rate"):
        return None  # dates make their own ranges: they lend each other years
    gap = _CONNECTOR.fullmatch(scene.low, left.end, right.start)
    if gap is None:
        return _limited(scene, left, right)
    aged = left.kind == "age" and right.kind in ("count", "duration")
    if not aged and ((left.kind != right.kind and left.kind != "count") or (left.kind == right.kind and left.unit != right.unit)):
        return None
    before = scene.words_before(left.start, left.numeral.floor, 5)
    if gap.group(3) and "between" not in [word.lstrip(_OPENING) for word in before]:
        return None
    if gap.group(2) == "or" and not _one_apart(left, right):
        return None
    if gap.group(2) == "to" and (_is_way(scene, right, before) or _is_step(left, right, before)):
        return None
    if right.kind == "share" and _is_whole(left) and _in_points(scene, left) and not _in_points(scene, right):
        return None  # "raised rates 50bps to 14.5%"
    low, high = _ends(left, right)
    if low is not None and high is not None and high < low < 0:
        low, high = high, low  # "-15 to -20 degrees"
    if low is None or high is None or not low < high:
        return None
    named = left if aged else right
    reading = Reading(left.start, right.end, low, high, unit=right.unit or named.unit, whole=right.whole, bound="between")
    reading.kind, reading.rule, reading.numeral = named.kind, named.rule, right.numeral
    return reading


def _is_way(scene: Scene, right: Reading, before: list[str]) -> bool:
    """Whether "to" leads from one level to another: "fell from 40 to 25"; not "ranges from 4 to 9", "From 40 to 60 people die"."""
    if before[-1:] == ["from"] and (right.kind != "age" or _changes(before)):
        return not (_spreads(before[:-1]) or (_opens(before) and _is_followed(scene, right)))
    if "of" in before[-3:] and "from" in before and not _SPREADING.intersection(before[-3:]):
        return not _spreads(before[: before.index("from")])  # "raised rates from lows of around 0.1% to 5.25%"
    return False


def _is_step(left: Reading, right: Reading, before: list[str]) -> bool:
    """Whether "to" leads from a step to the level after it: "rose $1.20 to $83.45", "the toll rose by 12 to 340"."""
    by, (low, high) = before[-1:] == ["by"], _ends(left, right)
    changed = by or (before[-1:] != [] and classes(before[-1]) & CHANGE != 0) or _moved_far(before, left, right)
    if left.kind != "count" and _is_whole(left) and changed:
        alike = right.kind == "share" and not by and low is not None and high is not None and high <= 2 * low
        if not alike:
            return True  # "by half a point to 4 percent", not "rose 0.3 to 0.5 percent" or "5 percent to 7 percent"
    if not by:
        return False
    if left.kind == right.kind == "count" and before[-2:-1] and classes(before[-2]) & PAST:
        return True
    # "fell by 1,000 to 209,000", not "grew by 3 to 4 percent"
    return low is not None and high is not None and low < high and (high > _STEP * low or (high > _WIDEST * low and _changes(before)))


_WIDEST, _STEP = 3, 20


def _moved_far(before: list[str], left: Reading, right: Reading) -> bool:
    """Whether "up" or "down" leads to a step and the level after it: "down 80 cents to $71", not "up 3 to 5 percent"."""
    if not before or before[-1] not in ("up", "down", "higher", "lower"):
        return False
    return isinstance(left.low, Decimal) and isinstance(right.low, Decimal) and right.low > _WIDEST * left.low


def _opens(before: list[str]) -> bool:
    """Whether the last of the words before opens a sentence: "From 40 to 60 people die each year"."""
    return len(before) == 1 or (len(before) > 1 and before[-2][-1] in ".!?”\"")


def _is_followed(scene: Scene, right: Reading) -> bool:
    """Whether a noun stands behind the second figure, or nothing: not "From 40 to 25, the number fell"."""
    assert right.numeral is not None
    word = scene.word_after(right.numeral.end, right.numeral.limit)
    return bool(word and classes(word) & PLURAL)


def _spreads(before: list[str]) -> bool:
    """Whether the words before "from" speak of what lies between two ends: "ranges from 4 to 9", "a number from 4 to 9"."""
    return before[-1:] != [] and (before[-1] in _SPREADS["beside"] or any(word.startswith(_NEAR_A_SPREAD) for word in before[-3:]))


_OPENING = "\"“‘'(["
_LONGEST, _FARTHEST = 12, 48  # between the ends of a range, and between two limits
_LIMITED = (" and ", " but ", " yet ", ", ", "\nand ", "\nbut ", " and\n", " but\n")
_BETWEEN_LIMITS = re.compile(r",?\s+(?:(?:and|but|yet)\s+)?(?:(?:also|is|are|still)\s+)?|,\s*")
_LOWER, _UPPER = frozenset({"at_least", "more_than"}), frozenset({"at_most", "less_than"})


def _limited(scene: Scene, left: Reading, right: Reading) -> Reading | None:
    """The interval of two limits of one figure: "more than 100 and less than 300", "at most 9 but at least 4"."""
    alike = left.kind == right.kind and left.unit == right.unit
    if not (alike or left.kind == "count") or right.kind not in _RANGING or left.whole is not None:
        return None
    assert left.numeral is not None
    assert right.numeral is not None
    second = hedge(scene, right.start, right.end, right.numeral.floor, right.numeral.limit)
    if second is None or second[0] not in _LOWER | _UPPER or not _BETWEEN_LIMITS.fullmatch(scene.low, left.end, second[1]):
        return None
    first = hedge(scene, left.start, left.end, left.numeral.floor, second[1])
    if first is None or first[0] not in (_LOWER if second[0] in _UPPER else _UPPER):
        return None
    low, high = (left.low, right.high) if first[0] in _LOWER else (right.low, left.high)
    if not isinstance(low, Decimal) or not isinstance(high, Decimal) or not low < high:
        return None
    reading = Reading(left.start, right.end, low, high, unit=right.unit, bound="between")
    reading.kind, reading.rule, reading.numeral = right.kind, right.rule, left.numeral
    return reading


def _changes(before: list[str]) -> bool:
    """Whether one of the words before is of a change: "raise the age from 62 to 64"."""
    return any(classes(word) & CHANGE for word in before)


def _in_points(scene: Scene, reading: Reading) -> bool:
    """Whether a share is told in points, as steps are."""
    return scene.low[reading.start : reading.end].endswith(_POINTS)


_POINTS = ("bps", "bp", "points", "point", "pp")


def _is_whole(reading: Reading) -> bool:
    """Whether the reading has its unit in its span, not one that a neighbour lent it."""
    numeral = reading.numeral
    return numeral is not None and (reading.start < numeral.start or numeral.end < reading.end)


def _ends(left: Reading, right: Reading) -> tuple[Decimal | None, Decimal | None]:
    """Both ends; "2-3 million" lends its scale to the left one."""
    low, high = left.low, right.low
    if isinstance(low, date) or isinstance(high, date) or low is None or high is None or left.numeral is None or right.numeral is None:
        return None, None
    scale = right.numeral.scale
    if left.numeral.scale == 1 and scale > 1 and low * scale < high and left.numeral.form == right.numeral.form:
        low *= scale
    elif "," in right.numeral.digits and left.numeral.digits.isdigit() and low * _THOUSAND < high:
        near = high <= low * _THOUSAND * _NEAR and not (_is_whole(left) and _is_whole(right))
        if left.end + 1 == right.start or near:
            low *= _THOUSAND  # "20-30,000", "13 to 14,000 feet"
    return low, high


def _one_apart(left: Reading, right: Reading) -> bool:
    """Whether "two or three" is a range: neighbours, or round figures of one size."""
    low, high = _ends(left, right)
    return low is not None and high is not None and low < high <= 2 * low + 1
