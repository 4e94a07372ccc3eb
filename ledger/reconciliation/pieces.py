"""What stands between two white spaces: it recurs, so it is cut into words, and these are looked up, but once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import table
from ledger.reconciliation.concepts import FATES, OPENINGS, PHRASES, concept, side

MARKS = tuple((row[0], frozenset(row[1].split(", ")), re.compile(row[2])) for row in table("scope_marks.tsv"))
"""What the words beside a figure make of it: a name, words of which one must be there, a pattern."""
_NEEDED = frozenset(chain.from_iterable(needed for _, needed, _ in MARKS))
WORD = re.compile(r"[^\W\d_](?<![\w&].)[\w'’-]*")
_LOWER = re.compile(r"[a-z]+")


class Piece(NamedTuple):
    """A text without white space: its words, markup's entities left out, and what they tell."""

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    marks: tuple[str, ...]
    """Names of the ``MARKS`` that may hold beside it."""
    fated: bool
    """Whether a word says what befell people."""
    opens: bool
    """Whether a phrase may begin with one of its words."""


@lru_cache(65536)
def _piece(text: str) -> Piece:
    words_in = tuple(WORD.findall(text))
    concepts_in = tuple(filter(None, map(concept, words_in)))
    low = _NEEDED.intersection(_LOWER.findall(text.lower()))
    return Piece(
        words_in, concepts_in, tuple(filter(None, map(side, words_in))),
        tuple(name for name, needed, _ in MARKS if not needed.isdisjoint(low)) if low else (),
        not FATES.isdisjoint(concepts_in), any(lemma(word) in OPENINGS for word in words_in),
    )  # fmt: skip


def pieces(text: str) -> list[Piece]:
    """``text`` cut at its white space."""
    return list(map(_piece, text.split()))


def concepts(held: Sequence[Piece]) -> frozenset[str]:
    """The concepts of the words and two-word phrases of pieces that follow one another."""
    if any(piece.opens for piece in held):
        return _with_phrases([word for piece in held for word in piece.words])
    return frozenset(chain.from_iterable([piece.concepts for piece in held]))


def _with_phrases(words_in: list[str]) -> frozenset[str]:
    following = [*(word.lower() for word in words_in[1:]), ""]
    found = (PHRASES.get((lemma(word), after)) or concept(word) for word, after in zip(words_in, following, strict=True))
    return frozenset(filter(None, found))
