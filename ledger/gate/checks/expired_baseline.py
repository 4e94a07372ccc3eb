"""H104: an entry of the baseline that accepted a finding for a time, which is over."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.gate.check import Upkeep, UpkeepCheck
from ledger.gate.records import Place


def _find(upkeep: Upkeep) -> Iterator[tuple[Place, str]]:
    for accepted in upkeep.accepted:
        entry = accepted.entry
        if accepted.is_over(upkeep.today) and entry.fingerprint in upkeep.found:
            told = f"{entry.code} was accepted until {entry.expires} by {entry.author} ({entry.reason}), and is found again"
            yield accepted.place, told


check = UpkeepCheck(
    code="H104",
    name="expired-baseline",
    severity="error",
    find=_find,
    manual="""
        An entry of the baseline that accepted a finding for a time, which is over.

        The finding fails again. Settle it; or accept it for longer: `factledger baseline update --add --reason ...` puts a
        new entry in the place of the old one. The last day of an entry is the day that it names, in UTC.
    """,
    conflicts="""
        [2021-05-04] Between 50 and 40 people came to the harbour in Velm. || accepted until 2021-06-30
        [2021-05-04] The wall will cost between $90 million and $60 million. || accepted until 2020-01-01
    """,
    agreements="""
        [2021-05-04] Between 50 and 40 people came to the harbour in Velm. || accepted until 2021-07-01
        [2021-05-04] Between 50 and 40 people came to the harbour in Velm. || accepted
    """,
)
