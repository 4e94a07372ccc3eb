"""Figures that two speakers give of one thing in one breath, the second without saying again of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes
from ledger.reconciliation.concepts import FAINT
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM, may_be_firm
from ledger.reconciliation.speakers import one
from ledger.reconciliation.topic import Topic

_VERBS = classes("estimating.tsv")
_GIVING, _ARRIVING, _DISPUTING, _GIVEN = (_VERBS[each] for each in ("giving", "arriving", "disputing", "given"))
_TO = re.compile(r"\b(?:to|at)\s+(?:[a-z]+\s+){0,2}$")
_FAR = 80
_NEAR = 400
"""How far apart, in characters, rival figures of named speakers may stand in one text."""
_PARTED = re.compile(r"[,;]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MOST_WORDS = 9
_BEHIND = re.compile(r"[\s”’\"']*(?:(?:people|persons|in all|altogether|instead|only|at most|at least)[\s”’\"']*)*[.!]?[\s”’\"']*$")
"""What may stand between a figure and its sentence's end for the sentence not to say of what it is."""
_GRAMMAR = classes("grammar.tsv")
_CLOSED = frozenset().union(*(_GRAMMAR[each] for each in ("be", "pronoun", "determiner", "adverb", "preposition")))
_SAID = frozenset({"", "be", "say"})
_NOBODY = _GRAMMAR["pronoun"] | _GRAMMAR["preposition"] | _GRAMMAR["calendar"]
"""Words that open no sentence whose subject says so: who it is, where and when stand first."""
_OF_OTHERS = frozenset({"change", "reference", "average", "each"})
"""Marks of a figure that no other speaker would give another of: "8,000 people, 3,000 more than last year"."""
_UNTRUE = frozenset({"denied", "corrected"})
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
        together = left.document == right.document and left.measures == right.measures
        if together and (_leaves_out(left, right) or _answers(left, right)):
            yield left, right


def _leaves_out(left: Topic, right: Topic) -> bool:
    """Whether, in one sentence, little more than who gives it stands between the first figure and the second."""
    mine, theirs = left.claim, right.claim
    if mine.sentence != theirs.sentence or mine.modality != theirs.modality or mine.predicate not in _GIVING:
        return False
    between, who = mine.sentence.quote[mine.in_sentence[1] : theirs.in_sentence[0]], theirs.speaker
    if not mine.speaker or not who or who == mine.speaker or len(between) > _FAR or who.lower() not in between.lower():
        return False
    if not _PARTED.search(between) or len(_WORD.findall(between)) > _MOST_WORDS or theirs.predicate not in ("", mine.predicate, *_GIVING):
        return False
    return bool(left.noun) and (not right.noun or theirs.counted.lower() in who.lower())


def _answers(left: Topic, right: Topic) -> bool:
    """Whether the sentence of the second, or what is parted from that of the first, only says what figure somebody else gives."""
    mine, theirs = left.claim, right.claim
    end = theirs.in_sentence[1]
    if len(theirs.sentence.quote) > end + _FAR or not _BEHIND.match(theirs.sentence.quote, end):
        return False
    before = _answer(left, right)
    words_before = [word.lower() for word in _WORD.findall(before)]
    if not 0 < len(words_before) <= _MOST_BEFORE or {mine.modality, theirs.modality} & _UNTRUE:
        return False
    if mine.predicate in _DISPUTING:
        return theirs.predicate in _GIVING and words_before[0] in _GRAMMAR["pronoun"]  # who "doubts the mayor's 40" says the other too
    if not mine.speaker or (left.scale.plain and not left.noun) or left.marks & _OF_OTHERS or not _is_of_another(left, right):
        return False
    if _says_no_more(words_before, theirs.speaker) and theirs.predicate in _SAID:
        return True
    given = theirs.predicate in _GIVING or (theirs.predicate in _ARRIVING and _TO.search(before)) or lemma(theirs.subject) in _GIVEN
    return bool(given) and words_before[0] not in _NOBODY and _GRAMMAR["time"].isdisjoint(words_before[:2])


def _answer(left: Topic, right: Topic) -> str:
    """What stands before the second figure in the sentence behind that of the first, or in a part of it behind a comma; "" of others."""
    mine, theirs = left.claim, right.claim
    start = theirs.in_sentence[0]
    if mine.sentence == theirs.sentence:
        _, *parts = _PARTED.split(theirs.sentence.quote[mine.in_sentence[1] : start])
        return parts[-1] if parts else ""
    return theirs.sentence.quote[:start] if 0 < theirs.sentence.start - mine.sentence.end <= _ONE_BREATH else ""


def _says_no_more(words_before: list[str], speaker: str) -> bool:
    """Whether these words only tell who says so: "according to the police it was", "the police said"."""
    said = {*_WORD.findall(speaker.lower()), "according"}
    return bool(speaker) and all(word in said or word in _CLOSED or lemma(word) == "say" for word in words_before)


def _is_of_another(left: Topic, right: Topic) -> bool:
    """Whether somebody of whom the first does not speak gives the second figure, and no noun says of what."""
    claim, noun = right.claim, right.claim.counted.lower()
    who = (claim.subject if claim.predicate in _GIVING and claim.subject else claim.speaker or claim.subject).lower()
    first = left.claim.sentence.quote
    told = first[: right.claim.in_sentence[0] - len(_answer(left, right))] if left.claim.sentence == right.claim.sentence else first
    if not who or who in left.claim.speaker.lower() or who in told.lower():
        return False
    return noun in who or who in noun or lemma(noun) in _GIVEN


def rival_speakers(match: Match, *, of_sentence: bool = False) -> bool:
    """In one text, two figures of one thing are rivals only when two named speakers give them side by side.

    ``of_sentence``: that the noun stands elsewhere in the sentence of one of them is enough.
    """
    left, right = match.left, match.right
    if not left.claim.speaker or not right.claim.speaker or one(left.claim.speaker, right.claim.speaker):
        return False
    if right.claim.span.start - left.claim.span.end > _NEAR:
        return False
    if may_be_firm(left, right) and match.level("counted") in FIRM:
        return True
    return of_sentence and bool({left.noun, right.noun} - FAINT - {""} & (left.sentence & right.sentence))
