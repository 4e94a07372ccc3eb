"""Decisions: each is kept, with whom and when; undo is one more; differing ones are a disagreement."""

from __future__ import annotations

import pytest

from ledger.errors import UsageError
from ledger.service import Filter, Ledger, Wish
from ledger.store.agreement import kappa

from .conftest import refuse

FIRE = "The mayor said that 40 houses were destroyed in Velm on 3 May 2021."
FLOOD = "The mayor said that 65 houses were destroyed in Velm on 3 May 2021."


@pytest.fixture
def book(ledger, articles):
    ledger.add([articles(fire=FIRE, flood=FLOOD)], refuse)
    return ledger


@pytest.fixture
def claim(book):
    return book.claims()[0].id


@pytest.fixture
def ben(book, place):
    with Ledger(place, "ben") as other:
        yield other


def conflict(book: Ledger) -> str:
    return book.findings(Filter(verdict="conflict"))[0].id


def status(book: Ledger, id: str) -> str:
    return book.claim(id).row.status


@pytest.mark.parametrize(
    ("action", "note", "fields", "stands"),
    [
        ("verify", "", {}, "verified"),
        ("reject", "a typing error", {}, "rejected"),
        ("correct", "", {"low": "41", "high": "41"}, "corrected"),
        ("dispute", "", {}, "disputed"),
        ("needs-source", "", {}, "needs source"),
        ("note", "ask again", {}, "unreviewed"),
        ("assign", "", {"to": "ben"}, "unreviewed"),
    ],
)
def test_what_may_be_said_of_a_claim(book, claim, action, note, fields, stands):
    seq = book.decide(claim, action, note, fields)
    shown = book.claim(claim)
    assert shown.row.status == stands
    assert [(said.seq, said.reviewer, said.action, said.note) for said in shown.decisions] == [(seq, "ana", action, note)]
    assert shown.decisions[0].at.endswith("Z")
    assert (shown.corrected is not None) == (action == "correct")
    assert shown.row.assigned == fields.get("to")
    assert (claim in [row.id for row in book.queue()]) == (stands == "unreviewed")


@pytest.mark.parametrize(
    ("action", "note", "fields", "stands"),
    [
        ("side", "", {"claim": "2"}, "resolved"),
        ("both-valid", "", {"because": "another day"}, "both valid"),
        ("false-alarm", "two towns of that name", {}, "false alarm"),
        ("note", "ask the mayor", {}, "open"),
    ],
)
def test_what_may_be_said_of_a_finding(book, action, note, fields, stands):
    finding = conflict(book)
    book.decide(finding[:8], action, note, fields)
    assert book.finding(finding).row.status == stands
    assert (finding in [row.id for row in book.queue()]) == (stands == "open")


def test_the_side_that_is_right_is_named_by_its_claim(book):
    finding = book.finding(conflict(book))
    book.decide(finding.finding.fingerprint, "side", fields={"claim": finding.finding.claims[1].id[:6]})
    assert book.finding(finding.finding.fingerprint).decisions[0].fields == {"claim": finding.finding.claims[1].id}


@pytest.mark.parametrize(
    ("action", "note", "fields", "said"),
    [
        ("verfy", "", {}, "did you mean 'verify'"),
        ("side", "", {"claim": "1"}, "cannot be said of a claim"),
        ("correct", "", {}, "at least one NAME=VALUE"),
        ("correct", "", {"lwo": "4"}, "did you mean 'low'"),
        ("correct", "", {"low": "many"}, "low=many"),
        ("correct", "", {"low": "many"}, "expected a plain number"),
        ("correct", "", {"low": "9", "high": "8"}, "above high"),
        ("correct", "", {"low": None, "high": None}, "a low or a high end"),
        ("correct", "", {"low": "1e999999", "high": None}, "more than 100 digits"),
        ("correct", "", {"kind": "cuont"}, "did you mean 'count'"),
        ("correct", "", {"low": "2020-01-01", "high": "2020-01-02"}, "a number a number"),
        ("assign", "", {}, "to=NAME"),
        ("note", " ", {}, "needs a note"),
        ("verify", "", {"to": "ben"}, "takes no field"),
    ],
)
def test_what_may_not_is_told_and_changes_nothing(book, claim, action, note, fields, said):
    before = book.state()
    with pytest.raises(UsageError, match=said):
        book.decide_all([Wish(claim, "verify"), Wish(claim, action, note, fields)])
    assert book.state() == before


@pytest.mark.parametrize(("word", "said"), [("abc", "at least 4"), ("ffffffff", "holds no claim"), ("%%%%", "holds no claim")])
def test_a_target_that_is_not_there(book, word, said):
    with pytest.raises(UsageError, match=said):
        book.decide(word, "verify")


def test_a_claim_is_no_finding(book, claim):
    with pytest.raises(UsageError, match="is a claim, no finding"):
        book.finding(claim)
    with pytest.raises(UsageError, match="is a finding, no claim"):
        book.claim(book.findings()[0].id)


def test_undo_and_redo_go_all_the_way(book, claim):
    actions = ["verify", "reject", "dispute"]
    seqs = [book.decide(claim, action) for action in actions]
    assert [book.undo() for _ in range(4)] == [*reversed(seqs), None]
    assert status(book, claim) == "unreviewed"
    assert [book.redo() for _ in range(4)] == [*seqs, None]
    assert status(book, claim) == "disputed"
    book.undo()
    book.decide(claim, "verify")
    assert book.redo() is None
    assert [entry.kind for entry in book.log(claim)][-2:] == ["undo", "decision"]


def test_each_undoes_their_own(book, ben, claim):
    book.decide(claim, "verify")
    assert ben.undo() is None
    named = ben.decide(claim, "reject")
    assert book.undo(named) == named
    assert status(book, claim) == "verified"


def test_differing_decisions_are_kept_and_shown_as_a_disagreement(book, ben, claim):
    book.decide(claim, "verify")
    ben.decide(claim, "reject")
    shown = book.claim(claim)
    assert (shown.row.status, [said.action for said in shown.decisions]) == ("disagreement", ["verify", "reject"])
    assert [row.id for row in book.queue()][1] == claim
    book.decide(claim, "reject")
    assert status(book, claim) == "rejected"


def test_an_adjudication_settles_a_disagreement(book, ben, claim):
    book.decide(claim, "verify")
    ben.decide(claim, "reject")
    with Ledger(book.name if "://" not in book.name else ben._database.url.render_as_string(False), "eve") as eve:
        eve.decide(claim, "reject", adjudicates=True)
        assert status(book, claim) == "rejected"
        eve.undo()
    assert status(book, claim) == "disagreement"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({("a", "a"): 20, ("a", "b"): 5, ("b", "a"): 10, ("b", "b"): 15}, 0.4),
        ({("a", "a"): 45, ("a", "b"): 15, ("b", "a"): 25, ("b", "b"): 15}, 0.1304),
        ({("a", "a"): 25, ("a", "b"): 35, ("b", "a"): 5, ("b", "b"): 35}, 0.2593),
        ({("a", "a"): 5, ("b", "b"): 5}, 1.0),
        ({("a", "a"): 5}, None),
        ({}, None),
    ],
)
def test_kappa_of_known_tables(counts, expected):
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    found = kappa(pairs)
    assert (found if found is None else round(found, 4)) == expected


def test_agreement_is_measured_on_what_both_judged(book, ben):
    rows = [row.id for row in book.claims()]
    for at, id in enumerate(rows):
        book.decide(id, "verify")
        ben.decide(id, "verify" if at else "reject")
    book.decide(conflict(book), "false-alarm", "no")
    found = book.statistics().agreement
    assert [(each.left, each.right, each.items, each.agree) for each in found] == [("ana", "ben", len(rows), 1 - 1 / len(rows))]


def test_a_decision_on_what_another_decided_meanwhile_is_refused(book, ben, claim):
    ben.decide(claim, "reject", expects="unreviewed")
    with pytest.raises(UsageError, match="ben has decided on this meanwhile"):
        book.decide(claim, "verify", expects="unreviewed")
    book.decide(claim, "note", "mind this", expects="unreviewed")
    assert status(book, claim) == "rejected"
    ben.decide(claim, "dispute", expects="unreviewed")  # over one's own decision
    book.decide(claim, "verify", expects="disputed")
    assert status(book, claim) == "disagreement"


def test_who_looks_at_one_thing_alone_gives_back_the_others(book, ben, claim):
    other = conflict(book)
    assert (book.lock(claim), book.lock(other, alone=True)) == (None, None)
    assert ben.locks() == {other: "ana"}


def test_a_lock_keeps_others_off_for_a_minute(book, ben, claim, monkeypatch):
    assert (book.lock(claim), ben.lock(claim), book.lock(claim)) == (None, "ana", None)
    assert ben.locks() == {claim: "ana"}
    clock = __import__("time").time() + 61
    monkeypatch.setattr("ledger.store.locks.time.time", lambda: clock)
    assert ben.locks() == {}
    assert ben.lock(claim) is None
    ben.release()
    assert book.locks() == {}


def test_filters(book, claim):
    book.decide(claim, "verify")
    assert [row.id for row in book.claims(Filter(status="verified"))] == [claim]
    assert {row.text for row in book.claims(Filter(kind="count", low=50))} == {"65 houses"}
    assert {row.text for row in book.claims(Filter(low=30, high=50))} == {"40 houses"}
    assert len(book.claims(Filter(code="X101"))) == 2
    assert book.queue(filter=Filter(code="X101"))[0].of == "finding"
