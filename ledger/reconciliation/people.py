"""Whose age an age is, and when they can have been born."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.births import BORN
from ledger.reconciliation.names import parts
from ledger.records import Claim

_PLAIN = r"(?!(?:of|and|to|for|with|from|in|on|at|by|who|whose|aged)\b)[a-z][\w’'-]*"
_BETWEEN = re.compile(
    rf"(?:,\s(?:the|an?)\s{_PLAIN}(?:\s{_PLAIN}){{0,4}}(?=,|\s(?:who|aged)\b))?"  # "Ana Ruiz, the harbour pilot who was 47"
    r"[\s,(]*(?:(?:who|which|she|he|is|was|has|had|will|be|now|then|only|just|still|already|turned|turns|turning|reached|aged|age|at|of|a|an|the|himself|herself)[\s,]+)*[\s,(]*"
)
_BEHIND = re.compile(r"(?:[\s-]+(?!(?:for|of|in|on|at|by|from|with|to|and|who|whose|that|as|after|before)\b)[a-z][\w-]*){0,5},?\s+")
_THEN = re.compile(r"[\s,]*(?:years?(?: old)?)?[\s,]*(?:when|at the time|back then|then|in \d{4})\b")
_KNOWN = re.compile(r"\b(?:the|who(?: (?:is|was|now|only|just|still|already))+) $", re.IGNORECASE)
"""Before an age: that it is of somebody whom the text has spoken of, "the winner, who is 47", "the 23-year-old"."""
_BORN = re.compile(rf"[\s,(]*(?:(?:who|was|is)\s)*\b{BORN}")
_TO_COME = re.compile(r"\b(?:turns|turning|to turn|(?:will|would|shall) (?:be|turn)|about to (?:be|turn)) (?:just |only )?$")
"""Before an age that somebody has not got yet."""
_PAST = re.compile(
    r"\b(?:was|were|had|then|at|age|aged|age of|turned|reached|barely|just|only|died|dead)[\s,(]*(?:only |just |barely )?$", re.IGNORECASE
)
_AGED = re.compile(r"(?:, (?:aged )?\d\d?\b| \(\d\d?\))")
_FROM = re.compile(r"\b(?:from|in|at|near) $")
_FAR = 60


class Birth(NamedTuple):
    """The first and the last day on which somebody of some age on some day can have been born, as ordinals."""

    first: int
    last: int


def person(claim: Claim) -> str:
    """The name, as written, of the person whose age ``claim`` states; "" when neither the sentence nor what stands before it tells."""
    quote = claim.sentence.quote
    start, end = claim.in_sentence
    if claim.kind == "date" and (born := _BORN.search(quote, max(0, start - _FAR), start)):
        start = born.start()
    surname = claim.counted.capitalize()
    opening = [surname] if surname and quote.startswith(surname) else []  # "Ruiz, 54, says"
    for name in [*claim.names, *opening]:
        at = quote.rfind(name, 0, start)
        if _FROM.search(quote, 0, max(at, 0)):
            continue  # "Ruiz, a baker from Lumen, is 47"
        first = at + len(name)
        if claim.kind == "date" and (held := _AGED.match(quote, first, start)):
            first = held.end()  # "Ana Ruiz, 47, was born in 1974"
        if at >= 0 and start - first < _FAR and _BETWEEN.fullmatch(quote, first, start):
            return _without_place(name)
    for name in claim.names:
        at = quote.find(name, end)
        if 0 <= at - end < _FAR and _BEHIND.fullmatch(quote, end, at):
            return _without_place(name)
    counted = parts(claim.counted)[-1:]
    aged = (name for name in claim.names if counted and claim.kind == "age" and parts(name)[-1:] == counted)
    return next(aged, claim.person)


def _without_place(name: str) -> str:
    """A person's name without where they come from: "Ana Ruiz of Lumen"."""
    called, _, place = name.partition(" of ")
    return called if place and " " in called and " " not in place else name  # not "the Green Left of Ana Ruiz"


def is_known(claim: Claim) -> bool:
    """Whether an age without a name is of somebody whom the text has spoken of before."""
    start, _ = claim.in_sentence
    return not claim.names and bool(_KNOWN.search(claim.sentence.quote[max(0, start - _FAR) : start]))


def is_of_birth(claim: Claim) -> bool:
    """Whether a date is somebody's birth: "born in 1979", "(b. 1979)"."""
    start, _ = claim.in_sentence
    return claim.kind == "date" and _BORN.search(claim.sentence.quote, max(0, start - _FAR), start) is not None


def is_of_today(claim: Claim) -> bool:
    """Whether an age is said to be that of the text's own day: "Ruiz, 47, ", "who is 47"; not "at 47 he left"."""
    if claim.kind != "age":
        return False
    start = claim.span.start - claim.sentence.start
    return _PAST.search(claim.sentence.quote, max(0, start - _FAR), start) is None


def full(name: str) -> bool:
    """Whether ``name`` has a given name, or its initial, before the surname."""
    return len(parts(name)) > 1


def birth(claim: Claim) -> Birth | None:
    """When the person can have been born, by an age or by a date of birth.

    None for an age that is not a number of years, or not of the document's day.
    """
    on, low, high = claim.published, claim.low, claim.high
    if isinstance(low, date) and isinstance(high, date):
        return Birth(low.toordinal(), high.toordinal()) if claim.bound == "exact" and is_of_birth(claim) else None
    if on is None or claim.unit != "year" or claim.bound != "exact" or claim.low is None or isinstance(claim.low, date):
        return None
    start, end = claim.in_sentence
    if claim.modality != "asserted" or _THEN.match(claim.sentence.quote, end) or _TO_COME.search(claim.sentence.quote, 0, start):
        return None
    years = int(claim.low)
    if claim.low != years or years > on.year - 2:
        return None
    return Birth(_years_before(on, years + 1) + 1, _years_before(on, years))


def _years_before(day: date, years: int) -> int:
    try:
        return day.replace(year=day.year - years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28).toordinal()
