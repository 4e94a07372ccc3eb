"""What a word of a claim means to a comparison: synonyms are one concept, and light words none."""

from __future__ import annotations

from functools import lru_cache

from ledger.extraction.context.inflection import lemma
from ledger.lexicon import table, words

_ROWS = [(row[0], frozenset(row[1].split()), row[2]) for row in table("concepts.tsv")]
_CONCEPT: dict[str, str] = {}
for _name, _, _words in reversed(_ROWS):
    _CONCEPT |= {word.strip(): _name for word in _words.split(",")}
_FLAGS = ("grows", "varies", "whole", "faint", "event", "person", "tallied", "fate", "role", "unique", "deed", "flow", "shifts", "once")
_FLAGGED = {flag: frozenset(name for name, flags, _ in _ROWS if flag in flags) for flag in _FLAGS}
GROWS, VARIES, WHOLE, FAINT, EVENTS, PERSONS, TALLIED = (_FLAGGED[flag] for flag in _FLAGS[:7])
FATES, ROLES, UNIQUE, DEEDS, FLOWS, SHIFTS, ONCE = (_FLAGGED[flag] for flag in _FLAGS[7:])
KNOWN = frozenset(name for name, _, _ in _ROWS)
_UNITS = {
    word.strip().partition("(")[0] for _, _, names, *signs in table("units.tsv") if not any(signs[1:]) for word in names.split(",")
}
"""Units but those that are one only beside certain words: a bar, a cup, a stone."""
_LIGHT = words("light_words.txt") | {word for word in _UNITS if len(word) > 1 and word.isalpha()}
"""Words that tell nothing of what a figure measures: of units too, for only figures of one dimension are compared."""
_SIDES: dict[str, tuple[str, int]] = {
    word.strip(): (row[0], side) for row in table("contrasts.tsv") for side, cell in enumerate(row[1:]) for word in cell.split(",")
}


_SPELLED = {word.strip(): understood for understood, others in table("spellings.tsv") for word in others.split(",")}
_ENDINGS, _STEM = ("ize", "izer", "ization", "yze", "yzer"), 2
"""What is spelled with an s as well, and letters before it: not in "size", "prize" and "seize"."""
PHRASES = {tuple(phrase.split()): meaning for phrase, meaning in _CONCEPT.items() if " " in phrase}
"""The concepts of two words that follow one another, the first as a lemma."""
OPENINGS, CLOSINGS = frozenset(first for first, *_ in PHRASES), frozenset(last for *_, last in PHRASES)
_MONTH = "March"
"""The one month whose name, in small letters, is something that happens."""


@lru_cache(65536)
def concept(word: str) -> str:
    """The concept of ``word`` in whatever form: itself as a lemma when it has no synonyms, "" for a light word or a figure."""
    low = word.lower().strip("'’\"“”.,:;()")
    if not low or not low[0].isalpha() or word == _MONTH:
        return ""
    base = lemma(low)
    spelled = _spelled(base)
    for form in (low, base, spelled):
        if form in _CONCEPT:
            return _CONCEPT[form]
    if low in _LIGHT or base in _LIGHT or len(low) < 2:
        return ""
    if "-" in low and (last := low.rpartition("-")[2]) and concept(last) and last in _CONCEPT:
        return _CONCEPT[last]
    return spelled


def _spelled(word: str) -> str:
    """``word`` in the one spelling that is understood: "centre" for "center", "organise" for "organize"."""
    if word in _SPELLED:
        return _SPELLED[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + _STEM:
            return f"{word[: -len(ending)]}{ending.replace('z', 's')}"
    return word


@lru_cache(65536)
def side(word: str) -> tuple[str, int] | None:
    """The contrast that ``word`` takes a side in, and which side: men and women, weekdays and weekends."""
    low = word.lower()
    return _SIDES.get(low) or _SIDES.get(lemma(low))


def opposed(left: frozenset[tuple[str, int | str]], right: frozenset[tuple[str, int | str]]) -> str:
    """A contrast in which the two take different sides and neither takes both; "" when there is none."""
    if not left or not right:
        return ""
    mine, theirs = _by_contrast(left), _by_contrast(right)
    return next((contrast for contrast in sorted(mine) if contrast in theirs and mine[contrast].isdisjoint(theirs[contrast])), "")


def _by_contrast(sides: frozenset[tuple[str, int | str]]) -> dict[str, set[int | str]]:
    found: dict[str, set[int | str]] = {}
    for contrast, number in sides:
        found.setdefault(contrast, set()).add(number)
    return found


AMOUNTS: dict[str, frozenset[str]] = {}
"""Of what the words beside an amount tell that it is: a cost, a length."""
for _of, _said in table("amounts.tsv"):
    for _concept in filter(None, map(concept, map(str.strip, _said.split(",")))):
        AMOUNTS[_concept] = AMOUNTS.get(_concept, frozenset()) | {_of}
