"""Parts of one behind a number, and parts and multitudes of scales: "28 and a half", "2 1/4", "three quarters of a million"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.digits import value_of
from ledger.extraction.numeral import Numeral
from ledger.extraction.scan import Token
from ledger.lexicon import number_words, table, words

_SCALES = number_words("scale")
_ONE, _DOZEN = Decimal(1), Decimal(12)
_AND = re.compile(r"[\s-]+and[\s-]+(an?[\s-]+)?")
_GAP = re.compile(r"[\s-]+")
_SHARED = re.compile(r"\s+(?:of|an?)\b")
SCALE = rf"(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})"
_SCALE_BEHIND = re.compile(rf"\s+{SCALE}\b")
_NEXT = re.compile(r"[\s-]*([^\W\d_]*)")
_FUNCTION_WORDS = words("prepositions.txt")
_PLURALS = frozenset(row[0] for row in table("irregular_plurals.tsv")) | {"percent"}
_VERBS_IN_S = frozenset({"was", "is", "has", "does", "says"})


def with_part(low: str, limit: int, tokens: Sequence[Token], at: int, numeral: Numeral) -> Numeral:
    """Takes "and a half", "and three quarters" into ``numeral``, with a scale behind: "two and a half million".

    ``tokens[at]`` is the first token behind ``numeral``.
    """
    joined = _AND.match(low, numeral.end, limit) if low.startswith("and", numeral.end + 1) else None
    if joined is None or at >= len(tokens) or tokens[at].start != joined.end():
        return numeral
    count = _ONE
    if tokens[at].form == "digits" and not joined.group(1):
        return _with_written(low, tokens, at, numeral)
    if not joined.group(1) and not _is_half(low, tokens[at], limit):
        if tokens[at].form != "cardinal" or at + 1 >= len(tokens) or not _GAP.fullmatch(low, tokens[at].end, tokens[at + 1].start):
            return numeral
        count, at = Decimal(tokens[at].value), at + 1
    denominator, end = _denominator(low, tokens, at, count)
    if not count < denominator or _SHARED.match(low, end, limit):
        return numeral
    if tokens[at].form == "ordinal" and not _is_counted(low, end, limit):
        return numeral  # "one died and a third was hurt", "he hired two and a third man came"
    part, scale = count / denominator, _SCALE_BEHIND.match(low, end, limit)
    if scale:
        end, factor = scale.end(), _SCALES[scale.group(1)]
        if numeral.scale > 1:  # "one billion and a half million"
            numeral.value += part * factor
        else:
            numeral.value, numeral.scale = (numeral.value + part) * factor, factor
    else:
        numeral.value += part * (numeral.scale if numeral.scale >= 1000 or numeral.scale == _DOZEN else 1)
    numeral.end = end
    return numeral


def _with_written(low: str, tokens: Sequence[Token], at: int, numeral: Numeral) -> Numeral:
    """Takes the "3/4" of "3 and 3/4" into ``numeral``."""
    over, under = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if low[over.end : under.start] != "/" or not (over.value.isdigit() and under.value.isdigit()) or len(under.value) > 2:
        return numeral
    count, denominator = value_of(over.value), value_of(under.value)
    if 0 < count < denominator and numeral.scale == 1 and numeral.value == numeral.value.to_integral():
        numeral.value, numeral.end = numeral.value + count / denominator, under.end
    return numeral


def _is_half(low: str, token: Token, limit: int) -> bool:
    """Whether a bare "half" stands before what a mixed number measures: "two and half hours", not "two and half the town"."""
    word = _NEXT.match(low, token.end, limit)
    if token.form != "part" or token.value != "2" or word is None:
        return False
    if not word.group(1):
        return not low[token.end : limit].strip(" .!?")
    return word.group(1) in _TIMES or (word.group(1)[-1] == "s" and word.group(1) not in _VERBS_IN_S | _FUNCTION_WORDS)


_TIMES = number_words("period").keys()


def _denominator(low: str, tokens: Sequence[Token], at: int, count: Decimal) -> tuple[Decimal, int]:
    """What "quarters", "third" or "twenty-fifths" at ``tokens[at]`` parts by, and where it ends; 0 for anything else."""
    token = tokens[at]
    tens, end = Decimal(0), token.end
    if token.form == "cardinal" and Decimal(token.value) >= 20 and at + 1 < len(tokens) and _GAP.fullmatch(low, end, tokens[at + 1].start):
        tens, token = Decimal(token.value), tokens[at + 1]
        end = token.end
    value = Decimal(token.value)
    if tens and value >= 10:
        return Decimal(0), end
    if token.form == "part" and (value > 1 or tens):
        return tens + value, end
    return (tens + value, end) if token.form == "ordinal" and count == 1 and (value > 2 or tens) else (Decimal(0), end)


def _is_counted(low: str, end: int, limit: int) -> bool:
    """Whether what follows can be measured by a mixed number: nothing, a preposition, a plural or a scale."""
    found = _NEXT.match(low, end, limit)
    word = found.group(1) if found else ""
    if not word or word in _FUNCTION_WORDS or word in _SCALES or word in _PLURALS:
        return True
    return word[-1] == "s" and word not in _VERBS_IN_S


def mixed(low: str, limit: int, tokens: Sequence[Token], at: int, numeral: Numeral) -> None:
    """Takes the "1/4" of "2 1/4", or the "/4 million" of "1/4 million", into ``numeral``, whose digits are ``tokens[at]``."""
    if at + 1 < len(tokens) and low[numeral.end : tokens[at + 1].start] == "/":
        _of_a_scale_written(low, limit, tokens[at + 1], numeral)
        return
    if at + 2 >= len(tokens) or tokens[at + 1].start != numeral.end + 1 or low[numeral.end] not in " \u00a0-":
        return
    over, under = tokens[at + 1], tokens[at + 2]
    if low[over.end : under.start] != "/" or not (numeral.digits.isdigit() and over.value.isdigit() and under.value.isdigit()):
        return
    if len(numeral.digits) > 3 or len(under.value) > 2 or low[under.end : under.end + 1] in ("/", "-", "–"):
        return
    count, denominator = value_of(over.value), value_of(under.value)
    if 0 < count < denominator:
        numeral.value, numeral.end = numeral.value + count / denominator, under.end


def _of_a_scale_written(low: str, limit: int, under: Token, numeral: Numeral) -> None:
    """Takes the "/4 million" of "1/4 million" into ``numeral``."""
    scale = _SCALE_BEHIND.match(low, under.end, limit) if under.value.isdigit() and numeral.digits.isdigit() else None
    if scale is not None and 0 < numeral.value < value_of(under.value) <= _FINEST and _SCALES[scale.group(1)] >= _THOUSAND:
        numeral.scale = _SCALES[scale.group(1)]
        numeral.value, numeral.end = numeral.value * numeral.scale / value_of(under.value), scale.end()


_FINEST, _THOUSAND = 20, 1000


_OF_A_SCALE = re.compile(rf"(?:[\s-]+(of\s+)?(an?[\s-]+)?){SCALE}\b")


def of_a_scale(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """ "half a million", "three quarters of a million", "a third of a billion"; None where ``tokens[at]`` parts no scale."""
    token = tokens[at]
    whole = _OF_A_SCALE.match(low, token.end, limit)
    if whole is None or (token.form == "ordinal" and not (whole.group(1) and whole.group(2))):
        return None
    before, count = tokens[at - 1] if at else token, _ONE
    if before.form in ("cardinal", "digits") and before.start >= floor and _GAP.fullmatch(low, before.end, token.start):
        start, count = before.start, value_of(before.value)
    else:
        start = article(low, floor, token.start)
        if token.form == "ordinal" and start == token.start:
            return None
    value, scale = Decimal(token.value), _SCALES[whole["scale"]]
    if not (0 < count < value):
        return None
    return Numeral(start, whole.end(), "cardinal", scale * count / value, floor, limit, scale)


_OF_SCALE = re.compile(rf"\s+(?:of\s+)?{SCALE}s?\b")


def of_scales(low: str, value: Decimal, end: int, limit: int) -> tuple[Decimal, int]:
    """``value`` and its end with the scales behind it: "hundreds" of "hundreds of thousands"."""
    while following := _OF_SCALE.match(low, end, limit):
        value, end = value * _SCALES[following["scale"]], following.end()
    if low[end - 1] == "s" and (again := _AGAIN.match(low, end, limit)) and low.endswith(again.group(1), 0, end):
        end = again.end()
    return value, end


_AGAIN = re.compile(r"\s+(?:up)?on\s+(\w+s)\b")  # "thousands upon thousands"


def article(low: str, floor: int, start: int) -> int:
    """Where "a" or "an" before the word at ``start`` begins, or ``start`` where there is none."""
    for word in ("a ", "an ", "a-"):
        begin = start - len(word)
        if begin >= floor and low.startswith(word, begin) and (begin == floor or not low[begin - 1].isalnum()):
            return begin
    return start
