"""Multiples: so many times as many."""

from __future__ import annotations

import re

from ledger.extraction.beside import word_behind
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene

_COMPARED = (
    r"(?:as|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|slower|longer|shorter|better|worse|the|that|those|its|their|his|her|"
    r"what|this|last|national|average|over|normal|likelier)\b"
)
_TIMES = re.compile(rf"[\s -]*(?:(?:-|–)?fold\b|[\s ]times\b(?=[\s ]+{_COMPARED}|[\s ]*(?:[.,;:)]|or[\s ]more|over|$)))")
_TIMES_AFTER_BY = re.compile(r"[\s ]times\b")
_X = re.compile(r"x(?![\w])")
_TWICE = re.compile(
    r"[\s ]+(?:fewer|less|more|lower|higher)\b(?![\s ]+(?:a|an)[\s ]+(?:day|week|month|year))|"
    r"(?=[\s ]+(?:the|as|that|those|its|their|his|her|what|this|last|national|average)\b)|(?=[\s ]*[.,;)])"
)
_PER_TIME = re.compile(
    r"[\s ]+(?:a|an|per|each|every)[\s ]+(?:day|week|month|year|hour|night|season|decade)\b|[\s ]+(?:daily|weekly|monthly|yearly)\b"
)
_DOUBLES = re.compile(
    r"(?=[\s ]+(?:the|that|its|their|his|her|in|to|from|since|over|within|every|by|last|as|what|between|during|and)\b|[\s ]*[.,;:)–—-]|$)"
)


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    low, end, limit = scene.low, numeral.end, numeral.limit
    value = numeral.value
    if numeral.form == "multiple":
        word = low[numeral.start : end]
        pattern = _TWICE if word in ("twice", "thrice") else _DOUBLES if not word.endswith("fold") else _ANYTHING
        found = pattern.match(low, end, limit)
        if found is None and word.endswith(("ed", "ing")):
            found = _ANYTHING.match(low, end)
        if found is None or (word in ("twice", "thrice") and _PER_TIME.match(low, end, limit)):
            return None
        return Reading(numeral.start, found.end(), value, value)
    if word_behind(low, end, limit) not in _SIGNS:
        return None
    found = _TIMES.match(low, end, limit) or _X.match(low, end, limit)
    if found is None and low.endswith("by ", numeral.floor, numeral.start):
        found = _TIMES_AFTER_BY.match(low, end, limit)
    if found is None or _PER_TIME.match(low, found.end(), limit) or _met(scene, numeral.start, numeral.floor, found.end(), limit):
        return None
    return Reading(numeral.start, found.end(), value, value)


_SIGNS = frozenset({"times", "fold", "x"})
_ANYTHING = re.compile("")
_COMPARISON = re.compile(rf"[\s ]+{_COMPARED}")


def _met(scene: Scene, start: int, floor: int, end: int, limit: int) -> bool:
    """Whether "11 times" counts occasions: nothing is compared behind it, nor is it an increase."""
    if _COMPARISON.match(scene.low, end, limit) or "fold" in scene.low[start:end] or scene.low[end - 1] == "x":
        return False
    before = scene.words_before(start, floor, 6)
    return not any(
        word.startswith(("by", "increas", "grow", "grew", "rose", "ris", "multipl", "underestimat", "exceed")) for word in before
    )


rule = Rule(
    code="Q403",
    name="multiple",
    kind="multiple",
    forms=frozenset({"digits", "cardinal", "multiple"}),
    read=_read,
    beside=Beside(everywhere={"multiple"}, behind=_SIGNS),
    manual="""
        How many times as large one figure is as another: "ten times as many", "twice the number",
        "doubled", "threefold", "halved" (0.5). "Eleven times" that counts occasions is a count.
    """,
    examples="""
        Output has [doubled] since May.  ->  2
        That is [ten times] as many as before.  ->  10
        [Twice] the number came.  ->  2
        [Twice fewer] agreed.  ->  2
        Deaths may be understated by [10 times] or more.  ->  >=10
        Sales rose [threefold].  ->  3
        The price was [halved] in a year.  ->  0.5
    """,
    counterexamples="""
        They met 11 times between May and June.
        She swims twice a week.
    """,
)
