"""Copies of one text: the same sentence in two documents, with another figure in the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2s
from itertools import combinations

from ledger.reconciliation.blocking import Few, alike
from ledger.reconciliation.topic import Topic
from ledger.records import Claim

_LEAST_SHARED, _LEAST_WORDS = 3, 4
_CELLS = 3
"""Figures on either side that tell the place of one that stands alone: rows of a table are alike."""
_REST = " \t\r\n0123456789"
"""What may be left of a figure that is changed so that less of it is read: the year of "6 September 2819"."""


def echoes(topics: Sequence[Topic], few: Few) -> list[tuple[Topic, Topic]]:
    """Claims that stand in the same place of the same sentence of two copies, and differ; in order.

    Two documents are copies when they say at least three figures, or half of those that either says,
    in the same words.
    """
    agreeing: Counter[tuple[int, int]] = Counter()
    differing: list[tuple[Topic, Topic]] = []
    for mark, group in alike(places(topics)):
        if few(mark, group):
            said = {(topic.document, topic.claim.span.quote) for topic in group}
            for left, right in combinations(group, 2):
                if left.document == right.document or left.claim.kind != right.claim.kind or left.aspect != right.aspect:
                    continue
                one, other = left.claim.span.quote, right.claim.span.quote
                if one == other:
                    agreeing[left.document, right.document] += 1
                elif (left.document, other) in said or (right.document, one) in said:
                    continue  # a text that says both has the sentence, or the row, in several places
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


def places(topics: Sequence[Topic]) -> Iterator[tuple[Topic, str]]:
    """What stands around each figure in its sentence, as a mark; where that is little, with the figures before and after it."""
    told = [topic for topic in topics if topic.aspect in ("value", "ratio")]
    for number, topic in enumerate(told):
        words = _around(topic.claim)
        if len(words[0]) + len(words[1]) < _LEAST_WORDS:
            around = 1 if words[0] or words[1] else _CELLS
            for other in told[max(0, number - around) : number + around + 1]:
                if other.claim is not topic.claim and other.document == topic.document:
                    words += ([str(other.at - topic.at)], [other.claim.span.quote])
        written = "\n".join(map(" ".join, words))
        yield topic, "#" + blake2s(written.encode(errors="surrogatepass"), digest_size=9).hexdigest()


def _around(claim: Claim) -> tuple[list[str], ...]:
    """The words of the sentence before and behind the figure."""
    (start, end), quote = claim.in_sentence, claim.sentence.quote
    return quote[:start].split(), quote[end:].lstrip(_REST).split()
