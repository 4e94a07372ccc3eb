"""Lines of text: nothing lost, nothing too wide, whatever the letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.wrapping import seen, shown, wrapped

TEXTS = st.text(st.one_of(st.sampled_from("ab 火事e\u0301 "), st.characters()), max_size=120)


@given(TEXTS, st.integers(2, 30))
def test_lines_hold_all_of_the_text_and_fit(text, width):
    text = shown(text)
    lines = wrapped(text, 0, len(text), width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(cell_len(text[line.start : line.end].rstrip()) <= width for line in lines)


@given(TEXTS)
def test_what_is_shown_is_as_long_as_the_text_and_obeyed_by_no_terminal(text):
    assert len(shown(text)) == len(text)
    assert all(ord(letter) >= 0x20 and not 0x7F <= ord(letter) < 0xA0 for letter in shown(text))


def test_a_page_is_seen_without_its_markup():
    assert seen("more than <b>80&nbsp;percent</b>\n of it", "a.html") == "more than 80 percent of it"
    assert seen("more than <b>80</b>", "a.txt") == "more than <b>80</b>"
