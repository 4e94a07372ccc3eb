"""A sentence cut into words, with what each can be and what stands between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.extraction.context.word_classes import EMPTY, END, PARTED, classes

SOFT, COMMA, OPEN, CLOSE, DASH, COLON, SEMICOLON, STRONG = range(8)
"""What stands between two words: nothing but space (SOFT), or the punctuation that parts them."""

NONE = -1
"""The number of no word."""

_WORD = re.compile(r"(?:[A-Z]{1,3}\$)?\w+(?:[-'’.,/]\w+)*")
_MARK = re.compile(r"[,;:(\[)\]!?|•–—…/=]|-(?<=\s-)")
_MARKS = {",": COMMA, "(": OPEN, "[": OPEN, ")": CLOSE, "]": CLOSE, ":": COLON, ";": SEMICOLON, "–": DASH, "—": DASH, "-": DASH}
_LONGEST = 1200
_REACH = 500

_Row = tuple[str, int, int, int, int, str]
"""A word, its classes, what stands behind it, how many characters there are up to the next row's, how many of them stand
before the word, and its lemma, "" for one without content. A row without a word is punctuation that stands alone."""

_SEVERAL: _Row = ("", 0, SOFT, 0, 0, "")
"""Stands for a stretch that has not one row, or no word."""
_KEPT, _LONG = 32768, 40


class _Vocabulary(dict[str, _Row]):
    """The row of each stretch between two spaces that has come up, the space behind it included."""

    def __missing__(self, stretch: str) -> _Row:
        rows = _rows(stretch)
        row = rows[0] if len(rows) == 1 and rows[0][0] else _SEVERAL
        if len(stretch) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[stretch] = row
        return row


_VOCABULARY = _Vocabulary()


@lru_cache(512)
def _rows(stretch: str) -> tuple[_Row, ...]:
    """A row for each word, and one before them for punctuation that parts the first from what precedes."""
    if stretch.isalnum():
        return (_row(stretch, SOFT, len(stretch) + 1, 0),)
    words = list(_WORD.finditer(stretch))
    lead = words[0].start() if words else len(stretch) + 1
    before = mark(" " + stretch[:lead])
    found: list[_Row] = []
    if before or not words:
        found.append(("", 0, before, lead, 0, ""))
        lead = 0
    for number, word in enumerate(words, 1):
        end = words[number].start() if number < len(words) else len(stretch) + 1
        found.append(_row(word.group(), mark(stretch[word.end() : end]), end - word.start() + lead, lead))
        lead = 0
    return tuple(found)


def _row(word: str, behind: int, width: int, lead: int) -> _Row:
    bits = classes(word)
    return word, bits | PARTED if behind else bits, behind, width, lead, "" if bits & EMPTY or len(word) < 2 else lemma(word)


def _joined(stretches: list[str]) -> list[_Row]:
    """The rows of all stretches; one without a word is added to the word before it, or to the first."""
    found: list[_Row] = []
    for stretch in stretches:
        known = _VOCABULARY[stretch]
        for row in (known,) if known is not _SEVERAL else _rows(stretch):
            if not found or (row[0] and found[-1][0]):
                found.append(row)
                continue
            word, bits, behind, width, lead, term = found[-1]
            if not row[0]:
                found[-1] = (word, bits | PARTED if row[2] else bits, behind or row[2], width + row[3], lead, term)
            else:
                found[-1] = (*row[:3], width + row[3], width + row[4], row[5])
    return found


class Wording:
    """The words of the stretch ``text[start:end]``, of which there is at least one.

    ``words`` as written, ``bits`` their classes and one ``END`` more, ``gaps`` what stands before each word and, last,
    behind the last one, ``lemmas`` those of the words with content, "" for the others. Filled in when they are first
    asked for: ``acts``, which words are verbs here, and ``joints``, the words at which a part of the sentence may
    begin; ``parts``, those at which one does; ``terms``, the lemmas with the verbs' infinitives; ``subjects``, the heads
    of the verbs' subjects.
    """

    __slots__ = (
        "_leads", "_offsets", "acts", "bits", "count", "end", "gaps", "joints", "lemmas", "parts", "start", "subjects", "terms", "text",
        "words",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int):
        self.text, self.start, self.end = text, start, end
        passage = text[start:end]
        if "\n" in passage:
            passage = passage.replace(" \n", "\t ").replace("\n", " ")  # one space between words, however wrapped
        stretches = passage.split(" ")
        words, bits, behind, widths, leads, lemmas = zip(*map(_VOCABULARY.__getitem__, stretches), strict=False)
        if not all(widths):
            words, bits, behind, widths, leads, lemmas = zip(*_joined(stretches), strict=False)
        self.words: tuple[str, ...] = words
        self.bits: tuple[int, ...] = (*bits, END)
        self.gaps: list[int] = [STRONG, *behind]
        self.gaps[-1] = STRONG
        self.lemmas: tuple[str, ...] = lemmas
        self.count = len(words)
        self._offsets: list[int] = list(accumulate(widths, initial=start))
        self._leads: tuple[int, ...] = leads
        self.acts: list[bool] | None = None
        self.joints: list[int] = []
        self.parts: list[int] | None = None
        self.terms: list[str] | None = None
        self.subjects: dict[int, int] = {}

    def starts(self, number: int) -> int:
        """Where word ``number`` begins in the text."""
        return self._offsets[number] + self._leads[number]

    def ends(self, number: int) -> int:
        """Where word ``number`` ends in the text."""
        return self._offsets[number] + self._leads[number] + len(self.words[number])

    def at(self, position: int) -> int:
        """The number of the word that ``position`` stands in, or of the first one behind it."""
        number = bisect_right(self._offsets, position, 0, self.count) - 1
        inside = number >= 0 and self._offsets[number] + self._leads[number] + len(self.words[number]) > position
        return number if inside else number + 1

    def behind(self, position: int) -> int:
        """The number of the first word that begins at or behind ``position``."""
        last = bisect_left(self._offsets, position, 0, self.count) - 1
        return last if last >= 0 and self._offsets[last] + self._leads[last] >= position else last + 1


@lru_cache(4096)
def mark(gap: str) -> int:
    """What the text between two words is; a full stop inside a sentence ends an abbreviation and parts nothing."""
    found = _MARK.search(gap)
    return _MARKS.get(found.group(), STRONG) if found else SOFT


def wording(text: str, start: int, end: int, sentence: tuple[int, int]) -> Wording:
    """The words of ``sentence``; of one that is very long only those around ``start`` and ``end``."""
    floor, limit = sentence
    if limit - floor > _LONGEST:
        # In steps, so that figures that stand close together share their words.
        floor, limit = max(floor, start - _REACH - (start - floor) % _REACH), min(limit, end + _REACH + (floor - end) % _REACH)
    return _cut(text, floor, max(limit, end))


@lru_cache(4)
def _cut(text: str, start: int, end: int) -> Wording:
    return Wording(text, start, end)
