"""Proves a ledger: every link of its chain, every text, and that its tables say what the chain says."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, select, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from ledger.allocation import uncollected
from ledger.errors import ProofError
from ledger.records import Checkpoint
from ledger.store.canonical import text_hash
from ledger.store.chain import batches
from ledger.store.links import Links
from ledger.store.projection import apply
from ledger.store.rows import streamed
from ledger.store.tables import DOCUMENTS, EVENTS, PROJECTED, TEXTS

_TEXTS_AT_ONCE = 16
_PRAGMAS = ("main.journal_mode=OFF", "main.synchronous=OFF", "foreign_keys=OFF", "main.locking_mode=EXCLUSIVE", "main.cache_size=-65536")
"""How the tables of their own are kept: gone with the process, in nobody's way."""


def proved(connection: Connection, earlier: Sequence[Checkpoint] = ()) -> Checkpoint:
    """The ledger's checkpoint, once everything holds; ``earlier`` checkpoints must be of the same chain.

    The chain is played again into tables of its own, on the disk, and these are held against the ledger's. Raises
    ProofError that names the first thing that is broken.
    """
    with tempfile.TemporaryDirectory(prefix="factledger-") as folder, uncollected():
        engine = create_engine(f"sqlite:///{Path(folder) / 'again.db'}")
        try:
            with engine.connect() as mirror:
                for pragma in _PRAGMAS:
                    mirror.execute(text(f"PRAGMA {pragma}"))
                SQLModel.metadata.create_all(mirror)
                for index in (each for table in PROJECTED for each in table.indexes if len(each.expressions) > 1):
                    index.drop(mirror)  # nobody pages through it
                with Links(connection, earlier) as links:
                    _play(connection, mirror, links)
                    _texts(connection)
                    checkpoint = links.checkpoint()
                mirror.commit()
                at_hand = _attached(connection, mirror, checkpoint)
                for table in PROJECTED:
                    if not (at_hand and _alike(table, mirror)):
                        _same(table, connection, mirror)
        finally:
            engine.dispose()
    return checkpoint


def _play(connection: Connection, mirror: Connection, links: Links) -> None:
    """Play all events again; what is wrong with their links is told before what is wrong with what they say."""
    for batch in batches(connection):
        links.look()
        try:
            apply(mirror, batch)
        except Exception as error:
            links.checkpoint()
            place = f"events {batch[0].seq} to {batch[-1].seq}"
            raise ProofError(f"{place} cannot have been written by factledger: {type(error).__name__}: {error}") from error


def _texts(connection: Connection) -> None:
    """That every document's text is there and is the one that the chain names."""
    lost = select(DOCUMENTS.c.path).join_from(DOCUMENTS, TEXTS, DOCUMENTS.c.text == TEXTS.c.id, isouter=True).where(TEXTS.c.id.is_(None))
    path = connection.execute(lost.limit(1)).scalar()
    if path is not None:
        raise ProofError(f"the text of {path} is missing")
    with connection.execute(select(TEXTS.c.id, TEXTS.c.text), execution_options={"yield_per": _TEXTS_AT_ONCE}) as texts:
        changed = next((id for id, held in texts if text_hash(held) != id), None)
    if changed is not None:
        known = connection.execute(select(DOCUMENTS.c.path).where(DOCUMENTS.c.text == changed)).scalar()
        raise ProofError(f"the text of {known or changed} was changed: its hash is not the one in the chain")


def _attached(connection: Connection, mirror: Connection, checkpoint: Checkpoint) -> bool:
    """Whether the mirror can look into the ledger itself: a file, to which nobody has written since it was opened for reading."""
    if connection.dialect.name != "sqlite":
        return False
    try:
        mirror.exec_driver_sql("ATTACH DATABASE ? AS held", (connection.engine.url.database,))
        mirror.exec_driver_sql("BEGIN")
        last = mirror.exec_driver_sql(f"SELECT seq, hash FROM held.{EVENTS.name} ORDER BY seq DESC LIMIT 1").first()
    except DBAPIError:  # it is looked at through the ledger's own connection
        return False
    return last is not None and tuple(last) == (checkpoint.size, checkpoint.head)


def _alike(table: Table, mirror: Connection) -> bool:
    """Whether a table of the ledger and that of the mirror have the same rows, as the database compares them."""
    sizes = mirror.exec_driver_sql(f"SELECT (SELECT count(*) FROM main.{table.name}), (SELECT count(*) FROM held.{table.name})").one()
    held, made = (", ".join(f'{side}."{column.name}"' for column in table.columns) for side in ("held", "made"))
    keys = " AND ".join(f'held."{column.name}" = made."{column.name}"' for column in table.primary_key)
    differ = f"FROM main.{table.name} made LEFT JOIN held.{table.name} held ON {keys} WHERE ({held}) IS NOT ({made})"
    return sizes[0] == sizes[1] and mirror.exec_driver_sql(f"SELECT EXISTS (SELECT 1 {differ})").scalar() == 0


def _same(table: Table, connection: Connection, mirror: Connection) -> None:
    """That a table holds what the chain says, row by row."""
    columns, keys = (", ".join(f'"{column.name}"' for column in each) for each in (table.columns, table.primary_key))
    query = f"SELECT {columns} FROM {table.name} ORDER BY {keys}"
    held: Sequence[Any]
    made: Sequence[Any]
    for held, made in zip_longest(streamed(connection, query), streamed(mirror, query), fillvalue=[]):
        if held != made:
            now, should = next(pair for pair in zip_longest(held, made) if pair[0] != pair[1])
            raise ProofError(f"{table.name}: {_difference(table, now, should)}; factledger rebuild computes it again from the chain")




def _difference(table: Table, held: Sequence[Any] | None, made: Sequence[Any] | None) -> str:
    if held is None or made is None:
        row = made or held or ()
        return f"row {row[0]} {'is missing' if held is None else 'stands there without an event'}"
    for column, now, should in zip(table.columns, held, made, strict=True):
        if now != should:
            return f"row {held[0]}: {column.name} is {now!r}, the chain says {should!r}"
    return f"row {held[0]} differs"
