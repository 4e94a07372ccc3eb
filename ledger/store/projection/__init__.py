"""The tables computed from the chain: the same code when an event is new and when all are played again.

What the tables hold is a function of the events alone, not of how they came in batches: a batch is
taken kind by kind, and what several kinds have a say in is worked out at the end, from the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, delete, select

from ledger.allocation import uncollected
from ledger.store.canonical import StateHash
from ledger.store.chain import Event, batches
from ledger.store.places import forget_places
from ledger.store.projection.claims import claims, refresh_claims
from ledger.store.projection.decisions import checkpoints, decisions, undone
from ledger.store.projection.documents import documents
from ledger.store.projection.findings import findings, refresh_findings
from ledger.store.projection.touched import Touched
from ledger.store.rows import AT_ONCE
from ledger.store.search import forget_sentences
from ledger.store.tables import PROJECTED

__all__ = ["apply", "rebuild", "state_hash"]

_HANDLERS: tuple[tuple[tuple[str, ...], Callable[[Touched, list[Event]], None]], ...] = (
    (("document",), documents),
    (("claim", "dropped"), claims),
    (("finding", "withdrawn"), findings),
    (("decision",), decisions),
    (("undo", "redo"), undone),
    (("checkpoint",), checkpoints),
)


_HANDLER = {kind: handler for kinds, handler in _HANDLERS for kind in kinds}


def apply(connection: Connection, events: Sequence[Event]) -> None:
    """Bring the tables up to date with ``events``, which follow those that were applied before."""
    touched = Touched(connection)
    with uncollected():
        groups = dict[Callable[[Touched, list[Event]], None], list[Event]]()
        for event in events:
            if event.kind in _HANDLER:
                groups.setdefault(_HANDLER[event.kind], []).append(event)
        for _, handler in _HANDLERS:
            if handler in groups:
                handler(touched, groups[handler])
        refresh_findings(connection, touched.findings, touched.reworded)
        refresh_claims(connection, touched.claims)


def rebuild(connection: Connection, progress: Callable[[int], None] | None = None) -> int:
    """Empty the computed tables and play the whole chain again; the number of events."""
    forget_sentences(connection)
    forget_places(connection)
    for table in reversed(PROJECTED):
        connection.execute(delete(table))
    done = 0
    for group in batches(connection):
        apply(connection, group)
        done += len(group)
        if progress is not None:
            progress(done)
    return done


def state_hash(connection: Connection) -> str:
    """SHA-256, hexadecimal, over every row of the computed tables: equal states, equal hashes, on either database."""
    state = StateHash()
    for table in PROJECTED:
        state.add(table.name)
        query = select(table).order_by(*table.primary_key)
        with connection.execute(query, execution_options={"yield_per": AT_ONCE}) as rows:
            for row in rows:
                state.add(tuple(row))
    return state.hexdigest()
