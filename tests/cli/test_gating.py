"""``factledger check``: which findings are told and which of them fail."""

from __future__ import annotations

import json

import pytest

PAIR = ("first.txt", "second.txt")


@pytest.mark.parametrize(
    ("options", "status", "codes"),
    [
        ([], 1, ["X101"]),
        (["--select", "X"], 1, ["X101"]),
        (["--select", "a,x102"], 0, []),
        (["--ignore", "X1"], 0, []),
        (["--ignore", "X", "--select", "X101"], 1, ["X101"]),
        (["--fail-level", "error"], 1, ["X101"]),
        (["--exit-zero"], 0, ["X101"]),
    ],
)
def test_options_say_what_is_told_and_what_fails(factledger, articles, options, status, codes):
    done = factledger("check", *PAIR, "--format", "json", *options, cwd=articles)
    assert (done.returncode, [finding["code"] for finding in json.loads(done.stdout)["findings"]]) == (status, codes)


def test_what_is_less_severe_is_told_and_fails_nothing(factledger, tmp_path):
    (tmp_path / "a.txt").write_text("Between 50 and 40 people came to the harbour in Velm.\n", "utf-8")
    done = factledger("check", "a.txt", "--fail-level", "error", "--format", "json", cwd=tmp_path)
    assert (done.returncode, [finding["severity"] for finding in json.loads(done.stdout)["findings"]]) == (0, ["warning"])
    junit = factledger("check", "a.txt", "--fail-level", "error", "--format", "junit", cwd=tmp_path).stdout
    assert ('failures="0"' in junit, "<failure" in junit, "<system-out>warning" in junit) == (True, False, True)
    assert factledger("check", "a.txt", "--fail-level", "warning", cwd=tmp_path).returncode == 1


def test_exit_zero_never_hides_what_cannot_be_read(factledger, articles):
    assert factledger("check", *PAIR, "missing.txt", "--exit-zero", cwd=articles).returncode == 2
    assert factledger("check", *PAIR, "--exit-zero", "--select", "Q", cwd=articles).returncode == 2


def test_a_path_can_be_left_out_of_a_check(factledger, articles):
    (articles / "factledger.toml").write_text('[per-path-ignores]\n"second.*" = ["X1"]\n')
    assert factledger("check", *PAIR, cwd=articles).returncode == 0
    (articles / "factledger.toml").write_text('[per-path-ignores]\n"third.*" = ["X1"]\n"second.txt" = ["A"]\n')
    assert factledger("check", *PAIR, cwd=articles).returncode == 1


def test_an_unknown_code_in_the_settings_names_its_place(factledger, articles):
    (articles / "factledger.toml").write_text('verdict = "all"\nignore = ["X909"]\n')
    done = factledger("check", *PAIR, cwd=articles)
    complaint = f"factledger: {articles / 'factledger.toml'}:2: no check 'X909'; did you mean 'X101'?\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", complaint)


def test_statistics_count_the_findings_of_each_check(factledger, articles):
    table = factledger("check", *PAIR, "--statistics", cwd=articles)
    assert (table.returncode, [line.split() for line in table.stdout.splitlines()]) == (
        1, [["FINDINGS", "CODE", "NAME", "VERDICT", "SEVERITY"], ["1", "X101", "value", "conflict", "error"]],
    )  # fmt: skip
    counted = json.loads(factledger("check", *PAIR, "--statistics", "--format", "json", cwd=articles).stdout)
    assert counted == [{"findings": 1, "code": "X101", "name": "value", "verdict": "conflict", "severity": "error"}]
    done = factledger("check", *PAIR, "--statistics", "--format", "sarif", cwd=articles)
    assert (done.returncode, done.stderr) == (2, "factledger: --statistics: not in format sarif; there are text, concise, json\n")


def test_the_standard_input_is_checked_beside_files(factledger, articles):
    text = (articles / "second.txt").read_bytes() + b"Published 4 May 2021.\n"
    done = factledger("check", "first.txt", "-", "--format", "concise", cwd=articles, stdin=text)
    assert (done.returncode, done.stdout.startswith("-:1:21: X101 ")) == (1, True)


def test_config_says_what_is_in_force_and_why(factledger, articles):
    (articles / "factledger.toml").write_text('\nverdict = "all"\n')
    told = json.loads(factledger("config", "--format", "json", cwd=articles, FACTLEDGER_URL="x.db").stdout)
    assert told["verdict"] == {"value": "all", "from": f"{articles / 'factledger.toml'}:2"}
    assert told["ledger"] == {"value": "x.db", "from": "FACTLEDGER_URL"}
    assert told["fail-level"] == {"value": "note", "from": "default"}
    lines = factledger("config", cwd=articles, FACTLEDGER_URL="").stdout.splitlines()
    assert [line.split()[1] for line in lines if line.startswith("verdict ")] == ['"all"']
    (articles / "factledger.toml").write_text('check-format = "jsn"\n')
    done = factledger("config", cwd=articles)
    assert (done.returncode, done.stderr.endswith("factledger.toml:1: check-format: 'jsn' is unknown; did you mean 'json'?\n")) == (2, True)
