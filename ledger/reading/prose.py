"""Puts a prose together from a text and what is to be left out or put in place of its marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from ledger import patterns as re
from ledger.records import Block, Piece, Prose

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ASCII = bytes(range(128))
_RARE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PLAIN_BREAK, _BREAK = re.compile(r"\n\s*"), re.compile(rf"[\n{_RARE_ENDS}]\s*")  # the first is found thrice as fast
_HARD_SPACES = "\xa0\u2009\u202f"
_HARD_SPACE = re.compile(rf"[{_HARD_SPACES}](?:(?<!\d.)|(?!\d))")

SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
"""How a line ends that ends a sentence, perhaps behind closing marks."""

Gap = tuple[int, int]
"""Half-open offsets of what stands between two words: a line break with the white space around it, or what parts two cells."""


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


def edited(text: str, edits: Collection[Edit]) -> tuple[str, tuple[Piece, ...]]:
    """``text`` with its marks replaced, and the pieces that tie it back; marks that overlap an earlier one are passed over."""
    if not edits:
        return text, (as_piece((0, 0, len(text))),)
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


def prose(text: str, pieces: tuple[Piece, ...], blocks: Iterable[Block], labels: Collection[Gap] = ()) -> Prose:
    """The prose of ``text``, in whose ``blocks`` each soft line break, with the white space around it, becomes one space.

    ``labels`` are the gaps, inside blocks and in order, between a label and its figure, where a colon is read. The parts of a prose
    are known to be sound; they are many, so they are not validated again.
    """
    known = tuple(blocks)
    gaps: Iterable[tuple[int, int, str]] = ((start, end, " ") for start, end in _soft_breaks(text, known))
    if labels:
        parted = {at for start, end in labels for at in range(start, end)}
        gaps = sorted([*(gap for gap in gaps if gap[0] not in parted), *((start, end, ": ") for start, end in labels)])
    parts, at, wide = list[str](), 0, list[tuple[int, int, str]]()
    for start, end, seen in gaps:
        parts += (text[at:start], seen)
        at = end
        if end - start > 1 or seen != " ":
            wide.append((start, end, seen))
    if wide:
        pieces, known = tuple(map(as_piece, _closed_up(text, pieces, wide))), tuple(_moved(known, wide))
    return Prose.unchecked(text=with_plain_spaces("".join((*parts, text[at:])) if parts else text), pieces=pieces, blocks=known)


def with_plain_spaces(text: str) -> str:
    """``text`` with a plain space for each at which no line breaks; those between digits stay, since they part thousands."""
    return _HARD_SPACE.sub(" ", text) if not text.isascii() and any(space in text for space in _HARD_SPACES) else text


def _soft_breaks(text: str, blocks: tuple[Block, ...]) -> Iterator[Gap]:
    """The line breaks inside ``blocks``, which begin and end with no white space, with the white space around them; in order."""
    following, start, stop = iter(blocks), 0, 0
    breaks = _BREAK if any(map(text.__contains__, _RARE_ENDS)) else _PLAIN_BREAK
    for found in breaks.finditer(text):
        begin, end = found.span()
        while stop <= begin:
            block = next(following, None)
            if block is None:
                return
            start, stop, _ = block
        if start < begin:
            while text[begin - 1].isspace():
                begin -= 1
            yield begin, end


def _closed_up(text: str, pieces: Sequence[Piece], gaps: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, int]]:
    """The pieces of ``text`` when other characters stand in the ``gaps``."""
    place, size = Prose.unchecked(text=text, pieces=pieces, blocks=()).place, len(text)
    gone = at = 0  # how many characters have been left out of those before ``at``
    left = iter([*gaps, (size, size, "")])
    start, end, seen = next(left)
    for (begin, first, last), (behind, _, _) in zip(pieces, [*pieces[1:], (size, 0, 0)], strict=True):
        verbatim, shift = behind - begin == last - first, first - begin
        while at < behind:
            if at < start:
                stop = start if start < behind else behind
                yield (at - gone, at + shift, stop + shift) if verbatim else (at - gone, first, last)
                at = stop
            else:
                yield (at - gone, at + shift, end + shift) if verbatim and end <= behind else (at - gone, *place(at, end))
                gone, at = gone + end - at - len(seen), end
                start, end, seen = next(left)


def _moved(blocks: Iterable[Block], gaps: list[tuple[int, int, str]]) -> Iterator[Block]:
    """The blocks when other characters stand in the ``gaps``."""
    starts = [start for start, _, _ in gaps]
    gone = list(accumulate((end - start - len(seen) for start, end, seen in gaps), initial=0))
    for start, end, role in blocks:
        yield as_block((start - gone[bisect_left(starts, start)], end - gone[bisect_left(starts, end)], role))
