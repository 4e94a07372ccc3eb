"""Notation of statistics and of cameras: "p < 0.01", "r = .34", "f/8, 1/250 s"."""

from __future__ import annotations

import re

from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_TEST = re.compile(
    r"(?:^|[\s(;,*])(?:p|r|t|f|z|d|df|s\.e\.|s\.d\.|χ2|χ²|η2|η²|r2|r²|β\d?|α|κ|ρ|bf10|vif|se|sd|rmse|auc)(?:\s?\([\d.,\s]+\))?"
    r"\s?[<=>≤≥≈]{1,2}\s?[-−]?$"
)
_SIGNS = frozenset("<=>≤≥≈")
_APERTURE = re.compile(r"\d{1,2}(?:\.\d)?(?:,\s1/\d{2,4}\s?s(?:ec)?\b)?(?:,\siso\s?\d+)?")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, floor = scene.low, numeral.start, numeral.floor
    if start - floor < 2:
        return None
    mark = low[start - 1]
    if mark == "/" and low[start - 2] in "fƒ" and (start - 2 == floor or not low[start - 3].isalnum()):
        found = _APERTURE.match(low, start, numeral.limit)
        return (start - 2, found.end()) if found else None
    if mark == " ":
        mark = low[start - 2]
    if mark not in _SIGNS and mark not in "-−":
        return None
    found = _TEST.search(low[max(floor, start - 20) : start])
    return (start, numeral.end) if found else None


exclusion = Exclusion(
    code="N405",
    name="statistical notation",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before={"/", *_SIGNS, *"-−", *(f"{sign} " for sign in (*_SIGNS, *"-−"))}),
    manual="""
        The figure behind the letter of a test or a coefficient, and a camera's settings. The size of a
        sample ("n = 128") counts.
    """,
    examples="""
        It is significant (p < [0.01]) here.
        They correlate, r = [.34] in all.
        The test (t = [2.1]) failed.
        Photo: E. Strand, [f/8, 1/250 s]
    """,
    counterexamples="""
        It holds (n = 128) too.
        Costs > 500 are barred.
    """,
)
