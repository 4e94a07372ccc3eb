"""What a format's module declares, and what reading with it gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ledger.records import Prose, Source


class Reading(NamedTuple):
    """A file as its format sees it: its text untouched, its prose, and what it says of its own source."""

    text: str
    prose: Prose
    source: Source


PAGES = (".html", ".htm", ".xhtml")
"""Suffixes of web pages, whose text is full of markup."""
MOST_MARKS = 750_000
"""Of a reader's marks (lines, tags, references) the most that one document may have: 50 MB of hard-wrapped articles have some
600,000, and each takes about ten microseconds."""


def _never(head: bytes) -> bool:
    return False


@dataclass(frozen=True)
class Reader:
    """One format.

    ``suffixes`` are lower-case and begin with a dot. ``read(data, path)`` is given the bytes of a
    file that is not empty and raises ReadingError. ``recognises(head)`` looks at the first 1024
    bytes of what has no suffix, or only that of plain text. ``marks`` are bytes that part its text.
    """

    code: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Reading]
    recognises: Callable[[bytes], bool] = _never
    marks: tuple[bytes, ...] = (b"\n",)
