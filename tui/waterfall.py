"""Why claims were held together: each field's weight as a bar that begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ledger.records import Level
from tui.styled import Line, fitted, line
from tui.wrapping import shown

_NUMBER = 7
"""Cells of a weight: a blank, the sign, up to three digits, the point and a decimal."""


def waterfall(levels: Sequence[Level], width: int) -> list[Line]:
    """A line a level and one for their sum, each ``width`` cells wide.

    Bars grow to the right for (█) and run back to the left for what speaks against (░); all share one scale, in bits.
    """
    ends = list(accumulate(level.weight for level in levels))
    label = min(max((len(_label(level)) for level in levels), default=0), max(width // 2, 10))
    room = max(width - label - _NUMBER - 1, 4)
    low, high = min([0.0, *ends]), max([0.0, *ends])
    bits = (high - low) or 1.0

    def at(weight: float) -> int:
        return round((weight - low) / bits * room)

    rows = list[Line]()
    for level, start, end in zip(levels, [0.0, *ends], ends, strict=False):
        rows.append(_row(_label(level), at(start), at(end), level.weight, label, room))
    if levels:
        rows.append(_row("in all", at(0.0), at(ends[-1]), ends[-1], label, room))
    return rows


def _row(label: str, start: int, end: int, weight: float, width: int, room: int) -> Line:
    bar = " " * min(start, end) + ("█" if end > start else "░") * abs(end - start)
    if start == end and weight:
        bar = " " * min(start, room - 1) + ("▏" if weight > 0 else "░")
    return fitted(line(*fitted(line(shown(label)), width), " ", f"{bar:<{room}}", f"{weight:+{_NUMBER}.1f}"), width + 1 + room + _NUMBER)


def _label(level: Level) -> str:
    return f"{level.field}: {level.level}" + (f" ({level.note})" if level.note else "")
