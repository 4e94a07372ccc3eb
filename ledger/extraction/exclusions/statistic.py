"""Notation of statistics and of cameras: "p < 0.01", "95% CI 0.6-0.9", "hazard ratio 0.8", "f/8, 1/250 s"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, either
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_TEST = re.compile(
    rf"(?:^|[\s(;,*]){either(CLASSES['statistic'])}(?:\s?\([\d.,\s]+\))?"
    r"\s?[<=>≤≥≈]{1,2}\s?[-−]?$"
)
_LEVELS, _RATIOS = ("90", "95", "99", "99.9"), ("ratio", *CLASSES["ratio_of_risks"])
_INTERVAL = re.compile(
    r"(?:%|\s?per\s?cent)[\s-](?:(?:confidence|credible)[\s-]intervals?\b|ci\b)"
    r"(?:(?:[:,=]|\s(?:of|from|was|is|between))?\s?[\[(]?[-−]?\d[\d.]*%?(?:\s?[-–—,]\s?|\s(?:to|and)\s)[-−]?\d[\d.]*%?)?"
)
_RATIO = re.compile(rf"\b(?:hazard|odds|risk|rate)\sratio\s$|\b{either(CLASSES['ratio_of_risks'])}\s$")
_BEFORE_RATIO = tuple(f"{word} " for word in _RATIOS)
_SIGMA = re.compile(r"[\s-]?(?:sigma|σ)(?!\w)")
_SIGNS = frozenset("<=>≤≥≈")
_WIND = re.compile(r"\(?\d\.\d(?:\s?m/s)?[),;]")
_APERTURE = re.compile(r"\d{1,2}(?:\.\d)?(?:,\s1/\d{2,4}\s?s(?:ec)?\b)?(?:,\siso\s?\d+)?")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, floor = scene.low, numeral.start, numeral.floor
    if numeral.digits in _LEVELS and (interval := _INTERVAL.match(low, numeral.end, numeral.limit)):
        return start, interval.end()
    if sigma := _SIGMA.match(low, numeral.end, numeral.limit):
        return start, sigma.end()
    if start - floor < 2:
        return None
    if low.endswith(_BEFORE_RATIO, floor, start) and _RATIO.search(low, max(floor, start - 20), start):
        return start, numeral.end
    mark = low[start - 1]
    if mark == "/" and low[start - 2] in "fƒ" and (start - 2 == floor or not low[start - 3].isalnum()):
        found = _APERTURE.match(low, start, numeral.limit)
        return (start - 2, found.end()) if found else None
    if mark == " ":
        mark = low[start - 2]
    if mark in "+-−" and low.endswith("wind ", floor, start - 1) and (wind := _WIND.match(low, start, numeral.limit)):
        return start, wind.end() - 1
    if mark not in _SIGNS and mark not in "-−":
        return None
    found = _TEST.search(low[max(floor, start - 20) : start])
    return (start, numeral.end) if found else None


exclusion = Exclusion(
    code="N405",
    name="statistical notation",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(
        figure=_LEVELS,
        behind={"sigma", "σ"},
        before={*_RATIOS, "/", *_SIGNS, *"-−", *(f"{sign} " for sign in (*_SIGNS, *"-−")), "+"},
    ),
    manual="""
        The figure behind the letter of a test or a coefficient, a confidence interval with its level, a hazard
        or odds ratio, and a camera's settings. The size of a sample ("n = 128") counts.
    """,
    examples="""
        It is significant (p < [0.01]) here.
        It is a [5.1-sigma] signal.
        100m (wind +[1.2]): L Moss
        They correlate, r = [.34] in all.
        The test (t = [2.1]) failed.
        The risk fell (hazard ratio [0.81], 95% CI 0.7-0.9).
        The risk fell (HR 0.81; [95% CI 0.7–0.9]) there.
        It is off by six, with a [95 percent confidence interval of 2 to 10].
        Photo: A. Lindh, [f/4, 1/60 s]
    """,
    counterexamples="""
        It holds (n = 128) too.
        Costs > 500 are barred.
        A full 95% have confidence in it.
        The ratio 3 to 1 was agreed.
    """,
)
