"""A finding: its sides abreast, each in its own sentence and source, between them how they differ, then why they were paired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.records import Claim, printed
from ledger.service import ShownFinding
from tui.styled import Line, Run, abreast, cells, ending, fitted, line, lines_of, ruled
from tui.telling import held, said, unsettled
from tui.waterfall import waterfall
from tui.wrapping import seen, shown

_NARROWEST, _EASY = 26, 36
"""Cells that a side needs to stand beside another, and beside two: narrower, they stand below one another."""

_FEW = 3
"""Up to so many sides are all held against each other."""

_WIDEST = 100
"""Cells beyond which a waterfall is no easier to read."""


def sides(finding: ShownFinding, holder: str | None, width: int, chosen: int = 0) -> list[Line]:
    """The lines of a finding, ``width`` cells wide; side number ``chosen`` (see ``numbered``) is read in its document just now."""
    about = finding.finding
    held_up, others = _parted(finding)
    return [
        *held(holder),
        *unsettled(finding.row),
        ruled(f"{about.code} {about.name}  {finding.row.status}  {about.severity}", width),
        *lines_of([Run(shown(about.message))], width),
        line(),
        *_abreast(held_up, 1, width, chosen),
        line(),
        ruled("how they differ", width),
        *differences(held_up, width),
        line(),
        ruled("why they were held together, in bits", min(width, _WIDEST)),
        *waterfall(about.because, min(width, _WIDEST)),
        *([line(), ruled("also of it", width), *_abreast(others, len(held_up) + 1, width, chosen)] if others else []),
        *([line(), line((f"and {finding.more:,} more", "dim"))] if finding.more else []),
        *said(finding.decisions, width),
    ]


def _parted(finding: ShownFinding) -> tuple[list[Claim], list[Claim]]:
    """The sides that the message holds against each other, in its order, and those that merely speak of the same."""
    about = finding.finding
    named = sorted((about.message.find(seen(claim.mention.quote, claim.document)), at) for at, claim in enumerate(about.claims))
    first = [at for place, at in named if place >= 0]
    if len(about.claims) <= _FEW or len(first) < 2:
        return list(about.claims[:_FEW]), list(about.claims[_FEW:])
    return [about.claims[at] for at in first], [claim for at, claim in enumerate(about.claims) if at not in first]


def numbered(finding: ShownFinding) -> list[Claim]:
    """The sides in the order in which they are shown: side 1 first."""
    held_up, others = _parted(finding)
    return [*held_up, *others]


def _abreast(claims: Sequence[Claim], number: int, width: int, chosen: int) -> list[Line]:
    """The sides, from ``number`` on, beside each other, as many in a row as there is room for."""
    in_row = max(1, min(len(claims), 2, (width + 3) // (_NARROWEST + 3)), min(len(claims), (width + 3) // (_EASY + 3)))
    column = (width - 3 * (in_row - 1)) // in_row
    rows = list[Line]()
    for first in range(0, len(claims), in_row):
        if first:
            rows.append(line())
        part = claims[first : first + in_row]
        rows += abreast([_side(at, claim, column, at == chosen) for at, claim in enumerate(part, first + number)], column)
    return rows


def _side(number: int, claim: Claim, width: int, chosen: bool) -> list[Line]:
    start, end = claim.in_sentence
    sentence = claim.sentence.quote
    before, figure, after = (seen(part, claim.document) for part in (sentence[:start], sentence[start:end], sentence[end:]))
    badge = Run(f" {number} ", "bold reverse" if chosen else "bold")
    whence = " · ".join(filter(None, (claim.speaker, str(claim.published or ""))))
    return [
        *lines_of([badge, Run(shown(whence), "dim")], width),
        [Run(ending(shown(claim.document), width), "dim")],
        *lines_of([Run(before), Run(figure, "bold reverse"), Run(after)], width),
    ]


def compared(claim: Claim) -> dict[str, str]:
    """The fields in which the sides of a finding are held side by side, as a reviewer reads them."""
    period = (claim.period_low, claim.period_high)
    scope = " ".join((*claim.modifiers, claim.counted))
    return {
        "value": str(claim.quantity),
        "whole": printed(claim.whole) or "",
        "unit": claim.unit,
        "period": " to ".join(dict.fromkeys(str(day) for day in period if day)),
        "scope": f"{scope} of {claim.of}" if claim.of and claim.of != claim.counted else scope,
        "speaker": claim.speaker,
        "modality": "" if claim.modality == "asserted" else claim.modality,
        "published": str(claim.published or ""),
    }


def differences(claims: Sequence[Claim], width: int) -> list[Line]:
    """A line a field in which a side says something: between two sides its name and whether they differ, of more in a table."""
    columns = [compared(claim) for claim in claims]
    fields = {name: [shown(column[name]) for column in columns] for name in columns[0] if any(column[name] for column in columns)}
    return list(_between(fields, width) if len(claims) == 2 else _table(fields, width))


def _between(fields: dict[str, list[str]], width: int) -> Iterator[Line]:
    middle = max(map(len, fields), default=0) + 4
    column = max((width - middle) // 2, 1)
    for name, (left, right) in fields.items():
        mark, style = _marked([left, right])
        value = [Run(left, style)]
        indented = fitted([Run(" " * (column - cells(value))), *value], column)
        yield [*indented, Run(f" {mark} {name:^{middle - 4}} ", style), *fitted([Run(right, style)], column)]


def _table(fields: dict[str, list[str]], width: int) -> Iterator[Line]:
    label = max(map(len, fields), default=0) + 3
    many = max(map(len, fields.values()), default=1)
    column = max((width - label) // many, 6)
    yield [Run(" " * label), *(run for at in range(many) for run in fitted(line((f"{at + 1}", "bold")), column))]
    for name, values in fields.items():
        mark, style = _marked(values)
        told = (run for value in values for run in (*fitted([Run(value, style)], column - 1), Run(" ")))
        yield [Run(f"{mark} {name:<{label - 2}}", style), *told]


def _marked(values: Sequence[str]) -> tuple[str, str]:
    """A sign and a style for whether the sides that say something of a field differ, agree, or are not all of those."""
    told = [value for value in values if value]
    if len(set(told)) > 1:
        return "≠", "bold"
    return ("=", "dim") if len(told) == len(values) else ("·", "")
