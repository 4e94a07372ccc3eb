"""Whether two figures are said of one world: both of what is so, or both of what somebody plans."""

from __future__ import annotations

from ledger.reconciliation.comparison import MANY_WORDS, RARE_SLIPS, SHORT_SLIPS, SLIPS
from ledger.reconciliation.growing import WEEK
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM
from ledger.reconciliation.odds import likely
from ledger.reconciliation.places import SURELY
from ledger.reconciliation.ties import is_alone, is_tied
from ledger.records import Claim

_DONE_AND_PLANNED = frozenset({"asserted", "planned"})
_SUPPOSED = frozenset({"planned", "hypothetical"})
_BARRED = frozenset({"denied", "hypothetical"})
_LIMITS = frozenset({"at_most", "at_least", "less_than", "more_than"})
_FORECAST = "forecast"


def said_of_one_world(match: Match) -> bool:
    """Whether both figures are said to be so; or both are planned, and one may be a slip for the other.

    What one text plans another may tell as done: a forecast, a figure that is hardly anything but a slip, or, within a week, one that is
    tied to the same thing.
    """
    said = {match.left.claim.modality, match.right.claim.modality}
    if said == {"asserted"}:
        return True
    if said == {"planned"}:
        return match.level("figures") in SLIPS
    if are_limits(match.left.claim, match.right.claim):
        return match.level("figures") in SLIPS
    if "asserted" not in said:
        named = match.level("counted") in FIRM or match.level("clause") in MANY_WORDS
        return said <= _SUPPOSED and named and _is_surely_a_slip(match)  # what it would cost, or would have cost
    if said == _DONE_AND_PLANNED and _FORECAST in match.left.marks & match.right.marks:
        return True
    if _is_surely_a_slip(match):
        return said <= _DONE_AND_PLANNED | {"hypothetical"}
    if said != _DONE_AND_PLANNED or not _within_a_week(match):
        return False
    return is_tied(match) or (not match.left.scale.plain and match.of_one_slot)  # how far it is nobody plans


def said_in_one_mood(match: Match) -> bool:
    """Whether both figures that stand in one place are said to be so or both are planned."""
    return match.left.claim.modality == match.right.claim.modality == "planned" or said_of_one_world(match)


def are_limits(one: Claim, other: Claim) -> bool:
    """Whether two figures are what something may be, or may not be, within, over or under: that limit is not supposed or denied."""
    return {one.modality, other.modality} <= _BARRED and one.bound == other.bound and one.bound in _LIMITS


def _is_surely_a_slip(match: Match) -> bool:
    """Whether neither text has the other's figure, and chance seldom makes such a slip, or noun, place or odds tie a short one."""
    if not is_alone(match):
        return False
    if match.level("figures") in RARE_SLIPS:
        return True
    tied = match.level("counted") in FIRM or match.place_bits >= SURELY or likely(match)
    return match.level("figures") in SHORT_SLIPS and tied


def _within_a_week(match: Match) -> bool:
    """Whether nothing of what one text plans can be carried out as yet when the other is written."""
    mine, theirs = match.left.day, match.right.day
    return bool(mine and theirs) and abs(mine - theirs) <= WEEK
