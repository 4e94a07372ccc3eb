"""Parts of wholes that texts of one event tell in figures apart: "Of 320 flights, 204 were cancelled", "204 flights out of 380"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice, pairwise, product
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.case import Case
from ledger.reconciliation.concepts import FAINT, PERSONS, ROLES
from ledger.reconciliation.dating import unnamed
from ledger.reconciliation.kindred import kindred
from ledger.reconciliation.topic import Topic

_OF_WHOLE = re.compile(r"(?:^|[.;:—–,“\"] |\b[Aa]nd |\b[Bb]ut )[Oo]f (?:the |all |its |their |all the )?$")
_THEN_PART = re.compile(r"[^.;:\d]{1,60}$")
_OUT_OF = re.compile(r"[^.;:,\d]{0,40}\bout of (?:the |a total of |all |its )?$")
_FEW, _WIDEST = 10, 2
"""A part up to which two agree now and then; how many times the smaller of two wholes of which one is wrong the larger may be."""
_FAR, _MOST, _MOST_COUNTS = 80, 40, 400
"""Characters between a whole and its part; portions and counts of a document that are looked at."""


_Sizes = Mapping[int, Mapping[Decimal, Collection[Topic]]]
"""The counts and wholes that each document states."""


class Portion(NamedTuple):
    """How many of how many; ``holder`` is the figure that has the whole, ``stated`` whether that stands by itself as a total."""

    part: Decimal
    whole: Decimal
    holder: Topic
    stated: bool = False


def rivals(case: Case) -> Iterator[tuple[Topic, Topic]]:
    """Figures of two of a handful of texts, which are of one event, that give the same part of two wholes; in order."""
    if not case.kinship.is_handful:
        return
    counts = {number: list(islice(filter(_counts, case.topics_of(number)), _MOST_COUNTS)) for number in range(case.documents)}
    sizes = {number: _by_size(case.topics_of(number)) for number in counts}
    held = {number: list(islice(_portions(topics), _MOST)) for number, topics in counts.items()}
    for mine, theirs in case.kinship.pairs:
        if not (held[mine] or held[theirs]):
            continue
        found = [(one.holder, other.holder) for one, other in product(held[mine], held[theirs]) if _are_of_one(case, sizes, one, other)]
        if not found:
            found = [(one.holder, total) for one in held[mine] if (total := _total(case, sizes, one, counts[theirs])) is not None]
            found += [(total, one.holder) for one in held[theirs] if (total := _total(case, sizes, one, counts[mine])) is not None]
        yield from found[:1]


def _counts(topic: Topic) -> bool:
    claim = topic.claim
    exact = claim.bound == "exact" and claim.low == claim.high and isinstance(claim.low, Decimal) and claim.modality == "asserted"
    return exact and not claim.unit and claim.kind in ("count", "fraction") and topic.aspect in ("value", "ratio", "whole")


def _by_size(topics: Iterable[Topic]) -> dict[Decimal, list[Topic]]:
    found: dict[Decimal, list[Topic]] = {}
    for topic in topics:
        for size in _sizes(topic):
            found.setdefault(size, []).append(topic)
    return found


def _sizes(topic: Topic) -> Iterator[Decimal]:
    for size in (topic.claim.low, topic.claim.whole):
        if topic.family == "count" and isinstance(size, Decimal):
            yield size


def _portions(topics: Sequence[Topic]) -> Iterator[Portion]:
    """Fractions, and of two counts of a sentence that one is a part of the other."""
    told = dict.fromkeys(topic.claim for topic in topics)
    first = {topic.claim: topic for topic in reversed(topics)}
    for claim in told:
        if claim.kind == "fraction" and claim.whole is not None and isinstance(claim.low, Decimal) and " in " not in claim.span.quote:
            yield Portion(claim.low, claim.whole, first[claim])
    for one, other in pairwise(claim for claim in told if claim.kind == "count"):
        if one.sentence.start != other.sentence.start or not (isinstance(one.low, Decimal) and isinstance(other.low, Decimal)):
            continue
        (start, end), (begin, _), quote = one.in_sentence, other.in_sentence, one.sentence.quote
        if begin - end > _FAR:
            continue
        if one.low > other.low and _OF_WHOLE.search(quote, max(0, start - _FAR), start) and _THEN_PART.match(quote, end, begin):
            yield Portion(other.low, one.low, first[one])
        elif one.low < other.low and _OUT_OF.match(quote, end, begin):
            yield Portion(one.low, other.low, first[other])


def _are_of_one(case: Case, sizes: _Sizes, one: Portion, other: Portion) -> bool:
    """Whether two parts of one size are of one whole, of which neither text has the other's size."""
    if one.part != other.part or not _may_be_one(case, sizes, one.holder, one.whole, other.holder, other.whole):
        return False
    left, right = one.holder, other.holder
    told_alike = bool(unnamed(left, right, (left.sentence & right.sentence) - FAINT - {left.noun}))
    if one.part < _FEW:
        return told_alike and _count_alike(left, right)
    return told_alike or _count_alike(left, right) or kindred(left.noun, right.noun)


def _may_be_one(case: Case, sizes: _Sizes, left: Topic, mine: Decimal, right: Topic, theirs: Decimal) -> bool:
    small, large = sorted((mine, theirs))
    if small == large or large > _WIDEST * small or case.comparer.documents(left, right) != "close":
        return False
    if case.comparer.names(left, right) == "different":
        return False
    held = [*sizes[left.document].get(theirs, ()), *sizes[right.document].get(mine, ())]
    return not any(_count_alike(topic, each) for topic in held for each in (left, right))  # "22 buyers" are no 22 charges


def _count_alike(left: Topic, right: Topic) -> bool:
    """Whether both may count the same: the same noun, people, or what one leaves out."""
    mine, theirs = (topic.noun or topic.head for topic in (left, right))
    if mine == theirs or "" in (mine, theirs):
        return True
    people = PERSONS | ROLES
    return left.noun in people and right.noun in people and not (left.noun in ROLES and right.noun in ROLES)


def _total(case: Case, sizes: _Sizes, portion: Portion, counts: Sequence[Topic]) -> Topic | None:
    """The one total of another text that stands where the whole should, when that text has the part too."""
    if not any(topic.claim.low == portion.part and topic.claim.kind == "count" and _is_of(topic, portion) for topic in counts):
        return None
    found = [
        topic
        for topic in counts
        if topic.claim.kind == "count" and isinstance(topic.claim.low, Decimal) and topic.claim.low > portion.part
        and _shares(topic, portion) and _count_alike(portion.holder, topic)
        and _may_be_one(case, sizes, portion.holder, portion.whole, topic, topic.claim.low)
    ]  # fmt: skip
    return found[0] if len({topic.claim.low for topic in found}) == 1 else None


def _is_of(topic: Topic, portion: Portion) -> bool:
    """Whether a count is of what befell the part; of a few more must tell it than the noun."""
    words = topic.telling & portion.holder.telling
    return bool(unnamed(topic, portion.holder, words - FAINT - {portion.holder.noun} if portion.part < _FEW else words))


def _shares(topic: Topic, portion: Portion) -> bool:
    """Whether a total is told in words of the part's sentence, other than what is counted."""
    return bool(unnamed(topic, portion.holder, (topic.telling & portion.holder.sentence) - FAINT - ({topic.noun} & PERSONS)))
