"""The checks of upkeep: the tiny articles of each are its tests, read by the real reader and judged by the real gate."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ledger.extraction import extract
from ledger.gate.baseline import BaselineFile, baseline_file, entry_of, write
from ledger.gate.check import UpkeepCheck
from ledger.gate.codes import Selection
from ledger.gate.gate import Gate
from ledger.reading import read_text
from ledger.reading.directives import directives
from ledger.reconciliation import reconcile
from ledger.records import Finding
from ledger.registry import declared

CHECKS: tuple[UpkeepCheck, ...] = declared("ledger.gate.checks")
CONFLICTS = [pytest.param(check, line, id=f"{check.code}-{line}") for check in CHECKS for line in check.cases()]
AGREEMENTS = [pytest.param(check, line, id=f"{check.code}-{line}") for check in CHECKS for line in check.silences()]
TODAY = date(2021, 7, 1)
_DATED = re.compile(r"\[(?P<day>[\d-]+)\] (?P<text>.+)", re.DOTALL)
_ACCEPTED = re.compile(r"accepted(?: until (?P<day>[\d-]+))?")


def lapses_in(line: tuple[str, ...], folder: Path) -> list[Finding]:
    """The findings of upkeep in a line of tiny articles."""
    accepted = _ACCEPTED.fullmatch(line[-1])
    articles = line[:-1] if accepted else line
    dated = [_DATED.fullmatch(article) for article in articles]
    texts = [(each["text"], each["day"]) for each in dated if each]
    assert len(texts) == len(articles)
    documents = [read_text(f"{text}\n", f"{at}.md", day) for at, (text, day) in enumerate(texts)]
    findings = reconcile([claim for document in documents for claim in extract(document)])
    held = _accepting(findings, accepted["day"], folder / "b.toml") if accepted else None
    judged = Gate(Selection(), TODAY, baseline=held).judged(findings, [], {each.path: directives(each) for each in documents})
    return [finding for finding in judged.findings if finding.code.startswith("H")]


def _accepting(findings: list[Finding], until: str | None, path: Path) -> BaselineFile:
    last = date.fromisoformat(until) if until else None
    write(path, [entry_of(each, "known", "Ash", date(2021, 5, 5), last) for each in findings if each.verdict == "conflict"])
    return baseline_file(path)


@pytest.mark.parametrize(("check", "line"), CONFLICTS)
def test_conflict(check, line, tmp_path):
    found = lapses_in(line, tmp_path)
    assert [finding.code for finding in found] == [check.code]
    assert (found[0].severity, found[0].verdict) == (check.severity, "conflict")


@pytest.mark.parametrize(("check", "line"), AGREEMENTS)
def test_agreement(check, line, tmp_path):
    assert lapses_in(line, tmp_path) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_explains_itself(check):
    assert check.manual.strip()
    assert len(check.cases()) >= 2
    assert len(check.silences()) >= 2
