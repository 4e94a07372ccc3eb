"""Claims are spelled straight from their fields just as the general way spells them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction import extract
from ledger.reading import read, read_text
from ledger.store.canonical import canonical, parsed
from ledger.store.restored import claim_from
from ledger.store.spelling import spelled

SEEDS = Path(__file__).parents[2] / "seeds"


def same(claim):
    general = canonical(claim.model_dump(mode="json"))
    assert spelled(claim) == (claim.id, general)
    assert claim_from(parsed(general)) == claim


def test_every_claim_of_the_seeds():
    found = [claim for path in sorted(SEEDS.iterdir()) if path.suffix in {".txt", ".md", ".html"} for claim in extract(read(str(path)))]
    assert {claim.kind for claim in found} >= {"count", "date", "fraction", "money", "share"}
    for claim in found:
        same(claim)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.decimals(allow_nan=False, allow_infinity=False))
def test_any_text_and_any_number(text, number):
    claim = extract(read_text("In Velm 40 houses burned down on 3 May 2021."))[0]
    same(claim.model_copy(update={"speaker": text, "names": (text, "x"), "low": number.normalize() + 0, "period_low": None}))
