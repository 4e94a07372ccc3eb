"""Verbs that are not the sentence's own: participles, relative clauses and infinitives behind a noun that they qualify; subclauses."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import NONE, Wording

STOPS_A_SUBJECT = pos.RELATIVE | pos.CONJUNCTION | pos.SUBORDINATOR | (pos.PREPOSITION & ~pos.OF)
_RELATIVES = frozenset({"who", "which", "that"})
LONGEST_NAMED = 4
_REPORTED = GRAMMAR["qualifying"]
_BEHIND_A_STATE = pos.PREPOSITION | pos.AUXILIARY | pos.FINITE
"""What follows a state that somebody is found in: "people reported missing after", "miners feared trapped rose"."""
_DATES = pos.CALENDAR | pos.NUMBER | pos.GERUND | pos.RECENCY
_LEADS_A_NOUN = pos.PREPOSITION | pos.AND | pos.SUBORDINATOR
_BEGINS_A_SUBJECT = pos.DETERMINER | pos.PRONOUN | pos.CAPITAL | pos.NUMBER | pos.PLURAL


def is_reduced(wording: Wording, k: int) -> bool:
    """Whether the participle at word ``k`` only qualifies the noun before it: "birds killed in the spill", "emissions leading to".

    So does a gerund behind the preposition of that noun: "income from continuing operations".
    """
    b, left = wording.bits[k], wording.bits[k - 1]
    if (
        b & pos.GERUND
        and left & pos.PREPOSITION
        and not left & (pos.SUBORDINATOR | pos.AUXILIARY)
        and k > 1
        and not wording.bits[k - 2] & pos.CLOSED
    ):
        return True
    right = 0 if wording.gaps[k + 1] else wording.bits[k + 1]
    known = b & pos.PARTICIPLE and bool(right & (pos.STATE | pos.PARTICIPLE)) and bool(wording.bits[k + 2] & _BEHIND_A_STATE)
    if left & pos.CLOSED or (b & pos.SPEECH and b & pos.FINITE and not known and wording.words[k] not in _REPORTED):
        return False
    alone = (left and not b & pos.FINITE) or wording.words[k] == "aged"  # "patients given the drug", "adults aged 20 to 34"
    return bool(
        b & pos.GERUND
        or (b & pos.PARTICIPLE and (alone or known or wording.bits[k + 1] & (pos.PREPOSITION | pos.ADVERB | pos.FINITE | pos.TIME)))
    )


def _is_of_a_number(wording: Wording, k: int) -> bool:
    """Whether the participle at word ``k`` qualifies what a number, before the verb, is of: "the number of children considered obese"."""
    bits = wording.bits
    if not bits[k] & pos.PARTICIPLE:
        return False
    j = k - 1
    while j > 1 and k - j < LONGEST_NAMED and not (wording.gaps[j + 1] or bits[j] & pos.CLOSED):
        j -= 1
    return bool(bits[j] & pos.OF and bits[j - 1] & pos.PORTION and j < k - 1)


def before_qualifier(wording: Wording, k: int) -> int:
    """The word before what the verb at word ``k`` tells more of a noun with: of "birds killed in the spill" birds; NONE for other verbs."""
    named = before_object_relative(wording, k)
    if named != NONE:
        return named
    if k and not wording.gaps[k] and (is_reduced(wording, k) or _is_of_a_number(wording, k)):
        return k - 1
    outer = _before_infinitive(wording, k)
    return outer if outer != NONE else before_relative(wording, k)


def _before_infinitive(wording: Wording, k: int) -> int:
    """The word before the "to" of the infinitive that ends with the verb at word ``k``, NONE for a finite verb: "known to have died"."""
    while k > 0 and not wording.gaps[k] and wording.bits[k - 1] & pos.CHAIN and not wording.bits[k - 1] & pos.TO:
        k -= 1
    if k < 2 or wording.gaps[k] or wording.gaps[k - 1] or not wording.bits[k - 1] & pos.TO:
        return NONE
    reduced = k > 2 and wording.bits[k - 2] & pos.PARTICIPLE and not wording.gaps[k - 2] and not wording.bits[k - 3] & pos.CHAIN
    return k - 3 if reduced else k - 2


def before_relative(wording: Wording, k: int) -> int:
    """The noun whose relative clause has the verb at word ``k`` and an object behind it: "those who ate the most chocolate"; else NONE."""
    bits, gaps = wording.bits, wording.gaps
    if bits[k] & pos.SPEECH or not bits[k] & pos.FINITE or gaps[k + 1]:
        return NONE
    j = k - 1
    while j > 0 and bits[j] & pos.CHAIN and not bits[j] & pos.RELATIVE and not gaps[j + 1]:
        j -= 1
    if j < 1 or wording.words[j] not in _RELATIVES or gaps[j + 1] or gaps[j]:
        return NONE
    return j - 1 if wording.words[j - 1] == "those" or not bits[j - 1] & (pos.CLOSED | pos.VERB) else NONE


def before_object_relative(wording: Wording, k: int) -> int:
    """The noun that the verb at word ``k`` has for its object, in a clause before its own verb: "the villa that Callow had in Spain"."""
    bits, gaps = wording.bits, wording.gaps
    j = k - 1
    while j > 0 and bits[j] & pos.CHAIN and not bits[j] & pos.RELATIVE and not gaps[j + 1]:
        j -= 1
    start = j
    while j > 0 and start - j < LONGEST_NAMED and not gaps[j + 1] and not bits[j] & STOPS_A_SUBJECT:
        j -= 1
    led = 0 < j < start and wording.words[j] in ("that", "which", "whom") and not (gaps[j + 1] or gaps[j] or gaps[k + 1])
    return j - 1 if led and not (acts(wording)[j - 1] or bits[j - 1] & (pos.CLOSED | pos.CALENDAR | pos.ADVERB)) else NONE


def opens_clause(wording: Wording, k: int) -> bool:
    """Whether the subordinator or relative at word ``k`` begins a clause and is no preposition ("since May") or article ("that day")."""
    bits = wording.bits
    b = bits[k]
    if b & pos.RELATIVE and not b & pos.SUBORDINATOR:
        return True
    if b & pos.PREPOSITION:
        if bits[k + 1] & pos.PRONOUN:
            return True
        dated = bits[k + 1] & _DATES or (bits[k + 1] & pos.ARTICLE and bits[k + 2] & pos.CALENDAR)  # "since the spring"
        return wording.words[k] != "than" and not dated and _behind_verb(wording, k)  # "fell after profit sank"
    if b & pos.ARTICLE:
        return k > 0 and bool(
            not bits[k - 1] & _LEADS_A_NOUN or bits[k - 2] & pos.SPEECH or wording.gaps[k] or bits[k + 1] & _BEGINS_A_SUBJECT
        )
    return True


def _behind_verb(wording: Wording, k: int) -> bool:
    """Whether a verb stands before word ``k`` without punctuation between; a participle that qualifies a noun is none."""
    gaps, verbs = wording.gaps, wording.acts or acts(wording)
    while k > 0 and not gaps[k]:
        k -= 1
        b = wording.bits[k]
        named = 0 < k < LONGEST_NAMED and all(wording.bits[i] & pos.CAPITAL and not gaps[i + 1] for i in range(k))
        if named and b & pos.THIRD and b & pos.CHANGED and not (b & pos.CAPITAL or wording.bits[k + 1] & pos.CLOSED):
            return True  # "Halden raises outlook as profit jumps"
        if verbs[k] and not (k and not gaps[k] and wording.bits[k] & pos.NONFINITE and is_reduced(wording, k)):
            return True
    return False
