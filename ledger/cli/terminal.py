"""What commands share of the terminal: lines of complaint, tables, and a progress bar when work takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from threading import Timer
from typing import TYPE_CHECKING

from ledger.printing import one_line

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress
    from rich.text import Text


WIDTH = 100
"""Cells of a line of prose where no terminal says how wide it is."""

_LONGEST = 6000
"""Characters of a complaint, which may quote what it found; the longest path is shorter."""

_PATIENCE = 1.0
"""Seconds of work before a bar is shown."""


def complain(message: str) -> None:
    """One line on stderr, after the command's name; build servers find no command of their own in it."""
    sys.stdout.flush()
    line = one_line(message)
    print(f"factledger: {line if len(line) <= _LONGEST else line[:_LONGEST] + ' ...'}", file=sys.stderr, flush=True)


class Complaints:
    """Tells of each input that cannot be read, and remembers that there was one; tells of the log's warnings too."""

    def __init__(self) -> None:
        import logging

        self.any = False
        handler = logging.Handler(logging.WARNING)
        handler.emit = lambda record: complain(record.getMessage())  # type: ignore[method-assign]
        logging.getLogger("ledger").handlers = [handler]

    def __call__(self, error: Exception) -> None:
        self.any = True
        complain(str(error))


def utf8() -> None:
    """Output for programs is UTF-8, whatever the terminal's encoding."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")


def _console() -> Console:
    from rich.console import Console

    return Console()


def show(lines: Iterable[str | Text]) -> None:
    """Print ``lines``: with colours and none of them wrapped on a terminal, as plain text elsewhere."""
    terminal = _console() if sys.stdout.isatty() else None
    for line in lines:
        if terminal is not None and not isinstance(line, str):
            terminal.print(line, soft_wrap=True)
        else:
            print(line)


def width() -> int:
    """Cells of a line of prose: the terminal's, or WIDTH."""
    if not sys.stdout.isatty():
        return WIDTH
    return _console().width


def show_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print ``rows`` under ``headings``, figures to the right; no cell is wrapped, and no rows print nothing.

    On a terminal a cell that does not fit is cut; elsewhere every column is as wide as it needs.
    """
    right = [all(row[at].isdigit() for row in rows) for at in range(len(headings))]
    if rows and sys.stdout.isatty():
        _rich_table(headings, rows, right)
    elif rows:
        for line in _aligned([[heading.upper() for heading in headings], *rows], right):
            print(line)


def _rich_table(headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for heading, is_right in zip(headings, right, strict=True):
        table.add_column(heading, no_wrap=True, overflow="ellipsis", justify="right" if is_right else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    _console().print(table)


def _aligned(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> Iterator[str]:
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for cell, width, is_right in zip(row, widths, right, strict=True):
            blanks = " " * (width - cell_len(cell))
            cells.append(blanks + cell if is_right else cell + blanks)
        yield "  ".join(cells).rstrip()


class Bar:
    """A bar on stderr that appears when work takes longer than a second; called as a pipeline's Progress."""

    def __init__(self) -> None:
        self._shown: Progress | None = None
        self._timer = Timer(_PATIENCE, self._show)
        self._timer.daemon = True

    def __call__(self, done: int, total: int, claims: int) -> None:
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=done, total=total, description=f"{claims} claims")

    def __enter__(self) -> Bar:
        self._timer.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._shown is not None:
            self._shown.stop()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("files"), TextColumn("{task.description}"), TimeElapsedColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task("", total=None)
        bar.start()
        self._shown = bar


def progress(output_at_end: bool) -> Bar | nullcontext[None]:
    """A bar where it is of use: on a terminal, and not beside output that appears there as it is produced."""
    if sys.stderr.isatty() and (output_at_end or not sys.stdout.isatty()):
        return Bar()
    return nullcontext()
