"""What is added is held against what it meets alone, and the ledger comes to what comparing all of it finds."""

from __future__ import annotations

import os

import pytest

from ledger.errors import CheckError, WorkerError
from ledger.pipeline import comparing
from ledger.reconciliation import case, findings, in_order
from ledger.reconciliation.checks import impossible_percent
from ledger.service import Ledger
from ledger.store import restored

FIRST = ("Velm", "Tezak", "Orlan", "Gra", "Hal", "Dun", "Kes", "Sor", "Bri", "Wul", "Fen")
LAST = ("dova", "mark", "pelyn", "vik", "brod", "zin")
PLACES = [first + last for first in FIRST for last in LAST]
TEXT = (
    "The mayor of {place}, Ana {name}, said that {count} houses were destroyed in {place} on 3 May 2021.\n\n"
    "Some {share} percent of the voters of {place} stayed at home, Ana {name} said. Nobody in {place} was surprised.\n\n"
    "Filed by {desk}.\n"
)


def _text(number: int, count: int = 0, share: int = 41) -> str:
    place = PLACES[number // 2]
    desk = "ab"[number % 2] * (number + 2)
    return TEXT.format(desk=desk, place=place, name=f"{place[:4]}ska", count=count or 140 + number // 2, share=share)


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """However few claims there are, what is found is kept; counts how often all had to be compared."""
    monkeypatch.setattr(comparing, "_FEW", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    compared: list[int] = []
    worked_out = comparing.worked_out

    def counted(claims, jobs):
        compared.append(len(claims))
        return worked_out(claims, jobs)

    monkeypatch.setattr(comparing, "worked_out", counted)
    return compared


def _told(book: Ledger) -> list[tuple[str, str, tuple[str, ...]]]:
    """What the ledger holds as found."""
    with book._database.reading() as connection:
        rows = [row for page in (book.findings(size=500),) for row in page]
        held = restored.findings_by_seq(connection, [row.seq for row in rows])
    return sorted((each.fingerprint, each.message, tuple(claim.id for claim in each.claims)) for each in held.values())


def _expected(book: Ledger) -> list[tuple[str, str, tuple[str, ...]]]:
    """What comparing all of its claims finds."""
    with book._database.reading() as connection:
        claims = list(restored.current_claims(connection))
    found = in_order(findings(claims))
    return sorted((each.fingerprint, each.message, tuple(claim.id for claim in each.claims)) for each in found)


@pytest.mark.parametrize(
    "edits",
    [
        {2: _text(2, count=199), 3: _text(3, count=199)},
        {5: "Nobody was there.\n"},
        {129: _text(3, count=777)},
        {129: _text(4), 130: _text(4, share=55)},
        {8: _text(20)},
    ],
    ids=["others agree anew", "no figure", "a third on one event", "a copy", "another story"],
)
def test_an_addition_changes_what_comparing_all_would(ledger, tmp_path, kept, edits):
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(127):
        (folder / f"{number:03}.txt").write_text(_text(number, count=165 if number % 8 == 1 else 0), "utf-8")
    for last in (127, 128):
        (folder / f"{last}.txt").write_text(_text(last), "utf-8")
        ledger.add([str(folder)], pytest.fail)
    assert len(kept) == 1
    for number, text in edits.items():
        (folder / f"{number:03}.txt").write_text(text, "utf-8")
        compared = ledger.add([str(folder)], pytest.fail).compared
        assert _told(ledger) == _expected(ledger)
        assert compared.findings == len(_expected(ledger))
    assert len(kept) == 1
    ledger.verify()


def test_a_process_that_dies_while_comparing_loses_nothing(ledger, tmp_path, monkeypatch):
    here, judged = os.getpid(), case.judged
    monkeypatch.setattr(case, "_MANY", 0)
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(_text(number, count=number + 90), "utf-8")
    with monkeypatch.context() as dying:
        dying.setattr(case, "judged", lambda matches: judged(matches) if os.getpid() == here else os._exit(9))
        with pytest.raises(WorkerError, match="a worker process has died"):
            ledger.add([str(tmp_path)], pytest.fail, jobs=2)
    assert (len(ledger.claims(size=50)), _told(ledger)) == (24, [])
    added = ledger.add([str(tmp_path)], pytest.fail, jobs=2)
    assert (added.unchanged, added.compared.findings) == (8, len(_expected(ledger)))
    assert _told(ledger) == _expected(ledger) != []
    ledger.verify()


def test_a_check_that_fails_is_named_with_its_article_and_harms_nothing(ledger, tmp_path, monkeypatch):
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(_text(number, count=number + 90), "utf-8")
    ledger.add([str(tmp_path)], pytest.fail)
    before = _told(ledger)
    with monkeypatch.context() as failing:
        failing.setattr(impossible_percent, "of_few", lambda passage: 1 / 0)
        (tmp_path / "9.txt").write_text("Of 31 people in Velm, 26 or 83.9 percent had voted.", "utf-8")
        told = r"^the check A103 \(impossible-percent\) fails on \S*0.txt: internal error: ZeroDivisionError: .*; please report it"
        with pytest.raises(CheckError, match=told):
            ledger.add([str(tmp_path)], pytest.fail)
        failing.setattr(case, "may_be_one", lambda comparer, left, right: 1 / 0)
        with pytest.raises(CheckError, match=r"^comparing fails on \S*\d.txt and \S*\d.txt: internal error: ZeroDivisionError"):
            ledger.compare()
    assert (_told(ledger), len(ledger.documents())) == (before, 5)
    ledger.compare()
    assert _told(ledger) == _expected(ledger)
    ledger.verify()
