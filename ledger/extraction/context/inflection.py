"""The dictionary form of a word: "arrested" is arrest, "rose" rise, "roadmaps" roadmap."""

from __future__ import annotations

from functools import lru_cache

from ledger.lexicon import table, words

SINGULAR_IN_S = words("singular_in_s.txt")
PLURALS = {row[0]: row[1] for row in table("irregular_plurals.tsv")}
_IRREGULAR = table("irregular_verbs.tsv")
VERBS = words("verbs.txt") | {row[0] for row in _IRREGULAR}
VERBS_AND_NOUNS = words("verbs_and_nouns.txt")
PASTS = {past.strip(): row[0] for row in _IRREGULAR for past in row[1].split(",")}
PARTICIPLES = {row[2]: row[0] for row in _IRREGULAR}
_PRESENTS = {present.strip(): row[0] for row in _IRREGULAR for cell in row[3:] for present in cell.split(",")}
_FORMS = {**_PRESENTS, **PARTICIPLES, **PASTS}
NAMING = frozenset(word for row in table("word_classes.tsv") if row[0] == "naming" for word in row[1].split(", "))
_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")
_HISSED = ("ses", "xes", "zes", "ches", "shes", "oes")


@lru_cache(65536)
def lemma(word: str) -> str:
    """The dictionary form of ``word``, lower-case: the verb of a past or participle, the singular of a plural.

    Cheap and without regard to the sentence: a form that is both ("found") is taken as the verb's,
    a noun in -ing ("meeting") stays a noun. A word that cannot be analysed is its own lemma.
    """
    word = word.lower().replace("’", "'")
    word = word[:-2] if word.endswith("'s") else word.rstrip("'")
    if word in _FORMS:
        return _FORMS[word]
    if word in NAMING or "-" in word:
        return singular(word)
    if len(word) > 4 and word.endswith("ed"):
        return _base(word, "ed") or word
    if len(word) > 4 and word.endswith("ing"):
        return _base(word, "ing") or word
    return singular(word)


@lru_cache(65536)
def verb_of(word: str) -> str:
    """The infinitive of ``word`` when it is a form of a known or regularly made verb, else ""; ``word`` is lower-case."""
    if word in _FORMS:
        return _FORMS[word]
    if word in VERBS or word in VERBS_AND_NOUNS:
        return word
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return _base(word, ending)
    if word.endswith("s"):
        for candidate in (singular(word), word[:-1], word[:-2] if word.endswith(_HISSED) else ""):
            if candidate in VERBS or candidate in VERBS_AND_NOUNS:
                return candidate
    return ""


def singular(word: str) -> str:
    """The singular of a plural noun, or ``word`` itself; lower-case."""
    if not is_plural(word):
        return word
    if word in PLURALS:
        return PLURALS[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("people"):
        return word[:-6] + "person"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(_HISSING) and not word.endswith(("ses", "zes")):
        return word[:-2]
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("oes"):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether ``word`` (lower-case) has the shape of a plural noun; a verb's third person has it too."""
    if word in PLURALS:
        return True
    if not word.endswith("s"):
        return word.endswith(("men", "children", "people")) and not word.endswith(("imen", "umen")) and word not in SINGULAR_IN_S
    return len(word) > 3 and not word.endswith(("ss", "us", "'s", "sis", "ous")) and word not in SINGULAR_IN_S


_LOSE_E = ("at", "iz", "is", "v", "c", "ag", "ar", "ur", "s", "u", "rg", "dg")
_KEEP_NONE = ("eat", "oat", "ear", "ss", "our")


def _base(word: str, ending: str) -> str:
    """The infinitive behind a form in -ed or -ing: "stopped", "rising", "carried"; "" when nothing verb-like is left."""
    stem = word[: -len(ending)]
    if ending == "ed" and stem.endswith("i"):
        return stem[:-1] + "y" if len(stem) > 2 else ""
    if ending == "ing" and stem.endswith("y") and ((dying := stem[:-1] + "ie") in VERBS or dying in VERBS_AND_NOUNS):
        return dying
    undoubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else ""
    for candidate in (stem, stem + "e", undoubled):
        if candidate in VERBS or candidate in VERBS_AND_NOUNS:
            return candidate
    if not any(letter in _VOWELS or letter == "y" for letter in stem):
        return ""
    if undoubled and (stem[-1] not in "lsfz" or (stem.endswith("ll") and len(stem) > 6)):
        return undoubled
    return stem + "e" if stem.endswith(_LOSE_E) and not stem.endswith(_KEEP_NONE) else stem
