"""Plurals that look like magnitudes: "exam scores", "he scores a goal"; "scores of people" counts."""

from __future__ import annotations

from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_BEHIND, _BEFORE = CLASSES["scores_behind"], CLASSES["scores_before"]


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, end, limit = scene.low, numeral.end, numeral.limit
    word = low[numeral.start : end]
    if word not in ("scores", "tens"):
        return None
    following = scene.word_after(end, limit)
    if following == "of" or (word == "scores" and following in _BEHIND):
        return None
    if word == "scores" and not closes(scene, end, limit):
        before = word_before(low, numeral.start, numeral.floor).strip("(“\"—–,;:.")
        if not before or before in _BEFORE:
            return None
    return numeral.start, end


exclusion = Exclusion(
    code="N105",
    name="word that looks like a magnitude",
    forms=frozenset({"magnitude"}),
    covers=_covers,
    beside=Beside(figure={"scores", "tens"}),
    manual="""
        "Scores" of an examination or a match, and "scores" the verb. A magnitude goes before "of", a
        noun or a participle.
    """,
    examples="""
        Their exam [scores] rose.
        She [scores] against them.
        Credit [scores] fell.
    """,
    counterexamples="""
        Scores of people fled.
        Scores were hurt.
        It injured scores more.
        Police detained scores protesters.
    """,
)
