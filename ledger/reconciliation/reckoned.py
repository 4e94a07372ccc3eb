"""Whether two shares are reckoned of a whole and of a part of it: of 4,350, who are 9 percent of all, 97 percent came."""

from __future__ import annotations

from ledger import patterns as re
from ledger.reconciliation.comparison import SLIPS
from ledger.reconciliation.match import Match
from ledger.reconciliation.stated import company
from ledger.reconciliation.topic import Topic

_OF_ALL = re.compile(r"\s+of (?:all|every|the (?:total|whole|entire))\b")
_POINT = 0.5
"""By how much a share may be off what its sentence's figures come to."""


def of_part_and_whole(match: Match) -> bool:
    """Whether one share is of a number that in the other's text is itself a share of more, and neither share is a slip for the other."""
    left, right = match.left, match.right
    if left.family != "share" or match.within or match.level("figures") in SLIPS:
        return False
    shared = company(left, right)
    return bool(shared) and (_is_of_the_part(match, left, right, shared) or _is_of_the_part(match, right, left, shared))


def _is_of_the_part(match: Match, share: Topic, other: Topic, shared: frozenset[str]) -> bool:
    """Whether ``share`` is of a number of its sentence, one of those ``shared``, that is a part where ``other`` is stated."""
    for whole in map(_number, shared):
        if not any(_comes_to(share, part, whole) for part in map(_number, share.others)):
            continue
        low, high = (end / 100 for end in other.interval.nominal)
        if _OF_ALL.match(other.behind) or (low > 0 and match.comparer.states(other.document, whole / high, whole / low)):
            return True
    return False


def _comes_to(share: Topic, part: float, whole: float) -> bool:
    low, high = share.interval.nominal
    return 0 < part < whole and low - _POINT <= 100 * part / whole <= high + _POINT


def _number(figure: str) -> float:
    digits = figure.replace(",", "").replace(" ", "").replace("\u00a0", "")
    return float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
