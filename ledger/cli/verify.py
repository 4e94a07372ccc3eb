"""``factledger verify``: proves that a ledger is whole and was never rewritten."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger import patterns as re
from ledger.cli.options import LedgerPlace, opened
from ledger.errors import ProofError, UsageError, unreadable, unwritable
from ledger.printing import many

if TYPE_CHECKING:
    from ledger.records import Checkpoint

_KEY = re.compile(r"[0-9a-fA-F]{64}")

EXAMPLES = """\
  factledger verify

  factledger verify --ledger ledger.db
"""


def verify(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="An export of verified claims; no ledger is needed.")] = None,
    ledger: LedgerPlace = "",
    checkpoint: Annotated[
        Path | None, typer.Option("--checkpoint", metavar="FILE", help="An earlier checkpoint: nothing before it may have been rewritten.")
    ] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Write the checkpoint of now; keep it outside.")] = None,
    sources: Annotated[
        Path | None, typer.Option("--sources", metavar="DIR", help="Of an export: every quote stands at its place in these files.")
    ] = None,
    key: Annotated[str, typer.Option("--key", metavar="HEX", help="Of an export: the public key that it must be signed with.")] = "",
) -> None:
    """Prove the ledger, or an export: every link, hash, proof, quote and signature.

    Status: 0 it holds, 2 it cannot be read, 3 it does not hold; the first thing that is broken is named.
    """
    if key and not _KEY.fullmatch(key):
        raise UsageError(f"--key: {key!r} is no public key; expected the 64 hexadecimal digits that factledger keygen prints")
    if file is not None:
        if ledger or save is not None:
            raise UsageError("--ledger and --save are of a ledger, not of an export: leave them out, or FILE")
        _verify_file(file, checkpoint, sources, key)
        return
    if sources is not None or key:
        raise UsageError("--sources and --key are of an export: verify FILE")
    earlier = [_read(checkpoint)] if checkpoint is not None else []
    with opened(ledger) as book:
        if save is not None:
            _writable(save)
        proved = book.verify(earlier)
        if save is not None:
            proved = book.checkpoint()
            _write(save, json.dumps(proved.model_dump(), indent=2) + "\n")
    print(f"{many(proved.size, 'event')} {'holds' if proved.size == 1 else 'hold'}; root {proved.root}")


def _verify_file(file: Path, checkpoint: Path | None, sources: Path | None, key: str) -> None:
    """An export, offline; against a checkpoint it must have been made from that very ledger."""
    from ledger.exports.verification import quoted, verified

    export = verified(file)
    if key and (export.signature is None or export.signature.key != key.lower()):
        raise ProofError(f"{file}: is not signed with the key {key[:16]}")
    if checkpoint is not None:
        known = _read(checkpoint)
        if known != export.checkpoint:
            raise ProofError(f"{file}: was made from another state of the ledger than the checkpoint's")
    quotes = f", {quoted(export, sources)} quotes stand in their files" if sources is not None else ""
    signed = f", signed by {export.signature.key}" if export.signature is not None else ", not signed"
    held = f"{many(len(export.claims), 'verified claim')} {'holds' if len(export.claims) == 1 else 'hold'}"
    print(f"{held}{quotes}{signed}; digest {export.digest}")


def _writable(path: Path) -> None:
    """Raises UsageError where nothing can be written, before the ledger notes a checkpoint that nobody has; what is there stays."""
    new = not os.path.lexists(path)
    with _told(path):
        path.open("ab").close()
        if new:
            path.unlink()


def _write(path: Path, text: str) -> None:
    with _told(path):
        path.write_text(text, "utf-8")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error


def _read(path: Path) -> Checkpoint:
    from ledger.records import Checkpoint

    try:
        return Checkpoint.model_validate_json(path.read_bytes())
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:
        raise UsageError(f"{path}: is no checkpoint; expected what factledger verify --save has written") from error
