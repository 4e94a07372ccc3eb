"""A team's line-up with marks or minutes behind the players' names: "Rovers (4-3-3): Holm 7; Daly 6, Osei 7"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, either
from ledger.extraction.rule import CAPITAL, Beside, Exclusion
from ledger.extraction.scene import Scene

_FORMATION = re.compile(
    rf"\((?:\d[-–‑]){{2,3}}\d\)|\b{either(CLASSES['scoring'])}\s?:"
    r"|[a-z]\s\(\d{1,3}(?:\+\d{1,2})?['’′]\)"
    rf"|\b{either(CLASSES['lined_up'])}\b[^\n:]{{0,12}}:"
)
_PENALTIES = re.compile(r"[ ](?:pens?|penalt(?:y|ies)|p|og)\)")
_BEHIND = frozenset((*",;.:()\n'’", ""))
_PARTS = frozenset(";,:.")
_PLAYER = re.compile(r"[ ][A-Z][\w’'-]+(?=[ ]?[;,.()\n]|[ ]\d|[ ][A-Z][\w’'-]+[;,.( ]|$)")
_HEAD = 160
_LATEST = 130
_LONGEST = 2000
"""Characters of a line up to the last player in it."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, floor = scene.low, numeral.start, numeral.end, numeral.floor
    if numeral.value > _LATEST or numeral.scale != 1 or start - floor < 2:
        return None
    wears = low[start - 1] in "(" or low[start - 2] in _PARTS  # a shirt stands before its name
    if low[end : end + 2].lstrip()[:1] not in _BEHIND and not _PENALTIES.match(low, end) and not (wears and _PLAYER.match(scene.text, end)):
        return None
    nearest = max(floor, start - _LONGEST)
    line = low.rfind("\n", nearest, start) + 1 or nearest
    if low.find(":", line, line + _HEAD) < 0 and low.find("(", line, line + _HEAD) < 0:
        return None
    if line == nearest > floor or _FORMATION.search(low, line, min(numeral.limit, line + _HEAD)) is None:
        return None
    return start, end


exclusion = Exclusion(
    code="N306",
    name="mark in a line-up",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before={CAPITAL, *"(;,:.", *(mark + " " for mark in "(;,:."), "off"}),
    manual="""
        The mark, the minute or the shirt behind a player's name in a line that gives the team's formation,
        its substitutes, who scored or who was booked.
    """,
    examples="""
        Rovers (4-3-3): Holm [7]; Daly 6, Osei 7, Brandt 6.
        Booked: Osei, Kone [71].
        Goals: Holm 12; Osei 81, [113].
        Rovers (4-3-3): [1] Holm; 2 Daly, 14 Osei
        Rovers (4-3-3): 1 Holm; 2 Daly, [14] Osei (9 Brandt)
        Rovers (4-3-3): Holm, Daly (sent off [66]), Osei
        Goals: Holm 12, [70], 77 (pen).
        Rovers: Holm, Daly (60'); Osei [6] (2 pens), Brandt 5.
    """,
    counterexamples="""
        Greens 12, Liberals 30, Farmers 9.
        Rovers (4-3-3): they won 12 of 14 games.
        Goals: 12 in 9 games.
        They played 4-3-3 and Holm scored 7.
    """,
)
