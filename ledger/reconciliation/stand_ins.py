"""When a figure that may be a slip for another stands in its place: when the figures of two texts are too few for chance to make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.reconciliation.comparison import A_DIGIT_OFF, RARE_SLIPS, SHORT_OR_RARE
from ledger.reconciliation.units import Scale

if TYPE_CHECKING:
    from ledger.reconciliation.match import Match

_MOST = {"close": 40, "akin": 12, "related": 6}
"""How many pairs of figures that only one of two texts has there may be for hardly one to look like a rare slip by chance, by what the
texts share."""
_FEW_PLAIN, _FEW, _FEWER, _LEAST = 6, 8, 3, 2
"""The same for short slips of plain numbers and shares; for short slips in the scale of an amount, and for any slip where the sentences
have no word in common; where both hold, of a nought too many; and where both hold."""
_OF_SCALE = "short slip of scale"
_UNITED = frozenset({"duration", "measure", "rate"})


def stands_in(match: Match) -> bool:
    """Whether in texts of one event a figure stands where the other text has one that it may be a slip for.

    Slips are seldom made by chance, the more seldom the fewer figures of the two texts could have made them.
    """
    figures = match.level("figures")
    if figures == A_DIGIT_OFF:
        return match.shares_words and is_sole(match)
    if figures not in SHORT_OR_RARE or not match.seems_a_slip:
        return False
    most = _most_rivals(match.documents, figures, match.left.scale, match.shares_words)
    return most > 0 and match.rivals <= most


def is_sole(match: Match) -> bool:
    """Whether two texts of one event have but these figures in their unit that the other has not, and they differ in a digit."""
    if match.within or match.left.scale.plain or match.left.family not in _UNITED:
        return False
    return match.documents == "close" and match.comparer.are_sole(match.left, match.right)


def _most_rivals(documents: str, figures: str, scale: Scale, worded: bool) -> int:
    """Up to how many such pairs a figure stands in for another, by the levels of the texts and of the figures; 0 for never.

    ``scale`` is that of the unit of both, ``worded`` whether their sentences have a word in common: plain numbers that are
    short need one.
    """
    most = _MOST.get(documents, 0)
    if figures not in RARE_SLIPS:
        if scale.plain:
            most = _FEW_PLAIN if documents == "close" and (worded or scale.measures == "percent") else 0
        elif figures != "short slip":
            most = min(most, _FEW if worded else _FEWER if figures == _OF_SCALE else _LEAST)
    return most if worded else min(most, _FEW)
