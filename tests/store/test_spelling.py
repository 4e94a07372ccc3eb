"""Claims and findings are spelled straight from their fields just as the general way spells them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction import extract
from ledger.reading import read, read_text
from ledger.records import Finding, Level
from ledger.store.canonical import canonical, parsed
from ledger.store.restored import claim_from
from ledger.store.spelling import finding_spelled, spelled

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


@given(st.text(st.characters(exclude_categories=["Cs"])), st.floats(allow_nan=False, allow_infinity=False))
def test_a_finding_of_any_words_and_weight(text, weight):
    claims = tuple(extract(read_text("In Velm 40 houses burned down, 30 of them empty.")))
    levels = (Level(field="names", level="exact", weight=weight, note=text), Level(field=text, level="missing", weight=0.0, note=""))
    found = Finding(
        fingerprint="0a1b", code="X101", name="value", verdict="conflict", severity="error", message=text, claims=claims, because=levels
    )
    body = {name: getattr(found, name) for name in ("fingerprint", "code", "name", "verdict", "severity", "message")}
    because = [[each.field, each.level, repr(each.weight), each.note] for each in levels]
    assert finding_spelled(found) == canonical(body | {"claims": [claim.id for claim in claims], "because": because})
