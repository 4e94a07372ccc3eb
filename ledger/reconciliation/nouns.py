"""How what two figures count compares: the counted nouns, and what makes people those who are counted."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.lexicon import words
from ledger.reconciliation.concepts import FAINT, PERSONS, ROLES, UNIQUE
from ledger.reconciliation.kindred import kindred
from ledger.reconciliation.topic import Topic

FIRM = frozenset({"one event", "exact", "synonym", "role"})
"""Levels of the counted noun that tie two figures to one thing."""


_PEOPLE = words("persons.txt") | words("persons_plural.txt") | ROLES | FAINT
_WHO_DO = tuple(sorted(GRAMMAR["agent_ending"] | GRAMMAR["people_ending"]))


def may_be_firm(left: Topic, right: Topic) -> bool:
    """Whether ``counted`` can be one of the FIRM levels: nouns or roles are the same."""
    return left.noun == right.noun or not left.roles.isdisjoint(right.roles)


def counted(left: Topic, right: Topic) -> str:
    """How the counted nouns compare, and what makes people those who are counted."""
    mine, theirs = left.noun, right.noun
    if left.family == "age" and mine != theirs:
        return "missing"  # whose age it is on average, each text says in its own words
    if mine and mine == theirs:
        if mine in UNIQUE:
            return "one event"
        if mine not in FAINT:
            return "exact" if left.head == right.head else "different" if _told_apart(left, right) else "synonym"
    if both := left.roles & right.roles:
        return "role" if both.isdisjoint(UNIQUE) else "one event"
    if kindred(mine, theirs):
        return "kindred"
    if (mine and mine not in FAINT and mine in right.clause) or (theirs and theirs not in FAINT and theirs in left.clause):
        return "crossed"
    if not mine or not theirs:
        return "missing"
    if mine in PERSONS or theirs in PERSONS:
        return "general" if _may_be_people(theirs if mine in PERSONS else mine) else "different"
    return "general" if mine in FAINT or theirs in FAINT else "different"


def _may_be_people(noun: str) -> bool:
    """Whether a noun can name people: "residents" and "weavers", but not "tanks"."""
    return noun in _PEOPLE or noun.endswith(_WHO_DO)


def _told_apart(left: Topic, right: Topic) -> bool:
    """Whether one of two names for a thing is said to be of some of the other: "90 boats, including 17 trawlers"."""
    for one, other in ((left, right), (right, left)):
        _, including, some = one.claim.sentence.quote[one.claim.in_sentence[1] :].partition(" including ")
        if including and other.claim.counted in some:
            return True
    return False
