"""Shares: a part of a whole in percent, in percentage points or as a simple fraction."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.amounts import SUFFIXES, near, of_one, simple_fraction, suffix
from ledger.extraction.beside import closes, word_before
from ledger.extraction.context.word_classes import AND, CONJUNCTION, HEDGE, NOUN, PAST, SPEECH
from ledger.extraction.context.word_classes import classes as word_kinds
from ledger.extraction.numerals import Numeral
from ledger.extraction.percents import POINTS_OF_PERCENT, SIGNS, of_percent, percent_behind
from ledger.extraction.quantities.multiple import halves
from ledger.extraction.quotients import quotient
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import classes, words

_NO_NOUN, _CLASSES = words("prepositions.txt"), classes("fractions.tsv")
_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_FINEST = Decimal("0.0001")
_FINEST_PART = 20


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.form not in ("digits", "cardinal"):
        return _parts(scene, at, numeral)
    bound, end = suffix(scene.low, numeral.end)
    found = percent_behind(scene, numeral, end if (one := of_one(scene, numeral)) is None else one)
    if found is not None:
        start, count = simple_fraction(scene, at) if scene.low[numeral.start - 1] == "/" else (numeral.start, numeral.value)
        value = count * found[0]
        return Reading(start, found[1], value, value, unit="percent", bound=bound)
    return _written_small(scene, numeral) or _percent_before(scene, at, numeral) or _average(scene, numeral)


def _average(scene: Scene, numeral: Numeral) -> Reading | None:
    """ ".534" of a player, in thousandths: "is batting .534"."""
    low, start = scene.low, numeral.start
    if low[start] != "." or numeral.end - start != _IN_THOUSANDTHS or word_before(low, start, numeral.floor) not in _HITTING:
        return None
    return Reading(numeral.start, numeral.end, numeral.value * _HUNDRED, numeral.value * _HUNDRED, unit="percent")


_IN_THOUSANDTHS, _HITTING = len(".534"), _CLASSES["hitting"]


# percent before the figure ------------------------------------------------------------------------------

_PERCENT_OF = ("cent of ", "cents of ", "centage of ", "centages of ")
_BEFORE_OF = re.compile(r"\b(per[\s-]?cents?(?:ages?)?)\sof\s$")


def _percent_before(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """ "a percentage of 45", with nothing behind that the figure could count, and no figure before that the percent are of."""
    low, start, floor = scene.low, numeral.start, numeral.floor
    if not low.endswith(_PERCENT_OF, floor, start) or numeral.value > _HUNDRED or not closes(scene, numeral.end, numeral.limit):
        return None
    found = _BEFORE_OF.search(low, max(floor, start - 20), start)
    left = scene.neighbour(at, -1)
    if found is None or (left is not None and found.start() - left.end < 3):
        return None
    return Reading(found.start(1), numeral.end, numeral.value, numeral.value, unit="percent")


# digits over digits -------------------------------------------------------------------------------------

_OVER = re.compile(r"/(\d{1,2})(?=\s+(?:of\b|majority\b|vote\b|quorum\b)|-majority\b)")
_SIGN_OF = re.compile(r"\s+(?:of\b|majority\b)")


def _written_small(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "2/3 of the members", "a 3/4 majority", "⅔ of the votes"."""
    low, start, end, limit, digits = scene.low, numeral.start, numeral.end, numeral.limit, numeral.digits
    if low[end : end + 1] == "/" and len(digits) == 1 and (over := _OVER.match(low, end, limit)):
        whole = int(over.group(1))
        if not 0 < numeral.value < whole <= 20 or low[start - 1 : start] in ("/", ".", "-"):
            return None
        value = (numeral.value * _HUNDRED / whole).quantize(_CENT)
        return Reading(start, over.end(), value, value, unit="percent")
    if len(digits) == 1 and not digits.isascii() and _SIGN_OF.match(low, end, limit):
        value = (numeral.value * _HUNDRED).quantize(_CENT)
        return Reading(start, end, value, value, unit="percent")
    return None


# parts --------------------------------------------------------------------------------------------------


def _parts(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """ "a third", "two-thirds", "three quarters", "half", "half a percentage point"."""
    counted = _count_of_parts(scene, at, numeral)
    if counted is None or quotient(scene, at) is not None or halves(scene, numeral):
        return None  # a fraction that is all of the text is a number, "half as many" a multiple
    start, count = counted
    low, end = scene.low, numeral.end
    if (points := _part_of_a_percent(scene, numeral)) is not None:
        value = (count * points[0] / numeral.value).quantize(_FINEST)
        return Reading(start, points[1], value, value, unit="percent")
    if numeral.form == "ordinal":
        following = scene.word_after(end, numeral.limit)
        compound = following != "" and low.startswith("-", low.index(following, end) + len(following))  # "a third full-time post"
        alone = not following and low[end : end + 1] not in _HYPHENS
        compared = following != "" and _COMPARED_WITH.match(low, end, numeral.limit) is not None
        kinds, before = word_kinds(following), word_kinds(word_before(low, start, numeral.floor))
        said = kinds & (PAST | SPEECH) and not kinds & NOUN and before & HEDGE and not before & (AND | CONJUNCTION)
        apart = alone or compared or bool(said) or (following in _NO_NOUN and not compound)
        apart = apart or low.endswith(("by ", *_EXTREMES), numeral.floor, start)
        if numeral.value < 3 or not (apart or low[numeral.start - 1] == "-" or low.startswith("one", start)):
            return None  # "a third raid" is an ordinal
    elif (low.startswith("-", end) and count == 1) or (numeral.value == 2 and _of_a_time(scene, at, numeral)):
        return None
    if numeral.value > _FINEST_PART and not low.startswith(" of ", end):
        return None  # "won by three hundredths"
    if numeral.value == 4 and count > 1 and _of_a_year(scene, start, numeral):
        return None
    value = count * _HUNDRED / numeral.value
    if value > 1:
        value = value.quantize(_CENT)
    return Reading(start, end, value, value, unit="percent")


def _count_of_parts(scene: Scene, at: int, numeral: Numeral) -> tuple[int, Decimal] | None:
    """Where the share begins and how many parts it has: "a", "two", or nothing before "half"."""
    low, before, start, floor = scene.low, scene.neighbour(at, -1), numeral.start, numeral.floor
    if before is not None and before.form in ("cardinal", "digits") and not low[before.end : start].strip(" -\n\u00a0‑"):
        singular = numeral.form == "ordinal"
        return (before.start, before.value) if before.value < numeral.value and (before.value == 1 or not singular) else None
    word = word_before(low, start, floor)
    if word.lstrip(_OPENING) in _ARTICLES:
        return start - 1 - len(word.lstrip(_OPENING)), Decimal(1)
    if word in _EXTREME:  # "the poorest fifth"
        return start, Decimal(1)
    if word in _ANOTHER and scene.word_after(numeral.end, numeral.limit) == "of":
        return start, Decimal(1)
    if start == floor and numeral.value > 2 and _of_many(scene, at, numeral):
        return start, Decimal(1)
    return (start, Decimal(1)) if numeral.form == "part" and (numeral.value == 2 or low.startswith("-", numeral.end)) else None


def _of_a_year(scene: Scene, start: int, numeral: Numeral) -> bool:
    """Whether quarters are spans of time: "the first three quarters", "in the past two quarters of the year"."""
    return word_before(scene.low, start, numeral.floor) in _IN_TURN and not scene.low.startswith(" of the ", numeral.end)


def _of_many(scene: Scene, at: int, numeral: Numeral) -> bool:
    """Whether a headline leaves out the article: "Quarter of voters undecided", not "Third of four brothers"."""
    following = scene.neighbour(at)
    apart = following is None or following.start - numeral.end > len(" of ")
    return apart and _OF_MANY.match(scene.low, numeral.end, numeral.limit) is not None


_COMPARED_WITH = re.compile(r"\s+(?:more|less|fewer|\w+er)\s+than\b")
_OPENING = "(“\"'‘—–["
_OF_MANY = re.compile(rf" of (?!the\b|his\b|her\b|its\b)(?:[a-z]+ )?(?:[a-z]+s|{'|'.join(sorted(_CLASSES['many']))})\b")
_HYPHENS = frozenset("-‑")
_ARTICLES = frozenset({"a", "an"})
_IN_TURN, _ANOTHER, _EXTREME = _CLASSES["in turn"], _CLASSES["another"], _CLASSES["extreme"]
_EXTREMES = tuple(f"{word} " for word in _EXTREME)
_HALVES_OF_TIME = (*(f"{word} " for word in _CLASSES["half of a time"]), *_CLASSES["joined half"])


def _of_a_time(scene: Scene, at: int, numeral: Numeral) -> bool:
    """Whether "half" is one of a match or a year, or belongs to "an hour and a half"."""
    if scene.low.endswith(_HALVES_OF_TIME, numeral.floor, numeral.start):
        return True
    before = scene.neighbour(at, -1)
    another = before is not None and before.form in ("part", "ordinal") and numeral.start - before.end < 8
    return scene.low.endswith("and a ", numeral.floor, numeral.start) and not another


_OF_ONE = re.compile(r"(?:\s+of)?(?:\s+(?:an?|one|1)(?=\s))?")
_OF_A_POINT = re.compile(r"(?:\s+of)?\s+an?\s+(?:full\s+)?point\b")
_HYPHENED_POINT = re.compile(r"-(?:percentage-)?points?\b")


def _part_of_a_percent(scene: Scene, numeral: Numeral) -> tuple[Decimal, int] | None:
    """How many percent the whole is, and where it ends: "half a percentage point", "a quarter-point cut", "a tenth of 1%"."""
    low, end, limit = scene.low, numeral.end, numeral.limit
    if found := _HYPHENED_POINT.match(low, end, limit):
        return (Decimal(1), found.end()) if near(scene, numeral, POINTS_OF_PERCENT) else None
    if (point := _OF_A_POINT.match(low, end, limit)) and of_percent(scene, numeral):
        return Decimal(1), point.end()
    one = _OF_ONE.match(low, end, limit)
    return percent_behind(scene, numeral, one.end()) if one is not None else None


rule = Rule(
    code="Q401",
    name="share",
    kind="share",
    forms=frozenset({"digits", "cardinal", "part", "ordinal"}),
    read=_read,
    beside=Beside(everywhere={"part", "ordinal"}, before={"of", *_HITTING}, behind={*SIGNS, *SUFFIXES, "‰", " ‰", "/", "of", "majority"}),
    manual="""
        A part of a whole: percent, percentage points, or a simple fraction in words. Percent stay
        percent (80, not 0.8); thirds are 33.33 and 66.67. A basis point is a hundredth of a percent.
        Bare points are of percent beside a poll, a margin or a percent; those of an index or a game count.
    """,
    examples="""
        Just over [a fifth] said so.  ->  >20 percent
        Turnout fell to [12.5%].  ->  12.5 percent
        It holds about [7 percent].  ->  ~7 percent
        The bank kept [a third] of the shares.  ->  33.33 percent
        Nearly [two-thirds] of the pupils came.  ->  ~66.67 percent
        Prices are up by [a fifth] since May.  ->  20 percent
        More than [half] of the vote was counted.  ->  >50 percent
        She won [50 to 55 percent] of the vote.  ->  50..55 percent
        Rates rose [3 percentage points].  ->  3 percent
        Trust hardly exceeded [15-20%].  ->  15..20 percent
        The bank cut its rate by [25 basis points].  ->  0.25 percent
        Rates fell by [half a percentage point].  ->  0.5 percent
        Rates fell by [0.3 of a percentage point].  ->  0.3 percent
        [A quarter] of the fleet is idle.  ->  25 percent
        [Quarter] of voters undecided  ->  25 percent
        Some [40-odd percent] of them left.  ->  ~40 percent
        The poorest [fifth] pay most of it.  ->  20 percent
        It is [a third] faster than the old one.  ->  33.33 percent
        A [two-thirds]-majority vote is due.  ->  66.67 percent
        It needs a [2/3] majority.  ->  66.67 percent
        It had a [percentage of 45].  ->  45 percent
        She is batting [.534] this season.  ->  53.4 percent
    """,
    counterexamples="""
        Four were shot and a fifth committed suicide.
        A third raid on the reserves is planned.
        She is a fifth-generation farmer.
        He scored points.
        Sales fell in the first three quarters.
        The index rose 120 points, or nearly a percent.
        A percentage of 12 clubs was kept.
    """,
)
