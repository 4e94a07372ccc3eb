"""Which of several things of one noun a sentence speaks of: district 5, Ward B2, Unit 3, phase II."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.exclusions.numbered import HOW

_EITHER = frozenset(noun for noun, how in HOW.items() if how == "noun")
_CAPITAL = frozenset(noun for noun, how in HOW.items() if how in ("verb", "name"))
_LABEL = re.compile(r"(?:\d[\w./-]*|[IVXL]+|[A-Z]\d*)(?![^\W\d])")
_AROUND = "([{\"'“”‘’*_.,;:)]}"


@lru_cache(4096)
def labels(sentence: str) -> frozenset[tuple[str, str]]:
    """The nouns of ``sentence`` behind which a number or a letter names one of many, in small letters, each with that name."""
    words = sentence.split()
    named = [(noun, word) for noun, word in zip(map(_noun, words), words[1:], strict=False) if noun]
    return frozenset((noun, label.group().rstrip("./-")) for noun, word in named if (label := _LABEL.match(word)))


@lru_cache(16384)
def _noun(word: str) -> str:
    """The noun that ``word`` is, in small letters, when one of several such things may be named by a number; else ""."""
    bare = word.lstrip(_AROUND)
    low = bare.lower()
    return low if low in _EITHER or (low in _CAPITAL and bare[:1].isupper()) else ""
