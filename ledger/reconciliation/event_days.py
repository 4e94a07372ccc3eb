"""The days that texts of one event tell it of: by the hour, as "the accident of 3 May", or by "It happened on 3 May"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import lists, number_words, table
from ledger.reconciliation.concepts import EVENTS, FAINT, concept
from ledger.reconciliation.dating import dated_noun, slipped_day, unnamed
from ledger.reconciliation.topic import Topic

_DAY, _NOON = 24, 12
_PARTS = {name: (int(first), int(last)) for name, first, last in table("hours.tsv")}
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_CLOCK = r"(?P<hour>\d\d?)(?:[.:]\d\d(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?|\s?(?P<of>[ap])\.?\s?m\b\.?)"
_WEEKDAYS = "|".join(lists("periods.tsv")["weekday"])
_BEFORE = re.compile(
    rf"(?:\b(?P<not>by|until|till|after|from) (?:the )?(?:[a-z]+ )?)?\b(?:(?P<part>{_PART})|{_CLOCK})(?: (?:local )?time)?,?"
    rf"(?: (?:of|on|(?P<to>to)|from))?(?: the)?(?: (?:{_WEEKDAYS}),?)?(?: the)? ?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf",? ?(?:(?:{_WEEKDAYS}),? )?\(?(?:at |around |about |towards |late |early |shortly |just |a little |before |after |in |the |during )*"
    rf"(?:(?P<word>[a-z]+) (?:at|in the|o['’]clock in the|o['’]clock at) (?P<told>{_PART})|(?P<part>{_PART})\b|{_CLOCK})",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:it|this|that|all this|it all) (?:had )?(?:happened|occurred|took place|struck)\b[^.;:]{0,50}$", re.IGNORECASE)
_HEADED = re.compile(r"(?:[Tt]he |[Aa]n? )?([A-Za-z]+) (?:of|at|in|near|off|on|between) [^.;:,]{1,60} (?:on|of) $")
""" "Derailment of train 12 at Velm on 3 May". """
_SOMEBODY = re.compile(r"\b(?:he|she|they|we|I)\b", re.IGNORECASE)
_FAR = 60
_NEXT, _MOST = 2, 24
"""Days by which one day is written for another, and days up to which a text may tell its event of one."""
_DARK = frozenset((*range(8), *range(20, _DAY)))
"""Hours at which little happens that is not the news."""


class _Hours(NamedTuple):
    """From which hour up to which a date is told, counted from its day's beginning; a night may be that before it or that behind it."""

    first: int
    last: int

    @property
    def of_a_day(self) -> frozenset[int]:
        return frozenset(hour % _DAY for hour in range(self.first, self.last))


class Told:
    """The days that documents tell an event of, among the ``days`` of each."""

    def __init__(self, days: Callable[[int], Iterable[Topic]]):
        self._days = days
        self._held: dict[int, list[Topic]] = {}

    def pair(self, mine: int, theirs: int, named: Callable[[Topic, int], bool]) -> tuple[Topic, Topic] | None:
        """The only two days, one of either document and ``named`` in that alone, that may be told of one event."""
        left, right = ([day for day in self._of(one) if not named(day, other)] for one, other in ((mine, theirs), (theirs, mine)))
        if max(len(left), len(right)) > _MOST:
            return None
        found = [pair for pair in product(left, right) if _may_be_one(*pair)]
        return found[0] if len({(one.claim.low, other.claim.low) for one, other in found}) == 1 else None

    def _of(self, document: int) -> list[Topic]:
        if document not in self._held:
            self._held[document] = [day for day in self._days(document) if _is_told(day)]
        return self._held[document]


def _is_told(day: Topic) -> bool:
    claim = day.claim
    if claim.low != claim.high or claim.bound != "exact" or claim.modality != "asserted":
        return False
    return hours(day) is not None or _happened(day) or _event_of(day) != ""


def _may_be_one(left: Topic, right: Topic) -> bool:
    """Whether two days, one of which may be a slip for the other, are told of one event: of one hour, or of what is called an event."""
    mine, theirs = left.claim.low, right.claim.low
    if not (isinstance(mine, date) and isinstance(theirs, date)):
        return False
    apart = (theirs - mine).days
    if abs(apart) > _NEXT and not slipped_day((mine, mine), (theirs, theirs)):
        return False
    what = _event_of(left), _event_of(right)
    if "" not in what and what[0] != what[1]:
        return False
    one, other = hours(left), hours(right)
    if one is not None and other is not None:
        if of_one_night(left, right) or _do_two_things(left, right):
            return False
        met = one.of_a_day & other.of_a_day
        return bool(met) and (met <= _DARK or _share_a_word(left, right))
    if what[0] == what[1] != "" or _happened(left) or _happened(right):
        return True
    return what != ("", "") and _share_a_word(left, right)


def of_one_night(left: Topic, right: Topic) -> bool:
    """Whether two days are told by hours that may be one: "in the night of 3 May", "at 2 a.m. on 4 May"."""
    mine, theirs = left.claim.low, right.claim.low
    one, other = hours(left), hours(right)
    if one is None or other is None or one == other or not (isinstance(mine, date) and isinstance(theirs, date)):
        return False  # "in the night of 3 May" is not "in the night of 4 May"
    later = _DAY * (theirs - mine).days
    return one.first < other.last + later and other.first + later < one.last


def _do_two_things(left: Topic, right: Topic) -> bool:
    """Whether the same somebody did one thing then and another thing then: set out, and reached the top."""
    mine, theirs = left.claim, right.claim
    if mine.subject == theirs.subject != "":
        return mine.predicate != theirs.predicate
    return all(_SOMEBODY.search(claim.sentence.quote) for claim in (mine, theirs))


def _share_a_word(left: Topic, right: Topic) -> bool:
    return bool(unnamed(left, right, (left.sentence & right.sentence) - FAINT))


def hours(day: Topic) -> _Hours | None:
    """At which hours a date is said to be."""
    return _hours(day.claim.sentence.quote, *day.claim.in_sentence)


@lru_cache(4096)
def _hours(quote: str, start: int, end: int) -> _Hours | None:
    found = _BEFORE.search(quote, max(0, start - _FAR), start) or _BEHIND.match(quote, end, end + _FAR)
    if found is None or found.groupdict().get("not"):
        return None
    told = {name: said.lower() for name, said in found.groupdict().items() if said}
    if "told" in told or "part" in told:
        part = _PARTS[told.get("told") or told["part"]]
        said = number_words("cardinal").get(told.get("word", ""))
        if said is None or not 1 <= said <= _NOON:
            first, last = part
            return _Hours(first - _DAY, last - _DAY if "to" in told else last) if last > _DAY else _Hours(first, last)
        hour = int(said) % _NOON  # "eleven at night"
        return _about(hour + _NOON if hour + _NOON in range(*part) else hour)
    hour, half = int(told["hour"]), told.get("half") or told.get("of")
    if hour > (_NOON if half else _DAY):
        return None
    return _about(hour % _NOON + _NOON * (half == "p") if half else hour)


def _about(hour: int) -> _Hours:
    return _Hours(hour - 1, hour + 2)


def _event_of(day: Topic) -> str:
    """The event whose own date this is."""
    start, _ = day.claim.in_sentence
    headed = _HEADED.fullmatch(day.claim.sentence.quote, 0, start)
    return concept(headed[1]) if headed is not None and concept(headed[1]) in EVENTS else dated_noun(day)


def _happened(day: Topic) -> bool:
    start, _ = day.claim.in_sentence
    return _HAPPENED.search(day.claim.sentence.quote, max(0, start - _FAR), start) is not None
