"""What holds of every text, page and heap of bytes: places, order, and time."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import ReadingError
from ledger.reading import read_bytes
from ledger.records import Document

MARKED = r"""
< > & ; " ' / = ! - -- --> <!-- <p> </p> <div class="share"> </div> <b> </b> <i <br> <li> <ul> </ul> <td> <table>
<script> </script> <style> <sup>1</sup> <a href="x"> </a> <h1> </h1> <s> </s> <pre> <aside> </aside> <article>
<figcaption> &amp; &nbsp; &#48; &#x31 &shy; &copy2 &bogus; ]]> * ** *** _ __ ~~ ` ``` # ## [ ] ( ) ]( ![ [^1] [^1]: |
|-| --- === + > 1. (a) - • \ \* https://a.example/1 www.b.example doi:10.5/x By Photo: (c) References Related: Share
0:00 2031 May 5 p. 40 ISBN © +1
"""
ALPHABET = st.one_of(
    st.sampled_from([*MARKED.split(), " ", "\n", "\n\n", "\r\n", "\t", "   ", "\f"]),
    st.text("aé€\u200b\u00ad\xa0\ufeffİ’“🏆 .:,", max_size=4),
    st.sampled_from(["Forty people came.", "goes on", "The mill at Tarn closed on Monday", "JOINT OFFICE", "1,200"]),
)
TEXTS = st.lists(ALPHABET, max_size=40).map("".join)
FORMATS = st.sampled_from(["text", "markdown", "html"])


def read(text: str, format: str) -> Document | None:
    try:
        return read_bytes(text.encode(), format=format)
    except ReadingError:
        assert not text.strip()
        return None


@settings(max_examples=300, deadline=None)
@given(TEXTS, FORMATS)
def test_blocks_are_in_order_and_say_something(text, format):
    document = read(text, format)
    if document is None:
        return
    end = 0
    for block in document.prose.blocks:
        assert end <= block.start < block.end <= len(document.prose.text)
        part = document.prose.text[block.start : block.end]
        assert part == part.strip()
        assert len(part.splitlines()) == 1
        end = block.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, FORMATS)
def test_every_place_is_in_the_document_and_what_is_verbatim_stands_there(text, format):
    document = read(text, format)
    if document is None:
        return
    prose, at = document.prose, 0
    for number, piece in enumerate(prose.pieces):
        end = prose.pieces[number + 1].start if number + 1 < len(prose.pieces) else len(prose.text)
        assert at <= piece.document_start <= piece.document_end <= len(text)
        assert piece.start <= end
        at = piece.document_end
        if end - piece.start == piece.document_end - piece.document_start:
            seen, written = prose.text[piece.start : end], text[piece.document_start : piece.document_end]
            assert all(one == other or (one == " " and other.isspace()) for one, other in zip(seen, written, strict=True))
    for position in range(len(prose.text)):
        first, last = prose.place(position, position + 1)
        assert 0 <= first <= last <= len(text)
    for block in prose.blocks:
        first, last = prose.place(block.start, block.end)
        assert first < last


@settings(max_examples=100, deadline=None)
@given(TEXTS, FORMATS)
def test_reading_is_deterministic_and_records_are_valid(text, format):
    document = read(text, format)
    if document is not None:
        assert read(text, format) == document
        assert Document.model_validate(document.model_dump()) == document


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("cp1252", "ignore"))),
    st.sampled_from(["", "text", "markdown", "html"]),
)
def test_any_bytes_give_a_document_or_an_error(data, format):
    with suppress(ReadingError):
        assert read_bytes(data, format=format).text


HOSTILE = [
    "<",
    "<a ",
    '<a "',
    "<a '\">",
    '<a ">" ',
    "<div>",
    "<p>",
    "<b>",
    "</p>",
    "<span class=share>",
    "<table><tr><td>",
    "<!--",
    "<script>",
    "<svg>",
    "<title>",
    "<![CDATA[",
    "</",
    "&",
    "&amp",
    "&#1;",
    "&notaref",
    "<sup>1",
    "<ul><li>",
    '<meta name=author content="',
    "<h1>",
    "<s>",
    "<pre>\n",
    "[",
    "[a](",
    "[a](b",
    "![",
    "[^",
    "[a[b]",
    "](",
    "*",
    "*a ",
    "**a ",
    "_a ",
    "`",
    "```\n",
    "~~a ",
    "\\",
    "> ",
    "\n>",
    "a\n==\n",
    "| a ",
    "|-\n",
    "\n",
    " ",
    "\t",
    "a\t",
    "\r",
    "\x0c",
    "- ",
    "-\n",
    "1. ",
    "1.\n",
    "# ",
    "0:00 ",
    "1(2)",
    "(2000) ",
    "Smith, J. ",
    ": +1 555 ",
    "Share Print ",
    "Photo: ",
    "http://",
    "http://a(",
    "www.",
    "doi:10.",
    "x rights reserved ",
    "By Jane, ",
    "1 May 2020, ",
    "a     1\n",
    "word " * 15 + "\n",
    "\u200b",
    "[1] ",
    "•\n",
    "of\nForty ",
    "mailto:",
    "\n1.1 A",
    "Notes\n1. Smith, J. (2001). ",
    "a&shy;",
    "x* y\n\n",
    "`a1 ",
    "\n\n    x = 1",
    "<code>1",
    "<pre>1",
]


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_time_grows_with_length_alone(format):
    for unit in HOSTILE:
        text = "x " + unit * (80_000 // len(unit))
        started = time.process_time()
        for end in ("", ">") if format == "html" else ("",):
            read(text + end, format)
        assert time.process_time() - started < 2, unit
