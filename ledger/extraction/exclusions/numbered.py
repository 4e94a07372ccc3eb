"""Things that carry a number as their name: "Article 23", "Terminal 2", "page 12", "No. 3"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
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
    r"(?::\d{1,3}(?:[-–]\d{1,3})?|[-./‑]?\d[\d.]{0,12})?(?:[ ]?\((?!(?:1[6-9]|20)\d\d\))\w{1,4}\)){0,4}"
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
    low, floor, limit = scene.low, numeral.floor, numeral.limit
    noun = low.rindex(word, floor, numeral.start)
    end = numeral.end
    if numeral.digits:
        more = _MANY_MORE.match(low, end, limit) if plural else _ONE_MORE.match(low, end, limit)
        if more is None and how not in ("mark", "name") and not scene.text[noun].isupper():
            return None  # "he tables 3 motions"
        if plural and how in ("verb", "name") and more is None:
            return None  # "Lamps 40, doors 12"
        end = more.end() if more else end
    if word == "copy" and not low.startswith(" of ", numeral.end):
        return None
    if how == "mark":  # "He said no. 12 people left."
        if groups := _GROUPS.match(low, end, limit):
            return noun, groups.end()  # "Chip no. 985 1410 0123"
        sentence = word[-1] == "." and scene.text[noun].islower() and not closes(scene, end, limit)
        if not sentence or (before := word_before(low, noun, floor)) in _DETERMINERS:
            return noun, end
        return (noun, end) if _is_thing(before) and _is_one(scene.word_after(end, limit)) else None  # "meeting no. 418 held on Tuesday"
    yearly = len(numeral.digits) == 4 and numeral.digits.isdigit() and "1900" <= numeral.digits <= "2100"
    if yearly and how != "title" and word not in _TITLES and word not in _LAWS:
        return None  # "in the season 2023/24"
    if word in _GRADED and scene.word_after(end, limit) == "day" and word_before(low, noun, floor) in ("a", "an"):
        return noun, end  # "It was a level 4 day"
    if (low[end : end + 1] in "%$€£" and end < limit) or scene.word_after(end, limit) in _MEASURES:
        return None
    return (noun, end) if _is_noun(scene, numeral, noun, end, word, how, plural) else None


def _is_noun(scene: Scene, numeral: Numeral, noun: int, end: int, word: str, how: str, plural: bool) -> bool:
    """Whether ``word``, at ``noun``, names what the figure numbers; a verb would have it count what follows."""
    floor = numeral.floor
    capital = not scene.text[noun : noun + len(word)].islower()  # "macOS"
    before = word_before(scene.low, noun, floor).lstrip("([")
    following = scene.word_after(end, numeral.limit)
    if not capital and before in _BEFORE_VERB and not closes(scene, end, numeral.limit):
        return False  # "would shed 650 jobs", but "turn to page 12 for more"
    led = before in _DETERMINERS or before == "one"
    if led and word not in _GRADED and word != "number" and _counts(scene, end, numeral.limit, following, capital, how):
        return False
    if word == "number" and scene.low[end : end + 1] in (",", ")") and _is_thing(before) and _is_bare(scene, noun, floor):
        return True
    if how == "noun" or (word == "number" and before in _DETERMINERS and (not following.endswith("s") or following in _SINGULAR)):
        return True  # "the number 12 bus", not "the number 12 goals"
    if not capital and before in _SUBORDINATORS and (following in _OF_ONE or (classes(following) & PAST and how != "time")):
        return True  # "when caisson 3 flooded"
    if how == "verb" and capital and len(numeral.digits) < 3 and classes(following) & PAST and following not in _OF_SEVERAL:
        return True  # "Patrol 12 reached the site"
    if how == "verb" and classes(before) & (PAST | THIRD | HAVE) and len(numeral.digits) < 4 and closes(scene, end, numeral.limit):
        return True  # "struck bollard 22"
    opens = not before or before[-1] in ".!?:;,(—–|·•"
    if how == "title" or (word in _TITLES and len(numeral.digits) == 4):
        return capital and len(numeral.digits) == 4 and before not in ("in", "at", "from", "to")
    if how == "name":
        return capital and (not plural or closes(scene, end, numeral.limit))
    if how == "time":
        heads = noun == floor and (end >= numeral.limit or scene.low.startswith((":", " ("), end))
        if before.endswith(",") and end >= numeral.limit:
            return True  # "Cases by district, week 27"
        return len(numeral.digits) <= 2 and (before in _TIME_BEFORE or (capital and (heads or not opens)))
    if word == "no" and not capital:
        return False  # "there is no 2030 plan"
    if capital and (not opens or (word in _CAPITAL and len(numeral.digits) < 3 and not _are_several(following))):
        return True
    if word in _GRADED and numeral.value > 1 and len(numeral.digits) < 3 and _is_one(following):
        return True  # "a stage 4 cancer", not "they stage 3 protests"
    if capital and classes(following) & AUXILIARY and following not in _OF_SEVERAL:
        return True  # "Port 5433 must be open", not "Stop 300 of them"
    ends = end >= numeral.limit or scene.text[noun - 1 : noun] == "(" or not capital  # "(box 388, file 14)"
    if (not before or before[-1] in ".!?") and len(numeral.digits) > 2 and not ends:
        return False  # "Stop 300 of them"
    if before == "by" and not capital:
        return False  # "by boat 12 in all"
    again = before in ("and", "or") and _again(scene, noun, floor, word)
    return (opens or again or before in _NOUN_BEFORE or capital) and closes(scene, end, numeral.limit)


_NO_THING = PAST | THIRD | AUXILIARY | PLURAL | ADJECTIVE | GROUP | CLOSED | NUMBER


def _is_thing(word: str) -> bool:
    """Whether ``word`` is a noun in the singular and no verb: "meeting", not "said" or "crew"."""
    return word.isalpha() and not classes(word) & _NO_THING and _is_one(word)


def _is_bare(scene: Scene, noun: int, floor: int) -> bool:
    """Whether the thing before "number", at ``noun``, has no article: "Bee number 12", not "the dead number 17"."""
    words = scene.words_before(noun, floor, 2)
    return len(words) < 2 or words[0][-1] in ",;:.(" or words[0] in _FUNCTION


def _again(scene: Scene, noun: int, floor: int, word: str) -> bool:
    """Whether the same noun with a number stands before: "in wave 1 and wave 5"."""
    words = scene.words_before(noun, floor, 3)
    return len(words) == len(("wave", "1", "and")) and words[0] == word and words[1].isdigit()


def _is_one(following: str) -> bool:
    """Whether a noun in the singular follows."""
    return bool(following) and not following.endswith("s") and following not in _PLURALS and following not in _FUNCTION


def _are_several(following: str) -> bool:
    """Whether a plural that is no verb follows: "Lock 12 doors", not "Line 2 carries"."""
    return following in _PLURALS or bool((kinds := classes(following)) & PLURAL and not kinds & THIRD)


_SINGULAR = words("singular_in_s.txt")
_OF_SEVERAL = frozenset({"were", "are", "have"})


def _counts(scene: Scene, end: int, limit: int, following: str, capital: bool, how: str) -> bool:
    """Whether an article before the noun parts it from the figure: "in the class 20 pupils", "of the group 12 were"."""
    if following in _OF_SEVERAL or following in _PLURALS:
        return True
    if following.endswith("s") and following not in _SINGULAR and not closes(scene, end, limit):
        return True
    return not capital and (how == "verb" or closes(scene, end, limit)) and following not in ("is", "was", "has")


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
        It was a [level 4] day.
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
