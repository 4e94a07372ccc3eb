"""What a figure counts: in the lines of ``counted/KIND.txt`` brackets mark the figure, behind the arrow stands the head noun."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.context.counted import Counted, counted
from ledger.extraction.context.figure import Figure

CASES = {path.stem: path.read_text("utf-8").splitlines() for path in sorted(Path(__file__).with_name("counted").glob("*.txt"))}
"""The sentences of each kind of claim."""


def cases() -> list[tuple[str, str, str]]:
    return [(kind, *line.rsplit(" ->", 1)) for kind, lines in CASES.items() for line in lines]


def read(kind: str, marked: str) -> tuple[str, Counted]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return text, counted(Figure(text, start, end, (0, len(text))), kind)


@pytest.mark.parametrize(("kind", "marked", "head"), cases())
def test_head(kind: str, marked: str, head: str) -> None:
    assert read(kind, marked)[1].head == head.strip()


@pytest.mark.parametrize(
    ("kind", "marked", "modifiers", "of", "mention"),
    [
        (
            "count",
            "At least [1,140] arbitrary night arrests of miners took place.",
            ("arbitrary", "night"),
            "miners",
            "1,140 arbitrary night arrests",
        ),
        ("share", "Only [12 percent] of rural voters agreed.", ("rural",), "", "12 percent of rural voters"),
        ("money", "Courts imposed heavy fines of up to [€1,800] on them.", ("heavy",), "", "heavy fines of up to €1,800"),
        ("share", "The share of part-time teachers rose to [31%].", (), "teachers", "31%"),
        ("age", "Jonas Berg, [34], was held.", ("jonas",), "", "Jonas Berg, 34"),
        ("count", "Thousands marched and [40] were held.", (), "", "40"),
    ],
)
def test_description(kind: str, marked: str, modifiers: tuple[str, ...], of: str, mention: str) -> None:
    text, found = read(kind, marked)
    assert (found.modifiers, found.of, text[found.start : found.end]) == (modifiers, of, mention)


WORDS = [
    "of",
    "the",
    "a",
    "12",
    "%",
    "(",
    ")",
    ",",
    ";",
    ":",
    "rose",
    "to",
    "from",
    "and",
    "up",
    "aged",
    "that",
    "people",
    "£5m",
    "—",
    "2-",
    "İ",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from(sorted(CASES)), st.data())
def test_any_text_is_survived(words: list[str], kind: str, data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = counted(Figure(text, start, end, (0, len(text))), kind)
    assert 0 <= found.start <= start
    assert end <= found.end <= len(text)
