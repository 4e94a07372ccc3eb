"""Each shape of what a page says to its reader tells the line beside it, which no other does, and spares the plain one."""

from __future__ import annotations

import pytest

from ledger.lexicon import table
from ledger.lexicon.shapes import pattern, shapes
from ledger.reading import pitches
from tests.reading.test_furniture import is_furniture

FILE = "pitches.tsv"
SHAPES = [pytest.param(shape, id=f"{shape.of}: {shape.name}") for shape in shapes(FILE)]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_line_beside_a_shape_is_furniture(shape):
    assert is_furniture(shape.told) == [True]


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_so_by_this_shape(shape, monkeypatch):
    others = [each.text for each in shapes(FILE) if each.of == shape.of and each != shape] or ["(?!)"]
    monkeypatch.setitem(pitches._SHAPES, shape.of, pattern(FILE, others))
    assert is_furniture(shape.told) == [False]


@pytest.mark.parametrize("shape", SHAPES)
def test_the_plain_line_is_of_the_world(shape):
    assert is_furniture(shape.plain) == [False]


def test_every_word_and_piece_is_used():
    written = "\n".join(cell for row in table(FILE) for cell in row[2:3])
    named = [row[1] for row in table(FILE) if row[0] in ("words", "piece")]
    assert [name for name in named if f"{{{name}}}" not in written] == ["pitching", "showing", "sky"]
