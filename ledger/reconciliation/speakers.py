"""Whether two speakers, as claims write them, may be one."""

from __future__ import annotations

from ledger.lexicon import words

_LINKS = words("prepositions.txt") | {"the", "a", "an", "and"}
_APOSTROPHES = ("'", "’")


def akin(mine: str, theirs: str) -> bool:
    """Whether two speakers have a word in common that is more than a link: ``Health Ministry`` and ``ministry``."""
    shared = set(mine.lower().split()) & set(theirs.lower().split())
    return bool(shared) and not shared <= _LINKS


def one(mine: str, theirs: str) -> bool:
    """Whether one is the other with a paper, a mouthpiece or a place: ``Lumen`` and ``study by Lumen``, ``Lumen's study``."""
    if mine == theirs:
        return True
    short, whole = sorted((mine, theirs), key=len)
    before, found, behind = whole.partition(short)
    if not found or (behind[:1].isalnum() or before[-1:].isalnum()):
        return False
    beside = {*before.lower().split()[-1:], *behind.lower().split()[:1]}
    return behind.startswith(_APOSTROPHES) or not beside.isdisjoint(_LINKS)
