"""Hedges, ranges and units left out: what holds for every kind of quantity."""

import pytest

from ledger.extraction import extract
from ledger.reading import read_text


def values(text: str) -> list[str]:
    return [str(claim.quantity) for claim in extract(read_text(text, published="2020-09-01"))]


HEDGED = [
    (">= 300 boats", ">=300"),
    ("This brings the average property price up to £300.", "300 GBP"),
    ("It is within a whisker of 300 boats.", "~300"),
    ("They sold about 300 boats.", "~300"),
    ("He rose above two boats.", "2"),
    ("The toll rose above two hundred boats.", ">200"),
    ("No berth is more than 70 boats deep.", "<=70"),
    ("None of the harbours has more than 300 boats.", "<=300"),
    ("There is no harbour, and it lost more than 300 boats.", ">300"),
    ("Velm would scrap fees over five years.", "5 year"),
    ("She ran the mill for over five years.", ">5 year"),
    ("They sold nearly 300 boats.", "~300"),
    ("They sold some 300 boats.", "~300"),
    ("They sold 300 or so boats.", "~300"),
    ("They sold 20-odd boats.", "~20"),
    ("They sold more than 300 boats.", ">300"),
    ("They sold well over 300 boats.", ">300"),
    ("They sold in excess of 300 boats.", ">300"),
    ("Sales topped 300 boats.", ">300"),
    ("They sold at least 300 boats.", ">=300"),
    ("They sold no fewer than 300 boats.", ">=300"),
    ("They sold 300 boats or more.", "300"),
    ("They sold 300 or more boats.", ">=300"),
    ("They sold 300+ boats.", ">=300"),
    ("They sold up to 300 boats.", "<=300"),
    ("They sold as many as 300 boats.", "<=300"),
    ("They sold no more than 300 boats.", "<=300"),
    ("It is no colder than 21C.", ">=21 degree_Celsius"),
    ("They sold fewer than 300 boats.", "<300"),
    ("They sold just under 300 boats.", "<300"),
    ("They sold dozens of boats.", "24s"),
    ("They sold tens of thousands of boats.", "10000s"),
    ("They sold about a dozen boats.", "~12"),
    ("They sold less than about 300 boats.", "<300"),
    ("They sold up to some 300 boats.", "<=300"),
    ("Sales went up to almost 300 boats.", "~300"),
    ("They sold nearly the 300 boats.", "~300"),
    ("They sold fewer than the 300 boats that were built.", "300"),
    ("They sold about 300 boats or more.", "~300"),
    ("They sold about 300 or more boats.", ">=300"),
    ("They sold 300-plus boats.", ">=300"),
    ("They sold no lower than 300 boats.", ">=300"),
    ("It is so for n>300.", ">300"),
    ("That brought the total up to 300.", "300"),
    ("It is more than 300 and less than 500.", "300..500"),
    ("It is at most 9.5 but at least 4 metres.", "4..9.5 meter"),
    ("Fees must be over $5 and under $20.", "5..20 USD"),
    ("Numbers greater than or equal to 12, smaller than 50.", "12..50"),
    ("Choose a number from 1 to 10.", "1..10"),
    ("From 40 to 60 boats sink each year.", "40..60 1 / year"),
    ("It is larger than 1/2.", ">0.5"),
    ("It takes 3 and 3/4 boats.", "3.75"),
    ("The fee is from 20 to 30 euros.", "20..30 EUR"),
    ("They sold 20~30 boats.", "20..30"),
    ("They sold 40-odd percent.", "~40 percent"),
    ("They sold 70-plus percent.", ">=70 percent"),
    ("They sold 50-plus euros' worth.", ">=50 EUR"),
    ("It is so for n≤300.", "<=300"),
    ("Sales are equal to or more than 300.", ">=300"),
    ("Sales never fell below 300 boats.", ">=300"),
    ("They have not sold fewer than 300 boats.", ">=300"),
    ("Without dropping below 300 boats, they rested.", ">=300"),
    ("Sales did not exceed 300 boats.", "<=300"),
    ("No yard may sell more than 300 boats.", "<=300"),
    ("There is no proof that they sold more than 300 boats.", ">300"),
    ("He did not say that they sold more than 300 boats.", ">300"),
]


@pytest.mark.parametrize(("text", "value"), HEDGED)
def test_hedge(text: str, value: str) -> None:
    assert values(text) == [value]


NOT_HEDGES = [
    ("The firm turned over $2 million.", "2000000 USD"),
    ("Revenue crept up to $2.3bn.", "2300000000 USD"),
    ("She took over 14 months ago.", "14 month"),
    ("The council passed a £3bn budget.", "3000000000 GBP"),
    ("There was talk about a three billion dollar loan.", "3000000000 USD"),
    ("He paid over a five-year period.", "5 year"),
    ("It grew over the past two months.", "2 month"),
    ("The dispute over two takeovers ended.", "2"),
    ("The town is short of 4,500 nurses.", "4500"),
    ("The wreck lies under 20 metres of water.", "20 meter"),
    ("An arrow -> 300 boats.", "300"),
    ("They spoke about the 20 missing divers.", "20"),
]


@pytest.mark.parametrize(("text", "value"), NOT_HEDGES)
def test_a_preposition_or_a_particle_is_no_hedge(text: str, value: str) -> None:
    assert values(text) == [value]


TWO = [
    ("They came on May 18, fewer than four weeks before.", ["2020-05-18", "<4 week"]),
    ("It is about 55 km (34 miles) away.", ["~55 kilometer", "~34 mile"]),
    ("It is about 55 km (of the 60 miles) away.", ["~55 kilometer", "60 mile"]),
    ("Over 40 acres (16 hectares) burned.", [">40 acre", ">16 hectare"]),
    ("They offer three and five-year loans.", ["3 year", "5 year"]),
    ("It would cost $2 billion over five years.", ["2000000000 USD", "5 year"]),
    ("Sales fell 20 percent over 10 weeks.", ["20 percent", "10 week"]),
    ("The counts were made over 12 days.", ["12 day"]),
    ("The tests took place over three nights.", ["3"]),
    ("It has lasted over 12 days.", [">12 day"]),
    ("She did not expect it to exceed 40 people.", ["<=40"]),
    ("It is expected to exceed 40 people.", [">40"]),
    ("Some twenty forty-foot boats sank, and twenty ten-year-olds swam.", ["~20", "40 foot", "20", "10 year"]),
    ("Over six years, they sold 300 boats.", ["6 year", "300"]),
    ("The surge was 3.9 metres, 60 centimetres above the mark.", ["3.9 meter", "60 centimeter"]),
    ("They say that one in seven towns is broke.", ["1/7"]),
    ("They sold 300 boats in over five years.", ["300", ">5 year"]),
    ("Sales are 300 or more than 400.", ["300", ">400"]),
    ("It costs $5 plus tax for 3 boats.", ["5 USD", "3"]),
    ("Five plus two boats sank.", ["5", "2"]),
    ("They sold 300 boats, 20 fewer than two years ago.", ["300", "20", "2 year"]),
    ("The river rose to 7.9 metres; the old record, set in 1954, was 6.3.", ["7.9 meter", "1954", "6.3 meter"]),
    ("They waited 11 days, versus 15 in March.", ["11 day", "15 day", "2020-03"]),
    ("It cost $1.20 million ten years ago.", ["1200000 USD", "10 year"]),
    ("Prices are ten times more than two years earlier.", ["10", "2 year"]),
    ("They sold 300 boats more than two years ago.", ["300", ">2 year"]),
    ("Sales were higher than two years ago.", ["2 year"]),
    ("They sold 40 percent more than their 20 rivals.", ["40 percent", "20"]),
    ("They sold more than their 20 rivals.", [">20"]),
    ("It took 30-odd years and 10-plus miles.", ["~30 year", ">=10 mile"]),
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_only_its_own_figure_is_hedged(text: str, expected: list[str]) -> None:
    assert values(text) == expected


TOGETHER = [
    ("Between 1,500 and 2,000 people came.", ["1500..2000"]),
    ("Between 90 million and 110 million pounds is needed.", ["90000000..110000000 GBP"]),
    ("It costs €2-3 million.", ["2000000..3000000 EUR"]),
    ("It costs between $60m and $80m.", ["60000000..80000000 USD"]),
    ("He got 60 to 70 percent.", ["60..70 percent"]),
    ("Two or three boats sank.", ["2..3"]),
    ("Prices ranged from 5 to 15 euros.", ["5..15 EUR"]),
    ("The total fell from 40 to 25 boats.", ["40", "25"]),
    ("The share rose 2 percent to 9 percent.", ["2 percent", "9 percent"]),
    ("Ten or 300 boats sank.", ["10", "300"]),
    ("Some 20-30,000 boats came.", ["20000..30000"]),
    ("The bank raised rates from lows of around 0.1% to 5.25%.", ["~0.1 percent", "5.25 percent"]),
    ("The toll rose by 12 to 340.", ["12", "340"]),
    ("They cut the number of rigs there by 8 to 465.", ["8", "465"]),
    ("A six-to-eight-week delay is likely.", ["6..8 week"]),
    ("A five-to-four ruling came.", ["5", "4"]),
    ("The fleet may grow by 12 to 15 boats.", ["12..15"]),
    ("Nights of -15 to -20 degrees are rare.", ["-20..-15 degree_Celsius"]),
    ("Sales grew two- to threefold.", ["2..3"]),
    ("It rose by three tenths of a point to 4.1 percent.", ["0.3 percent", "4.1 percent"]),
    ("Rain of 30 cm and gusts of 90 to 110 km/h came.", ["30 centimeter", "90..110 kilometer / hour"]),
]


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_range(text: str, expected: list[str]) -> None:
    assert values(text) == expected


ELLIPTIC = [
    ("Women read more: 38 against 20 percent.", ["38 percent", "20 percent"]),
    ("“I waited six weeks,” said Moss. “My son waited four.”", ["6 week", "4 week"]),
    ("She sold three boats. He sold four.", ["3", "4"]),
    ("The trip takes 50 minutes; before the closure it was 20.", ["50 minute", "20 minute"]),
    ("The wait is 14 weeks. A year ago it was nine.", ["14 week", "9 week"]),
    ("It let through 85 litres per second; on an ordinary day it is 12.", ["85 liter / second", "12 liter / second"]),
    ("Members pay 40 euros; it used to be 25.", ["40 EUR", "25 EUR"]),
    ("On Monday it was −7 °C here and the house stayed at 19.", ["-7 degree_Celsius", "19 degree_Celsius"]),
    ("The house is kept at 19 °C and falls to 17 overnight.", ["19 degree_Celsius", "17 degree_Celsius"]),
    ("The film lasts 120 minutes; with all its shorts it was 40 that won.", ["120 minute", "40"]),
    ("The train takes 40 minutes and stops at 12.", ["40 minute", "12"]),
    ("It may sell 35,000 tonnes of beef, up from 9,000.", ["35000 metric_ton", "9000 metric_ton"]),
    ("It caught 35,000 tonnes, up from 9,000 boats.", ["35000 metric_ton", "9000"]),
    ("The wall is 31 metres high and 240 long.", ["31 meter", "240 meter"]),
    ("The ferry is 142 metres long and has a crew of 58.", ["142 meter", "58"]),
    ("Pupils fell to 38 over the past three years, a decrease of 15.", ["38", "3 year", "15"]),
    ("Some 40 percent is forest. It went up by more than 76.9 from 136 to 213.", ["~40 percent", ">76.9", "136", "213"]),
    ("The pond is 142 metres long and has a depth of 58.", ["142 meter", "58 meter"]),
    ("It won 28.1 percent, followed by the Union on 19.4.", ["28.1 percent", "19.4 percent"]),
    ("It lost 212 million pounds ($268 million), up from 67 million a year earlier.", ["212000000 GBP", "268000000 USD", "67000000 GBP"]),
    ("It has 12 percent of 40 boats.", ["12 percent", "40"]),
    ("It won 28 percent with 19 boats.", ["28 percent", "19"]),
    ("Turnout was 28 percent, down from 31.", ["28 percent", "31 percent"]),
    ("Turnout was 28 percent, down from 31 boats.", ["28 percent", "31"]),
    ("The north got 40 percent, the south 35 and the east 25.", ["40 percent", "35 percent", "25 percent"]),
    ("Men earn 2,400 euros, women 2,050.", ["2400 EUR", "2050 EUR"]),
    ("The largest, with 21, 18 and 12 percent, met.", ["21 percent", "18 percent", "12 percent"]),
    ("Use is 12 percent among men and 9 among women.", ["12 percent", "9 percent"]),
    ("Use rose 3 percent in 2018 and 4 in 2019.", ["3 percent", "2018", "4 percent", "2019"]),
    ("It rose 40 percent, killing 35.", ["40 percent", "35"]),
    ("It has 40 percent, and Ames 12 seats.", ["40 percent", "12"]),
    ("Use rose 5 percent in Lund, 12 shops in Malm closed.", ["5 percent", "12"]),
    ("It lost 40 percent of its men, 12 in all.", ["40 percent", "12"]),
    ("Honey fell to 400 tonnes from 1,100 last year.", ["400 metric_ton", "1100 metric_ton"]),
    ("Honey fell to 400 tonnes from 30 farms.", ["400 metric_ton", "30"]),
    ("He spent 31 years at sea, six of them in command.", ["31 year", "6 year"]),
    ("After 12 years in office ministers, six of them women, left.", ["12 year", "6"]),
    ("Of the 900 tonnes of rye sown, 700 were cut and 90 were lost.", ["900 metric_ton", "700 metric_ton", "90 metric_ton"]),
    ("Of the 900 tonnes of rye sown, 700 farmers cut half.", ["900 metric_ton", "700", "50 percent"]),
    ("It sold 40 hectares, of which 12 were wooded.", ["40 hectare", "12 hectare"]),
    ("After 12 years of talks, of which three were futile, it shut.", ["12 year", "3"]),
    ("Turnout was 54 percent, down six points on May.", ["54 percent", "6 percent"]),
    ("Turnout was 54 percent and the Dow fell six points.", ["54 percent", "6"]),
]


@pytest.mark.parametrize(("text", "expected"), ELLIPTIC)
def test_a_unit_left_out_is_the_neighbours(text: str, expected: list[str]) -> None:
    assert [value for value in values(text) if value != "1 year"] == expected
