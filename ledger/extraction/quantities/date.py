"""Dates: a day, a month, a season, a quarter, a year, a decade, and ranges of them."""

from __future__ import annotations

from ledger.extraction.calendar.almanac import dates
from ledger.extraction.rule import Rule
from ledger.extraction.scene import Reading, Scene


def _read(scene: Scene, at: int) -> Reading | None:
    return dates(scene).get(at)


rule = Rule(
    code="Q101",
    name="date",
    kind="date",
    forms=frozenset({"digits", "ordinal", "month", "season", "decade"}),
    read=_read,
    final=True,
    manual="""
        A date as precise as the text gives it, from its first to its last day: a month or a year
        covers its days, a range both its ends. "Early", "mid" and "late" make it `about`; the
        beginning or end of a month is the whole month.

        A missing year is the one that "last" or "next year" gives, that the sentence has set, or that
        the same day had shortly before; else the year of the document's date, or its neighbour where
        the verb says so ("was held in December", told in January). A text without a date lends the
        year that it stated last.

        Spring is March to May, summer June to August, autumn September to November; winter begins in
        the December of the year that it is named by. "2023/24" covers both calendar years, and fiscal
        2024 is read as the calendar year. "09/08/2020" is read when the text shows which figure is the
        day. Seasons and days that are only relative ("last summer", "Monday") are no dates.
    """,
    examples="""
        It was signed on [7 October 2018].  ->  2018-10-07
        It was signed on Monday, [May 12, 2020], at noon.  ->  2020-05-12
        The vote of the [9th of August] was rigged.  ->  2020-08-09
        It began in early [March].  ->  ~2020-03
        He ran in [2006] and lost.  ->  2006
        Founded: [1962]  ->  1962
        From [2037] papers will be sealed.  ->  2037
        The [2015] elections were quiet.  ->  2015
        The Treaty of [1785] ended it.  ->  1785
        She finished [2001] ranked third.  ->  2001
        The [2001]–present war goes on.  ->  2001
        In [2004-07] it grew.  ->  2004-01-01..2007-12-31
        Between [3 April and 9 June] it closed.  ->  2020-04-03..2020-06-09
        In the [spring of 2019] ties froze.  ->  2019-03-01..2019-05-31
        It lost money in the [third quarter of 2018].  ->  2018-07-01..2018-09-30
        Sales of [H1 FY30] rose.  ->  2030-01-01..2030-06-30
        On the 3rd, [4th] and 5th it was shut.  ->  2020-08-04
        Built in the [1960s], it fell.  ->  1960-01-01..1969-12-31
        Built in the [sixties], it fell.  ->  1960-01-01..1969-12-31
    """,
    counterexamples="""
        It may rain.
        They march on the capital.
        There were 2019 people in the hall.
        Article 2019 of the code applies.
        Height: 1962
        The fall in prices hurt.
    """,
)
