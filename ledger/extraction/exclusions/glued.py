"""Names with a number joined to them: "COVID-19", "Minsk-2", "M41", "B3"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, WEEKDAYS
from ledger.extraction.currencies import sign_before, speaks_of
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import LETTER, Beside, Exclusion
from ledger.extraction.scene import Scene

_MARKED = re.compile(r"\b[A-Z][\w’'-]*[^\W\d_]{2}\Z")
_CODE, _DATING = 3, frozenset({"us", "fy"})
_HYPHENS = frozenset("-‑")
_STATED = CLASSES["glued"] | MONTHS | WEEKDAYS
_RUNWAY = re.compile(r"0[1-9][LRC](?!\w)")
_SIDES = CLASSES["age_group"]
_POSTCODE, _AREA = re.compile(r"\d{1,2}[A-Z]?[ ]\d[A-Z]{2}\b"), re.compile(r"\b[A-Z]{1,2}$")
""" "EC3M 4BY", and what stands before its first digit."""
_HALF_YEAR = re.compile(r"\s*(?:of\s+)?(?:fy|fiscal|[’']?\d\d)")
_REST = re.compile(r"(?:[-‑./](?=\w))?\w{0,30}(?:[-‑/]\w{1,30}){0,5}")
_NAME = re.compile(r"[^\W_]+(?:[-‑'’][^\W_]+)*[-‑]?$")
_SHOWN = CLASSES["shown"]
_LISTED = re.compile(r"[(\s]([A-Z]{2,6}:)\Z")
"""A stock exchange before the number under which it lists a share."""
_GENERATION = re.compile(
    rf"(?:g|d|-d)(?![\w])|[kp](?=\s(?:{'|'.join(sorted(_SHOWN))})\b)"
)


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start = scene.low, numeral.start
    if start > numeral.floor:
        mark = low[start - 1]
        if mark.isalpha() or (mark in _HYPHENS and start - 1 > numeral.floor and low[start - 2].isalpha()):
            return _name(scene, at)
        if mark == ":" and (listed := _LISTED.search(scene.text, max(numeral.floor, start - 8), start)):
            return listed.start(1), numeral.end
    if numeral.digits[:1] == "0" and (runway := _RUNWAY.match(scene.text, start, numeral.limit)):
        return start, runway.end()
    if low[numeral.end - 1] in "gdkp-" or (numeral.end < numeral.limit and low[numeral.end] in "gd-"):
        return _generation(scene, at)
    return None


def _name(scene: Scene, at: int) -> tuple[int, int] | None:
    """The name before the numeral, unless it is a currency, a month, "mid-" or a word run into the figure."""
    numeral = scene.numerals[at]
    if (postcode := _postcode(scene, numeral)) is not None:
        return postcode
    if numeral.scale != 1 and not _is_lettered(scene, numeral):
        return None
    if "," in numeral.digits:  # an author's marks: "R. Adeyemi1,2"
        marked = _MARKED.search(scene.text, max(numeral.floor, numeral.start - 32), numeral.start)
        return (numeral.start, numeral.end) if marked and len(numeral.digits) == 3 else None
    low, start, floor = scene.low, numeral.start, numeral.floor
    before = low[max(floor, start - 32) : start]
    found = _NAME.search(before.rsplit(None, 1)[-1])
    if found is None:
        return None
    name = found.group()
    word = re.split("[-‑]", name.rstrip("-‑"))[-1]
    hyphened = name[-1] in _HYPHENS and word not in _DATING and scene.text[start - 1 - len(word) : start - 1].isupper()
    designated = len(word) < _CODE and (hyphened or (len(word) == 1 and scene.text[start - 1] == "X"))  # "a KC-135", "the X84", not "4x100"
    if name[-1] in _HYPHENS and word in ("under", "over") and scene.word_after(numeral.end, numeral.limit) in _SIDES:
        return start - len(name), numeral.end
    if word in _STATED and not designated and not _is_a_part(scene, numeral, word):
        return None
    if (word[0].isdigit() and name[-1] in _HYPHENS) or (word == "m" and "." in numeral.digits):
        return None
    if word in ("r", "n", "k") and len(numeral.digits) > 2 and len(name) == 1 and (word != "k" or speaks_of(low, "ZMW")):
        return None  # rand, naira and kwacha
    begin = start - len(name)
    if (begin > floor and low[begin - 1] in "$€£") or _is_money(scene, begin, start, floor):
        return None  # "€2m-3m", "zł50"
    if numeral.form == "ordinal" or low.startswith(("-year", "-day", "%"), numeral.end):
        return None
    rest = _REST.match(low, numeral.end, numeral.limit)
    return begin, rest.end() if rest else numeral.end


def _postcode(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """A British postal code whose first digit the numeral is: "EC3M 4BY"."""
    found = _POSTCODE.match(scene.text, numeral.start, numeral.limit)
    area = _AREA.search(scene.text, max(numeral.floor, numeral.start - 3), numeral.start) if found is not None else None
    return (area.start(), found.end()) if area is not None and found is not None else None


def _is_a_part(scene: Scene, numeral: Numeral, word: str) -> bool:
    """Whether a "Q" or an "H" before the figure does not begin a date: "Q4b", "H1" without its year."""
    if word not in ("q", "h"):
        return False
    end = numeral.end
    return scene.low[end : end + 1].isalpha() or (word == "h" and _HALF_YEAR.match(scene.low, end, numeral.limit) is None)


def _is_lettered(scene: Scene, numeral: Numeral) -> bool:
    """Whether the letter behind the digits is part of a name in capitals: "the CX-7B engine", not "EUR-7m"."""
    text, start, end = scene.text, numeral.start, numeral.end
    short = len(numeral.digits) == 1 and end == start + 2 and text[end - 1].isupper()
    return short and text[start - 1] in _HYPHENS and text[start - 2].isupper()


def _is_money(scene: Scene, begin: int, start: int, floor: int) -> bool:
    """Whether a currency's sign of two letters or more, and nothing else, is joined to the figure."""
    sign = sign_before(scene.text, start, floor) if start - begin > 1 else None
    return sign is not None and sign.start == begin and (not sign.unit.only or speaks_of(scene.low, sign.unit.name))


def _generation(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "5G", "3D", "4K television"."""
    numeral = scene.numerals[at]
    end = numeral.start + len(numeral.digits)
    found = _GENERATION.match(scene.low, end, numeral.limit)
    if found is None or (len(numeral.digits) > 1 and scene.low[end] != "p") or scene.text[end] == "g" or scene.text[end] == "d":
        return None
    return numeral.start, found.end()


exclusion = Exclusion(
    code="N202",
    name="name with a number joined to it",
    forms=frozenset({"digits", "cardinal"}),
    covers=_covers,
    beside=Beside(before={LETTER, ":", *_HYPHENS}, behind={"g", "d", "k", "p", "l", "r", "c", *_SHOWN}),
    manual="""
        A number that a letter, or a hyphen behind a letter, joins to a name. A currency ("USD20"), a
        prefix ("mid-2019", "pre-1990") and a month do not make it one, nor does a sum ("R3,500").
        A footnote's mark that stands right behind its word ("regime1") is covered too.
    """,
    examples="""
        The [COVID-19] ward is full.
        It landed at [Minsk-2] airport.
        The [CX-7B] engine stalled.
        A [F-16]s squadron took off.
        A Danish [C-130] landed.
        A [KC-135] refuelled it.
        She took the [X84] home.
        The virus, [H1N1], spread.
        Landslides cut the [M41] highway.
        Emissions of [CO2] fell.
        Shares of Varela ([HK:386]) rose.
        Genotype [B3] was found.
        Licence: [CC-by-NC-2.0].
        The [5G] network is up.
        Its office is at Row Lane, London [EC3M 4BY].
        She plays for the [U-17] team.
        He came from the [Under-18] side.
        It was cleared for [09L] at noon.
        This was noted by [Keller1], who left.
        It is by R. Keller[1,2], T. Ford.
        Sales fell in [H1], it said.
    """,
    counterexamples="""
        Since mid-2019 nothing happened.
        It cost USD20 then.
        It costs R3,500 a month.
        It costs zł50 there.
        A fine of R500 was paid.
        In Zambia a bag costs K198 now.
        He is in his mid-30s.
        An M6.4 earthquake struck.
        They want €2m-3m more.
    """,
)
