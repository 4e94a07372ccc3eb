"""Which parts of wholes are things that are counted: "three of the eight", not "one in five"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.records import Claim

FEW = 12
"""A whole up to which "one in five" is a share rather than one of five things counted."""
_DEFINITE = re.compile(r"\bof (?:the|its|his|her|their|our|these|[\w’'-]+['’]s)\b", re.IGNORECASE)


def is_of_things(claim: Claim) -> bool:
    """Whether a part is one of so many things: of more than a few, or of "the eight"."""
    return claim.kind == "fraction" and claim.whole is not None and (claim.whole > FEW or _DEFINITE.search(claim.span.quote) is not None)
