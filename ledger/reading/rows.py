"""Rows of two cells, a label and its figure, which are read as "Deaths: 14"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger import patterns as re
from ledger.reading.prose import Gap

_LABEL = re.compile(r"[^\W\d_][^\d(|]*(?:\([^()|]*\))?(?<![.!?:;])$")
_FIGURE = re.compile(r"\D{0,24}\d")
_LONGEST = 60
Cell = tuple[int, int]
"""Half-open offsets of a cell of a table, without surrounding white space."""


def label_gap(text: str, row: Sequence[Cell]) -> Gap | None:
    """What stands between the two cells of a ``row`` of ``text`` of which the first says what the figure in the other is, or None."""
    if len(row) != 2 or any(end - start > _LONGEST for start, end in row):
        return None
    label, figure = row
    is_labelled = _LABEL.match(text, *label) and _FIGURE.match(text, *figure)
    return (label[1], figure[0]) if is_labelled else None
