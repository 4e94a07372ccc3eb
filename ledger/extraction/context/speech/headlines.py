"""Who speaks in a headline: ``Police: 12 held``, ``12 held - police``, ``Ruiz: "We ..."``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import Phrase, after, speaks
from ledger.extraction.context.speech.verbs import marked
from ledger.extraction.context.speech.voices import voice
from ledger.extraction.context.speech.words import TIMES

_HEADLINE, _ROLES = GRAMMAR["headline"], GRAMMAR["role"]
_HEADLINES = marked(_HEADLINE)
_DASHES = frozenset({":", "–", "—", "--", "-"})


def headed(passage: str, words: list[str], quoted: bool) -> bool:
    """Whether a sentence, cut at its spaces into ``words``, can be ``Police: 12 held``, ``12 held - police`` or ``Ruiz: "We ..."``."""
    if quoted and ":" in passage:
        return True
    named = not _HEADLINES.isdisjoint(words) or not _ROLES.isdisjoint(words[:1])
    return passage[-1:].isalnum() and named and any(mark in passage for mark in (":", " -", "–", "—"))


def headline(passage: Passage) -> None:
    """``Police: 12 held`` and ``12 held: police``, where no full stop makes a sentence of it; ``Ruiz: "We ..."``."""
    words, count = passage.words, passage.count
    first = _past_hour(passage.tokens)
    colon = passage.first((":", ";", ","), first + 1, count, first + 6)
    phrase = after(words, first)
    if colon + 1 < count and passage.tokens[colon] == ":" and phrase is not None and phrase.last + 1 == colon:
        speaker = voice(words, phrase) if _announces(passage, phrase, colon) else None
        if speaker is not None:
            passage.say(colon + 1, count, speaker)
            passage.found.quoted = speaker
    dash = next((place for place in range(count - 2, max(count - 5, 1), -1) if passage.tokens[place] in _DASHES), None)
    phrase = after(words, dash + 1) if dash is not None else None
    if dash is not None and phrase is not None and phrase.last == count - 1 and passage.low[phrase.end] in _HEADLINE:
        speaker = voice(words, phrase)
        if speaker is not None:
            passage.surround(speaker, dash, count)


def _past_hour(tokens: list[str]) -> int:
    """Where a headline begins behind the hour that leads it: ``11:05 - Army: ...``."""
    if len(tokens) < 5 or tokens[1] != ":" or not (tokens[0].isdigit() and tokens[2].isdigit()):
        return 0
    return 4 if tokens[3] in _DASHES else 3


def _announces(passage: Passage, phrase: Phrase, colon: int) -> bool:
    if passage.opens_quotation(colon + 1):
        return (passage.words.capital(phrase.end) or _speaker(passage, phrase)) and passage.low[phrase.end] not in TIMES
    headed = passage.low[phrase.end] in _HEADLINE or (passage.low[phrase.end] in _ROLES and phrase.last > phrase.end)
    return headed and passage.tokens[-1] not in (".", "!", "?") and passage.tokens[colon + 1 : colon + 2] != ["+"]


def _speaker(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is one for a person that somebody has, in a title: ``Rovers' owner: 'I ...'``."""
    return speaks(passage.low[phrase.end]) and phrase.start - 1 in passage.words.owners and passage.words.capital(phrase.start - 1)
