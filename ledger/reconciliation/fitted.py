"""A table of the lexicon that tells how many bits each level of each field of a pair is worth; a field of numbers has steps."""

from __future__ import annotations

from bisect import bisect_left
from math import inf

from ledger.lexicon import table
from ledger.reconciliation.topic import Topic


class Fitted:
    """The bits of the table ``name``; ``before`` are those that any pair has, ``stepped`` the fields whose levels are numbers."""

    def __init__(self, name: str, stepped: tuple[str, ...]):
        self.bits: dict[str, dict[str, float]] = {}
        for field, level, bits in table(name):
            self.bits.setdefault(field, {})[level] = float(bits)
        self.before = self.bits["before"]["any"]
        self._steps = {field: sorted((float(most), bits) for most, bits in self.bits[field].items()) for field in stepped}

    def upto(self, field: str, amount: float) -> float:
        """The bits of the first step of ``field`` that is no less than ``amount``."""
        steps = self._steps[field]
        return steps[bisect_left(steps, (amount, -inf))][1]


def kind(topic: Topic) -> str:
    """What sort of figure it is: a share, a plain number, or an amount of its family."""
    if topic.family in ("share", "points"):
        return "share"
    return "plain" if topic.scale.plain else topic.family
