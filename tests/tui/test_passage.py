"""Passages: offsets hold where line breaks become blanks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.passage import unbroken


def test_a_break_and_the_white_space_around_it_is_one_blank():
    assert unbroken("of 31 \n  papers,\r\n27  were")[0] == "of 31 papers, 27  were"


@given(st.text("ab \t\r\n", max_size=40))
def test_every_letter_is_found_where_it_has_gone(text):
    shown, at = unbroken(text)
    assert [shown[at(offset)] for offset, letter in enumerate(text) if letter in "ab"] == [letter for letter in text if letter in "ab"]
    assert [at(offset) for offset in range(len(text) + 1)] == sorted(at(offset) for offset in range(len(text) + 1))
    assert (at(0), at(len(text))) == (0, len(shown))
