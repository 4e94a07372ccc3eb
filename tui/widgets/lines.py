"""Styled lines that are made for a width, made again when it changes, and drawn only where they are on the screen."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui import styled
from tui.widgets.laid import Laid


class Lines(Laid, can_focus=False):
    """Shows what ``made(width)`` gives; ``text`` is what it shows, for those who cannot see it."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._made: Callable[[int], list[styled.Line]] = lambda width: []
        self._lines: list[styled.Line] = []

    @property
    def text(self) -> str:
        """The lines without their styles."""
        return "\n".join("".join(run.text for run in line).rstrip() for line in self._lines)

    def show(self, made: Callable[[int], list[styled.Line]], *, stay: bool = False) -> None:
        """Show other lines, from their top; to ``stay`` keeps the scroll."""
        self._made = made
        self.lay()
        if not stay:
            self.scroll_to(y=0, animate=False, force=True)

    def made_for(self, width: int) -> int:
        self._lines = self._made(width)
        return len(self._lines)

    def drawn(self, at: int, width: int, styles: tuple[Style, ...]) -> Strip:
        (base,) = styles
        if at >= len(self._lines):
            return Strip.blank(width, base)
        segments = [Segment(run.text, base + Style.parse(run.style) if run.style else base) for run in self._lines[at]]
        return Strip(segments).adjust_cell_length(width, base)
