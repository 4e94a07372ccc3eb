"""For one who doubts a finding: whole sentences with the figures underlined, what each figure can mean, and the waterfall of weights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import isinf

from rich.cells import cell_len
from rich.text import Text

from ledger import patterns as re
from ledger.gate.records import Place
from ledger.printing import one_line
from ledger.reconciliation.arithmetic.ranges import number
from ledger.reconciliation.intervals import Interval, interval
from ledger.reconciliation.rounding import half_step_reckoned
from ledger.reconciliation.units import Scale
from ledger.records import Claim, Finding
from ledger.reports import Outcome, Report, sides

_MARGIN = "    │ "
_WORD = re.compile(r"\s*\S+")
_BAR, _BITS_A_CELL = 16, 1.0
_RECKONS = "A"
"""The family of the checks that reckon with the figures of one text."""


def _lines(outcome: Outcome, width: int) -> Iterator[Text | str]:
    for finding in outcome.findings:
        yield Text.assemble((f"{finding.code} {finding.name} ", "bold"), f"{finding.verdict}: {one_line(finding.message)}")
        yield Text.assemble(("fingerprint ", "dim"), finding.fingerprint)
        for claim in sides(finding):
            yield ""
            yield from _claim(outcome, claim, width - cell_len(_MARGIN), finding.code.startswith(_RECKONS))
        yield ""
        yield from _waterfall(finding)
        yield ""


def _claim(outcome: Outcome, claim: Claim | Place, width: int, reckoned: bool) -> Iterator[Text]:
    """Where the figure stands, its whole sentence, and what it can mean."""
    speaker = f"  {one_line(claim.speaker)}" if claim.speaker else ""
    yield Text.assemble("  ", (outcome.place(claim), "cyan"), speaker)
    start, end = claim.in_sentence
    sentence = claim.sentence.quote
    before, figure, behind = (outcome.seen(claim, part) for part in (sentence[:start], claim.span.quote, sentence[end:]))
    first, last = len(before), len(before) + len(figure)
    text = before + figure + behind
    for line_start, line_end in _wrapped(text, width):
        yield Text.assemble((_MARGIN, "dim"), text[line_start:line_end])
        low, high = max(first, line_start), min(last, line_end)
        if low < high:
            carets = " " * cell_len(text[line_start:low]) + "^" * cell_len(text[low:high])
            yield Text.assemble((_MARGIN, "dim"), (carets, "bold red"))
    if isinstance(claim, Claim):
        yield Text.assemble(("    = ", "dim"), str(claim.quantity), ("  can mean  ", "dim"), _meaning(claim, reckoned))


def _wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Offsets of lines of at most ``width`` cells, broken between words; a longer word has a line of its own."""
    start = end = 0
    for word in _WORD.finditer(text):
        if end > start and cell_len(text[start : word.end()]) > width:
            yield start, end
            start = word.end() - len(word.group().lstrip())
        end = word.end()
    if end > start:
        yield start, end


def _meaning(claim: Claim, reckoned: bool) -> str:
    """The interval that the printed digits, the hedge and the bound leave, in the figure's own unit, as a check reckoned with it."""
    found = interval(claim, Scale(claim.unit), half_step_reckoned(claim, number(claim)) if reckoned else None)
    if isinstance(claim.low, date) or isinstance(claim.high, date):
        return f"{_day(found.low)} to {_day(found.high)}"
    return f"{_ends(found)} {claim.unit}".rstrip()


def _day(number: float) -> str:
    return "any day" if isinf(number) else date.fromordinal(int(number)).isoformat()


def _ends(found: Interval) -> str:
    if isinf(found.high):
        return f"{found.low:,.10g} and more"
    if isinf(found.low):
        return f"up to {found.high:,.10g}"
    return f"{found.low:,.10g} to {found.high:,.10g}" if found.low != found.high else f"{found.low:,.10g}"


def _waterfall(finding: Finding) -> Iterator[Text]:
    """Each level with its weight in bits, a bar of it, and the sum so far."""
    total = 0.0
    for level in finding.because:
        total += level.weight
        bar = "█" * min(_BAR, round(abs(level.weight) / _BITS_A_CELL))
        note = f"  {one_line(level.note)}" if level.note else ""
        style = "green" if level.weight > 0 else "red"
        yield Text.assemble(
            f"  {level.weight:+5.1f} {total:6.1f}  ", (f"{bar:<{_BAR // 2}}", style), f" {level.field}: {level.level}", (note, "dim")
        )
    if finding.because:
        yield Text.assemble(("        ", "dim"), (f"{total:6.1f}", "bold"), ("  bits that these speak of one thing", "dim"))


report = Report("explain", "for one who doubts: sentences, intervals and the waterfall of weights", _lines)
