"""The one pass over a prose: where figures may stand.

It finds digits and number words, month names and the like. What stands beside a find is the
business of the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

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
    found = [Token(match.start(), match.end(), "digits", match.group()) for match in _DIGITS.finditer(low)]
    opening = _OPENING.match(low)
    words = [opening] if opening is not None else []
    words += [match for match in _WORD.finditer(low) if not low[match.start()].isalnum()]
    found += [Token(*match.span(1), *_WORDS[match.group(1)]) for match in words]
    found += [Token(match.start(), match.end(), "sign", "0") for match in _SIGN.finditer(low)] if not low.isascii() else []
    found.sort()
    at, count = 0, len(found)
    for start, end, role in prose.blocks:
        while at < count and found[at].start < start:
            at += 1
        first = at
        while at < count and found[at].start < end:
            at += 1
        if at > first and role not in SILENT:
            yield start, end, found[first:at]


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
_DIGITS = regex.compile(r"[0-9](?:[0-9.,]*[0-9])?")
_SIGN = regex.compile(r"[½¼¾⅓⅔⅙⅛⅜⅝⅞⅕⅖⅗⅘]")
_OPENING = re.compile(rf"({_prefix_tree(list(_WORDS))})\b")
_WORD = re.compile(rf"[^a-z0-9_]{_OPENING.pattern}")  # twice as fast here as in regex, which is twice as fast at digits
