"""Browse: all claims and documents, sifted while one types, in any order; beside them the record and the source, or the history."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from ledger.records import Claim
from ledger.service import NO_NUMBER, ORDERS, Entry, Filter, Row, ShownClaim
from tui import actions
from tui.actions import ACTIONS, Action
from tui.docket import PAGE, Docket, Look, Page, View
from tui.history import history
from tui.screens.asking import Line
from tui.screens.desk import Desk
from tui.sifting import sifted
from tui.styled import ending, fitted, line
from tui.telling import record
from tui.widgets.keys import Keys
from tui.widgets.lines import Lines
from tui.widgets.listing import Listing, brief
from tui.widgets.source import Source
from tui.wrapping import shown

_NOTHING = ("Nothing in the ledger is like that.", "", "  {sift}   with an empty line shows all again")
_ASKED_FOR = "words  kind:share  value:20..40  status:verified  speaker:  unit:  document:"
_REST = 0.4
"""Seconds without a key after which it is counted how many there are."""

_DECIDED = 13
"""Cells beside a document's path: how many of its claims are decided, and the scroll bar."""

_SHOWN_KEY = 14
"""Cells of what the list is in order of."""


class Sift(Input):
    """Where it is typed what to look for."""

    BINDINGS: ClassVar = [Binding("enter", "submit", "to the list", tooltip="Go on in the list of what was found.")]


class Browse(Desk):
    """All that the ledger holds."""

    NAME = "browse"
    CSS_PATH = ["desk.tcss", "browse.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar = actions.bindings("browse")

    def __init__(self, docket: Docket, table: tuple[Action, ...] = ACTIONS):
        super().__init__(docket, table)
        self._view = View()
        self._count: int | None = None
        self._looked: Look | None = None
        self._past = False
        self._of = ""
        self._kinds: list[str] = []

    def compose(self) -> ComposeResult:
        yield Sift(id="sift", placeholder=_ASKED_FOR, compact=True)
        yield Static("", id="wrong-sift", markup=False)
        with Horizontal(id="desk"):
            yield Listing(self.moved, self._drawn, id="queue")
            with Vertical(id="thing"):
                yield Source(id="source")
                yield Lines(id="told")
        yield Static("", id="standing", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.listing.focus()
        self._turn_to(self._view)
        self._learn_kinds()

    # Reading: the latest request wins, and what is no longer wanted is let go

    @work(thread=True, exclusive=True, group="queue")
    def _load(self, id: str = "") -> None:
        view = self._view

        def show(page: Page) -> None:
            self.listing.fill(page.rows, page.at, first=page.first, last=page.last)

        self.ask(lambda: self.docket.found(view, id), show)

    @work(thread=True, exclusive=True, group="queue")
    def more(self, edge: Row, above: bool) -> None:
        view = self._view
        self.ask(lambda: self.docket.listed(view, edge.key, above), lambda rows: self.listing.extend(rows, len(rows) < PAGE, above))

    @work(thread=True, exclusive=True, group="queue")
    def _load_last(self) -> None:
        view = self._view

        def show(rows: list[Row]) -> None:
            self.listing.fill(rows, len(rows) - 1, first=len(rows) < PAGE)

        self.ask(lambda: self.docket.listed(view, None, True), show)

    @work(thread=True, exclusive=True, group="kinds")
    def _learn_kinds(self) -> None:
        self.ask(self.docket.ledger.kinds, self._kinds.extend)

    @work(thread=True, exclusive=True, group="count")
    def _reckon(self) -> None:
        """Count what is listed, once nothing was typed for a moment: of a million claims it takes longer than a page of them."""
        view, worker = self._view, get_current_worker()
        until = time.monotonic() + _REST
        while time.monotonic() < until and not worker.is_cancelled:
            time.sleep(_REST / 10)
        if not worker.is_cancelled:
            self.ask(lambda: self.docket.ledger.count(view.filter), self._counted)

    def _counted(self, count: int) -> None:
        self._count = count
        self._tell()

    @work(thread=True, exclusive=True, group="thing")
    def read(self, row: Row, next: Sequence[Row]) -> None:
        worker = get_current_worker()
        self.ask(lambda: self.docket.look(row), lambda look: self.present(row, look))
        if self._past and not worker.is_cancelled:
            self.ask(lambda: self.docket.ledger.log(row.id), lambda entries: self._remembered(row, entries))
        if not worker.is_cancelled:
            self.ask(lambda: self.docket.look_ahead(next), lambda _: None)

    def present(self, row: Row, look: Look) -> None:
        if self.listing.row is None or self.listing.row.id != row.id or look == self._looked:
            return
        self._looked = look
        self.query_one(Source).display = True
        self.query_one(Source).show(look.passage)
        if not self._past:
            self._tell_record()

    def _remembered(self, row: Row, entries: list[Entry]) -> None:
        if self._past and self.listing.row is not None and self.listing.row.id == row.id:
            self.query_one(Lines).show(lambda width: history(entries, width))

    def _tell_record(self) -> None:
        thing = self._looked.thing if self._looked is not None else None
        if isinstance(thing, ShownClaim):
            self.query_one(Lines).show(lambda width: record(thing, None, width))

    def claims(self) -> list[Claim]:
        row, thing = self.listing.row, self._looked.thing if self._looked is not None else None
        return [thing.claim] if row is not None and isinstance(thing, ShownClaim) and thing.row.id == row.id else []

    def moved(self, row: Row | None) -> None:
        self._tell()
        of = row.of if row is not None else ""
        if of != self._of:
            self._of = of
            self.refresh_bindings()
        if row is not None and row.of == "claim":
            self.look(row)
            return
        self._looked = None
        self.query_one(Source).display = False
        if row is None:
            self.query_one(Lines).show(lambda width: self.guide(_NOTHING, width))
        else:
            told = (row.document, row.text, f"{row.status} claims decided", "", "Enter lists its claims.")
            self.query_one(Lines).show(lambda width: [fitted(line(shown(text)), width) for text in told])

    def on_listing_chosen(self) -> None:
        self.action_open()

    def on_input_changed(self, event: Input.Changed) -> None:
        found = sifted(event.value, self._kinds)
        complaint = self.query_one("#wrong-sift", Static)
        complaint.display = bool(found.wrong)
        complaint.update(found.wrong)
        if not found.wrong:
            self._turn_to(self._view._replace(filter=found.filter))

    def on_input_submitted(self) -> None:
        self.listing.focus()

    def _turn_to(self, view: View, id: str = "") -> None:
        """Show another list, the cursor on ``id`` where it holds that."""
        self._view, self._count = view, None
        self._load(id)
        if view.of == "claim":
            self._reckon()

    def _drawn(self, row: Row, width: int) -> str:
        if row.of == "document":
            path = shown(row.document)
            kept = ending(path, width - _DECIDED)
            return f"{row.status:>9}  {kept}" + (f"  {shown(row.text)}" if kept == path else "")
        told = brief(row, width)
        if self._view.order in ("ledger", "kind", "status"):
            return told
        turn = row.key.turn
        key = "" if turn == NO_NUMBER else f"{turn:g}" if isinstance(turn, float) else shown(str(turn))
        return "".join(run.text for run in fitted(line(key), _SHOWN_KEY)) + f" {told}"

    def _tell(self) -> None:
        listing, view = self.listing, self._view
        many = f"{self._count:,}" if self._count is not None else f"{len(listing.rows)}{'' if listing.complete else '+'}"
        order = f"  by {view.order}{', from the last' if view.falling else ''}" if view.of == "claim" else "  by path"
        row = f"  {listing.row.id[:12]}" if listing.row is not None and listing.row.of == "claim" else ""
        self.say(f" {many} {view.of}s{order}{row}  {self.docket.ledger.name}")

    # Looking around

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.is_mounted:
            return True
        row = self.listing.row
        if action == "sift":
            return not self.query_one("#sift", Input).has_focus
        if action in ("order", "falling"):
            return self._view.of == "claim"
        if action == "history":
            return row is not None and row.of == "claim"
        if action in ("open", "move", "page", "first", "last"):
            return row is not None
        return super().check_action(action, parameters)

    def action_sift(self) -> None:
        self.query_one("#sift", Input).focus()

    def action_back(self) -> None:
        if self.query_one("#sift", Input).has_focus:
            self.listing.focus()
        else:
            super().action_back()

    def action_order(self) -> None:
        orders = list(ORDERS)
        self._turn_to(self._view._replace(order=orders[(orders.index(self._view.order) + 1) % len(orders)]))

    def action_falling(self) -> None:
        self._turn_to(self._view._replace(falling=not self._view.falling))

    def action_documents(self) -> None:
        """The other list, all of it: what was typed speaks of claims, or of paths and titles."""
        typed = self.query_one("#sift", Input)
        with typed.prevent(Input.Changed):
            typed.value = ""
        self._turn_to(self._view._replace(of="document" if self._view.of == "claim" else "claim", filter=Filter()))

    def action_open(self) -> None:
        row = self.listing.row
        if row is not None and row.of == "document":
            self._view = self._view._replace(of="claim")
            self.query_one("#sift", Input).value = f'document:"{row.document}" '
        elif row is not None:
            self.app.action_go("triage", row.id)  # type: ignore[attr-defined]

    def action_history(self) -> None:
        self._past = not self._past
        row = self.listing.row
        if self._past and row is not None and row.of == "claim":
            self.read(row, ())
        else:
            self._tell_record()

    @work
    async def action_jump(self) -> None:
        id = await self.app.push_screen_wait(Line("The claim's id, or the beginning of it:", needed=True))
        if id:
            self._turn_to(self._view._replace(of="claim"), id)

    def action_first(self) -> None:
        self._move_to_edge(True, self._load)

    def action_last(self) -> None:
        self._move_to_edge(False, self._load_last)

    def _move_to_edge(self, above: bool, load: Callable[[], object]) -> None:
        rows = len(self.listing.rows)
        if self.listing.whole[above]:
            self.listing.move(-rows if above else rows)
        else:
            load()

    def action_reload(self) -> None:
        self._kinds.clear()
        self._learn_kinds()
        row = self.listing.row
        self._turn_to(self._view, row.id if row is not None and row.of == "claim" else "")
