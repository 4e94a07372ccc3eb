"""The gold annotation of the seeds is consistent with their texts and with itself."""

import json
import tomllib
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parent.parent / "seeds"

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    lines = (SEEDS / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def text_of(document: str) -> str:
    with (SEEDS / document).open(encoding="utf-8", newline="") as file:
        return file.read()


SOURCES: list[Row] = tomllib.loads((SEEDS / "sources.toml").read_text(encoding="utf-8"))["source"]
DOCUMENTS: list[str] = [source["file"] for source in SOURCES]
CLAIMS, FINDINGS, TRAPS = rows("claims"), rows("findings"), rows("traps")
BY_ID: dict[str, Row] = {claim["id"]: claim for claim in CLAIMS}


def test_every_source_has_its_document_and_the_gold_covers_them_all() -> None:
    assert [name for name in DOCUMENTS if not (SEEDS / name).is_file()] == []
    assert {claim["doc"] for claim in CLAIMS} == {trap["doc"] for trap in TRAPS} == set(DOCUMENTS)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_quote_is_the_text_at_its_offsets(document: str) -> None:
    text = text_of(document)
    marked = [row for row in CLAIMS + TRAPS if row["doc"] == document]
    assert [row for row in marked if not row["quote"] or text[row["start"] : row["end"]] != row["quote"]] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_claims_and_traps_do_not_overlap(document: str) -> None:
    marked = sorted((row for row in CLAIMS + TRAPS if row["doc"] == document), key=lambda row: row["start"])
    assert [pair for pair in pairwise(marked) if pair[1]["start"] < pair[0]["end"]] == []


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(CLAIMS)


def test_a_finding_names_two_or_more_different_claims() -> None:
    for finding in FINDINGS:
        ids: list[str] = finding["claims"]
        assert len(ids) == len(set(ids)) >= 2
        assert [name for name in ids if name not in BY_ID] == []


def test_a_finding_has_a_known_verdict_and_a_conflict_its_code() -> None:
    assert {finding["verdict"] for finding in FINDINGS} == {"conflict", "corroborate", "compatible"}
    assert [f for f in FINDINGS if (f["verdict"] == "conflict") != ("code" in f)] == []


def test_two_findings_on_the_same_claims_are_one_too_many() -> None:
    assert [pair for pair in combinations(FINDINGS, 2) if set(pair[0]["claims"]) == set(pair[1]["claims"])] == []


def test_line_ends() -> None:
    windows = text_of("integration-talks.txt")
    assert windows.count("\r\n") == windows.count("\n") > 0
    assert [name for name in DOCUMENTS if name != "integration-talks.txt" and "\r" in text_of(name)] == []


@pytest.mark.parametrize("quote", ["28 and a \nhalf out of 30", "December \n2019", "two \ndecades", "two of \n1,989"])
def test_a_hard_wrapped_page_breaks_inside_a_claim(quote: str) -> None:
    assert quote in {claim["quote"] for claim in CLAIMS if claim["doc"] == "before-the-election.txt"}


def test_entities_stay_in_the_quotes_of_a_page() -> None:
    assert BY_ID["s1-012"]["quote"] == "80&nbsp;percent"
