"""Figures of dates that are not read as dates and count nothing either: "31 February", "9/11/2001", "44 BC", "World Cup 2018"."""

from __future__ import annotations

from ledger.extraction.calendar.almanac import almanac
from ledger.extraction.calendar.eras import before_christ
from ledger.extraction.calendar.numeric import looks_numeric
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.usual import is_usual, may_be_old
from ledger.extraction.calendar.words import FUNCTION, before, behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene


def unread(scene: Scene, at: int) -> tuple[int, int] | None:
    """The span at numeral ``at`` in which no figure is a claim, or None."""
    numeral, known = scene.numerals[at], almanac(scene)
    if at in known.read:
        return None
    if span := known.impossible.get(at) or looks_numeric(scene, at) or before_christ(scene, numeral):
        return span
    return _year_of_a_name(scene, numeral) if len(numeral.digits) == 4 else None


def _year_of_a_name(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A year that belongs to a name or a reference: behind a capital, alone in parentheses, with nothing that it could count."""
    enclosed = scene.low[numeral.start - 1 : numeral.start] in ("(", "[") and scene.low[numeral.end : numeral.end + 1] in (")", "]", ",")
    if not numeral.digits.isdigit() or not (may_be_old if enclosed else is_usual)(numeral.value) or numeral.end - numeral.start != 4:
        return None
    following = behind(scene, numeral.end, numeral.limit)
    if following and following not in FUNCTION and following[0].islower():
        return None
    if not following and scene.low[numeral.end : numeral.end + 1] not in ("", ".", ",", ";", ":", ")", "]", "\n", "”", '"', "?", "!"):
        return None
    words = before(scene, numeral.start, numeral.floor)
    named = bool(words) and (words[-1][:1].isupper() and words[-1].rstrip(",").lower() not in FUNCTION)
    sure = enclosed or (named and (words[-1][-1:] != "," or scene.once(Usage).groups))
    return (numeral.start, numeral.end) if sure else None
