"""Words that two writers may use of one thing in one story: looser than synonyms, of which a comparison makes one concept."""

from __future__ import annotations

from functools import lru_cache

from ledger.lexicon import table
from ledger.reconciliation.concepts import concept

_Groups = dict[str, frozenset[int]]


def _groups(*names: str) -> _Groups:
    found: _Groups = {}
    for number, (words,) in enumerate(row for name in names for row in table(name)):
        for each in filter(None, map(concept, map(str.strip, words.split(",")))):
            found[each] = found.get(each, frozenset()) | {number}
    return found


_KINDRED, _AKIN = _groups("kindred.txt"), _groups("kindred.txt", "akin.txt")
_NONE = frozenset[int]()


def kindred(one: str, other: str) -> bool:
    """Whether two concepts are not the same and yet may be said of one thing: servers and machines, detectives and investigators."""
    return one != other and not _KINDRED.get(one, _NONE).isdisjoint(_KINDRED.get(other, _NONE))


@lru_cache(4096)
def _by_group(words: frozenset[str], *, loosely: bool) -> dict[int, str]:
    groups = _AKIN if loosely else _KINDRED
    return {group: word for word in sorted(words) for group in groups.get(word, ())}


def in_other_words(mine: frozenset[str], theirs: frozenset[str], *, loosely: bool = False) -> tuple[tuple[str, str], ...]:
    """The words that only one of two clauses has and the kindred words that only the other has, each once, in order.

    ``loosely``: those too that tell of one thing only where much else does.
    """
    groups = _AKIN if loosely else _KINDRED
    held, found, used = _by_group(theirs - mine, loosely=loosely), list[tuple[str, str]](), set[str]()
    for word in sorted(mine - theirs):
        for group in sorted(groups.get(word, ())):
            other = held.get(group)
            if other is not None and other not in used:
                used.add(other)
                found.append((word, other))
                break
    return tuple(found)
