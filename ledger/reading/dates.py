"""Finds the date that a text, a page or a list gives as its own."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import number_words

_MONTHS = {word: int(number) for word, number in number_words("month").items()}
_YEAR = re.compile(r"[12]\d{3}")
_REST_OF_ISO = re.compile(r"-(\d{2})(?:-(\d{2}))?(?!\d)")
_BEFORE_YEAR = 32
_WORD = re.compile(r"[^\s,.()\[\]]+")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?$")
_PARTIAL = re.compile(r"[12]\d{3}(?:-\d{2}(?:-\d{2})?)?")


class Dated(NamedTuple):
    """A date in a text: where it stands, and the ISO date, partial (YYYY-MM) where no day is given."""

    start: int
    end: int
    iso: str


def find_date(text: str, start: int = 0, end: int | None = None) -> Dated | None:
    """The first date with a year and a month in ``text[start:end]``, or None."""
    end = len(text) if end is None else min(end, len(text))
    for year in _YEAR.finditer(text, start, end):
        if text[year.end() : year.end() + 1].isdigit() or text[year.start() - 1 : year.start()].isdigit():
            continue
        iso = _REST_OF_ISO.match(text, year.end(), end)
        found = Dated(year.start(), iso.end(), text[year.start() : iso.end()]) if iso else _written(text, start, year)
        if found is not None and is_partial_date(found.iso):
            return found
    return None


def _written(text: str, start: int, year: re.Match[str]) -> Dated | None:
    """The date whose month and day, in either order, stand before ``year``."""
    words = [*_WORD.finditer(text, max(start, year.start() - _BEFORE_YEAR), year.start())][-3:]
    if not words:
        return None
    last = words.pop()
    month, day = _MONTHS.get(last[0].lower()), None
    if month is not None:
        if words and words[-1][0] == "of":
            words.pop()
        day = _DAY.match(words[-1][0]) if words else None
    elif words and (day := _DAY.match(last[0])):
        month = _MONTHS.get(words[-1][0].lower())
    if month is None:
        return None
    begin = min(words[-1].start(), last.start()) if day else last.start()
    return Dated(begin, year.end(), f"{year[0]}-{month:02}" + (f"-{int(day[1]):02}" if day else ""))


def is_partial_date(text: str) -> bool:
    """Whether ``text`` is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar."""
    if not _PARTIAL.fullmatch(text):
        return False
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def iso_date(text: str) -> str:
    """The day of a machine's time stamp or of a written date; empty when there is none, the year alone when that is all."""
    text = text.strip()
    found = find_date(text)
    if found is not None:
        return found.iso
    return text if is_partial_date(text) else ""
