"""Lists of claims and findings, as tables and page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from ledger.cli.terminal import show_table
from ledger.printing import one_line, visible

if TYPE_CHECKING:
    from ledger.service import Key, Row

_PAGE = 500
_SHORT = 10
"""Characters of an id that a table shows; enough to name it again."""


def paged(page: Callable[[Key | None, int], list[Row]], limit: int) -> Iterator[Row]:
    """The first ``limit`` rows (0: all) of a list that is had page by page."""
    after, left = None, limit
    while rows := page(after, min(left, _PAGE) if limit else _PAGE):
        yield from rows
        after, left = rows[-1].key, left - len(rows)
        if limit and left <= 0:
            return


def show_rows(rows: Sequence[Row]) -> None:
    """A table: id, what it is, how it stands, what it says, where."""
    told = [
        (row.id[:_SHORT], row.kind, row.status, one_line(row.text), one_line(row.reason), visible(row.document), row.assigned or "")
        for row in rows
    ]
    headings = ["id", "kind", "status", "text", "why", "document", "assigned"]
    kept = [at for at in range(len(headings)) if at not in (4, 6) or any(line[at] for line in told)]
    show_table([headings[at] for at in kept], [[line[at] for at in kept] for line in told])
