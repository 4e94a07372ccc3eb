"""Clock times with a point, which the words around them tell: "8.00 and 16.30", "at 7.45 on Tuesday", "open daily 10.30–4"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, WEEKDAYS, closes, either, word_before
from ledger.extraction.calendar.words import CLASS
from ledger.extraction.context.word_classes import CHANGE, TREND, classes
from ledger.extraction.exclusions.clock import BEFORE, PART_OF_DAY, TENS_OF_MINUTES, ZONES
from ledger.extraction.exclusions.opening_hours import TO_AN_HOUR, stands_behind_days
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_MARKET, _EVENTS, _STAMPED, _OF_A_RATE = CLASSES["market"], CLASSES["clock_event"], CLASSES["stamped"], CLASSES["clock_rate"]
_ON_A_DAY = _EVENTS | CLASSES["clock_on_a_day"]
_ROUND = rf"{TENS_OF_MINUTES}[05]"
_POINTED, _MINUTES = re.compile(_ROUND), re.compile(rf"{TENS_OF_MINUTES}\d")
_EARLY = re.compile(r"0\d\.[0-5]\d")
""" "07.48": no decimal begins with a nought before another digit."""
_ZONE = re.compile(rf"[ ]{either(zone.upper() for zone in ZONES - CLASSES['clock_no_zone'])}\b")
_CUE = re.compile(
    rf"\s+(?:{either(ZONES | CLASSES['clock_cue'])}|(?:this|in\s+the)\s+{PART_OF_DAY}|on\s+(?:the|week\w*|{either(WEEKDAYS)}))\b"
)
_SECOND = re.compile(
    rf"\s*(?:[-–—‑]|\b(?:to|and|until|till)\b)\s*({_ROUND})"
    r"(?![\d,]*\d)(?!\s*(?:[%$€£°]|\w))"
)
_QUARTERS = (".00", ".15", ".30", ".45")
_JOINTS, _JOINED, _MOST_LISTED = frozenset({", ", " and ", ", and ", " or ", "-", "–", " - ", " – "}), len(", and "), 12
"""What stands between times of one list, how long it is at most, and how many are looked back at."""
_PRICED = frozenset("$£€-+")
_DATE = rf"(?:{either(MONTHS)} \d{{1,2}}|\d{{1,2}} {either(MONTHS)})(?:,? \d{{4}})?"
_DAY, _DAY_FAR = re.compile(rf"\b(?:{either(WEEKDAYS)}(?:,? {_DATE})?|{_DATE}),? at $"), 40
_NEAR, _FAR = 5, 12
"""How many words before a time tell what happens then, without a day between, and with one or what is traded."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral, first = scene.numerals[at], at
    if numeral.scale != 1 or numeral.value >= 25 or "." not in numeral.digits:
        return None
    if _MINUTES.fullmatch(numeral.digits) and stands_behind_days(scene, numeral):
        hours = TO_AN_HOUR.match(scene.low, numeral.end, numeral.limit)
        if hours is not None:
            return numeral.start, hours.end()
    while first > max(0, at - _MOST_LISTED) and _is_listed(scene, scene.numerals[first - 1], scene.numerals[first]):
        first -= 1
    if first != at and _MINUTES.fullmatch(numeral.digits) and _told_by_words(scene, scene.numerals[first]) is not None:
        second = _SECOND.match(scene.low, numeral.end, numeral.limit)
        return numeral.start, second.end() if second else numeral.end
    return _told_by_words(scene, numeral)


def _is_listed(scene: Scene, previous: Numeral, numeral: Numeral) -> bool:
    """Whether two times stand in one list, or make a stretch of hours: "at 7.10, 10.40 and 14.10"."""
    if not _MINUTES.fullmatch(previous.digits) or not _MINUTES.fullmatch(numeral.digits) or numeral.start - previous.end > _JOINED:
        return False
    return scene.low[previous.end : numeral.start] in _JOINTS


def _told_by_words(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    if _EARLY.fullmatch(numeral.digits):
        return start, end
    if not _MINUTES.fullmatch(numeral.digits) or low[start - 1 : start] in _PRICED:
        return None
    if (zone := _ZONE.match(scene.text, end, limit)) is not None:
        return start, zone.end()
    if not _POINTED.fullmatch(numeral.digits):
        return None
    before = word_before(low, start, floor).strip("(,:;")
    if stands_behind_days(scene, numeral) or (before in _STAMPED and closes(scene, end, limit)):
        return start, end
    if before not in BEFORE:
        return None
    said = [word.rstrip(",") for word in scene.words_before(start, scene.sentences.around(start)[0], _FAR)]
    if not _MARKET.isdisjoint(said) or (before == "to" and said[-2:-1] and _changes(said[-2])):
        return None
    if found := _CUE.match(low, end, limit):
        return start, found.end()
    happens = not _EVENTS.isdisjoint(said[-_NEAR:]) or _happens_on_a_day(scene, numeral, said)
    if happens and closes(scene, end, limit) and scene.word_after(end, limit) not in _OF_A_RATE:
        return start, end
    second = _SECOND.match(low, end, limit)
    if second is not None and numeral.digits.endswith(_QUARTERS) and second.group(1).endswith(_QUARTERS):
        return start, second.end()
    return None


def _changes(word: str) -> bool:
    """Whether a word says that something grew or fell, not that it is held at another hour: "fell", "up", not "moved"."""
    return bool(classes(word) & (CHANGE | TREND)) and word not in CLASS["change"]


def _happens_on_a_day(scene: Scene, numeral: Numeral, said: list[str]) -> bool:
    """Whether a day stands before "at", and before the day what happens on it, or nothing: "It meets on 9 March 2034 at 10.00"."""
    day = _DAY.search(scene.low, max(numeral.floor, numeral.start - _DAY_FAR), numeral.start)
    if day is None:
        return False
    return len(day.group().split()) == len(said) or not _ON_A_DAY.isdisjoint(said)


exclusion = Exclusion(
    code="N307",
    name="clock time with a point",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT}),
    manual="""
        A point between hours and minutes needs a day, a time zone, what happens then, or a second time, for "at 7.30" may be a rate.
    """,
    examples="""
        Come between [8.00 and 16.30], please.
        In the cinema Fri–Tue [18.00] and Thu [20.15].
        It is open daily [10.30–4] in May.
        They met at [10.30 this morning].
        The talk was moved to [10.30] on Monday.
        Kick-off is at [20.45].
        The board meets on 9 March 2034 at [10.00] in Room 4.
        The hearing will be held on Monday, March 9 at [10.15].
        It took place on Sunday at [14.30].
        9 March 2034 at [10.00] in Room 4
        It was posted at [12.13 BST] and taken down.
        Updated [16.05]
        The slope gave way at [21.50] after days of rain.
        The [07.48] to Velm is late.
        Conference call [09.30], room 2.
        Trains leave at [7.10], [10.40] and [18.25].
        Open [12.30-15.00] and [19.00-22.30], not on Mondays.
    """,
    counterexamples="""
        Rates stood at 7.30 percent.
        The rate stood at 7.10, 6.40 and 5.25 in three years.
        Shares open at 7.10, 10.40 and 12.15 dollars.
        The euro traded between 1.20 and 1.25 dollars.
        On Friday the euro stood at 10.15.
        The rate on 9 March 2034 began at 10.15 percent.
        The euro opened on 9 March at 1.15.
        The level stood on 9 March at 4.15.
        The rate, held since May, opened at 4.10.
        Rents begin at 4.50 a day.
        Turnout fell to 7.45 on Monday.
        The mean was up to 4.15 today.
    """,
)
