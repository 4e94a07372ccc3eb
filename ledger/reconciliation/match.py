"""Two topics that may measure the same, and why they seem to: what tells most for least is looked at first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.reconciliation.amended import AMENDED
from ledger.reconciliation.comparison import (
    LEVELS,
    NEAR,
    NOTES,
    RARE_SLIPS,
    SHORT_OR_RARE,
    SLIPS,
    TELLING,
    WEIGHTS,
    Comparer,
    Step,
    stepped,
)
from ledger.reconciliation.kindred import in_other_words
from ledger.reconciliation.nouns import FIRM, may_be_firm
from ledger.reconciliation.odds import LIKELY, likely
from ledger.reconciliation.places import LEAST, ONE_PLACE, in_one_place
from ledger.reconciliation.slots import ONE_SLOT, in_common
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.totals import of_all

_SWAPPED = frozenset({"swapped digits", "short slip"})
_APART = frozenset({"opposed", "one fate", "opposed in clause"})
"""Levels of the scope that tell of two things."""
_OF_ANOTHER = frozenset({"permitted", "similar"})
"""Marks of a figure that is of another thing, however alike the two are told."""
_COPIED = "copied"
"""The level of sentences that are the same but for a figure; it is given, never found."""
_FIELDS = tuple(LEVELS)
_SOONEST = (
    "figures", "counted", "deed", "narrowing", "documents", "days", "period", "counterpart", "speaker", "company", "names", "clause",
    "sentence", "scope",
)  # fmt: skip
"""The fields, those that are found out soonest in front."""
_MOST = [max(weight for level, weight in WEIGHTS[field].items() if level != _COPIED) for field in _SOONEST]
_BARRED = {"names": "different", "period": "apart"}
"""The levels of these at which two figures are not of one thing."""


class Match:
    """Two topics of which the figures can be held side by side, the one that stands first in front.

    ``levels`` are those that are given; only they count then.
    """

    __slots__ = ("_given", "_levels", "_place_bits", "_steps", "_weight", "comparer", "held", "left", "meeting", "right", "scope_as_told")

    def __init__(self, comparer: Comparer, left: Topic, right: Topic, levels: dict[str, str] | None = None):
        self.comparer, self.left, self.right = comparer, left, right
        self.meeting = left.interval.meets(right.interval)
        self._given, self._levels = levels is not None, levels or {}
        self._weight: float | None = None
        self._place_bits: float | None = None
        self._steps: tuple[Step, ...] | None = None
        self.scope_as_told = ""
        self.held = comparer.holds_against(left, right)
        if self.held and _are_parts_of_one_whole(left, right):
            self._levels["whole"] = "same, round" if len(f"{left.claim.whole:f}".rstrip("0")) < 2 else "same"

    def __reduce__(self) -> tuple[Callable[..., Match], tuple[object, ...]]:
        levels = self._levels if self._given or self.held else {}
        return _again, (self.comparer, self.left, self.right, self.meeting, self._given, self.held, levels, self._weight, self._steps)

    @property
    def within(self) -> bool:
        """Whether both stand in one document."""
        return self.left.document == self.right.document

    @property
    def of_one_slot(self) -> bool:
        """Whether both figures fill one slot of an event, for all that words tell; long after it much is told as it is by then."""
        if self.level("days") in ("far", "unknown"):
            return False
        return self.level("period") != "apart" and self.level("names") != "different" and self.told_alike > 0 and not self.set_apart

    @property
    def told_apart(self) -> bool:
        """Whether a third text of a handful has both figures, of different nouns."""
        return not self.within and self.comparer.are_told_apart(self.left, self.right)

    @property
    def comes_near(self) -> bool:
        """Whether one figure of two texts only comes near to the other, which its own text has besides: each is of another thing."""
        left, right, comparer = self.left, self.right, self.comparer
        return self.meeting == "same" and not self.within and (comparer.has_its_like(left, right) or comparer.has_its_like(right, left))

    @property
    def told_alike(self) -> float:
        """Bits that the clauses have in common where figures at odds may fill one slot."""
        return in_common(self.comparer, self.left, self.right) if self.meeting == "apart" else 0.0

    @property
    def place_bits(self) -> float:
        """Bits that tell that both figures stand in one place of a story; minus infinity where they cannot."""
        if self._place_bits is None:
            self._place_bits = in_one_place(self)
        return self._place_bits

    @property
    def copied(self) -> bool:
        """Whether it is one of copies of a text, of which the level is given."""
        return self._given

    @property
    def place(self) -> tuple[int, int, str, str]:
        """By which matches are put in order."""
        return self.left.at, self.right.at, self.left.aspect, self.right.aspect

    def level(self, field: str) -> str:
        """The first level of ``field`` that holds."""
        found = self._levels.get(field)
        if found is None:
            found = LEVELS[field](self.comparer, self.left, self.right)
            if field in AMENDED:
                found = AMENDED[field](self, found)
            self._levels[field] = found
        return found

    @property
    def weight(self) -> float:
        """The sum of the levels' weights: evidence, in bits, that both topics are one."""
        if self._weight is None:
            fields = self._levels if self._given else _FIELDS
            self._weight = self._of_whole + sum(WEIGHTS[field][self.level(field)] for field in fields)
        return self._weight

    def reaches(self, least: float) -> bool:
        """Whether both can be of one thing and weigh ``least``; no more is looked at than it takes to tell."""
        if self._weight is not None and self._weight < least:
            return False
        return self.hopeful and (self._weight is not None or self._adds_up_to(least)) and self._can_be_one

    def _adds_up_to(self, least: float) -> bool:
        """Whether the weights of all levels come to ``least``, and no level bars the match; they are known then."""
        comparer, left, right = self.comparer, self.left, self.right
        levels, weight, lenient = self._levels, self._of_whole, self._lenient
        for field, level_of, amended, weights, others, barred in _BY_COST:
            found = levels.get(field)
            if found is None:
                found = level_of(comparer, left, right)
                levels[field] = found = amended(self, found) if amended else found
            weight += weights[found]
            if weight + others < least or (found == barred and not lenient):
                return False
        self._weight = weight
        return True

    @property
    def _of_whole(self) -> float:
        return WEIGHTS["whole"][self._levels["whole"]] if self.held and "whole" in self._levels else 0.0

    @property
    def of_one_whole(self) -> bool:
        """Whether both are parts of one whole, and that no round number."""
        return self._levels.get("whole") == "same"

    @property
    def documents(self) -> str:
        """The level of the two texts by themselves, whatever else ties the figures."""
        return self.comparer.documents(self.left, self.right)

    @property
    def agree(self) -> bool:
        """Whether the figures agree as they seldom would by chance."""
        return self.meeting == "same" and self.level("figures") in TELLING

    @property
    def in_own_words(self) -> bool:
        """Whether the figures are so near, or so far, as chance seldom makes them: each text may say it in its own words."""
        return self.level("figures") in (TELLING if self.meeting == "same" else RARE_SLIPS)

    @property
    def seems_a_slip(self) -> bool:
        """Whether neither text has the other's figure, and one may be a slip for the other."""
        return self.meeting != "same" and self.level("figures") in SLIPS and self.level("counterpart").startswith("none")

    @property
    def equal(self) -> bool:
        """Whether texts of one event have the very same number of two digits or more: few things of an event are as many as others."""
        mine, theirs = self.left.claim, self.right.claim
        if self.meeting != "same" or self.within or not mine.low == mine.high == theirs.low == theirs.high:
            return False
        return self.level("figures") == "same, short" and self.documents == "close"

    @property
    def of_all(self) -> bool:
        """Whether in two texts the larger figure may be of all that the smaller, no swap of its digits nor a tenth, is a part of."""
        figures = self.level("figures")
        slipped = figures in _SWAPPED or (figures == "slip of scale" and self.left.family != "count")
        return not self.within and not slipped and of_all(self.left, self.right)

    @property
    def hopeful(self) -> bool:
        """Whether nouns, deeds or figures give hope that both are of one thing.

        Two wholes of one text are compared to the end, whatever their nouns.
        """
        left, right = self.left, self.right
        if self.agree or self.equal or (left.document == right.document and left.aspect == right.aspect == "whole"):
            return True
        if may_be_firm(left, right) and self.level("counted") in FIRM:
            return True
        promising = self.level("figures") in NEAR or left.deed == right.deed != "" or left.family == "share"
        if not promising and self.level("narrowing") != "shared":
            return False
        return self.level("counted") != "different" or self.seems_a_slip

    @property
    def bond(self) -> float:
        """Bits that the two texts have in common."""
        return self.comparer.kinship.bond(self.left.document, self.right.document)

    @property
    def rivals(self) -> int:
        """How many pairs the figures of both texts make of which either text has but one."""
        return self.comparer.rivals(self.left, self.right)

    @property
    def shares_words(self) -> bool:
        """Whether the sentences, or the words beside both figures, have a word that tells in common, be it in other words."""
        left, right = self.left, self.right
        if not left.sentence.isdisjoint(right.sentence) or not left.telling.isdisjoint(right.telling):
            return True
        return not self.within and bool(in_other_words(left.telling, right.telling))

    @property
    def set_apart(self) -> bool:
        """Whether words tell that the figures are of different things: of men and of women, of the dead and of the hurt."""
        return self._first_scope in _APART or self.of_all or self.is_of_change or self.is_of_mean

    @property
    def marked_apart(self) -> bool:
        """Whether one figure alone is what is permitted, or of what is like the other's thing, and neither seems a slip for the other."""
        return not _OF_ANOTHER.isdisjoint(self.left.marks ^ self.right.marks) and not self.seems_a_slip

    @property
    def _first_scope(self) -> str:
        """The level of the scope before the figures told that each text may say it in its own words."""
        self.level("scope")
        return self.scope_as_told

    @property
    def is_of_change(self) -> bool:
        """Whether one figure alone is by how much there is more or less; what rose "12 minutes after it" rose by something else."""
        return self.left.family != "duration" and "change" in self.left.marks ^ self.right.marks

    @property
    def is_of_mean(self) -> bool:
        """Whether one figure alone is an average, and neither is a rare slip for the other."""
        return "average" in self.left.marks ^ self.right.marks and self.level("figures") not in SHORT_OR_RARE

    @property
    def _lenient(self) -> bool:
        """Whether neither names nor period nor scope tell figures apart: those that agree as by chance they seldom would, and wholes."""
        return self.agree or self.equal or "whole" in (self.left.aspect, self.right.aspect)

    @property
    def _can_be_one(self) -> bool:
        """Whether names, period and scope allow that both are of one thing."""
        if self._lenient:
            return True
        if any(self.level(field) == barred for field, barred in _BARRED.items()) or self._first_scope in _APART:
            return False
        return self._first_scope != "marked apart" or self.seems_a_slip or self.meeting == "same"

    def settle(self) -> None:
        """Work out what a finding says of the match, while the topics remember their texts."""
        self._steps = self.steps

    def forget(self, *, settled: bool = False) -> None:
        """Give back the memory of what was worked out but the weight, or what was ``settled`` too; found again when asked for."""
        if settled:
            self._steps = None
        if not self._given and not self.held:
            self._levels = {}
            del self._levels

    def __getattr__(self, name: str) -> dict[str, str]:
        """The levels, of which none are known after ``forget``: hundreds of thousands of empty mappings would be held."""
        if name != "_levels":
            raise AttributeError(name)
        self._levels = {}
        return self._levels

    @property
    def steps(self) -> tuple[Step, ...]:
        """The levels, each with what made it hold."""
        if self._steps is not None:
            return self._steps
        comparer, left, right = self.comparer, self.left, self.right
        fields = tuple(self._levels) if self._given else (*_FIELDS, "whole") if self._of_whole else _FIELDS
        told = [stepped(field, self.level(field), NOTES[field](comparer, left, right)) for field in fields]
        if likely(self):
            told.append(LIKELY)
        if not self._given and self.of_one_slot:
            told.append(ONE_SLOT)
        if not self._given and self.place_bits >= LEAST:
            told.append(ONE_PLACE)
        return tuple([step for step in told if step.weight or step.note])


def _again(comparer: Comparer, left: Topic, right: Topic, *held: Any) -> Match:
    """A match as another process had it, of which nothing is worked out again before it is asked for."""
    match = object.__new__(Match)
    match.comparer, match.left, match.right, match.scope_as_told, match._place_bits = comparer, left, right, "", None
    match.meeting, match._given, match.held, levels, match._weight, match._steps = held
    if levels:
        match._levels = levels
    return match


def _are_parts_of_one_whole(left: Topic, right: Topic) -> bool:
    return bool(left.aspect == right.aspect == "value" and left.counts and right.counts) and left.claim.whole == right.claim.whole


_BY_COST = tuple(
    (field, LEVELS[field], AMENDED.get(field), WEIGHTS[field], sum(_MOST[at + 1 :]), _BARRED.get(field))
    for at, field in enumerate(_SOONEST)
)
"""The fields, how the level of each is found and amended, and what it weighs, what those behind it weigh at most, and its level that bars
a match."""
