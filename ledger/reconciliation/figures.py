"""How much two figures tell by themselves: those of different things seldom agree in three digits, or differ as by a slip."""

from __future__ import annotations

from math import floor, inf, log10

from ledger.reconciliation.slips import a_digit_off, slip
from ledger.reconciliation.topic import Topic

_LARGE = 990
"""From how much on a plain number of two digits and zeros seldom recurs by chance."""
_AMOUNTS = frozenset({"measure", "money"})
_ALIKE, _ZEROS = 0.01, 3
LONG_SLIP = "long slip"
"""The level of figures of four digits or more that differ in one: chance seldom makes it, but what grows may."""
_LEAST_DIGITS = 2
_SHORT, _LONG, _MORE = 3, 4, 1.05
"""Digits of figures that chance seldom makes differ in one alone, unless they are neighbours, and how many times neighbours are at most."""
_TWICE, _TIMES, _MOST_TIMES, _THOUSANDS, _MOST_SCALED = 2, 5, 15, 500, 2e6
"""How many times a figure another may be: as by a digit put in, of one thing,
as by a digit lost, as by million for billion, as by a scale left out."""


def figures(left: Topic, right: Topic) -> str:
    """How much the figures themselves tell: those of different things seldom agree in three digits, or differ as by a slip."""
    mine, theirs = left.interval.nominal, right.interval.nominal
    if mine[0] > theirs[1] or theirs[0] > mine[1]:
        return _slip(left, right)
    plain = left.scale.plain
    if left.scale != right.scale and not plain:
        return "same in other units"
    if left.claim.bound == right.claim.bound == "magnitude":
        return "same, short"
    if left.claim.bound == right.claim.bound == "between" and (left.claim.low, left.claim.high) == (right.claim.low, right.claim.high):
        return "same, long"
    if left.aspect == right.aspect == "value" and left.counts and right.counts and left.claim.whole == right.claim.whole:
        return "same, long"
    digits = min(len(left.telling_digits), len(right.telling_digits))
    if digits > 2:
        return "same, very long" if digits > 3 else "same, long"
    if digits == 2 and min(left.interval.nominal[0], right.interval.nominal[0]) >= _LARGE:
        return "same, large"
    return "same, short" if digits == 2 or not plain else "same, one digit"


def may_slip(left: Topic, right: Topic) -> bool:
    """Whether one of two figures that are apart can be a slip for the other: hardly any can, and this tells for least."""
    mine, theirs = left.telling_digits, right.telling_digits
    if of_one_digit(left, right):
        return True
    if slip(mine, theirs) or ((mine != left.digits or theirs != right.digits) and slip(left.digits, right.digits)):
        return True
    if _rounded_elsewhere(left, right):
        return True
    return len(mine) != len(theirs) and _times(left, right) < _TWICE


def of_one_digit(left: Topic, right: Topic) -> bool:
    """Whether two amounts are of one digit, and of one unit, but for noughts: 60 tonnes and 600 tonnes."""
    mine, theirs = left.telling_digits, right.telling_digits
    if mine != theirs or len(mine) != 1 or left.family not in _AMOUNTS or left.scale != right.scale:
        return False  # that something lasts ten times as long as something else is no rarity
    times = _times(left, right)
    tens = log10(times)
    return round(tens) > 0 and abs(tens - round(tens)) < _ALIKE and times <= _MOST_SCALED


def _slip(left: Topic, right: Topic) -> str:
    """What one figure may be a slip of the pen for.

    Rare are the digits in another order or at another scale, the more so of three digits or more.
    """
    mine, theirs, times = left.telling_digits, right.telling_digits, _times(left, right)
    if of_one_digit(left, right):
        return "short slip of scale"
    what = "scale" if _rounded_elsewhere(left, right) else slip(mine, theirs)
    if what == "scale" and (_is_wide(left) or _is_wide(right)):
        return "far apart"  # tickets at €12 to €180, and a cost of €165 million
    whole = what if mine == left.digits and theirs == right.digits else "" if _are_round(left, right) else slip(left.digits, right.digits)
    if not what and not whole and (len(mine) == len(theirs) or times >= _TWICE):
        if a_digit_off(left.digits, right.digits) and (len(left.digits) != len(right.digits) or _of_one_size(left, right)):
            return "a digit off"
        return "far apart" if times > _TIMES else "unlike"
    if what != "scale" and whole == "swapped digits" and max(len(mine), len(theirs)) > 2 < min(len(left.digits), len(right.digits)):
        mine, what = left.digits, "swapped digits"  # 203 and 230, but not 120 and 210
    if what != "scale" and (long := _swapped_before_zeros(left, right, times)):
        mine, what = long, "swapped digits"
    word = left.digits == right.digits and len(left.digits) > 1 and _thousandfold(times)  # 41 million, 41 billion
    what = "scale" if word else what
    if what != "scale" and (what != "swapped digits" or not _of_one_size(left, right)):
        slipped = (whole and times <= _MOST_TIMES) or (what and times < _TWICE)
        if slipped and what != "swapped digits" and _are_long(left, right) and times >= _MORE:
            return LONG_SLIP
        return "slip" if slipped else "far apart" if times > _TIMES else "unlike"
    if what == "scale" and (times > _MOST_SCALED or not _are_decimal(left, right)):
        return "far apart"  # 2.5 hours and 2.5 months
    if left.interval.meets(right.interval) != "apart":
        return "slip"
    if len(mine) < 3 and not word:
        small = min(left.interval.nominal[0], right.interval.nominal[0]) < _LARGE
        unsure = (times > _THOUSANDS and not _thousandfold(times)) or (small and left.scale.plain)
        return "short slip" if what != "scale" else "slip" if unsure else "short slip of scale"
    return "slip of scale" if what == "scale" else what


def _are_round(left: Topic, right: Topic) -> bool:
    """Whether one of two figures is hedged, and neither has three digits that tell: "some 120" is no slip for 140."""
    hedged = "about" in (left.claim.bound, right.claim.bound)
    return hedged and max(len(left.telling_digits), len(right.telling_digits)) < _SHORT


def _is_wide(topic: Topic) -> bool:
    """Whether a range goes from so much to twice as much, so that many a figure is a part of it at another scale."""
    low, high = topic.interval.nominal
    return 0 < low * _TWICE <= high


def _are_long(left: Topic, right: Topic) -> bool:
    return min(len(left.telling_digits), len(right.telling_digits)) >= _LONG and left.interval.meets(right.interval) == "apart"


def _rounded_elsewhere(left: Topic, right: Topic) -> bool:
    """Whether one figure is the other at another scale and rounded: 2.31 million and 2.3 billion, 412,000 and 4.1 million."""
    mine, theirs = left.telling_digits, right.telling_digits
    if len(mine) == len(theirs) or min(len(mine), len(theirs)) < _LEAST_DIGITS or mine[0] != theirs[0]:
        return False
    if _in_full(left if len(mine) < len(theirs) else right):
        return False  # 210 and 2,150
    small, large = sorted((left, right), key=lambda topic: topic.interval.nominal)
    tens = round(log10(_times(left, right)))
    (low, high), (first, last) = small.interval.nominal, large.interval.nominal
    return tens > 0 and low * 10**tens <= last and first <= high * 10**tens


def _in_full(topic: Topic) -> bool:
    """Whether the figure is written with all its digits, and none behind a point: who rounds writes "4.1 million"."""
    amount = max(map(abs, topic.interval.nominal)) / topic.scale.factor
    return 0 < amount < inf and floor(log10(amount)) + 1 == len(topic.digits)


def _are_decimal(left: Topic, right: Topic) -> bool:
    """Whether one unit is so many tens of the other: tonnes and megatonnes, but not hours and months."""
    if left.scale == right.scale:
        return True
    tens = log10(left.scale.factor / right.scale.factor)
    return left.measures == right.measures and abs(tens - round(tens)) < _ALIKE**2


def _thousandfold(times: float) -> bool:
    """Whether a figure is as many times another as one word of scale is of the next, or the next but one."""
    return times > _THOUSANDS and abs(log10(times) / _ZEROS - round(log10(times) / _ZEROS)) < _ALIKE


def _swapped_before_zeros(left: Topic, right: Topic, times: float) -> str:
    """The digits of the one, with zeros, of which two are swapped in the other when both are as long: 1,204,000 and 1.24 million."""
    mine, theirs = left.telling_digits, right.telling_digits
    if len(mine) == len(theirs) or times >= _TWICE:
        return ""
    length = max(len(mine), len(theirs))
    if min(topic.interval.nominal[1] / topic.scale.factor for topic in (left, right)) < 10 ** (length - 1):
        return ""  # 10.5 and 15
    one, other = mine.ljust(length, "0"), theirs.ljust(length, "0")
    small, large = sorted((int(one), int(other)))
    return one if slip(one, other) == "swapped digits" and abs(large / small - times) < _ALIKE else ""


def _of_one_size(left: Topic, right: Topic) -> bool:
    """Whether both figures have as many digits before the point: 52 and 25, but not 52 and 250."""
    if left.scale != right.scale:
        return _times(left, right) <= _TIMES
    one, other = (abs(sum(topic.interval.nominal)) / 2 / topic.scale.factor for topic in (left, right))
    return 0 < one < inf and 0 < other < inf and floor(log10(one) + _ALIKE) == floor(log10(other) + _ALIKE)


def _times(left: Topic, right: Topic) -> float:
    """How many times the smaller figure the larger one is; 1 where one is nought or open."""
    (first, last), (start, end) = left.interval.nominal, right.interval.nominal
    one, other = (first + last) / 2, (start + end) / 2
    small, large = (one, other) if one < other else (other, one)
    return large / small if small > 0 and large < inf else 1.0
