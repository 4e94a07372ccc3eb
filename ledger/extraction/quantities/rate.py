"""Rates: a quantity per something."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.amounts import ADJECTIVES, BOUNDS, unit_of
from ledger.extraction.beside import word_behind
from ledger.extraction.quantities.money import rule as money
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import Unit, Written, openings, unit_behind, word_class
from ledger.lexicon import number_words, table

_STOPS = word_class("rate stop")
_ADVERBS = {row[0]: row[1] for row in table("each_time.tsv")}
_NOUNS = re.compile(
    r"((?:[\s-]{1,3}[^\W\d_][\w’']*+){0,6}?)[\s-]{1,3}"
    rf"(?:(per|for\s+every|an?|each|every)(?=[\s-])|({'|'.join(_ADVERBS)})\b)"
)
_MOST_WORDS = 7
_FAR = 72
_SLASH = re.compile(r"\s?/\s?")
_GAP = re.compile(r"[\s-]+")
_DENOMINATOR = re.compile(r"[\s-]*(?:an?\s+)?([^\W\d_]+)")
_SCALES = number_words("scale")
_PER_TIME = re.compile(r"\s+(?:per|an?|each|every)\s+(second|minute|hour|day|week|month|year)\b")
_TIMES = {"night": "day", "annum": "year", "diem": "day", "capita": ""}
_OCCASIONS = word_class("occasion")
_NOT_PER = word_class("not per")
_LATER = word_class("later")
_FROM_NOW = re.compile(r"\s+from\s+(?:now|today|then|tomorrow|home|his|her|their|the)\b")
_YEARS_ON = re.compile(r"\s+on(?:\s*(?:[^\w\s]|$)|\s+from\b)")
_APART = frozenset({"ago", "earlier", "later", "old"})
_ENDS = re.compile(
    r"\s?(?:[.,;:!?)—–]|$)|"
    r"\s+(?:in|on|at|to|for|from|and|by|during|through|across|with|since|until|between|over|but|when|while|under|as|or)\b"
)
_OF_MANY, _AFTER_MANY = ("per ", "for every ", "in every "), ("r ", "y ")
_PAIRED = frozenset({"or", "and"})
"""What may join two nouns before "per 1,000": "cases of measles or mumps per 1,000"."""
_JOINTS = frozenset({"per", "for", "a", "an", "each", "every", *_ADVERBS})
_FOLLOWED, _AMOUNTS = (_STOPS - _JOINTS) | {""}, openings() | ADJECTIVES | {"of"}
"""What stands behind a number that is no rate, and what behind digits with a unit."""


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    low, end, limit = scene.low, numeral.end, numeral.limit
    if low[numeral.start - 2 : numeral.start] in _AFTER_MANY and low.endswith(_OF_MANY, numeral.floor, numeral.start):
        return None
    word = word_behind(low, end, limit)
    found = unit_of(scene, numeral) if not numeral.digits or word in _AMOUNTS else None
    if found is None:
        if word in _FOLLOWED:
            return _behind_slash(scene, at) if low[end : end + 1] == "/" else None
    else:
        if found.unit.dimension in ("time", "money"):
            return _pace(scene, at, found)
        if "/" in found.unit.name:
            value = numeral.value * found.unit.factor
            return Reading(numeral.start, found.end, value, value, unit=found.unit.name)
        end = found.end
        if slash := _SLASH.match(low, end, limit):
            return _per(scene, at, found, slash.end(), "/")
    phrase = _NOUNS.match(low, end, limit) if _is_joined(low, end, limit) else None
    counted = phrase.group(1).replace("-", " ").split() if phrase else []
    plain = counted[:1] in ([], ["of"]) or (phrase is not None and phrase.group(2) == "per")
    if phrase is None or (found is not None and not plain) or counted[-1:] == ["of"]:
        return None  # "one-hundredth of a second"
    stops = _STOPS.intersection(counted)
    if stops and (phrase.group(2) != "per" or not stops <= _PAIRED or _number(scene, at, phrase.end()) is None):
        return None
    if adverb := phrase.group(3):
        return _adverbial(scene, at, found, phrase, adverb)
    return _per(scene, at, found, phrase.end(), phrase.group(2), bool(counted))


def _pace(scene: Scene, at: int, found: Written) -> Reading | None:
    """ "Five minutes per kilometre": so many hours a day are a duration."""
    limit = scene.numerals[at].limit
    per = _PER.match(scene.low, found.end, limit) if found.unit.dimension == "time" else None
    way = unit_behind(scene, per.end(), limit) if per is not None else None
    return _reading(scene, at, found, way.end, way.unit.name, None) if way is not None and way.unit.dimension == "length" else None


_PER = re.compile(r"\s+(?:per|a|an|for\s+every)(?=\s)")
_PER_MANY = frozenset(Decimal(10**power) for power in (2, 3, 4, 5, 6))


def _behind_slash(scene: Scene, at: int) -> Reading | None:
    """ "1,132/km2" and "158/100,000"."""
    numeral, whole = scene.numerals[at], scene.neighbour(at)
    position = numeral.end + 1
    if whole is not None and whole.start == position and whole.value in _PER_MANY and numeral.value < whole.value:
        return Reading(numeral.start, whole.end, numeral.value, numeral.value, whole=whole.value)
    behind = unit_behind(scene, position, numeral.limit) if scene.low[position : position + 1].isalpha() else None
    return _per(scene, at, None, position, "/") if behind is not None and len(behind.form) > 1 else None


def _is_joined(low: str, position: int, limit: int) -> bool:
    """Whether "per", "a" or the like stands behind ``position``, a few words between that end no noun phrase."""
    for word in low[position : min(position + _FAR, limit)].split(None, _MOST_WORDS)[:_MOST_WORDS]:
        if word in _JOINTS:
            return True
        if word in _STOPS and word not in _PAIRED:
            return False
        if not word.isalpha():
            return word[0] != word[-1] or word == "-"  # a hyphen or an apostrophe inside, not a mark behind
    return False


def _adverbial(scene: Scene, at: int, found: Written | None, phrase: re.Match[str], adverb: str) -> Reading | None:
    """ "20,000 passengers daily", not "five daily papers"."""
    if not (found or phrase.group(1)) or not _ENDS.match(scene.low, phrase.end(), scene.numerals[at].limit):
        return None
    return _reading(scene, at, found, phrase.end(), _ADVERBS[adverb], None)


def _per(scene: Scene, at: int, found: Written | None, position: int, joint: str, noun: bool = True) -> Reading | None:
    """The reading whose denominator begins at ``position`` behind ``joint``: "per", "a", "every" or a slash."""
    numeral = scene.numerals[at]
    strict = joint in ("a", "an", "each", "every")
    if strict and not noun and found is None and len(numeral.digits) == 4 and numeral.value.to_integral() == numeral.value:
        return None  # "in 2019 a year of ..."
    base = _number(scene, at, position) if joint != "/" or found is not None else None
    if base is not None and not strict:
        whole, end = base
        behind = unit_behind(scene, end, numeral.limit)
        if found is not None and behind is not None and behind.unit.dimension not in ("money", "time"):
            return _reading(scene, at, found, behind.end, behind.unit.name, whole)
        return _reading(scene, at, found, end, "", whole) if whole > numeral.value or whole in _PER_MANY or found else None
    denominator = _DENOMINATOR.match(scene.low, position, numeral.limit)
    if denominator is None:
        return None
    word = denominator.group(1)
    behind = unit_behind(scene, denominator.start(1), numeral.limit)
    if behind is not None and behind.unit.dimension != "money" and (not strict or behind.unit.dimension == "time" or found is not None):
        if strict and _begins_a_phrase(scene, behind.end, numeral.limit, word, found):
            return None
        return _reading(scene, at, found, behind.end, behind.unit.name, None)
    if joint == "/" or word in _NOT_PER or (strict and word not in _TIMES and word not in _OCCASIONS):
        return None
    if strict and _begins_a_phrase(scene, denominator.end(), numeral.limit, word, found):
        return None
    end, per = denominator.end(), _TIMES.get(word, "")
    if not per and (further := _PER_TIME.match(scene.low, end, numeral.limit)):
        end, per = further.end(), further.group(1)
    return _reading(scene, at, found, end, per, None)


def _begins_a_phrase(scene: Scene, end: int, limit: int, word: str, found: Written | None) -> bool:
    """Whether "a week" goes on as "a week later", "a day trip", "a second half"; "3 mm a year since" measures."""
    following = scene.word_after(end, limit)
    if word == "second":
        return bool(following) and not _ENDS.match(scene.low, end, limit)
    if following == "from" and (found is None or found.unit.dimension == "length"):
        return _FROM_NOW.match(scene.low, end, limit) is not None  # "down to 2,034 a day from 5,441"
    if following == "on" and found is None:
        return _YEARS_ON.match(scene.low, end, limit) is not None  # "a year on, it ..."; not "38,000 a day on four lanes"
    return following in (_LATER if found is None else _APART)


def _number(scene: Scene, at: int, position: int) -> tuple[Decimal, int] | None:
    """The number at ``position`` and where it ends: "100,000", "10 million", "thousand"."""
    low, limit = scene.low, scene.numerals[at].limit
    gap = _GAP.match(low, position, limit)
    begin = gap.end() if gap else position
    right = scene.neighbour(at)
    if right is not None and (right.start == begin or low[begin : right.start] == "a ") and right.form in ("digits", "cardinal"):
        return right.value, right.end
    word = scene.word_after(begin, limit)
    return (_SCALES[word], begin + len(word)) if word in _SCALES else None


def _reading(scene: Scene, at: int, found: Written | None, end: int, per: str, whole: Decimal | None) -> Reading | None:
    if money.read(scene, at) is not None:
        return None  # per anything it stays money
    numeral = scene.numerals[at]
    counted = found.unit if found is not None else Unit("1", "")
    unit = f"{counted.name} / {per}" if per else found.unit.name if found is not None else ""
    value = numeral.value * counted.factor
    return Reading(numeral.start, end, value, value, unit=unit, whole=whole, bound=BOUNDS.get(numeral.form))


rule = Rule(
    code="Q303",
    name="rate",
    kind="rate",
    forms=frozenset({"digits", "cardinal", "couple", "magnitude"}),
    read=_read,
    manual="""
        A quantity per something: per unit of another quantity, per so many, a day, each year. The unit
        is written as Pint does ("kilometer / hour", "1 / day"); per 100,000 makes that the whole. Money
        per anything is money, so many hours a day are a duration, and so many minutes per kilometre a pace.
    """,
    examples="""
        The incidence is [15 per 100,000].  ->  15/100000
        The rate is [46.4 cases for every 100,000] people.  ->  46.4/100000
        It flew at [60 km/h].  ->  60 kilometer / hour
        There are [3 deaths a day].  ->  3 1 / day
        The field yields [1,200 barrels per day].  ->  1200 oil_barrel / day
        The bridge carries [38,000 vehicles a day] on four lanes.  ->  38000 1 / day
        It sees [40 to 50 visitors a day].  ->  40..50 1 / day
        The sea rises by [3.4 mm a year].  ->  3.4 millimeter / year
        It emits [94 g per kWh].  ->  94 gram / kilowatt_hour
        It rings [a dozen times a day].  ->  12 1 / day
        The car does [60 mph].  ->  60 mile / hour
        Winds reached [120 kilometres an hour].  ->  120 kilometer / hour
        The limit fell from 110 km/h to [80].  ->  80 kilometer / hour
        It has [150 people per square kilometre].  ->  150 1 / kilometer ** 2
    """,
    counterexamples="""
        It rose 3 per cent.
        He earns $500 a week.
        She wrote three letters a week later.
        It has 40 shops a year on.
        She sleeps 7 hours a night.
    """,
)
