"""Whether two figures are told of two times, neither of which is a period yet: of a day and of several, or of two days of no year."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.comparison import RARE_SLIPS
from ledger.reconciliation.match import Match
from ledger.reconciliation.topic import Topic

_OVER = re.compile(
    r"\b(?:over|in|within|during|across) (?:[\w-]+ ){0,3}?(?:days|nights|weeks?|weekend|fortnight|months?)\b(?!['’])", re.IGNORECASE
)
_MONTH = f"(?:{'|'.join(lists('calendar.tsv')['month'])})"
_OF_MONTH = re.compile(rf"\b(?P<day>\d\d?) (?P<month>{_MONTH})\b|\b(?P<month_first>{_MONTH}) (?P<day_behind>\d\d?)\b", re.IGNORECASE)
_WEEKDAY = f"(?:{'|'.join(lists('periods.tsv')['weekday'])})"
_ON_A_DAY = re.compile(
    rf"\bon {_WEEKDAY}\b|\b(?:today|yesterday|that day)\b|\b(?:in|on) (?:one|an?)(?: [a-z]+)? (?:day|night)\b", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(r"[;:()–—]|[,.](?!\d)")
_MONTH_LONG = 31
"""Days of a period that is more than a month."""
_NEAR = 70
"""Characters on either side of a figure in which the time may stand that it is of."""


def of_two_times(match: Match) -> bool:
    """Whether the smaller is of one day and the larger of several; or they are of days that differ. Slips of a digit are of one time."""
    small, large = sorted((match.left, match.right), key=lambda topic: topic.interval.nominal)
    told = _clause(large)
    long = large.period is not None and (large.period[1] - large.period[0]).days > _MONTH_LONG
    lasts = long and match.level("figures") == "far apart"  # "since 8 March" may tell of something else
    if (lasts or _OVER.search(told) is not None) and not _is_of_one_day(told):
        less = _clause(small)
        one_day = _is_of_one_day(less) or (small.period is not None and small.period[0] == small.period[1])
        apart = one_day and _OVER.search(less) is None
    else:
        apart = not small.day and not large.day and _are_apart(_days(told), _days(_clause(small)))
    return apart and match.level("figures") not in RARE_SLIPS


def _is_of_one_day(clause: str) -> bool:
    return _ON_A_DAY.search(clause) is not None or len(_days(clause)) == 1


def _days(clause: str) -> set[tuple[str, str]]:
    """The days of months that a clause names."""
    return {(each["day"] or each["day_behind"], (each["month"] or each["month_first"]).lower()) for each in _OF_MONTH.finditer(clause)}


def _are_apart(mine: set[tuple[str, str]], theirs: set[tuple[str, str]]) -> bool:
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _clause(topic: Topic) -> str:
    """The words around a figure up to the next marks."""
    (start, end), quote = topic.claim.in_sentence, topic.claim.sentence.quote
    before, behind = quote[max(0, start - _NEAR) : start], quote[end : end + _NEAR]
    return f"{_CLAUSE_ENDS.split(before)[-1]}#{_CLAUSE_ENDS.split(behind)[0]}"
