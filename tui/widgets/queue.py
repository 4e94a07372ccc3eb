"""The queue: what is to be decided, hardest first, drawn from as many pages as have been looked at."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ledger.service import Row
from tui.wrapping import seen

_AHEAD = 30
"""Rows kept ready below the cursor."""

_SIGNS = {"open": "!", "unreviewed": " ", "disagreement": "?", "verified": "+", "rejected": "x", "disputed": "~", "corrected": "="}


class Queue(ScrollView, can_focus=True):
    """Rows and a cursor; asks for more rows before the cursor reaches their end."""

    COMPONENT_CLASSES: ClassVar = {"queue--row", "queue--cursor", "queue--done"}

    cursor: reactive[int] = reactive(-1)

    class Moved(Message):
        """The cursor stands on another row, or on none."""

        def __init__(self, row: Row | None):
            super().__init__()
            self.row = row

    class Wanted(Message):
        """More rows are wanted behind the last."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self.rows: list[Row] = []
        self.complete = False

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def fill(self, rows: list[Row], complete: bool, cursor: int = 0) -> None:
        """Show ``rows`` instead, the cursor on number ``cursor``; ``complete`` when there are no more."""
        self.rows, self.complete = rows, complete
        self.virtual_size = Size(0, len(rows))
        self.set_reactive(Queue.cursor, min(cursor, len(rows) - 1))
        self._follow()

    def extend(self, rows: list[Row], complete: bool) -> None:
        """Add a page at the end."""
        self.rows, self.complete = self.rows + rows, complete
        self.virtual_size = Size(0, len(self.rows))
        self.refresh()

    def replace(self, row: Row) -> None:
        """Show ``row`` where it stands now, as it stands now."""
        for at, held in enumerate(self.rows):
            if held.id == row.id:
                self.rows[at] = row
        self.refresh()

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are rows."""
        self.cursor = max(0, min(self.cursor + by, len(self.rows) - 1))

    def watch_cursor(self) -> None:
        self._follow()

    def _follow(self) -> None:
        if self.rows:
            self.scroll_to_region(Region(0, max(self.cursor, 0), 1, 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved(self.row))
        if not self.complete and self.cursor + _AHEAD >= len(self.rows):
            self.post_message(self.Wanted())

    def on_click(self, event: object) -> None:
        at = getattr(event, "y", 0) + self.scroll_offset.y
        if at < len(self.rows):
            self.cursor = at

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        if at >= len(self.rows):
            return Strip.blank(width, self.get_component_rich_style("queue--row"))
        row = self.rows[at]
        style = self.get_component_rich_style("queue--cursor" if at == self.cursor else "queue--done" if _done(row) else "queue--row")
        if at == self.cursor:
            style += Style(reverse=True)
        line = f"{_SIGNS.get(row.status, '*')} {row.kind:<9.9} {seen(row.text, row.document)}"
        return Strip([Segment(line, style)]).adjust_cell_length(width, style)


def _done(row: Row) -> bool:
    return row.status not in {"open", "unreviewed", "disagreement"}
