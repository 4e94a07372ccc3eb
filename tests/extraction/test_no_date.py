"""What only looks like a date, and figures of dates that count nothing."""

from __future__ import annotations

import re

import pytest

from ledger.extraction.calendar.unread import unread
from tests.extraction.dated import JUNE, found, scene


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
        "It opened 1950 of the files.",
        "The court closed 2019 cases.",
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
    assert found(text, JUNE) == []


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
        "Her novel, Crome ([1886]), sold well.",
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
    read = scene(text, JUNE)
    spans = [unread(read, at) for at in range(len(read.numerals))]
    assert [text[slice(*span)] for span in spans if span][:1] == re.findall(r"\[([^\]]*)\]", marked)


def test_a_day_of_no_known_year_counts_nothing() -> None:
    for text in ("It opened on 3 May.", "It opened on May 3."):
        read = scene(text, "")
        assert {unread(read, at) for at in range(len(read.numerals))} == {(13, 18)}
