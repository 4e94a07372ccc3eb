"""What two texts of one event tell in figures that differ, and that may both be so: it is of two parts, or of two times."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation import reconcile

PARTS = [
    ("In Velm 41 % of homes are without heating after the storm.", "After the storm in Velm, 59 % of homes have heating."),
    ("Some 41 percent of the homes in Velm lack heating after the storm.", "After the storm in Velm 59 percent of the homes have heating."),
    ("In the Velm referendum 55 percent of voters backed the bridge.", "In the Velm referendum 45 percent of voters opposed the bridge."),
    ("In Velm 62 percent of the pupils passed the exam this year.", "In Velm 38 percent of the pupils failed the exam this year."),
    ("In Velm 62 percent of the pupils passed the exam this year.", "In Velm 38 percent of the pupils did not pass the exam this year."),
    ("In Velm 73 percent of the fields are insured against hail.", "In Velm 27 percent of the fields are not insured against hail."),
    ("At Velm hospital 70 percent of beds are occupied.", "At Velm hospital 30 percent of beds are empty."),
    ("In Velm 64 percent of nurses have been vaccinated.", "In Velm 36 percent of nurses have not been vaccinated yet."),
]
NO_PARTS = [
    ("In Velm 64 percent of nurses want to strike.", "In Velm 36 percent of nurses want to strike."),
    ("In Velm 64 percent of nurses do not want to strike.", "In Velm 56 percent of nurses do not want to strike."),
    ("In Velm 62 percent of the pupils passed the exam this year.", "In Velm 38 percent of the pupils passed the exam this year."),
    ("In Velm 73 percent of the fields are insured against hail.", "In Velm 37 percent of the fields are insured against hail."),
]
STORM = "Because of the storm Velm airport cancelled 380 flights over two days."
TIMES = [
    ("At Velm airport 204 flights were cancelled on Saturday because of the storm.", STORM),
    ("At Velm airport 204 of 320 flights were cancelled on 2 August because of the storm.", STORM),
    ("On Saturday the bakers of Velm sold 4,100 loaves at the fair.", "The bakers of Velm sold 9,700 loaves in three days at the fair."),
    ("Some 41 mm of rain fell on Velm on Saturday.", "In three days 96 mm of rain fell on Velm."),
    ("The ferries of Velm carried 8,200 cars on Saturday.", "Over the weekend the ferries of Velm carried 14,900 cars."),
    ("The fire near Velm had burnt 320 hectares on 2 August.", "The fire near Velm had burnt 410 hectares by 3 August after 320."),
    ("The fire near Velm had burnt 320 hectares by 2 August.", "By the evening of 3 August the fire near Velm had burnt 410 hectares."),
    ("The bridge in Velm was opened on 2 August.", "Engineers in Velm had checked the bridge by 3 August."),
]
ONE_TIME = [
    ("At Velm airport 204 flights were cancelled because of the storm.", STORM),
    ("Police in Velm stopped 310 drivers over the weekend.", "Police in Velm stopped 740 drivers over the weekend."),
    ("The bakers of Velm sold 7,900 loaves at the fair.", "The bakers of Velm sold 9,700 loaves in three days at the fair."),
    ("The fire near Velm had burnt 320 hectares on 2 August.", "The fire near Velm had burnt 410 hectares on 2 August."),
]


THINGS = [
    ("Police found 14 tanks at the plant on Quarry Road in Velm.", "The plant on Quarry Road in Velm used to employ 140 people."),
    ("The new opera house in Velm will cost €165 million.", "Tickets for the new opera house in Velm cost €12 to €180."),
    (
        "Between March 2026 and August 2029 the plant in Velm filled 5.2 million jars of honey.",
        "On a good day the plant in Velm filled 9,000 jars of honey.",
    ),
]


def _conflicts(pair: tuple[str, str], day: str) -> list[str]:
    claims = [claim for at, text in enumerate(pair) for claim in extract(read_text(f"{text}\n", f"{at}.txt", day))]
    return [finding.message for finding in reconcile(claims) if finding.verdict == "conflict"]


@pytest.mark.parametrize("day", ["", "2031-08-04"])
@pytest.mark.parametrize("pair", PARTS + TIMES + THINGS, ids=lambda pair: pair[1])
def test_of_two_parts_or_times_both_may_be_so(pair, day):
    assert _conflicts(pair, day) == []


@pytest.mark.parametrize("day", ["", "2031-08-04"])
@pytest.mark.parametrize("pair", NO_PARTS + ONE_TIME, ids=lambda pair: pair[1])
def test_of_one_part_and_time_one_is_wrong(pair, day):
    assert len(_conflicts(pair, day)) == 1
