"""What is known of a document's source: from the list in its folder, from itself, from its byline."""

from __future__ import annotations

import pytest

from ledger.errors import ReadingError
from ledger.reading import documents, read, read_text
from ledger.records import Source

LIST = """
[[source]]
file = "a.txt"
publisher = "Tarn Gazette"
published = 2031-03-04
"""


@pytest.fixture
def listed(tmp_path):
    (tmp_path / "a.txt").write_text("Mill closes\n\nBy Ruth Okell\nTarn Post, 5 March 2031\n\nIt had 340 workers.")
    (tmp_path / "b.txt").write_text("Nothing is known of this text.")

    def write(text: str) -> list[str]:
        (tmp_path / "sources.toml").write_text(text)
        errors: list[ReadingError] = []
        assert len(list(documents([str(tmp_path), str(tmp_path / "a.txt")], errors.append))) == 2
        return [str(error).removeprefix(str(tmp_path / "sources.toml")) for error in errors]

    return write


def test_the_list_comes_first_and_the_text_fills_what_it_leaves_open(listed, tmp_path):
    assert listed(LIST) == []
    assert read(str(tmp_path / "a.txt")).source == Source(
        title="Mill closes", publisher="Tarn Gazette", author="Ruth Okell", published="2031-03-04"
    )
    assert read(str(tmp_path / "b.txt")).source == Source()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[source]]\nfile = "a.txt', ":2: cannot be read as TOML: Unterminated string"),
        ('[[source]]\nfile = "a\x01.txt"', ":2: cannot be read as TOML: Illegal character"),
        ("[[source]]\nfile = 3", ': source 1: expected file = "NAME" and what is known of it'),
        ('[[source]]\nfile = "a.txt"\ndate = "2031"', ": source 1: unknown field 'date'; expected file, title, publisher"),
        ('[[source]]\nfile = "a.txt"\npublished = "spring"', ": source 1: published = 'spring' is no date; expected YYYY"),
        ('[[source]]\nfile = "a.txt"\npublished = "2031-02-30"', ": source 1: published = '2031-02-30' is no date"),
        ('[[source]]\nfile = "a.txt"\ntitle = 3', ": source 1: title is no text"),
        ("[[sources]]", ": holds something else than [[source]] entries"),
        ("\udcff", ": cannot be read"),
    ],
)
def test_a_list_that_is_malformed_is_told_once_and_the_documents_are_read(tmp_path, listed, text, complaint):
    if text == "\udcff":
        (tmp_path / "sources.toml").write_bytes(b"\xff")
        errors: list[ReadingError] = []
        assert len(list(documents([str(tmp_path)], errors.append))) == 2
        told = [str(error).removeprefix(str(tmp_path / "sources.toml")) for error in errors]
    else:
        told = listed(text)
    assert len(told) == 1
    assert told[0].startswith(complaint)


def test_names_that_no_file_has_and_entries_that_repeat_are_told(listed, caplog):
    entries = "".join(f'[[source]]\nfile = "{name}"\n' for name in ("c.txt", "a.txt", "a.txt", "d", "e", "f/a.txt"))
    assert listed(entries) == [": tells of a.txt more than once; the first entry counts"]
    assert [record.getMessage().partition("sources.toml: ")[2] for record in caplog.records] == [
        "there is no file c.txt, d, e and 1 more in its folder"
    ]


def test_a_list_that_has_changed_is_read_again(listed, tmp_path):
    listed(LIST)
    listed(LIST.replace("Gazette", "Courier"))
    assert read(str(tmp_path / "a.txt")).source.publisher == "Tarn Courier"


@pytest.mark.parametrize(
    ("head", "author", "publisher", "published"),
    [
        ("By Ruth Okell\nTarn Post, 5 March 2031", "Ruth Okell", "Tarn Post", "2031-03-05"),
        ("by Ruth Okell\nThe Tarn Post, March 5, 2031", "Ruth Okell", "The Tarn Post", "2031-03-05"),
        (
            "By Ruth Okell and Jan Holm, Northern Wire\nTARN, Dravenia, March 5, 2031",
            "Ruth Okell and Jan Holm",
            "Northern Wire",
            "2031-03-05",
        ),
        ("By Ruth Okell\nTARN, Dravenia, Mar. 5, 2031 (Northern Wire)", "Ruth Okell", "Northern Wire", "2031-03-05"),
        ("By [Ruth Okell for NPA](#)\n\nMarch 05, 2031", "Ruth Okell", "", "2031-03-05"),
        ("Ruth Okell | Post Daily | Mar. 5, 2031", "Ruth Okell", "Post Daily", "2031-03-05"),
        ("**Tarn Log** | Casualties | March 5, 2031 | R. Okell", "R. Okell", "Tarn Log", "2031-03-05"),
        ("Ruth Okell\n5 March 2031", "Ruth Okell", "", "2031-03-05"),
        ("*Tarn Weekly, 5 March 2031. Words: Ruth Okell*", "Ruth Okell", "Tarn Weekly", "2031-03-05"),
        ("*5 March 2031 / words by Ruth Okell / 4-minute read*", "Ruth Okell", "", "2031-03-05"),
        ("Posted 5 March 2031 by Ruth Okell | 12 comments", "Ruth Okell", "", "2031-03-05"),
        ("Published: 5th of March 2031", "", "", "2031-03-05"),
        ("Date of issue: 2031-03-05", "", "", "2031-03-05"),
        ("Sunday, 5 March 2031, updated 21:40", "", "", "2031-03-05"),
        ("From our correspondent\nTarn, March 2031", "", "", "2031-03"),
    ],
)
def test_a_byline_is_understood_and_silent(head, author, publisher, published):
    document = read_text(f"Mill closes for good\n\n{head}\n\nThe mill at Tarn closed on Monday, and 340 people lost their work.")
    source = document.source
    assert (source.author, source.publisher, source.published) == (author, publisher, published)
    roles = [block.role for block in document.prose.blocks]
    assert (roles[0], set(roles[1:-1]), roles[-1]) == ("heading", {"byline"}, "body")


@pytest.mark.parametrize(
    "line",
    [
        "Opened: 6 May 1971",
        "By Monday 340 people had lost their work",
        "By then the mill had closed",
        "From 340 workers in March 2030 to none",
        "Officials Report 40 Dead",
        "On the closing of mills as of 5 March 2031",
        "Three-Month Review",
        "Forty Days After 5 March 2031",
    ],
)
def test_a_line_that_states_something_is_no_byline(line):
    document = read_text(f"Mill closes for good\n\n{line}\n\nThe mill at Tarn closed on Monday.")
    assert [block.role for block in document.prose.blocks][1] in ("heading", "body")


@pytest.mark.parametrize(
    ("lead", "published"),
    [
        ("TARN BAY, March 5, 2031 -- Okell Mills, Inc. today said that 340 people would go.", "2031-03-05"),
        ("TARN (Northern Wire) – On 5 March 2031 the mill closed, and 340 people went.", ""),
        ("TARN - The mill closed.", ""),
        ("TARN (5 March 2031) – The mill closed.", "2031-03-05"),
        ("Ada Okell (5 March 1931 – 6 May 2001) founded the mill.", ""),
        ("Ada Okell, 5 March 1931 – 6 May 2001, founded the mill.", ""),
    ],
)
def test_a_dateline_before_a_paragraph_dates_the_document_and_stays_in_it(lead, published):
    document = read_text(f"Mill closes\n\n{lead}")
    assert document.source.published == published
    assert document.prose.blocks[-1].role == "body"


def test_a_date_that_is_given_counts_more():
    assert read_text("Mill closes\n\n5 March 2031\n\nIt did.", published="2030").source.published == "2030"


def test_dates_over_the_entries_of_a_diary_are_no_bylines():
    text = "Mill closes\n\n4 March 2031\n\nThe mill at Tarn closed on that day, and 340 people left.\n\n5 March 2031\n\nThree came back."
    assert [block.role for block in read_text(text).prose.blocks] == ["heading", "byline", "body", "heading", "body"]
