"""The figures of up to three sentences of one paragraph, each with the words of its clause."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from typing import NamedTuple

from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare

_OF_UNITS = "mqdr"
_BACK = 2
"""Sentences with figures, before one, that are looked at with it."""
_STANDS = cues("stands")
_PARTS = cues("parts clauses") | {","}
_SPAN = 24
_NEAR, _BEHIND = 4, 40
"""Words of a clause before a figure, figures behind it, and characters, that are looked at."""


class Place(NamedTuple):
    """A figure with its passage."""

    figure: Figure
    passage: Passage

    @property
    def before(self) -> list[str]:
        """The words and marks between the figure and the one before it, or the sentence's beginning."""
        return self.passage.gaps[self.figure.at]

    @property
    def behind(self) -> list[str]:
        """Those up to the next figure, or the sentence's end."""
        return self.passage.gaps[self.figure.at + 1]

    def clause(self, others: Container[int]) -> tuple[list[str], list[date]]:
        """The words of the figure's clause and the days that it names; a clause that has none of ``others`` before it belongs to it too."""
        passage, days = self.passage, list[date]()
        first = self.figure.at
        while first and first - 1 not in others:
            first -= 1
        words, parted = list[str](), first == 0
        for at in range(first, self.figure.at + 1):
            for word in passage.gaps[at]:
                if word in _PARTS and not parted:
                    parted, words = True, []  # what stands before the first mark is the other's
                words.append(word)
            if at < self.figure.at and parted:
                _add_day(passage.figures[at], days)
            elif at < self.figure.at:
                words = []
        words = words[-_SPAN:]
        for at in range(self.figure.at + 1, min(self.figure.at + _NEAR, len(passage.gaps))):
            for word in passage.gaps[at]:
                if word in _PARTS:
                    return words, days
                words.append(word)
            if at == len(passage.figures) or at in others:
                break
            _add_day(passage.figures[at], days)
        return words, days


def _add_day(figure: Figure, days: list[date]) -> None:
    if figure.letter == "t" and isinstance(figure.claim.low, date):
        days.append(figure.claim.low)


def windows(passage: Passage) -> Iterator[list[Passage]]:
    """The sentence, then with the one before it in its paragraph, then with the two."""
    longest = window(passage)
    return (longest[-length:] for length in range(1, len(longest) + 1))


def window(passage: Passage, back: int = _BACK) -> list[Passage]:
    """The sentence behind up to ``back`` of its paragraph with figures, in order."""
    found: list[Passage] = []
    each: Passage | None = passage
    while each is not None and len(found) <= back:
        found.insert(0, each)
        each = each.previous
    return found


def lent(place: Place, other: Figure) -> Figure:
    """The figure with the unit of ``other`` where it leaves out its own: "94 minutes ... now it is 58"."""
    figure = place.figure
    if figure.letter == other.letter or not leaves_out(place):
        return figure
    unit = {"kind": other.claim.kind, "unit": other.claim.unit, "whole": other.claim.whole}
    return Figure(figure.at, figure.claim, figure.claim.model_copy(update=unit))


def may_be_like(place: Place, other: Place) -> bool:
    """Whether both are in units that can be converted, or one leaves out its own."""
    if place.figure.like(other.figure):
        return True
    one, another = sorted((place, other), key=lambda each: each.figure.letter != "c")
    return another.figure.letter in _OF_UNITS and leaves_out(one)


def leaves_out(place: Place) -> bool:
    """Whether a figure that something is said to be stands without what it counts: "the pool was 25 metres long and is now 33"."""
    claim, before = place.figure.claim, bare(place.before)
    if place.figure.letter != "c" or _STANDS.isdisjoint(before[-1:]):
        return False
    end = claim.in_sentence[1]
    return not claim.counted or claim.counted.lower() not in claim.sentence.quote[end : end + _BEHIND].lower()
