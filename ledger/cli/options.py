"""What the options of several commands have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.errors import UsageError
from ledger.settings import did_you_mean

if TYPE_CHECKING:
    from ledger.service import Ledger
    from ledger.settings import Settings

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders (read recursively) or - for the standard input.")]
Jobs = Annotated[int, typer.Option(metavar="N", min=0, show_default=False, help="Processes that share the work; if left out, one a core.")]

LedgerPlace = Annotated[
    str, typer.Option("--ledger", metavar="PLACE", help="The ledger: a path, or postgresql+psycopg://... (FACTLEDGER_URL, ledger.db).")
]
Reviewer = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it (FACTLEDGER_REVIEWER, else your login name).")]
MOST = 2**63 - 1
"""The greatest number that a database counts to."""
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=0, max=MOST, help="At most so many; 0 for all.")]
InText = Annotated[
    bool | None,
    typer.Option("--inline-suppressions/--no-inline-suppressions", help="Whether comments in the documents suppress findings (they do)."),
]


def taking_codes(name: str, help: str) -> Any:
    """An option that takes codes of checks, parted by commas, and may be given again."""
    return typer.Option(name, metavar="CODES", help=help)


def opened(place: str, by: str = "", *, create: bool = False, **how: Any) -> Ledger:
    """The ledger at ``place``, or where the environment or the settings say, opened as ``how`` says. Raises StoreError."""
    import os

    from ledger.service import Ledger
    from ledger.settings import settings

    defaults = settings()
    return Ledger(place or os.environ.get("FACTLEDGER_URL") or defaults.ledger, reviewer(by, defaults), create=create, **how)


def reviewer(by: str, defaults: Settings) -> str:
    """Who does it: ``by``, what the environment or the settings say, or the login name."""
    import getpass
    import os

    name = by or os.environ.get("FACTLEDGER_REVIEWER") or defaults.reviewer
    try:
        return " ".join((name or getpass.getuser()).split())
    except (OSError, KeyError):  # a number that no name belongs to
        return "unknown"


def text(name: str, value: str) -> None:
    """Refuse what is no text: a shell passes on any bytes, and nothing is ever found by them. Raises UsageError."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageError(f"{name}: expected text, found {value!a}") from None


def one_of(name: str, word: str, known: Sequence[str]) -> str:
    """``word`` when ``known`` holds it; else UsageError that names the nearest of ``known``."""
    if word in known:
        return word
    raise UsageError(f"--{name}: {word!r} is unknown{did_you_mean(word, known)}")
