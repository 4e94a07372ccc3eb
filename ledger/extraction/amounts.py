"""A number with its unit: parts of one, sums of two units, and units that stand behind the next number."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, cast

from ledger import patterns as re
from ledger.extraction.beside import MONTHS, word_behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.parts import article
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.sums import SUMMED, compact, summed
from ledger.extraction.units import ONE, Unit, Written, openings, tables, unit_behind, word_class, written
from ledger.lexicon import table
from ledger.records import Bound


class Amount(NamedTuple):
    """``value`` of ``unit`` (its factor applied), written at ``[start, end)``; ``bound`` as in a Reading.

    ``form`` is the unit as the table spells it.
    """

    start: int
    end: int
    value: Decimal
    unit: Unit
    form: str
    bound: Bound | None = None

    def reading(self, unit: str = "") -> Reading:
        """The reading of this amount, under another unit's name where one is given."""
        return Reading(self.start, self.end, self.value, self.value, unit=unit or self.unit.name, bound=self.bound)


BOUNDS: dict[str, Bound] = {"magnitude": "magnitude", "couple": "about"}
"""What the form of a numeral says of its bound."""

SUFFIXES = {words[1:]: cast(Bound, bound) for words, bound in table("hedges_after.tsv") if words.startswith("-")}
"""The bounds that what is joined to a number states: "30-odd years", "70-plus percent"."""

ADJECTIVES = word_class("adjective") | SUFFIXES.keys()
"""What may stand between a number and its unit."""

_SUFFIX = re.compile(rf"-({'|'.join(sorted(SUFFIXES))})(?=[\s-])")
_ADJECTIVE = re.compile(rf"(?:\s+[^\W\d_]++|{_SUFFIX.pattern})(?=[\s-])")
_PART_MORE = re.compile(r"\s+and\s+(?:a\s+)?(half|quarter|three[\s-]+quarters)\b(?!\s+(?:of|the|an?)\b)")
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
"""How much more of its unit an amount is, by the last word: "two hours and three quarters"."""
_HANDS = ("h", "m")
_NEAR = 60


@lru_cache(maxsize=1)
def amount(scene: Scene, at: int) -> Amount | None:
    """The amount that begins with, or is built around, numeral number ``at``; None where no unit belongs to it."""
    numeral = scene.numerals[at]
    if numeral.form in ("part", "ordinal"):
        return _part(scene, at)
    found = unit_of(scene, numeral) if numeral.form != "period" else _of_a_period(scene, numeral)
    if found is None:
        if scene.low[numeral.end : numeral.end + 1] in _HANDS and (clock := compact(scene, numeral)) is not None:
            value, name, end = clock
            return Amount(numeral.start, end, value, tables().phrases[name][-1][1], name)
        return _before_its_unit(scene, at)
    start, count = numeral.start, numeral.value
    if scene.low[start - 1] == "/" and at:
        start, count = simple_fraction(scene, at)
    end, unit = found.end, found.unit
    value = count if unit.factor is ONE else count * unit.factor
    if numeral.form != "magnitude":
        if word_behind(scene.low, end, numeral.limit) == "and" and (more := _PART_MORE.match(scene.low, end, numeral.limit)):
            value, end = value + _PARTS[re.split(r"[\s-]", more.group(1))[-1]] * unit.factor, more.end()
        elif unit.dimension in SUMMED:
            value, unit, end = summed(scene, at, value, found)
    return Amount(start, end, value, unit, found.form, BOUNDS.get(numeral.form) or suffix(scene.low, numeral.end)[0])


def suffix(low: str, position: int) -> tuple[Bound | None, int]:
    """The bound that a suffix at ``position``, behind a number, states, and where it ends."""
    found = _SUFFIX.match(low, position) if low[position : position + 1] == "-" else None
    return (SUFFIXES[found.group(1)], found.end()) if found else (None, position)


def _of_a_period(scene: Scene, numeral: Numeral) -> Written | None:
    """The unit that "an hour" or "all day" ends with."""
    word = scene.low[numeral.start : numeral.end].replace("-", " ").split()[-1]
    return written(scene.text, numeral.end - len(word), numeral.limit)


def simple_fraction(scene: Scene, at: int) -> tuple[int, Decimal]:
    """Where a number begins and its value, "1/2" taken as one."""
    numeral = scene.numerals[at]
    over = scene.numerals[at - 1] if numeral.digits else numeral
    if over.end == numeral.start - 1 and 0 < over.value < numeral.value <= 16:
        return over.start, over.value / numeral.value
    return numeral.start, numeral.value


@lru_cache(maxsize=1)
def unit_of(scene: Scene, numeral: Numeral) -> Written | None:
    """The unit behind ``numeral``, an adjective between them where it changes nothing; None where there is none."""
    position, limit = numeral.end, numeral.limit
    if numeral.form == "magnitude":
        if scene.low.startswith(" of ", position):
            position += 3
        elif scene.low[position - 1] == "s":
            return None  # "hundreds", not "several hundred"
    low = scene.low
    again = _AGAIN.match(low, position, limit) if not numeral.digits and "(" in low[position : position + 2] else None
    if again is not None and Decimal(again.group(1)) == numeral.value:
        position = again.end()  # "within three (3) months"
    word = word_behind(low, position, limit)
    found = written(scene.text, position, limit) if word in openings() else None
    if found is None and (one := of_one(scene, numeral)) is not None:
        found = written(scene.text, one, limit)
        return found if found is not None and len(found.form) > 2 and not found.form.endswith("s") else None
    if found is None:
        if word not in ADJECTIVES or (adjective := _ADJECTIVE.match(low, position, limit)) is None:
            return None
        found = unit_behind(scene, adjective.end(), limit)
        if found is None or (len(found.form) < 3 and not adjective.group(1)):
            return None
    if scene.low[found.start - 1] == "(" and _is_day(scene, numeral):
        return None  # "VELM, Dec 8 (MW)"
    return found if _is_meant(scene, numeral, found) else None


_PART_OF_ONE = re.compile(r"\s+of\s+an?\s+")


def of_one(scene: Scene, numeral: Numeral) -> int | None:
    """Where the unit of "0.2 of a second" begins; None where no decimal below one is followed by "of a"."""
    if not 0 < numeral.value < 1 or not numeral.digits:
        return None
    one = _PART_OF_ONE.match(scene.low, numeral.end, numeral.limit)
    return one.end() if one else None


_BEFORE_A_LEVEL = tuple(f"{words} " for words in word_class("before a level"))
_AT_A_LEVEL = word_class("at a level")


def _is_a_level(scene: Scene, numeral: Numeral, found: Written) -> bool:
    """Whether what stands beside "C" or "F" makes degrees of them: "stored at -70C", "it was 12C in Riga", "from 9 C to 14 C"."""
    if found.form not in _DEGREES_IN_ONE_LETTER or scene.low[found.end : found.end + 1] in _JOINED:
        return False
    if not scene.low[numeral.floor : numeral.start].strip() and not scene.low[found.end : numeral.limit].strip(" .!?"):
        return True  # all that the block says
    glued = found.start == numeral.end
    named = mentions(scene.low, "°" + found.form.lower()) or mentions(scene.low, "celsius" if found.form == "C" else "fahrenheit")
    if numeral.value < 0 or (glued and named):
        return True
    if glued and scene.low.endswith(_BEFORE_A_LEVEL, numeral.floor, numeral.start):
        return True
    before = scene.words_before(numeral.start, numeral.floor, 1)
    return before[-1:] != [] and before[-1] in _AT_A_LEVEL and not _CAPITAL_BEHIND.match(scene.text, found.end, numeral.limit)


_DEGREES_IN_ONE_LETTER = frozenset("CF")
_JOINED = frozenset("/-$’'")
_CAPITAL_BEHIND = re.compile(r"\s+[A-Z]")  # "at 12C Church Street"
_AGAIN = re.compile(r"\s?\((\d{1,4})\)")
_MONTH_LEFT = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS))})\.?\s$")


def _is_day(scene: Scene, numeral: Numeral) -> bool:
    """Whether a month stands before the number."""
    return _MONTH_LEFT.search(scene.low, max(numeral.floor, numeral.start - 12), numeral.start) is not None


def _is_meant(scene: Scene, numeral: Numeral, found: Written) -> bool:
    """Whether a form that is also something else ("in", "C", "stone") is a unit here."""
    letter = len(found.form) == 1 and found.form.isalpha()
    if letter and not numeral.digits:
        return False
    unit = found.unit
    if not unit.only or unit.dimension == "money":
        return True
    if unit.dimension == "temperature" and letter and _is_a_level(scene, numeral, found):
        return True
    following = scene.low[found.end : found.end + 1]
    match unit.only[0]:
        case "digits":
            return bool(numeral.digits) and not (letter and following in ("-", "’", "'"))
        case "glued":
            return bool(numeral.digits) and found.start == numeral.end
        case "spaced":
            return found.start > numeral.end or "." in numeral.digits
        case "lower":
            return scene.text[found.start].islower()
    return not (letter and following in ("/", "-")) and near(scene, numeral, unit.only)


def near(scene: Scene, numeral: Numeral, stems: tuple[str, ...] | frozenset[str]) -> bool:
    """Whether one of ``stems`` begins a word shortly before or behind ``numeral`` in its block, or, of other than letters, stands there."""
    around = surroundings(scene, numeral)
    return any(stem in around and (not stem.isalpha() or _begins_a_word(around, stem)) for stem in stems)


def surroundings(scene: Scene, numeral: Numeral) -> str:
    """The lower-case text shortly before and behind ``numeral`` in its block."""
    return scene.low[max(numeral.floor, numeral.start - _NEAR) : min(numeral.limit, numeral.end + _NEAR)]


def _begins_a_word(around: str, stem: str) -> bool:
    """Whether ``stem`` has a place in ``around`` where no letter stands before it: the Dow, no lockdown."""
    at = around.find(stem)
    while at > 0 and around[at - 1].isalpha():
        at = around.find(stem, at + 1)
    return at >= 0


@lru_cache(maxsize=16)
def mentions(low: str, word: str) -> bool:
    """Whether the document ``low`` has ``word`` anywhere."""
    return word in low


# parts of one ---------------------------------------------------------------------------------------

_OF_ONE = re.compile(r"\s+of\s+an?\s+|\s+an?\s+|[\s-]+(?=[^\W\d_])")
_ONE_AND = re.compile(r"\b(?:an?|one)[\s-]+([^\W\d_]+)[\s-]+and[\s-]+(?:a[\s-]+)?$")
_OF_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
_FINEST = Decimal("0.0000001")


def _part(scene: Scene, at: int) -> Amount | None:
    """ "half an hour", "three quarters of a mile", "a quarter of a century", "a decade and a half"."""
    numeral, low = scene.numerals[at], scene.low
    start, count = _count_of_parts(scene, at)
    more = _beyond_one(low, numeral, count)
    begin = start if more > 1 else numeral.start
    if more and (one := _ONE_AND.search(low, max(numeral.floor, begin - 32), begin)):
        found = written(scene.text, one.start(1), numeral.limit)
        if found is not None and found.end == one.end(1):
            return Amount(one.start(), numeral.end, found.unit.factor * (1 + more / numeral.value), found.unit, found.form)
    between = _OF_ONE.match(low, numeral.end, numeral.limit)
    if between is None:
        return None
    of = " of" in between.group()
    if not of and (numeral.form == "ordinal" or numeral.value not in (2, 4)):
        return None
    if not of and numeral.value == 4 and between.group().strip():
        return None  # "the same quarter a year ago"
    found = written(scene.text, between.end(), numeral.limit)
    if found is None or found.unit.dimension == "money" or len(found.form) < 3 or found.form.endswith("s"):
        return None
    if count == 0 or (count > 1 and not of) or (numeral.form == "ordinal" and start == numeral.start):
        return None
    if found.form == "second" and not between.group().strip(" \n-"):
        return None  # "a quarter second" is a rank as often as not
    value, unit = (count * found.unit.factor / numeral.value).quantize(_FINEST), found.unit
    if unit.name in _OF_YEARS:
        value, unit = value * _OF_YEARS[unit.name], unit._replace(name="year")
    return Amount(start, found.end, value, unit, found.form)


def _beyond_one(low: str, numeral: Numeral, count: Decimal) -> Decimal:
    """How many parts may be told beyond one unit: "an hour and a half", "and a quarter", "and three-quarters"."""
    if numeral.value != 4:
        return Decimal(numeral.value == 2)
    if numeral.form != "part" or low.startswith(" of", numeral.end):
        return Decimal(0)  # "an hour and three quarters of the crowd"
    return count if count > 1 else Decimal(low.endswith("and a ", 0, numeral.start))


def _count_of_parts(scene: Scene, at: int) -> tuple[int, Decimal]:
    """Where "three quarters" or "a third" begins, and how many parts it is; 0 for what is no count of parts."""
    numeral, before, low = scene.numerals[at], scene.neighbour(at, -1), scene.low
    if before is not None and before.form in ("cardinal", "digits") and not low[before.end : numeral.start].strip(" -\n"):
        return before.start, before.value if before.value < numeral.value else Decimal(0)
    if numeral.form == "part" and low[numeral.end - 1] == "s":
        return numeral.start, Decimal(0)  # "by hundredths of a second"
    return article(low, numeral.floor, numeral.start) if numeral.value != 2 else numeral.start, Decimal(1)


# units that stand behind the next number ------------------------------------------------------------

_SUSPENDED = re.compile(
    r"(-|‑),?\s+(?:(?:and|or|to|through)\s+)?(?:an?\s+)?|\s*(?:x|×|by|±|\+/[-−])\s*|(\s+and\s+)|(\s*[-–—]\s*|\s+(?:to|or|and)\s+)"
)
_LATER = word_class("later")
_MOST_SUSPENDED = 4


def _before_its_unit(scene: Scene, at: int, most: int = _MOST_SUSPENDED) -> Amount | None:
    """ "2-" in "2- and 3-day talks", "40" in "40 by 60 metres", "10" in "10 and 12 years"."""
    numeral = scene.numerals[at]
    right = scene.numerals[at + 1] if at + 1 < len(scene.numerals) else numeral
    if not 0 < right.start - numeral.end <= 16 or right.form not in ("digits", "cardinal") or right.floor != numeral.floor:
        return None
    gap = _SUSPENDED.fullmatch(scene.low, numeral.end, right.start)
    if gap is None:
        return None
    end = gap.end(1) if gap.group(1) else numeral.end
    found = unit_of(scene, right)
    if found is None:
        further = _before_its_unit(scene, at + 1, most - 1) if gap.group(1) and most else None
        return Amount(numeral.start, end, numeral.value * further.unit.factor, further.unit, further.form) if further else None
    value = numeral.value * found.unit.factor
    if "±" in gap.group() and numeral.scale == 1:
        value *= right.scale  # "4.57 ± 0.02 billion years"
    if gap.group(3) and found.unit.factor == 1 and value >= 0:
        return None  # the ends of a range find each other
    if gap.group(2) and value >= 0 and not _stand_apart(scene, numeral, right, found):
        return None
    return Amount(numeral.start, end, value, found.unit, found.form)


def _stand_apart(scene: Scene, left: Numeral, right: Numeral, found: Written) -> bool:
    """Whether "10 and 12 years" are two amounts, not a range nor a number and a time."""
    if left.form != right.form or left.scale != right.scale or len(left.digits) == 4:
        return False
    if "between" in scene.words_before(left.start, left.floor, 3):
        return False
    if scene.low[right.end : right.end + 1] == "-" and left.value < right.value:
        return True  # "three and five-year loans"
    return found.form.endswith(("s", "feet")) and scene.word_after(found.end, right.limit) not in _LATER
