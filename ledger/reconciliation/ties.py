"""What ties two figures to one thing, besides the words of one story: the noun, the deed, the holder, or what stands beside both."""

from __future__ import annotations

from ledger.reconciliation.comparison import A_DIGIT_OFF, ANY_WORDS, KINDRED, MANY_WORDS, ONE_EVENT, RARE_SLIPS, SLIPS, SOME_WORDS
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM

_ALL_WORDS = frozenset({"close", "identical"})
"""Levels of clauses of which hardly a word differs."""
_MANY_DIGITS = 4
"""Digits of a figure that alone tell it from others of a story."""


def is_alone(match: Match) -> bool:
    """Whether neither text has the other's figure."""
    return match.level("counterpart").startswith("none")


def is_tied(match: Match) -> bool:
    """Whether more than words ties the figures: neither text has the other's, or both stand beside the same."""
    return is_alone(match) or match.level("company") != "missing"


def is_worded(match: Match) -> bool:
    """Whether a word tells that both are of one thing: what is counted, or what else is said of it."""
    return match.shares_words or match.level("counted") in FIRM


def bound_to_a_thing(match: Match) -> bool:
    """Whether the figures are tied to the same noun, deed or holder, not only to words of the same story."""
    counted = match.level("counted")
    if counted in FIRM or _stands_for_the_other(match) or match.level("company") == "several":
        return True
    return counted != "different" and (_has_one_holder_or_deed(match) or _is_said_alike(match) or _has_the_same_digits(match))


def _has_one_holder_or_deed(match: Match) -> bool:
    if match.level("names") == "one holder":
        return True
    return match.level("deed") == "same" and (match.level("narrowing") == "shared" or match.level("clause") in _ALL_WORDS)


def _is_said_alike(match: Match) -> bool:
    """Whether the words around the figures are the same; of figures that may be slips, many or some of them."""
    clause = match.level("clause")
    if clause == "identical" or (clause == "close" and match.level("narrowing") == "shared"):
        return True
    needed = MANY_WORDS if match.level("figures") == A_DIGIT_OFF else SOME_WORDS if match.level("figures") in SLIPS else ()
    return clause in needed and match.level("sentence") in needed


def _stands_for_the_other(match: Match) -> bool:
    """Whether neither text has the other's figure, and something besides the story ties the two: a name, a word, a figure beside both."""
    if not is_alone(match):
        return False
    if match.level("company") != "missing" or match.level("deed") == "same" or match.level("names") in ("shared", "one holder"):
        return True
    of_one_event = match.level("documents") in ONE_EVENT
    if of_one_event and match.level("counterpart") == "none, only ones":
        return True
    rare = match.level("figures") in RARE_SLIPS
    slipped, plain = rare or match.level("figures") == "short slip", match.left.scale.plain
    if of_one_event and slipped and _is_of_such(match):
        return True
    if rare and match.level("documents") == "close":
        return True
    return match.level("clause") in ANY_WORDS and (slipped or not plain)


def _is_of_such(match: Match) -> bool:
    """Whether the nouns may be of one thing; an amount and a share need none, and of what slips rarely a general one will do."""
    if match.left.family == "share" or not match.left.scale.plain:
        return True
    vague = ("missing", "different") if match.level("figures") in RARE_SLIPS else ("missing", "different", "general")
    return match.level("counted") not in vague


def _has_the_same_digits(match: Match) -> bool:
    """Whether three digits or more are the same but for scale or order, in texts of one event and of something both sentences name."""
    documents = match.level("documents")
    if match.level("figures") not in RARE_SLIPS or documents not in KINDRED:
        return False
    counted, named, worded = match.level("counted"), match.level("names") == "shared", match.level("clause") in ("some", "much")
    if documents != "close":
        return counted == "crossed" or (named and worded)
    if named or worded or counted in ("crossed", "general"):
        return True
    if match.level("speaker") == "same" or match.level("sentence") in ("some", "much"):
        return True
    return min(len(match.left.digits.rstrip("0")), len(match.right.digits.rstrip("0"))) >= _MANY_DIGITS
