"""Whether the larger of two figures is of all, and the smaller of a part: "total prize money" and "prize money"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import classes
from ledger.reconciliation.concepts import FAINT, PERSONS, concept, side
from ledger.reconciliation.kindred import kindred
from ledger.reconciliation.pieces import concepts, pieces
from ledger.reconciliation.topic import Topic

_OF_THE = re.compile(r"\s+of (?:the|these|those)\b", re.IGNORECASE)
_OF_TWO_SORTS = re.compile(r"\s+(?:of (?:the|our|its|their|his|her) )?([a-z]+) and ([a-z]+)\b")
_THERE_ARE = re.compile(r"\b[Tt]here (?:is|are|was|were|(?:has|have|had) been)\b[^,;]*$")
_BEING = re.compile(r"^[^,;]*?\b(?:is|are|was|were)\s")
_CURRENCY = "currency"
_ABOARD, _IN_ALL = (classes("totals.tsv")[each] for each in ("aboard", "total"))


def of_all(left: Topic, right: Topic) -> bool:
    """Whether it may be: the larger is a total, or the smaller is "126 of the observers", or children, the larger people."""
    small, large = sorted((left, right), key=lambda topic: topic.interval.nominal)
    if not _IN_ALL.isdisjoint(large.claim.modifiers) and _IN_ALL.isdisjoint(small.claim.modifiers):
        return True
    if left.family != "count":
        return False
    if large.noun in PERSONS and side(small.head) and not side(large.head):
        return True
    if large.noun in PERSONS and small.noun in _ABOARD:
        return True
    if _counts_both(large, small):
        return True
    if _THERE_ARE.search(large.before) and not _THERE_ARE.search(small.before) and _state(small) - large.clause:
        return True
    return bool(_OF_THE.match(small.behind)) and not _OF_THE.match(large.behind)


def _counts_both(large: Topic, small: Topic) -> bool:
    """Whether the larger counts things of two sorts, and the smaller those of one: "341 of our guests and colleagues", "331 passengers"."""
    told = _OF_TWO_SORTS.match(large.behind)
    if told is None or not small.noun or small.noun in PERSONS:
        return False
    one, other = (small.noun == each or kindred(small.noun, each) for each in map(concept, told.groups()))
    return one != other


def _state(topic: Topic) -> frozenset[str]:
    """What is said of those that are counted: of "14 cutters are for sale" that they are sold."""
    claim = topic.claim
    if not claim.subject or claim.subject != claim.counted:
        return frozenset()
    if topic.deed:
        return frozenset({topic.deed})
    told = _BEING.search(topic.behind)
    return concepts(pieces(topic.behind[told.end() :])) - FAINT if told else frozenset()


def smaller_is_narrower(left: Topic, right: Topic) -> bool:
    """Whether of two counts the smaller alone is of some sort: "five southern plants" and "14 plants"."""
    small, large = sorted((left, right), key=lambda topic: topic.interval.nominal)
    return left.family == "count" and bool(small.narrowing) and not large.narrowing


def of_money(topic: Topic) -> bool:
    """Whether a count is of coins, or of the units of some currency."""
    return topic.family == "count" and bool(topic.claim.counted) and concept(topic.claim.counted) == _CURRENCY
