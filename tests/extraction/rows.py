"""Rows of a table of examples: square brackets mark the figures of one kind, behind the arrow stand their values."""

from __future__ import annotations

import re
from typing import NamedTuple

from ledger.extraction import extract
from ledger.reading import read_text

Figure = tuple[int, int, str]
"""Start and end in the text, and the value in the notation of ``str(Quantity)``."""


class Row(NamedTuple):
    """A text and its figures of one kind."""

    text: str
    figures: tuple[Figure, ...]


def rows(table: str) -> list[Row]:
    """The rows of a table: ``It costs [$5] or [€4].  ->  5 USD | 4 EUR``; without an arrow there is no figure."""
    return [_row(line.strip()) for line in table.splitlines() if line.strip()]


def _row(line: str) -> Row:
    written, _, values = line.partition("  ->  ")
    written = written.replace("\\n", "\n").replace("\\x20", " ")
    spans: list[tuple[int, int]] = []
    for number, mark in enumerate(re.finditer(r"\[([^\]]*)\]", written)):
        start = mark.start() - 2 * number
        spans.append((start, start + len(mark.group(1))))
    expected = [value.strip() for value in values.split("|")] if values else []
    assert len(spans) == len(expected), line
    text = written.replace("[", "").replace("]", "")
    return Row(text, tuple((start, end, value) for (start, end), value in zip(spans, expected, strict=True)))


def figures(text: str, kind: str) -> tuple[Figure, ...]:
    """The figures of ``kind`` that are found in ``text``."""
    return tuple((claim.span.start, claim.span.end, str(claim.quantity)) for claim in extract(read_text(text)) if claim.kind == kind)
