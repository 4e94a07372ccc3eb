"""``factledger extract``: its formats, its order, its counts."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KEYS = {"id", "document", "kind", "span", "mention", "sentence", "low", "high", "bound", "unit", "whole", "counted", "speaker", "rule"}


@pytest.fixture(scope="module")
def claims(factledger):
    return [json.loads(line) for line in factledger("extract", "seeds/", "--format", "jsonl").stdout.splitlines()]


def test_a_claim_has_the_keys_of_the_contract(claims):
    assert all(set(claim) >= KEYS for claim in claims)
    assert all(set(claim[name]) == {"start", "end", "quote"} for claim in claims for name in ("span", "mention", "sentence"))


def test_claims_come_in_document_order(claims):
    paths = list(dict.fromkeys(claim["document"] for claim in claims))
    order = [(paths.index(claim["document"]), claim["span"]["start"]) for claim in claims]
    assert order == sorted(order)


def test_quotes_stand_at_their_offsets(claims):
    texts = {path: Path(ROOT, path).read_bytes().decode() for path in {claim["document"] for claim in claims}}
    spans = [(texts[claim["document"]], claim[name]) for claim in claims for name in ("span", "mention", "sentence")]
    assert [span for text, span in spans if text[span["start"] : span["end"]] != span["quote"]] == []


def test_every_format_holds_the_same_claims(factledger, claims):
    in_array = json.loads(factledger("extract", "seeds/", "--format", "json").stdout)
    in_rows = list(csv.DictReader(io.StringIO(factledger("extract", "seeds/", "--format", "csv").stdout)))
    summary = json.loads(factledger("extract", "seeds/", "--summary", "--format", "json").stdout)
    assert in_array == claims
    assert [row["id"] for row in in_rows] == [claim["id"] for claim in claims]
    assert summary["claims"] == sum(summary["kinds"].values()) == len(claims)
    assert {row["document"]: row["claims"] for row in summary["by_document"]} == {
        path: sum(claim["document"] == path for claim in claims) for path in dict.fromkeys(claim["document"] for claim in claims)
    }


def test_the_table_shows_what_is_counted_and_said(factledger, articles):
    lines = factledger("extract", "first.txt", cwd=articles).stdout.splitlines()
    assert lines[0] == "first.txt (The Velm Post, 2021-05-04): 2 claims"
    assert lines[1].split() == ["LINE", "VALUE", "MENTION", "COUNTED", "SPEAKER", "RULE"]
    assert "40 houses" in lines[2]


@pytest.mark.parametrize("format", ["table", "jsonl", "json", "csv"])
def test_the_same_text_gives_the_same_bytes(factledger, format):
    runs = [factledger("extract", "seeds/", "--format", format, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert runs[0] == runs[1]


@pytest.mark.parametrize(("format", "expected"), [("json", "[]\n"), ("jsonl", ""), ("table", "third.txt: 0 claims\n")])
def test_a_text_without_figures(factledger, articles, format, expected):
    done = factledger("extract", "third.txt", "--format", format, cwd=articles)
    assert (done.returncode, done.stdout) == (0, expected)


def test_the_standard_input_is_a_document(factledger):
    done = factledger("extract", "-", "--format", "jsonl", stdin=b"Police arrested 33 people.")
    assert [(claim["document"], claim["span"]["quote"]) for claim in map(json.loads, done.stdout.splitlines())] == [("-", "33")]


def test_a_reader_that_leaves_is_no_error():
    command = [sys.executable, "-m", "ledger", "extract", "seeds/", "--format", "jsonl"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert (process.returncode, complaint) == (-signal.SIGPIPE, b"")
