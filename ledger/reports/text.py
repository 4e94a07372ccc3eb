"""For people: each finding with its quotes, their sources and speakers, and why they belong together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ledger.gate.records import Place
from ledger.printing import one_line
from ledger.records import Claim, Finding
from ledger.reports import Outcome, Report, sides

if TYPE_CHECKING:
    from rich.text import Text

_STYLES = {"conflict": "bold red", "corroborate": "bold green", "update": "bold yellow", "compatible": "bold blue"}
_CUT = "…"
_MARGIN = "    │ "
_LEAST_CONTEXT = 10
_MOST_SIDES = 12
"""Figures of a finding that are shown; the others are counted."""
_FEW = 8
"""Letters of a fingerprint that tell it from others."""


def _lines(outcome: Outcome, width: int) -> Iterator[Text | str]:
    for finding in outcome.findings:
        yield _title(finding)
        held = sides(finding)
        for claim in held[:_MOST_SIDES]:
            yield _whence(outcome, claim)
            yield from _excerpt(outcome, claim, width - len(_MARGIN))
        if len(held) > _MOST_SIDES:
            yield f"  and {len(held) - _MOST_SIDES} more, which --format json lists"
        yield from _because(finding)
        if finding.verdict == "conflict":
            yield _hint(finding)
        yield ""


def _title(finding: Finding) -> Text:
    from rich.text import Text

    verdict = finding.severity if finding.verdict == "conflict" else finding.verdict
    title = Text.assemble((finding.code, _STYLES[finding.verdict]), f" {finding.name} ", (verdict, "dim"))
    return title.append(f": {one_line(finding.message)}")


def _whence(outcome: Outcome, claim: Claim | Place) -> Text:
    """Where the claim stands, who published it and when, and who is said to say so."""
    from rich.text import Text

    source = outcome.origins[claim.document].source
    published = source.published or (claim.published.isoformat() if claim.published else "")
    whence = ", ".join(one_line(part) for part in (source.publisher, published) if part)
    line = Text.assemble("  ", (outcome.place(claim), "cyan"))
    if whence:
        line.append(f"  {whence}")
    if claim.speaker:
        line.append("  ").append(one_line(claim.speaker), "bold")
    return line


def _excerpt(outcome: Outcome, claim: Claim | Place, width: int) -> Iterator[Text]:
    """The figure in its sentence, cut to ``width`` cells around it, and carets under the figure."""
    from rich.cells import cell_len
    from rich.text import Text

    start, end = claim.in_sentence
    sentence = claim.sentence.quote
    before, figure, after = (outcome.seen(claim, part) for part in (sentence[:start], claim.span.quote, sentence[end:]))
    room = max(width - cell_len(figure), 2 * _LEAST_CONTEXT)
    lead = min(cell_len(before), max(room // 2, room - cell_len(after)))
    before, after = _last_cells(before, lead), _first_cells(after, room - lead)
    yield Text.assemble((_MARGIN, "dim"), before, (figure, "bold"), after)
    yield Text.assemble((_MARGIN, "dim"), " " * cell_len(before), ("^" * cell_len(figure), "bold red"))


def _first_cells(text: str, width: int) -> str:
    """``text``, or as much of its beginning as leaves a cell of ``width`` for the mark of a cut."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    end, used = 0, 1
    while (used := used + cell_len(text[end])) <= width:
        end += 1
    return text[:end] + _CUT


def _last_cells(text: str, width: int) -> str:
    """``text``, or as much of its end as leaves a cell of ``width`` for the mark of a cut."""
    from rich.cells import cell_len

    if cell_len(text) <= width:
        return text
    start, used = len(text), 1
    while (used := used + cell_len(text[start - 1])) <= width:
        start -= 1
    while not cell_len(text[start]):  # a combining mark does not stand alone
        start += 1
    return _CUT + text[start:]


def _because(finding: Finding) -> Iterator[Text]:
    """The levels that held and what each weighs, in bits, and their sum."""
    from rich.text import Text

    for number, level in enumerate(finding.because):
        note = f" ({one_line(level.note)})" if level.note else ""
        head = "  because " if not number else "          "
        yield Text.assemble((head, "dim"), f"{level.weight:+5.1f} {level.field}: {level.level}{note}")
    if len(finding.because) > 1:
        yield Text.assemble("          ", (f"{sum(level.weight for level in finding.because):+5.1f} in all", "dim"))


def _hint(finding: Finding) -> Text:
    """Where more is said of the check and of the finding."""
    from rich.text import Text

    more = f" or --explain {finding.fingerprint[:_FEW]} says more" if finding.claims else " says more"
    return Text.assemble(("  hint    ", "dim"), f" factledger rule {finding.code}{more}")


report = Report("text", "for people: quotes, sources and reasons", _lines)
