"""Shares: a part of a whole in percent, in percentage points or as a simple fraction."""

from __future__ import annotations

import re
from decimal import Decimal

from ledger.extraction.beside import word_behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.quotients import quotient
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import words

_PERCENT = re.compile(
    r"[\s ]*-?[\s ]*(?:%|(?:per[\s ]?cents?(?:age)?|pc|pct)\b)(?:[\s -]*(?:age)?[\s ]*points?\b)?|[\s -]*(?:percentage[\s ]+)?points?\b"
)
_SIGNS = frozenset({"%", "per", "percent", "percents", "percentage", "percentages", "pc", "pct", "point", "points"})
_NO_NOUN = words("prepositions.txt")
_HUNDRED = Decimal(100)
_FINE = 100
_CENT = Decimal("0.01")


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.form in ("digits", "cardinal"):
        return _percent(scene, numeral)
    return _parts(scene, at, numeral)


def _percent(scene: Scene, numeral: Numeral) -> Reading | None:
    low, end, limit = scene.low, numeral.end, numeral.limit
    match = _PERCENT.match(low, end, limit) if word_behind(low, end, limit) in _SIGNS else None
    if match is None or (match.group().strip(" \n-\u00a0") in ("point", "points") and not _is_a_margin(scene, numeral, match.end())):
        return None
    return Reading(numeral.start, match.end(), numeral.value, numeral.value, unit="percent")


def _is_a_margin(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether bare "points" are of percent: beside a margin, a lead, a swing; never a score."""
    around = scene.low[max(numeral.floor, numeral.start - 80) : min(numeral.limit, end + 60)]
    return any(word in around for word in ("margin", "percent", "per cent", "%", "lead", "swing", "poll", "support", "short of"))


def _parts(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """ "a third", "two-thirds", "three quarters", "half"."""
    counted = _count_of_parts(scene, at, numeral)
    if counted is None or quotient(scene, at) is not None:
        return None
    start, count = counted
    low, end = scene.low, numeral.end
    if numeral.form == "ordinal":
        following = scene.word_after(end, numeral.limit)
        apart = not following or following in _NO_NOUN or low.endswith("by ", numeral.floor, start)
        if numeral.value < 3 or not (apart or low[numeral.start - 1] == "-" or low.startswith("one", start)):
            return None  # "a third raid" is an ordinal
    elif low.startswith("-", end) or (numeral.value == 2 and low.endswith(_HALVES_OF_TIME, numeral.floor, numeral.start)):
        return None
    if numeral.value >= _FINE and not low.startswith(" of ", end):
        return None  # "won by three hundredths"
    value = (count * _HUNDRED / numeral.value).quantize(_CENT)
    return Reading(start, end, value, value, unit="percent")


def _count_of_parts(scene: Scene, at: int, numeral: Numeral) -> tuple[int, Decimal] | None:
    """Where the share begins and how many parts it has: "a", "two", or nothing before "half"."""
    low, before = scene.low, scene.neighbour(at, -1)
    if before is not None and before.form in ("cardinal", "digits") and not low[before.end : numeral.start].strip(" -\n\u00a0‑"):
        singular = numeral.form == "ordinal"
        return (before.start, before.value) if before.value < numeral.value and (before.value == 1 or not singular) else None
    if low.endswith(_ARTICLES, numeral.floor, numeral.start):
        return numeral.start - 2, Decimal(1)
    return (numeral.start, Decimal(1)) if numeral.form == "part" and numeral.value == 2 else None


_ARTICLES = (" a ", " a\n", "\na ", "“a ", '"a ', "(a ", "—a ")
_HALVES_OF_TIME = ("first ", "second ", "first-", "second-", "better ", "and a ", "other-")


rule = Rule(
    code="Q401",
    name="share",
    kind="share",
    forms=frozenset({"digits", "cardinal", "part", "ordinal"}),
    read=_read,
    beside=Beside(everywhere={"part", "ordinal"}, behind=_SIGNS),
    manual="""
        A part of a whole: percent, percentage points, or a simple fraction in words. Percent stay
        percent (80, not 0.8); thirds are 33.33 and 66.67.
    """,
    examples="""
        Turnout fell to [12.5%].  ->  12.5 percent
        It holds about [7 percent].  ->  ~7 percent
        The bank kept [a third] of the shares.  ->  33.33 percent
        Nearly [two-thirds] of the pupils came.  ->  ~66.67 percent
        Prices are up by [a fifth] since May.  ->  20 percent
        More than [half] of the vote was counted.  ->  >50 percent
        He won [60 to 70 percent] of the vote.  ->  60..70 percent
        Rates rose [3 percentage points].  ->  3 percent
        Trust hardly exceeded [15-20%].  ->  15..20 percent
    """,
    counterexamples="""
        A third raid on the reserves is planned.
        He scored points.
    """,
)
