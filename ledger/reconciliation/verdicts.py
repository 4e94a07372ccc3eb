"""What two figures of one thing come to: they conflict, corroborate, update each other, or are compatible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ledger import patterns as re
from ledger.reconciliation.comparison import (
    A_DIGIT_OFF,
    ANY_WORDS,
    KINDRED,
    MANY_WORDS,
    ONE_EVENT,
    RARE_SLIPS,
    SHORT_SLIPS,
    SLIPS,
    SOME_WORDS,
    TELLING,
)
from ledger.reconciliation.concepts import EVENTS, FAINT, FLOWS, GROWS, ROLES, SHIFTS, TALLIED, VARIES
from ledger.reconciliation.explained import by_place, explained, said_alike
from ledger.reconciliation.figures import LONG_SLIP
from ledger.reconciliation.growing import WEEK, has_grown
from ledger.reconciliation.match import Match
from ledger.reconciliation.names import name_keys
from ledger.reconciliation.nouns import FIRM, may_be_firm
from ledger.reconciliation.odds import likely
from ledger.reconciliation.slips import slip
from ledger.reconciliation.speakers import one
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.totals import of_money
from ledger.reconciliation.two_things import of_the_same_whole, of_two_things
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
_FEW = 10
_MANY_DIGITS = 4
"""Digits of a figure that alone tell it from others of a story."""
_AS_OF = re.compile(r"\b(?:as (?:of|at)|by|until)\b", re.IGNORECASE)
_NEAR = 400
"""How far apart, in characters, rival figures of named speakers may stand in one text."""
_FORECAST = "forecast"
_SETTLED = 30
"""Days after which nothing is added to what befell people on a day."""
_LASTING = 45
"""Days after which a state that varies may have changed."""
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


def verdict(match: Match) -> Verdict | None:
    """The verdict on a match; None when it is too weak to say anything."""
    if match.meeting == "apart":
        return _apart(match)
    if match.level("period") == "apart" or not _repeats(match) or not match.reaches(_needed_to_agree(match)):
        return None
    if match.level("scope") == "opposed" or match.comes_near:
        return None
    return "corroborate" if match.meeting == "same" and said_alike(match.left.claim, match.right.claim) else "compatible"


def _needed_to_agree(match: Match) -> float:
    """What an agreement must weigh: little when the texts are of one event and the figures seldom agree by chance."""
    if match.equal:
        return _EQUAL
    if match.within or match.level("figures") not in TELLING:
        return _CORROBORATE
    return _TELLING_PLAIN if match.left.scale.plain else _TELLING


def of_copies(match: Match) -> Verdict:
    """The verdict on figures that differ in two copies of a text: the later copy may be right, of one day they cannot both be."""
    return "update" if match.left.day != match.right.day else "conflict"


def _repeats(match: Match) -> bool:
    """Whether figures that agree are one figure said twice: of the same noun, or too like to agree by chance."""
    figures = match.level("figures")
    telling = figures in TELLING
    if match.level("names") == "different":
        return False
    share = match.left.family == "share" and match.equal  # each text may say in its own words what it is a share of
    if match.level("counted") == "different" and (not telling or match.left.scale.plain) and not share:
        return False
    if match.within:
        return (
            telling
            and match.left.claim.sentence.start != match.right.claim.sentence.start
            and (match.level("counted") in FIRM or match.level("clause") in SOME_WORDS)
        )
    return (
        match.level("counted") in FIRM
        or _bound_to_a_thing(match)
        or match.level("documents") in (KINDRED if telling else ("close",))
        or figures == "same, very long"
    )


def _apart(match: Match) -> Verdict | None:
    if match.within and _said_of_one_world(match) and not rival_speakers(match):
        return None
    seems_one = likely(match) or (match.of_one_slot and not _of_another(match) and not of_the_same_whole(match))
    if seems_one and _said_of_one_world(match) and not _part_beside_another(match) and _updates(match) is None:
        return "conflict"
    stands_in = match.stands_in and match.reaches(_STANDS_IN)
    if not stands_in and not (match.reaches(_CONFLICT) and _bound_to_a_thing(match) and _is_worded(match)):
        return None
    if match.level("period") == "apart" or not _said_of_one_world(match):
        return "compatible"
    if match.of_all or match.is_of_mean:
        return None
    told_otherwise = match.level("scope") != "alike" and not (match.level("scope") == "own words" and _is_tied(match))
    if told_otherwise or match.level("names") == "different" or _part_beside_another(match) or not _of_one_event(match):
        return None
    unlike = match.level("figures") not in SLIPS
    if unlike and (match.level("narrowing") == "different" or _of_another(match) or of_two_things(match)):
        return None
    later = _updates(match)
    if later is not None:
        return later
    return "conflict" if (stands_in or match.weight >= _needed(match)) and (not match.within or rival_speakers(match)) else None


def _said_of_one_world(match: Match) -> bool:
    """Whether both figures are said to be so; or both are planned, and one may be a slip for the other."""
    modalities = {match.left.claim.modality, match.right.claim.modality}
    if modalities == {"asserted"} or (modalities == {"planned"} and match.level("figures") in SLIPS):
        return True
    if modalities == {"asserted", "planned"} and _FORECAST in match.left.marks & match.right.marks:
        return True
    tied = match.level("figures") in SHORT_SLIPS and (match.level("counted") in FIRM or likely(match))
    if _is_alone(match) and (tied or match.level("figures") in RARE_SLIPS):
        return "asserted" in modalities and modalities <= {"asserted", "planned", "hypothetical"}
    at_once = match.left.day and match.right.day and abs(match.left.day - match.right.day) <= WEEK  # nothing is carried out as yet
    if not at_once or modalities != {"asserted", "planned"}:
        return False
    return _is_tied(match) or (not match.left.scale.plain and match.of_one_slot)  # how far it is nobody plans


def _of_another(match: Match) -> bool:
    """Whether figures that differ can be of another period, or of another's people, for all that is said."""
    left, right = match.left, match.right
    shared = left.clause & right.clause
    if shared & FLOWS and (left.period is None) != (right.period is None):
        return True
    if match.within or not (shared & (ROLES | VARIES)) or match.level("counted") == "one event":
        return False
    if match.level("company") != "missing" or (match.level("clause") in MANY_WORDS and match.level("period") == "same"):
        return False
    return match.level("names") not in ("shared", "one holder", "in sentence") and match.level("clause") != "identical"


def _updates(match: Match) -> Verdict | None:
    """``update`` when the later text may only have the later figure, ``compatible`` when nobody can tell which is later."""
    left, right = match.left, match.right
    concepts = left.clause & right.clause
    if match.within or left.day == right.day != 0 or _as_of_one_day(match):
        return None
    if _is_alone(match) and (match.level("figures") in RARE_SLIPS or slip(left.telling_digits, right.telling_digits) == "scale"):
        return None  # what grows seldom grows to the same digits
    if not left.day or not right.day:
        return "compatible" if concepts & (GROWS if match.level("period") == "same" else GROWS | VARIES) else None
    earlier, later = (left, right) if left.day < right.day else (right, left)
    if concepts & GROWS and not _is_settled(earlier, later) and later.interval.high >= earlier.interval.low:
        return "update"
    slipped = match.level("figures") in RARE_SLIPS or slip(left.digits, right.digits) == "swapped digits"
    if (concepts & VARIES and later.day - earlier.day > _LASTING) or (concepts & TALLIED and left.family == "share" and not slipped):
        return "update"
    if left.noun == right.noun and left.noun in SHIFTS and not (_is_alone(match) and slipped):
        return "update"
    if match.level("figures") not in ("unlike", A_DIGIT_OFF, LONG_SLIP) or match.level("counted") == "one event":
        return None
    as_then = match.level("period") == "same" or match.level("company") != "missing"  # nothing beside it has grown
    return "update" if not as_then and has_grown(earlier, later) else None


def _is_settled(earlier: Topic, later: Topic) -> bool:
    """Whether the day that a tally is of was long past when the earlier text was written: it grows no more."""
    days = (topic.period for topic in (earlier, later) if topic.period is not None)
    return any(first == last and earlier.day - last.toordinal() > _SETTLED for first, last in days)


def _as_of_one_day(match: Match) -> bool:
    """Whether both sentences say how things stood on the same day."""
    left, right = match.left, match.right
    one_day = match.level("period") == "same" and left.period is not None and left.period[0] == left.period[1]
    return one_day and all(_AS_OF.search(topic.claim.sentence.quote) for topic in (left, right))


def _needed(match: Match) -> float:
    """What a conflict must weigh: more where it is easier to be wrong."""
    left, right = match.left, match.right
    needed = _CONFLICT
    if (not left.day or not right.day) and match.level("period") != "same" and match.level("days") != "held against":
        needed += _UNDATED
    elif left.day != right.day and left.clause & right.clause & GROWS:
        needed += _SHRUNK
    if _is_small(left) and _is_small(right):
        needed += _SMALL
    certain = _is_alone(match) and match.level("figures") in RARE_SLIPS
    if not match.within and match.level("documents") not in ONE_EVENT and not certain:
        needed += _DISTANT
    return needed


def _is_small(topic: Topic) -> bool:
    value = topic.claim.low if topic.claim.low is not None else topic.claim.high
    return not isinstance(value, date) and value is not None and value <= _FEW and len(topic.digits) < 2


def _of_one_event(match: Match) -> bool:
    """Of people to whom something happened: whether more than the deed tells that it happened to them together."""
    if not match.left.fates & match.right.fates:
        return True
    if match.level("figures") in RARE_SLIPS or match.level("speaker") == "same":
        return True
    if match.level("figures") in SLIPS:
        mine, theirs = _named(match.left), _named(match.right)
        return not mine or not theirs or not mine.isdisjoint(theirs)
    return match.level("clause") in MANY_WORDS or bool(match.left.sentence & match.right.sentence & EVENTS)


def _named(topic: Topic) -> frozenset[str]:
    """The names in the sentence, but for that of who says so."""
    return topic.names.difference(*map(name_keys, topic.claim.speaker.split())) if topic.names else topic.names


def _part_beside_another(match: Match) -> bool:
    """Whether a part of a whole is held against what is another part, or a share worked out from counts against one stated."""
    left, right = match.left, match.right
    if left.aspect != right.aspect and ((left.aspect == "ratio" and left.counts) or (right.aspect == "ratio" and right.counts)):
        return True
    return left.counts != right.counts and match.level("figures") not in SLIPS and match.level("deed") != "same"


def _bound_to_a_thing(match: Match) -> bool:
    """Whether the figures are tied to the same noun, deed or holder, not only to words of the same story."""
    counted = match.level("counted")
    if counted in FIRM or _stands_for_the_other(match) or match.level("company") == "several":
        return True
    if counted == "different":
        return False
    clause, shared = match.level("clause"), match.level("narrowing") == "shared"
    if match.level("names") == "one holder" or (match.level("deed") == "same" and (shared or clause in ("close", "identical"))):
        return True
    if clause == "identical" or (clause == "close" and shared) or _same_digits(match):
        return True
    if match.level("figures") == A_DIGIT_OFF and clause in MANY_WORDS and match.level("sentence") in MANY_WORDS:
        return True
    return (
        match.level("figures") in SLIPS
        and clause in SOME_WORDS
        and match.level("sentence") in SOME_WORDS
    )


def _is_worded(match: Match) -> bool:
    """Whether a word tells that both are of one thing: what is counted, or what else is said of it."""
    return match.shares_words or match.level("counted") in FIRM


def _stands_for_the_other(match: Match) -> bool:
    """Whether neither text has the other's figure, and something besides the story ties the two: a name, a word, a figure beside both."""
    if not _is_alone(match):
        return False
    if match.level("company") != "missing" or match.level("deed") == "same" or match.level("names") in ("shared", "one holder"):
        return True
    if match.level("counterpart") == "none, only ones" and match.level("documents") in ONE_EVENT:
        return True
    rare, plain = match.level("figures") in (*RARE_SLIPS, "short slip"), match.left.scale.plain
    vague = ("missing", "different") if match.level("figures") in RARE_SLIPS else ("missing", "different", "general")
    noun = match.left.family == "share" or not plain or match.level("counted") not in vague
    if rare and noun and match.level("documents") in ONE_EVENT:
        return True
    if match.level("figures") in RARE_SLIPS and match.level("documents") == "close":
        return True
    return match.level("clause") in ANY_WORDS and (rare or not plain)


def _is_alone(match: Match) -> bool:
    return match.level("counterpart") != "missing"


def _is_tied(match: Match) -> bool:
    """Whether more than words ties the figures: neither text has the other's, or both stand beside the same."""
    return _is_alone(match) or match.level("company") != "missing"


def _same_digits(match: Match) -> bool:
    """Whether three digits or more are the same but for scale or order, in texts of one event and of something both sentences name."""
    if match.level("figures") not in RARE_SLIPS or match.level("documents") not in KINDRED:
        return False
    named, worded = match.level("names") == "shared", match.level("clause") in ("some", "much")
    if match.level("documents") in ("akin", "related"):
        return match.level("counted") == "crossed" or (named and worded)
    alike = match.level("speaker") == "same" or match.level("sentence") in ("some", "much")
    linked = alike or worded or named or match.level("counted") in ("crossed", "general")
    return linked or min(len(match.left.digits.rstrip("0")), len(match.right.digits.rstrip("0"))) >= _MANY_DIGITS


def rival_speakers(match: Match, *, of_sentence: bool = False) -> bool:
    """In one text, two figures of one thing are rivals only when two named speakers give them side by side.

    ``of_sentence``: that the noun stands elsewhere in the sentence of one of them is enough.
    """
    left, right = match.left, match.right
    if not left.claim.speaker or not right.claim.speaker or one(left.claim.speaker, right.claim.speaker):
        return False
    if right.claim.span.start - left.claim.span.end > _NEAR:
        return False
    if may_be_firm(left, right) and match.level("counted") in FIRM:
        return True
    return of_sentence and bool({left.noun, right.noun} - FAINT - {""} & (left.sentence & right.sentence))
