"""Puts a prose together from a text and what is to be left out or put in place of its marks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from ledger import patterns as re
from ledger.records import Block, Piece, Prose

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ASCII = bytes(range(128))


# A text has hundreds of these, and made so they take no call of ours.
as_block = partial(tuple.__new__, Block)
as_piece = partial(tuple.__new__, Piece)


class Edit(NamedTuple):
    """A mark in the text: the half-open range it covers, and what a reader sees in its place."""

    start: int
    end: int
    seen: str = ""


def invisible(text: str) -> list[Edit]:
    """The characters of ``text`` that show nothing: soft hyphens, zero-width marks, directions, the byte-order mark."""
    return [Edit(found.start(), found.end()) for found in _INVISIBLE.finditer(text)] if has_invisible(text) else []


def has_invisible(text: str) -> bool:
    """Whether some character of ``text`` shows nothing."""
    # Few characters of an article are foreign to ASCII, and it is quicker to sift them out than to look at all.
    return not text.isascii() and _INVISIBLE.search(text.encode().translate(None, _ASCII).decode()) is not None


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, tuple[Piece, ...]]:
    """``text`` with its marks replaced, and the pieces that tie it back; marks that overlap an earlier one are passed over."""
    parts, places, length, at = list[str](), list[tuple[int, int, int]](), 0, 0
    for start, end, seen in sorted(edits):
        if start < at:
            continue
        if start > at:
            places.append((length, at, start))
            parts.append(text[at:start])
            length += start - at
        if seen:
            places.append((length, start, end))
            parts.append(seen)
            length += len(seen)
        at = end
    if at == 0:
        return text, (Piece(0, 0, len(text)),)
    if at < len(text) or not places:
        places.append((length, at, len(text)))
        parts.append(text[at:])
    return "".join(parts), tuple(map(as_piece, places))


def prose(text: str, pieces: tuple[Piece, ...], blocks: Iterable[Block]) -> Prose:
    """A prose whose parts are known to be sound; they are many, so they are not validated again."""
    return Prose.unchecked(text=text, pieces=pieces, blocks=tuple(blocks))
