"""What of a document is shown around a claim, and what of it is marked; offsets are those of the passage's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from ledger.records import Document, Prose, Span
from tui.wrapping import shown

_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")

AROUND = 6000
"""Characters of prose shown on each side of a claim, up to the nearest block."""


class Mark(NamedTuple):
    """A stretch to be set off: ``kind`` is figure, sentence or other."""

    start: int
    end: int
    kind: str


class Passage(NamedTuple):
    """A part of a document as a reader sees it: ``blocks`` and ``marks`` in offsets into ``text``."""

    text: str
    blocks: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]

    @property
    def focus(self) -> int:
        """Where the figure stands; 0 when nothing is marked."""
        return next((mark.start for mark in self.marks if mark.kind == "figure"), 0)


def passage(document: Document, figure: Span, sentence: Span, others: list[tuple[int, int]]) -> Passage:
    """The blocks around ``figure``, which lies in ``sentence``; ``others`` are spans of the document to be marked too."""
    prose = document.prose
    at, _ = in_prose(prose, figure.start, figure.end)
    chosen = [block for block in prose.blocks if block.start - AROUND <= at < block.end + AROUND]
    if not chosen:
        return Passage(shown(figure.quote), ((0, len(figure.quote)),), (Mark(0, len(figure.quote), "figure"),))
    first, last = chosen[0].start, chosen[-1].end
    marks = [Mark(*in_prose(prose, sentence.start, sentence.end), "sentence")]
    marks += [Mark(*in_prose(prose, *other), "other") for other in others if other != (figure.start, figure.end)]
    marks.append(Mark(*in_prose(prose, figure.start, figure.end), "figure"))
    text, gone = unbroken(prose.text[first:last])
    inside = (Mark(gone(mark.start - first), gone(mark.end - first), mark.kind) for mark in marks if mark.end > first and mark.start < last)
    return Passage(shown(text), tuple((gone(block.start - first), gone(block.end - first)) for block in chosen), tuple(inside))


def unbroken(text: str) -> tuple[str, Callable[[int], int]]:
    """``text`` with one blank for each break of a line and the white space around it, and where an offset into it has gone."""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    starts, lost, gone = [start for start, _ in breaks], [0], 0
    for start, end in breaks:
        gone += end - start - 1
        lost.append(gone)

    def at(offset: int) -> int:
        number = bisect_right(starts, offset - 1)
        past = max(breaks[number - 1][1] - offset, 0) if number else 0
        return offset - lost[number] + past

    return _BREAK.sub(" ", text), at


def in_prose(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """Offsets into the prose of the document's ``[start, end)``."""
    return _position(prose, start), _position(prose, end - 1) + 1 if end > start else _position(prose, start)


def _position(prose: Prose, offset: int) -> int:
    pieces = prose.pieces
    number = max(bisect_right(pieces, offset, key=lambda piece: piece.document_start) - 1, 0)
    piece = pieces[number]
    last = (pieces[number + 1].start if number + 1 < len(pieces) else len(prose.text)) - 1
    return max(piece.start, min(piece.start + offset - piece.document_start, last))
