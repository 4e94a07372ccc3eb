"""A finding on figures of one sentence that cannot all be true, or that bear each other out."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.reconciliation.arithmetic.passages import Figure
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.units import scale
from ledger.records import Finding, Severity


def fault(code: str, name: str, severity: Severity, figures: Iterable[Figure], doubted: Figure, told: str) -> Finding:
    """A conflict of ``figures``; ``doubted`` is the one that the others leave no room for, ``told`` what they come to."""
    claims = sorted({figure.claim.id: figure.claim for figure in figures}.values(), key=lambda claim: claim.span.start)
    message = f"{said(doubted.claim)}: {told}"
    return finding(code, name, "conflict", severity, message, claims, [Step("arithmetic", "out of reach", told)])


def proof(code: str, name: str, figures: Iterable[Figure], borne_out: Figure, told: str) -> Finding:
    """Figures that agree: ``borne_out`` is what the others come to, as ``told`` says."""
    claims = sorted({figure.claim.id: figure.claim for figure in figures}.values(), key=lambda claim: claim.span.start)
    steps = [Step("arithmetic", "borne out", told)]
    return finding(code, name, "corroborate", "note", f"{said(borne_out.claim)}: {told}", claims, steps)


def quoted(figure: Figure) -> str:
    """A figure as it is written, on one line."""
    return " ".join(figure.claim.span.quote.split())


def in_units_of(found: Range, figure: Figure) -> str:
    """A range of base units in the unit of ``figure``."""
    unit = figure.claim.unit
    return f"{found.scaled(1 / scale(unit).factor)} {'' if unit == 'percent' else unit}".rstrip()
