"""What the head of a column and the label of a row say of the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.scene import Scene
from ledger.records import Block

Place = tuple[int, int]
"""Half-open offsets into the prose."""

_HEAD = re.compile(r"[\p{L}%(€£$¥₹#]|(?:1[5-9]|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_IN_BRACKETS = re.compile(r"\s*[(\[](?:figures )?(?:in )?([^()\[\]\d]{1,24})[)\]]$")
_BEHIND_NAME = re.compile(r"(?:, (?:in )?| in )([^,\d]{1,24})$")
_FIGURE = re.compile(r"[\d.,+~<>≈–-]+")
_LONGEST, _LONGEST_ROW, _NONE = 60, 400, -1


class Cell(NamedTuple):
    """What is told of a cell: the ``head`` of its column and the ``label`` of its row, None where there is none.

    The ``unit`` is what the head closes with, "m" of "Height (m)", or all of the head, "" without one. The ``row`` is all of its cells,
    the cell alone where that is long.
    """

    head: Place | None
    label: Place | None
    unit: str
    row: Place

    def told(self) -> Iterator[Place]:
        """Head and label, where they are."""
        return (place for place in (self.head, self.label) if place is not None)


def cells(scene: Scene) -> dict[int, Cell]:
    """The cells of all tables of ``scene`` by where they start, those that a head or a label tells something of."""
    prose, found = scene.document.prose, dict[int, Cell]()
    for table in _tables(prose.blocks):
        heads = _heads(prose.text, table)
        for row in table[bool(heads) :]:
            label, is_long = _label(prose.text, row), row[-1].end - row[0].start > _LONGEST_ROW
            for at, block in enumerate(row):
                column = len(heads) - len(row) + at
                head, unit = _named(prose.text, heads[column]) if heads and column >= 0 else (None, "")
                if head or (label and label[0] < block.start):
                    whole = (block.start, block.end) if is_long else (row[0].start, row[-1].end)
                    found[block.start] = Cell(head, label if label and label[0] <= block.start else None, unit, whole)
    return found


def _tables(blocks: Sequence[Block]) -> Iterator[list[list[Block]]]:
    """The tables, each the rows that stand behind one another."""
    table = list[list[Block]]()
    for block in blocks:
        if block.role == "row":
            table.append([block])
        elif block.role == "cell" and table:
            table[-1].append(block)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _heads(text: str, table: list[list[Block]]) -> list[Place]:
    """The heads of the columns of a ``table``, the last one that of the last column; none where its first row tells figures itself.

    A head may be missing over the labels. A label and its figure, read as one, are under the last of two heads.
    """
    first, below = table[0], table[1:]
    if not below or not all(_HEAD.match(text, block.start) and block.end - block.start <= _LONGEST for block in first):
        return []
    widest = max(map(len, below))
    told = any(_DIGIT.search(text, row[-1].start, row[-1].end) for row in below)
    fits = 1 < widest <= len(first) + 1 and len(first) <= widest if widest > 1 else len(first) == 2
    if not told or not fits or (widest > 1 and min(map(len, below)) == 1):
        return []
    if widest == 1 and len({_FIGURE.sub("", text[text.find(": ", *row[0][:2]) : row[0].end]) for row in below}) > 1:
        return []  # facts of one thing: its place, its length, its age
    return [(block.start, block.end) for block in first]


def _named(text: str, head: Place) -> tuple[Place, str]:
    """What a ``head`` names, and the unit behind it, or all of it."""
    for unit in (_IN_BRACKETS, _BEHIND_NAME):
        if found := unit.search(text, *head):
            return (head[0], found.start()), found[1]
    return head, text[slice(*head)]


def _label(text: str, row: list[Block]) -> Place | None:
    """The first words of a ``row``, which say whose its figures are."""
    first = next((block for block in row if _HEAD.match(text, block.start)), None)
    if first is None or first.end - first.start > _LONGEST:
        return None
    colon = text.find(": ", first.start, first.end) if len(row) == 1 else _NONE
    return first.start, first.end if colon == _NONE else colon
