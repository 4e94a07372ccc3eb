"""``factledger review``: decide on claims and findings, in the terminal."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from ledger.cli.options import LedgerPlace, Reviewer, opened
from ledger.errors import UsageError, reason, unwritable
from ledger.printing import one_line

EXAMPLES = """\
  factledger review

  factledger review --by Ann --ledger ledger.db

  factledger review --by Ben --blind

  factledger review --screenshot review.svg
"""

_CACHE = 8
"""Megabytes of the ledger that each connection keeps: a screen needs few pages, of which the system has most, but many connections."""


_PATIENCE = 5.0
"""Seconds that a decision waits for another process that writes; then the screen says so, and hears keys again."""


def review(
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    blind: Annotated[bool, typer.Option("--blind", help="Show what others decided only after you have.")] = False,
    screenshot: Annotated[str, typer.Option(metavar="FILE", help="Write the first screen to FILE as SVG, and leave.")] = "",
    web: Annotated[bool, typer.Option("--web", help="Serve it to a browser of this machine, to whoever has the address printed.")] = False,
    port: Annotated[int | None, typer.Option(metavar="N", min=0, max=65535, help="Of --web; if left out, any.")] = None,
) -> None:
    """Decide on claims and conflicts, one key each; ? shows the keys. Every decision is on the disk before the screen says so."""
    if web and screenshot:
        raise UsageError("--screenshot draws the screen once and --web serves it: give one of them")
    if port is not None and not web:
        raise UsageError("--port is the port of the page that --web serves: give --web too")
    if web:
        _serve(ledger, by, port or 0, blind=blind)
        return
    terminal = (sys.stdin.isatty() and sys.stdout.isatty()) or "TEXTUAL_DRIVER" in os.environ
    if not screenshot and not terminal:
        raise UsageError("review needs a terminal; --screenshot FILE and --web need none")
    from ledger.settings import settings
    from tui.app import Review

    wait = None if "FACTLEDGER_WAIT" in os.environ else _PATIENCE
    with opened(ledger, by, cache=_CACHE, wait=wait) as book:
        book.blind = blind
        app = Review(book, settings())
        if not screenshot:
            app.run()
            if app.fault is not None:
                raise app.fault
            return
        from tui.picture import picture

        drawn = picture(app)
    try:
        with open(screenshot, "w", encoding="utf-8") as file:
            file.write(drawn)
    except OSError as error:
        raise unwritable(screenshot, error) from error
    print(f"{one_line(screenshot)}: the first screen")


def _serve(ledger: str, by: str, port: int, *, blind: bool) -> None:
    from ledger.settings import settings
    from tui.app import Review

    with opened(ledger, by) as book:
        Review(book, settings())  # what is wrong with the ledger or the keys is told here, not in the browser
    try:
        from tui.web import page
    except ModuleNotFoundError as error:
        raise UsageError(f"--web needs {error.name}: install factledger[web]") from error
    # To the processes that are started; a ledger's password stands on no command line.
    os.environ |= {name: value for name, value in (("FACTLEDGER_URL", ledger), ("FACTLEDGER_REVIEWER", by)) if value}
    try:
        served = page(port, blind=blind)
    except OSError as error:
        raise UsageError(f"--port {port}: {reason(error)}; without --port any that is free is taken") from error
    print(f"{served.address}\nOpen it in a browser of this machine. Ctrl+C ends it.", flush=True)
    served.run()
