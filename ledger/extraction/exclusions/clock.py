"""Clock times that show what they are: "12:30", "6.30pm", "7 to 9 pm", "12 noon", "0417 GMT"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, word_before
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene

BEFORE, ZONES = CLASSES["clock_before"], CLASSES["clock_zone"]
UNTIL = frozenset({"until", "till"})
_OF_SEVERAL = CLASSES["clock_until_several"]
_MERIDIEM = r"\s*(?:[ap]\.\s?m\b\.?|[ap]m\b)"
TENS_OF_MINUTES = r"(?:[01]?\d|2[0-4])\.[0-5]"
"""An hour, a point and the first digit of the minutes."""
PART_OF_DAY = "(?:morning|afternoon|evening)"
NOON = re.compile(rf"(?:[.:]\d\d)?{_MERIDIEM}|\so['’]clock\b")
OCLOCK = re.compile(
    rf"\s+(?:(?:or|to|and)\s+\w+\s+)?o['’]clock\b|\s+in\s+the\s+(?:small\s+hours|{PART_OF_DAY})\b|"
    rf"\s+(?:at\s+night|tonight|this\s+{PART_OF_DAY})\b"
)
_COLON = re.compile(rf":[0-5]\d(?::[0-5]\d)?(?![\d%])(?:{_MERIDIEM})?")
_TWELVE = re.compile(r"\s(?:noon|midnight)\b(?!\s[a-z]+s\b)")
_TO_NOON = re.compile(
    rf"(?:[.:]\d\d)?\s*(?:[-–—‑]|\b(?:to|and|or|until|till)\b)\s*\d{{1,2}}(?:[.:]\d\d)?(?:{_MERIDIEM}|\so['’]clock\b)"
)
_OFFSET, _OF_AN_OFFSET = re.compile(r"(?::[0-5]\d)?"), ("utc+", "gmt+", "utc +", "gmt +")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if (numeral.value >= 60 and len(numeral.digits) != 4) or numeral.scale != 1:
        return None
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if low[start - 1 : start] == "+":
        found = _OFFSET.match(low, end, limit) if low.endswith(_OF_AN_OFFSET, numeral.floor, start) else None
        return (start, found.end()) if found else None
    found, following = None, low[end : end + 1]
    if following == ":":
        found = _COLON.match(low, end, limit)
    elif len(numeral.digits) == 4 and "." not in numeral.digits:
        return _military(scene, numeral)
    elif following in ("a", "p") or (following.isspace() and low[end + 1 : end + 2] in ("a", "p", "o")):
        found = NOON.match(low, end, limit)
    elif numeral.value == 12:
        found = _TWELVE.match(low, end, limit)
    if found is None and numeral.value < 25:
        if following in ("-", "–", "—", "‑") or (following.isspace() and low[end + 1 : end + 2] in ("t", "a", "o", "u", "-", "–", "—")):
            found = _TO_NOON.match(low, end, limit)
        whole = following.isspace() and "." not in numeral.digits
        if found is None and whole and word_before(low, start, numeral.floor).lstrip("(“\"‘'") in BEFORE:
            found = OCLOCK.match(low, end, limit)
    return (start, found.end()) if found else None


def _military(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "0417 local time", "at 1600 hours"."""
    digits = numeral.digits
    if digits > "2400" or digits[2] > "5":
        return None
    zone = scene.word_after(numeral.end, numeral.limit)
    if zone not in ZONES:
        return None
    before = word_before(scene.low, numeral.start, numeral.floor)
    if zone in _NO_ZONES and digits[0] != "0" and before not in BEFORE:
        return None
    return numeral.start, scene.low.index(zone, numeral.end) + len(zone)


_NO_ZONES = CLASSES["clock_no_zone"]


def is_until(scene: Scene, end: int, limit: int) -> bool:
    """Whether what "until" stands before is an hour that ends at ``end``, not several that do something: "until 22 are sold"."""
    return closes(scene, end, limit) and scene.word_after(end, limit) not in _OF_SEVERAL


exclusion = Exclusion(
    code="N301",
    name="clock time",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(
        before={"+", "at", "by", *UNTIL},
        behind={*":-–—‑", " -", " –", " —", " ‑", *CLASSES["clock_behind"], *ZONES},
    ),
    manual="""
        A time of day in digits, and a player's or a race's clock, with a sign or a word that tells it: a colon, "pm", "noon", a time zone.
    """,
    examples="""
        It landed at [05:42] local time.
        It began at [2 p.m.] on Monday.
        Doors open at [6.30pm], he said.
        The shop opens at [9am].
        It closes on Thursdays at [12 noon].
        The alarm rang at [0417 local] time.
        The ship left by [2359 GMT].
        Police came between [8 and 10 p.m.] on Sunday.
        It lasts from [7 to 9 pm] daily.
        They came at [6 in the evening].
        The clip runs [0:06:09] in all.
        Its time zone is UTC+[5:30] all year.
    """,
    counterexamples="""
        They worked 1600 hours.
        Some 8 percent came.
        Between 8 and 10 people came.
        At 2 plants of the firm work stopped.
        12 noon trains were late.
    """,
)
