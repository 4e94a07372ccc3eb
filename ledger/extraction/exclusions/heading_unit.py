"""The scale in which a table gives its figures: "Jobs by sector (thousands)", "(in millions of euros)"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_BEFORE = re.compile(r"[(\[](?:(?:figures\s+)?in\s+)?(?:[$€£]\s?)?$")
_BEHIND = re.compile(r"(?:\s+of\s+[^\W\d]+(?:\s[^\W\d]+)?)?[)\]]")
_FAR = 24


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    found = _BEHIND.match(scene.low, numeral.end, numeral.limit)
    if found is None or _BEFORE.search(scene.low, max(numeral.floor, numeral.start - _FAR), numeral.start) is None:
        return None
    return numeral.start, found.end() - 1


exclusion = Exclusion(
    code="N504",
    name="scale of a table",
    forms=frozenset({"magnitude"}),
    covers=_covers,
    beside=Beside(before={"(", "in", "[", "$", "€", "£"}),
    manual="""
        "Thousands" or "millions" alone in brackets says how the figures of a table or a chart are to be read, and states none.
    """,
    examples="""
        Jobs by sector ([thousands])
        Net sales (in [millions of euros])
    """,
    counterexamples="""
        Many died (thousands in May alone).
    """,
)
