"""Figures over time, drawn with characters: an interval stands upright on its day, an open end has an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tui.styled import Line, Run, line

_EMPTY = " "


class _Scale:
    """Values to rows, the greatest at the top."""

    def __init__(self, low: float, high: float, rows: int):
        room = (high - low) or max(abs(high), 1.0)
        self.low, self.high, self.rows = low - room * 0.05, high + room * 0.05, rows

    def row(self, value: float) -> int:
        part = (value - self.low) / (self.high - self.low)
        return min(max(self.rows - 1 - round(part * (self.rows - 1)), 0), self.rows - 1)

    def value(self, row: int) -> float:
        return self.low + (self.rows - 1 - row) / (self.rows - 1) * (self.high - self.low)


def plot(points: Sequence[tuple[date, float | None, float | None]], width: int, height: int) -> list[Line]:
    """``points`` as (day, low, high), an open end as None, on ``height`` lines of ``width`` cells, two of them for the axis.

    A point is ●, an interval ┬│┴ with its ends at the rows of its values, an open end ▲ or ▼; what falls together is ╋.
    """
    ends = [end for _, low, high in points for end in (low, high) if end is not None]
    rows = max(height - 2, 2)
    if not ends:
        return [line("No figures.")]
    scale = _Scale(min(ends), max(ends), rows)
    marks = {0: _number(scale.value(0)), rows - 1: _number(scale.value(rows - 1)), rows // 2: _number(scale.value(rows // 2))}
    gutter = max(map(len, marks.values())) + 1
    room = max(width - gutter - 1, 2)
    grid = [[_EMPTY] * room for _ in range(rows)]
    first, last = min(day for day, *_ in points), max(day for day, *_ in points)
    days = (last - first).days or 1
    for day, low, high in points:
        _draw(grid, round((day - first).days / days * (room - 1)), low, high, scale)
    lines = list[Line]()
    for row, cells in enumerate(grid):
        lines.append(line((f"{marks.get(row, ''):>{gutter - 1}} ", "dim"), "┤" if row in marks else "│", "".join(cells)))
    begin, end = f"{first}", f"{last}"
    axis = begin + " " * max(room - len(begin) - len(end), 1) + end if room > len(begin) + len(end) else begin[:room]
    return [*lines, [Run(" " * gutter + "└" + "─" * room)], line((" " * (gutter + 1) + axis, "dim"))]


def _draw(grid: list[list[str]], column: int, low: float | None, high: float | None, scale: _Scale) -> None:
    top = scale.row(high) if high is not None else 0
    bottom = scale.row(low) if low is not None else scale.rows - 1
    for row in range(top, bottom + 1):
        if row == top and high is None:
            sign = "▲"
        elif row == bottom and low is None:
            sign = "▼"
        elif top == bottom:
            sign = "●"
        elif row in (top, bottom):
            sign = "┬" if row == top else "┴"
        else:
            sign = "│"
        grid[row][column] = sign if grid[row][column] in (_EMPTY, sign) else "╋"


def _number(value: float) -> str:
    """A value in at most seven characters."""
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= size:
            return f"{value / size:.3g}{name}"
    return f"{value:.3g}"
