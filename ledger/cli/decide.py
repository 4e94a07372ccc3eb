"""``factledger decide``: what a reviewer says of a claim or a finding, recorded for good."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli.options import MOST, LedgerPlace, Reviewer, one_of, opened
from ledger.errors import UsageError, unreadable
from ledger.settings import did_you_mean

if TYPE_CHECKING:
    from ledger.service import Ledger, Wish

EXAMPLES = """\
  factledger decide 93ca20e2 verify --note "seen in the archive"

  factledger decide 93ca20e2 correct low=2018-08-01 high=2018-08-20

  factledger decide --undo

  factledger decide --redo
"""


Target = Annotated[str, typer.Argument(metavar="[TARGET]", help="A claim's id or a finding's fingerprint, or the beginning of it.")]
Action = Annotated[
    str,
    typer.Argument(
        metavar="[ACTION]",
        help="Of a claim: verify, reject, correct, dispute, needs-source. Of a finding: side, both-valid, false-alarm. "
        "Of both: note, assign.",
    ),
]
Fields = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME=VALUE...]", help="correct: the fields; side: claim=ID; assign: to=NAME.")
]
Lines = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Decisions as JSON lines (target, action; note, fields, adjudicates, expects); - is standard input.",
    ),
]


def decide(
    target: Target = "",
    action: Action = "",
    fields: Fields = None,
    ledger: LedgerPlace = "",
    by: Reviewer = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why; exported with a ruling, while what action note says stays here.")] = "",
    adjudicate: Annotated[bool, typer.Option("--adjudicate", help="Settle what reviewers disagree on.")] = False,
    expects: Annotated[str, typer.Option(metavar="STATUS", help="Refuse it when another has decided and it stands otherwise.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take back your last decision that stands.")] = False,
    decision: Annotated[
        int | None, typer.Option(metavar="N", min=1, max=MOST, help="With --undo: the decision of this number, whoever took it.")
    ] = None,
    redo: Annotated[bool, typer.Option("--redo", help="Take up again what you took back last.")] = False,
    lines: Lines = "",
    together: Annotated[bool, typer.Option("--together", help="With --from: all of the lines at once, or none.")] = False,
) -> None:
    """Record a decision. It is on the disk when its line is printed; nothing is ever changed or lost, and undo is one more event."""
    if (decision is not None and not undo) or (together and not lines):
        raise UsageError("--decision goes with --undo, --together with --from FILE")
    if sum((bool(target), undo, redo, bool(lines))) != 1 or bool(target) != bool(action):
        raise UsageError("decide needs one of these: TARGET and ACTION, --undo, --redo, or --from FILE")
    if expects:
        _check_status(expects)
    with opened(ledger, by) as book:
        if lines:
            _decide_lines(book, lines, together)
        elif undo:
            _undo(book, decision)
        elif redo:
            done = book.redo()
            print("nothing to redo" if done is None else f"decision {done} taken up again")
        else:
            print(_told(book.decide(target, action, note, _fields(fields or []), adjudicates=adjudicate, expects=expects), action, target))


def _check_status(expected: str) -> None:
    """That it is one in which a claim or a finding can stand."""
    from ledger.service import CLAIM_STATUSES, FINDING_STATUSES

    one_of("expects", expected, (*CLAIM_STATUSES, *FINDING_STATUSES))


def _undo(book: Ledger, decision: int | None) -> None:
    """Take back the decision of that number, or the last of the reviewer's."""
    done = book.undo(decision)
    if done is None and decision is not None:
        raise UsageError(f"decision {decision} is none that stands")
    print("nothing to undo" if done is None else f"decision {done} taken back")


def _fields(words: list[str]) -> dict[str, Any]:
    """``NAME=VALUE`` words; a value that is left empty is an open end."""
    found = dict[str, Any]()
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise UsageError(f"{word!r}: expected NAME=VALUE")
        found[name.strip()] = value.strip() or None
    return found


def _decide_lines(book: Ledger, path: str, together: bool) -> None:
    """Each line is a transaction of its own, told when it is on the disk; or all ``together`` are one."""
    wishes = (_wish(f"{path}:{number}", line) for number, line in enumerate(_lines(path), 1) if line.strip())
    if together:
        held = list(wishes)
        for seq, (_, wish) in zip(book.decide_all([wish for _, wish in held]), held, strict=True):
            print(_told(seq, wish.action, wish.target))
        return
    for place, wish in wishes:
        try:
            seq = book.decide_all([wish])[0]
        except UsageError as error:
            raise UsageError(f"{place}: {error}") from error
        print(_told(seq, wish.action, wish.target), flush=True)


def _wish(place: str, line: str) -> tuple[str, Wish]:
    from ledger.service import Wish

    try:
        told = json.loads(line)
        if not isinstance(told, dict) or not {"target", "action"} <= told.keys():
            raise TypeError("it has no target or no action")
        for key in told.keys() - set(Wish._fields):
            raise TypeError(f"unknown key {key!r}{did_you_mean(key, Wish._fields)}")
        wish = Wish(**told)
        if not (isinstance(wish.target, str) and isinstance(wish.action, str) and isinstance(wish.note, str)):
            raise TypeError("target, action and note are texts")
        if not isinstance(wish.fields, dict) or not isinstance(wish.adjudicates, bool) or not isinstance(wish.expects, str):
            raise TypeError("fields is an object, adjudicates true or false, expects a text")
    except (ValueError, TypeError, RecursionError) as error:
        raise UsageError(f"{place}: expected a JSON object with target and action: {error}") from error
    return place, wish


def _lines(path: str) -> Iterator[str]:
    if path == "-":
        yield from sys.stdin
        return
    try:
        with open(path, encoding="utf-8") as file:
            yield from file
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text in UTF-8: {error.reason}") from error
    except OSError as error:
        raise unreadable(path, error) from error


def _told(seq: int, action: str, target: str) -> str:
    from ledger.printing import one_line

    return f"decision {seq}: {action} {one_line(target)}"
