"""What brings documents together whose claims may be held side by side: documents without anything of it in common never are."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2s
from typing import NamedTuple

from ledger.reconciliation.blocking import MOST_ALIKE, worded
from ledger.reconciliation.echoes import MOST_COPIES, places
from ledger.reconciliation.kinship import marks
from ledger.reconciliation.topic import topics
from ledger.records import Claim

MOST_MET = min(MOST_ALIKE, MOST_COPIES)
"""Claims up to which all of those that share a wording are compared; of more, each only with its neighbours."""


class Meetings(NamedTuple):
    """Of one document its ``marks`` (names and unusual words) and its ``wordings``: clauses, and sentences around figures, hashed."""

    marks: tuple[str, ...]
    wordings: tuple[str, ...]


def meetings(claims: Sequence[Claim]) -> Meetings:
    """What brings the document of ``claims`` together with others."""
    held = [topic for at, claim in enumerate(claims) for topic in topics(at, 0, claim)]
    clauses = {blake2s(repr(key).encode(errors="surrogatepass"), digest_size=9).digest() for topic in held if (key := worded(topic))}
    return Meetings(marks(claims), tuple(sorted(hashed.hex() for hashed in clauses.union(place for _, place in places(held)))))
