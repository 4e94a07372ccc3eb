"""Full-text search over the claims' sentences, by SQLite's FTS5 or PostgreSQL's text search."""

from __future__ import annotations

from typing import Any
from unicodedata import combining, normalize

from sqlalchemy import Connection, func, literal_column, select, text, true

from ledger import patterns as re
from ledger.store.tables import CLAIMS

_WORD = re.compile(r"[^\W_]+")
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


def index_sentences(connection: Connection, first: int) -> None:
    """Take up the sentences of the claims from number ``first`` on, the last that came.

    In one statement, because FTS5 writes what it has gathered when a statement ends: by a trigger on each claim it takes ten
    times as long. PostgreSQL does it by itself, and tables made to prove others have no index.
    """
    if _has_index(connection):
        chosen = "SELECT seq, sentence FROM claims WHERE seq >= :first ORDER BY seq"
        connection.execute(text(f"INSERT INTO claims_search(rowid, sentence) {chosen}"), {"first": first})


def forget_sentences(connection: Connection) -> None:
    """Empty the index, before the claims are."""
    if _has_index(connection):
        connection.execute(text("INSERT INTO claims_search(claims_search) VALUES ('delete-all')"))


def _has_index(connection: Connection) -> bool:
    """Whether there is one that is kept by this module."""
    if connection.dialect.name != "sqlite":
        return False
    return connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'claims_search'")).first() is not None


def says(sentence: str, asked: str) -> bool:
    """Whether ``sentence`` has all of the words of ``asked``; an asterisk ends one that is unfinished. As FTS5 does it."""
    there = _WORD.findall(_folded(sentence))
    for word in _folded(asked).split():
        if not (any(each.startswith(word[:-1]) for each in there) if word.endswith("*") else word in there):
            return False
    return True


def _folded(words: str) -> str:
    """In lower case and without diacritics."""
    if words.isascii():
        return words.lower()
    return "".join(character for character in normalize("NFKD", words.lower()) if not combining(character))


def _sqlite(connection: Connection, words: list[str], unfinished: bool) -> Any:
    asked = " ".join(f'"{word}"' for word in words) + ("*" if unfinished else "")
    few = text("SELECT count(*) FROM (SELECT rowid FROM claims_search WHERE claims_search MATCH :asked LIMIT :few)")
    if connection.execute(few, {"asked": asked, "few": _FEW}).scalar() == _FEW:
        return func.says(CLAIMS.c.sentence, " ".join(words) + ("*" if unfinished else ""))
    matching: Any = select(literal_column("rowid")).select_from(text("claims_search"))
    return CLAIMS.c.seq.in_(matching.where(text("claims_search MATCH :asked").bindparams(asked=asked)))


def _postgresql(connection: Connection, words: list[str], unfinished: bool) -> Any:
    asked = " & ".join(f"'{word}'" for word in words) + (":*" if unfinished else "")
    vector = func.to_tsvector(literal_column("'simple'"), CLAIMS.c.sentence)
    return vector.op("@@")(func.to_tsquery(literal_column("'simple'"), asked))
