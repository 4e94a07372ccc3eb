"""``factledger keygen``: a key to sign exports with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\
  factledger keygen newsroom.pem

  factledger keygen another.pem
"""


def keygen(path: Annotated[Path, typer.Argument(metavar="FILE", help="Where the private key is written; keep it secret.")]) -> None:
    """Make an Ed25519 key and print its public half, by which others know what you signed."""
    from ledger.exports.digest import new_key

    print(new_key(path))
