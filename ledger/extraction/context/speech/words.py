"""The words of a sentence, as its attributions are read."""

from __future__ import annotations

import re

from ledger import lexicon
from ledger.extraction.context.grammar import GRAMMAR

TIMES = GRAMMAR["time"] | GRAMMAR["calendar"]
_NO_ADVERBS = GRAMMAR["no_adverb"]
_ABBREVIATIONS = "|".join(sorted(word[:-1].capitalize() for word in lexicon.words("titles.txt") if word.endswith(".")))
_WORD = r"\w+(?:['’&/-]\w+|(?<=\d)[.,]\d+)*(?:(?<=s)['’](?=\s+\w))?|--|[^\w\s]"
_TOKEN = re.compile(_WORD)
_DOTTED = re.compile(rf"(?:{_ABBREVIATIONS})\.|(?:[^\W\d_]\.)+(?!\w)|{_WORD}")
"""Also takes a full stop that belongs to an abbreviation or an initial into the word; twice as slow."""


class Words:
    """The tokens of ``text[start:end]``: words with their apostrophes and hyphens, and single marks.

    ``tokens`` as written, ``low`` in lower case with straight apostrophes, ``starts`` their offsets into ``text``.
    """

    __slots__ = ("_starts", "low", "start", "text", "tokens")

    def __init__(self, text: str, start: int, end: int):
        self.text, self.start = text, start
        token = _DOTTED if text.find(".", start, end - 2) >= 0 else _TOKEN
        self.tokens: list[str] = token.findall(text, start, end)
        self.low = [token.lower() for token in self.tokens]
        if "’" in text[start:end]:
            self.low = [token.replace("’", "'") for token in self.low]
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        if not self._starts:  # most sentences are never asked
            at = self.start
            for token in self.tokens:
                at = self.text.find(token, at)
                self._starts.append(at)
                at += len(token)
        return self._starts

    def end(self, at: int) -> int:
        return self.starts[at] + len(self.tokens[at])

    def capital(self, at: int) -> bool:
        """Whether token ``at`` is a capitalised word that may belong to a name."""
        return self.tokens[at][0].isupper() and self.low[at] not in TIMES

    def adverb(self, at: int) -> bool:
        """Whether token ``at`` is an adverb in -ly."""
        low = self.low[at]
        return low.endswith("ly") and low not in _NO_ADVERBS and self.tokens[at][0].islower()

    def owner(self, at: int) -> bool:
        """Whether token ``at`` is a possessive: ``Ruiz's``, ``organisers’``."""
        word = self.low[at]
        return len(word) > 2 and (word[-2] == "'" or word[-1] == "'")

    def excerpt(self, start: int, end: int) -> str:
        """The words from token ``start`` to ``end``, both included, a space between them."""
        return " ".join(self.tokens[start : end + 1])
