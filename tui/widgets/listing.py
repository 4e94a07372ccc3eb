"""A list of claims and findings with a cursor, drawn from as many pages as have been looked at, whichever way they lie."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from ledger.service import Row
from tui.docket import UNDECIDED
from tui.widgets.pane import Pane
from tui.wrapping import seen

_AHEAD = 80
"""Rows kept ready on both sides of the cursor."""

_REVERSED = Style(reverse=True)

SIGNS = {
    "open": "!", "unreviewed": " ", "disagreement": "?", "verified": "+", "rejected": "x", "disputed": "~", "corrected": "=",
    "needs source": "&",
}  # fmt: skip


def brief(row: Row, width: int) -> str:
    """A row of the queue: how it stands, its kind, and what it says."""
    return f"{SIGNS.get(row.status, '*')} {row.kind:<9.9} {seen(row.text, row.document)}"


class Listing(Pane, can_focus=True, inherit_bindings=False):
    """Rows and a cursor; asks for more rows before the cursor reaches either end.

    ``drawn(row, width)`` is a row's text. ``moved`` is called with the row on which the cursor stands from now on, or with None:
    a call and not a message, so that what is shown of the row is drawn together with the cursor.
    """

    COMPONENT_CLASSES: ClassVar = {"listing--row", "listing--cursor", "listing--done"}

    cursor: reactive[int] = reactive(-1, init=False, repaint=False)

    class Wanted(Message):
        """More rows are wanted: ``above`` the first or below the last."""

        def __init__(self, above: bool):
            super().__init__()
            self.above = above

    class Chosen(Message):
        """The row under the cursor was clicked once more."""

    def __init__(self, moved: Callable[[Row | None], None], drawn: Callable[[Row, int], str] = brief, *, id: str | None = None):
        super().__init__(id=id)
        self._moved, self._brief = moved, drawn
        self.rows: list[Row] = []
        self._by = 1
        self.whole = {True: True, False: True}
        """Whether there is nothing more above (True) and below (False)."""

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def complete(self) -> bool:
        """Whether all rows there are have been read."""
        return all(self.whole.values())

    @property
    def above(self) -> int:
        """Lines between the top and the cursor."""
        return self.cursor - self.scroll_offset.y

    def fill(self, rows: list[Row], cursor: int = 0, *, first: bool = True, last: bool = True, above: int | None = None) -> None:
        """Show ``rows`` instead, the cursor on number ``cursor``, ``above`` lines from the top if it can be.

        ``first`` and ``last`` are whether they begin and end the list.
        """
        self.rows, self.whole = rows, {True: first, False: last}
        self._measure()
        self.set_reactive(Listing.cursor, min(cursor, len(rows) - 1))
        if above is not None:
            self.scroll_to(y=max(self.cursor - above, 0), animate=False, force=True)
        self.redraw()
        self._follow()

    def extend(self, rows: list[Row], whole: bool, above: bool) -> None:
        """Add a page at the end, or above the first row, where the cursor and what is on the screen stay as they are."""
        had, self.whole[above] = len(self.rows), whole
        self.rows = rows + self.rows if above else self.rows + rows
        if above:
            self._measure()
            self.set_reactive(Listing.cursor, self.cursor + len(rows))
            self.scroll_to(y=self.scroll_offset.y + len(rows), animate=False, force=True)
        self._ask()
        if above or had < self.scroll_offset.y + self.size.height:
            self._measure()
            self.redraw()

    def _measure(self) -> None:
        """Have the scroll bar tell how many rows there are: with what a key changes, for alone it would be painted after the rest."""
        self.virtual_size = Size(0, len(self.rows))

    def replace(self, row: Row) -> None:
        """Show ``row`` where it stands now, as it stands now."""
        at = self.find(row.id)
        if at is not None:
            self.rows[at] = row
            self.redraw(at)

    def find(self, id: str) -> int | None:
        """The number of the row with this id."""
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

    def seen_rows(self) -> list[Row]:
        """The rows that are on the screen."""
        top = self.scroll_offset.y
        return self.rows[top : top + self.size.height]

    def move(self, by: int) -> None:
        """Move the cursor, as far as there are rows."""
        self._by = by
        self.cursor = max(0, min(self.cursor + by, len(self.rows) - 1))

    def next_rows(self) -> list[Row]:
        """The rows to which the cursor will probably go: where the last move again leads, and the next."""
        reached = dict.fromkeys((self.cursor + self._by, self.cursor + 1))
        return [self.rows[at] for at in reached if 0 <= at < len(self.rows)]

    def on_resize(self) -> None:
        self._keep_in_view()

    def watch_cursor(self, before: int, now: int) -> None:
        self.redraw(before, now)  # first, so that all that a key changes is painted at once
        self._follow()

    def _follow(self) -> None:
        self._keep_in_view()
        self._moved(self.row)
        self._ask()

    def _keep_in_view(self) -> None:
        if self.rows:
            self._measure()
            self.scroll_to_region(Region(0, max(self.cursor, 0), 1, 1), animate=False, force=True)

    def _ask(self) -> None:
        if not self.whole[False] and self.cursor + _AHEAD >= len(self.rows):
            self.post_message(self.Wanted(above=False))
        elif not self.whole[True] and self.cursor < _AHEAD:
            self.post_message(self.Wanted(above=True))

    def on_mouse_scroll_down(self) -> None:
        self._measure()

    def on_click(self, event: Click) -> None:
        at = event.y + self.scroll_offset.y
        if at == self.cursor:
            self.post_message(self.Chosen())
        elif at < len(self.rows):
            self.cursor = at

    def styles_drawn(self) -> tuple[Style, ...]:
        return tuple(self.get_component_rich_style(f"listing--{kind}") for kind in ("row", "cursor", "done"))

    def drawn(self, at: int, width: int, styles: tuple[Style, ...]) -> Strip:
        plain, cursor, done = styles
        if at >= len(self.rows):
            return Strip.blank(width, plain)
        row, here = self.rows[at], at == self.cursor
        style = cursor + _REVERSED if here else plain if row.status in UNDECIDED else done
        text, room = ("›" if here else " ") + self._brief(row, width - 1), self.scrollable_content_region.width
        if cell_len(text) > room:
            text = set_cell_size(text, room - 1) + "…"
        return Strip([Segment(text, style)]).adjust_cell_length(width, style)
