"""Plain text, with the few signs of Markdown that it often borrows."""

from __future__ import annotations

from ledger.reading.decoding import decoded
from ledger.reading.matter import with_matter
from ledger.reading.prose import edited, prose
from ledger.reading.reader import Reader, Reading
from ledger.reading.texts.layout import laid_out
from ledger.reading.texts.marks import plain_marks


def _read(data: bytes, path: str) -> Reading:
    text = decoded(data, path)
    seen, pieces = edited(text, plain_marks(text))
    laid = laid_out(seen, pieces)
    found, source = with_matter(seen, laid.blocks)
    return Reading(text, prose(seen, pieces, found, laid.labels), source)


reader = Reader(code="text", suffixes=(".txt", ".text"), read=_read)
