"""Sections of acts by their abbreviation: "s 14(3)(b)", "under s. 12"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_MARKS, _NOUN_BEFORE = CLASSES["section_mark"], CLASSES["noun_before"]
_SECTION = re.compile(r"\d{1,4}[a-z]{0,2}((?:\(\w{1,4}\))*)(?:[-–]\d{1,4}(?:\(\w{1,4}\))*)?(?![\w%]|[.,]\d)")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    mark = word_before(scene.low, numeral.start, numeral.floor)
    found = _SECTION.match(scene.low, numeral.start, numeral.limit) if mark in _MARKS and numeral.scale == 1 else None
    if found is None:
        return None
    before = scene.words_before(numeral.start, numeral.floor, 2)[:-1]
    if not found.group(1) and not (before and before[0] in _NOUN_BEFORE and closes(scene, found.end(), numeral.limit)):
        return None
    return scene.low.rindex(mark, numeral.floor, numeral.start), found.end()


exclusion = Exclusion(
    code="N208",
    name="section of an act",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before=_MARKS),
    manual="""
        An act's section, which shows itself by its parts in parentheses or by the preposition before it.
    """,
    examples="""
        They are exempt under [s 14(3)(b)] of it.
        Under [s. 12] of the act it is banned.
        By [ss 4-6] they may vote.
    """,
    counterexamples="""
        The ship, ss 40 metres long, sank.
        He ran in 12 s 40 times.
        Size s 12 times sold out.
    """,
)
