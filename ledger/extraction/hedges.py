"""How exact a figure claims to be: "more than", "about", "up to", read backwards from it, once, for every kind."""

from __future__ import annotations

from typing import cast

from ledger.extraction.scene import Scene
from ledger.lexicon import table
from ledger.records import Bound

_BEFORE = {words: cast(Bound, bound) for words, bound in table("hedges.tsv")}
_AFTER = {words: cast(Bound, bound) for words, bound in table("hedges_after.tsv")}
_LONGEST = max(len(words.split()) for words in _BEFORE)
_LAST_WORDS = frozenset(words.rpartition(" ")[2] for words in _BEFORE)
_FIRST_WORDS = frozenset(words.partition(" ")[0] for words in _AFTER)
_TRANSPARENT = frozenset({"the", "a", "an", "just", "only", "even", "perhaps", "maybe", "another", "its", "their", "his", "her"})
_CANDIDATES = _LAST_WORDS | _TRANSPARENT
_QUOTES = "(“\"'‘—–"
_PHRASAL = {particle: frozenset(verbs.split(", ")) for particle, verbs in table("phrasal_verbs.tsv")}

Hedge = tuple[Bound, int, int]
"""A bound, and where the hedge with the figure begins and ends."""


def hedge(scene: Scene, start: int, end: int, floor: int, limit: int) -> Hedge | None:
    """The hedge before or behind the figure at ``[start, end)``; None when it is stated plainly."""
    return _before(scene, start, end, floor) or _behind(scene, start, end, limit)


def _before(scene: Scene, start: int, end: int, floor: int) -> Hedge | None:
    begin = max(floor, start - _REACH)
    left = scene.low[begin:start]
    last = left.rsplit(None, 1)[-1:]
    if not last or last[0].lstrip(_QUOTES) not in _CANDIDATES:
        return None
    words = left.split()[-_LONGEST - 1 :]
    words[-1] = words[-1].lstrip(_QUOTES)
    phrase = _phrase(words)
    if phrase is None and len(words) > 1 and words[-1] in _TRANSPARENT and words[-2] in _LAST_WORDS:
        article = words.pop()
        phrase = _phrase(words)
        if phrase in _PLACING or (phrase is not None and not phrase.endswith(_BEFORE_ARTICLE.get(article, ""))):
            return None  # "over the two years", "over a five-year period", "talks about a 3% rise": prepositions
    if phrase is None:
        return None
    before = words[-len(phrase.split()) - 1 : -len(phrase.split())]
    if (before and before[0] in _PHRASAL.get(phrase, ())) or (phrase in _PLACING and (not before or before[0] in _TRANSPARENT)):
        return None
    return _BEFORE[phrase], scene.low.rindex(phrase.partition(" ")[0], begin, start), end


_REACH = 48
_ALMOST = ("than", "least", "nearly", "almost", "virtually", "practically")
_BEFORE_ARTICLE = {"the": (*_ALMOST, "about", "around", "some", "roughly"), "a": _ALMOST, "an": _ALMOST}
_PLACING = frozenset({"past", "inside", "top", "near", "passed"})


def _phrase(words: list[str]) -> str | None:
    """The longest hedge that ``words`` end with."""
    if words[-1] not in _LAST_WORDS:
        return None
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip(_QUOTES)
        if phrase in _BEFORE:
            return phrase
    return None


_BEFORE_HEDGE = frozenset(" -\n\u00a0,")


def _behind(scene: Scene, start: int, end: int, limit: int) -> Hedge | None:
    low = scene.low
    if end < limit and low[end] == "+":
        return "at_least", start, end + 1
    if low[end : end + 1] not in _BEFORE_HEDGE:
        return None
    right = low[end : min(limit, end + 24)]
    if right[:1] == "-":
        for words in ("-odd", "-ish"):
            if right.startswith(words):
                return "about", start, end + len(words)
        return None
    words_behind = right.split(maxsplit=4)[:4]
    if not words_behind or words_behind[0] not in _FIRST_WORDS:
        return None
    for count in range(min(4, len(words_behind)), 0, -1):
        phrase = " ".join(words_behind[:count]).rstrip(".,;:)")
        if phrase in _AFTER:
            last = phrase.rpartition(" ")[2]
            return _AFTER[phrase], start, low.index(last, end) + len(last)
    return None
