"""What two figures of one thing come to: they conflict, corroborate, update each other, or are compatible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.reconciliation.comparison import KINDRED, ONE_EVENT, RARE_SLIPS, SOME_WORDS, TELLING
from ledger.reconciliation.concepts import GROWS
from ledger.reconciliation.explained import by_place, explained, said_alike
from ledger.reconciliation.later import updated
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM
from ledger.reconciliation.odds import likely
from ledger.reconciliation.one_world import said_in_one_mood, said_of_one_world
from ledger.reconciliation.places import LEAST, YEAR, was_of_old
from ledger.reconciliation.rivals import rival_speakers
from ledger.reconciliation.stand_ins import stands_in
from ledger.reconciliation.ties import bound_to_a_thing, is_alone, is_worded
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.totals import of_money
from ledger.reconciliation.two_things import held_apart, of_another, of_others_then, of_people_and_things, of_the_same_whole, of_two_parts
from ledger.records import Verdict

_CONFLICT, _CORROBORATE = 8.5, 7.0
_STANDS_IN = 6.0
"""What a figure must weigh that stands where the other text has one that it may be a slip for."""
_TELLING, _TELLING_PLAIN = 5.0, 5.5
"""What an agreement in a telling figure must weigh: of amounts with a unit, and of plain numbers and shares."""
_EQUAL = 3.0
"""What it must weigh that two texts of one event have the very same number."""
_UNDATED, _SMALL, _DISTANT, _SHRUNK = 2.0, 1.5, 2.0, 3.0
"""What a conflict must weigh besides: of undated texts, of numbers up to ten, of texts with little in common, of a tally that shrank."""
_FEW, _MANY_DIGITS = 10, 3
_FAMILIES = frozenset({"count", "share", "points", "money", "measure", "duration", "rate", "multiple", "age"})


def judged(matches: Iterable[Match]) -> Iterator[tuple[Match, Verdict]]:
    """Of the ``matches`` of two documents, or of one, those of values on which there is a verdict, and the verdict."""
    values = [match for match in matches if match.left.family in _FAMILIES and _of_values(match)]
    told = [(match, said) for match in values if (said := verdict(match)) is not None]
    rivals = by_place(values) if any(match.meeting == "apart" for match, _ in told) else {}
    for match, said in told:
        if match.meeting != "apart" or not (explained(match, rivals) or (said == "conflict" and match.told_apart)):
            yield match, said


def _of_values(match: Match) -> bool:
    """Whether two values are compared: no wholes, and no parts of wholes that themselves differ."""
    left, right = match.left, match.right
    if of_money(left) != of_money(right):
        return False
    if "whole" in (left.aspect, right.aspect):
        return match.meeting == "same" and "value" in (left.aspect, right.aspect) and not match.within
    if left.family == "age":
        return "average" in left.marks & right.marks  # of many people; one person's age is told by the name
    return not (left.counts and right.counts and left.claim.whole != right.claim.whole)


def of_copies(match: Match) -> Verdict:
    """The verdict on figures that differ in two copies of a text: the later copy may be right, of one day they cannot both be."""
    return "update" if match.left.day != match.right.day else "conflict"


def verdict(match: Match) -> Verdict | None:
    """The verdict on a match; None when it is too weak to say anything."""
    return _on_figures_apart(match) if match.meeting == "apart" else _on_figures_that_meet(match)


def _on_figures_that_meet(match: Match) -> Verdict | None:
    if match.level("period") == "apart" or not _repeats(match) or not match.reaches(_needed_to_agree(match)):
        return None
    if match.level("scope") == "opposed" or match.comes_near:
        return None
    return "corroborate" if match.meeting == "same" and said_alike(match.left.claim, match.right.claim) else "compatible"


def _repeats(match: Match) -> bool:
    """Whether figures that agree are one figure said twice: of the same noun, or too like to agree by chance."""
    if match.level("names") == "different":
        return False
    figures, counted = match.level("figures"), match.level("counted")
    telling = figures in TELLING
    share = match.left.family == "share" and match.equal  # each text may say in its own words what it is a share of
    if counted == "different" and (not telling or match.left.scale.plain) and not share:
        return False
    if match.within:
        return telling and _stand_apart(match) and (counted in FIRM or match.level("clause") in SOME_WORDS)
    if counted in FIRM or figures == "same, very long" or bound_to_a_thing(match):
        return True
    return match.level("documents") in (KINDRED if telling else ("close",))


def _stand_apart(match: Match) -> bool:
    return match.left.claim.sentence.start != match.right.claim.sentence.start


def _needed_to_agree(match: Match) -> float:
    """What an agreement must weigh: little when the texts are of one event and the figures seldom agree by chance."""
    if match.equal:
        return _EQUAL
    if match.within or match.level("figures") not in TELLING:
        return _CORROBORATE
    return _TELLING_PLAIN if match.left.scale.plain else _TELLING


def _on_figures_apart(match: Match) -> Verdict | None:
    if match.within and said_of_one_world(match) and not rival_speakers(match):
        return None
    if _seem_of_one_thing(match) and updated(match) is None:
        return "conflict"
    in_its_place = stands_in(match) and match.reaches(_STANDS_IN)
    if not in_its_place and not (match.reaches(_CONFLICT) and bound_to_a_thing(match) and is_worded(match)):
        return None
    if match.level("period") == "apart" or not said_of_one_world(match):
        return "compatible"
    if held_apart(match):
        return None
    later = updated(match)
    if later is not None:
        return later
    weighs = in_its_place or match.weight >= _needed_to_conflict(match)
    return "conflict" if weighs and (not match.within or rival_speakers(match)) else None


def _seem_of_one_thing(match: Match) -> bool:
    """Whether the odds, or the slot that both fill, tell that figures at odds are of one thing."""
    if match.marked_apart or of_people_and_things(match) or of_two_parts(match) or of_others_then(match):
        return False
    if match.place_bits >= LEAST and said_in_one_mood(match) and not of_the_same_whole(match):
        return True
    of_one = likely(match) or _fill_one_slot(match) or _swap_digits(match)
    return of_one and said_of_one_world(match)


def _swap_digits(match: Match) -> bool:
    """Whether texts of one event have three digits in two orders, and neither the other's: chance seldom makes such a pair."""
    if match.level("figures") != "swapped digits" or min(len(match.left.telling_digits), len(match.right.telling_digits)) < _MANY_DIGITS:
        return False
    if match.within or not match.comparer.kinship.is_handful or match.documents != "close" or not is_alone(match):
        return False
    of_two = match.level("counted") == "different" or match.level("names") == "different" or match.level("period") == "apart"
    return not of_two and not match.set_apart


def _fill_one_slot(match: Match) -> bool:
    if not match.of_one_slot or was_of_old(match.left, match.right, YEAR):
        return False
    return not of_another(match) and not of_the_same_whole(match)


def _needed_to_conflict(match: Match) -> float:
    """What a conflict must weigh: more where it is easier to be wrong."""
    left, right = match.left, match.right
    needed = _CONFLICT
    if (not left.day or not right.day) and match.level("period") != "same" and match.level("days") != "held against":
        needed += _UNDATED
    elif left.day != right.day and left.clause & right.clause & GROWS:
        needed += _SHRUNK
    if _is_small(left) and _is_small(right):
        needed += _SMALL
    certain = is_alone(match) and match.level("figures") in RARE_SLIPS
    if not match.within and match.level("documents") not in ONE_EVENT and not certain:
        needed += _DISTANT
    return needed


def _is_small(topic: Topic) -> bool:
    value = topic.claim.low if topic.claim.low is not None else topic.claim.high
    return not isinstance(value, date) and value is not None and value <= _FEW and len(topic.digits) < 2
