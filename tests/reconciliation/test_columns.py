"""Totals of a table's columns: in markdown, in HTML, and what is no table or no total."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation.arithmetic.columns import columns
from ledger.reconciliation.seen import seen

PROSE = "The yard has a dock, a crane, a slipway and, since it was rebuilt, a canteen."
HEAD = "| Group | Number |\n|---|---|\n"


def _totals(text: str, path: str = "a.md") -> list[tuple[str, bool]]:
    claims = seen(extract(read_text(text, path, "2032-06-30")))
    return [(account.total.claim.span.quote, account.balances) for account in columns(claims)]


@pytest.mark.parametrize(
    ("rows", "totals"),
    [
        ("| Tugs | 82 |\n| Barges | 41 |\n| Yachts | 27 |\n| **Total** | **150** |\n", [("150", True)]),
        ("| Tugs | 82 |\n| Barges | 41 |\n| Yachts | 27 |\n| **Total** | **145** |\n", [("145", False)]),
        ("| All ships, total | 145 |\n| Tugs | 82 |\n| Barges | 41 |\n| Yachts | 27 |\n", [("145", False)]),
        ("| Tugs | 82 |\n| Barges | 41 |\n| of which wooden | 27 |\n| Total | 123 |\n", []),
        ("| Tugs | 82 |\n| Barges | 41 |\n| Yachts | |\n| Total | 123 |\n", [("123", True)]),
        ("| Tugs | 82 |\n| Barges | 41 |\n| Yachts | 27 |\n", []),
        ("| Tugs | 82 |\n| Barges | 41 |\n| Yachts | 27 |\n| Group | 145 |\n", [("145", False)]),
        (f"| Tugs | 82 |\n| Barges | 41 |\n\n{PROSE}\n\n| Yachts | 27 |\n| Total | 145 |\n", []),
    ],
)
def test_a_table_of_markdown(rows, totals):
    assert _totals(HEAD + rows) == totals


def test_a_table_of_several_columns():
    head = "| Ship | Wood | Built | Lost |\n|---|---|---|---|\n"
    rows = "| Tugs | oak | 82 | 7 |\n| Barges | fir | 41 | 3 |\n| Yachts | ash | 27 | 1 |\n| Total | all | 145 | 11 |\n"
    assert _totals(head + rows) == [("145", False), ("11", True)]
    gap = "| Tugs | oak | 12 | |\n| Barges | fir | 40 | 38 |\n| Yachts | ash | 30 | 28 |\n| Total | all | 82 | 72 |\n"
    assert _totals(head + gap) == []
    one = "| Tugs | oak | 82 |\n| Barges | fir | 41 |\n| Yachts | ash | 27 |\n| **Total** | | **145** |\n"
    assert _totals("| Ship | Wood | Built |\n|---|---|---|\n" + one) == [("145", False)]


def test_a_table_of_a_page():
    cells = ("Tugs", 82), ("Barges", 41), ("Yachts", 27), ("Total", 145)
    rows = "".join(f"<tr><td>{name}</td><td>{size}</td></tr>" for name, size in cells)
    page = f"<html><body><article><p>The yards of Velm had a good year.</p><table>{rows}</table></article></body></html>"
    assert _totals(page, "a.html") == [("145", False)]


def test_prose_is_no_table():
    assert not _totals("The yard built *82 tugs* last year.\n\nIt built *41 barges* too.\n\nIn total it built *145 ships*.\n")
