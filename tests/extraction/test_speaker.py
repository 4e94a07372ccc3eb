"""Who is said to speak: every ``[figure|speaker]`` of the sentences in ``speaker/*.txt``; nobody behind the bar is the text itself."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from ledger import lexicon
from ledger.extraction.context.speaker import Speakers
from ledger.extraction.sentences import Sentences
from ledger.records import Block, Piece, Prose

MARK = re.compile(r"\[([^]|]*)\|([^]]*)\]")

CASES = {path.stem: path.read_text("utf-8").splitlines() for path in sorted(Path(__file__).with_name("speaker").glob("*.txt"))}
"""The sentences of each construction; a pilcrow parts paragraphs."""


def prose(text: str) -> Prose:
    blocks = tuple(
        Block(block.start(), block.end(), "item" if block.group().startswith("•") else "body") for block in re.finditer(r"[^\n]+", text)
    )
    return Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=blocks)


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the place and speaker of each."""
    text, claims, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        claims.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], claims


@pytest.mark.parametrize("marked", [line.replace("¶", "\n\n") for lines in CASES.values() for line in lines])
def test_speaker(marked: str):
    text, claims = read(marked)
    page = prose(text)
    speakers = Speakers(page, page.text.lower(), Sentences(page))
    heard = [(text[start:end], speakers.at(start)) for start, end, _ in claims]
    assert heard == [(text[start:end], who) for start, end, who in claims]


def test_the_order_of_questions_does_not_matter():
    text, claims = read(" ".join(CASES["pronoun"]))
    page = prose(text)
    forward, backward = Speakers(page, page.text.lower(), Sentences(page)), Speakers(page, page.text.lower(), Sentences(page))
    assert [forward.at(claim[0]) for claim in claims] == [backward.at(claim[0]) for claim in reversed(claims)][::-1]


def test_words_for_somebody_may_follow_one_another_without_end():
    said = "".join(f"The {noun} said so. He said so. " for noun in sorted(lexicon.words("persons.txt")))
    page = prose(f"{said}He said 40 men came.")
    assert Speakers(page, page.text.lower(), Sentences(page)).at(len(said) + 8)


@pytest.mark.parametrize(
    "unit",
    [
        "He said 40. ",
        "The plumber said 4. He said 4. ",
        "“No 4,” Jo Y hit back. ",
        "“a 4” said of ",
        "according to a of a 4. A ",
        "A A A said 4. ",
        "X, y, 4, said. ",
        "it was put 4 by by ",
        "“4 ",
        "• 4\n\n",
        "“Z z 4. ",
    ],
)
def test_time_grows_with_length_only(unit: str):
    def seconds(size: int) -> float:
        page = prose(unit * (size // len(unit)))
        speakers = Speakers(page, page.text.lower(), Sentences(page))
        start = time.process_time()
        for figure in re.finditer("4", page.text):
            speakers.at(figure.start())
        return time.process_time() - start

    small, large = seconds(20_000), seconds(160_000)
    assert large < 30 * small + 0.5
