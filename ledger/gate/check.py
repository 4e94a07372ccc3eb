"""What a check of upkeep declares of itself, and what it looks at; its tiny articles are its tests.

A line of ``conflicts`` or ``agreements`` is a set of tiny articles in Markdown, parted by `` || ``, each with its date of
publication in square brackets. A last part ``accepted`` puts their conflicts into a baseline, ``accepted until DAY`` with
that last day. It is 1 July 2021. The check must find a lapse in every line of the first and none in any of the second.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ledger.gate.records import Lapse, Place
from ledger.gate.suppression import Suppressions
from ledger.reconciliation.check import Declared
from ledger.records import Finding

if TYPE_CHECKING:
    from ledger.gate.baseline import Accepted


class Upkeep(NamedTuple):
    """What a gate has seen: the day it is, all findings by their fingerprints, and what was to excuse them."""

    today: date
    found: Mapping[str, Finding]
    accepted: Sequence[Accepted]
    suppressions: Suppressions


@dataclass(frozen=True, kw_only=True)
class UpkeepCheck(Declared):
    """One way in which what excuses findings is out of order; ``find`` yields what it finds wrong, and where."""

    find: Callable[[Upkeep], Iterator[tuple[Place, str]]]

    def lapses(self, upkeep: Upkeep) -> Iterator[Lapse]:
        """The findings. Their fingerprints tell from what is written alone; what is written again is told apart by its number."""
        seen: dict[str, int] = {}
        for place, message in self.find(upkeep):
            told = " ".join(place.span.quote.split())
            seen[told] = seen.get(told, 0) + 1
            hashed = hashlib.blake2s(f"{self.code}\n{told}\n{seen[told]}".encode(errors="surrogatepass"), digest_size=10)
            yield Lapse(
                code=self.code, name=self.name, verdict="conflict", severity=self.severity, message=message, claims=(), because=(),
                fingerprint=hashed.hexdigest(), places=(place,),
            )  # fmt: skip
