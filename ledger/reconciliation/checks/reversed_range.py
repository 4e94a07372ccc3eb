"""A112: a range whose first end is greater than its last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from ledger import patterns as re
from ledger.extraction.context.inflection import is_plural
from ledger.reconciliation.arithmetic.cues import changes, cues, moves
from ledger.reconciliation.arithmetic.faults import fault
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding

_NO_RANGE, _BACKWARDS = cues("no range"), cues("backwards")
_LETTERS = "cmqpodr"
_NEAR, _BEHIND = 8, 6
"""Words before a range and behind it that tell that it is none."""
_MOST_YEARS, _MOST_SIZE = 110, 4.0
_TWO_YEARS = re.compile(r"\b[12]\d{3}\b\D{1,9}\b[12]\d{3}\b")
_YEAR, _OLD = re.compile(r"1\d{3}|20\d\d"), re.compile(r"\bB\.?C\b|\bback\b|backward")
_SIZED, _SHIFTED = cues("sized"), cues("shifted")
_MOST = 20.0
"""How many times its end the beginning of a reversed range may be: beyond that they are two figures."""


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        if passage.says("etween"):
            yield from _reversed(passage)
        for low, high in chain(_of_years(passage), _of_size(passage)):
            yield fault(check, (low, high), low, "the range ends below its beginning")


def _of_years(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Of "(1931–1874)", "mayor from 1918 to 1912", "between 2014 and 2010": years, of which the first is the later one."""
    if not passage.says("(", "from ", "etween ") or not _TWO_YEARS.search(passage.claims[0].sentence.quote):
        return
    for low, high in pairwise(passage.figures):
        one, other = (figure.claim.span.quote for figure in (low, high))
        if not _YEAR.fullmatch(one) or not _YEAR.fullmatch(other) or not 0 < int(one) - int(other) <= _MOST_YEARS:
            continue
        before, between, behind = passage.gaps[low.at][-1:], passage.gaps[high.at], passage.gaps[high.at + 1]
        life = before == ["("] and between in (["–"], ["-"]) and behind[:1] == [")"]
        spans = life or (before == ["from"] and between in (["to"], ["until"]))
        both = before == ["between"] and between == ["and"] and low.letter == high.letter == "t"
        said = passage.gaps[low.at][-_NEAR:]
        if not _NO_RANGE.isdisjoint(said) or any(map(moves, said)) or any(map(is_plural, behind[:1])):
            continue  # "the number fell from 1912 to 1845", "the gap between 2014 and 2010"
        dated = life or "t" in (low.letter, high.letter)
        if (spans or both) and dated and _BACKWARDS.isdisjoint(behind[:_BEHIND]) and not _OLD.search(passage.claims[0].sentence.quote):
            yield low, high


def _of_size(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Of "weigh 5 to 3 kilograms", "will take eight to six weeks": what a thing weighs or takes, and no fall, score or scale."""
    if not passage.says(" to "):
        return
    for low, high in pairwise(passage.figures):
        if high.letter not in "qda" or low.letter not in ("c", high.letter) or passage.gaps[high.at] != ["to"]:
            continue
        if low.claim.bound != "at_most" and _SIZED.isdisjoint(bare(passage.gaps[low.at])[-1:]):
            continue
        alike = low.like(high) if low.letter == high.letter else not low.noun or low.noun == high.noun
        one, other = low.number, high.number
        bounds = low.claim.bound in ("exact", "at_most") and high.claim.bound == "exact"
        if not _SHIFTED.isdisjoint(passage.gaps[high.at + 1][:2]):
            continue  # "took 8 to 6 weeks off the record"
        if alike and bounds and 0 < other < one <= _MOST_SIZE * other and not changes(passage, low) and not changes(passage, high):
            yield low, high


def _reversed(passage: Passage) -> Iterator[Finding]:
    for low, high in pairwise(passage.figures):
        before, between = bare(passage.gaps[low.at]), passage.gaps[high.at]
        if before[-1:] != ["between"] or bare(between) != ["and"] or not low.like(high) or low.letter not in _LETTERS:
            continue
        if not high.range.high < low.range.low or low.range.low > _MOST * high.range.high or high.range.low < 0:
            continue
        if _NO_RANGE.intersection(before[-_NEAR:]) or _BACKWARDS.intersection(passage.gaps[high.at + 1][:_BEHIND]):
            continue
        yield fault(check, (low, high), low, "the range ends below its beginning")


check = Check(
    code="A112",
    name="reversed-range",
    severity="warning",
    find=_find,
    manual="""
        A range whose first end is greater than its last.

        "Between 50 and 40 people" has its ends swapped, or a digit lost. A gap, a choice or a match between two figures
        is no range, and "from 50 to 40" may be a fall.
    """,
    conflicts="""
        [2021-05-04] Between 50 and 40 people came to the harbour in Velm.
        [2021-05-04] The wall will cost between $90 million and $60 million.
        [2021-05-04] A cat in Velm weighs 5 to 3 kilograms.
        [2021-05-04] The work in Velm will take eight to six weeks.
        [2021-05-04] Tamm was mayor of Velm from 1918 to 1912.
        [2021-05-04] Emil Tamm of Velm (1931–1874) wrote nine books.
        [2021-05-04] Between 2014 and 2010 the yard of Velm built four ships.
    """,
    agreements="""
        [2021-05-04] Between 40 and 50 people came to the harbour in Velm.
        [2021-05-04] The gap between 50 percent and 40 percent is wide.
        [2021-05-04] The number of boats in Velm fell from 50 to 40.
        [2021-05-04] A cat in Velm weighs 3 to 5 kilograms.
        [2021-05-04] The number of pupils in Velm fell from 1912 to 1845.
        [2021-05-04] Tamm of Velm took 8 to 6 weeks off the record.
        [2021-05-04] The difference between 2014 and 2010 in Velm is 4.
        [2021-05-04] From 2014 back to 2010 the four books of Velm are lost.
    """,
)
