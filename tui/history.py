"""What happened to a claim, an event a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ledger.service import Entry
from tui.styled import Line, Run, lines_of, ruled
from tui.wrapping import shown


def history(entries: Sequence[Entry], width: int) -> list[Line]:
    """The events, the oldest first; lines of at most ``width`` cells."""
    lines = [ruled("what happened to it", width)]
    for entry in entries:
        when = f"{entry.seq:>7} {entry.at[:19].replace('T', ' ')} "
        lines += lines_of([Run(when, "dim"), Run(f"{shown(entry.by)} ", "bold"), Run(shown(_told(entry.kind, entry.body)))], width)
    return lines


def _told(kind: str, body: Mapping[str, Any]) -> str:
    match kind:
        case "decision":
            fields = ", ".join(f"{name}={value}" for name, value in body.get("fields", {}).items())
            return " ".join(filter(None, (body["action"], fields, body.get("note", ""))))
        case "undo":
            return f"took back decision {body['decision']}"
        case "redo":
            return f"took up decision {body['decision']} again"
        case "claim":
            return f"{'found again' if body.get('again') else 'found'} {body.get('reason', '')}".strip()
        case "dropped":
            return f"no longer found {body.get('reason', '')}".strip()
    return kind
