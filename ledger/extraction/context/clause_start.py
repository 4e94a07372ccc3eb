"""Where the clause begins whose subject ends with a word: behind its conjunction, behind who heard it, before what qualifies the noun."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.qualifying import LONGEST_NAMED, STOPS_A_SUBJECT, before_qualifier, opens_clause
from ledger.extraction.context.verbs import REACH, acts
from ledger.extraction.context.wording import CLOSE, COMMA, DASH, NONE, OPEN, SOFT, STRONG, Wording

_CLAUSE_ONLY = GRAMMAR["clause_only"]
LEADS_A_CLAUSE = pos.SUBORDINATOR | pos.RELATIVE
_LINK = LEADS_A_CLAUSE | pos.AND


def clause_start(wording: Wording, j: int) -> int:
    """The first word of the clause, or of the part of it, whose subject ends with word ``j``."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    joined = NONE
    k, floor = j, max(j - 2 * REACH, -1)
    while k > floor:
        b = bits[k]
        if b & _LINK:
            if b & LEADS_A_CLAUSE and opens_clause(wording, k):
                return k + 1
            if b & pos.AND and joined == NONE:
                joined = k
        if verbs[k] and k < j:
            opens = not k or gaps[k] or bits[k - 1] & LEADS_A_CLAUSE
            if opens and bits[k] & pos.GERUND and bits[k + 1] & _BEHIND_A_GERUND and not bits[k] & pos.SPEECH:
                return k
            outer = before_qualifier(wording, k)
            if outer != NONE:
                k, joined = outer, NONE
                continue
            heard = _behind_hearer(wording, k, j) if bits[k] & pos.SPEECH else NONE
            if heard != NONE:
                return heard
            return joined + 1 if joined != NONE and wording.words[k] not in _CLAUSE_ONLY else k + 1
        if gaps[k] == CLOSE and wording.text[wording.ends(k - 1) : wording.starts(k)].strip() == ")":
            opened = next((i for i in range(k - 1, max(k - REACH, 0), -1) if gaps[i] == OPEN), NONE)
            if opened != NONE:
                k = opened - 1  # "yields of maize (corn) in the north have risen"
                continue
        if gaps[k] and not (gaps[k] == DASH and bits[k] & pos.NUMBER and k and bits[k - 1] & pos.PREPOSITION):  # but "at -75C"
            listed = _before_list(wording, k, joined)
            if listed == NONE:
                return k
            k, joined = listed, NONE
        k -= 1
    return k + 1


def _before_list(wording: Wording, k: int, joined: int) -> int:
    """The word before the comma at word ``k`` that parts what the subject names: "prices for bread, milk and eggs"; NONE where none does.

    ``joined`` is the "and" before the last of them.
    """
    bits, gaps = wording.bits, wording.gaps
    if gaps[k] != COMMA or joined == NONE or not 0 < joined - k < LONGEST_NAMED:
        return NONE
    j, led = k - 1, False
    while j > 0 and k - j < REACH and gaps[j] in (SOFT, COMMA) and not (acts(wording)[j] or bits[j] & STOPS_A_SUBJECT & ~pos.PREPOSITION):
        led = led or bool(bits[j] & pos.PREPOSITION)
        j -= 1
    nominal = not (
        acts(wording)[j] or bits[j] & (pos.PREPOSITION | pos.SUBORDINATOR | pos.ADVERB | pos.RELATIVE | pos.PRONOUN | pos.GERUND)
    )
    return k - 1 if led and nominal and (j == 0 or gaps[j] == STRONG) else NONE


_BEHIND_A_GERUND = pos.DETERMINER | pos.PREPOSITION


def _behind_hearer(wording: Wording, verb: int, end: int) -> int:
    """Where what somebody is told begins without "that": "told parliament [the economy] would"; NONE where nobody hears it."""
    bits = wording.bits
    for k in range(verb + 2, end):
        if wording.gaps[k]:
            return NONE
        if bits[k] & pos.DETERMINER and not bits[k - 1] & _LEADS_A_PHRASE:
            return k
    return NONE


_LEADS_A_PHRASE = pos.CLOSED | pos.ADJECTIVE | pos.NUMBER
