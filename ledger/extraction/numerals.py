"""Number words and digits put together: "two hundred and thirteen", "28 and a half", "3.2 million".

The grammar is that of English cardinals: units below tens below hundreds below scales, each
smaller than the one before it. A numeral never crosses a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from ledger.extraction.digits import VULGAR, scaled, spaced, value_of, vulgar
from ledger.extraction.scan import Token
from ledger.lexicon import table

_ONE = Decimal(1)


class Numeral:
    """A number as written, before anything is known of what it counts.

    ``start`` and ``end`` are offsets into the prose, ``floor`` and ``limit`` those of its block.
    ``form`` is digits, cardinal, ordinal, part, multiple, magnitude, couple, period, month or season;
    ``scale`` is the factor of its scale word (1 without one); ``digits`` the digits as written, or "".
    """

    __slots__ = ("digits", "end", "floor", "form", "limit", "scale", "start", "value")

    def __init__(self, start: int, end: int, form: str, value: Decimal, floor: int, limit: int, scale: Decimal = _ONE, digits: str = ""):
        self.start, self.end, self.form, self.value = start, end, form, value
        self.floor, self.limit, self.scale, self.digits = floor, limit, scale, digits

    def __repr__(self) -> str:
        return f"Numeral({self.start}, {self.end}, {self.form}, {self.value})"


def numerals(low: str, floor: int, limit: int, tokens: Sequence[Token]) -> list[Numeral]:
    """The numerals of a block, in order, from its tokens."""
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        read = _cardinal if tokens[at].form in _COUNTING else _other
        numeral = read(low, floor, limit, tokens, at)
        if numeral is None:
            at += 1
            continue
        if numeral.start > floor and low[numeral.start - 1] in _BEFORE_MINUS:
            _negate(low, numeral)
        while found and found[-1].end > numeral.start:  # "three" before "quarters of a million"
            found.pop()
        found.append(numeral)
        at = _behind(tokens, at, numeral.end)
    return found


_COUNTING = frozenset({"digits", "cardinal", "scale"})


def _behind(tokens: Sequence[Token], at: int, end: int) -> int:
    """The number of the first token after ``at`` that begins at or behind ``end``."""
    at += 1
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


# signs --------------------------------------------------------------------------------------------

_BEFORE_MINUS = frozenset("-−– \n\u00a0")
_MINUS_WORDS = ("minus ", "negative ", "minus\u00a0")
_OPENS_MINUS = frozenset(" \n\t\r\u00a0(“\"'=<>")


def _negate(low: str, numeral: Numeral) -> None:
    """Takes in a minus sign or word before ``numeral``; a dash between two figures is none."""
    start = numeral.start
    if numeral.form not in _COUNTING:
        return
    if low[start - 1] in "-−–":
        if (
            numeral.digits
            and (start - 1 == numeral.floor or low[start - 2] in _OPENS_MINUS)
            and not low[max(0, start - 4) : start - 1].strip().isdigit()
        ):
            numeral.start, numeral.value = start - 1, -numeral.value
        return
    if low[start - 2] not in "se":
        return
    for word in _MINUS_WORDS:
        if low.endswith(word, numeral.floor, start) and not low.endswith("or " + word, numeral.floor, start):
            numeral.start, numeral.value = start - len(word), -numeral.value


# cardinals ----------------------------------------------------------------------------------------

_JOIN = re.compile(r"(,)?[\s\u00a0‐‑-]{1,4}(and[\s-]+)?")
_NAMED = {word: Decimal(value) for word, form, value in table("numerals.tsv") if form == "scale"}
_VAGUE = re.compile(r"\b(several|few)[\s\u00a0]+$")
_POSSESSIVES = ("its ", "his ", "her ", "their ", "our ", "the ", "these ", "those ", "one-")


def _cardinal(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """A numeral that begins with digits, a number word or a scale word ("a hundred", "dozen")."""
    token = tokens[at]
    if token.form == "digits":
        seed = _digits(low, floor, limit, token)
        if seed.form != "digits" or seed.scale != 1:
            return seed
    elif token.form == "scale":
        opened = _opening(low, floor, limit, token)
        if opened is None or opened.form == "magnitude":
            return opened
        seed = opened
    else:
        seed = Numeral(token.start, token.end, "cardinal", _decimal(token.value), floor, limit)
    near = at + 1 < len(tokens) and tokens[at + 1].start - seed.end <= _FARTHEST
    if token.form != "scale" and not near and not low.startswith(("and", "-and"), seed.end + 1):
        return seed
    return _grown(low, floor, limit, tokens, at, seed)


_FARTHEST = 10  # from one word of a number to the next: ", and "
_decimal = lru_cache(256)(Decimal)


def _digits(low: str, floor: int, limit: int, token: Token) -> Numeral:
    """Digits with what is glued to them: separators, an ordinal's ending, a letter for a scale."""
    start, end, _, digits = token
    scale = _ONE
    if end < limit and low[end] in _SPACES:
        digits, end = spaced(low, digits, end, limit)
    value = value_of(digits)
    if start > floor and low[start - 1] == "." and digits.isdigit() and (start - 1 == floor or not low[start - 2].isalnum()):
        start, value = start - 1, Decimal("0." + digits)
    if end < limit and low[end] not in _PLAIN:
        if _ORDINAL_ENDING.match(low, end, limit):
            return Numeral(start, end + 2, "ordinal", value, floor, limit, digits=digits)
        part, end = vulgar(low, end, limit)
        scale, end = scaled(low, end, limit)
        value = (value + part) * scale
    return Numeral(start, end, "digits", value, floor, limit, scale, digits)


_SPACES = frozenset(" \u00a0\u2009\u202f'’")
_PLAIN = frozenset('.,;:)]%-–—/\n\r\t"”')
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)(?!\w)")


def _opening(low: str, floor: int, limit: int, token: Token) -> Numeral | None:
    """A scale word that begins a figure: "a hundred", "several thousand", "its hundred and forty"; a bare one counts nothing."""
    start = _article(low, floor, token.start)
    value = Decimal(token.value)
    if start == token.start:
        if vague := _VAGUE.search(low, max(floor, start - 10), start):
            return Numeral(vague.start(1), token.end, "magnitude", value, floor, limit)
        if not low.endswith(_POSSESSIVES, floor, start) and _NEXT_SCALE.match(low, token.end, limit) is None:
            return None
    return Numeral(start, token.end, "cardinal", value, floor, limit)


_NEXT_SCALE = re.compile(r"[\s\u00a0]+(?:thousand|million|billion|trillion)\b")


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
        if (token.form == "digits" and not (conjunction or value >= 1)) or not (below_hundred or (token.form == "digits" and value < 1000)):
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
        if value == 100 and 0 < self.current < 100:
            self.current, self.scale = self.current * 100, value
            return True
        if self.current and (1000 <= value < self.ceiling or (value == 12 and not self.total)):
            self.total, self.current, self.ceiling, self.scale = self.total + self.current * value, Decimal(0), value, value
            return True
        if self.total and not self.current and value > self.ceiling:  # "a thousand billion"
            self.total, self.ceiling, self.scale = self.total * value, value, value
            return True
        return False


def _grown(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int, seed: Numeral) -> Numeral:
    """``seed`` with all words that go on from it."""
    sum_, end, form = _Sum(tokens[at], seed.value), seed.end, seed.form
    between = low.endswith(("between ", "between\n"), floor, seed.start)  # whose "and" joins two numbers
    at = _behind(tokens, at, end)
    while at < len(tokens):
        token = tokens[at]
        joined = _JOIN.fullmatch(low, end, token.start) if token.form in _GROWING else None
        if joined is None:
            break
        value, conjunction = Decimal(token.value) if token.form != "digits" else value_of(token.value), bool(joined.group(2))
        named = (joined.group(1) or token.form == "digits") and _NEXT_NAMED.match(low, token.end, limit) is not None
        if (joined.group(1) and not named) or (conjunction and between):
            break
        if token.form == "digits" and not ((named and sum_.scale > 1 and not conjunction) or (conjunction and sum_.scale == 100)):
            break
        if (conjunction and value < 10 and _PART_BEHIND.match(low, token.end, limit)) or not sum_.take(token, value, conjunction):
            break
        end, at = token.end, at + 1
        if token.form == "ordinal":
            return Numeral(seed.start, end, "ordinal", sum_.value, floor, limit)
    return _with_part(low, limit, Numeral(seed.start, end, form, sum_.value, floor, limit, sum_.scale, seed.digits))


_GROWING = frozenset({"digits", "cardinal", "scale", "ordinal"})
_NEXT_NAMED = re.compile(r"(?:-[a-z]+)?[\s\u00a0]+(?:hundred|thousand|million|lakh|crore)(?:th)?\b")
_PART_BEHIND = re.compile(r"[\s-]+(?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b")
_AND_A_PART = re.compile(
    r"[\s\u00a0-]+and[\s\u00a0-]+(an?|one|two|three|four|five|seven)[\s-]+(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|ninths?|tenths?)\b"
    r"(?![\s\u00a0]+(?:of|an?)\b)(?:[\s\u00a0]+(hundred|thousand|million|billion|trillion|lakh|crore)\b)?"
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7}
_PARTS = {
    "half": 2,
    "hal": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "halve": 2,
}


def _with_part(low: str, limit: int, numeral: Numeral) -> Numeral:
    """Takes in "and a half", "and three quarters", with a scale behind: "two and a half million"."""
    found = _AND_A_PART.match(low, numeral.end, limit)
    if found is None:
        return numeral
    part = Decimal(_COUNTS[found.group(1)]) / _PARTS[found.group(2).rstrip("s")]
    if found.group(3):
        scale = _NAMED[found.group(3)]
        if numeral.scale > 1:  # "one billion and a half million"
            numeral.value += part * scale
        else:
            numeral.value, numeral.scale = (numeral.value + part) * scale, scale
    else:
        numeral.value += part * (numeral.scale if numeral.scale >= 1000 else 1)
    numeral.end = found.end()
    return numeral


def _article(low: str, floor: int, start: int) -> int:
    """Where "a" or "an" before the word at ``start`` begins, or ``start`` where there is none."""
    for article in ("a ", "a\n", "an ", "a\u00a0", "a-"):
        begin = start - len(article)
        if begin >= floor and low.startswith(article, begin) and (begin == floor or not low[begin - 1].isalnum()):
            return begin
    return start


# other words --------------------------------------------------------------------------------------

_OF_A_SCALE = re.compile(
    r"(?:[\s\u00a0-]+(?:of[\s\u00a0]+)?(?:an?[\s\u00a0-]+)?)(hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b"
)
_OF_MAGNITUDE = re.compile(r"[\s\u00a0]+(?:of[\s\u00a0]+)?(hundred|thousand|million|billion|trillion|dozen)s?\b")
_COUPLE_OF = re.compile(r"[\s\u00a0]+of(?:[\s\u00a0]+(hundred|thousand|million|billion|dozen)s?\b)?")
_PERIOD_OPENING = re.compile(r"(?:^|(?<![\w'’]))(an?|all|full|whole|entire|another)(?:\s|-)+$")
_COUNT_BEFORE = re.compile(r"(\b(?:two|three))[\s-]+$")


def _other(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """A numeral from a word that is no cardinal: "half a million", "hundreds of thousands", "a couple of hundred", "March"."""
    token = tokens[at]
    start, end, value, scale = token.start, token.end, Decimal(token.value), _ONE
    if token.form == "part" and (whole := _OF_A_SCALE.match(low, end, limit)):
        scale, end = _NAMED[whole.group(1)], whole.end()
        counted = _COUNT_BEFORE.search(low, max(floor, start - 8), start)
        start = counted.start() if counted else _article(low, floor, start)
        return Numeral(start, end, "cardinal", scale * (_COUNTS[counted.group(1)] if counted else 1) / value, floor, limit, scale)
    if token.form == "couple":
        start, following = _article(low, floor, start), _COUPLE_OF.match(low, end, limit)
        if start == token.start or following is None:
            return None
        scale = _NAMED[following.group(1)] if following.group(1) else _ONE
        return Numeral(start, following.end(), "couple", value * scale, floor, limit, scale)
    if token.form == "period":
        opened = _PERIOD_OPENING.search(low, max(floor, start - 8), start)
        return Numeral(opened.start(1), end, "period", value, floor, limit) if opened else None
    if token.form == "magnitude":
        return _magnitude(low, floor, limit, tokens, at)
    if token.form == "sign":
        return Numeral(start, end, "digits", VULGAR[low[start]], floor, limit, digits=low[start])
    return Numeral(start, end, token.form, value, floor, limit)


def _magnitude(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral:
    """ "hundreds of thousands"; behind a number a plural scale is the scale itself: "three dozens"."""
    token = tokens[at]
    start, end, value = token.start, token.end, Decimal(token.value)
    before = tokens[at - 1] if at else None
    if (
        before is not None
        and before.form in ("digits", "cardinal")
        and not low[before.end : start].strip()
        and low[start : end - 1] in _NAMED
    ):
        scale = _NAMED[low[start : end - 1]]
        count = value_of(before.value) if before.form == "digits" else Decimal(before.value)
        return Numeral(before.start, end, before.form, count * scale, floor, limit, scale, before.value if before.form == "digits" else "")
    while following := _OF_MAGNITUDE.match(low, end, limit):
        value, end = value * _NAMED[following.group(1)], following.end()
    return Numeral(start, end, "magnitude", value, floor, limit)
