"""``factledger verify``: proves that a ledger is whole and was never rewritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli.options import LedgerPlace, opened
from ledger.errors import UsageError

if TYPE_CHECKING:
    from ledger.service import Checkpoint

EXAMPLES = """\
  factledger verify

  factledger verify --ledger ledger.db
"""


def verify(
    ledger: LedgerPlace = "",
    checkpoint: Annotated[
        Path | None, typer.Option("--checkpoint", metavar="FILE", help="An earlier checkpoint: nothing before it may have been rewritten.")
    ] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Write the checkpoint of now; keep it outside.")] = None,
) -> None:
    """Prove the ledger: every link of its chain, every text, and that its tables say what the chain says.

    Status: 0 it holds, 2 it cannot be read, 3 it does not hold; the first thing that is broken is named.
    """
    earlier = [_read(checkpoint)] if checkpoint is not None else []
    with opened(ledger) as book:
        proved = book.verify(earlier)
        if save is not None:
            proved = book.checkpoint()
            save.write_text(json.dumps(proved._asdict(), indent=2) + "\n", "utf-8")
    print(f"{proved.size} events hold; root {proved.root}")


def _read(path: Path) -> Checkpoint:
    from ledger.service import Checkpoint

    try:
        found = json.loads(path.read_text("utf-8"))
        return Checkpoint(int(found["size"]), str(found["head"]), str(found["root"]))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path}: is no checkpoint; expected what factledger verify --save has written") from error
