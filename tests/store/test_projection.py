"""What the tables hold is a function of the chain alone: whatever happened, played again it gives the same bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from ledger.errors import ProofError, UsageError
from ledger.service import Ledger
from ledger.store import projection
from ledger.store.bodies import BODIES
from ledger.store.canonical import parsed
from ledger.store.chain import batches

from .conftest import refuse

ROOT = Path(__file__).parents[2]
SENTENCES = [
    "The mayor said that {} houses were destroyed in Velm on 3 May 2021.",
    "The minister said that {} people were arrested in Karn on 4 May 2021.",
    "About {} percent of voters in Osten backed the plan.",
    "The bridge at Brill cost {} million dollars.",
]
ACTIONS = ["verify", "reject", "dispute", "needs-source", "note"]


def lived(place: str, write, seed: int) -> Ledger:
    """A ledger in which much has happened, at random but always the same."""
    chance = random.Random(seed)
    books = [Ledger(place, name, create=True) for name in ("ana", "ben", "eve")]
    for _ in range(6):
        names = chance.sample(["one", "two", "three"], 2)
        folder = write(**{name: " ".join(line.format(chance.randint(3, 9) * 10) for line in chance.sample(SENTENCES, 3)) for name in names})
        books[0].add([folder], refuse)
        for _ in range(12):
            book, rows = chance.choice(books), books[0].claims(size=100) + books[0].findings()
            row, act = chance.choice(rows), chance.random()
            if act < 0.2:
                book.undo()
            elif act < 0.35:
                book.redo()
            elif row.of == "finding":
                book.decide(row.id, chance.choice(["both-valid", "false-alarm"]), "so it is")
            else:
                book.decide(row.id, chance.choice(ACTIONS), "why", adjudicates=chance.random() < 0.1)
    for book in books[1:]:
        book.close()
    return books[0]


@pytest.mark.parametrize("seed", range(2))
def test_played_again_in_batches_of_any_size_it_is_the_same(place, articles, seed, monkeypatch):
    with lived(place, articles, seed) as book:
        state, checkpoint = book.state(), book.verify()
        statuses = book.statistics()
        for size in (1, 40, 5000):
            monkeypatch.setattr(projection, "batches", partial(batches, size=size))
            book.rebuild()
            assert (size, book.state()) == (size, state)
        assert (book.verify(), book.statistics()) == (checkpoint, statuses)


def test_events_say_what_their_kind_says_and_no_more(place, articles):
    with lived(place, articles, 3) as book:
        book.checkpoint()
        seen = {(event.kind, frozenset(parsed(event.body))) for event in book.events()}
    for kind, keys in seen:
        body = BODIES[kind]
        assert body.__required_keys__ <= keys <= body.__required_keys__ | body.__optional_keys__, kind
    assert {kind for kind, _ in seen} == BODIES.keys() - {"dropped", "import"}  # no rule changes, nothing is imported


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE claims SET status = 'verified' WHERE seq = (SELECT min(seq) FROM claims)", "claims: row 2: status is 'verified'"),
        ("UPDATE claims SET low = '99' WHERE seq = (SELECT max(seq) FROM claims)", "low is '99'"),
        ("UPDATE documents SET path = 'other.txt'", "documents: row 1: path is 'other.txt'"),
        ("DELETE FROM decisions", "decisions: row .* is missing"),
        ("INSERT INTO reviewers VALUES (99, 'eve')", "reviewers: row 99 stands there without an event"),
        ("UPDATE sources SET publisher = 'x'", "sources: row 1: publisher is 'x'"),
    ],
)
def test_verify_finds_a_table_that_says_something_else_and_rebuild_mends_it(ledger, articles, statement, said):
    from sqlalchemy import text

    ledger.add([articles(fire="In Velm 40 houses burned down, and 7 people were hurt.")], refuse)
    ledger.decide(ledger.claims()[1].id, "verify")
    state = ledger.state()
    with ledger._database.writing() as connection:
        connection.execute(text(statement))
    with pytest.raises(ProofError, match=said):
        ledger.verify()
    ledger.rebuild()
    assert ledger.state() == state
    ledger.verify()


def test_a_claim_that_is_gone_cannot_be_decided_on_unnoticed(ledger, articles):
    ledger.add([articles(fire="In Velm 40 houses burned down.")], refuse)
    ledger.add([articles(fire="In Velm no houses burned down.")], refuse)
    with pytest.raises(UsageError):
        ledger.decide("0000", "verify")


def test_a_ledger_that_does_not_hold_is_told_in_one_line(tmp_path, articles):
    place = str(tmp_path / "ledger.db")
    with Ledger(place, "ana", create=True) as book:
        book.add([articles(fire="In Velm 40 houses burned down, and 7 people were hurt.")], refuse)
        with book._database.writing() as connection:
            connection.exec_driver_sql("UPDATE claims SET low = '99'")
    command = [sys.executable, "-m", "ledger", "verify", "--ledger", place]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert "low is '99', the chain says '40'" in done.stderr
