"""Whether a word can be whom a pronoun stands for, or tells who somebody is."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import surname
from ledger.extraction.context.speech.phrases import DOCUMENTS, ORGANISATIONS, TITLES, speaks
from ledger.extraction.context.speech.voices import COUNTRIES, Voice, is_one
from ledger.extraction.context.word_classes import PARTICIPLE, THIRD, classes

_BE = GRAMMAR["be"]
_ANY, _FIRMS, _PUBLIC, _AGENCIES, _OUTFITS = (GRAMMAR[kind] for kind in ("any_body", "firm", "public_body", "agency", "outfit"))


def undergoes(low: list[str], at: int) -> bool:
    """Whether something is done to whom the verb at token ``at`` tells of: ``A man [was shot]``."""
    return low[at : at + 1] != [] and low[at] in _BE and at + 1 < len(low) and bool(classes(low[at + 1]) & PARTICIPLE)


def misfits(speaker: Voice, found: Voice) -> bool:
    """Whether "he" cannot be a thing that opened a sentence ("Tests suggest"), nor "the company" an agency that reports on it."""
    if speaker.kind == "anaphor":
        last = surname(found.text).lower()
        free = not found.text.islower() and (speaker.text not in ORGANISATIONS or speaker.text in _ANY)
        kindred = speaker.text == last or free  # "the company" is no "largest brewer": one word is as good as the other
        return found.text.lower() in _AGENCIES or not kindred or (speaker.text in _FIRMS and last in _PUBLIC)
    return speaker.kind == "he" and found.kind == "name" and (bool(classes(found.text) & THIRD) or found.text.lower() in COUNTRIES)


def is_other(speaker: Voice, found: Voice) -> bool:
    """Whether "the same survey" cannot be a paper that is called otherwise."""
    return speaker.text in DOCUMENTS and speaker.text not in f"{found.text} {found.whole}".lower()


def is_role(word: str) -> bool:
    low = word.lower().rstrip(",")
    body = (low in ORGANISATIONS and not is_one(low.removesuffix("s"))) or low in _OUTFITS  # "one of the doctors, Ana Ruiz,"
    return low in TITLES or (speaks(low) and not body)
