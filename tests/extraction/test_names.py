"""Names in a sentence and the surname in a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.context.names import names, surname

SENTENCES = [
    ("The ferry left Port Amber for Lund on Monday.", ("Port Amber", "Lund")),
    ("In March, Foreign Minister Ana van der Berg met Dr. Luís Ó Brien in Graz.", ("Ana van der Berg", "Luís Ó Brien", "Graz")),
    ("Russian-born analyst Mia O’Hara joined Brenner AG's board.", ("Mia O’Hara", "Brenner AG")),
    ("He quoted the Ministry of Health and the Center for Disease Control.", ("Ministry of Health", "Center for Disease Control")),
    ("She left Riga for Minsk.", ("Riga", "Minsk")),
    ("It was J. K. Moss, not Jean-Luc d'Arc, who called.", ("J. K. Moss", "Jean-Luc d'Arc")),
    ("Yesterday the Sunday Herald wrote about Tove Lind’s book.", ("Herald", "Tove Lind")),
    ("Trains stopped.", ()),
    ("Prices rose by 3 percent in May.", ()),
    ("They saw Ana Ruiz of\nthe Orlan Post.", ("Ana Ruiz of the Orlan Post",)),
    ("Lund is quiet.", ()),
    ("Lund is quiet.| They love Lund.", ("Lund",)),
    ("VOTERS IN RIGA TURN TO MOSS.| In the end Riga went to Moss.", ("Riga", "Moss")),
    ("", ()),
]


@pytest.mark.parametrize(("text", "found"), SENTENCES)
def test_names(text: str, found: tuple[str, ...]):
    sentence, _, behind = text.partition("|")
    assert names(sentence + behind, 0, len(sentence)) == found


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ana Ruiz", "Ruiz"), ("Ana van der Berg", "van der Berg"), ("Ruiz", "Ruiz"), ("Sam Hill Jr.", "Hill"), ("von Thun", "Thun"),
        ("Jean-Luc d'Arc", "d'Arc"), ("", ""), ("Luís\nÓ Brien", "Brien"),
    ],
)  # fmt: skip
def test_surname(name: str, family: str):
    assert surname(name) == family


@given(st.text(alphabet=st.sampled_from("aBé .,'’-\n1of the"), max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_names_are_words_of_the_sentence(text: str, start: int, end: int):
    start, end = min(start, end, len(text)), min(max(start, end), len(text))
    sentence = text[start:end].lower()
    assert all(word.lower() in sentence for name in names(text, start, end) for word in name.split())
