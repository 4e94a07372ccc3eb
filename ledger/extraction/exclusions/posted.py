"""The day of a post that a page quotes, behind the name it was written under: "— Harbour Office (@harbour) May 3, 2031"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_HANDLE = re.compile(r"\(@\w{1,30}\)\s+(?:\d{1,2}\s+)?$")
_DAY = re.compile(r"[\w.]+\s+(?:\d{1,2},?\s+)?\d{4}|\d{1,2}\s+\w+\s+\d{4}")
_FAR = 40


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if _HANDLE.search(scene.low, max(numeral.floor, numeral.start - _FAR), numeral.start) is None:
        return None
    day = _DAY.match(scene.low, numeral.start, numeral.limit)
    return (numeral.start, day.end()) if day else None


exclusion = Exclusion(
    code="N503",
    name="day of a quoted post",
    forms=frozenset({"digits", "month"}),
    covers=_covers,
    beside=Beside(before={") "}),
    manual="""
        The date behind a name under which somebody posts on a network, as pages that quote a post show it. It is of the post.
    """,
    examples="""
        Stay inside. — Harbour Office (@harbour) [May 3, 2031]
        Stay inside. — Harbour Office (@harbour) [3 May 2031]
    """,
    counterexamples="""
        The office (@harbour) closed on May 3, 2031.
    """,
)
