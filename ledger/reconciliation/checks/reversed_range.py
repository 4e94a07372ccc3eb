"""A112: a range whose first end is greater than its last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ledger.reconciliation.arithmetic.cues import told
from ledger.reconciliation.arithmetic.faults import fault
from ledger.reconciliation.arithmetic.passages import Passage, bare
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding

_NO_RANGE, _BACKWARDS = told("no range"), told("backwards")
_LETTERS = "cmqpodr"
_NEAR, _BEHIND = 8, 6
"""Words before a range and behind it that tell that it is none."""
_MOST = 20.0
"""How many times its end the beginning of a reversed range may be: beyond that they are two figures."""


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        if passage.says("etween") and not passage.silent:
            yield from _reversed(passage)


def _reversed(passage: Passage) -> Iterator[Finding]:
    for low, high in pairwise(passage.figures):
        before, between = bare(passage.gaps[low.at]), passage.gaps[high.at]
        if before[-1:] != ["between"] or bare(between) != ["and"] or not low.like(high) or low.letter not in _LETTERS:
            continue
        if not high.range.high < low.range.low or low.range.low > _MOST * high.range.high or high.range.low < 0:
            continue
        if _NO_RANGE.intersection(before[-_NEAR:]) or _BACKWARDS.intersection(passage.gaps[high.at + 1][:_BEHIND]):
            continue
        yield fault(check, (low, high), low, "the range ends below its beginning")


check = Check(
    code="A112",
    name="reversed-range",
    severity="warning",
    find=_find,
    manual="""
        A range whose first end is greater than its last.

        "Between 50 and 40 people" has its ends swapped, or a digit lost. A gap, a choice or a match between two figures
        is no range, and "from 50 to 40" may be a fall.
    """,
    conflicts="""
        [2021-05-04] Between 50 and 40 people came to the harbour in Velm.
        [2021-05-04] The wall will cost between $90 million and $60 million.
    """,
    agreements="""
        [2021-05-04] Between 40 and 50 people came to the harbour in Velm.
        [2021-05-04] The gap between 50 percent and 40 percent is wide.
        [2021-05-04] The number of boats in Velm fell from 50 to 40.
    """,
)
