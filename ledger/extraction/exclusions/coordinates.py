"""Coordinates: "37.812 N, 68.204 E", "54°12'N", "57-41.2N 008-13.5W"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_ANGLE = r"\d{1,3}(?:[-.]\d+(?:\.\d+)?)?(?:[ ]?°[ ]?(?:\d+(?:\.\d+)?[ ]?['’′][ ]?)?(?:\d+(?:\.\d+)?[ ]?(?:[\"″”]|'')[ ]?)?)?[ ]?"
_PLACE = re.compile(
    rf"{_ANGLE}[NS]\b[,;/]?[ ]?(?:and[ ])?-?{_ANGLE}[EW]\b|"
    r"\d{1,3}(?:\.\d+)?[ ]?°[ ]?(?:\d+(?:\.\d+)?[ ]?['’′][ ]?)?(?:[\d.]+[\"″”][ ]?)?[NSEW]\b"
)
_SIGNED = re.compile(r"\d{1,3}\.\d{3,}°?,[ ]?[-−]?\d{1,3}\.\d{3,}°?(?![\d%])(?![ ]?(?:[a-z%]))")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, end = scene.low, numeral.end
    mark = low[end : end + 1]
    if mark not in "° -ns," or not mark or numeral.value > 180 or not numeral.digits:
        return None
    if (mark == " " and low[end + 1 : end + 2] not in ("n", "s", "°")) or (mark == "-" and not low[end + 1 : end + 2].isdigit()):
        return None
    if mark == ",":
        found = _SIGNED.match(scene.text, numeral.start, numeral.limit) if "." in numeral.digits else None
    else:
        found = _PLACE.match(scene.text, numeral.start, numeral.limit)
    return (numeral.start, found.end()) if found else None


exclusion = Exclusion(
    code="N303",
    name="coordinates",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT}, behind={"°", "-", "n", "s"}),
    manual="""
        Latitude and longitude. Without a degree sign both must be there, for a lone "5 W" is a power.
    """,
    examples="""
        It lies at [37.812 N, 68.204 E], they say.
        The line ([54°12'N, 2°47'E]) remains.
        It sank in position [57-41.2N 008-13.5W], far out.
        The camp is at [41.70713, 44.82704].
    """,
    counterexamples="""
        It was 14° at noon.
        It draws 5 W of power.
        It is 5 N of force.
        Between 20 and 30 nations came.
    """,
)
