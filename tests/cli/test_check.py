"""``factledger check``: its formats and its exit status."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest


@pytest.fixture(scope="module")
def everything(factledger):
    return json.loads(factledger("check", "seeds/", "--format", "json", "--verdict", "all").stdout)


@pytest.mark.parametrize(
    ("paths", "status", "last"),
    [
        (["first.txt", "second.txt"], 1, "2 documents, 4 claims, 1 conflict"),
        (["first.txt", "third.txt"], 0, "2 documents, 2 claims, 0 conflicts"),
        (["third.txt"], 0, "1 document, 0 claims, 0 conflicts"),
        (["first.txt", "second.txt", "missing.txt"], 2, "2 documents, 4 claims, 1 conflict"),
        (["missing.txt"], 2, "0 documents, 0 claims, 0 conflicts"),
    ],
)
def test_the_status_says_what_was_found(factledger, articles, paths, status, last):
    done = factledger("check", *paths, cwd=articles)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (status, last)


def test_the_text_shows_both_quotes_and_the_reason(factledger, articles):
    lines = factledger("check", "first.txt", "second.txt", cwd=articles).stdout.splitlines()
    marked = [(above, below.count("^")) for above, below in pairwise(lines) if "^" in below]
    assert [("first.txt:1:21" in line, "second.txt:1:21" in line) for line in lines if ":1:21" in line] == [(True, False), (False, True)]
    assert [("40 houses" in above or "65 houses" in above, carets) for above, carets in marked] == [(True, 2), (True, 2)]
    assert any(line.startswith("  because") for line in lines)


def test_concise_is_a_line_a_finding(factledger, articles):
    lines = factledger("check", "first.txt", "second.txt", "--format", "concise", cwd=articles).stdout.splitlines()
    assert [line.split(" ")[:2] for line in lines] == [["first.txt:1:21:", "X101"]]


def test_json_is_one_object_of_the_contract(everything):
    assert set(everything) == {"documents", "claims", "findings"}
    keys = {"code", "name", "verdict", "severity", "message", "claims", "because", "fingerprint"}
    assert all(set(finding) == keys for finding in everything["findings"])
    assert all(
        len(finding["claims"]) >= 1 and {"id", "document", "span"} <= set(finding["claims"][0]) for finding in everything["findings"]
    )


def test_conflicts_alone_are_shown_unless_all_is_asked(factledger, everything):
    shown = json.loads(factledger("check", "seeds/", "--format", "json").stdout)
    assert shown["findings"] == [finding for finding in everything["findings"] if finding["verdict"] == "conflict"]
    assert {finding["verdict"] for finding in everything["findings"]} > {"conflict"}


def test_the_fingerprint_survives_another_name_and_a_reflow(factledger, articles):
    before = json.loads(factledger("check", "first.txt", "second.txt", "--format", "json", cwd=articles).stdout)
    text = (articles / "first.txt").read_text("utf-8")
    (articles / "sources.toml").write_text((articles / "sources.toml").read_text("utf-8").replace("first", "renamed"), "utf-8")
    (articles / "renamed.txt").write_text("Later that week.\n\n" + text.replace(" were", "\nwere"), "utf-8")
    after = json.loads(factledger("check", "renamed.txt", "second.txt", "--format", "json", cwd=articles).stdout)
    assert [finding["fingerprint"] for finding in after["findings"]] == [finding["fingerprint"] for finding in before["findings"]]


def test_explain_shows_one_finding_in_full(factledger, articles):
    (found,) = json.loads(factledger("check", "first.txt", "second.txt", "--format", "json", cwd=articles).stdout)["findings"]
    done = factledger("check", "first.txt", "second.txt", "--explain", found["fingerprint"][:6], cwd=articles)
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[:2]) == (1, [f"X101 value conflict: {found['message']}", f"fingerprint {found['fingerprint']}"])
    assert [above[below.index("^") : below.rindex("^") + 1] for above, below in pairwise(lines) if "^" in below] == ["40", "65"]
    assert [line.strip() for line in lines if "can mean" in line] == ["= 40  can mean  40", "= 65  can mean  65"]
    weights = [level["weight"] for level in found["because"]]
    assert [float(line.split()[0]) for line in lines if line.startswith("   +") or line.startswith("   -")] == weights


def test_a_file_of_aliases_makes_two_names_one(factledger, tmp_path):
    (tmp_path / "first.txt").write_text("Old Velm Mills made a net loss of $148 million.\n", "utf-8")
    (tmp_path / "second.txt").write_text("A net loss of $184 million was made by Zinnia Works.\n", "utf-8")
    source = '[[source]]\nfile = "{}.txt"\npublished = "2021-05-04"\n'
    (tmp_path / "sources.toml").write_text(source.format("first") + source.format("second"), "utf-8")
    (tmp_path / "names.tsv").write_text("Old Velm Mills\tZinnia Works, OVM\n", "utf-8")
    apart = factledger("check", "first.txt", "second.txt", cwd=tmp_path)
    (tmp_path / "factledger.toml").write_text('aliases = "names.tsv"\n', "utf-8")
    one = factledger("check", "first.txt", "second.txt", cwd=tmp_path)
    assert (apart.returncode, one.returncode) == (0, 1)


def test_explain_shows_the_interval_that_was_reckoned_with(factledger, tmp_path):
    (tmp_path / "one.txt").write_text("In Velm membership rose from 400 to 12,000, an increase of 20 percent.\n", "utf-8")
    (found,) = json.loads(factledger("check", "one.txt", "--format", "json", cwd=tmp_path).stdout)["findings"]
    done = factledger("check", "one.txt", "--explain", found["fingerprint"], cwd=tmp_path)
    meanings = [line.strip() for line in done.stdout.splitlines() if "can mean" in line]
    assert (found["code"], meanings[:2]) == ("A106", ["= 400  can mean  395 to 405", "= 12000  can mean  11,500 to 12,500"])


def test_explain_wants_a_fingerprint_that_is_there(factledger, articles):
    done = factledger("check", "first.txt", "second.txt", "--explain", "no-such", cwd=articles)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "--explain no-such: no finding with that fingerprint" in done.stderr


@pytest.mark.parametrize("format", ["text", "concise", "json"])
def test_the_same_texts_give_the_same_bytes(factledger, format):
    runs = [factledger("check", "seeds/", "--verdict", "all", "--format", format, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")]
    assert runs[0] == runs[1]
