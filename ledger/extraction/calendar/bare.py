"""Whether a month that stands alone is one: "in May", "the October vote"; not "may", "the march", "Theresa May", "Jan"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.words import (
    CLASS,
    DATED,
    DETERMINER,
    FUNCTION,
    QUALIFIER,
    RELATIVE,
    STRONG,
    SUBJECT,
    WEAK,
    before,
    behind,
    opens_sentence,
)
from ledger.extraction.scene import Scene

_DASHES = frozenset("-–—/")
_AGED = re.compile(r",\s\d\d,")
_DOUBTFUL, _GIVEN_NAMES, _FULL, _HARMLESS = CLASS["doubtful"], CLASS["given name"], CLASS["month"], CLASS["harmless"]
_NOT_ALONE = frozenset({"by", "before", "after", "from", "c.", "ca.", "born"})  # strong before a year, not before "May"


def surely_month(scene: Scene, point: Point, usage: Usage, beside_month: bool) -> bool:
    """Whether the bare month at ``point`` is one; ``beside_month`` when it is listed with another date."""
    numeral, text = scene.numerals[point.at], scene.text
    word = scene.low[numeral.start : numeral.end]
    words = before(scene, numeral.start, numeral.floor)
    last = words[-1].lower() if words else ""
    following = behind(scene, numeral.end, numeral.limit)
    if last in RELATIVE:
        point.relative = last
    sure = last in QUALIFIER or last in RELATIVE or last == "around" or (last in STRONG and last not in _NOT_ALONE)
    if word not in _FULL:
        beside = scene.low[numeral.end : numeral.end + 1] + scene.low[numeral.start - 1 : numeral.start]
        joined = beside_month and not _DASHES.isdisjoint(beside)
        return text[numeral.start].isupper() and (joined or ((last in STRONG or sure) and (beside[:1] == "." or word in _HARMLESS)))
    if text[numeral.start].islower():
        return sure and word not in _DOUBTFUL and word != "august"
    named = following[:1].isupper() and not (following.isupper() and text[numeral.start : numeral.end].isupper())
    if sure:
        return not (named and word in _GIVEN_NAMES and last == "year")
    if beside_month:
        return True
    if last in STRONG or last in WEAK:
        if word in _GIVEN_NAMES and (named or (word == "may" and usage.names_may)):
            return False
        return word not in _DOUBTFUL or last in CLASS["before a month"]
    if last in DETERMINER or last.endswith(("’s", "'s", "s’")):
        return _modifies(word, following, usage)
    if word in _DOUBTFUL:
        return following in SUBJECT and opens_sentence(scene, numeral.start, numeral.floor) and not (word == "may" and usage.names_may)
    return _stands_free(scene, numeral.start, numeral.floor, words, word, named)


def _modifies(word: str, following: str, usage: Usage) -> bool:
    """Whether "the June ..." goes on with a noun that the month dates: "the June reshuffle", not "the March on ..."."""
    if not following or following[0].isupper() or following in FUNCTION:
        return False
    return word != "may" or following in DATED or not usage.names_may


def _stands_free(scene: Scene, start: int, floor: int, words: list[str], word: str, named: bool) -> bool:
    """Whether a month without a preposition is no part of a name: "October brought rain", "April Jones", "Black September"."""
    if word in _GIVEN_NAMES and _AGED.match(scene.low, start + len(word)):
        return False
    if opens_sentence(scene, start, floor) or not words:
        return not named
    previous = words[-1]
    if previous[:1].isupper() and previous[-1:] not in ",.;:)" and previous.lower() not in FUNCTION:
        return False
    return not (named and (word in _GIVEN_NAMES or previous.islower()))
