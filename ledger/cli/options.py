"""What the options of several commands have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from ledger.errors import UsageError
from ledger.settings import did_you_mean

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders (read recursively) or - for the standard input.")]
Jobs = Annotated[int, typer.Option(metavar="N", min=0, show_default=False, help="Processes that share the work; if left out, one a core.")]


def one_of(name: str, word: str, known: Sequence[str]) -> str:
    """``word`` when ``known`` holds it; else UsageError that names the nearest of ``known``."""
    if word in known:
        return word
    raise UsageError(f"--{name}: {word!r} is unknown{did_you_mean(word, known)}")
