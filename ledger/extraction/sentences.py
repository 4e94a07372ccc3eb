"""Sentences of a prose, split only where they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

import regex

from ledger.lexicon import words
from ledger.records import Prose

Sentence = tuple[int, int]
"""Half-open offsets into the prose's text, without surrounding white space."""

_STOP = regex.compile(r"""[.!?…]+["”’')\]»]*(?:\[\d+\]|\d{1,2}(?=\s+[A-Z“"]))?(?=\s)|[:;](?=\s*\n\s*\n)""")
_OPENS = regex.compile(r"""\s+(?=["“‘'(\[«•*—–-]*\s*[\p{Lu}\d•*$€£])""")
_WORD_BEFORE = regex.compile(r"(?r)[\p{L}\d.]+")
_start = attrgetter("start")


class Sentences:
    """The sentences of ``prose``; a sentence never crosses a block."""

    def __init__(self, prose: Prose):
        self._text, self._blocks = prose.text, prose.blocks
        self._split: dict[int, list[Sentence]] = {}

    def around(self, position: int) -> Sentence:
        """The sentence that ``position`` stands in; its block where it stands in none."""
        number = self.block(position)
        sentences = self.of_block(number)
        at = bisect_right(sentences, position, key=_first) - 1
        return sentences[max(at, 0)]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before ``sentence`` in its block, or the last one of the block before; None at the beginning."""
        number = self.block(sentence[0])
        sentences = self.of_block(number)
        at = bisect_right(sentences, sentence[0], key=_first) - 2
        if at >= 0:
            return sentences[at]
        return self.of_block(number - 1)[-1] if number else None

    def block(self, position: int) -> int:
        """The number of the block that ``position`` stands in, or of the last one before it."""
        return max(bisect_right(self._blocks, position, key=_start) - 1, 0)

    def of_block(self, number: int) -> list[Sentence]:
        """All sentences of block ``number``, in order; at least one."""
        if number not in self._split:
            block = self._blocks[number]
            self._split[number] = list(_sentences(self._text, block.start, block.end))
        return self._split[number]


def _first(sentence: Sentence) -> int:
    return sentence[0]


def _sentences(text: str, start: int, end: int) -> list[Sentence]:
    found, at = [], start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.end() - 1].isdigit() and text[stop.start() - 1].isdigit():
            continue  # "8.4 Mt" is no sentence's end with a footnote mark
        opening = _OPENS.match(text, stop.end(), end)
        if opening is None or _abbreviates(text, stop.start(), start):
            continue
        found.append((at, stop.end()))
        at = opening.end()
    if at < end or not found:
        found.append((at, end))
    return found


def _abbreviates(text: str, stop: int, start: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial."""
    if text[stop] != ".":
        return False
    before = _WORD_BEFORE.match(text, start, stop)
    if before is None:
        return False
    word = before.group()
    return len(word) == 1 and word.isupper() or word.lower() in words("abbreviations.txt")
