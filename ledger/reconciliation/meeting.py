"""What brings documents together whose claims may be held side by side: documents without anything of it in common never are."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.reconciliation.blocking import worded
from ledger.reconciliation.echoes import places
from ledger.reconciliation.kinship import asked, marks
from ledger.reconciliation.names import key
from ledger.reconciliation.people import person
from ledger.reconciliation.seen import seen
from ledger.reconciliation.topic import topics
from ledger.records import Claim


def meetings(claims: Sequence[Claim]) -> tuple[str, ...]:
    """The marks of the document of ``claims``: names, unusual words, telling figures, and the wordings of clauses and around figures.

    Names beside figures and ages of which it has no mark, but whose rarity is asked for, are marked as that.
    """
    shown = seen(claims)
    held = [topic for at, claim in enumerate(shown) for topic in topics(at, 0, claim)]
    wordings = {worded(topic) for topic in held}.union(mark for _, mark in places(held)) - {""}
    named = marks(shown)
    persons = (key(person(topic.claim)) for topic in held if topic.family == "age")
    beside = {each for topic in held for each in topic.near | topic.names}.union(persons)
    return (*named, *sorted(wordings), *sorted(map(asked, beside.difference(named, [""]))))
