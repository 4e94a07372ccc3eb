"""Where claims stand in the queue, by the words of their sentences, on PostgreSQL, whose indexes of words have no order of their own.

Each word is kept under the turn of its claim and the block of numbers in which the claim's lies, so that the words of one block are
looked up alone, block by block in the queue's order: where nothing has a word, that costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ARRAY, Connection, Select, String, bindparam, func, select, text, true

_SHIFT = 15
"""Bits of a claim's number that blocks do not tell apart; the function in the database has the same."""

_TURNS = 100
"""Turns that are looked up at once."""

HELD = text("claim_places(claims.turn, claims.seq, claims.sentence) @@ CAST(asked.asked AS tsquery)")
"""The condition that a claim has the words under the block that is ``asked`` for."""

_LEXEMES = text("SELECT ARRAY(SELECT lexeme FROM unnest(to_tsvector('simple', word))) FROM unnest(CAST(:words AS text[])) AS word")
_FOLLOWING = {
    backwards: text(f"""
        WITH RECURSIVE found(turn, at) AS (
            SELECT {end}(turn), 1 FROM claims WHERE turn >= :low AND turn <= :high
            UNION ALL
            SELECT (SELECT {end}(turn) FROM claims WHERE turn {beyond} found.turn AND turn >= :low AND turn <= :high), at + 1
            FROM found WHERE turn IS NOT NULL AND at < {_TURNS})
        SELECT turn, (SELECT max(seq) FROM claims) FROM found WHERE turn IS NOT NULL""")
    for backwards, end, beyond in ((False, "min", ">"), (True, "max", "<"))
}


def lexemes(connection: Connection, words: list[str], unfinished: bool) -> tuple[str, ...]:
    """``words`` as the index is asked for them; none when one of them is several there. The last may be ``unfinished``."""
    found = [lexemes for (lexemes,) in connection.execute(_LEXEMES, {"words": words})]
    if not all(len(each) == 1 for each in found):
        return ()
    said = [each[0].replace("\\", "\\\\").replace("'", "''") for each in found]
    return tuple(f".{word}'{':*' * (unfinished and at == len(said) - 1)}" for at, word in enumerate(said))


def asked(
    connection: Connection, lexemes: tuple[str, ...], low: tuple[int, int], high: tuple[int, int], backwards: bool
) -> Iterator[list[str]]:
    """What to ask the index for to find what has ``lexemes`` between two places, block by block in the queue's order, in lists."""
    for blocks in _blocks(connection, low, high, backwards):
        yield [" & ".join(f"'{turn}.{block}{each}" for each in lexemes) for turn, block in blocks]


def along(query: Select[Any], size: int) -> Select[Any]:
    """The first ``size`` rows of ``query``, which has ``HELD`` and an order, of all ``blocks``: one looked up after the other, until
    there are as many. The rows stand in the order of the blocks.
    """
    each = func.unnest(bindparam("blocks", type_=ARRAY(String))).table_valued("block", name="asked")
    inner = query.limit(size).lateral("held")
    return select(*inner.c).select_from(each.join(inner, true())).limit(size)


def _blocks(connection: Connection, low: tuple[int, int], high: tuple[int, int], backwards: bool) -> Iterator[list[tuple[int, int]]]:
    """The turns between two places, each with its blocks, in order, in lists."""
    first, last = low[0], high[0]
    while first <= last:
        turns = connection.execute(_FOLLOWING[backwards], {"low": first, "high": last}).all()
        found = list[tuple[int, int]]()
        for turn, most in turns:
            begin = max(low[1], 0) >> _SHIFT if turn == low[0] else 0
            end = min(high[1], most) >> _SHIFT if turn == high[0] else most >> _SHIFT
            blocks = range(begin, end + 1)
            found += ((turn, block) for block in (reversed(blocks) if backwards else blocks))
        yield found
        if len(turns) < _TURNS:
            return
        first, last = (first, turns[-1][0] - 1) if backwards else (turns[-1][0] + 1, last)
