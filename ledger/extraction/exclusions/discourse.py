"""Ordinals that order the text or a moment, not the world: "First, ...", "the first option", "who first said"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, word_before
from ledger.extraction.rule import Exclusion
from ledger.extraction.scene import Scene

_NOUNS, _BEFORE_A_POINT, _UNITS = CLASSES["discourse"], CLASSES["discourse_before"], CLASSES["named_unit"]
_ADVERB_BEFORE, _ADVERB_BEHIND = CLASSES["adverb_before"], CLASSES["adverb_behind"]
_CAPITALS = re.compile(r"(?:[\s-]+(?:(?:[A-Z]\.){2,3}|[A-Z][\w’']*)){1,5}")
_STREETS = re.compile(
    r"(?:,?[ \n](?:(?:and|to|or)[ \n])?(?:[A-Z][a-z]+(?:st|nd|rd|th)|\d{1,3}(?:st|nd|rd|th))){0,3}"
    r"[ \n](?:[Aa]venues|[Ss]treets)\b"
)
_WORD = re.compile(r"[^\s-]+")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if scene.text[end + 1 : end + 2].isupper() and (numeral.digits or scene.text[start].isupper()):
        named = _named_unit(scene, end, limit)
        if named is not None:
            return start, named
    if (numeral.digits or scene.text[start].isupper()) and _STREETS.match(scene.text, end, limit):
        return start, end
    if numeral.digits or numeral.value > 5:
        return None
    mark = low[end : end + 1] if end < limit else ""
    if mark in (",", ":") and scene.text[start].isupper():
        return start, end
    word = scene.word_after(end, limit)
    if word in _NOUNS and word_before(low, start, numeral.floor) in _BEFORE_A_POINT:
        return start, end
    if numeral.value == 1 and (word.endswith("ed") or word in _ADVERB_BEHIND) and word_before(low, start, numeral.floor) in _ADVERB_BEFORE:
        return start, end
    return None


def _named_unit(scene: Scene, end: int, limit: int) -> int | None:
    """Where the "Mechanized Brigade" or "Avenue" ends that follows at ``end``, or None."""
    capitals = _CAPITALS.match(scene.text, end, limit)
    if capitals is None:
        return None
    units = (word.end() for word in _WORD.finditer(scene.low, end, capitals.end()) if word.group() in _UNITS)
    return next(units, None)


exclusion = Exclusion(
    code="N103",
    name="ordinal that ranks nothing",
    forms=frozenset({"ordinal"}),
    covers=_covers,
    manual="""
        Ordinals that list points of an argument, "first" as an adverb ("when they first met"), and those
        in the names of brigades, streets and amendments.
    """,
    examples="""
        [First], the roads are bad.
        The [second] option entails a deal.
        It was [first] reported in May.
        The [93rd Mechanized Brigade] fought there.
        The [5th U.S. Cavalry] was raised.
        He lives on [42nd Street] still.
        The [14th Amendment] bars it.
        It runs between [Third] and Ninth avenues.
    """,
    counterexamples="""
        He seeks a third term.
        The 20th Century Fund paid.
        It is their fifth defeat.
    """,
)
