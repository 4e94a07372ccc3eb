"""Which documents may speak of the same event: those that share names and unusual words, the rarer the better."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from itertools import chain
from math import log2, sqrt
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.grammar import CLOSED, GRAMMAR
from ledger.extraction.context.inflection import VERBS, VERBS_AND_NOUNS, lemma
from ledger.lexicon import classes, words
from ledger.reconciliation.concepts import FAINT, FATES, ROLES, concept
from ledger.reconciliation.names import name_keys
from ledger.records import Claim, printed

_COMMON = classes("common_words.tsv")
_USUAL = _COMMON["always"] | words("light_words.txt") | VERBS | VERBS_AND_NOUNS
_DOES = GRAMMAR["auxiliary"]
_SAID_OF = words("persons.txt") | words("persons_plural.txt")
_OPENS = re.compile(r"[“\"'‘]?([A-Z][a-z]{3,})(?:['’]s\b|, (?=\d)| \((?=\d)| ([a-z]+)\b)")
_WORD = re.compile(r"[a-z](?<![\w&-].)[a-z-]{3,}\b")
_BACKGROUND = 200
"""Documents that nobody gave us, none of which has the names of those that somebody did: a prior for the rarity of a name."""
_BACKGROUND_BITS = log2(_BACKGROUND)
_COMMON_BITS, _NAME_BITS, _WORD_BITS, _FIGURE_BITS, _LONG_FIGURE_BITS = 0.5, 3.0, 1.2, 1.2, 2.5
_OFTEN_BITS, _SOMETIMES_BITS = 0.3, 0.6
_LARGE = 10_000
_LONG = 2
"""Digits, zeros at the end left out, up to which texts of different events share a figure now and then."""
_FIGURE = "="
"""Begins the mark of a figure, as ``~`` that of an unusual word, ``_`` that of one that news of all kinds shares, and ``*`` a subject's."""
_SHARED, _ASKED, _SUBJECT = "_", "?", "*"
_SUBJECT_TIMES, _SUBJECT_PART = 2, 0.35
"""A name is a subject of its document when as many of its sentences have it, and such a part of them."""
_OTHERS_BOND = 1.0
"""Bits that texts have in common at most of which one does not name what the other is about: two states are told of in like words."""
_TELLING_KINDS = frozenset({"count", "fraction", "share", "money", "measure"})
_MOST_SHARED = 12
_STORY = 60
"""Names and words that a news story has at most; of books, that have many, as many are shared by chance, and of figures more yet."""
MOST_SHARERS = 48
"""What more documents than this have brings none of them together; rarer things must."""
_MOST_BONDS = 65536
"""Bonds that are kept; others are worked out again."""
_LEAST_FIGURES = 2
"""Figures that documents without a name or an unusual word in common must share to be held side by side."""
_CHANCE_AMONG, _LEAST = 30, 1.0
"""Among as many documents chance alone brings two together as closely as one bit more does; and what is left must be told of a pair."""
_DAYS_APART = ((10, 0.75), (60, 1.0), (400, 1.3))
_YEARS_APART, _UNDATED = 1.6, 1.1
"""How much of that is held against two documents published so many days apart at most, years apart, or at a time that is not told:
of 516 pairs of texts of one event half were 10 days apart at most, of 8,119 unlike ones that shared as much 1 in 100."""
SAME = 99.0
CLOSE, AKIN = 3.5, 2.6
"""Bits that most texts of one event share, and those that few texts of two events do."""
HANDFUL = 9
"""Documents up to which two may be tied by a third: a few are given together for a reason, many may be a chain of events."""


Meet = Callable[[int, int], bool]


class Census:
    """How many documents there are, and how many of them have each mark: a name, ``~`` and an unusual word, a wording's hash."""

    def __init__(self, marks: Iterable[Iterable[str]]):
        self.counts, self.documents = Counter[str](), 0
        for held in marks:
            self.counts.update(held)
            self.documents += 1

    def few(self, mark: str) -> bool:
        """Whether so few documents have the mark that it brings them together."""
        return self.counts[mark] <= MOST_SHARERS

    def moved(self, gone: Iterable[Iterable[str]], come: Iterable[Iterable[str]]) -> Moved | None:
        """What it does to the others that the documents with ``gone`` made way for those with ``come``.

        None when there are so many more or fewer documents now that every mark is weighed anew.
        """
        lost, won = Census(gone), Census(come)
        if _steady(self.documents) != _steady(self.documents - won.documents + lost.documents):
            return None
        found = Moved(set(), set())
        for mark in filter(_is_counted, lost.counts.keys() | won.counts.keys()):
            now = self.counts[mark]
            before = now - won.counts[mark] + lost.counts[mark]
            if (now > MOST_SHARERS) != (before > MOST_SHARERS) or _steady(now) != _steady(before):
                found.rarity.update((mark, asked(mark)))
            if min(now, before) <= MOST_SHARERS and brings_together(mark):
                found.meeting.add(mark)
        return found


def asked(name: str) -> str:
    """The mark of a document that has not the mark ``name``, but asks how rare it is."""
    return f"{_ASKED}{name}"


def _is_counted(mark: str) -> bool:
    return mark[0] not in (_ASKED, _SUBJECT)


class Moved(NamedTuple):
    """Marks that are rarer or less rare than before, and marks that documents may meet those by that have changed."""

    rarity: set[str]
    meeting: set[str]


def brings_together(mark: str) -> bool:
    """Whether documents may meet by the mark when it is rare: a common word only tells of those that do."""
    return mark[0] not in (_SHARED, _SUBJECT)


class Kinship:
    """How much documents have in common, in bits of the rarity of what they share.

    ``marks`` are the names and unusual words of each document, each once; ``census`` counts them, perhaps
    in more documents than these. ``meet`` says of two documents whether they need be brought together. ``one_story`` are pairs of documents
    of a handful that tell so many of the same figures that they are of one event. ``published`` is when each came out, where that is known.
    """

    def __init__(
        self,
        marks: Sequence[Sequence[str]],
        census: Census,
        meet: Meet | None = None,
        one_story: Container[tuple[int, int]] = (),
        published: Sequence[date | None] = (),
    ):
        self._meet, self._one_story, self._published = meet, one_story, published
        self._rarity: dict[int, float] = {}
        self._census, self._everything = census, log2(_steady(census.documents) + _BACKGROUND)
        self._numbers = numbers = dict[str, int]()
        self._marks = [array("I", sorted(numbers.setdefault(mark, len(numbers)) for mark in held if mark[0] != _SUBJECT)) for held in marks]
        self._subjects = [frozenset(numbers[mark[1:]] for mark in held if mark[0] == _SUBJECT) for held in marks]
        self._bits = array("d", map(self.bits, numbers) if len(marks) > 1 else ())  # a single document is of one event with itself
        self._figured = bytearray(mark[0] == _FIGURE for mark in numbers)
        self.is_handful = census.documents == len(marks) <= HANDFUL
        self._few = bytearray(1 < census.counts[mark] <= MOST_SHARERS and brings_together(mark) for mark in numbers)
        self._bonds: dict[tuple[int, int], float] = {}
        self._chance = 0.0 if self.is_handful else log2(1 + _steady(census.documents) / _CHANCE_AMONG)
        self._least = min(_LEAST, self._chance)

    def bits(self, mark: str) -> float:
        """How much it tells that two texts share the name or word ``mark``."""
        count = self._census.counts.get(mark)
        if not count:
            return 0.0
        if count not in self._rarity:
            self._rarity[count] = self._everything - log2(_steady(count))
        return _most(mark) * self._rarity[count] / _BACKGROUND_BITS

    def has(self, document: int, mark: str) -> bool:
        """Whether the document has the name or word ``mark``."""
        return mark in self._numbers and self._numbers[mark] in self._marks[document]

    def bond(self, left: int, right: int) -> float:
        """Bits that documents ``left`` and ``right`` have in common beyond what chance gives two of so many, fewer than none perhaps.

        AKIN at least where a third ties them; SAME for one document.
        """
        if left == right:
            return SAME
        return AKIN if self.are_tied(left, right) else self._own(left, right)

    def are_tied(self, left: int, right: int) -> bool:
        """Whether two of a handful of documents, that have little in common, tell the same figures or are both close to a third."""
        if not self.is_handful or self._own(left, right) >= AKIN:
            return False
        if (min(left, right), max(left, right)) in self._one_story:
            return True
        if self._own(left, right) <= 0:
            return False
        others = (number for number in range(len(self._marks)) if number not in (left, right))
        return any(self._own(left, other) >= CLOSE and self._own(other, right) >= CLOSE for other in others)

    def _own(self, left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._bonds:
            if len(self._bonds) > _MOST_BONDS:
                self._bonds.clear()
            mine, theirs = set(self._marks[left]), set(self._marks[right])
            length = min(1.0, _STORY / sqrt(len(mine) * len(theirs) or 1))
            bits = (self._bits[mark] * length if self._figured[mark] else self._bits[mark] for mark in mine & theirs)
            bond = sum(sorted(bits, reverse=True)[:_MOST_SHARED]) * length
            known = _is_named(self._subjects[left], theirs) and _is_named(self._subjects[right], mine)
            self._bonds[pair] = (bond if known else min(bond, _OTHERS_BOND)) - self._by_chance(*pair)
        return self._bonds[pair]

    def _by_chance(self, left: int, right: int) -> float:
        """Bits that two documents of so many share by chance: few that are of one event come out years apart, most that are of two do."""
        if not self._chance:
            return 0.0
        mine, theirs = (self._published[each] if self._published else None for each in (left, right))
        if mine is None or theirs is None:
            return self._chance * _UNDATED
        days = abs((mine - theirs).days)
        return self._chance * next((part for most, part in _DAYS_APART if days <= most), _YEARS_APART)

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """Documents that share what is rare enough to bring them together, in order, the first of them in front."""
        for document, others in self._after.items():
            for other in others:
                yield document, other

    def after(self, document: int) -> Sequence[int]:
        """The later documents that ``document`` makes a pair with, in order."""
        return self._after.get(document, ())

    def are_akin(self, left: int, right: int) -> bool:
        """Whether two documents make a pair: share what is rare, and more bits than chance gives two of so many."""
        if self.are_tied(left, right):
            return True
        both = set(self._marks[left]).intersection(self._marks[right])
        few = [mark for mark in both if self._few[mark]]
        figures = sum(map(self._figured.__getitem__, few))
        return (len(few) > figures or figures >= _LEAST_FIGURES) and self.bond(left, right) >= self._least

    @cached_property
    def _after(self) -> dict[int, array[int]]:
        """Of each document that makes a pair with a later one, these later ones."""
        named, figured = self._sharers()
        found: dict[int, array[int]] = {}
        for document, marks in enumerate(self._marks):
            met = set(chain.from_iterable([named[mark] for mark in marks if mark in named]))
            figures = [figured[mark] for mark in marks if mark in figured]
            if len(figures) >= _LEAST_FIGURES:
                times = Counter(chain.from_iterable(figures))
                met.update(other for other, shared in times.items() if shared >= _LEAST_FIGURES)
            if self.is_handful:
                met.update(other for other in range(len(self._marks)) if other != document and self.are_tied(document, other))
            later = (other for other in met if other > document and (self._meet is None or self._meet(document, other)))
            others = sorted(other for other in later if self.bond(document, other) >= self._least)
            if others:
                found[document] = array("L", others)
        return found

    def _sharers(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """The documents that have a name or word few enough have, and those that have a figure, of which it takes several."""
        named: dict[int, list[int]] = {}
        figured: dict[int, list[int]] = {}
        for document, marks in enumerate(self._marks):
            for mark in marks:
                if self._few[mark]:
                    (figured if self._figured[mark] else named).setdefault(mark, []).append(document)
        return named, figured


def _is_named(subjects: frozenset[int], names: Container[int]) -> bool:
    """Whether one of the subjects, if there are any, is among the names."""
    return not subjects or any(subject in names for subject in subjects)


def marks(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The names and the unusual words in the sentences of one document's ``claims``, and the names of its lead, each once, in order.

    A name that it is about is marked once more, behind ``*``.
    """
    held, words_in, read = set[str](), set[str](), -1
    named, sentences = Counter[str](), 0
    lead: tuple[str, ...] = ()
    for claim in claims:
        if claim.lead is not lead:
            lead = claim.lead
            held.update(*map(name_keys, lead))
        if claim.sentence.start != read:
            read = claim.sentence.start
            sentences += 1
            named.update(set(chain.from_iterable(map(name_keys, claim.names))))
            words_in.update(claim.sentence.quote.split())
            held.update(_opening(claim.sentence.quote))
        held.add(figure(claim))
    held.update(chain.from_iterable(map(_unusual_in, words_in)))
    held.update(named)
    held.discard("")
    least = max(_SUBJECT_TIMES, _SUBJECT_PART * sentences)
    held.update([f"{_SUBJECT}{name}" for name, times in named.items() if name and times >= least])
    return tuple(sorted(held))


def figure(claim: Claim) -> str:
    """The figure of ``claim`` as a mark, when it is one that chance seldom repeats; else ""."""
    low = claim.low if claim.low is not None else claim.high
    if claim.kind not in _TELLING_KINDS or not isinstance(low, Decimal):
        return ""
    digits = _telling(f"{low.normalize():f}")
    if digits == _LONG and claim.kind == "count" and not claim.unit and claim.low == claim.high and abs(low) < _LARGE:
        noun = concept(claim.counted) if claim.counted else ""
        return f"{_FIGURE}{printed(low)} {noun}" if noun and noun not in FAINT and noun not in ROLES and noun not in FATES else ""
    return f"{_FIGURE}{printed(low)} {claim.unit}" if digits > 2 or (digits > 1 and (claim.unit or abs(low) > _LARGE)) else ""


def _telling(figure: str) -> int:
    """How many digits of a figure tell it from others: those between the zeros at its ends."""
    return len(figure.replace(".", "").strip("-0"))


def _steady(count: int) -> int:
    """A count, from 8 upwards to its three highest bits alone, so that one document more seldom moves the others."""
    dropped = max(count.bit_length() - 3, 0)
    return count >> dropped << dropped


def _opening(sentence: str) -> tuple[str, ...]:
    """The keys of a word that opens a sentence and is no word of the language: what is done or said of it tells that it is a name."""
    found = _OPENS.match(sentence)
    if found is None or (found[2] and found[2] not in _DOES):
        return ()
    word = found[1].lower()
    if word in CLOSED or word in _SAID_OF or lemma(word) != word or word.endswith(("ly", "teen")):
        return ()
    return name_keys(found[1]) if unusual(word) == f"~{word}" and concept(word) == word else ()


@lru_cache(65536)
def _unusual_in(piece: str) -> tuple[str, ...]:
    """The marks of the words in a text without white space."""
    return tuple(map(unusual, _WORD.findall(piece)))


@lru_cache(65536)
def unusual(word: str) -> str:
    """``word`` marked as one, as a lemma, when not all texts have it; else ""."""
    base = lemma(word)
    if base in _USUAL or word in _USUAL:
        return ""
    shared = any(each in _COMMON[often] for each in (base, word) for often in ("often", "sometimes"))
    return f"{_SHARED}{base}" if shared else f"~{base}"


@cache
def _common() -> frozenset[str]:
    """The keys of names that many texts have."""
    return frozenset(key for name in words("common_names.txt") | words("countries.txt") for key in name_keys(name))


def _most(mark: str) -> float:
    if mark in _common():
        return _COMMON_BITS
    if mark.startswith(_FIGURE):
        return _LONG_FIGURE_BITS if _telling(mark[1:].partition(" ")[0]) > _LONG else _FIGURE_BITS
    if mark.startswith(_SHARED):
        return _OFTEN_BITS if mark[1:] in _COMMON["often"] else _SOMETIMES_BITS
    return _WORD_BITS if mark.startswith("~") else _NAME_BITS
