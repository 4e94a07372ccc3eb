"""Whose age an age is, and when they can have been born."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.births import BORN
from ledger.extraction.context.grammar import GRAMMAR
from ledger.lexicon import words
from ledger.reconciliation.names import parts
from ledger.records import Claim

_PLAIN = r"(?!(?:of|and|to|for|with|from|in|on|at|by|who|whose|aged)\b)[a-z][\w’'-]*"
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|\d)"
_BETWEEN = re.compile(
    rf"(?:,\s(?:the|an?)\s{_PLAIN}(?:\s{_PLAIN}){{0,4}}(?:\sof\s{_NUMBER}\b)?(?=,|\s(?:who|aged|of)\b)"  # "Ana Ruiz, the pilot who was 47"
    r"|,\s(?:also |better )?(?:known|dubbed|nicknamed|called)\s(?:as |to [a-z]+ as )?[^.,;:!?()\d]{1,40}(?=,)"  # "known as Bear, 47,"
    r"|,\sthe\s(?:old|young|eld)est\s(?:of|in|among)\s[^.,;:!?()\d]{1,40}?(?=\sat\b))?"  # "Ana Ruiz, the oldest of the pilots at 84"
    r"[\s,(]*(?:(?:who|which|she|he|is|was|has|had|will|be|now|then|only|just|still|already|turned|turns|turning|reached|aged|age|at|of|a|an|the|himself|herself)[\s,]+)*[\s,(]*"
)
_BEHIND = re.compile(
    r"(?:\s(?:from|of|in)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s"  # "a man of 52 from Velm, Ivo Sand,"
    r"|,\s(?:the|her|his|its|their|our)\s(?:[a-z-]+\s){0,3}[a-z-]+,\s"  # "At 62, the chief engineer, Ivo Sand,"
    r"|,?\s(?:has been|was|had been|were) (?:named|identified)(?: (?:as|by (?:the )?[a-z]+ as))\s"  # "has been named as Ivo Sand"
    r"|(?:[\s-]+(?!(?:for|of|in|on|at|by|from|with|to|and|who|whose|that|as|after|before|when|while)\b)[a-z][\w-]*){0,5},?\s+)"
)
_THEN = re.compile(r"[\s,]*(?:years?(?: old)?)?[\s,]*(?:when|at the time|back then|then|in \d{4})\b")
_BORN = re.compile(rf"[\s,(]*(?:(?:who|was|is)\s)*\b{BORN}")
_TO_COME = re.compile(r"\b(?:turns|turning|to turn|(?:will|would|shall) (?:be|turn)|about to (?:be|turn)) (?:just |only )?$")
"""Before an age that somebody has not got yet."""
_PAST = re.compile(
    r"\b(?:was|were|had|then|at|age|aged|age of|turned|reached|barely|just|only|died|dead)[\s,(]*(?:only |just |barely )?$", re.IGNORECASE
)
_AGED = re.compile(r"(?:, (?:aged |now |then )?\d\d?\b| \(\d\d?\))")
_LATELY = re.compile(
    r"\b(?:(?:died|passed away) (?:on [A-Z][a-z]+day|yesterday|last [A-Za-z]+|this [A-Za-z]+)[^.;:!?]{0,40}? at (?:the age of )?"
    r"|died [^.;:!?\d]{0,40}on [A-Z][a-z]+day,? aged )$"
)
_TURNED = re.compile(r"\bturned $")
_JUST = re.compile(r" (?:in [A-Z][a-z]{2,8}|on|last|this|yesterday)\b(?! \d{4})")
""" "turned 80 in March", "died on Monday at 91": by the text's own day. """
_WRITTEN = re.compile(r"\b((?:18|19|20)\d\d)\b")
_BIRTHS = re.compile(r"\b(?:[Bb]orn|b\.)\s[^.;,()]{0,60}?(?:18|19|20)\d\d")
_SEASON = r"(?:(?:the )?(?:early |late |end of |(?:spring|summer|autumn|fall|winter) of )?(?:[A-Z][a-z]+ )?)"
_WHEN_IN = re.compile(rf"(?: years? old)?,? when [^.;:!?\"”()]{{1,90}}?,? in {_SEASON}((?:18|19|20)\d\d)\b")
_IN_YEAR = re.compile(rf"(?: years? old)?,? in {_SEASON}((?:18|19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(
    rf"\b[Ii]n {_SEASON}((?:18|19|20)\d\d)(?:,? (?:at|aged|at the age of)|,? (?:he|she|[A-Z]\w+(?: [A-Z]\w+)?) was)"
    r" (?:just |only )?$"
)
_AGO = re.compile(r"(?: years? old)?,? (?:which was |that was |and that was )?(\d\d?) years ago\b")
_AT_THE_AGE = re.compile(r"\b(?:at|at age|at the age of|aged) $")
_FROM = re.compile(r"\b(?:from|in|at|near) $")
_FAR = 60
_PEOPLES = GRAMMAR["national"]

_OFFICE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) ((?:[a-z][a-z-]+ ){0,2}[a-z]{4,})(?:,? (?:[A-Z][\w’'.-]+[ ,]*){1,4})?[\s,(]*"
    r"(?:(?:who|is|was|aged|now|just|born|b\.|in|a|man|woman|of)[\s,(]+)*$"
)
_ROLES = words("persons.txt") | words("titles.txt")


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
    named = [name for name in claim.names if not (claim.person and name.lower() in _PEOPLES)]  # "Ana Ruiz won. The Basque, 27,"
    for name in [*named, *opening]:
        at = quote.rfind(name, 0, start)
        if _FROM.search(quote, 0, max(at, 0)):
            continue  # "Ruiz, a baker from Lumen, is 47"
        first = at + len(name)
        if held := _AGED.match(quote, first, start):
            first = held.end()  # "Ana Ruiz, 47, was born in 1974"
        if at >= 0 and start - first < _FAR and _BETWEEN.fullmatch(quote, first, start):
            return _without_place(name)
    for name in named:
        at = quote.find(name, end)
        if 0 <= at - end < _FAR and _BEHIND.fullmatch(quote, end, at):
            return _without_place(name)
    counted = parts(claim.counted)[-1:]
    aged = (name for name in named if counted and claim.kind == "age" and parts(name)[-1:] == counted)
    return next(aged, claim.person or _who_then(claim))


def _who_then(claim: Claim) -> str:
    """The only person whose age stands before that at which he did something: "Ana Ruiz, 54, went to sea in 1993 at the age of 16"."""
    quote, (start, _) = claim.sentence.quote, claim.in_sentence
    if claim.kind != "age" or _AT_THE_AGE.search(quote, 0, start) is None:
        return ""
    aged = [name for name in claim.names if (at := quote.find(name, 0, start)) >= 0 and _AGED.match(quote, at + len(name), start)]
    return _without_place(aged[0]) if len(aged) == 1 else ""


def _without_place(name: str) -> str:
    """A person's name without where they come from: "Ana Ruiz of Lumen"."""
    called, _, place = name.partition(" of ")
    return called if place and " " in called and " " not in place else name  # not "the Green Left of Ana Ruiz"


def office(claim: Claim) -> str:
    """What the text calls the one whose age or birth it is, where it has one such: of "The driver, Ana Ruiz, 54," "driver"; else ""."""
    quote, (start, _) = claim.sentence.quote, claim.in_sentence
    found = _OFFICE.search(quote, max(0, start - _FAR), start)
    return found[1] if found is not None and found[1].rpartition(" ")[2] in _ROLES else ""


def is_of_birth(claim: Claim) -> bool:
    """Whether a date is somebody's birth: "born in 1979", "(b. 1979)"."""
    start, _ = claim.in_sentence
    return claim.kind == "date" and _BORN.search(claim.sentence.quote, max(0, start - _FAR), start) is not None


def is_of_today(claim: Claim) -> bool:
    """Whether an age is said to be that of the text's own day: "Ruiz, 47, ", "who is 47"; not "at 47 he left"."""
    if claim.kind != "age":
        return False
    quote, (start, end) = claim.sentence.quote, claim.in_sentence
    first = max(0, start - _FAR)
    if _LATELY.search(quote, first, start) or (_TURNED.search(quote, first, start) and _JUST.match(quote, end)):
        return True
    return _PAST.search(quote, first, start) is None


def is_of_a_year(claim: Claim) -> bool:
    """Whether an age is said to be that of a year that its sentence names: "was 46 when she won it in 2029"."""
    on = claim.published
    return claim.kind == "age" and on is not None and _then(claim.sentence.quote, *claim.in_sentence, on) is not None


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
    years, quote = int(claim.low), claim.sentence.quote
    if claim.modality != "asserted" or _TO_COME.search(quote, 0, start):
        return None
    if (then := _then(quote, start, end, on)) is not None:
        return Birth(date(then - years - 1, 1, 2).toordinal(), date(then - years, 12, 31).toordinal()) if then > years else None
    if _THEN.match(quote, end):
        return None
    if claim.low != years or years > on.year - 2:
        return None
    return Birth(_years_before(on, years + 1) + 1, _years_before(on, years))


def _then(quote: str, start: int, end: int, on: date) -> int | None:
    """The year in which somebody was so old: of "was 46 when she won it in 2029", "in 1998, at the age of 21", "at 16, 28 years ago"."""
    if _PAST.search(quote, max(0, start - _FAR), start) is None:
        return None
    ago = _AGO.match(quote, end)
    if ago is not None:
        return on.year - int(ago[1])
    behind = _WHEN_IN.match(quote, end) or _IN_YEAR.match(quote, end)
    before = None if behind is not None else _YEAR_BEFORE.search(quote, max(0, start - _FAR), start)
    found = behind or before
    if found is None:
        return None
    year = int(found[1])
    return year if year < on.year and not any(int(other) != year for other in _WRITTEN.findall(_BIRTHS.sub("", quote))) else None


def _years_before(day: date, years: int) -> int:
    try:
        return day.replace(year=day.year - years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28).toordinal()
