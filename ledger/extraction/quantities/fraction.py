"""Fractions: so many out of so many."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.beside import closes
from ledger.extraction.calendar.usual import YEAR
from ledger.extraction.calendar.words import MONTH
from ledger.extraction.context.word_classes import ADJECTIVE, AUXILIARY, FINITE, NOUN, PLURAL
from ledger.extraction.context.word_classes import classes as word_classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene
from ledger.lexicon import classes

_NOUN = r"(?P<noun>(?:[\s -]+(?!of\b|in\b|out\b|and\b|or\b|to\b|from\b|with\b|at\b|on\b|by\b)[^\W\d_][\w’'-]*){1,4}?)"
_CLASSES = classes("fractions.tsv")
_DETERMINER = rf"(?:(?:{'|'.join(sorted(_CLASSES['determiner']))}|more\s+than|(?:[^\W\d_]+\s+)?[^\W\d_]+['’]s?)\s+){{0,3}}"
_FEW = rf"(?:total\s+of\s+|(?:{'|'.join(sorted(_CLASSES['which']))})\s+)?"
_OF = re.compile(rf"(?:{_NOUN})?[\s ]+(?:out[\s ]+of|of|from[\s ]+among|from(?=[\s ]+a[\s ]+possible\b))[\s ]+{_DETERMINER}{_FEW}")
_IN = re.compile(r"[\s -]+(?:(?P<noun>(?!in\b)[^\W\d_][\w’'-]*)[\s ]+)?in(?:[\s ]+every)?[\s -]+")
_OUT_OF = re.compile(r"[\s ]+out[\s ]+of[\s ]+(?:every[\s ]+)?")
_WHOLE_FIRST = re.compile(
    r"(?P<noun>(?:\s+[^\W\d_][\w’'-]*){1,10}?)"
    r"\s+(?:only|just|but|merely|barely|a\s+mere|no\s+more\s+than|as\s+few\s+as)\s+"
)
_OPENS_WHOLE = ("out of ", "out of the ", "out of its ", "out of all ", "out of some ", "out of over ")
_FORMS = frozenset({"digits", "cardinal"})
_GAPS = frozenset(" \n\r\t\u00a0-")
_MOST_BETWEEN = 90
_DAYS, _MONTH_BEHIND = 31, re.compile(rf"\s+{MONTH}[a-z]*\.?,?\s+{YEAR}(?!\d)")
_IN_SO_MANY = frozenset(map(Decimal, (1_000, 10_000, 100_000, 1_000_000)))
_VERBS_BETWEEN, _BEFORE_DATES, _MEASURES_TIME = _CLASSES["verb"], _CLASSES["dated"], _CLASSES["lasting"]


def _read(scene: Scene, at: int) -> Reading | None:
    part = scene.numerals[at]
    if part.form == "ordinal":
        return _every(scene, part)
    whole = scene.neighbour(at)
    if whole is not None and whole.start == part.end + 1 and scene.low[part.end] == "/":
        return _marked(scene, part, whole)
    if whole is None or whole.start - part.end > _MOST_BETWEEN or whole.form not in _FORMS or scene.low[part.end] not in _GAPS:
        return None
    if part.value < whole.value:
        return _part_first(scene, at, part, whole)
    return _whole_first(scene, part, whole) if part.value > whole.value else None


_MARKS_OUT_OF = frozenset(map(Decimal, (5, 10, 20, 100)))


def _marked(scene: Scene, part: Numeral, whole: Numeral) -> Reading | None:
    """ "9/10" and "4.5/5", marks that are given out of so many; "on 9/10" is a day."""
    low = scene.low
    if whole.value not in _MARKS_OUT_OF or part.value > whole.value or not (part.digits and whole.digits) or whole.scale != 1:
        return None
    if low[whole.end : whole.end + 1] in ("/", "%") or low[part.start - 1 : part.start] in ("/", ".", "-", "$", "£", "€"):
        return None
    if not _BEFORE_DATES.isdisjoint(scene.words_before(part.start, part.floor, 1)):
        return None
    return Reading(part.start, whole.end, part.value, part.value, whole=whole.value)


def _part_first(scene: Scene, at: int, part: Numeral, whole: Numeral) -> Reading | None:
    """ "27 documents out of 31", "118 of the 240 seats", "one in five"."""
    low, span = scene.low, (part.end, whole.start)
    if low.find("of", *span) < 0 and low.find("in", *span) < 0 and low.find("from", *span) < 0:
        return None
    noun = None
    if in_ := _IN.fullmatch(low, *span):
        small = (part.value <= 10 and (whole.value <= 10_000 or part.value == 1)) or (part.digits != "" and whole.value in _IN_SO_MANY)
        every = " every" in in_.group()
        if _is_year(whole) or not (small or every) or (whole.scale != 1 and whole.value % 10):
            return None
        if in_.group("noun"):
            counted = whole.form != "cardinal" and not closes(scene, whole.end, whole.limit)
            several = part.value != 1 and not _in_so_many(scene, whole)
            several, counted = several and not every, counted and not every
            if several or counted or scene.word_after(whole.end, whole.limit) in _MEASURES_TIME:
                return None  # "two goals in ten minutes"
            noun = in_.span("noun")
        elif scene.word_after(whole.end, whole.limit) in _MEASURES_TIME:
            return None
    elif found := _OF.fullmatch(low, *span):
        if whole.digits and whole.value <= _DAYS and _MONTH_BEHIND.match(low, whole.end, whole.limit):
            return None  # "Bulletin 5 of 17 May 2033"
        before = scene.neighbour(at, -1)
        if before is not None and before.form in _FORMS and before.value < part.value and (
            _IN.fullmatch(low, before.end, part.start) or _OUT_OF.fullmatch(low, before.end, part.start)
        ):
            return None  # "two in three of the 2,300 farms", "four out of five of the homes"
        if found.group("noun"):
            words = found.group("noun").split()
            parted = "out" in low[found.end("noun") : found.end("noun") + 5] or "possible" in found.group()
            if not parted or _VERBS_BETWEEN.intersection(words):
                return None  # "three members of 12 groups" counts members, not a part of 12
            noun = (found.end("noun") - len(words[-1]), found.end("noun"))
    elif not _OUT_OF.fullmatch(low, *span):
        return None
    return Reading(part.start, whole.end, part.value, part.value, whole=whole.value, whole_noun=noun)


def _in_so_many(scene: Scene, whole: Numeral) -> bool:
    """Whether ``whole`` is a round number in words behind which a verb follows, or a hundred: "nine trees in ten carry no fruit"."""
    if whole.digits or whole.value not in _ROUND:
        return False
    following = word_classes(scene.word_after(whole.end, whole.limit))
    return bool(following & _VERBS and not following & (PLURAL | ADJECTIVE | NOUN)) or (
        whole.value != _TEN and closes(scene, whole.end, whole.limit)
    )


_TEN = Decimal(10)
_ROUND = frozenset({_TEN, Decimal(100), Decimal(1000)})
_VERBS = FINITE | AUXILIARY


def _whole_first(scene: Scene, whole: Numeral, part: Numeral) -> Reading | None:
    """ "out of 1,989 members of the commissions only two": one noun phrase, no comma."""
    if not scene.low.endswith(_OPENS_WHOLE, whole.floor, whole.start):
        return None
    found = _WHOLE_FIRST.fullmatch(scene.low, whole.end, part.start)
    if found is None:
        return None
    first = _FIRST_NOUN.match(scene.low, whole.end, part.start)
    noun = first.span(1) if first else None
    return Reading(whole.start, part.end, part.value, part.value, whole=whole.value, whole_noun=noun)


_FIRST_NOUN = re.compile(r"[\s ]+(?:[^\W\d_][\w’'-]*[\s ]+){0,2}?([^\W\d_][\w’'-]*)(?=[\s ]+(?:of|in|on|at|from|who|that|only|just|but)\b)")


def _every(scene: Scene, numeral: Numeral) -> Reading | None:
    """ "every third shop" is one in three."""
    start = numeral.start - 6
    if not scene.low.startswith("every ", start) or scene.word_after(numeral.end, numeral.limit) in _RECURRING:
        return None
    return Reading(start, numeral.end, Decimal(1), Decimal(1), whole=numeral.value)


_RECURRING = _MEASURES_TIME | _CLASSES["recurring"]


def _is_year(numeral: Numeral) -> bool:
    return len(numeral.digits) == 4 and 1000 < numeral.value < 2200


rule = Rule(
    code="Q402",
    name="fraction",
    kind="fraction",
    forms=_FORMS | {"ordinal"},
    read=_read,
    manual="""
        A part and the whole that it is a part of, stated together. It is one claim, from the part to
        the whole, whichever stands first; what is counted is the noun between or behind them.
        "Of 1,400 people, 310 ..." with a comma is two counts.
    """,
    examples="""
        He said that [27 documents out of 31] were ready.  ->  27/31
        The party has [118 of the 240] seats.  ->  118/240
        [One in five] pupils was absent.  ->  1/5
        Nearly [three out of ten] jobs are gone.  ->  ~3/10
        In the hills [nine trees in ten] carry no fruit.  ->  9/10
        Out of [1,989 members of the boards only two] are women.  ->  2/1989
        [Nine of 4,118] stations closed.  ->  9/4118
        [Three of the town's 212] schools closed.  ->  3/212
        [Three of Upper Velm's 212] schools closed.  ->  3/212
        It is [one of just nine] that float.  ->  1/9
        It lit [one home in four].  ->  1/4
        [One man in 40] was ill.  ->  1/40
        The risk fell from [40 in 1,000] to (15 in 1,000).  ->  40/1000
        It brought back [nine letters in every ten].  ->  9/10
        It kills [12 in every 100,000].  ->  12/100000
        Fewer than [one in 100,000] people has it.  ->  <1/100000
        [Every third] shop is empty.  ->  1/3
        [One in three] tests was positive.  ->  1/3
        [Two in three] of the 2,300 farms closed.  ->  2/3
        The film got [4.5/5] and the book (8/10).  ->  4.5/5
        They won [three of the last four] games.  ->  3/4
        Some [28 and a half out of 30] maps were agreed.  ->  ~28.5/30
    """,
    counterexamples="""
        Nine in 2019 were closed.
        Order 5 of 17 May 2033 says so.
        In 2020 two of the boards met.
        Of 1,400 people asked, 310 said no.
        He scored twice: two goals in ten minutes.
    """,
)
