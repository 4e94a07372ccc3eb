"""Whose words a noun tells of: ``The reply from the director was brief: "..."``, ``Ana Ruiz read out a letter. "...," it said``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.phrases import DOCUMENTS, before, likely
from ledger.extraction.context.speech.subjects import subject_at
from ledger.extraction.context.speech.voices import POSSESSIVES, PRONOUNS, Voice, owner, voice
from ledger.extraction.context.speech.words import Words

_UTTERANCES = GRAMMAR["utterance"]
_READING = frozenset({"read", "reads", "posted", "wrote", "sent", "handed", "recited"})
_PUBLISHING, _NOTICES = GRAMMAR["publishing"], GRAMMAR["channel"] | {"statement", "release", "note", "post", "tweet"}
_NEAR = 5
"""Among how many words of its beginning a sentence has the noun for what somebody answers."""


def utterer(words: Words) -> Voice | None:
    """Whose words open a sentence: ``The reply from the director ran: "..."``, ``Her answer was one line: "..."``."""
    at = next((at for at, word in enumerate(words.low[:_NEAR]) if word in _UTTERANCES), 0)
    link = at + 1 + (words.tokens[at + 1 : at + 2] == [","])
    if words.low[link : link + 1] in (["from"], ["of"], ["by"]):
        phrase = subject_at(words, link + 1)
        if phrase is not None and likely(words, phrase.end):
            return voice(words, phrase)
    for place in range(at - 1, -1, -1):
        if place in words.owners:
            return owner(words, place)
        if words.low[place] in POSSESSIVES:
            return Voice(PRONOUNS[words.low[place]], words.low[place], words.offset(place))
    return None


def reads_out(words: Words) -> bool:
    """Whether a sentence ends with a paper that somebody in it reads or sends: ``She read out a [statement].``"""
    paper = words.low[-2:-1] != [] and words.low[-2] in DOCUMENTS
    return paper and "the" not in words.low[-4:-2] and not _READING.isdisjoint(words.low)  # not "read the report"


def brought_out(words: Words) -> Voice | None:
    """The paper that a body brings out at the end of a sentence: ``The ministry has published a [study].``, not ``a statement``."""
    end = len(words.low) - 2
    if end < 1 or words.low[end] not in DOCUMENTS or words.low[end] in _NOTICES or _PUBLISHING.isdisjoint(words.low):
        return None
    phrase = before(words, end, deep=False)
    return voice(words, phrase) if phrase is not None and words.low[phrase.start - 1] in ("a", "an") else None
