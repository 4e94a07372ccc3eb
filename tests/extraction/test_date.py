"""Dates: every construction that is read, and what only looks like one.

Square brackets mark the span of a date; the expected value is its first and last day and its bound.
"""

from __future__ import annotations

import re

import pytest

from ledger.extraction.calendar.almanac import dates
from ledger.extraction.calendar.unread import unread
from ledger.extraction.scene import Scene
from ledger.records import Block, Document, Piece, Prose, Source

JUNE = "2030-06-15"
JANUARY = "2030-01-20"
OCTOBER = "2030-10-05"


def _scene(text: str, published: str) -> Scene:
    blocks = tuple(Block(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
    prose = Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=blocks)
    return Scene(Document(id="0", path="a.txt", format="text", text=text, source=Source(published=published), prose=prose))


def _found(text: str, published: str) -> list[tuple[str, str, str]]:
    """The spans found, their days and bounds."""
    readings = sorted(dates(_scene(text, published)).values(), key=lambda reading: reading.start)
    return [(text[r.start : r.end], f"{r.low}" if r.low == r.high else f"{r.low}..{r.high}", r.bound or "exact") for r in readings]


def _check(marked: str, published: str, *expected: str) -> None:
    spans = re.findall(r"\[([^\]]*)\]", marked)
    values = [(value.removeprefix("~"), "about" if value.startswith("~") else "") for value in expected]
    found = _found(re.sub(r"[\[\]]", "", marked), published)
    assert [span for span, _, _ in found] == spans
    assert [days for _, days, _ in found] == [days for days, _ in values]
    for (span, _, bound), (_, about) in zip(found, values, strict=True):
        assert bound == "about" if about else bound in ("exact", "between"), span


DAYS = [
    ("The vote was held on [August 9, 2020].", "2020-08-09"),
    ("The vote was held on [Aug. 9, 2020], a Sunday.", "2020-08-09"),
    ("The vote was held on [9 August 2020].", "2020-08-09"),
    ("The vote was held on [9 Aug 2020].", "2020-08-09"),
    ("The vote of the [9th of August 2020] was rigged.", "2020-08-09"),
    ("The vote of the [9th of August, 2020], was rigged.", "2020-08-09"),
    ("On [August the 9th, 2020], they voted.", "2020-08-09"),
    ("On Sunday, [May 12, 2030], they met.", "2030-05-12"),
    ("On Sunday [12 May 2030] they met.", "2030-05-12"),
    ("The law of [6\nSeptember 2019] was repealed.", "2019-09-06"),
    ("It was dated [September 6,\n2019].", "2019-09-06"),
    ("Posted [2020-08-09], edited later.", "2020-08-09"),
    ("Posted [2020/08/09], edited later.", "2020-08-09"),
    ("He was born on [18/03/1975] in a village.", "1975-03-18"),
    ("He was born on [03/18/1975] in a village.", "1975-03-18"),
    ("The contract of [8.9.2020] is void.", "2020-09-08"),
    ("The contract of [08.09.2020] is void.", "2020-09-08"),
    ("It was signed on [13/5/2028] and amended on [2/6/2028].", "2028-05-13", "2028-06-02"),
    ("It was signed on [5/13/2028] and amended on [2/6/2028].", "2028-05-13", "2028-02-06"),
    ("Paid on [7/7/2029].", "2029-07-07"),
    ("The parade of [9 May] drew a crowd.", "2030-05-09"),
    ("The parade on [May 9] drew a crowd.", "2030-05-09"),
    ("On [Jan. 6] a mob stormed the hall.", "2030-01-06"),
    ("The [21st of June] is the longest day.", "2030-06-21"),
    ("The [twenty-first of June] is the longest day.", "2030-06-21"),
    ("They meet on [4 July], a Thursday.", "2030-07-04"),
    ("The [5 May] accident closed the line.", "2030-05-05"),
    ("The pre-[May 5] rules still apply.", "2030-05-05"),
    ("ON [MAY 5] THE BRIDGE FELL.", "2030-05-05"),
    ("Sales opened on [3rd June].", "2030-06-03"),
    ("The blight began to spread in [March].", "2030-03-01..2030-03-31"),
    ("Published [14-Feb-2029] by the office.", "2029-02-14"),
    ("The talks of [12 and 13 May] failed.".replace("[12 and 13 May]", "[12] and [13 May]"), "2030-05-12", "2030-05-13"),
    ("Matches on [May 5], [12] and [19, 2029].", "2029-05-05", "2029-05-12", "2029-05-19"),
    ("Matches on [5], [12] and [19 May 2029].", "2029-05-05", "2029-05-12", "2029-05-19"),
    ("It opened on [2 March] and closed on [4 April 2028].", "2030-03-02", "2028-04-04"),
    ("In 1500 words he told of [May 12], when it began.", "2030-05-12"),
    ("He was shot on [October 3] of last year.", "2029-10-03"),
    ("The trial opens on [October 3] next year.", "2031-10-03"),
    ("Clashes began on the [4th], after a rally on [2 May].".replace("the [4th]", "the [4th]"), "2030-06-04", "2030-05-02"),
    ("Police raided the office on [2 May] and again on the [4th].", "2030-05-02", "2030-05-04"),
    ("By [March 31] cases had doubled.", "2030-03-31"),
    ("On [March 11 2020] it was declared.", "2020-03-11"),
    ("Days [1], [2] and [3rd of May] are free.", "2030-05-01", "2030-05-02", "2030-05-03"),
    ("On the [9th day of November, 1860], it was sold.", "1860-11-09"),
    ("For the years ended [September 30, 2021] and [2020] it lost money.", "2021-09-30", "2020-01-01..2020-12-31"),
    ("On [June 30] workers were let go.", "2030-06-30"),
    ("In [June] 30 workers were let go.", "2030-06-01..2030-06-30"),
    ("At 10.30 on [12 May], at 11.30, it struck.", "2030-05-12"),
    ("Since [March 31], 40 have died.", "2030-03-31"),
]

MONTHS = [
    ("It fell in [March 2014] by half.", "2014-03-01..2014-03-31"),
    ("It fell in [March, 2014], by half.", "2014-03-01..2014-03-31"),
    ("It fell in [March of 2014] by half.", "2014-03-01..2014-03-31"),
    ("It fell in [Sept. 2014] by half.", "2014-09-01..2014-09-30"),
    ("It fell in [February 2028] by half.", "2028-02-01..2028-02-29"),
    ("The [June 2029] reshuffle shook the party.", "2029-06-01..2029-06-30"),
    ("The outbreak began in [March].", "2030-03-01..2030-03-31"),
    ("The outbreak began in early [March].", "~2030-03-01..2030-03-31"),
    ("The outbreak began in mid-[March].", "~2030-03-01..2030-03-31"),
    ("The outbreak began late in [March].", "~2030-03-01..2030-03-31"),
    ("The outbreak began around [March].", "~2030-03-01..2030-03-31"),
    ("At the beginning of [May] it ended.", "2030-05-01..2030-05-31"),
    ("By the end of [May] it had ended.", "2030-05-01..2030-05-31"),
    ("Since [April] prices have doubled.", "2030-04-01..2030-04-30"),
    ("Until [September] nothing will change.", "2030-09-01..2030-09-30"),
    ("It opened in [twenty twenty-five].", "2025-01-01..2025-12-31"),
    ("Back in [nineteen eighty four] it was new.", "1984-01-01..1984-12-31"),
    ("In the worst year, [1972], 40 ships sank.", "1972-01-01..1972-12-31"),
    ("It lost 40 ships ([2019]: 12).", "2019-01-01..2019-12-31"),
    ("The trial is to begin in [March].", "2031-03-01..2031-03-31"),
    ("Throughout [May] it rained.", "2030-05-01..2030-05-31"),
    ("In [May] 12 people were held.", "2030-05-01..2030-05-31"),
    ("In early [May] 12 villages burned.", "~2030-05-01..2030-05-31"),
    ("[April]'s figures were better.", "2030-04-01..2030-04-30"),
    ("The [April] figures were better.", "2030-04-01..2030-04-30"),
    ("The [March] uprising was crushed.", "2030-03-01..2030-03-31"),
    ("The [May] elections were free.", "2030-05-01..2030-05-31"),
    ("[February] brought snow.", "2030-02-01..2030-02-28"),
    ("In [May] of this year they met.", "2030-05-01..2030-05-31"),
    ("In [May] last year they met.", "2029-05-01..2029-05-31"),
    ("They will meet next [March].", "2031-03-01..2031-03-31"),
    ("They met last [December].", "2029-12-01..2029-12-31"),
    ("They met last [May].", "2030-05-01..2030-05-31"),
    ("Prices rose in [2019], and in [April] of that year wages fell.", "2019-01-01..2019-12-31", "2019-04-01..2019-04-30"),
    ("Prices rose in [2019], and in [April] of the following year wages fell.", "2019-01-01..2019-12-31", "2020-04-01..2020-04-30"),
    ("IN [MAY] THE BRIDGE FELL.", "2030-05-01..2030-05-31"),
    ("Sales from [2029-11] are missing.", "2029-11-01..2029-11-30"),
    ("It sold out in [March ’19].", "2019-03-01..2019-03-31"),
    ("[August 2029] was the hottest [August] ever.", "2029-08-01..2029-08-31", "2029-08-01..2029-08-31"),
    ("[March] was hard.", "2030-03-01..2030-03-31"),
    ("In the [May] follow-up 12 were urgent.", "2030-05-01..2030-05-31"),
]

YEARS = [
    ("He ran in [2006].", "2006-01-01..2006-12-31"),
    ("Since [2019] there have been two.", "2019-01-01..2019-12-31"),
    ("By [2020] it had failed.", "2020-01-01..2020-12-31"),
    ("The [2015] elections were quiet.", "2015-01-01..2015-12-31"),
    ("The [2019] Treaty of Union is void.", "2019-01-01..2019-12-31"),
    ("A [2019] report says so.", "2019-01-01..2019-12-31"),
    ("Its disputed [2020] election set off protests.", "2020-01-01..2020-12-31"),
    ("The party’s [2016] programme says so.", "2016-01-01..2016-12-31"),
    ("It was brought forward to [2026], though.", "2026-01-01..2026-12-31"),
    ("It was lower than in [2023].", "2023-01-01..2023-12-31"),
    ("Sales were 3% up on [2027].", "2027-01-01..2027-12-31"),
    ("For [2028] as a whole it lost money.", "2028-01-01..2028-12-31"),
    ("In late [2018] it lost money.", "~2018-01-01..2018-12-31"),
    ("It will peak around [2035].", "~2035-01-01..2035-12-31"),
    ("In mid-[2019] it lost money.", "~2019-01-01..2019-12-31"),
    ("Since the beginning of [2019] it lost money.", "2019-01-01..2019-12-31"),
    ("The war of [1812] was short.", "1812-01-01..1812-12-31"),
    ("Founded in [1899], it thrives.", "1899-01-01..1899-12-31"),
    ("Napoleon came in [1812].", "1812-01-01..1812-12-31"),
    ("The [1848] uprisings failed.", "1848-01-01..1848-12-31"),
    ("In [2019] protests broke out.", "2019-01-01..2019-12-31"),
    ("[2020] was the worst year.", "2020-01-01..2020-12-31"),
    ("She said [2020] was the worst year.", "2020-01-01..2020-12-31"),
    ("At the end of [2028] coverage was low.", "2028-01-01..2028-12-31"),
    ("The class of [2019] met.", "2019-01-01..2019-12-31"),
    ("In [2014], [2015] and [2016] it rained.", "2014-01-01..2014-12-31", "2015-01-01..2015-12-31", "2016-01-01..2016-12-31"),
    ("The [2015] and [2020] elections were quiet.", "2015-01-01..2015-12-31", "2020-01-01..2020-12-31"),
    ("Pre-[2019] levels are far off.", "2019-01-01..2019-12-31"),
    ("A [2019]-era law applies.", "2019-01-01..2019-12-31"),
    ("In [2000] he took office.", "2000-01-01..2000-12-31"),
    ("In fiscal [2024] it lost money.", "2024-01-01..2024-12-31"),
    ("In [FY2024] it lost money.", "2024-01-01..2024-12-31"),
    ("In [FY24] it lost money.", "2024-01-01..2024-12-31"),
    ("Born in 1,984 parts, he left in [’99].", "1999-01-01..1999-12-31"),
    ("They won in [1998], [2002] and [2006].", "1998-01-01..1998-12-31", "2002-01-01..2002-12-31", "2006-01-01..2006-12-31"),
    ("In [2011], 2010 people lived there.", "2011-01-01..2011-12-31"),
    ("In [2028] 2,028 people lived there.", "2028-01-01..2028-12-31"),
    ("In [2019] people took to the streets.", "2019-01-01..2019-12-31"),
    ("It was [c. 1850] or later.".replace("[c. 1850]", "c. [1850]"), "~1850-01-01..1850-12-31"),
    ("As far back as [1998] they knew.", "1998-01-01..1998-12-31"),
    ("In [2019] — 40 years on — it fell.", "2019-01-01..2019-12-31"),
    ("Founded [1905], closed in [2011].", "1905-01-01..1905-12-31", "2011-01-01..2011-12-31"),
    ("The capacity of [2025] was doubled.".replace("The", "Twice the"), "2025-01-01..2025-12-31"),
]

SPANS = [
    ("In [2004-07] it thrived.", "2004-01-01..2007-12-31"),
    ("In [2004–2007] it thrived.", "2004-01-01..2007-12-31"),
    ("The mean of [1961–1990] was lower.", "1961-01-01..1990-12-31"),
    ("The [2028-29] season is over.", "2028-01-01..2029-12-31"),
    ("The budget for [2030/31] passed.", "2030-01-01..2031-12-31"),
    ("The budget for financial year [2030/31] passed.", "2030-01-01..2031-12-31"),
    ("The [2023/2024] season is over.", "2023-01-01..2024-12-31"),
    ("The [1999-2000] season is over.", "1999-01-01..2000-12-31"),
    ("From [2019 to 2024] it shrank.", "2019-01-01..2024-12-31"),
    ("Between [2019 and 2024] it shrank.", "2019-01-01..2024-12-31"),
    ("Between [2019 and 2024] cases rose.", "2019-01-01..2024-12-31"),
    ("It opens in [2027 or 2028].", "2027-01-01..2028-12-31"),
    ("Strikes were held between [3 April and 9 June].", "2030-04-03..2030-06-09"),
    ("It ran from [11 July to 20 July 2027].", "2027-07-11..2027-07-20"),
    ("In the coldest week, [2 to 8 February], 40 died.", "2030-02-02..2030-02-08"),
    ("It ran from [11 July -20 July 2027].", "2027-07-11..2027-07-20"),
    ("It ran from [December 30-January 2].", "2029-12-30..2030-01-02"),
    ("The [1st-2nd June] summits failed.", "2030-06-01..2030-06-02"),
    ("It ran on [June 3-5].", "2030-06-03..2030-06-05"),
    ("It ran on [June 3–5, 2029].", "2029-06-03..2029-06-05"),
    ("It ran [June 28 – July 2, 2029].", "2029-06-28..2029-07-02"),
    ("On the night of [4-5 May] shots rang out.", "2030-05-04..2030-05-05"),
    ("On the night of [4/5 May] shots rang out.", "2030-05-04..2030-05-05"),
    ("Polled between [6 and 27\nOctober 2028], they agreed.", "2028-10-06..2028-10-27"),
    ("Throughout [July and early August 2021] it grew.", "2021-07-01..2021-08-31"),
    ("Between [October 2017 and October 2018] they met.", "2017-10-01..2018-10-31"),
    ("Between [December and February 2020] they met.", "2019-12-01..2020-02-29"),
    ("From [December 2018 to February] they met.", "2018-12-01..2019-02-28"),
    ("It may come in [October or November].", "2030-10-01..2030-11-30"),
    ("The pass is open from [April to August].", "2030-04-01..2030-08-31"),
    ("From Monday, [5 May, to Friday, 9 May], shops close.", "2030-05-05..2030-05-09"),
    ("It was moved from [5 May] to [12 June].", "2030-05-05", "2030-06-12"),
    ("It grew in [March and April 2020].", "2020-03-01..2020-04-30"),
    ("Between late [2019 and early 2021] it shrank.", "2019-01-01..2021-12-31"),
    ("A chair in [1994-2001] and again later.", "1994-01-01..2001-12-31"),
    ("Between [2000 and 2010], 3000 people left.", "2000-01-01..2010-12-31"),
    ("From [mid-March] to May.".replace("[mid-March] to May", "mid-[March to May]"), "2030-03-01..2030-05-31"),
    ("Polled from [30 Nov. to 8 Dec. 2021], they agreed.", "2021-11-30..2021-12-08"),
    ("Collected in [Jan-Mar 2016] alone.", "2016-01-01..2016-03-31"),
    ("In late [2030 or early 2031] it opens.", "2030-01-01..2031-12-31"),
    ("It ran from [1947 to 5 May 1968].", "1947-01-01..1968-05-05"),
    ("It grew from [1980s-90s] ideas.", "1980-01-01..1999-12-31"),
]

PARTS_OF_A_YEAR = [
    ("In the [spring of 2019] ties froze.", "2019-03-01..2019-05-31"),
    ("In early [spring 2020] ties froze.", "~2020-03-01..2020-05-31"),
    ("In [spring or summer 2028] it opens.", "2028-03-01..2028-08-31"),
    ("The [Spring/Summer 2028] show.", "2028-03-01..2028-08-31"),
    ("The [summer of 2029] was hot.", "2029-06-01..2029-08-31"),
    ("In [autumn 2028] it failed.", "2028-09-01..2028-11-30"),
    ("In [fall 2028] it failed.", "2028-09-01..2028-11-30"),
    ("In the [winter of 2028] it failed.", "2028-12-01..2029-02-28"),
    ("In the [winter of 2027/28] it failed.", "2027-12-01..2028-02-29"),
    ("They hope to reopen in the [fall].", "2030-09-01..2030-11-30"),
    ("They will resume by [autumn].", "2030-09-01..2030-11-30"),
    ("In the [spring] of this year they met.", "2030-03-01..2030-05-31"),
    ("In the [spring] of last year they met.", "2029-03-01..2029-05-31"),
    ("In [Q3 2027] it lost money.", "2027-07-01..2027-09-30"),
    ("It needs the money by the end of [Q4].", "2030-10-01..2030-12-31"),
    ("In the [third quarter of 2027] it lost money.", "2027-07-01..2027-09-30"),
    ("[Third-quarter 2027] results disappointed.", "2027-07-01..2027-09-30"),
    ("Revenue fell in the [first quarter].", "2030-01-01..2030-03-31"),
    ("In the [first half of 2028] it lost money.", "2028-01-01..2028-06-30"),
    ("In [H2 2028] it lost money.", "2028-07-01..2028-12-31"),
    ("Built in the [1960s], it fell.", "1960-01-01..1969-12-31"),
    ("In the early [1990s] it fell.", "~1990-01-01..1999-12-31"),
    ("In the [90s] it fell.", "1990-01-01..1999-12-31"),
    ("In its fiscal [2020 fourth quarter] it lost money.", "2020-10-01..2020-12-31"),
    ("It earned more in [1Q19] than in [2Q 2018].", "2019-01-01..2019-03-31", "2018-04-01..2018-06-30"),
    ("In the early-to-mid [1990s] it fell.", "~1990-01-01..1999-12-31"),
    ("The [1980s] and [90s] were grim.", "1980-01-01..1989-12-31", "1990-01-01..1999-12-31"),
    ("In the [1800s] it stood here.", "1800-01-01..1899-12-31"),
    ("In the late [’80s] it fell.", "~1980-01-01..1989-12-31"),
    ("In the early [2000s] it fell.", "~2000-01-01..2009-12-31"),
    ("It fell in the [1960s] and [1970s].", "1960-01-01..1969-12-31", "1970-01-01..1979-12-31"),
]


ERAS_AND_DECADES = [
    ("The lowest since at least [2017] came.", "2017-01-01..2017-12-31"),
    ("On [3. 4. 2018] they met.", "2018-04-03"),
    ("It is 1.1 degrees above [1850-1900] there.", "1850-01-01..1900-12-31"),
    ("It was 54% above [1990] there.", "1990-01-01..1990-12-31"),
    ("It was sacked in [AD 79] and left.", "0079-01-01..0079-12-31"),
    ("It was sacked in [455 CE] and left.", "0455-01-01..0455-12-31"),
    ("He painted it (b. [1950], d. [2010]).", "1950-01-01..1950-12-31", "2010-01-01..2010-12-31"),
    ("It fell in the early [sixties] and [seventies].", "~1960-01-01..1969-12-31", "1970-01-01..1979-12-31"),
    ("The roaring [twenties] ended.", "1920-01-01..1929-12-31"),
    ("He is in his twenties.",),
    ("It grew in the [final quarter of 2019].", "2019-10-01..2019-12-31"),
    ("It is due in early-to-mid [2031].", "~2031-01-01..2031-12-31"),
    ("They met on [May 12] and [13] in Riga.", "2030-05-12", "2030-05-13"),
    ("They met on the [12th] and [13th] in Riga.", "2030-06-12", "2030-06-13"),
]
"""Beside them decades that are ages."""


@pytest.mark.parametrize("row", DAYS + ERAS_AND_DECADES + MONTHS + YEARS + SPANS + PARTS_OF_A_YEAR, ids=lambda row: row[0])
def test_a_document_of_june(row: tuple[str, ...]) -> None:
    _check(row[0], JUNE, *row[1:])


@pytest.mark.parametrize(
    "row",
    [
        (JANUARY, "They were polled in [November].", "2029-11-01..2029-11-30"),
        (JANUARY, "[December]’s cull was the third.", "2029-12-01..2029-12-31"),
        (JANUARY, "The shares have halved since [October].", "2029-10-01..2029-10-31"),
        (JANUARY, "The bridge will open in [November].", "2030-11-01..2030-11-30"),
        (JANUARY, "Work is to start by [August 15].", "2030-08-15"),
        (JANUARY, "Tax rises by 5% from [1 April].", "2030-04-01"),
        (JANUARY, "Last [December] it snowed.", "2029-12-01..2029-12-31"),
        (JANUARY, "From [December to February] it snows.", "2029-12-01..2030-02-28"),
        (OCTOBER, "It had been due to end on [31 March].", "2030-03-31"),
        (OCTOBER, "The school will reopen in [February].", "2031-02-01..2031-02-28"),
        (OCTOBER, "It has to be finished by [March].", "2031-03-01..2031-03-31"),
        (OCTOBER, "He was arrested in [February].", "2030-02-01..2030-02-28"),
        (OCTOBER, "Talks were postponed until [December].", "2030-12-01..2030-12-31"),
        (OCTOBER, "It was held on [9 December].", "2029-12-09"),
        (OCTOBER, "The flood killed two people in [November].", "2029-11-01..2029-11-30"),
        (OCTOBER, "The premier called elections in [November].", "2030-11-01..2030-11-30"),
        (OCTOBER, "The court said the hearing on [4 November] would be open.", "2030-11-04"),
        (OCTOBER, "The pool is closed in [November].", "2030-11-01..2030-11-30"),
        (OCTOBER, "He left in the [winter] of last year.", "2029-12-01..2030-02-28"),
        (OCTOBER, "In [2010] it boiled over: on [19 December] crowds filled the square.", "2010-01-01..2010-12-31", "2010-12-19"),
        (OCTOBER, "At the [2019] Harvest Day of [3 July] a rocket fell.", "2019-01-01..2019-12-31", "2019-07-03"),
        (OCTOBER, "The rally of [3 July 2019] ended badly. After the [3 July] rally it closed.", "2019-07-03", "2019-07-03"),
        ("", "It was signed on [5 May 2019] and took force on [7 June].", "2019-05-05", "2019-06-07"),
        ("", "They met in May and on 7 June."),
        ("2020-07", "They met on [18 June].", "2020-06-18"),
    ],
    ids=lambda row: f"{row[0]} {row[1]}",
)
def test_a_missing_year(row: tuple[str, ...]) -> None:
    _check(row[1], row[0], *row[2:])


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "May I come in?",
        "May 12 people be wrong?".replace("May 12", "May twelve"),
        "Theresa May resigned.",
        "Theresa May spoke, and a plan by May was rejected.",
        "They march to the square.",
        "March on the capital, he told them.",
        "A march of 300 people.",
        "An august body of men.",
        "Jan called Dec and Mar.",
        "The spring in the clock broke.",
        "Prices fall in summer towns.",
        "The fall of the wall freed them.",
        "The fall in prices hurt.",
        "This fall in output hurt.",
        "It was hot last summer.",
        "There were 2019 people in the hall.",
        "About 2000 troops crossed.",
        "Some 1500 to 2000 people came.",
        "From 1500 to 2000 people came.",
        "They held 1950 tonnes of grain.",
        "A total of 2019 was reached.",
        "The firm has 2015 employees.",
        "It killed 2019 rebels.",
        "A 2000-year-old city.",
        "A 1500-metre race.",
        "The 2000 workers struck.",
        "Article 2019 of the code.",
        "It ran on Windows 2000 then.",
        "The plan, Vision 2030, failed.",
        "See pages 1991 and 2.",
        "It begins at 1930 GMT.",
        "The 9/11 attacks.",
        "Open 24/7 all year.",
        "Case No. 212/2027 is closed.",
        "See HL 2027/48 for more.",
        "Grant ED-2029-114 paid for it.",
        "Account 4400 1187 2031 is open.",
        "Call +44 20 5550 1877 now.",
        "The price is $2030 today.",
        "It cost 2030% more.",
        "Version 4.0.12 is out.",
        "They won 3-2 and 4-1.",
        "It may take 03/04/2029 or 04/05/2029.",
        "He died on 31 February.",
        "He died on 30 February 2020.",
        "A man in his 90s died.",
        "Temperatures in the 90s are common.",
        "He came in the third quarter of the match.",
        "A third quarter was lost.",
        "May Day is a holiday.",
        "June Carter sang.",
        "The October Revolution won.",
        "Black September struck.",
        "He is the 12th man.",
        "Smith (2019) disagrees.",
        "The fine was 2000.",
        "It weighs 1850 kg in all.",
        "It cost 15 coins in 1500 BC.",
        "He lives in 1200 Main Street.",
        "It fell from 2000 to 1500.",
        "It closed by 2100 GMT.",
        "Covid-19 May surge.",
        "April, 34, is a nurse.",
        "He sat in room 2019 and left.",
        "The Budget 2029 papers.",
        "Euro 2028 and Expo 2030 failed.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert _found(text, JUNE) == []


@pytest.mark.parametrize(
    "marked",
    [
        "He died on [31 February].",
        "He died on [30 February 2020].",
        "On [9/11/2001] they fell.",
        "Signed on [5.5.29] in Rome.",
        "World Cup [2018] was won.",
        "It was sacked in [44 BC] and rebuilt.",
        "It stood from [3000-1200 B.C.] or so.",
        "Smith ([2019]) disagrees.",
        "It was signed on 9 May 2019.",
        "There were 2019 people in the Hall.",
        "The town of Ulm has 1950 wells.",
        "In 1,500 towns Mr Smith counted 2015 birds.",
        "Version 5.5.29.1 is out.",
    ],
)
def test_figures_of_dates_that_count_nothing(marked: str) -> None:
    text = re.sub(r"[\[\]]", "", marked)
    scene = _scene(text, JUNE)
    spans = [unread(scene, at) for at in range(len(scene.numerals))]
    assert [text[slice(*span)] for span in spans if span][:1] == re.findall(r"\[([^\]]*)\]", marked)


@pytest.mark.parametrize(
    "row",
    [
        ("It closed in [March]. On [4 May 2028] it burned, as in [1999]. In [June] it throve.", "2028-03", "2028-05-04", "1999", "2028-06"),
        ("It opened in [2027]. In [June] it thrived.", "2027", "2027-06"),
        ("The bank met on [12 January 2031] in Riga. It rained. Prices fell in [December].", "2031-01-12", "2030-12"),
        ("It closed in March.",),
    ],
    ids=lambda row: row[0],
)
def test_a_text_without_a_date_has_that_of_its_first_full_date(row: tuple[str, ...]) -> None:
    found = [(span, days) for span, days, _ in _found(re.sub(r"[\[\]]", "", row[0]), "")]
    assert [span for span, _ in found] == re.findall(r"\[([^\]]*)\]", row[0])
    assert all(days.startswith(expected) for (_, days), expected in zip(found, row[1:], strict=True))
