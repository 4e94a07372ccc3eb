"""Levels amended: a field in which two figures are at odds tells less when the figures, or other fields, tell that they are one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ledger.reconciliation.comparison import A_DIGIT_OFF, RARE_SLIPS, SHORT_OR_RARE
from ledger.reconciliation.dating import one_part_differs
from ledger.reconciliation.nouns import FIRM
from ledger.reconciliation.stand_ins import is_sole, stands_in
from ledger.reconciliation.stated import company

if TYPE_CHECKING:
    from ledger.reconciliation.match import Match

_OWN_WORDS = {"none": "own words", "little": "own words", "marked apart": "own words"}
"""Two texts that agree in a telling figure may say it each in its own words."""
_NO_WORDS = {"none": "own words"}
_LONG = frozenset({"same, long", "same, very long"})
_LOOSE = frozenset({"marked apart", "one fate", "opposed in clause"})
"""Levels of the scope that words not of the figure itself may make."""
_TIED_NOUNS = FIRM | {"general", "kindred"}


def _counted(match: Match, found: str) -> str:
    if found != "different":
        return found
    return "own words" if _only_ones(match) or _told_otherwise(match) or stands_in(match) else found


def _names(match: Match, found: str) -> str:
    if found != "different":
        return found
    beside = match.seems_a_slip and match.level("figures") in SHORT_OR_RARE and match.level("company") != "missing"
    return "missing" if beside or _told_otherwise(match) or stands_in(match) else found


def _period(match: Match, found: str) -> str:
    """A telling figure that two texts of one event have in common is of one thing, whatever else stands near it."""
    if found != "apart":
        return found
    rare = match.level("figures") in RARE_SLIPS and stands_in(match)
    return "missing" if rare or _told_otherwise(match) or _of_slipped_days(match) else found


def _words(match: Match, found: str) -> str:
    if match.in_own_words:
        return _OWN_WORDS.get(found, found)
    slipped = match.seems_a_slip or (match.level("figures") == A_DIGIT_OFF and is_sole(match))
    return _NO_WORDS.get(found, found) if slipped else found


def _scope(match: Match, found: str) -> str:
    """Marks that set two figures apart tell nothing of those that stand beside the same figures, nor fates of those that are alone."""
    match.scope_as_told = found
    if found == "marked apart" and match.is_of_change:
        return found
    if _is_loose(match, found):
        match.scope_as_told = found = "own words"
    return _OWN_WORDS.get(found, found) if match.in_own_words or match.seems_a_slip else found


def _is_loose(match: Match, found: str) -> bool:
    """Whether what sets the figures apart are words that need not be of the figures."""
    if found in _LOOSE and stands_in(match) and match.level("figures") in RARE_SLIPS:
        return True
    if found == "marked apart":
        return len(company(match.left, match.right)) > 1
    if found != "one fate":
        return False
    return match.agree or (match.seems_a_slip and (match.level("counted") in _TIED_NOUNS or _only_ones(match)))


def _days(match: Match, found: str) -> str:
    return "held against" if match.held and found == "unknown" else found


def _documents(match: Match, found: str) -> str:
    """Parts of one whole tie their texts when one of these is vouched for."""
    return "related" if found in ("unrelated", "distant") and match.of_one_whole else found


def _only_ones(match: Match) -> bool:
    return match.level("counterpart") == "none, only ones"


def _told_otherwise(match: Match) -> bool:
    """Whether two texts of one event have a figure that few have, or one with a unit: each may tell it in its own words."""
    if not match.agree:
        return False
    long, plain = match.level("figures") in _LONG, match.left.scale.plain
    if plain and not long and match.level("figures") != "same, large":
        return False
    return match.documents == "close" or (match.documents == "akin" and long and not plain)


def _of_slipped_days(match: Match) -> bool:
    """Whether a figure may be a slip for the other, and so may the day that it is of; or both are the only ones of their kind."""
    if not match.seems_a_slip or match.level("figures") not in SHORT_OR_RARE:
        return False
    if _only_ones(match):
        return True
    mine, theirs = match.left.period, match.right.period
    if mine is None or theirs is None or mine[0] != mine[1] or theirs[0] != theirs[1]:
        return False
    return one_part_differs(mine, theirs)


AMENDED: dict[str, Callable[[Match, str], str]] = {
    "counted": _counted, "scope": _scope, "clause": _words, "sentence": _words, "names": _names, "period": _period, "days": _days,
    "documents": _documents,
}  # fmt: skip
"""What a level of a field is amended to."""
