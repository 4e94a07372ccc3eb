"""Which codes and which paths are asked for."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ledger.errors import UsageError
from ledger.gate.codes import Selection, checked_codes
from ledger.gate.paths import fits


@pytest.mark.parametrize(
    ("select", "ignore", "code", "holds"),
    [
        ((), (), "X101", True),
        (("A",), (), "X101", False),
        (("A", "X1"), (), "X101", True),
        ((), ("X",), "X101", False),
        ((), ("X",), "A101", True),
        (("X101",), ("X",), "X101", True),
        (("X",), ("X101",), "X101", False),
        (("X",), ("X101",), "X102", True),
        (("X101",), ("X101",), "X101", False),
        (("A",), ("X101",), "X102", False),
    ],
)
def test_the_longer_of_two_that_fit_counts(select, ignore, code, holds):
    assert Selection(select, ignore).holds(code) is holds


def test_codes_are_parted_by_commas_or_blanks_in_any_case():
    assert checked_codes(["x101,a", "D1 U"], "--select") == ("X101", "A", "D1", "U")


@pytest.mark.parametrize(
    ("word", "complaint"),
    [
        ("X199", "--ignore: no check 'X199'; did you mean 'X101'?"),
        ("shares", "--ignore: no check 'SHARES'; did you mean 'X103'?"),
        ("9", "--ignore: no check '9'; codes begin with A, D, "),
    ],
)
def test_a_code_that_no_check_has_names_the_nearest(word, complaint):
    with pytest.raises(UsageError) as caught:
        checked_codes(["X101", word], "--ignore")
    assert str(caught.value).startswith(complaint)


@pytest.mark.parametrize(
    ("pattern", "path", "fit"),
    [
        ("archive/**", "archive/2019/a.txt", True),
        ("archive/", "archive/2019/a.txt", True),
        ("archive/*", "archive/2019/a.txt", False),
        ("archive/*", "archive/a.txt", True),
        ("**/old/*.md", "old/a.md", True),
        ("**/old/*.md", "x/y/old/a.md", True),
        ("**/old/*.md", "x/golden/old.md", False),
        ("*.html", "x/y/a.html", True),
        ("*.html", "x/y/a.htmlx", False),
        ("./a.txt", "a.txt", True),
        ("a?.txt", "a1.txt", True),
        ("a[0-9].txt", "a1.txt", True),
        ("a[!0-9].txt", "a1.txt", False),
        ("a[z-a].txt", "am.txt", False),
        ("a[]x].txt", "a].txt", True),
        ("a[.txt", "a[.txt", True),
        ("**/**/**", "x/y/z.txt", True),
        ("*a*b*", "xxaxxbxx", True),
        ("*a*b*", "xxbxxaxx", False),
        ("x/**/z/*", "x/y/z/y/z/a", True),
        ("x/**/z/*", "x/y/z/y/a", False),
        ("a+(b).txt", "a+(b).txt", True),
        ("../a.txt", "../a.txt", True),
    ],
)
def test_patterns_of_paths(pattern, path, fit):
    assert fits(pattern, path, Path()) is fit


def test_a_hostile_pattern_takes_no_time():
    start = time.process_time()
    assert not fits("*a" * 100 + "*b", "a" * 250, Path())
    assert not fits("**/a/" * 100 + "b", "a/" * 500 + "a", Path())
    assert time.process_time() - start < 1


def test_paths_are_seen_from_the_folder_of_the_settings(tmp_path):
    assert fits("archive/*", str(tmp_path / "archive" / "a.txt"), tmp_path)
    assert not fits("archive/*", str(tmp_path / "archive" / "a.txt"), tmp_path / "archive")
