"""Sentences of a prose, split only where they are asked for."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from ledger import patterns as re
from ledger.extraction.context.grammar import CLOSED
from ledger.lexicon import words
from ledger.records import Prose

Sentence = tuple[int, int]
"""Half-open offsets into the prose's text, without surrounding white space."""

_BEHIND = r"""["”’')\]»\d\[]*\s+(?![a-z])"""
_FULL_STOP, _STOP = re.compile(r"\.(?<![.!?…].)[.!?…]*+" + _BEHIND), re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+" + _BEHIND)
"""A stop with what closes behind it, before anything but a small letter; the first is twice as fast where there is no other stop."""
_FOOTNOTE = re.compile(r"""[.!?…]+["”’')\]»]*(?:\[\d+\]|\d{1,2}(?=\s+[A-Z“"]))?\s""")
_OPENERS = re.compile(r"""["“‘'(\[«•*—–-]+\s*[\p{Lu}\d•*$€£]|[•*$€£]""")
_WORD_BEFORE = re.compile(r"(?r)[\p{L}\d.]+")
_ABBREVIATIONS = words("abbreviations.txt")
_LONGEST = max(map(len, _ABBREVIATIONS)) + 1
_MOST = 4000
"""Characters that a sentence may have: each of its figures quotes all of it."""


class Sentences:
    """The sentences of ``prose``; a sentence never crosses a block."""

    def __init__(self, prose: Prose):
        self._text, self._blocks = prose.text, prose.blocks
        self._starts = [block.start for block in prose.blocks]
        self._split: dict[int, list[Sentence]] = {}
        self._last: Sentence = (0, 0)

    def around(self, position: int) -> Sentence:
        """The sentence that ``position`` stands in; its block where it stands in none."""
        start, end = self._last
        if not start <= position < end:
            sentences = self.of_block(self.block(position))
            self._last = sentences[_at(sentences, position)]
        return self._last

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before ``sentence`` in its block, or the last one of the block before; None at the beginning."""
        number = self.block(sentence[0])
        sentences = self.of_block(number)
        at = _at(sentences, sentence[0])
        if at > 0:
            return sentences[at - 1]
        return self.of_block(number - 1)[-1] if number else None

    def block(self, position: int) -> int:
        """The number of the block that ``position`` stands in, or of the last one before it."""
        return (bisect_right(self._starts, position) or 1) - 1

    def of_block(self, number: int) -> list[Sentence]:
        """All sentences of block ``number``, in order; at least one."""
        sentences = self._split.get(number)
        if sentences is None:
            block = self._blocks[number]
            sentences = self._split[number] = _sentences(self._text, block.start, block.end)
        return sentences


def _at(sentences: list[Sentence], position: int) -> int:
    """Which of ``sentences`` is the last that begins at or before ``position``; the first when none does."""
    return (bisect_right(sentences, (position, sys.maxsize)) or 1) - 1


def _sentences(text: str, start: int, end: int) -> list[Sentence]:
    found, at = [], start
    others = text.find("!", start, end) >= 0 or text.find("?", start, end) >= 0 or text.find("…", start, end) >= 0
    stops = _STOP if others else _FULL_STOP
    for stop in stops.finditer(text, start, end):
        behind = stop.end()
        if behind == end or not (text[behind].isupper() or text[behind].isdecimal() or _OPENERS.match(text, behind, end)):
            continue
        dot = stop.start()
        closed = dot + 1 if text[dot + 1].isspace() else _closed(text, dot, end)
        if closed and not _abbreviates(text, dot, start):
            found.append((at, closed))
            at = behind
    if at < end or not found:
        found.append((at, end))
    return found if end - start <= _MOST else [part for sentence in found for part in _parts(text, *sentence)]


def _parts(text: str, start: int, end: int) -> Iterator[Sentence]:
    """The sentence itself, or stretches of words of one that is longer than any sentence: a table, a list, no prose at all."""
    while end - start > _MOST:
        cut = text.rfind(" ", start + 1, start + _MOST)
        cut = cut if cut > 0 else start + _MOST
        yield start, cut
        start = cut + (text[cut] == " ")
    yield start, end


def _closed(text: str, stop: int, end: int) -> int:
    """Where the sentence with the stop at ``stop`` ends, quotation marks and footnote marks included; 0 when it does not end there."""
    match = _FOOTNOTE.match(text, stop, end)
    if match is None:
        return 0
    closed = match.end() - 1
    return 0 if text[closed - 1].isdigit() and text[stop - 1].isdigit() else closed  # "8.4 Mt" has no footnote mark


def _abbreviates(text: str, stop: int, start: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial."""
    if text[stop] != ".":
        return False
    word = text[max(start, stop - _LONGEST) : stop].rpartition(" ")[2]
    if not word.isalpha():
        before = _WORD_BEFORE.match(text, start, stop)
        word = before.group() if before else ""
    if len(word) == 1 and (word.isupper() or text[stop - 2 : stop - 1] == "("):  # "(b. 1975)"
        return not _is_a_unit(text, stop, start)
    return word.lower() in _ABBREVIATIONS or (word[1:2] == "." and _initials(text, stop, word))


def _is_a_unit(text: str, stop: int, start: int) -> bool:
    """Whether the letter before the full stop at ``stop`` is a unit that ends a sentence: "below 5 °C. Later", "at 400 V. The"."""
    if text[stop - 2 : stop - 1] == "°":
        return True
    if not text[start : stop - 1].rstrip(" ")[-1:].isdecimal():
        return False
    name = text[stop + 1 : stop + _LONGEST].split(maxsplit=1)[:1]
    return bool(name) and name[0].lower() in CLOSED


def _initials(text: str, stop: int, word: str) -> bool:
    """Whether ``word`` before the full stop at ``stop`` is a person's initials before the name: ``P.K. Dahl``, not ``at 4 P.M. The``."""
    if not all(len(part) == 1 and part.isupper() for part in word.split(".")):
        return False
    name = text[stop + 1 : stop + _LONGEST].split(maxsplit=1)[:1]
    return bool(name) and name[0][0].isalpha() and name[0].lower() not in CLOSED
