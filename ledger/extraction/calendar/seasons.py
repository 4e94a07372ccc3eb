"""Seasons, quarters and halves of a year: "spring of 2019", "winter 2019/20", "third-quarter 2028", "Q4", "H1 2027"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import full_year
from ledger.extraction.calendar.usual import YEAR
from ledger.extraction.calendar.words import CLASS, DETERMINER, FUTURE, QUALIFIER, RELATIVE, YEAR_SAID, before, behind, between
from ledger.extraction.scene import Scene

_YEAR = re.compile(rf"(?:,?\s+(?:of\s+|in\s+)?(?:the\s+)?(?:year\s+)?|-)({YEAR})(?:[-–/](\d{{4}}|\d\d))?(?![\w%]|[.,]\d)")
_NEAR = 24
_A_FALL = re.compile(r"\ban?\s(?!(?:early|mid|late)\b)(?:[a-z]+\s)?fall$")
""" "A fall in 2017 ended her career" is no autumn."""
_JOINT = CLASS["joint"] | frozenset("/-–")
_FALLEN, _NO_SEASON = CLASS["fallen"], CLASS["no season"]


def around_season(scene: Scene, at: int) -> Point | None:
    """The season at numeral ``at``: with a year, or where the words before it leave no doubt."""
    numeral = scene.numerals[at]
    point = Point(numeral.start, numeral.end, at, 0, int(numeral.value), count=3)
    if _A_FALL.search(scene.low, max(numeral.floor, numeral.start - _NEAR), numeral.end):
        return None
    if year := _YEAR.match(scene.low, numeral.end, numeral.limit):
        point.year, point.end, point.stated = int(year.group(1)), year.end(2 if _is_the_next(year) else 1), True
        return point
    if said := YEAR_SAID.match(scene.low, numeral.end, numeral.limit):
        point.relative = next(filter(None, said.groups())) + " year"
        return point
    return point if _beside_season(scene, at) or _surely_season(scene, at) else None


def _beside_season(scene: Scene, at: int) -> bool:
    """Whether the next season has the year of both: "spring or summer 2028"."""
    other = scene.neighbour(at)
    if other is None or other.form != "season" or between(scene, scene.numerals[at].end, other.start) not in _JOINT:
        return False
    return _YEAR.match(scene.low, other.end, other.limit) is not None


def _is_the_next(year: re.Match[str]) -> bool:
    """Whether "2019/20" names two years in a row, as a winter does."""
    return bool(year.group(2)) and int(year.group(2)) % 100 == (int(year.group(1)) + 1) % 100


def _surely_season(scene: Scene, at: int) -> bool:
    """Whether the words beside the season make a date of it: "early spring", "since autumn", "will open by the winter".

    One that recurs is none: "in the spring the river rises", "it was repaired in the autumn".
    """
    numeral = scene.numerals[at]
    following = behind(scene, numeral.end, numeral.limit)
    word = scene.low[numeral.start : numeral.end]
    if (word == "fall" and following in _FALLEN) or following.lower() in _NO_SEASON:
        return False
    if scene.low[numeral.end : numeral.end + 1] == "-":
        return False
    words = [w.lower() for w in before(scene, numeral.start, numeral.floor, 80, 20)]
    last, second = (words[-1] if words else ""), (words[-2] if len(words) > 1 else "")
    if last in RELATIVE:
        return False  # "last summer" is relative as "last week" is: it states no figure
    if last in QUALIFIER:
        return second not in ("a", "an")
    if last == "the" and second == "of":
        return not CLASS["stretch"].isdisjoint(words[-3:-2])
    if (second if last == "the" else last) in ("in", "by", "since", "until"):
        return (last == "the" or word != "fall") and ("since" in (last, second) or not FUTURE.isdisjoint(words))
    return False


_ORDINAL_PART = re.compile(r"[\s-]+(quarter|half)\b(?!-?time|[\s-]+cent)")
_IN_A_ROW = re.compile(r"\s+(?:in a row|running|in succession|straight)\b")
_OF_A_GAME = re.compile(
    r"\s+of\s+(?:the|an?|their|his|her|this|that)\s+(?:\w+\s+)?(?:game|match|final|contest|tie)\b"
)
_LETTER_PART = re.compile(
    rf"(?:[\s-]*(?:of\s+)?(?:fy\s?)?({YEAR})(?![\w%]|[.,]\d)|"
    r"[\s-]*(?:fy\s?[’']?|[’'])(\d\d)(?![\w%]|[.,]\d))?(?!\w)"
)
_YEAR_LEFT = re.compile(rf"\b({YEAR})[\s-]?$")
_PART_YEAR = re.compile(
    rf"(?:,?\s+(?:of\s+)?(?:the\s+)?(?:(?:fiscal|financial|calendar)\s+)?(?:year\s+)?(?:fy\s?)?)({YEAR})(?![\w%]|[.,]\d)"
)


def ordinal_part(scene: Scene, at: int) -> Point | None:
    """ "third quarter of 2027", "first half of 2028"; without a year a quarter only where money is spoken of."""
    numeral = scene.numerals[at]
    part = _ORDINAL_PART.match(scene.low, numeral.end, numeral.limit)
    if part is None or not 1 <= numeral.value <= (4 if part.group(1) == "quarter" else 2):
        return None
    count = 3 if part.group(1) == "quarter" else 6
    point = Point(numeral.start, part.end(), at, 0, (int(numeral.value) - 1) * count + 1, count=count)
    if year := _PART_YEAR.match(scene.low, part.end(), numeral.limit):
        point.year, point.end, point.stated = int(year.group(1)), year.end(1), True
        return point
    if said := YEAR_SAID.match(scene.low, part.end(), numeral.limit):
        point.relative = next(filter(None, said.groups())) + " year"
        return point
    if left := _YEAR_LEFT.search(scene.low, max(numeral.floor, numeral.start - 6), numeral.start):
        point.year, point.start, point.at, point.stated = int(left.group(1)), left.start(), at - 1, True
        return point
    words = [w.lower() for w in before(scene, numeral.start, numeral.floor)]
    titled = scene.text[part.start(1)].isupper() and scene.text[numeral.start].isupper()  # "Fourth Quarter Results"
    attributive = scene.low[numeral.end] == "-"  # "third-quarter income"
    if count == 6 or not (titled or attributive or (words and words[-1] in DETERMINER and words[-1] not in ("a", "an"))):
        return None
    if _IN_A_ROW.match(scene.low, part.end(), numeral.limit) or _OF_A_GAME.match(scene.low, part.end(), numeral.limit):
        return None
    near = scene.low[max(numeral.floor, numeral.start - 200) : min(numeral.limit, part.end() + 120)]
    return point if not CLASS["finance"].isdisjoint(near.replace(",", " ").replace(".", " ").split()) else None


_PART_LETTER = re.compile(rf"(\d)([qh])(?:[\s-]?(?:of\s+)?(?:fy\s?)?({YEAR})(?![\w%]|[.,]\d)|[’']?(\d\d)(?![\w%]|[.,]\d))?(?!\w)")


def part_letter(scene: Scene, at: int) -> Point | None:
    """ "3Q 2027", "1Q19", "4Q": the letter stands right of the numeral."""
    numeral = scene.numerals[at]
    match = _PART_LETTER.match(scene.low, numeral.start, numeral.limit)
    if match is None or not scene.text[numeral.start + 1].isupper():
        return None
    count = 3 if match.group(2) == "q" else 6
    if not 1 <= numeral.value <= 12 // count or (count == 6 and not match.group(3)):
        return None
    point = Point(numeral.start, match.end(), at, 0, (int(numeral.value) - 1) * count + 1, count=count)
    if match.group(3) or match.group(4):
        point.year, point.stated = int(match.group(3) or 0) or full_year(scene, int(match.group(4))), True
    return point


def letter_part(scene: Scene, at: int) -> Point | None:
    """ "Q3 2027", "Q4", "H1 2028": the letter stands left of the numeral."""
    numeral, low = scene.numerals[at], scene.low
    start = numeral.start - 1
    if len(numeral.digits) != 1 or start < numeral.floor or low[start] not in "qh" or (start > numeral.floor and low[start - 1].isalnum()):
        return None
    count = 3 if low[start] == "q" else 6
    if not 1 <= numeral.value <= 12 // count or not scene.text[start].isupper():
        return None
    point = Point(start, numeral.end, at, 0, (int(numeral.value) - 1) * count + 1, count=count)
    year = _LETTER_PART.match(low, numeral.end, numeral.limit)
    if year is None:
        return None
    if year.group(1):
        point.year, point.end, point.stated = int(year.group(1)), year.end(1), True
    elif year.group(2):
        point.year, point.end, point.stated = full_year(scene, int(year.group(2))), year.end(2), True
    elif left := _YEAR_LEFT.search(low, max(numeral.floor, start - 6), start):
        point.year, point.start, point.at, point.stated = int(left.group(1)), left.start(), at - 1, True
    return point if count == 3 or point.stated else None
