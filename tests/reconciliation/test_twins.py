"""Passages in pairs, one true and one with an error in it: the true ones are quiet, and of the errors so many are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger import patterns as re
from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile

TWINS = [line.split("\t") for line in Path(__file__).with_name("twins.txt").read_text("utf-8").splitlines()]
_CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
FOUND = {
    "anniversary": 16, "change-and-difference": 14, "change-and-percent": 15, "conversion": 15, "count-and-percent": 16, "duration": 17,
    "each-and-total": 11, "growth-factor": 13, "impossible-date": 15, "impossible-mean": 16, "impossible-percent": 18,
    "part-over-whole": 17, "parts-and-total": 17, "percent-and-points": 12, "rate": 16, "reversed-range": 16, "shares": 15, "weekday": 17,
}  # fmt: skip
"""Errors found of the eighteen of each kind; raise it when more are."""


def _conflicts(text: str) -> list[str]:
    found = reconcile(extract(read_text(text + "\n", "a.txt", "2036-05-04")))
    return [finding.message for finding in found if finding.verdict == "conflict"]


@pytest.mark.parametrize("kind", FOUND)
def test_what_is_true_is_quiet(kind):
    told = [_CHOICE.sub(r"\1", text) for each, text in TWINS if each == kind]
    assert {text: found for text in told if (found := _conflicts(text))} == {}


@pytest.mark.parametrize("kind", FOUND)
def test_errors_are_found(kind):
    told = [_CHOICE.sub(r"\2", text) for each, text in TWINS if each == kind]
    assert len(told) == 18
    assert len([text for text in told if _conflicts(text)]) >= FOUND[kind]


def test_every_pair_is_of_a_kind():
    assert {kind for kind, _ in TWINS} == set(FOUND)
