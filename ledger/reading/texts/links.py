"""What of a Markdown text is links to other pages and nothing else."""

from __future__ import annotations

from bisect import bisect_left

from ledger import patterns as re
from ledger.reading.prose import as_block
from ledger.records import Block, Piece

_LINK = re.compile(r"!?\[[^\[\]\n]*+\]\([^()\s]*+\)")
_WORD = re.compile(r"\w")
_MENU, _LINKED = 3, 8
"""Links of a row in which other words may stand, and of how many characters one is such a word's."""
_ENDS = frozenset(".!")
_ROW = 2
"""Links of a row that leads to other pages."""


def without_links(text: str, pieces: tuple[Piece, ...], blocks: list[Block]) -> list[Block]:
    """``blocks`` of the prose of ``text``, in which items that are a link and rows and runs of links are furniture.

    A link alone over a paragraph is its heading.
    """
    if "](" not in text:
        return blocks
    links = [_links(text, pieces, block) for block in blocks]
    found = list[Block]()
    for at, (block, count) in enumerate(zip(blocks, links, strict=True)):
        beside = max((*links[max(0, at - 1) : at], *links[at + 1 : at + 2]), default=0)
        is_away = count and (block.role == "item" or count >= _ROW or beside)
        found.append(as_block((block.start, block.end, "furniture")) if is_away else block)
    return found


def _links(text: str, pieces: tuple[Piece, ...], block: Block) -> int:
    """How many links a block is, when it is nothing else and no heading by its mark; else 0."""
    start, end, role = block
    if role in ("row", "cell", "furniture"):
        return 0
    first, last = _place(pieces, start), _place(pieces, end - 1)
    begin = text.rfind("\n", 0, first) + 1
    if text[last] in _ENDS or text.find("](", first, last + 3) < 0 or text[begin:first].lstrip(" >*_").startswith("#"):
        return 0
    stop = text.find("\n", last)
    if first and text[first - 1] == "[":
        first -= 1
    line = text[first : stop if stop >= 0 else len(text)]
    links = len(_LINK.findall(line))
    rest = len(_WORD.findall(_LINK.sub("", line)))
    return links if rest == 0 or (links >= _MENU and rest * _LINKED < len(line)) else 0


def _place(pieces: tuple[Piece, ...], at: int) -> int:
    """Where in the text as read the character ``at`` of the prose stands, or the part that it was put in place of."""
    begin, first, last = pieces[bisect_left(pieces, (at + 1,)) - 1]
    return min(first + at - begin, last - 1)
