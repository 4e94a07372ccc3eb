"""The rate of exchange that an agency notes below its text: "($1 = 0.92 euros)"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_BEFORE = re.compile(r"\((?:[a-z]{0,3}[$€£¥₹]|[a-z]{3}\s)?\s?(?:1(?:\.0+)?(?:\s[a-z.]+){0,2}\s?=\s?(?:[a-z]{0,3}[$€£¥₹]|[a-z]{3}\s)?)?$")
_BEHIND = re.compile(r"(?:\s[a-z.]+){0,3}\s?(?:=\s?\S+(?:\s[a-z.]+){0,3}\s?)?\)")
_FAR = 48


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral, low = scene.numerals[at], scene.low
    opened = low.rfind("(", max(numeral.floor, numeral.start - _FAR), numeral.start)
    if opened < 0 or _BEFORE.fullmatch(low, opened, numeral.start) is None:
        return None
    found = _BEHIND.match(low, numeral.end, numeral.limit)
    return (opened + 1, found.end() - 1) if found and "=" in low[opened : found.end()] else None


exclusion = Exclusion(
    code="N505",
    name="rate of exchange",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT, "1"}, before={"(", *"$€£¥₹"}),
    manual="""
        What one unit of a currency is worth in another, in parentheses: by it a text has converted its amounts.
    """,
    examples="""
        It cost 40 million euros. ([$1 = 0.92 euros])
        It cost 40 million kroner. ([1 euro = 11.4150 Norwegian crowns])
    """,
    counterexamples="""
        It cost €1 (or 92 cents).
        The dollar (up 1 percent) fell.
    """,
)
