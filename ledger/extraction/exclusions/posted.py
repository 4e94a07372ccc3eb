"""When a post that a page quotes was written, "— Harbour Office (@harbour) May 3, 2031", and when the page was, "updated 4 hrs ago"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, either
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon.shapes import words_of

_HANDLE = re.compile(r"\(@\w{1,30}\)\s+(?:\d{1,2}\s+)?$")
_DAY = re.compile(r"[\w.]+\s+(?:\d{1,2},?\s+)?\d{4}|\d{1,2}\s+\w+\s+\d{4}")
_FAR = 40
_STAMPED = re.compile(rf"\b{either(CLASSES['stamped'])}[:,]?\s+(?:about\s|around\s)?$")
_AGO = re.compile(rf"\d{{1,2}}\s?{either(words_of('pitches.tsv', 'moments'))}\s+ago\b(?=\s*(?:$|[|·•)\n]|[-–—]\s|\s{{2}}))")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if _STAMPED.search(scene.low, max(numeral.floor, numeral.start - _FAR), numeral.start) is not None:
        ago = _AGO.match(scene.low, numeral.start, numeral.limit)
        return (numeral.start, ago.end()) if ago else None
    if _HANDLE.search(scene.low, max(numeral.floor, numeral.start - _FAR), numeral.start) is None:
        return None
    day = _DAY.match(scene.low, numeral.start, numeral.limit)
    return (numeral.start, day.end()) if day else None


exclusion = Exclusion(
    code="N503",
    name="day of a post",
    forms=frozenset({"digits", "month"}),
    covers=_covers,
    beside=Beside(before={") ", "updated", "published", "posted", "modified", "edited", "uploaded", "about", "around"}),
    manual="""
        The date behind a name under which somebody posts on a network, as pages that quote a post show it, and how long ago a page
        was written. Both are of the post.
    """,
    examples="""
        Stay inside. — Harbour Office (@harbour) [May 3, 2031]
        Stay inside. — Harbour Office (@harbour) [3 May 2031]
        Published 06:10, updated [4 hrs ago] · Politics
        By Ida Voss, posted [2 days ago]
    """,
    counterexamples="""
        The office (@harbour) closed on May 3, 2031.
        The map, updated 2 weeks ago, is wrong.
        The video, posted 3 days ago by a rival, shows him.
    """,
)
