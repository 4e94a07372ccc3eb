"""Verbs and nouns of speech, and whether a sentence has any."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ledger.extraction.context.speech.phrases import DOCUMENTS
from ledger.lexicon import table


class Form(NamedTuple):
    """What a form of a verb of speech may be: the verb's classes (see ``speech.tsv``), tense, and links to a figure."""

    classes: frozenset[str]
    tense: str
    links: tuple[str, ...]


def _forms() -> dict[str, Form]:
    found: dict[str, Form] = {}
    for kind, base, third, past, participle, present, *link in table("speech.tsv"):
        for tense, form in (("base", base), ("third", third), ("past", past), ("past", participle), ("ing", present)):
            if form == "-":
                continue
            known = found.get(form, Form(frozenset(), tense, ()))
            found[form] = Form(known.classes | {kind}, tense, tuple(link[0].split()) if link else known.links)
    return found


SPEECH = _forms()
NOUNS = {row[0]: frozenset(noun.strip() for noun in row[1].split(",")) for row in table("attributions.tsv")}
OWNED = NOUNS["by"] | NOUNS["of"]
CUES = frozenset(SPEECH) | OWNED | {"according", "source"}
POSSESSIVES = frozenset({"his", "her", "its", "their"})
_STRONG = frozenset(word for word, form in SPEECH.items() if form.classes & {"say", "that", "claim", "accuse"}) | {"according", "source"}


def marked(words: Iterable[str]) -> frozenset[str]:
    """``words`` as they stand between spaces: also with a mark behind them."""
    return frozenset(word + mark for word in words for mark in ("", ",", ".", ":", ";"))


_MARKED_CUES, _MARKED_DOCUMENTS = marked(CUES) | {"(source:"}, marked(DOCUMENTS)


def cued(words: list[str], quoted: bool, owning: bool) -> bool:
    """Whether a sentence can hold an attribution, by what stands between its spaces, in lower case.

    ``quoted`` says that a quotation touches it, ``owning`` that it has an apostrophe.
    """
    found = _MARKED_CUES.intersection(words)
    if not found:
        return False
    cues = {word.strip(",.:;(") for word in found}
    return not _STRONG.isdisjoint(cues) or any(_leads(cue, words, quoted, owning) for cue in cues)


def _leads(cue: str, words: list[str], quoted: bool, owning: bool) -> bool:
    """Whether a word that is a cue in certain company only has that company."""
    if cue in OWNED and (owning or not POSSESSIVES.isdisjoint(words)):
        return True
    if cue not in SPEECH:
        return False
    classes = SPEECH[cue].classes
    if ("quote" in classes and quoted) or ("passive" in classes and "by" in words) or ("name" in classes and "what" in words):
        return True
    if "figure" in classes and (not SPEECH[cue].links or any(link in words for link in SPEECH[cue].links)):
        return True
    return "tally" in classes or (not classes.isdisjoint(("document", "figure")) and not _MARKED_DOCUMENTS.isdisjoint(words))
