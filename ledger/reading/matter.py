"""What of a text is its head, its end and its bylines, in the one order that every format asks for them."""

from __future__ import annotations

from ledger.reading.bylines import with_bylines
from ledger.reading.end_matter import with_end_matter
from ledger.reading.head_matter import with_head_matter
from ledger.records import Block, Source


def with_matter(text: str, blocks: list[Block]) -> tuple[list[Block], Source]:
    """``blocks`` of ``text``, in which what the page says around the article is furniture and who signed it a byline; and its source."""
    found, source = with_bylines(text, with_end_matter(text, blocks))
    parted = with_head_matter(text, found)
    return (found, source) if parted is found else with_bylines(text, parted)
