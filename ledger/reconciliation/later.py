"""What the later of two texts may alone know: a tally that has grown since, a state that has changed."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.comparison import A_DIGIT_OFF, RARE_SLIPS
from ledger.reconciliation.concepts import GROWS, SHIFTS, TALLIED, VARIES
from ledger.reconciliation.figures import LONG_SLIP
from ledger.reconciliation.growing import has_grown, told_as_growing
from ledger.reconciliation.match import Match
from ledger.reconciliation.places import SURELY
from ledger.reconciliation.slips import slip
from ledger.reconciliation.ties import is_alone
from ledger.reconciliation.topic import Topic
from ledger.records import Verdict

_AS_OF = re.compile(r"\b(?:as (?:of|at)|by|until)\b", re.IGNORECASE)
_PEAK, _PEAK_TIME = ("|".join(lists("growing.tsv")[each]) for each in ("peak", "peak time"))
_AT_ITS_PEAK = re.compile(
    rf"\b(?:(?:at|on|in|during) (?:the|its|their|his|her|this) (?:\w+ )?(?:{_PEAK})|{_PEAK_TIME})\b", re.IGNORECASE
)
_BESIDE = 100
"""Characters beside a figure in which it may be said that it is of a peak."""
_SETTLED = 30
"""Days after which nothing is added to what befell people on a day."""
_LASTING = 45
"""Days after which a state that varies may have changed."""
_UNLIKE = frozenset({"unlike", A_DIGIT_OFF, LONG_SLIP})
"""Levels of figures of which one is no slip for the other, or one in many digits."""


def updated(match: Match) -> Verdict | None:
    """``update`` when the later text may only have the later figure, ``compatible`` when nobody can tell which is later."""
    left, right = match.left, match.right
    if match.within or left.day == right.day != 0 or _as_of_one_day(match) or _keeps_its_digits(match):
        return None
    if not left.day or not right.day:
        changing = GROWS if match.level("period") == "same" else GROWS | VARIES
        return "compatible" if left.clause & right.clause & changing else None
    earlier, later = (left, right) if left.day < right.day else (right, left)
    if _is_of_a_peak(earlier) and _is_of_a_peak(later):
        return None
    if _is_added_to(earlier, later) or _has_changed(match, earlier, later) or _has_grown(match, earlier, later):
        return "update"
    return None


def _as_of_one_day(match: Match) -> bool:
    """Whether both sentences say how things stood on the same day."""
    left, right = match.left, match.right
    one_day = match.level("period") == "same" and left.period is not None and left.period[0] == left.period[1]
    return one_day and all(_AS_OF.search(topic.claim.sentence.quote) for topic in (left, right))


def _keeps_its_digits(match: Match) -> bool:
    """Whether the digits are the same but for their order or scale: what grows seldom grows to these."""
    if not is_alone(match):
        return False
    return match.level("figures") in RARE_SLIPS or slip(match.left.telling_digits, match.right.telling_digits) == "scale"


def _is_added_to(earlier: Topic, later: Topic) -> bool:
    """Whether a tally that goes on may have come to as much by the later day."""
    goes_on = earlier.clause & later.clause & GROWS and not _is_settled(earlier, later)
    return bool(goes_on) and later.interval.high >= earlier.interval.low


def _is_settled(earlier: Topic, later: Topic) -> bool:
    """Whether the day that a tally is of was long past when the earlier text was written: it grows no more."""
    days = (topic.period for topic in (earlier, later) if topic.period is not None)
    return any(first == last and earlier.day - last.toordinal() > _SETTLED for first, last in days)


def _has_changed(match: Match, earlier: Topic, later: Topic) -> bool:
    """Whether a state may be another by the later day, the share of a count another, or what shifts may have shifted."""
    concepts = earlier.clause & later.clause
    if concepts & VARIES and later.day - earlier.day > _LASTING:
        return True
    slipped = match.level("figures") in RARE_SLIPS or slip(match.left.digits, match.right.digits) == "swapped digits"
    if concepts & TALLIED and match.left.family == "share" and not slipped:
        return True
    return earlier.noun == later.noun and later.noun in SHIFTS and not (slipped and is_alone(match))


def _is_of_a_peak(topic: Topic) -> bool:
    """Whether it is how much there was when there was most, which a later text knows no better: "160 at the height of the fire"."""
    claim = topic.claim
    start, end = claim.in_sentence
    return _AT_ITS_PEAK.search(claim.sentence.quote[max(start - _BESIDE, 0) : end + _BESIDE]) is not None


def _has_grown(match: Match, earlier: Topic, later: Topic) -> bool:
    """Whether there is more of it in the later text, and nothing beside it tells that it is as it was then."""
    if match.level("figures") not in _UNLIKE or match.level("counted") == "one event":
        return False
    if match.place_bits >= SURELY and not told_as_growing(earlier, later):
        return False
    return match.level("period") != "same" and match.level("company") == "missing" and has_grown(earlier, later)
