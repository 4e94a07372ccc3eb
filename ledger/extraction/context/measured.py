"""What a length, a weight, a temperature or any other measure is that of."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import anchor, done_by, of_head, outermost, said_of
from ledger.extraction.context.apiece import each
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.noun_phrase import before, one
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import COMMA, NONE


def measure(figure: Figure) -> int:
    """The head of what is so long, heavy, hot ...; NONE when there is none."""
    of = figure.of()
    if of is not None:
        return said_of(figure, pos.CHANGE) if figure.wording.words[figure.first - 1] == "within" else of  # "came within 300 metres of"
    words, b, at = figure.wording, figure.next, figure.behind + 1
    if (head := each(figure)) != NONE:
        return head
    if b & (pos.ADVERB | pos.FROM) and not words.bits[figure.left] & pos.OF and words.words[figure.first - 1] not in ("at", "to"):
        return _at_a_distance(figure)
    fewer = b & pos.TREND and words.words[figure.behind] in ("less", "more") and not (words.gaps[at] or words.bits[at] & pos.STOP)
    if fewer and (head := one(words, at)) != NONE:
        return head  # "uses 18 litres less diesel"
    if (b & pos.MEASURE_WORD and not figure.hyphened) or (b & pos.PREPOSITION and at < words.count and words.bits[at] & pos.DIMENSION):
        head = before(words, figure.left) if not figure.parted else NONE
        if head != NONE and head == figure.left and acts(words)[head]:
            head = subject(words, head)  # "Thule measures six kilometres across"
        if head == NONE:
            head = _given_as(figure)
        if head == NONE:
            head = _also_measured(figure)
        if head != NONE:
            return outermost(words, head)
    if words.words[figure.first - 1] == "than" and not figure.parted and words.bits[figure.first - 2] & pos.MEASURE_WORD:
        verb = governor(words, figure.first)
        if verb != NONE and words.bits[verb] & pos.BE:
            return subject(words, verb)  # "dough should not be warmer than 28 °C"
    nearest = (Figure.attribute, of_head) if figure.hyphened else (of_head, Figure.attribute)
    return first_found(figure, *nearest, anchor, done_by, _brought_to, taker, _besides)


def _at_a_distance(figure: Figure) -> int:
    """What has moved so far, or has so much at a time: "the level reached five metres shortly after", not "the wreck lies 5 km away"."""
    words, verb = figure.wording, figure.left
    b = words.bits[verb] if verb >= 0 and not figure.parted and acts(words)[verb] else 0
    if b & pos.EQUAL and not b & pos.BE and words.words[figure.behind].endswith("ly"):
        return subject(words, verb)
    return said_of(figure, pos.CHANGE) if figure.next & pos.ADVERB or b & pos.CHANGE else NONE


def _besides(figure: Figure) -> int:
    """What is measured behind the quality that a "be" says of it: "the wind was westerly, 35 knots", "the star is cool, at 3,050 K"."""
    words, comma = figure.wording, figure.left + 1
    if comma < figure.first and (words.words[comma] != "at" or words.gaps[comma] != COMMA):
        return NONE
    if comma < 3 or words.gaps[comma] != COMMA:
        return NONE
    k = comma - 1
    while k > comma - 3 and not (words.gaps[k] or words.bits[k] & pos.BE):
        b = words.bits[k]
        if b & (pos.STOP | pos.COUNTING | pos.PLURAL | pos.CAPITAL) or (b & pos.VERB and not b & pos.ADJECTIVE):
            return NONE
        k -= 1
    return subject(words, k) if words.bits[k] & pos.BE and k < comma - 1 else NONE


def _given_as(figure: Figure) -> int:
    """What somebody calls so long: "a channel (that was) billed as 12 kilometres long"."""
    words, verb = figure.wording, figure.left - (figure.wording.words[figure.left] == "as")
    if verb < 1 or figure.parted or words.words[verb + 1] != "as" or not words.bits[verb] & pos.PARTICIPLE:
        return NONE
    return subject(words, verb) if words.bits[verb - 1] & pos.BE else before(words, verb - 1)


def _brought_to(figure: Figure) -> int:
    """What is brought to a measure: "heat the oven to 220C"."""
    words, at = figure.wording, figure.first - 1
    if at < 1 or not words.bits[at] & pos.TO or words.gaps[at] or words.gaps[at + 1]:
        return NONE
    verb = governor(words, at)
    held = moved(words, verb, at) if verb != NONE else NONE
    return held if held == at - 1 else NONE


def taker(figure: Figure) -> int:
    """The subject of a verb in the active that takes the figure as its object: "the turbine generates 14 megawatts"."""
    words, verb = figure.wording, figure.left
    if verb < 0 or figure.parted or not acts(words)[verb]:
        return NONE
    b, left = words.bits[verb], words.bits[verb - 1] if verb else 0
    if b & pos.HAVE and figure.next & pos.END:
        return subject(words, verb)  # "each room has 12 square metres"
    if b & (pos.BE | pos.SPEECH) or (b & pos.PARTICIPLE and left & pos.BE) or not (b & pos.FINITE or left & pos.AUXILIARY):
        return NONE
    return subject(words, verb)


def _also_measured(figure: Figure) -> int:
    """What a second dimension behind "and" is that of: "a slab, 400 metres wide and up to two metres deep"."""
    words, k = figure.wording, figure.left
    if k < 2 or figure.parted or not words.bits[k + 1] & pos.AND or not words.bits[k] & pos.MEASURE_WORD:
        return NONE
    while k > 0 and words.bits[k] & (pos.COUNTING | pos.HEDGE | pos.MEASURE_WORD | pos.PERIOD) and not words.gaps[k]:
        k -= 1
    if words.bits[k] & pos.BE:
        return subject(words, k)
    return before(words, k - 1) if words.gaps[k] == COMMA else before(words, k)  # "a slab three metres thick and 12 metres long"
