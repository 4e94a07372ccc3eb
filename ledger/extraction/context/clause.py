"""The clause around a figure: its subject, its verb, and the words that say what it is about."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from ledger.extraction.context.figure import Figure
from ledger.extraction.context.inflection import lemma, verb_of
from ledger.extraction.context.noun_phrase import phrase
from ledger.extraction.context.predication import subject
from ledger.extraction.context.verbs import acts, following, governor, main
from ledger.extraction.context.word_classes import (
    AND,
    CLOSED,
    EXTENT,
    GERUND,
    HEDGE,
    NUMBER,
    OF,
    OPENS,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    SPEECH,
    SUBORDINATOR,
)
from ledger.extraction.context.wording import CLOSE, COMMA, NONE, Wording

__all__ = ["Clause", "clause", "lemma"]


class Clause(NamedTuple):
    """What is said around a figure.

    ``subject`` is the head of the subject as written, ``predicate`` the verb's infinitive, each "" when not found;
    ``terms`` are the content words of the clause in order, as lower-case lemmas, without stop words and numerals.
    """

    subject: str
    predicate: str
    terms: tuple[str, ...]


def clause(figure: Figure, kind: str = "") -> Clause:
    """The clause in which ``figure`` of ``kind`` stands; of a date with ", when" behind it, the clause that tells what happened then."""
    words, first, behind = figure.wording, figure.first, figure.behind
    if kind == "date" and figure.gap == COMMA and words.words[behind : behind + 1] == ("when",):
        first = behind = behind + 1  # "On 8 May, when the ferry sank, divers wept"
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
    if verb == NONE or _begins_clause(words, verb, first) or _joins_a_clause(words, first, behind):
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


def _joins_a_clause(words: Wording, first: int, behind: int) -> bool:
    """Whether "and" joins a clause whose subject the figure belongs to: "840 were sold and [510] were lost", "and [210] of them burnt"."""
    if not first or not words.bits[first - 1] & AND:
        return False
    verb = following(words, behind)
    bits = words.bits
    if verb == NONE or bits[verb] & GERUND:
        return False
    return not bits[verb] & PARTICIPLE or not bits[verb + 1] & PREPOSITION or bool(bits[verb - 1] & PRONOUN)


@lru_cache(16384)
def _infinitive(written: str) -> str:
    word = written.lower()
    return "be" if "'" in word or "’" in word else verb_of(word) or word


def terms(words: Wording) -> tuple[str, ...]:
    """The lemmas of all content words."""
    return tuple(filter(None, words.terms or _content(words)))


def _terms(words: Wording, first: int, behind: int) -> tuple[str, ...]:
    """The lemmas of the content words in the figure's part of the sentence, the figure's own left out."""
    terms = words.terms or _content(words)
    start, end = _part(words, first, min(max(behind, first + 1), words.count) - 1)
    return tuple(filter(None, terms[start:first] + terms[behind:end]))


def _content(words: Wording) -> list[str]:
    """The lemma of each word, a verb's its infinitive, "" for one without content."""
    bits = words.bits
    terms = words.terms = list(words.lemmas)
    for k in compress(range(words.count), words.acts or acts(words)):
        if not bits[k] & CLOSED:
            terms[k] = _infinitive(words.words[k])
    return terms


def _part(words: Wording, first: int, last: int) -> tuple[int, int]:
    """The part of the sentence that the words ``first`` to ``last`` stand in: its first word, and the one behind it.

    A part begins behind punctuation, with a word that opens a clause, with "and" before a number or a second verb,
    and behind a verb of speech.
    """
    parts = words.parts or _parts(words)
    behind = bisect_right(parts, last)
    return parts[bisect_right(parts, first) - 1], parts[behind] if behind < len(parts) else words.count


def _parts(words: Wording) -> list[int]:
    """The words that a part of the sentence begins with, in order, the first word among them."""
    bits, gaps, verbs = words.bits, words.gaps, words.acts or acts(words)
    parts, clause = [0], 0
    for k in words.joints:
        b, gap = bits[k], gaps[k]
        if (gap and gap != CLOSE) or b & OPENS or (b & AND and (bits[k + 1] & NUMBER or _joins(verbs, clause, k))):
            clause = k
        elif not (verbs[k - 1] and bits[k - 1] & SPEECH):
            continue
        parts.append(k)
    words.parts = parts
    return parts


def _joins(verbs: list[bool], start: int, k: int) -> bool:
    """Whether the "and" at word ``k`` joins a verb to that of the clause that begins at ``start``."""
    return True in verbs[k + 1 : k + 4] and True in verbs[start:k]
