"""Things that carry a number as their name: "Article 23", "Terminal 2", "page 12", "No. 3"."""

from __future__ import annotations

from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.calendar.usual import OLD_YEAR, is_usual_in
from ledger.extraction.calendar.words import MONTH
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.word_classes import ADJECTIVE, AUXILIARY, CLOSED, GROUP, HAVE, NUMBER, PAST, PLURAL, THIRD, classes
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import lists, words

HOW: dict[str, str] = {}
"""The nouns in the singular, and in what company the number behind them is a name; see the table."""
_NUMBERED = lists("numbered.tsv")
for _how, _words in _NUMBERED.items():
    if _how not in ("spelled", "graded", "capital"):
        HOW |= {word: _how for word in _words if word not in HOW}
_SPELLED, _GRADED, _CAPITAL, _TITLES = (frozenset(_NUMBERED[name]) for name in ("spelled", "graded", "capital", "title"))
_DETERMINERS = CLASSES["determiner"]
_BEFORE_VERB, _SUBORDINATORS = lists("word_classes.tsv")["modal"], frozenset(lists("word_classes.tsv")["subordinator"])
_NOUN_BEFORE, _TIME_BEFORE, _MEASURES = CLASSES["noun_before"], CLASSES["time_before"], CLASSES["measure_after"]

_PLURALS = words("persons_plural.txt") | GRAMMAR["collective"]
_FUNCTION = words("prepositions.txt") | CLASSES["closer"]
_OF_ONE = CLASSES["version_does"]
_GROUPS = re.compile(r"(?:[ ]\d{3,6}(?![\d,.%]*\d)){2,6}")
_LAWS = CLASSES["law"]

_PART = (
    rf"(?::\d{{1,3}}(?:[-–]\d{{1,3}})?|[-./‑]?\d[\d.]{{0,12}})?(?:[ ]?\((?!{OLD_YEAR}\))\w{{1,4}}\)){{0,4}}"
    r"(?:[a-zA-Z](?![\w]))?(?:[-/‑][\w-]{0,24}\w)?"
)
_ONE_MORE = re.compile(rf"{_PART}(?:[-–—‑]\d[\d.]{{0,12}}{_PART})?(?:[ ](?:of|/)[ ]\d{{1,3}}(?![\w,.]*[\d%]|[ ]{MONTH}))?")
_MANY_MORE = re.compile(
    rf"{_PART}(?:(?:[ ]?[-–—‑][ ]?|,[ ]|,?[ ](?:and|or|to|through)[ ]|[ ]&[ ])"
    rf"\d{{1,4}}(?![,\d]*\d)(?![\s ]*[%$€£])(?:\.\d{{1,4}}){{0,3}}{_PART}){{1,12}}"
)


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start = scene.low, numeral.start
    word = word_before(low, start, numeral.floor)
    how = HOW.get(word) or (HOW.get(word := word.lstrip("([{“”\"'‘’*_—–").replace(".:", ".")) if word else None)
    if how is not None:
        return _named(scene, numeral, word, how, plural=word in _PLURAL_MARKS)
    if word.endswith("ies") and (how := HOW.get(word[:-3] + "y")) is not None:
        return _named(scene, numeral, word, how, plural=True)
    if word.endswith("s") and (how := HOW.get(word[:-1] if not word.endswith(("xes", "ses", "hes")) else word[:-2])) is not None:
        return _named(scene, numeral, word, how, plural=True)
    return None


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("x", "s", "h")) else "s")


_PLURAL_MARKS = CLASSES["numbered_plural"]


def _named(scene: Scene, numeral: Numeral, word: str, how: str, *, plural: bool) -> tuple[int, int] | None:
    """The span of the name whose noun is ``word``, or None when the figure counts or measures something."""
    lettered = numeral.scale != 1 and numeral.end - numeral.start == len(numeral.digits) + 1  # "Table 2b"
    if (numeral.scale != 1 and not lettered) or "," in numeral.digits:
        return None
    if how != "mark" and numeral.digits and len(scene.low[numeral.start : numeral.end].split()) > 1:
        return None  # "the area 1 250 km²"
    if not numeral.digits and (word not in _SPELLED or numeral.value > 20):
        return None
    low, end, limit = scene.low, numeral.end, numeral.limit
    noun = low.rindex(word, numeral.floor, numeral.start)
    if numeral.digits:
        more = _MANY_MORE.match(low, end, limit) if plural else _ONE_MORE.match(low, end, limit)
        if more is None and how not in ("mark", "name") and not scene.text[noun].isupper():
            return None  # "he tables 3 motions"
        if plural and how in ("verb", "name") and more is None:
            return None  # "Lamps 40, doors 12"
        end = more.end() if more else end
    if word == "copy" and not low.startswith(" of ", numeral.end):
        return None
    if how == "mark":
        return _marked(scene, numeral, noun, end, word)
    yearly = is_usual_in(numeral.digits)
    if yearly and how != "title" and word not in _TITLES and word not in _LAWS:
        return None  # "in the season 2023/24"
    following = scene.word_after(end, limit)
    if (low[end : end + 1] in "%$€£" and end < limit) or following in _MEASURES:
        return None
    before, ends = word_before(low, noun, numeral.floor).lstrip("(["), closes(scene, end, limit)
    capital = not scene.text[noun : noun + len(word)].islower()  # "macOS"
    name = _Name(scene, numeral, noun, end, word, how, plural, before, following, capital, ends)
    return (noun, end) if not _counts(name) and _is_noun(name) else None


def _marked(scene: Scene, numeral: Numeral, noun: int, end: int, word: str) -> tuple[int, int] | None:
    """The span of a number behind an abbreviation or a sign; None in "He said no. 12 people left"."""
    if groups := _GROUPS.match(scene.low, end, numeral.limit):
        return noun, groups.end()  # "Chip no. 985 1410 0123"
    sentence = word[-1] == "." and scene.text[noun].islower() and not closes(scene, end, numeral.limit)
    if not sentence or (before := word_before(scene.low, noun, numeral.floor)) in _DETERMINERS:
        return noun, end
    return (noun, end) if _is_thing(before) and _is_one(scene.word_after(end, numeral.limit)) else None  # "meeting no. 418 held on Tuesday"


class _Name(NamedTuple):
    """A noun and the number behind it, up to ``end``, and what tells whether the two are a name.

    ``how`` the noun takes a number says the table; ``before`` and ``following`` are the words around; ``ends`` tells that nothing
    follows that the number could count.
    """

    scene: Scene
    numeral: Numeral
    noun: int
    end: int
    word: str
    how: str
    plural: bool
    before: str
    following: str
    capital: bool
    ends: bool

    @property
    def digits(self) -> int:
        return len(self.numeral.digits)

    @property
    def opens(self) -> bool:
        """Whether it opens a sentence, or a part of one."""
        return not self.before or self.before[-1] in ".!?:;,(—–|·•"

    @property
    def is_last(self) -> bool:
        """Whether it ends its block."""
        return self.end >= self.numeral.limit


def _counts(name: _Name) -> bool:
    """Whether the figure counts what follows: "would shed 650 jobs", "in the class 20 pupils", "of the group 12 were"."""
    if not name.capital and name.before in _BEFORE_VERB and not name.ends:
        return True
    if not (name.before in _DETERMINERS or name.before == "one") or name.word in _GRADED or name.word == "number":
        return False
    if name.following in _OF_SEVERAL or name.following in _PLURALS:
        return True
    if name.following.endswith("s") and name.following not in _SINGULAR and not name.ends:
        return True
    return not name.capital and (name.how == "verb" or name.ends) and name.following not in ("is", "was", "has")


def _is_noun(name: _Name) -> bool:
    """Whether the word names what the figure numbers; a verb would have it count what follows."""
    if name.how == "noun" or (name.word == "number" and _is_a_number(name)) or _does(name):
        return True
    if name.how == "title" or (name.word in _TITLES and name.digits == 4):
        return name.capital and name.digits == 4 and name.before not in ("in", "at", "from", "to")
    if name.how == "name":
        return name.capital and (not name.plural or name.ends)
    if name.how == "time":
        return _is_a_time(name)
    return _is_no_verb(name)


def _is_a_number(name: _Name) -> bool:
    """Of "the number 12 bus" and "Bee number 12, ..."; not of "the number 12 goals"."""
    if name.scene.low[name.end : name.end + 1] in (",", ")") and _is_thing(name.before) and _is_bare(name):
        return True
    return name.before in _DETERMINERS and (not name.following.endswith("s") or name.following in _SINGULAR)


def _does(name: _Name) -> bool:
    """Whether what has the number does something, or something is done to it, so that it is one thing."""
    done = name.following in _OF_ONE or (classes(name.following) & PAST and name.how != "time")
    if done and not name.capital and name.before in _SUBORDINATORS:
        return True  # "when caisson 3 flooded"
    if name.how != "verb":
        return False
    if name.capital and name.digits < 3 and classes(name.following) & PAST and name.following not in _OF_SEVERAL:
        return True  # "Patrol 12 reached the site"
    return bool(classes(name.before) & (PAST | THIRD | HAVE)) and name.digits < 4 and name.ends  # "struck bollard 22"


def _is_a_time(name: _Name) -> bool:
    """Of "in week 12", "Day 3: ...", "Cases by district, week 27"."""
    if name.before.endswith(",") and name.is_last:
        return True
    heads = name.noun == name.numeral.floor and (name.is_last or name.scene.low.startswith((":", " ("), name.end))
    return name.digits <= 2 and (name.before in _TIME_BEFORE or (name.capital and (heads or not name.opens)))


def _is_no_verb(name: _Name) -> bool:
    """Whether a sign shows that a word that can be a verb is a noun here."""
    if name.word == "no" and not name.capital:
        return False  # "there is no 2030 plan"
    if name.capital and (not name.opens or (name.word in _CAPITAL and name.digits < 3 and not _are_several(name.following))):
        return True
    if name.word in _GRADED and name.numeral.value > 1 and name.digits < 3 and _is_one(name.following):
        return True  # "a stage 4 cancer", not "they stage 3 protests"
    if name.capital and classes(name.following) & AUXILIARY and name.following not in _OF_SEVERAL:
        return True  # "Port 5433 must be open"
    bracketed = name.scene.text[name.noun - 1 : name.noun] == "("  # "(box 388, file 14)"
    if name.capital and name.digits > 2 and (not name.before or name.before[-1] in ".!?") and not (name.is_last or bracketed):
        return False  # "Stop 300 of them"
    if name.before == "by" and not name.capital:
        return False  # "by boat 12 in all"
    shown = name.opens or name.capital or name.before in _NOUN_BEFORE
    return name.ends and (shown or (name.before in ("and", "or") and _again(name)))


_NO_THING = PAST | THIRD | AUXILIARY | PLURAL | ADJECTIVE | GROUP | CLOSED | NUMBER


def _is_thing(word: str) -> bool:
    """Whether ``word`` is a noun in the singular and no verb: "meeting", not "said" or "crew"."""
    return word.isalpha() and not classes(word) & _NO_THING and _is_one(word)


def _is_bare(name: _Name) -> bool:
    """Whether the thing before "number" has no article: "Bee number 12", not "the dead number 17"."""
    words = name.scene.words_before(name.noun, name.numeral.floor, 2)
    return len(words) < 2 or words[0][-1] in ",;:.(" or words[0] in _FUNCTION


def _again(name: _Name) -> bool:
    """Whether the same noun with a number stands before: "in wave 1 and wave 5"."""
    words = name.scene.words_before(name.noun, name.numeral.floor, 3)
    return len(words) == len(("wave", "1", "and")) and words[0] == name.word and words[1].isdigit()


def _is_one(following: str) -> bool:
    """Whether a noun in the singular follows."""
    return bool(following) and not following.endswith("s") and following not in _PLURALS and following not in _FUNCTION


def _are_several(following: str) -> bool:
    """Whether a plural that is no verb follows: "Lock 12 doors", not "Line 2 carries"."""
    return following in _PLURALS or bool((kinds := classes(following)) & PLURAL and not kinds & THIRD)


_SINGULAR = words("singular_in_s.txt")
_OF_SEVERAL = frozenset({"were", "are", "have"})


exclusion = Exclusion(
    code="N201",
    name="numbered thing",
    forms=frozenset({"digits", "cardinal"}),
    covers=_covers,
    beside=Beside(before={*HOW, *map(_plural, HOW)}),
    manual="""
        A noun with a number as its name: a law's article, a page, a room, a line, a version. Nouns
        that are also verbs need a sign that they are nouns ("on page 12", "Phase 2"), for "They plan
        300 homes" counts. A measure behind the number makes it a figure again.
    """,
    examples="""
        The [Article 23] ban was lifted.
        [Articles 61 and 64(2)] apply.
        They met in [Room 101], upstairs.
        It is [Bulletin 5] of (17 May 2033).
        They met in [Room 2.14], upstairs.
        It hangs in [Gallery 4] now.
        Take the [number 12] bus.
        It left from [Terminal 2].
        He is held in [Isolator No. 3] now.
        In [district 17] a recount began.
        [Buses 4, 7 and 12] were late.
        See [pages 2–7] of the report.
        See [Genesis 1:3] for it.
        [Error 404] was shown.
        See [sections 2.4 to 2.9].
        It is told in [item 4(c)] of the annex.
        A [category 4] storm is near.
        The [Companies Act 2006] was amended.
        The work enters [phase two] today.
        He lives in the last house, [number 23], alone.
        [Photo 1 of 6] shows the square.
        [PHOTO 1 / 9] The square on Sunday
        Under [Resolution No. 212/2027] it is banned.
        The firmware, [version 4.0.12], was old.
        They played in [week 5] of the season.
        Look at [Table 2b] again.
        It needs [macOS 14] or more.
        [Port 7443] must stay open.
        Winds reached [force 8] at sea.
        A Route [9] bus crashed.
        It held in [wave 1] and [wave 5] alike.
        He wore [size 4] boots.
        She takes a [size 44].
        They hang in [galleries 3 and 4] now.
        The files ([box 388], [file 14]) say so.
        In [Ring 2] the final was won by Tanner.
        [Footpath 17] was blocked by an oak.
        It is in box 12, [folio 7], line 22.
        The hull, yard [number 611], will sail soon.
        Minutes of meeting [no. 418] held on Tuesday
        The Local [Plan 2028–2040] is ready.
        Heritage [no.: 1107221]
        They sell it ([receipt 12]) too.
        They died when [caisson 3] flooded.
        The crane struck [bollard 22].
        [Patrol 12] reached the site.
        He runs [lift 2] there.
        They want to close slopes above [level 3].
        [Camera 3] failed, and so did [sensor 12].
        He was cleared on [count 8] of it.
        He has [stage 4] cancer and knows it.
    """,
    counterexamples="""
        They plan 300 homes there.
        The town will release 114 prisoners.
        Marches stage 3 protests a week.
        A new line 4 km long opened.
        Profits in the sector 20 percent higher surprised nobody.
        The dead number 17 in all.
        That day 20 people came.
        He tables 3 motions.
        It sold 2.5 million licences.
        In that year 12 ships sank.
        Of the group 12 were women.
        In one gallery 14 paintings hung.
        On the deck 16 crew slept.
        He said no. 12 people left.
        The region 14,000 people call home is dry.
        It would shed 650 jobs.
        They plan to grade 120 papers there.
        Nobody can type 400 words a minute.
        The rebels plot 40 attacks a year.
        The trees shed 400 leaves.
        In the ring 2 boxers fell.
        Patrol 12 miles of it.
        She lifts 12 of them.
        He has lost 3.
        Lamps 40, doors 12.
        When lock 3 miles away broke, he left.
        The aim of meeting 12 of the targets is gone.
        He lost ground 12 times.
        Lock 12 doors at night.
        Map 27 towns and you are done.
        Site 40 tents there, they said.
        On track 40 people died.
        In the field 9 of the cows died.
        Staff number 300, the firm said.
        The crew number 17.
        They invoice 300 clients.
        The answer was no. 12 people left.
        Under the plan 2,030 jobs will go.
    """,
)
