"""Ordinary paragraphs full of figures, none of which are at odds: no check may find fault with any."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile

PARAGRAPHS = Path(__file__).with_name("paragraphs.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", PARAGRAPHS, ids=lambda text: text[:40])
def test_nothing_is_at_odds_in_an_ordinary_paragraph(text):
    found = reconcile(extract(read_text(text + "\n", "a.txt", "2021-05-04")))
    assert [finding.message for finding in found if finding.verdict == "conflict"] == []


def test_nothing_is_at_odds_in_all_of_them_together():
    found = reconcile(extract(read_text("\n\n".join(PARAGRAPHS) + "\n", "a.txt", "2021-05-04")))
    assert [finding.message for finding in found if finding.verdict == "conflict" and finding.code.startswith("A")] == []


def test_there_are_enough_of_them():
    assert len(PARAGRAPHS) >= 60
