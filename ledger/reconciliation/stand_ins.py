"""When a figure that may be a slip for another stands in its place: when the figures of two texts are too few for chance to make one."""

from __future__ import annotations

from ledger.reconciliation.comparison import RARE_SLIPS
from ledger.reconciliation.units import Scale

_MOST = {"close": 40, "akin": 12, "related": 6}
"""How many pairs of figures that only one of two texts has there may be for hardly one to look like a rare slip by chance, by what the
texts share."""
_FEW_PLAIN, _FEW, _LEAST = 6, 8, 2
"""The same for short slips of plain numbers and shares; for short slips in the scale of an amount, and for any slip where the sentences
have no word in common; and where both hold."""


def most_rivals(documents: str, figures: str, scale: Scale, worded: bool) -> int:
    """Up to how many such pairs a figure stands in for another, by the levels of the texts and of the figures; 0 for never.

    ``scale`` is that of the unit of both, ``worded`` whether their sentences have a word in common: plain numbers that are
    short need one.
    """
    most = _MOST.get(documents, 0)
    if figures not in RARE_SLIPS:
        if scale.plain:
            most = _FEW_PLAIN if documents == "close" and (worded or scale.measures == "percent") else 0
        elif figures != "short slip":
            most = min(most, _FEW if worded else _LEAST)
    return most if worded else min(most, _FEW)
