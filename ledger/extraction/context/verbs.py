"""Which words of a sentence are verbs, and which verb governs a figure."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.word_classes import (
    ADJECTIVE,
    ADVERB,
    AMOUNTING,
    AND,
    ARTICLE,
    AUXILIARY,
    BE,
    CAPITAL,
    CHAIN,
    CHANGE,
    CHANGED,
    CLOSED,
    COUNTING,
    DETERMINER,
    EQUAL,
    EXTENT,
    FINITE,
    GERUND,
    GROUP,
    HAVE,
    HEDGE,
    INFINITIVE,
    INTRANSITIVE,
    LASTING,
    LEADING,
    MODAL,
    NONFINITE,
    NOUN,
    NUMBER,
    OF,
    OPENS,
    PARTED,
    PARTICIPLE,
    PAST,
    PERIOD,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    RECENCY,
    RELATIVE,
    SPEECH,
    STATE,
    SUBORDINATOR,
    THIRD,
    TIME,
    TO,
    TREND,
    UNIT,
    VERB,
)
from ledger.extraction.context.wording import CLOSE, COMMA, DASH, NONE, OPEN, SOFT, STRONG, Wording

REACH = 16
_JOINT = OPENS | AND
_TELLING = VERB | BE | HAVE | TO | MODAL | PARTED | _JOINT
_NEVER = CLOSED | UNIT
_NOMINAL = DETERMINER | PREPOSITION | ADJECTIVE | NUMBER
_OBJECT = DETERMINER | PREPOSITION | NUMBER | ADVERB | PRONOUN | ADJECTIVE
_STRICT_OBJECT = _OBJECT & ~(PREPOSITION | ADVERB) | TO


def acts(wording: Wording) -> list[bool]:
    """For each word of the sentence, and one more, whether it is a verb here as far as its neighbours tell."""
    found = wording.acts
    if found is not None:
        return found
    bits, joints = wording.bits, wording.joints
    found = wording.acts = [False] * (wording.count + 1)
    for j, b in enumerate(bits):
        if not b & _TELLING:
            continue
        if b & _JOINT:
            joints.append(j)
        if b & VERB:
            if not b & _NEVER and _is_verb(wording, j, b):
                found[j] = True
                if b & SPEECH:
                    joints.append(j + 1)
        elif b & BE:
            found[j] = True
        elif b & HAVE:
            found[j] = _possesses(wording, j)
        elif b & _BASE and not bits[j + 1] and (b & MODAL or (j and bits[j - 1] & VERB)):  # an unknown word behind "agreed to" or "may"
            does = not b & TO or (not wording.gaps[j + 2] and bool(bits[j + 2] & _OBJECT))
            found[j + 1] = does and not (b & TO and wording.words[j + 1] in _INSTITUTIONS)
        if b & PARTED:
            joints.append(j + 1)
    return found


def _is_verb(wording: Wording, j: int, b: int) -> bool:
    """Whether the form of a verb at word ``j``, whose classes are ``b``, is one here."""
    bits, gaps = wording.bits, wording.gaps
    left, gap = bits[j - 1] if j else 0, gaps[j]
    if b & left & CAPITAL or (not j and b & THIRD and bits[j + 1] & AUXILIARY and not gaps[j + 1]):
        return False  # "Writes are faster"
    if b & THIRD and left & RECENCY and left & PRONOUN and bits[j + 1] & _BEGINS_AN_OBJECT and not gaps[j + 1]:
        return True  # "this cuts emissions by"
    k = j - 1
    if left & _NO_NAME and b & (PAST | THIRD) and b & (CHANGE | EQUAL) and _ends_a_place(wording, j):
        return True  # "prices in the north fell 4 percent"
    if gap:
        left = 0
    elif left & ADVERB:
        k = j - 2
        while k > 0 and bits[k] & ADVERB and not gaps[k]:
            k -= 1
        left = bits[k] if k >= 0 and not gaps[k + 1] else 0
        if b & EQUAL and b & INFINITIVE and bits[j + 1] & LEADING and bits[j + 2] & NUMBER:
            return True  # "fees for parking now start at $4"
        if b & THIRD:
            left &= ~PLURAL  # "a bag of 40 pounds now costs"
    if left & ADJECTIVE and k > 0 and "-" in wording.words[k - 1] and bits[k - 1] & ADJECTIVE and not gaps[k] and b & (PAST | THIRD):
        left = 0  # "a two-bed flat now lets for"
    if b & PARTICIPLE and left & SUBORDINATOR and j > 1 and bits[j - 2] & HAVE:
        left = bits[j - 2]  # "has since risen"
    if left & _LEADING and ((left & _BASE and b & INFINITIVE) or (left & AUXILIARY and b & NONFINITE)):
        return True
    if left & NUMBER and b & PAST and (_ends_a_date(wording, k) or wording.words[k - 1].lower() in _INDICES):
        left = 0  # "the quarter to June 30 rose", "sales in 2019 fell", "the FTSE 100 slipped"
    if left & NUMBER and b & THIRD and b & EQUAL and bits[j + 1] & _TOLD and not bits[j + 1] & ARTICLE and bits[j - 2] & PREPOSITION:
        return True  # "storage at -75C costs about £12"
    if left & _NOMINAL and not left & _NO_NOMINAL and not (left & _QUALIFYING and left & _NOUNLIKE):
        if b & PAST and b & CHANGE:
            # "more than doubled", "people sleeping rough rose"
            return wording.words[j - 1] == "than" or bool(left & ADJECTIVE and not b & (PARTICIPLE | NOUN | INFINITIVE))
        return bool(b & GERUND and left & PREPOSITION)
    right = 0 if gaps[j + 1] else bits[j + 1]
    if b & ADJECTIVE and not b & PAST:
        return bool(b & (EQUAL | LASTING) and left & PLURAL and right & NUMBER)  # "wages average $12", "symptoms last ten days"
    if b & PARTICIPLE and left & FINITE and not left & _NOUN_OR_AUXILIARY and not right & _CLOSED_OR_NUMBER:
        return False
    if b & NOUN:
        return _acts_though_noun(wording, j, b, left, right)
    attributive = b & GERUND and left & CHANGED and left & VERB and right & PLURAL and not wording.words[j - 1].startswith(("keep", "kept"))
    return not (attributive or (b & GERUND and left & _NOMINAL))  # "raise starting salaries by"


_NO_NAME = ADJECTIVE | ADVERB | NUMBER


def _ends_a_place(wording: Wording, j: int) -> bool:
    """Whether a phrase without a noun ends before word ``j``, behind which a figure is told: "in the north", "for a family of four"."""
    bits, gaps = wording.bits, wording.gaps
    if gaps[j] or (gaps[j + 1] not in (SOFT, COMMA)) or not bits[j + 1] & (NUMBER | LEADING | HEDGE | ADVERB):
        return False
    j -= j > 3 and bits[j - 1] & ADVERB != 0 and bits[j - 1] & HEDGE != 0  # "in the north nearly doubled"
    if j < 3 or gaps[j] or gaps[j - 1] or gaps[j - 2]:
        return False
    if bits[j - 1] & NUMBER:
        return bool(bits[j - 2] & OF or (wording.words[j - 1] in _PARTS_OF_A_YEAR and bits[j - 2] & (NUMBER | ADVERB)))
    return wording.words[j - 2] == "the" and bool(bits[j - 3] & PREPOSITION)


_PARTS_OF_A_YEAR = frozenset({"half", "quarter"})


def _acts_though_noun(wording: Wording, j: int, b: int, left: int, right: int) -> bool:
    """Whether word ``j``, which may be a noun, is a verb between words of ``left`` and ``right``: not in "bridge repairs to cost"."""
    bits, gap = wording.bits, wording.gaps[j]
    if left & RELATIVE and b & FINITE and _is_relatives(wording, j, b, right):
        return True
    if b & THIRD and left & PLURAL and b & _BARE and right & LEADING and bits[j + 2] & COUNTING:
        return True  # "the backlog of claims stands at 40", "the cost of the projects amounts to Rs 40"
    if b & THIRD and b & EQUAL and left & PLURAL and right & NUMBER and not b & _BARE & ~EQUAL:
        return True  # "a school with 15 pupils costs £9,000"
    if left & GROUP and b & EQUAL and b & INFINITIVE and right & PREPOSITION and bits[j + 2] & COUNTING:
        return True  # "aircraft account for €7m"
    if b & THIRD and right & PREPOSITION and bits[j + 2] & _BEGINS_A_PLACE and wording.words[j].lower() in _DIRECT:
        return False  # "visitor numbers at the castle rose"
    if left & AND and b & CHANGED and b & INFINITIVE and right & _BEGINS_AN_OBJECT and _may(wording, j - 1):
        return True  # "would cost $4m and push fares up"
    if b & THIRD and right & TO and bits[j + 2] & NUMBER and not b & _BARE:
        return False  # "the number of water stations to 46"
    if b & THIRD and not b & _BARE and right & TO and bits[j + 2] & INFINITIVE and wording.words[j].lower() not in _CATENATIVES:
        return False  # "bridge repairs to cost £48m"
    if b & THIRD and left & FINITE and left & (CHANGED | SPEECH) and not left & (NOUN | AUXILIARY):
        return False  # "the bank raised rates to", "claimed visits to it had doubled", "lawyers expect claims to exceed"
    if b & THIRD and b & CHANGED and right & (PLURAL | GERUND) and bits[j + 2] & LEADING and bits[j + 3] & NUMBER:
        return True  # "the plan raises spending by 6 percent"
    return _acts_as_verb(b, left, right, bits[j + 2] if j + 1 < wording.count else 0, gap if j > 1 or not gap else STRONG, not j)


def _is_relatives(wording: Wording, j: int, b: int, right: int) -> bool:
    """Whether word ``j`` is the verb of the relative before it: "women who smoke are", "firms that export goods", "which pays for"."""
    word, further = wording.words[j - 1], wording.bits[min(j + 2, wording.count)]
    if word == "who" and right & AUXILIARY:
        return True
    if b & THIRD:
        return word in ("who", "which") and bool(right & PREPOSITION)
    return bool(b & INFINITIVE and j > 1 and wording.bits[j - 2] & right & PLURAL and not further & (FINITE | AUXILIARY))


def _may(wording: Wording, k: int) -> bool:
    """Whether "would" or "to" stands before word ``k`` in its part of the sentence."""
    while k > 0 and not wording.gaps[k]:
        k -= 1
        if wording.bits[k] & MODAL and wording.bits[k + 1] & INFINITIVE:
            return True
    return False


def _ends_a_date(wording: Wording, k: int) -> bool:
    """Whether the number at word ``k`` is a day behind its month or a year."""
    if k and wording.bits[k - 1] & TIME and not wording.gaps[k]:
        return True
    word = wording.words[k]
    return len(word) == _YEAR and word.startswith(("19", "20")) and bool(k and wording.bits[k - 1] & PREPOSITION)


_YEAR = 4
_INSTITUTIONS, _INDICES, _CATENATIVES = GRAMMAR["institution"], GRAMMAR["index"], GRAMMAR["catenative"]
_DIRECT, _BEGINS_A_PLACE = GRAMMAR["direct"], DETERMINER | CAPITAL
_TOLD = NUMBER | HEDGE
_BASE = TO | MODAL
_QUALIFYING, _NOUNLIKE = ADJECTIVE | NUMBER, NOUN | EXTENT | STATE | PERIOD
"""What qualifies a noun, and what of it may be one itself: "the poor pay", "in the quarter fell"."""
_LEADING, _NO_NOMINAL, _NOUN_OR_AUXILIARY = TO | AUXILIARY, AUXILIARY | RELATIVE, NOUN | AUXILIARY
_CLOSED_OR_NUMBER = CLOSED | NUMBER


def _acts_as_verb(b: int, left: int, right: int, further: int, gap: int, first: bool) -> bool:
    """Whether a word that may be a noun as well ("reports", "cost", "rise") is a verb here, before words of ``right`` and ``further``."""
    if right & _NO_OBJECT or (right & FINITE and not right & NOUN):
        return False
    if b & THIRD:
        wanted = _OBJECT if b & _BARE else _STRICT_OBJECT
        if b & EQUAL and not b & (CHANGE | INTRANSITIVE) and right & PREPOSITION and not right & (LEADING | ARTICLE | NUMBER | ADVERB):
            return bool(further & (COUNTING | HEDGE) and not further & ARTICLE)  # "accounts for 40", not "numbers on the lines"
        alone = not left & PLURAL or right & DETERMINER  # "antibiotics raises the risk": a plural of another phrase
        if right & TO and further & CAPITAL and not left & PRONOUN:
            return False  # "beef exports to China"
        return bool(alone and right & wanted) and gap in (SOFT, COMMA, CLOSE)
    if b & PAST:
        told = gap == CLOSE and b & (CHANGE | EQUAL) and right & (NUMBER | LEADING | TREND)
        if told or (gap == COMMA and b & CHANGE and right & TREND):
            return True  # "fares (without tax) hit 4 euros", "prices, which had been flat, shot up"
        if gap == COMMA and b & (CHANGED | EQUAL):  # "the plan, which ..., cut benefits by", "the arch, of steel, cost $90m"
            return bool(right & (_BEGINS_AN_OBJECT if b & CHANGED else NUMBER))
        named = b & SPEECH and b & INFINITIVE and not left & _NO_QUALIFIER and right & PREPOSITION  # "its growth forecast for"
        return not (gap or named or (b & SPEECH and right & TO))  # "cut its forecast to"
    if b & GERUND:
        return bool(right & _STRICT_OBJECT & ~ADJECTIVE) and not (right & TO and further & INFINITIVE)  # but "wants spending to fall"
    heard = left & ARTICLE and left & RELATIVE  # "that demand for care had risen"
    return bool((left & _PLURAL_OR_PRONOUN and right & _OBJECT and not heard) or (left & TIME and right & NUMBER)) or (
        first and bool(right & _STRICT_OBJECT & ~ADJECTIVE)
    )


_NO_QUALIFIER = PLURAL | PRONOUN | AUXILIARY
_BEGINS_AN_OBJECT = PLURAL | DETERMINER
_NO_OBJECT, _BARE, _PLURAL_OR_PRONOUN = AUXILIARY | OF, AMOUNTING | INTRANSITIVE, PLURAL | PRONOUN


_TAKES_HAVE = PARTICIPLE | BE | HAVE


def _possesses(wording: Wording, j: int) -> bool:
    """Whether the "have" at word ``j`` is no auxiliary: "has 15,000 employees"."""
    bits, gaps = wording.bits, wording.gaps
    k = j + 1
    while not gaps[k] and bits[k] & ADVERB:
        k += 1
    return bool(gaps[k]) or not bits[k] & _TAKES_HAVE


def governor(wording: Wording, at: int) -> int:
    """The verb to the left that governs word ``at``: none beyond a colon, a comma or the beginning of another clause."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    j, floor, passed = at - 1, at - REACH if at > REACH else -1, NONE
    while j > floor:
        gap = gaps[j + 1]
        if gap and j != passed:
            if gap == CLOSE:
                j = before_bracket(wording, j)
                continue
            minus = gap == DASH and j + 1 == at and wording.text[wording.starts(at) - 1] in "-–"  # "kept at -50C"
            if not minus and (gap != COMMA or not _only_joins(wording, j + 1, at)):
                j = passed = _before_aside(wording, j) if gap == COMMA and at - j < 5 and bits[j + 1] & LEADING else NONE
                if j == NONE:
                    return NONE
        if verbs[j]:
            return j
        if bits[j] & OPENS:
            return NONE
        j -= 1
    return NONE


def _only_joins(wording: Wording, start: int, at: int) -> bool:
    """Whether the words from ``start`` up to ``at`` only put another way what stands before the comma: "5 percent, or about 3 million".

    Or the comma closes such an aside: "$2, or 6 percent, to $21".
    """
    if wording.words[start] == "from" and at - start < _FARTHEST:
        return True  # "has declined steadily, from almost 70 percent in 2012 to"
    joins = start < at and bool(wording.bits[start] & (AND | TO)) and at - start < (8 if wording.words[start] == "or" else 4)
    return joins and not (wording.words[start] == "and" and start + 1 == at)  # "went on sale in May, and 25 million since"


def _before_aside(wording: Wording, j: int) -> int:
    """The last word before the short aside that ends with word ``j``: "cut its rate, now 4%, by"; NONE without one."""
    k = j
    while k > 0 and j - k < _SHORT and not wording.gaps[k]:
        k -= 1
    figured = any(bits & NUMBER for bits in wording.bits[k : j + 1])
    return k - 1 if k > 0 and wording.gaps[k] == COMMA and figured else NONE


_SHORT, _FARTHEST = 6, 12


def before_bracket(wording: Wording, j: int) -> int:
    """The word before the bracket that closes behind word ``j``."""
    k = j
    while k > 0 and j - k < REACH and wording.gaps[k] != OPEN:
        k -= 1
    return k - 1


def following(wording: Wording, behind: int) -> int:
    """The verb whose subject the words before ``behind`` belong to: the first behind them in their clause; NONE without one."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    reduced, k, limit = NONE, behind, min(behind + REACH, wording.count)
    while k < limit:
        if k > behind and gaps[k] and gaps[k] != CLOSE:
            k = _behind_aside(wording, k) if gaps[k] == COMMA else NONE
            if k == NONE:
                break
        b = bits[k]
        if b & OPENS or (b & AND and verbs[k + 1]):
            break
        if verbs[k]:
            if bits[k - 1] & TO:
                break
            if not b & PARTICIPLE or bits[k - 1] & AUXILIARY:
                return k
            if reduced == NONE and bits[k + 1] & (PREPOSITION | NUMBER):
                reduced = k
            elif reduced == NONE or wording.words[reduced + 1] == "by" or bits[k + 1] & (PREPOSITION | ARTICLE | NUMBER | ADVERB):
                return k
        k += 1
    return reduced


def _behind_aside(wording: Wording, comma: int) -> int:
    """The auxiliary that takes up the clause behind an aside: "Fifteen men, captured near the border, have been"; NONE without one."""
    for k in range(comma + 1, min(comma + REACH, wording.count)):
        if wording.gaps[k]:
            return k if wording.gaps[k] == COMMA and wording.bits[k] & AUXILIARY else NONE
    return NONE


_BE_OR_HAVE = BE | HAVE
_LINKING = CHAIN | TO


def main(wording: Wording, verb: int) -> int:
    """The last verb of the chain that begins at word ``verb``: of "has been detained" detained, of "is to pay" pay."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    k = verb
    while not gaps[k + 1] and k - verb < 5:
        b, link = bits[k + 1], bits[k] & _LINKING
        if verbs[k + 1] and link:
            verb = k + 1
        elif not b & CHAIN and not (b & TO and bits[k] & _BE_OR_HAVE):
            break
        k += 1
    return verb
