"""The one pass over a prose: where figures may stand.

It finds digits and number words, month names and the like; addresses of the web are
stepped over whole. What stands beside a find is the business of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ledger.lexicon import table
from ledger.records import Prose

SILENT = frozenset({"furniture", "byline"})
"""Roles of blocks that state nothing of the world."""


class Token(NamedTuple):
    """A word or a run of digits that may begin a figure."""

    start: int
    end: int
    form: str  # digits, cardinal, scale, magnitude, ordinal, part, multiple, couple, period, sign, month or season
    value: str


def lowered(text: str) -> str:
    """``text`` in lower case and of the same length (``İ`` would grow by one)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def tokens(low: str, prose: Prose) -> Iterator[tuple[int, int, list[Token]]]:
    """For each block that states something and has a figure: its start, its end and its tokens."""
    for block in prose.blocks:
        if block.role in SILENT:
            continue
        found = []
        for match in _SCAN.finditer(low, block.start, block.end):
            kind = match.lastindex
            if kind == 1:
                found.append(Token(match.start(), match.end(), "digits", match.group()))
            elif kind == 3:
                found.append(Token(match.start(), match.end(), "sign", "0"))
            elif kind == 2:
                form, value = _WORDS[match.group()]
                found.append(Token(match.start(), match.end(), form, value))
        if found:
            yield block.start, block.end, found


def _prefix_tree(entries: list[str]) -> str:
    """A pattern that matches ``entries`` and shares their beginnings, so that a word costs one walk."""
    branches: dict[str, list[str]] = {}
    for entry in entries:
        branches.setdefault(entry[:1], []).append(entry[1:])
    ends = branches.pop("", None) is not None
    alternatives = [re.escape(letter) + _prefix_tree(rest) for letter, rest in sorted(branches.items())]
    if not alternatives:
        return ""
    joined = alternatives[0] if len(alternatives) == 1 and not ends else f"(?:{'|'.join(alternatives)})"
    return joined + "?" if ends else joined


_WORDS = {word: (form, value) for word, form, value in table("numerals.tsv")}
_ADDRESS = r"(?:https?://|www\.)[^\s<>\"]+"
_SCAN = re.compile(rf"{_ADDRESS}|(\d(?:[\d.,]*\d)?)|\b({_prefix_tree(list(_WORDS))})\b|([½¼¾⅓⅔⅙⅛⅜⅝⅞⅕⅖⅗⅘])")
