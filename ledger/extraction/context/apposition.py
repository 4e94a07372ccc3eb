"""The noun beside which a comma, a colon or a bracket puts a figure: "the crowd, 3,500,", "Detentions: 132", "a budget (Rs 4 crore)"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.noun_phrase import before, one, phrase
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.qualifying import opens_clause
from ledger.extraction.context.speech.phrases import speaks
from ledger.extraction.context.speech.words import OPENING
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import CLOSE, COLON, COMMA, NONE, OPEN, SEMICOLON, SOFT, Wording


def apposed(figure: Figure) -> int:
    """The head before a comma, a colon or a bracket that puts the figure beside it: "the crowd, 3,500,", "Detentions: 132"."""
    words, left, gap = figure.wording, figure.left, figure.parted
    if left < 0:
        return NONE
    if gap == COLON:
        quoted = figure.text[max(figure.start - 1, 0) : figure.start] in OPENING  # "Tarn: “Fourteen”"
        return NONE if quoted else _label(words, left)
    if gap == CLOSE and figure.text[words.ends(left) : figure.start].startswith("):"):
        bracketed = _before_open(words, left)  # "Population (2021): 3,418"
        return _label(words, bracketed) if bracketed >= 0 else NONE
    aside = before_aside(figure)
    if aside != NONE:
        return NONE if figure.following & (pos.AUXILIARY | pos.FINITE | pos.AND) else beside(words, aside)
    if gap > COMMA and gap != CLOSE:
        return _converted(words, left if gap == OPEN else _before_open(words, left))
    return NONE


def listed(figure: Figure) -> int:
    """The noun straight before a figure in a part of a sentence without a verb: "Passengers 306, crew 41", "Net debt £180m"; else NONE."""
    words, left = figure.wording, figure.left
    if left < 0 or figure.parted or figure.gap == SOFT:
        return NONE
    bits, gaps, start = words.bits, words.gaps, left
    while start > 0 and left - start < _LONGEST_LABEL and not gaps[start]:
        start -= 1
    first = start + (start < left and bool(bits[start] & pos.AND))  # ", and visibility 4 km"
    if any(bits[k] & pos.CLOSED for k in range(first, left + 1)) or left - start >= _LONGEST_LABEL:
        return NONE
    if left + 1 == figure.first and True not in acts(words):
        return NONE if bits[left] & pos.FINITE and (start or not bits[left] & pos.PLURAL) else before(words, left)
    verbal = (bits[left] & pos.FINITE and not bits[left] & pos.PLURAL) or True in acts(words)[start : left + 1]
    if verbal or bits[left] & (pos.CAPITAL | pos.CALENDAR):
        return NONE
    if gaps[start] in _OPENS_A_FACT:
        return before(words, left)  # "the dam: height 78 metres", "(tickets £12)"
    amount = figure.own & pos.UNIT or not figure.text[figure.start].isalnum()  # a measure or a sum
    told = gaps[start] == COMMA and amount and (bits[left] & pos.PLURAL or first > start or bits[left] & pos.DIMENSION)
    return before(words, left) if told and left + 1 == figure.first else NONE


_LONGEST_LABEL, _OPENS_A_FACT = 4, (OPEN, COLON, SEMICOLON)


def before_aside(figure: Figure) -> int:
    """The last word before the comma behind which the figure stands, perhaps behind "down"; NONE without such a comma."""
    words, left = figure.wording, figure.left
    if figure.parted == COMMA:
        return left
    if left > 0 and not figure.parted and words.bits[left] & pos.ADVERB and words.gaps[left] == COMMA:
        return left - 1  # "the tariff, currently 22 percent,"
    return left - 1 if left > 0 and not figure.parted and words.bits[left] & pos.TREND and words.gaps[left] == COMMA else NONE


def _label(words: Wording, left: int) -> int:
    """The head of the few words before a colon, when they are no clause."""
    start, telling = left, False
    while start > 0 and left - start < 6 and not words.gaps[start]:
        telling |= words.bits[start] & (pos.SPEECH | pos.CAPITAL) == pos.SPEECH
        if words.bits[start] & (pos.VERB | pos.AUXILIARY) and not words.bits[start] & (pos.NOUN | pos.PARTICIPLE | pos.ADJECTIVE):
            return NONE
        start -= 1
    head = phrase(words, start)
    return head if head <= left and not (telling and head < left and _can_speak(words, head)) else NONE


def _can_speak(words: Wording, head: int) -> bool:
    """Whether word ``head`` is one who speaks: "the mayor answered: 14", not "complaints answered: 14"."""
    named = head > 0 and words.bits[head] & pos.CAPITAL
    return not words.bits[head] & pos.PLURAL and bool(named or speaks(words.words[head].lower()))


_PARTING = pos.AUXILIARY | pos.RELATIVE


def beside(words: Wording, left: int) -> int:
    """The head of the phrase that ends with word ``left``, before a comma."""
    bits, gaps, verbs = words.bits, words.gaps, words.acts or acts(words)
    start = left
    while start > 0 and not gaps[start]:
        b = bits[start]
        if (b & pos.AND and bits[start + 1] & pos.ARTICLE) or _opens_after_speech(words, start):
            break
        if (b & _PARTING and not b & pos.ARTICLE) or (b & pos.FINITE and (verbs[start] or not b & pos.NOUN)):
            break
        start -= 1
    if bits[start] & (pos.AND | pos.RELATIVE) or (
        bits[start] & (pos.AUXILIARY | pos.VERB) and (verbs[start] or not bits[start] & pos.NOUN)
    ):
        start += 1
    if start > left or bits[start] & pos.PREPOSITION or bits[left] & pos.COUNTING:
        return NONE
    if start and bits[start] & pos.GERUND and bits[start - 1] & pos.BE:
        return NONE  # "58 were sitting in the hall, 26 in the yard"
    head = phrase(words, start)
    return NONE if head == NONE or head > left or bits[head] & (pos.CALENDAR | pos.ADVERB | pos.COUNTING) else head


def _opens_after_speech(words: Wording, k: int) -> bool:
    """Whether word ``k`` is the "that" of what somebody says, not that of "that afternoon"."""
    b = words.bits[k]
    return bool(b & pos.RELATIVE and b & pos.ARTICLE and k and not words.bits[k + 1] & pos.CALENDAR) and opens_clause(words, k)


def _converted(words: Wording, left: int) -> int:
    """The noun before a bracket when it is itself counted there: "a £3.2 billion budget (Rs 37,760 crore)", "352 respondents (55%)"."""
    numeral = left
    while numeral > 0 and words.bits[numeral] & (pos.UNIT | pos.ADJECTIVE | pos.CAPITAL) and not words.bits[numeral] & pos.NUMBER:
        numeral -= 1
    if words.bits[numeral] & pos.NUMBER:
        return of_earlier(words, numeral, left)
    head = before(words, left)
    if head != NONE:
        for k in range(left - 1, max(left - 6, -1), -1):
            if words.bits[k] & pos.NUMBER:
                return head
            if words.bits[k] & pos.CLOSED or words.gaps[k + 1]:
                break
    return NONE


def _before_open(words: Wording, left: int) -> int:
    """The word before the bracket that word ``left`` stands in; NONE when it stands in none."""
    for k in range(left, max(left - 7, 0), -1):
        if words.gaps[k] == OPEN:
            return k - 1
        if words.gaps[k] == CLOSE:
            break
    return NONE


def of_earlier(words: Wording, k: int, left: int) -> int:
    """What the figure that ends with the numeral ``k`` is said of; ``left`` is the last word before the comma."""
    bits = words.bits
    while k > 0 and bits[k - 1] & (pos.NUMBER | pos.HEDGE | pos.UNIT) and not (bits[k - 1] & pos.OF or words.gaps[k] == OPEN):
        k -= 1
    if k > 0 and words.gaps[k] == OPEN:
        return _converted(words, k - 1)  # "profit of 2.7bn euros ($3bn), up from"
    if k > 1 and bits[k - 1] & pos.OF:
        return before(words, k - 2)
    verb = governor(words, k)
    if verb != NONE and bits[verb] & (pos.BE | pos.AMOUNTING):
        return subject(words, verb)
    if verb != NONE and bits[verb] & pos.CHANGED and (held := moved(words, verb, k)) != NONE:
        return held  # "estimated turnout at 36 percent, not 40"
    while k <= left and bits[k] & pos.COUNTING:
        k += 1
    return one(words, k) if k <= left else NONE
