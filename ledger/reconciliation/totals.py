"""Whether the larger of two figures is of all, and the smaller of a part: "total prize money" and "prize money"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.reconciliation.concepts import PERSONS, side
from ledger.reconciliation.topic import Topic

_OF_THE = re.compile(r"\s+of (?:the|these|those)\b", re.IGNORECASE)
_IN_ALL = frozenset({"total", "overall", "combined", "aggregate"})


def of_all(left: Topic, right: Topic) -> bool:
    """Whether it may be: the larger is a total, or the smaller is "126 of the observers", or children, the larger people."""
    small, large = sorted((left, right), key=lambda topic: topic.interval.nominal)
    if not _IN_ALL.isdisjoint(large.claim.modifiers) and _IN_ALL.isdisjoint(small.claim.modifiers):
        return True
    if left.family != "count":
        return False
    if large.noun in PERSONS and side(small.head) and not side(large.head):
        return True
    return bool(_OF_THE.match(small.behind)) and not _OF_THE.match(large.behind)
