"""Which claim of an edited document is which of the one before it, so that decisions follow unchanged figures.

Sentences are paired first: equal ones in their order, then those with most words in common, a little
more willingly where their figures are the same. Within a pair the words tell which figure stands in
whose place. A decision follows only where the figure in that place is the very same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ledger import patterns as re
from ledger.records import Claim

_WORD = re.compile(r"\w+")
_SLOT = "#"
_SAME_FIGURES, _OTHER_FIGURES, _BONUS = 0.3, 0.5, 0.15
"""How alike, from 0 to 1, sentences must be to be one sentence edited; and what equal figures add."""
_LOCAL, _AROUND = 0.4, 6
"""How alike the words around a figure must be that moved to another sentence, and how many they are on each side."""
_COMMON, _CANDIDATES, _LONG = 40, 12, 400
"""Bounds that keep the work linear: a word in more sentences tells nothing; sentences compared; words in a diff."""


class Held(NamedTuple):
    """A claim as the ledger holds it; ``lineage`` is what its decisions are kept under."""

    lineage: int
    claim: Claim


class Heir(NamedTuple):
    """What a claim takes over: which claim it ``follows``; the ``lineage`` of its decisions, or the ``reason`` why it does not."""

    follows: str
    lineage: int | None
    reason: str


class _Sentence:
    """A sentence with its claims in order; ``words`` has a slot where each figure stands."""

    __slots__ = ("bag", "claims", "figures", "text", "words")

    def __init__(self, claims: list[Claim]):
        sentence, self.claims = claims[0].sentence, claims
        self.text = " ".join(sentence.quote.split())
        self.words: list[str] = []
        at = 0
        for claim in claims:
            start, end = claim.in_sentence
            self.words += _words(sentence.quote[at:start])
            self.words.append(_SLOT)
            at = max(at, end)
        self.words += _words(sentence.quote[at:])
        self.bag = Counter(word for word in self.words if word != _SLOT)
        self.figures = tuple(map(figure, claims))


def figure(claim: Claim) -> tuple[object, ...]:
    """What must be equal for a figure to be unchanged."""
    return claim.kind, claim.low, claim.high, claim.bound, claim.unit, claim.whole


def heirs(before: Sequence[Held], after: Sequence[Claim]) -> dict[str, Heir]:
    """For claims of the new text, by id, what they take over from those of the text ``before``."""
    held = {each.claim.id: each for each in before}
    pairs = list(_pairs([each.claim for each in before], after))
    taken, found = {old.id for old, _ in pairs}, {new.id for _, new in pairs}
    left = ([each.claim for each in before if each.claim.id not in taken], [claim for claim in after if claim.id not in found])
    pairs += _moved(*left)
    return {new.id: heir(held[old.id], new) for old, new in pairs}


def heir(held: Held, new: Claim) -> Heir:
    """What ``new`` takes over from the claim in whose place it stands."""
    old = held.claim
    if figure(old) != figure(new):
        return Heir(old.id, None, f"the figure changed: {_plain(old)} became {_plain(new)}")
    if old.modality != new.modality:
        return Heir(old.id, None, f"was {old.modality}, is now {new.modality}")
    return Heir(old.id, held.lineage, "")


def _plain(claim: Claim) -> str:
    return " ".join(claim.mention.quote.split())


def _pairs(before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    old, new = _sentences(before), _sentences(after)
    equal = list(_equal(old, new))
    for one, other in equal:
        yield from zip(old[one].claims, new[other].claims, strict=False)
    gone, come = {one for one, _ in equal}, {other for _, other in equal}
    for one, other in _alike(old, new, [at for at in range(len(old)) if at not in gone], [at for at in range(len(new)) if at not in come]):
        yield from _in_place(old[one], new[other])


def _sentences(claims: Iterable[Claim]) -> list[_Sentence]:
    groups: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.sentence.start, claim.sentence.end), []).append(claim)
    return [_Sentence(sorted(group, key=lambda claim: claim.span.start)) for group in groups.values()]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _equal(old: list[_Sentence], new: list[_Sentence]) -> Iterator[tuple[int, int]]:
    """Sentences of the same words and places of figures, the first with the first."""
    waiting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in reversed(range(len(old))):
        waiting[old[at].text, len(old[at].claims)].append(at)
    for at, sentence in enumerate(new):
        same = waiting[sentence.text, len(sentence.claims)]
        if same:
            yield same.pop(), at


def _alike(old: list[_Sentence], new: list[_Sentence], left: list[int], right: list[int]) -> Iterator[tuple[int, int]]:
    """The rest, the most alike first, each in one pair; of equal ones the nearest."""
    holders: dict[str, list[int]] = defaultdict(list)
    same_figures: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in left:
        same_figures[old[at].figures].append(at)
        for word in old[at].bag:
            holders[word].append(at)
    scored = []
    for at in right:
        shared = Counter(other for word in new[at].bag if len(holders[word]) <= _COMMON for other in holders[word])
        near = [other for other, _ in shared.most_common(_CANDIDATES)] + same_figures[new[at].figures][:_CANDIDATES]
        for other in dict.fromkeys(near):
            same = old[other].figures == new[at].figures
            score = _dice(old[other].bag, new[at].bag)
            if score >= (_SAME_FIGURES if same else _OTHER_FIGURES):
                scored.append((-(score + _BONUS * same), abs(other / len(old) - at / len(new)), other, at))
    gone, come = set[int](), set[int]()
    for _, _, one, other in sorted(scored):
        if one not in gone and other not in come:
            gone.add(one)
            come.add(other)
            yield one, other


def _dice(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0


def _in_place(old: _Sentence, new: _Sentence) -> Iterator[tuple[Claim, Claim]]:
    """The claims of two sentences whose figures stand in each other's place."""
    if max(len(old.words), len(new.words)) > _LONG:
        if len(old.claims) == len(new.claims):
            yield from zip(old.claims, new.claims, strict=True)
        return
    numbers = [_numbers(old.words), _numbers(new.words)]
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    for tag, one, one_end, other, other_end in matcher.get_opcodes():
        left = [numbers[0][at] for at in range(one, one_end) if at in numbers[0]]
        right = [numbers[1][at] for at in range(other, other_end) if at in numbers[1]]
        if tag == "equal" or len(left) == len(right):
            yield from ((old.claims[mine], new.claims[theirs]) for mine, theirs in zip(left, right, strict=True))


def _numbers(words: list[str]) -> dict[int, int]:
    """Of each slot among ``words`` which one it is."""
    return {at: number for number, at in enumerate(at for at, word in enumerate(words) if word == _SLOT)}


def _moved(left: list[Claim], right: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of equal figures that stand in other sentences now, with much the same words around them."""
    waiting: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in left:
        waiting[figure(claim)].append(claim)
    scored = []
    for number, claim in enumerate(right):
        around = _around(claim)
        for at, other in enumerate(waiting[figure(claim)][:_CANDIDATES]):
            score = _dice(_around(other), around)
            if score >= _LOCAL:
                scored.append((-score, number, at, other, claim))
    gone, come = set[str](), set[str]()
    for _, _, _, old, new in sorted(scored, key=lambda each: each[:3]):
        if old.id not in gone and new.id not in come:
            gone.add(old.id)
            come.add(new.id)
            yield old, new


def _around(claim: Claim) -> Counter[str]:
    start, end = claim.in_sentence
    return Counter(_words(claim.sentence.quote[:start])[-_AROUND:] + _words(claim.sentence.quote[end:])[:_AROUND])
