"""Two topics that may measure the same, and why they seem to: what tells most for least is looked at first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.reconciliation.comparison import (
    A_DIGIT_OFF,
    LEVELS,
    NOTES,
    RARE_SLIPS,
    SHORT_SLIPS,
    SLIPS,
    TELLING,
    WEIGHTS,
    Comparer,
    Step,
    stepped,
)
from ledger.reconciliation.dating import one_part_differs
from ledger.reconciliation.kindred import in_other_words
from ledger.reconciliation.nouns import FIRM, may_be_firm
from ledger.reconciliation.odds import LIKELY, likely
from ledger.reconciliation.slots import ONE_SLOT, in_common
from ledger.reconciliation.stand_ins import most_rivals
from ledger.reconciliation.stated import company
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.totals import of_all

_OWN_WORDS = {"none": "own words", "little": "own words", "marked apart": "own words"}
"""Two texts that agree in a telling figure may say it each in its own words."""
_NO_WORDS = {"none": "own words"}
_LONG = frozenset({"same, long", "same, very long"})
_UNITED = frozenset({"duration", "measure", "rate"})
_RARE = RARE_SLIPS | SHORT_SLIPS
_SWAPPED = frozenset({"swapped digits", "short slip"})
_APART = frozenset({"opposed", "one fate", "opposed in clause"})
_LOOSE = frozenset({"marked apart", "one fate", "opposed in clause"})
"""Levels of the scope that words not of the figure itself may make."""
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

    __slots__ = ("_comparer", "_first_scope", "_given", "_held", "_levels", "_steps", "_weight", "left", "meeting", "right")

    def __init__(self, comparer: Comparer, left: Topic, right: Topic, levels: dict[str, str] | None = None):
        self._comparer, self.left, self.right = comparer, left, right
        self.meeting = left.interval.meets(right.interval)
        self._given, self._levels = levels is not None, levels or {}
        self._weight: float | None = None
        self._steps: tuple[Step, ...] | None = None
        self._first_scope = ""
        self._held = comparer.holds_against(left, right)
        if self._held and left.aspect == right.aspect == "value" and left.counts and right.counts and left.claim.whole == right.claim.whole:
            self._levels["whole"] = "same, round" if len(f"{left.claim.whole:f}".rstrip("0")) < 2 else "same"

    def __reduce__(self) -> tuple[Callable[..., Match], tuple[object, ...]]:
        levels = self._levels if self._given or self._held else {}
        return _again, (self._comparer, self.left, self.right, self.meeting, self._given, self._held, levels, self._weight, self._steps)

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
        return not self.within and self._comparer.are_told_apart(self.left, self.right)

    @property
    def comes_near(self) -> bool:
        """Whether one figure of two texts only comes near to the other, which its own text has besides: each is of another thing."""
        left, right, comparer = self.left, self.right, self._comparer
        return self.meeting == "same" and not self.within and (comparer.has_its_like(left, right) or comparer.has_its_like(right, left))

    @property
    def told_alike(self) -> float:
        """Bits that the clauses have in common where figures at odds may fill one slot."""
        return in_common(self._comparer, self.left, self.right) if self.meeting == "apart" else 0.0

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
            found = LEVELS[field](self._comparer, self.left, self.right)
            if field in _BESIDES:
                found = _BESIDES[field](self, found)
            self._levels[field] = found
        return found

    def _scope(self, found: str) -> str:
        """Marks that set two figures apart tell nothing of those that stand beside the same figures, nor fates of those that are alone."""
        if found == "marked apart" and self._is_of_change:
            self._first_scope = found
            return found
        if found in _LOOSE and self.stands_in and self.level("figures") in RARE_SLIPS:
            found = "own words"
        many = found == "marked apart" and len(company(self.left, self.right)) > 1
        tied = self._alone and (self.level("counted") in ("general", "kindred", *FIRM) or self.level("counterpart") == "none, only ones")
        if many or (found == "one fate" and (tied or self._agree)):
            found = "own words"
        self._first_scope = found
        return _OWN_WORDS.get(found, found) if self._in_own_words or self._alone else found

    def _words(self, found: str) -> str:
        if self._in_own_words:
            return _OWN_WORDS.get(found, found)
        return _NO_WORDS.get(found, found) if self._alone or (self.level("figures") == A_DIGIT_OFF and self._is_sole) else found

    def _period(self, found: str) -> str:
        """A telling figure that two texts of one event have in common is of one thing, whatever else stands near it."""
        if found != "apart":
            return found
        rare = self.level("figures") in RARE_SLIPS and self.stands_in
        return "missing" if rare or self._told_otherwise or self._of_slipped_days else found

    @property
    def _of_slipped_days(self) -> bool:
        """Whether a figure may be a slip for the other, and so may the day that it is of; or both are the only ones of their kind."""
        if not self._alone or self.level("figures") not in _RARE:
            return False
        if self.level("counterpart") == "none, only ones":
            return True
        mine, theirs = self.left.period, self.right.period
        if mine is None or theirs is None or mine[0] != mine[1] or theirs[0] != theirs[1]:
            return False
        return one_part_differs(mine, theirs)

    def _names(self, found: str) -> str:
        if found != "different":
            return found
        beside = self._alone and self.level("figures") in _RARE and self.level("company") != "missing"
        return "missing" if beside or self._told_otherwise or self.stands_in else found

    def _counted(self, found: str) -> str:
        if found != "different":
            return found
        only = self.level("counterpart") == "none, only ones"
        return "own words" if only or self._told_otherwise or self.stands_in else found

    @property
    def stands_in(self) -> bool:
        """Whether in texts of one event a figure stands where the other text has one that it may be a slip for.

        Slips are seldom made by chance, the more seldom the fewer figures of the two texts could have made them.
        """
        if self.level("figures") == A_DIGIT_OFF:
            return self.shares_words and self._is_sole
        if (self._levels.get("figures") or self.level("figures")) not in _RARE or not self._alone:
            return False
        documents = self._comparer.documents(self.left, self.right)
        most = most_rivals(documents, self.level("figures"), self.left.scale, self.shares_words)
        return most > 0 and self._comparer.rivals(self.left, self.right) <= most

    @property
    def _is_sole(self) -> bool:
        """Whether two texts of one event have but these figures in their unit that the other has not, and they differ in a digit."""
        left, right = self.left, self.right
        if self.within or left.scale.plain or left.family not in _UNITED:
            return False
        return self._comparer.documents(left, right) == "close" and self._comparer.are_sole(left, right)

    @property
    def _told_otherwise(self) -> bool:
        """Whether two texts of one event have a figure that few have, or one with a unit: each may tell it in its own words."""
        if not self._agree:
            return False
        long, plain = self.level("figures") in _LONG, self.left.scale.plain
        if plain and not long and self.level("figures") != "same, large":
            return False
        documents = self._comparer.documents(self.left, self.right)
        return documents == "close" or (documents == "akin" and long and not plain)

    def _days(self, found: str) -> str:
        return "held against" if self._held and found == "unknown" else found

    def _documents(self, found: str) -> str:
        """Parts of one whole tie their texts when one of these is vouched for."""
        return "related" if found in ("unrelated", "distant") and self._levels.get("whole") == "same" else found

    @property
    def weight(self) -> float:
        """The sum of the levels' weights: evidence, in bits, that both topics are one."""
        if self._weight is None:
            fields = self._levels if self._given else _FIELDS
            self._weight = self._of_whole + sum(WEIGHTS[field][self.level(field)] for field in fields)
        return self._weight

    def reaches(self, least: float) -> bool:
        """Whether both can be of one thing and weigh ``least``; no more is looked at than it takes to tell."""
        if self._weight is None:
            if not self._alike:
                return False
            comparer, left, right = self._comparer, self.left, self.right
            levels, weight, lenient = self._levels, self._of_whole, self._lenient
            for field, level_of, besides, weights, others, barred in _BY_COST:
                found = levels.get(field)
                if found is None:
                    found = level_of(comparer, left, right)
                    levels[field] = found = besides(self, found) if besides else found
                weight += weights[found]
                if weight + others < least or (found == barred and not lenient):
                    return False
            self._weight = weight
            return lenient or self._can_be_one
        return self._weight >= least and self._alike and self._can_be_one

    @property
    def _of_whole(self) -> float:
        return WEIGHTS["whole"][self._levels["whole"]] if self._held and "whole" in self._levels else 0.0

    @property
    def _agree(self) -> bool:
        """Whether the figures agree as they seldom would by chance."""
        return self.meeting == "same" and (self._levels.get("figures") or self.level("figures")) in TELLING

    @property
    def equal(self) -> bool:
        """Whether texts of one event have the very same number of two digits or more: few things of an event are as many as others."""
        mine, theirs = self.left.claim, self.right.claim
        if self.meeting != "same" or self.within or not mine.low == mine.high == theirs.low == theirs.high:
            return False
        return self.level("figures") == "same, short" and self._comparer.documents(self.left, self.right) == "close"

    @property
    def of_all(self) -> bool:
        """Whether in two texts the larger figure may be of all that the smaller, no swap of its digits nor a tenth, is a part of."""
        figures = self.level("figures")
        slipped = figures in _SWAPPED or (figures == "slip of scale" and self.left.family != "count")
        return not self.within and not slipped and of_all(self.left, self.right)

    @property
    def _in_own_words(self) -> bool:
        levels = self._levels
        return (levels.get("figures") or self.level("figures")) in (TELLING if self.meeting == "same" else RARE_SLIPS)

    @property
    def _alone(self) -> bool:
        """Whether neither text has the other's figure, and one may be a slip for the other."""
        return self.meeting != "same" and self.level("figures") in SLIPS and self.level("counterpart") != "missing"

    @property
    def _alike(self) -> bool:
        """Whether nouns, deeds or figures give hope; two wholes of one text are compared to the end, whatever their nouns."""
        left, right = self.left, self.right
        if self._agree or self.equal or (left.document == right.document and left.aspect == right.aspect == "whole"):
            return True
        if may_be_firm(left, right) and self.level("counted") in FIRM:
            return True
        slipped = self.level("figures") in SLIPS or self.level("figures") == A_DIGIT_OFF
        hopeful = slipped or (left.deed == right.deed != "") or left.family == "share" or self.level("narrowing") == "shared"
        if not hopeful:
            return False
        return self._alone if self.level("counted") == "different" else True

    @property
    def bond(self) -> float:
        """Bits that the two texts have in common."""
        return self._comparer.kinship.bond(self.left.document, self.right.document)

    @property
    def rivals(self) -> int:
        """How many pairs the figures of both texts make of which either text has but one."""
        return self._comparer.rivals(self.left, self.right)

    @property
    def shares_words(self) -> bool:
        """Whether the sentences, or the words beside both figures, have a word that tells in common, be it in other words."""
        left, right = self.left, self.right
        if not left.sentence.isdisjoint(right.sentence) or not left.telling.isdisjoint(right.telling):
            return True
        return not self.within and bool(in_other_words(left.telling, right.telling))

    @property
    def hopeful(self) -> bool:
        """Whether nouns, deeds or figures give hope that both are of one thing."""
        return self._alike

    @property
    def set_apart(self) -> bool:
        """Whether words tell that the figures are of different things: of men and of women, of the dead and of the hurt."""
        self.level("scope")
        return self._first_scope in _APART or self.of_all or self._is_of_change or self.is_of_mean

    @property
    def _is_of_change(self) -> bool:
        """Whether one figure alone is by how much there is more or less; what rose "12 minutes after it" rose by something else."""
        return self.left.family != "duration" and "change" in self.left.marks ^ self.right.marks

    @property
    def is_of_mean(self) -> bool:
        """Whether one figure alone is an average, and neither is a rare slip for the other."""
        return "average" in self.left.marks ^ self.right.marks and self.level("figures") not in _RARE

    @property
    def _lenient(self) -> bool:
        """Whether neither names nor period nor scope tell figures apart: those that agree as by chance they seldom would, and wholes."""
        return self._agree or self.equal or "whole" in (self.left.aspect, self.right.aspect)

    @property
    def _can_be_one(self) -> bool:
        """Whether names, period and scope allow that both are of one thing."""
        if self._lenient:
            return True
        if any(self.level(field) == barred for field, barred in _BARRED.items()):
            return False
        self.level("scope")
        return self._first_scope not in _APART and (self._first_scope != "marked apart" or self._alone or self.meeting == "same")

    def settle(self) -> None:
        """Work out what a finding says of the match, while the topics remember their texts."""
        self._steps = self.steps

    def forget(self, *, settled: bool = False) -> None:
        """Give back the memory of what was worked out but the weight, or what was ``settled`` too; found again when asked for."""
        if settled:
            self._steps = None
        if not self._given and not self._held:
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
        comparer, left, right = self._comparer, self.left, self.right
        fields = tuple(self._levels) if self._given else (*_FIELDS, "whole") if self._of_whole else _FIELDS
        told = [stepped(field, self.level(field), NOTES[field](comparer, left, right)) for field in fields]
        told += [LIKELY] if likely(self) else []
        told += [ONE_SLOT] if not self._given and self.of_one_slot else []
        return tuple([step for step in told if step.weight or step.note])


def _again(comparer: Comparer, left: Topic, right: Topic, *held: Any) -> Match:
    """A match as another process had it, of which nothing is worked out again before it is asked for."""
    match = object.__new__(Match)
    match._comparer, match.left, match.right, match._first_scope = comparer, left, right, ""
    match.meeting, match._given, match._held, levels, match._weight, match._steps = held
    if levels:
        match._levels = levels
    return match


_BESIDES: dict[str, Callable[[Match, str], str]] = {
    "counted": Match._counted, "scope": Match._scope, "clause": Match._words, "sentence": Match._words, "names": Match._names,
    "period": Match._period, "days": Match._days, "documents": Match._documents,
}  # fmt: skip
"""What else tells on the level of a field than that field."""
_BY_COST = tuple(
    (field, LEVELS[field], _BESIDES.get(field), WEIGHTS[field], sum(_MOST[at + 1 :]), _BARRED.get(field))
    for at, field in enumerate(_SOONEST)
)
"""The fields, how the level of each is found, and what it weighs, what those behind it weigh at most, and its level that bars a match."""
