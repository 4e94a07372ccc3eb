"""The numerals of a text, each put together from its digits and words: "two hundred", "3.2 million", "a couple of dozen".

A numeral never crosses a block.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.cardinals import cardinal
from ledger.extraction.digits import VULGAR
from ledger.extraction.numeral import EXACT, Numeral
from ledger.extraction.parts import SCALE, article, of_a_scale, of_scales
from ledger.extraction.scan import Token
from ledger.lexicon import classes, number_words

__all__ = ["Numeral", "numerals"]


def numerals(low: str, floor: int, limit: int, tokens: Sequence[Token]) -> list[Numeral]:
    """The numerals of a block, in order, from its tokens; none of more digits than can be reckoned with exactly."""
    found: list[Numeral] = []
    at, count = 0, len(tokens)
    while at < count:
        read = cardinal if tokens[at].form in _COUNTING else _other
        numeral = read(low, floor, limit, tokens, at)
        at += 1
        if numeral is None:
            continue
        start = numeral.start
        if start > floor and ((mark := low[start - 1]) in _DASHES or (low[start - 2] in _ENDS_MINUS and mark in _SPACES)):
            _negate(low, numeral)
        while found and found[-1].end > numeral.start:  # "three" before "quarters of a million"
            found.pop()
        if abs(numeral.value) < EXACT:
            found.append(numeral)
        while at < count and tokens[at].start < numeral.end:
            at += 1
    return found


_COUNTING = frozenset({"digits", "cardinal", "scale"})


# signs --------------------------------------------------------------------------------------------

_DASHES, _SPACES, _ENDS_MINUS = frozenset("-−–"), frozenset(" \n\u00a0"), frozenset("se")
_MINUS_WORDS = ("minus ", "negative ", "minus\u00a0")
_NO_MINUS_BEHIND = ("or", "tested", "test", "testing", "tests", "back", "came", "turned", "proved")
_NOT_MINUS = tuple(f"{before} {word}" for word in _MINUS_WORDS for before in _NO_MINUS_BEHIND)
_OPENS_MINUS = frozenset(" \n\t\r\u00a0(“\"'=<>")


def _negate(low: str, numeral: Numeral) -> None:
    """Takes in a minus sign or word before ``numeral``; a dash between two figures is none."""
    start = numeral.start
    if numeral.form not in _COUNTING:
        return
    if low[start - 1] in _DASHES:
        if (
            numeral.digits
            and (start - 1 == numeral.floor or low[start - 2] in _OPENS_MINUS)
            and not low[max(0, start - 4) : start - 1].strip().isdigit()
        ):
            numeral.start, numeral.value = start - 1, -numeral.value
        return
    for word in _MINUS_WORDS:
        if low.endswith(word, numeral.floor, start) and not low.endswith(_NOT_MINUS, numeral.floor, start):
            numeral.start, numeral.value = start - len(word), -numeral.value


# other words --------------------------------------------------------------------------------------

_SCALES = number_words("scale")
_COUPLE_OF = re.compile(rf"\s+(?:of\b)?(?:\s*{SCALE}s?\b)?")
_OF_TIME = re.compile(
    rf"\s+(?:more\s+)?(?:{'|'.join(number_words('period'))})s\b"
)
_PERIOD_OPENING = re.compile(rf"(?:^|[^\w'’])(an?|{'|'.join(sorted(classes('unit_words.tsv')['whole']))})(?:\s|-)+$")
_PARTING = frozenset({"part", "ordinal"})


def _other(low: str, floor: int, limit: int, tokens: Sequence[Token], at: int) -> Numeral | None:
    """A numeral from a word that is no cardinal: "half a million", "hundreds of thousands", "a couple of hundred", "March"."""
    token = tokens[at]
    start, end, value = token.start, token.end, Decimal(token.value)
    if token.form in _PARTING and (share := of_a_scale(low, floor, limit, tokens, at)):
        return share
    if token.form == "couple":
        start, following = article(low, floor, start), _COUPLE_OF.match(low, end, limit)
        if start == token.start or following is None:
            return None
        if not following.group().strip():  # "a couple years", not the couple who
            return Numeral(start, end, "couple", value, floor, limit) if _OF_TIME.match(low, end, limit) else None
        scale = _SCALES[following.group(1)] if following.group(1) else Decimal(1)
        return Numeral(start, following.end(), "couple", value * scale, floor, limit, scale)
    if token.form == "period":
        opened = _PERIOD_OPENING.search(low, max(floor - 1, start - 9, 0), start)
        return Numeral(opened.start(1), end, "period", value, floor, limit) if opened else None
    if token.form == "magnitude":
        value, end = of_scales(low, value, end, limit)
        return Numeral(start, end, "magnitude", value, floor, limit)
    if token.form == "sign":
        return Numeral(start, end, "digits", VULGAR[low[start]], floor, limit, digits=low[start])
    return Numeral(start, end, token.form, value, floor, limit)
