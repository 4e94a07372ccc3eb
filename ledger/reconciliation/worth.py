"""Which two topics are worth matching, told by what costs least."""

from __future__ import annotations

from ledger.reconciliation.comparison import ONE_EVENT, Comparer, are_of_others
from ledger.reconciliation.concepts import FAINT
from ledger.reconciliation.figures import may_slip
from ledger.reconciliation.nouns import counted
from ledger.reconciliation.places import may_stand
from ledger.reconciliation.slips import a_digit_off
from ledger.reconciliation.slots import in_common
from ledger.reconciliation.topic import Topic


def may_be_one(comparer: Comparer, left: Topic, right: Topic) -> bool:
    """Whether a match of the two could weigh anything, told by what costs least: most pairs share a word and nothing else.

    False only where the match would not be ``_alike``, or where names bar it; in texts of one event names alone do not.
    """
    within = left.document == right.document
    if left.noun == right.noun or not left.roles.isdisjoint(right.roles):
        return within or comparer.documents(left, right) in ONE_EVENT or not _are_of_others(left, right)
    if left.interval.meets(right.interval) != "apart":
        return True
    if (within and left.aspect == right.aspect == "whole") or may_slip(left, right):
        return True
    if not within and a_digit_off(left.digits, right.digits) and counted(left, right) == "crossed":
        return True
    if may_stand(comparer, left, right) or in_common(comparer, left, right):
        return True
    if not (left.deed == right.deed != "" or left.family == "share" or not (left.narrowing & right.narrowing) <= FAINT):
        return False
    return within or counted(left, right) != "different"


def _are_of_others(left: Topic, right: Topic) -> bool:
    """Whether figures of two texts are apart, neither a slip for the other, and stand beside different names: hundreds of texts
    may have a clause word for word."""
    if left.interval.meets(right.interval) != "apart" or "whole" in (left.aspect, right.aspect):
        return False
    return are_of_others(left, right) and not may_slip(left, right) and not a_digit_off(left.digits, right.digits)
