"""``factledger log``: what happened to a claim, a finding, a document, or the whole ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli.options import LedgerPlace, Limit, one_of, opened
from ledger.printing import many

if TYPE_CHECKING:
    from ledger.service import Entry

EXAMPLES = """\
  factledger log

  factledger log 93ca20e2

  factledger log seeds/mind-the-gap.md --format jsonl
"""


def log(
    target: Annotated[str, typer.Argument(metavar="[TARGET]", help="A claim's id, a finding's fingerprint or a document's path.")] = "",
    ledger: LedgerPlace = "",
    details: Annotated[bool, typer.Option("--all", help="Of the whole ledger also each claim and finding.")] = False,
    limit: Limit = 50,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, or jsonl (an event a line, with its hash).")] = "text",
) -> None:
    """Show the last events, the oldest first: what changed, when, and by whom."""
    from ledger.cli.terminal import utf8
    from ledger.printing import one_line, safe_json
    from ledger.reading.files import printable

    one_of("format", format, ("text", "jsonl"))
    with opened(ledger) as book:
        entries = book.log(printable(target), details, limit or None)
    if format == "jsonl":
        utf8()
    for entry in entries:
        if format == "jsonl":
            print(safe_json(json.dumps(entry._asdict(), ensure_ascii=False)))
        else:
            print(one_line(f"{entry.seq} {entry.at[:19]} {entry.by}: {_said(entry)}"))


def _said(entry: Entry) -> str:
    """What an event did, in words."""
    body, subject = entry.body, entry.subject
    match entry.kind:
        case "document":
            change = f"edited, was {body['previous'][:10]}" if body.get("previous") else "read"
            return f"{subject}: {change}; {many(body['claims'], 'claim')}, {body['id'][:10]}"
        case "claim":
            return f"claim {subject[:10]}: {body['claim']['mention']['quote']}{_origin(body)}"
        case "finding":
            return f"finding {subject[:10]} {body['code']} {body['verdict']}: {body['message']}"
        case "withdrawn":
            return f"finding {subject[:10]} withdrawn: {body['reason']}"
        case "dropped":
            return f"claim {subject[:10]} dropped: the document, read again, has it no more"
        case "decision":
            return f"{body['of']} {subject[:10]}: {body['action']}{_fields(body)}" + (f" - {body['note']}" if body["note"] else "")
        case "undo" | "redo":
            return f"{entry.kind} of decision {body['decision']} on {subject[:10]}"
        case "import":
            return f"import of {body['name']}: {many(body['size'], 'event')}, root {body['root'][:10]}"
        case "reconciled":
            return f"claims compared: {many(body['findings'], 'finding')}"
    return f"{entry.kind} {json.dumps(body, ensure_ascii=False)}"


def _origin(body: dict[str, Any]) -> str:
    if "follows" not in body:
        return ""
    return f" (follows {body['follows'][:10]}{', ' + body['reason'] if body.get('reason') else ''})"


def _fields(body: dict[str, Any]) -> str:
    return "".join(f" {name}={value if value is not None else ''}" for name, value in sorted(body["fields"].items()))
