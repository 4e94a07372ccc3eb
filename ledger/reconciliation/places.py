"""How likely two figures of a handful of texts stand in one place of a story: neither text has the other's, and each level tells."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from ledger.lexicon import words
from ledger.reconciliation.comparison import ONE_EVENT, Comparer, Step
from ledger.reconciliation.fitted import Fitted, kind
from ledger.reconciliation.kindred import in_other_words
from ledger.reconciliation.slots import are_of_two_amounts
from ledger.reconciliation.topic import Topic

if TYPE_CHECKING:
    from ledger.reconciliation.match import Match

_STEPPED = ("times", "words", "bits", "others", "beside", "rivals", "open", "bond", "retold")
_LEVELS = ("figures", "counterpart", "counted", "narrowing", "period", "scope", "company", "days", "speaker")
_ODDS = Fitted("place_odds.tsv", _STEPPED)
_BITS = _ODDS.bits
_AS_LARGE = 2.2
"""How many times the smaller figure the larger may be."""
_FAMILIES = frozenset({"count", "share", "points", "money", "measure", "duration", "rate", "multiple"})
_SOLE = frozenset({"measure", "money", "rate"})
_SPENT = words("amounts_alike.txt")
_OF_OLD, YEAR = 730, 365
"""Days before its text from which on a figure is of times gone by, or of another year."""
LEAST = 0.3
"""Bits that make it likely enough."""
SURELY = 1.4
"""Bits at which it hardly matters that one text tells as done what the other tells as planned, or that the later figure is larger."""
CLEARLY = 1.0
"""Bits by which a pair must beat the others of its figures."""


ONE_PLACE = Step("slot", "one place", "as among pairs of a handful of texts that readers judged")


def may_stand(comparer: Comparer, left: Topic, right: Topic) -> bool:
    """Whether two figures of texts of a handful may stand in one place: about as large, in texts of one event, in but one of these."""
    if not comparer.kinship.is_handful or left.document == right.document or left.family not in _FAMILIES:
        return False
    if "whole" in (left.aspect, right.aspect) or _times(left, right) > _AS_LARGE:
        return False
    return comparer.documents(left, right) in ONE_EVENT and comparer.are_unmatched(left, right)


def in_one_place(match: Match) -> float:
    """Bits that tell that both stand in one place; minus infinity where they cannot, or where their clauses have no word in common.

    Without one they may where each is the only one in its unit that the other text has not, and stands next to the same figures.

    The bits of ``place_odds.tsv`` are coefficients of a logistic regression, as those of ``odds.tsv``.
    """
    left, right = match.left, match.right
    if match.meeting != "apart" or not may_stand(match.comparer, left, right):
        return -inf
    if _are_of_two_things(match):
        return -inf
    stated = match.comparer.stated
    shared, bits = _in_common(match)
    if not shared and not (left.family in _SOLE and stated.open_pairs(left, right) == 1 and stated.beside(left, right)):
        return -inf
    amounts = (
        _times(left, right), shared, bits, len(in_other_words(left.sentence, right.sentence, loosely=True)), stated.beside(left, right),
        match.rivals, stated.open_pairs(left, right), match.bond, stated.retold(left, right),
    )  # fmt: skip
    found = _ODDS.before + _BITS["kind"].get(kind(left), 0.0) + _BITS["said"][_said(match)]
    found += sum(_BITS[field].get(match.level(field), 0.0) for field in _LEVELS)
    return found + sum(_ODDS.upto(field, amount) for field, amount in zip(_STEPPED, amounts, strict=True))


def was_of_old(left: Topic, right: Topic, days: int = _OF_OLD) -> bool:
    """Whether of two texts one figure is of ``days`` before its own, and the other of no time that is told: "after 1994 it was 18"."""
    one, other = (left, right) if left.period is not None else (right, left)
    if one.period is None or other.period is not None or not one.day or left.document == right.document:
        return False
    return one.day - one.period[1].toordinal() > days


def _are_of_two_things(match: Match) -> bool:
    """Whether time, names or nouns tell that the figures are of two things, or they are amounts of two kinds."""
    left, right = match.left, match.right
    if match.level("days") == "unknown" or match.level("period") == "apart" or match.level("names") == "different":
        return True
    if left.family == "count" and match.level("counted") == "different" and not _are_akin(left.noun, right.noun):
        return True
    if left.family in ("money", "measure") and are_of_two_amounts(left, right, _SPENT):
        return True
    return match.set_apart or was_of_old(left, right, YEAR)


def _are_akin(one: str, other: str) -> bool:
    return bool(in_other_words(frozenset((one,)), frozenset((other,)), loosely=True))


def _in_common(match: Match) -> tuple[int, float]:
    """How many words the clauses share, be it in other words, and the bits of these."""
    left, right, comparer = match.left, match.right, match.comparer
    shared, others = left.telling & right.telling, in_other_words(left.telling, right.telling, loosely=True)
    bits = comparer.bits(shared, left, right)
    bits += sum(min(comparer.bits((one,), left, right), comparer.bits((other,), left, right)) for one, other in others)
    return len(shared) + len(others), bits


def _times(left: Topic, right: Topic) -> float:
    small, large = sorted(sum(topic.interval.nominal) / 2 for topic in (left, right))
    return large / small if small > 0 and large < inf else inf


def _said(match: Match) -> str:
    one, other = sorted((match.left.claim.modality, match.right.claim.modality))
    if one == other:
        return one if one in _BITS["said"] else "other"
    return "asserted and planned" if (one, other) == ("asserted", "planned") else "other"
