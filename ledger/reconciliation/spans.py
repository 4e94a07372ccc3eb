"""What two dates that differ have in common as chance seldom makes it: one end of a range, a month of two years, digits of a year."""

from __future__ import annotations

from datetime import date

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.slips import slip
from ledger.reconciliation.topic import Topic
from ledger.records import Claim

Span = tuple[date, date]

_NAMES = "|".join(lists("periods.tsv")["weekday"])
_DAY_BEFORE = re.compile(rf"\b({_NAMES}),?(?: the| of)?\s*\(?$", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf",?\s*(?:\(|which was |that was |was )?(?:a )?({_NAMES})\b(?! (?:to|and|until|or)\b)", re.IGNORECASE)
_NEARBY = 24

_SINCE = re.compile(r"\bsince (?:early |late |the )?$", re.IGNORECASE)
_DAY = re.compile(r"\b\d\d?(?:st|nd|rd|th)?\b")
_FIGURE, _A_YEAR, _CUT = re.compile(r"\d[\d.,]*\d"), re.compile(r"(?:1[5-9]|20)\d\d"), re.compile(r"[\d.,]+")
_BESIDE = 32
_MONTH, _YEAR = 27, 364
_YEARS = 4
"""Years that a range may last and still be one of an event."""


def share_an_end(left: Topic, right: Topic, mine: Span, theirs: Span) -> bool:
    """Whether two ranges of days or months begin together and end apart, or the other way round: 1 March to 15 May, 11 March to 15 May.

    Ranges of whole years are of what is counted year by year, and have ends in common as often as not.
    """
    if not left.claim.bound == right.claim.bound == "between" or any(_is_of_years(days) for days in (mine, theirs)):
        return False
    in_days = all(_DAY.search(topic.claim.span.quote.replace(str(days[0].year), "")) for topic, days in ((left, mine), (right, theirs)))
    first, last = (_are_one(one, other, in_days) for one, other in zip(mine, theirs, strict=True))
    return first != last or (not first and _is_moved_by_years(mine, theirs))


def ranges_alike(mine: Span, theirs: Span) -> bool:
    """Whether of two ranges that share an end the other is the same day of another month: 12 to 30 October, 12 October to 30 November."""
    (one, other), (first, last) = mine, theirs
    return (one == first and other.day == last.day) or (other == last and one.day == first.day)


def _is_of_years(days: Span) -> bool:
    whole = (days[0].month, days[0].day) == (1, 1) and (days[1].month, days[1].day) == (12, 31)
    return whole or (days[1] - days[0]).days > _YEARS * _YEAR


def _are_one(one: date, other: date, in_days: bool) -> bool:
    return one == other if in_days else (one.year, one.month) == (other.year, other.month)


def _is_moved_by_years(mine: Span, theirs: Span) -> bool:
    """Whether a range of several months is of the same months of another year."""
    moved = {theirs[at].year - mine[at].year for at in (0, 1)}
    months = all((mine[at].month, mine[at].day) == (theirs[at].month, theirs[at].day) for at in (0, 1))
    return months and len(moved) == 1 and (mine[1] - mine[0]).days > _MONTH


def slip_of_years(mine: Span, theirs: Span) -> str:
    """What turns the year of the one into that of the other, when both are years, or the same month or day of two years; else ""."""
    one, other = mine[0], theirs[0]
    if (mine[1] - one).days != (theirs[1] - other).days and not (_is_a_year(mine) and _is_a_year(theirs)):
        return ""
    if (one.month, one.day) != (other.month, other.day) or one.year == other.year or (mine[1] - one).days > _YEAR + 1:
        return ""
    return slip(str(one.year), str(other.year))


def is_of_a_month(days: Span) -> bool:
    """Whether the date is a month or a day of one."""
    return (days[1] - days[0]).days <= _MONTH + 3


def _is_a_year(days: Span) -> bool:
    return days[0].year == days[1].year and (days[1] - days[0]).days >= _YEAR


def right_beside(topic: Topic) -> frozenset[str]:
    """The figures of two digits or more that stand right beside a date, which are no years."""
    (start, end), quote = topic.claim.in_sentence, topic.claim.sentence.quote
    first, last = max(0, start - _BESIDE), end + _BESIDE
    before, behind = quote[first:start], quote[end:last]
    if first and (cut := _CUT.match(before)) is not None:
        before = before[cut.end() :]
    return frozenset(figure for figure in _FIGURE.findall(f"{before} {behind.rpartition(' ')[0]}") if not _A_YEAR.fullmatch(figure))


def since(left: Topic, right: Topic) -> bool:
    """Whether both say since when something has been so: it began but once."""
    return all(_SINCE.search(_before(topic)) for topic in (left, right))


def _before(topic: Topic) -> str:
    start, _ = topic.claim.in_sentence
    return topic.claim.sentence.quote[max(0, start - 20) : start]


def weekday(claim: Claim) -> str:
    """The day of the week that stands right beside the date; "" when there is none, or one on either side."""
    (start, end), quote = claim.in_sentence, claim.sentence.quote
    before, behind = _DAY_BEFORE.search(quote, max(0, start - _NEARBY), start), _DAY_BEHIND.match(quote, end, end + _NEARBY)
    told = [found[1].lower() for found in (before, behind) if found]
    return told[0] if len(told) == 1 else ""
