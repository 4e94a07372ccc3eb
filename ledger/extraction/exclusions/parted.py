"""How many pieces a thing was parted in, which counts nothing: "split the town in two", "tore the page in three"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

_REACH = 80
_PARTING = re.compile(rf"\b(?:{'|'.join(sorted(CLASSES['parting']))})\s[^.,;:!?]*?\bin\s+$")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end = scene.low, numeral.start, numeral.end
    if numeral.digits or not closes(scene, end, numeral.limit):
        return None
    return (start, end) if _PARTING.search(low, max(numeral.floor, start - _REACH), start) else None


exclusion = Exclusion(
    code="N106",
    name="number of pieces",
    forms=frozenset({"cardinal"}),
    covers=_covers,
    beside=Beside(figure=("two", "three", "four")),
    manual="""
        What a thing falls into when it is cut, split or broken "in two" is no count of things.
    """,
    examples="""
        The road would cut the parish in [two], they say.
        The blast broke the hull of the tanker in [two].
        She tore the letter in [three].
    """,
    counterexamples="""
        They split the class in two groups.
        The board cut the staff in three plants.
    """,
)
