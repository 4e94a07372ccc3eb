"""What a relative clause is said of: the toll of "the toll in Lund, which stood at", the numbers of "numbers, which they say may reach"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.qualifying import opens_clause
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import COMMA, NONE, Wording


def meant(wording: Wording, verb: int, j: int) -> int:
    """The noun that the relative at word ``j``, whose verb is at word ``verb``, stands for; the outer one where the nearest cannot be."""
    bits = wording.bits
    head = before(wording, before_time(wording, j - 1))
    if head < 2:
        return head
    k = head - 1
    while k > 0 and head - k < _LONGEST_NAME and not wording.gaps[k + 1] and (bits[k] & _QUALIFIES or bits[k] & bits[head] & pos.CAPITAL):
        k -= 1
    k -= bool(k > 1 and bits[k - 1] & pos.ARTICLE and bits[k - 2] & pos.PREPOSITION) * 2  # "by an outside firm"
    whose = wording.words[j] == "who"
    if not bits[k] & pos.PREPOSITION or wording.gaps[k + 1] or wording.gaps[k] or (whose and k < head - 1):
        return head
    outer = before(wording, k - 1)
    many, word = bits[head] & pos.PLURAL, wording.words[verb]
    other = (word in _OF_ONE and many) or (word in _OF_MANY and not many and bits[outer] & pos.PLURAL)  # "the share of women, which was"
    lasts = wording.words[verb] in _LASTS and bits[head] & pos.PLURAL  # "a call between the leaders that lasted"
    done = lasts or (wording.words[k] == "by" and wording.gaps[j] == COMMA and bits[verb] & _STATING)  # "an audit by a firm, which lasted"
    done = done or bits[head] & pos.CALENDAR or _is_made_of(wording, k)  # "the average for the month, which is"
    stated = whose or wording.words[k] in _PLACED or bits[verb] & (pos.CHANGE | pos.EQUAL)
    named = bits[head] & pos.CAPITAL and stated  # "the population of Lund, which stood at", "a flat in Lund that was let for"
    return outer if (other or named or done) and outer != NONE and (outer == 0 or not bits[outer] & pos.CAPITAL) else head


_LONGEST_NAME, _STATING, _QUALIFIES = 6, pos.EQUAL | pos.LASTING, pos.ARTICLE | pos.ADJECTIVE | pos.NUMBER
_LASTS, _PLACED = frozenset({"lasted", "lasts"}), frozenset({"in", "at", "near", "outside"})
_OF_ONE, _OF_MANY = frozenset({"is", "was", "has"}), frozenset({"are", "were", "have"})


def _is_made_of(wording: Wording, of: int) -> bool:
    """Whether the "of" at word ``of`` leads to a bare stuff that one thing is of: "a wall of concrete", but not "a group of firms"."""
    bits, k = wording.bits, of - 2
    while k > 0 and bits[k] & pos.ADJECTIVE and not (bits[k] & pos.ARTICLE or wording.gaps[k + 1]):
        k -= 1
    stuff = bits[of] & pos.OF and not bits[of + 1] & (pos.CLOSED | pos.SEVERAL | pos.CAPITAL)
    return bool(stuff and not bits[of - 1] & (pos.PORTION | pos.COUNTING) and k >= 0 and wording.words[k].lower() in ("a", "an"))


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
