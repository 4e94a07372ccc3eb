"""Ordinals that state a rank or a place in a sequence."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import classes, words

_VERBS, _BE, _NOUNS, _SEATS, _DETERMINERS, _TIMES = (
    classes("ranking.tsv")[row] for row in ("verb", "be", "noun", "class", "determiner", "time")
)
_NO_NOUN = words("prepositions.txt")
_HYPHENED = re.compile(r"[-‑](?:placed|ranked|seeded|tier|most|best|worst|[a-z]+est)\b")
_CLASS = re.compile(r"[\s-]class\s+(\w+)")
_CAME_IN = tuple(f"{words} " for words in classes("ranking.tsv")["came in"])
_SPANNED = re.compile(
    r",? (?:(?:in|at|on) (?:the|its|his|her|their|this) [a-z]+ (?=in |within |since |this ))?"
    r"(?:in (?:the|its|his|her|their|our|[a-z]+['’]s) (?:[\w-]+ ){0,2}history\b|since (?:the |a )?\w"
    r"|this (?:year|season|month|week|summer|winter)\b"
    r"|(?:in|within) (?:the (?:space of|last|past) )?(?:as many|an?|\w+) (?:\w+ )?(?:hour|day|week|month|year|decade)s?\b)"
)
""" "the second in the history of the hospital", "the second since 2020", "the second in as many weeks"."""
_SHORT = 24
"""Characters of a block that may hold nothing but an ordinal."""
_GENITIVE = ("'s", "’s", "s'", "s’")


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.value in (1, 2) and not numeral.digits and not _ranks(scene, numeral):
        return None
    return Reading(numeral.start, numeral.end, numeral.value, numeral.value, bound="exact")


def _ranks(scene: Scene, numeral: Numeral) -> bool:
    """Whether "first" or "second" ranks; both order a text more often than the world."""
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    if limit - floor < _SHORT and low[floor:start].strip() in ("", "the") and not low[end:limit].strip(" .!?"):
        return True
    if _HYPHENED.match(low, end, limit):
        return numeral.value == 2
    before, following = word_before(low, start, floor), scene.word_after(end, limit)
    if following in _NOUNS:
        return True
    if following == "class" and (seat := _CLASS.match(low, end, limit)) and seat.group(1) in _SEATS:
        return True
    if following == "" and low.endswith(_CAME_IN, floor, start):
        return True
    if numeral.value == 2 and before == "the" and _SPANNED.match(low, end, limit):
        return True
    if following == "" or following in _NO_NOUN:
        return (before in _VERBS or (before in _BE and numeral.value == 2)) and not (numeral.value == 1 and following == "to")
    if numeral.value == 1 or following == "half" or (before == "a" and following in _TIMES):
        return False
    return before in _DETERMINERS or before.endswith(_GENITIVE)


rule = Rule(
    code="Q501",
    name="ordinal",
    kind="ordinal",
    forms=frozenset({"ordinal"}),
    read=_read,
    manual="""
        A place in an order: a term, an anniversary, a rank. The value is the number itself; what is
        counted is the noun that it ranks. A plain "first" is passed over, and "second" where it ranks no noun,
        unless one finishes, comes or is placed so.
    """,
    examples="""
        It is the [second] in the history of the hospital.  ->  2
        The fire, the [second] since May, is out.  ->  2
        It is the [second] in as many weeks.  ->  2
        It was the [second] in the port within a year.  ->  2
        She seeks a [sixth] term.  ->  6
        The [31st] chapter is closed.  ->  31
        It was the [20th] anniversary of the treaty.  ->  20
        He finished [twenty-first].  ->  21
        It is the [second] round of talks.  ->  2
        It stood until the [18th] and 19th centuries.  ->  18
        She finished [second], behind her sister.  ->  2
        The novice came [first] in both trials.  ->  1
        It is the country's [second]-largest port.  ->  2
        The [one hundred and fifth] session opened.  ->  105
        They sold her a [first] class seat.  ->  1
    """,
    counterexamples="""
        First, the bank closed.
        The second half began late.
        She had second thoughts.
        He was a second faster than the rest.
        Safety first came to mind.
    """,
)
