"""The clause around a figure: its subject, its verb, and the words that say what it is about."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from ledger.extraction.context.inflection import lemma, verb_of
from ledger.extraction.context.noun_phrase import phrase
from ledger.extraction.context.predication import subject
from ledger.extraction.context.verbs import acts, following, governor, main
from ledger.extraction.context.word_classes import (
    ADVERB,
    AND,
    CLOSED,
    EXTENT,
    HEDGE,
    NUMBER,
    OF,
    OPENS,
    PARTICIPLE,
    PERIOD,
    SPEECH,
    SUBORDINATOR,
    TIME,
    UNIT,
)
from ledger.extraction.context.wording import CLOSE, NONE, Wording, wording

__all__ = ["Clause", "clause", "lemma"]

_EMPTY = CLOSED | NUMBER | TIME | ADVERB | UNIT | HEDGE | PERIOD


class Clause(NamedTuple):
    """What is said around a figure.

    ``subject`` is the head of the subject as written, ``predicate`` the verb's infinitive, each "" when not found;
    ``terms`` are the content words of the clause in order, as lower-case lemmas, without stop words and numerals.
    """

    subject: str
    predicate: str
    terms: tuple[str, ...]


def clause(text: str, start: int, end: int, sentence: tuple[int, int]) -> Clause:
    """The clause of ``sentence`` in which the figure ``text[start:end]`` stands."""
    words = wording(text, start, end, sentence)
    first, behind = words.at(start), words.behind(end)
    verb = _verb(words, first, behind)
    who = does = ""
    if verb != NONE:
        head = subject(words, verb)
        if head != NONE and words.bits[head] & EXTENT and words.bits[head + 1] & OF:
            head = phrase(words, head + 2)
        who = words.words[head] if head != NONE else ""
        does = _infinitive(words.words[main(words, verb)])
    return Clause(who, does, _terms(words, first, behind))


def _verb(words: Wording, first: int, behind: int) -> int:
    """The verb before the figure that governs it, or the one behind it whose subject it belongs to."""
    verb = governor(words, first)
    if verb == NONE or _begins_clause(words, verb, first):
        later = following(words, behind)
        return later if later != NONE else verb
    if words.bits[verb] & SPEECH:
        later = following(words, behind)
        return later if later != NONE and not words.bits[later] & PARTICIPLE else verb
    return verb


def _begins_clause(words: Wording, verb: int, first: int) -> bool:
    """Whether the figure opens a clause of its own behind ``verb``: "said 38 people were killed", "fled after 20 houses burnt"."""
    bits = words.bits
    k = first - 1
    while k > verb and bits[k] & HEDGE and not bits[k] & SUBORDINATOR:
        k -= 1
    return bool(bits[k] & (SPEECH if k == verb else SUBORDINATOR))


def _infinitive(written: str) -> str:
    word = written.lower()
    return "be" if "'" in word or "’" in word else verb_of(word) or word


def _terms(words: Wording, first: int, behind: int) -> tuple[str, ...]:
    """The lemmas of the content words in the figure's part of the sentence, the figure's own left out."""
    if words.terms is None:
        words.terms, words.parts = _content(words), _parts(words)
    terms, parts = words.terms, words.parts
    start = parts[bisect_right(parts, first) - 1]
    end = parts[bisect_right(parts, min(max(behind, first + 1), words.count) - 1)]
    return tuple([term for term in terms[start:first] + terms[behind:end] if term])


def _content(words: Wording) -> list[str]:
    """The lemma of each word, "" for one without content."""
    verbs = words.acts or acts(words)
    return [
        _infinitive(word) if verb and not b & CLOSED else "" if b & _EMPTY or len(word) < 2 else lemma(word)
        for word, b, verb in zip(words.words, words.bits, verbs, strict=False)
    ]


def _parts(words: Wording) -> list[int]:
    """The words with which the sentence's parts begin, from 0 to the number of words: behind punctuation, "that", "and fell", "said"."""
    bits, gaps, verbs = words.bits, words.gaps, words.acts or acts(words)
    parts, verb = [0], False
    for k, b in enumerate(bits):
        if (gaps[k] and gaps[k] != CLOSE) or b & OPENS or (b & AND and (bits[k + 1] & NUMBER or (verb and True in verbs[k + 1 : k + 4]))):
            parts.append(k)
            verb = False
        if verbs[k]:
            verb = True
            if b & SPEECH:
                parts.append(k + 1)
    return parts
