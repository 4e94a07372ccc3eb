"""Lines of styled text, measured in cells: wrapped, cut to a width, set side by side. Nothing in them is ever markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.wrapping import wrapped


class Run(NamedTuple):
    """Text in one ``style``, words as Rich has them: bold, dim, reverse, strike."""

    text: str
    style: str = ""


Line = list[Run]
"""A line of the screen."""


def line(*parts: str | tuple[str, str]) -> Line:
    """A line of plain texts and of ``(text, style)``."""
    return [Run(part) if isinstance(part, str) else Run(*part) for part in parts]


def cells(of: Line) -> int:
    """How many cells the line takes."""
    return sum(cell_len(run.text) for run in of)


def fitted(of: Line, width: int) -> Line:
    """The line in exactly ``width`` cells: filled with blanks, or cut, which an ellipsis says."""
    used = cells(of)
    if used <= width:
        return [*of, Run(" " * (width - used))]
    kept, left = list[Run](), max(width - 1, 0)
    for run in of:
        size = min(cell_len(run.text), left)
        kept.append(Run(set_cell_size(run.text, size), run.style))
        left -= size
        if not left:
            break
    return [*kept, Run("…"[:width])]


def ending(text: str, width: int) -> str:
    """The end of ``text``, a path for instance, in at most ``width`` cells; that it was cut an ellipsis says."""
    if cell_len(text) <= width:
        return text
    kept, left = len(text), width - 1
    while kept and (left := left - cell_len(text[kept - 1])) >= 0:
        kept -= 1
    return ("…" + text[kept:])[: max(width, 0)]


def lines_of(runs: Sequence[Run], width: int) -> list[Line]:
    """The runs, one text, in lines of at most ``width`` cells; the blanks where it is cut are left out."""
    text = "".join(run.text for run in runs)
    edges, at = list[tuple[int, int, str]](), 0
    for run in runs:
        edges.append((at, at + len(run.text), run.style))
        at += len(run.text)
    cut = list[Line]()
    for start, until in wrapped(text, 0, len(text), max(width, 1)):
        end = start + len(text[start:until].rstrip())
        pieces = ((text[max(first, start) : min(last, end)], style) for first, last, style in edges if first < end and last > start)
        cut.append([Run(piece, style) for piece, style in pieces])
    return cut


def abreast(columns: Iterable[list[Line]], width: int, gap: str = " │ ") -> list[Line]:
    """The columns side by side, each ``width`` cells wide."""
    rows = list[Line]()
    for parts in zip_longest(*columns, fillvalue=list[Run]()):
        row = fitted(parts[0], width)
        for part in parts[1:]:
            row += [Run(gap, "dim"), *fitted(part, width)]
        rows.append(row)
    return rows


def ruled(label: str, width: int) -> Line:
    """A heading with a rule behind it."""
    return fitted(line((label, "bold"), (f" {'─' * width}", "dim")), width)[:2] if label else line(("─" * width, "dim"))
