"""Totals and parts that stand in lines or paragraphs of their own."""

from __future__ import annotations

import pytest

from ledger.reconciliation import reconcile
from tests.reconciliation.making import case_of

ROWS = [
    ("Cars: 30\nBuses: 20\nTotal: {50|40}", "a list of labels and its total"),
    ("Total: {50|40}\nCars: 30\nBuses: 20", "a total and its list of labels"),
    ("Votes cast: 1,220\nValid: 1,150\nVoid: {70|50}", "votes cast, valid and void"),
    ("For six hours {357|347} people were on board.\n\nBoats took off 122 people. The remaining 235 stayed.", "the rest, a paragraph on"),
]


@pytest.mark.parametrize(("text", "what"), ROWS, ids=[what for _, what in ROWS])
def test_one_figure_makes_the_fault(text, what):
    head, _, rest = text.partition("{")
    (true, wrong), tail = rest.partition("}")[0].split("|"), rest.partition("}")[2]
    told = [[finding.code for finding in reconcile(case_of(f"{head}{each}{tail}").claims)] for each in (true, wrong)]
    assert told == [[], ["A104"]], what
