"""``factledger review``: decide on claims and findings, in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from ledger.cli.options import LedgerPlace, Reviewer, opened
from ledger.errors import UsageError
from ledger.printing import one_line

EXAMPLES = """\
  factledger review

  factledger review --by Ann --ledger ledger.db

  factledger review --by Ben --blind

  factledger review --screenshot review.svg
"""


def review(
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    blind: Annotated[bool, typer.Option("--blind", help="Show what others decided only after you have.")] = False,
    screenshot: Annotated[str, typer.Option(metavar="FILE", help="Write the first screen to FILE as SVG, and leave.")] = "",
) -> None:
    """Decide on claims and conflicts, one key each; ? shows the keys. Every decision is on the disk before the screen says so."""
    if not screenshot and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; --screenshot FILE needs none")
    from tui.app import Review

    with opened(ledger, by) as book:
        book.blind = blind
        app = Review(book)
        if not screenshot:
            app.run()
            return
        from tui.picture import picture

        drawn = picture(app)
    try:
        with open(screenshot, "w", encoding="utf-8") as file:
            file.write(drawn)
    except OSError as error:
        raise UsageError(f"{screenshot}: cannot be written: {error.strerror}") from error
    print(f"{one_line(screenshot)}: the first screen")
