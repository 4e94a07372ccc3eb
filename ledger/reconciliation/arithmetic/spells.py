"""Days that a text gives twice: by the day something began and the day it ended, and by how many days, weeks or months lie between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.ranges import number
from ledger.reconciliation.dating import in_year
from ledger.reconciliation.spans import Span

_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\b\d{1,2}(?!\d)")
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44}
_SLACK = {"day": 1.0, "week": 6.0, "month": 31.0}
"""By how many days so many days, weeks or months may be off: the first and the last are counted or not, and weeks and months begun."""
_MOST, _LONGEST, _MONTH, _NEAR = 300, 1500, 31, 4.0
"""Days that lie between days of which no year is told, and of which one is; a span that is off by more than the factor is another's."""
_ROUND = frozenset({"about", "at_least", "more_than", "at_most", "less_than"})
_FEW = r"(?:[^\s<>.,;:!?()–-]+ )"
"""A word of those that may stand between two figures."""


class Spell(NamedTuple):
    """From ``least`` to ``most`` days lie between ``first`` and ``last``, days or months, and ``said`` is how long that is said to be."""

    first: Figure
    last: Figure
    said: Figure
    least: int
    most: int

    @property
    def agrees(self) -> bool:
        """Whether that can be so, one day more or less, or a begun week or month."""
        claim = self.said.claim
        size, slack = _DAYS[claim.unit], _SLACK[claim.unit]
        low, high = (float(end) * size if end is not None and not isinstance(end, date) else None for end in (claim.low, claim.high))
        if claim.bound == "about":
            slack += (low or 0.0) / 10
        return (low is None or low - slack <= self.most) and (high is None or self.least <= high + slack)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    first, last, long = r"<(?P<first>t\d+)>", r"<(?P<last>t\d+)>", r"<(?P<said>d\d+)>"
    closes = r"(?= [.;,)!?–]|$)"
    span = rf"(?:an? |the )?{_FEW}?(?:{'|'.join(sorted(cues('stretches')))}) of {_FEW}{{0,2}}"
    return (
        # "opens on 16 December and closes on 9 January, a period of 24 days", "began on 3 March and ended on 14 April, after six weeks"
        re.compile(rf"{first} , {_FEW}{{1,4}}{last} (?:, )?after {_FEW}?{long}{closes}"),
        re.compile(
            rf"{first} {_FEW}{{0,5}}(?:, )?(?:and|but|until|to|till) {_FEW}{{1,5}}{last} {_FEW}{{0,3}}"
            rf"(?:, {span}|(?:, )?(?:just |only )?after {_FEW}?){long}{closes}"
        ),
        # "It was lost on 3 March and found on 14 April, 42 days later"
        re.compile(
            rf"{first} {_FEW}{{0,8}}(?:, )?(?:and|but|until|to) {_FEW}{{1,8}}{last} {_FEW}{{0,2}}, {_FEW}{{0,2}}{long} "
            rf"(?:later|on|afterwards){closes}"
        ),
        # "on 3 March and was found 42 days later, on 14 April"
        re.compile(rf"{first} {_FEW}{{0,8}}(?:, )?(?:and|but) {_FEW}{{1,6}}{long} (?:later|on|afterwards) , (?:on )?{last}{closes}"),
        # "ended on 14 April, 42 days after it began on 3 March"
        re.compile(rf"{last} , {_FEW}{{0,2}}{long} after {_FEW}{{1,6}}on {first}{closes}"),
        # "begins on 3 March, 42 days before the vote on 14 April"
        re.compile(rf"{first} , {_FEW}{{0,2}}{long} before {_FEW}{{1,6}}on {last}{closes}"),
    )


@cache
def _over_two() -> tuple[re.Pattern[str], ...]:
    last, long = r"<(?P<last>t\d+)>", r"<(?P<said>d\d+)>"
    return (
        # "She left on 4 May. She came back on 19 May, after 15 days at sea"
        re.compile(rf"^(?:she|he|it|they) {_FEW}{{1,5}}on {_FEW}?{last} , (?:just |only )?after {_FEW}?{long}(?! (?:of|in)\b)"),
        # "They were due in March 2028. They came in May 2029, 14 months late"
        re.compile(rf"^(?:she|he|it|they) {_FEW}{{1,5}}(?:on|in) {last} , {_FEW}?{long} late(?= [.;,]|$)"),
        # "The strike began on 5 May. It ended on 12 May, seven days later"
        re.compile(rf"^(?:(?:she|he|it|they) {_FEW}{{1,5}}on {_FEW}?{last} , {_FEW}?{long} (?:later|on|afterwards)(?= [.;]|$))"),
    )


def spells(passage: Passage) -> Iterator[Spell]:
    """All of ``passage`` that can be reckoned; none where a figure is denied or supposed."""
    if "d" not in passage.letters or "t" not in passage.letters:
        return
    if passage.letters.count("t") > 1:
        for form in _forms():
            for found in form.finditer(passage.text):
                first, last, said = (passage.figure(f"<{found[name]}>") for name in ("first", "last", "said"))
                if (spell := _spell(first, last, said)) is not None:
                    yield spell
                    return
    if (spell := _of_a_range(passage)) is not None:
        yield spell
        return
    before = passage.previous
    if before is None or "d" in before.letters:
        return
    if before.letters.count("t") == 1 == passage.letters.count("t"):
        begun = before.figures[before.letters.index("t")]
        for form in _over_two():
            for found in form.finditer(passage.text):
                last, said = (passage.figure(f"<{found[name]}>") for name in ("last", "said"))
                if (spell := _spell(begun, last, said)) is not None:
                    yield spell
                    return


_RANGED = (
    re.compile(
        r"\b(?:from|between) <(?P<days>t\d+)> , (?:that is |or |i\.e |for )?<(?P<said>d\d+)>(?= [.;,)]| in all| in total| altogether|$)"
    ),
    re.compile(r"\b(?:for|lasts?|lasted|took|takes|of) <(?P<said>d\d+)> , from <(?P<days>t\d+)>(?= [.;,)]|$)"),
)


def _of_a_range(passage: Passage) -> Spell | None:
    """Of "it lasted from 12 October to 30 November, seven weeks", "it lasted nine months, from March to December"."""
    found = next((each for form in _RANGED if (each := form.search(passage.text)) is not None), None)
    if found is None:
        return None
    days, said = passage.figure(f"<{found['days']}>"), passage.figure(f"<{found['said']}>")
    low, high, claim = days.claim.low, days.claim.high, said.claim
    if claim.unit not in _DAYS or claim.bound != "exact" or claim.modality != "asserted" or days.claim.bound != "between":
        return None
    most = _LONGEST if _YEAR.search(days.claim.span.quote) else _MOST
    if not isinstance(low, date) or not isinstance(high, date) or not 0 < (high - low).days <= most:
        return None
    far = not 1 / _NEAR <= number(claim) * _DAYS[claim.unit] / (high - low).days <= _NEAR
    months = 0 if _DAY.search(days.claim.span.quote) else 2 * _MONTH - 2  # "from March to December" may be from the end of the one
    return None if far else Spell(days, days, said, max((high - low).days - months, 0), (high - low).days + 1)


def _spell(first: Figure, last: Figure, said: Figure) -> Spell | None:
    """The days between two days, when it is sure enough of which years they are, and the span said may be theirs."""
    claim = said.claim
    if claim.unit not in _DAYS or claim.modality != "asserted" or claim.bound not in ("exact", *_ROUND) or not number(claim) > 0:
        return None
    one, other = _days(first), _days(last)
    if one is None or other is None:
        return None
    if not all(_YEAR.search(figure.claim.span.quote) for figure in (first, last)):
        other = _behind(one, other)
        if (other[0] - one[1]).days > _MOST:
            return None
    least, most = (other[0] - one[1]).days, (other[1] - one[0]).days
    if least <= 0 or not 1 / _NEAR <= number(claim) * _DAYS[claim.unit] / most <= _NEAR:
        return None
    return Spell(first, last, said, least, most)


def _behind(one: Span, other: Span) -> Span:
    """The days ``other``, of no year that is told, in the first year in which they are not before ``one``."""
    found = in_year(other, one[0].year)
    return found if found[0] >= one[0] else in_year(other, one[0].year + 1)


def _days(figure: Figure) -> Span | None:
    """The first and the last day of a date that is a day or a month."""
    claim = figure.claim
    if not isinstance(claim.low, date) or not isinstance(claim.high, date) or claim.bound != "exact":
        return None
    if claim.modality not in ("asserted", "planned") or (claim.high - claim.low).days > _MONTH:
        return None
    return claim.low, claim.high
