"""Lines of text: nothing lost, nothing too wide, whatever the letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.wrapping import ONE_CELL, seen, shown, wrapped

TEXTS = st.text(st.one_of(st.sampled_from("ab 火事e\u0301 "), st.characters()), max_size=120)


@given(TEXTS, st.integers(2, 30))
def test_lines_hold_all_of_the_text_and_fit(text, width):
    text = shown(text)
    lines = wrapped(text, 0, len(text), width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(cell_len(text[line.start : line.end].rstrip()) <= width for line in lines)


@given(st.text("ab  cdé—", max_size=60), st.integers(1, 12))
def test_text_of_one_cell_a_character_is_cut_as_any_other(text, width):
    measured = wrapped(text.replace("é", "\u1e9f"), 0, len(text), width)
    assert wrapped(text, 0, len(text), width) == measured


def test_what_counts_as_one_cell_is_one():
    letters = [letter for letter in map(chr, range(0x3000)) if ONE_CELL.fullmatch(letter)]
    assert len(letters) > 800
    assert all(cell_len(letter) == 1 and (letter == " " or not letter.isspace()) for letter in letters)


@given(TEXTS)
def test_what_is_shown_is_as_long_as_the_text_and_obeyed_by_no_terminal(text):
    assert len(shown(text)) == len(text)
    assert all(ord(letter) >= 0x20 and not 0x7F <= ord(letter) < 0xA0 for letter in shown(text))


def test_a_page_is_seen_without_its_markup():
    assert seen("more than <b>80&nbsp;percent</b>\n of it", "a.html") == "more than 80 percent of it"
    assert seen("more than <b>80</b>", "a.txt") == "more than <b>80</b>"
