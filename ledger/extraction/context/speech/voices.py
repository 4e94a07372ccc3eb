"""Who a noun phrase names: a person, a body, a document, or somebody who was named before."""

from __future__ import annotations

from typing import Literal

from ledger import lexicon
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.names import surname
from ledger.extraction.context.speech.naming import given
from ledger.extraction.context.speech.phrases import (
    DETERMINERS,
    DOCUMENTS,
    FELLOWS,
    ORGANISATIONS,
    PARTICLES,
    PREPOSITIONS,
    QUANTIFIERS,
    TITLES,
    Phrase,
    after,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.words import TIMES, Words

Kind = Literal["person", "name", "body", "group", "role", "document", "he", "they", "it", "anaphor", "own", "work"]
_SILENT, _ANAPHORS, _ROLES, _MOUTHPIECES = (GRAMMAR[kind] for kind in ("silent", "anaphor", "role", "mouthpiece"))
_BODIES = ORGANISATIONS | DOCUMENTS
COUNTRIES = lexicon.words("countries.txt")
_PERSONS = lexicon.words("persons.txt")
_NUMERALS = GRAMMAR["many"]
_FIELDS, _OUTFITS = GRAMMAR["field"], GRAMMAR["outfit"]
_OUTLETS, _PRESS = GRAMMAR["outlet"], GRAMMAR["press"]
_KEEPERS, _HANDLERS, _ISSUED = GRAMMAR["keeper"], GRAMMAR["handler"], GRAMMAR["issued"]
_PRONOUNS: dict[Kind, tuple[str, ...]] = {"he": ("he", "she", "his", "her", "him"), "they": ("they", "their", "them"), "it": ("it", "its")}
PRONOUNS = {word: kind for kind, words in _PRONOUNS.items() for word in words}


_CALLED = ORGANISATIONS | _OUTFITS
_POINTING = frozenset({"the", "this", "that"})
"""What makes of "company" the one that was named: "its union" was not."""
OF_ONE = frozenset({"person", "role", "he"})
"""Kinds of voices that are one person's."""
POSSESSIVES = frozenset({"his", "her", "its", "their"})
_NO_NAMES = DETERMINERS | PREPOSITIONS
_JOINTS = frozenset({"&", "and"})
_AGENTS = tuple(sorted(GRAMMAR["agent_ending"]))
_PLACES = frozenset({"at", "from", "for", "in"})
_LONGEST_WHOLE = 11
"""Up to how many tokens a paper or a mouthpiece is named with whose it is."""
FITTING: dict[str, frozenset[str]] = {
    "he": frozenset({"person", "name", "role"}),
    "they": frozenset({"group", "body", "name"}),
    "it": frozenset({"body", "name", "document"}),
    "own": frozenset({"person", "name"}),
    "anaphor": frozenset({"body", "name"}),
    "work": frozenset({"document"}),
}
"""What each kind of pronoun can stand for."""


class Voice:
    """Who speaks: ``text`` as the passage names them.

    ``person``, ``role`` ("a police spokesman") and ``body`` are certain, a ``name`` may be either; ``he``, ``they``, ``it`` and
    ``anaphor`` ("the group") stand for somebody named before offset ``at``, ``own`` ("by her own count") for somebody named behind it,
    ``work`` for a paper of which more is told ("It lists 40 farms"). ``whole`` is how the passage names what they speak by, if it
    does: ``study by Lumen``, ``spokesman for Lumen``.
    """

    __slots__ = ("at", "kind", "text", "whole")

    def __init__(self, kind: Kind, text: str, at: int = -1, whole: str = ""):
        self.kind, self.text, self.at, self.whole = kind, text, at, whole

    def anywhere(self) -> Voice:
        """The same speaker, not to be looked for before any place in the sentence."""
        return Voice(self.kind, self.text) if self.at >= 0 else self

    def alone(self) -> Voice:
        """The same speaker without the paper or the mouthpiece that they spoke by."""
        return Voice(self.kind, self.text, self.at) if self.whole else self

    def made_by(self, maker: str) -> str:
        """How a speaker whom the text names as ``maker`` is written: of ``their model`` with the paper, ``Lumen's model``."""
        if self.at < 0 or self.kind == "anaphor" or self.text in PRONOUNS or not maker or maker == self.text:
            return maker
        return f"{maker}' {self.text}" if maker.endswith("s") else f"{maker}'s {self.text}"

    def is_quotable(self) -> bool:
        """Whether words in quotation marks may be theirs: not of ``models``, ``figures``."""
        return self.kind != "document" or not is_plural(self.text.lower())

    def papers(self) -> bool:
        """Whether a paper speaks, by itself or for somebody: ``study``, ``the board's report``."""
        return self.kind == "document" or not DOCUMENTS.isdisjoint(self.whole.lower().split())

    @property
    def label(self) -> str:
        """What two mentions of one speaker have in common: of a person the surname, of others all that is written."""
        return surname(self.text) if self.kind == "person" else self.text


_PER_CENT = GRAMMAR["per_cent"]


def voice(words: Words, phrase: Phrase) -> Voice | None:
    """Who ``phrase`` names; None where it is nobody in particular, the writer, or no speaker at all."""
    head = words.low[phrase.end]
    if head in PRONOUNS and phrase.start == phrase.end:
        return Voice(PRONOUNS[head], head, words.offset(phrase.start))
    if head in ("mother", "father") and words.low[phrase.end - 1] == "the" and _has_children(words, phrase.end + 1):
        return Voice("he", "she" if head == "mother" else "he", words.offset(phrase.start))  # "says the mother of five"
    if head in FELLOWS and phrase.start == phrase.end:
        return Voice("group" if head == "others" else "role", words.tokens[phrase.end])
    if head in _PER_CENT or head in TIMES or head in _SILENT or head in QUANTIFIERS or (head == "people" and phrase.last == phrase.end):
        return None
    if words.tokens[phrase.end][0].isupper() and not (phrase.end == 0 and (speaks(head) or head in DOCUMENTS)):
        return _named(words, phrase)
    return _described(words, phrase, head)


def _has_children(words: Words, of: int) -> bool:
    """Whether ``of five`` stands at token ``of``."""
    return words.low[of : of + 1] == ["of"] and of + 1 < len(words.low) and words.low[of + 1] in _NUMERALS


def _named(words: Words, phrase: Phrase) -> Voice:
    """The voice of a phrase that ends in a capitalised run: ``the skipper Ana Ruiz``, ``Ministry of Health``."""
    start = phrase.end
    while start > phrase.start and (
        words.capital(start - 1) or words.low[start - 1] in PARTICLES or _joins(words, start - 1, phrase.start)
    ):
        start -= 1
    if start == phrase.end and start - 1 in words.owners and words.low[start - 1].endswith("s'") and words.low[start] in ORGANISATIONS:
        start -= 1  # "the County Leaders' Group"
        while start > 0 and words.capital(start - 1) and words.low[start - 1] not in DETERMINERS:
            start -= 1
    if start - 1 > phrase.start and words.low[start - 1] == "to" and words.low[start - 2] in ORGANISATIONS:
        start -= 2  # "Committee to Protect the Coast"
        while start > phrase.start and words.capital(start - 1):
            start -= 1
    apposed = start < phrase.end and words.low[start] in _OUTFITS and words.low[phrase.end] not in ORGANISATIONS
    start += apposed  # "Pollster Vox"
    low = words.low[start : phrase.end + 1]
    for at in range(len(low) - 2, -1, -1):
        if low[at + 1] == "to" or low[at + 1] in ORGANISATIONS or (low[at] in _FIELDS and low[-1] in ORGANISATIONS):
            continue
        role = speaks(low[at]) and low[at] not in ORGANISATIONS and (low[at][-1:] != "s" or low[at][-2:] == "ss")
        if role and low[-1] in ORGANISATIONS and not is_one(low[at]) and low[at] not in TITLES:
            return Voice("body", words.excerpt(start + at + 1, phrase.end))  # "Operator Halden Services"
        if role or (low[at] in TITLES and (low[at] not in _FIELDS or low[-1] not in COUNTRIES)) or low[at] == "witness":
            return Voice("person", words.excerpt(start + at + 1, phrase.end))
    if start - 1 > phrase.start and words.low[start - 1] == "of" and words.low[start - 2] in TITLES and words.capital(start - 2):
        return Voice("person", words.excerpt(start, phrase.end))  # "Minister of Health Ana Ruiz"
    before = words.low[start - 1] if start > phrase.start or (start > 1 and words.low[start - 2] in _POINTING) else ""
    end = phrase.end
    joins = end == start and is_plural(low[-1]) and speaks(low[-1]) and words.low[end + 1 : end + 2] == ["of"]  # "the Friends of Kew"
    called = apposed or joins or before in _CALLED or low[-1] in _BODIES
    if called or not _JOINTS.isdisjoint(low) or (len(low) > 1 and not ORGANISATIONS.isdisjoint(low)):
        if (words.low[end] in ORGANISATIONS or joins) and end + 2 < len(words.low) and words.low[end + 1] in ("of", "for"):
            end = _complement(words, end + 2, phrase.last) or end
        return Voice("body", words.excerpt(start, end))
    if speaks(before) or before in TITLES:
        return Voice("person", words.excerpt(start, end))
    return Voice("body" if _is_body(words, phrase.last + 1) else "name", words.excerpt(start, end))


def _is_body(words: Words, comma: int) -> bool:
    """Whether what stands behind a name and a comma calls it a body: ``Kestrel Risk, a modelling firm,``."""
    if words.tokens[comma : comma + 1] != [","] or comma + 2 >= len(words.low) or words.low[comma + 1] not in DETERMINERS:
        return False
    apposed = after(words, comma + 1)
    closed = apposed is not None and not words.tokens[min(apposed.last + 1, len(words.low) - 1)][0].isalnum()
    return closed and apposed is not None and (words.low[apposed.end] in _ANAPHORS or words.low[apposed.end] in _CALLED)


def _joins(words: Words, at: int, start: int) -> bool:
    """Whether token ``at`` is an "and" inside a name: ``Tees Fire and Rescue``."""
    return words.low[at] in ("and", "for", "of") and at > start and words.capital(at - 1) and "and" in words.low[at:]


def _described(words: Words, phrase: Phrase, head: str) -> Voice | None:
    """The voice of a phrase with a common noun for its head: ``exit poll``, ``residents``, ``head of a mission``."""
    start, end, at = phrase.start, phrase.end, phrase.end + 1
    if head in _PRESS and start == end and words.low[max(start - 1, 0)] == "this":
        return None  # "This newspaper reported": the writer
    preposition = words.low[at] if at < len(words.low) else ""
    if head in DOCUMENTS or (head in _OUTLETS and start - 1 in words.owners):
        producer = _producer(words, phrase)
        if producer is not None:
            return producer
        whose = start if words.low[start] == "own" else start - 1
        whose -= whose > 0 and words.low[whose] == "own"
        if whose >= 0 and words.low[whose] in POSSESSIVES:  # "Its figures show", "according to their own data"
            return Voice(PRONOUNS[words.low[whose]], words.excerpt(start + (words.low[start] == "own"), end), words.offset(whose))
    if head in _MOUTHPIECES and preposition in ("for", "of", "from", "at"):
        behind = after(words, at + 1)
        if behind is not None and (speaks(words.low[behind.end]) or words.capital(behind.end) or words.capital(behind.start)):
            return _through(words, voice(words, behind), start, behind.last)
    if preposition == "of" and (head in _ROLES or (head not in DOCUMENTS and (head in ORGANISATIONS or _gathers(words, head, at)))):
        end = _complement(words, at + 1, phrase.last) or end
    if start < end and words.low[start] == "same" and words.low[start - 1 : start] == ["the"]:
        return Voice("he" if is_one(head) else "they" if is_plural(head) else "it", words.excerpt(start + 1, end))
    while start < phrase.end and (words.low[start] in QUANTIFIERS or words.low[start] in DETERMINERS or words.tokens[start][0].isdigit()):
        start += 1
    if start > 0 and words.low[start - 1] in _POINTING and head in _ANAPHORS and start == end:
        return Voice("anaphor", head, words.offset(start))
    if head in _KEEPERS and start == end and start - 1 in words.owners:
        start -= 1
    name = given(words, phrase) if is_one(head) or words.low[phrase.start - 1 : phrase.start] in (["a"], ["an"], ["one"]) else None
    if name is not None:
        return _through(words, Voice("person", words.excerpt(name.start, name.end)), start, name.end)
    kind: Kind = "document" if head in DOCUMENTS else "group" if is_plural(head) else "role" if is_one(head) else "body"
    return Voice(kind, words.excerpt(start, end), -1, _placed(words, start, end))


def _placed(words: Words, start: int, end: int) -> str:
    """The phrase that ends at token ``end`` with the name behind it of where they are or whom they speak for; "" if none follows.

    ``researchers [at Kiel University]``, ``lawyers [for Ana Ruiz]``.
    """
    if words.low[end + 1 : end + 2] == [] or words.low[end + 1] not in _PLACES:
        return ""
    name = after(words, end + 2)
    if name is None or not words.capital(name.start) or not words.capital(name.end):
        return ""
    where = _through(words, voice(words, name), start, name.last)
    return where.whole if where is not None else ""


def _gathers(words: Words, head: str, of: int) -> bool:
    """Whether ``head`` is made up of the people behind ``of``: ``a team of demographers``."""
    members = after(words, of + 1)
    return speaks(head) and members is not None and is_plural(words.low[members.end]) and not words.capital(members.end)


def is_one(head: str) -> bool:
    """Whether a noun is one for a single person."""
    if head in _ROLES or (head in TITLES and head not in _FIELDS) or head in _PERSONS:
        return True
    if head.endswith(("man", "woman", "person", "-in-law", "-year-old")):
        return True
    return "-of-" in head and is_one(head.partition("-of-")[0])  # "mother-of-two"


def may_be_one(body: Voice) -> bool:
    """Whether what can be a firm can be a person: a contractor, a caretaker."""
    last = body.text.rpartition(" ")[2]
    return body.kind == "body" and body.text.islower() and last not in ORGANISATIONS and last not in _OUTFITS and last.endswith(_AGENTS)


def _producer(words: Words, phrase: Phrase) -> Voice | None:
    """Who made a document: the owner before it, or the name behind ``by``, ``from`` or ``auspices of``."""
    owned = phrase.start - 1 in words.owners and words.low[phrase.start - 1].removesuffix("'s") not in TIMES  # not "Tuesday's survey by"
    if owned and not (phrase.start > 1 and words.low[phrase.start - 1][-1] == "'" and words.low[phrase.start - 2] in ("a", "an")):
        found = owner(words, phrase.start - 1)
        whole = words.excerpt(_owner_start(words, phrase.start - 1), phrase.end)
        return Voice(found.kind, found.text, found.at, whole[max(whole.find(found.text), 0) :]) if found is not None else None
    for at in range(phrase.end + 1, min(phrase.last + 1, phrase.end + 16, len(words.low) - 1)):
        link, earlier = words.low[at], words.low[at - 1]
        issued = link == "of" and at == phrase.end + 1 and earlier in _ISSUED
        if (link in ("by", "from") and earlier not in _HANDLERS) or issued or (link == "of" and earlier == "auspices"):
            maker = after(words, at + 1, phrase.last + 1)
            if maker is not None and (words.capital(maker.end) or (speaks(words.low[maker.end]) and not issued)):
                found = voice(words, maker)
                if not issued or (found is not None and found.kind == "body"):
                    return _through(words, found, phrase.start, maker.last)
            elif maker is not None and link == "from" and words.low[maker.end] in DOCUMENTS:
                head = words.tokens[phrase.end]  # "figures from the state survey"
                return Voice("document", head, -1, words.excerpt(phrase.start, maker.end))
    return None


def _through(words: Words, found: Voice | None, start: int, end: int) -> Voice | None:
    """Who is found to speak, with the few words between token ``start`` and their own last, up to ``end``, that name what they speak by."""
    if found is None or found.at >= 0:
        return found
    whole, name, _ = words.excerpt(start, end).partition(found.whole or found.text)
    near = name and whole.count(" ") + name.count(" ") < _LONGEST_WHOLE and all(token[0].isalnum() for token in whole.split())
    return Voice(found.kind, found.text, found.at, whole + name) if near else found


def owner(words: Words, at: int) -> Voice | None:
    """Whom the possessive at token ``at`` names: ``[the] Free Union's``, ``organisers’``."""
    start = _owner_start(words, at)
    if words.low[at].rstrip("'’s") in _SILENT or (start > 0 and words.low[start - 1] in ("this", "our", "my")):
        return None
    titled = start
    while start < at and words.low[start] in TITLES:
        start += 1  # "Captain Ruiz's memoirs"
    text = words.excerpt(start, at).removesuffix("'s").removesuffix("’s").rstrip("'’")
    last = text.rpartition(" ")[2].lower()
    if not words.capital(at):
        return Voice("role" if is_one(last) else "group", text) if speaks(last) else None
    return Voice("body" if last in ORGANISATIONS else "person" if titled < start else "name", text)


def _owner_start(words: Words, at: int) -> int:
    """Where the name begins whose possessive is token ``at``."""
    start = at
    while start > 0 and words.capital(at) and words.capital(start - 1) and words.low[start - 1] not in _NO_NAMES:
        start -= 1
    return start


def _complement(words: Words, at: int, last: int) -> int | None:
    """Where the noun group behind ``of`` at ``at - 1`` ends, not beyond ``last``."""
    found = after(words, at, last + 1)
    return found.end if found is not None else None
