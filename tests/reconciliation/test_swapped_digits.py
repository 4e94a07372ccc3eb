"""Three digits in two orders, of which neither text of one event has the other's."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile

DATED = "2030-06-30"
ONE = "On Velm Spit in Merrow by the Ostra a final count of 236 animals was made."


def _conflicts(*texts: str) -> list[set[str]]:
    claims = [claim for at, text in enumerate(texts) for claim in extract(read_text(text, f"{at}.txt", DATED))]
    return [{claim.span.quote for claim in each.claims} for each in reconcile(claims) if each.verdict == "conflict"]


@pytest.mark.parametrize(
    ("other", "swapped"),
    [
        ("Velm Spit, Merrow, Ostra: in all 263 had stranded, according to the coastguard.", "263"),
        ("Velm Spit, Merrow, Ostra: in all 236 had stranded, and 263 came later.", ""),
        ("Velm Spit, Merrow, Ostra: the tickets cost 263 euros.", ""),
    ],
)
def test_of_one_event(other, swapped):
    assert _conflicts(ONE, other) == ([{"236", swapped}] if swapped else [])
