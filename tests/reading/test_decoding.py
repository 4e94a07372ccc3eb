"""Which bytes are text, and in which encoding."""

from __future__ import annotations

import logging

import pytest

from ledger.errors import ReadingError
from ledger.reading import read_bytes, read_text

ENGLISH = "“The café’s bill was £40 – or €48,” said Zoë Müller. It was 4 °C, and naïve guests ate 1,200 crêpes."
RUSSIAN = "Полиция задержала 33 человека, сообщило агентство. По данным ведомства, явка составила 80 процентов. " * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(encoding, caplog):
    assert read_bytes(ENGLISH.encode(encoding)).text.lstrip("\ufeff") == ENGLISH
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (ENGLISH, "cp1252", "Windows-1252"),
        ("It cost £40.", "latin-1", "Windows-1252"),
        ("The police held 33 people. " * 400 + "It cost £40.", "cp1252", "Windows-1252"),
        (ENGLISH, "mac-roman", "Mac Roman"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8_r"),
    ],
)
def test_other_encodings_are_told(text, encoding, name, caplog):
    with caplog.at_level(logging.WARNING):
        assert read_bytes(text.encode(encoding), "a.txt").text == text
    assert caplog.messages == [f"a.txt: not UTF-8; read as {name}"]


def test_a_page_may_name_its_encoding(caplog):
    page = '<html><head><meta charset="windows-1250"></head><p>Wałęsa spoke to 40 people.</p>'
    assert read_bytes(page.encode("cp1250"), "a.html").text == page
    assert caplog.messages == ["a.html: not UTF-8; read as windows-1250"]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "-: is empty"),
        (b"%PDF-1.7 40", "-: is a PDF file, not text"),
        (b"PK\x03\x04 40", "-: is a ZIP archive or an Office document"),
        (b"40\n4\x00", "-:2:2: holds a zero byte"),
        ("forty".encode("utf-16-le"), "-:1:2: holds a zero byte"),
        (b"\xff\xfe4", "-: begins as UTF-16 but breaks off"),
        (bytes(range(1, 9)) * 9, "-: is binary"),
        ("café\ncafé ".encode() + b"\xe9t\xe9", "-:2:6: is UTF-8 but for byte 0xE9 here"),
        ("“é”\n‘é’ ".encode() + b"\xff", "-:2:5: is UTF-8 but for byte 0xFF here"),
        ("Wałęsa i żółw, 40 osób".encode("iso-8859-2"), "-:1:3: is not UTF-8, and no other encoding fits"),
        (b"40 \x81\x8d\x8f\x90 \xff\xfe", "-:1:4: is not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data, complaint):
    with pytest.raises(ReadingError) as caught:
        read_bytes(data)
    assert str(caught.value).startswith(complaint)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["40\r\n50\r60\n", "\ufeff40 people", "4\u200b0\u00ad0 people", "a\fb\x85c"])
def test_the_text_is_the_file_to_the_character(text):
    document = read_text(text)
    assert document.text == text
    assert all(text[piece.document_start : piece.document_end] for piece in document.prose.pieces)


def test_half_a_surrogate_pair_is_no_text():
    with pytest.raises(ReadingError, match="surrogate"):
        read_text("\ud800")


def test_an_unknown_format_is_refused():
    with pytest.raises(ReadingError, match="expected one of html, markdown, text"):
        read_bytes(b"40", format="docx")
