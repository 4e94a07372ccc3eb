"""Lists to look around in: claims in any order, documents with what is done in them, how many there are."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, case, func, literal, literal_column, or_, select, text, tuple_

from ledger.store import sight
from ledger.store.queries import PAGE, Filter, Key, Row, chosen
from ledger.store.standing import UNREVIEWED
from ledger.store.tables import CLAIMS, DOCUMENTS, SOURCES, VALUE

ORDERS: dict[str, Any] = {
    "ledger": CLAIMS.c.seq,
    "value": literal_column(VALUE),
    "kind": CLAIMS.c.kind,
    "status": CLAIMS.c.status,
    "speaker": CLAIMS.c.speaker,
    "unit": CLAIMS.c.unit,
    "document": DOCUMENTS.c.path,
}
"""What claims may be listed by; ``ledger`` is the order in which they came."""


def listed(
    connection: Connection,
    filter: Filter | None = None,
    after: Key | None = None,
    size: int = PAGE,
    order: str = "ledger",
    falling: bool = False,
    backwards: bool = False,
) -> list[Row]:
    """``size`` claims by ``order``, ``falling`` from the greatest; behind ``after``, or ``backwards`` those before it (from the end)."""
    column, down = sight.status(CLAIMS, filter.eyes) if order == "status" and filter is not None else ORDERS[order], falling != backwards
    query = chosen(connection, filter, "path" if order == "document" else order).add_columns(column.label("by"))
    columns = (column, CLAIMS.c.seq) if order != "ledger" else (CLAIMS.c.seq,)
    if after is not None:
        here, edge = tuple_(*columns), tuple_(*(literal(value) for value in after[-len(columns) :]))
        query = query.where(here < edge if down else here > edge)
        query = query.where(column <= after.turn if down else column >= after.turn) if order == "document" else query
    rows = connection.execute(query.order_by(*(each.desc() if down else each for each in columns)).limit(size)).all()
    return [
        Row(row.of, row.seq, row.id, row.kind, row.text, row.status, row.reason, row.path, row.assigned, Key(row.by, row.seq))
        for row in (reversed(rows) if backwards else rows)
    ]


def place(connection: Connection, seq: int, order: str, eyes: str = "") -> Key:
    """Where the claim of number ``seq`` stands in a list by ``order``."""
    column = sight.status(CLAIMS, eyes) if order == "status" else ORDERS[order]
    return Key(connection.execute(select(column).select_from(CLAIMS).join(DOCUMENTS).where(CLAIMS.c.seq == seq)).scalar_one(), seq)


def kinds(connection: Connection) -> list[str]:
    """The kinds that claims have, in order: looked up in their index one behind the other, however many claims there are."""
    first, following = (f"SELECT min(kind) FROM claims WHERE kind > {after}" for after in ("''", "found.kind"))
    every = f"WITH RECURSIVE found(kind) AS ({first} UNION ALL SELECT ({following}) FROM found WHERE kind IS NOT NULL)"
    return list(connection.execute(text(f"{every} SELECT kind FROM found WHERE kind IS NOT NULL")).scalars())


def documents(
    connection: Connection, words: str = "", after: Key | None = None, size: int = PAGE, backwards: bool = False, eyes: str = ""
) -> list[Row]:
    """Documents that stand, by path, whose path, title or publisher has all of ``words``.

    Of a row ``kind`` is the format, ``text`` the title, ``status`` how many of its claims are decided.
    """
    done = func.count(case((sight.status(CLAIMS, eyes) != UNREVIEWED, 1)))
    counted = select(done).where(CLAIMS.c.document == DOCUMENTS.c.seq, CLAIMS.c.current).correlate(DOCUMENTS).scalar_subquery()
    columns = (*(DOCUMENTS.c[name] for name in ("seq", "id", "format", "claims", "path")), SOURCES.c.title, counted.label("done"))
    query = select(*columns).join_from(DOCUMENTS, SOURCES).where(DOCUMENTS.c.current)
    for word in words.split():
        spoken_of = (DOCUMENTS.c.path, SOURCES.c.title, SOURCES.c.publisher)
        query = query.where(or_(*(each.icontains(word, autoescape=True) for each in spoken_of)))
    if after is not None:
        here, edge = tuple_(DOCUMENTS.c.path, DOCUMENTS.c.seq), tuple_(literal(after.turn), literal(after.seq))
        query = query.where(here < edge if backwards else here > edge)
    ordered = [each.desc() if backwards else each for each in (DOCUMENTS.c.path, DOCUMENTS.c.seq)]
    rows = connection.execute(query.order_by(*ordered).limit(size)).all()
    return [
        Row("document", row.seq, row.id, row.format, row.title, f"{row.done} of {row.claims}", "", row.path, None, Key(row.path, row.seq))
        for row in (reversed(rows) if backwards else rows)
    ]
