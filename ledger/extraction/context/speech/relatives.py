"""A subject and its verb with words between them that tell of it: ``a porter who found it``, ``figures published today``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENTS,
    PREPOSITIONS,
    PRONOUNS,
    Phrase,
    before,
    is_participle,
    likely,
    opening,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.words import Words, marks
from ledger.extraction.context.word_classes import NOUN, PAST, THIRD, classes

_OBJECTS = frozenset({"it", "them", "him"})
_ASIDES = GRAMMAR["aside"]
_WRITERS, _WHOM = frozenset({"we", "i"}), frozenset({"that", "whom", "who"})
_CLOSE_TO = _OBJECTS | {"her"}
_CLAUSAL = GRAMMAR["subordinator"] | {"that", "which", "whom", "as", "and", "but", ",", "who"}
_NOMINATIVES = GRAMMAR["nominative"]
_FAR, _NEAR = 14, 6
"""How many tokens may tell of a paper, and stand between somebody and "who"."""


def described(words: Words, first: Phrase, place: int) -> bool:
    """Whether the words from ``first``, which opens the sentence, to token ``place`` are who it names and a clause with "who".

    Or with "that" or "which" for what does something: ``The company that runs the dam [said]``. Not in ``The man who police [said] had
    fled``, nor in ``A clerk who was there when the mayor [said] so``.
    """
    low = words.low
    near = low[first.end + 1 : min(first.end + 1 + _NEAR, place)]
    acting = near[:1] in (["that"], ["which"]) and bool(classes(low[first.end + 2]) & (PAST | THIRD)) and not words.capital(first.end + 2)
    if not acting and ("who" not in near or not (near[0] == "who" or likely(words, first.end))):
        return False
    who = first.end + 1 + (0 if acting else near.index("who"))
    if any(marks(token) for token in words.tokens[first.end + 1 : who]):
        return False
    if not any(low[at] in AUXILIARIES or classes(low[at]) & (PAST | THIRD) for at in range(who + 1, place + 1)):
        return False
    if low[place] in _NOMINATIVES:
        return False
    last = before(words, place, deep=False) if words.tokens[place][0].isalnum() else None
    if last is None or not likely(words, last.end):
        return True
    return low[opening(words, last.start) - 1] not in _CLAUSAL


def within(words: Words, place: int) -> Phrase | None:
    """Who is told of up to token ``place``, wherever in the sentence they stand: ``40 left, a clerk who would not be named [said]``."""
    for who in range(place - 1, max(place - _FAR, 0), -1):
        if marks(words.tokens[who]):
            return None
        if words.low[who] == "who":
            first = before(words, who - 1, deep=False)
            return first if first is not None and likely(words, first.end) and described(words, first, place) else None
    return None


def reduced(words: Words, place: int) -> Phrase | None:
    """The paper whose participle and adverbials end at token ``place``: ``Figures published alongside the budget [show]``."""
    low, at = words.low, place
    while at > 0 and place - at < _FAR and not marks(words.tokens[at]):
        at -= 1
        if low[at] not in DOCUMENTS or not is_participle(low[at + 1]):
            continue
        first = before(words, at, deep=False)
        between = [low[near] for near in range(at + 2, place + 1) if low[near] not in _CLOSE_TO and words.tokens[near] != "May"]
        if first is None or any(word in AUXILIARIES or word in _NOMINATIVES or word == "that" for word in between):
            return None
        left = opening(words, first.start)
        return Phrase(first.start, first.end, place) if left == 0 or low[left - 1] not in PREPOSITIONS else None
    return None


def related(words: Words, place: int) -> Phrase | None:
    """The paper whose relative clause ends at token ``place``: ``A survey [that] the union published in March [found]``."""
    low, at = words.low, place
    if DOCUMENTS.isdisjoint(low[max(place - _FAR, 0) : place]):
        return None
    while at > 0 and place - at < _FAR and not marks(words.tokens[at]):
        at -= 1
        if low[at] in DOCUMENTS:
            first = at + 1 + (low[at + 1] in ("that", "which"))
            named = first < place and (low[first] in DETERMINERS or low[first] in PRONOUNS or words.capital(first))
            someone = named and low[at - 1] not in PREPOSITIONS
            told = (classes(word.rpartition("-")[2] or word) for word in low[first + 1 : place + 1])
            if someone and any(known & (PAST | THIRD) and not known & NOUN for known in told):
                return before(words, at, deep=False)
    return None


def met(words: Words, place: int) -> Phrase | None:
    """Whom the writer met, who end before the clause that ends at token ``place``: ``The traders [we spoke to] report``."""
    for at in range(place - 1, max(place - _NEAR, 0), -1):
        if words.low[at] in _WRITERS:
            who = at - 1 - (words.low[at - 1] in _WHOM)
            told = any(classes(word) & PAST for word in words.low[at + 1 : place + 1])
            return before(words, who, deep=False) if who >= 0 and speaks(words.low[who]) and told else None
        if marks(words.tokens[at]):
            return None
    return None


def engaged(words: Words, place: int) -> Phrase | None:
    """Who does what the words up to token ``place`` tell: ``the company building it [says]``."""
    if words.low[place] in _CLOSE_TO and place > 2 and words.low[place - 2 : place] == ["close", "to"]:
        return before(words, place - 3)  # "a person close to her"
    doing = words.low[place] in _OBJECTS and place > 2 and words.low[place - 1].endswith("ing") and speaks(words.low[place - 2])
    return before(words, place - 2) if doing else None


def participial(words: Words) -> bool:
    """Whether a participle opens the sentence: ``Asked about it, ...``, ``Speaking to the court, ...``."""
    return words.low[0] == "asked" or (words.low[0].endswith("ing") and words.low[1:2] != [] and words.low[1] in PREPOSITIONS)


def tells_more(words: Words, start: int) -> bool:
    """Whether what begins at token ``start`` tells of what stands before it: ``whose``, ``aged``, ``of which``."""
    if words.low[start + 1 : start + 2] == ["of"]:
        return not _ASIDES.isdisjoint(words.low[start + 2 : start + 3])  # "extracts of which"
    return words.low[start] in _ASIDES or (words.low[start] in PREPOSITIONS and not _ASIDES.isdisjoint(words.low[start + 1 : start + 2]))
