"""Which date governs a figure, and what "yesterday" and "two years ago" mean in a document of a known day."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from ledger.extraction.calendar.period import Periods
from ledger.extraction.calendar.relative import relative
from ledger.extraction.scan import scanned
from ledger.extraction.scene import Scene
from ledger.records import Block, Document, Piece, Prose, Source


def _scene(text: str, published: str = "2030-06-15") -> Scene:
    prose = Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=(Block(0, len(text), "body"),))
    return Scene(Document(id="0", path="a.txt", format="text", text=text, source=Source(published=published), prose=prose))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("marked", "low", "high"),
    [
        ("In 2019 [40] people died.", "2019-01-01", "2019-12-31"),
        ("[40] people died in 2019.", "2019-01-01", "2019-12-31"),
        ("Turnout was [84%], down from 93% in 2019.", "", ""),
        ("Turnout was 84%, down from [93%] in 2019.", "2019-01-01", "2019-12-31"),
        ("From [284] cases on 7 February it rose to 1,065 by the end of March.", "2030-02-07", "2030-02-07"),
        ("From 284 cases on 7 February it rose to [1,065] by the end of March.", "2030-03-01", "2030-03-31"),
        ("It fell from 93% in 2019 to [84%].", "", ""),
        ("At [84%] it was the highest since 1999.", "", ""),
        ("Since 9 May [400] have been held.", "2030-05-09", "2030-06-15"),
        ("[400] have been held since 9 May.", "2030-05-09", "2030-06-15"),
        ("The fee rises by [3.6%] from 1 April.", "2030-04-01", ""),
        ("Until 2016 he owned [40] ships.", "", "2016-12-31"),
        ("Before 1990 he owned [40] ships.", "", "1989-12-31"),
        ("After 1990 he owned [40] ships.", "1991-01-01", ""),
        ("Ahead of the 2031 vote it has [40] seats.", "", "2030-12-31"),
        ("Between 5 May and 7 June [40] died.", "2030-05-05", "2030-06-07"),
        ("As of 31 May [40] had died.", "2030-05-31", "2030-05-31"),
        ("It was [2.7] points less than in 2019, when the union won 34 percent.", "", ""),
        ("It was 2.7 points less than in 2019, when the union won [34] percent.", "2019-01-01", "2019-12-31"),
        ("Sales were [3%] up on 2027.", "", ""),
        ("In 2028 it sold [12] ships, and in 2029 15.", "2028-01-01", "2028-12-31"),
        ("In 2028 it sold 12 ships, and in 2029 [15].", "2029-01-01", "2029-12-31"),
        ("In 2028 it sold ships. It built [40] cars.", "2028-01-01", "2028-12-31"),
        ("It sold ships in 2028. It built [40] cars.", "", ""),
        ("Yesterday [40] people died.", "2030-06-14", "2030-06-14"),
        ("Police held [40] people on Tuesday.", "2030-06-11", "2030-06-11"),
        ("He will speak to [40] people on Friday.", "2030-06-21", "2030-06-21"),
        ("Last year [40] people died, against 50 in 2028.", "2029-01-01", "2029-12-31"),
        ("Last year 40 people died, against [50] in 2028.", "2028-01-01", "2028-12-31"),
        ("In the past two months [40] people died.", "2030-04-15", "2030-06-15"),
        ("It has [40] rooms.", "", ""),
    ],
)
def test_period(marked: str, low: str, high: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    scene = _scene(marked.replace("[", "").replace("]", ""))
    assert Periods(scene).of(start, end, scene.sentences.around(start), 0) == (_day(low), _day(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("today", "2030-06-15", "2030-06-15"),
        ("tomorrow", "2030-06-16", "2030-06-16"),
        ("on Saturday", "2030-06-15", "2030-06-15"),
        ("last Saturday", "2030-06-08", "2030-06-08"),
        ("next Saturday", "2030-06-22", "2030-06-22"),
        ("last night", "2030-06-14", "2030-06-14"),
        ("this week", "2030-06-10", "2030-06-16"),
        ("last weekend", "2030-06-08", "2030-06-09"),
        ("last month", "2030-05-01", "2030-05-31"),
        ("next month", "2030-07-01", "2030-07-31"),
        ("this year", "2030-01-01", "2030-12-31"),
        ("last quarter", "2030-01-01", "2030-03-31"),
        ("last summer", "2029-06-01", "2029-08-31"),
        ("this spring", "2030-03-01", "2030-05-31"),
        ("next winter", "2030-12-01", "2031-02-28"),
        ("last winter", "2029-12-01", "2030-02-28"),
        ("three days ago", "2030-06-12", "2030-06-12"),
        ("a week ago", "2030-06-03", "2030-06-09"),
        ("two months ago", "2030-04-01", "2030-04-30"),
        ("20 years ago", "2010-01-01", "2010-12-31"),
        ("the last 12 months", "2029-06-15", "2030-06-15"),
    ],
)
def test_relative(text: str, low: str, high: str) -> None:
    before = f"It fell {text}".lower()
    ((_, _, first, last, _),) = relative(before, scanned(before)[1], date(2030, 6, 15))
    assert (first, last) == (_day(low), _day(high))


@pytest.mark.parametrize(
    "text", ["on Sunday, May 12, they met", "on Mondays they meet", "the lasting peace", "a year ago-style joke", "2 ago"]
)
def test_what_is_not_told_from_the_day(text: str) -> None:
    assert relative(text.lower(), scanned(text.lower())[1], date(2030, 6, 15)) == []


def test_without_a_day_nothing_is_told_from_it() -> None:
    assert relative("it fell yesterday", [8], None) == []


@pytest.mark.parametrize("piece", ["may ", "5 may ", "1, 2, ", "2001, ", "in 2019 and ", "Q4 ", "2019-", "last ", "AAAA", "the 2nd and "])
def test_time_grows_with_length_only(piece: str) -> None:
    scene = _scene(piece * (40_000 // len(piece)))
    began = process_time()
    Periods(scene)
    assert process_time() - began < 2
