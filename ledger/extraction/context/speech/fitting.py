"""Whether a word can be whom a pronoun stands for, or tells who somebody is."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.names import surname
from ledger.extraction.context.speech.phrases import DOCUMENTS, ORGANISATIONS, TITLES, speaks
from ledger.extraction.context.speech.voices import COUNTRIES, Voice, is_one
from ledger.extraction.context.word_classes import PARTICIPLE, THIRD, classes

_BE, _QUESTIONED = GRAMMAR["be"], GRAMMAR["questioned"]
_SAINTS = (" st ", "st. ")
_NOUN = re.compile(r" ([a-z][\w-]+)")
_ANY, _FIRMS, _PUBLIC, _AGENCIES, _OUTFITS = (GRAMMAR[kind] for kind in ("any_body", "firm", "public_body", "agency", "outfit"))


def undergoes(low: list[str], at: int) -> bool:
    """Whether something is done to whom the verb at token ``at`` tells of: ``A man [was shot]``; whoever was asked may answer."""
    done = low[at + 1] if low[at : at + 1] != [] and low[at] in _BE and at + 1 < len(low) else ""
    return done not in _QUESTIONED and bool(classes(done) & PARTICIPLE)


def misfits(speaker: Voice, found: Voice) -> bool:
    """Whether "he" cannot be a thing that opened a sentence ("Tests suggest"), nor "the company" an agency that reports on it."""
    if speaker.kind == "anaphor":
        last = surname(found.text).lower()
        free = not _is_common(found.text) and (speaker.text not in ORGANISATIONS or speaker.text in _ANY)
        kindred = speaker.text == last or free  # "the company" is no "largest brewer": one word is as good as the other
        return found.text.lower() in _AGENCIES or not kindred or (speaker.text in _FIRMS and last in _PUBLIC)
    return speaker.kind == "he" and found.kind == "name" and (bool(classes(found.text) & THIRD) or found.text.lower() in COUNTRIES)


def _is_common(name: str) -> bool:
    """Whether a body is called by a common noun, which may open a sentence: ``Drugs chain``, ``Management``."""
    return name.islower() or (name[1:].islower() and (" " in name or speaks(name.lower())))


def is_other(speaker: Voice, found: Voice) -> bool:
    """Whether "the same survey" cannot be a paper that is called otherwise."""
    return speaker.text in DOCUMENTS and speaker.text not in f"{found.text} {found.whole}".lower()


def is_role(word: str) -> bool:
    low = word.lower().rstrip(",")
    body = (low in ORGANISATIONS and not is_one(low.removesuffix("s"))) or low in _OUTFITS  # "one of the doctors, Ana Ruiz,"
    return low in TITLES or (speaks(low) and not body)


def is_acted_on(text: str, start: int, end: int) -> bool:
    """Whether something is done to whom ``text[start:end]`` tells of, by somebody named first: ``Asked by Jo Mols, [she] said``."""
    comma = text.find(", ", start, end)
    by = text.find(" by ", start, comma) if comma >= 0 else -1
    opening = text[start : max(by, start)].lower().split()
    return opening != [] and (opening[0].endswith("ed") or bool(classes(opening[0]) & PARTICIPLE))


_ADDRESSED = {
    "she": re.compile(r" her(?:[.,;]| (?:to|that|not|how|why|whether|about|an?|the|for|with|into|out|away|off|home|back|and)\b)"),
    "he": re.compile(r" him\b"),
}


def is_addressed(text: str, start: int, end: int, pronoun: str) -> bool:
    """Whether somebody acts in ``text[start:end]`` on whom ``pronoun`` means: ``A professor advised her to cook. [She] recalled``."""
    return pronoun in _ADDRESSED and _ADDRESSED[pronoun].search(text, start, end) is not None


def may_be_meant(text: str, at: int, name: str) -> bool:
    """Whether the ``name`` at offset ``at`` may be a person's: no body's, and not what tells which is meant, ``the [Rovers] striker``."""
    if not ORGANISATIONS.isdisjoint(name.lower().split()) or text[max(0, at - 4) : at].lower().endswith(_SAINTS):
        return False
    noun = _NOUN.match(text, at + len(name)) if " " not in name and text[max(0, at - 4) : at].lower() == "the " else None
    return noun is None or not is_one(noun.group(1))
