"""What stands before a verb of speech and belongs to it: auxiliaries, adverbs, a time."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import AUXILIARIES
from ledger.extraction.context.speech.verbs import PERFECT
from ledger.extraction.context.speech.words import TIMES, Words

_BE, _REPORTED, _NEGATIONS, _AMID = GRAMMAR["be"], GRAMMAR["reported"], GRAMMAR["negation"], GRAMMAR["amid"]
BETWEEN = AUXILIARIES | GRAMMAR["adverb"] | GRAMMAR["negation"]
_HERE = frozenset({"there", "here", "itself", "themselves"})
_SINCE = frozenset({"since", "twice", "thrice"})
_POINTING, _DAYS, _TIME = frozenset({"this", "last"}), frozenset({"yesterday", "today", "earlier", "later"}), 3
_BY = 8
"""How many tokens before "as saying" somebody may have been quoted."""


class Verb:
    """What stands before a verb: ``at`` is the last token before its auxiliaries and adverbs, -1 at the beginning."""

    __slots__ = ("at", "bare", "negated", "passive")

    def __init__(self, at: int, negated: bool, passive: bool, bare: bool):
        self.at, self.negated, self.passive, self.bare = at, negated, passive, bare


def verb(words: Words, at: int) -> Verb:
    """The auxiliaries before the verb at token ``at``: ``would also confirm``, ``is reported to have told``, ``was quoted as saying``."""
    low, place = words.low, at - 1
    if place > 0 and low[place] == "as":
        told = place - 1
        while told > 0 and place - told < _BY and low[told] not in _REPORTED:
            told -= 1
        if low[told] in _REPORTED:  # "was quoted [by state television] as saying", "quoted Ana Ruiz as saying"
            quoted = told == place - 1 or low[told + 1] == "by"
            return Verb(_over(words, told - 1) if quoted else place - 1, False, False, False)
    negated = passive = False
    while place >= 0 and (_between(words, place) or (place > 1 and " ".join(low[place - 1 : place + 1]) in _AMID)):
        place -= not _between(words, place)
        negated = negated or low[place] in _NEGATIONS
        passive = passive or low[place] in _BE
        place -= 1
        if place >= 0 and low[place + 1] == "to" and low[place] in _REPORTED:
            return Verb(_over(words, place - 1), negated, False, False)
    return Verb(_before_time(words, place), negated, passive, place == at - 1)


def _before_time(words: Words, place: int) -> int:
    """The token before a time without a preposition that ends at ``place``: ``The survey by Lumen [this month] found``; else ``place``."""
    if words.low[place] in GRAMMAR["calendar"] and place > 2 and words.low[place - 1] == "on":
        late = words.low[place - 2] in ("late", "early")
        if late or words.tokens[place - 2] == ",":
            return place - 2 - late  # "Ana Ruiz, 40, [on Monday] said"
    at = place
    while at >= 0 and place - at < _TIME and words.low[at] in TIMES and words.tokens[at][0].islower():
        at -= 1
    if at < place and at > 0 and words.low[at] in _POINTING:
        return at - 1
    return at if at < place and place - at == 1 and words.low[place] in _DAYS and at >= 0 else place


def _between(words: Words, at: int) -> bool:
    low = words.low[at]
    if low in _HERE and at > 0:
        return True  # "doctors there said", "the firm itself says"
    if low in _SINCE and at > 0 and words.low[at - 1] in PERFECT:
        return True  # "has since put the cost at"
    return words.tokens[at] != "May" if low in BETWEEN else low.endswith("ly") and words.adverb(at)


def _over(words: Words, place: int) -> int:
    while place >= 0 and _between(words, place):
        place -= 1
    return place
