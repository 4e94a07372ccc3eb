"""Texts of a given day and the dates found in them, for tables of examples.

Square brackets mark the span of a date; the expected value is its first and last day and its bound.
"""

from __future__ import annotations

import re

from ledger.extraction.calendar.almanac import dates
from ledger.extraction.scene import Scene
from ledger.records import Block, Document, Piece, Prose, Source

JUNE = "2030-06-15"


def scene(text: str, published: str) -> Scene:
    """A document of ``text``, a block a paragraph."""
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    prose = Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=blocks)
    return Scene(Document(id="0", path="a.txt", format="text", text=text, source=Source(published=published), prose=prose))


def found(text: str, published: str) -> list[tuple[str, str, str]]:
    """The spans found, their days and bounds."""
    readings = sorted(dates(scene(text, published)).values(), key=lambda reading: reading.start)
    return [(text[r.start : r.end], f"{r.low}" if r.low == r.high else f"{r.low}..{r.high}", r.bound or "exact") for r in readings]


def check(marked: str, published: str, *expected: str) -> None:
    """Asserts that the dates marked, and no others, are found and mean what is expected; "~" marks a date that is about so."""
    spans = re.findall(r"\[([^\]]*)\]", marked)
    values = [(value.removeprefix("~"), "about" if value.startswith("~") else "") for value in expected]
    read = found(re.sub(r"[\[\]]", "", marked), published)
    assert [span for span, _, _ in read] == spans
    assert [days for _, days, _ in read] == [days for days, _ in values]
    for (span, _, bound), (_, about) in zip(read, values, strict=True):
        assert bound == "about" if about else bound in ("exact", "between"), span
