"""Full-text search over the sentences of claims, and of findings that are to be decided, by SQLite's FTS5 or PostgreSQL's text search."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from unicodedata import combining, normalize
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Select, and_, column, func, literal_column, select, table, text, true

from ledger import patterns as re
from ledger.store.tables import CLAIMS, FINDINGS

_WORD = re.compile(r"[^\W_]+")
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_FEW = 1000
"""Sentences from which on a word is no longer rare."""
_RARE = 0.005
"""The share of sentences up to which a word is rare to PostgreSQL, which knows the share of each that is not."""
_COMMON = 0.05
"""The share of sentences from which on it is quicker to read each sentence than to have a list of all that match."""


_RARITY = WeakKeyDictionary[Connection, dict[Any, float]]()
"""How rare words are: the share of SQLite's, whether PostgreSQL takes them to be rare. Asked once, while a connection sees one state."""


def holds(connection: Connection, words: str) -> Any:
    """The condition that all of ``words`` are in a claim's sentence; the last, if no blank follows it, may be unfinished.

    Punctuation parts words and means nothing else.
    """
    found, unfinished = _WORD.findall(words), not words[-1:].isspace()
    if not found:
        return true()
    if connection.dialect.name != "sqlite":
        return _postgresql(found, unfinished)
    share = _share(connection, found, unfinished)
    if share > _COMMON:
        return says_so(connection, words)
    seq = CLAIMS.c.seq if not share else CLAIMS.c.seq + 0  # each is looked up in the list, in whatever order claims are gone through
    return seq.in_(_matching("claims_search", found, unfinished))


def says_so(connection: Connection, words: str) -> Any:
    """As ``holds``; each sentence is read for it."""
    found, unfinished = _WORD.findall(words), not words[-1:].isspace()
    if not found:
        return true()
    if connection.dialect.name != "sqlite":
        return _postgresql(found, unfinished, CLAIMS.c.sentence.concat(""))  # which no index has: it would have all that match
    return func.says(CLAIMS.c.sentence, " ".join(found) + ("*" if unfinished else ""))


def spoken_of(connection: Connection, words: str) -> Any:
    """The condition that the sentences of a finding in the queue together have all of ``words``: no less than ``holds`` of one of them."""
    found, unfinished = _WORD.findall(words), not words[-1:].isspace()
    if not found or connection.dialect.name != "sqlite":
        return true()
    return (FINDINGS.c.seq + 0).in_(_matching("findings_search", found, unfinished))


def holding(connection: Connection, query: Select[Any], words: str) -> Select[Any]:
    """``query``, of claims in no order, with the condition that ``holds`` gives: the quickest way to all of them."""
    found, unfinished = _WORD.findall(words), not words[-1:].isspace()
    if not found or connection.dialect.name != "sqlite":
        return query.where(holds(connection, words))
    index = table("claims_search", column("rowid"))
    asked = text("claims_search MATCH :asked").bindparams(asked=_asked(found, unfinished))
    return query.join(index, index.c.rowid == CLAIMS.c.seq).where(asked)


def words_of(words: str) -> tuple[list[str], bool]:
    """The words that ``words`` is made of, and whether the last may be unfinished."""
    return _WORD.findall(words), not words[-1:].isspace()


def is_rare(connection: Connection, words: str) -> bool:
    """Whether so few sentences have all of ``words`` that it is quicker to gather them first than to ask each claim in its turn."""
    found = _WORD.findall(words)
    if not found or connection.dialect.name != "sqlite":
        return bool(found) and _is_rare_there(connection, found, not words[-1:].isspace())
    return not _share(connection, found, not words[-1:].isspace())


def _share(connection: Connection, found: list[str], unfinished: bool) -> float:
    """About the share of sentences that have the words, going by the first of them that do; 0 where they are few."""
    known = _RARITY.setdefault(connection, {})
    if (asked := _asked(found, unfinished)) not in known:
        last = text("SELECT rowid FROM claims_search WHERE claims_search MATCH :asked LIMIT 1 OFFSET :few")
        row = connection.execute(last, {"asked": asked, "few": _FEW}).first()
        known[asked] = _FEW / row.rowid if row is not None else 0.0
    return known[asked]


def _matching(index: str, found: list[str], unfinished: bool) -> Any:
    """The numbers of the rows that ``index`` has under the words."""
    matching: Any = select(literal_column("rowid")).select_from(text(index))
    return matching.where(text(f"{index} MATCH :asked_{index}").bindparams(**{f"asked_{index}": _asked(found, unfinished)}))


def index_sentences(connection: Connection, first: int) -> None:
    """Take up the sentences of the claims from number ``first`` on, the last that came.

    In one statement, because FTS5 writes what it has gathered when a statement ends: by a trigger on each claim it takes ten
    times as long. PostgreSQL does it by itself, and tables made to prove others have no index.
    """
    if has_index(connection):
        chosen = "SELECT seq, sentence FROM claims WHERE seq >= :first ORDER BY seq"
        connection.execute(text(f"INSERT INTO claims_search(rowid, sentence) {chosen}"), {"first": first})


def index_findings(connection: Connection, reworded: list[int], waiting: list[int]) -> None:
    """Take up the sentences of the claims of the findings that are ``waiting`` in the queue; forget before what ``reworded`` ones said.

    What has left the queue stays, for FTS5 now and then writes a good part of an index anew when it is told to forget, and a key
    would wait for it; the queue looks among its own.
    """
    if (reworded or waiting) and has_index(connection):
        if reworded:
            connection.exec_driver_sql("DELETE FROM findings_search WHERE rowid = ?", [(seq,) for seq in reworded])
        chosen = "SELECT finding, group_concat(sentence, char(10)) FROM finding_claims JOIN claims ON claims.seq = claim"
        which = "finding IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM findings_search WHERE rowid = finding)"
        taken = f"INSERT INTO findings_search(rowid, sentence) {chosen} WHERE {which} GROUP BY finding"
        connection.exec_driver_sql(taken, (json.dumps(waiting),))


def forget_sentences(connection: Connection) -> None:
    """Empty the indexes, before the claims are."""
    if has_index(connection):
        connection.execute(text("INSERT INTO claims_search(claims_search) VALUES ('delete-all')"))
        connection.execute(text("DELETE FROM findings_search"))


def has_index(connection: Connection) -> bool:
    """Whether there is one that is kept by this module."""
    if connection.dialect.name != "sqlite":
        return False
    return connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'claims_search'")).first() is not None


def says(sentence: str, asked: str) -> bool:
    """Whether ``sentence`` has all of the words of ``asked``; an asterisk ends one that is unfinished. As FTS5 does it."""
    there = _folded(sentence)
    return all(pattern.search(there) for pattern in _patterns(asked))


@lru_cache(maxsize=8)
def _patterns(asked: str) -> list[re.Pattern[str]]:
    """A pattern a word: what stands before and behind it is no part of a word."""
    return [re.compile(_BEFORE + re.escape(word.rstrip("*")) + ("" if word.endswith("*") else _BEHIND)) for word in _folded(asked).split()]


def _folded(words: str) -> str:
    """In lower case and without diacritics."""
    if words.isascii():
        return words.lower()
    return "".join(character for character in normalize("NFKD", words.lower()) if not combining(character))


def _asked(words: list[str], unfinished: bool) -> str:
    """The words as FTS5 asks for them."""
    return " ".join(f'"{word}"' for word in words) + ("*" if unfinished else "")


def _postgresql(words: list[str], unfinished: bool, sentence: Any = CLAIMS.c.sentence) -> Any:
    """The condition for PostgreSQL, which is slow to read a sentence for its words, and quick to see that it has not the letters of one."""
    lettered = (CLAIMS.c.sentence.ilike(f"%{word}%") for word in words)
    return and_(*lettered, _tokens(words, unfinished, sentence))


def _tokens(words: list[str], unfinished: bool, sentence: Any = CLAIMS.c.sentence) -> Any:
    vector = func.to_tsvector(literal_column("'simple'"), sentence)
    return vector.op("@@")(func.to_tsquery(literal_column("'simple'"), _lexed(words, unfinished)))


def _lexed(words: list[str], unfinished: bool) -> str:
    """The words as PostgreSQL asks for them."""
    return " & ".join(f"'{word}'" for word in words) + (":*" if unfinished else "")


_PLAN = text(
    "EXPLAIN (FORMAT JSON) SELECT seq FROM claims WHERE to_tsvector('simple', sentence) @@ to_tsquery('simple', CAST(:asked AS text))"
)


def _is_rare_there(connection: Connection, words: list[str], unfinished: bool) -> bool:
    """``is_rare`` by what PostgreSQL makes of its statistics, without looking for the words."""
    known = _RARITY.setdefault(connection, {})
    if (key := (*words, unfinished)) not in known:
        plan = connection.execute(_PLAN, {"asked": _lexed(words, unfinished)}).scalar_one()
        there = connection.exec_driver_sql("SELECT reltuples FROM pg_class WHERE oid = 'claims'::regclass").scalar_one()
        known[key] = plan[0]["Plan"]["Plan Rows"] <= max(_RARE * there, 1)
    return bool(known[key])
