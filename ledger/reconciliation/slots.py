"""Figures that fill one slot of an event: each text tells it once, in like words, and neither has the other's figure."""

from __future__ import annotations

from ledger.reconciliation.comparison import ONE_EVENT, Comparer, Step
from ledger.reconciliation.concepts import AMOUNTS, concept
from ledger.reconciliation.kindred import in_other_words, kindred
from ledger.reconciliation.pieces import concepts, pieces
from ledger.reconciliation.topic import Topic

_AS_LARGE = 1.8
"""How many times the smaller figure the larger may be: two writers' figures of one thing are seldom further apart but by a slip."""
_LEAST_WORDS, _LEAST_BITS = 2, 4.5
_INSURED = "insured"
ONE_SLOT = Step("slot", "one", "told in like words, each but once")


def in_common(comparer: Comparer, left: Topic, right: Topic) -> float:
    """Bits that the clauses of two figures at odds have in common which may fill one slot; 0 when they do not.

    Only in a handful of texts, and those two of one event: many texts tell of many things in like words.
    """
    if left.document == right.document or not comparer.kinship.is_handful or comparer.documents(left, right) not in ONE_EVENT:
        return 0.0
    if left.aspect != right.aspect or left.aspect == "whole" or not _are_as_large(left, right) or not comparer.are_unmatched(left, right):
        return 0.0
    return 0.0 if are_of_two_amounts(left, right) else _told_alike(comparer, left, right)


def _are_as_large(left: Topic, right: Topic) -> bool:
    small, large = sorted(sum(topic.interval.nominal) / 2 for topic in (left, right))
    return small > 0 and large <= _AS_LARGE * small


def _told_alike(comparer: Comparer, left: Topic, right: Topic) -> float:
    """Bits of the words in common: two at least, of counts besides what is counted; some may be told in other words."""
    mine, theirs = left.telling, right.telling
    shared, others = mine & theirs, in_other_words(mine, theirs)
    named = shared & _in_names(left) & _in_names(right)
    words = len(shared) - len(named) + bool(named) + len(others)  # a name is one word, however many it has
    if left.scale.plain:
        if not _count_alike(left, right):
            return 0.0
        words -= 1  # what is counted
    elif left.family == "duration":
        words -= 1  # many things last, and many texts tell since when
    if words < _LEAST_WORDS:
        return 0.0
    bits = comparer.bits(shared, left, right)
    bits += sum(min(comparer.bits((one,), left, right), comparer.bits((other,), left, right)) for one, other in others)
    return bits if bits >= _LEAST_BITS else 0.0


def _in_names(topic: Topic) -> set[str]:
    return {concept(word) for name in topic.claim.names for word in name.split()}


def _count_alike(left: Topic, right: Topic) -> bool:
    return left.noun == right.noun != "" or kindred(left.noun, right.noun) or not left.roles.isdisjoint(right.roles)


def _amounts(topic: Topic) -> set[str]:
    """Of what the words tell that an amount is; insured is only what stands behind the word: "cost $310 million and is insured"."""
    found = {of for word in topic.telling for of in AMOUNTS.get(word, ())}
    if _INSURED in found and not any(_INSURED in AMOUNTS.get(word, ()) for word in concepts(pieces(topic.before))):
        found.discard(_INSURED)
    return found


def are_of_two_amounts(left: Topic, right: Topic, alike: frozenset[str] = frozenset()) -> bool:
    """Whether words tell of what either is an amount, and not of the same: of costs and of takings, of a length and of a height.

    Amounts of two kinds that are both among those ``alike`` may be of the same; what insurers pay is not what it cost.
    """
    mine, theirs = _amounts(left), _amounts(right)
    if not mine or not theirs:
        return False
    if (_INSURED in mine) != (_INSURED in theirs):
        return True
    return mine.isdisjoint(theirs) and (alike.isdisjoint(mine) or alike.isdisjoint(theirs))
