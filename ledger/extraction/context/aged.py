"""Whose age a figure is."""

from __future__ import annotations

from ledger.extraction.ages.words import EVERYBODY, PLURAL_PERSONS
from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import anchor
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.predication import subject
from ledger.extraction.context.verbs import acts, before_bracket, governor
from ledger.extraction.context.wording import CLOSE, COMMA, NONE, OPEN, Wording

_OWNERS = ("'s ", "’s ")


def aged(figure: Figure) -> int:
    """The head of whom ``figure`` gives the age of; NONE for a pronoun or nobody."""
    head = _aged(figure)
    of = figure.wording.bits[figure.left] & pos.OF  # "Ana Ruiz, a smith of 40"
    return _by_name(figure.wording, head) if NONE < head < figure.first and not of else head


def _by_name(words: Wording, head: int) -> int:
    """The name before the comma behind which the noun at word ``head`` tells who that is: "Ana Ruiz, the head of security, who is 39"."""
    bits, gaps, k = words.bits, words.gaps, head
    if bits[head] & pos.CAPITAL:
        return head
    while k > 0 and head - k < _LONGEST_ROLE and not gaps[k]:
        k -= 1
    full = k > 1 and gaps[k] == COMMA and bits[k - 1] & bits[k - 2] & pos.CAPITAL and not (gaps[k - 1] or bits[k - 1] & pos.CALENDAR)
    if not full or bits[k] & _NO_ROLE or (words.words[head].lower() in EVERYBODY and "of" in words.words[k:head]):
        return head
    first = k - 2
    while first > 0 and bits[first - 1] & pos.CAPITAL and not gaps[first]:
        first -= 1
    led = first > 0 and bits[first - 1] & pos.PREPOSITION and not gaps[first]
    placed = led and words.words[first - 1] not in _BY  # "in Oslo Bay, a man"
    told = any(bits[j] & pos.VERB & ~pos.PARTICIPLE and acts(words)[j] for j in range(k, head))
    return head if placed or told else k - 1


_LONGEST_ROLE, _NO_ROLE = 7, pos.AND | pos.POSSESSIVE | pos.RELATIVE | pos.PREPOSITION | pos.NUMBER
_BY = frozenset({"by", "to", "with", "for"})


def _aged(figure: Figure) -> int:
    words, left = figure.wording, figure.left
    if figure.text.startswith(_OWNERS, figure.end):
        return NONE  # "the 35-year-old's medal"
    if figure.text[figure.end - 1].isalpha() and (figure.hyphened or not figure.own & pos.PLURAL):
        head = _qualified(figure)
        if head is not None:
            return head
    if words.words[figure.behind - 1].endswith("olds") or "".join(words.words[figure.behind + 1 : figure.behind + 2]).endswith("olds"):
        return NONE  # "for three and four-year-olds"
    if left < 0:
        return anchor(figure, 0)
    for asked in (_apposed, _measured, _led_to):
        head = asked(figure)
        if head is not None:
            return head
    if words.bits[left] & pos.BE or (words.bits[left] & pos.VERB and words.words[left].startswith(("turn", "reach"))):
        return _who_is(words, left)
    return before(words, left) if words.bits[left + 1] & pos.LIMIT else anchor(figure)


def _apposed(figure: Figure) -> int | None:
    """Behind whom the age stands by itself, parted by a mark: "Ida Holm (Labour), 66", "her daughters, 7 and 10"; None elsewhere."""
    words, left = figure.wording, figure.left
    if figure.parted in (COMMA, OPEN):
        return _person(words, left)
    if figure.parted == CLOSE and figure.text[words.ends(left) : figure.start].startswith("),"):
        named = before_bracket(words, left)
        return _person(words, named) if named >= 0 else NONE
    if words.words[left].lower() in _WHO_IS and left > 0:
        return _person(words, left - 1)  # "my daughter, who's six"
    if words.bits[left] & pos.NUMBER and words.bits[figure.first - 1] & pos.AND:
        k = left
        while k > 0 and not words.gaps[k] and words.bits[k - 1] & pos.NUMBER:
            k -= 1
        if k > 0 and words.gaps[k] in (COMMA, OPEN):
            return _person(words, k - 1)
    return None


def _measured(figure: Figure) -> int | None:
    """The noun right before the age: "women 50 to 69", "ice 1.2 million years old"; None elsewhere."""
    words, left = figure.wording, figure.left
    if words.words[left].lower() in PLURAL_PERSONS:
        return before(words, left)
    if words.words[figure.behind - 1] == "old" and before(words, left) != NONE and not acts(words)[left]:
        return before(words, left)
    return None


def _led_to(figure: Figure) -> int | None:
    """Whose the age is that a word such as "aged", "at", "his" or "age" leads to; None elsewhere."""
    words, left = figure.wording, figure.left
    word, b = words.words[left], words.bits[left]
    if word == "aged":
        return _behind_aged(words, left)
    if b & pos.RELATIVE and words.words[figure.first - 1] == "at" and words.gaps[left] == COMMA:
        return before(words, left - 1)  # "Ruiz, who at 61 is the oldest"
    if b & pos.INTRANSITIVE and words.words[figure.first - 1] == "at" and acts(words)[left]:
        return subject(words, left)  # "Ruiz died at 88"
    if b & pos.POSSESSIVE and words.bits[left - 1] & pos.PREPOSITION:
        return _person(words, left - 2)  # "a man in his 50s"
    if word == "ages" and left + 1 == figure.first and words.bits[left - 1] & pos.PLURAL and not words.gaps[left]:
        return before(words, left - 1)  # "children ages 7 to 14"
    if (word == "age" and left + 1 == figure.first) or (b & pos.OF and words.words[left - 1] in ("age", "ages")):
        return _of_that_age(figure)
    return None


def _who_is(words: Wording, verb: int) -> int:
    """The subject of "is" or "turned", or the name between commas before it: "her skipper, Elias Oddsen, is 61"."""
    named = verb > 1 and words.gaps[verb] == COMMA and words.bits[verb - 1] & words.bits[verb - 2] & pos.CAPITAL
    if named and verb > 2 and words.gaps[verb - 2] == COMMA:
        return verb - 1
    head = subject(words, verb)
    return verb - 1 if head == NONE and named else head  # "the youngest, Ida Holm, was"


def _qualified(figure: Figure) -> int | None:
    """The head that an age such as "18-year-old" qualifies or stands for; None where there is none."""
    words = figure.wording
    head = figure.attribute()
    if head != NONE:
        owners = (k for k in range(figure.behind, head) if words.bits[k] & pos.GENITIVE and words.words[k][-2:] in ("'s", "’s"))
        return next(owners, head)  # "the six-year-old boy's family"
    if figure.hyphened and not figure.gap and words.words[figure.behind] in _POSITIONS:
        return figure.behind  # "the 18-year-old forward"
    if words.words[max(figure.first - 2, 0) : figure.first] in (("as", "a"), ("as", "an")) and figure.left < figure.first:
        verb = governor(words, figure.first - 2)
        return subject(words, verb) if verb != NONE else NONE  # "Mensah joined the club as an 11-year-old"
    return None


def _behind_aged(words: Wording, aged: int) -> int:
    """Who is of the age behind the word ``aged``: "a teacher aged 44", "Ruiz died of cancer, aged 58"."""
    if aged > 1 and not words.gaps[aged] and words.words[aged - 2].lower() in ("a", "an") and before(words, aged - 1) != NONE:
        return aged - 1
    if words.words[aged - 1] == "then" and words.gaps[aged - 1] == COMMA and aged > 1:
        return _person(words, aged - 2)  # "Josiah Pennock, then aged 29"
    verb = aged if words.bits[aged - 1] & pos.BE else governor(words, aged)
    if verb == aged or (verb != NONE and words.bits[verb] & pos.INTRANSITIVE):
        return subject(words, verb)
    person = _person(words, aged - 1) if words.gaps[aged] != COMMA or not words.bits[aged - 1] & pos.CALENDAR else NONE
    if person != NONE and words.bits[person] & pos.CAPITAL:
        return person
    who = _who_died(words, aged)
    return who if who != NONE else person


def _who_died(words: Wording, at: int) -> int:
    """The subject of the verb whose time stands before the comma: "Ruiz died in 2026, aged 71"."""
    verb = governor(words, at - 1) if words.gaps[at] == COMMA else NONE
    dated = words.bits[at - 1] & pos.CALENDAR  # "retired at the end of August, aged 51"
    return subject(words, verb) if verb != NONE and (dated or words.bits[verb] & pos.INTRANSITIVE) else NONE


_WHO_IS = frozenset({"who's", "who’s"})
_POSITIONS = frozenset({"forward", "back", "prop", "half"})
_ORIGINS = GRAMMAR["origin"]
_BOUNDING = frozenset({"up", "over", "under", "above", "below", "between", "from"})


def _person(words: Wording, at: int) -> int:
    """Who stands before word ``at`` and it, the place they come from passed over: "the youth of Latvia", "Ana Ruiz, from Leeds"."""
    k = at
    while k > 0 and words.bits[k] & pos.CAPITAL and not words.gaps[k]:
        k -= 1
    if k < at and words.words[k] == "the":
        k -= 1
    whose = words.words[k] == "of" and at - k > 1  # "the party of Ana Ruiz, 40"
    person = before(words, k - 1) if 0 < k < at and words.words[k] in _ORIGINS and not whose else NONE
    return person if person != NONE and not words.gaps[k] else before(words, at)


def _of_that_age(figure: Figure) -> int:
    """Who has the age in "the age of 59": the phrase before "with an average age", else the subject."""
    words, k = figure.wording, figure.left - 1
    k -= bool(words.bits[figure.left] & pos.OF)
    k -= k > 0 and words.words[k] == "the"
    k -= k > 1 and words.words[k - 1 : k + 1] == ("up", "to")
    if k > 0 and words.words[k] in _BOUNDING and not (words.gaps[k] or acts(words)[k - 1]):
        bounded = before(words, k - 1)
        if bounded != NONE:
            return bounded  # "children under the age of 15", "people over age 21"
    k = figure.left
    while k > 0 and figure.left - k < 5 and not words.gaps[k]:
        k -= 1
        if words.words[k] == "with":
            return before(words, k - 1)
    if k > 0 and words.gaps[k] in (COMMA, OPEN) and figure.left - k < 2 and figure.left + 1 == figure.first:
        return before(words, k - 1) if words.gaps[k] == COMMA else figure.left  # "11 ships, average age 19 years", "(mean age 19)"
    verb = governor(words, figure.first)
    return subject(words, verb) if verb != NONE else NONE
