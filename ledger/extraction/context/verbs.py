"""Which words of a sentence are verbs, and which verb governs a figure."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.wording import CLOSE, COMMA, DASH, NONE, OPEN, SOFT, STRONG, Wording

REACH = 16
_JOINT = pos.OPENS | pos.AND
_TELLING = pos.VERB | pos.BE | pos.HAVE | pos.TO | pos.MODAL | pos.PARTED | _JOINT
_NEVER = pos.CLOSED | pos.UNIT
_NOMINAL = pos.DETERMINER | pos.PREPOSITION | pos.ADJECTIVE | pos.NUMBER
_OBJECT = pos.DETERMINER | pos.PREPOSITION | pos.NUMBER | pos.ADVERB | pos.PRONOUN | pos.ADJECTIVE
_STRICT_OBJECT = _OBJECT & ~(pos.PREPOSITION | pos.ADVERB) | pos.TO


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
        if b & pos.VERB:
            if not b & _NEVER and _is_verb(wording, j, b):
                found[j] = True
                if b & pos.SPEECH:
                    joints.append(j + 1)
        elif b & pos.BE:
            found[j] = True
        elif b & pos.HAVE:
            found[j] = _possesses(wording, j)
        elif b & _BASE and not bits[j + 1] and (b & pos.MODAL or (j and bits[j - 1] & pos.VERB)):
            # an unknown word behind "agreed to" or "may"
            does = not b & pos.TO or (not wording.gaps[j + 2] and bool(bits[j + 2] & _OBJECT))
            found[j + 1] = does and not (b & pos.TO and wording.words[j + 1] in _INSTITUTIONS)
        if b & pos.PARTED:
            joints.append(j + 1)
    return found


def _is_verb(wording: Wording, j: int, b: int) -> bool:
    """Whether the form of a verb at word ``j``, whose classes are ``b``, is one here."""
    bits, gaps = wording.bits, wording.gaps
    if (j and b & bits[j - 1] & pos.CAPITAL) or (not j and b & pos.THIRD and bits[j + 1] & pos.AUXILIARY and not gaps[j + 1]):
        return False  # "Writes are faster"
    if b & pos.GERUND and b & pos.PERIOD:
        return False  # "by Tuesday evening nine had"
    if j and _tells_at_once(wording, j, b, bits[j - 1]):
        return True
    left = _preceding(wording, j, b)
    if left & _LEADING and ((left & _BASE and b & pos.INFINITIVE) or (left & pos.AUXILIARY and b & pos.NONFINITE)):
        return True
    costs = left & pos.NUMBER and b & pos.THIRD and b & pos.EQUAL and bits[j - 2] & pos.PREPOSITION
    if costs and bits[j + 1] & _TOLD and not bits[j + 1] & pos.ARTICLE:
        return True  # "storage at -75C costs about £12"
    if left & _NOMINAL and not left & _NO_NOMINAL and not (left & _QUALIFYING and left & _NOUNLIKE):
        if b & pos.PAST and b & pos.CHANGE:
            # "more than doubled", "people sleeping rough rose"
            return wording.words[j - 1] == "than" or bool(left & pos.ADJECTIVE and not b & (pos.PARTICIPLE | pos.NOUN | pos.INFINITIVE))
        return bool(b & pos.GERUND and left & pos.PREPOSITION)
    right = 0 if gaps[j + 1] else bits[j + 1]
    if b & pos.ADJECTIVE and not b & pos.PAST:
        # "wages average $12", "symptoms last ten days", "lessons last for 50 minutes"
        told = right & pos.NUMBER or (b & pos.LASTING and right & pos.PREPOSITION and wording.words[j + 1] == "for" and bits[j + 2] & _TOLD)
        return bool(b & (pos.EQUAL | pos.LASTING) and left & pos.PLURAL and told)
    if b & pos.PARTICIPLE and left & pos.FINITE and not left & _NOUN_OR_AUXILIARY and not right & _CLOSED_OR_NUMBER:
        return False
    if b & pos.NOUN:
        return _acts_though_noun(wording, j, b, left, right)
    attributive = (
        b & pos.GERUND
        and left & pos.CHANGED
        and left & pos.VERB
        and right & pos.PLURAL
        and not wording.words[j - 1].startswith(("keep", "kept"))
    )
    return not (attributive or (b & pos.GERUND and left & _NOMINAL))  # "raise starting salaries by"


def _tells_at_once(wording: Wording, j: int, b: int, left: int) -> bool:
    """Whether what stands behind word ``j`` makes a verb of it: "this cuts emissions by", "prices in the north fell 4 percent"."""
    bits, gaps = wording.bits, wording.gaps
    if b & pos.THIRD and left & pos.RECENCY and left & pos.PRONOUN and bits[j + 1] & _BEGINS_AN_OBJECT and not gaps[j + 1]:
        return True
    if left & _NO_NAME and b & (pos.PAST | pos.THIRD) and b & (pos.CHANGE | pos.EQUAL) and _ends_a_place(wording, j):
        return True
    now = left & pos.ADVERB and not gaps[j] and b & pos.EQUAL and b & pos.INFINITIVE
    return bool(now and bits[j + 1] & pos.LEADING and bits[j + 2] & pos.NUMBER)  # "fees for parking now start at $4"


def _preceding(wording: Wording, j: int, b: int) -> int:
    """The classes of the word before the form at word ``j``, adverbs passed over; 0 where what stands before it is over."""
    bits, gaps, k = wording.bits, wording.gaps, j - 1
    if not j or gaps[j]:
        return 0
    left = bits[k]
    if left & pos.ADVERB:
        k -= 1
        while k > 0 and bits[k] & pos.ADVERB and not gaps[k]:
            k -= 1
        left = bits[k] if k >= 0 and not gaps[k + 1] else 0
        if b & pos.THIRD:
            left &= ~pos.PLURAL  # "a bag of 40 pounds now costs"
    compound = left & pos.ADJECTIVE and k > 0 and "-" in wording.words[k - 1] and bits[k - 1] & pos.ADJECTIVE and not gaps[k]
    if compound and b & (pos.PAST | pos.THIRD):
        return 0  # "a two-bed flat now lets for"
    if b & pos.PARTICIPLE and left & pos.SUBORDINATOR and j > 1 and bits[j - 2] & pos.HAVE:
        return bits[j - 2]  # "has since risen"
    if left & pos.NUMBER and b & pos.PAST and (_ends_a_date(wording, k) or wording.words[k - 1].lower() in _INDICES):
        return 0  # "the quarter to June 30 rose", "sales in 2019 fell", "the FTSE 100 slipped"
    return left


_NO_NAME = pos.ADJECTIVE | pos.ADVERB | pos.NUMBER


def _ends_a_place(wording: Wording, j: int) -> bool:
    """Whether a phrase without a noun ends before word ``j``, behind which a figure is told: "in the north", "for a family of four"."""
    bits, gaps = wording.bits, wording.gaps
    if gaps[j] or (gaps[j + 1] not in (SOFT, COMMA)) or not bits[j + 1] & (pos.NUMBER | pos.LEADING | pos.HEDGE | pos.ADVERB):
        return False
    j -= j > 3 and bits[j - 1] & pos.ADVERB != 0 and bits[j - 1] & pos.HEDGE != 0  # "in the north nearly doubled"
    if j < 3 or gaps[j] or gaps[j - 1] or gaps[j - 2]:
        return False
    if bits[j - 1] & pos.NUMBER:
        return bool(bits[j - 2] & pos.OF or (wording.words[j - 1] in _PARTS_OF_A_YEAR and bits[j - 2] & (pos.NUMBER | pos.ADVERB)))
    return wording.words[j - 2] == "the" and bool(bits[j - 3] & pos.PREPOSITION)


_PARTS_OF_A_YEAR = frozenset({"half", "quarter"})


def _acts_though_noun(wording: Wording, j: int, b: int, left: int, right: int) -> bool:
    """Whether word ``j``, which may be a noun, is a verb between words of ``left`` and ``right``: not in "bridge repairs to cost"."""
    bits, gap = wording.bits, wording.gaps[j]
    if left & pos.RELATIVE and b & pos.FINITE and _is_relatives(wording, j, b, right):
        return True
    if b & pos.THIRD and left & pos.PLURAL and b & _BARE and right & pos.LEADING and bits[j + 2] & pos.COUNTING:
        return True  # "the backlog of claims stands at 40", "the cost of the projects amounts to Rs 40"
    if b & pos.THIRD and b & pos.EQUAL and left & pos.PLURAL and right & pos.NUMBER and not b & _BARE & ~pos.EQUAL:
        return True  # "a school with 15 pupils costs £9,000"
    if left & pos.GROUP and b & pos.EQUAL and b & pos.INFINITIVE and right & pos.PREPOSITION and bits[j + 2] & pos.COUNTING:
        return True  # "aircraft account for €7m"
    told = right & pos.PREPOSITION and bits[j + 2] & _TOLD and wording.words[j + 1] == "for"
    if b & pos.THIRD and right & pos.LEADING and bits[j + 2] & pos.NUMBER and not left & pos.PLURAL and wording.words[j] in _MOVING:
        return True  # "the bowl turns at 16 rpm"
    if b & pos.THIRD and b & pos.LASTING and not left & pos.PLURAL and (told or wording.words[j] == "lasts"):
        return True  # "the belt lasts for 20 hours"
    second = b & pos.INFINITIVE and left & pos.AND and (told or (b & (pos.EQUAL | pos.LASTING) and right & pos.NUMBER))
    if second and _goes_on(wording, j):
        return True  # "the lifts hold six people and need 40 seconds"
    if b & pos.THIRD and right & pos.PREPOSITION and bits[j + 2] & _BEGINS_A_PLACE and wording.words[j].lower() in _DIRECT:
        return False  # "visitor numbers at the castle rose"
    if left & pos.AND and b & pos.CHANGED and b & pos.INFINITIVE and right & _BEGINS_AN_OBJECT and _may(wording, j - 1):
        return True  # "would cost $4m and push fares up"
    if b & pos.THIRD and right & pos.STATE and wording.words[j + 1] == "due":
        return True  # "a bond of £250m falls due"
    if b & pos.THIRD and right & pos.TO and bits[j + 2] & pos.NUMBER and not b & _BARE:
        return False  # "the number of water stations to 46"
    if b & pos.THIRD and not b & _BARE and right & pos.TO and bits[j + 2] & pos.INFINITIVE and wording.words[j].lower() not in _CATENATIVES:
        return False  # "bridge repairs to cost £48m"
    if b & pos.THIRD and left & (pos.FINITE | pos.GERUND) and left & (pos.CHANGED | pos.SPEECH) and not left & (pos.NOUN | pos.AUXILIARY):
        return False  # "the bank raised rates to", "claimed visits to it had doubled", "lawyers expect claims to exceed"
    if b & pos.THIRD and b & pos.CHANGED and right & (pos.PLURAL | pos.GERUND) and bits[j + 2] & pos.LEADING and bits[j + 3] & pos.NUMBER:
        return True  # "the plan raises spending by 6 percent"
    return _acts_as_verb(b, left, right, bits[j + 2] if j + 1 < wording.count else 0, gap if j > 1 or not gap else STRONG, not j)


def _is_relatives(wording: Wording, j: int, b: int, right: int) -> bool:
    """Whether word ``j`` is the verb of the relative before it: "women who smoke are", "firms that export goods", "which pays for"."""
    word, further = wording.words[j - 1], wording.bits[min(j + 2, wording.count)]
    if word == "who" and right & pos.AUXILIARY:
        return True
    if b & pos.THIRD:
        return word in ("who", "which") and bool(right & pos.PREPOSITION)
    if b & pos.INFINITIVE and j > 1 and wording.bits[j - 2] & pos.PLURAL and right & pos.NUMBER and word != "which":
        return True  # "pumps that shift 60 tonnes"
    return bool(b & pos.INFINITIVE and j > 1 and wording.bits[j - 2] & right & pos.PLURAL and not further & (pos.FINITE | pos.AUXILIARY))


def _goes_on(wording: Wording, j: int) -> bool:
    """Whether a verb in the plural stands before the "and" of word ``j`` in its part: "lifts hold six people and [need]"."""
    for k in range(j - 2, max(j - REACH, 0), -1):
        if wording.gaps[k + 1]:
            return False
        if wording.acts and wording.acts[k]:
            return bool(wording.bits[k] & pos.INFINITIVE and wording.bits[k - 1] & pos.SEVERAL)
    return False


def _may(wording: Wording, k: int) -> bool:
    """Whether "would" or "to" stands before word ``k`` in its part of the sentence."""
    while k > 0 and not wording.gaps[k]:
        k -= 1
        if wording.bits[k] & pos.MODAL and wording.bits[k + 1] & pos.INFINITIVE:
            return True
    return False


def _ends_a_date(wording: Wording, k: int) -> bool:
    """Whether the number at word ``k`` is a day behind its month or a year."""
    if k and wording.bits[k - 1] & pos.TIME and not wording.gaps[k]:
        return True
    word = wording.words[k]
    return len(word) == _YEAR and word.startswith(("19", "20")) and bool(k and wording.bits[k - 1] & pos.PREPOSITION)


_YEAR = 4
_MOVING = GRAMMAR["moving"]
_INSTITUTIONS, _INDICES, _CATENATIVES = GRAMMAR["institution"], GRAMMAR["index"], GRAMMAR["catenative"]
_DIRECT, _BEGINS_A_PLACE = GRAMMAR["direct"], pos.DETERMINER | pos.CAPITAL
_TOLD = pos.NUMBER | pos.HEDGE
_BASE = pos.TO | pos.MODAL
_QUALIFYING, _NOUNLIKE = pos.ADJECTIVE | pos.NUMBER, pos.NOUN | pos.EXTENT | pos.STATE | pos.PERIOD
"""What qualifies a noun, and what of it may be one itself: "the poor pay", "in the quarter fell"."""
_LEADING, _NO_NOMINAL, _NOUN_OR_AUXILIARY = pos.TO | pos.AUXILIARY, pos.AUXILIARY | pos.RELATIVE, pos.NOUN | pos.AUXILIARY
_CLOSED_OR_NUMBER = pos.CLOSED | pos.NUMBER


def _acts_as_verb(b: int, left: int, right: int, further: int, gap: int, first: bool) -> bool:
    """Whether a word that may be a noun as well ("reports", "cost", "rise") is a verb here, before words of ``right`` and ``further``."""
    if right & _NO_OBJECT or (right & pos.FINITE and not right & pos.NOUN):
        return False
    if b & pos.THIRD:
        wanted = _OBJECT if b & _BARE else _STRICT_OBJECT
        if (
            b & pos.EQUAL
            and not b & (pos.CHANGE | pos.INTRANSITIVE)
            and right & pos.PREPOSITION
            and not right & (pos.LEADING | pos.ARTICLE | pos.NUMBER | pos.ADVERB)
        ):
            return bool(further & (pos.COUNTING | pos.HEDGE) and not further & pos.ARTICLE)  # "accounts for 40", not "numbers on the lines"
        alone = not left & pos.PLURAL or right & pos.DETERMINER  # "antibiotics raises the risk": a plural of another phrase
        if right & pos.TO and further & pos.CAPITAL and not left & pos.PRONOUN:
            return False  # "beef exports to China"
        return bool(alone and right & wanted) and gap in (SOFT, COMMA, CLOSE)
    if b & pos.PAST:
        told = gap == CLOSE and b & (pos.CHANGE | pos.EQUAL) and right & (pos.NUMBER | pos.LEADING | pos.TREND)
        if told or (gap == COMMA and b & pos.CHANGE and right & pos.TREND):
            return True  # "fares (without tax) hit 4 euros", "prices, which had been flat, shot up"
        if gap == COMMA and b & (pos.CHANGED | pos.EQUAL):  # "the plan, which ..., cut benefits by", "the arch, of steel, cost $90m"
            return bool(right & (_BEGINS_AN_OBJECT if b & pos.CHANGED else pos.NUMBER))
        named = b & pos.SPEECH and b & pos.INFINITIVE and not left & _NO_QUALIFIER and right & pos.PREPOSITION  # "its growth forecast for"
        return not (gap or named or (b & pos.SPEECH and right & pos.TO))  # "cut its forecast to"
    if b & pos.GERUND:
        wanted_to = right & pos.TO and further & pos.INFINITIVE  # "wants spending to fall"
        return bool(right & _STRICT_OBJECT & ~pos.ADJECTIVE) and not wanted_to
    heard = left & pos.ARTICLE and left & pos.RELATIVE  # "that demand for care had risen"
    return bool((left & _PLURAL_OR_PRONOUN and right & _OBJECT and not heard) or (left & pos.TIME and right & pos.NUMBER)) or (
        first and bool(right & _STRICT_OBJECT & ~pos.ADJECTIVE)
    )


_NO_QUALIFIER = pos.PLURAL | pos.PRONOUN | pos.AUXILIARY
_BEGINS_AN_OBJECT = pos.PLURAL | pos.DETERMINER
_NO_OBJECT, _BARE, _PLURAL_OR_PRONOUN = pos.AUXILIARY | pos.OF, pos.AMOUNTING | pos.INTRANSITIVE, pos.PLURAL | pos.PRONOUN


_TAKES_HAVE = pos.PARTICIPLE | pos.BE | pos.HAVE


def _possesses(wording: Wording, j: int) -> bool:
    """Whether the "have" at word ``j`` is no auxiliary: "has 15,000 employees"."""
    bits, gaps = wording.bits, wording.gaps
    k = j + 1
    while not gaps[k] and bits[k] & pos.ADVERB:
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
                j = passed = _before_aside(wording, j) if gap == COMMA and at - j < 5 and bits[j + 1] & pos.LEADING else NONE
                if j == NONE:
                    return NONE
        if verbs[j]:
            return j
        if bits[j] & pos.OPENS:
            return NONE
        j -= 1
    return NONE


def _only_joins(wording: Wording, start: int, at: int) -> bool:
    """Whether the words from ``start`` up to ``at`` only put another way what stands before the comma: "5 percent, or about 3 million".

    Or the comma closes such an aside: "$2, or 6 percent, to $21".
    """
    if wording.words[start] == "from" and at - start < _FARTHEST:
        return True  # "has declined steadily, from almost 70 percent in 2012 to"
    joins = start < at and bool(wording.bits[start] & (pos.AND | pos.TO)) and at - start < (8 if wording.words[start] == "or" else 4)
    return joins and not (wording.words[start] == "and" and start + 1 == at)  # "went on sale in May, and 25 million since"


def _before_aside(wording: Wording, j: int) -> int:
    """The last word before the short aside that ends with word ``j``: "cut its rate, now 4%, by"; NONE without one."""
    k = j
    while k > 0 and j - k < _SHORT and not wording.gaps[k]:
        k -= 1
    figured = any(bits & pos.NUMBER for bits in wording.bits[k : j + 1])
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
        if b & pos.OPENS or (b & pos.AND and verbs[k + 1]):
            break
        if verbs[k]:
            if bits[k - 1] & pos.TO:
                break
            if not b & pos.PARTICIPLE or bits[k - 1] & pos.AUXILIARY:
                return k
            if reduced == NONE and bits[k + 1] & (pos.PREPOSITION | pos.NUMBER):
                reduced = k
            elif (
                reduced == NONE
                or wording.words[reduced + 1] == "by"
                or bits[k + 1] & (pos.PREPOSITION | pos.ARTICLE | pos.NUMBER | pos.ADVERB)
            ):
                return k
        k += 1
    return reduced


def _behind_aside(wording: Wording, comma: int) -> int:
    """The auxiliary that takes up the clause behind an aside: "Fifteen men, captured near the border, have been"; NONE without one."""
    for k in range(comma + 1, min(comma + REACH, wording.count)):
        if wording.gaps[k]:
            return k if wording.gaps[k] == COMMA and wording.bits[k] & pos.AUXILIARY else NONE
    return NONE


_BE_OR_HAVE = pos.BE | pos.HAVE
_LINKING = pos.CHAIN | pos.TO


def main(wording: Wording, verb: int) -> int:
    """The last verb of the chain that begins at word ``verb``: of "has been detained" detained, of "is to pay" pay."""
    bits, gaps, verbs = wording.bits, wording.gaps, wording.acts or acts(wording)
    k = verb
    while not gaps[k + 1] and k - verb < 5:
        b, link = bits[k + 1], bits[k] & _LINKING
        if verbs[k + 1] and link:
            verb = k + 1
        elif not b & pos.CHAIN and not (b & pos.TO and bits[k] & _BE_OR_HAVE):
            break
        k += 1
    return verb
