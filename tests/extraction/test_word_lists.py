"""The lists of words: a row's name comes back only in the row below it, and what one list has "besides" others is in none of these."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ledger import lexicon
from ledger.extraction.context.inflection import verb_of
from ledger.lexicon import table

FILES = sorted(Path(lexicon.__file__).parent.glob("*.t?[tv]"))

TABLES = [
    "ages.tsv", "arithmetic.tsv", "calendar.tsv", "common_words.tsv", "ellipsis.tsv", "exclusions.tsv", "fractions.tsv", "grammar.tsv",
    "hedging.tsv", "multiples.tsv", "periods.tsv", "ranking.tsv", "rows.tsv", "spreads.tsv", "unit_words.tsv", "word_classes.tsv",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_one_name_stand_together(name: str) -> None:
    names = [row[0] for row in table(name)]
    first_rows = [each for at, each in enumerate(names) if at == 0 or names[at - 1] != each]
    assert sorted(set(first_rows)) == sorted(first_rows), "a row has the name of one above: give it another, or move it there"


def _words(name: str) -> set[str]:
    """The words of a list, those of a table's classes, or the verbs that a table conjugates."""
    column = 1 if name in TABLES else 0
    return {word.strip() for row in table(name) for word in row[column].split(",")} - {""}


BESIDES = {path.name: re.findall(r"besides those of ((?:\w+\.t\w+(?:, | and )?)+)", path.read_text("utf-8")[:400]) for path in FILES}


@pytest.mark.parametrize("name", [name for name, others in BESIDES.items() if others])
def test_what_a_list_has_besides_others_is_in_none_of_these(name: str) -> None:
    for other in re.findall(r"\w+\.t\w+", BESIDES[name][0]):
        assert _words(name) & _words(other) == set(), f"these are in {other} already"


NO_VERBS_AT_SIGHT = {"bottom", "budget", "equal", "firm", "price", "reply"}
"""What is a noun or an adjective far oftener: only its other forms are verbs."""


def test_what_a_verb_tells_is_listed_of_verbs() -> None:
    kinds = ("change", "changed", "equal", "lasting", "speech", "intransitive", "trade")
    told = {word for kind in kinds for word in lexicon.classes("word_classes.tsv")[kind] if " " not in word}
    unknown = {word for word in told if not verb_of(word)}
    assert unknown == NO_VERBS_AT_SIGHT, "these go into verbs.txt, or into verbs_and_nouns.txt"
