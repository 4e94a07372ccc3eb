"""Rates, and what only looks like them."""

import pytest

from tests.extraction.rows import Row, figures, rows

PER_SO_MANY = rows(
    """
    The incidence is [23 per 100,000].  ->  23/100000
    There are [2.7 cases of measles or mumps per 1,000] people per year.  ->  2.7/1000
    There were [1.44 cases per 1,000] people a year; he drove at [70 m.p.h.] there.  ->  1.44/1000 | 70 mile / hour
    It cut output by [1.2 million barrels a day] from the start of May.  ->  1200000 oil_barrel / day
    It has [134.95 doses per 100] people.  ->  134.95/100
    It counts [15 deaths per 1,000] births.  ->  15/1000
    The rate is [46.4 cases for every 100,000] people.  ->  46.4/100000
    It has [8 beds per 10,000], or [5.2 per thousand].  ->  8/10000 | 5.2/1000
    It counts [350 per million] people.  ->  350/1000000
    There is [1 doctor per 5,000] people.  ->  1/5000
    """
)

PER_UNIT = rows(
    """
    It pumps [200 kb/d], once [1.2 million b/d].  ->  200000 oil_barrel / day | 1200000 oil_barrel / day
    It emits [94 gCO2/km].  ->  94 gram / kilometer
    It rose [3.7 mm a year] since 2006; the rate is [158/100,000].  ->  3.7 millimeter / year | 158/100000
    He is on 20 mg of it twice a day.
    They got a 4/C at most.
    It fell to [2,034 a day] from [5,441].  ->  2034 1 / day | 5441 1 / day
    He has two a day from now on.
    It has [1,132/km2] in town.  ->  1132 1 / kilometer ** 2
    It emits [850 g CO2 per kWh].  ->  850 gram / kilowatt_hour
    The score was 5/5 there.
    It flew at [60 km/h], then at [60 kph].  ->  60 kilometer / hour | 60 kilometer / hour
    A [70-mph] limit, a [60 mile-per-hour] wind.  ->  70 mile / hour | 60 mile / hour
    It did [100 miles an hour].  ->  100 mile / hour
    A [100-mile-an-hour] wind.  ->  100 mile / hour
    It moves [2 metres a second].  ->  2 meter / second
    It falls at [9.8 m/s²].  ->  9.8 meter / second ** 2
    It falls at [9.8 m/s^2].  ->  9.8 meter / second ** 2
    It emits [94 g/kWh], not [120 g per kWh].  ->  94 gram / kilowatt_hour | 120 gram / kilowatt_hour
    The level is [120 mg/dL].  ->  120 milligram / deciliter
    It burns [5 litres per 100 km].  ->  5/100 liter / kilometer
    It burns [5 l/100km].  ->  5/100 liter / kilometer
    It does [30 miles per gallon], or [40 mpg].  ->  30 mile / gallon | 40 mile / gallon
    It runs at [100 Mbps] and [3,000 rpm].  ->  100 megabit / second | 3000 turn / minute
    It yields [1.2 tonnes per hectare].  ->  1.2 metric_ton / hectare
    It has [150 people per square kilometre].  ->  150 1 / kilometer ** 2
    It runs at [50 centimeters/millisecond].  ->  50 centimeter / millisecond
    They use [12 litres per person].  ->  12 liter
    They bear [2.1 children per woman].  ->  2.1
    """
)

PER_TIME = rows(
    """
    There are [3 deaths a day].  ->  3 1 / day
    He looks [a hundred times a day].  ->  100 1 / day
    He smokes [40 a day].  ->  40 1 / day
    It sees [2.3 lakh passengers a day].  ->  230000 1 / day
    It sees [40 to 50 visitors a day].  ->  40..50 1 / day
    It pumps [1,200 barrels per day].  ->  1200 oil_barrel / day
    It pumps [1,200 barrels of oil a day].  ->  1200 oil_barrel / day
    It pumps [1.2m bpd].  ->  1200000 oil_barrel / day
    The sea rises by [3.4 mm a year].  ->  3.4 millimeter / year
    It makes between [5 and 6 TWh a year].  ->  5..6 terawatt_hour / year
    It emits [5 tonnes of CO2 a year].  ->  5 metric_ton / year
    It carries [20,000 passengers daily].  ->  20000 1 / day
    It made [12,000 tonnes annually], up by half.  ->  12000 metric_ton / year
    It draws [200 visitors each week].  ->  200 1 / week
    He answers [40-50 calls an hour].  ->  40..50 1 / hour
    He scores [three goals a game], [30 points per game].  ->  3 | 30
    It kills [thousands of people a year].  ->  1000s 1 / year
    They meet [a couple of times a week].  ->  ~2 1 / week
    His heart makes [72 beats per minute].  ->  72 1 / minute
    They use [140 litres per person per day].  ->  140 liter / day
    It runs [20 trains an hour].  ->  20 1 / hour
    """
)

NO_RATES = rows(
    """
    It rose 3 per cent, or 5 percent a year.
    He earns $500 a week, or 1,000 dollars per tonne.
    It costs $60 million per kilometre.
    They pay $5-10 a head.
    She wrote two letters a week later.
    It held 300 people a year ago.
    It had 3 visits a week before the vote.
    She gave 12 children a day trip.
    They read five daily papers.
    She sleeps 7 hours a night.
    He had two goals in a second half.
    It took three quarters of an hour.
    In 2019 a year of drought began.
    A train comes every 15 minutes.
    """
)


HOSTILE = [
    "5 " + "a-" * 10_000, "5" + " a" * 10_000 + " per", "1- " * 4_000 + "2-day", "5 per " * 4_000, "5 or " * 4_000 + "km", "5c$ " * 4_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_hostile_text_ends(text: str) -> None:
    assert figures(text, "age") == ()


@pytest.mark.parametrize("row", PER_SO_MANY + PER_UNIT + PER_TIME + NO_RATES, ids=lambda row: row.text)
def test_rate(row: Row) -> None:
    assert figures(row.text, "rate") == row.figures
