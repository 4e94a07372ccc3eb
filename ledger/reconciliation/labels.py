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
    found = set()
    before = ""
    for word in sentence.split():
        if before and (label := _LABEL.match(word)):
            found.add((before, label.group().rstrip("./-")))
        bare = word.lstrip(_AROUND)
        low = bare.lower()
        before = low if low in _EITHER or (low in _CAPITAL and bare[:1].isupper()) else ""
    return frozenset(found)
