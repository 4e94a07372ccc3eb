"""The tables of word classes: rows of one name are added up, so a name must not come back further down by accident."""

from __future__ import annotations

import pytest

from ledger.lexicon import table

TABLES = [
    "ages.tsv", "arithmetic.tsv", "calendar.tsv", "common_words.tsv", "ellipsis.tsv", "exclusions.tsv", "fractions.tsv", "grammar.tsv",
    "hedging.tsv", "multiples.tsv", "periods.tsv", "ranking.tsv", "rows.tsv", "spreads.tsv", "unit_words.tsv", "word_classes.tsv",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_one_name_stand_together(name: str) -> None:
    names = [row[0] for row in table(name)]
    first_rows = [each for at, each in enumerate(names) if at == 0 or names[at - 1] != each]
    assert sorted(set(first_rows)) == sorted(first_rows), "a row has the name of one above: give it another, or move it there"
