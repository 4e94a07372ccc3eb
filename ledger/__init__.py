"""A ledger of quantitative claims: read articles, extract every figure, flag those that cannot all be true.

    from ledger import read, extract, reconcile

    claims = extract(read("report.txt"))
    findings = reconcile(claims)

Each name is imported when it is first asked for, so that a front end pays only for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ledger.errors import FactledgerError, ReadingError, UsageError
    from ledger.extraction import extract
    from ledger.reading import read
    from ledger.reconciliation import reconcile
    from ledger.records import Claim, Document, Finding, Quantity, Source, Span

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Document",
    "FactledgerError",
    "Finding",
    "Quantity",
    "ReadingError",
    "Source",
    "Span",
    "UsageError",
    "extract",
    "read",
    "reconcile",
]

_HOMES = {
    "extract": "ledger.extraction",
    "read": "ledger.reading",
    "reconcile": "ledger.reconciliation",
    "FactledgerError": "ledger.errors",
    "ReadingError": "ledger.errors",
    "UsageError": "ledger.errors",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "ledger.records")), name)
