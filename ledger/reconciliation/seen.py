"""Claims with their sentences as a reader sees them: without markup, and with one space for a line break, however it is indented."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from ledger import patterns as re
from ledger.printing import UNSEEN, without_markup
from ledger.reading.prose import with_plain_spaces
from ledger.records import SPANS, Claim, Span

_MARK = re.compile(
    rf"\s{{2,}}|[^\S \xa0\u2009\u202f]|<!--(?:[^<-]|-(?!->)|<(?!!--))*+-->|</?[a-zA-Z][^<>]*>|&#?\w{{1,31}};|[{UNSEEN}]"
    r"|\*\*+|\[(?=[^\[\]]{1,200}\]\()|\]\([^()\s]*\)",
)

_WIDE = 3
"""Spaces that part two columns."""


class _Sentence(NamedTuple):
    """A sentence without its marks: where they stand in the quote, where that is without them, and how much is gone behind each."""

    text: str
    starts: list[int]
    ends: list[int]
    gone: list[int]

    def place(self, position: int) -> int:
        """Where ``position`` of the quote is."""
        number = bisect_right(self.starts, position) - 1
        if number < 0:
            return position
        if position < self.ends[number]:
            return self.starts[number] - self.gone[number]
        return position - self.gone[number + 1]


def seen(claims: Iterable[Claim]) -> list[Claim]:
    """``claims``, those with marks in their sentences as they are without; the spans of these are offsets into the sentence as it is then.

    A sentence keeps its own start and end.
    """
    found, quote, sentence = list[Claim](), "", None
    for claim in claims:
        if claim.sentence.quote != quote:
            quote = claim.sentence.quote
            sentence = None if _is_plain(quote) else _without_marks(quote)
        found.append(claim if sentence is None else _seen(claim, sentence))
    return found


def _is_plain(quote: str) -> bool:
    """Whether a sentence has no marks: a quick look at what few have."""
    return quote.isprintable() and not ("<" in quote or "&" in quote or "  " in quote or "](" in quote or "**" in quote)


def _without_marks(quote: str) -> _Sentence:
    parts, starts, ends, shown, at = list[str](), list[int](), list[int](), list[int](), 0
    for mark in _MARK.finditer(quote):
        start, end = mark.span()
        sign = _shown(mark[0])
        parts += (quote[at:start], sign)
        starts.append(start)
        ends.append(end)
        shown.append(end - start - len(sign))
        at = end
    return _Sentence(with_plain_spaces("".join((*parts, quote[at:]))), starts, ends, list(accumulate(shown, initial=0)))


def _shown(mark: str) -> str:
    """What a reader sees of a mark: of the end of a table's cell, be it but wide space, a bar."""
    if mark.isspace():
        return " | " if len(mark) >= _WIDE and "\n" not in mark else " "
    if mark[0] == "&":
        return without_markup(mark)
    return " | " if mark.lower().startswith(("</td", "</th")) else ""


def _seen(claim: Claim, sentence: _Sentence) -> Claim:
    first = claim.sentence.start
    spans = {"sentence": Span.unchecked(start=first, end=claim.sentence.end, quote=sentence.text)}
    for name in SPANS[:2]:
        span = getattr(claim, name)
        start, end = sentence.place(span.start - first), sentence.place(span.end - first)
        spans[name] = Span.unchecked(start=first + start, end=first + end, quote=sentence.text[start:end])
    return Claim.unchecked(**vars(claim) | spans)
