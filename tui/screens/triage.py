"""Triage: the queue, and beside it the source and the record, or the sides of a finding; one key decides and moves on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static
from textual.worker import get_current_worker

from ledger.errors import FactledgerError
from ledger.service import Filter, Ledger, Row, ShownClaim, ShownFinding
from tui import place
from tui.actions import ACTIONS
from tui.passage import Passage, passage
from tui.screens.asking import Correction, Line
from tui.screens.help import Help
from tui.telling import record, sides
from tui.widgets.queue import Queue
from tui.widgets.source import Source

_PAGE = 100
_FOOTER = frozenset({"verify", "reject", "correct", "side(1)", "both_valid", "false_alarm", "undo", "search", "help"})
_EMPTY = "Nothing is left to decide.\n\n  factledger add PATH...   reads more articles into the ledger\n  u   takes back your last decision"
_NOT_FOUND = "Nothing to decide has these words.\n\n  /   and an empty line shows all again"


class Triage(Screen[None]):
    """The reviewer's one screen."""

    CSS_PATH = "triage.tcss"
    BINDINGS: ClassVar = [
        Binding(action.key, action.id, action.label, show=action.id in _FOOTER, tooltip=action.help) for action in ACTIONS
    ]

    def __init__(self, ledger: Ledger):
        super().__init__()
        self._ledger = ledger
        self._words = ""
        self._decided = 0
        self._shown: ShownClaim | ShownFinding | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="desk"):
            yield Queue(id="queue")
            with Vertical(id="thing"):
                yield Source(id="source")
                with VerticalScroll(id="telling", can_focus=False):
                    yield Static("", id="told", markup=False)
        yield Static("", id="standing", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one(Queue).focus()
        left = place.recall(self._ledger.name, self._ledger.by)
        self._words = left.words
        self._load(left.id)

    # Reading: in threads, and of what is asked twice only the last answer counts

    @work(thread=True, exclusive=True, group="queue")
    def _load(self, id: str = "") -> None:
        """Fill the queue from its top; the cursor goes to ``id`` where the first page holds it."""
        worker = get_current_worker()
        with self._told():
            rows = self._ledger.queue(None, _PAGE, self._filter())
            at = next((number for number, row in enumerate(rows) if row.id == id), None)
            if id and at is None and (back := _row(self._ledger, id)) is not None and not self._words:
                rows, at = [back, *rows], 0
            if not worker.is_cancelled:
                self.app.call_from_thread(self.query_one(Queue).fill, rows, len(rows) < _PAGE, at or 0)

    @work(thread=True, exclusive=True, group="queue")
    def _more(self, last: Row) -> None:
        worker = get_current_worker()
        with self._told():
            rows = self._ledger.queue(last.key, _PAGE, self._filter())
            if not worker.is_cancelled:
                self.app.call_from_thread(self.query_one(Queue).extend, rows, len(rows) < _PAGE)

    @work(thread=True, exclusive=True, group="thing")
    def _look(self, row: Row) -> None:
        """Read what the row is about, and say to other reviewers that it is being looked at."""
        worker = get_current_worker()
        with self._told():
            thing, source = self._read(row)
            holder = self._hold(row)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, row, thing, source, holder)

    def _read(self, row: Row) -> tuple[ShownClaim | ShownFinding, Passage | None]:
        """What the row is about, and of a claim the passage where it stands."""
        if row.of == "finding":
            return self._ledger.finding(row.id), None
        claim = self._ledger.claim(row.id)
        document = self._ledger.document(claim.claim.document)
        return claim, passage(document, claim.claim.span, claim.claim.sentence, self._ledger.spans(document.id))

    def _hold(self, row: Row) -> str | None:
        """Say to other reviewers that the row is being looked at; who does so already."""
        try:
            self._ledger.release()
            return self._ledger.lock(row.id)
        except FactledgerError:
            return None  # a ledger that cannot be written now can be read; a decision will say why it fails

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with the ledger is told in one line, and the screen stays."""
        try:
            yield
        except FactledgerError as error:
            self.notify(str(error), severity="error", markup=False)

    def _show(self, row: Row, thing: ShownClaim | ShownFinding, source: Passage | None, holder: str | None) -> None:
        current = self.query_one(Queue).row
        if current is None or current.id != row.id:
            return
        self._shown = thing
        self.query_one(Source).display = source is not None
        self.query_one(Source).show(source)
        self.query_one("#told", Static).update(record(thing, holder) if isinstance(thing, ShownClaim) else sides(thing, holder))
        self.query_one("#telling", VerticalScroll).scroll_home(animate=False)

    def on_queue_moved(self, event: Queue.Moved) -> None:
        self._tell()
        if event.row is None:
            self._shown = None
            self.query_one(Source).display = False
            self.query_one("#told", Static).update(_NOT_FOUND if self._words else _EMPTY)
        else:
            place.remember(self._ledger.name, self._ledger.by, place.Place(event.row.id, self._words))
            self._look(event.row)
        self.refresh_bindings()

    def on_queue_wanted(self) -> None:
        queue = self.query_one(Queue)
        if queue.rows:
            self._more(queue.rows[-1])

    def _filter(self) -> Filter | None:
        return Filter(words=self._words) if self._words else None

    def _tell(self) -> None:
        queue = self.query_one(Queue)
        more = "" if queue.complete else "+"
        words = f"  words: {self._words}" if self._words else ""
        self.query_one("#standing", Static).update(
            f" {queue.cursor + 1} of {len(queue.rows)}{more}  decided {self._decided}{words}  {self._ledger.by} at {self._ledger.name}"
        )

    # Deciding: one after the other; the screen says so when the ledger has it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        scope = next((known.scope for known in ACTIONS if known.id.split("(")[0] == action), "anything")
        row = self.query_one(Queue).row if self.is_mounted else None
        return scope == "anything" or (row is not None and row.of == scope)

    async def _decide(self, action: str, note: str = "", fields: dict[str, object] | None = None, row: Row | None = None) -> None:
        """Record a decision on the row under the cursor, show how it stands now, and move on."""
        queue = self.query_one(Queue)
        row = row or queue.row
        if row is None:
            return
        with self._told():
            await asyncio.to_thread(self._ledger.decide, row.id, action, note, fields)
            after = await asyncio.to_thread(_row, self._ledger, row.id)
            self._decided += 1
            queue.replace(after or row)
            if action == "note":
                self._look(after or row)
            elif queue.row is not None and queue.row.id == row.id:
                queue.move(1)
            self._tell()

    async def action_verify(self) -> None:
        await self._decide("verify")

    async def action_reject(self) -> None:
        await self._decide("reject")

    async def action_dispute(self) -> None:
        await self._decide("dispute")

    async def action_needs_source(self) -> None:
        await self._decide("needs-source")

    async def action_side(self, number: int) -> None:
        await self._decide("side", fields={"claim": str(number)})

    @work
    async def action_both_valid(self) -> None:
        await self._asked("both-valid", "Why are all sides right? Another scope, another time ...")

    @work
    async def action_false_alarm(self) -> None:
        await self._asked("false-alarm", "Why do they not speak of one thing?")

    @work
    async def action_note(self) -> None:
        await self._asked("note", "Your remark:")

    async def _asked(self, action: str, question: str) -> None:
        row = self.query_one(Queue).row
        said = await self.app.push_screen_wait(Line(question, needed=True)) if row is not None else None
        if said:
            await self._decide(action, said, row=row)

    @work
    async def action_correct(self) -> None:
        row, thing = self.query_one(Queue).row, self._shown
        if row is None or not isinstance(thing, ShownClaim) or thing.row.id != row.id:
            return
        fields = await self.app.push_screen_wait(Correction(thing.claim))
        if fields:
            await self._decide("correct", fields=dict(fields), row=row)

    async def action_undo(self) -> None:
        await self._turn(self._ledger.undo, "nothing is left to take back")

    async def action_redo(self) -> None:
        await self._turn(self._ledger.redo, "nothing was taken back")

    async def _turn(self, turn: Callable[[], int | None], none: str) -> None:
        """Take back or take up, and go to the row that it was about."""
        with self._told():
            number = await asyncio.to_thread(turn)
            if number is None:
                self.notify(none, markup=False)
                return
            self._go(await asyncio.to_thread(_subject, self._ledger, number))

    def _go(self, id: str) -> None:
        """Show how the thing stands now, the cursor on it."""
        row, queue = _row(self._ledger, id), self.query_one(Queue)
        at = next((at for at, held in enumerate(queue.rows) if held.id == id), None)
        if at is None or row is None:
            self._load(id)
            return
        queue.replace(row)
        if at == queue.cursor:
            self._look(row)
        queue.cursor = at

    # Moving

    def action_down(self) -> None:
        self.query_one(Queue).move(1)

    def action_up(self) -> None:
        self.query_one(Queue).move(-1)

    def action_skip(self) -> None:
        self.query_one(Queue).move(1)

    def action_page_down(self) -> None:
        self.query_one(Queue).move(self.query_one(Queue).size.height)

    def action_page_up(self) -> None:
        self.query_one(Queue).move(-self.query_one(Queue).size.height)

    def action_first(self) -> None:
        self.query_one(Queue).move(-len(self.query_one(Queue).rows))

    def action_reload(self) -> None:
        row = self.query_one(Queue).row
        self._load(row.id if row is not None else "")

    @work
    async def action_search(self) -> None:
        words = await self.app.push_screen_wait(Line("Words of the sentence (none: all):", self._words))
        if words is not None:
            self._words = words
            self._load()

    def action_help(self) -> None:
        self.app.push_screen(Help())

    def action_quit(self) -> None:
        self.app.exit()


def _row(ledger: Ledger, id: str) -> Row | None:
    """How a claim or a finding stands now; None when the ledger does not hold it."""
    for look in (ledger.claim, ledger.finding):
        try:
            return look(id).row
        except FactledgerError:
            continue
    return None


def _subject(ledger: Ledger, decision: int) -> str:
    """What the decision of this number is about."""
    return ledger.log(details=True, last=1, before=decision + 1)[0].subject
