"""Words that mean one thing are one concept, however they are spelled."""

from __future__ import annotations

import pytest

from ledger.reconciliation.concepts import concept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("centers", "centres"), ("harbor", "harbour"), ("organizers", "organisers"), ("organized", "organised"), ("program", "programmes"),
        ("theater", "theatres"), ("neighbors", "neighbour"), ("councilors", "councillor"), ("defense", "defences"),
    ],
)  # fmt: skip
def test_two_spellings_are_one_word(one, other):
    assert concept(one) == concept(other) != ""


@pytest.mark.parametrize("word", ["size", "seize", "maize", "quiz", "ox"])
def test_other_words_stay_as_they_are(word):
    assert concept(word) == word
