"""schemas/ is what the records say, and what the command writes keeps to it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ledger.cli.schema import file_name, records, schema_text
from ledger.extraction import extract
from ledger.reading import read
from ledger.registry import declared

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "schemas"


@pytest.mark.parametrize("record", records())
def test_a_committed_schema_is_fresh(record):
    path = FOLDER / file_name(record)
    written = path.read_text("utf-8") if path.exists() else ""
    assert written == schema_text(record), f"{path.name} is stale: run `make schemas`"
    Draft202012Validator.check_schema(json.loads(written))


def test_there_are_no_other_schemas():
    assert {path.name for path in FOLDER.iterdir()} == {file_name(record) for record in records()}, "run `make schemas`"


def test_kinds_are_those_of_the_rules():
    kinds = json.loads(schema_text("Claim"))["properties"]["kind"]["enum"]
    assert kinds == sorted({rule.kind for rule in declared("ledger.extraction.quantities")})


@pytest.mark.parametrize("path", sorted(str(path) for path in (ROOT / "seeds").iterdir() if path.suffix in {".txt", ".md", ".html"}))
def test_documents_and_claims_keep_to_their_schemas(path):
    document = read(path)
    Draft202012Validator(json.loads(schema_text("Document"))).validate(json.loads(document.model_dump_json()))
    checker = Draft202012Validator(json.loads(schema_text("Claim")))
    for claim in extract(document):
        checker.validate(json.loads(claim.model_dump_json()))


def test_the_report_of_check_keeps_to_its_schema():
    command = [sys.executable, "-m", "ledger", "check", "seeds/", "--format", "json", "--verdict", "all"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout
    Draft202012Validator(json.loads(schema_text("CheckReport"))).validate(json.loads(shown))
