"""Texts that nobody writes cost no more for being long."""

from __future__ import annotations

from time import process_time

import pytest

from ledger.extraction import extract
from ledger.reading import read_text

UNITS = ["7", "7.", ",", "1,", "(1 ", "and ", "1 and ", "hundred ", "more than ", "Ruiz ", "“ 1 ", "a", "$", "1/", "12 May ", "5% "]


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length(unit):
    short, long = (_seconds(unit * (size // len(unit))) for size in (3_000, 24_000))
    assert long < 0.1 + 16 * short


def _seconds(text):
    document, times = read_text(text), []
    for _ in range(3):
        start = process_time()
        extract(document)
        times.append(process_time() - start)
    return min(times)


def test_a_claim_quotes_no_more_than_a_long_sentence():
    document = read_text("Of (1 " * 4_000)
    claims = extract(document)
    assert len(claims) == 4_000
    assert max(len(claim.sentence.quote) for claim in claims) <= 4_000
    assert all(claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end for claim in claims)
