"""``factledger export``: publishes what was verified."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ledger.cli.options import LedgerPlace, one_of, opened
from ledger.errors import unwritable

EXAMPLES = """\
  factledger export

  factledger export --format csv

  factledger export --format annotations
"""


def export(
    ledger: LedgerPlace = "",
    format: Annotated[str, typer.Option(metavar="FORMAT", help="verified, annotations, claimreview, csv or parquet.")] = "verified",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")] = None,
    key: Annotated[Path | None, typer.Option("--key", metavar="FILE", help="Sign with this private key (factledger keygen).")] = None,
) -> None:
    """Write the claims that are verified or corrected, with quotes, sources, decisions and proofs; the same ledger gives the same bytes."""
    from ledger.cli.terminal import complain
    from ledger.registry import declared

    formats = {each.code: each for each in declared("ledger.exports.formats")}
    chosen = formats[one_of("format", format, tuple(formats))]
    with opened(ledger) as book:
        verified = book.verified(key)
    if not verified.claims:
        complain("nothing is verified here yet, so that the export is empty: decide first (factledger review, factledger decide)")
    data = chosen.write(verified)
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise unwritable(output, error) from error
