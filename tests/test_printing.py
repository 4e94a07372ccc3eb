"""Text from documents as it is printed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.printing import cell, one_line, safe_json, visible, without_markup


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, “curly” and ünïcode", "plain, “curly” and ünïcode"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31mred", "\\x9b31mred"),
        ("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd"),
        ("hid\u200bden\ufeff", "hid\\u200bden\\ufeff"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("caf\udce9", "caf\\udce9"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("two\nlines", "two\\nlines"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(("text", "shown"), [("a \r\n\t b", "a b"), ("a\u2028b", "a b"), ("\x1b \n", "\\x1b "), ("1\xa0000", "1 000")])
def test_one_line(text, shown):
    assert one_line(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\\t=1"),
        ("\r=1", "'\\r=1"),
        ("＝1", "'＝1"),
        ("-5", "-5"),
        ("-1,250.75", "-1,250.75"),
        ("+12%", "+12%"),
        ("3 - 4 = -1", "3 - 4 = -1"),
        ("two\r\nlines\x1b", "two\nlines\\x1b"),
    ],
)
def test_a_cell_is_no_formula(text, shown):
    assert cell(text) == shown


@given(st.text())
def test_nothing_printed_steers(text):
    for shown in (visible(text), one_line(text)):
        assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 or 0x202A <= ord(letter) <= 0x202E for letter in shown)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_keeps_its_meaning(text):
    written = safe_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert "\x9b" not in written
    assert "\x7f" not in written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About <b>40</b>&nbsp;of them", "About 40\xa0of them"),
        ("a <!-- not <i>this</i> > --> b", "a  b"),
        ("left <!-- open", "left <!-- open"),
        ("3 < 5 and 7 > 2, <3", "3 < 5 and 7 > 2, <3"),
        ('<a\nhref="x">40</a', "40</a"),
        ("&lt;b&gt;40", "<b>40"),
    ],
)
def test_markup_of_a_page_is_not_shown(text: str, expected: str) -> None:
    assert without_markup(text) == expected


def test_a_stand_in_keeps_words_apart() -> None:
    assert without_markup("<td>40</td><td>50</td>", " ") == " 40 |  50 "
