"""Copies of one text: the same sentence in two documents, with another figure in the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ledger.reconciliation.topic import Topic

_LEAST_SHARED, _LEAST_WORDS = 3, 4
_MOST_COPIES = 16
_REST = " \t\r\n0123456789"
"""What may be left of a figure that is changed so that less of it is read: the year of "6 September 2819"."""


def echoes(topics: Sequence[Topic]) -> list[tuple[Topic, Topic]]:
    """Claims that stand in the same place of the same sentence of two copies, and differ; in order.

    Two documents are copies when they say at least three figures, or half of those that either says,
    in the same words.
    """
    places: dict[int, list[Topic]] = {}
    told = [topic for topic in topics if topic.aspect in ("value", "ratio")]
    for number, topic in enumerate(told):
        places.setdefault(_place(topic, told[max(0, number - 1) : number + 2]), []).append(topic)
    agreeing: Counter[tuple[int, int]] = Counter()
    differing: list[tuple[Topic, Topic]] = []
    for group in places.values():
        for at, left in enumerate(group):
            for right in group[at + 1 : at + _MOST_COPIES]:
                if left.document == right.document or left.claim.kind != right.claim.kind or left.aspect != right.aspect:
                    continue
                if left.claim.span.quote == right.claim.span.quote:
                    agreeing[left.document, right.document] += 1
                elif left.measures == right.measures and left.claim.quantity != right.claim.quantity:
                    differing.append((left, right))
    if not differing:
        return []
    sizes = Counter(topic.document for topic in topics if topic.aspect in ("value", "ratio"))
    return sorted(
        (
            pair
            for pair in differing
            if _are_copies(agreeing[pair[0].document, pair[1].document], sizes[pair[0].document], sizes[pair[1].document])
        ),
        key=lambda pair: (pair[0].at, pair[1].at),
    )


def _are_copies(agreeing: int, one: int, other: int) -> bool:
    return agreeing >= _LEAST_SHARED or 2 * agreeing >= max(one, other) > 1


def _place(topic: Topic, neighbours: Sequence[Topic]) -> int:
    """What stands around the figure in its sentence, as a hash; where that is little, with the figures before and after it."""
    claim = topic.claim
    start = claim.span.start - claim.sentence.start
    quote = claim.sentence.quote
    before, behind = quote[:start].split(), quote[start + len(claim.span.quote) :].lstrip(_REST).split()
    words = (" ".join(before), " ".join(behind))
    if len(before) + len(behind) >= _LEAST_WORDS:
        return hash(words)
    beside = (other for other in neighbours if other.claim is not claim and other.document == topic.document)
    return hash((words, *((other.at - topic.at, other.claim.span.quote) for other in beside)))
