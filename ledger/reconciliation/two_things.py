"""Whether two figures that differ can be of two things, for all that is said: a part and the whole, two shares, two of one noun."""

from __future__ import annotations

from decimal import Decimal

from ledger.reconciliation.comparison import A_DIGIT_OFF, MANY_WORDS, RARE_SLIPS, SLIPS, SOME_WORDS
from ledger.reconciliation.complements import are_complements
from ledger.reconciliation.concepts import EVENTS, FLOWS, PERSONS, ROLES, VARIES
from ledger.reconciliation.match import Match
from ledger.reconciliation.names import name_keys
from ledger.reconciliation.places import was_of_old
from ledger.reconciliation.reckoned import of_part_and_whole
from ledger.reconciliation.ties import is_tied
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.totals import smaller_is_narrower
from ledger.reconciliation.two_times import of_two_times

_YEAR = 366
"""Days before its text from which on a figure is of another year."""
_ONE_HOLDER = frozenset({"shared", "one holder", "in sentence"})
"""Levels of names that tell whose both figures are."""


def held_apart(match: Match) -> bool:
    """Whether words tell that the figures are of two things; of figures of which neither is a slip, also whether too little ties them."""
    if match.of_all or match.is_of_mean or _told_otherwise(match) or match.level("names") == "different":
        return True
    if of_people_and_things(match) or of_two_parts(match) or _befell_others(match) or of_others_then(match):
        return True
    if match.level("figures") in SLIPS:
        return match.level("figures") not in RARE_SLIPS and (was_of_old(match.left, match.right) or _is_of_a_sort(match))
    return match.level("narrowing") == "different" or of_another(match) or was_of_old(match.left, match.right) or _too_little_ties(match)


def _told_otherwise(match: Match) -> bool:
    """Whether the words beside the figures differ, as they may where more than words ties the two."""
    scope = match.level("scope")
    return scope != "alike" and not (scope == "own words" and is_tied(match))


def of_people_and_things(match: Match) -> bool:
    """Whether one figure is of people, called no more than that, and the other of what are none: "140 people" and "14 tanks"."""
    return match.level("counted") == "different" and not PERSONS.isdisjoint((match.left.noun, match.right.noun))


def of_two_parts(match: Match) -> bool:
    """Whether a part of a whole is held against another part, a share worked out from counts against one stated, or of that part."""
    left, right = match.left, match.right
    if are_complements(match) or of_two_times(match):
        return True
    if left.aspect != right.aspect and ((left.aspect == "ratio" and left.counts) or (right.aspect == "ratio" and right.counts)):
        return True
    if left.counts != right.counts and match.level("figures") not in SLIPS:
        return match.level("deed") != "same" or _exceeds_whole(left, right) or of_part_and_whole(match)
    return of_part_and_whole(match)


def _exceeds_whole(left: Topic, right: Topic) -> bool:
    """Whether one is a part of a whole that the other exceeds: 151 of the school's 164 passed, and 74,786 of the country's."""
    part, count = (left, right) if left.counts else (right, left)
    whole, least = part.claim.whole, count.claim.low
    return whole is not None and isinstance(least, Decimal) and least > whole


def of_another(match: Match) -> bool:
    """Whether figures that differ can be of another period, or of another's people, for all that is said."""
    left, right = match.left, match.right
    shared = left.clause & right.clause
    if shared & FLOWS and (left.period is None) != (right.period is None):
        return True
    if match.within or not (shared & (ROLES | VARIES)) or match.level("counted") == "one event":
        return False
    if match.level("company") != "missing" or (match.level("clause") in MANY_WORDS and match.level("period") == "same"):
        return False
    return match.level("names") not in _ONE_HOLDER and match.level("clause") != "identical"


def _befell_others(match: Match) -> bool:
    """Of people to whom something happened: whether no more than the deed tells that it happened to them together."""
    left, right = match.left, match.right
    if not left.fates & right.fates or match.level("figures") in RARE_SLIPS or match.level("speaker") == "same":
        return False
    if match.level("figures") in SLIPS:
        mine, theirs = _named(left), _named(right)
        return bool(mine and theirs) and mine.isdisjoint(theirs)
    return match.level("clause") not in MANY_WORDS and not left.sentence & right.sentence & EVENTS


def _named(topic: Topic) -> frozenset[str]:
    """The names in the sentence, but for that of who says so."""
    return topic.names.difference(*map(name_keys, topic.claim.speaker.split())) if topic.names else topic.names


def of_others_then(match: Match) -> bool:
    """Whether one figure is of a year gone by and of somebody whom the other's sentence does not name: another bank's fine."""
    one, other = (match.left, match.right) if match.left.period is not None else (match.right, match.left)
    if one.period is None or other.period is not None or not one.day or match.within or match.level("names") != "missing":
        return False
    return bool(one.names) and one.day - one.period[1].toordinal() > _YEAR


def _is_of_a_sort(match: Match) -> bool:
    """Whether one figure alone is of some sort, and no word besides ties them: 21 patients of the placebo group, 212 in the town."""
    unlike = match.level("figures") == "slip" and match.level("narrowing") in ("different", "one-sided")
    return unlike and match.level("company") == match.level("names") == "missing" and match.level("clause") not in SOME_WORDS


def _too_little_ties(match: Match) -> bool:
    return _is_narrower(match) or of_the_same_whole(match) or _only_of_one_noun(match) or _of_another_deed(match)


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


def _of_another_deed(match: Match) -> bool:
    """Whether what happens to what is counted is not the same, and little else ties them: objects checked, and objects that are gone."""
    if match.within or match.level("deed") == "same" or not (match.left.deed or match.right.deed):
        return False
    return match.level("company") == "missing" and match.level("period") != "same" and match.level("clause") not in MANY_WORDS
