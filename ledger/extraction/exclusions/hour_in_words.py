"""Clock times in words: "seven o'clock", "half past six", "at six in the evening", "I left at six", "until ten"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, MONTHS, WEEKDAYS, closes, either, word_before
from ledger.extraction.exclusions.clock import BEFORE, NOON, OCLOCK, UNTIL, is_until
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import number_words

_COMES, _NO_HOUR = CLASSES["clock_comes"] | WEEKDAYS, CLASSES["clock_at_no_hour"]
_MARKET, _MARKET_MOVES = CLASSES["market"], CLASSES["market_moves"]
_MARKET_FAR, _MARKET_NEAR = 16, 6
"""How many words of its sentence tell what closed at six, and what was back at six."""
_MINUTES_PAST, _MOST_HOURS = frozenset({5, 10, 20, 25}), 12
_PAST_BEHIND = BEFORE - CLASSES["clock_between"]
_HOURS = either(word for word, hour in number_words("cardinal").items() if 1 <= hour <= _MOST_HOURS)
_TO = re.compile(rf"\s+(?:to|past)\s+{_HOURS}\b")
_PAST = re.compile(
    rf"\s+(?:past|to)\s+(?:{_HOURS}|noon|midnight|\d\d?)\b"
    r"(?![\s-]*\w*[\s-]*(?:percent|million|,\d))"
)
_REGULAR = re.compile(rf"\s+{either(CLASSES['clock_regular'])}\s+(?:morning|afternoon|evening|night|day|weekday|{either(WEEKDAYS)})\b")
_ENDS = frozenset(" .,;:!?)\n")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if numeral.digits or numeral.value >= 60 or numeral.scale != 1:
        return None
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if numeral.form == "cardinal" and (end >= limit or low[end] in _ENDS) and (hour := _at_an_hour(scene, numeral)) is not None:
        return hour
    before = word_before(low, start, numeral.floor)
    if numeral.form != "part" and numeral.value <= _MOST_HOURS and before in UNTIL:
        return (start, end) if is_until(scene, end, limit) else None  # "I shall sleep until ten"
    if before == "after" and numeral.value <= _MOST_HOURS and low.startswith((".", "!", "?"), end):
        earlier = scene.neighbour(at, -1)
        alone = earlier is None or earlier.end < scene.sentences.around(start)[0]
        return (start, end) if alone else None  # "a bit of a battle after six.", but "planned three years and left after two."
    if low[end : end + 1] != " ":
        return None
    if numeral.form != "part" and before == "at" and numeral.value <= _MOST_HOURS and (regular := _REGULAR.match(low, end, limit)):
        return start, regular.end()
    if numeral.form == "part":
        return _a_part_past(scene, numeral)
    mark, found = low[end + 1 : end + 2], None
    if mark == "p" and numeral.value in _MINUTES_PAST:
        found = _PAST.match(low, end, limit)
    if found is None and mark in ("a", "p"):
        found = NOON.match(low, end, limit)
    if found is None and (mark == "o" or (mark in ("i", "t", "a") and numeral.value <= _MOST_HOURS and before.lstrip("(“\"‘'") in BEFORE)):
        found = OCLOCK.match(low, end, limit)
    return (start, found.end()) if found else None


def _a_part_past(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "half past six", "a quarter to nine"; not "fell by a quarter to 12 points", "sales in the quarter to 31 December"."""
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    found = _PAST.match(low, end, limit) if numeral.value == 4 or (numeral.value == 2 and low.startswith("past", end + 1)) else None
    if found is None or low.endswith(("by ", "by a "), numeral.floor, start) or scene.word_after(found.end(), limit) in MONTHS:
        return None
    return start, found.end()


def _at_an_hour(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "I left at six", "wet by ten past", "at ten to six": an hour without a word for it, by who does what then."""
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    before = scene.words_before(start, numeral.floor, 2)
    if numeral.value in _MINUTES_PAST and before[-1:] and before[-1] in _PAST_BEHIND:
        past = end + len(" past")
        if low.startswith(" past", end) and closes(scene, past, limit) and not low[past : past + 1].isalnum():
            return start, past
        found = _TO.match(low, end, limit) if before[-1] != "by" else None
        if found is not None and closes(scene, found.end(), limit) and scene.word_after(found.end(), limit) != "of":
            return start, found.end()
    if numeral.value > _MOST_HOURS or len(before) < 2 or before[1] != "at" or before[0] not in _COMES or not closes(scene, end, limit):
        return None
    far = _MARKET_FAR if before[0] in _MARKET_MOVES else _MARKET_NEAR
    said = {word.rstrip(",") for word in scene.words_before(start, scene.sentences.around(start)[0], far)}
    return (start, end) if scene.word_after(end, limit) not in _NO_HOUR and _MARKET.isdisjoint(said) else None


exclusion = Exclusion(
    code="N310",
    name="hour in words",
    forms=frozenset({"cardinal", "part"}),
    covers=_covers,
    beside=Beside(before={"after", "at", "by", *UNTIL}, behind=CLASSES["clock_behind"]),
    manual="""
        A time of day in words. An hour without "o'clock", "past" or a part of the day is told by who does what then: "left at six".
    """,
    examples="""
        They left at [seven o'clock].
        She rose at [half past six].
        I shall sleep until [ten].
        I left at [six] and was wet by [ten past].
        Oil ran out. We left at [six].
        In March, at [ten to six], a man came out.
        They slept until [five to three].
        He has come at [nine every morning] for years.
        It goes downhill in the morning, and is a battle after [six].
        It was a [quarter to nine].
        It ended at a [quarter to nine].
        He woke at [six in the morning].
    """,
    counterexamples="""
        A half to two thirds of them left.
        It fell by a quarter to 12 points.
        They left at six places.
        They waited until ten of them had left.
        At six of them work stopped.
        They gave up after six tries.
        They had planned three years and left after two.
        Prices were up by ten to six million.
        Shares opened at six and closed at nine.
        The stock began the day at nine and closed at ten.
        Three of them met at six of these.
        The team of ten past champions lost.
    """,
)
