"""H101: a suppression that cannot be understood, and so suppresses nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.gate.check import Upkeep, UpkeepCheck
from ledger.gate.records import Place


def _find(upkeep: Upkeep) -> Iterator[tuple[Place, str]]:
    for malformed in upkeep.suppressions.malformed():
        yield malformed.place, f"this suppression counts for nothing: {malformed.complaint}"


check = UpkeepCheck(
    code="H101",
    name="malformed-suppression",
    severity="error",
    find=_find,
    manual="""
        A suppression that cannot be understood, and so suppresses nothing.

        A comment in Markdown or HTML names the checks and says why; a last day may stand between the two:
        `<!-- factledger: ignore X101 until=2027-01-01 -- the mayor has confirmed it -->`. It is about the paragraph that it
        stands in or behind; on a line of its own, about the next. For plain text an entry in `.factledger-ignore.toml` says
        the same: `[[ignore]]` with `file`, `codes`, `reason`, and perhaps `quote` (part of the sentence) and `until`.
    """,
    conflicts="""
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X101 -->
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X999 -- the mayor has confirmed it -->
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore X101 until=June -- the mayor has confirmed it -->
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: ignore -- the mayor has confirmed it -->
        [2021-05-04] In Velm 40 houses burned. <!-- factledger: allow X101 -- the mayor has confirmed it -->
    """,
    agreements="""
        [2021-05-04] In Velm 40 houses burned. <!-- ignore X101 -->
        [2021-05-04] In Velm 40 houses burned, as `<!-- factledger: ignore X101 -->` would have it.
        [2021-05-04] Between 50 and 40 people came to Velm. <!-- factledger: ignore A112 -- counted twice -->
    """,
)
