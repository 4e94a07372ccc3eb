"""Calls and inputs that cannot be used: one line of reason each, status 2, the others still processed, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def mixed(articles):
    (articles / "bad.txt").write_bytes(b"x\xff\xfe\x00")
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (articles / "nothing").mkdir()
    return articles


@pytest.mark.parametrize("path", ["bad.txt", "missing.txt", "empty.txt", "picture.txt", "nothing"])
@pytest.mark.parametrize("command", ["extract", "check"])
def test_an_input_that_cannot_be_read_is_named_and_the_others_go_on(factledger, mixed, command, path):
    done = factledger(command, path, "first.txt", "--format", "json", cwd=mixed)
    complaints = [line for line in done.stderr.splitlines() if line.startswith("factledger: ")]
    assert len(complaints) == 1
    assert complaints[0].startswith(f"factledger: {path}:")
    assert len(complaints[0]) > len(f"factledger: {path}: ") + 10
    found = json.loads(done.stdout)
    assert (done.returncode, len(found) if command == "extract" else found["claims"]) == (2, 2)


def test_a_complaint_is_no_longer_than_is_read(factledger, tmp_path):
    (tmp_path / "factledger.toml").write_text(f"{'x' * 50_000} = 1\n", "utf-8")
    done = factledger("check", "seeds/", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert len(done.stderr) < 7000


def test_the_claims_of_the_others_are_printed_in_full(factledger, mixed):
    alone = factledger("extract", "seeds/", "--format", "jsonl").stdout
    bad, missing = str(mixed / "bad.txt"), str(mixed / "missing.txt")
    done = factledger("extract", bad, missing, "seeds/", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (2, alone)
    complaints = sorted(done.stderr.splitlines())
    assert [line.startswith(f"factledger: {path}") for path, line in zip((bad, missing), complaints, strict=True)] == [True, True]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["check", "--format", "conci", "seeds/"], "--format: 'conci' is unknown; did you mean 'concise'?"),
        (["check", "--verdict", "conflicts", "seeds/"], "--verdict: 'conflicts' is unknown; did you mean 'conflict'?"),
        (["extract", "--format", "yaml", "seeds/"], "--format: 'yaml' is unknown; there are table, jsonl, json, csv"),
        (["extract", "--summary", "--format", "csv", "seeds/"], "--format: 'csv' is unknown; there are table, json"),
        (["rule", "--format", "html"], "--format: 'html' is unknown"),
        (["chek", "seeds/"], "Did you mean 'check'"),
        (["check"], "Missing argument"),
        (["log", "--limit", "9" * 30], "9223372036854775807"),
        (["decide", "--undo", "--decision", "9" * 30], "9223372036854775807"),
        (["check", "--quiet", "seeds/"], "--quiet"),
    ],
)
def test_a_call_that_cannot_be_used(factledger, arguments, complaint):
    done = factledger(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr


FAULTY_COMMAND = """
import sys
import ledger.pipeline
from ledger.cli import main
ledger.pipeline.each = None
sys.argv[1:] = ["extract", "first.txt"]
main()
"""
FAULTY_SCREEN = """
import sys
from ledger.cli import main
from tui.screens.triage import Triage
Triage.present = lambda *_: 1 // 0
sys.argv[1:] = ["review"]
main()
"""


def _of(script, cwd, *arguments, **changes):
    environment = {"PYTHONPATH": str(ROOT), "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver", **changes}
    call = [sys.executable, "-c", script, *arguments]
    return subprocess.run(call, capture_output=True, text=True, cwd=cwd, env=environment, timeout=60)


@pytest.mark.parametrize(("script", "error"), [(FAULTY_COMMAND, "TypeError"), (FAULTY_SCREEN, "ZeroDivisionError")])
def test_an_internal_error_is_one_line_unless_the_trace_is_asked_for(factledger, articles, script, error):
    factledger("add", ".", cwd=articles)
    plain, traced = _of(script, articles), _of(script, articles, FACTLEDGER_DEBUG="1")
    assert plain.returncode == 2
    assert plain.stderr.startswith(f"factledger: internal error: {error}: ")
    assert plain.stderr.count("\n") == 1
    assert "Traceback" in traced.stderr


FAULTY_DOCUMENT = """
import sys
from ledger.pipeline import running
from ledger.cli import main
extract = running.extract
running.extract = lambda document: 1 // ("cursed" not in document.text) and extract(document)
main()
"""


@pytest.mark.parametrize(("command", "jobs"), [("check", "1"), ("extract", "2"), ("add", "2")])
def test_a_fault_in_one_document_is_its_own_and_the_others_go_on(articles, command, jobs):
    for number in range(300):  # so many that a pool takes them
        (articles / f"more{number}.txt").write_text("cursed" if number == 150 else f"It has {number + 2} rooms.", "utf-8")
    done = _of(FAULTY_DOCUMENT, articles, command, ".", "--jobs", jobs, XDG_CACHE_HOME=str(articles))
    told = [line for line in done.stderr.splitlines() if "internal" in line]
    fault = "internal error: ZeroDivisionError: integer division or modulo by zero; please report it (FACTLEDGER_DEBUG=1 shows where)"
    assert (done.returncode, told) == (2, [f"factledger: more150.txt: {fault}"])
    assert "Traceback" not in done.stderr
    assert {"check": "302 documents, 303 claims, 1 conflict", "extract": "rooms", "add": "302"}[command] in done.stderr + done.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_error(closed, tmp_path):
    call = f"exec {sys.executable} -m ledger check seeds/ --format concise {closed}"
    done = subprocess.run(["sh", "-c", call], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "internal" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_named():
    call = f"exec {sys.executable} -m ledger extract seeds/ > /dev/full"
    done = subprocess.run(["sh", "-c", call], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stderr) == (2, "factledger: standard output: no space left on device\n")


def test_a_setting_is_a_default_that_the_command_line_overrides(factledger, articles):
    (articles / "factledger.toml").write_text('check-format = "concise"\nextract-format = "jsonl"\n')
    assert factledger("check", "first.txt", "second.txt", cwd=articles).stdout.startswith("first.txt:1:21: ")
    assert factledger("extract", "first.txt", cwd=articles).stdout.startswith("{")
    assert factledger("check", "first.txt", "--format", "json", cwd=articles).stdout.startswith("{")


def test_an_unknown_setting_names_the_file_and_the_nearest(factledger, articles):
    (articles / "pyproject.toml").write_text('[tool.factledger]\nverdikt = "all"\n')
    done = factledger("check", ".", cwd=articles)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"factledger: {articles / 'pyproject.toml'}:2: unknown key 'verdikt'; did you mean 'verdict'?\n"
