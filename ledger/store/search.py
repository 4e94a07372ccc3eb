"""Full-text search over the claims' sentences, by SQLite's FTS5 or PostgreSQL's text search."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, exists, func, literal_column, select, text, true

from ledger.store.tables import CLAIMS

_WORD = re.compile(r"\w+")
_FEW = 20_000
"""Up to so many sentences it is quicker to gather them first; of more, each claim is asked in its turn."""


def holds(connection: Connection, words: str) -> Any:
    """The condition that all of ``words`` are in a claim's sentence; the last, if no blank follows it, may be unfinished.

    Punctuation parts words and means nothing else.
    """
    found, unfinished = _WORD.findall(words), not words[-1:].isspace()
    if not found:
        return true()
    return (_sqlite if connection.dialect.name == "sqlite" else _postgresql)(connection, found, unfinished)


def _sqlite(connection: Connection, words: list[str], unfinished: bool) -> Any:
    asked = " ".join(f'"{word}"' for word in words) + ("*" if unfinished else "")
    few = text("SELECT count(*) FROM (SELECT rowid FROM claims_search WHERE claims_search MATCH :asked LIMIT :few)")
    count = connection.execute(few, {"asked": asked, "few": _FEW}).scalar() or 0
    matching: Any = select(literal_column("rowid")).select_from(text("claims_search"))
    matching = matching.where(text("claims_search MATCH :asked").bindparams(asked=asked))
    if count < _FEW:
        return CLAIMS.c.seq.in_(matching)
    return exists(matching.where(literal_column("rowid") == CLAIMS.c.seq).correlate(CLAIMS))


def _postgresql(connection: Connection, words: list[str], unfinished: bool) -> Any:
    asked = " & ".join(f"'{word}'" for word in words) + (":*" if unfinished else "")
    vector = func.to_tsvector(literal_column("'simple'"), CLAIMS.c.sentence)
    return vector.op("@@")(func.to_tsquery(literal_column("'simple'"), asked))
