"""The source: the passage around a claim, its sentence and its figure set off; only the lines on the screen are drawn."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.passage import Passage
from tui.widgets.laid import Laid
from tui.wrapping import Line, wrapped

_ABOVE = 3
"""Lines shown above the figure's."""

STYLES = {
    "other": Style(underline=True),
    "sentence": Style(bold=True),
    "figure": Style(bold=True, reverse=True),
}
"""Legible without colour: underlined, bold, reversed."""


class Source(Laid, can_focus=False):
    """Shows one passage; ``show`` scrolls to its figure."""

    COMPONENT_CLASSES: ClassVar = {"source--text"}

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._passage: Passage | None = None
        self._lines: list[Line] = []

    def show(self, passage: Passage | None) -> None:
        """Show ``passage``, or nothing."""
        self._passage = passage
        self.lay()

    def made_for(self, width: int) -> int:
        self._lines = []
        if self._passage is not None:
            for start, end in self._passage.blocks:
                self._lines += [*wrapped(self._passage.text, start, end, width), Line(end, end)]
        return len(self._lines)

    def lay(self) -> None:
        super().lay()
        if self._passage is not None:
            focus = self._passage.focus
            at = next((number for number, line in enumerate(self._lines) if line.start <= focus < line.end), 0)
            self.scroll_to(y=max(at - _ABOVE, 0), animate=False, force=True)

    def styles_drawn(self) -> tuple[Style, ...]:
        return (self.get_component_rich_style("source--text"),)

    def drawn(self, at: int, width: int, styles: tuple[Style, ...]) -> Strip:
        (base,) = styles
        if self._passage is None or at >= len(self._lines):
            return Strip.blank(width, base)
        return Strip(_segments(self._passage, self._lines[at], base)).adjust_cell_length(width, base)


def _segments(passage: Passage, line: Line, base: Style) -> list[Segment]:
    """The line cut wherever a mark begins or ends."""
    marks = [mark for mark in passage.marks if mark.start < line.end and mark.end > line.start]
    cuts = {cut for mark in marks for cut in (mark.start, mark.end) if line.start < cut < line.end}
    segments = []
    for start, end in pairwise(sorted({line.start, line.end} | cuts)):
        kinds = (mark.kind for mark in marks if mark.start <= start and end <= mark.end)
        segments.append(Segment(passage.text[start:end], _style(base, tuple(dict.fromkeys(kinds)))))
    return segments


@lru_cache(maxsize=64)
def _style(base: Style, kinds: tuple[str, ...]) -> Style:
    return Style.combine([base, *(STYLES[kind] for kind in kinds)])
