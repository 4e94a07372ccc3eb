"""What a later text may have more of: things that come one after the other, and amounts that "have reached" so much by now."""

from __future__ import annotations

from ledger import patterns as re
from ledger.reconciliation.concepts import GROWS, VARIES
from ledger.reconciliation.topic import Topic

WEEK = 7
"""Days within which what is planned is told as if it were done, and within which a state that varies does not grow."""
_BY_NOW = re.compile(r"\b(?:by now|so far|to date|up to now|until now|already|as yet)\b", re.IGNORECASE)
_GOING_ON = re.compile(
    r"\b(?:by now|now|so far|to date|until now|already|as yet|yet|since|another|further|more|still|today|meanwhile|by then|at last count"
    r"|has|have|had been|first|initial|initially|latest|current|currently)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:has|have|had) (?:now |since |already |by now )?(?:reached|risen to|grown to|climbed to|swollen to)\s+$")


def has_grown(earlier: Topic, later: Topic) -> bool:
    """Whether there is more in the later text, of which so much may have come since: things counted, or what has come to so much.

    A state that varies is not one that grows from day to day: as many more workers are not hired in a week.
    """
    if earlier.roles & later.roles & VARIES and later.day - earlier.day <= WEEK:
        return False
    if later.interval.low <= earlier.interval.high:
        return False
    claim = later.claim
    if later.family == "count" or _BY_NOW.search(claim.sentence.quote):
        return True
    return _REACHED.search(claim.sentence.quote[: claim.in_sentence[0]]) is not None


def told_as_growing(earlier: Topic, later: Topic) -> bool:
    """Whether a word of either sentence tells that what is counted goes on: "so far", "has risen", "another", or what befalls people."""
    if not (earlier.clause | later.clause).isdisjoint(GROWS):
        return True
    return any(_GOING_ON.search(topic.claim.sentence.quote) for topic in (earlier, later))
