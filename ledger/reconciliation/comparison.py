"""Two topics held side by side: for each field the first level that holds, and what it weighs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import fsum, log2
from typing import NamedTuple

from ledger.lexicon import table
from ledger.reconciliation.concepts import FAINT, GROWS, UNIQUE, opposed
from ledger.reconciliation.kinship import SAME, Kinship
from ledger.reconciliation.slips import slip
from ledger.reconciliation.topic import Topic
from ledger.records import Level

_WEIGHTS = {(field, level): float(weight) for field, level, weight in table("match_weights.tsv")}
_OVERLAPS = (("close", 0.5), ("much", 0.3), ("some", 0.15), ("little", 0.06), ("none", 0.0))
_LEAST_BITS, _COMMON, _MORE_CLAIMS = 0.3, 1.0, 20
_CLOSE_BOND, _RELATED_BOND, _DISTANT_BOND = 4.5, 2.0, 0.4


class Step(NamedTuple):
    """A level as it is weighed; ``Level`` is its form in the records."""

    field: str
    level: str
    note: str = ""

    @property
    def weight(self) -> float:
        return _WEIGHTS[self.field, self.level]

    def record(self) -> Level:
        return Level(field=self.field, level=self.level, weight=self.weight, note=self.note)


class Comparer:
    """Compares topics of a set of documents, whose words tell the more the fewer claims have them."""

    def __init__(self, topics: Sequence[Topic], kinship: Kinship):
        self.kinship = kinship
        self._held: list[list[Topic]] = [[] for _ in kinship.marks]
        self._seen: dict[int, Counter[str]] = {}
        for topic in topics:
            if topic.aspect == "value":
                self._held[topic.document].append(topic)

    def steps(self, left: Topic, right: Topic) -> list[Step]:
        """The levels of all fields, strongest tells first."""
        return [
            _counted(left, right), _deed(left, right), _narrowing(left, right), _scope(left, right),
            self.clause(left, right), self._sentence(left, right), self.names(left, right), _speaker(left, right),
            _period(left, right), self.documents(left, right), _days(left, right), _figures(left, right),
        ]  # fmt: skip

    def _bits(self, word: str, left: Topic, right: Topic) -> float:
        """How much it tells that claims of these two documents share ``word``."""
        documents = {left.document, right.document}
        having = sum(self._claims_with(number)[word] for number in documents)
        everything = sum(len(self._held[number]) for number in documents)
        return max(_LEAST_BITS, log2((everything + _MORE_CLAIMS) / (having + 1)))

    def _claims_with(self, document: int) -> Counter[str]:
        """How many claims of the document have each word in their sentence."""
        if document not in self._seen:
            self._seen[document] = Counter(word for topic in self._held[document] for word in topic.sentence)
        return self._seen[document]

    def _shared(self, mine: frozenset[str], theirs: frozenset[str], left: Topic, right: Topic) -> tuple[float, float]:
        """Bits of the words in both sets, and of those in either."""
        both = fsum(self._bits(word, left, right) for word in mine & theirs)  # in whatever order a set has them
        return both, both + fsum(self._bits(word, left, right) for word in mine ^ theirs)

    def clause(self, left: Topic, right: Topic) -> Step:
        mine, theirs = left.clause - FAINT, right.clause - FAINT
        return Step("clause", self._overlap(mine, theirs, left, right), ", ".join(sorted(mine & theirs)))

    def _sentence(self, left: Topic, right: Topic) -> Step:
        mine, theirs = left.sentence - FAINT, right.sentence - FAINT
        return Step("sentence", self._overlap(mine, theirs, left, right), ", ".join(sorted((mine & theirs) - (left.clause & right.clause))))

    def _overlap(self, mine: frozenset[str], theirs: frozenset[str], left: Topic, right: Topic) -> str:
        both, either = self._shared(mine, theirs, left, right)
        ratio = both / either if either else 0.0
        if ratio > 0.85 and len(mine & theirs) > 3:
            return "identical"
        return next(level for level, least in _OVERLAPS if ratio >= least)

    def names(self, left: Topic, right: Topic) -> Step:
        """Of the names beside the figures; of shares the holders, else the names of the sentences."""
        mine, theirs = (left.holders, right.holders) if left.family == "share" else (left.near, right.near)
        both = mine & theirs
        if mine and theirs and not both:
            return Step("names", "different", ", ".join(sorted(mine | theirs)))
        if both and left.family == "share":
            return Step("names", "one holder" if mine == theirs else "shared", ", ".join(sorted(both)))
        if both:
            telling = [name for name in both if self.kinship.bits(name) > _COMMON]
            return Step("names", "shared" if telling else "missing", ", ".join(sorted(both)))
        shared = [name for name in left.names & right.names if self.kinship.bits(name) > _COMMON]
        return Step("names", "in sentence" if shared else "missing", ", ".join(sorted(shared)))

    def documents(self, left: Topic, right: Topic) -> Step:
        bond = self.kinship.bond(left.document, right.document)
        if bond == SAME:
            return Step("documents", "one")
        level = (
            "close" if bond >= _CLOSE_BOND else "related" if bond >= _RELATED_BOND else "distant" if bond >= _DISTANT_BOND else "unrelated"
        )
        return Step("documents", level, f"{bond:.1f} bits")


def _counted(left: Topic, right: Topic) -> Step:
    note = f"{left.head or '-'}, {right.head or '-'}"
    if left.noun and left.noun == right.noun and left.noun in UNIQUE:
        return Step("counted", "one event", note)
    if left.head and left.head == right.head and left.noun not in FAINT:
        return Step("counted", "exact", note)
    if left.noun and left.noun == right.noun and left.noun not in FAINT:
        return Step("counted", "synonym", note)
    if roles := left.roles & right.roles:
        return Step("counted", "role", ", ".join(sorted(roles)))
    if (left.noun and left.noun not in FAINT and left.noun in right.clause) or (
        right.noun and right.noun not in FAINT and right.noun in left.clause
    ):
        return Step("counted", "crossed", note)
    if not left.noun or not right.noun:
        return Step("counted", "missing", note)
    if left.noun in FAINT or right.noun in FAINT:
        return Step("counted", "general", note)
    return Step("counted", "different", note)


def _deed(left: Topic, right: Topic) -> Step:
    if not left.deed or not right.deed:
        return Step("deed", "missing")
    return Step("deed", "same" if left.deed == right.deed else "different", f"{left.deed}, {right.deed}")


def _narrowing(left: Topic, right: Topic) -> Step:
    mine, theirs = left.narrowing - FAINT, right.narrowing - FAINT
    if mine & theirs:
        return Step("narrowing", "shared", ", ".join(sorted(mine & theirs)))
    if mine and theirs:
        return Step("narrowing", "different")
    return Step("narrowing", "one-sided" if mine or theirs else "missing")


def _scope(left: Topic, right: Topic) -> Step:
    if contrast := opposed(left.sides, right.sides):
        return Step("scope", "opposed", contrast)
    if left.fates and right.fates and left.fates.isdisjoint(right.fates):
        return Step("scope", "opposed", ", ".join(sorted(left.fates | right.fates)))
    if bool(left.fates) != bool(right.fates) and not (left.fates or right.fates) & (left.sentence & right.sentence):
        return Step("scope", "one fate", ", ".join(sorted(left.fates | right.fates)))
    apart = left.marks ^ right.marks
    if "window" in apart and (left.clause | right.clause).isdisjoint(GROWS):
        apart -= {"window"}
    if apart:
        return Step("scope", "marked apart", ", ".join(sorted(apart)))
    if contrast := opposed(left.sides | left.clause_sides, right.sides | right.clause_sides):
        return Step("scope", "opposed in clause", contrast)
    return Step("scope", "alike")


def _speaker(left: Topic, right: Topic) -> Step:
    mine, theirs = left.claim.speaker, right.claim.speaker
    if not mine or not theirs:
        return Step("speaker", "missing")
    return Step("speaker", "same" if set(mine.lower().split()) & set(theirs.lower().split()) else "different", f"{mine}, {theirs}")


def _period(left: Topic, right: Topic) -> Step:
    mine, theirs = left.period, right.period
    if mine is None or theirs is None:
        return Step("period", "missing")
    if mine == theirs:
        return Step("period", "same")
    return Step("period", "overlapping" if mine[0] <= theirs[1] and theirs[0] <= mine[1] else "apart")


def _days(left: Topic, right: Topic) -> Step:
    if not left.day or not right.day:
        return Step("days", "unknown")
    gap = abs(left.day - right.day)
    return Step("days", "same" if gap <= 1 else "near" if gap <= 60 else "far", str(gap))


def _figures(left: Topic, right: Topic) -> Step:
    """How much the figures themselves tell: figures of different things seldom agree in three digits, or differ as by a slip."""
    if left.interval.meets(right.interval) == "same":
        if left.scale != right.scale and left.scale.measures not in ("1", "percent"):
            return Step("figures", "same in other units")
        digits = min(len(left.digits.rstrip("0")), len(right.digits.rstrip("0")))
        return Step(
            "figures",
            "same, very long"
            if digits > 3
            else "same, long"
            if digits > 2
            else "same, short"
            if digits == 2 or left.scale.measures not in ("1", "percent")
            else "same, one digit",
        )
    kind = slip(left.digits, right.digits)
    return Step("figures", "slip", kind) if kind else Step("figures", "unlike")
