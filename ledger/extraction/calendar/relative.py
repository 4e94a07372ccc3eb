"""Periods told from the document's day: "yesterday", "last month", "on Tuesday", "two years ago", "the past three weeks"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ledger import patterns as re
from ledger.extraction.calendar.units import Days, months
from ledger.extraction.calendar.words import FUTURE, MONTH
from ledger.lexicon import lists

_LISTS = lists("periods.tsv")
_WEEKDAYS = {name: number for number, name in enumerate(_LISTS["weekday"])}
_SEASONS = dict(zip(_LISTS["season"], (3, 6, 9, 9, 12), strict=True))
_NUMBERS = {"a": 1, "an": 1} | {word: max(number, 1) for number, word in enumerate(_LISTS["number"])}
_UNIT = r"(day|week|month|year|decade)s?"
_NUMBER = rf"({'|'.join(_NUMBERS)}|\d{{1,3}})"
_SPOKEN = re.compile(
    rf"(?:(yesterday|today|tonight|tomorrow)"
    rf"|(last|this|next|past|previous|coming)\s+(year|month|week|weekend|night|quarter|{'|'.join(_WEEKDAYS)}|{'|'.join(_SEASONS)})"
    rf"|({'|'.join(_WEEKDAYS)})(?!,?\s+\d|,?\s+{MONTH})"
    rf"|(?:last|past|previous)\s+{_NUMBER}\s+{_UNIT}|(ago))\b(?!-)"
)
_BEFORE = frozenset('"“(—')
_BEFORE_AGO = re.compile(rf"\b{_NUMBER}\s+{_UNIT}\s+$")

Dated = tuple[int, int, date, date, str]
"""Start and end of a date in the text, its first and last day, its bound."""


def relative(low: str, places: Iterable[int], published: date | None) -> list[Dated]:
    """The periods told from the day of ``published`` at ``places`` of ``low`` (see ``scanned``), in order; none without that day."""
    if published is None:
        return []
    found: list[Dated] = []
    over = 0
    for place in places:
        if place < over or (place and not low[place - 1].isspace() and low[place - 1] not in _BEFORE):
            continue
        match = _SPOKEN.match(low, place)
        if match is None:
            continue
        over = match.end()
        if match.group(7):
            back = _BEFORE_AGO.search(low, max(0, place - 24), place)
            days = _ago(_count(back.group(1)), back.group(2), published) if back is not None else None
            place = back.start() if back is not None else place
        else:
            days = _days(low, match, published)
        if days is not None:
            found.append((place, match.end(), *days, "exact"))
    return found


def _days(low: str, match: re.Match[str], now: date) -> Days | None:
    day, word, unit, weekday, number, of, _ = match.groups()
    if day:
        only = now + timedelta({"yesterday": -1, "tomorrow": 1}.get(day, 0))
        return only, only
    if weekday:
        coming = not FUTURE.isdisjoint(low[max(0, match.start() - 60) : match.start()].split())
        return _weekday(weekday, "next" if coming else "", now)
    if number:
        return _back(_count(number), of, now), now
    if unit in _WEEKDAYS:
        return _weekday(unit, word, now)
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0}.get(word, 1)
    return _season(_SEASONS[unit], shift, now) if unit in _SEASONS else _unit(unit, shift, now)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _weekday(name: str, word: str, now: date) -> Days:
    """The nearest such day: up to now without a word, before it with "last", after it with "next"."""
    back = (now.weekday() - _WEEKDAYS[name]) % 7
    if word in ("next", "coming", "this"):
        only = now + timedelta(7 - back if back or word != "this" else 0)
    else:
        only = now - timedelta(back or (7 if word else 0))
    return only, only


def _unit(unit: str, shift: int, now: date) -> Days | None:
    """The week, month, quarter or year that is ``shift`` away from the one of ``now``."""
    if unit == "night":
        only = now + timedelta(shift)
        return only, only
    if unit in ("week", "weekend"):
        monday = now + timedelta(7 * shift - now.weekday())
        return (monday if unit == "week" else monday + timedelta(5)), monday + timedelta(6)
    count = {"month": 1, "quarter": 3, "year": 12}[unit]
    first = (now.year * 12 + now.month - 1) // count * count + shift * count
    return months(first // 12, first % 12 + 1, count)


def _season(month: int, shift: int, now: date) -> Days | None:
    """The last season of that name that is over, the one of this year, or the next to begin."""
    year = now.year - (1 if month == 12 and now.month < 3 else 0)
    days = months(year, month, 3)
    if days is not None and ((shift < 0 and days[1] >= now) or (shift > 0 and days[0] <= now)):
        days = months(year + shift, month, 3)
    return days


def _back(count: int, unit: str, now: date) -> date:
    """The day that lies ``count`` units before ``now``; the last of its month where that has no such day."""
    if unit in ("day", "week"):
        return now - timedelta(min(count * (7 if unit == "week" else 1), now.toordinal() - 1))
    month = max(now.year * 12 + now.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit], 12)
    days = months(month // 12, month % 12 + 1, 1)
    assert days is not None
    return min(days[0].replace(day=1) + timedelta(now.day - 1), days[1])


def _ago(count: int, unit: str, now: date) -> Days | None:
    """The day, week, month or year that lies ``count`` units back, as wide as its unit."""
    day = _back(count, unit, now)
    if unit in ("day", "week"):
        return day - timedelta(day.weekday() if unit == "week" else 0), day + timedelta(6 - day.weekday() if unit == "week" else 0)
    return months(day.year, day.month if unit == "month" else 1, 1 if unit == "month" else 12)
