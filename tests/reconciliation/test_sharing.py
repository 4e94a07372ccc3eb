"""Several processes find what one finds, to the letter; what becomes of them is told in a line."""

from __future__ import annotations

import os

import pytest

from ledger.errors import WorkerError
from ledger.extraction import extract
from ledger.pipeline.updating import entries
from ledger.reading import read_text
from ledger.reconciliation import case, reconcile
from ledger.reconciliation.blocking import shares, whole
from ledger.reconciliation.case import Case
from ledger.records import Claim
from ledger.registry import declared

LETTERS = "aeiou"


def _texts() -> dict[str, str]:
    """The tiny articles of every check, those of each set about a place and people of their own, as among so many they must be."""
    sets = [texts for check in declared("ledger.reconciliation.checks") for texts in (*check.cases(), *check.silences())]
    return {f"{number:04}-{at}.txt": _moved(text, number) for number, texts in enumerate(sets) for at, text in enumerate(texts)}


def _moved(text: str, number: int) -> str:
    own = "".join(LETTERS[number // 5**place % 5] for place in (4, 3, 2, 1, 0))
    dated, mark, told = text.rpartition("] ")
    return f"{dated}{mark}Ruiz{own} of Tezak{own} and Moe{own} met Haan{own}.\n\n{told}".replace("Velm", f"Velm{own}")


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    found = list[Claim]()
    for path, text in _texts().items():
        day = text[1:11] if text.startswith("[") else ""
        found += extract(read_text(text[13:] if day else text, path, day))
    return found


@pytest.fixture
def shared(monkeypatch):
    """However few claims there are, several processes compare them."""
    monkeypatch.setattr(case, "_MANY", 0)


@pytest.mark.parametrize("jobs", [2, 3])
def test_several_processes_find_what_one_finds(claims, shared, jobs):
    alone, together = reconcile(claims), reconcile(claims, jobs)
    assert {(each.verdict, each.code) for each in alone} > {("conflict", f"X10{n}") for n in range(1, 9)}
    assert {each.verdict for each in alone} == {"conflict", "corroborate", "update", "compatible"}
    assert repr(together) == repr(alone)


def test_what_is_kept_is_the_same(claims, shared):
    vouched = ["0000-0.txt", "0003-1.txt"]
    assert repr(entries(claims, vouched, jobs=2)) == repr(entries(claims, vouched))


def test_the_parts_are_the_whole(claims):
    held = Case(claims)
    parts = shares(held.topics, held.kinship, 7)
    assert [number for part in parts for number in part.documents] == list(whole(held.topics).documents)
    assert sum(part.others for part in parts) == 1


def test_few_claims_are_compared_by_one_process(claims, monkeypatch):
    monkeypatch.setattr("ledger.reconciliation.sharing.in_order", None)
    assert reconcile(claims, 2)


def test_a_process_that_dies_is_told_in_a_line(claims, shared, monkeypatch):
    here, judged = os.getpid(), case.judged
    monkeypatch.setattr(case, "judged", lambda matches: judged(matches) if os.getpid() == here else os._exit(9))
    with pytest.raises(WorkerError, match=r"^a worker process has died.*--jobs 1$"):
        reconcile(claims, 2)
