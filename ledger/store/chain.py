"""The chain of events: appended under the writer's lock, read in order, proved link by link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from ledger.errors import ProofError, UsageError
from ledger.records import Checkpoint
from ledger.store.canonical import GENESIS, event_hash, event_text
from ledger.store.merkle import Frontier
from ledger.store.rows import AT_ONCE, put, streamed
from ledger.store.tables import EVENTS


class Draft(NamedTuple):
    """What is to become an event: ``body`` is canonical JSON; see ``ledger.store.bodies`` for what each kind is about and says."""

    kind: str
    subject: str
    body: str


class Event(NamedTuple):
    """An event as it is stored: ``prev`` and ``hash`` are hexadecimal, ``body`` canonical JSON, ``at`` UTC."""

    seq: int
    prev: str
    hash: str
    kind: str
    subject: str
    at: str
    by: str
    body: str

    def text(self) -> str:
        """The canonical JSON that the hash is taken over."""
        return event_text(self.seq, self.prev, self.kind, self.subject, self.at, self.by, self.body)


class Head(NamedTuple):
    """Where the chain ends: how many events there are, and the hash of the last."""

    size: int
    hash: str


def head(connection: Connection) -> Head:
    """The end of the chain. A writer has the lock before it asks."""
    found = connection.execute(select(EVENTS.c.seq, EVENTS.c.hash).order_by(EVENTS.c.seq.desc()).limit(1)).first()
    return Head(found.seq, found.hash) if found is not None else Head(0, GENESIS)


def first(connection: Connection) -> str:
    """The hash of the first event, which no other ledger has; "" when there is none."""
    return str(connection.execute(select(EVENTS.c.hash).where(EVENTS.c.seq == 1)).scalar() or "")


def append(connection: Connection, drafts: Iterable[Draft], by: str, at: str) -> list[Event]:
    """Append an event for each draft, in one statement; the caller holds the writer's lock.

    Raises UsageError for what has no spelling in UTF-8: bytes of a command line that were none.
    """
    seq, prev = head(connection)
    events = []
    for kind, subject, body in drafts:
        seq += 1
        try:
            hash = event_hash(event_text(seq, prev, kind, subject, at, by, body))
        except UnicodeEncodeError as error:
            raise UsageError(f"a {kind} holds what is no text: expected UTF-8, found {error.object[error.start : error.end]!a}") from error
        events.append(Event(seq, prev, hash, kind, subject, at, by, body))
        prev = hash
    put(connection, EVENTS, Event._fields, events)
    return events


def read(connection: Connection, after: int = 0, until: int | None = None) -> Iterator[Event]:
    """The events behind number ``after``, and not behind ``until``, in order; a few thousand are held at a time."""
    for batch in batches(connection, after, until=until):
        yield from batch


def batches(connection: Connection, after: int = 0, size: int = AT_ONCE, until: int | None = None) -> Iterator[list[Event]]:
    """The events behind number ``after``, and not behind ``until``, in order, ``size`` at a time."""
    columns = ", ".join(f'"{field}"' for field in Event._fields)
    end = f" AND seq <= {int(until)}" if until is not None else ""
    query = f"SELECT {columns} FROM {EVENTS.name} WHERE seq > {int(after)}{end} ORDER BY seq"
    return (list(map(Event._make, rows)) for rows in streamed(connection, query, size))


def prove(events: Iterable[Event], earlier: Sequence[Checkpoint] = ()) -> Checkpoint:
    """The checkpoint at the end of ``events``, which are all, once every link and every ``earlier`` checkpoint holds.

    Raises ProofError that names the first broken event. Memory does not grow with the chain.
    """
    expected = dict[int, list[Checkpoint]]()
    for each in earlier:
        expected.setdefault(each.size, []).append(each)
    tree, last = Frontier(), GENESIS
    for event in events:
        if event.seq != tree.size + 1:
            raise ProofError(f"event {tree.size + 1} is missing: event {event.seq} stands in its place")
        if event.prev != last:
            raise ProofError(f"event {event.seq} does not follow event {tree.size}: the chain was cut or put together again")
        if event_hash(event.text()) != event.hash:
            raise ProofError(f"event {event.seq} was changed: its hash is not that of what it says")
        last = event.hash
        tree.add(bytes.fromhex(last))
        for checkpoint in expected.pop(event.seq, ()):
            if checkpoint != _now(tree, last):
                raise ProofError(f"the chain was rewritten at or before event {event.seq}: an earlier checkpoint does not match")
    for size in expected:
        if size or any(each != _now(Frontier(), GENESIS) for each in expected[0]):
            raise ProofError(f"event {tree.size + 1} is missing: an earlier checkpoint counts {size} events")
    return _now(tree, last)


def _now(tree: Frontier, last: str) -> Checkpoint:
    return Checkpoint(size=tree.size, head=last, root=tree.root().hex())
