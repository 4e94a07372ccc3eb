"""What a figure counts or measures: the head noun and the words that narrow it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.aged import aged
from ledger.extraction.context.anchors import anchor, done_by, fronted, fronted_whole, left_at, of_head, resumed, said_of, standing
from ledger.extraction.context.apposition import apposed, listed
from ledger.extraction.context.elided import gapped, in_series
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.lasting import lasting
from ledger.extraction.context.measured import measure, taker
from ledger.extraction.context.noun_phrase import before, modifiers, one, phrase
from ledger.extraction.context.portions import fraction, multiple, share
from ledger.extraction.context.predication import subject
from ledger.extraction.context.priced import price
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import COLON, COMMA, NONE, OPEN


class Counted(NamedTuple):
    """The thing behind a figure.

    ``head`` is the noun as written ("" when there is none), ``modifiers`` the lower-case words before it that narrow it,
    ``of`` the head of a following of-phrase. ``start`` and ``end`` are offsets into the text: the noun phrase together
    with the figure.
    """

    head: str
    modifiers: tuple[str, ...]
    of: str
    start: int
    end: int


def counted(figure: Figure, kind: str) -> Counted:
    """What ``figure`` counts; ``kind`` is that of the claim."""
    find = _KINDS.get(kind)
    head = find(figure) if find is not None and figure.first < figure.behind else NONE
    if head > 0 and _is_regnal(figure, head):
        head -= 1  # "the 6,900-ton Aurelia II"
    if head != NONE and figure.wording.bits[head] & pos.GENITIVE and kind != "age":
        head = NONE  # "Ruiz's have fallen by half"
    return _described(figure, head) if head != NONE else Counted("", (), "", figure.start, figure.end)


def _is_regnal(figure: Figure, k: int) -> bool:
    """Whether word ``k`` is a Roman number behind the name that it is of."""
    words = figure.wording
    word, named = words.words[k], words.bits[k - 1] & pos.CAPITAL and not words.gaps[k]
    return bool(named) and len(word) > 1 and _ROMAN.issuperset(word)


_ROMAN = frozenset("IVX")
_NEAR = 6
"""How many words before the figure a noun may stand and still be underlined with it."""


def _described(figure: Figure, head: int) -> Counted:
    words = figure.wording
    of = ""
    noun = words.words[head].removesuffix("'s").removesuffix("’s")
    mark = noun.rpartition(".")  # "two frigates.4": a footnote's mark is no part of the noun
    noun = mark[0] if mark[0].isalpha() and mark[2].isdecimal() else noun
    if words.bits[head + 1] & pos.OF and not words.gaps[head + 1] and head + 1 != figure.left:
        part = phrase(words, head + 2)
        if part != NONE:
            of = words.words[part]
    narrowing = modifiers(words, head, figure.behind if head >= figure.behind else 0)
    start, end = figure.start, figure.end
    if head >= figure.behind:
        end = max(end, words.ends(head))
    elif figure.first - head < _NEAR and head != fronted_whole(figure):
        start = min(start, words.starts(head - len(narrowing)))
    return Counted(noun, narrowing, of, start, end)


# kinds ---------------------------------------------------------------------------------------------


_ACTS_ON_IT = (pos.AUXILIARY | pos.FINITE) & ~pos.NOUN


def _count(figure: Figure) -> int:
    """What a number of things is a number of: the noun behind it, what its state tells, else what it is said of."""
    of = figure.of()
    if of is not None:
        return of
    if figure.next & pos.ARTICLE and not figure.next & pos.RECENCY and figure.first and figure.wording.bits[figure.first - 1] & pos.TO:
        return _thing(figure, phrase(figure.wording, figure.behind))  # "bringing to 41 the number of"
    for find in (_noun_behind, _state_behind):
        head = find(figure)
        if head is not None:
            return head
    return _counted_before(figure)


def _noun_behind(figure: Figure) -> int | None:
    """The noun that the figure counts, or what is counted where that noun is of another clause; None where no noun stands behind."""
    head = figure.attribute() if figure.hyphened else figure.noun()
    bits = figure.wording.bits
    if head > figure.behind and bits[head] & pos.THIRD and bits[head - 1] & pos.PLURAL and bits[figure.left] & pos.OF and figure.left > 0:
        told = bits[head + 1] & (pos.PREPOSITION | pos.DETERMINER | pos.TO) and not figure.wording.gaps[head]
        head -= bool(told and not bits[figure.left - 1] & (pos.SEVERAL | pos.NUMBER))  # "a table of 40 rows loads in"
    acted = head > figure.behind and figure.next & pos.PAST and bits[figure.left] & pos.OF
    if acted and (not bits[head] & pos.PLURAL or bits[figure.behind + 1] & (pos.NUMBER | pos.DETERMINER)):
        return of_head(figure)  # "a crew of five escaped unhurt", "a team of seven made 23 dives"
    if head == figure.behind and (moved := _moved_by_points(figure)) != NONE:
        return moved
    labelled = figure.parted == COLON and head != NONE and not bits[head] & pos.SEVERAL and not figure.is_one
    if labelled and figure.left >= 0 and bits[figure.left] & pos.PLURAL:
        return apposed(figure)  # "Jobs: 180 permanent"
    fronted_plural = figure.first == 1 and bits[0] & pos.PREPOSITION and head == figure.behind + 1 and bits[head + 1] & pos.AUXILIARY
    if fronted_plural and bits[head] & bits[head - 1] & pos.PLURAL:
        return head - 1  # "In 64 cases prescriptions are"
    if head == figure.behind and (_predicates(figure) or figure.is_expected):
        return of_head(figure)
    owned = figure.first > 0 and (bits[figure.first - 1] & pos.POSSESSIVE or figure.wording.words[figure.first - 1].lower() in ("the", "a"))
    led = owned and not figure.gap
    if head == NONE and led and "".join(figure.wording.words[figure.behind : figure.behind + 1]) in _GATHERED:
        return figure.behind  # "most of the 14,386 crowd"
    return head if head != NONE else None


def _state_behind(figure: Figure) -> int | None:
    """The state or the form in -s behind the figure if it stands for what is counted, NONE if it is said of others; None without one."""
    words, bits, left, behind = figure.wording, figure.wording.bits, figure.left, figure.behind
    if figure.next & pos.STATE and words.words[max(figure.first - 2, 0) : figure.first] == ("dead", "and"):
        return behind  # "12 dead and 40 wounded"
    owned = figure.next & pos.STATE and figure.first and bits[figure.first - 1] & pos.DETERMINER  # "the 34 wounded were"
    if (figure.next & pos.THIRD or owned) and bits[behind + 1] & pos.AUXILIARY and not words.gaps[behind + 1]:
        return behind  # "1,200 combines would be sent"
    if figure.next & pos.THIRD and not figure.next & (pos.NOUN | pos.AUXILIARY) and not figure.is_one and _is_no_verb(figure):
        return behind  # "6,200 commits, which"
    if figure.next & pos.STATE and figure.next & pos.VERB:  # "reports of five missing", but "took in 76 wounded"
        taken = left >= 0 and not figure.parted and acts(words)[left] and not bits[left] & pos.BE
        particle = bits[left] & pos.PREPOSITION and not bits[left] & pos.OF and acts(words)[left - 1]
        return behind if taken or particle else NONE
    if figure.next & pos.STATE and not figure.next & pos.VERB and words.words[left] in _LEAVING:
        return NONE  # "left 12,000 homeless"
    return None


def _counted_before(figure: Figure) -> int:
    """What is counted where that stands before the figure: "a crew of five", "Arrests: 41", "thefts fell to 12"."""
    words, left = figure.wording, figure.left
    if figure.next & _ACTS_ON_IT and not figure.next & pos.RECENCY:
        head = of_head(figure) if words.bits[left] & pos.OF else NONE
        return _thing(figure, head) if head != NONE else fronted_whole(figure)
    head = of_head(figure)
    if head == NONE and not figure.parted and words.words[left].lower() in _STATING and left >= 0:
        return left  # "the town, population 600, has"
    if head == NONE and figure.parted != OPEN:
        head = apposed(figure)
        compared = figure.next & pos.OTHER and words.words[figure.behind + 1 : figure.behind + 2] == ("than",)
        if head != NONE and compared and not any(b & pos.NUMBER for b in words.bits[max(head - 4, 0) : head]):
            return NONE  # "78 teeth, 22 more than", but not "leads the house, 13 fewer than it held"
    if head == NONE:
        head = first_found(figure, in_series, gapped, partial(said_of, direct=pos.EQUAL), resumed, fronted, left_at, standing)
    if head == NONE and left >= 0 and words.bits[left] & pos.SEVERAL:
        head = listed(figure)
    return _thing(figure, head) if head != NONE else fronted_whole(figure)


def _is_no_verb(figure: Figure) -> bool:
    """Whether a form in -s behind several things, of which it would be no verb, closes its phrase."""
    words, at, left = figure.wording, figure.behind + 1, figure.left
    preceding = words.bits[figure.first - 1] if figure.first else 0
    named = preceding & (pos.CAPITAL | pos.NOUN) and not preceding & pos.PREPOSITION  # "Flight 12 lands"
    ends = words.gaps[at] or words.bits[at] & (pos.PREPOSITION | pos.AND | pos.RELATIVE)
    return bool(ends) and not named and not (left >= 0 and words.bits[left] & pos.OF)


_LEAVING = GRAMMAR["leaving"]


def _moved_by_points(figure: Figure) -> int:
    """What has moved by so many points, or to so many: "a gain of 16 points", "the Dow fell 320 points"; NONE where they are of a game."""
    words = figure.wording
    if words.words[figure.behind] not in ("points", "point"):
        return NONE
    if (head := of_head(figure)) != NONE:
        return head
    verb = governor(words, figure.first)
    if verb != NONE and words.bits[verb] & pos.CHANGE and words.bits[figure.first - 1] & pos.LEADING:
        return subject(words, verb)
    head = subject(words, verb) if verb != NONE and words.bits[verb] & pos.CHANGE else NONE
    return head if head != NONE and words.words[head].lower() in _INDICES else NONE


_INDICES, _STATING = GRAMMAR["index"], GRAMMAR["stating"]
_GATHERED = GRAMMAR["gathered"]


def _predicates(figure: Figure) -> bool:
    """Whether the form in -s behind a figure is the verb of what stands before it: "a town of 85,000 lies downstream"."""
    words, left = figure.wording, figure.left
    verb, follows = words.bits[figure.behind], words.bits[figure.behind + 1]
    told = verb & pos.THIRD and follows & (pos.ADVERB | pos.DETERMINER | pos.NUMBER) and not words.gaps[figure.behind + 1]
    return bool(told and left > 0 and words.bits[left] & pos.OF and not words.bits[figure.first - 1] & pos.DETERMINER)


def _thing(figure: Figure, head: int) -> int:
    """What a "number of" is a number of: the thing itself is counted."""
    words = figure.wording
    if head != NONE and words.bits[head] & pos.PORTION and words.bits[head + 1] & pos.OF:
        thing = phrase(words, head + 2)
        return thing if thing != NONE or head + 2 < figure.first - 1 or head > figure.first else head
    return head


def _ordinal(figure: Figure) -> int:
    words, at = figure.wording, figure.behind
    if figure.gap:
        return NONE
    if figure.next & pos.OF and words.bits[at + 1] & pos.NUMBER:
        return phrase(words, at + 1)  # "the fourth of seven children"
    head = one(words, at + 2 if words.bits[at] & pos.AND and words.bits[at + 1] & pos.NUMBER else at)
    if head == NONE and words.bits[at] & pos.OTHER and words.bits[at + 1] & pos.PERIOD and not words.gaps[at + 1]:
        return at + 1  # "the fifth consecutive quarter"
    if head == NONE and (words.words[at].endswith("est") or words.words[at] == "most"):
        return _ranked(figure)
    if head > at and words.bits[head] & pos.NONFINITE and COMMA in words.gaps[at + 1 : head + 1]:
        return NONE  # "the third biggest, producing"
    moved_on = (
        head != NONE and words.bits[head + 1] & (pos.CHANGE | pos.CHANGED) and words.bits[head + 1] & pos.NOUN and not words.gaps[head + 1]
    )
    return head + 1 if moved_on and _is_held(figure) and words.bits[head + 2] & (pos.PREPOSITION | pos.END) else head


def _ranked(figure: Figure) -> int:
    """What is so many-th by size, told before it: "the hoard is the fourth largest of its time", "the maker, by volume the third"."""
    words, bits = figure.wording, figure.wording.bits
    verb = governor(words, figure.first)
    comma = next((k for k in range(figure.first, max(figure.first - _NEAR, 0), -1) if words.gaps[k] == COMMA), NONE)
    if verb != NONE and bits[verb] & pos.BE and verb >= comma:
        head = subject(words, verb)
        return head if head != NONE and not bits[head] & pos.PRONOUN else NONE
    return before(words, comma - 1) if comma > 0 else NONE


def _is_held(figure: Figure) -> bool:
    """Whether the phrase of the figure stands behind a verb, so that what looks like its verb is a noun: "is the sixth rate cut"."""
    words, k = figure.wording, figure.first - 1
    while k > 0 and words.bits[k] & (pos.DETERMINER | pos.GENITIVE) and not words.gaps[k + 1]:
        k -= 1
    return k >= 0 and acts(words)[k] and not words.gaps[k + 1]


def _rate(figure: Figure) -> int:
    words = figure.wording
    for k in range(figure.first, figure.behind):
        b = words.bits[k]
        unit = b & pos.UNIT or "/" in words.words[k]
        if b & pos.SEVERAL and not b & (pos.NUMBER | pos.PERIOD) and (not unit or words.words[k] == "points"):
            return k
        if b & pos.OF and k > figure.first:  # "48 million tonnes of grain a year"
            return phrase(words, k + 1)
    of = figure.of()
    if of is not None:
        return of
    head = figure.attribute() if figure.first and words.bits[figure.first - 1] & pos.ARTICLE else NONE  # "a 30 mph limit"
    return head if head != NONE else first_found(figure, anchor, done_by, taker)


_KINDS: dict[str, Callable[[Figure], int]] = {
    "count": _count, "share": share, "money": price, "measure": measure, "duration": lasting, "age": aged,
    "ordinal": _ordinal, "fraction": fraction, "multiple": multiple, "rate": _rate,
}  # fmt: skip
