"""The ledger as front ends know it: what may be asked of it and done to it, in records and plain rows.

Every method may be called from any thread; each takes a connection of its own. What changes the
ledger is on the disk when the method returns, or has not happened (StoreError).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from ledger.errors import UsageError
from ledger.exports.fragments import link
from ledger.reading import OnError, read_bytes
from ledger.reading.reader import PAGES
from ledger.records import Checkpoint, Claim, Decision, Document, Finding
from ledger.store import (
    blind,
    browsing,
    chain,
    deciding,
    history,
    locks,
    projection,
    queries,
    queue,
    restored,
    statistics,
    taking,
    topics,
)  # fmt: skip
from ledger.store.agreement import Agreement
from ledger.store.bodies import CheckpointBody
from ledger.store.browsing import ORDERS
from ledger.store.canonical import canonical
from ledger.store.database import CACHE, Database, while_wanted
from ledger.store.deciding import Wish
from ledger.store.history import Entry
from ledger.store.pace import Pace
from ledger.store.proof import proved
from ledger.store.queries import PAGE, Filter, Key, Row
from ledger.store.reconciling import Compared
from ledger.store.recording import Read, Recorded
from ledger.store.standing import CLAIM_STATUSES, FINDING_STATUSES
from ledger.store.statistics import Counted, Done, Reviewed, Statistics
from ledger.store.tables import NO_NUMBER
from ledger.store.taking import Taken
from ledger.store.topics import Figure, Topic

if TYPE_CHECKING:  # adding and exporting are loaded when they are done: the first screen does not wait for them
    from ledger.exports.merging import Merged
    from ledger.exports.record import VerifiedClaims
    from ledger.pipeline import Progress
    from ledger.pipeline.adding import Added, Intake

__all__ = [
    "CLAIM_STATUSES", "FINDING_STATUSES", "NO_NUMBER", "ORDERS", "PAGES", "Agreement", "Checkpoint", "Counted", "Done", "Entry", "Figure",
    "Filter", "Key", "Ledger", "Pace", "Reviewed", "Row", "ShownClaim", "ShownFinding", "Statistics", "Taken", "Topic", "Wish", "link",
    "while_wanted",
]  # fmt: skip


class ShownClaim(NamedTuple):
    """A claim with how it stands and all that was said of it."""

    row: Row
    claim: Claim
    corrected: str | None
    follows: str | None
    decisions: list[Decision]
    findings: list[int]


class ShownFinding(NamedTuple):
    """A finding with how it stands and all that was said of it."""

    row: Row
    finding: Finding
    decisions: list[Decision]
    more: int = 0
    """Claims of it that were not read."""


def now() -> str:
    """The time in UTC, to the microsecond, as the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Ledger:
    """An open ledger: a path, or a URL as SQLAlchemy has them.

    ``by`` is who adds and decides. ``create`` makes the ledger when there is none. ``wait`` is for how many seconds
    a writer waits for another. ``blind``, once set, keeps from the reviewer what others decided on a thing before they have
    ruled on it themselves, and asks for a second ruling on it. ``cache`` is how many megabytes of an SQLite file each connection keeps.

    This and every method raise StoreError when the database cannot be reached, read or written; nothing of what was to be
    written is kept then.
    """

    def __init__(
        self,
        ledger: str,
        by: str = "",
        *,
        create: bool = False,
        wait: float | None = None,
        clock: Callable[[], str] = now,
        cache: int = CACHE,
    ):
        self._database = Database(ledger, create=create, wait=wait, cache=cache)
        self.name, self.by, self._clock, self.blind = self._database.name, by, clock, False

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give everything back; the ledger is not to be used any more."""
        self._database.close()

    def tidy(self) -> None:
        """Move the log beside an SQLite file into the file, so that no writer has to; nothing that was recorded depends on it."""
        self._database.tidy()

    @property
    def _eyes(self) -> str:
        """Whose eyes are to see no status that others gave; empty for all."""
        return self.by if self.blind else ""

    def _seen(self, filter: Filter | None) -> Filter:
        return replace(filter or Filter(), eyes=self._eyes)

    # Adding

    def add(self, paths: Iterable[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1) -> Added:
        """Read, extract and record the documents at ``paths``, then compare all claims that stand; in ``jobs`` processes.

        A batch of documents is one transaction; interrupted, what was recorded stays, and the same call goes
        on from there. What cannot be read goes to ``on_error``.
        """
        return self._intake.add(paths, on_error, progress, jobs)

    def record(self, read: Sequence[Read]) -> Recorded:
        """Record documents with the claims found in them, as ``ledger.pipeline.adding`` reads them, in one transaction."""
        return self._intake.record(read)

    def compare(self, jobs: int = 1) -> Compared:
        """Hold all claims that stand side by side, when they have changed since this was last done; many in ``jobs`` processes."""
        return self._intake.compare(jobs)

    @property
    def _intake(self) -> Intake:
        from ledger.pipeline.adding import Intake

        return Intake(self._database, self.by, self._clock)

    def merge(self, export: VerifiedClaims, name: str) -> tuple[Merged, Compared]:
        """Take in what another ledger, called ``name`` here, has verified; then compare all claims. Raises ProofError and UsageError."""
        from ledger.exports.merging import merge

        with self._database.writing() as connection:
            merged = merge(connection, export, name, self.by, self._clock())
        return merged, self.compare()

    # Deciding

    def decide(
        self,
        target: str,
        action: str,
        note: str = "",
        fields: dict[str, object] | None = None,
        *,
        adjudicates: bool = False,
        expects: str = "",
    ) -> int:
        """Record what the reviewer says of a claim or a finding; the decision's number.

        ``expects`` is the status that the reviewer saw. Raises UsageError, also when another has decided meanwhile.
        """
        return self.decide_all([Wish(target, action, note, fields or {}, adjudicates, expects)])[0]

    def decide_all(self, wishes: Sequence[Wish]) -> list[int]:
        """Record several decisions, all or none; their numbers. Raises UsageError."""
        with self._database.writing() as connection:
            return deciding.decide(connection, list(wishes), self.by, self._clock())

    def decide_and_take(self, row: Row, wish: Wish, behind: Sequence[Row]) -> tuple[Row, Taken]:
        """Record a decision on ``row`` and, in the same transaction, ``take`` one of the rows ``behind``; how the row stands then.

        Raises UsageError.
        """
        with self._database.writing() as connection:
            deciding.decide(connection, [wish], self.by, self._clock())
            return queries.again(connection, row, self._eyes), taking.take(connection, behind, self.by, self._eyes)

    def undo(self, decision: int | None = None) -> int | None:
        """Take back a decision: the reviewer's last that stands, or the one of that number; None when there is none."""
        with self._database.writing() as connection:
            return deciding.undo(connection, self.by, self._clock(), decision)

    def redo(self) -> int | None:
        """Take up again what the reviewer took back last, unless a decision came after; None when there is nothing."""
        with self._database.writing() as connection:
            return deciding.redo(connection, self.by, self._clock())

    # Looking

    def queue(self, after: Key | None = None, size: int = PAGE, filter: Filter | None = None, *, backwards: bool = False) -> list[Row]:
        """A page of what is to be decided, hardest first: behind ``after``, or before it when ``backwards``."""
        with self._database.reading() as connection:
            if self.blind:
                return blind.second(connection, self.by, after, size, filter, backwards)
            return queue.queue(connection, after, size, filter, backwards)

    def row(self, id: str) -> Row:
        """How a claim or a finding stands, by its id or the beginning of it. Raises UsageError."""
        with self._database.reading() as connection:
            return taking.row(connection, id, self._eyes)

    def claims(
        self,
        filter: Filter | None = None,
        after: Key | None = None,
        size: int = PAGE,
        *,
        order: str = "ledger",
        falling: bool = False,
        backwards: bool = False,
    ) -> list[Row]:
        """A page of claims by ``order`` (see ``ORDERS``), behind ``after``; ``backwards`` the page before it, or the last."""
        with self._database.reading() as connection:
            return browsing.listed(connection, self._seen(filter), after, size, order, falling, backwards)

    def place(self, id: str, order: str = "ledger") -> tuple[Row, Key]:
        """A claim, by its id or the beginning of it, and where it stands in a list by ``order``. Raises UsageError."""
        with self._database.reading() as connection:
            aim = deciding.target(connection, id, follow=False, of="claim")
            return queries.claim(connection, aim.seq, self._eyes), browsing.place(connection, aim.seq, order, self._eyes)

    def count(self, filter: Filter | None = None) -> int:
        """How many claims there are."""
        with self._database.reading() as connection:
            return queries.count(connection, self._seen(filter))

    def kinds(self) -> list[str]:
        """The kinds that claims have."""
        with self._database.reading() as connection:
            return browsing.kinds(connection)

    def documents(self, words: str = "", after: Key | None = None, size: int = PAGE, *, backwards: bool = False) -> list[Row]:
        """A page of documents whose path, title or publisher has ``words``; of a row ``status`` is how much of it is done."""
        with self._database.reading() as connection:
            return browsing.documents(connection, words, after, size, backwards, self._eyes)

    def findings(self, filter: Filter | None = None, after: Key | None = None, size: int = PAGE) -> list[Row]:
        """A page of findings."""
        with self._database.reading() as connection:
            return queries.findings(connection, self._seen(filter), after, size)

    def claim(self, id: str) -> ShownClaim:
        """A claim by its id or the beginning of it. Raises UsageError."""
        with self._database.reading() as connection:
            aim = deciding.target(connection, id, follow=False, of="claim")
            row, (corrected, follows) = queries.claim(connection, aim.seq), queries.amended(connection, aim.seq)
            said = queries.decisions_on(connection, "claim", aim.lineage)
            claim = restored.claims_by_seq(connection, [aim.seq])[aim.seq]
            if self.blind:
                said = blind.told(said, row, self.by)
                row = queries.claim(connection, aim.seq, self.by)
            return ShownClaim(row, claim, corrected if said else None, follows, said, queries.findings_of(connection, aim.seq))

    def finding(self, fingerprint: str, most: int | None = None) -> ShownFinding:
        """A finding by its fingerprint or the beginning of it, with all of its claims or the first ``most``. Raises UsageError."""
        with self._database.reading() as connection:
            aim = deciding.target(connection, fingerprint, follow=False, of="finding")
            row = queries.finding(connection, aim.seq)
            finding = restored.findings_by_seq(connection, [aim.seq], most)[aim.seq]
            more = queries.sides(connection, aim.seq) - len(finding.claims)
            said = queries.decisions_on(connection, "finding", aim.seq)
            if self.blind:
                said = blind.told(said, row, self.by)
                row = queries.finding(connection, aim.seq, self.by)
            return ShownFinding(row, finding, said, more)

    def document(self, id: str) -> Document:
        """A document with its text and prose, by its id or by the path where it stands. Raises UsageError."""
        with self._database.reading() as connection:
            held = restored.document(connection, id)
        read_again = read_bytes(held.text.encode(), held.path, held.format)
        return read_again.model_copy(update={"id": held.id, "source": held.source})

    def spans(self, document: str) -> list[tuple[int, int]]:
        """Where the figures of the document of this id stand in its text, in order."""
        with self._database.reading() as connection:
            return queries.spans(connection, document)

    def topics(self, size: int = PAGE) -> Generator[Topic, None, None]:
        """The ``size`` topics with most figures over time, one after the other."""
        with self._database.reading() as connection:
            yield from topics.topics(connection, size)

    def log(self, about: str = "", details: bool = False, last: int | None = None, before: int | None = None) -> list[Entry]:
        """The events about a claim, a finding or a document, or of the whole, the oldest first. Raises UsageError."""
        with self._database.reading() as connection:
            entries = history.entries(connection, about, details, last, before)
        return blind.kept_back(entries, self._decisions(about), self.by) if self.blind else entries

    def _decisions(self, about: str) -> list[Decision]:
        """What was said of the claim or the finding ``about``, as far as the reviewer may know; nothing of what is neither."""
        try:
            row = self.row(about)
        except UsageError:
            return []
        return self.claim(row.id).decisions if row.of == "claim" else self.finding(row.id).decisions

    def statistics(self) -> Statistics:
        """How much is done and left, and how far reviewers agree."""
        with self._database.reading() as connection:
            return statistics.statistics(connection, self._eyes)

    def counted(self) -> Generator[Counted, None, None]:
        """What is done and left, how fast, and how far reviewers agree: one part more each time."""
        with self._database.reading() as connection:
            yield from statistics.counted(connection, self._eyes)

    # Several at once

    def lock(self, target: str, *, alone: bool = False) -> str | None:
        """Say that the reviewer looks at ``target``, for a minute; the name of who does so already, if another does.

        ``alone`` gives back all else that the reviewer holds.
        """
        with self._database.writing() as connection:
            return locks.take(connection, target, self.by, alone=alone)

    def take(self, rows: Sequence[Row]) -> Taken:
        """Lock the first of ``rows`` that stands as it says and that nobody else looks at, and nothing else."""
        with self._database.writing() as connection:
            return taking.take(connection, rows, self.by, self._eyes)

    def release(self, target: str | None = None) -> None:
        """Give back the lock on ``target``, or all of the reviewer's."""
        with self._database.writing() as connection:
            locks.release(connection, self.by, target)

    def locks(self) -> dict[str, str]:
        """Who looks at what just now."""
        with self._database.reading() as connection:
            return locks.held(connection)

    # Proving

    def verify(self, earlier: Sequence[Checkpoint] = ()) -> Checkpoint:
        """The ledger's checkpoint, once the chain, the texts and the tables hold. Raises ProofError for the first that does not."""
        with self._database.reading() as connection:
            return proved(connection, earlier)

    def checkpoint(self) -> Checkpoint:
        """The ledger's size and root now, as the chain stands; it is noted in the ledger, and worth keeping outside."""
        with self._database.writing() as connection:
            taken = chain.prove(chain.read(connection))
            body: CheckpointBody = {"size": taken.size, "head": taken.head, "root": taken.root}
            draft = chain.Draft("checkpoint", taken.root, canonical(body))
            projection.apply(connection, chain.append(connection, [draft], self.by, self._clock()))
            return taken

    def verified(self, key: Path | None = None) -> VerifiedClaims:
        """What was verified, with its evidence, for ``ledger.exports``; signed with the private ``key``. Raises UsageError."""
        from ledger.exports.gathering import gathered

        with self._database.reading() as connection:
            return gathered(connection, key)

    def rebuild(self, progress: Callable[[int], None] | None = None) -> int:
        """Compute all tables again from the chain; the number of events."""
        with self._database.writing() as connection:
            return projection.rebuild(connection, progress)

    def state(self) -> str:
        """A hash over all computed tables: equal for equal states."""
        with self._database.reading() as connection:
            return projection.state_hash(connection)

    def events(self) -> Iterator[chain.Event]:
        """The whole chain, in order."""
        with self._database.reading() as connection:
            yield from chain.read(connection)
