"""What a rule sees: the text around a numeral, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from ledger import patterns as re
from ledger.extraction.numerals import Numeral, numerals
from ledger.extraction.scan import by_block, lowered, scanned
from ledger.extraction.sentences import Sentences
from ledger.extraction.separators import regrouped
from ledger.records import Bound, Document

T = TypeVar("T")
_WORD = re.compile(r"[\s ]*([^\W\d_]+(?:['’][^\W\d_]+)?)")


class Scene:
    """A document as the rules look at it.

    ``text`` is the prose, ``low`` the same in lower case, ``numerals`` all its numerals in order, ``told`` the
    places of words that tell a time from the document's day, ``published`` that day or None. Every pattern is
    matched on ``low`` between a numeral's ``end`` and its ``limit`` (the end of its block), so nothing is read
    across blocks.
    """

    def __init__(self, document: Document):
        self.document = document
        self.text = document.prose.text
        self.low = lowered(self.text)
        self.published: date | None = document.source.date
        self._known: dict[Callable[[Scene], Any], Any] = {}
        self.numerals: list[Numeral] = []
        tokens, self.told = scanned(self.low)
        for floor, limit, found in by_block(tokens, document.prose):
            self.numerals += numerals(self.low, floor, limit, found)
        regrouped(self.numerals)

    def once(self, function: Callable[[Scene], T]) -> T:
        """``function(scene)``, computed the first time that it is asked for: what holds for the whole document."""
        try:
            known: T = self._known[function]
        except KeyError:
            known = self._known[function] = function(self)
        return known

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences of the prose."""
        return Sentences(self.document.prose)

    def word_after(self, position: int, limit: int) -> str:
        """The next word behind ``position``, lower-case, or "" where something else comes first."""
        match = _WORD.match(self.low, position, limit)
        return match.group(1) if match else ""

    def words_before(self, position: int, floor: int, most: int) -> list[str]:
        """Up to ``most`` words before ``position``, lower-case, punctuation attached, the nearest last."""
        return self.low[max(floor, position - 12 * most) : position].split()[-most:]

    def between(self, left: Numeral, right: Numeral) -> str:
        """The lower-case text between two numerals of one block."""
        return self.low[left.end : right.start]

    def neighbour(self, at: int, step: int = 1) -> Numeral | None:
        """The numeral ``step`` places from number ``at`` when it stands in the same block."""
        there = at + step
        if 0 <= there < len(self.numerals) and self.numerals[there].floor == self.numerals[at].floor:
            return self.numerals[there]
        return None


class Reading:
    """A figure as a rule reads it: its span in the prose and its value, before hedges and context.

    ``low`` and ``high`` are decimals or dates, None an open end. ``bound`` is None when the words
    around it still have to say ("more than"). ``unit`` and ``whole`` are as in a Claim.
    ``whole_noun`` is where the noun inside a fraction stands ("27 documents out of 31"), or None.
    """

    __slots__ = ("bound", "end", "high", "kind", "low", "numeral", "rule", "start", "unit", "whole", "whole_noun")

    def __init__(
        self, start: int, end: int, low: Decimal | date | None, high: Decimal | date | None, *,
        unit: str = "", whole: Decimal | None = None, bound: Bound | None = None, whole_noun: tuple[int, int] | None = None,
    ):  # fmt: skip
        self.start, self.end, self.low, self.high = start, end, low, high
        self.unit, self.whole, self.bound, self.whole_noun = unit, whole, bound, whole_noun
        self.kind = self.rule = ""
        self.numeral: Numeral | None = None
