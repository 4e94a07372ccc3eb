"""Each document of many read, its claims extracted, something made of both: in order, one at a time or by a pool."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TypeVar

from ledger import patterns as re
from ledger.errors import FactledgerError, ReadingError, unforeseen
from ledger.extraction import extract
from ledger.reading import OnError, find, read, shown
from ledger.records import Claim, Document

T = TypeVar("T")
Work = Callable[[Document, list[Claim]], T]
Progress = Callable[[int, int, int], None]
"""Told after each file: how many files are done, of how many, and the claims found so far."""

_LINE_END = re.compile(r"\r\n?|\n")
_BATCH, _MOST_FILES = 32 * 1024, 16
"""Bytes of files, and files, that a worker is sent at a time: little, for at the end the others wait for the last batch."""
_ALONE = 16
"""Batches up to which one process is sooner done than a pool has started."""
_STANDARD_INPUT = "-"


def claims(
    paths: Iterable[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1
) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document of ``paths`` in turn and its claims, in document order.

    What cannot be read goes to ``on_error``, and the others go on. One document is held at a time, or one batch of each of ``jobs``.
    """
    return each(_both, paths, on_error, progress, jobs)


def each(work: Work[T], paths: Iterable[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1) -> Iterator[T]:
    """``work(document, claims)`` of each document of ``paths``, in their order, as ``claims`` gives them.

    With more than one of ``jobs`` it is done in processes of their own; then ``work`` is a function of a module,
    and what it returns should be light to send.
    """
    return of_files(work, list(find(paths, on_error)), on_error, progress, jobs)


def of_files(work: Work[T], files: list[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1) -> Iterator[T]:
    """As ``each``, of files that have been found."""
    done = count = 0
    for batch in _batches(partial(_worked, work), files, jobs):
        for found, result in batch:
            if isinstance(result, ReadingError):
                on_error(result)
            else:
                count += found
                yield result
            done += 1
            if progress is not None:
                progress(done, len(files), count)


def cores() -> int:
    """How many processes can run at a time, as far as this one may know."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(work: Callable[[list[str]], T], files: list[str], jobs: int) -> Iterator[T]:
    batches = list(_batched(files)) if jobs > 1 and are_many(files) else []
    if not batches:
        return (work([path]) for path in files)
    from ledger.workers import in_order

    return in_order(work, batches, min(jobs, len(batches)))


def are_many(files: Sequence[str]) -> bool:
    """Whether the files are so many, or so large, that a pool of processes and a cache save more than they cost."""
    if _STANDARD_INPUT in files:
        return False
    size = 0
    for path in files:
        with suppress(OSError):
            size += os.path.getsize(path)
        if size > _ALONE * _BATCH:
            return True
    return len(files) > _ALONE * _MOST_FILES


def _batched(files: list[str]) -> Iterator[list[str]]:
    """``files`` in order, cut where a batch is full."""
    batch, size = list[str](), 0
    for path in files:
        batch.append(path)
        with suppress(OSError):  # whoever reads it says so
            size += os.path.getsize(path)
        if size >= _BATCH or len(batch) == _MOST_FILES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _worked(work: Work[T], paths: list[str]) -> list[tuple[int, T | ReadingError]]:
    """How many claims each file has and what ``work`` makes of them, or why it cannot be read."""
    done: list[tuple[int, T | ReadingError]] = []
    for path in paths:
        try:
            with alone(path):
                document, found = claimed(path)
                done.append((len(found), work(document, found)))
        except ReadingError as error:
            done.append((0, error))
    return done


@contextmanager
def alone(path: str) -> Iterator[None]:
    """Makes a fault of the program, met in one document, a ReadingError of this document: the others go on."""
    try:
        yield
    except FactledgerError:
        raise
    except Exception as error:
        raise ReadingError(shown(path), unforeseen(error)) from error


def _both(document: Document, found: list[Claim]) -> tuple[Document, list[Claim]]:
    return document, found


def claimed(path: str) -> tuple[Document, list[Claim]]:
    """The document in the file ``path`` and its claims; depends on nothing else. Raises ReadingError."""
    document = read(path)
    return document, extract(document)


def line_starts(text: str) -> array[int]:
    """Offsets at which the lines of ``text`` start; a line ends at LF, CR LF or CR."""
    return array("Q", [0, *(end.end() for end in _LINE_END.finditer(text))])
