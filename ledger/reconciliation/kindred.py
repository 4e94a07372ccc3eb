"""Words that two writers may use of one thing in one story: looser than synonyms, of which a comparison makes one concept."""

from __future__ import annotations

from functools import lru_cache

from ledger.lexicon import table
from ledger.reconciliation.concepts import concept

_GROUPS: dict[str, frozenset[int]] = {}
for _number, (_words,) in enumerate(table("kindred.txt")):
    for _concept in filter(None, map(concept, map(str.strip, _words.split(",")))):
        _GROUPS[_concept] = _GROUPS.get(_concept, frozenset()) | {_number}
_NONE = frozenset[int]()


def kindred(one: str, other: str) -> bool:
    """Whether two concepts are not the same and yet may be said of one thing: servers and machines, detectives and investigators."""
    return one != other and not _GROUPS.get(one, _NONE).isdisjoint(_GROUPS.get(other, _NONE))


@lru_cache(4096)
def _by_group(words: frozenset[str]) -> dict[int, str]:
    return {group: word for word in sorted(words) for group in _GROUPS.get(word, ())}


def in_other_words(mine: frozenset[str], theirs: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """The words that only one of two clauses has and the kindred words that only the other has, each once, in order."""
    held, found, used = _by_group(theirs - mine), list[tuple[str, str]](), set[str]()
    for word in sorted(mine - theirs):
        for group in sorted(_GROUPS.get(word, ())):
            other = held.get(group)
            if other is not None and other not in used:
                used.add(other)
                found.append((word, other))
                break
    return tuple(found)
