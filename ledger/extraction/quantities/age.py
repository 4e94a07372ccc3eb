"""Ages of persons and things."""

from __future__ import annotations

import re

from ledger.extraction.beside import MONTHS, word_before, word_behind
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import words

_UNIT = r"(?P<unit>year|month|week|day)s?"
_OLD = re.compile(rf"[\s -]*{_UNIT}[\s -]*(?:old|of[\s ]age)\b(?:s\b)?|[\s -]*(?:y/?o|yrs?[\s ]old)\b")
_YEARS = re.compile(rf"[\s ]*{_UNIT}\b")
_SUSPENDED = re.compile(rf"-?[\s ]*(?:to|and|or|-|–)[\s -]*\w+[\s -]*{_UNIT}[\s -]*olds?\b")
_APPOSITION = re.compile(r"[\s ]*(?:[,;)]|\.(?=\s|$)|(?=$)|[\s ]+(?:and|since)\b|[\s ]*[—–])")
_DECADE = re.compile(r"s\b")
_AGED = frozenset({"aged", "age", "ages", "aging"})
_TURNING = frozenset({"turned", "turns", "turning", "turn"})
_COMPARING = frozenset({"under", "over", "below", "above"})
_PLURAL_PERSONS = words("persons_plural.txt")
_PERSONS = words("persons.txt")
_PLACING = frozenset({"in", "at", "near", "from", "on", "of", "to"})
_SUPERLATIVES = frozenset({"youngest", "oldest", "eldest"})
_PRONOUNS = _SUPERLATIVES | {"he", "she", "who", "i", "they"}
_BEING = frozenset({"is", "was", "were", "am", "are", "be"})
_BOTH = frozenset({"he's", "she's", "i'm", "who's", "he’s", "she’s", "i’m", "who’s"})
_HEDGING = frozenset({"under", "over", "between", "from", "about", "around", "than", "least", "nearly", "almost", "just", "below", "above"})
_HIS = frozenset({"his", "her", "their"})
_BARELY = frozenset({"less", "more", "than", "only", "just", "about", "under", "over", "barely"})
_WEAK = (_HEDGING | _BARELY | {"of", "and", "to", "or"}) - _COMPARING
"""What stands before an age only where one is spoken of, or before a time: "aged 5 or 6", "a baby of less than two weeks"."""
_LEADS = _AGED | _TURNING | _COMPARING | _BEING | _BOTH | _HIS | _WEAK | _SUPERLATIVES | {"at"}
"""What an age stands behind, unless it is told from a time or from a person by a comma or a parenthesis."""
_TIMES = {unit + s + old for unit in ("year", "month", "week", "day") for s in ("", "s") for old in ("", "old", "olds")} | {
    "y",
    "yo",
    "yr",
    "yrs",
}
_PARTING, _MARKS = frozenset(",;."), "(,;:“\"'"
_OLDEST = 130
_NEAR = 48


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    low, start, end, limit, value = scene.low, numeral.start, numeral.end, numeral.limit, numeral.value
    behind = word_behind(low, end, limit)
    timed = behind in _TIMES
    if timed and (found := _OLD.match(low, end, limit)):
        return Reading(start, found.end(), value, value, unit=found.group("unit") or "year")
    if value > _OLDEST:
        return None  # only what is called "old" outright, such as a church, is older than a person
    if low.find("old", end, min(end + _NEAR, limit)) > 0 and (found := _SUSPENDED.match(low, end, limit)):
        return Reading(start, end, value, value, unit=found.group("unit"))
    last = word_before(low, start, numeral.floor)
    mark, lead = last[-1:], last.strip(_MARKS)
    if mark == "," or (mark == "(" and lead not in _LEADS):
        return Reading(start, end, value, value, unit="year") if _apposed(scene, at) else None
    if lead not in _LEADS or mark in _PARTING or (lead in _WEAK and not timed and not _speaks_of_age(low, start, numeral.floor)):
        return None
    before = [word.strip(_MARKS) for word in scene.words_before(start, numeral.floor, 6)]
    years = _YEARS.match(low, end, limit) if timed else None
    if _stated(before) or (years and _of_a_person(before)):
        if years:
            return Reading(start, years.end(), value, value, unit=years.group("unit"))
        plus = low.startswith("+", end)
        return Reading(start, end + plus, value, value, unit="year", bound="at_least" if plus else None)
    if _said_to_be(scene, at, before):
        return Reading(start, end, value, value, unit="year")
    if lead in _HIS and value % 10 == 0 and (found := _DECADE.match(low, end, limit)):
        return Reading(start, found.end(), value, value + 9, unit="year", bound="between")
    return None


def _speaks_of_age(low: str, start: int, floor: int) -> bool:
    """Whether "age", "aged" or "aging" stands shortly before."""
    begin = max(floor, start - _NEAR)
    return low.find("age", begin, start) >= 0 or low.find("aging", begin, start) >= 0


def _stated(before: list[str]) -> bool:
    """Whether the words before say that an age follows: "aged 22", "at the age of", "turned 60", "children under 18"."""
    last = before[-1] if before else ""
    if last in _AGED or last in _TURNING or (last == "of" and before[-2:-1] == ["age"]):
        return True
    if last in _COMPARING and (
        before[-2:-1] and (before[-2] in _PLURAL_PERSONS or (before[-2] in _BEING and not _PLURAL_PERSONS.isdisjoint(before)))
    ):
        return True
    if last in ("was", "is") and before[-2:-1] == ["age"]:
        return True
    if last in _HEDGING:
        return not _AGED.isdisjoint(before[-4:])
    return last in ("and", "to", "or") and not _AGED.isdisjoint(before[-4:-2])


def _of_a_person(before: list[str]) -> bool:
    """ "a baby of [less than] twelve months"."""
    if "of" not in before[-4:]:
        return False
    at = len(before) - 1 - before[::-1].index("of")
    return at > 0 and before[at - 1] in _PERSONS and _BARELY.issuperset(before[at + 1 :])


def _said_to_be(scene: Scene, at: int, before: list[str]) -> bool:
    """ "she is 49", "the youngest is 15", "the oldest 81", "at 38 the oldest man"."""
    numeral = scene.numerals[at]
    if not numeral.digits or numeral.scale != 1 or not 0 < numeral.value <= 115 or not before:
        return False
    last = before[-1]
    if last == "at":
        return bool(_SUPERLATIVE.match(scene.low, numeral.end, numeral.limit))
    if not _APPOSITION.match(scene.low, numeral.end, numeral.limit):
        return False
    if last in _BOTH or last in _SUPERLATIVES:
        return True
    return last in _BEING and before[-2:-1] != [] and before[-2] in _PRONOUNS


_SUPERLATIVE = re.compile(r"[\s\u00a0,]+(?:the|still|already)[\s\u00a0]+(?:the[\s\u00a0]+)?(?:oldest|youngest|eldest)\b")


def _apposed(scene: Scene, at: int) -> bool:
    """Whether the number stands alone between commas behind a name or a person: "Marchenko, 34, ...", "Adam Novak (41)"."""
    numeral = scene.numerals[at]
    if not numeral.digits or len(numeral.digits) > 3 or numeral.scale != 1 or not 0 < numeral.value <= 115:
        return False
    text, start = scene.text, numeral.start
    opened = text[start - 1 : start] == "("
    left = text[max(numeral.floor, start - 48) : start - opened].rstrip()
    if not (opened or left.endswith(",")):
        return False
    words_left = left.rstrip(",").split()
    name = words_left[-1].strip("“”\"'(*_") if words_left else ""
    lower = name.lower().rstrip(".")
    person = lower in _PERSONS and len(words_left) > 1
    placed = len(words_left) > 1 and words_left[-2].lower() in _PLACING
    if not person and (not name[:1].isupper() or (name.isupper() and len(name) <= 3) or lower in MONTHS or placed):
        return False
    if opened:
        return scene.low.startswith(")", numeral.end)
    return _APPOSITION.match(scene.low, numeral.end, numeral.limit) is not None


rule = Rule(
    code="Q202",
    name="age",
    kind="age",
    forms=frozenset({"digits", "cardinal"}),
    read=_read,
    beside=Beside(before={*_LEADS, "(", ",", "( ", ", "}, behind={*_TIMES, *"-–", " -", " –", "to", "and", "or"}),
    manual="""
        How old somebody or something is: "65-year-old", "aged 70+", "Ilves, 66,", "at the age of 59",
        "turned 40", "children under 5", "in his 60s". The unit is the one written, else the year.
    """,
    examples="""
        The [65-year-old] leader spoke.  ->  65 year
        Toomas Ilves, [66], has resigned.  ->  66 year
        People aged [70+] may stay at home.  ->  >=70 year
        The survey asked youth (aged [18-29 years]).  ->  18..29 year
        A [nine-month-old] baby was saved.  ->  9 month
        He died at the age of [59].  ->  59 year
        Children under [5] pay nothing.  ->  <5 year
        She turned [40] in May.  ->  40 year
        A man in his [60s] was hurt.  ->  60..69 year
        The guests were aged [19] and 22.  ->  19 year
        The youngest is [15].  ->  15 year
        His grandmother, [84], saw it.  ->  84 year
        It killed a baby of less than [twelve months].  ->  <12 month
    """,
    counterexamples="""
        On August 9, 66 people were held.
        In Brest, 66 people were held.
    """,
)
