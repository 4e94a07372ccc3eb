"""Finding the subject of a verb of speech: before it, behind it, or beyond an aside."""

from __future__ import annotations

from typing import Literal

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.naming import named_behind
from ledger.extraction.context.speech.phrases import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENTS,
    ORGANISATIONS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    TITLES,
    Phrase,
    after,
    before,
    likely,
    opening,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.relatives import described, engaged, met, participial, reduced, related, tells_more, within
from ledger.extraction.context.speech.verb_groups import BETWEEN
from ledger.extraction.context.speech.voices import POSSESSIVES
from ledger.extraction.context.speech.words import CLOSING, ENDS, OPENING, PAUSES, TIMES, Words, marks, past_dateline
from ledger.extraction.context.word_classes import NOUN, PAST, THIRD, classes

Placement = Literal["plain", "inverted", "aside", "relative", "joined"]
RELATIVES = frozenset({"who", "which", "that"})
_PLACING, _SUFFIXES = GRAMMAR["placing"], GRAMMAR["suffix"]
_TELLING = GRAMMAR["telling"]
_PLAIN, _NUMERALS = GRAMMAR["plain"], GRAMMAR["many"] | {"one"}
_STOPS = ([","], ["."])
_SHARES = GRAMMAR["part"] | {"%", "cent"}
_EXPECTING = GRAMMAR["awaiting"]
_PERSONAL = frozenset({"he", "she", "they", "it"})
_ABLE = _PERSONAL | {"them"}  # "one of them"
_DAYS_AGO = 5
_JOINING = frozenset({"but", "and", "so", "yet", "while"})
_BEFORE_CLAUSES = frozenset({"that", "but", "as", "while"})
_MOST = 6
"""How many commas may stand between a subject and its verb."""


class Subject:
    """A verb's subject, where it stands to the verb, and the token where it opens, determiner and role included.

    ``several`` says that it opens with others that are its subject too: ``the police and [the mayor]``.
    """

    __slots__ = ("phrase", "placement", "several", "start")

    def __init__(self, phrase: Phrase, placement: Placement, start: int, several: bool = False):
        self.phrase, self.placement, self.start, self.several = phrase, placement, start, several


def subject(words: Words, at: int, place: int) -> Subject | None:
    """The subject of the verb at token ``at`` whose auxiliaries begin behind token ``place``."""
    if place < 0:
        return None
    mark, low = words.tokens[place], words.low
    if mark in CLOSING or (mark in PAUSES and place > 0 and words.tokens[place - 1] in CLOSING):
        found = inverted(words, at)
        if found is not None or mark in CLOSING:
            return found
    if mark == "," and words.tokens[-1].isalnum() and low[at].endswith("s"):
        behind = inverted(words, at)
        if behind is None or not able(words, behind.phrase):
            first = opening_phrase(words)  # "Lumen opens plant, sees sales at 40"
            return Subject(first, "joined", first.start) if first is not None and likely(words, first.end) else None
    if mark in PAUSES and mark != "(":
        return _behind_pause(words, at, place)
    if low[place] in ("and", "but", "or"):
        semicolon = next((at for at in range(place, 0, -1) if words.tokens[at] == ";"), -1)
        first = opening_phrase(words) if semicolon < 0 else subject_at(words, semicolon + 1)
        return Subject(named_behind(words, first), "joined", first.start) if first is not None else None
    if low[place] == "them" and place > 1 and low[place - 1] == "of" and low[place - 2] in QUANTIFIERS:
        return Subject(Phrase(place, place, place), "plain", place - 2)
    if low[place] in RELATIVES:
        return _antecedent(words, place)
    return _plain(words, at, _phrase_before(words, at, place))


def _behind_pause(words: Words, at: int, place: int) -> Subject | None:
    """The subject of a verb with a comma or a dash at ``place`` before it, which stands beyond an aside or behind the verb."""
    found = _beyond_asides(words, place)
    doubtful = found is not None and (words.low[found.phrase.end] in DOCUMENTS or found.phrase.end == 0)
    doubtful |= found is not None and words.low[at] in _PLAIN and found.phrase.last + 1 == place  # "The mayor, said Ana Ruiz, was"
    behind = inverted(words, at) if doubtful else None
    if behind is not None and words.capital(behind.phrase.end) and words.tokens[behind.phrase.last + 1 :][:1] in _STOPS:
        return behind  # "The figures, says Ana Ruiz, are", "Sales, says Ana Ruiz, fell"
    if found is None or words.tokens[found.start][0].isdigit():  # "40 men, said Ana Ruiz, were lost"
        found = inverted(words, at) or found
    if found is None:
        opener = _told_of(words, at, place)
        return Subject(opener, "plain", opening(words, opener.start)) if opener is not None else None
    return found if able(words, found.phrase) else None


def _phrase_before(words: Words, at: int, place: int) -> Phrase | None:
    """The noun phrase that the verb at ``at`` tells of: at token ``place``, or before what only tells more of it."""
    phrase = _told_of(words, at, place) or related(words, place) or met(words, place) or engaged(words, place) or before(words, place)
    if phrase is None or not likely(words, phrase.end) or words.low[opening(words, phrase.start) - 1] in PREPOSITIONS:
        phrase = reduced(words, place) or phrase  # "A paper written in May and sent to the mayor warned"
    if phrase is not None and _is_place(words, phrase):
        phrase = opening_phrase(words) or phrase
    if phrase is not None and words.low[at] in _PLAIN and not able(words, phrase):
        placed = words.low[opening(words, phrase.start) - 1] in _PLACING
        phrase = (opening_phrase(words) or phrase) if placed else phrase  # "A sign at the gate says"
    return phrase


def _plain(words: Words, at: int, phrase: Phrase | None) -> Subject | None:
    """``phrase`` as the subject of the verb at ``at``, with those it is joined to; None where it is no subject."""
    if phrase is None:
        return None
    low, start = words.low, opening(words, phrase.start)
    if low[start - 1] in ("nor", "neither"):
        return None
    if start == 1 and low[0] in PREPOSITIONS and low[phrase.end] in DOCUMENTS:
        return None  # "In a statement read to the court, Ana Ruiz said"
    if start > 1 and low[start] in POSSESSIVES and low[start - 1] == "and" and words.capital(start - 2):
        first = before(words, start - 2)  # "Ana Ruiz and her team"
        return Subject(first, "plain", opening(words, first.start), True) if first is not None else None
    of = start > 1 and low[start - 1] == "of"
    if of and low[start - 2] in _NUMERALS and start < phrase.start and speaks(low[phrase.end]):
        return Subject(phrase, "plain", start - 2)
    if phrase.start < phrase.end and low[at] in _EXPECTING and closes(words, at + 1):
        of = False  # "short of the 40 euros analysts expected"
    if _is_share(words, phrase.start) or (of and (not words.capital(phrase.end) or low[start - 2] in _SHARES)):
        return None  # "40 percent of residents said", "one in five voters say": what they were asked
    opens = _others(words, phrase, start)
    return Subject(phrase, "plain", opens, opens < start)


def _is_share(words: Words, at: int) -> bool:
    """Whether ``one in five`` stands before token ``at`` or ends there."""
    low = words.low
    at += low[at] in _NUMERALS
    return at > 2 and low[at - 2] == "in" and all(low[place][0].isdigit() or low[place] in _NUMERALS for place in (at - 1, at - 3))


def _told_of(words: Words, at: int, place: int) -> Phrase | None:
    """Who opens the sentence and is told of up to token ``place``, before the verb at ``at``: ``A porter who found it [said]``."""
    behind = words.low[at + 1] if at + 1 < len(words.low) else ""
    plain = words.low[at] in _PLAIN or words.low[at] in _TELLING or behind == "that" or behind.endswith("ing")
    first = opening_phrase(words) if plain else None
    return first if first is not None and described(words, first, place) else within(words, place) if plain else None


def _others(words: Words, phrase: Phrase, start: int) -> int:
    """Where the list opens that ``phrase``, itself opening at ``start``, ends: ``[Ana Ruiz, Jo Mols and] the mayor``; else ``start``."""
    opens = first = start
    joined = "and" in words.low[phrase.start : phrase.end]
    for _ in range(_MOST):
        if first < 2 or not (words.low[first - 1] == "and" or (joined and words.tokens[first - 1] == ",")):
            break
        other = before(words, first - 2, deep=False)
        if other is None or not likely(words, other.end):
            break
        first, joined = opening(words, other.start), True
        first -= first > 0 and words.low[first - 1] == "both"
        if first == 0 or marks(words.tokens[first - 1]) or words.low[first - 1] in _BEFORE_CLAUSES:
            opens = first
    return opens


def _is_place(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase only says where: ``The head of the clinic that treats them in [Kiel] said``."""
    left = opening(words, phrase.start)
    return left > 1 and words.capital(phrase.end) and words.low[left - 1] in _PLACING


def opening_phrase(words: Words) -> Phrase | None:
    """The first noun phrase of the sentence, beyond an adverbial that a comma closes."""
    at, low = past_dateline(words), words.low
    if "ago" in low[:_DAYS_AGO]:
        at = low.index("ago") + 1  # "Thirteen years ago a clerk promised"
    if not at and low and (low[0] in PREPOSITIONS or low[0] in TIMES or low[0] in BETWEEN or participial(words)):
        at = next((place + 1 for place, token in enumerate(words.tokens) if token == ","), 0)
        near = range(2, min(at or len(low), _MOST))  # "In a statement she described"
        at = next((place for place in near if low[place] in _PERSONAL and low[place - 1] not in RELATIVES | _BEFORE_CLAUSES), at)
    while at < len(low) and (low[at] in ("and", "but") or words.tokens[at] in OPENING):
        at += 1
    return subject_at(words, at)


def subject_at(words: Words, at: int) -> Phrase | None:
    """The noun phrase of a subject that begins at token ``at``."""
    phrase = after(words, at)
    if phrase is not None:
        named = words.capital(phrase.end)
        beyond = phrase.last + 2
        if named and words.low[beyond - 1 : beyond] == ["and"] and beyond < len(words.low) and words.capital(beyond):
            other = after(words, beyond, depth=0)
            if other is not None and other.start < other.end and words.low[other.end] in ORGANISATIONS:
                return Phrase(phrase.start, other.end, other.last)  # "The Elm and Vale NHS trust"
        for place in range(phrase.start, phrase.end):  # a verb may follow its subject in the group: "the pollster questioned"
            parted = _utters(words.low[place]) and not _utters(words.low[place + 1]) and not words.capital(place + 1)
            if parted and (not named or acts(words.low[place + 1])):  # "the mayor thanked Ana Ruiz and said"
                return Phrase(phrase.start, place, place)
    return phrase


def acts(word: str) -> bool:
    """Whether a word is a finite verb and no noun."""
    known = classes(word)
    return bool(known & (PAST | THIRD)) and not known & NOUN


def _utters(noun: str) -> bool:
    return speaks(noun) or noun in DOCUMENTS


def closes(words: Words, at: int) -> bool:
    """Whether a clause can end before token ``at``: at a mark, or at an adverbial of time, place or manner."""
    return at >= len(words.tokens) or words.tokens[at] in ENDS or words.low[at] in PREPOSITIONS or words.low[at] in TIMES


def able(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who can speak, a pronoun included."""
    return words.low[phrase.end] in _ABLE or likely(words, phrase.end)


def _antecedent(words: Words, place: int) -> Subject | None:
    """What a relative pronoun at token ``place`` stands for; ``which`` for the nearest noun."""
    left = place - 1
    while left > 0 and (words.tokens[left] == "," or words.low[left] in PREPOSITIONS or words.low[left] in ("and", "but")):
        left -= 1
    phrase = before(words, left, deep=words.low[place] != "which") if left >= 0 and words.low[left] not in _SHARES else None
    start = opening(words, phrase.start) if phrase is not None else 0
    if phrase is not None and words.low[place] == "who" and start > 1 and not words.capital(phrase.end) and words.tokens[start - 1] == ",":
        name = before(words, start - 2)  # "Ana Ruiz, head of the clinic, who"
        whole = name is not None and (name.end > name.start or name.start == 0)
        if whole and name is not None and words.capital(name.end) and words.low[name.start - 1] not in PREPOSITIONS:
            phrase = name
    return Subject(phrase, "relative", opening(words, phrase.start)) if phrase is not None else None


def inverted(words: Words, at: int) -> Subject | None:
    """``[said] Ana Ruiz``, ``[said] the leader of the team, Ana Ruiz``, ``[said] the head of the jury, the producer Ana Ruiz``."""
    phrase = after(words, at + 1)
    if phrase is None or (words.low[phrase.end] in PRONOUNS and words.low[phrase.end] not in _PERSONAL):
        return None
    behind = phrase.last + 1
    if words.tokens[behind : behind + 1] == [","] and not words.capital(phrase.end) and behind + 1 < len(words.tokens):
        name = after(words, behind + 1) if words.capital(behind + 1) or words.low[behind + 1] == "the" else None
        if name is not None and name.end > name.start and words.capital(name.end):
            return Subject(name, "inverted", at + 1)
    followed = closes(words, behind) or words.capital(phrase.end) or words.low[behind] == "who"
    return Subject(phrase, "inverted", at + 1) if followed else None


def _beyond_asides(words: Words, place: int) -> Subject | None:
    """The subject of a verb with a comma before it: ``Ana Ruiz, 40, the head of the clinic, [said]``."""
    edge, fallback, floor = place, None, 0
    if participial(words):
        floor = next((at for at in range(place) if words.tokens[at] == ","), 0)  # "Asked about it, the union, which ..., said"
    named: Subject | None = None
    for _ in range(_MOST):
        edge, start = _segment(words, edge)
        start += start + 1 < edge and words.low[start] in _JOINING
        if start >= edge:
            break
        phrase = before(words, edge - 1, start)
        if start + 1 == edge and words.tokens[start][1:2] == "-":
            phrase = None  # "Senator Ana Ruiz, D-Ohio"
        elif phrase is not None and _whole(words, phrase, start):
            role = words.low[start] in DETERMINERS or words.low[phrase.end] in TITLES or not words.capital(phrase.end)
            if not role:
                return Subject(phrase, "aside", _role_before(words, start))
            if fallback is None and _names_behind_role(words, phrase):
                named = Subject(phrase, "aside", start)
            head = words.low[phrase.end]
            made = words.low[edge + 2 : edge + 3] == ["by"] and head in DOCUMENTS and (head == "data" or is_plural(head))
            whole = Phrase(phrase.start, phrase.end, place - 1) if made else phrase  # "figures, released by Lumen, show"
            fallback = Subject(whole, "aside", start)
        elif phrase is not None and words.low[start : start + 2] == ["one", "of"] and _several(words.low[phrase.end]):
            if fallback is not None and words.low[phrase.end] == "them":
                return fallback  # "One of them, a former inspector, said"
            if start < 2 or not words.capital(start - 2):  # "Ana Ruiz, one of its authors, said"
                return Subject(phrase, "aside", start)
            fallback = fallback or Subject(phrase, "aside", start)
        elif not (tells_more(words, start) or words.tokens[start][0].isdigit() or words.low[start] in DETERMINERS):
            found = _behind_adverbial(words, phrase, start)
            if found is not None or not AUXILIARIES.isdisjoint(words.tokens[start:edge]):
                return found or fallback
        edge = start - 1
        if edge <= floor or words.tokens[edge] not in PAUSES:
            break
    return named if named is not None and fallback is not None and not words.capital(fallback.phrase.end) else fallback


def _several(noun: str) -> bool:
    return noun == "them" or speaks(noun)


def _names_behind_role(words: Words, phrase: Phrase) -> bool:
    """Whether an aside ends with somebody's name behind what they are: ``A former pupil, the Olympic medallist [Jo Brink], said``."""
    start = phrase.end
    while start > phrase.start and words.capital(start - 1):
        start -= 1
    run, role = words.low[start : phrase.end + 1], words.low[start - 1] if start else ""
    called = role.isalpha() and words.tokens[start - 1][0].islower() and role not in DETERMINERS and role not in PREPOSITIONS
    return called and len(run) > 1 and ORGANISATIONS.isdisjoint(run) and _SUFFIXES.isdisjoint(run)


def _segment(words: Words, edge: int) -> tuple[int, int]:
    """The end and start of what stands between the mark at ``edge`` and the mark before it, parentheses passed over."""
    if edge and words.tokens[edge - 1] == ")":
        while edge > 1 and words.tokens[edge] != "(":
            edge -= 1
    start = max(edge - 1, 0)
    while start > 0 and (words.tokens[start - 1] == ")" or not marks(words.tokens[start - 1])):
        start -= 1
        if words.tokens[start] == ")" and "(" in words.tokens[:start]:
            start = max(at for at in range(start) if words.tokens[at] == "(")
    return edge, start


def _whole(words: Words, phrase: Phrase, start: int) -> bool:
    left = opening(words, phrase.start, start)
    return left - (left == start + 1 and words.low[start] in QUANTIFIERS) == start and likely(words, phrase.end)


def _role_before(words: Words, start: int) -> int:
    """Where ``the skipper, [Ana Ruiz]`` opens, or ``start``."""
    if start < 2 or words.tokens[start - 1] != ",":
        return start
    edge, first = _segment(words, start - 1)
    phrase = before(words, edge - 1, first) if 0 <= first < edge and words.low[first] in DETERMINERS else None
    return first if phrase is not None and _whole(words, phrase, first) else start


def _behind_adverbial(words: Words, phrase: Phrase | None, start: int) -> Subject | None:
    """A name that ends a segment behind an adverbial: ``On Monday Ana Ruiz, 40, [said]``."""
    if phrase is None or not words.capital(phrase.end) or phrase.end == phrase.start or phrase.last != phrase.end:
        return None
    dated = any(word in TIMES or word[0].isdigit() for word in words.low[start : phrase.start])
    if start > 0 and words.tokens[start - 1] == "," and not dated:
        return None  # "The paper, in the Journal of Hygiene, notes"
    fronted = words.low[start] in PREPOSITIONS or words.low[start] in TIMES or words.low[start] in GRAMMAR["conjunction"]
    return Subject(phrase, "aside", opening(words, phrase.start)) if fronted else None
