"""H102: a suppression of a finding that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.gate.check import Upkeep, UpkeepCheck
from ledger.gate.records import Place


def _find(upkeep: Upkeep) -> Iterator[tuple[Place, str]]:
    for suppression, codes in upkeep.suppressions.unused():
        yield suppression.place, f"nothing to ignore: no {' and no '.join(codes)} is found here; remove it"


check = UpkeepCheck(
    code="H102",
    name="unused-suppression",
    severity="warning",
    find=_find,
    manual="""
        A suppression of a finding that is not there.

        The text has changed, or the other one has. It would hide the next finding of its kind in silence, so remove it. A
        finding between two texts is only there when both are checked: check the same paths always.
    """,
    conflicts="""
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X101 -- the mayor has confirmed it -->
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112,A101 -- counted twice -->
    """,
    agreements="""
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112 -- counted twice -->
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112 until=2021-07-01 -- counted twice -->
    """,
)
