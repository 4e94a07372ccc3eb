"""Who speaks a quotation by its place alone, whatever the verb: ``"...," fumed Ana Ruiz``, ``"...," the baker shot back``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import DOCUMENTS, Phrase
from ledger.extraction.context.speech.quotations import Quotation
from ledger.extraction.context.speech.subjects import able, inverted, opening_phrase, subject_at
from ledger.extraction.context.speech.voices import Voice, voice
from ledger.extraction.context.speech.words import CLOSING, PAUSES
from ledger.extraction.context.word_classes import PAST, THIRD, classes

_ADVERBS = GRAMMAR["adverb"]
_PAUSED, _LEADING = ",!?", ":,"
_PERSONAL = frozenset({"he", "she", "they"})


def tagged(text: str, start: int, end: int, quotations: list[Quotation]) -> bool:
    """Whether the sentence ``text[start:end]`` goes on behind a statement that a comma or its own mark closes, or leads up to one."""
    for quotation in quotations:
        close = quotation.end
        if quotation.clause and quotation.closed and close < end - 1 and (text[close - 2] in _PAUSED or text[close] == ","):
            return True
        if quotation.clause and quotation.start > start and text[quotation.start - 2] in _LEADING:
            return True
    return False


def tag(passage: Passage) -> None:
    """Gives the statements that nobody has spoken yet to who is named right behind one of them with a verb."""
    tokens = passage.tokens
    for at in range(1, passage.count - 2):
        if tokens[at] not in CLOSING:
            continue
        first = at + 1 + (tokens[at + 1] in PAUSES)
        if (tokens[at - 1] in _PAUSED or first > at + 1) and passage.quoted(at):
            found = _speaker(passage, first)
            if found is not None:
                passage.quote(*found)
                return
    _lead(passage)


def _lead(passage: Passage) -> None:
    """``She stormed: "..."``, ``The baker shot back, "..."``: a statement behind its mark and a subject with its verb."""
    statement = passage.statements[0]
    if statement.start - 2 < passage.start or passage.words.text[statement.start - 2] not in _LEADING:
        return
    phrase = opening_phrase(passage.words)
    at = _behind(passage, phrase) if phrase is not None else passage.count
    if phrase is None or at >= passage.count or passage.words.offset(at) > statement.start:
        return
    if not classes(passage.tokens[at]) & (PAST | THIRD):
        return
    if passage.low[phrase.end] in _PERSONAL or (able(passage.words, phrase) and passage.low[phrase.end] not in DOCUMENTS | _UNSPEAKING):
        speaker = voice(passage.words, phrase)
        if speaker is not None:
            passage.quote_behind(at, speaker)


def _speaker(passage: Passage, first: int) -> tuple[Voice, int] | None:
    """Who a verb at token ``first`` has behind it or a subject there names, and where the verb stands."""
    words, count = passage.words, passage.count
    if first >= count - 1 or not passage.tokens[first][0].isalpha():
        return None
    if passage.tokens[first][0].islower() and classes(passage.low[first]) & (PAST | THIRD):
        at = first
        found = inverted(words, first)
        found = inverted(words, first + 1) if found is None and passage.low[first + 1] in _PARTING else found
        phrase = found.phrase if found is not None else None
    else:
        phrase = subject_at(words, first)
        at = _behind(passage, phrase) if phrase is not None else count
        while at < count and (passage.low[at] in _ADVERBS or words.adverb(at)):
            at += 1
        if at >= count or not (passage.tokens[at][0].islower() and classes(passage.low[at]) & (PAST | THIRD)):
            return None
    if phrase is None or not able(words, phrase) or passage.low[phrase.end] in DOCUMENTS:
        return None
    if passage.low[phrase.end] in _UNSPEAKING:
        return None
    speaker = voice(words, phrase)
    return (speaker, at) if speaker is not None else None


def _behind(passage: Passage, phrase: Phrase) -> int:
    """The token behind a subject, of which a verb that may be a participle is no part: ``The head of one mission [beamed]``."""
    return phrase.last + (phrase.last == phrase.end or not classes(passage.low[phrase.last]) & PAST)


_PARTING = frozenset({"back", "in", "out", "on", "up", "off"})
"""Particles of such verbs: ``hit [back] Ana Ruiz``."""
_UNSPEAKING = frozenset({"it"})
