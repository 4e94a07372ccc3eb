"""Text cut into lines of so many cells, every character in one place: what is marked is marked to the cell.

The characters a terminal obeys or a reader cannot see are shown by stand-ins, one for one, so that offsets hold.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from ledger.printing import UNSEEN, without_markup
from ledger.service import PAGES

_CONTROL = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421, 0x0A: 0x20, 0x0D: 0x20, 0x09: 0x20}
_UNSEEN = re.compile(f"[\x80-\x9f{UNSEEN}]")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"\s+|\S+")
ONE_CELL = re.compile("[ -~\xa1-\xac\xae-\u02ff\u0391-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Characters of one cell each, of which only the blank parts words."""


class Line(NamedTuple):
    """A line: the text's ``[start, end)``."""

    start: int
    end: int


def shown(text: str) -> str:
    """``text`` with a stand-in for every character that cannot be shown: of the same length, on one line."""
    return _UNSEEN.sub("□", text.translate(_CONTROL))


def seen(text: str, path: str) -> str:
    """``text`` of the document at ``path`` as its reader sees it: no markup of a page, runs of white space as one blank."""
    if path.lower().endswith(PAGES):
        text = without_markup(text)
    return shown(_BLANKS.sub(" ", text))


def wrapped(text: str, start: int, end: int, width: int) -> list[Line]:
    """The lines of ``text[start:end]``, none wider than ``width`` cells; blanks at a line's end hang over."""
    if ONE_CELL.fullmatch(text, start, end):
        return _counted(text, start, end, width)
    lines: list[Line] = []
    begin, used = start, 0
    for word in _WORD.finditer(text, start, end):
        cells = cell_len(word.group())
        if word.group().isspace() or used + cells <= width:
            used += cells
            continue
        if used:
            lines.append(Line(begin, word.start()))
            begin, used = word.start(), 0
        while cells > width:
            cut = _fitting(text, begin, word.end(), width)
            lines.append(Line(begin, cut))
            begin, cells = cut, cell_len(text[cut : word.end()])
        used = cells
    lines.append(Line(begin, end))
    return lines


def _counted(text: str, start: int, end: int, width: int) -> list[Line]:
    """As ``wrapped``, where a character is a cell: most text is like that, and nothing has to be measured."""
    lines: list[Line] = []
    begin = start
    while end - begin > width:
        cut = begin + width
        if text[cut] == " ":
            while cut < end and text[cut] == " ":
                cut += 1
            if cut == end:
                break
        else:
            cut = text.rfind(" ", begin, cut) + 1 or cut
        lines.append(Line(begin, cut))
        begin = cut
    lines.append(Line(begin, end))
    return lines


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """The offset up to which ``text`` from ``start`` fits; at least one character, and no mark is parted from its letter."""
    at, used = start, 0
    while at < end and (used := used + cell_len(text[at])) <= width:
        at += 1
    while at < end and not cell_len(text[at]):
        at += 1
    return max(at, start + 1)
