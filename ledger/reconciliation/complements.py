"""Whether two shares are of a whole's two parts: of the homes 41 percent are without heating, and 59 percent have it."""

from __future__ import annotations

from ledger.lexicon import classes, words
from ledger.reconciliation.arithmetic.divisions import opposed
from ledger.reconciliation.comparison import SLIPS
from ledger.reconciliation.match import Match

_ALL = 100.0
_LACKING = words("denials.txt") | classes("arithmetic.tsv")["lacking"]


def are_complements(match: Match) -> bool:
    """Whether the two make up the whole, and one alone is of lack, or they are opposed, or each is told in words of its own.

    Told in the same words, the one is a slip for the other.
    """
    left, right = match.left, match.right
    if left.family != "share" or right.family != "share":
        return False
    (low, high), (least, most) = left.interval.nominal, right.interval.nominal
    if not low + least <= _ALL <= high + most:
        return False
    mine, theirs = (share.beside.lower().replace("’", "'").split() for share in (left, right))
    if _LACKING.isdisjoint(mine) != _LACKING.isdisjoint(theirs) or opposed(mine, theirs):
        return True
    return match.level("figures") not in SLIPS and bool(left.clause - right.clause) and bool(right.clause - left.clause)
