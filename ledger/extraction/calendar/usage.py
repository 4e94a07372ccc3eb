"""How a text writes its figures and names, looked up only when a date leaves doubt."""

from __future__ import annotations

from functools import cached_property

from ledger import patterns as re
from ledger.extraction.calendar.words import CLASS, DETERMINER, QUALIFIER, RELATIVE, STRONG, WEAK
from ledger.extraction.scene import Scene
from ledger.lexicon import lists

_GROUPED = re.compile(r",(?<=\d,)(?<![\d,.]\d,)\d{3}(?![\d,])")
_MAY, _BEFORE_MAY = re.compile(r"May(?<=\sMay)\b(?!\s+\d)"), re.compile(r"\b([A-Z][\w.]{1,24})\s{1,3}\Z")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(day.capitalize() for day in lists('periods.tsv')['weekday'])})\b")
_SLASHED = re.compile(r"(\d(?<![\d/.]\d)\d?)([/.-])(\d{1,2})\2\d{4}(?![\d/])")


_NAMES = "|".join(month.capitalize() for month in sorted(CLASS["month"]))
_MONTH_FIRST = re.compile(rf"\b(?:{_NAMES})\s\d{{1,2}}\b")
_DAY_FIRST = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_NAMES})\b")


def full_year(scene: Scene, year: int) -> int:
    """The year that "’19" stands for: at most ten years ahead of the document, without its date one of 1950 to 2049."""
    latest = scene.published.year + 10 if scene.published else 2049
    return latest - (latest - year) % 100


class Usage:
    """Habits of one text."""

    def __init__(self, scene: Scene):
        self._text = scene.text

    @cached_property
    def groups(self) -> bool:
        """Whether it writes "1,500", so that four digits without a comma are hardly a count."""
        return _GROUPED.search(self._text) is not None

    @cached_property
    def names_may(self) -> bool:
        """Whether somebody in it is called May."""
        times = STRONG | WEAK | DETERMINER | RELATIVE | QUALIFIER
        named = (_BEFORE_MAY.search(self._text, max(match.start() - 28, 0), match.start()) for match in _MAY.finditer(self._text))
        return any(before is not None and before.group(1).lower() not in times for before in named)

    @cached_property
    def names_weekdays(self) -> bool:
        """Whether it tells of days of the week, as news does and an account of years ago hardly."""
        return _WEEKDAY.search(self._text) is not None

    @cached_property
    def day_first(self) -> bool | None:
        """Whether "9/8/2020" begins with the day: by a date like it that leaves no choice, or as dates in words do; None in doubt."""
        for match in _SLASHED.finditer(self._text):
            first, second = int(match.group(1)), int(match.group(3))
            if match.group(2) == "/" and (first > 12) != (second > 12) and max(first, second) <= 31:
                return first > 12
        named = len(_DAY_FIRST.findall(self._text)) - len(_MONTH_FIRST.findall(self._text))
        return named > 0 if named else None
