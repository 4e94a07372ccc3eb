"""Records made without validation are what validation would have made."""

from pathlib import Path

import pytest

from ledger.extraction import extract
from ledger.reading import read
from ledger.records import Claim, Document, Span

SEEDS = Path(__file__).parent.parent / "seeds"
DOCUMENTS = sorted(path for path in SEEDS.iterdir() if path.suffix in {".txt", ".md", ".html"})


@pytest.mark.parametrize("document", [read(str(path)) for path in DOCUMENTS], ids=[path.name for path in DOCUMENTS])
def test_extracted_claims_are_valid(document: Document) -> None:
    found = extract(document)
    assert found == [Claim.model_validate(claim.model_dump()) for claim in found] != []


def test_an_unchecked_record_can_be_changed_into_another_and_stays_as_it_was() -> None:
    span = Span.unchecked(start=0, end=2, quote="40")
    assert span.model_copy(update={"end": 3}) == Span(start=0, end=3, quote="40")
    assert span == Span(start=0, end=2, quote="40")
    assert span.model_dump(exclude_unset=True) == {"start": 0, "end": 2, "quote": "40"}
