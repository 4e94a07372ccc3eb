"""H103: a suppression that held until a day that is over."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.gate.check import Upkeep, UpkeepCheck
from ledger.gate.records import Place


def _find(upkeep: Upkeep) -> Iterator[tuple[Place, str]]:
    for suppression in upkeep.suppressions.expired():
        terms = suppression.terms
        yield suppression.place, f"{', '.join(terms.codes)} was to be ignored until {terms.until} ({terms.reason}), and is told again"


check = UpkeepCheck(
    code="H103",
    name="expired-suppression",
    severity="error",
    find=_find,
    manual="""
        A suppression that held until a day that is over.

        What it suppressed is told again. Settle it and remove the suppression, or give it another day. The last day is the
        one that is named, in UTC.
    """,
    conflicts="""
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X101 until=2021-06-30 -- the mayor has confirmed it -->
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X101,X102 until=2020-01-01 -- old -->
    """,
    agreements="""
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112 until=2021-07-01 -- counted twice -->
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112 -- counted twice -->
    """,
)
