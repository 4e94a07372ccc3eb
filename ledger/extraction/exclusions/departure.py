"""Times that name what goes or is held then: "the 7.15 ferry", "the ferry of 7.15", "the 6.52 from Velm", "the last bus, the 22.45"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes
from ledger.extraction.exclusions.clock import TENS_OF_MINUTES
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_RIDES, _CATCHES, _BEHIND = CLASSES["clock_ride"], CLASSES["clock_catch"], CLASSES["clock_ride_behind"]
_TIME = re.compile(rf"{TENS_OF_MINUTES}\d")
_TO_A_PLACE = re.compile(r"[ ](?:from|to)[ ][A-Z]")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if numeral.scale != 1 or not _TIME.fullmatch(numeral.digits):
        return None
    start, end, limit = numeral.start, numeral.end, numeral.limit
    before = scene.words_before(start, numeral.floor, 4)
    *_, last, article = ("", "", *before)
    behind, ends = scene.word_after(end, limit), closes(scene, end, limit)
    if article == "of":
        named = last in _RIDES and (ends or behind in _BEHIND)
    elif article == "the":
        one_of = ends and any(word.rstrip(",") in _RIDES for word in before)
        taken = last in _CATCHES and behind in _BEHIND
        named = one_of or taken or behind in _RIDES or _TO_A_PLACE.match(scene.text, end, limit) is not None
    else:
        named = False
    return (start, end) if named else None


exclusion = Exclusion(
    code="N308",
    name="time of a departure",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT}),
    manual="""
        Trains, buses, ferries, masses and shows are called by the hour at which they leave or begin.
    """,
    examples="""
        The [7.15] ferry was late.
        The ferry of [7.15] is cancelled.
        She took the [6.52] from Velm.
        She takes the [7.12] to school.
        They missed the last bus, the [22.45].
    """,
    counterexamples="""
        A ferry of 7.15 metres sank.
        A ferry of 2.15 million dollars sank.
        The 7.15 percent rate held.
        He took the 7.12 million from her.
        They took the 7.15 metres in one leap.
    """,
)
