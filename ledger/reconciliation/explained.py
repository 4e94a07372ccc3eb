"""Whether better pairs explain away a pair at odds: a figure that has its like in a text is not at odds with another there."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.reconciliation.comparison import A_DIGIT_OFF, RARE_SLIPS, SLIPS, WEIGHTS
from ledger.reconciliation.match import Match
from ledger.reconciliation.places import CLEARLY, LEAST
from ledger.reconciliation.stand_ins import stands_in
from ledger.reconciliation.topic import Topic
from ledger.records import Claim

_OPEN = frozenset({"at_least", "more_than", "at_most", "less_than", "magnitude"})
_CLEARLY = 0.5
"""By how many bits a match must beat the others of its figure in a text."""
Place = tuple[int, str, int]
"""A figure, by its topic's number and aspect, and the document that it is held against."""


def said_alike(left: Claim, right: Claim) -> bool:
    """Whether figures that meet are said in the same way: both as a range, both open at one end, or else the very same number."""
    if {"denied", "corrected"} & {left.modality, right.modality} or (left.bound == "between") != (right.bound == "between"):
        return False
    return (
        left.bound == right.bound
        or not {left.bound, right.bound} & _OPEN
        or bool(({left.low, left.high} & {right.low, right.high}) - {None})
    )


def by_place(matches: Iterable[Match]) -> dict[Place, list[tuple[Match, Topic]]]:
    """The matches of each figure in each text, with the figure there."""
    found: dict[Place, list[tuple[Match, Topic]]] = {}
    for match in matches:
        for mine, other in ((match.left, match.right), (match.right, match.left)):
            found.setdefault((mine.at, mine.aspect, other.document), []).append((match, other))
    return found


def explained(match: Match, rivals: dict[Place, list[tuple[Match, Topic]]]) -> bool:
    """Whether better pairs explain away a pair at odds.

    A figure that has its like in a text is not at odds with another there, least of all with one beside it, unless that only says
    what may be; and one that is at odds with two figures of a text, about equally, is a match for neither.
    """
    least = match.weight - (_CLEARLY if match.level("figures") != A_DIGIT_OFF else 2 * _CLEARLY + WEIGHTS["figures"][A_DIGIT_OFF])
    certain = match.level("figures") in RARE_SLIPS and stands_in(match)
    for mine, other in ((match.left, match.right), (match.right, match.left)):
        for rival, figure in rivals[mine.at, mine.aspect, other.document]:
            if certain and rival.level("figures") not in SLIPS and rival.meeting == "apart":
                continue  # that a figure differs from others besides does not make it less of a slip
            at_odds = rival.meeting == "apart" and (figure is other or figure.interval.meets(other.interval) != "apart")
            if match.place_bits >= LEAST and rival.meeting == "apart" and rival.place_bits <= match.place_bits - CLEARLY:
                continue
            if match.of_one_slot and rival.meeting == "apart" and rival.told_alike < match.told_alike:
                continue  # words in common make the slot, and not what they weigh
            beside = rival.meeting == "same" and figure is not other and figure.claim.sentence == other.claim.sentence
            if not at_odds and not _foresees(rival) and (rival.hopeful if beside else rival.reaches(least)) and not rival.comes_near:
                return True
    return False


def _foresees(match: Match) -> bool:
    """Whether one figure is what is planned or forecast, and only has room for the other."""
    left, right = match.left.claim, match.right.claim
    return (left.modality == "planned") != (right.modality == "planned") and not said_alike(left, right)
