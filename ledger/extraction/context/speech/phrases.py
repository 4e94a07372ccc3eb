"""The noun phrases that end before a word of a sentence or begin at it."""

from __future__ import annotations

from ledger import lexicon
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.words import TIMES, Words

PREPOSITIONS, DETERMINERS, QUANTIFIERS = GRAMMAR["preposition"], GRAMMAR["determiner"], GRAMMAR["quantifier"]
PRONOUNS, AUXILIARIES, PARTICLES = GRAMMAR["pronoun"], GRAMMAR["auxiliary"], GRAMMAR["particle"]
TITLES, ORGANISATIONS = lexicon.words("titles.txt"), lexicon.words("organisations.txt")
SPEAKERS, DOCUMENTS = lexicon.words("speakers.txt") | lexicon.words("persons.txt"), lexicon.words("documents.txt")
FELLOWS = frozenset({"another", "others"})
"""Words that name somebody beside those who have spoken."""
_PARTICIPLES, _SILENT = GRAMMAR["participle"], GRAMMAR["silent"]
_STOPS = PREPOSITIONS | GRAMMAR["conjunction"] | AUXILIARIES | PRONOUNS | DETERMINERS | TIMES | GRAMMAR["plain"]
_ROLES = GRAMMAR["role"]
_FIELDS, _REGIONS = GRAMMAR["field"], GRAMMAR["region"]
_PERSONAL = GRAMMAR["nominative"] | {"who"}
_NAMELIKE = PREPOSITIONS | AUXILIARIES
_HEADS = SPEAKERS | ORGANISATIONS | DOCUMENTS
CARDINALS = frozenset(lexicon.number_words("cardinal"))
_NOBODY = QUANTIFIERS | _SILENT | TIMES
_SPEAKING = ("ists", "ist", "men", "man", "women", "woman", "persons", "person", "people", "ologist", "crats")
_MOST_WORDS, _MOST_PHRASES, _LONGEST_NAME = 7, 7, 12
_SHORTEST_GERUND = 5
_CLAUSAL = frozenset({"after", "before", "since", "until", "till", "as", "than"})
"""Prepositions that open a clause more often than they tell of somebody."""
_AGED = "-year-old"


class Phrase:
    """A noun phrase without its determiner: tokens ``start`` to ``end``, both included, the head last.

    ``last`` is the last token of the complements behind the head: ``a poll [of voters by Acme]``.
    """

    __slots__ = ("end", "last", "start")

    def __init__(self, start: int, end: int, last: int):
        self.start, self.end, self.last = start, end, last


def before(words: Words, at: int, floor: int = 0, deep: bool = True) -> Phrase | None:
    """The noun phrase that ends at token ``at``; if ``deep`` its head is moved left over complements: ``officials [in Riga]``."""
    tokens, low = words.tokens, words.low
    if at < floor:
        return None
    if tokens[at] == ")":
        at = _over_parentheses(tokens, at, floor)
    group = _group_before(words, at, floor)
    if group is None:
        return None
    left, start, end = group[0], *group
    for _ in range(_MOST_PHRASES if deep else 0):
        if left < floor + 2:
            break
        while left > floor and tokens[left - 1][0].islower() and _nominal(words, left - 1) and not _does(low, left - 1):
            left -= 1
        left = opening(words, left, floor)
        if left in words.owners and end == group[1] and words.capital(end):
            break  # "The Bureau of Meteorology's Claire Richards"
        if left > floor + 1 and low[left - 1] in ("both", "all", "several", "some", "many", "most"):
            left -= 1
        left = _first_joined(words, left, floor) if end == group[1] and low[left - 1] == "and" else left
        if left < floor + 2 or not (low[left - 1] in PREPOSITIONS or _does(low, left - 1)):
            break
        if low[left - 1] in _CLAUSAL and likely(words, end):
            break  # "Shares fell after the company said"
        edge = left - 2
        if edge > floor and low[edge] in ("out", "up") and is_participle(low[edge - 1]):
            edge -= 1  # "a survey carried out in May"
        if edge > floor and is_participle(low[edge]):
            edge -= 1 + (low[edge - 1] == "and")  # "tests made by Lumen and seen by the paper"
            edge -= edge > floor + 1 and (words.adverb(edge) or low[edge] in TIMES or low[edge] == "once")
        if tokens[edge] == ")":
            edge = _over_parentheses(tokens, edge, floor)
        further = _group_before(words, edge, floor)
        if further is None:
            break
        if low[left - 1] == "of" and _holds_office(words, further[1], start, end):
            return Phrase(further[0], end, at)
        left = further[0]
        if likely(words, further[1]):
            start, end = further
    headed = low[end + 1 : end + 2] == ["of"] and (words.capital(end) or low[end] in _ROLES)  # "by the Friends of Kew, who say"
    if end != group[1] and not headed and _behind_preposition(words, start, floor):  # "In the city of Riga residents said"
        start, end = group
    return Phrase(start, end, at)


def _first_joined(words: Words, left: int, floor: int) -> int:
    """Where the list that ends with the word at ``left`` begins, if it tells where or of what somebody is, else ``left``.

    ``officials in [Kiel and] Bonn``, ``the ministries of [health and] finance``; not ``police in Kiel and Ana Ruiz``.
    """
    first = left
    while first > floor + 1 and (words.low[first - 1] == "and" or words.tokens[first - 1] == ","):
        group = _group_before(words, first - 2, floor)
        if group is None or words.capital(group[1]) != words.capital(left) or group[0] < group[1]:
            return left
        first = group[0]
    placed = first > floor + 1 and words.low[first - 1] in ("in", "at", "of", "from") and speaks(words.low[first - 2])
    named = words.capital(left) and left + 1 < len(words.tokens) and words.capital(left + 1)
    return first if placed and not named else left


def _holds_office(words: Words, office: int, start: int, end: int) -> bool:
    """Whether the capitals ``start`` to ``end`` behind "of" end with the name of who holds the office: ``Minister of Health Ana Ruiz``."""
    if not (words.capital(office) and words.low[office] in TITLES and words.capital(end)) or words.low[start] in _REGIONS:
        return False
    return end - start > 1 or (end - start == 1 and words.low[start] in _FIELDS)


def after(words: Words, at: int, limit: int = 1 << 30, depth: int = 4) -> Phrase | None:
    """The noun phrase that begins at token ``at``, before ``limit``: ``the skipper``, ``Dr Ana Ruiz``, ``the head of a mission``."""
    low, count = words.low, min(len(words.low), limit)
    while at < count and (_introduces(words, at, count) or (low[at] == "only" and at and low[at - 1] == "the")):
        at += 1
    if at < count and low[at] in PRONOUNS and low[at] not in QUANTIFIERS:
        return Phrase(at, at, at)
    if at + 2 < count and low[at : at + 2] == ["one", "of"]:
        return after(words, at + 2, limit, depth)
    if at and low[at - 1] == "her" and (at >= count or not words.tokens[at][0].isalnum()):
        return Phrase(at - 1, at - 1, at - 1)  # "according to her,"
    start = at
    while at < count and at - start < _MOST_WORDS and _nominal(words, at) and not (at > start and _turns(words, at, count)):
        at += 1
        if at - 1 in words.owners and at < count and words.tokens[at][0].islower() and _nominal(words, at):
            start = at  # "Colonel Ruiz's memoirs"
        if at + 1 < count and (low[at] in PARTICLES or (low[at] == "to" and words.capital(at - 1))) and words.capital(at + 1):
            at += 1
    if at == start:
        return None
    end = last = at - 1
    if at + 1 < count and is_participle(low[at]):
        at, last = at + 1, at
    if at + 1 < count and low[at] in ("of", "for", "from", "by") and depth:
        complement = after(words, at + 1, limit, depth - 1)
        last = complement.last if complement else last
    return Phrase(start, end, last)


def opening(words: Words, left: int, floor: int = 0) -> int:
    """Where a phrase that starts at ``left`` opens: at its determiner or its owner if it has one, a name at the role before it."""
    tokens, low, owners = words.tokens, words.low, words.owners
    if left <= floor or tokens[left - 1] in PREPOSITIONS or not tokens[left - 1][0].isalnum():
        return left
    while left > floor and tokens[left - 1][0].isdigit():
        left -= 1
    if words.capital(left):
        role = left
        while role > floor and left - role < _MOST_WORDS - 2 and role - 1 not in owners and _nominal(words, role - 1):
            role -= 1
        if role == floor or low[role - 1] in DETERMINERS or not tokens[role - 1][0].isalnum():
            left = role
    steps = _LONGEST_NAME
    while left > floor and steps and (low[left - 1] in DETERMINERS or left - 1 in owners):
        owned = left - 1 in owners
        left, steps = left - 1, steps - 1
        while owned and left > floor and steps and words.capital(left - 1) and low[left - 1] not in PREPOSITIONS:
            left, steps = left - 1, steps - 1
        if owned and not words.capital(left):
            left = _owner_opens(words, left, floor)
    return left


def _owner_opens(words: Words, left: int, floor: int) -> int:
    """Where the words before the owner at ``left`` begin if an article stands before them: ``the [central] bank's governor``."""
    at = left
    while at > floor and left - at < 3 and words.tokens[at - 1][0].islower() and _nominal(words, at - 1):
        at -= 1
    return at if at > floor and words.low[at - 1] in DETERMINERS else left


def likely(words: Words, end: int) -> bool:
    """Whether the phrase whose last token is ``end`` names somebody who can speak: a name, or a noun for people, bodies or documents."""
    head = words.low[end]
    if head in _NOBODY or head in CARDINALS:
        return False
    return words.tokens[end][0].isupper() or head in DOCUMENTS or speaks(head)


def is_thing(words: Words, at: int) -> bool:
    """Whether token ``at`` ends a noun phrase for what cannot speak."""
    phrase = before(words, at, deep=False) if words.tokens[at][0].isalpha() else None
    return phrase is not None and words.low[phrase.end] not in PRONOUNS and not likely(words, phrase.end)


def speaks(noun: str) -> bool:
    """Whether a noun is one for people or bodies that speak."""
    if noun in SPEAKERS or noun.endswith(_SPEAKING) or (noun[-1:] == "s" and noun[:-1] in SPEAKERS):
        return True
    if "-" not in noun:
        return False
    joined = noun.partition("-of-")[0] if "-of-" in noun else noun.rpartition("-")[2]  # "mother-of-two", "salt-maker"
    return joined in SPEAKERS or noun.endswith(("-in-law", _AGED))


def _introduces(words: Words, at: int, count: int) -> bool:
    """Whether token ``at`` stands before a noun phrase: an article, a number, a possessive."""
    token, low = words.tokens[at], words.low[at]
    if low in DETERMINERS or (token[0].isdigit() and not low.endswith(_AGED)) or token in ("$", "€", "£", "%"):
        return True
    if at + 1 >= count:
        return False
    return (low in QUANTIFIERS and _nominal(words, at + 1)) or (at in words.owners and words.tokens[at + 1][0].isalpha())


def _turns(words: Words, at: int, count: int) -> bool:
    """Whether the phrase has ended before ``at``: a name before a small letter, a noun before ``published in``."""
    if words.capital(at - 1) and not words.capital(at) and at - 1 not in words.owners:
        return not (words.low[at] in _HEADS or (at + 1 < count and words.low[at] in _FIELDS and words.low[at + 1] in _HEADS))
    return is_participle(words.low[at]) and at + 1 < count and words.low[at + 1] in PREPOSITIONS


def _group_before(words: Words, at: int, floor: int) -> tuple[int, int] | None:
    """The words of one noun group that ends at ``at``, without its determiner."""
    if at < floor or at in words.owners:
        return None
    tokens, low, owners = words.tokens, words.low, words.owners
    if low[at] in PRONOUNS:
        return at, at
    if (tokens[at][0].isdigit() and not low[at].endswith(_AGED)) or low[at] in TIMES:
        return _date_before(words, at, floor)
    if not _nominal(words, at):
        return None
    start = at
    if not tokens[at][0].isupper():
        while start > floor and at - start < _MOST_WORDS and start - 1 not in owners and _nominal(words, start - 1):
            if start - 1 > floor and (low[start - 2] in _PERSONAL or _does(low, start - 1)):
                break  # "she cites papers", "doctors treating men"
            start -= 1
        return start, at
    while start > floor and at - start < _LONGEST_NAME:
        if words.capital(start - 1) and start - 1 not in owners and _nominal(words, start - 1):
            start -= 1
        elif start - 1 > floor and (low[start - 1] in PARTICLES or low[start - 1] == "to") and words.capital(start - 2):
            start -= 1 if low[start - 2] in _STOPS else 2
        elif start - 1 > floor and low[start - 1] in TIMES and tokens[start - 1][0].isupper() and low[start - 2] in DETERMINERS:
            start -= 1  # "the Sunday Herald"
        elif start - 1 > floor and low[start - 1] == "and" and words.capital(start - 2) and _joined(words, start - 2, floor) is not None:
            start = _joined(words, start - 2, floor) or floor  # "Tees Fire and Rescue"
        else:
            break
    return start, at


def _does(low: list[str], at: int) -> bool:
    """Whether token ``at`` says what the people before it do: ``doctors [treating] men``."""
    return low[at].endswith("ing") and len(low[at]) > _SHORTEST_GERUND and speaks(low[at - 1]) and low[at - 1][-1] == "s"


def _joined(words: Words, at: int, floor: int) -> int | None:
    """Where the name that ends at ``at`` begins, when it opens what is said and may be one with the name behind "and"."""
    start = at
    while start > floor:
        if words.capital(start - 1) and _nominal(words, start - 1):
            start -= 1
        elif start - 1 > floor and words.low[start - 1] in ("for", "of") and words.capital(start - 2):
            start -= 2  # "Centers for Disease Control and Prevention"
        else:
            break
    opens = start == floor or not words.tokens[start - 1][0].isalnum() or words.low[start - 1] in DETERMINERS
    return start if opens and words.low[at] not in _STOPS and at not in words.owners else None


def _date_before(words: Words, at: int, floor: int) -> tuple[int, int] | None:
    """A date behind a preposition, which may end a phrase: ``a survey conducted [in March and April]``."""
    start = at
    while start > floor and at - start < _LONGEST_NAME:
        if not (words.tokens[start - 1][0].isdigit() or words.low[start - 1] in TIMES or words.low[start - 1] == "and"):
            break
        start -= 1
    return (start, at) if start > floor and words.low[start - 1] in PREPOSITIONS else None


def _nominal(words: Words, at: int) -> bool:
    """Whether token ``at`` can stand inside a noun group."""
    token, low = words.tokens[at], words.low[at]
    if low in _STOPS and token[-1] != ".":  # "Doctors Without Walls", "Per Olsen"
        return at > 0 and low in _NAMELIKE and token[0].isupper() and _among_capitals(words, at)
    return (token[0].isalpha() or low.endswith(_AGED)) and not (low.endswith("ly") and words.adverb(at))


def _among_capitals(words: Words, at: int) -> bool:
    """Whether a capitalised word of a closed class stands beside a name, not at the beginning of what is said."""
    if words.tokens[at - 1][0].isupper():
        return len(words.tokens[at]) > 3
    return words.tokens[at - 1][0].isalpha() and at + 1 < len(words.tokens) and words.tokens[at + 1][0].isupper()


def is_participle(word: str) -> bool:
    """Whether a word may be a participle that tells what was done to a thing: ``published``, ``taken``."""
    return word.endswith("ed") or word in _PARTICIPLES


def _over_parentheses(tokens: list[str], at: int, floor: int) -> int:
    """The token before the parentheses that close at ``at``, or ``at`` where nothing stands before."""
    if at <= floor:
        return at
    while at > floor and tokens[at] != "(":
        at -= 1
    return at - 1


def _behind_preposition(words: Words, start: int, floor: int) -> bool:
    left = opening(words, start, floor)
    return left > floor and words.low[left - 1] in PREPOSITIONS and words.low[max(left - 2, 0)] != "according"
