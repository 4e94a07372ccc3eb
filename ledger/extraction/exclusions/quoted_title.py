"""Titles in quotation marks that begin with a figure: "100 Days Offline", “Twelve Rules for Winter”."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_QUOTES = {'"': '"', "“": "”", "‘": "’", "'": "'"}
_SMALL, _LARGE = "|".join(sorted(CLASSES["small_in_title"], reverse=True)), r"[A-Z][\w’-]*"
_TITLE = re.compile(rf"[ \n](?:(?:{_SMALL})[ \n]){{0,2}}{_LARGE}(?:[ \n](?:{_SMALL}|{_LARGE})){{0,8}}[,.!?]?")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    text, start = scene.text, numeral.start
    closing = _QUOTES.get(text[start - 1]) if start > numeral.floor else None
    if closing is None or not (numeral.digits or text[start].isupper()):
        return None
    title = _TITLE.match(text, numeral.end, numeral.limit)
    return (start, title.end()) if title is not None and text.startswith(closing, title.end()) else None


exclusion = Exclusion(
    code="N206",
    name="title that begins with a figure",
    forms=frozenset({"digits", "cardinal"}),
    covers=_covers,
    beside=Beside(before=_QUOTES),
    manual="""
        The title of a work in quotation marks, all words of which have capitals but the small ones, states nothing
        by the figure that it begins with. What somebody says in quotation marks has small words and claims.
    """,
    examples="""
        She sang "[99 Doors]" and left.
        He read “[Twelve Rules for Winter]” again.
        He read "[12 Nights at Sea and About Town]" too.
    """,
    counterexamples="""
        “12 Russians were held,” he said.
        “Twelve of them left,” he said.
        He called it "40 percent luck".
    """,
)
