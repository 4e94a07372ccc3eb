"""Hours in which something is open: "Mon–Thu 8–12", "(Monday to Saturday, 7 to 21)", "open until 22"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, WEEKDAYS, closes, either, word_before
from ledger.extraction.exclusions.clock import UNTIL, is_until
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_DAYS = WEEKDAYS | CLASSES["open_day"]
_IS_OPEN = _DAYS | CLASSES["open_until"]
TO_AN_HOUR = re.compile(r"(?:[-–‑]|\s(?:to|[-–])\s)(?:1?\d|2[0-4])(?![\w.,-]*\d)(?!\s*(?:%|percent|years?|people))")
_MORE_HOURS = re.compile(r"(?:,? and |, | & )\d{1,2}(?:[.:]\d\d)?[-–]\d{1,2}(?:[.:]\d\d)?(?![\w%]|[.,:]\d)")
_FROM_DAY_TO_DAY, _FAR = re.compile(rf"\b(?:{either(WEEKDAYS)}\.?\s?(?:[-–‑]|to|and|&)\s?){{1,3}}[a-z]{{3,9}}\.?[,:]?\s$"), 32
""" "Monday to Saturday, 7 to 21": of one Monday a figure behind it may count something."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if numeral.scale != 1 or numeral.value >= 25 or "." in numeral.digits:
        return None
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    before = scene.words_before(start, floor, 2)
    if before[-1:] and before[-1] in UNTIL:
        return (start, end) if before[0].lstrip("(") in _IS_OPEN and is_until(scene, end, limit) else None
    hours = TO_AN_HOUR.match(low, end, limit) if stands_behind_days(scene, numeral) else None
    if hours is None:
        return None
    if low[end].isspace() and not (closes(scene, hours.end(), limit) and _FROM_DAY_TO_DAY.search(low, max(floor, start - _FAR), start)):
        return None
    more = _MORE_HOURS.match(low, hours.end(), limit)
    return start, more.end() if more else hours.end()


def stands_behind_days(scene: Scene, numeral: Numeral) -> bool:
    """Whether the word before a figure, the last of those that hyphens join, is a day or as much: "Mon-Fri 9 to 17", "open 10–16"."""
    return word_before(scene.low, numeral.start, numeral.floor).strip("(,:;.").replace("–", "-").rsplit("-", 1)[-1] in _DAYS


exclusion = Exclusion(
    code="N309",
    name="opening hours",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before=UNTIL, behind={*"-–‑", " -", " –", "to"}),
    manual="""
        Whole hours behind the days of a week on which something is open, and until which it is.
    """,
    examples="""
        The clinic is open (weekdays, [8-16]).
        Call us (Monday to Saturday, [7 to 21]) for more.
        It is open Mon-Fri [9 to 17].
        Office hours: Mon–Thu [8–12 and 13–15.30].
        Buses go hourly until [7].
        The library (open until [22]) is full.
        The bar is open until [22] and the hall until [23].
        It is open on Thursdays until [8].
    """,
    counterexamples="""
        On Sunday 7 to 21 people came.
        They kept it open until 12 members came.
        The offer is open until 22 are sold.
        They kept it open until 12 of the members came.
        Thursdays until 8 people came.
        He kept 7 to 21 of them.
    """,
)
