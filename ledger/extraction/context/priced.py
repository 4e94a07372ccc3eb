"""What a sum of money is the price, the cost or the amount of: the budget of "a £3bn budget", the house of "sold for £90,000"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import anchor, done_by
from ledger.extraction.context.apiece import each
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before, one, phrase
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import NONE, Wording


def price(figure: Figure) -> int:
    """The head of what costs, brings in or is worth the sum; NONE when there is none."""
    of = figure.of()
    if of is not None:
        return of
    words, at = figure.wording, figure.behind
    if not figure.gap and words.bits[at] & pos.PREPOSITION and words.words[at] == "off":  # "wiped $3bn off its value"
        return phrase(words, at + 1)
    if not figure.gap and words.bits[at + 1] & pos.OF and words.words[at] == "worth":
        return phrase(words, at + 2)  # "$2m worth of watches"
    verb = figure.left
    direct = verb > 0 and not (figure.parted or words.bits[figure.first - 1] & pos.LEADING or words.bits[verb - 1] & pos.BE)
    if direct and words.words[verb] in _RAISING and acts(words)[verb]:
        head = subject(words, verb)  # "the auction raised €3m", but who raised it is not counted
        return head if head != NONE and words.words[head].lower() in _RAISERS else NONE
    found = first_found(
        figure, each, _made_up_of, _spent_on, _short, _added_to, _qualified, _traded, _claimed_of, anchor, _priced_at, _costing, _asked_for
    )
    return found if found != NONE else _apiece(figure)


def _apiece(figure: Figure) -> int:
    """The thing of which each costs the sum: "or €1,240 a lamp"; NONE for a time, a unit and a head."""
    words, at = figure.wording, figure.behind + 1
    if figure.gap or words.words[figure.behind] not in ("a", "an", "apiece") or words.gaps[at] or words.bits[at] & _NO_THING:
        return NONE
    return at if words.gaps[at + 1] else NONE


_NO_THING = pos.STOP | pos.CALENDAR | pos.UNIT | pos.SEVERAL | pos.ADJECTIVE | pos.NUMBER
_RAISING, _RAISERS = GRAMMAR["bringing_in"], GRAMMAR["raiser"]


def _spent_on(figure: Figure) -> int:
    """What a sum is spent on: "spends £90 a week on food"; NONE for a day and where it is put at an average."""
    words, at = figure.wording, figure.behind
    verb = governor(words, figure.first)
    if figure.gap or verb == NONE or words.words[verb] not in _SPENDING:
        return NONE
    if figure.next & pos.ARTICLE and words.bits[at + 1] & pos.PERIOD and not (words.gaps[at + 1] or words.gaps[at + 2]):
        at += 2
    if words.words[at : at + 1] != ("on",) or words.bits[at + 1] & (pos.CALENDAR | pos.EXTENT | pos.PRONOUN | pos.GERUND):
        return NONE
    return phrase(words, at + 1)


def _short(figure: Figure) -> int:
    """What is so much short of what it should be: "the fund fell £40 short"."""
    words = figure.wording
    if figure.gap or words.words[figure.behind] not in _MISSING or words.bits[figure.behind + 1] & pos.NOUN:
        return NONE
    verb = governor(words, figure.first)
    return subject(words, verb) if verb != NONE and verb == figure.left else NONE


_SPENDING, _MISSING = GRAMMAR["spending"], frozenset({"short", "adrift"})


def _qualified(figure: Figure) -> int:
    """The noun that a sum qualifies: "a $3m bid", but not "$5 ten years ago"."""
    return NONE if figure.next & pos.NUMBER or figure.is_expected else figure.attribute()


def _costing(figure: Figure) -> int:
    """The noun before a participle that states a sum: "the project, costing $3bn, is"."""
    return done_by(figure) if figure.wording.bits[figure.left] & pos.EQUAL else NONE


def _priced_at(figure: Figure) -> int:
    """The noun straight before "at" and a price: "oil at $120 a barrel would"."""
    words, at = figure.wording, figure.first - 1
    if at < 1 or words.words[at] != "at" or words.gaps[at] or words.gaps[at + 1] or acts(words)[at - 1] or _is_placed(words, at - 1):
        return NONE
    return before(words, at - 1)


_NO_STUFF = pos.DETERMINER | pos.CAPITAL | pos.CALENDAR | pos.NUMBER | pos.RECENCY | pos.PRONOUN | pos.HEDGE | pos.GERUND
"""What tells when or where behind "in", and not what a sum is made up of."""


def _made_up_of(figure: Figure) -> int:
    """The noun behind a sum and "in": "$3 million in grants"."""
    words, at = figure.wording, figure.behind
    if not figure.gap and figure.next & pos.ARTICLE and words.bits[at + 1] & pos.PERIOD and not (words.gaps[at + 1] or words.gaps[at + 2]):
        at += 2  # "$3 million a year in grants"
    if figure.gap or words.words[at] != "in" or words.gaps[at + 1]:
        return NONE
    if words.bits[at + 1] & pos.TIME or (words.bits[at + 1] & _NO_STUFF and not words.bits[at + 1] & pos.NOUN):
        return NONE
    head = one(words, at + 1)
    return NONE if head != NONE and words.words[head] in _MANNERS else head


_MANNERS = GRAMMAR["manner"]


def _added_to(figure: Figure) -> int:
    """What a sum is added to: "added $200m to its market value"."""
    words, at = figure.wording, figure.behind
    if not figure.next & pos.TO or not words.bits[at + 1] & pos.DETERMINER:
        return NONE
    verb = governor(words, figure.first)
    return phrase(words, at + 1) if verb != NONE and words.words[verb].lower() in _ADDING and verb >= figure.left else NONE


_ADDING = GRAMMAR["adding"]


def _asked_for(figure: Figure) -> int:
    """The noun before "for" and a sum: "an appeal for $42 million"."""
    words, left = figure.wording, figure.left
    if left < 2 or figure.parted or words.words[left] != "for":
        return NONE
    if (claimed := _claimed(words, left - 1)) != NONE:
        return claimed
    if _is_placed(words, left - 1):
        return NONE
    verb, head = governor(words, left), before(words, left - 1)
    if verb == left - 1 and head == NONE and words.bits[verb] & pos.PARTICIPLE and words.bits[verb - 1] & pos.BE:
        return subject(words, verb)  # "the house was insured for £2m"
    asked = verb != NONE and words.bits[verb] & pos.SPEECH and moved(words, verb, left) == head  # "asked parliament for $60m"
    return NONE if asked else head


def _claimed_of(figure: Figure) -> int:
    """What asks for a sum or promises it behind whose it is: "a loan from the bank of £3m"."""
    words, left = figure.wording, figure.left
    if left < _SHORTEST_CLAIM or figure.parted or not words.bits[left] & pos.OF or not _is_placed(words, left - 1):
        return NONE
    return _claimed(words, left - 1)


_SHORTEST_CLAIM = 3


def _claimed(words: Wording, k: int) -> int:
    """What asks for, or promises, money, with what tells whose or when between: "a claim against the firm for", "a request of 2026 for"."""
    end, outer = k, NONE
    while k > 0 and end - k < _CLAIM_REACH and not words.gaps[k] and not acts(words)[k]:
        k -= 1
        if words.words[k].lower() in _CLAIMS and not acts(words)[k]:
            outer = k
    return outer if outer != NONE and outer < end else NONE


_CLAIMS, _CLAIM_REACH = GRAMMAR["claiming"], 6


def _is_placed(words: Wording, k: int) -> bool:
    """Whether word ``k`` ends a phrase that a preposition other than "of" leads: "from its parent"."""
    k -= 1
    while k > 0 and words.bits[k] & (pos.DETERMINER | pos.ADJECTIVE) and not words.bits[k] & pos.PREPOSITION and not words.gaps[k + 1]:
        k -= 1
    return bool(words.bits[k] & pos.PREPOSITION and not words.bits[k] & pos.OF)


def _traded(figure: Figure) -> int:
    """What is bought or sold for a sum, counted or not: "sold 12 ships to Greece for $400m", "the house was sold for £90,000"."""
    words, left = figure.wording, figure.left
    verb = governor(words, left) if left > 0 and not figure.parted and words.words[left] == "for" else NONE
    if verb == NONE or not words.bits[verb] & pos.TRADE:
        return NONE
    held = phrase(words, verb + 1) if not words.gaps[verb + 1] and not words.bits[verb + 1] & (pos.PREPOSITION | pos.PRONOUN) else NONE
    if held != NONE and held < left:
        return held
    return subject(words, verb) if words.bits[verb - 1] & pos.BE or verb + 1 == left else NONE
