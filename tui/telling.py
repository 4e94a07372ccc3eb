"""A claim's record, how it stands, and what was said of it, as lines; nothing of a document is ever taken for markup."""

from __future__ import annotations

import json
from collections.abc import Sequence

from ledger.records import Claim, Decision
from ledger.service import Row, ShownClaim
from tui.styled import Line, Run, line, lines_of, ruled
from tui.wrapping import shown


def record(claim: ShownClaim, holder: str | None, width: int) -> list[Line]:
    """The record of a claim, a field a line, how it stands, and what was said of it; lines of at most ``width`` cells."""
    lines = [ruled("record", width), *held(holder), *unsettled(claim.row)]
    fields = {"status": f"{claim.row.status} {claim.row.reason}".strip(), "assigned": claim.row.assigned or "", **told(claim.claim)}
    if claim.corrected:
        fields |= {f"→ {name}": str(value) for name, value in json.loads(claim.corrected).items()}
    for name, value in fields.items():
        if value:
            lines += lines_of([Run(f"{name:<10} ", "dim"), Run(shown(value))], width)
    return [*lines, *said(claim.decisions, width)]


def told(claim: Claim) -> dict[str, str]:
    """The fields of a claim as a reviewer reads them, by name."""
    period = claim.period_low, claim.period_high
    return {
        "value": str(claim.quantity),
        "kind": claim.kind,
        "bound": claim.bound,
        "unit": claim.unit,
        "counted": claim.counted,
        "of": claim.of,
        "speaker": claim.speaker,
        "period": " to ".join(dict.fromkeys(str(day) for day in period if day)),
        "modality": "" if claim.modality == "asserted" else claim.modality,
        "rule": claim.rule,
        "published": str(claim.published or ""),
        "source": claim.document,
    }


def said(decisions: Sequence[Decision], width: int) -> list[Line]:
    """What was said, the oldest first; what was taken back is struck through and says so."""
    lines = [line(), line(("said of it", "bold"))] if decisions else []
    for each in decisions:
        fields = ", ".join(f"{name}={value}" for name, value in each.fields.items()) if each.action != "side" else ""
        rest = "".join(f"{sign}{shown(part)}" for sign, part in ((" ", fields), (": ", each.note)) if part)
        text = f"  {each.at[:16].replace('T', ' ')} {shown(each.reviewer)} {each.action}{rest}"
        lines += lines_of([Run(f"{text} (taken back)", "strike") if each.undone else Run(text)], width)
    return lines


def unsettled(row: Row) -> list[Line]:
    """That reviewers have said different things of it, and what the next decision does then."""
    return [line(("Reviewers differ; what you decide settles it.", "bold"))] if row.status == "disagreement" else []


def held(holder: str | None) -> list[Line]:
    """That another reviewer looks at it just now."""
    return [line((f"{shown(holder)} is looking at this", "bold reverse")), line()] if holder else []
