"""Texts of a handful that tell the same figures are of one event, whatever names they give it; two or three figures are chance."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation.case import Case
from ledger.reconciliation.same_figures import telling_same_figures

_FIRST = "Police searched 128 houses with 430 officers, and took away 164 rifles, 22,000 cartridges and $310,000."
_SAME = "They knocked at 128 doors, 430 of them; in a cellar lay 22,000 rounds and a purse with $310,000, and 146 guns."


def _tied(*texts: str) -> frozenset[tuple[int, int]]:
    claims = [each for at, text in enumerate(texts) for each in extract(read_text(f"{text}\n", f"{at:02}.txt", "2021-05-04"))]
    return telling_same_figures(Case(claims).topics, len(texts))


def test_the_same_figures_tell_of_one_event():
    assert _tied(_FIRST, _SAME) == {(0, 1)}


@pytest.mark.parametrize(
    "other",
    [
        "The choir sang 128 songs to 430 people, who paid 14,000 crowns.",
        "A barge with 12 sailors lay 40 metres off the pier for 15 days; it had cost $310,000.",
        "In the spring 16 pupils planted 30 trees.",
    ],
)
def test_a_few_figures_are_chance(other):
    assert not _tied(_FIRST, other)


def test_of_many_texts_figures_alone_tie_none():
    assert not _tied(_FIRST, _SAME, *(f"On day {number} 14 trains came." for number in range(9)))
