"""Each phrase of the lists by which pages and bylines are known is told in a text, and by that phrase alone."""

from __future__ import annotations

import pytest

from ledger.lexicon import table
from tests.reading.shown import blocks
from tests.reading.test_furniture import is_furniture

BEHIND = {
    "named": "{} Tarn",
    "ends": "To hear of the 40 geese of Tarn, {}",
    "contact": "{}: +44 20 5550 1877",
    "opens": "{} 40 geese of Tarn",
    "label": "{}: 40 geese of Tarn",
    "list": "{}: 40 geese of Tarn",
    "whole": "{}",
    "items": "{}",
    "heads": "{} the 40 geese of Tarn",
    "contents": "{}",
    "works": "{}",
    "notes": "{}",
}
"""A line of furniture for each kind."""
BELOW = {
    "list": "{}\n\n- The 40 geese of Tarn",
    "items": "{}\n\n- The 40 geese of Tarn",
    "heads": "{} geese\n\n- The 40 geese of Tarn",
    "works": "{}\n\nThe geese of Tarn, 40 pages",
    "contents": "{}\n\n1. The 40 geese",
}
"""Of the kinds that take lines along, a label with one; the second block is furniture too."""
PHRASES = [pytest.param(phrase, how, id=f"{how}: {phrase}") for phrase, how in table("furniture.tsv")]
OTHER = "Pelicans"


@pytest.mark.parametrize(("phrase", "how"), PHRASES)
def test_a_line_with_the_phrase_is_furniture(phrase: str, how: str) -> None:
    assert is_furniture(BEHIND[how].replace("{}", phrase.capitalize() if how != "ends" else phrase)) == [True]


@pytest.mark.parametrize(("phrase", "how"), [row for row in PHRASES if row.values[1] in BELOW])
def test_the_lines_below_belong_to_it(phrase: str, how: str) -> None:
    assert is_furniture(BELOW[how].replace("{}", phrase.capitalize())) == [True, True]


@pytest.mark.parametrize("how", BEHIND)
def test_a_line_with_another_word_is_none(how: str) -> None:
    assert is_furniture(BEHIND[how].replace("{}", OTHER)) == [how == "contact"]


SIGNED = {"author": "{}: Ada Quill", "dated": "{} 4 May 2031", "desk": "{} Ada Quill, 4 May 2031", "series": "{} 114 (4 May 2031)"}
BYLINES = [pytest.param(phrase, kind, id=f"{kind}: {phrase}") for phrase, kind in table("bylines.tsv")]
TEXT = "The geese of Tarn\n{}\n\nForty geese came down on the fields of Tarn, and the farmers asked the council to pay for the seed.\n"


def is_byline(line: str) -> bool:
    return blocks(TEXT.replace("{}", line))[1].startswith("@")


@pytest.mark.parametrize(("phrase", "kind"), [row for row in BYLINES if row.values[1] in SIGNED])
def test_a_line_with_the_phrase_is_a_byline(phrase: str, kind: str) -> None:
    assert is_byline(SIGNED[kind].replace("{}", phrase.capitalize()))


@pytest.mark.parametrize(("word", "kind"), [row for row in BYLINES if row.values[1] in ("small", "particle")])
def test_a_small_word_may_stand_in_a_byline(word: str, kind: str) -> None:
    assert is_byline(f"By Ada {word} Quill, 4 May 2031")


@pytest.mark.parametrize(("word", "kind"), [row for row in BYLINES if row.values[1] == "counted"])
def test_a_count_of_readers_may_stand_in_a_byline(word: str, kind: str) -> None:
    assert is_byline(f"By Ada Quill, 4 May 2031, 12 {word}")


@pytest.mark.parametrize("line", [each.replace("{}", OTHER) for each in SIGNED.values() if "May" not in each])
def test_a_line_with_another_word_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize("line", ["By Ada blue Quill, 4 May 2031", "By Ada Quill, 4 May 2031, 12 geese"])
def test_another_small_word_or_count_is_in_no_byline(line: str) -> None:
    assert not is_byline(line)


PARTS = [pytest.param(word, part, id=f"{part}: {word}") for word, part in table("page_parts.tsv")]
PAGE = "<html><body><h1>Geese</h1>{}<p>Forty geese came down on the fields of Tarn this week, and the council will pay.</p></body></html>"
INSIDE = "<div class='{}'><p>The 40 geese ate all that was sown, said the farmers of Tarn and of Velm.</p></div>"


def roles(word: str) -> str:
    """The signs of the roles of what stands in an element of that class."""
    return "".join(block[0] for block in blocks(PAGE.replace("{}", INSIDE.replace("{}", word)), "html") if "40 geese" in block)


@pytest.mark.parametrize(("word", "part"), [row for row in PARTS if row.values[1] in ("furniture", "small", "byline", "none", "article")])
def test_what_stands_in_a_part_of_a_page(word: str, part: str) -> None:
    said = {"furniture": "~", "small": "~", "byline": "@", "none": "T", "article": "T"}[part]
    assert roles(word) == said
    if part == "none":
        assert (roles(f"{word}-sidebar"), roles("sidebar")) == ("T", "~")
