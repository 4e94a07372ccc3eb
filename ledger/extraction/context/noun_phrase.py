"""The head of a noun phrase: to the right of a figure, or to the left of a place in the sentence.

English puts the head last: "polling stations" are stations. A phrase ends where a word of a closed
class, a verb or punctuation begins; behind a number other than one the head is a plural.
"""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import COMMA, NONE, Wording

_REACH = 9
_MANIFOLD = pos.GENITIVE | pos.OTHER
_VERBAL = pos.VERB | pos.ADVERB | pos.TIME
_SINGLED = pos.GENITIVE | pos.NUMBER | pos.OTHER
"""What cannot be the head of a phrase."""
_AFTER_A_VERB = pos.DETERMINER | pos.PRONOUN | pos.NUMBER | pos.TO | pos.ADVERB


def many(wording: Wording, at: int) -> int:
    """The head of the phrase that begins with word ``at``, behind a number other than one; NONE when there is none."""
    bits, gaps = wording.bits, wording.gaps
    last = named = NONE
    for j in range(at, min(at + _REACH, wording.count)):
        b = bits[j]
        if j < named:
            continue
        if j > at and gaps[j] and not (gaps[j] == COMMA and _qualify(wording, at, j, last)):
            break
        if b & pos.STOP:
            joined = b & pos.AND and j > at and _plural_soon(wording, j + 1)
            named = _of_a_name(wording, j, last) if b & pos.OF else NONE
            if not (b & pos.OTHER or joined or named != NONE or _names_on(wording, j, last)):
                break
        elif b & pos.SEVERAL:
            last = j
            if not _goes_on(wording, j):
                return j
        elif not b & _MANIFOLD:
            if _ends(wording, j, last):
                break
            if not b & _QUALIFIER or b & pos.NOUN or (b & pos.CAPITAL and last == NONE and not _continues(wording, j)):
                last = j
    return NONE if last == NONE or bits[last] & _NEVER_MANY else last


_QUALIFIER = pos.ADJECTIVE | pos.NUMBER | pos.TITLE | pos.ADVERB | pos.NONFINITE
_NEVER_MANY = pos.GENITIVE | pos.STATE | pos.UNIT | pos.INFINITIVE
"""What no number stands before without a plural: "thousands march"; but "23 crew" and "14 Chinese" are possible."""


def _ends(wording: Wording, j: int, last: int) -> bool:
    """Whether word ``j``, of no closed class, is beyond the phrase whose last noun so far is ``last``."""
    b, right = wording.bits[j], wording.bits[j + 1]
    if b & pos.ADVERB:
        return last != NONE or not _continues(wording, j)
    if b & pos.TIME or (b & pos.RECENCY and right & pos.CALENDAR):
        return True
    if b & pos.NOUN or not b & pos.VERB:
        return False
    if b & pos.NONFINITE:
        if not wording.gaps[j + 1] and right & pos.AND and wording.bits[j + 2] & pos.ADJECTIVE and _plural_soon(wording, j + 2):
            return False  # "10 serving and former officers"
        return not _continues(wording, j) or bool(right & pos.FINITE and not right & (pos.NOUN | pos.PARTICIPLE))
    return not b & pos.ADJECTIVE


def _qualify(wording: Wording, at: int, j: int, last: int) -> bool:
    """Whether the words from ``at`` up to the comma before word ``j`` qualify a plural behind it: "two dim, cool stars"."""
    unknown = last == j - 1 == at and not wording.bits[last] & (pos.SEVERAL | pos.CAPITAL | pos.NOUN) and wording.bits[j] & pos.ADJECTIVE
    return bool(last == NONE or unknown) and _plural_soon(wording, j)


def one(wording: Wording, at: int) -> int:
    """The head of the phrase that begins with word ``at``, singular or plural; NONE when there is none."""
    bits, gaps = wording.bits, wording.gaps
    last = NONE
    for j in range(at, min(at + _REACH, wording.count)):
        b = bits[j]
        if j > at and gaps[j] and not (gaps[j] == COMMA and last == NONE and bits[j - 1] & pos.ADJECTIVE):
            break
        if b & pos.STOP:
            if not _is_within(wording, at, j, last):
                break
            continue
        if b & pos.ADVERB and last != NONE and b & bits[last] & bits[j + 1] & pos.CAPITAL and not gaps[j + 1]:
            continue  # "U.S. West Texas crude"
        if b & _VERBAL and ((b & pos.VERB and not b & pos.NOUN) or b & pos.ADVERB or (b & pos.TIME and j == at)):
            if last != NONE:
                break
            if _qualifies(wording, j):
                continue
            alone = b & (pos.GERUND | pos.TIME | pos.STATE) and not _continues(wording, j)
            return j if alone or _nominal(wording, at, j) else NONE
        if last != NONE and b & _AFTER_A_NOUN and _is_beyond(wording, j, last):
            break
        if b & pos.CAPITAL and last != NONE and last == j - 1 and bits[last] & pos.CAPITAL:
            last = j
        elif b & pos.PLURAL and _owns(wording, j):
            last = NONE  # "the pupils' average mark"
        elif _can_head(wording, j, last):
            last = j
            if b & pos.PLURAL and not _is_followed(wording, j):
                break
    return last


def _is_within(wording: Wording, at: int, j: int, last: int) -> bool:
    """Whether the phrase goes on behind word ``j``, though it is of a closed class."""
    b, right = wording.bits[j], wording.bits[j + 1]
    if b & pos.AND and last == NONE and j > at:
        return True
    past = j == at and b & pos.RECENCY and b & pos.PREPOSITION and right & pos.PLURAL and not wording.gaps[j + 1]  # "of past voters"
    return bool(past) or _names_on(wording, j, last)


def _qualifies(wording: Wording, j: int) -> bool:
    """Whether the verb or adverb at word ``j`` qualifies what follows: "rising prices", "newly built homes"."""
    b = wording.bits[j]
    return _continues(wording, j) and not (b & pos.FINITE and not b & (pos.PARTICIPLE | pos.ADJECTIVE))


def _can_head(wording: Wording, j: int, last: int) -> bool:
    """Whether word ``j``, behind the noun ``last``, is one itself, or an adjective that stands for one."""
    b = wording.bits[j]
    if b & _SINGLED:
        return False
    return bool(b & pos.PLURAL or not b & pos.ADJECTIVE) or bool((last == NONE or b & pos.EXTENT) and _stands_alone(wording, j))


def _is_followed(wording: Wording, j: int) -> bool:
    """Whether the plural at word ``j`` may not be the last noun of its phrase."""
    if _goes_on(wording, j) or _names_on(wording, j + 1, j):
        return True
    return not wording.gaps[j + 1] and bool(wording.bits[j] & wording.bits[j + 1] & pos.CAPITAL or _compounds(wording, j + 1))


def _owns(wording: Wording, j: int) -> bool:
    """Whether the plural at word ``j`` has the apostrophe of a genitive, and the phrase goes on."""
    return wording.text[wording.ends(j) : wording.ends(j) + 2] in ("' ", "’ ") and _continues(wording, j)


def _names_on(wording: Wording, j: int, last: int) -> bool:
    """Whether word ``j`` joins the name ``last`` and another before what they qualify: "the Sydney to Hobart yacht race".

    So does the number of "World War I soldiers".
    """
    bits, gaps, k = wording.bits, wording.gaps, j + 1
    if last != j - 1 or gaps[j] or not bits[last] & pos.CAPITAL:
        return False
    if wording.words[j] == "I":
        follows = bits[k] & pos.PLURAL or not bits[k] & pos.VERB
        return bool(wording.words[last] == "War" and follows and not gaps[k] and not bits[k] & (pos.STOP | pos.ADVERB))
    if not bits[j] & (pos.AND | pos.TO):
        return False
    while k < wording.count and k - j <= _LONGEST_NAME and bits[k] & pos.CAPITAL and not (gaps[k] or bits[k] & pos.CLOSED):
        k += 1
    if k == j + 1 or gaps[k] or bits[k] & (_STOPS_A_NAME | pos.CAPITAL):
        return False
    if bits[j] & pos.AND and bits[k] & pos.SEVERAL:
        return True
    return not bits[k] & pos.VERB or bool(bits[k] & pos.NOUN and not bits[k] & pos.THIRD)


def _of_a_name(wording: Wording, j: int, last: int) -> int:
    """Where the name ends that goes on with the "of" at word ``j`` and qualifies several things; NONE without one.

    "12 Ministry of Health officials", "two Sailor of the Year awards".
    """
    bits, gaps, k = wording.bits, wording.gaps, j + 1
    if last != j - 1 or gaps[j] or not bits[last] & pos.CAPITAL or bits[last] & pos.SEVERAL:
        return NONE
    k += bool(bits[k] & pos.DETERMINER)
    begin = k
    while k < wording.count and k - begin <= _LONGEST_NAME and wording.words[k][0].isupper() and not gaps[k]:
        k += 1
    if k == begin or gaps[k] or bits[k] & (pos.STOP | pos.ADVERB | pos.NUMBER) or (bits[k] & pos.VERB and not bits[k] & pos.NOUN):
        return NONE
    return k if _plural_soon(wording, k) else NONE


_BEHIND_PAST = pos.PREPOSITION | pos.DETERMINER
_LONGEST_NAME, _STOPS_A_NAME = 3, pos.STOP | pos.ADVERB | pos.NUMBER | pos.CALENDAR


def _nominal(wording: Wording, at: int, j: int) -> bool:
    """Whether an infinitive or a form in -s behind an article or "of" is a noun after all: "the serve", "tonnes of clothes"."""
    if wording.bits[j] & pos.THIRD and j == at and wording.bits[j - 1] & pos.OF and not _continues(wording, j):
        return True
    return bool(wording.bits[j] & (pos.INFINITIVE | pos.THIRD) and j == at and wording.bits[j - 1] & pos.DETERMINER)


def _stands_alone(wording: Wording, j: int) -> bool:
    """Whether the adjective at word ``j`` is used as a noun: "the 19-year-old German", "the total"."""
    noun = wording.bits[j] & (pos.CAPITAL | pos.EXTENT | pos.GROUP | pos.STATE) or _behind_compound(wording, j)
    continues = _continues(wording, j) and not (wording.bits[j + 1] & pos.THIRD and acts(wording)[j + 1])  # "the jobless total tops"
    return bool(noun) and not (continues or _is_paired(wording, j))


def _behind_compound(wording: Wording, j: int) -> bool:
    """Whether word ``j`` stands behind an adjective with a hyphen: "a two-room flat"."""
    return bool(j and "-" in wording.words[j - 1] and wording.bits[j - 1] & pos.ADJECTIVE and not wording.gaps[j])


def _is_paired(wording: Wording, j: int) -> bool:
    """Whether the adjective at word ``j`` qualifies, with one behind "and", a noun that follows: "of young and old voters"."""
    bits, gaps = wording.bits, wording.gaps
    if j + 3 >= wording.count or gaps[j + 1] or gaps[j + 2] or gaps[j + 3] or not (bits[j + 1] & pos.AND and bits[j + 2] & pos.ADJECTIVE):
        return False
    following = bits[j + 3]
    return not following & (pos.STOP | pos.TIME | pos.ADVERB) and bool(following & pos.NOUN or not following & pos.VERB)


def _compounds(wording: Wording, k: int) -> bool:
    """Whether word ``k`` is a bare noun that the plural before it only qualifies: "sales growth", "the savings rate of"."""
    b, right = wording.bits[k] & ~pos.PARTED, wording.bits[k + 1]
    if not b:
        return True
    if not b & pos.NOUN or wording.gaps[k + 1]:
        return False
    ends = right & (pos.OF | pos.AUXILIARY) or (right & pos.PAST and not right & pos.NOUN)
    beyond = wording.bits[min(k + 2, wording.count)]
    chained = (
        right & pos.NOUN and not right & (pos.STOP | pos.PLURAL) and not wording.gaps[k + 2] and beyond & (pos.AUXILIARY | pos.PREPOSITION)
    )
    return bool(ends or chained)


def _is_beyond(wording: Wording, j: int, last: int) -> bool:
    """Whether word ``j`` is not of the phrase of the noun ``last``.

    It is a name in apposition ("director Eva Lind"), a verb, a state ("found a woman dead") or a time ("growth next year").
    """
    bits = wording.bits
    b, right, noun = bits[j], bits[j + 1], bits[last]
    if b & pos.RECENCY or (b & pos.FINITE and b & pos.VERB and right & pos.NUMBER and not wording.gaps[j + 1]):
        return True  # "rain last monsoon", "the series cost $12m"
    if b & pos.PAST and right & _BEHIND_PAST and not right & pos.OF and not wording.gaps[j + 1] and acts(wording)[j]:
        return True  # "the quake hit at dawn", "a 30-foot wave hit the pier"
    if b & pos.STATE and not b & pos.CAPITAL and (right & pos.NUMBER or not _continues(wording, j)):
        return True  # "a deal worth 40 million"
    if b & pos.NUMBER:
        return bool(right & pos.UNIT)  # "31 metres of water 5 km off"
    named = b & pos.CAPITAL and not noun & pos.CAPITAL and (not _continues(wording, j) or right & _BEHIND_A_NAME)
    if named and wording.words[j].lower() not in _EVENTS:
        return True
    of_a_name = not b & pos.CAPITAL and noun & bits[last - 1] & pos.CAPITAL
    does = of_a_name and not (right & pos.PAST and not right & pos.NOUN)  # but "Hale Motor shares fell"
    return bool(b & pos.THIRD and (_is_verb_in_s(wording, j) or does))


_EVENTS = GRAMMAR["event"]
_AFTER_A_NOUN = pos.CAPITAL | pos.THIRD | pos.STATE | pos.RECENCY | pos.NUMBER | pos.FINITE | pos.PAST
_BEHIND_A_NAME = pos.CAPITAL | pos.FINITE | pos.ADVERB


def _is_verb_in_s(wording: Wording, j: int) -> bool:
    """Whether the form in -s behind a noun is its verb ("the roadmap plans a union") and no noun ("third quarter results")."""
    b, right = wording.bits[j], wording.bits[j + 1]
    if right & pos.TO and wording.bits[j + 2] & (pos.NUMBER | pos.CAPITAL):
        return False  # "the number of stations to 46", "beef exports to China"
    if right & pos.TO and wording.bits[j + 2] & pos.INFINITIVE and not acts(wording)[j]:
        return False  # "roof repairs to cost $2m"
    timed = bool(right & pos.PREPOSITION and wording.bits[j + 2] & (pos.CALENDAR | pos.RECENCY))
    dated = timed and b & pos.EQUAL and acts(wording)[j]  # "the term ends in May"
    follows = wording.words[j + 1] if j + 1 < wording.count and not wording.gaps[j + 1] else ""
    if follows == "due" or (follows == "for" and wording.words[j] == "accounts"):
        return True  # "the principal falls due", "a three-hour exam accounts for"
    return not wording.gaps[j + 1] and bool(right & _AFTER_A_VERB or dated or (b & pos.INTRANSITIVE and right & pos.PREPOSITION))


def _continues(wording: Wording, j: int) -> bool:
    """Whether the phrase goes on behind word ``j``."""
    return not wording.gaps[j + 1] and not wording.bits[j + 1] & pos.STOP


def _goes_on(wording: Wording, j: int) -> bool:
    """Whether the plural ``j`` only qualifies what follows: "arms dealers", "sports clubs"."""
    if wording.gaps[j + 1]:
        return False
    b, own = wording.bits[j + 1], wording.bits[j]
    if b & _NO_QUALIFIED or (b & pos.THIRD and not b & pos.NOUN) or (b & pos.SPEECH and wording.gaps[j + 2]):
        return False  # "12,000 nurses finds"
    if b & pos.THIRD and acts(wording)[j + 1]:
        return False  # "the number of cases stands at 87"
    if b & pos.SEVERAL:
        return True
    return bool(own & pos.CAPITAL or not own & pos.PLURAL) and not b & pos.VERB and _plural_soon(wording, j + 1)


_NO_QUALIFIED = pos.STOP | pos.STATE | pos.PERIOD | pos.ADVERB


def _plural_soon(wording: Wording, j: int) -> bool:
    """Whether a plural follows within four words, no other phrase between."""
    for k in range(j, min(j + 4, wording.count)):
        b = wording.bits[k]
        if (k > j and wording.gaps[k]) or (b & pos.STOP and not b & pos.AND):
            return False
        if b & pos.SEVERAL:
            return True
    return False


def phrase(wording: Wording, at: int) -> int:
    """The head of the phrase that begins with word ``at``, articles and figures before it passed over; NONE for a pronoun."""
    bits, gaps = wording.bits, wording.gaps
    counted = False
    for j in range(at, min(at + _REACH, wording.count)):
        b = bits[j]
        if j > at and gaps[j]:
            return NONE
        if counted and b & pos.UNIT and not b & pos.PLURAL and _continues(wording, j):
            counted = False  # "a 0.5 percent levy"
            continue
        if counted and b & pos.UNIT and bits[j + 1] & pos.OF and wording.words[j] in _PER_CENT and not gaps[j + 1]:
            return phrase(wording, j + 2)  # "40 percent of waste"
        if not b & _LEADING:
            return many(wording, j) if counted else one(wording, j)
        if b & pos.NUMBER and not b & pos.PLURAL:
            counted = True
        elif b & pos.GENITIVE or (b & pos.AND and counted and bits[j + 1] & pos.NUMBER):
            pass  # "each of its hundred and forty towers"
        elif b & pos.PRONOUN and b & pos.ARTICLE and (counted or bits[j + 1] & (pos.NONFINITE | pos.STATE)):
            if not counted and wording.words[j] == "that" and bits[j + 1] & pos.NOUN and gaps[j + 2] and not gaps[j + 1]:
                return j + 1  # "80 percent of that cost."
            return NONE  # "half of the 1,400 that rules require"
        elif (b & pos.DETERMINER or (b & pos.HEDGE and b & (pos.ADVERB | pos.ADJECTIVE) and not b & pos.PREPOSITION)) and _continues(
            wording, j
        ):
            pass
        elif b & pos.DETERMINER or b & pos.PRONOUN:
            return NONE
        elif (
            b & pos.HEDGE
            and not (b & pos.AND or counted or gaps[j + 1])
            and bits[j + 1] & (pos.NUMBER | pos.HEDGE)
            and not bits[j + 1] & (pos.OF | pos.AND)
        ):
            if b & pos.NOUN and bits[j + 1] & pos.PREPOSITION:
                return j  # "puts the total at 40"
        else:
            return many(wording, j) if counted else one(wording, j)
    return NONE


_PER_CENT = GRAMMAR["per_cent"]
_LEADING = pos.NUMBER | pos.GENITIVE | pos.PRONOUN | pos.DETERMINER | pos.HEDGE
"""What may stand before a phrase proper."""


def before(wording: Wording, at: int) -> int:
    """The head of the phrase that ends with word ``at``: that word when it can be a noun, else NONE."""
    if at < 0:
        return NONE
    b = wording.bits[at]
    if b & _NO_NOUN or (b & _HARDLY_NOUN and not b & pos.PLURAL and not _ends_a_name(wording, at)):
        return NONE
    if b & pos.ADJECTIVE and not b & _NOMINAL:
        alone = at > 0 and wording.words[at - 1].lower() in ("a", "an") and not wording.gaps[at]  # "a flat of 40 square metres"
        return at if alone or _behind_compound(wording, at) else NONE
    if b & pos.VERB and not b & (pos.NOUN | pos.CAPITAL | pos.PLURAL):
        named = b & pos.GERUND and at and wording.bits[at - 1] & pos.DETERMINER  # "the dismantling, which"
        return at if named else NONE
    return at


def _ends_a_name(wording: Wording, at: int) -> bool:
    """Whether word ``at``, capitalised, stands behind a first name: "Ana Reilly"."""
    return bool(at and not wording.gaps[at] and wording.bits[at] & pos.ADVERB and wording.bits[at] & wording.bits[at - 1] & pos.CAPITAL)


_NO_NOUN, _HARDLY_NOUN = pos.CLOSED | pos.UNIT | pos.TIME, pos.ADVERB | pos.NUMBER
_NOMINAL = pos.CAPITAL | pos.EXTENT | pos.PORTION | pos.PLURAL | pos.NOUN
"""What makes a noun of an adjective."""


def modifiers(wording: Wording, head: int, floor: int) -> tuple[str, ...]:
    """The words from ``floor`` on before ``head`` that narrow it, in order, lower-case: "arbitrary", "polling"."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    j = head
    while j > floor and not gaps[j] and head - j < 5 and not (bits[j - 1] & _NARROWS_NOT or verbs[j - 1]):
        j -= 1
    return tuple(word.lower() for word in wording.words[j:head]) if j < head else ()


_NARROWS_NOT = pos.CLOSED | pos.COUNTING | pos.OTHER
