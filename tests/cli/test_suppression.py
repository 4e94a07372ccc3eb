"""Suppressions in documents and beside them: what they hide is counted, and they must say why."""

from __future__ import annotations

import json
import resource

import pytest

SOURCES = '[[source]]\nfile = "first.md"\npublished = "2021-05-04"\n[[source]]\nfile = "second.{0}"\npublished = "2021-05-04"\n'
FIRST = "The mayor said that 40 houses were destroyed in Velm on 3 May 2021.\n"
SECOND = "The mayor said that 65 houses were destroyed in Velm on 3 May 2021."
IGNORE = "<!-- factledger: ignore X101 -- the mayor took it back -->"


@pytest.fixture
def checked(factledger, tmp_path):
    """Status, codes of findings and of what is excused, of two articles of which the second is the given one."""

    def run(text, suffix="md", *options, **files):
        (tmp_path / "sources.toml").write_text(SOURCES.format(suffix), "utf-8")
        (tmp_path / "first.md").write_text(FIRST, "utf-8")
        (tmp_path / f"second.{suffix}").write_text(text, "utf-8")
        done = factledger("check", ".", "--format", "json", *options, cwd=tmp_path)
        report = json.loads(done.stdout)
        excused = [(each["finding"]["code"], each["by"]) for each in report.get("excused", [])]
        return done.returncode, [finding["code"] for finding in report["findings"]], excused

    return run


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        ("md", f"{SECOND} {IGNORE}\n"),
        ("md", f"It burned.\n\n{IGNORE}\n{SECOND}\n\nIt rained.\n"),
        ("md", f"It burned.\n\n{IGNORE}\n\n{SECOND}\n"),
        ("md", SECOND.replace(" were", f" {IGNORE} were") + "\n"),
        ("html", f"<html><body><article><p>It burned.</p>{IGNORE}<p>{SECOND}</p></article></body></html>"),
        ("html", f"<html><body><article><p>It burned.</p><p>{SECOND} {IGNORE}</p></article></body></html>"),
    ],
)
def test_a_comment_excuses_what_stands_in_its_paragraph(checked, suffix, text):
    assert checked(text, suffix) == (0, [], [("X101", "comment")])
    assert checked(text.replace(IGNORE, ""), suffix) == (1, ["X101"], [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"It burned. {IGNORE}\n\n{SECOND}\n", ["X101", "H102"]),
        (f"{SECOND}\n\n{IGNORE}\n\nIt burned.\n", ["X101", "H102"]),
        (f"{SECOND} {IGNORE.replace('X101', 'X102')}\n", ["X101", "H102"]),
        (f"{SECOND} {IGNORE.replace(' -- the mayor took it back', '')}\n", ["X101", "H101"]),
        (f"{SECOND} {IGNORE.replace('X101', 'X101 until=2021-06-30')}\n", ["X101", "H103"]),
        (f"{SECOND} {IGNORE.replace('X101', 'X101,H102')}\n", ["X101", "H101"]),
        (f"{SECOND} {IGNORE.replace('X101', 'X101,X102')}\n", ["H102"]),
    ],
)
def test_what_excuses_nothing_is_a_finding(checked, text, codes):
    assert checked(text)[:2] == (1, codes)


def test_what_comes_with_the_documents_can_be_left_unheeded(factledger, checked, tmp_path):
    text = f"{SECOND} {IGNORE} {IGNORE.replace('X101', 'X1')}\n"
    assert checked(text, "md", "--no-inline-suppressions") == (1, ["X101"], [])
    (tmp_path / "factledger.toml").write_text("inline-suppressions = false\n")
    assert checked(text) == (1, ["X101"], [])
    assert checked(text, "md", "--inline-suppressions") == (1, ["H101"], [("X101", "comment")])
    nested = tmp_path / "sent"
    nested.mkdir()
    for name in ("first.md", "second.md", "sources.toml"):
        (tmp_path / name).rename(nested / name)
    (nested / ".factledger-ignore.toml").write_text('[[ignore]]\nfile = "*"\ncodes = ["X101"]\nreason = "trust me"\n')
    assert factledger("check", "sent", cwd=tmp_path).returncode == 1
    assert factledger("check", "sent", "--inline-suppressions", cwd=tmp_path).returncode == 1  # the malformed comment
    (tmp_path / ".factledger-ignore.toml").write_text('[[ignore]]\nfile = "sent/"\ncodes = ["X101"]\nreason = "known"\n')
    assert factledger("check", "sent", cwd=tmp_path).returncode == 0


def test_the_sum_tells_of_what_is_suppressed(factledger, checked, tmp_path):
    checked(f"{SECOND} {IGNORE}\n")
    done = factledger("check", ".", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "2 documents, 4 claims, 0 conflicts; besides 1 suppressed\n")
    log = json.loads(factledger("check", ".", "--format", "sarif", cwd=tmp_path).stdout)
    (result,) = log["runs"][0]["results"]
    told = {"kind": "inSource", "status": "accepted", "justification": "the mayor took it back"}
    assert result["suppressions"] == [told | {"properties": {"place": "second.md:1"}}]


ENTRY = '[[ignore]]\nfile = "second.txt"\ncodes = ["X101"]\nreason = "the mayor took it back"\n'


@pytest.mark.parametrize(
    ("entry", "status", "codes", "excused"),
    [
        (ENTRY, 0, [], 1),
        (ENTRY.replace("second.txt", "*.txt"), 0, [], 1),
        (ENTRY + 'quote = "65  houses were"\n', 0, [], 1),
        (ENTRY + 'quote = "66 houses"\n', 1, ["X101", "H102"], 0),
        (ENTRY + "until = 2999-01-01\n", 0, [], 1),
        (ENTRY + 'until = "2999-01-01"\n', 0, [], 1),
        (ENTRY + "until = 2021-05-05\n", 1, ["X101", "H103"], 0),
        (ENTRY.replace("second", "third"), 1, ["X101", "H102"], 0),
        (ENTRY.replace("X101", "X102"), 1, ["X101", "H102"], 0),
        (ENTRY.replace("X101", "X999"), 1, ["X101", "H101"], 0),
        (ENTRY.replace("codes", "code"), 1, ["X101", "H101"], 0),
        (ENTRY.replace("reason", "# reason"), 1, ["X101", "H101"], 0),
        (ENTRY.replace("file", "# file"), 1, ["X101", "H101"], 0),
        (ENTRY.replace("[[ignore]]", "[[ignores]]"), 1, ["X101", "H101"], 0),
        (ENTRY.replace("[[ignore]]", "[[ignore]"), 1, ["X101", "H101"], 0),
    ],
)
def test_a_file_beside_plain_texts_says_the_same(factledger, checked, tmp_path, entry, status, codes, excused):
    (tmp_path / ".factledger-ignore.toml").write_text(entry)
    assert checked(SECOND + "\n", "txt") == (status, codes, [("X101", "ignore-file")] * excused)
    if codes:
        line = factledger("check", ".", "--format", "concise", cwd=tmp_path).stdout.splitlines()[-1]
        assert line.startswith(".factledger-ignore.toml:1:1: H10")


def test_an_entry_for_what_is_not_checked_is_not_idle(factledger, checked, tmp_path):
    (tmp_path / ".factledger-ignore.toml").write_text(ENTRY)
    checked(SECOND + "\n", "txt")
    assert factledger("check", "first.md", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
def test_a_hostile_comment_forges_nothing(factledger, checked, tmp_path, format):
    hostile = "\x1b[31m::error::x ##[error] ]]> </failure> [link] %0A::warning::x"
    checked(f"{SECOND}\n\n<!-- factledger: ignore {hostile}\n::error::x -->\n\n<!-- factledger: {hostile} -->\n")
    done = factledger("check", ".", "--format", format, cwd=tmp_path)
    assert (done.returncode, "\x1b" in done.stdout, done.stderr.count("\n")) == (1, False, 1)
    forged = [line for line in done.stdout.splitlines() if line.lstrip().startswith(("::", "##["))]
    assert len(forged) == (3 if format == "github" else 0)


def test_many_findings_in_one_document_take_no_long(factledger, tmp_path):
    (tmp_path / "a.md").write_text("It rained. <!-- factledger: ignroe X101 -- x -->\n\n" * 10_000, "utf-8")
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = factledger("check", "a.md", "--format", "concise", cwd=tmp_path)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (done.returncode, done.stdout.count("\n")) == (1, 10_000)
    assert end.ru_utime - start.ru_utime < 10
