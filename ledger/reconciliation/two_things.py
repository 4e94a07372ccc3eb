"""Whether two figures that differ can be of two things, for all that is said: a part and the whole, two shares, two of one noun."""

from __future__ import annotations

from ledger.reconciliation.comparison import A_DIGIT_OFF, MANY_WORDS
from ledger.reconciliation.match import Match
from ledger.reconciliation.totals import smaller_is_narrower


def of_two_things(match: Match) -> bool:
    """Whether too little ties them."""
    return _is_narrower(match) or of_the_same_whole(match) or _only_of_one_noun(match)


def _is_narrower(match: Match) -> bool:
    """Whether the smaller of two counts alone is narrowed, and nobody is named: "five southern plants" of "14 plants"."""
    if match.level("names") != "missing" or match.level("company") != "missing" or match.level("figures") == A_DIGIT_OFF:
        return False
    return match.level("narrowing") == "one-sided" and smaller_is_narrower(match.left, match.right)


def of_the_same_whole(match: Match) -> bool:
    """Whether two shares have no more in common than what they are shares of: of the students one share reads, another works."""
    if match.left.family != "share" or match.level("counted") == "one event" or match.level("names") == "one holder":
        return False
    if match.level("company") != "missing":
        return False
    return match.level("deed") != "same" and match.level("clause") not in MANY_WORDS


def _only_of_one_noun(match: Match) -> bool:
    """Whether little but the noun ties two figures: there may be two pools, one of 25 metres and one of 33, and members of two kinds."""
    if match.level("deed") == "same" or match.level("counted") == "one event" or match.level("period") in ("same", "overlapping"):
        return False
    if not match.level("company") == match.level("names") == "missing":
        return False
    if not match.left.scale.plain:
        return match.level("clause") in ("little", "none")
    left, right = match.left, match.right
    return ((left.telling & right.telling) | (left.sentence & right.sentence)) <= {left.noun, right.noun}
