"""U101: a figure in brackets, or behind "or", that does not convert the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.intervals import Interval, interval
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Finding

_HEDGES = "|".join(sorted(cues("converting")))
_OPENING = re.compile(rf"[\w\s-]{{0,24}}?\s*[(\[](?:(?:{_HEDGES}) )*")
_CLOSING = re.compile(r"[\w\s-]{0,24}[)\]]")
_APPOSED = re.compile(rf"(?:, or |,? – |,? — | - |, (?=(?:{_HEDGES})\b))(?:(?:{_HEDGES}) )*")
"""Between the two without brackets: "54 metres, or 177 feet,", "12 kilometres – about 7.5 miles –"."""
_EXTENT = rf"(?:{'|'.join(lists('unit_words.tsv')['metre after'])})\b"
_ENDED = re.compile(rf"(?: {_EXTENT})?\s*(?:[,;:.–—](?!\w)|$)|,? {_EXTENT}| - ")
_FAR = 12.0
"""By what factor what stands in no brackets may be off and still be meant as a conversion."""
_PART = re.compile(r"(?:\bby|\bx|×|\band|\bto|[-–—/])\s*$", re.IGNORECASE)
_SLACK = 0.03
"""By what part of the figure a conversion may be rounded beyond its printed digits: 60 mph (100 km/h)."""


def _find(text: Text) -> Iterator[Finding]:
    for left, right in pairwise(topic for topic in text.topics if topic.aspect == "value"):
        if _converts(left, right) and (fits := _fit(left, right)) is not None:
            verdict: Literal["corroborate", "conflict"] = "corroborate" if fits else "conflict"
            message = f"{said(left.claim)} {'is' if fits else 'is not'} {right.claim.span.quote}"
            steps = (Step("clause", "identical"), Step("figures", "same in other units" if fits else "unlike"))
            yield finding(check, verdict, message, [left.claim, right.claim], steps)


def _converts(left: Topic, right: Topic) -> bool:
    """Whether the second measure stands in brackets behind the first, in another unit for the same."""
    mine, theirs = left.claim, right.claim
    if mine.kind not in ("measure", "rate") or mine.unit == theirs.unit or left.measures != right.measures:
        return False
    if left.scale.plain or mine.sentence.start != theirs.sentence.start:
        return False
    quote, (start, end), (second, last) = mine.sentence.quote, mine.in_sentence, theirs.in_sentence
    before, between, behind = quote[:start], quote[end:second], quote[last:]
    if _PART.search(before):
        return False
    if _OPENING.fullmatch(between) and _CLOSING.match(behind):
        return True
    apposed = mine.kind == theirs.kind == "measure" and _APPOSED.fullmatch(between) and _ENDED.match(behind)
    return bool(apposed) and _are_of_one_size(left, right)


def _are_of_one_size(left: Topic, right: Topic) -> bool:
    """Whether one may be the other in another unit: positive amounts, and the one no more than some times the other."""
    one, other = abs(left.interval.nominal[0]), abs(right.interval.nominal[0])
    return min(one, other) > 0 and max(one, other) / min(one, other) <= _FAR


def _fit(left: Topic, right: Topic) -> bool | None:
    """Whether both are one amount, or one difference of temperature; None when the gap may be rounding."""
    mine, theirs = _difference(left), _difference(right)
    rounding = _SLACK * max(abs(mine.nominal[0]), abs(theirs.nominal[1]))
    pairs = ((left.interval, right.interval), (mine, theirs))
    if any(_meet(one, other, 0.0) for one, other in pairs):
        return True
    return None if any(_meet(one, other, rounding) for one, other in pairs) else False


def _difference(topic: Topic) -> Interval:
    """The interval as that of a difference: a rise of 2 °C is one of 3.6 °F."""
    return interval(topic.claim, topic.scale._replace(offset=0.0))


def _meet(left: Interval, right: Interval, more: float) -> bool:
    return left.low <= right.high + more and right.low <= left.high + more


check = Check(
    code="U101",
    name="conversion",
    severity="error",
    find=_find,
    manual="""
        A figure in brackets, or in apposition, does not convert the one before it.

        "50 miles (80 km)" and "50 miles, or 80 km," say one distance twice. Both are moved to base units and compared as the
        intervals that their printed digits imply, with three percent to spare for what is rounded
        again. A difference of temperatures may be converted as a difference. Money is never converted.
    """,
    conflicts="""
        [2021-05-04] The slick reached 50 miles (31 km) of coast near Velm.
        [2021-05-04] In Velm it was 31 degrees Celsius (76 degrees Fahrenheit) at noon.
        [2021-05-04] The reserve covers 500 acres (450 hectares) of marsh.
        [2021-05-04] The ship of Velm is 54 metres, or 137 feet, long.
        [2021-05-04] In Velm they walked 12 kilometres – about 17 miles – in the dark.
        [2021-05-04] The tank in Velm holds 5,000 litres, some 13,200 gallons.
        [2021-05-04] The chapel near Velm stands 540 metres (that is 2,770 feet) above the sea.
        [2021-05-04] The kite over Velm hung 312 metres, which is 824 feet, above the roofs.
    """,
    agreements="""
        [2021-05-04] The ship of Velm is 54 metres, or 177 feet, long, and sails at 14 knots - 26 km/h - at most.
        [2021-05-04] The tank in Velm holds 5,000 litres, some 1,320 gallons.
        [2021-05-04] The chapel near Velm stands 540 metres (that is 1,772 feet) above the sea.
        [2021-05-04] The path from Velm is 12 km, which is 3 miles longer than the road.
        [2021-05-04] The path in Velm is 12 kilometres, about 3 miles of them paved.
        [2021-05-04] In Velm they walked 12 km, 5 miles on the road and 4 km in the woods.
        [2021-05-04] The slick reached 50 miles (80 km) of coast near Velm.
        [2021-05-04] The train ran at 60 mph (100 km/h) and rose 900 feet (275 metres).
        [2021-05-04] It was 2 degrees Celsius (3.6 degrees Fahrenheit) warmer than usual, and 31 C (88 F) at noon.
        [2021-05-04] The crate measures 6 feet by 4 feet (1.8 metres by 1.2 metres).
        [2021-05-04] The ship, of 30 tonnes (12 metres long), lay 20 km (and 5 miles by road) off Velm.
    """,
)
