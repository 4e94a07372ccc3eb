"""``factledger decide``: what a reviewer says of a claim or a finding, recorded for good."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli.options import LedgerPlace, Reviewer, opened
from ledger.errors import UsageError

if TYPE_CHECKING:
    from ledger.service import Ledger

EXAMPLES = """\
  factledger decide 93ca20e2 verify --note "seen in the archive"

  factledger decide 93ca20e2 correct low=2018-08-01 high=2018-08-20

  factledger decide --undo

  factledger decide --redo
"""


def decide(
    target: Annotated[
        str, typer.Argument(metavar="[TARGET]", help="A claim's id or a finding's fingerprint, or the beginning of it.")
    ] = "",
    action: Annotated[
        str,
        typer.Argument(
            metavar="[ACTION]",
            help="Of a claim: verify, reject, correct, dispute, needs-source. Of a finding: side, both-valid, false-alarm. "
            "Of both: note, assign.",
        ),
    ] = "",
    fields: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME=VALUE...]", help="correct: the fields; side: claim=ID; assign: to=NAME.")
    ] = None,
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    adjudicate: Annotated[bool, typer.Option("--adjudicate", help="Settle what reviewers disagree on.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back your last decision that stands.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Take up again what you took back last.")] = False,
    lines: Annotated[
        str, typer.Option("--from", metavar="FILE", help="Decisions as JSON lines (target, action, note, fields); - is standard input.")
    ] = "",
) -> None:
    """Record a decision. It is on the disk when its line is printed; nothing is ever changed or lost, and undo is one more event."""
    wanted = (bool(target), undo, redo, bool(lines))
    if sum(wanted) != 1 or bool(target) != bool(action):
        raise UsageError("decide needs TARGET and ACTION, or --undo, or --redo, or --from FILE")
    with opened(ledger, by) as book:
        if lines:
            _decide_lines(book, lines)
        elif undo or redo:
            done = book.undo() if undo else book.redo()
            said = f"decision {done} {'taken back' if undo else 'taken up again'}"
            print(said if done is not None else f"nothing to {'undo' if undo else 'redo'}")
        else:
            print(_told(book.decide(target, action, note, _fields(fields or []), adjudicates=adjudicate), action, target))


def _fields(words: list[str]) -> dict[str, Any]:
    """``NAME=VALUE`` words; a value that is left empty is an open end."""
    found = dict[str, Any]()
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise UsageError(f"{word!r}: expected NAME=VALUE")
        found[name.strip()] = value.strip() or None
    return found


def _decide_lines(book: Ledger, path: str) -> None:
    """Each line is a transaction of its own, told when it is on the disk."""
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            wish = json.loads(line)
            arguments = {name: wish[name] for name in ("target", "action")} | {
                name: wish[name] for name in ("note", "fields") if name in wish
            }
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}:{number}: expected a JSON object with target and action: {error}") from error
        try:
            seq = book.decide(**arguments)
        except UsageError as error:
            raise UsageError(f"{path}:{number}: {error}") from error
        print(_told(seq, arguments["action"], arguments["target"]), flush=True)


def _lines(path: str) -> Iterator[str]:
    if path == "-":
        yield from sys.stdin
        return
    try:
        with open(path, encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error


def _told(seq: int, action: str, target: str) -> str:
    from ledger.printing import one_line

    return f"decision {seq}: {action} {one_line(target)}"
