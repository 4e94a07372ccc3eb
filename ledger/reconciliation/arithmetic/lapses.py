"""Years that a sentence gives twice: by the dates something began and ended, and by how long it lasted or how old somebody was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.units import scale

_YEAR = re.compile(r"\d{4}")
_WORD = r"[^\s<>.,;:!?()'’-]+ "
_PLACE = rf"(?:(?:in|at|near|on|as) (?:{_WORD}){{1,5}})?"
_FIRST, _LAST, _LONG, _OLD = r"<(?P<first>t\d+)> ", r"<(?P<last>t\d+)> ", r"<(?P<said>d\d+)>", r"<(?P<said>a\d+)>"
_CLOSES = r"(?= [.;,)!?]| $|$)"
_DIED = r"(?:died|passed away) "
_AGED = r"(?:, )?(?:at the age of|aged|at age|at) "
_MOST_DAYS = 100
_LIFE = 10
"""Years within which an age and a year of birth beside it are of today: "she was 54, born in 1873" is of long ago."""
_SLACK = 1.0
"""Years by which they may differ: begun years, and days not yet reached."""


class Lapse(NamedTuple):
    """``years`` lie between ``first`` and ``last``, which may be one range of dates, and ``said`` is how many there are said to be."""

    first: Figure
    last: Figure
    said: Figure
    years: int
    most: bool = False
    """Whether it may have lasted for a part of them."""

    @property
    def agrees(self) -> bool:
        """Whether the two can be the same, a year more or less."""
        stated = self.said.range.scaled(1 / scale(self.said.claim.unit).factor)
        if self.most:
            return stated.low <= self.years + _SLACK
        return stated.meets(Range(self.years - _SLACK, self.years + _SLACK))


@cache
def _of_durations() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form) for form in (*_begun_and_over(), *_years_later(), *_throughout()))


def _one_of(*which: str) -> str:
    """The part of a pattern that stands for one of the words of these rows of ``arithmetic.tsv``."""
    return f"(?:{'|'.join(sorted(frozenset().union(*map(cues, which))))}) "


def _begun_and_over() -> Iterator[str]:
    """Where a verb tells the beginning, another the end, and a third how long it lasted."""
    begun, over, lasts = _one_of("begun", "opened"), _one_of("over"), _one_of("lasting")
    # What was built may have been in use for a part of the time only.
    both = ((begun, lasts), (_one_of("opened"), _one_of("running")))
    for one, lasting in both:
        # "built in 1912 and torn down in 2012, the mill stood for 110 years"
        ended = rf"(?:, )?(?:and |but ){over}{_PLACE}in {_LAST}"
        yield rf"\b{one}{_PLACE}in {_FIRST}{ended}, (?:{_WORD}){{1,5}}{lasting}(?:for )?{_LONG}{_CLOSES}"
    for one, lasting in both:
        # "opened in 1990, it ran for 25 years until 2012"
        yield rf"^{one}{_PLACE}in {_FIRST}, (?:{_WORD}){{1,4}}{lasting}(?:for )?{_LONG} (?:until|till|to) {_LAST}"
        yield rf"\b{one}{_PLACE}in {_FIRST}(?:, )?and {lasting}(?:for )?{_LONG} (?:until|till|to) {_LAST}"
    # "stood for 112 years: it was built in 1864 and pulled down in 1976"
    yield (
        rf"\b{lasts}(?:for )?{_LONG} (?::|;|,) (?:it|they) (?:was |were |had )?(?:been )?{begun}{_PLACE}in {_FIRST}(?:, )?"
        rf"(?:and |but )(?:was |were |it was )?{over}{_PLACE}in <(?P<last>t\d+)>{_CLOSES}"
    )


def _years_later() -> Iterator[str]:
    """Where the one is said to be so many years after the other."""
    begun = _one_of("begun", "opened")
    # "begun in 1990 and finished in 2001, 14 years later"
    yield rf"\b{begun}{_PLACE}in {_FIRST}(?:and|but) (?:{_WORD}){{1,4}}in {_LAST}, (?:only |just |some )?{_LONG} later(?= [.;]|$)"
    # "completed in 1932, 25 years after work began in 1902"
    yield rf" in {_LAST}, {_LONG} after (?:{_WORD}){{1,2}}{begun}{_PLACE}in <(?P<first>t\d+)>{_CLOSES}"
    # "went to sea in 1997 and was made captain 14 years later, in 2011"
    yield rf"\bin {_FIRST}(?:, )?(?:and |but )(?:{_WORD}){{0,6}}(?:, )?(?:just |only |some )?{_LONG} later , in {_LAST}(?=[.;,)!?]|$)"
    # "fifty years after the flood of 1962, in 2012"
    yield rf"{_LONG} after the (?:{_WORD}){{1,4}}(?:of|in) {_FIRST}, in <(?P<last>t\d+)>(?= [.;,)])"
    # "closed in 2014, 17 years after it opened in 1997"
    yield (
        rf" in {_LAST}, (?:just |only |some )?{_LONG} after (?:it|she|he|they) (?:was |were |had )?(?:been )?(?:first )?"
        rf"{begun}{_PLACE}in <(?P<first>t\d+)>{_CLOSES}"
    )


def _throughout() -> Iterator[str]:
    """Where what lies between the two is said to be a span of so many years, or to have been spent at something."""
    stretch = _one_of("stretches")
    # "from 1950 to 2001, a span of 61 years"
    yield rf"\bfrom {_FIRST}, (?:a {stretch}of |lasting |(?:serving )?(?:for )?(?:a total of )?){_LONG}{_CLOSES}"
    yield rf"\bbetween {_FIRST}, a {stretch}of {_LONG}{_CLOSES}"
    yield rf"\bfrom {_FIRST}, {_LONG} (?:in all|in total|altogether|all told)\b"
    # "joined in 1951 and worked there for 42 years until 1993", "came in 1951 and left in 1993 after 42 years"
    yield rf"\bin {_FIRST}(?:, )?and (?:{_WORD}){{1,5}}for {_LONG} (?:, )?(?:until|till|to) (?:(?:his|her|its) {_WORD}in )?{_LAST}"
    yield rf"\bin {_FIRST}(?:, )?and (?:{_WORD}){{1,6}}in {_LAST}(?:, )?after (?:{_WORD})?{_LONG}(?: in office| there)?{_CLOSES}"
    # "ran for 61 years, from its opening in 1928 until it was shut down in 1989"
    yield rf"\bfor {_LONG} , from its (?:{_WORD}){{1,3}}in {_FIRST}(?:until|till|to) (?:{_WORD}){{1,6}}in <(?P<last>t\d+)>{_CLOSES}"


@cache
def _until_now() -> tuple[re.Pattern[str], ...]:
    """Of years that last to the text's own day: "was elected in 2009 and has held the seat for 12 years"."""
    begun = _one_of("begun", "opened")
    held = "|".join(sorted(cues("held")))
    return tuple(
        re.compile(form)
        for form in (
            rf"\b(?:elected|{begun[3:-2]}) {_PLACE}in {_FIRST}(?:, )?and has (?P<most>)(?:now )?(?:{held}) (?:{_WORD}){{0,5}}"
            rf"for (?:the past |the last |these )?{_LONG}(?: now)?(?= [.;,]| $|$)",
            rf"\bin {_FIRST}(?:, )?(?:and )?, (?:now |today )?{_LONG} (?:later|on) , (?:is|has|are|have|still) ",
            rf"\bin {_FIRST}, {_LONG} ago{_CLOSES}",
            # "the ship, 29 years old, was launched in 1992"
            rf", (?:now |already |just )?<(?P<said>[da]\d+)> , (?:which |who )?was (?:launched |{begun}){_PLACE}in {_FIRST}",
            rf"{_LONG} ago , in {_FIRST}(?=[.;,)!?]|$)",
            # "the bridge, built in 1931, is 100 years old", "it was built in 1931 and is 100 years old"
            rf"\b{begun}{_PLACE}in {_FIRST}{_PLACE}(?:, |and |, and )(?:it )?is "
            rf"(?:now |already |just |only )?<(?P<said>[da]\d+)>(?= [.;,]|$)",
            # "she was 54, born in 1977"
            rf"\b(?:is|was) (?:only |just )?<(?P<said>[ac]\d+)> , (?P<near>)born {_PLACE}(?:in |on )?{_FIRST}",
            # "the 100-year-old bridge was built in 1931"
            rf"\bthe <(?P<said>[da]\d+)> (?:{_WORD}){{1,4}}was {begun}{_PLACE}in {_FIRST}(?=[.;,)!?]|and |$)",
            # "has taught here since 2009, for 22 years"
            rf"\b(?:has|have) (?:been )?(?:{_WORD}){{1,6}}since {_FIRST}, (?:for |that is |or |now )?{_LONG}{_CLOSES}",
        )
    )


@cache
def _of_ages() -> tuple[re.Pattern[str], ...]:
    born = rf"\bborn {_PLACE}(?:in |on )?{_FIRST}{_PLACE}"
    return tuple(
        re.compile(form)
        for form in (
            # "was born in 1950 and died in 2020 at the age of 80", "born in 1950, Tamm died in 2020, aged 80"
            rf"^(?:{_WORD}){{1,4}}(?:was |, (?:who was )?)born {_PLACE}(?:in |on )?{_FIRST}{_PLACE}"
            rf"(?:, )?(?:and )?(?:he |she |later |then )?{_DIED}{_PLACE}(?:in |on ){_LAST}{_PLACE}{_AGED}{_OLD}",
            rf"^born {_PLACE}(?:in |on )?{_FIRST}{_PLACE}, (?:{_WORD}){{1,3}}{_DIED}{_PLACE}(?:in |on ){_LAST}{_PLACE}{_AGED}{_OLD}",
            # "born in 1950, she became mayor in 1990 at the age of 50"
            rf"^born {_PLACE}(?:in |on )?{_FIRST}{_PLACE}, (?:he|she) (?:{_WORD}){{1,5}}(?:in |on ){_LAST}(?:, )?at the age of {_OLD}",
            # "Ana Ruiz (1950-2020) died at the age of 80"
            rf"\( {_FIRST}\) (?:, )?(?:who )?{_DIED}{_PLACE}{_AGED}{_OLD}",
            # "born in 1949, he was 54 when he became minister in 2003", "born in 1949, she took over in 2003 aged 54"
            rf"{born}, (?:{_WORD}){{1,3}}was (?:just |only |already )?{_OLD} when (?:{_WORD}){{1,9}}in {_LAST}",
            rf"{born}, (?:{_WORD}){{1,8}}in {_LAST}(?:, )?(?:aged |at the age of |at age )(?:just |only )?{_OLD}",
            # "born in 1949, she joined it in 2003, at 54"
            rf"{born}, (?:{_WORD}){{1,8}}in {_LAST}, (?:at|aged) (?:just |only )?<(?P<said>[ac]\d+)>{_CLOSES}",
        )
    )


@cache
def _of_two_sentences() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of "Tamm was born in 1950. He died in 2020 at the age of 80"."""
    return (
        re.compile(rf"^(?:{_WORD}){{1,4}}(?:, who )?was born {_PLACE}(?:in |on )?{_FIRST}"),
        re.compile(rf"^(?:he|she) {_DIED}{_PLACE}(?:in |on ){_LAST}{_PLACE}{_AGED}{_OLD}"),
    )


def lapses(passage: Passage) -> Iterator[Lapse]:
    """All of ``passage`` that can be reckoned; none where a figure is denied or supposed."""
    if "t" not in passage.letters:
        return
    today = passage.claims[0].published
    forms = [(form, 0) for form in _of_durations()] if "d" in passage.letters else []
    if ("d" in passage.letters or "a" in passage.letters) and today is not None:
        forms += [(form, today.year) for form in _until_now()]
    ages = _of_ages() if "a" in passage.letters or passage.says("orn ") else ()
    for form, now in (*forms, *((form, 0) for form in ages)):
        for found in form.finditer(passage.text):
            said, last = passage.figure(f"<{found['said']}>"), found.groupdict().get("last")
            if (lapse := _lapse(passage, passage, found["first"], last, said, now)) is not None:
                if "near" not in found.groupdict() or abs(lapse.years - number(said.claim)) <= _LIFE:
                    yield lapse._replace(most="most" in found.groupdict())
                return
    before = passage.previous
    if ages and before is not None and before.letters.count("t") == 1:
        birth, death = _of_two_sentences()
        born, died = birth.search(before.text), death.search(passage.text)
        if died is not None and born is not None:
            lapse = _lapse(before, passage, born["first"], died["last"], passage.figure(f"<{died['said']}>"))
            if lapse is not None:
                yield lapse


_DAYS = re.compile(
    rf"<(?P<said>d\d+)> , (?:from |between )?<(?P<first>t\d+)>{_CLOSES}|<(?P<said2>d\d+)> \( (?:from |between )?<(?P<first2>t\d+)> \)"
)


class Days(NamedTuple):
    """``dates`` are of so many days, both ends counted, and ``said`` is how many there are said to be."""

    dates: Figure
    said: Figure
    days: int

    @property
    def agrees(self) -> bool:
        """Whether that many days, or nights between them, are told."""
        stated = self.said.range.scaled(1 / scale(self.said.claim.unit).factor)
        return stated.meets(Range(self.days - 1, self.days))


def days_in(passage: Passage) -> Iterator[Days]:
    """Of "it burned for nine days, from 3 to 11 May"."""
    if "d" not in passage.letters or "t" not in passage.letters:
        return
    for found in _DAYS.finditer(passage.text):
        said, dates = (passage.figure(f"<{found[name] or found[name + '2']}>") for name in ("said", "first"))
        low, high = dates.claim.low, dates.claim.high
        exact = dates.claim.bound == "between" and said.exact and said.claim.unit == "day" and said.claim.modality == "asserted"
        if exact and isinstance(low, date) and isinstance(high, date) and (high - low).days < _MOST_DAYS:
            yield Days(dates, said, (high - low).days + 1)


def _lapse(one: Passage, other: Passage, first: str, last: str | None, said: Figure, now: int = 0) -> Lapse | None:
    begun = one.figure(f"<{first}>")
    ended = begun if last is None else other.figure(f"<{last}>")
    years = [*_years(begun), *(() if ended is begun else _years(ended)), *((now,) if now else ())]
    bare = said.letter == "c" and not said.noun and not said.claim.unit  # "at 54"
    if len(years) != 2 or years[0] >= years[1] or not (bare or said.claim.unit == "year") or said.claim.modality != "asserted":
        return None
    return Lapse(begun, ended, said, years[1] - years[0])


def _years(figure: Figure) -> list[int]:
    """The years that a date writes out: one, or the two ends of a range."""
    claim = figure.claim
    written = [int(year) for year in _YEAR.findall(claim.span.quote)]
    if not isinstance(claim.low, date) or not isinstance(claim.high, date) or claim.bound not in ("exact", "between"):
        return []
    return written if written == sorted({claim.low.year, claim.high.year}) else []
