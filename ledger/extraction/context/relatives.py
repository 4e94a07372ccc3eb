"""What a relative clause is said of: the toll of "the toll in Lund, which stood at", the numbers of "numbers, which they say may reach"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.qualifying import opens_clause
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import NONE, Wording


def meant(wording: Wording, verb: int, j: int) -> int:
    """The noun that the relative at word ``j``, whose verb is at word ``verb``, stands for; the outer one where the nearest cannot be."""
    bits = wording.bits
    head = before(wording, before_time(wording, j - 1))
    if head < 2:
        return head
    k = head - 1
    while (
        k > 0 and head - k < _LONGEST_NAME and not wording.gaps[k + 1] and (bits[k] & pos.ARTICLE or (bits[k] & bits[head] & pos.CAPITAL))
    ):
        k -= 1
    whose = wording.words[j] == "who"
    if not bits[k] & pos.PREPOSITION or wording.gaps[k + 1] or wording.gaps[k] or (whose and k < head - 1):
        return head
    outer = before(wording, k - 1)
    many, word = bits[head] & pos.PLURAL, wording.words[verb]
    other = (word in _OF_ONE and many) or (word in _OF_MANY and not many and bits[outer] & pos.PLURAL)  # "the share of women, which was"
    named = bits[head] & pos.CAPITAL and (whose or bits[verb] & (pos.CHANGE | pos.EQUAL))  # "the population of Lund, which stood at"
    return outer if (other or named) and outer != NONE and (outer == 0 or not bits[outer] & pos.CAPITAL) else head


_LONGEST_NAME = 6
_OF_ONE, _OF_MANY = frozenset({"is", "was", "has"}), frozenset({"are", "were", "have"})


def before_time(wording: Wording, j: int) -> int:
    """The last word before the time that ends with word ``j``: "the quake in May, which measured"; else ``j``."""
    bits, k = wording.bits, j
    while k > 0 and bits[k] & (pos.CALENDAR | pos.RECENCY | pos.NUMBER) and not wording.gaps[k]:
        k -= 1
    return k - 1 if 0 < k < j and bits[k] & pos.PREPOSITION and not (bits[k] & pos.OF or wording.gaps[k]) else j


def estimated(wording: Wording, j: int) -> int:
    """Of what somebody estimates, at word ``j`` or behind it, what it may do: "a toll which the army says may reach"; NONE else."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    told = next((k for k in (j, j + 1) if verbs[k] and bits[k] & pos.SPEECH and bits[k + 1] & pos.MODAL), NONE)
    if told == NONE:
        return NONE
    opens = next((k for k in range(told - 1, max(told - _ESTIMATED, 0), -1) if bits[k] & pos.RELATIVE or gaps[k + 1]), NONE)
    if (
        opens == NONE
        or not bits[opens] & pos.RELATIVE
        or gaps[opens + 1]
        or bits[opens] & pos.AUXILIARY
        or not opens_clause(wording, opens)
    ):
        return NONE
    return before(wording, opens - 1)


_ESTIMATED = 6
"""How many words before an estimate "which" may stand."""
