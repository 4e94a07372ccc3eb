"""The name that somebody is given in passing or between commas: ``a porter who gave his name as Ivo``, ``the mayor, Ana Ruiz,``."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import Phrase, after
from ledger.extraction.context.speech.words import Words, marks

_NAMING, _LINKS, _BETWEEN = GRAMMAR["naming"], GRAMMAR["naming_link"], GRAMMAR["naming_between"]
MEDIUM = re.compile(
    r"(?:in an? (?:\w+ )?(?:interview|conversation|letter|message|statement|note|email|post) (?:with|to|on|for)"
    r"|(?:speaking|talking|writing) (?:to|on|with|in|for)) (?:the )?"
)
"""What opens a sentence before the name of whom somebody speaks to or in."""
_SOLELY = frozenset({"only", "just", "simply"})
_GOING = frozenset({"goes", "went"})
_CALLING = frozenset({"called", "named"})
_ONE = frozenset({"a", "an", "one", "another"})
_PLACING = GRAMMAR["placing"]
_FAR, _NEAR = 6, 8
"""Within how many tokens the naming begins behind somebody, and ends with the name."""


def given(words: Words, somebody: Phrase) -> Phrase | None:
    """The name that is given behind ``somebody``; None if none is."""
    low, count = words.low, len(words.low)
    first = somebody.end + 1
    if first + 1 < count and low[first] in _CALLING and somebody.start and low[somebody.start - 1] in _ONE:
        return _name(words, first + 1)  # "a nurse called Jo Mols"
    first += low[first : first + 1] == [","]
    if first < count and low[first] in _ONE and words.tokens[first - 1] == ",":  # "the skipper, a silent man called Torvald,"
        for at in range(first + 1, min(first + _NEAR, count - 1)):
            if low[at] in _CALLING:
                return _name(words, at + 1)
            if marks(words.tokens[at]):
                break
    for at in range(first, min(first + _FAR, count)):
        if low[at] in _NAMING:
            for place in range(at + 1, min(at + _NEAR, count)):
                if words.capital(place):
                    return _name(words, place) if _links(low, at, place) else None
                if low[place] not in _BETWEEN and words.tokens[place] != ",":
                    return None
        if marks(words.tokens[at]) or low[at] in _STOPPING:
            return None
    return None


_STOPPING = frozenset({"said", "says", "that"})


def _links(low: list[str], at: int, name: int) -> bool:
    """Whether what stands before the token ``name`` leads from the naming at token ``at`` to it: ``goes [by]``, ``his name [as]``."""
    before = low[name - 1]
    if low[at] == "called":
        return low[at - 1] == "be" and (name == at + 1 or (name == at + 2 and before in _SOLELY))  # "who asked to be called only Jo"
    return before in _LINKS or (before in (",", "of") and low[name - 2] == "name") or (before == "by" and low[at] in _GOING)


def _name(words: Words, at: int) -> Phrase | None:
    name = after(words, at) if words.capital(at) else None
    return name if name is not None and words.capital(name.end) else None


def named_behind(words: Words, role: Phrase) -> Phrase:
    """The name between commas behind a role, ``The head of the clinic, Ana Ruiz,``, or the role itself."""
    at, tokens = role.last + 2, words.tokens
    if words.low[at - 1 : at] != [] and words.low[at - 1] in _PLACING | {"who"}:  # "The head of the clinic in Kiel, Ana Ruiz,"
        at = next((place + 1 for place in range(at, min(at + _FAR, len(tokens))) if tokens[place] == ","), len(tokens))
    if at >= len(tokens) or tokens[at - 1] != "," or words.capital(role.end) or not words.capital(at):
        return role
    name = after(words, at)
    closed = name is not None and name.end > name.start and words.capital(name.end) and tokens[name.last + 1 : name.last + 2] == [","]
    return name if closed and name is not None else role
