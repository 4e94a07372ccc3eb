"""What brings documents together whose claims may be held side by side: documents without anything of it in common never are."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.reconciliation.blocking import worded
from ledger.reconciliation.echoes import places
from ledger.reconciliation.kinship import marks
from ledger.reconciliation.seen import seen
from ledger.reconciliation.topic import topics
from ledger.records import Claim


def meetings(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The marks of the document of ``claims``: names, unusual words, telling figures, and the wordings of clauses and around figures."""
    shown = seen(claims)
    held = [topic for at, claim in enumerate(shown) for topic in topics(at, 0, claim)]
    wordings = {worded(topic) for topic in held}.union(mark for _, mark in places(held)) - {""}
    return (*marks(shown), *sorted(wordings))
