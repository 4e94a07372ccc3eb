"""Which documents may speak of the same event: those that share names and unusual words, the rarer the better."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import log2

from ledger.extraction.context.inflection import VERBS, VERBS_AND_NOUNS, lemma
from ledger.lexicon import words
from ledger.reconciliation.topic import Topic, name_keys

_COMMON = frozenset(key for name in words("common_names.txt") for key in name_keys(name))
_USUAL = words("common_words.txt") | words("light_words.txt") | VERBS | VERBS_AND_NOUNS
_WORD = re.compile(r"(?<![\w&-])[a-z][a-z-]{3,}\b")
_BACKGROUND = 200
"""Documents that nobody gave us, none of which has the names of those that somebody did: a prior for the rarity of a name."""
_COMMON_BITS, _NAME_BITS, _WORD_BITS = 0.5, 3.0, 0.7
_MOST_SHARED = 12
_MOST_SHARERS = 48
"""A name in more documents than this brings none of them together; their rarer names must."""
SAME = 99.0


class Kinship:
    """How much the documents of ``topics`` have in common, in bits of the rarity of what they share."""

    def __init__(self, topics: Sequence[Topic], documents: int):
        collected: list[set[str]] = [set() for _ in range(documents)]
        read: list[int] = [-1] * documents
        for topic in topics:
            held, sentence = collected[topic.document], topic.claim.sentence
            if sentence.start != read[topic.document]:
                read[topic.document] = sentence.start
                held.update(topic.names)
                held.update(unusual(word) for word in set(_WORD.findall(sentence.quote)))
        self.marks = [frozenset(held - {""}) for held in collected]
        frequency = Counter(mark for marks in self.marks for mark in marks)
        everything = log2(documents + _BACKGROUND)
        self._bits = {mark: _most(mark) * (everything - log2(count)) / log2(_BACKGROUND) for mark, count in frequency.items()}
        self._bonds: dict[tuple[int, int], float] = {}

    def bits(self, mark: str) -> float:
        """How much it tells that two texts share the name or word ``mark``."""
        return self._bits.get(mark, 0.0)

    def bond(self, left: int, right: int) -> float:
        """Bits that documents ``left`` and ``right`` have in common; SAME for one document."""
        if left == right:
            return SAME
        pair = (left, right) if left < right else (right, left)
        if pair not in self._bonds:
            shared = sorted((self._bits[mark] for mark in self.marks[left] & self.marks[right]), reverse=True)
            self._bonds[pair] = sum(shared[:_MOST_SHARED])
        return self._bonds[pair]

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Documents that share a name or word rare enough to bring them together, in order."""
        sharers: dict[str, list[int]] = {}
        for number, marks in enumerate(self.marks):
            for mark in marks:
                sharers.setdefault(mark, []).append(number)
        found = {
            (left, right)
            for group in sharers.values()
            if len(group) <= _MOST_SHARERS
            for at, left in enumerate(group)
            for right in group[at + 1 :]
        }
        return sorted(found)


@lru_cache(65536)
def unusual(word: str) -> str:
    """``word`` marked as one, as a lemma, when few texts have it; else ""."""
    base = lemma(word)
    return "" if base in _USUAL or word in _USUAL else f"~{base}"


def _most(mark: str) -> float:
    if mark in _COMMON:
        return _COMMON_BITS
    return _WORD_BITS if mark.startswith("~") else _NAME_BITS
