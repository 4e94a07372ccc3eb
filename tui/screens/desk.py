"""What the screens have in common: a docket, a line that says how things stand, and trouble with the ledger told in a line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import ClassVar, TypeVar

from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from ledger.errors import FactledgerError, unforeseen
from ledger.records import Claim
from ledger.service import Row, while_wanted
from tui.actions import ACTIONS, Action, shown_key
from tui.docket import Docket, Look
from tui.screens.help import Help
from tui.styled import Line, Run, lines_of
from tui.widgets.listing import Listing
from tui.wrapping import shown

Answer = TypeVar("Answer")


class Desk(Screen[None]):
    """A screen over a docket, where the keys of ``table`` are in force; ``NAME`` is the table's word for it."""

    NAME: ClassVar = ""

    def __init__(self, docket: Docket, table: tuple[Action, ...] = ACTIONS):
        super().__init__()
        self.docket, self.table = docket, table

    def guide(self, texts: Sequence[str], width: int) -> list[Line]:
        """Lines that say what to do next; ``{undo}`` in them is the key of undo."""
        keys = {action.id: shown_key(action) for action in self.table}
        return [each for text in texts for each in lines_of([Run(text.format(**keys))], width)]

    @contextmanager
    def told(self) -> Iterator[None]:
        """What goes wrong with the ledger is told in one line, and the screen stays."""
        try:
            yield
        except FactledgerError as error:
            self.notify(shown(str(error)), severity="error", markup=False)

    def ask(self, question: Callable[[], Answer], then: Callable[[Answer], object]) -> None:
        """Ask the ledger, in the thread of a worker, and hand the answer to the screen unless it was asked otherwise since."""
        worker = get_current_worker()
        try:
            with while_wanted(lambda: not worker.is_cancelled):
                answer = question()
        except Exception as error:  # a fault met in one document keeps no reviewer from the next
            if not worker.is_cancelled:
                said = str(error) if isinstance(error, FactledgerError) else unforeseen(error)
                self.notify(shown(said), severity="error", markup=False)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._hand, then, answer)

    def _hand(self, then: Callable[[Answer], object], answer: Answer) -> None:
        with suppress(NoMatches):  # the screen is being left: its widgets are gone
            then(answer)

    def say(self, text: str) -> None:
        """Say in the last line but one how things stand."""
        self.query_one("#standing", Static).update(shown(text), layout=False)

    @property
    def listing(self) -> Listing:
        return self.query_one(Listing)

    def moved(self, row: Row | None) -> None:
        """The cursor of the list stands on ``row`` from now on, or on none."""

    def more(self, edge: Row, above: bool) -> object:
        """Read the rows ``above`` the ``edge`` of the list, or those below it."""

    def look(self, row: Row) -> None:
        """Show what ``row`` is about: at once what was read ahead of it, and when that is drawn how it stands now."""
        known = self.docket.looked(row)
        if known is None:
            self._look_again(row)
        else:
            self.present(row, known)
            self.call_after_refresh(self._look_again, row)

    def _look_again(self, row: Row) -> None:
        if self.listing.row is not None and self.listing.row.id == row.id:
            self.read(row, self.listing.next_rows())

    def read(self, row: Row, next: Sequence[Row]) -> object:
        """Read what ``row`` is about, present it, and read ahead what ``next`` are about."""

    def present(self, row: Row, look: Look) -> None:
        """Show what ``row`` is about, if the cursor still stands on it."""

    def on_listing_wanted(self, event: Listing.Wanted) -> None:
        if self.listing.rows:
            self.more(self.listing.rows[0 if event.above else -1], event.above)

    def claims(self) -> list[Claim]:
        """The claims that the cursor stands for: one, or the sides of a finding."""
        return []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether its key does something just now; what cannot be done is not in the last line either."""
        if action in ("copy_quote", "copy_link"):
            return bool(self.claims())
        if action == "scroll" and parameters[0] == "source":
            return self.query_one("#source").display
        return True

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether the palette has it just now."""
        return bool(self.check_action(action, parameters))

    async def action_copy_quote(self) -> None:
        await self._copy(self.docket.quote, "")

    async def action_copy_link(self) -> None:
        await self._copy(self.docket.link, "its source has no address: give it one with url in sources.toml")

    async def _copy(self, of: Callable[[Claim], str], none: str) -> None:
        """Put what is to be copied of each claim on the clipboard of the terminal, a line each, and say so."""
        claims = self.claims()
        with self.told():
            lines = [text for text in await asyncio.to_thread(lambda: [of(claim) for claim in claims]) if text]
            if lines:
                self.app.copy_to_clipboard("\n".join(dict.fromkeys(lines)))
            if lines or (claims and none):
                self.notify(f"copied: {shown(lines[0])}" if lines else none, markup=False)

    def action_move(self, by: int) -> None:
        self.listing.move(by)

    def action_page(self, by: int) -> None:
        self.listing.move(by * max(self.listing.size.height, 1))

    def action_scroll(self, pane: str, by: int) -> None:
        shown = self.query_one(f"#{pane}")
        shown.scroll_relative(y=by * max(shown.size.height // 2, 1), animate=False)

    def action_back(self) -> None:
        self.app.action_go("triage")  # type: ignore[attr-defined]

    def action_help(self) -> None:
        self.app.push_screen(Help(self.NAME, self.table))

    def action_quit(self) -> None:
        self.app.exit()
