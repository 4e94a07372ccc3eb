"""Where claims stand in the queue, by the words of their sentences and by their terms: an index of SQLite's FTS5 in the queue's order.

A place is one number, the turn before the claim's own, so that the claims that have several words and terms are found in the order of
the queue, from wherever one likes. PostgreSQL has another (`ledger.store.blocks`), and neither have tables made to prove others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select, text

from ledger.store.rows import among, mapped, parts
from ledger.store.search import has_index
from ledger.store.tables import CLAIMS

_SHIFT = 32
"""Bits of a place that are the claim's number."""

PLACE = "claims_places.rowid"
TURN, CLAIM = f"({PLACE} >> {_SHIFT})", f"({PLACE} & {2**_SHIFT - 1})"
"""A row's place, and the turn and the number that it is made of."""

_LETTERS = {"kind": "k", "unit": "u", "rule": "r", "speaker": "s"}
"""What begins the term of each of a claim's fields; the field follows in hexadecimal, as one word."""

_TERMS = " || ' ' || ".join(f"'{letter}' || hex({name})" for name, letter in _LETTERS.items())
_SAID = f"value, sentence, {_TERMS} FROM json_each(:places) CROSS JOIN claims ON claims.seq = value & {2**_SHIFT - 1} ORDER BY value"
_ADDED = text(f"INSERT INTO claims_places(rowid, sentence, terms) SELECT {_SAID}")
_TAKEN = text(f"INSERT INTO claims_places(claims_places, rowid, sentence, terms) SELECT 'delete', {_SAID}")

_KEPT = 1000
"""Claims out of the queue whose places are kept; more are forgotten when others are added."""


def place(turn: int, claim: int) -> int:
    """The place of the claim of that number in that turn."""
    return (turn << _SHIFT) + claim


def term(name: str, value: str) -> str:
    """What finds the claims whose field ``name`` is ``value``, or begins so when it ends with an asterisk."""
    begun = value.endswith("*")
    return f'terms:"{_LETTERS[name]}{value.removesuffix("*").encode("utf-8", "replace").hex()}"{"*" * begun}'


def index_places(connection: Connection, turns: Iterable[tuple[int, int | None]]) -> None:
    """Take up the claims that came, given by number with their turns; forget those that are out of the queue, when they are many."""
    if not has_index(connection):
        return
    left = connection.execute(text("SELECT claim, turn FROM claims_left")).all()
    if len(left) > _KEPT:
        change_places(connection, forgotten=(place(turn, claim) for claim, turn in left))
        connection.execute(text("DELETE FROM claims_left"))
    change_places(connection, added=(place(turn, claim) for claim, turn in turns if turn is not None))


def move_places(connection: Connection, moved: dict[int, tuple[int | None, int | None]]) -> None:
    """Have the claims ``moved``, by number, in the turn that is told second instead of the first.

    One that leaves the queue keeps its place, which leads to nothing: FTS5 now and then writes a good part of an index anew when it is
    told to forget, and a key would wait for it.
    """
    if not moved or not has_index(connection):
        return
    before = {claim: turn for claim, (turn, _) in moved.items() if turn is not None}
    before |= (left := _left(connection, moved.keys() - before.keys()))
    after = {claim: turn for claim, (_, turn) in moved.items() if turn is not None}
    gone = [{"claim": claim, "turn": before[claim]} for claim in before.keys() - after.keys() - left.keys()]
    if gone:
        connection.execute(text("INSERT INTO claims_left(claim, turn) VALUES (:claim, :turn)"), gone)
    if back := [{"claim": claim} for claim in left.keys() & after.keys()]:
        connection.execute(text("DELETE FROM claims_left WHERE claim = :claim"), back)
    here, there = ({place(turn, claim) for claim, turn in turns.items() if claim in after} for turns in (before, after))
    change_places(connection, forgotten=here - there, added=there - here)


def held_places(connection: Connection, claims: Iterable[int]) -> set[int]:
    """The places that the index has of ``claims``."""
    if not has_index(connection):
        return set()
    turns = _left(connection, claims := list(claims))
    for part in parts(claims):
        query = select(CLAIMS.c.seq, CLAIMS.c.turn).where(among(connection, CLAIMS.c.seq, part), CLAIMS.c.turn.is_not(None))
        turns.update(mapped(connection.execute(query)))
    return {place(turn, claim) for claim, turn in turns.items()}


def change_places(connection: Connection, forgotten: Iterable[int] = (), added: Iterable[int] = ()) -> None:
    """Forget some places and take up others, each by what its claim says now. In one statement each: FTS5 writes at a statement's end."""
    for change, places in ((_TAKEN, list(forgotten)), (_ADDED, list(added))):
        if places:
            connection.execute(change, {"places": json.dumps(places)})


def forget_places(connection: Connection) -> None:
    """Empty the index, before the claims are."""
    if has_index(connection):
        connection.execute(text("INSERT INTO claims_places(claims_places) VALUES ('delete-all')"))
        connection.execute(text("DELETE FROM claims_left"))


def _left(connection: Connection, claims: Iterable[int]) -> dict[int, int]:
    """Of ``claims`` those whose place was kept when they left the queue, and their turns then."""
    if not (wanted := list(claims)):
        return {}
    query = text("SELECT claim, turn FROM claims_left WHERE claim IN (SELECT value FROM json_each(:claims))")
    return mapped(connection.execute(query, {"claims": json.dumps(wanted)}))
