"""A107: a change of a percentage, said in percent where it is in points or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding

_IN_POINTS = cues("in points")


def _find(text: Text) -> Iterator[Finding]:
    for change in text.changes:
        said, base = change.said, change.base
        if said.letter != "p" or base.letter != "p" or change.percent.meets(said.range):
            continue
        if not _IN_POINTS.isdisjoint(word for gap in change.passage.gaps for word in gap):
            continue
        told = f"from {quoted(base)} to {quoted(change.end)} it is {change.difference} points, {change.percent} percent"
        yield fault(check, change.figures, said, told)


check = Check(
    code="A107",
    name="percent-and-points",
    severity="warning",
    find=_find,
    manual="""
        A change of a percentage, said in percent where it is in points.

        From 5 percent to 7 percent is a rise of two percentage points, or of 40 percent; it is no rise of 2 percent.
        Of interest rates and yields, of which points are often called percent, nothing is said.
    """,
    conflicts="""
        [2021-05-04] In Velm unemployment rose from 5 percent to 7 percent, an increase of 2 percent.
        [2021-05-04] Turnout in Velm fell 9 percent, from 61 percent to 52 percent.
    """,
    agreements="""
        [2021-05-04] In Velm unemployment rose from 5 percent to 7 percent, an increase of 2 percentage points.
        [2021-05-04] In Velm unemployment rose from 5 percent to 7 percent, an increase of 40 percent.
        [2021-05-04] The bank cut its key interest rate by 0.25 percent, from 5 percent to 4.75 percent.
        [2021-05-04] In Velm the rate rose by 2 points, from 5 percent to 7 percent.
    """,
)
