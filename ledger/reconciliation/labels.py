"""Which of several things of one noun a sentence speaks of: district 5, Ward B2, Unit 3, phase II."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ledger import patterns as re
from ledger.extraction.exclusions.numbered import HOW

_EITHER = frozenset(noun for noun, how in HOW.items() if how == "noun")
_CAPITAL = frozenset(noun for noun, how in HOW.items() if how in ("verb", "name"))
_LABEL = re.compile(r"(?:\d[\w./-]*|[IVXL]+|[A-Z]\d*)(?![^\W\d])")
_AROUND = "([{\"'“”‘’*_.,;:)]}"


@lru_cache(4096)
def labels(sentence: str) -> frozenset[tuple[str, str]]:
    """The nouns of ``sentence`` behind which a number or a letter names one of many, in small letters, each with that name."""
    beside = [(before, word) for before, word in pairwise(sentence.split()) if not word[0].islower()]
    named = [(before, label.group().rstrip("./-")) for before, word in beside if (label := _LABEL.match(word))]
    return frozenset([(noun, label) for before, label in named if (noun := _noun(before))])


@lru_cache(16384)
def _noun(word: str) -> str:
    """The noun that ``word`` is, in small letters, when one of several such things may be named by a number; else ""."""
    bare = word.lstrip(_AROUND)
    low = bare.lower()
    return low if low in _EITHER or (low in _CAPITAL and bare[:1].isupper()) else ""
