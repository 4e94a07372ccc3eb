"""What a word can be in a sentence, its parts of speech among it (``pos``), told by lists of the closed classes and by its shape."""

from __future__ import annotations

from functools import lru_cache

from ledger.extraction.context.inflection import NAMING, PARTICIPLES, PASTS, VERBS, VERBS_AND_NOUNS, is_plural, verb_of
from ledger.lexicon import table

(
    ARTICLE, POSSESSIVE, PREPOSITION, CONJUNCTION, SUBORDINATOR, RELATIVE, PRONOUN, AUXILIARY, BE, HAVE, ADVERB, NUMBER, TIME, OTHER,
    ADJECTIVE, PLURAL, GENITIVE, CAPITAL, OF, AND, TO, INFINITIVE, THIRD, PAST, PARTICIPLE, GERUND, NOUN, OPENS, END, PARTED,
    MODAL, HEDGE, PERIOD, RECENCY, TITLE, UNIT, GROUP, STATE, CHANGE, CHANGED, EQUAL, LASTING, SPEECH, MEASURE_WORD, PORTION,
    EXTENT, LIMIT, TREND, DIMENSION, LEADING, FROM, INTRANSITIVE, COURSE, FORECASTER, TRADE,
) = (1 << bit for bit in range(55))  # fmt: skip
"""The classes that are most asked for come first: ``&`` of integers below 2 ** 30 takes half the time."""
# fmt: off
_ROWS = {
    "article": ARTICLE, "possessive": POSSESSIVE, "preposition": PREPOSITION, "conjunction": CONJUNCTION, "subordinator": SUBORDINATOR,
    "relative": RELATIVE, "pronoun": PRONOUN, "be": BE, "have": HAVE, "modal": MODAL, "auxiliary": AUXILIARY, "adverb": ADVERB,
    "hedge": HEDGE,
    "number": NUMBER, "time": TIME, "period": PERIOD, "other": OTHER, "recency": RECENCY, "title": TITLE,
    "unit": UNIT, "group": GROUP, "state": STATE, "adjective": ADJECTIVE, "portion": PORTION, "extent": EXTENT,
    "measure_word": MEASURE_WORD,
    "limit": LIMIT, "trend": TREND, "dimension": DIMENSION, "leading": LEADING,
    "course": COURSE, "forecaster": FORECASTER,
}
_VERB_ROWS = {
    "change": CHANGE, "changed": CHANGED, "equal": EQUAL, "lasting": LASTING, "speech": SPEECH,
    "intransitive": INTRANSITIVE, "trade": TRADE,
}
# fmt: on
CLOSED = ARTICLE | POSSESSIVE | PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | PRONOUN | AUXILIARY
STOP = CLOSED | END
EMPTY = CLOSED | NUMBER | TIME | ADVERB | UNIT | HEDGE | PERIOD
FINITE = INFINITIVE | THIRD | PAST
NONFINITE = PARTICIPLE | GERUND
VERB = FINITE | NONFINITE
"""THIRD is a form in -s, PAST one that can be a past tense, NOUN says that a verb's form may be a noun as well;
OPENS is a word that begins a clause, EMPTY one that says nothing of what a clause is about;
PARTED is set in a sentence, on a word with punctuation behind it."""
DETERMINER = ARTICLE | POSSESSIVE
COUNTING = NUMBER | UNIT
CALENDAR = TIME | PERIOD
SEVERAL = PLURAL | GROUP
"""What a number other than one may count: "ships", "aircraft"."""
CHAIN = AUXILIARY | ADVERB
"""What may stand before a verb as a part of it."""
AMOUNTING = EQUAL | CHANGE
"""A verb that may take an amount without a preposition: "cost", "lost"."""


def _rows(rows: dict[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, cell in table("word_classes.tsv"):
        if name in rows:
            for word in cell.split(","):
                found[word.strip()] = found.get(word.strip(), 0) | rows[name]
    return found


_CLOSED = _rows(_ROWS)
_VERB_CLASSES = _rows(_VERB_ROWS)
_NOT_ADVERBS = frozenset(_rows({"not_adverb": 1}))
_NAMES = frozenset({"US", "WHO"})  # which are no pronouns when written so
_WORDS = {"of": OF, "and": AND, "or": AND, "to": TO, "from": FROM}


@lru_cache(65536)
def classes(written: str) -> int:
    """The classes of a word as written, as a sum of this module's bits."""
    if not written:
        return 0  # nothing stands there
    if written in _NAMES:
        return CAPITAL | ADJECTIVE
    if written == "May":
        return CAPITAL | TIME
    word = written.lower().replace("’", "'")
    bits = CAPITAL if written[:1].isupper() else 0
    if word.endswith("'s"):
        bits |= GENITIVE
    known = _CLOSED.get(word, 0)
    bits |= known | _WORDS.get(word, 0)
    if bits & (RELATIVE | SUBORDINATOR) and not bits & PREPOSITION:
        bits |= OPENS
    if written[:1].isdigit() or "$" in written:
        return bits & ~CAPITAL | (NUMBER if "-" not in word else ADJECTIVE)
    if bits & TIME and not bits & CAPITAL:
        bits &= ~TIME
    if bits & CLOSED and word != "following":
        return bits
    if "-" in word and all(_CLOSED.get(part, 0) & NUMBER for part in word.split("-")):
        return bits | NUMBER
    if "-" in word and _CLOSED.get(word.partition("-")[0], 0) & NUMBER and not is_plural(word):
        return bits | ADJECTIVE  # "a two-room flat"
    if word.endswith("ly") and word not in _NOT_ADVERBS and len(word) > 4:
        return bits | ADVERB
    if is_plural(word):
        bits |= PLURAL
    if bits & ADVERB:
        return bits
    verb = _verb(word)
    return (bits & ~PLURAL if verb & THIRD and not verb & NOUN else bits) | verb


def _verb(word: str) -> int:
    """What ``word`` can be as a verb's form, and what that verb says."""
    bits = 0
    infinitive = verb_of(word)
    if not infinitive:
        return ADJECTIVE if word.endswith("iest") and len(word) > 6 else 0
    if word in PASTS:
        bits |= PAST
    if word in PARTICIPLES:
        bits |= PARTICIPLE
    if word in VERBS:
        bits |= INFINITIVE
    if word in VERBS_AND_NOUNS:
        bits |= INFINITIVE | NOUN
    if not bits:
        if word.endswith("ed"):
            bits |= PAST | PARTICIPLE if "-" not in word else ADJECTIVE
        elif word.endswith("ing"):
            bits |= GERUND | NOUN if word in NAMING else GERUND if "-" not in word else ADJECTIVE
        elif word.endswith("s"):
            bits |= THIRD | NOUN if infinitive in VERBS_AND_NOUNS or word in NAMING else THIRD
    elif word in VERBS_AND_NOUNS or word in NAMING:
        bits |= NOUN
    return bits | _VERB_CLASSES.get(infinitive, 0)
