"""Of whom a verb is said, and what it moves: the heads of its subject and its object."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.clause_start import LEADS_A_CLAUSE, clause_start
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before, phrase
from ledger.extraction.context.qualifying import (
    before_relative,
    opens_clause,
)
from ledger.extraction.context.relatives import estimated, meant
from ledger.extraction.context.verbs import REACH, acts
from ledger.extraction.context.wording import CLOSE, COMMA, DASH, NONE, OPEN, SOFT, STRONG, Wording


def subject(wording: Wording, verb: int) -> int:
    """The head of the subject of the verb at word ``verb``; NONE for a pronoun or when none is found."""
    found = wording.subjects.get(verb)
    if found is None:
        found = wording.subjects[verb] = _subject(wording, verb, 0)
    return found


def _subject(wording: Wording, verb: int, depth: int) -> int:
    bits, gaps = wording.bits, wording.gaps
    if _is_there_behind_a_phrase(wording, verb):
        return NONE
    gerund = _gerund_before(wording, verb)
    if gerund != NONE:
        return gerund
    j = _before_chain(wording, verb)
    if j > 0 and bits[j] & pos.TO and not gaps[j + 1]:
        led = _of_infinitive(wording, j, depth)
        if led is not None:
            return led
        j -= 1
    if j < 0:
        return NONE
    if bits[verb] & pos.GERUND and all(bits[k] & pos.ADVERB for k in range(j + 1, verb)):
        return _of_participle(wording, j, depth)
    if gaps[j + 1]:
        earlier = _shares_behind_comma(wording, verb, j) if depth < _DEEPEST else NONE
        if earlier != NONE:
            return _shared(wording, earlier, depth)
        j = _before_aside(wording, j, gaps[j + 1])
        while j > 0 and bits[j] & pos.ADVERB and not gaps[j]:
            j -= 1  # "the last epidemic here, in 2019, lasted"
    return _ending_at(wording, verb, j, depth) if j >= 0 else NONE


def _is_there_behind_a_phrase(wording: Wording, verb: int) -> bool:
    """Whether the verb is that of a "there" behind a phrase, which is no subject: "In the end there were 40"."""
    there = wording.bits[verb] & pos.BE and wording.words[verb - 1] == "there" and not wording.gaps[verb] and verb > 1
    return bool(there and wording.bits[clause_start(wording, verb - 2)] & pos.PREPOSITION)


def _before_chain(wording: Wording, verb: int) -> int:
    """The last word before the verb, its auxiliaries and adverbs: of "the price has since more than doubled" price."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    j = verb - 1
    while (
        j >= 0
        and not gaps[j + 1]
        and (verbs[j] or bits[j] & pos.CHAIN or (bits[j] & (pos.SUBORDINATOR | pos.RECENCY) and bits[j - 1] & pos.HAVE))
    ):
        j -= 1
    more_than = bits[j] & pos.SUBORDINATOR and j > 1 and wording.words[j] == "than" and not gaps[j + 1]
    return j - 2 if more_than else j


def _of_participle(wording: Wording, j: int, depth: int) -> int:
    """Of whom a form in -ing behind word ``j`` is said: what it stands behind, or the subject that it shares."""
    bits, leads = wording.bits, pos.PREPOSITION | pos.SUBORDINATOR
    if not wording.gaps[j + 1] and not (j and bits[j] & leads == leads):
        return before(wording, j)
    return _shared(wording, _verb_before(wording, j + 1), depth)  # "rose 14% before settling at"


def _shares_behind_comma(wording: Wording, verb: int, j: int) -> int:
    """The verb before the comma behind word ``j`` whose subject the one at word ``verb`` shares; NONE without one."""
    if wording.gaps[j + 1] != COMMA:
        return NONE
    return _in_series(wording, verb) if j == verb - 1 else _came_before(wording, verb, j)


def _ending_at(wording: Wording, verb: int, j: int, depth: int) -> int:
    """The subject that ends with word ``j``, by what that word is: a relative, a conjunction, a pronoun or a noun."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    told = estimated(wording, j)
    if told != NONE:
        return told
    last = verb - 1
    while last > j and bits[last] & pos.CHAIN and not bits[last] & pos.BE:
        last -= 1
    start = clause_start(wording, j) if last > j and verbs[last] and not bits[last] & pos.AUXILIARY else 0
    if start > 2 and bits[start - 1] & pos.RELATIVE and bits[start - 2] & pos.PREPOSITION and not (gaps[start - 1] or gaps[start - 2]):
        return _head_up_to(wording, start - 3)  # "the rate at which forests are cleared fell"
    if wording.words[j] == "that" and j > 1 and wording.words[j - 1] in _SINCE:
        return before(wording, j - 2)  # "the quota after that was"
    if bits[j] & pos.RELATIVE and not bits[j] & pos.AUXILIARY:
        return _antecedent(wording, verb, j)
    if bits[j] & pos.CONJUNCTION:
        return _shared(wording, _verb_before(wording, _before_attribution(wording, j)), depth)
    if bits[j] & pos.PRONOUN and not (j and bits[j - 1] & pos.PREPOSITION):
        return _of_clause(wording, verb, j, last)
    return _head_up_to(wording, j)


def _head_up_to(wording: Wording, j: int) -> int:
    """The head of the subject that ends with word ``j``."""
    return _head_between(wording, clause_start(wording, j), j)


def _of_infinitive(wording: Wording, to: int, depth: int) -> int | None:
    """Who does what the infinitive behind ``to`` says: whom a verb before it makes do it, else its subject; None without a verb."""
    awaited = _awaited(wording, to)
    if awaited != NONE:
        return awaited
    earlier = _verb_before(wording, to)
    if earlier == NONE:
        return None
    steered = wording.bits[earlier] & pos.SPEECH or wording.words[earlier] in _STEERING
    expected = moved(wording, earlier, to) if steered else NONE
    if expected == NONE or expected == to - 1:  # "expects the changes to bring in"
        return expected if expected != NONE else _shared(wording, earlier, depth)
    placed = wording.bits[expected + 1] & pos.PREPOSITION and not any(acts(wording)[expected + 1 : to])
    return expected if placed else _shared(wording, earlier, depth)  # "expects the price of bread to reach"


def _of_clause(wording: Wording, verb: int, j: int, last: int) -> int:
    """What the clause around the pronoun at word ``j`` tells more of: "the contracts he signed were"; NONE for the pronoun itself."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    named = verbs[j + 1] and bits[j + 1] & pos.FINITE and verb > j + 1 and not (bits[j + 1] & pos.AUXILIARY or gaps[j])
    if named and j > 0 and before(wording, j - 1) != NONE and not verbs[j - 1]:
        return _head_up_to(wording, j - 1)
    held = before_relative(wording, j - 1) if j > 2 and verbs[j - 1] and not (gaps[j] or last > j) else NONE
    if held != NONE:
        return _head_up_to(wording, held)  # "the pot that held them is"
    done = j > 2 and bits[j - 1] & pos.GERUND and wording.words[j - 2] in _DOING and not (gaps[j] or gaps[j - 1])
    return before(wording, j - 3) if done else NONE  # "the cost of fighting it was"


def _awaited(wording: Wording, to: int) -> int:
    """What "with" says of that it will or may do something: "with levels forecast to fall", "with pay set to rise"; NONE elsewhere."""
    bits, gaps = wording.bits, wording.gaps
    if wording.words[to - 1].lower() not in _AWAITING or gaps[to]:
        return NONE
    for k in range(to - 3, max(to - _WITH_REACH, -1), -1):
        if gaps[k + 1] or (bits[k + 1] & pos.VERB and not bits[k + 1] & pos.NOUN):
            return NONE
        if bits[k] & pos.PREPOSITION and not bits[k] & pos.OF:
            return phrase(wording, k + 1) if wording.words[k].lower() == "with" else NONE
    return NONE


_AWAITING, _WITH_REACH = GRAMMAR["awaiting"] | {"set", "due", "likely"}, 8
_SINCE, _DOING = frozenset({"after", "before", "since", "until"}), frozenset({"of", "for"})
_DEEPEST = 3
"""How many verbs may share a subject, each with the one before it."""


def _shared(wording: Wording, earlier: int, depth: int) -> int:
    """The subject of the verb ``earlier``, which a later one shares with it; NONE without one, or where too many do."""
    return _subject(wording, earlier, depth + 1) if earlier != NONE and depth < _DEEPEST else NONE


def _gerund_before(wording: Wording, verb: int) -> int:
    """The gerund that is all of the subject: "pairing takes", "restructuring will cost"; NONE without one."""
    bits, gaps = wording.bits, wording.gaps
    j = verb - 1
    if j >= 0 and bits[j] & pos.GERUND and not gaps[verb] and (j == 0 or gaps[j]) and bits[verb] & (pos.THIRD | pos.AUXILIARY):
        return j
    while j > 0 and bits[j] & pos.MODAL and not gaps[j + 1]:
        j -= 1
    opens = j == 0 or gaps[j] or (j > 1 and bits[j - 1] & pos.CONJUNCTION and gaps[j - 1] == COMMA)  # "is flooded, and pumping takes"
    alone = 0 <= j < verb and bits[j] & pos.GERUND and not gaps[j + 1] and opens and (j < verb - 1 or (j > 0 and not gaps[j]))
    return j if alone else NONE


def _antecedent(wording: Wording, verb: int, j: int) -> int:
    """The head that the relative at word ``j`` stands for: of "those who smoke", or of all before it where its own clause has ended."""
    bits, verbs = wording.bits, wording.acts or acts(wording)
    ended = j + 1 < verb and verbs[j + 1] and bits[j + 1] & pos.FINITE and not bits[j + 1] & pos.AUXILIARY
    ended = ended and bool(bits[j + 2] & pos.AUXILIARY or (verb == j + 2 and bits[verb] & pos.PAST and not wording.gaps[verb]))
    if ended and j:
        return _head_up_to(wording, j - 1)  # "the share of those who smoke has fallen"
    return meant(wording, verb, j)


def _before_attribution(wording: Wording, j: int) -> int:
    """The word behind which an attribution begins that ends before word ``j``: "would take weeks, its owner said, and"; else ``j``."""
    gaps = wording.gaps
    if gaps[j] != COMMA or j < 2 or not wording.bits[j - 1] & pos.SPEECH:
        return j
    k = j - 1
    while k > 0 and j - k < REACH and not gaps[k]:
        k -= 1
    return k if gaps[k] == COMMA else j


def _in_series(wording: Wording, verb: int) -> int:
    """The verb whose subject the one behind a comma, at word ``verb``, shares: "has three masts, measures 40 metres"; NONE without one."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    if not bits[verb] & pos.FINITE or bits[verb] & pos.AUXILIARY:
        return NONE
    k = verb - 1
    while k > 0 and verb - k < REACH and not gaps[k]:
        k -= 1
    if gaps[k] == COMMA and not (verbs[k] and bits[k] & _SAID_OF_IT and not bits[k] & pos.PARTICIPLE):
        return NONE  # what stands between two commas is an aside, unless it begins with a verb of the series
    if gaps[k] not in (COMMA, STRONG):
        return NONE
    earlier = next((i for i in range(k, verb - 1) if verbs[i]), NONE)
    if any(bits[i] & LEADS_A_CLAUSE and opens_clause(wording, i) for i in range(k, verb)):
        return NONE
    return NONE if earlier == NONE or bits[earlier] & (pos.SPEECH | pos.GERUND) else earlier


def _came_before(wording: Wording, verb: int, j: int) -> int:
    """The verb whose subject the one at word ``verb`` shares behind a comma and "then": "At dawn, the level peaked, then fell"."""
    bits, gaps = wording.bits, wording.gaps
    if wording.words[j + 1].lower() not in _NEXT or not bits[verb] & pos.FINITE or bits[verb] & pos.AUXILIARY:
        return NONE
    earlier = _verb_before(wording, j + 1)
    if earlier == NONE or bits[earlier] & pos.GERUND or any(gaps[k] and gaps[k] != SOFT for k in range(earlier + 1, j + 1)):
        return NONE
    return NONE if any(bits[k] & LEADS_A_CLAUSE and opens_clause(wording, k) for k in range(earlier + 1, j + 1)) else earlier


_NEXT = GRAMMAR["next"]
_SAID_OF_IT = pos.THIRD | pos.PAST


def _before_aside(wording: Wording, j: int, gap: int) -> int:
    """The last word before the aside that ends with word ``j``: "The vessel, built in 2009," or "Brest (pop. 340,000)"."""
    gaps = wording.gaps
    opens = OPEN if gap == CLOSE else gap
    if gap not in (COMMA, CLOSE, DASH):
        return NONE
    k = j
    while k > 0 and j - k < REACH and gaps[k] != opens:
        k -= 1
    return k - 1 if k > 0 and gaps[k] == opens else j if gap == COMMA else NONE


def _verb_before(wording: Wording, j: int) -> int:
    gaps, verbs = wording.gaps, wording.acts or acts(wording)
    for k in range(j - 1, max(j - 2 * REACH, -1), -1):
        ranged = gaps[k + 1] == DASH and wording.bits[k] & wording.bits[k + 1] & pos.NUMBER  # "are 48–56 cm long and weigh"
        if gaps[k + 1] > COMMA and gaps[k + 1] != CLOSE and not ranged:
            return NONE
        if verbs[k]:
            return k
    return NONE


_STEERING = GRAMMAR["steering"]
"""Verbs whose object does what the infinitive behind it says: "wants spending to fall", "helped sales to reach"."""
_OF_WHICH = pos.ARTICLE | pos.PRONOUN | pos.NUMBER | pos.ADJECTIVE
_LED_IN = pos.CONJUNCTION | pos.PREPOSITION | _OF_WHICH


def _head_between(wording: Wording, start: int, end: int) -> int:
    """The head of the subject in the words ``start`` to ``end``: of "the charge for a home" charge, of "on Monday prices" prices."""
    bits = wording.bits
    if start > end:
        return NONE
    b = bits[start]
    if start + 1 < end and wording.words[start].lower() in _LED_BY_TO and bits[start + 1] & pos.TO:
        return _after_fronted(wording, start + 1, end)  # "due to the slump the economy"
    if start + 1 < end and wording.words[start].lower() == "per" and wording.words[start + 1] == "capita":
        return _head_between(wording, start + 2, end)
    counts = b & pos.HEDGE and start + 2 < end and bits[start + 1] & pos.NUMBER
    if counts and bits[start + 3 if bits[start + 2] & pos.UNIT else start + 2] & pos.OF:
        return _head_between(wording, start + 1, end)  # "nearly 60 percent of trips took"
    if b & pos.GERUND and start < end and bits[start + 1] & pos.DETERMINER:
        return NONE  # "meeting the demand would cost"
    if b & pos.GERUND and start < end and bits[start + 1] & pos.PREPOSITION:
        return start  # "charging from empty takes"
    if start < end and bits[end] & pos.NUMBER and bits[end - 1] & pos.CAPITAL and not bits[end - 1] & pos.TIME and not wording.gaps[end]:
        return before(wording, end - 1)  # "the FTSE 100 slipped"
    if b & _LED_IN:
        if b & pos.CONJUNCTION and start < end:
            return _head_between(wording, start + 1, end)
        if b & pos.PREPOSITION and not b & pos.ARTICLE:
            return _after_fronted(wording, start, end)
        of = start + 1 if bits[start + 1] & pos.OF else start + 2 if bits[start + 1] & (_OF_WHICH | pos.UNIT) else start
        if start < of < end and b & _OF_WHICH and bits[of] & pos.OF and not (of > start + 1 and bits[of + 1] & pos.NUMBER):
            return phrase(wording, of + 1)  # "a third of the residents", but "the total of 148,000"
    head = phrase(wording, start)
    if head != NONE and bits[head] & pos.PERIOD and bits[head + 1] & pos.ADVERB and head + 1 < end:
        return _head_between(wording, head + 2, end)  # "a year ago support was"
    if head != NONE and head <= end:
        return head
    for k in range(start, end + 1):
        if bits[k] & pos.PREPOSITION and k > start:
            return before(wording, k - 1)
    return before(wording, end)


_LED_BY_TO = frozenset({"due", "owing", "thanks"})


def _after_fronted(wording: Wording, start: int, end: int) -> int:
    """The head of the phrase behind a prepositional one without comma: "On 24 July demand", "At the depot the buses"."""
    bits = wording.bits
    for k in range(end - 1, start, -1):
        utmost = bits[k - 1] & pos.ADJECTIVE and bits[k - 2] & pos.POSSESSIVE and k > 1  # "at its lowest the water"
        if bits[k] & pos.DETERMINER and (utmost or not bits[k - 1] & (pos.CLOSED | pos.ADJECTIVE)):
            return _head_between(wording, k, end)
    for k in range(end - 1, start, -1):
        b = bits[k]
        dated = (b & pos.CALENDAR and not b & pos.NUMBER) or wording.words[k][0].isdigit()
        if dated and not bits[k + 1] & (pos.CALENDAR | pos.NUMBER | pos.CLOSED):
            return _head_between(wording, k + 1, end)
    return before(wording, end)


def moved(wording: Wording, verb: int, at: int) -> int:
    """The head of the object between the verb and word ``at``: of "cut emissions by 40 percent" emissions; NONE without one."""
    bits, gaps = wording.bits, wording.gaps
    k = verb + 1
    if k >= at or gaps[k] or (bits[k] & (pos.PREPOSITION | pos.COUNTING) and not bits[k] & pos.ARTICLE):
        return NONE
    head = phrase(wording, k)
    return head if head != NONE and head < at else NONE
