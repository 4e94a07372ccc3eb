"""The baseline: what it accepts, how it is kept, and what is wrong with one."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from ledger.cli.schema import schema_text
from ledger.errors import UsageError
from ledger.gate.baseline import BaselineEntry, baseline_file, written

FIELDS = {"code": "X101", "quotes": ("40", "65"), "reason": "both are known", "author": "Ash", "date": date(2021, 5, 4)}
ONE = BaselineEntry(fingerprint="0" * 20, **FIELDS)
ODD = BaselineEntry(
    fingerprint="f" * 20,
    code="A101",
    quotes=('4"0\\', "\x00\x1b\x7f\u2028\u202e\U000e0041", "ε 🚒"),
    reason="a\nb # ]] \t'''",
    author="Ş",
    date=date(2021, 5, 4),
    expires=date(2022, 1, 31),
)


def test_what_is_written_is_read_again(tmp_path):
    path = tmp_path / "b.toml"
    path.write_text(written([ONE, ODD]), "utf-8")
    assert [each.entry for each in baseline_file(path).accepted] == [ODD, ONE]
    assert written([ODD, ONE]) == written([ONE, ODD])
    assert all(letter.isprintable() or letter == "\n" for letter in path.read_text("utf-8"))


def test_a_file_keeps_to_its_schema():
    table = tomllib.loads(written([ONE, ODD]))
    Draft202012Validator(json.loads(schema_text("Baseline"))).validate(json.loads(json.dumps(table, default=str)))


@pytest.mark.parametrize(
    ("change", "line", "complaint"),
    [
        ('author = "Ash"|', 2, "an entry without author; each needs fingerprint"),
        ('author = "Ash"|author = " "', 10, "author: string should have at least 1 character"),
        ('author = "Ash"|autor = "Ash"', 10, "unknown key 'autor'; did you mean 'author'?"),
        ('author = "Ash"|author = "Ash"\nexpire = 2022-01-01', 11, "unknown key 'expire'; did you mean 'expires'?"),
        ("date = 2021-05-04|date = 2021-05", 11, "cannot be read as TOML"),
        ('date = 2021-05-04|date = "May"', 11, "date: input should be a valid date"),
        ("[[finding]]|[[findings]]", 2, "unknown key 'findings'; did you mean 'finding'?"),
        (f'"{"0" * 20}"|"x"', 3, "fingerprint: string should match pattern"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, change, line, complaint):
    path = tmp_path / "b.toml"
    before, after = change.split("|")
    text = written([ONE]).replace("\n\n", "\n")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    with pytest.raises(UsageError) as caught:
        baseline_file(path)
    assert str(caught.value).startswith(f"{path}:{line}: {complaint}")


def test_no_finding_is_accepted_twice(tmp_path):
    path = tmp_path / "b.toml"
    path.write_text(written([ONE]) + written([ONE]), "utf-8")
    with pytest.raises(UsageError, match=f"b.toml:15: the finding {'0' * 20} is accepted twice, here and in line 3"):
        baseline_file(path)
