"""What a later text may have more of: things that come one after the other, and amounts that "have reached" so much by now."""

from __future__ import annotations

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.concepts import GROWS, VARIES
from ledger.reconciliation.topic import Topic

WEEK = 7
"""Days within which what is planned is told as if it were done, and within which a state that varies does not grow."""
_WORDS = lists("growing.tsv")
_SO_FAR = "|".join(_WORDS["by now"])
_BY_NOW = re.compile(rf"\b(?:{_SO_FAR})\b", re.IGNORECASE)
_GOING_ON = re.compile(rf"\b(?:{_SO_FAR}|{'|'.join(_WORDS['going on'])})\b", re.IGNORECASE)
_REACHED = re.compile(rf"\b(?:has|have|had) (?:now |since |already |by now )?(?:{'|'.join(_WORDS['come to'])})\s+$")


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
