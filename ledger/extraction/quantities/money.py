"""Money: an amount with a currency's sign, code or name."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.amounts import BOUNDS, SUFFIXES, mentions, near, suffix
from ledger.extraction.currencies import (
    Sign,
    currency_of,
    is_meant,
    sign_before,
    sign_behind,
    signs_before,
    signs_behind,
    speaks_of,
    stands_alone,
)
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import CLOSE, MIXED, Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import openings, tables, unit_behind, word_class
from ledger.lexicon import number_words, scale_signs
from ledger.records import Bound

_SCALES = {word: value for word, value in number_words("scale").items() if value >= 1000}
_SCALES |= scale_signs("joined") | scale_signs("apart") | scale_signs("money")
_SCALE = re.compile(rf"\s?({'|'.join(_SCALES)})\b(?![’'])")
_QUESTION = re.compile(r"[\s-]+(?:question|smile)\b")
_PARENTHESIS = 80
"""How far back one is looked for that a closing one closes."""


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    sign = sign_before(scene.text, numeral.start, numeral.floor) if numeral.digits or numeral.form == "cardinal" else None
    if sign is not None and (reading := _signed(scene, at, numeral, sign)) is not None:
        return reading
    named = _named(scene, at, numeral)
    if named is not None:
        return named
    return _right_of_a_sign(scene, at, numeral)


# signs -----------------------------------------------------------------------------------------------


def _signed(scene: Scene, at: int, numeral: Numeral, sign: Sign) -> Reading | None:
    """ "$260 million", "Rs 21 crore", "-$5m", "$-5m", "USD 5m"; not "$" that belongs to the number before it."""
    text, low = scene.text, scene.low
    if sign.unit.only and not _is_clear(scene, numeral, sign):
        return None
    if sign.start - 2 >= numeral.floor and text[sign.start - 1] == " " and text[sign.start - 2].isdigit() and _has_its_own(scene, numeral):
        return None  # "10 $ 30 $"
    value, end = numeral.value, numeral.end
    if numeral.scale == 1 and " and " in low[numeral.start : end] and numeral.digits.isdigit():
        value = Decimal(numeral.digits) + (value - Decimal(numeral.digits)) / 100  # "$100 and fifty"
    if numeral.scale == 1 and (scale := _scale_behind(low, numeral, end)):
        value, end = value * _SCALES[scale.group(1)], scale.end()
    start = sign.start
    if text[numeral.start - 1] in "-−":
        value = -value
    elif text[numeral.start - 1] == "(" and sign.start < numeral.start - 1:
        if not low.startswith(")", end):
            return None
        value, end = -value, end + 1  # "$(0.23)" is a loss
        if scale := _scale_behind(low, numeral, end):
            value, end = value * _SCALES[scale.group(1)], scale.end()
    elif low.endswith("minus ", numeral.floor, start):
        start, value = start - len("minus "), -value
    elif start > numeral.floor and text[start - 1] in "-−" and (start - 1 == numeral.floor or text[start - 2] in " \n(\u00a0"):
        start, value = start - 1, -value
    if sign.unit.factor == 1:
        value, end = _with_hundredths(scene, at, value, sign.unit.name, end, named=True)
    return _reading(start, end, value * sign.unit.factor, sign.unit.name, numeral)


def _scale_behind(low: str, numeral: Numeral, end: int) -> re.Match[str] | None:
    """The scale behind an amount that ends at ``end``; none is the mark of a list's second item: "£3,100 b) for the roof"."""
    found = _SCALE.match(low, end, numeral.limit)
    if found is None or found.group(1) != "b" or not low.startswith(")", found.end()):
        return found
    before = max(numeral.floor, end - _PARENTHESIS)
    return found if low.rfind("(", before, end) > low.rfind(")", before, end) else None


def _is_clear(scene: Scene, numeral: Numeral, sign: Sign) -> bool:
    """Whether a sign or code that is also a word or a name is one of money here."""
    if "large" in sign.unit.only:
        return is_meant(scene, numeral, sign.unit, numeral.end)
    if "alone" in sign.unit.only:
        return numeral.scale != 1 or stands_alone(scene, sign.start, numeral.end, numeral)  # "sek 50", not "rub 50 grams"
    return speaks_of(scene.low, sign.unit.name)


def _has_its_own(scene: Scene, numeral: Numeral) -> bool:
    """Whether a sign, a code or a name stands behind the number."""
    if sign_behind(scene.text, numeral.end, numeral.limit) is not None:
        return True
    found = unit_behind(scene, numeral.end, numeral.limit)
    return found is not None and found.unit.dimension == "money"


# names -----------------------------------------------------------------------------------------------


def _named(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """ "three billion dollar", "5,000 roubles", "62 cents", "5m USD", "75 USD million", "10 €"."""
    position = numeral.end
    if numeral.form == "magnitude":
        if scene.low.startswith(" of ", position):
            position += 3
        elif scene.low[position - 1] == "s":
            return None
    elif (sign := sign_behind(scene.text, position, numeral.limit)) is not None:
        return _reading(numeral.start, sign[1], numeral.value, sign[0].name, numeral)
    bound, position = suffix(scene.low, position)
    found = unit_behind(scene, position, numeral.limit)
    if found is None:
        return _pence(scene, numeral) or _left_of_cents(scene, at, numeral)
    code = currency_of(scene, numeral, found)
    if code is None or (numeral.scale != 1 and _QUESTION.match(scene.low, found.end, numeral.limit)):
        return None
    if not numeral.digits and numeral.scale == 1 and found.form in tables().symbols and not found.form.isupper():
        return None  # "three Rs"
    value, end = numeral.value * found.unit.factor, found.end
    if scene.text[found.start : found.end].isupper() and numeral.scale == 1 and (scale := _scale_behind(scene.low, numeral, end)):
        value, end = value * _SCALES[scale.group(1)], scale.end()
    elif found.unit.factor == 1:
        value, end = _with_hundredths(scene, at, value, code, end)
    return _reading(numeral.start, end, value, code, numeral, bound)


_TENTH = Decimal("0.1")
_HUNDREDTHS = re.compile(r"\s+(?:and\s+)?")
_ENDS = re.compile(r"\s?(?:[.,;:!?)](?!\d)|$)|\s+and\b")


def _with_hundredths(scene: Scene, at: int, value: Decimal, code: str, end: int, named: bool = False) -> tuple[Decimal, int]:
    """ "3 dollars 50 cents", "three dollars and fifty cents", "15 dollars 50"; ``named`` when the cents must be, as behind "$3"."""
    part = scene.neighbour(at)
    if part is None or part.form not in ("digits", "cardinal") or not 0 < part.value < 1000 or part.start - end > 6:
        return value, end
    if _HUNDREDTHS.fullmatch(scene.low, end, part.start) is None:
        return value, end
    found = unit_behind(scene, part.end, part.limit)
    factor = tables().parts.get((code, found.form.rpartition(" ")[2])) if found is not None else None
    if found is not None and factor is not None and part.value * factor < 1:
        value, end = value + part.value * factor, found.end
        rest = scene.neighbour(at, 2)  # "five mao five"
        if rest is not None and factor == _TENTH and rest.value < 10 and scene.low[end : rest.start].isspace():
            return value + rest.value * _TENTH * _TENTH, rest.end
        return value, end
    if (
        not named
        and found is None
        and part.value < 100
        and part.value == part.value.to_integral()
        and _ENDS.match(scene.low, part.end, part.limit)
    ):
        return value + part.value / 100, part.end
    return value, end


# pence -----------------------------------------------------------------------------------------------

_PENCE = re.compile(r"p(?!\w|\.\s?m)")
_CENTS = re.compile(r"c(?!\w)")
_PENNIES = frozenset("pc")
_PRICES = word_class("money") | word_class("price")
_LINES = frozenset({144, 240, 360, 480, 540, 576, 720})  # of a picture


def _pence(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "50p" and "11c", where the text speaks of money elsewhere; "345.6p" beside a price, not the "720p" of a screen."""
    low, end = scene.low, numeral.end
    if low[end : end + 1] not in _PENNIES or not numeral.digits or numeral.scale != 1 or numeral.value >= 1000:
        return None
    if _PENCE.match(low, end) and (mentions(low, "£") or mentions(low, "pence") or _is_a_price(scene, numeral)):
        return _reading(numeral.start, end + 1, numeral.value / 100, "GBP", numeral)
    if _CENTS.match(scene.text, end) and (mentions(low, "$") or mentions(low, "€")):
        return _reading(numeral.start, end + 1, numeral.value / 100, "USD" if mentions(low, "$") else "EUR", numeral)
    return None


def _is_a_price(scene: Scene, numeral: Numeral) -> bool:
    return numeral.value not in _LINES and near(scene, numeral, _PRICES)


# ranges ----------------------------------------------------------------------------------------------

_RANGE = re.compile(r"\s?[-–—‑]\s?|\s+(to|and|or)\s+")
_ALONE = re.compile(r"\s?(?:[.,;:!?)](?!\d)|$)|\s+(?:a|an|per|each|for|in|on|at|more|less|apiece|by|from)\b")


def _right_of_a_sign(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """The right end of "$2-3 million" and "between $5 and 10 million", whose sign stands on the left."""
    left = scene.numerals[at - 1] if at else numeral
    if not 0 < numeral.start - left.end <= 5 or not left.digits or not numeral.digits or left.floor != numeral.floor:
        return None
    gap = _RANGE.fullmatch(scene.low, left.end, numeral.start)
    if gap is None or (sign := sign_before(scene.text, left.start, left.floor)) is None:
        return None
    if gap.group(1) == "and" and "between" not in scene.words_before(sign.start, left.floor, 3):
        return None
    if gap.group(1) and numeral.scale == 1 and not _ALONE.match(scene.low, numeral.end, numeral.limit):
        return None
    if numeral.value * numeral.scale <= left.value and gap.group(1) is None:
        return None
    return _reading(numeral.start, numeral.end, numeral.value, sign.unit.name, numeral)


def _left_of_cents(scene: Scene, at: int, numeral: Numeral) -> Reading | None:
    """The left end of "11 to 17 cents", which is told in dollars as the right one is."""
    right = scene.numerals[at + 1] if at + 1 < len(scene.numerals) else numeral
    if not 0 < right.start - numeral.end <= 5 or right.floor != numeral.floor or not _RANGE.fullmatch(scene.low, numeral.end, right.start):
        return None
    found = unit_behind(scene, right.end, right.limit)
    if found is None or found.unit.dimension != "money" or found.unit.factor == 1 or (code := currency_of(scene, right, found)) is None:
        return None
    return _reading(numeral.start, numeral.end, numeral.value * found.unit.factor, code, numeral)


def _reading(start: int, end: int, value: Decimal, code: str, numeral: Numeral, bound: Bound | None = None) -> Reading:
    return Reading(start, end, value, value, unit=code, bound=bound or BOUNDS.get(numeral.form))


rule = Rule(
    code="Q301",
    name="money",
    kind="money",
    forms=frozenset({"digits", "cardinal", "couple", "magnitude"}),
    read=_read,
    beside=Beside(
        everywhere={"couple", "magnitude"},
        before={*signs_before(), MIXED, CLOSE},
        behind={*openings("money"), *signs_behind(), *SUFFIXES, "p", "c", CLOSE},
    ),
    manual="""
        An amount of money, with its sign, code or name in the span. The unit is the ISO 4217 code: "$"
        alone is USD, "£" GBP, "€" EUR, "Rs" INR; a noun that several countries share goes by the country
        the text names most. Cents and pence are told in the main unit. Money per person or year is money.
    """,
    examples="""
        The state invests over [$260 million].  ->  >260000000 USD
        A ticket cost [40,000 won].  ->  40000 KRW
        It sent [12 million u.s. dollars] in aid.  ->  12000000 USD
        A [three billion dollar] loan is due.  ->  3000000000 USD
        The bank lost [62 cents] a share.  ->  0.62 USD
        It pays [Rs 21 crore].  ->  210000000 INR
        It cost [€2-3 million].  ->  2000000..3000000 EUR
        It cost between [$60m and $80m].  ->  60000000..80000000 USD
        Tickets cost [35 to 220 euros].  ->  35..220 EUR
        Shares fell to [470 pence].  ->  4.7 GBP
        Shares fell to [345.6p].  ->  3.456 GBP
        A litre costs [85p].  ->  0.85 GBP
        It made [A$1.2bn].  ->  1200000000 AUD
        It made [$US3.4m].  ->  3400000 USD
        It lost [-$5m].  ->  -5000000 USD
        They need [tens of thousands of euros].  ->  10000s EUR
        He paid [3 dollars 50 cents].  ->  3.5 USD
        It offered [5m USD].  ->  5000000 USD
        She kept [60-odd dollars] in a tin.  ->  ~60 USD
        Profits rose from [3] to 4 million euros.  ->  3000000 EUR
        Rents rose from [4,000] to 4,600 euros.  ->  4000 EUR
        He owes a) [£3,417.66] b) for the roof.  ->  3417.66 GBP
        It is dear (about [£3 b]) to run.  ->  ~3000000000 GBP
    """,
    counterexamples="""
        He weighs 200 pounds.
        That is the million-dollar question.
        ALL 5 answers are wrong.
        They dropped the two Rs.
        The film is sold in 720p.
    """,
)
