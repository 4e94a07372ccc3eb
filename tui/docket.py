"""What the screens ask of the ledger and tell it: pages, what a row is about, decisions. No screen is in it; any thread may call it."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing, suppress
from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

from ledger.errors import FactledgerError
from ledger.records import Claim
from ledger.service import Counted, Entry, Filter, Key, Ledger, Row, ShownClaim, ShownFinding, Taken, Wish, link
from tui.passage import Passage, passage
from tui.wrapping import seen

UNDECIDED = frozenset({"open", "unreviewed", "disagreement"})
"""How rows stand that are to be decided."""

PAGE = 100
"""Rows of a page."""

_MOST = 20
"""Documents that are listed in what is done: those with most to do."""

SIDES = 40
"""Sides of a finding that are shown: a thing that all speak of has thousands."""

_FRESH = 10.0
"""Seconds for which it need not be said again that a row is looked at: a sixth of what a lock lasts."""

_KEPT = 8
"""What is kept of that which was read ahead."""


class Page(NamedTuple):
    """Rows around a place: ``at`` is the place's number; ``first`` and ``last`` are whether the list begins and ends with them."""

    rows: list[Row]
    at: int = 0
    first: bool = True
    last: bool = True


class Look(NamedTuple):
    """What a row is about; of a claim with the ``passage`` where it stands."""

    thing: ShownClaim | ShownFinding
    passage: Passage | None


class View(NamedTuple):
    """What browse lists: claims or documents (``of``), which of them, by what, and whether from the last."""

    of: str = "claim"
    filter: Filter = Filter()
    order: str = "ledger"
    falling: bool = False


class Docket:
    """The work that ``ledger`` holds for the reviewer who opened it."""

    def __init__(self, ledger: Ledger):
        self.ledger = ledger
        self._ahead: dict[str, Look] = {}
        self._held, self._left = ("", 0.0), False

    # Reading

    def top(self, filter: Filter | None) -> Page:
        """The first rows of the queue."""
        rows = self.ledger.queue(None, PAGE, filter)
        return Page(rows, last=len(rows) < PAGE)

    def bottom(self, filter: Filter | None) -> Page:
        """The last rows of the queue."""
        rows = self.ledger.queue(None, PAGE, filter, backwards=True)
        return Page(rows, len(rows) - 1, first=len(rows) < PAGE)

    def around(self, id: str, filter: Filter | None) -> Page:
        """The rows before and behind the claim or finding ``id``, which is among them also when it is decided; else the first rows."""
        row = self.row(id)
        if row is None:
            return self.top(filter)
        before = self.ledger.queue(row.key, PAGE, filter, backwards=True) if row.key.turn else []
        behind = self.ledger.queue(row.key, PAGE, filter)
        if not row.key.turn:
            behind = [each for each in behind if each.id != id]
        return Page([*before, row, *behind], len(before), len(before) < PAGE, len(behind) < PAGE)

    def more(self, edge: Row, filter: Filter | None, above: bool) -> list[Row]:
        """The page before or behind the row at the ``edge``."""
        return self.ledger.queue(edge.key, PAGE, filter, backwards=above)

    def listed(self, view: View, edge: Key | None, above: bool) -> list[Row]:
        """A page of a view behind the ``edge``, or the one ``above`` it; without an edge the first, or the last."""
        if view.of == "document":
            return self.ledger.documents(view.filter.words, edge, PAGE, backwards=above)
        return self.ledger.claims(view.filter, edge, PAGE, order=view.order, falling=view.falling, backwards=above)

    def found(self, view: View, id: str = "") -> Page:
        """The rows of a view around the claim ``id``, which is among them also when the filter leaves it out, or the first."""
        if not id:
            rows = self.listed(view, None, False)
            return Page(rows, last=len(rows) < PAGE)
        row, key = self.ledger.place(id, view.order)
        before, behind = self.listed(view, key, True), self.listed(view, key, False)
        return Page([*before, row._replace(key=key), *behind], len(before), len(before) < PAGE, len(behind) < PAGE)

    def row(self, id: str) -> Row | None:
        """How a claim or a finding stands now; None when the ledger does not hold it."""
        try:
            return self.ledger.row(id)
        except FactledgerError:
            return None

    def thing(self, row: Row) -> ShownClaim | ShownFinding:
        """What the row is about."""
        return self.ledger.finding(row.id, SIDES) if row.of == "finding" else self.ledger.claim(row.id)

    def look(self, row: Row) -> Look:
        """What the row is about, as it stands now. The passage is not read again: texts do not change."""
        thing, known = self.thing(row), self._ahead.get(row.id)
        if known is None:
            known = Look(thing, self.passage(thing.claim) if isinstance(thing, ShownClaim) else None)
        return known._replace(thing=thing)

    def look_ahead(self, rows: Sequence[Row]) -> None:
        """Read what the rows are about, to have it at once when it is wanted."""
        for row in rows:
            found = self._ahead.pop(row.id, None) or self.look(row)
            self._ahead = {row.id: found} | dict([*self._ahead.items()][: _KEPT - 1])

    def looked(self, row: Row) -> Look | None:
        """What was read ahead of the row: perhaps a moment old."""
        return self._ahead.get(row.id)

    def counted(self) -> Generator[Counted, None, None]:
        """What is done and left, one part more each time; of the documents those with most to do."""
        with closing(self.ledger.counted()) as parts:
            for counted in parts:
                if counted.claims is not None:
                    most = nlargest(_MOST, counted.claims.by_document, key=attrgetter("left"))
                    more = len(counted.claims.by_document) - len(most)
                    counted = counted._replace(claims=counted.claims._replace(by_document=most, more=more))
                yield counted

    def passage(self, claim: Claim) -> Passage:
        """The part of its document where the claim stands, the other claims of it marked too."""
        document = self.ledger.document(claim.document)
        return passage(document, claim.span, claim.sentence, self.ledger.spans(document.id))

    def quote(self, claim: Claim) -> str:
        """The sentence of a claim as its reader sees it."""
        return seen(claim.sentence.quote, claim.document).strip()

    def link(self, claim: Claim) -> str:
        """The address that leads to the claim's sentence; empty when its source has none."""
        return link(self.ledger.document(claim.document).source.url, claim.sentence.quote, claim.mention.quote)

    def hold(self, id: str) -> str | None:
        """Say to other reviewers that ``id``, and nothing else, is being looked at; who does so already, if another does."""
        held, since = self._held
        if held == id and time.monotonic() < since + _FRESH:
            return None
        try:
            holder = self.ledger.lock(id, alone=True)
            self._held = (id if holder is None else "", time.monotonic())
            if self._left:  # meanwhile, in another thread
                self.ledger.release()
        except FactledgerError:
            return None  # a ledger that cannot be written now can be read; a decision will say why it fails
        return holder

    def tidy(self) -> None:
        """Do what would else be left for a decision to do."""
        with suppress(FactledgerError):  # a ledger that cannot be written now is tidied by the next who writes
            self.ledger.tidy()

    def leave(self) -> None:
        """Say that nothing is being looked at any more, whatever a thread is still about to say."""
        self._left = True
        with suppress(FactledgerError):  # others will find what was being looked at stale
            self.ledger.release()

    def free(self, rows: Sequence[Row]) -> Taken:
        """The number of the first of ``rows`` that is undecided and that nobody else looks at, held from now on.

        With it come those before as they stand, when others have decided on them meanwhile.
        """
        return self._among(rows, self.ledger.take(_undecided(rows)))

    def _among(self, rows: Sequence[Row], taken: Taken) -> Taken:
        """``taken`` of the undecided, counted among all ``rows``."""
        if taken.at is None:
            return taken
        at = [number for number, row in enumerate(rows) if row.status in UNDECIDED][taken.at]
        self._held = (rows[at].id, time.monotonic())
        if self._left:  # meanwhile, in another thread
            self.ledger.release()
        return taken._replace(at=at)

    # Deciding

    def decide(self, row: Row, action: str, note: str = "", fields: Mapping[str, object] | None = None) -> Row:
        """Record a decision on the row as it was seen; how it stands then. A ruling on a disagreement settles it.

        Raises UsageError, among others when another reviewer has decided on it meanwhile.
        """
        wish = self._wish(row, action, note, fields)
        self.ledger.decide_all([wish])
        return self.row(row.id) or row

    def decide_and_go_on(
        self, row: Row, action: str, note: str, fields: Mapping[str, object] | None, behind: Sequence[Row]
    ) -> tuple[Row, Taken]:
        """As ``decide``; in the same step as ``free`` of the rows ``behind``: one writing to the disk, not two."""
        after, taken = self.ledger.decide_and_take(row, self._wish(row, action, note, fields), _undecided(behind))
        return after, self._among(behind, taken)

    def _wish(self, row: Row, action: str, note: str, fields: Mapping[str, object] | None) -> Wish:
        self._ahead.pop(row.id, None)
        settles = row.status == "disagreement" and action not in ("note", "assign")
        return Wish(row.id, action, note, dict(fields or {}), settles, self._expected(row))

    def decide_all(self, rows: Sequence[Row], action: str) -> list[Row]:
        """Record one decision on each of the rows, all or none; how they stand then. Raises UsageError as ``decide`` does."""
        self._ahead = {}
        self.ledger.decide_all([Wish(row.id, action, expects=self._expected(row)) for row in rows])
        return [self.row(row.id) or row for row in rows]

    def _expected(self, row: Row) -> str:
        """The status that a decision counts on; in blind review what is seen may not be what is."""
        return "" if self.ledger.blind else row.status

    def turn(self, back: bool) -> list[Row]:
        """Take back the last decision, or take it up again, with all that were recorded with it at once; how the things stand then."""
        self._ahead, turned = {}, list[Row]()
        number = self.ledger.undo() if back else self.ledger.redo()
        while number is not None:
            event, beside = self._event(number), self._event(number - 1 if back else number + 1)
            turned += filter(None, [self.row(event.subject) if event is not None else None])
            if event is None or beside is None or beside.kind != "decision" or (beside.at, beside.by) != (event.at, event.by):
                break
            if self._is_taken_back(beside) == back:
                break
            number = self.ledger.undo(beside.seq) if back else self.ledger.redo()
        return turned

    def _event(self, number: int) -> Entry | None:
        """The event of that number, if there is one that the reviewer may know."""
        return next((event for event in self.ledger.log(details=True, last=1, before=number + 1) if event.seq == number), None)

    def _is_taken_back(self, decision: Entry) -> bool:
        thing = self.thing(self.ledger.row(decision.subject))
        return any(said.seq == decision.seq and said.undone is not None for said in thing.decisions)


def _undecided(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.status in UNDECIDED]
