"""What the head of a column makes of the bare figures below it: "Height (m)", "Revenue, € million", "Age", "Rank"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.cells import Cell
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.scene import Reading, Scene
from ledger.records import Block, Document, Piece, Prose, Source

_SIGN = re.compile(r"([^\w\s]|[A-Z]{1,3}\$?(?![^\W\d_])|[A-Z]{0,2}\$)\s?(.*)$")
_MANY = re.compile(r"\b(hundred|thousand|million|billion|trillion)s(?: of)?\b")
_SAMPLE, _MOST_HEADS, _YEAR, _MARKS = Decimal(12), 512, 4, "+*† "
_RANKS, _GENERAL = GRAMMAR["rank_head"], GRAMMAR["general_head"]


Read = Callable[[Scene], Iterator[Reading]]


class Column(NamedTuple):
    """How the figures of a column read: as a ``kind`` in a ``unit`` by a ``rule``, each ``factor`` times what stands there.

    A column without a kind numbers its rows and claims nothing.
    """

    kind: str
    unit: str
    factor: Decimal
    rule: str


def headed(scene: Scene, cells: dict[int, Cell], read: Read, found: Iterable[Reading]) -> Iterator[Reading]:
    """``found`` with the bare figures of ``cells`` as the heads of their columns have them; ``read`` reads a text for that."""
    for reading in found:
        assert reading.numeral is not None
        cell = cells.get(reading.numeral.floor)
        if cell and cell.head and _is_bare(scene, reading) and (column := _column(scene.text[slice(*cell.head)], cell.unit, read)):
            if not column.kind and reading.kind == "count":
                continue
            reading = _cast(reading, column) if column.kind else reading
        yield reading


def _is_bare(scene: Scene, reading: Reading) -> bool:
    """Whether a number, which may look like a year, is all that its cell holds behind a label."""
    numeral = reading.numeral
    assert numeral is not None
    may_be_a_year = reading.kind == "date" and numeral.end - numeral.start == _YEAR
    if scene.text[reading.end : numeral.limit].strip(_MARKS) or not (reading.kind == "count" or may_be_a_year):
        return False
    return reading.start == numeral.floor or scene.text.endswith(": ", numeral.floor, reading.start)


def _cast(reading: Reading, column: Column) -> Reading:
    """``reading`` as one of the figures of ``column``; what looked like a year stays one where the text's dates are looked up."""
    assert reading.numeral is not None
    low, high = (reading.numeral.value,) * 2 if reading.kind == "date" else (reading.low, reading.high)
    low, high = (end * column.factor if isinstance(end, Decimal) else end for end in (low, high))
    cast = Reading(reading.start, reading.end, low, high, unit=column.unit, bound=None if reading.kind == "date" else reading.bound)
    cast.kind, cast.rule, cast.numeral = column.kind, column.rule, reading.numeral
    return cast


@lru_cache(_MOST_HEADS)
def _column(head: str, unit: str, read: Read) -> Column | None:
    """What ``head`` makes of the figures below it, and the ``unit`` in which it gives them; None where they are plain numbers."""
    for sample in _samples(unit):
        column = _sampled(sample, 0, read)
        if column and (column.kind != "count" or column.factor != 1) and (column.kind != "duration" or unit.endswith("s")):
            return column
    if (column := _sampled(f"{head}: {_SAMPLE}", len(head) + 2, read)) and column.kind == "age":
        return column
    name = head.lower().rstrip(".")
    return _NUMBERS if name in _RANKS or (name not in _GENERAL and not _figures(f"{head} {_SAMPLE}", read)) else None


def _samples(unit: str) -> Iterator[str]:
    """How a figure may be written with ``unit``: "12 km", "€12 million", "12 thousand"."""
    plain = _MANY.sub(r"\1", unit)
    if sign := _SIGN.match(plain):
        yield f"{sign[1]}{_SAMPLE}{sign[2]}" if len(sign[2]) < 3 else f"{sign[1]}{_SAMPLE} {sign[2]}"
    yield f"{_SAMPLE} {plain}"


def _sampled(sample: str, start: int, read: Read) -> Column | None:
    """How the figure that ``sample`` holds from ``start`` on reads; None where it is not all of it."""
    for figure in _figures(sample, read):
        if figure.start == start and figure.end == len(sample) and isinstance(figure.low, Decimal) and figure.kind != "ordinal":
            return Column(figure.kind, figure.unit, figure.low / _SAMPLE, figure.rule)
    return None


def _figures(text: str, read: Read) -> list[Reading]:
    prose = Prose.unchecked(text=text, pieces=(Piece(0, 0, len(text)),), blocks=(Block(0, len(text), "body"),))
    document = Document.unchecked(id="", path="", format="text", text=text, source=Source.known(), prose=prose)
    return list(read(Scene(document)))


_NUMBERS = Column("", "", _SAMPLE, "")
