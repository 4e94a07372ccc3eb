"""A figure in a cell of a table, read as if the head of its column or the label of its row stood before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ledger.extraction.cells import Cell, Place
from ledger.extraction.context.clause import Clause, terms
from ledger.extraction.context.counted import Counted, counted
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.wording import wording
from ledger.extraction.scene import Reading

_GENERAL = GRAMMAR["general_head"]


def entry(text: str, reading: Reading, cell: Cell, about: Counted, around: Clause) -> tuple[Counted, Clause]:
    """What the figure of ``cell`` counts and the clause around it: ``about`` and ``around`` are what the cell itself tells of them.

    The head of a column says what is counted ("Staff"), but for one that is a year or tells nothing ("Number"); then the label does.
    """
    if reading.kind in ("date", "ordinal"):
        return about, around
    said = [(place, _said(text, place, reading)) for place in cell.told()]
    told = (terms(wording(text, *place, place)) for place in cell.told())
    around = around._replace(terms=tuple(dict.fromkeys(chain(around.terms, *told))))
    if about.end == reading.end or not about.head:
        about = next(_found(said, reading, cell, about), about)
    return about, around


def _said(text: str, place: Place, reading: Reading) -> Figure:
    """The figure behind what is told at ``place`` and a colon: "Staff: 640"."""
    label = text[slice(*place)].rstrip(" :")
    said = f"{label}: {text[reading.start : reading.end]}"
    return Figure(said, len(label) + 2, len(said), (0, len(said)))


def _found(said: list[tuple[Place, Figure]], reading: Reading, cell: Cell, about: Counted) -> Iterator[Counted]:
    for place, figure in said:
        told = counted(figure, reading.kind)
        if told.head and (not about.head if place == cell.label else _tells_more(told.head, about.head)):
            yield told._replace(start=reading.start, end=reading.end)


def _tells_more(head: str, label: str) -> bool:
    """Whether the ``head`` of a column says what is counted, and not a ``label`` of many: "Seats", but not "Place" before "Stations"."""
    return head.lower() not in _GENERAL and (is_plural(head.lower()) or not is_plural(label.lower()))
