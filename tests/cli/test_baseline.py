"""``factledger baseline`` and ``check --baseline``: only what is new fails."""

from __future__ import annotations

import json
import re
import tomllib

import pytest

NAME = "factledger-baseline.toml"
ADD = ("baseline", "update", ".", "--add", "--reason", "the two counts are known", "--by", "M. Ash")


@pytest.fixture
def accepted(factledger, articles):
    """``articles`` whose findings of 4 May 2021 are accepted."""
    assert factledger(*ADD, cwd=articles, SOURCE_DATE_EPOCH="1620086400").returncode == 0
    return articles


def _codes(factledger, folder, *options, **environment):
    done = factledger("check", ".", "--baseline", NAME, "--format", "json", *options, cwd=folder, **environment)
    return done.returncode, [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_what_is_accepted_passes_and_is_counted(factledger, accepted):
    done = factledger("check", ".", "--baseline", NAME, cwd=accepted)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "3 documents, 4 claims, 0 conflicts; besides 1 in the baseline\n"
    (excused,) = json.loads(factledger("check", ".", "--baseline", NAME, "--format", "json", cwd=accepted).stdout)["excused"]
    told = {key: excused[key] for key in ("by", "reason", "author", "until", "place")}
    assert told == {"by": "baseline", "reason": "the two counts are known", "author": "M. Ash", "until": "", "place": f"{NAME}:3"}


def test_an_entry_says_what_why_who_and_when(accepted):
    (entry,) = tomllib.loads((accepted / NAME).read_text("utf-8"))["finding"]
    assert re.fullmatch("[0-9a-f]{20}", entry.pop("fingerprint"))
    assert entry.pop("date").isoformat() == "2021-05-04"
    assert entry == {"code": "X101", "quotes": ["40 houses", "65 houses"], "reason": "the two counts are known", "author": "M. Ash"}


def test_one_changed_figure_fails_with_that_finding_alone(factledger, accepted):
    (accepted / "fourth.txt").write_text("In Velm between 50 and 40 people came to the harbour.\n", "utf-8")
    assert _codes(factledger, accepted) == (1, ["A112"])
    (accepted / "fourth.txt").unlink()
    path = accepted / "second.txt"
    path.write_text(path.read_text("utf-8").replace("65", "66"), "utf-8")
    assert _codes(factledger, accepted) == (1, ["X101"])


def test_what_expired_fails_and_says_so(factledger, accepted):
    renewed = factledger(*ADD, "--expires", "2021-06-01", cwd=accepted, SOURCE_DATE_EPOCH="1620086400")
    assert "0 added" in renewed.stdout  # an entry that holds is not touched
    (accepted / NAME).write_text((accepted / NAME).read_text("utf-8") + "expires = 2021-06-01\n", "utf-8")
    assert _codes(factledger, accepted, SOURCE_DATE_EPOCH="1622505600") == (0, [])
    assert _codes(factledger, accepted, SOURCE_DATE_EPOCH="1622592000") == (1, ["X101", "H104"])
    told = factledger("check", ".", "--baseline", NAME, "--format", "concise", cwd=accepted).stdout.splitlines()[-1]
    assert told.startswith(f"{NAME}:13:1: H104 X101 was accepted until 2021-06-01 by M. Ash (the two counts are known)")
    updated = factledger("baseline", "update", ".", cwd=accepted)
    assert (updated.returncode, updated.stdout.split()[:2]) == (1, ["expired", "X101"])
    assert factledger(*ADD, cwd=accepted).returncode == 0
    assert _codes(factledger, accepted) == (0, [])
    assert "expires" not in (accepted / NAME).read_text("utf-8")


@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
def test_every_format_tells_of_a_lapse(factledger, accepted, format):
    (accepted / NAME).write_text((accepted / NAME).read_text("utf-8") + "expires = 2021-06-01\n", "utf-8")
    done = factledger("check", ".", "--baseline", NAME, "--format", format, cwd=accepted)
    assert (done.returncode, "H104" in done.stdout, NAME in done.stdout, done.stderr.count("\n")) == (1, True, True, 1)


def test_update_adds_nothing_by_itself_and_removes_what_is_gone(factledger, accepted):
    (accepted / "first.txt").write_text("In Velm between 50 and 40 people came to the harbour.\n", "utf-8")
    done = factledger("baseline", "update", ".", cwd=accepted)
    assert [line.split()[:2] for line in done.stdout.splitlines()[:-1]] == [["removed", "X101"], ["new", "A112"]]
    assert (done.returncode, tomllib.loads((accepted / NAME).read_text("utf-8"))) == (1, {})


def test_only_what_is_meant_is_added(factledger, accepted):
    (accepted / "fourth.txt").write_text("In Velm between 50 and 40 people came to the harbour.\n", "utf-8")
    (accepted / "fifth.txt").write_text("The wall will cost between $90 million and $60 million.\n", "utf-8")
    news = [line.split()[2] for line in factledger("baseline", "update", ".", cwd=accepted).stdout.splitlines() if line.startswith("new")]
    factledger(*ADD, "--only", news[1][:6], cwd=accepted)
    held = {entry["fingerprint"] for entry in tomllib.loads((accepted / NAME).read_text("utf-8"))["finding"]}
    assert (len(held), news[0] in held, news[1] in held) == (2, False, True)
    listed = factledger("baseline", "list", cwd=accepted).stdout.splitlines()
    assert [line.split()[1] for line in listed[1:]] == [news[1][:8], *(each[:8] for each in held - {news[1]})]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["baseline", "update", ".", "--add"], "--add needs --reason TEXT"),
        (["baseline", "update", ".", "--reason", "x"], "only --add takes --reason"),
        (["baseline", "update"], "name the files or folders that are checked"),
        (["baseline", "prune"], "baseline prune: is unknown; there are update, list"),
        (["baseline", "update", ".", "--add", "--reason", "x", "--expires", "May"], "--expires: 'May' is no date; expected YYYY-MM-DD"),
        (["baseline", "list", "--baseline", "x.toml"], "x.toml: there is no such baseline"),
        (["check", ".", "--baseline", "x.toml"], "x.toml: there is no such baseline; factledger baseline update --add makes one"),
        (["baseline", "update", ".", "missing.txt"], f"{NAME} stays as it is, since not all of the input could be read"),
    ],
)
def test_a_call_that_cannot_be_used(factledger, accepted, arguments, complaint):
    before = (accepted / NAME).read_bytes()
    done = factledger(*arguments, cwd=accepted)
    assert (done.returncode, done.stdout, complaint in done.stderr) == (2, "", True)
    assert (accepted / NAME).read_bytes() == before
