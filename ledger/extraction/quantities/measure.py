"""Measures: lengths, areas, volumes, masses, temperatures, energy and whatever else has a unit."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.amounts import ADJECTIVES, Amount, amount, mentions, near, unit_of
from ledger.extraction.beside import word_behind
from ledger.extraction.degrees import THERMOMETERS, degrees, left_out
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import MORE, NEAR, Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import openings, tables, word_class


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if (numeral.digits or numeral.value <= _STRONGEST) and (scaleless := _magnitude(scene, numeral)) is not None:
        return scaleless
    if numeral.scale != 1 and numeral.digits and (lettered := _letters(scene, numeral)) is not None:
        return lettered
    found = amount(scene, at)
    if found is None:
        return _feet_and_inches(scene, at) or left_out(scene, numeral)
    if found.unit.dimension in ("time", "money") or "/" in found.unit.name or _is_a_limb(scene, numeral, found):
        return None
    return degrees(scene, numeral, found) if found.unit.dimension in ("angle", "temperature") else found.reading()


_OWNERS = word_class("owner")


def _is_a_limb(scene: Scene, numeral: Numeral, found: Amount) -> bool:
    """Whether "one foot" or "his two feet" are those of a body."""
    if found.unit.name != "foot" or numeral.digits or numeral.value > 4 or scene.low[numeral.end : numeral.end + 1] == "-":
        return False
    before = scene.words_before(numeral.start, numeral.floor, 1)
    return numeral.value == 1 or not _OWNERS.isdisjoint(before)


# what has no unit ------------------------------------------------------------------------------------

_NAMES = ("magnitude ", "magnitude-", "magnitude of ", "ph ", "ph of ")
_QUAKES_OF = ("quake of ", "quake, of ", "tremor of ", "quake of about ")
_STRONGEST = 14
"""As an acid or a lye goes; an earthquake is weaker."""
_NAMES_END = frozenset("efh")
_QUAKES = word_class("quake")
_STRENGTH = _QUAKES | {"magnitude", "on"}
_NAMED_BEFORE = re.compile(r"\b(?:magnitude|ph)(?:[\s-]|\s+of\s+)$")
_NAMED_BEHIND = re.compile(r"[\s-]+magnitude\b|(?=\s+on\s+the\s+richter\b)")
_QUAKE = re.compile(rf"(?=\s+(?:{'|'.join(sorted(_QUAKES))})\b)")


def _magnitude(scene: Scene, numeral: Numeral) -> Reading | None:
    """The strength of an earthquake, or a pH: "magnitude 6.4", "6.4-magnitude", "a 6.4 quake"."""
    low, start, end, value = scene.low, numeral.start, numeral.end, numeral.value
    named = low[start - 2 : start - 1] in _NAMES_END and low.endswith(_NAMES, numeral.floor, start)
    word = word_behind(low, end, numeral.limit)
    if not (named or word in _STRENGTH or low.endswith(_QUAKES_OF, numeral.floor, start)) or value > _STRONGEST or numeral.scale != 1:
        return None
    if "." in numeral.digits and low.endswith(_QUAKES_OF, numeral.floor, start):
        return Reading(start, end, value, value)
    if named:
        begin = _NAMED_BEFORE.search(low, max(numeral.floor, start - 16), start)
        if begin is not None:
            return Reading(begin.start(), end, value, value)
    strength = _NAMED_BEHIND.match(low, end, numeral.limit)
    if strength is None and "." in numeral.digits:
        strength = _QUAKE.match(low, end, numeral.limit)
    return Reading(start, strength.end(), value, value) if strength else None


# letters and marks that are read as something else ---------------------------------------------------

_MARKS = re.compile(r"[’'′]\s?(?=\d{1,2}(?:[”\"″]|’’|''))")
_INCH_MARK = re.compile(r"\s?[\"”″]")
_LONG = re.compile(rf"\s?[\"”″][\s-]*(?:{'|'.join(sorted(word_class('inches behind')))})\b")
_QUOTES = frozenset("'’′\"”″")
_SPACES = frozenset(" \n\r\t\u00a0\u202f\u2009")
_NEXT_WORD = re.compile(r"[\s-]*(×|[^\W\d_]+)")
_FEET = re.compile(r"\d[\s-]?(?:ft|feet|foot|in|inch|inches|yards?|yds?|miles?|\"|”|″)\s?\($")
_FEET_AWAY = 12
_CENTIMETRES, _HUNDRED = re.compile(r"\s?(\d\d)\s?cm\b"), 100
_SHORTEST, _TALLEST = Decimal("1.4"), Decimal("2.4")
_OF_WATER = re.compile(
    r"\b(?:water|sea|river|lake|flood|tide|reservoir|groundwater|snow)(?:[’']?s|s[’'])?\s(?:levels?|heights?|depths?)\b[^.,;:$€£]*$"
)
_OF_A_BODY = re.compile(r",?\s(?:and\s)?\d{1,3}(?:\s?kg\b|-year-old|-stone\b)")
_RUN = word_class("run")
_METRE_AFTER = word_class("metre after")
_METRE_BEFORE = word_class("metre before")
_BEHIND_RACES, _RUN_FOR, _PART_OF_A_RACE = word_class("race") | {""}, word_class("run for"), word_class("part of a race")


def _feet_and_inches(scene: Scene, at: int) -> Reading | None:
    """5'10", and 10" where something is so long."""
    numeral = scene.numerals[at]
    low, end = scene.low, numeral.end
    sign = low[end : end + 1]
    if not numeral.digits or (sign if sign not in _SPACES else low[end + 1 : end + 2]) not in _QUOTES:
        return None
    inches = scene.neighbour(at)
    marks = _MARKS.match(scene.low, numeral.end, numeral.limit) if inches is not None else None
    if inches is not None and marks is not None and marks.end() == inches.start and inches.value < 12:
        mark = _INCH_MARK.match(scene.low, inches.end, numeral.limit)
        end = mark.end() if mark else inches.end + 2
        value = numeral.value * 12 + inches.value
        return Reading(numeral.start, end, value, value, unit="inch")
    if mark := _LONG.match(scene.low, numeral.end, numeral.limit):
        quote = _INCH_MARK.match(scene.low, numeral.end, mark.end())
        return Reading(numeral.start, quote.end() if quote else mark.end(), numeral.value, numeral.value, unit="inch")
    return None


def _letters(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "30m tall", "a 10k run" and "300mm", where the letters are no scale."""
    text, start, end = scene.text, numeral.start, numeral.end
    value = numeral.value / numeral.scale
    if text[end - 1] == _KELVIN and near(scene, numeral, tables().symbols[_KELVIN].only):
        return Reading(start, end, value, value, unit="kelvin")
    if not (text[end - 2].isdigit() or text[end - 2 : end] == "mm"):
        return None
    if text[max(start - 1, numeral.floor) : start] in ("$", "€", "£", "¥", "₹") or abs(value) > _LONGEST:
        return None
    if text[end - 2 : end] == "mm":
        return Reading(start, end, value, value, unit="millimeter")
    if unit_of(scene, numeral) is not None:
        return None  # "30m dollars", "30m tonnes"
    if text[end - 1] == "m" and (more := _CENTIMETRES.match(scene.low, end, numeral.limit)):
        total = value * _HUNDRED + int(more.group(1))
        return Reading(start, more.end(), total, total, unit="centimeter")  # "1m 85cm"
    following = _NEXT_WORD.match(scene.low, end, numeral.limit)
    word = following.group(1) if following else ""
    if text[end - 1] in "kK":
        return Reading(start, end, value, value, unit="kilometer") if word in _RUN and value <= 100 else None
    if text[end - 1] == "m" and (word in _METRE_AFTER or _stands_for_metres(scene, numeral, value, word)):
        return Reading(start, end, value, value, unit="meter")
    return None


def _stands_for_metres(scene: Scene, numeral: Numeral, value: Decimal, word: str) -> bool:
    """Whether the words before "30m" speak of a length, or it is a race ("in the 200m")."""
    before = scene.words_before(numeral.start, numeral.floor, 4)
    if not _METRE_BEFORE.isdisjoint(before):
        return True
    if _OF_WATER.search(scene.low, max(numeral.floor, numeral.start - _FEET_AWAY * 4), numeral.start):
        return True
    if _TALLEST > value > _SHORTEST and _OF_A_BODY.match(scene.low, numeral.end, numeral.limit):
        return True  # "the 1.96m, 118kg lock"
    if scene.low[numeral.start - 1] == "(" and _FEET.search(scene.low, max(numeral.floor, numeral.start - _FEET_AWAY), numeral.start):
        return True  # "6ft 5in (1.96m)"
    if value not in _RACES:
        return False
    if before[-1:] and before[-1] in _PART_OF_A_RACE and (mentions(scene.low, "metres") or mentions(scene.low, "meters")):
        return True
    return (before[-1:] == ["the"] and word in _BEHIND_RACES) or word in _RUN_FOR


_LONGEST, _KELVIN = 10_000, "K"
_RACES = frozenset(Decimal(metres) for metres in (50, 60, 80, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000))


rule = Rule(
    code="Q302",
    name="measure",
    kind="measure",
    forms=frozenset({"digits", "cardinal", "couple", "part", "ordinal", "magnitude"}),
    read=_read,
    beside=Beside(
        everywhere={"couple", "part", "ordinal", "magnitude"},
        mentioned=THERMOMETERS,
        figure={MORE},
        before={"magnitude", "ph", "of"},
        behind={*openings(), *ADJECTIVES, *_STRENGTH, *_QUOTES, *(f" {quote}" for quote in _QUOTES), "below", "of", NEAR},
    ),
    manual="""
        A number with a physical unit, in words or as a symbol, glued or hyphenated; a minus belongs to it.
        The unit is named as Pint does ("kilometer ** 2", "metric_ton"). Feet with inches are one measure,
        in inches. The magnitude of an earthquake is a measure without a unit.
    """,
    examples="""
        The slick is [8 km] long.  ->  8 kilometer
        They walked a [six-mile] route.  ->  6 mile
        It covers [320 square kilometres].  ->  320 kilometer ** 2
        The mercury fell to [minus 4 °C].  ->  -4 degree_Celsius
        It burned [5.4 million tonnes] of coal.  ->  5400000 metric_ton
        The plot has [5 acres] (2 hectares).  ->  5 acre
        A [magnitude 6.4] earthquake struck.  ->  6.4
        A quake of [6.4] was felt.  ->  6.4
        The [6.4-magnitude] tremor was felt.  ->  6.4
        It can store [400 MWh].  ->  400 megawatt_hour
        The wall is [30m] high.  ->  30 meter
        The lake level peaked at [35m] on Sunday.  ->  35 meter
        He is [6ft 2in] tall.  ->  74 inch
        They live [half a mile] away.  ->  0.5 mile
        It covers [0.25 of an acre].  ->  0.25 acre
        The sea was [6 to 7 metres] high.  ->  6..7 meter
        It reached [34C] in Riga.  ->  34 degree_Celsius
        It is [1.5 × 10−3 m] wide.  ->  0.0015 meter
        [98.6 F]  ->  98.6 degree_Fahrenheit
    """,
    counterexamples="""
        Turn by a 45 degree angle.
        He put one foot in the door.
        It is 30m dollars short.
    """,
)
