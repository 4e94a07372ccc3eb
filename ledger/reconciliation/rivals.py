"""Figures that two speakers give of one thing in one breath, the second without saying again of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ledger import patterns as re
from ledger.lexicon import classes, words
from ledger.reconciliation.topic import Topic

_ESTIMATING = words("estimating.txt")
_FAR = 80
_PARTED = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MOST_WORDS = 9
_BEHIND = re.compile(r"[\s”’\"']*(?:(?:people|persons|in all|altogether|instead|only|at most|at least)[\s”’\"']*)*[.!]?[\s”’\"']*$")
"""What may stand between a figure and its sentence's end for the sentence not to say of what it is."""
_ARRIVES = re.compile(r"\b(?:comes?|came|arrives?|arrived)\s+(?:to|at)\s+(?:[a-z]+\s+){0,2}$")
_GRAMMAR = classes("grammar.tsv")
_NOBODY = _GRAMMAR["pronoun"] | _GRAMMAR["preposition"] | _GRAMMAR["calendar"]
"""Words that open no sentence whose subject says so: who it is, where and when stand first."""
_MOST_BEFORE = 14
_ONE_BREATH = 2
"""Characters that stand between two sentences of one paragraph."""


def rivals(topics: Iterable[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Pairs of figures of one sentence, such as "the police put the crowd at 3,000, the organisers at 12,000".

    The second has its own speaker and no noun of its own, and what is left out is what the first speaker gave a figure of. It may be a
    sentence by itself: "The union said 980 nurses stayed away. Management counted 640."
    """
    values = (topic for topic in topics if topic.aspect == "value" and topic.family != "date")
    for left, right in pairwise(values):
        if left.document != right.document or left.measures != right.measures or not left.claim.speaker:
            continue
        if left.claim.sentence == right.claim.sentence:
            told = right.claim.speaker and left.claim.predicate in _ESTIMATING and _leaves_out(left, right)
        else:
            told = _answers(left, right)
        if told:
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


def _answers(left: Topic, right: Topic) -> bool:
    """Whether the sentence of the second, right behind that of the first, only says what figure somebody else gives."""
    mine, theirs = left.claim, right.claim
    if not 0 < theirs.sentence.start - mine.sentence.end <= _ONE_BREATH or not left.noun:
        return False
    before, behind = theirs.sentence.quote[: theirs.in_sentence[0]], theirs.sentence.quote[theirs.in_sentence[1] :]
    if theirs.predicate not in _ESTIMATING and not _ARRIVES.search(before):
        return False
    words_before = _WORD.findall(before)
    who = theirs.speaker or theirs.subject
    if not who or not words_before or len(words_before) > _MOST_BEFORE or words_before[0].lower() in _NOBODY:
        return False
    if not _GRAMMAR["time"].isdisjoint(word.lower() for word in words_before[:2]):
        return False  # "last year", "a week later"
    if who == mine.speaker or who in mine.speaker or who.lower() in mine.sentence.quote.lower():
        return False
    noun, subject = theirs.counted.lower(), who.lower()
    return (noun in subject or subject in noun) and _BEHIND.match(behind) is not None
