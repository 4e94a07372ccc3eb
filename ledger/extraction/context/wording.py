"""A sentence cut into words, with what each can be and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from ledger.extraction.context.word_classes import END, classes

SOFT, COMMA, OPEN, CLOSE, DASH, COLON, SEMICOLON, STRONG = range(8)
"""What stands between two words: nothing but space (SOFT), or the punctuation that parts them."""

NONE = -1
"""The number of no word."""

_WORD = re.compile(r"(\w+(?:[-'’.,/]\w+)*)")
_MARK = re.compile(r"[,;:(\[)\]!?|•–—…/=]|(?<=\s)-")
_MARKS = {",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, ":": COLON, ";": SEMICOLON, "–": DASH, "—": DASH, "-": DASH}
_LONGEST = 1200
_REACH = 500


class Wording:
    """The words of a stretch of text.

    ``words`` as written, ``starts`` and ``ends`` their offsets into the text, ``bits`` their classes and one ``END``
    more, ``gaps`` what stands before each word and, last, behind the last one. ``acts``, ``terms`` and
    ``parts`` are filled in when they are first asked for: which words are verbs here, the lemmas of the content words,
    where the parts of the sentence begin; ``subjects`` keeps the subject's head for each verb already asked for.
    """

    __slots__ = ("acts", "bits", "count", "ends", "gaps", "parts", "starts", "subjects", "terms", "words")

    def __init__(self, text: str, start: int, end: int):
        parts = _WORD.split(text[start:end])
        offsets = list(accumulate(map(len, parts), initial=start))
        self.words = parts[1::2]
        self.starts, self.ends = offsets[1:-1:2], offsets[2:-1:2]
        self.bits = list(map(classes, self.words))
        self.bits.append(END)
        self.gaps = list(map(mark, parts[::2]))
        self.gaps[0] = self.gaps[-1] = STRONG
        self.count = len(self.words)
        self.acts: list[bool] | None = None
        self.terms: list[str] | None = None
        self.parts: list[int] = []
        self.subjects: dict[int, int] = {}

    def at(self, position: int) -> int:
        """The number of the word that ``position`` stands in, or of the first one behind it."""
        number = bisect_right(self.starts, position) - 1
        return number if number >= 0 and self.ends[number] > position else number + 1

    def behind(self, position: int) -> int:
        """The number of the first word that begins at or behind ``position``."""
        return bisect_left(self.starts, position)


@lru_cache(4096)
def mark(gap: str) -> int:
    """What the text between two words is; a full stop inside a sentence ends an abbreviation and parts nothing."""
    found = _MARK.search(gap)
    return _MARKS.get(found.group(), STRONG) if found else SOFT


def wording(text: str, start: int, end: int, sentence: tuple[int, int]) -> Wording:
    """The words of ``sentence``; of one that is very long only those around ``start`` and ``end``."""
    floor, limit = sentence
    if limit - floor > _LONGEST:
        floor, limit = max(floor, start - _REACH), min(limit, end + _REACH)
    return _cut(text, floor, max(limit, end))


@lru_cache(4)
def _cut(text: str, start: int, end: int) -> Wording:
    return Wording(text, start, end)
