"""Figures that two speakers give of one thing in one sentence, the second without saying again of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ledger import patterns as re
from ledger.lexicon import words
from ledger.reconciliation.topic import Topic

_ESTIMATING = words("estimating.txt")
_FAR = 80
_PARTED = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MOST_WORDS = 9


def rivals(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of figures of one sentence, such as "the police put the crowd at 3,000, the organisers at 12,000".

    The second has its own speaker and no noun of its own, and what is left out is what the first speaker gave a figure of.
    """
    values = (topic for topic in topics if topic.aspect == "value" and topic.family != "date" and topic.claim.speaker)
    for left, right in pairwise(values):
        together = left.document == right.document and left.claim.sentence == right.claim.sentence
        if together and left.measures == right.measures and left.claim.predicate in _ESTIMATING and _leaves_out(left, right):
            yield left, right


def _leaves_out(left: Topic, right: Topic) -> bool:
    """Whether little more than who gives it stands between the first figure and the second."""
    between = left.claim.sentence.quote[left.claim.in_sentence[1] : right.claim.in_sentence[0]]
    who = right.claim.speaker
    if who == left.claim.speaker or len(between) > _FAR or who.lower() not in between.lower() or not _PARTED.search(between):
        return False
    if len(_WORD.findall(between)) > _MOST_WORDS or right.claim.predicate not in ("", left.claim.predicate, *_ESTIMATING):
        return False
    return bool(left.noun) and (not right.noun or right.claim.counted.lower() in who.lower())
