"""Documents into a ledger: what has changed is read, extracted and recorded, then the claims that stand are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ledger.allocation import uncollected
from ledger.errors import ReadingError
from ledger.pipeline.comparing import compare
from ledger.pipeline.running import Progress, alone, of_files
from ledger.reading import OnError, find, read
from ledger.records import Claim, Document
from ledger.rules import rules
from ledger.store import recording
from ledger.store.database import Database
from ledger.store.reconciling import Compared
from ledger.store.recording import Place, Read, Recorded
from ledger.store.spelling import spelled

AT_ONCE = 8000
"""Claims of one transaction, roughly: a document is never parted."""


class Added(NamedTuple):
    """What adding did: files that stood as they were, what was recorded, and what comparing came to."""

    unchanged: int
    recorded: Recorded
    compared: Compared


class Intake(NamedTuple):
    """What adds to a ledger, in the name of ``by``; ``clock`` gives the time in UTC as ISO text. Every method raises StoreError."""

    database: Database
    by: str
    clock: Callable[[], str]

    def add(self, paths: Iterable[str], on_error: OnError, progress: Progress | None, jobs: int) -> Added:
        """Add what has changed of the documents at ``paths``, a batch a transaction; what cannot be read goes to ``on_error``."""
        with self.database.reading() as connection:
            held = recording.places(connection, rules())
        self.database.close()  # no process of the pool shares a connection
        files = list(find(paths, on_error))
        changed = [path for path in files if not _stands(path, held)]
        recorded = Recorded()
        for batch in batches(changed, on_error, progress, jobs):
            recorded = recorded.plus(self.record(batch))
        return Added(len(files) - len(changed), recorded, self.compare(jobs))

    def record(self, read: Sequence[Read]) -> Recorded:
        """Record documents with the claims found in them, in one transaction."""
        with uncollected(), self.database.writing() as connection:
            return recording.record(connection, read, rules(), self.by, self.clock())

    def compare(self, jobs: int = 1) -> Compared:
        """Compare the claims that stand, when they have changed since; many by ``jobs`` processes. Raises WorkerError too."""
        with uncollected():
            return compare(self.database, self.by, self.clock, jobs)


def batches(files: list[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1) -> Iterator[list[Read]]:
    """What is read of ``files`` and found there by ``jobs`` processes, in lists of what is to be recorded in one transaction."""
    batch, waiting = list[Read](), 0
    for each in of_files(_spelled, files, on_error, progress, jobs):
        batch.append(each)
        waiting += len(each[1]) + 1
        if waiting >= AT_ONCE:
            yield batch
            batch, waiting = [], 0
    if batch:
        yield batch


def _spelled(document: Document, found: list[Claim]) -> Read:
    return document, [spelled(claim) for claim in found]


def _stands(path: str, held: Mapping[str, Place]) -> bool:
    """Whether the file is as the ledger has it, of the same source; what cannot be read is told when it is extracted."""
    if path == "-" or path not in held:
        return False
    try:
        with alone(path):
            document = read(path)
    except ReadingError:
        return False
    return held[path] == Place(document.id, document.source)
