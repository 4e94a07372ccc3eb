"""What stands right beside a figure: the word before it, and whether its phrase ends behind it."""

from __future__ import annotations

import re

from ledger.extraction.scene import Scene
from ledger.lexicon import table

CLASSES = {name: frozenset(word.strip() for word in entries.split(",")) for name, entries in table("exclusions.tsv")}
"""Closed classes of words that tell a figure from a name, a time or a number of a list."""

_CLOSERS = CLASSES["closer"]
_NEXT = re.compile(r"[\s\u00a0]*([^\W\d_]+(?:['’][^\W\d_]+)?)?")


def word_before(low: str, position: int, floor: int) -> str:
    """The word before ``position`` with its punctuation, or "" at the block's start; at most 24 characters of it."""
    found = low[max(floor, position - 24) : position].rsplit(None, 1)
    return found[-1] if found else ""


def closes(scene: Scene, position: int, limit: int) -> bool:
    """Whether nothing that could be counted follows: the block's end, punctuation, a function word or a verb."""
    low = scene.low
    if position >= limit:
        return True
    mark = low[position]
    if mark in "%°+$€£₹‰" or (mark in "-‑/" and position + 1 < limit and low[position + 1].isalnum()) or mark.isalnum():
        return False
    following = _NEXT.match(low, position, limit)
    word = following.group(1) if following else None
    if word is None:
        return low[following.end() : following.end() + 1] not in ("%", "°", "$", "€", "£") if following else True
    return word in _CLOSERS
