"""Text from a document is data: it cannot style a terminal, hide, mark itself up, or start a formula."""

from __future__ import annotations

import json
import os
import re

import pytest

COLOUR = re.compile("\x1b\\[[0-9;]*m")
HOSTILE = "[red]Police[/red] \x9b31marrested 33 people\u202e in [/] Velm, \x1b]0;owned\x07said [bold]the mayor[link=x].\n"
FORMATS = [
    ("extract", "table"),
    ("extract", "jsonl"),
    ("extract", "json"),
    ("extract", "csv"),
    ("check", "text"),
    ("check", "concise"),
    ("check", "json"),
]


@pytest.fixture
def hostile(tmp_path):
    (tmp_path / "a\n\u202e=1.txt").write_text(HOSTILE, "utf-8", newline="")
    (tmp_path / "b\x1b[31m.txt").write_text(HOSTILE.replace("33", "48"), "utf-8", newline="")
    (tmp_path / "sources.toml").write_text('[[source]]\nfile = "b\\u001b[31m.txt"\npublisher = "The [/] \\u009b Times"\n')
    return tmp_path


@pytest.mark.parametrize(("command", "format"), FORMATS)
def test_nothing_a_terminal_obeys_is_printed(factledger, hostile, command, format):
    done = factledger(command, ".", "--format", format, cwd=hostile)
    assert done.returncode in (0, 1)
    assert "33" in done.stdout or command == "check"
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.stdout + done.stderr) == []


@pytest.mark.parametrize(("command", "format"), [("extract", "table"), ("check", "text")])
def test_nor_on_a_terminal_itself(on_terminal, hostile, command, format):
    shown = COLOUR.sub("", on_terminal(command, *map(str, sorted(hostile.glob("*.txt"))), "--format", format))
    assert re.findall("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", shown) == []


def test_json_means_what_the_document_says(factledger, hostile):
    claims = [json.loads(line) for line in factledger("extract", ".", "--format", "jsonl", cwd=hostile).stdout.splitlines()]
    assert {claim["document"] for claim in claims} <= {"./a\n\u202e=1.txt", "./b\x1b[31m.txt", "a\n\u202e=1.txt", "b\x1b[31m.txt"}
    assert any("\x9b31marrested" in claim["sentence"]["quote"] for claim in claims)


def test_no_cell_of_a_spreadsheet_is_a_formula(factledger, tmp_path):
    (tmp_path / "=cmd.txt").write_text("Police arrested 33 people.", "utf-8")
    rows = factledger("extract", "=cmd.txt", "--format", "csv", cwd=tmp_path).stdout.splitlines()
    assert rows[1].startswith("'=cmd.txt,")


def test_a_file_name_that_is_not_unicode(factledger, tmp_path):
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Police arrested 33 people.", "utf-8")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    for command, format in FORMATS:
        done = factledger(command, ".", "--format", format, cwd=tmp_path)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"TERM": "dumb", "NO_COLOR": "1"}, False)],
)
def test_colours_are_for_terminals_that_want_them(on_terminal, articles, environment, coloured):
    shown = on_terminal("check", str(articles), **environment)
    assert bool(re.search("\x1b\\[(?:[0-9;]*;)?3[0-9]", shown)) is coloured


def test_a_pipe_gets_no_colours_and_no_wrapping(factledger, articles):
    shown = factledger("extract", str(articles), FORCE_COLOR="", COLUMNS="20").stdout
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) > 40
