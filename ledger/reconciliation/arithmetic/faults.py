"""A finding on figures of one sentence that cannot all be true, or that bear each other out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ledger.reconciliation.arithmetic.passages import Figure
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.units import scale
from ledger.records import Claim, Finding

if TYPE_CHECKING:
    from ledger.reconciliation.check import Declared


def fault(check: Declared, figures: Iterable[Figure], doubted: Figure, told: str) -> Finding:
    """A conflict of ``figures``; ``doubted`` is the one that the others leave no room for, ``told`` what they come to."""
    return finding(check, "conflict", f"{said(doubted.claim)}: {told}", _claims(figures), [Step("arithmetic", "out of reach", told)])


def proof(check: Declared, figures: Iterable[Figure], borne_out: Figure, told: str) -> Finding:
    """Figures that agree: ``borne_out`` is what the others come to, as ``told`` says."""
    return finding(check, "corroborate", f"{said(borne_out.claim)}: {told}", _claims(figures), [Step("arithmetic", "borne out", told)])


def _claims(figures: Iterable[Figure]) -> list[Claim]:
    """The claims of ``figures``, each once, in the order of the text."""
    return sorted({figure.claim.id: figure.claim for figure in figures}.values(), key=lambda claim: claim.span.start)


def quoted(figure: Figure) -> str:
    """A figure as it is written, on one line."""
    return " ".join(figure.claim.span.quote.split())


def in_units_of(found: Range, figure: Figure) -> str:
    """A range of base units in the unit of ``figure``."""
    unit = figure.claim.unit
    return f"{found.scaled(1 / scale(unit).factor)} {'' if unit == 'percent' else unit}".rstrip()
