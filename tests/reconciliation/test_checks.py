"""Every check's tiny articles are its tests, read by the real reader and extractor."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile
from ledger.reconciliation.check import Check
from ledger.records import Claim, Finding
from ledger.registry import declared

CHECKS: tuple[Check, ...] = declared("ledger.reconciliation.checks")
CONFLICTS = [pytest.param(check, texts, id=f"{check.code}-{texts[0]}") for check in CHECKS for texts in check.cases()]
AGREEMENTS = [pytest.param(check, texts, id=f"{check.code}-{texts[0]}") for check in CHECKS for texts in check.silences()]
DATED = re.compile(r"\[(?P<day>[\d-]+)\] (?P<text>.+)", re.DOTALL)


def claims_of(texts: tuple[str, ...]) -> list[Claim]:
    found: list[Claim] = []
    for number, article in enumerate(texts):
        dated = DATED.fullmatch(article)
        assert dated is not None, article
        found += extract(read_text(dated["text"] + "\n", f"article-{number}.txt", dated["day"]))
    return found


def conflicts_in(texts: tuple[str, ...]) -> list[Finding]:
    return [finding for finding in reconcile(claims_of(texts)) if finding.verdict == "conflict"]


@pytest.mark.parametrize(("check", "texts"), CONFLICTS)
def test_conflict(check: Check, texts: tuple[str, ...]) -> None:
    found = conflicts_in(texts)
    assert [finding.code for finding in found] == [check.code]
    assert {claim.document for claim in found[0].claims} == {f"article-{number}.txt" for number in range(len(texts))}


@pytest.mark.parametrize(("check", "texts"), AGREEMENTS)
def test_agreement(check: Check, texts: tuple[str, ...]) -> None:
    assert [finding.message for finding in conflicts_in(texts)] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_explains_itself(check: Check) -> None:
    assert check.manual.strip()
    assert len(check.cases()) >= 2
    assert len(check.silences()) >= 2


def denials(check: Check) -> Iterator[str]:
    """The articles in which the check finds something alone, each with one of its sentences denied."""
    for articles in check.cases():
        day, told = DATED.fullmatch(articles[0]).groups()
        sentences = re.split(r"(?<=[.?!]) ", told)
        for at, sentence in enumerate(sentences):
            denied = f"It is not true that {sentence[0].lower()}{sentence[1:]}"
            yield f"[{day}] {' '.join([*sentences[:at], denied, *sentences[at + 1 :]])}"


@pytest.mark.parametrize("check", [check for check in CHECKS if check.code.startswith("A") and check.find], ids=lambda check: check.code)
def test_a_denied_figure_is_at_odds_with_none(check: Check) -> None:
    for article in denials(check):
        found = conflicts_in((article,))
        assert [finding.message for finding in found if any(claim.modality == "denied" for claim in finding.claims)] == []
