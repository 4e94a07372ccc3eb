"""The year of a date that gives none: what its own words say, then what the text has said, then the document's date.

A document without a date has that of the first day that its text states in full; without such a one a
missing year is the one stated last.
"""

from __future__ import annotations

from datetime import date

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.usage import Usage
from ledger.extraction.calendar.words import CLASS, FUTURE
from ledger.extraction.context.word_classes import CHANGE, NOUN, classes
from ledger.extraction.scene import Scene
from ledger.lexicon import lists

_STOP = re.compile(r"[.!?;](?=\s)")
_OPENS = re.compile(r"(?:^|[.!?]\s+|\n\s*)[\"“]?(?:(?:back|late|early)\s+)?(?:in|on)\s+(?:(?:early|mid|late|the\s+\w+\s+of)[-\s]+)?$")
_OF_OR_ON = re.compile(r"\b(?:of|on|in)\s+(?:the\s+)?(?:(?:early|mid|late)[-\s]+)?$")
_ASPECTUAL = CLASS["aspectual"]
_PAST, _ANNOUNCING, _PRESENT, _INNER = CLASS["past"], CLASS["announcing"], CLASS["present"], CLASS["inner"]
_BORN = ("born", "born on", "born in", "(b.")
_REMEMBERED = 3000  # characters that a reader keeps the year of a day in mind
_ACCOUNT, _LATELY = 1500, 15
"""How far, in characters, an account goes on in its year; how many months ago the year is no more the document's own or the one before."""
_MONTH_FAR, _A_DECADE, _CLAUSE, _BEHIND, _LOOK_BACK = 6, 10, 12, 60, 80


def complete(scene: Scene, points: list[Point]) -> None:
    """Gives ``points``, in the order of the text, the years that they leave out; without any clue the year stays 0."""
    now = scene.published or _anchor(points)
    stated: Point | None = None
    seen: dict[tuple[int, int], Point] = {}
    previous: Point | None = None
    for number, point in enumerate(points):
        floor = scene.numerals[point.at].floor
        following = points[number + 1] if number + 1 < len(points) else None
        if not point.month and following is not None and _is_of_its_month(scene, point, following):
            point.month = following.month
        if not point.year and previous is not None and previous.month == point.month and _is_of_its_month(scene, previous, point):
            point.year = previous.year
        if not point.month:
            _give_month(scene, point, previous if previous is not None and previous.start >= floor else None, floor)
        if not point.year and point.month:
            point.year = _told(scene, point, stated) or _recalled(point, seen) or _beside(scene, point, stated, floor) or 0
            if not point.year and stated is not None and scene.published is not None and not _is_news(point, stated, scene.published):
                point.year = _narrated(scene, point, stated, scene.published, floor)
            if not point.year and now is not None:
                point.year = _nearer(scene, point, now, _published(scene, point, now, floor))
            elif not point.year and stated is not None:
                point.year = stated.year
            if point.bare and scene.published is None and _is_all(scene, point):
                point.year = 0  # a month that heads a row of a table recurs
        tells = point.stated and point.bound != "between" and point.count <= 12 and not _is_of_birth(scene, point)
        if tells and not (stated is not None and _goes_back(scene, point, stated, floor)):
            stated = point
        previous = point
        if point.day and point.year:
            seen[point.month, point.day] = point


def _is_of_birth(scene: Scene, point: Point) -> bool:
    """Whether somebody was born then, which says nothing of the year in which the story goes on."""
    return scene.low[max(0, point.start - 10) : point.start].rstrip().endswith(_BORN)


def _goes_back(scene: Scene, point: Point, stated: Point, floor: int) -> bool:
    """Whether an account looks back from the day ``stated`` and goes on from there: "it had been reported in May 2029"."""
    earlier = (point.year, point.month) < (stated.year, stated.month)
    return earlier and "had" in _words(scene, max(floor, point.start - _LOOK_BACK), point.start)[-_CLAUSE:]


def _is_of_its_month(scene: Scene, point: Point, following: Point) -> bool:
    """Whether a day stands straight before another that says the month of both: "the 12th and 13th of May"."""
    between = scene.low[point.end : following.start]
    return point.day > 0 and following.day > point.day and following.month > 0 and between.strip(" ,\n") in _TOGETHER


_TOGETHER = frozenset({"", "and", "or", "to", "and the", "or the", "and on the", "-", "–"})


def _anchor(points: list[Point]) -> date | None:
    """The first full date of the text, which stands for the date of a document that has none, unless much later ones follow."""
    full = [point for point in points if point.day and point.stated and point.covers() is not None]
    if not full or max(point.year for point in full) > full[0].year + _A_DECADE:
        return None
    return date(full[0].year, full[0].month, full[0].day)


def _is_all(scene: Scene, point: Point) -> bool:
    """Whether nothing else stands in the block."""
    numeral = scene.numerals[point.at]
    return scene.low[numeral.floor : numeral.limit].strip(" \n|*_") == scene.low[point.start : point.end]


def _give_month(scene: Scene, point: Point, previous: Point | None, floor: int) -> None:
    """Gives "the 12th" its month: that of a date just before it, else the last one with a 12th before the document's date."""
    if previous is not None and previous.month and previous.year and previous.count == 1 and point.start - previous.end < 300:
        point.month, point.year = previous.month, previous.year
    elif scene.published is not None:
        words = _words(scene, max(floor, point.start - _LOOK_BACK), point.start)
        coming = _is_future(scene, point.start, floor) or _is_scheduled(words[:-1] if words[-1:] == ["the"] else words)
        earlier = point.day > scene.published.day and not coming
        months = scene.published.year * 12 + scene.published.month - 1 - earlier
        point.year, point.month = months // 12, months % 12 + 1


def _told(scene: Scene, point: Point, stated: Point | None) -> int:
    """The year that "last", "next year", "that year" and the like give."""
    word, _, year = point.relative.partition(" ")
    if not word:
        return 0
    if year:
        if word in ("last", "this", "next"):
            return scene.published.year + {"last": -1, "this": 0, "next": 1}[word] if scene.published else 0
        shift = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(word, 0)
        return stated.year + shift if stated is not None else 0
    if word in ("following", "previous", "same") and stated is not None:
        later = point.month > stated.month or stated.count >= 12
        return stated.year + (word == "following" and not later) - (word == "previous" and later)
    now = scene.published
    if now is None:
        return 0
    if word in ("next", "coming", "following"):
        return now.year + (point.month <= now.month)
    if word in ("last", "past", "previous"):
        over = point.month + point.count - 1 < now.month
        return now.year - (0 if over else 1)
    return now.year - (1 if point.month == 12 and point.count == 3 and now.month < 3 else 0)


def _recalled(point: Point, seen: dict[tuple[int, int], Point]) -> int:
    """The year of the same day named shortly before."""
    before = seen.get((point.month, point.day)) if point.day else None
    return before.year if before is not None and point.start - before.end < _REMEMBERED else 0


def _beside(scene: Scene, point: Point, stated: Point | None, floor: int) -> int:
    """The year that the sentence has set: "the 2019 march of 3 July", "In 2010 ... on 19 December"."""
    if stated is None or stated.start < floor or not 0 < point.start - stated.end < 300 or point.relative:
        return 0
    low = scene.low
    if _glances(scene, stated):
        return 0
    stops = len(_STOP.findall(low, stated.end, point.start))
    if stops > 1:
        return 0
    later = stated.count >= 12 or (point.month, point.day or 31) >= (stated.month, stated.day)
    if not later or (scene.published is not None and stated.year > scene.published.year):
        return 0
    opened = _OPENS.search(low, max(floor, stated.start - 24), stated.start) is not None
    if opened and not _is_future(scene, point.start, floor):
        return stated.year
    if stops:
        return 0
    if stated.count < 12:
        return stated.year if not _is_future(scene, point.start, floor) else 0
    between = low[stated.end : point.start].rstrip() if point.start - stated.end < 60 else ",,"
    apposed = between.endswith(",") and "," not in between[:-1]  # "the 2019 fair, 3 July"
    near = apposed or ("," not in between and _OF_OR_ON.search(low, stated.end, point.start) and not _is_future(scene, point.start, floor))
    return stated.year if near and _attributive(scene, stated) else 0


_BACKGROUND, _A_MONTH = 3, 31  # years that news looks back, and days that it is of


def _is_news(point: Point, stated: Point, now: date) -> bool:
    """Whether a day is of news that has only glanced back at the month ``stated``: "on 24 April" in a text of 18 April."""
    near = (point.month - now.month) % _YEAR in (0, 1, _YEAR - 1)
    if point.day > 0 and near and now.year - stated.year >= _BACKGROUND:
        return _is_of_last_weeks(point, now) and not 0 <= point.month - stated.month < stated.count
    return point.day > 0 and near


def _is_of_last_weeks(point: Point, now: date) -> bool:
    """Whether a day of the document's year has passed less than a month before."""
    ago = (now.month - point.month) * 31 + now.day - point.day
    return 0 <= ago <= _A_MONTH


_YEAR = 12


def _narrated(scene: Scene, point: Point, stated: Point, now: date, floor: int) -> int:
    """The year of a month in an account of years ago, which goes on from the month stated before: one that names no days of the week.

    0 where that month is no more than 15 months from the document's date, or far off in the text.
    """
    ago = (now.year - stated.year) * 12 + now.month - stated.month
    if not stated.month or stated.count >= 12 or ago <= _LATELY or not 0 < point.start - stated.end < _ACCOUNT:
        return 0
    if point.relative or scene.once(Usage).names_weekdays or _is_future(scene, point.start, floor) or _glances(scene, stated):
        return 0
    return stated.year + (stated.month - point.month > _MONTH_FAR - 1)


def _glances(scene: Scene, stated: Point) -> bool:
    """Whether a date only tells how long something has been unequalled, so that no story goes on from it: "the lowest since May 1997"."""
    before = scene.low[max(0, stated.start - _SINCE_FAR) : stated.start]
    return _UNEQUALLED.search(before) is not None


_UNEQUALLED = re.compile(r"\b(?:[a-z]{3,}est|worst|best|most|least|first|record|only)\b[^.!?]*\bsince\s+(?:(?:early|mid|late)[\s-])?$")
_SINCE_FAR = 90


def _attributive(scene: Scene, stated: Point) -> bool:
    """Whether a year stands before the noun that it dates."""
    return scene.low[stated.end : stated.end + 1] in " \n" and scene.low[max(0, stated.start - 5) : stated.start].split()[-1:] == ["the"]


def _nearer(scene: Scene, point: Point, now: date, year: int) -> int:
    """``year``, or the one beside it that is nearer to the document's and in which the day falls on the weekday before it."""
    named = _WEEKDAY.search(scene.low, max(0, point.start - _AT_MOST), point.start) if point.day else None
    if named is None:
        return year
    weekday, days = _WEEKDAYS.index(named.group(1)), {}
    for each in (year - 1, year, year + 1):
        try:
            days[each] = date(each, point.month, point.day)
        except ValueError:  # 29 February
            continue
    if year in days and days[year].weekday() != weekday:
        fitting = [each for each, day in days.items() if day.weekday() == weekday and abs(day - now) < abs(days[year] - now)]
        return fitting[0] if fitting else year
    return year


_WEEKDAYS = lists("periods.tsv")["weekday"]
_WEEKDAY, _AT_MOST = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),? (?:the )?$"), 16


def _published(scene: Scene, point: Point, now: date, floor: int) -> int:
    """The document's own year, or its neighbour where the month lies far off on the wrong side of the verb."""
    ahead = point.month - now.month
    if point.count == 3 and point.month == 12 and now.month < 3:
        return now.year - 1
    if ahead == 0 or (point.count == 3 and -3 < ahead < 1):
        return now.year
    words = _words(scene, max(floor, point.start - 80), point.start)
    for number in range(len(words) - 1, -1, -1):
        if words[number][-1] in ".;!?" and (len(words[number]) > 3 or words[number][0].isdigit()):
            words = words[number + 1 :]
            break
    while (words and words[-1].rstrip(",") in _INNER) or words[-2:] == ["end", "of"]:
        words.pop()
    last = words[-1] if words else ""
    opens = len(words) == 1 and point.day > 0
    if "had" in words[-_CLAUSE:] or (last == "by" and "had" in _words(scene, point.end, point.end + _BEHIND)):
        return now.year - (ahead > 0)  # "had been due to end in March"
    fixed = "fixed for" in " ".join(words)
    coming = fixed or not FUTURE.isdisjoint(words) or (words[-4:-3] in (["is"], ["are"]) and _is_purposed(words))  # "is to open in"
    moved = last == "in" and len(words) > 1 and classes(words[-2]) & CHANGE and classes(words[-2]) & NOUN
    over = bool(last in ("in", "on", "last", "of") and (moved or _is_past(words[-5:])))  # "a fall in October"
    if last == "since":
        return now.year - (ahead > 0)
    if ahead > 0 and last == "to" and len(words) > 1 and words[-2] in _STRETCHES and not coming and _is_told(scene, point) != "future":
        return now.year - 1  # "sales in the quarter to 31 December fell"
    if ahead > 0:
        if (over and not coming) or (opens and _is_told(scene, point) == "past"):
            return now.year - 1
        return now.year - (1 if ahead > _MONTH_FAR and not coming and last not in ("by", "from") else 0)
    if ahead <= -3 and not over and (_is_scheduled(words) or (opens and _is_told(scene, point) == "future")):
        return now.year + 1
    if (ahead <= -3 and not over and (fixed or _is_purposed(words) or not FUTURE.isdisjoint(words[-_CLAUSE:]))) or (
        last in ("by", "until", "before") and ahead < -_MONTH_FAR and not over
    ):
        return now.year + 1
    return now.year


_SCHEDULING, _STRETCHES = CLASS["scheduling"], CLASS["stretch"] | {"year"}


def _is_scheduled(words: list[str]) -> bool:
    """Whether a verb in the present tells what is to come: "the trial opens on", "goes on sale on", "the vote is on"."""
    if words[-1:] not in (["on"], ["in"]) or any(word in _PAST or word.endswith("ed") for word in words[-5:-1]):
        return False
    return words[-2:-1] in (["is"], ["are"]) or not _SCHEDULING.isdisjoint(words[-4:-1])


def _is_told(scene: Scene, point: Point) -> str:
    """In which tense the sentence that a day opens goes on: "On 5 November the minister resigned" past, else future, or ""."""
    words = _words(scene, point.end, point.end + _BEHIND)
    ends = next((number for number, word in enumerate(words) if word[-1] in ".;!?"), len(words) - 1)
    words = [word.strip(".,;!?") for word in words[: ends + 1]]
    past = any(word in _PAST or word.endswith("ed") for word in words)
    if FUTURE.isdisjoint(words):
        forced = "had" in words and words[words.index("had") + 1 :][:1] == ["to"]  # "the doors had to be closed"
        return "past" if past and (forced or _PRESENT.isdisjoint(words)) else ""
    return "future" if not past or not _WILL.isdisjoint(words) else ""


_WILL = frozenset({"will", "’ll", "'ll"})


def _is_purposed(words: list[str]) -> bool:
    """Whether "to start in" ends ``words``; "to 1,204 by" does not, nor "began to rise in"."""
    return words[-3:-2] == ["to"] and words[-2].isalpha() and _ASPECTUAL.isdisjoint(words[-4:-3])


def _is_past(words: list[str]) -> bool:
    """Whether a verb in the past governs the preposition that ends ``words``: "fell in", "killed two people in".

    Not "is closed in", and not "called a vote in": what is announced lies ahead.
    """
    verbs = [word for word in words[:-1] if word in _PAST or word.endswith("ed")]
    if not verbs or not _PRESENT.isdisjoint(words):
        return False
    return verbs[-1] == words[-2] or _ANNOUNCING.isdisjoint(verbs)


def _is_future(scene: Scene, start: int, floor: int) -> bool:
    return not FUTURE.isdisjoint(_words(scene, max(floor, start - 60), start))


def _words(scene: Scene, start: int, end: int) -> list[str]:
    """The words of ``[start, end)`` in lower case, without the month of May, which promises nothing."""
    return [word.lower() for word in scene.text[start:end].split() if word != "May"]
