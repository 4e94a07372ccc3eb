"""Clock times: "12:30", "6.30pm", "between 8.00 and 16.30", "seven o'clock", "half past six"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import number_words

_BEFORE, _ZONES, _WEEKDAYS = CLASSES["clock_before"], CLASSES["clock_zone"], CLASSES["weekday"]
_COMES, _MINUTES_PAST, _BETWEEN = CLASSES["clock_comes"], frozenset({5, 10, 20, 25}), frozenset({"from", "between", "and", "to", "in"})
_KEPT = frozenset({"open", "hourly", "nightly"})
_CATCHES = frozenset({"take", "takes", "took", "taking", "catch", "catches", "caught", "miss", "missed", "board", "boarded", "on"})
_NO_HOUR, _SEVERAL = CLASSES["clock_at_no_hour"], CLASSES["clock_until_several"]
_MARKET, _MARKET_MOVES, _EVENTS, _MONTHS = CLASSES["market"], CLASSES["market_moves"], CLASSES["clock_event"], CLASSES["month"]
_RIDES = CLASSES["clock_ride"]
_MARKET_FAR, _MARKET_NEAR = 16, 6
"""How many words of its sentence tell what closed at six, and what was back at six."""
_MERIDIEM = r"\s*(?:[ap]\.\s?m\b\.?|[ap]m\b)"
_COLON = re.compile(rf":[0-5]\d(?::[0-5]\d)?(?![\d%])(?:{_MERIDIEM})?")
_NOON = re.compile(rf"(?:[.:]\d\d)?{_MERIDIEM}|\so['’]clock\b")
_TWELVE = re.compile(r"\s(?:noon|midnight)\b(?!\s[a-z]+s\b)")
_TO_NOON = re.compile(
    rf"(?:[.:]\d\d)?\s*(?:[-–—‑]|\b(?:to|and|or|until|till)\b)\s*\d{{1,2}}(?:[.:]\d\d)?(?:{_MERIDIEM}|\so['’]clock\b)"
)
_OCLOCK = re.compile(
    r"\s+(?:(?:or|to|and)\s+\w+\s+)?o['’]clock\b|\s+in\s+the\s+(?:small\s+hours|morning|afternoon|evening)\b|"
    r"\s+(?:at\s+night|tonight|this\s+(?:morning|afternoon|evening))\b"
)
_TO_TWELVE = "|".join(word for word, hour in number_words("cardinal").items() if 1 <= hour <= 12)
_TO = re.compile(rf"\s+(?:to|past)\s+(?:{_TO_TWELVE})\b")
_PAST = re.compile(
    rf"\s+(?:past|to)\s+(?:{_TO_TWELVE}|noon|midnight|\d\d?)\b"
    r"(?![\s-]*\w*[\s-]*(?:percent|million|,\d))"
)
_POINTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5][05]")
_EARLY = re.compile(r"0\d\.[0-5]\d")
""" "07.48": no decimal begins with a nought before another digit."""
_MINUTES = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_ZONE = re.compile(rf"[ ](?:{'|'.join(sorted(zone.upper() for zone in _ZONES if zone not in ('local', 'hrs', 'hours', 'hour')))})\b")
_LINE = re.compile(r"[ ](?:from|to)[ ][A-Z]")
"""Behind a time that names a train: "the 6.52 from Velm"."""
_CUE = re.compile(
    r"\s+(?:gmt|utc|c?est|msk|local|hrs|hours|sharp|tonight|yesterday|tomorrow|today|this\s+(?:morning|afternoon|evening)|"
    r"in\s+the\s+(?:morning|afternoon|evening)|on\s+(?:the|mon|tues|wednes|thurs|fri|satur|sun|week)\w*)\b"
)
_SECOND = re.compile(
    r"\s*(?:[-–—‑]|\b(?:to|and|until|till)\b)\s*((?:[01]?\d|2[0-4])\.[0-5][05])"
    r"(?![\d,]*\d)(?!\s*(?:[%$€£°]|\w))"
)
_JOINTS, _JOINED, _MOST_LISTED = frozenset({", ", " and ", ", and ", " or ", "-", "–", " - ", " – "}), len(", and "), 12
"""What stands between times of one list, how long it is at most, and how many are looked back at."""
_PRICED = ("$", "£", "€", "-", "+")
_VERBS = frozenset({"is", "was", "had", "has", "did", "does", "will", "would", "from", "to"})
_STAMPED = frozenset({"updated", "published", "posted", "modified"})
_DAYS_FAR = 32
_UNTIL = frozenset({"until", "till"})
_OFFSET = re.compile(r"(?::[0-5]\d)?")
_QUARTERS = (".00", ".15", ".30", ".45")
_HOURS = re.compile(r"(?:[-–‑]|\s(?:to|[-–])\s)(?:1?\d|2[0-4])(?![\w.,-]*\d)(?!\s*(?:%|percent|years?|people))")
_OPEN_ON, _OPEN_FAR = re.compile(r"\bopen\b.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b[^.!?]*, $"), 90
_ON_A_DAY, _DAY_FAR = re.compile(
    r"\b(?:meets?|meeting|met|held|takes? place|took place|opens?|opened|begins?|began|starts?|started|due|arrives?|arrived|leaves?|left|"
    r"funeral|service|concert|hearing|session)\b[^.;:!?]{0,40}\b(?:\w{3,6}day|(?:19|20)\d\d|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)( \d{1,2})?,? at $"
), 80
_DAY_AND_HOUR = re.compile(r"\W*(?:[a-z]{3,6}day,? )?\d{1,2} [a-z]{3,9}(?: \d{4})?,? at ")
_MORE_HOURS = re.compile(r"(?:,? and |, | & )\d{1,2}(?:[.:]\d\d)?[-–]\d{1,2}(?:[.:]\d\d)?(?![\w%]|[.,:]\d)")
_DAYS = re.compile(
    r"\b(?:(?:mon|tues?|wed|wednes|thurs?|thu|fri|sat|satur|sun)(?:day|days|\.)?\s?(?:[-–‑]|to|and|&)\s?){1,3}[a-z]{3,9}\.?[,:]?\s$"
)
""" "Monday to Saturday, 7 to 21": opening hours stand behind days."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if (numeral.value >= 60 and len(numeral.digits) != 4) or numeral.scale != 1:
        return None
    low, end, limit = scene.low, numeral.end, numeral.limit
    start, found = numeral.start, None
    if low[start - 1 : start] == "+":
        found = _OFFSET.match(low, end, limit) if low.endswith(("utc+", "gmt+", "utc +", "gmt +"), numeral.floor, start) else None
        return (start, found.end()) if found else None
    if not numeral.digits:
        return _in_words(scene, numeral)
    following = low[end : end + 1]
    if following == ":":
        found = _COLON.match(low, end, limit)
    elif len(numeral.digits) == 4 and "." not in numeral.digits:
        return _military(scene, numeral)
    elif following in ("a", "p") or (following.isspace() and low[end + 1 : end + 2] in ("a", "p", "o")):
        found = _NOON.match(low, end, limit)
    elif numeral.value == 12:
        found = _TWELVE.match(low, end, limit)
    if found is None and numeral.value < 25:
        if following in ("-", "–", "—", "‑") or (following.isspace() and low[end + 1 : end + 2] in ("t", "a", "o", "u", "-", "–", "—")):
            found = _TO_NOON.match(low, end, limit)
        if found is None and "." in numeral.digits:
            daily = _MINUTES.fullmatch(numeral.digits) is not None and _day_before(low, start, numeral.floor) in _WEEKDAYS
            hours = _HOURS.match(low, end, limit) if daily else None
            return (start, hours.end()) if hours else _pointed(scene, at)
        if found is None and (opening := _opening(scene, numeral)) is not None:
            return opening
        if found is None and following in ("-", "–", "‑", " ") and _day_before(low, start, numeral.floor) in _WEEKDAYS:
            days = following != " " or _DAYS.search(low, max(numeral.floor, start - _DAYS_FAR), start)
            found = _HOURS.match(low, end, limit) if days else None
            found = found if found and (following != " " or closes(scene, found.end(), limit)) else None
            if found and (more := _MORE_HOURS.match(low, found.end(), limit)):
                return start, more.end()
        if found is None and following.isspace() and word_before(low, start, numeral.floor).lstrip("(“\"‘'") in _BEFORE:
            found = _OCLOCK.match(low, end, limit)
    return (start, found.end()) if found else None


def _opening(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "Thursdays until 8", "open first Saturday of the month, 9 to 12": hours behind a day in a text that says what is open."""
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    before = scene.words_before(start, numeral.floor, 2)
    if before[-1:] and before[-1] in _UNTIL:
        kept = before[0] in _WEEKDAYS or before[0].lstrip("(") in _KEPT
        return (start, end) if kept and _is_until(scene, end, limit) else None
    if low[start - 2 : start] != ", " or _OPEN_ON.search(low, max(numeral.floor, start - _OPEN_FAR), start) is None:
        return None
    found = _HOURS.match(low, end, limit)
    return (start, found.end()) if found and closes(scene, found.end(), limit) else None


def _is_until(scene: Scene, end: int, limit: int) -> bool:
    """Whether "until" stands before an hour that ends at ``end``, not before several that do something: "until 22 are sold"."""
    return closes(scene, end, limit) and scene.word_after(end, limit) not in _SEVERAL


def _day_before(low: str, start: int, floor: int) -> str:
    """The word before a figure, the last of those that hyphens join: "Mon-Fri 9 to 17"."""
    return word_before(low, start, floor).strip("(,:;.").replace("–", "-").rsplit("-", 1)[-1]


def _in_words(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "seven o'clock", "half past six", "a quarter to nine", "at six in the evening"."""
    low, end, limit = scene.low, numeral.end, numeral.limit
    if numeral.form == "cardinal" and (end >= limit or low[end] in " .,;:!?)\n") and (hour := _at_an_hour(scene, numeral)) is not None:
        return hour
    if numeral.form != "part" and numeral.value <= 12 and word_before(low, numeral.start, numeral.floor) in _UNTIL:
        return (numeral.start, end) if _is_until(scene, end, limit) else None  # "I shall sleep until ten"
    if low[end : end + 1] != " ":
        return None
    if numeral.form == "part":
        found = _PAST.match(low, end, limit) if numeral.value == 4 or (numeral.value == 2 and low.startswith("past", end + 1)) else None
        by = low.endswith(("by ", "by a "), numeral.floor, numeral.start)  # "fell by a quarter to 12 points"
        if found is None or by or scene.word_after(found.end(), limit) in _MONTHS:
            return None  # "sales in the quarter to 31 December"
        return numeral.start, found.end()
    mark = low[end + 1 : end + 2]
    if mark == "p" and numeral.value in (5, 10, 20, 25) and (found := _PAST.match(low, end, limit)):
        return numeral.start, found.end()
    if mark in ("a", "p") and (found := _NOON.match(low, end, limit)):
        return numeral.start, found.end()
    if mark == "o" and (found := _OCLOCK.match(low, end, limit)):
        return numeral.start, found.end()
    before = word_before(low, numeral.start, numeral.floor).lstrip("(“\"‘'")
    if mark in ("i", "t", "a") and numeral.value <= 12 and before in _BEFORE:
        found = _OCLOCK.match(low, end, limit)
        return (numeral.start, found.end()) if found else None
    return None


def _at_an_hour(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "I left at six", "wet by ten past", "at ten to six": an hour without a word for it, by who does what then."""
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    before = scene.words_before(start, numeral.floor, 2)
    if numeral.value in _MINUTES_PAST and before[-1:] and before[-1] in _BEFORE and before[-1] not in _BETWEEN:
        if low.startswith(" past", end) and closes(scene, end + len(" past"), limit) and not low[end + 5 : end + 6].isalnum():
            return start, end + len(" past")
        found = _TO.match(low, end, limit) if before[-1] != "by" else None
        if found is not None and closes(scene, found.end(), limit) and scene.word_after(found.end(), limit) != "of":
            return start, found.end()
    if numeral.value > 12 or len(before) < 2 or before[1] != "at" or before[0] not in _COMES or not closes(scene, end, limit):
        return None
    far = _MARKET_FAR if before[0] in _MARKET_MOVES else _MARKET_NEAR
    said = {word.rstrip(",") for word in scene.words_before(start, scene.sentences.around(start)[0], far)}
    return (start, end) if scene.word_after(end, limit) not in _NO_HOUR and _MARKET.isdisjoint(said) else None


def _pointed(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "8.00 and 16.30", "at 7.45 on Tuesday": a point alone makes no time, so the words around it must, or those of its list."""
    numeral, first = scene.numerals[at], at
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
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if _EARLY.fullmatch(numeral.digits):
        return start, end
    if not _MINUTES.fullmatch(numeral.digits) or scene.text[start - 1 : start] in _PRICED:
        return None
    if (zone := _ZONE.match(scene.text, end, limit)) is not None:
        return start, zone.end()
    if _rides(scene, numeral):
        return start, end
    if not _POINTED.fullmatch(numeral.digits):
        return None
    before = word_before(low, start, numeral.floor).strip("(,:;")
    if _day_before(low, start, numeral.floor) in _WEEKDAYS or (before in _STAMPED and closes(scene, end, limit)):
        return start, end
    if before == "at" and (_DAY_AND_HOUR.fullmatch(low, numeral.floor, start) is not None):
        return start, end
    if before == "at" and closes(scene, end, limit) and _ON_A_DAY.search(low, max(numeral.floor, start - _DAY_FAR), start):
        return start, end
    if before not in _BEFORE or not _MARKET.isdisjoint(scene.words_before(start, numeral.floor, 5)):
        return None
    if found := _CUE.match(low, end, limit):
        return start, found.end()
    if not _EVENTS.isdisjoint(scene.words_before(start, numeral.floor, 5)) and closes(scene, end, limit):
        return start, end
    second = _SECOND.match(low, end, limit)
    if second is not None and numeral.digits.endswith(_QUARTERS) and second.group(1).endswith(_QUARTERS):
        return start, second.end()
    return None


def _rides(scene: Scene, numeral: Numeral) -> bool:
    """Whether the time tells which train it was: "the 7.15 ferry", "the ferry of 7.15", "the 6.52 from Velm", "the last bus, the 22.45"."""
    before, behind = scene.words_before(numeral.start, numeral.floor, 4), scene.word_after(numeral.end, numeral.limit)
    if before[-1:] == ["of"]:
        return before[-2:-1] != [] and before[-2] in _RIDES and (closes(scene, numeral.end, numeral.limit) or behind in _VERBS)
    if before[-1:] != ["the"]:
        return False
    if before[-2:-1] and before[-2] in _CATCHES and behind in ("to", "from", "and", "back", "home"):
        return True
    if behind in _RIDES or _LINE.match(scene.text, numeral.end, numeral.limit):
        return True
    return any(word.rstrip(",") in _RIDES for word in before) and closes(scene, numeral.end, numeral.limit)


def _military(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "0417 local time", "at 1600 hours"."""
    digits = numeral.digits
    if digits > "2400" or digits[2] > "5":
        return None
    zone = scene.word_after(numeral.end, numeral.limit)
    if zone not in _ZONES:
        return None
    before = word_before(scene.low, numeral.start, numeral.floor)
    if zone in ("hours", "hour", "hrs", "local") and digits[0] != "0" and before not in _BEFORE:
        return None
    return numeral.start, scene.low.index(zone, numeral.end) + len(zone)


exclusion = Exclusion(
    code="N301",
    name="clock time",
    forms=frozenset({"digits", "cardinal", "part"}),
    covers=_covers,
    beside=Beside(
        figure={POINT},
        before={"+", "at", "by", *_UNTIL},
        behind={*":-–—‑", " -", " –", " —", " ‑", *CLASSES["clock_behind"], *_ZONES},
    ),
    manual="""
        A time of day, and a player's or a race's clock. A point between hours and minutes needs a
        second time or a word such as "local" or "on Monday", for "at 7.30" may be a rate.
    """,
    examples="""
        It landed at [05:42] local time.
        It began at [2 p.m.] on Monday.
        Doors open at [6.30pm], he said.
        The shop opens at [9am].
        Come between [8.00 and 16.30], please.
        The clinic is open (weekdays, [8-16]).
        Call us (Monday to Saturday, [7 to 21]) for more.
        It is open Mon-Fri [9 to 17].
        They left at [seven o'clock].
        She rose at [half past six].
        I shall sleep until [ten].
        Oil ran out. We left at [six].
        The bar is open until [22] and the hall until [23].
        I left at [six] and was wet by [ten past].
        In March, at [ten to six], a man came out.
        It closes on Thursdays at [12 noon].
        The board meets on 9 March 2034 at [10.00] in Room 4.
        They slept until [five to three].
        Office hours: Mon–Thu [8–12 and 13–15.30].
        Buses go hourly until [7].
        In the cinema Fri–Tue [18.00] and Thu [20.15].
        The library (open until [22]) is full.
        She takes the [7.12] to school.
        9 March 2034 at [10.00] in Room 4
        It is open daily [10.30–4] in May.
        It is open on Thursdays until [8].
        Open on the first Saturday of the month, [9 to 12]
        It was a [quarter to nine].
        It ended at a [quarter to nine].
        The alarm rang at [0417 local] time.
        The ship left by [2359 GMT].
        Police came between [8 and 10 p.m.] on Sunday.
        He woke at [six in the morning].
        It lasts from [7 to 9 pm] daily.
        The clip runs [0:06:09] in all.
        They met at [10.30 this morning].
        Kick-off is at [20.45].
        The [07.48] to Velm is late.
        It was posted at [12.13 BST] and taken down.
        Updated [16.05]
        The [7.15] ferry was late.
        The ferry of [7.15] is cancelled.
        She took the [6.52] from Velm.
        Conference call [09.30], room 2.
        Its time zone is UTC+[5:30] all year.
        Trains leave at [7.10], [10.40] and [18.25].
        Open [12.30-15.00] and [19.00-22.30], not on Mondays.
    """,
    counterexamples="""
        Rates stood at 7.30 percent.
        The rate stood at 7.10, 6.40 and 5.25 in three years.
        Shares open at 7.10, 10.40 and 12.15 dollars.
        The euro traded between 1.20 and 1.25 dollars.
        They worked 1600 hours.
        A ferry of 7.15 metres sank.
        A ferry of 2.15 million dollars sank.
        The 7.15 percent rate held.
        Some 8 percent came.
        On Sunday 7 to 21 people came.
        Between 8 and 10 people came.
        At 2 plants of the firm work stopped.
        A half to two thirds of them left.
        It fell by a quarter to 12 points.
        They left at six places.
        He took the 7.12 million from her.
        They kept it open until 12 members came.
        The offer is open until 22 are sold.
        They kept it open until 12 of the members came.
        They waited until ten of them had left.
        The stock began the day at nine and closed at ten.
        On Friday the euro stood at 10.15.
        The rate on 9 March 2034 began at 10.15 percent.
        At six of them work stopped.
        Prices were up by ten to six million.
        Shares opened at six and closed at nine.
        Three of them met at six of these.
        12 noon trains were late.
        Thursdays until 8 people came.
        The team of ten past champions lost.
    """,
)
