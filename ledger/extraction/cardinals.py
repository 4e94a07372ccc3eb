"""Cardinals put together from digits and words: "two hundred and thirteen", "28 and a half", "three point five million".

The grammar is that of English cardinals: units below tens below hundreds below scales, each
smaller than the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.digits import VULGAR, powered, scaled, spaced, value_of, vulgar
from ledger.extraction.numeral import EXACT, Numeral
from ledger.extraction.parts import SCALE, article, mixed, of_scales, with_part
from ledger.extraction.scan import Token
from ledger.lexicon import number_words, scale_signs, words

_ONE, _SCALES = Decimal(1), number_words("scale")
_JOIN = re.compile(r"(,)?[\s‐‑-]{1,4}(and[\s-]+)?")
_VAGUE = re.compile(r"\b(several|few)\s+$")
_OPENS_A_SCALE = (*(word + " " for word in sorted(words("opens_a_scale.txt"))), "one-")


def cardinal(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """The numeral that begins with digits, a number word or a scale word ("a hundred", "dozen") at ``tokens[at]``; None without one."""
    token = tokens[at]
    if token.form == "digits":
        seed = _digits(low, floor, limit, token)
        if seed.form != "digits" or seed.scale != 1 or seed.value >= EXACT:
            return seed
        mixed(low, limit, tokens, at, seed)
    elif token.form == "scale":
        opened = _opening(low, floor, limit, token)
        if opened is None or opened.form == "magnitude":
            return opened
        seed = opened
    else:
        seed = Numeral(token.start, token.end, "cardinal", _decimal(token.value), floor, limit)
        if low.startswith(_POINT, token.start - len(_POINT)) and (decimals := _decimals(low, floor, limit, tokens, at)) is not None:
            return decimals
    near = at + 1 < len(tokens) and tokens[at + 1].start - seed.end <= _FARTHEST
    if near and token.value in _CENTURIES and (year := _spoken_year(low, floor, limit, tokens, at)) is not None:
        return year
    if token.form != "scale" and not near and not low.startswith(("and", "-and"), seed.end + 1):
        return seed
    return _grown(low, floor, limit, tokens, at, seed)


_POINT = "point "


def _decimals(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "minus point seven", "by point five percent", "point five" as all that a block says; None for "at that point five left"."""
    point = tokens[at].start - len(_POINT)
    if point < floor or (point > floor and not low.endswith(_BEFORE_A_POINT, floor, point)):
        return None
    numeral = _pointed(low, tokens, at, Numeral(point, point - 1, "cardinal", Decimal(0), floor, limit))
    return numeral if point > floor or not low[numeral.end : limit].strip(" .!?") else None


_BEFORE_A_POINT = ("minus ", "negative ", " by ", " of ")
_FARTHEST = 10  # from one word of a number to the next: ", and "
_decimal = lru_cache(256)(Decimal)


_CENTURIES = frozenset({"19", "20"})
_BEFORE_YEAR = re.compile(r"\b(?:in|since|by|until|from|of|before|after|during|late|early) $")


def _spoken_year(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "nineteen eighty-four", "twenty twenty": digits as a year would have them; None for anything else."""
    first, second = tokens[at], tokens[at + 1]
    if first.form != "cardinal" or second.form != "cardinal" or len(second.value) != 2 or low[first.end : second.start] != " ":
        return None
    year, end = int(first.value) * 100 + int(second.value), second.end
    if at + 2 < len(tokens) and year % 10 == 0 and year % 100 > 10 and low[end : tokens[at + 2].start] in (" ", "-"):
        third = tokens[at + 2]
        if third.form == "cardinal" and len(third.value) == 1:
            year, end = year + int(third.value), third.end
    if low[end : end + 1] == "-" or not _BEFORE_YEAR.search(low, max(floor, first.start - 8), first.start):
        return None  # "twenty ten-year-olds"
    return Numeral(first.start, end, "digits", Decimal(year), floor, limit, digits=str(year))


def behind(tokens: Sequence[Token], at: int, end: int) -> int:
    """The number of the first token after ``at`` that begins at or behind ``end``."""
    at += 1
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


# digits and scale words ---------------------------------------------------------------------------


def _digits(low: str, floor: int, limit: int, token: Token) -> Numeral:
    """Digits with what is glued to them: separators, an ordinal's ending, a power, a letter for a scale."""
    start, end, _, digits = token
    scale, mark = _ONE, low[end : end + 1]
    plain = end >= limit or mark in _PLAIN or (mark == " " and low[end + 1 : end + 2] not in _AFTER_A_SPACE)
    if not plain and mark in _SPACES:
        digits, end = spaced(low, digits, end, limit)
        plain = end >= limit or low[end] in _PLAIN
    value = value_of(digits)
    if start > floor and low[start - 1] == "." and digits.isdigit() and (start - 1 == floor or not low[start - 2].isalnum()):
        start, value = start - 1, Decimal("0." + digits)
    if not plain:
        if _ORDINAL_ENDING.match(low, end, limit):
            return Numeral(start, end + 2, "ordinal", value, floor, limit, digits=digits)
        if low[end] == "s" and _ROUND.fullmatch(digits) and low.startswith("s of ", end):
            value, end = of_scales(low, value, end + 1, limit)
            return Numeral(start, end, "magnitude", value, floor, limit)
        value, end = powered(low, value, end, limit)
        part, end = vulgar(low, end, limit)
        scale, end = scaled(low, end, limit)
        value = (value + part) * scale
    return Numeral(start, end, "digits", value, floor, limit, scale, digits)


_SPACES = frozenset(" \u00a0\u2009\u202f'’")
_PLAIN = frozenset('.,;:)]%-–—/\n\r\t"”')
_AFTER_A_SPACE = frozenset((*"0123456789x×", *VULGAR, *(sign[0] for sign in scale_signs("apart"))))
"""Behind digits and a space: how what goes on with them begins."""
_ORDINAL_ENDING = re.compile(r"(?:st(?<=1st)(?<!11st)|nd|rd|th)(?!\w)")  # "14st" is a weight
_ROUND = re.compile(r"10{1,3}|10?0?,000")


def _opening(low: str, floor: int, limit: int, token: Token) -> Numeral | None:
    """A scale word that begins a figure: "a hundred", "several thousand", "its hundred and forty"; a bare one counts nothing."""
    start = article(low, floor, token.start)
    value, end = Decimal(token.value), token.end
    if start == token.start:
        following = _NEXT_SCALE.match(low, end, limit)
        if vague := _VAGUE.search(low, max(floor, start - 10), start):
            if following:
                value, end = value * _SCALES[following.group(1)], following.end()
            return Numeral(vague.start(1), end, "magnitude", value, floor, limit)
        bare = start > floor or not low.startswith(" and ", end)  # "Hundred and twenty"
        if following is None and bare and not low.endswith(_OPENS_A_SCALE, floor, start):
            return None
    return Numeral(start, end, "cardinal", value, floor, limit)


_NEXT_SCALE = re.compile(rf"\s+{SCALE}(?:th)?\b")


# words that go on -----------------------------------------------------------------------------------


class _Sum:
    """A number as it grows word by word: finished scales in ``total``, the part below the next scale in ``current``."""

    __slots__ = ("ceiling", "current", "scale", "tail", "total")

    def __init__(self, first: Token, value: Decimal):
        if first.form == "scale" and value >= 1000:
            self.total, self.current, self.ceiling, self.scale = value, Decimal(0), value, value
        else:
            self.total, self.current, self.ceiling, self.scale = (
                Decimal(0),
                value,
                Decimal(10**18),
                value if first.form == "scale" else _ONE,
            )
        self.tail = 10 if first.form == "cardinal" and value >= 20 else 1  # what a unit behind it must stay below

    @property
    def value(self) -> Decimal:
        return self.total + self.current

    def take(self, token: Token, value: Decimal, conjunction: bool) -> bool:
        """Adds one word more where English would go on; says whether it did."""
        if token.form == "scale" or (token.form == "ordinal" and value >= 100):
            return not conjunction and self._multiply(value)
        below_hundred = 0 < value < 100
        if not (below_hundred or (token.form == "digits" and 1 <= value < 1000)):
            return False
        after_scale = self.current % 100 == 0 and (self.current >= 100 or (self.total > 0 and not self.current))
        if after_scale and value < max(self.current, self.ceiling if not self.current else self.current):
            self.current, self.tail = self.current + value, 10 if value >= 20 and token.form == "cardinal" else 1
            return True
        if not conjunction and value < self.tail and self.current % 10 == 0 and self.current % 100 >= 20:
            self.current, self.tail = self.current + value, 1
            return True
        return False

    def _multiply(self, value: Decimal) -> bool:
        self.tail = 1
        if value == 100 and 0 < self.current < (1000 if self.scale == 1 and not self.total else 100):
            self.current, self.scale = self.current * 100, value
            return True
        if value == 12 and self.current:  # "three hundred and two dozen"
            last = self.current % 100 or self.current
            self.total, self.current, self.ceiling, self.scale = self.value - last + last * 12, Decimal(0), value, value
            return True
        if self.current and 1000 <= value < self.ceiling:
            self.total, self.current, self.ceiling, self.scale = self.total + self.current * value, Decimal(0), value, value
            return True
        if self.total and not self.current and value > self.ceiling:  # "a thousand billion"
            self.total, self.ceiling, self.scale = self.total * value, value, value
            return True
        return False


def _grown(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int, seed: Numeral) -> Numeral:
    """``seed`` with all words that go on from it."""
    sum_, end, form = _Sum(tokens[at], seed.value), seed.end, seed.form
    between = low.endswith(("between ", "between\n"), floor, seed.start)  # whose last "and" joins two numbers
    at = behind(tokens, at, end)
    while at < len(tokens):
        token = _singular(low, tokens[at], seed) if tokens[at].form == "magnitude" else tokens[at]
        joined = _JOIN.fullmatch(low, end, token.start) if token.form in _GROWING else None
        if joined is None:
            break
        value, conjunction = Decimal(token.value) if token.form != "digits" else value_of(token.value), bool(joined.group(2))
        named = _NEXT_NAMED.match(low, token.end, limit)
        if (joined.group(1) and (not named or "." in seed.digits)) or (conjunction and between and not _and_again(low, tokens, at)):
            break
        if seed.digits and sum_.scale == 1 and token.form == "cardinal" and ("," in seed.digits or not conjunction):
            break  # "£900 five years ago", "$12,000 and five employees"
        if seed.digits and sum_.scale >= 1000 and token.form == "cardinal" and conjunction and not named:
            break  # "£63 million and five years"
        if token.form == "digits" and not (("." not in token.value and conjunction and sum_.scale == 100) or (named and sum_.scale > 1)):
            break
        if named and token.form != "scale" and _SCALES.get(named.group(1)) == sum_.scale:
            break  # "4 hundred and 3 hundred" are two numbers
        if conjunction and value < 10:
            if _PART_BEHIND.match(low, token.end, limit):
                break
            conjunction = _AND_A_PART.match(low, token.end, limit) is None  # "twenty and three and three fifths"
        if "." in seed.digits and token.form != "scale":
            break  # "1.20 million ten years ago"
        if token.form == "ordinal" and seed.digits and value < 100:
            break  # "£40 million first"
        if token.form == "ordinal" and value >= 100 and sum_.value == 1 and _OF_ONE.match(low, token.end, limit):
            break  # "one hundredth of a second"
        if not sum_.take(token, value, conjunction):
            break
        end, at = token.end, at + 1
        if token.form == "ordinal":
            return Numeral(seed.start, end, "ordinal", sum_.value, floor, limit)
    numeral = Numeral(seed.start, end, form, sum_.value, floor, limit, sum_.scale, seed.digits)
    if low.startswith("point", end + 1) and form == "cardinal" and sum_.scale <= 100:
        return _pointed(low, tokens, at, numeral)
    return with_part(low, limit, tokens, at, numeral)


_OF_ONE = re.compile(r"\s+of\s+(?:an?|one|the)\b")
_GROWING = frozenset({"digits", "cardinal", "scale", "ordinal"})
_NEXT_NAMED = re.compile(rf"(?:-[a-z]+)?\s+{SCALE}(?:th)?\b")
_PART = r"(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b"
_PART_BEHIND, _AND_A_PART = re.compile(rf"[\s-]+{_PART}"), re.compile(rf"[\s-]+and[\s-]+[a-z]+[\s-]+{_PART}")


def _singular(low: str, token: Token, seed: Numeral) -> Token:
    """A plural scale behind a number is the scale itself ("three dozens"), unless the number is a year."""
    value = _SCALES.get(low[token.start : token.end - 1])
    year = len(seed.digits) == 4 and seed.digits.isdigit()
    return token if value is None or year else token._replace(form="scale", value=str(value))


def _and_again(low: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether another "and" with a number follows the one before ``tokens[at]``: "between a hundred and fifty and two hundred"."""
    end = tokens[at].end
    for following in tokens[at + 1 : at + 4]:
        joined = _JOIN.fullmatch(low, end, following.start) if following.form in ("cardinal", "scale") else None
        if joined is None:
            return low.startswith(" and a ", end) and following.start == end + len(" and a ")
        if joined.group(2):
            return True
        end = following.end
    return False


def _pointed(low: str, tokens: Sequence[Token], at: int, numeral: Numeral) -> Numeral:
    """ "three point five million": the words of the decimals, "one four" or "fourteen", and a scale behind them."""
    end = numeral.end + len(" point")
    decimals = ""
    while at < len(tokens) and tokens[at].form == "cardinal" and _GAP.fullmatch(low, end, tokens[at].start):
        if decimals and not (len(tokens[at].value) == 1 == len(tokens[at - 1].value)) and not _unit_of_ten(tokens, at):
            break
        decimals += "0" * ("oh" in low[end : tokens[at].start])
        decimals = decimals[:-1] + tokens[at].value if decimals and _unit_of_ten(tokens, at) else decimals + tokens[at].value
        end, at = tokens[at].end, at + 1
    if not decimals or low.endswith("at ", numeral.floor, numeral.start):
        return numeral
    numeral.value += Decimal("0." + decimals) if numeral.value >= 0 else -Decimal("0." + decimals)
    numeral.end = end
    while at < len(tokens) and tokens[at].form == "scale" and _GAP.fullmatch(low, end, tokens[at].start):
        numeral.scale = Decimal(tokens[at].value)
        numeral.value *= numeral.scale
        numeral.end = end = tokens[at].end
        at += 1
    return numeral


_GAP = re.compile(r"[\s-]{1,3}(?:oh[\s-])?")
""" "six point oh five". """


def _unit_of_ten(tokens: Sequence[Token], at: int) -> bool:
    """Whether ``tokens[at]`` is the "one" of "seventy-one"."""
    return len(tokens[at].value) == 1 and len(tokens[at - 1].value) == 2 and tokens[at - 1].value[1] == "0" and tokens[at - 1].value != "10"
