"""Durations: how long something lasts, or how long ago or ahead it is."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.amounts import ADJECTIVES, amount, of_one
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import NEAR, Beside, Rule
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import openings, word_class

_AGE = re.compile(r"[\s-]*(?:olds?\b|of\s+age\b)")
_BEFORE_YEARS = word_class("before years")
_OF_TIME = word_class("of time")


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    found = amount(scene, at)
    if found is None or found.unit.dimension != "time":
        return None
    if numeral.form == "period" and found.end == numeral.end and not _lasts(scene, numeral):
        return None
    if scene.word_after(numeral.end, numeral.limit) in _OF_TIME and scene.low[found.end - 1] != "s":  # "it was 120 last year"
        return None
    if _AGE.match(scene.low, found.end, numeral.limit) or _is_ordinal(scene, numeral, found.form, found.end) or _is_a_year(scene, numeral):
        return None
    return found.reading()


def _is_ordinal(scene: Scene, numeral: Numeral, form: str, stop: int) -> bool:
    """Whether "second" behind a number is a rank ("31 second homes"), or "one day" some day."""
    low, start, end = scene.low, numeral.start, numeral.end
    if form == "second" and numeral.form not in ("part", "ordinal") and of_one(scene, numeral) is None:  # "a tenth of a second"
        return low[end : end + 1] != "-" and low[start:end] not in ("one", "1") and not low.startswith("-long", stop)
    if form != "day" or low[start:stop] != "one day" or scene.word_after(stop, numeral.limit) in _AFTER:
        return False
    return _LASTING.isdisjoint(scene.words_before(start, numeral.floor, 1))


def _is_a_year(scene: Scene, numeral: Numeral) -> bool:
    """Whether "In 2020 weeks of protest followed" names a year."""
    if len(numeral.digits) != 4 or not 1500 < numeral.value < 2200 or scene.low[numeral.end : numeral.end + 1] == "-":
        return False
    return not _BEFORE_YEARS.isdisjoint(scene.words_before(numeral.start, numeral.floor, 1))


_LASTING = word_class("lasting")
_LATER = word_class("sooner or later")
_AFTER = _LATER | {"after"}
_WHOLE = tuple(word_class("whole"))


def _lasts(scene: Scene, numeral: Numeral) -> bool:
    """Whether "a year" without a number says how long: "over a year", "a week later", "for another hour"; not "$5 a day"."""
    before = scene.words_before(numeral.start, numeral.floor, 2)
    whole = scene.low.startswith(_WHOLE, numeral.start)
    if scene.low.startswith(_LONG, numeral.end) or _says_no_more(scene, numeral):
        return True
    if before[-1:] in (["a"], ["the"]) and whole:
        before.pop()
    if not _LASTING.isdisjoint(before[-1:]):
        return True
    if scene.word_after(numeral.end, numeral.limit) == "before" and _is_per(scene, numeral):
        return False
    return not whole and scene.word_after(numeral.end, numeral.limit) in _LATER


_LONG = ("-long ", " long ")


def _says_no_more(scene: Scene, numeral: Numeral) -> bool:
    """Whether a block says nothing else: "A fortnight."."""
    if numeral.limit - numeral.end > 1 or numeral.start - numeral.floor > len("the "):
        return False
    before, behind = scene.low[numeral.floor : numeral.start], scene.low[numeral.end : numeral.limit]
    return before.strip() in ("", "the", "a") and not behind.strip(" .!?")


_PER = re.compile(r"[\d%][\d.,]*\s+$|(?:dollars|euros|pounds|million|billion)\s+$")


def _is_per(scene: Scene, numeral: Numeral) -> bool:
    """Whether a figure that is so much each time ends right before: "$2,400 a month before tax"."""
    return _PER.search(scene.low, max(numeral.floor, numeral.start - 16), numeral.start) is not None


rule = Rule(
    code="Q203",
    name="duration",
    kind="duration",
    forms=frozenset({"digits", "cardinal", "couple", "part", "ordinal", "magnitude", "period"}),
    read=_read,
    beside=Beside(everywhere={"couple", "part", "ordinal", "magnitude", "period"}, behind={*openings(), *ADJECTIVES, "of", NEAR}),
    manual="""
        A number of seconds, minutes, hours, days, weeks, months, years, decades or centuries. Two units
        in a row are one duration, told in the smaller one; a part of a century or a decade is told in
        years. What lasts so long each day is still a duration. How old somebody is, is an age.
    """,
    examples="""
        He has ruled for [26 years].  ->  26 year
        It was a [one-day] visit.  ->  1 day
        Over the last [two\\ndecades] trade grew.  ->  2 decade
        The [five day] waiver ends.  ->  5 day
        There were [2-] and 3-day talks.  ->  2 day
        She slept [half an hour].  ->  0.5 hour
        The deal runs for [a quarter of a century].  ->  25 year
        It took [four and a half hours].  ->  4.5 hour
        It took [an hour and a half].  ->  1.5 hour
        It took [an hour and a quarter].  ->  1.25 hour
        It took [two and half hours].  ->  2.5 hour
        He got [one more week] of it.  ->  1 week
        The flight lasts [1 hour 20 minutes].  ->  80 minute
        Their lead grew to [1 minute 40].  ->  100 second
        It took [two hours and three-quarters].  ->  2.75 hour
        It lasted [an hour] and three quarters of them left.  ->  1 hour
        They waited [a couple of years].  ->  ~2 year
        He may appeal within [seven days].  ->  <=7 day
        It takes [five to six hours].  ->  5..6 hour
        She won by [0.2 of a second].  ->  0.2 second
        [One day] after he called for calm, fighting began.  ->  1 day
        They spent [five miserable years] there.  ->  5 year
    """,
    counterexamples="""
        A 65-year-old man was held.
        They own 31 second homes.
        One day he will win.
        It fell to 120 last year.
        Prices fell in the 1990s.
        She earns $2,400 a month before tax.
        Orders fell to 5,000 last year, and sales to $5m last month.
    """,
)
