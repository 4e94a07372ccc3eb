"""Records made without validation are what validation would have made."""

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from pydantic import ValidationError

from ledger.extraction import extract
from ledger.reading import read
from ledger.records import DAYS, SEVERAL, SPANS, VALUES, Claim, Decision, Document, Level, Span

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
    assert span.model_dump() == {"start": 0, "end": 2, "quote": "40"}
    assert repr(span) == "Span(start=0, end=2, quote='40')"
    assert len({span, Span(quote="40", end=2, start=0)}) == 1
    with pytest.raises(FrozenInstanceError):
        span.end = 3  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del span.end


def test_each_field_of_a_claim_that_json_has_no_word_for_is_listed_by_what_it_holds() -> None:
    of = {"Span": SPANS, "Value": VALUES, "Number": VALUES, "date | None": DAYS, "tuple[str, ...]": SEVERAL}
    listed = {name: holds for holds, names in of.items() for name in names}
    for name, field in Claim.model_fields.items():
        assert (name in of[field.type]) if field.type in of else name not in listed, name


def test_a_record_has_all_its_fields_and_no_others() -> None:
    assert Level(field="name", level="exact", weight=1.5).note == ""
    with pytest.raises(TypeError, match="Level without weight"):
        Level(field="name", level="exact")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Level has no colour"):
        Level(field="name", level="exact", weight=1.5, colour="red")  # type: ignore[call-arg]
    first, second = (Decision(seq=seq, target="", action="", reviewer="", at="") for seq in (1, 2))
    assert first.fields == second.fields == {}
    assert first.fields is not second.fields
    assert first != Level(field="name", level="exact", weight=1.5)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"kind": "Count"}, "kind"), ({"span": {"start": -1, "end": 2, "quote": "40"}}, "span"), ({"low": "forty"}, "low"),
        ({"colour": "red"}, "colour"), ({"bound": "roughly"}, "bound"),
    ],
)  # fmt: skip
def test_what_comes_from_outside_is_validated(changed: dict[str, object], wrong: str) -> None:
    told = extract(read(str(DOCUMENTS[0])))[0].model_dump(mode="json")
    with pytest.raises(ValidationError) as raised:
        Claim.model_validate(told | changed)
    assert raised.value.errors()[0]["loc"][0] == wrong
