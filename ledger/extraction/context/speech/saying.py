"""A verb of speech with its subject, and what stands behind it."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import CARDINALS
from ledger.extraction.context.speech.subjects import Subject
from ledger.extraction.context.speech.verbs import FAR, FINITES, Form
from ledger.extraction.context.speech.voices import Voice
from ledger.extraction.context.speech.words import ENDS
from ledger.extraction.context.word_classes import NOUN, PAST, THIRD
from ledger.extraction.context.word_classes import classes as word_classes

NUMERALS = GRAMMAR["many"] | CARDINALS
JOINED = frozenset({"and", "who", "which", "that"})
_GAUGING, _SUBORDINATORS, _CURRENCIES = GRAMMAR["gauging"], GRAMMAR["subordinator"], frozenset("$£€")


class Saying:
    """The verb at token ``at`` of a passage, which ``form`` it is, its subject, and whose voice that is."""

    __slots__ = ("at", "behind", "form", "found", "head", "low", "passage", "speaker")

    def __init__(self, passage: Passage, at: int, form: Form, found: Subject, speaker: Voice):
        self.passage, self.at, self.form, self.found, self.speaker = passage, at, form, found, speaker
        self.low = passage.low
        self.head = passage.low[found.phrase.end]
        self.behind = passage.low[at + 1] if at + 1 < passage.count else ""


def counts(low: list[str], at: int) -> bool:
    """Whether a figure follows token ``at``, perhaps behind words that gauge it: ``counted at least 300``."""
    for word in low[at + 1 : at + FAR]:
        if word not in _GAUGING and word not in _CURRENCIES:
            return word[0].isdigit() or word in NUMERALS
    return False


def numbers(near: list[str]) -> bool:
    """Whether a figure stands in the clause that ``near`` begins: not in ``are counting their losses, the worst in 40 years``."""
    end = next((place for place, word in enumerate(near) if word in ENDS), len(near))
    return any(word[0].isdigit() or word in NUMERALS for word in near[:end])


def predicated(passage: Passage, at: int) -> bool:
    """Whether what is counted behind the verb at token ``at`` has a verb: ``claimed 200 soldiers had fled``."""
    low = passage.low[at + 1 : at + 1 + FAR]
    end = next((place for place, word in enumerate(low) if word in ENDS or word in JOINED or word in _SUBORDINATORS), len(low))
    return finite(passage, at) or any(word_classes(word) & (PAST | THIRD) and not word_classes(word) & NOUN for word in low[2:end])


def finite(passage: Passage, at: int) -> bool:
    """Whether an auxiliary stands in the clause behind token ``at``."""
    low = passage.low[at + 1 : at + 1 + FAR + FAR]
    end = next((place for place, word in enumerate(low) if _parts(low, place)), len(low))
    return any(word in FINITES and passage.tokens[at + 1 + place] != "May" for place, word in enumerate(low[:end]))


def _parts(low: list[str], at: int) -> bool:
    """Whether the clause ends before token ``at``; an "and" without a verb behind it joins nouns."""
    word = low[at]
    joins_nouns = word == "and" and low[at + 1 : at + 2] != [] and low[at + 1] not in FINITES
    return word in ENDS or word in _SUBORDINATORS or (word in JOINED and not joins_nouns)
