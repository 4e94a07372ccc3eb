"""Hostile inputs: one clear line each where there is something to say, no traceback, no hang, nothing forged in any format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from time import process_time

import pytest

from ledger.cli import main
from ledger.pipeline import check
from ledger.printing import visible
from ledger.registry import declared
from tests.hostile import OTHER, PAYLOADS, SENTENCE, hostile
from tests.test_formats import REPORTS, _findings

INPUTS = list(hostile())
SUMMARY = re.compile(r"\d+ documents?, \d+ claims?, \d+ conflicts?")
PLAIN = ("text", "concise", "github", "explain")
PARTED = "factledger: long.{suffix}: is parted N times by lines, tags or references; 750000 are the most that are read; split it"
MOST_SECONDS = 10
LARGEST = 50 * 1024 * 1024


@pytest.fixture
def factledger(monkeypatch, tmp_path):
    """``factledger(*arguments)`` runs the command in this process, in an empty folder: status, stdout, stderr, processor seconds."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FACTLEDGER_URL", "")

    def run(*arguments):
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2))
        monkeypatch.setattr(sys, "argv", ["factledger", *arguments])
        start = process_time()
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main()
        return left.value.code or 0, out.buffer.getvalue().decode(), err.buffer.getvalue().decode(), process_time() - start

    return run


def laid(files):
    """Writes ``files`` into the working directory."""
    for name, data in files.items():
        Path(name).write_bytes(data)


def said(stderr):
    """The complaints on stderr, each a clear line."""
    lines = stderr.splitlines()
    complaints = [line for line in lines if not SUMMARY.fullmatch(line)]
    assert all(line.startswith("factledger: ") and len(line) > 30 and visible(line) == line for line in complaints), complaints
    assert "Traceback" not in stderr
    assert "internal error" not in stderr
    assert len(set(complaints)) == len(complaints)
    return complaints


def test_they_are_three_hundred():
    assert len(INPUTS) >= 300


@pytest.mark.parametrize("given", INPUTS, ids=[f"{at}" for at in range(len(INPUTS))])
def test_one_clear_line_and_nothing_forged(factledger, given):
    laid(given.files)
    status, out, err, seconds = factledger("check", ".", "--verdict", "all", "--format", "json", "--no-cache")
    complaints = said(err)
    assert status in (0, 1, 2)
    assert status != 2 or complaints
    assert given.told is None or bool(complaints) == given.told, complaints
    assert len(complaints) <= len(given.files) + 1
    assert seconds < MOST_SECONDS
    assert json.loads(out)["findings"] is not None

    outcome = check(["."], lambda error: None)
    assert outcome.findings or given.told is not False or "b.txt" not in given.files
    for format in REPORTS:
        assert _findings(format, outcome) == len(outcome.findings), format
    for format in PLAIN:
        lines = "\n".join(str(line) for line in REPORTS[format].lines(outcome, 100)).split("\n")
        assert [line for line in lines if visible(line) != line] == []
        assert format == "github" or not any(line.lstrip().startswith("::") or "##[" in line for line in lines)


@pytest.mark.parametrize(
    ("suffix", "unit", "read"),
    [
        ("txt", "lorem ipsum ", True), ("txt", "9", True), ("md", ">", True), ("md", "[", True), ("html", "lorem ipsum ", True),
        ("txt", "1\n", False), ("md", "*", False), ("html", "<", False), ("html", "<div>", False), ("html", "&#x41", False),
        ("html", "&amp;", False), ("html", "<p>7", False),
    ],
)  # fmt: skip
def test_fifty_megabytes(factledger, suffix, unit, read):
    """A line is read however long it is; what is parted more often than a document can be is refused, and both soon."""
    laid({f"long.{suffix}": (unit * (LARGEST // len(unit))).encode()})
    status, _, err, seconds = factledger("check", f"long.{suffix}", "--no-cache")
    complaints = said(err)
    assert (status, [re.sub(r"\d{7,}", "N", each) for each in complaints]) == ((0, []) if read else (2, [PARTED.format(suffix=suffix)]))
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("at", range(0, len(PAYLOADS), 6))
def test_no_cell_is_a_formula_and_no_export_is_forged(factledger, at):
    """What is verified of hostile texts, by a reviewer with a hostile name, in every format of export and of extract."""
    payloads = PAYLOADS[at : at + 6]
    for number, payload in enumerate(payloads):
        text = SENTENCE.replace("houses", f"houses {payload}").replace("The mayor", f"{payload} mayor")
        laid({f"{number}.txt": text.encode()})
    rows = list(csv.reader(io.StringIO(factledger("extract", ".", "--format", "csv")[1])))
    factledger("add", ".", "--by", payloads[0])
    claims = [json.loads(line)["id"] for line in factledger("claims", "--format", "jsonl", "--limit", "0")[1].splitlines()]
    laid({"wishes.jsonl": "\n".join(json.dumps({"target": id, "action": "verify", "note": payloads[0]}) for id in claims).encode()})
    assert factledger("decide", "--from", "wishes.jsonl", "--by", payloads[0])[0] == 0
    for export in declared("ledger.exports.formats"):
        status, _, err, _ = factledger("export", "--format", export.code, "--output", f"export.{export.code}")
        assert (status, err) == (0, "")
    assert factledger("verify", "export.verified")[0] == 0
    rows += csv.reader(io.StringIO(Path("export.csv").read_text("utf-8")))
    assert [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?!\d)", cell)] == []
    for name in ("export.verified", "export.annotations", "export.claimreview", "export.csv"):
        text = Path(name).read_text("utf-8")
        assert [line for line in text.split("\n") if visible(line) != line] == []
    assert "<" not in Path("export.claimreview").read_text("utf-8")  # it stands inside <script> on pages


def _loop():
    Path("b").symlink_to("a")
    Path("a").symlink_to("b")


def _folders():
    (Path("x") / "y").mkdir(parents=True)
    (Path("x") / "y" / "again").symlink_to(Path("x").absolute())
    laid({"x/y/one.txt": SENTENCE.encode(), "x/two.txt": OTHER.encode()})


FILES = {
    "missing": (lambda: None, "a.txt", 2, 1),
    "a link to itself": (lambda: Path("a.txt").symlink_to("a.txt"), "a.txt", 2, 1),
    "two links to each other": (_loop, "a", 2, 1),
    "links to themselves in a folder": (lambda: Path("a.txt").symlink_to("a.txt"), ".", 2, 1),
    "a link to nothing in a folder": (lambda: Path("a.txt").symlink_to("nothing"), ".", 2, 1),
    "a folder in itself": (_folders, "x", 0, 0),
    "a folder with the name of a text": (lambda: Path("a.txt").mkdir(), "a.txt", 2, 1),
    "an empty folder": (lambda: Path("a").mkdir(), "a", 2, 1),
    "a pipe in a folder": (lambda: os.mkfifo("a.txt"), ".", 2, 1),
    "a device in a folder": (lambda: Path("a.txt").symlink_to("/dev/zero"), ".", 2, 1),
    "a file that the system will not read": (lambda: Path("a.txt").symlink_to("/proc/self/mem"), "a.txt", 2, 1),
    "too long a name": (lambda: None, "a" * 300 + ".txt", 2, 1),
    "too long a path": (lambda: None, "a/" * 3000 + "a.txt", 2, 1),
    "too large": (lambda: os.truncate(os.open("a.txt", os.O_CREAT | os.O_WRONLY), 300 << 20), "a.txt", 2, 1),
    "a name of an option": (lambda: laid({"--help.txt": SENTENCE.encode()}), "./--help.txt", 0, 0),
    "a name of nothing but dots": (lambda: laid({"....txt": SENTENCE.encode()}), "....txt", 0, 0),
    "an empty name": (lambda: None, "", 2, 1),
    "a name that is not Unicode": (lambda: laid({os.fsdecode(b"caf\xe9\x1b\n.txt"): SENTENCE.encode()}), ".", 0, 0),
    "sources.toml that is a folder": (lambda: (Path("sources.toml").mkdir(), laid({"a.txt": SENTENCE.encode()})), "a.txt", 2, 1),
    "sources.toml that is a loop": (lambda: (_loop(), Path("sources.toml").symlink_to("a"), laid({"c.txt": SENTENCE.encode()})),
    "c.txt", 0, 0),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_are_none(factledger, name):
    make, path, status, lines = FILES[name]
    make()
    done, _, err, seconds = factledger("check", path, "--no-cache")
    assert (done, len(said(err))) == (status, lines), err
    assert seconds < MOST_SECONDS


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(factledger):
    laid({"a.txt": SENTENCE.encode()})
    Path("a.txt").chmod(0)
    done, _, err, _ = factledger("check", "a.txt")
    assert (done, said(err)) == (2, ["factledger: a.txt: may not be read: permission denied"])


@pytest.mark.parametrize(
    "table",
    [
        "jobs = 'many'", "select = 3", "[[select]]\nx = 1", "x = " + "[" * 20_000, "\0", "\xff", "ledger = 1", "per-path-ignores = 1",
        "check-format = '\x1b[31m'",
        "a" + ".a" * 20_000 + " = 1", "cache = 'yes'", "[verdict]\nx = 1", "\x1b[31m = 1", "fail-level = 'worst'",
    ],
)  # fmt: skip
def test_settings_of_wrong_types(factledger, table):
    laid({"factledger.toml": table.encode("latin-1"), "a.txt": SENTENCE.encode()})
    done, out, err, seconds = factledger("check", "a.txt")
    assert (done, out, len(said(err))) == (2, "", 1)
    assert seconds < MOST_SECONDS
