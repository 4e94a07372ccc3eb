"""Markdown, with its front matter."""

from __future__ import annotations

from ledger.reading.decoding import decoded
from ledger.reading.matter import with_matter
from ledger.reading.prose import edited, prose
from ledger.reading.reader import Reader, Reading
from ledger.reading.sources import merged
from ledger.reading.texts.front_matter import front_matter
from ledger.reading.texts.layout import laid_out
from ledger.reading.texts.links import without_links
from ledger.reading.texts.marks import markdown_marks


def _read(data: bytes, path: str) -> Reading:
    text = decoded(data, path)
    end, said = front_matter(text)
    seen, pieces = edited(text, markdown_marks(text, end))
    laid = laid_out(seen, pieces)
    blocks = without_links(text, pieces, laid.blocks)
    found, head = with_matter(seen, blocks)
    return Reading(text, prose(seen, pieces, found, laid.labels), merged(said, head))


reader = Reader(code="markdown", suffixes=(".md", ".markdown", ".mdown", ".mkd"), read=_read, marks=(b"\n", b"<", b"&", b"*"))
