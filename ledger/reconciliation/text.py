"""One document as the checks see it that look at single texts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from ledger.reconciliation.arithmetic.changes import Change, changes_in
from ledger.reconciliation.arithmetic.passages import Passage, passages
from ledger.reconciliation.topic import Topic
from ledger.records import Claim


class Text:
    """The ``claims`` of one document, in the order of their places, and the ``topics`` of these."""

    def __init__(self, claims: Sequence[Claim], topics: Sequence[Topic]):
        self.claims, self.topics = claims, topics

    @cached_property
    def passages(self) -> list[Passage]:
        """The sentences with several figures, and those behind a sentence with one; in order."""
        return passages(self.claims)

    @cached_property
    def changes(self) -> list[Change]:
        """What a sentence says of a figure before and after a change; in order."""
        return [change for passage in self.passages for change in changes_in(passage)]
