"""Degrees: which scale they are of, whether they are below zero, and temperatures that leave them out."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.amounts import Amount, mentions, near
from ledger.extraction.beside import closes
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import word_class

_ANGLE = re.compile(r"[\s-]*(?:angle|north|south|east|west|latitude|longitude|of\s+(?:freedom|separation)|[nsew]\b|[\d′’'])")
_BELOW_ZERO = re.compile(r"\s+below\s+zero\b")
_BELOW = re.compile(r"\s+below(?:\s+zero\b|(?=\s?(?:[.,;:)]|$)))")
_WEATHER = word_class("weather")
_THERMOMETER = re.compile(r"\b(?:temperatures?|mercury|thermometers?)(?:\s+[^\W\d_]++){1,5}\s+$")
THERMOMETERS = frozenset({"temperature", "mercury", "thermometer"})
"""What shows a temperature: without one of these in the text no bare number is a temperature above zero."""
_FAR = 56
_MILDEST_FAHRENHEIT = 57
_HOTTEST = 135
_MANY = 10  # so many in words are no diplomas


def degrees(scene: Scene, numeral: Numeral, found: Amount) -> Reading | None:
    """The reading of degrees: a temperature, or an angle that is spelled out; None for coordinates and diplomas."""
    below = _BELOW_ZERO.match(scene.low, found.end, numeral.limit)
    if found.unit.name != "degree":
        reading = found.reading()
    elif _ANGLE.match(scene.low, found.end, numeral.limit):
        return None
    elif below or numeral.value < 0 or near(scene, numeral, _WEATHER):
        reading = found.reading(_scale(scene, numeral))
    elif (numeral.digits or numeral.value >= _MANY) and found.form != "°":
        reading = found.reading()
    else:
        return None
    if below and found.value > 0:
        reading.low, reading.high, reading.end = -found.value, -found.value, below.end()
    return reading


def left_out(scene: Scene, numeral: Numeral) -> Reading | None:
    """A temperature without its unit: "31 below zero", "the mercury rose to 44", "a low of minus 12"."""
    low, start, end, value = scene.low, numeral.start, numeral.end, numeral.value
    below = low.startswith(" below", end)
    if not below and value >= 0 and not (numeral.digits and scene.once(_measures_heat)):
        return None
    if abs(value) > _HOTTEST or numeral.scale != 1 or numeral.form not in ("digits", "cardinal"):
        return None
    if below and (found := _BELOW.match(low, end, numeral.limit)):
        if found.group().endswith("zero") or near(scene, numeral, _WEATHER):
            return Reading(start, found.end(), -value, -value, unit=_scale(scene, numeral))
        return None
    named = value < 0 and near(scene, numeral, _WEATHER)
    if not named and numeral.digits:
        named = _THERMOMETER.search(low, max(numeral.floor, start - _FAR), start) is not None
    return Reading(start, end, value, value, unit=_scale(scene, numeral)) if named and closes(scene, end, numeral.limit) else None


def _measures_heat(scene: Scene) -> bool:
    """Whether the text names a thermometer or what it shows."""
    return any(word in scene.low for word in THERMOMETERS)


def _scale(scene: Scene, numeral: Numeral) -> str:
    """The scale that the text names elsewhere; where it names none or both, what the figure looks like."""
    low = scene.low
    fahrenheit, celsius = mentions(low, "fahrenheit") or mentions(low, "°f"), mentions(low, "celsius") or mentions(low, "°c")
    if fahrenheit == celsius:
        fahrenheit = numeral.value > _MILDEST_FAHRENHEIT
    return "degree_Fahrenheit" if fahrenheit else "degree_Celsius"
