"""Types of airliners that are called by a number alone: "two 787s", "the 737 MAX", "a 777 landed"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, word_before
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_TYPES, _CRAFT, _FLYING, _DETERMINERS = (CLASSES[kind] for kind in ("airliner", "aircraft", "flying", "determiner"))
_SERIES = re.compile(r"s\b|-\d{1,3}(?:[a-z]{1,3})?\b")
_NEAR = 3000
"""How far around the figure, in characters, the text must speak of flying."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if numeral.digits not in _TYPES or numeral.scale != 1:
        return None
    if series := _SERIES.match(low, end, limit):
        return start, series.end()
    if scene.word_after(end, limit) in _CRAFT:
        return start, end
    if word_before(low, start, numeral.floor) not in _DETERMINERS:
        return None
    near = low[max(0, start - _NEAR) : end + _NEAR].replace(",", " ").replace(".", " ").split()
    return (start, end) if not _FLYING.isdisjoint(near) else None


exclusion = Exclusion(
    code="N204",
    name="type of aircraft",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure=_TYPES),
    manual="""
        Airliners whose type is a number. In the plural, before what flies, or behind an article in a text that
        speaks of flying, the number is a name; "787 ships" are counted.
    """,
    examples="""
        The airline ordered two [787s] more.
        It grounded the [737] MAX at once.
        A [777-300ER] burst a tyre.
        Boeing is late: the [787] ships from next year.
    """,
    counterexamples="""
        The 787 ships in the bay were counted.
        The navy has 787 ships and boats.
        Some 747 people came.
    """,
)
