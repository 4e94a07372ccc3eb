"""Points that part thousands, where the text's own usage says so: "12.500" beside "1.250.000" or "3,5"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.numeral import Numeral

_DOUBTFUL = re.compile(r"\d{1,3}\.\d{3}")
_POINTS_GROUP = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d\d?|\d{4,})")
_POINT_DIVIDES = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.(?:\d\d?|\d{4,})")
ADDRESS = re.compile(r"(?:(?:1?\d?\d|2[0-5]\d)\.){3}(?:1?\d?\d|2[0-5]\d)")
_THOUSAND = Decimal(1000)
"""Of a machine on the net, as in "192.0.2.1"."""


def regrouped(numerals: Sequence[Numeral]) -> None:
    """Makes "12.500" twelve thousand five hundred in a text in which points part thousands or commas decimals, and none does otherwise."""
    doubtful = [numeral for numeral in numerals if numeral.digits[-4:-3] == "." and _DOUBTFUL.fullmatch(numeral.digits)]
    if doubtful and _points_group(numeral.digits for numeral in numerals):
        for numeral in doubtful:
            numeral.value *= _THOUSAND


def _points_group(written: Iterable[str]) -> bool:
    """Whether some figure shows that points part thousands, and none that they part decimals."""
    shown = False
    for digits in written:
        if ("." in digits or "," in digits) and not ADDRESS.fullmatch(digits):
            if _POINT_DIVIDES.fullmatch(digits):
                return False
            shown = shown or _POINTS_GROUP.fullmatch(digits) is not None
    return shown
