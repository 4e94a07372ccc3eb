"""Texts that nobody writes cost no more for being long."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from benchmarks.hostile import HOSTILE
from ledger.extraction import extract
from ledger.reading import read_text


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length(name):
    short, long = (_seconds(HOSTILE[name](size)) for size in (2_000, 16_000))
    assert long < 0.1 + 16 * short


def _seconds(text):
    document, times = read_text(text), []
    for _ in range(2):
        start = process_time()
        extract(document)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("counted/*.txt")), ids=lambda path: path.stem)
def test_a_text_may_end_behind_any_word(path):
    for line in path.read_text("utf-8").splitlines():
        text = re.sub(r"[\[\]]", "", line.partition(" -> ")[0])
        for space in re.finditer(" ", text):
            extract(read_text(text[: space.start()]))


@pytest.mark.parametrize("unit", ["½", "z1", "7.", "abc,12.5", "0x1f"])
def test_a_run_without_a_space_holds_no_figure(unit):
    claims = extract(read_text(f"It fell to 12 percent. Then {unit * 200}. Then 40 people left."))
    assert [claim.span.quote for claim in claims] == ["12 percent", "40"]


@pytest.mark.parametrize(
    ("figure", "claimed"),
    [
        ("9" * 29, []), ("1" + ",000" * 10, []), ("1e40", []), ("10^99", []), ("9^999", []), ("-9e50", []), ("9" * 30 + " million", []),
        ("9" * 40 + " feet 3 inches", ["3 inches"]), ("9" * 30 + " dozen and two", ["two"]), ("9" * 28, ["9" * 28]),
        ("a thousand million billion trillion quadrillion", []),
    ],
)  # fmt: skip
def test_a_number_of_more_digits_than_are_reckoned_with_is_no_figure(figure, claimed):
    claims = extract(read_text(f"It took {figure} there. Then 40 people left."))
    assert [claim.span.quote for claim in claims] == [*claimed, "40"]


def test_a_claim_quotes_no_more_than_a_long_sentence():
    document = read_text("Of (1 " * 4_000)
    claims = extract(document)
    assert len(claims) == 4_000
    assert max(len(claim.sentence.quote) for claim in claims) <= 4_000
    assert all(claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end for claim in claims)


@pytest.mark.parametrize("text", ["Quadruple, it said", "‘ double.", "Treble"])
def test_a_multiple_may_open_a_text(text):
    assert [claim.kind for claim in extract(read_text(text))] in ([], ["multiple"])
