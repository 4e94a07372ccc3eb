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
FOUND = 276
"""Errors found; raise it when more are."""


def _conflicts(text: str) -> list[str]:
    found = reconcile(extract(read_text(text + "\n", "a.txt", "2036-05-04")))
    return [finding.message for finding in found if finding.verdict == "conflict"]


@pytest.mark.parametrize("check", sorted({check for check, _ in TWINS}))
def test_what_is_true_is_quiet(check):
    told = [_CHOICE.sub(r"\1", text) for each, text in TWINS if each == check]
    assert {text: found for text in told if (found := _conflicts(text))} == {}


def test_errors_are_found():
    found = [check for check, text in TWINS if _conflicts(_CHOICE.sub(r"\2", text))]
    assert len(TWINS) == 324
    assert len(found) >= FOUND
