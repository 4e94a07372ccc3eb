"""Read, extract, reconcile over many documents, in constant memory until findings need company."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator

from ledger.errors import ReadingError
from ledger.extraction import extract
from ledger.reading import find, read
from ledger.reconciliation import reconcile
from ledger.records import Claim, Document
from ledger.reports import Origin, Outcome

OnError = Callable[[ReadingError], None]
Progress = Callable[[int, int, int], None]
"""Told after each file: how many files are done, of how many, and the claims found so far."""

_LINE_END = re.compile(r"\r\n?|\n")


def claims(paths: Iterable[str], on_error: OnError, progress: Progress | None = None) -> Iterator[tuple[Document, list[Claim]]]:
    """Each document of ``paths`` in turn and its claims, in document order.

    What cannot be read goes to ``on_error``, and the others go on. One document is held at a time.
    """
    files, count = list(find(paths, on_error)), 0
    for done, path in enumerate(files, 1):
        try:
            document, found = claimed(path)
        except ReadingError as error:
            on_error(error)
        else:
            count += len(found)
            yield document, found
        if progress is not None:
            progress(done, len(files), count)


def claimed(path: str) -> tuple[Document, list[Claim]]:
    """The document in the file ``path`` and its claims; depends on nothing else. Raises ReadingError."""
    document = read(path)
    return document, extract(document)


def check(paths: Iterable[str], on_error: OnError, progress: Progress | None = None) -> Outcome:
    """All findings among the claims of ``paths``, whatever their verdict.

    Of a document no more is kept than its claims, its source and the offsets of its lines.
    """
    count, held, origins = 0, list[Claim](), dict[str, Origin]()
    for document, found in claims(paths, on_error, progress):
        count += 1
        held += found
        if found:
            origins[document.path] = Origin(document.source, line_starts(document.text), document.format)
    return Outcome(count, len(held), reconcile(held), origins)


def line_starts(text: str) -> array[int]:
    """Offsets at which the lines of ``text`` start; a line ends at LF, CR LF or CR."""
    return array("Q", [0, *(end.end() for end in _LINE_END.finditer(text))])
