"""Two topics held side by side: for each field the first level that holds, and what it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import fsum, log2
from typing import Literal, NamedTuple

from ledger.lexicon import table
from ledger.reconciliation.concepts import FAINT, GROWS, opposed
from ledger.reconciliation.figures import LONG_SLIP, figures
from ledger.reconciliation.kinship import AKIN, CLOSE, SAME, Kinship
from ledger.reconciliation.names import written
from ledger.reconciliation.nouns import counted
from ledger.reconciliation.slips import slip
from ledger.reconciliation.speakers import akin
from ledger.reconciliation.stated import Stated, company
from ledger.reconciliation.topic import Topic
from ledger.records import Level

TELLING = frozenset({"same in other units", "same, very long", "same, long", "same, large", "same, short"})
"""Levels of figures that agree, and seldom would by chance."""
RARE_SLIPS = frozenset({"slip of scale", "swapped digits"})
"""Levels of figures of three digits or more that differ as chance seldom makes them."""
SHORT_SLIPS = frozenset({"short slip", "short slip of scale", LONG_SLIP})
"""The same of two digits, and one digit off among many, which tell less."""
SHORT_OR_RARE = RARE_SLIPS | SHORT_SLIPS
SLIPS = SHORT_OR_RARE | {"slip"}
"""Levels of figures of which one may be a slip of the pen for the other."""
A_DIGIT_OFF = "a digit off"
"""The level of short figures that differ in one digit: so many do by chance that words must tell they are of one thing."""
NEAR = SLIPS | {A_DIGIT_OFF}
"""Levels of figures that come near enough to be one figure, written wrong in one of two texts."""
ANY_WORDS = frozenset({"little", "some", "much", "close", "identical"})
SOME_WORDS, MANY_WORDS = ANY_WORDS - {"little"}, ANY_WORDS - {"little", "some"}
"""Levels of clauses and of sentences that have any of their words in common, some of them at least, or many."""
ONE_EVENT = frozenset({"close", "akin"})
"""Levels of two documents that seem to be of one event."""
KINDRED = ONE_EVENT | {"related"}
"""The same, or of two that may be."""
WEIGHTS: dict[str, dict[str, float]] = {}
for _field, _level, _weight in table("match_weights.tsv"):
    WEIGHTS.setdefault(_field, {})[_level] = float(_weight)
_COMPANY = ("missing", "shared", "several")
_OVERLAPS = (("close", 0.5), ("much", 0.3), ("some", 0.15), ("little", 0.06))
_IDENTICAL, _FEW_WORDS = 0.85, 3
_LEAST_BITS, _COMMON, _MORE_CLAIMS = 0.3, 1.0, 20
_MOST_COUNTED = 2048
"""Documents whose words are kept counted."""
_RELATED_BOND, _DISTANT_BOND = 2.0, 0.4
_FEW_DAYS, _SOME_DAYS = 1, 60
_COMPASS = "compass"
_LEAST_RIVALS = 2
"""Pairs of figures with a unit that only one of two texts has, up to which a digit that is off seems a slip."""


class Step(NamedTuple):
    """A level as it is weighed; ``Level`` is its form in the records."""

    field: str
    level: str
    note: str = ""

    @property
    def weight(self) -> float:
        """Evidence in bits that the two claims speak of one thing; below zero against it."""
        return WEIGHTS[self.field][self.level]

    def record(self) -> Level:
        """The level as findings keep it."""
        return _record(self)


@lru_cache(4096)
def _record(step: Step) -> Level:
    """One record serves all findings of which the same is told: most levels have no note."""
    return Level.dense(field=step.field, level=step.level, weight=step.weight, note=step.note)


_PLAIN = {(field, level): Step(field, level) for field, levels in WEIGHTS.items() for level in levels}


def stepped(field: str, level: str, note: str) -> Step:
    """The level as it is weighed; steps without a note are held once."""
    return Step(field, level, note) if note else _PLAIN[field, level]


class Comparer:
    """Compares topics of a set of documents, whose words tell the more the fewer claims have them.

    Whoever holds a text against documents that are ``vouched`` for, by number, says that it is of their time.
    """

    def __init__(self, topics: Sequence[Topic], kinship: Kinship, vouched: frozenset[int] = frozenset()):
        self.kinship, self._vouched = kinship, vouched
        self._held: dict[int, list[Topic]] = {}
        self._counts: dict[int, Counter[str]] = {}
        self.stated = Stated(topics)
        self._last: tuple[int, int] = (-1, -1)
        self._words = _Words(0, [])
        self._bonded, self._bond = self._last, ""
        self._figured: tuple[Topic | None, Topic | None, str] = None, None, ""
        for topic in topics:
            held = self._held.setdefault(topic.document, [])
            if not held or held[-1].claim is not topic.claim:  # of those of one claim the first; "one in five" has no value
                held.append(topic)

    def holds_against(self, left: Topic, right: Topic) -> bool:
        """Whether one of the two is vouched for and the other held against it."""
        return bool(self._vouched) and (left.document in self._vouched) != (right.document in self._vouched)

    def step(self, field: Literal["clause", "sentence", "names", "documents"], left: Topic, right: Topic) -> Step:
        """The level of one field, with what made it hold."""
        return stepped(field, LEVELS[field](self, left, right), NOTES[field](self, left, right))

    def clause(self, left: Topic, right: Topic) -> str:
        """The level of the words of the two clauses."""
        return self._overlap(left.telling, right.telling, left, right)

    def sentence(self, left: Topic, right: Topic) -> str:
        """The level of the words of the two sentences."""
        return self._overlap(left.sentence, right.sentence, left, right)

    def names(self, left: Topic, right: Topic) -> str:
        """Of the names beside the figures; of shares the holders, else the names of the sentences."""
        mine, theirs = _beside(left, right)
        both = mine & theirs
        if mine and theirs and not both:
            return "different"
        if both and left.family == "share":
            return "one holder" if mine == theirs else "shared"
        if both:
            return "shared" if self._are_rare(both) else "missing"
        return "in sentence" if self._are_rare(left.names & right.names) else "missing"

    def _are_rare(self, names: frozenset[str]) -> bool:
        """Whether one of the names, at least, tells more than the common ones."""
        return any(bits > _COMMON for bits in map(self.kinship.bits, names)) if names else False

    def documents(self, left: Topic, right: Topic) -> str:
        """The level of the two documents: one, or by the rare words and figures that they share."""
        pair = left.document, right.document
        if self._bonded != pair:
            self._bonded, self._bond = pair, _level_of(self.kinship.bond(*pair))
        return self._bond

    def figures(self, left: Topic, right: Topic) -> str:
        """How much the figures tell by themselves; asked twice running of the same two."""
        mine, theirs, found = self._figured
        if mine is not left or theirs is not right:
            found = figures(left, right)
            self._figured = left, right, found
        return found

    def counterpart(self, left: Topic, right: Topic) -> str:
        """Whether one text has a figure that the other's may be a slip for; none when neither has the other's, told when one has both."""
        found = self.figures(left, right)
        if found not in NEAR:
            return "missing"
        if not self.stated.are_alone(left, right):
            slipped = found in SLIPS and left.document != right.document
            return "told" if slipped and not self.stated.are_unmatched(left, right) else "missing"
        if found == A_DIGIT_OFF and (left.scale.plain or self.rivals(left, right) > _LEAST_RIVALS):
            return "missing"
        return "none, only ones" if self.stated.are_only(left, right) else "none"

    def are_sole(self, left: Topic, right: Topic) -> bool:
        """Whether each text has but this figure in the unit of both that the other has not."""
        return self.stated.are_sole(left, right)

    def are_unmatched(self, left: Topic, right: Topic) -> bool:
        """Whether neither text has the other's figure."""
        return self.stated.are_unmatched(left, right)

    def has_its_like(self, figure: Topic, other: Topic) -> bool:
        """Whether the document of ``other`` has the very ``figure`` that ``other`` only comes near to."""
        return self.stated.has_its_like(figure, other)

    def states(self, document: int, low: float, high: float) -> bool:
        """Whether the document counts from ``low`` to ``high`` of something."""
        return self.stated.counts(document, low, high)

    def are_told_apart(self, left: Topic, right: Topic) -> bool:
        """Whether a third text has both figures, of different nouns."""
        return self.stated.are_told_apart(left, right)

    def bits(self, shared: Iterable[str], left: Topic, right: Topic) -> float:
        """How much words tell that claims of the two documents share."""
        words = self._words_of(left.document, right.document)
        return fsum(map(words.__getitem__, shared))

    def rivals(self, left: Topic, right: Topic) -> int:
        """How many pairs the figures of both texts make of which either text has but one."""
        return self.stated.rivals(left, right)

    def _overlap(self, mine: frozenset[str], theirs: frozenset[str], left: Topic, right: Topic) -> str:
        shared = mine & theirs
        if not shared:
            return "none"
        words = self._words_of(left.document, right.document)
        both = fsum(map(words.__getitem__, shared))  # in whatever order a set has them
        ratio = both / (words.total(mine) + words.total(theirs) - both)
        if ratio > _IDENTICAL and len(shared) > _FEW_WORDS:
            return "identical"
        for level, least in _OVERLAPS:
            if ratio >= least:
                return level
        return "none"

    def _words_of(self, one: int, other: int) -> _Words:
        if self._last != (one, other):
            counts = [self._counts_of(number) for number in sorted({one, other})]
            everything = sum(len(self._held[number]) for number in {one, other}) + _MORE_CLAIMS
            self._last = (one, other)
            self._words = _Words(everything, counts)
        return self._words

    def _counts_of(self, document: int) -> Counter[str]:
        """How many claims of the document have each word in their sentence."""
        if document not in self._counts:
            if len(self._counts) > _MOST_COUNTED:
                self._counts.clear()
            self._counts[document] = Counter(chain.from_iterable(topic.sentence for topic in self._held[document]))
        return self._counts[document]


class _Words(dict[str, float]):
    """How many bits it tells that claims of two documents share a word."""

    def __init__(self, everything: int, counts: Sequence[Counter[str]]):
        super().__init__()
        self._everything, self._counts, self._totals = everything, counts, dict[frozenset[str], float]()

    def __missing__(self, word: str) -> float:
        having = 1
        for count in self._counts:
            having += count.get(word, 0)
        value = log2(self._everything / having)
        self[word] = value = value if value > _LEAST_BITS else _LEAST_BITS
        return value

    def total(self, words: frozenset[str]) -> float:
        if words not in self._totals:
            self._totals[words] = fsum(map(self.__getitem__, words))
        return self._totals[words]


def _beside(left: Topic, right: Topic) -> tuple[frozenset[str], frozenset[str]]:
    """The names beside two figures; of shares the holders."""
    return (left.holders, right.holders) if left.family == "share" else (left.near, right.near)


def are_of_others(left: Topic, right: Topic) -> bool:
    """Whether both figures stand beside names, and not one of these beside both."""
    mine, theirs = _beside(left, right)
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _level_of(bond: float) -> str:
    if bond == SAME:
        return "one"
    return (
        "close" if bond >= CLOSE else "akin" if bond >= AKIN
        else "related" if bond >= _RELATED_BOND else "distant" if bond >= _DISTANT_BOND else "unrelated"
    )


def _deed(_: Comparer, left: Topic, right: Topic) -> str:
    if not left.deed or not right.deed:
        return "missing"
    return "same" if left.deed == right.deed else "different"


def _narrowing(_: Comparer, left: Topic, right: Topic) -> str:
    mine, theirs = left.narrowing - FAINT, right.narrowing - FAINT
    if mine & theirs:
        return "shared"
    return "different" if mine and theirs else "one-sided" if mine or theirs else "missing"


def _scope(_: Comparer, left: Topic, right: Topic) -> str:
    mine, theirs = left.sides, right.sides
    if (mine and theirs and opposed(mine, theirs)) or (left.labels and right.labels and opposed(left.labels, right.labels)):
        return "opposed"
    if left.fates or right.fates:
        if left.fates and right.fates and left.fates.isdisjoint(right.fates):
            return "opposed"
        if not (left.fates and right.fates) and not (left.fates or right.fates) & (left.sentence & right.sentence):
            return "one fate"
    if _marked_apart(left, right):
        return "marked apart"
    mine, theirs = mine | left.clause_sides, theirs | right.clause_sides
    if left.family == "measure":  # what is 40 miles to the north of it has it 40 miles to the south
        mine, theirs = (frozenset(each for each in sides if each[0] != _COMPASS) for sides in (mine, theirs))
    return "opposed in clause" if mine and theirs and opposed(mine, theirs) else "alike"


def _marked_apart(left: Topic, right: Topic) -> frozenset[str]:
    if left.marks == right.marks:
        return frozenset()
    apart = left.marks ^ right.marks
    return apart - {"window"} if "window" in apart and (left.clause | right.clause).isdisjoint(GROWS) else apart


def _speaker(_: Comparer, left: Topic, right: Topic) -> str:
    mine, theirs = left.claim.speaker, right.claim.speaker
    if not mine or not theirs:
        return "missing"
    return "same" if mine == theirs or akin(mine, theirs) else "different"


def _period(_: Comparer, left: Topic, right: Topic) -> str:
    mine, theirs = left.period, right.period
    if mine is None or theirs is None:
        return "apart" if _began_later(left, right) or _began_later(right, left) else "missing"
    if mine == theirs:
        return "same"
    return "overlapping" if mine[0] <= theirs[1] and theirs[0] <= mine[1] else "apart"


def _began_later(topic: Topic, other: Topic) -> bool:
    """Whether the time that ``topic`` speaks of began when the text of ``other``, which tells how things are, was out."""
    if topic.period is None or other.claim.period_low is not None or other.claim.modality != "asserted":
        return False
    return 0 < other.day < topic.period[0].toordinal()


def _days(_: Comparer, left: Topic, right: Topic) -> str:
    if not left.day or not right.day:
        return "unknown"
    gap = abs(left.day - right.day)
    return "same" if gap <= _FEW_DAYS else "near" if gap <= _SOME_DAYS else "far"


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words)) if words else ""


def _scope_note(comparer: Comparer, left: Topic, right: Topic) -> str:
    return (
        opposed(left.sides, right.sides)
        or opposed(left.labels, right.labels)
        or _listed(left.fates ^ right.fates)
        or _listed(_marked_apart(left, right))
        or opposed(left.sides | left.clause_sides, right.sides | right.clause_sides)
    )


def _documents_note(comparer: Comparer, left: Topic, right: Topic) -> str:
    if left.document == right.document:
        return ""
    pair = left.document, right.document
    return f"{comparer.kinship.bond(*pair):.1f} bits{', by way of a third text' if comparer.kinship.are_tied(*pair) else ''}"


Fields = dict[str, Callable[[Comparer, Topic, Topic], str]]
LEVELS: Fields = {
    "counted": lambda _, left, right: counted(left, right),
    "deed": _deed,
    "narrowing": _narrowing,
    "scope": _scope,
    "clause": Comparer.clause,
    "sentence": Comparer.sentence,
    "names": Comparer.names,
    "speaker": _speaker,
    "period": _period,
    "documents": Comparer.documents,
    "days": _days,
    "figures": Comparer.figures,
    "counterpart": Comparer.counterpart,
    "company": lambda _, left, right: _COMPANY[min(len(company(left, right)), 2)],
}
"""The fields in the order in which they are told, and how the level of each is found."""
NOTES: Fields = {
    "counted": lambda _, left, right: _listed(left.roles & right.roles) or f"{left.head or '-'}, {right.head or '-'}",
    "deed": lambda _, left, right: ", ".join(filter(None, (left.deed, right.deed))),
    "narrowing": lambda _, left, right: _listed(left.narrowing & right.narrowing),
    "scope": _scope_note,
    "clause": lambda _, left, right: _listed(left.telling & right.telling),
    "sentence": lambda _, left, right: _listed((left.sentence & right.sentence) - left.telling),
    "names": lambda _, left, right: written(left.claim, left.near & right.near or left.names & right.names),
    "speaker": lambda _, left, right: ", ".join(filter(None, (left.claim.speaker, right.claim.speaker))),
    "period": lambda *_: "",
    "documents": _documents_note,
    "days": lambda _, left, right: str(abs(left.day - right.day)) if left.day and right.day else "",
    "figures": lambda _, left, right: slip(left.digits, right.digits) if left.interval.meets(right.interval) != "same" else "",
    "counterpart": lambda *_: "",
    "company": lambda _, left, right: _listed(company(left, right)),
    "whole": lambda *_: "",
}  # fmt: skip
"""What made the level of a field hold."""
