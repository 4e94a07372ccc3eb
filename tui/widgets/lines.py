"""Styled lines that are made for a width, made again when it changes, and drawn only where they are on the screen."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from tui import styled
from tui.widgets.pane import Pane


class Lines(Pane, can_focus=False):
    """Shows what ``made(width)`` gives; ``text`` is what it shows, for those who cannot see it."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._made: Callable[[int], list[styled.Line]] = lambda width: []
        self._lines: list[styled.Line] = []
        self._laid = 0

    @property
    def text(self) -> str:
        """The lines without their styles."""
        return "\n".join("".join(run.text for run in line).rstrip() for line in self._lines)

    def show(self, made: Callable[[int], list[styled.Line]], *, stay: bool = False) -> None:
        """Show other lines, from their top; to ``stay`` keeps the scroll."""
        self._made = made
        self._lay()
        if not stay:
            self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        if self._laid != self._room:
            self._lay()

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def _lay(self) -> None:
        width = self._laid = self._room
        self._lines = self._made(width)
        self.virtual_size = Size(width, len(self._lines))
        self.redraw()

    def drawn(self, at: int, width: int, styles: tuple[Style, ...]) -> Strip:
        (base,) = styles
        if at >= len(self._lines):
            return Strip.blank(width, base)
        segments = [Segment(run.text, base + Style.parse(run.style) if run.style else base) for run in self._lines[at]]
        return Strip(segments).adjust_cell_length(width, base)
