"""How likely two figures that differ are of one thing: in texts of one event each level of a pair makes it more so or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.reconciliation.comparison import NEAR, ONE_EVENT, Step
from ledger.reconciliation.fitted import Fitted, kind
from ledger.reconciliation.slots import are_of_two_amounts

if TYPE_CHECKING:
    from ledger.reconciliation.match import Match

_ODDS = Fitted("odds.tsv", ("bond", "rivals"))
_KIND = _ODDS.bits["kind"]
LIKELY = Step("odds", "likely", "as among pairs that readers judged")
_LEAST = -0.6
"""Bits that make it likely enough: two to three, where a word is shared besides."""
_SOONEST = ("figures", "counterpart", "counted", "narrowing", "period", "names", "clause", "sentence", "scope")
_MOST = [max(_ODDS.bits[field].values()) for field in _SOONEST]
_BY_COST = tuple((field, _ODDS.bits[field], sum(_MOST[at + 1 :])) for at, field in enumerate(_SOONEST))
_MOST_OF_RIVALS = max(_ODDS.bits["rivals"].values())


def likely(match: Match) -> bool:
    """Whether it is likely; false of figures of one text, of texts that share little, and of sentences without a word in common.

    The bits of ``odds.tsv`` are coefficients of a logistic regression (https://en.wikipedia.org/wiki/Logistic_regression, in base 2)
    on pairs of figures in articles of one event, of which readers said whether they contradict each other. No more is looked at than
    it takes to tell.
    """
    if match.within or match.level("figures") not in NEAR or match.level("documents") not in ONE_EVENT:
        return False
    if not match.hopeful or match.level("period") == "apart":
        return False
    bits = _ODDS.before + _ODDS.upto("bond", match.bond) + _KIND.get(kind(match.left), _KIND["amount"])
    for field, weights, others in _BY_COST:
        bits += weights[match.level(field)]
        if bits + others + _MOST_OF_RIVALS < _LEAST:
            return False
    if bits + _ODDS.upto("rivals", match.rivals) < _LEAST or not match.shares_words or match.set_apart:
        return False
    return not are_of_two_amounts(match.left, match.right)
