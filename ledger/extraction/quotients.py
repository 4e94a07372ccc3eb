"""Fractions that are a share of nothing, because the text says nothing else: "three fifths", "the answer is one over twenty"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from ledger import patterns as re
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import words

_GAP = re.compile(r"\s*[\s‑-]\s*")
_OVER = re.compile(r"\s+over\s+|/")
_ARTICLE = re.compile(r"(?:^|\W)(an?)\s+$")
_ASKED = re.compile(rf"(?:^|\W)(?:{'|'.join(sorted(words('results.txt')))})\s+$|=\s*$")
_COMPARED = re.compile(r"\b(?:than|least|most|below|above|under|over|equals?)\s+$")
_SPOKEN = re.compile(r"\s*[.!?]?\s*")
_COUNTING = frozenset({"cardinal", "digits"})
_PARTING = frozenset({"part", "ordinal"})
_LONGEST, _LONGEST_LEAD = 100, 40


def quotient(scene: Scene, at: int) -> Reading | None:
    """The fraction that begins with numeral number ``at`` and is all that its block says; None anywhere else."""
    first = scene.numerals[at]
    if first.limit - first.start > _LONGEST:
        return None
    chain = [first]
    while (following := scene.neighbour(at + len(chain) - 1)) is not None and len(chain) < 4:
        chain.append(following)
    last = chain[-1]
    if len(chain) > 3 or not _SPOKEN.fullmatch(scene.low, last.end, last.limit):
        return None
    start = first.start
    if len(chain) == 1:
        value = _one_part(first)
        article = _ARTICLE.search(scene.low, max(first.floor, start - 4), start)
        if article is None and (first.form != "part" or first.value != 2):
            return None
        start = article.start(1) if article else start
    else:
        value = _divided(scene, chain)
    lead = scene.low[max(first.floor, start - _LONGEST_LEAD) : start]
    compared = scene.low[first.end : first.end + 1] == "/" and _COMPARED.search(lead)
    if value is None or (lead.strip() and not _ASKED.search(lead) and not compared):
        return None
    return Reading(start, last.end, value, value)


def _one_part(parts: Numeral) -> Decimal | None:
    """ "a half", "a hundredth"; a plural and a "second" part nothing."""
    return 1 / parts.value if parts.form in _PARTING and parts.value >= 2 and (parts.form == "part" or parts.value > 2) else None


def _divided(scene: Scene, chain: list[Numeral]) -> Decimal | None:
    """The value of two or three numerals that make one fraction, or None: "one over three", "five eighths", "three twenty-firsts"."""
    over, under = chain[0], chain[-1]
    if over.form not in _COUNTING or not under.value:
        return None
    if len(chain) == 2 and under.form in _COUNTING:
        return over.value / under.value if _OVER.fullmatch(scene.low, over.end, under.start) else None
    joined = all(_GAP.fullmatch(scene.low, left.end, right.start) for left, right in pairwise(chain))
    if not joined or under.form not in _PARTING or over.form != "cardinal":
        return None
    if under.form == "ordinal":
        return over.value / under.value if abs(over.value) == 1 and len(chain) == 2 else None
    if len(chain) == 3:
        return _compound(over.value, chain[1].value, under.value)
    return _plural(over.value, under.value, " and " in scene.low[over.start : over.end])


def _compound(count: Decimal, tens: Decimal, parts: Decimal) -> Decimal | None:
    """ "three twenty-firsts", whose tens are a numeral of their own."""
    return count / (tens + parts) if parts < 10 and 20 <= tens < 100 and tens % 10 == 0 else None


def _plural(count: Decimal, parts: Decimal, conjunction: bool) -> Decimal | None:
    """ "one hundred thirty fifths" is 100/35, with "and" it is 130/5; "two hundred and fifty-four hundredths" is 200.54."""
    rest = abs(count) % 100
    if not conjunction and abs(count) > rest and (compound := _compound(count - rest, rest, parts)) is not None:
        return compound
    if parts < 2:
        return None
    return count - rest + rest / parts if conjunction and 0 < rest < parts else count / parts
