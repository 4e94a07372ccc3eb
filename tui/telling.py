"""A claim's record and a finding's sides, as text with styles; nothing of a document is ever taken for markup."""

from __future__ import annotations

import json
from collections.abc import Iterator

from textual.content import Content

from ledger.records import Claim, Decision
from ledger.service import ShownClaim, ShownFinding
from tui.wrapping import seen, shown

_COMPARED = ("value", "unit", "counted", "of", "period", "speaker", "published", "source")
"""What the sides of a finding are held side by side in."""

_WIDEST = 24
"""Cells of a column of differences."""


def record(claim: ShownClaim, holder: str | None) -> Content:
    """The record of a claim, a field a line, how it stands, and what was said of it."""
    fields = told(claim.claim)
    lines = [_field(name, value) for name, value in fields.items() if value]
    if claim.corrected:
        lines += [_field(f"→ {name}", str(value)) for name, value in json.loads(claim.corrected).items()]
    lines.append(_field("status", f"{claim.row.status} {claim.row.reason}".strip()))
    if claim.row.assigned:
        lines.append(_field("assigned", claim.row.assigned))
    return Content("\n").join([*lines, *_said(claim.decisions), *_held(holder)])


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


def sides(finding: ShownFinding, holder: str | None) -> Content:
    """A finding: each side in its own sentence and source, where they differ, why they were held together, what was said."""
    about = finding.finding
    parts = [Content.assemble((f"{about.code} {about.name}", "bold"), f" {finding.row.status}: ", shown(about.message)), Content("")]
    for number, claim in enumerate(about.claims, 1):
        parts += _side(number, claim)
    parts += list(_differences(about.claims))
    parts.append(Content.styled("why they were held together", "bold"))
    for level in about.because:
        note = f" ({shown(level.note)})" if level.note else ""
        parts.append(Content(f"  {level.weight:+5.1f} {_bar(level.weight):<8} {level.field}: {level.level}{note}"))
    parts.append(Content(f"  {sum(level.weight for level in about.because):+5.1f} in all"))
    return Content("\n").join([*parts, *_said(finding.decisions), *_held(holder)])


def _side(number: int, claim: Claim) -> list[Content]:
    start, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    sentence = claim.sentence.quote
    before, figure, after = (seen(part, claim.document) for part in (sentence[:start], sentence[start:end], sentence[end:]))
    whence = ", ".join(filter(None, (claim.document, str(claim.published or ""), claim.speaker)))
    return [
        Content.assemble((f"{number} ", "bold"), (shown(whence), "dim")),
        Content.assemble("  ", before, (figure, "bold reverse"), after),
        Content(""),
    ]


def _differences(claims: tuple[Claim, ...]) -> Iterator[Content]:
    """A line a side, of the fields in which the sides differ; then what is the same in all."""
    columns = [told(claim) for claim in claims]
    rows = {name: [shown(column[name]) for column in columns] for name in _COMPARED}
    apart = {name: values for name, values in rows.items() if len(set(values)) > 1}
    widths = {name: min(max(map(len, (name, *values))), _WIDEST) for name, values in apart.items()}
    if apart:
        yield Content.styled("they differ", "bold")
        yield Content("    " + "  ".join(f"{name:<{widths[name]}}" for name in apart))
        for number in range(len(claims)):
            cells = [f"{values[number]:<{widths[name]}.{widths[name]}}" for name, values in apart.items()]
            yield Content(f"  {number + 1} {'  '.join(cells)}")
    same = [f"{name} {values[0]}" for name, values in rows.items() if name not in apart and values[0]]
    if same:
        yield Content(f"the same in all: {', '.join(same)}")
    yield Content("")


def _bar(weight: float) -> str:
    return ("+" if weight > 0 else "-") * min(round(abs(weight)), 8)


def _said(decisions: list[Decision]) -> list[Content]:
    lines = [Content(""), Content.styled("said of it", "bold")] if decisions else []
    for said in decisions:
        note = f": {shown(said.note)}" if said.note else ""
        line = f"  {said.at[:16].replace('T', ' ')} {shown(said.reviewer)} {said.action}{note}"
        lines.append(Content.styled(line, "strike") if said.undone else Content(line))
    return lines


def _held(holder: str | None) -> list[Content]:
    return [Content(""), Content.styled(f"{shown(holder)} is looking at this", "bold reverse")] if holder else []


def _field(name: str, value: str) -> Content:
    return Content.assemble((f"{name:<10} ", "dim"), shown(value))
