"""Whether the second of two figures is of something beside the first, and no part of it: "the larch, with 412, and the birch, with 384"."""

from __future__ import annotations

from ledger.extraction.context.inflection import verb_of
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import APPORTIONED
from ledger.reconciliation.arithmetic.passages import bare

_JOINING = frozenset({"and", "but", "while", "whereas"})
_OF_THEM = cues("of them") | cues("some of them") | {"of", "with"}
_NEXT, _NEW = cues("comes next"), cues("articles") | {"another"}


def stand_side_by_side(before: str, between: str, behind: str) -> bool:
    """Whether the words ``between`` two figures, and ``behind`` the second, name another holder of it than the first has.

    Both have one word before them, which for the first is ``before``, or one preposition behind; the one comes next after the other; or
    what is joined has no verb, a subject of its own, or a possessive.
    """
    words = between.split()
    if not _NEXT.isdisjoint(words) or APPORTIONED.intersection(words) & set(behind.split()):
        return True
    joined = [at for at, word in enumerate(words) if word in _JOINING] or [at for at, word in enumerate(words) if word == ","]
    if not joined:
        return False
    held = words[joined[-1] + 1 :]
    if any(word.endswith(("'s", "’s")) for word in held):
        return True
    if not bare(held) or held[0] in _OF_THEM:
        return False
    return held[-1] == before.strip() or held[0] in _NEW or not any(map(verb_of, held))
