"""What happened to a claim, a finding, a document, or the whole ledger, in order."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, literal, or_, select

from ledger.errors import UsageError
from ledger.store.chain import Event
from ledger.store.deciding import target
from ledger.store.tables import CLAIMS, DOCUMENTS, EVENTS, PATHS

_DETAILS = ("claim", "dropped", "finding", "withdrawn")
"""Kinds of which there are too many to show unasked in the history of the whole."""


class Entry(NamedTuple):
    """An event as it is shown; what ``body`` holds is in ``ledger.store.bodies``, kind by kind."""

    seq: int
    at: str
    by: str
    kind: str
    subject: str
    body: dict[str, Any]
    hash: str


def entries(
    connection: Connection, about: str = "", details: bool = False, last: int | None = None, before: int | None = None
) -> list[Entry]:
    """The ``last`` events (all when left out) about a claim, a finding or a document's path, or of the whole, the oldest first.

    Of the whole, claims and findings are left out unless ``details`` are wanted. ``before`` is the number of the
    first event that is known already. Raises UsageError for what the ledger does not hold.
    """
    query = select(*(EVENTS.c[field] for field in Event._fields))
    if about:
        query = query.where(EVENTS.c.subject.in_(_subjects(connection, about)))
    elif not details:
        query = query.where(EVENTS.c.kind.not_in(_DETAILS))
    if before is not None:
        query = query.where(EVENTS.c.seq < literal(before, BigInteger))
    query = query.order_by(EVENTS.c.seq.desc())
    rows = [Event(*row) for row in connection.execute(query.limit(last) if last is not None else query)]
    return [Entry(row.seq, row.at, row.by, row.kind, row.subject, json.loads(row.body), row.hash) for row in reversed(rows)]


def _subjects(connection: Connection, about: str) -> list[str]:
    """The subjects of the events that concern ``about``: of a claim all its versions, of a document its paths."""
    paths = select(PATHS.c.path).join_from(PATHS, DOCUMENTS, PATHS.c.document == DOCUMENTS.c.seq)
    found = list(connection.execute(paths.where(or_(PATHS.c.path == about, DOCUMENTS.c.id == about))).scalars())
    if found:
        return found
    try:
        aim = target(connection, about, follow=False)
    except UsageError as error:
        raise UsageError(f"{error}; expected a claim's id, a finding's fingerprint or a document's path") from error
    return _versions(connection, aim.id) if aim.of == "claim" else [aim.id]


def _versions(connection: Connection, claim: str) -> list[str]:
    """The ids of a claim through the versions of its document, whether its figure changed or not."""
    known, waiting = {claim: None}, [claim]
    while waiting:
        id = waiting.pop()
        before = select(CLAIMS.c.follows).where(CLAIMS.c.id == id, CLAIMS.c.follows.is_not(None))
        after = select(CLAIMS.c.id).where(CLAIMS.c.follows == id)
        for other in (*connection.execute(before).scalars(), *connection.execute(after).scalars()):
            if other not in known:
                known[other] = None
                waiting.append(other)
    return list(known)
