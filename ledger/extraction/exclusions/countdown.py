"""Counting aloud: "3, 2, 1", "one, two, three"."""

from __future__ import annotations

from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_FEWEST, _LAST = 3, 10
"""How many numbers somebody counts at least, and the highest that a count begins or ends with."""
_PAUSES = frozenset(",.…-–—! ")
_CLOSING = frozenset(",.…!?;:)—–\"”'’")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numerals, first = scene.numerals, scene.numerals[at]
    step = 1 if first.value == 1 else -1
    last = at
    while last + 1 < len(numerals) and _follows(scene, numerals[last], numerals[last + 1], step):
        last += 1
    end = numerals[last].end
    if last - at + 1 < _FEWEST or (step < 0 and numerals[last].value != 1):
        return None
    closes = end >= first.limit or scene.low[end] in _CLOSING
    return (first.start, end) if closes else None


def _follows(scene: Scene, one: Numeral, other: Numeral, step: int) -> bool:
    """Whether the next number is the next of a count, with nothing but a mark between."""
    if other.value != one.value + step or other.limit != one.limit or not 0 < other.value <= _LAST or not 0 < one.value <= _LAST:
        return False
    between = scene.low[one.end : other.start]
    return 0 < len(between) <= _FEWEST + 1 and between[0] != " " and _PAUSES.issuperset(between)


exclusion = Exclusion(
    code="N107",
    name="counting aloud",
    forms=frozenset({"digits", "cardinal"}),
    covers=_covers,
    beside=Beside(figure=("1", "3", "4", "5", "10", "one", "three", "four", "five", "ten")),
    manual="""
        Numbers that follow one another with nothing but a mark between them, down to one or up from it: somebody counts.
    """,
    examples="""
        He shouted: "[3, 2, 1], go!"
        "[Three, two, one]," counted the crowd.
        "[One, two, three]!" they called, and the mast came up.
        The voice said [five... four... three... two... one].
    """,
    counterexamples="""
        They scored 3, 2, 1 points each.
        It has 3, 4, 5 rooms.
        There were one, two at most.
        They took 1, 2 and 4 days.
    """,
)
