"""Triage: the queue, and beside it the source and the record, or the sides of a finding; one key decides and moves on."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static
from textual.worker import get_current_worker

from ledger.records import Claim
from ledger.service import Filter, Row, ShownClaim, ShownFinding, Taken
from tui import actions, place
from tui.actions import ACTIONS, Action
from tui.docket import PAGE, UNDECIDED, Docket, Look, Page
from tui.screens.asking import Correction, Line
from tui.screens.desk import Desk
from tui.sides import numbered, sides
from tui.telling import record
from tui.widgets.keys import Keys
from tui.widgets.lines import Lines
from tui.widgets.listing import Listing
from tui.widgets.source import Source

_HEARTBEAT = 20.0
"""Seconds after which it is said again that a row is being looked at: a third of what a lock lasts."""

_EMPTY = (
    "Nothing is left to decide.",
    "",
    "  factledger add PATH...   reads more articles into the ledger",
    "  {undo}   takes back your last decision",
    "  {browse}   looks around in all that is decided",
    "  {progress}   tells how the work stands",
)
_NOT_FOUND = ("Nothing to decide has these words.", "", "  {search}   with an empty line shows all again")
_NONE_MINE = ("Nothing is assigned to you.", "", "  {mine}   shows all again", "  {browse}   looks around in all claims")
_OF_A_ROW = ("ask", "skip", "bulk", "move", "page", "first", "last")
"""Actions, as Textual names them, for which there must be rows."""

_BULK = ("verify", "reject", "dispute", "needs-source")
_QUESTIONS = {
    "both-valid": "Why are all sides right? Another scope, another time ...",
    "false-alarm": "Why do they not speak of one thing?",
    "note": "Your remark:",
    "assign": "Who should look at it?",
}


class Triage(Desk):
    """The reviewer's one screen."""

    NAME = "triage"
    CSS_PATH = ["desk.tcss", "triage.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar = actions.bindings("triage")

    def __init__(self, docket: Docket, table: tuple[Action, ...] = ACTIONS):
        super().__init__(docket, table)
        self._words = ""
        self._mine = False
        self._decided = 0
        self._shown: ShownClaim | ShownFinding | None = None
        self._holder: str | None = None
        self._side = 0
        self._of = ""
        self._place: place.Place | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="desk"):
            yield Listing(self.moved, id="queue")
            with Vertical(id="thing"):
                yield Source(id="source")
                yield Lines(id="told")
        yield Static("", id="standing", markup=False)
        yield Keys()

    def on_mount(self) -> None:
        self.listing.focus()
        left = place.recall(self.docket.ledger.name, self.docket.ledger.by)
        self._words = left.words
        self._load(left.id, left.above)
        self.set_interval(_HEARTBEAT, self._beat)

    # Reading: in threads, and of what is asked twice only the last answer counts

    @work(thread=True, exclusive=True, group="queue")
    def _load(self, id: str = "", above: int | None = None, *, last: bool = False) -> None:
        """Fill the queue around ``id``, or from its top, or up to its ``last`` row."""

        def page() -> Page:
            if last:
                return self.docket.bottom(self._filter())
            return self.docket.around(id, self._filter()) if id else self.docket.top(self._filter())

        def show(page: Page) -> None:
            self.listing.fill(page.rows, page.at, first=page.first, last=page.last, above=above)

        self.ask(page, show)

    @work(thread=True, exclusive=True, group="queue")
    def more(self, edge: Row, above: bool) -> None:
        self.ask(lambda: self.docket.more(edge, self._filter(), above), lambda rows: self.listing.extend(rows, len(rows) < PAGE, above))

    @work(thread=True, exclusive=True, group="thing")
    def read(self, row: Row, next: Sequence[Row]) -> None:
        """As a desk does it; it is said to other reviewers that the row is being looked at."""
        worker = get_current_worker()
        self.ask(lambda: self.docket.look(row), lambda look: self.present(row, look))
        if not worker.is_cancelled:
            self._remember()
        if not worker.is_cancelled:
            self.ask(lambda: self.docket.hold(row.id), lambda holder: self._held(row, holder))
        if not worker.is_cancelled:
            self.ask(lambda: self.docket.look_ahead(next), lambda _: None)

    def on_unmount(self) -> None:
        self._remember()

    def _remember(self) -> None:
        """Keep the place for the next time."""
        ledger = self.docket.ledger
        if self._place is not None:
            place.remember(ledger.name, ledger.by, self._place)

    @work(thread=True, exclusive=True, group="side")
    def _read_side(self, finding: ShownFinding, number: int) -> None:
        self.ask(lambda: self.docket.passage(numbered(finding)[number - 1]), self.query_one(Source).show)

    def present(self, row: Row, look: Look) -> None:
        if self.listing.row is None or self.listing.row.id != row.id or look.thing == self._shown:
            return
        stays = self._shown is not None and self._shown.row.id == row.id
        self._shown = look.thing
        if not stays:
            self._holder, self._side = None, 0
            self.query_one(Source).display = look.passage is not None
            self.query_one(Source).show(look.passage)
        self._tell_thing(stay=stays)

    def _held(self, row: Row, holder: str | None) -> None:
        if holder is not None and self.listing.row is not None and self.listing.row.id == row.id:
            self._holder = holder
            self._tell_thing(stay=True)

    def _tell_thing(self, *, stay: bool = False) -> None:
        thing, holder, side = self._shown, self._holder, self._side
        if isinstance(thing, ShownClaim):
            self.query_one(Lines).show(lambda width: record(thing, holder, width), stay=stay)
        elif thing is not None:
            self.query_one(Lines).show(lambda width: sides(thing, holder, width, side), stay=stay)

    def moved(self, row: Row | None) -> None:
        self._tell()
        if row is None:
            self._shown = None
            self.query_one(Source).display = False
            said = _NOT_FOUND if self._words else _NONE_MINE if self._mine else _EMPTY
            self.query_one(Lines).show(lambda width: self.guide(said, width))
        else:
            self._place = place.Place(row.id, self._words, self.listing.above)
            self.look(row)
        of = row.of if row is not None else ""
        if of != self._of:
            self._of = of
            self.refresh_bindings()

    def claims(self) -> list[Claim]:
        thing, row = self._shown, self.listing.row
        if row is None or thing is None or thing.row.id != row.id:
            return []
        sides = [thing.claim] if isinstance(thing, ShownClaim) else numbered(thing)
        return sides[self._side - 1 : self._side] if self._side else sides

    def _beat(self) -> None:
        self._hold_on(self.listing.row.id if self.listing.row is not None else "")

    @work(thread=True, exclusive=True, group="beat")
    def _hold_on(self, id: str) -> None:
        if id:
            self.docket.hold(id)
        self.docket.tidy()

    def _filter(self) -> Filter | None:
        assigned = self.docket.ledger.by if self._mine else ""
        return Filter(words=self._words, assigned=assigned) if self._words or assigned else None

    def _tell(self) -> None:
        listing, ledger = self.listing, self.docket.ledger
        words = f"  words: {self._words}" if self._words else ""
        words += f"{'  assigned to you' * self._mine}{'  blind' * ledger.blind}"
        more = "" if listing.complete else "+"
        self.say(f" {listing.cursor + 1} of {len(listing.rows)}{more}  decided {self._decided}{words}  {ledger.by} at {ledger.name}")

    # Deciding: one after the other; the screen says so when the ledger has it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        scope, row = actions.scope(action, parameters), self.listing.row if self.is_mounted else None
        if scope in ("claim", "finding") and (row is None or row.of != scope):
            return False
        if row is None:
            return action not in _OF_A_ROW and self.is_mounted and super().check_action(action, parameters)
        return super().check_action(action, parameters)

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        if action == "side" and isinstance(self._shown, ShownFinding) and isinstance(parameters[0], int):
            return parameters[0] <= len(numbered(self._shown))
        return super().offers(action, parameters)

    async def _decide(self, action: str, note: str = "", fields: Mapping[str, object] | None = None, row: Row | None = None) -> None:
        """Record a decision on the row under the cursor, show how it stands now, and move on."""
        row = row or self.listing.row
        if row is None:
            return
        behind = self._behind()
        stays = action in ("note", "assign")
        goes_on = not stays and self._is_at(row)

        def decided() -> tuple[Row, Taken]:
            if goes_on:
                return self.docket.decide_and_go_on(row, action, note, fields, behind)
            return self.docket.decide(row, action, note, fields), Taken(None, [])

        with self.told():
            after, taken = await asyncio.to_thread(decided)
            self._decided += 1
            self.listing.replace(after)
            if goes_on and self._is_at(row):
                self._go_on(behind, *taken)
            elif stays:
                self.look(after)
            self._tell()

    def _is_at(self, row: Row) -> bool:
        return self.listing.row is not None and self.listing.row.id == row.id

    def _behind(self) -> list[Row]:
        """The rows among which the next undecided one is looked for."""
        return self.listing.rows[self.listing.cursor + 1 :][:PAGE]

    async def _on(self) -> None:
        """Go to the next row that is undecided and that nobody else looks at."""
        behind = self._behind()
        self._go_on(behind, *await asyncio.to_thread(self.docket.free, behind))

    def _go_on(self, behind: Sequence[Row], at: int | None, stand: Sequence[Row]) -> None:
        """Go to the row ``at`` of those behind, or past them; what others decided meanwhile is shown: how these rows ``stand``."""
        for row in stand:
            self.listing.replace(row)
        self.listing.move(at + 1 if at is not None else max(len(behind), 1))

    async def action_decide(self, action: str) -> None:
        await self._decide(action)

    async def action_side(self, number: int) -> None:
        if isinstance(self._shown, ShownFinding) and self.listing.row is not None and self._shown.row.id == self.listing.row.id:
            sides = numbered(self._shown)
            if number <= len(sides):
                await self._decide("side", fields={"claim": sides[number - 1].id})
            else:
                self.notify(f"there is no side {number}", severity="warning", markup=False)

    async def action_skip(self) -> None:
        with self.told():
            await self._on()

    @work
    async def action_ask(self, action: str) -> None:
        row = self.listing.row
        said = await self.app.push_screen_wait(Line(_QUESTIONS[action], needed=True)) if row is not None else None
        if said and action == "assign":
            await self._decide(action, fields={"to": said}, row=row)
        elif said:
            await self._decide(action, said, row=row)

    @work
    async def action_bulk(self) -> None:
        """One decision on what is on the screen: those rows as they were when it was asked, and only with their number."""
        rows = [row for row in self.listing.seen_rows() if row.of == "claim" and row.status in UNDECIDED]
        if not rows:
            self.notify("no undecided claim is on the screen", markup=False)
            return
        question = f"{len(rows)} undecided claims are shown. Decide on all of them? Type one: {_bulks(rows)}"
        said = await self.app.push_screen_wait(Line(question))
        if not said:
            return
        action, _, number = said.rpartition(" ")
        if action not in _BULK or number != str(len(rows)):
            self.notify(f"nothing was recorded: expected {_bulks(rows)}", severity="warning", markup=False)
            return
        with self.told():
            for row in await asyncio.to_thread(self.docket.decide_all, rows, action):
                self.listing.replace(row)
            self._decided += len(rows)
            await self._on()
            self._tell()

    @work
    async def action_correct(self) -> None:
        row, thing = self.listing.row, self._shown
        if row is None or not isinstance(thing, ShownClaim) or thing.row.id != row.id:
            return
        fields = await self.app.push_screen_wait(Correction(thing.claim))
        if fields:
            await self._decide("correct", fields=fields, row=row)

    async def action_undo(self) -> None:
        await self._turn(True, "nothing is left to take back")

    async def action_redo(self) -> None:
        await self._turn(False, "nothing was taken back")

    async def _turn(self, back: bool, none: str) -> None:
        """Take back or take up, and go to the row that it was about."""
        with self.told():
            rows = await asyncio.to_thread(self.docket.turn, back)
            if not rows:
                self.notify(none, markup=False)
                return
            for row in rows:
                self.listing.replace(row)
            row = rows[-1]
            at = self.listing.find(row.id)
            if at is None:
                self._load(row.id)
                return
            if at == self.listing.cursor:
                self.look(row)
            self.listing.cursor = at

    # Moving

    def action_first(self) -> None:
        if self.listing.whole[True]:
            self.listing.move(-len(self.listing.rows))
        else:
            self._load()

    def action_last(self) -> None:
        if self.listing.whole[False]:
            self.listing.move(len(self.listing.rows))
        else:
            self._load(last=True)

    def go_to(self, id: str) -> None:
        """Show the claim or the finding, also when it is decided, and what is before and behind it."""
        self._words = ""
        self._load(id)

    def action_open_side(self) -> None:
        """The next side in its document, below the sides; behind the last, none."""
        thing = self._shown
        if isinstance(thing, ShownFinding):
            self._side = (self._side + 1) % (len(thing.finding.claims) + 1)
            self.query_one(Source).display = bool(self._side)
            self._tell_thing(stay=True)
            if self._side:
                self._read_side(thing, self._side)

    def action_reload(self) -> None:
        row = self.listing.row
        self._load(row.id if row is not None else "", self.listing.above)

    def action_mine(self) -> None:
        self._mine = not self._mine
        self._load()

    @work
    async def action_search(self) -> None:
        words = await self.app.push_screen_wait(Line("Words of the sentence (none: all):", self._words))
        if words is not None:
            self._words = words
            self._load()


def _bulks(rows: Sequence[Row]) -> str:
    """What may be answered to the question of a bulk decision."""
    return ", ".join(f"{action} {len(rows)}" for action in _BULK)
