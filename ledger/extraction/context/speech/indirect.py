"""Who says so by more than one verb of speech and its subject: infinitives, objects that let something be known, what was asked."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.clauses import asides, complement
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import PRONOUNS
from ledger.extraction.context.speech.subjects import subject
from ledger.extraction.context.speech.verb_groups import verb
from ledger.extraction.context.speech.verbs import FAR, Form, led, revealing
from ledger.extraction.context.speech.voices import voice

_SHARES = GRAMMAR["part"] | GRAMMAR["per_cent"]


def infinitive(passage: Passage, at: int, form: Form) -> None:
    """``X went on to say that ...``, ``X was quick to point out that ...``: as if X had said it."""
    leading = led(passage.low, at)
    if leading is None or form.classes.isdisjoint(("say", "that", "claim", "clause", "why")):
        return
    before = verb(passage.words, leading)
    found = subject(passage.words, leading, before.at)
    speaker = voice(passage.words, found.phrase) if found is not None and not before.negated else None
    if found is None or speaker is None or not (passage.low[found.phrase.end] in PRONOUNS or asides(passage, at, found)):
        return
    complement(passage, at, form, found, speaker)


def revealed(passage: Passage, at: int) -> None:
    """``X made it clear that ...``, ``X let slip that ...``, ``X came to the conclusion that ...``."""
    leading = revealing(passage.low, at)
    if leading is None:
        return
    before = verb(passage.words, leading)
    found = subject(passage.words, leading, before.at)
    speaker = voice(passage.words, found.phrase) if found is not None and not before.negated else None
    if found is not None and speaker is not None and asides(passage, at, found):
        passage.say(at + 1, passage.count, speaker)


def polled(passage: Passage, at: int) -> None:
    """``The union surveyed 400 members: 62 percent were tired``: what the answers were."""
    mark = passage.first((":", ";"), at, passage.count, at + FAR)
    before = verb(passage.words, at)
    found = subject(passage.words, at, before.at) if not before.passive and mark < passage.count else None
    speaker = voice(passage.words, found.phrase) if found is not None else None
    share = any(word in _SHARES for word in passage.low[mark + 1 : mark + FAR])
    if speaker is not None and share:
        passage.say(mark + 1, passage.count, speaker)
