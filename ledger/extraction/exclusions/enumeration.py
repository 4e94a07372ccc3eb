"""Numbers of a list's entries and of sections: "1. Money.", "(2) the roads", "2.1 In the beginning"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import OPENING, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.extraction.units import written

_ENTRY = re.compile(r"(?:[.)]\)?|\.\d+(?:\.\d+)*\.?\)?)(?=\s+\S)|[.)]$")
_SECTION = re.compile(r"\.?\s+[A-Z“\"][\w’'-]*")
_LEAD = "#*-–—•·([>_ \t"
_RANKED = re.compile(
    r"\d{1,2}(\.?)[ ](?:[A-Z][\w’'.-]*[ ]){1,3}\([A-Za-z][A-Za-z ]{1,20}\)|\d{1,2}([.,])[ ][A-Z]|\d{1,2}(?=[ ]and[ ]\d{1,2},[ ][A-Z])"
)
_FIRST = re.compile(r"1\.[ ][A-Z]\.[ ]?[A-Z][a-z]")
_MARK = re.compile(r"\d{1,4}(?:\.\d{1,2})?(?=[;,.]|[ ][A-Z]{2,3}\b|[ ]?$|\n)")
_ENTERED = re.compile(r"[:;.,][ ]\d{1,2}\.?[ ](?:[A-Z][\w’'.-]*[ ]){1,3}\([A-Z][\w .’'-]{1,24}\)[ ]$")
_LONGEST_ENTRY = 72
_SHORT, _BETWEEN = 72, 4
_LAST_RANK, _ROW = 50, 120
_INDENT = 64
_CELL_ENDS, _WIDEST_ROW = (" |", "|", "\t"), 16
"""How many marks and blanks a line may begin with."""
_ENUMERATING = CLASSES["enumerating"]
_MEASURES = CLASSES["measure_after"]
_ENUMERATED = re.compile(r"\)\s+\w")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, floor = scene.low, numeral.start, numeral.floor
    if start == floor:
        return _opening(scene, numeral) or ((start, numeral.end) if _lists(scene, at) else None)
    mark = low[start - 1]
    ranked = _RANKED.match(scene.text, start, numeral.limit) if mark == " " else None
    if ranked is not None and _ranks(scene, numeral, ranked.group(ranked.lastindex or 1)):
        return start, numeral.end
    if mark == " " and low[start - 2] == ")" and _MARK.match(scene.text, start, numeral.limit):
        entry = _ENTERED.search(scene.text, max(floor, start - _LONGEST_ENTRY), start)
        return (start, numeral.end) if entry else None  # "1 L Moss (Garth) 11.32; "
    if mark not in "( \t*#":
        return None
    if mark == "(" and low[numeral.end : numeral.end + 1] == ")":
        return _enumerated(scene, numeral)
    if start - floor > _INDENT or low[floor:start].strip(_LEAD):
        return None
    return _opening(scene, numeral)


def _lists(scene: Scene, at: int) -> bool:
    """Whether the lines above count from 1 up to this one, or the line below counts on from 1: "1 Origins", "2 The war"."""
    numerals, first = scene.numerals, at
    while _heads(scene, first) and numerals[first].value > 1 and (above := _above(scene, first)) is not None:
        first = above
    if numerals[first].value != 1 or not _heads(scene, first):
        return False
    return first < at or (at + 1 < len(numerals) and _follows_on(scene, at))


def _above(scene: Scene, at: int) -> int | None:
    """Which numeral heads the line above, or the row, with the number before."""
    numerals = scene.numerals
    if scene.text.startswith(_CELL_ENDS, numerals[at].limit):
        rows = range(at - 1, max(-1, at - _WIDEST_ROW), -1)
        return next((above for above in rows if _heads_next_row(scene, numerals[above], numerals[at])), None)
    return at - 1 if at > 0 and _follows_on(scene, at - 1) else None


def _follows_on(scene: Scene, at: int) -> bool:
    """Whether a numeral behind it heads the next line with the next number."""
    one, other = scene.numerals[at], scene.numerals[at + 1]
    if scene.text.startswith(_CELL_ENDS, one.limit):
        return any(_heads_next_row(scene, one, other) for other in scene.numerals[at + 1 : at + _WIDEST_ROW])
    return other.value == one.value + 1 and other.floor - one.limit < _BETWEEN and _heads(scene, at) and _heads(scene, at + 1)


def _heads_next_row(scene: Scene, one: Numeral, other: Numeral) -> bool:
    """Whether ``other`` stands in the first cell of a table's next row, as ``one`` in that of its own: "1 Ashby | 11", "2 Loxton | 9"."""
    if other.value != one.value + 1 or other.start != other.floor:
        return False
    row = scene.text.rfind("\n", max(0, one.start - _INDENT), one.start) + 1
    if scene.text[row : one.start].strip(" |"):
        return False
    between = scene.text[one.limit : other.start]
    return between.count("\n") == 1 and not between[between.index("\n") :].strip(" |\n")


def _heads(scene: Scene, at: int) -> bool:
    """Whether a whole number of at most two digits opens a short block that ends no sentence: "2 The war"."""
    numeral, text = scene.numerals[at], scene.text
    if numeral.start != numeral.floor or len(numeral.digits) not in (1, 2) or numeral.end != numeral.start + len(numeral.digits):
        return False
    short = numeral.limit - numeral.floor < _SHORT and text[numeral.limit - 1] not in ".!?,;:"
    return short and text[numeral.end : numeral.end + 1] == " " and text[numeral.end + 1 : numeral.end + 2].isupper()


def _opening(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """The number at the head of a block."""
    low, end, limit, digits = scene.low, numeral.end, numeral.limit, numeral.digits
    if len(digits) > 6 or numeral.scale != 1 or "," in digits:
        return None
    if "." in digits:
        found = _SECTION.match(scene.text, end, limit)
        if found is None or len(digits) > 5 or found.group().split()[-1].lower().strip("“\"") in _MEASURES:
            return None
        symbol = written(scene.text, end, limit)
        if found.end() - end == 2 == limit - end:
            return None  # "820.5 K"
        if symbol is not None and (symbol.form[0].isupper() or scene.text[symbol.start : symbol.end].isupper() or " " in symbol.form):
            return None  # "2.4 GHz", "4.25 USD", "4.50 Swiss francs"
        return numeral.start, end
    if len(digits) > 2:
        return None
    found = _ENTRY.match(low, end, limit)
    if found is None or (low[found.end() - 1] == "." and not low[found.end() : found.end() + 1].isspace() and found.end() < limit):
        return None
    return numeral.start, found.end()


def _ranks(scene: Scene, numeral: Numeral, point: str | None) -> bool:
    """Whether the entry before or behind it stands in the same line: "1. A. Moss (GBR), 2. L. Moreau (FRA)"."""
    if numeral.value == 1 and scene.low.endswith(": ", 0, numeral.start) and _FIRST.match(scene.text, numeral.start, numeral.limit):
        return True
    if numeral.value > _LAST_RANK or (scene.low[numeral.start - 2] not in ":,;." and not scene.low.endswith(" and ", 0, numeral.start)):
        return False
    line = scene.text[max(numeral.floor, numeral.start - _ROW) : min(numeral.limit, numeral.end + _ROW)]
    return any(
        f"{mark} {int(numeral.value) + step}{',' if point is None else point} " in line
        for step in (-1, 1)
        for mark in (":", ",", ";", ".", " and")
    )


def _enumerated(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "(2) the roads" behind a stop, a comma or "and"."""
    low, start, end = scene.low, numeral.start, numeral.end
    if len(numeral.digits) > 2 or not _ENUMERATED.match(low, end, numeral.limit):
        return None
    before = low[max(numeral.floor, start - 14) : start - 1].split()
    if before and before[-1][-1] not in ",;:." and before[-1] not in _ENUMERATING:
        return None
    return start, end


exclusion = Exclusion(
    code="N403",
    name="list number",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(before={OPENING, "and", *"(\t*#", "  ", ": ", ", ", "; ", ". ", ") ", *(mark + " " for mark in _LEAD)}),
    manual="""
        The number that heads an entry of a list, a note or a section.
    """,
    examples="""
        [1]. Money is needed.
        [12]) Roads come last.
        ([2]) The list of the union wins.
        [2.1] In the eight hours before, she slept.
        It asks for (1) a road, ([2]) a bridge.
        Women: [1]. A. Moss (GBR), 2. L. Moreau (FRA)
        Men: 1. T. Vik (NOR), [2]. D. Kiprop (KEN)
        Women's 200m: [1] N Moss (GBR) 1:51.88; 2 J Baek (KOR) 1:51.89
        Women's 200m: 1 N Moss (GBR) 1:51.88; [2] J Baek (KOR) 1:51.89
        Heavy horses: [1], J. Bream (Samson); 2, Garth Stud (Ruby)
        Heavy horses: 1, J. Bream (Samson); [2], Garth Stud (Ruby)
        Ewes: [1] and 2, A. Corley; 3, W. Tanner
        Ewes: 1 and [2], A. Corley; 3, W. Tanner
        100m: 1 L Moss (Garth) [11.32]; 2 R Berg (Velm) 11.40
        5,000m: [1]. J. Lund, Velm, 13:31.0. 2. O. Brandt, Oster, 13:33.7
        5,000m: 1. J. Lund, Velm, 13:31.0. [2]. O. Brandt, Oster, 13:33.7
        Heat 2: [1]. P. Krog 10.41
        Equation ([4]) gives the sum.
    """,
    counterexamples="""
        12 people came.
        | 1 Dead | 3 |\\n| 4 Hurt | 2 |
        Deaths: Velm (Garth) 11; Oster (Tarn) 12
        Dead: 1, injured: 2, missing: 3.
        The toll: 12, Velm's highest; 13, the radio said.
        The count in all was\\n40. The rest had left.
        2.1 million people came.
        3.5 Million Left Without Power
        2.4 GHz is not enough.
        4.25 USD was paid.
        He paid (5) and left.
    """,
)
