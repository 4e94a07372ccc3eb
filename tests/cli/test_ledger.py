"""The ledger from the command line: what a script sees."""

from __future__ import annotations

import json
import os

import pytest


@pytest.fixture
def run(factledger, articles):
    """``run("claims", ...)`` in a folder with two articles that contradict each other, added by ana."""

    def call(*arguments, **changes):
        return factledger(*arguments, cwd=articles, **({"FACTLEDGER_REVIEWER": "ana", "FACTLEDGER_URL": ""} | changes))

    assert call("add", "first.txt", "second.txt").returncode == 0
    return call


def rows(done):
    assert done.returncode == 0
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_add_says_what_it_did(run, articles):
    assert run("add", ".").stdout == (
        "1 document added, 0 of them edited, 2 unchanged\n"
        "0 claims added, 0 with their decisions, 0 with a changed figure\n"
        "0 findings new or changed, 0 withdrawn\n"
    )
    (articles / "first.txt").write_text("The mayor said that 41 houses were destroyed in Velm on 3 May 2021.\n", "utf-8")
    told = json.loads(run("add", ".", "--format", "json").stdout)
    assert [told[name] for name in ("unchanged", "documents", "revised", "claims", "followed", "changed")] == [2, 1, 1, 2, 1, 1]
    assert run("add", "nothing.txt").returncode == 2
    (articles / "again.txt").write_bytes((articles / "first.txt").read_bytes())
    assert run("add", ".").stdout.splitlines()[:2] == [
        "1 document added, 0 of them edited, 1 of a text known already, 3 unchanged",
        "0 claims added, 0 with their decisions, 0 with a changed figure",
    ]


def test_from_the_queue_to_a_decision_and_its_history(run):
    queue = rows(run("claims", "--queue", "--format", "jsonl"))
    assert (queue[0]["code"], queue[0]["status"], len(queue)) == ("X101", "open", 5)
    finding, claim = queue[0]["fingerprint"], queue[0]["claims"][0]["id"]
    assert run("decide", claim[:8], "verify", "--note", "seen").stdout.startswith("decision ")
    assert run("decide", finding, "side", f"claim={claim}", "--by", "ben").returncode == 0
    assert [row["status"] for row in rows(run("findings", "--format", "jsonl"))] == ["resolved"]
    assert [row["id"] for row in rows(run("claims", "--status", "verified", "--format", "jsonl"))] == [claim]
    history = rows(run("log", claim, "--format", "jsonl"))
    assert [(each["kind"], each["by"]) for each in history] == [("claim", "ana"), ("decision", "ana")]
    assert run("decide", "--undo").stdout.endswith("taken back\n")
    assert run("decide", "--redo").stdout.endswith("taken up again\n")
    assert run("decide", "--redo").stdout == "nothing to redo\n"
    assert "verify - seen" in run("log").stdout
    assert json.loads(run("stats", "--format", "json").stdout)["claims"] == {"unreviewed": 3, "verified": 1}
    assert run("verify").returncode == 0
    assert run("rebuild").stdout.endswith("nothing changed\n")


def test_decisions_together_are_all_or_none(run):
    ids = [row["id"] for row in rows(run("claims", "--format", "jsonl"))]
    lines = [{"target": id, "action": action, "note": "so"} for id, action in zip(ids, ("verify", "reject", "note", "x"), strict=True)]
    done = run("decide", "--from", "-", "--together", stdin="\n".join(map(json.dumps, lines)).encode())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert rows(run("claims", "--status", "verified", "--format", "jsonl")) == []
    done = run("decide", "--from", "-", "--together", stdin="\n".join(map(json.dumps, lines[:3])).encode())
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == [f"{each['action']} {each['target']}" for each in lines[:3]]


def test_what_the_service_can_the_command_can(run):
    claim = rows(run("claims", "--format", "jsonl"))[0]["id"]
    first = run("decide", claim, "verify").stdout.split()[1].rstrip(":")
    assert run("decide", claim, "reject", "--by", "ben", "--expects", "verified").returncode == 0
    refused = run("decide", claim, "dispute", "--by", "eve", "--expects", "verified")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    line = {"target": claim, "action": "reject", "adjudicates": True, "expects": "disagreement"}
    assert run("decide", "--from", "-", "--by", "eve", stdin=json.dumps(line).encode()).returncode == 0
    assert [row["status"] for row in rows(run("claims", "--format", "jsonl")) if row["id"] == claim] == ["rejected"]
    assert run("decide", "--undo", "--decision", first, "--by", "eve").stdout == f"decision {first} taken back\n"
    assert run("decide", "--redo", "--decision", first).returncode == 2


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"target": "x"}', '{"target": 1, "action": "y"}', '{"target": "x", "action": "y", "z": 1}', "[" * 99_999]
)
def test_a_line_that_is_no_decision_is_named(run, line):
    done = run("decide", "--from", "-", stdin=line.encode())
    assert done.returncode == 2
    assert done.stderr.startswith("factledger: -:1: expected a JSON object with target and action")


def test_a_note_that_is_no_text_is_refused(run):
    claim = rows(run("claims", "--format", "jsonl"))[0]["id"]
    done = run("decide", claim, "note", "--note", "caf\udce9")
    assert (done.returncode, done.stderr) == (2, "factledger: a decision holds what is no text: expected UTF-8, found '\\udce9'\n")


def test_decisions_from_lines_stop_at_the_first_that_cannot_be(run):
    ids = [row["id"] for row in rows(run("claims", "--format", "jsonl"))]
    lines = [{"target": id, "action": action} for id, action in zip(ids, ("verify", "reject", "reject-it", "verify"), strict=True)]
    done = run("decide", "--from", "-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert (done.returncode, done.stdout.count("decision ")) == (2, 2)
    assert done.stderr.startswith("factledger: -:3: 'reject-it' cannot be said of a claim; did you mean 'reject'")
    assert [row["status"] for row in rows(run("claims", "--format", "jsonl"))] == ["verified", "rejected", "unreviewed", "unreviewed"]


def test_an_earlier_checkpoint_is_held_against_the_ledger(run, articles):
    assert run("verify", "--save", "then.json").returncode == 0
    assert run("verify", "--checkpoint", "then.json").returncode == 0
    (articles / "ledger.db").rename(articles / "old.db")
    run("add", ".")
    done = run("verify", "--checkpoint", "then.json")
    assert (done.returncode, done.stdout) == (3, "")
    assert "rewritten at or before" in done.stderr
    (articles / "then.json").write_text("{}", "utf-8")
    assert run("verify", "--checkpoint", "then.json").returncode == 2


def test_a_checkpoint_that_cannot_be_kept_is_not_noted(run, articles):
    for place in ("nowhere/now.json", "."):
        assert run("verify", "--save", place).returncode == 2
    assert " checkpoint " not in run("log").stdout
    assert run("verify", "--save", "now.json").returncode == 0
    assert " checkpoint " in run("log").stdout


def test_an_empty_export_says_why(run):
    for format in ("verified", "csv"):
        done = run("export", "--format", format)
        assert (done.returncode, bool(done.stdout), done.stderr.count("\n")) == (0, True, 1)
        assert done.stderr.startswith("factledger: nothing is verified here yet")
    claim = rows(run("claims", "--format", "jsonl"))[0]["id"]
    run("decide", claim, "verify")
    assert run("export").stderr == ""


@pytest.mark.parametrize(
    "arguments", [["decide"], ["decide", "abcd"], ["decide", "abcd", "verify", "--undo"], ["claims", "--format", "xml"]]
)
def test_a_call_that_cannot_be_used(run, arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["claims", "--kind", "cuont"],
        ["claims", "--status", "open"],
        ["findings", "--status", "verified"],
        ["findings", "--code", "X999"],
        ["decide", "abcd", "verify", "--expects", "seen"],
        ["decide", "--undo", "--decision", "99999"],
        ["verify", "--sources", "."],
        ["verify", "--key", "ab"],
        ["verify", "verified.json", "--key", "zz"],
        ["claims", "--low", "nan"],
        ["claims", "--low", "5", "--high", "3"],
        ["baseline", "lsit"],
        ["baseline", "update", ".", "--add", "--reason", "x", "--expires", "2001-01-01"],
        ["baseline", "update", ".", "--add", "--reason", "x", "--only", "zz"],
        ["claims", "--high", "inf"],
        ["verify", "verified.json", "--save", "now.json"],
        ["verify", "--save", "nowhere/now.json"],
        ["decide", "9\udcff9999", "verify"],
        ["claims", "--speaker", "\udcff"],
    ],
)
def test_what_would_silently_find_or_do_nothing_is_refused(run, arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "internal error" not in done.stderr


def test_a_file_whose_name_is_no_text_is_asked_for_by_its_name(factledger, tmp_path):
    odd = os.fsdecode(b"odd\xff.txt")
    (tmp_path / odd).write_text("The fire took 40 houses.\n", "utf-8")
    factledger("add", odd, cwd=tmp_path)
    assert factledger("claims", "--document", odd, cwd=tmp_path).stdout.count("\n") == 2
    assert "read; 1 claim" in factledger("log", odd, cwd=tmp_path).stdout


def test_where_the_ledger_is(factledger, articles):
    def call(*arguments, **changes):
        return factledger(*arguments, cwd=articles, **changes)

    call("add", "first.txt", FACTLEDGER_URL="named.db")
    assert call("claims", FACTLEDGER_URL="sqlite:///named.db").stdout.count("\n") == 3
    assert call("claims", "--ledger", "named.db").stdout.count("\n") == 3
    (articles / "factledger.toml").write_text('ledger = "named.db"\n', "utf-8")
    assert call("claims").stdout.count("\n") == 3
    assert not (articles / "ledger.db").exists()


def test_text_of_documents_is_data(factledger, articles):
    (articles / "evil.txt").write_text("In [red]Velm[/] \x1b[31m 40 houses burned =cmd() down.", "utf-8")
    factledger("add", "evil.txt", cwd=articles)
    for command in (["claims"], ["claims", "--format", "jsonl"], ["log"], ["log", "--all"]):
        assert "\x1b" not in factledger(*command, cwd=articles).stdout
