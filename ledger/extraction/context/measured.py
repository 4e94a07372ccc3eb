"""What a length, a weight, a temperature or any other measure is that of."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.anchors import anchor, done_by, of_head, outermost, said_of
from ledger.extraction.context.figure import Figure, first_found
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.predication import moved, subject
from ledger.extraction.context.verbs import acts, governor
from ledger.extraction.context.wording import COMMA, NONE


def measure(figure: Figure) -> int:
    """The head of what is so long, heavy, hot ...; NONE when there is none."""
    of = figure.of()
    if of is not None:
        return said_of(figure, pos.CHANGE) if figure.wording.words[figure.first - 1] == "within" else of  # "came within 300 metres of"
    words, b, at = figure.wording, figure.next, figure.behind + 1
    if b & (pos.ADVERB | pos.FROM) and not words.bits[figure.left] & pos.OF:
        return (
            said_of(figure, pos.CHANGE) if b & pos.ADVERB or (words.bits[figure.left] & pos.CHANGE and acts(words)[figure.left]) else NONE
        )
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
    nearest = (Figure.attribute, of_head) if figure.hyphened else (of_head, Figure.attribute)
    return first_found(figure, *nearest, anchor, done_by, _brought_to, taker)


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
    if b & (pos.BE | pos.SPEECH) or (b & pos.PARTICIPLE and left & pos.BE) or not (b & pos.FINITE or left & pos.AUXILIARY):
        return NONE
    return subject(words, verb)


def _also_measured(figure: Figure) -> int:
    """What a second dimension behind "and" is that of: "a slab, 400 metres wide and up to two metres deep"."""
    words, k = figure.wording, figure.left
    if k < 2 or figure.parted or not words.bits[k + 1] & pos.AND or not words.bits[k] & pos.MEASURE_WORD:
        return NONE
    while k > 0 and words.bits[k] & (pos.COUNTING | pos.HEDGE | pos.MEASURE_WORD) and not words.gaps[k]:
        k -= 1
    if words.bits[k] & pos.BE:
        return subject(words, k)
    return before(words, k - 1) if words.gaps[k] == COMMA else before(words, k)  # "a slab three metres thick and 12 metres long"
