"""Markdown, with its front matter."""

from __future__ import annotations

from bisect import bisect_left

from ledger.reading.bylines import with_bylines
from ledger.reading.decoding import decoded
from ledger.reading.end_matter import with_end_matter
from ledger.reading.prose import edited, prose
from ledger.reading.reader import Reader, Reading
from ledger.reading.sources import merged
from ledger.reading.texts.front_matter import front_matter
from ledger.reading.texts.layout import laid_out
from ledger.reading.texts.marks import markdown_marks
from ledger.records import Block, Piece


def _read(data: bytes, path: str) -> Reading:
    text = decoded(data, path)
    end, said = front_matter(text)
    seen, pieces = edited(text, markdown_marks(text, end))
    laid = laid_out(seen, pieces)
    blocks = laid.blocks if "](" not in text else [_as_link(text, pieces, block) for block in laid.blocks]
    found, head = with_bylines(seen, with_end_matter(seen, blocks))
    return Reading(text, prose(seen, pieces, found, laid.labels), merged(said, head))


def _as_link(text: str, pieces: tuple[Piece, ...], block: Block) -> Block:
    """``block``, as furniture when it is the item of a list and a link to another page, and nothing else."""
    start, end, role = block
    first, last = _place(pieces, start), _place(pieces, end - 1)
    if role != "item" or not first or text[first - 1] != "[":
        return block
    leads_away = text.startswith("](", last + 1) and text[last] not in ".!?"
    return Block(start, end, "furniture") if leads_away else block


def _place(pieces: tuple[Piece, ...], at: int) -> int:
    """Where in the text as read the character ``at`` of the prose stands, or the part that it was put in place of."""
    begin, first, last = pieces[bisect_left(pieces, (at + 1,)) - 1]
    return min(first + at - begin, last - 1)


reader = Reader(code="markdown", suffixes=(".md", ".markdown", ".mdown", ".mkd"), read=_read, marks=(b"\n", b"<", b"&", b"*"))
