"""Closed classes of words, by the names they have in ``lexicon/grammar.tsv``."""

from __future__ import annotations

from ledger.lexicon import classes

GRAMMAR = classes("grammar.tsv")
CLOSED = frozenset[str]().union(
    *(GRAMMAR[kind] for kind in ("preposition", "conjunction", "subordinator", "determiner", "quantifier", "auxiliary", "negation")),
    *(GRAMMAR[kind] for kind in ("adverb", "pronoun", "silent", "calendar", "time", "opener")),
)
"""Words that are never a name by themselves, however they are capitalised."""
