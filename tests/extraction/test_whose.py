"""Whose age a figure is when another sentence names them."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from tests.extraction.dated import JUNE, scene

CASES = [
    ("Ludo Prenn was found on Friday. The guide, who is 41, is well.", "Ludo Prenn"),
    ("Ludo Prenn was found on Friday. He is 41.", "Ludo Prenn"),
    ("Ludo Prenn was found on Friday. He is a shy man of 41.", "Ludo Prenn"),
    ("Ludo Prenn was found on Friday. At 41, he is well.", "Ludo Prenn"),
    ("Ludo Prenn was found on Friday. The 41-year-old is well.", "Ludo Prenn"),
    ("Ludo Prenn beat Ana Ruiz on Friday. The 41-year-old baker wept.", "Ludo Prenn"),
    ("Ludo Prenn was found on Friday. His wife came. She is 41.", ""),
    ("Ludo Prenn was found on Friday. The 41-year-old baker Ana Ruiz wept.", ""),
    ("Ludo Prenn was found on Friday. Ana Ruiz said the 41-year-old was well.", ""),
    ("Ana Ruiz was found on Friday. Prenn drives again. He is 41.", "Prenn"),
    ("Ludo Prenn was found on Friday. He was 41 when he came.", ""),
    ("Ludo Prenn was found on Friday. The leader of the party, who is 41, wept.", ""),
    ("The Hollin lies north. He is 41.", ""),
    ('"I am 41," said Ludo Prenn on Friday.', "Prenn"),
    ("Ludo Prenn was elected on Friday. The mayor-elect (born in 1981) wept.", "Ludo Prenn"),
]


@pytest.mark.parametrize(("text", "person"), CASES)
def test_the_person_is_whom_the_text_has_spoken_of_last(text, person):
    aged = [claim for claim in extract(scene(text, JUNE).document) if claim.kind == "age" or claim.span.quote == "1981"]
    assert [claim.person for claim in aged] == [person]
