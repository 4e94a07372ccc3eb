"""The chain: what an event's hash covers, and that nothing that happened can be unsaid by accident."""

from __future__ import annotations

import hashlib
import json

import pytest
from sqlalchemy import text

from ledger.errors import ProofError, StoreError, WorkerError
from ledger.records import Checkpoint
from ledger.store import chain, links
from ledger.store.canonical import canonical
from ledger.store.chain import Draft, prove
from ledger.store.database import Database

SAID = [Draft("test", f"subject {at}", canonical({"b": at, "a": f"“{at}”\n", "none": None, "yes": True})) for at in range(7)]


@pytest.fixture
def database(place):
    held = Database(place, create=True, wait=5)
    yield held
    held.close()


@pytest.fixture
def events(database):
    with database.writing() as connection:
        chain.append(connection, SAID[:3], "ana", "2026-01-01T00:00:00Z")
        chain.append(connection, SAID[3:], "ben", "2026-01-02T00:00:00Z")
        return list(chain.read(connection))


def attempt(database: Database, *statements: str) -> None:
    with database.writing() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_hash_is_that_of_the_canonical_json(events):
    prev = "0" * 64
    for event in events:
        told = {**event._asdict(), "body": json.loads(event.body)}
        del told["hash"]
        spelled = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert event.text() == spelled
        assert event.hash == hashlib.sha256(b"factledger event 1\n" + spelled.encode()).hexdigest()
        assert (event.seq, event.prev) == (events.index(event) + 1, prev)
        prev = event.hash


def test_canonical_json_has_one_spelling():
    assert canonical({"b": [1, True, None], "a": "ü\n"}) == '{"a":"ü\\n","b":[1,true,null]}'


def test_a_chain_that_holds(events):
    checkpoint = prove(events)
    assert (checkpoint.size, checkpoint.head) == (7, events[-1].hash)
    assert prove(events, [prove(events[:4]), checkpoint, prove([])]) == checkpoint


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (lambda events: events[:2] + events[3:], "event 3 is missing"),
        (lambda events: [*events[:2], events[3], events[2], *events[4:]], "event 3 is missing"),
        (lambda events: [*events[:2], events[2]._replace(body='{"a":1}'), *events[3:]], "event 3 was changed"),
        (lambda events: [*events[:2], events[2]._replace(by="eve"), *events[3:]], "event 3 was changed"),
        (lambda events: [*events[:2], events[2]._replace(hash="0" * 64), *events[3:]], "event 3 was changed"),
        (lambda events: [*events[:4], events[4]._replace(prev="0" * 64), *events[5:]], "event 5 does not follow"),
        (lambda events: events[1:], "event 1 is missing"),
    ],
)
def test_a_chain_that_does_not_names_its_first_broken_event(events, broken, said):
    with pytest.raises(ProofError, match=said):
        prove(broken(events))


def test_an_earlier_checkpoint_finds_what_was_cut_off_or_chained_again(database, events):
    whole, half = prove(events), prove(events[:4])
    with pytest.raises(ProofError, match="event 7 is missing"):
        prove(events[:6], [whole])
    with pytest.raises(ProofError, match="rewritten at or before event 4"):
        prove(events, [Checkpoint(size=4, head=half.head, root=whole.root)])
    with pytest.raises(ProofError, match="rewritten at or before event 4"):
        prove(events, [Checkpoint(size=4, head=whole.head, root=half.root)])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = '{}' WHERE seq = 3",
        "DELETE FROM events WHERE seq = 7",
        "DELETE FROM events",
        "INSERT INTO events SELECT 9, hash, 'x', 'test', '', '', '', '{}' FROM events WHERE seq = 7",
        "INSERT INTO events SELECT 8, prev, 'x', 'test', '', '', '', '{}' FROM events WHERE seq = 7",
        "UPDATE texts SET text = ''",
    ],
)
def test_the_database_refuses(database, events, statement):
    with pytest.raises(StoreError):
        attempt(database, "INSERT INTO texts VALUES ('a', 'b')", statement)
    with database.reading() as connection:
        assert list(chain.read(connection)) == events


@pytest.mark.parametrize(
    ("dialect", "statement"),
    [
        ("sqlite", "INSERT OR REPLACE INTO events SELECT seq, prev, hash, kind, subject, at, 'eve', body FROM events WHERE seq = 3"),
        (
            "sqlite",
            "REPLACE INTO events SELECT 8, hash, (SELECT hash FROM events WHERE seq = 2), 'x', '', '', '', '' FROM events WHERE seq = 7",
        ),
        ("sqlite", "REPLACE INTO texts SELECT id, 'other' FROM texts"),
        ("postgresql", "TRUNCATE events CASCADE"),
        ("postgresql", "TRUNCATE texts CASCADE"),
    ],
)
def test_each_database_refuses_its_own_ways_round(database, events, dialect, statement):
    with database.reading() as connection:
        if connection.dialect.name != dialect:
            return
    as_others_do = ["PRAGMA recursive_triggers=OFF"] if dialect == "sqlite" else []
    with pytest.raises(StoreError):
        attempt(database, *as_others_do, "INSERT INTO texts VALUES ('a', 'b')", statement)
    with database.reading() as connection:
        assert list(chain.read(connection)) == events


def test_the_links_of_a_long_chain_are_proved_in_another_process(database, events, monkeypatch):
    monkeypatch.setattr(links, "ALONE", 0)
    rewritten = Checkpoint(size=4, head=events[4].hash, root=prove(events[:4]).root)
    with database.reading() as connection:
        with links.Links(connection, [prove(events[:4])]) as under_way:
            assert under_way.checkpoint() == prove(events)
        with links.Links(connection, [rewritten]) as under_way, pytest.raises(ProofError, match="rewritten at or before event 4"):
            under_way.checkpoint()
        monkeypatch.setattr(links, "_PROGRAM", "raise SystemExit")
        with links.Links(connection, []) as under_way, pytest.raises(WorkerError, match="has died"):
            under_way.checkpoint()
