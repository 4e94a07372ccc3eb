"""A fault of the program costs what it was met in: it is told in a line, and all else is found."""

from __future__ import annotations

import re

import pytest

from ledger.errors import CheckError
from ledger.pipeline import check, claims
from ledger.pipeline.cache import Cache
from ledger.reconciliation import case, reconcile
from ledger.reconciliation.checks import impossible_percent

ARTICLES = {
    "a.txt": "[2021-05-04] Police in Velm held 33 Russians. Of 31 people in Velm, 26 or 83.9 percent had voted.",
    "b.txt": "[2021-05-05] Police in Velm held 38 Russians. The road runs 50 miles (60 km).",
    "c.txt": "[2021-05-05] Police in Velm held 41 Russians.",
}


@pytest.fixture
def articles(tmp_path):
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(f"---\npublished: {text[1:11]}\n---\n{text[13:]}", "utf-8")
    return [str(tmp_path)]


@pytest.fixture(params=["afresh", "kept", "by two"])
def found(articles, tmp_path, monkeypatch, request):
    """The conflicts of the articles by their codes, and the faults, each time it is called."""
    cache = Cache(tmp_path / "cache.db") if request.param == "kept" else None
    if request.param == "by two":
        monkeypatch.setattr(case, "_MANY", 0)

    def find() -> tuple[list[str], list[str]]:
        faults = list[str]()
        jobs = 2 if request.param == "by two" else 1
        outcome = check(articles, lambda error: faults.append(str(error)), jobs=jobs, cache=lambda files: cache, verdict="conflict")
        return sorted(each.code for each in outcome.findings if each.verdict == "conflict"), faults

    return find


def test_a_check_that_fails_on_one_text_is_all_that_is_lost(found, monkeypatch):
    of_few = impossible_percent.of_few
    with monkeypatch.context() as failing:
        failing.setattr(impossible_percent, "of_few", lambda passage: 1 / 0 if "a.txt" in passage.claims[0].document else of_few(passage))
        codes, (fault,) = found()
    assert codes == ["U101", "X101"]
    assert "the check A103 (impossible-percent) fails on " in fault
    assert "a.txt: internal error: ZeroDivisionError: division by zero; please report it" in fault
    assert found() == (["U101", "X101"], [])


def test_two_texts_that_cannot_be_compared_are_all_that_is_lost(found, monkeypatch):
    may_be_one = case.may_be_one

    def fails(comparer, left, right):
        return 1 / 0 if left.document == 0 and right.document == 1 else may_be_one(comparer, left, right)

    with monkeypatch.context() as failing:
        failing.setattr(case, "may_be_one", fails)
        codes, (fault,) = found()
    assert codes == ["U101", "X101"]
    assert re.match(r"comparing fails on \S*a.txt and \S*b.txt: internal error: ZeroDivisionError", fault)


def test_who_asks_for_no_faults_gets_them_raised(articles, monkeypatch):
    made = [claim for _, found in claims(articles, pytest.fail) for claim in found]
    monkeypatch.setattr(case, "may_be_one", lambda comparer, left, right: 1 / 0)
    with pytest.raises(CheckError, match=r"^comparing fails on "):
        reconcile(made)
