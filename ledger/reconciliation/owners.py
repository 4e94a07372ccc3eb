"""Whose a numbered thing is, as the words before its number tell: "his ninth novel", "Varga's third attempt"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.reconciliation.topic import Topic

PRONOUNS = frozenset({"his", "her", "its", "their"})
"""Owners that are not named there."""
_OWNED = re.compile(r"\b(?:(his|her|its|their)|\w+(['’]s))\s+(?:record |unprecedented |historic )?$", re.IGNORECASE)
_OWNER = re.compile(r"\b([^\W\d_a-z][\w-]{2,})['’]s\s+(?:record |unprecedented |historic )?$")


def owner(topic: Topic) -> str:
    """Whose the number is: "his", "her" and the like, "'s" of a name; "" where nothing tells."""
    found = _OWNED.search(_before(topic))
    return (found.group(1) or found.group(2)).lower().replace("’", "'") if found else ""


def are_owned_alike(left: Topic, right: Topic) -> bool:
    """Whether one is "his", and the other his too or somebody's who is named."""
    owners = {owner(left), owner(right)}
    return not owners.isdisjoint(PRONOUNS) and len(owners & PRONOUNS) == 1 and "" not in owners


def is_of_one_owner(left: Topic, right: Topic) -> bool:
    """Whether the one whose it is by name in either sentence is named in the other: "Varga's third", "Varga was making her fourth"."""
    for one, other in ((left, right), (right, left)):
        owned = _OWNER.search(_before(one))
        if owned is not None and owned[1] in other.claim.sentence.quote and owner(other) in PRONOUNS:
            return True
    return False


def _before(topic: Topic) -> str:
    return topic.claim.sentence.quote[: topic.claim.in_sentence[0]]
