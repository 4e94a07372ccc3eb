"""Sentences of every sort of news, and all the figures that they state."""

import pytest

from ledger.extraction import extract
from ledger.reading import read_text

SENTENCES = """
    Attendance fell by a third to 12,400, the lowest since the 1990s.  ->  share 33.33 percent | count 12400 | date 1990-01-01..1999-12-31
    Norland took 14 medals, twice as many as in 2016.  ->  count 14 | multiple 2 | date 2016
    The club's wage bill has nearly tripled in a decade.  ->  multiple ~3
    Half the squad is injured and another three players are doubtful.  ->  share 50 percent | count 3
    It was the third time in five games that they conceded in the final 10 minutes.  ->  ordinal 3 | count 5 | duration 10 minute
    They finished 18 points clear of second-placed Harrow.  ->  count 18 | ordinal 2
    He was ranked 112th in the world a year ago and is now 23rd.  ->  ordinal 112 | duration 1 year | ordinal 23
    More than four in five fans want him out.  ->  fraction >4/5
    Levels were 2.5 times the safe limit and rose tenfold in a week.  ->  multiple 2.5 | multiple 10
    The fossil is between 66 and 68 million years old.  ->  age 66000000..68000000 year
    Each cell holds roughly 3 × 10⁹ base pairs.  ->  count ~3000000000
    The telescope is 100 times more sensitive than its predecessor.  ->  multiple 100
    The asteroid is half a kilometre wide.  ->  measure 0.5 kilometer
    The glacier has lost three-quarters of its mass.  ->  share 75 percent
    One in eight birds is threatened, and one out of every 20 is close to extinction.  ->  fraction 1/8 | fraction 1/20
    The dose was cut from 50 to 5 milligrams, a factor of ten.  ->  measure 50 milligram | measure 5 milligram | multiple 10
    About 0.7 percent of the 14,000 patients had a reaction.  ->  share ~0.7 percent | count 14000
    The crystal forms at minus 40 degrees.  ->  measure -40 degree_Celsius
    Profit more than doubled to $1.2bn on sales of $14.6bn.  ->  multiple >2 | money 1200000000 USD | money 14600000000 USD
    Shares closed at 3,412, their second-highest level.  ->  count 3412 | ordinal 2
    Revenue grew 12% to between £340m and £350m.  ->  share 12 percent | money 340000000..350000000 GBP
    The bid values it at 8.5 times core earnings.  ->  multiple 8.5
    It sold 1.3m cars, 200k fewer than a year earlier.  ->  count 1300000 | count 200000 | duration 1 year
    The bank set aside an additional half a million pounds.  ->  money 500000 GBP
    Orders halved in the first half and then quadrupled.  ->  multiple 0.5 | multiple 4
    The fund returned 7.25 percent a year over ten years.  ->  share 7.25 percent | duration 10 year
    Debt is 3.1 times EBITDA, well below the 4.5 times allowed.  ->  multiple 3.1 | multiple 4.5
    The company has 5,000-plus shops in a dozen countries.  ->  count >=5000 | count 12
    Prices are expected to be three to five times higher.  ->  multiple 3..5
    The index lost 250 points, or 1 1/2 percent.  ->  count 250 | share 1.5 percent
    Output fell by a quarter and prices by two-fifths.  ->  share 25 percent | share 40 percent
    Every second shop is empty, and every tenth one has been so for five years.  ->  fraction 1/2 | fraction 1/10 | duration 5 year
    She was found guilty of four of the nine charges.  ->  fraction 4/9
    The judge fined each of the three firms 2.4 million euros.  ->  count 3 | money 2400000 EUR
    No fewer than 23 witnesses will be heard; no more than four a day.  ->  count >=23 | rate <=4 1 / day
    The trial has been put off for a fifth time.  ->  ordinal 5
    The law applies to firms with at least 50 but fewer than 250 workers.  ->  count 50..250
    Waiting times have trebled, to an average of 18 weeks.  ->  multiple 3 | duration 18 week
    The drug halves the risk of death.  ->  multiple 0.5
    Smokers are 15 to 30 times more likely to fall ill.  ->  multiple 15..30
    The ward has never had fewer than 20 beds free.  ->  count >=20
    Winds reached 140 km/h, the third-strongest since records began.  ->  rate 140 kilometer / hour | ordinal 3
    The river rose to 6.2 metres, just 10 centimetres short of the record.  ->  measure 6.2 meter | measure 10 centimeter
    Temperatures of -15 to -20 degrees are expected.  ->  measure -20..-15 degree_Celsius
    It has not rained for 41 days.  ->  duration 41 day
    Band D bills will rise by £1.40 a week.  ->  money 1.4 GBP
    The council owes £210 million, nine times its yearly budget.  ->  money 210000000 GBP | multiple 9
    It received 1,340 objections, the vast majority, 1,100, from one street.  ->  count 1340 | count 1100
    Four out of five of the 31,000 homes are dark.  ->  fraction 4/5 | count 31000
    She must be around 80, and for 2029 she plans a trip.  ->  age ~80 year | date 2029
    For 2029 Ruiz plans a trip.  ->  date 2029
    It crept at 4 metres an hour, compared with 11 shortly after dawn.  ->  rate 4 meter / hour | rate 11 meter / hour
    Three out of every four pupils walk to school.  ->  fraction 3/4
    The bridge, closed since the 14th of May, will reopen in six to eight weeks.  ->  date 2020-05-14 | duration 6..8 week
    The playground cost double the estimate.  ->  multiple 2
    The 21st of the 24 wards has yet to count.  ->  ordinal 21 | count 24
    The plan needs a two-thirds majority, or 32 of the 48 votes.  ->  share 66.67 percent | fraction 32/48
    Hundreds of people, perhaps as many as a thousand, filled the square.  ->  count 100s | count <=1000
    Turnout was 28.4 percent, down from 31.  ->  share 28.4 percent | share 31 percent
    A fleet of twenty-odd boats left at dawn.  ->  count ~20
    He has missed one in three meetings.  ->  fraction 1/3
    He owes his three ex-wives a combined 1.2 million dollars.  ->  count 3 | money 1200000 USD
    Two of the three judges dissented, and the 5-4 ruling stands.  ->  fraction 2/3
    A million and a half people, or one in six, have fled.  ->  count 1500000 | fraction 1/6
    The comet passes once every 76 years or so.  ->  duration ~76 year
    Only 14 of 151 candidates are women, fewer than one in ten.  ->  fraction 14/151 | fraction <1/10
    Nine thousand four hundred and twelve votes were cast, 214 of them spoiled.  ->  count 9412 | count 214
    There were 1,200 of them in 1990; today there are a mere 45.  ->  count 1200 | date 1990 | count 45
    Eighty-one percent voted yes, 12 percent no and the rest abstained.  ->  share 81 percent | share 12 percent
    The club lost its first three games and won the next four.  ->  count 3 | count 4
    Tax receipts were up 6.5%, the most in 11 years, at 48.2 billion.  ->  share 6.5 percent | duration 11 year | count 48200000000
    Inflation hit 7.9 percent, nearly four times the 2 percent target.  ->  share 7.9 percent | multiple ~4 | share 2 percent
    In a village of 300, that is one person in every four.  ->  count 300 | fraction 1/4
    More than 12.5 million of the country's 38 million voters stayed at home.  ->  fraction >12500000/38000000
    Prices tripled from 30 to 90.  ->  multiple 3 | count 30 | count 90
    A crowd of maybe 5,000 (police said 2,000) heard him.  ->  count 5000 | count 2000
    The plant makes a fifth of Europe's glass and a seventh of its steel.  ->  share 20 percent | share 14.29 percent
    One-time fees of 500 and 750 euros apply.  ->  money 500 EUR | money 750 EUR
    Forty percent, two in five, said so.  ->  share 40 percent | fraction 2/5
    Three-quarters of a million people live within 20 km of it.  ->  count 750000 | measure <=20 kilometer
    He is 1.93 metres tall, and 2 cm taller than his brother.  ->  measure 1.93 meter | measure 2 centimeter
    Crime is a third lower than in 2001 and burglary is down by half.  ->  share 33.33 percent | date 2001 | share 50 percent
    It is one-third the size of Norland and has a tenth as many people.  ->  share 33.33 percent | share 10 percent
    The stake rose from a fifth to a quarter.  ->  share 20 percent | share 25 percent
    A half to two-thirds of patients recover.  ->  share 50..66.67 percent
    The gap has narrowed by three-fifths to 12 points.  ->  share 60 percent | count 12
    Four-fifths or more must agree.  ->  share >=80 percent
    A little over a quarter, 27 percent, said no.  ->  share >25 percent | share 27 percent
    Almost half, or 48 percent, stayed home.  ->  share ~50 percent | share 48 percent
    Half of one percent of the people own it.  ->  share 0.5 percent
    A sixteenth of an inch is enough.  ->  measure 0.0625 inch
    It grew by half.  ->  share 50 percent
    Support has slipped by a half since 2019, to 23 percent.  ->  share 50 percent | date 2019 | share 23 percent
    There is a one in five chance of rain.  ->  fraction 1/5
    The chances are 1 in 4,000.  ->  fraction 1/4000
    The index of 100 firms fell 1.3 percent to 7,215.46 points.  ->  count 100 | share 1.3 percent | count 7215.46
    The town's 14th-century church burned for the second time in its 700 years.  ->  ordinal 14 | ordinal 2 | duration 700 year
    It was the 3rd-worst result since the 1920s.  ->  ordinal 3 | date 1920-01-01..1929-12-31
    He is the fourth of seven children.  ->  ordinal 4 | count 7
    The fifth and sixth floors are shut.  ->  ordinal 5 | ordinal 6
    The 2nd, 3rd and 4th of them fell.  ->  ordinal 2 | ordinal 3 | ordinal 4
    She was 3rd of 40.  ->  ordinal 3 | count 40
    It ranks 101st out of 180.  ->  ordinal 101 | count 180
    The tenth and last day.  ->  ordinal 10
    The one-hundredth visitor came.  ->  ordinal 100
    A 33rd victim has died.  ->  ordinal 33
    The 25th anniversary is on the 25th.  ->  ordinal 25 | date 2020-09-25
    He came in second; third was Ames.  ->  ordinal 2 | ordinal 3
    Third-placed Ames won the second heat.  ->  ordinal 3 | ordinal 2
    The seventh-richest man gave a tenth of his fortune away.  ->  ordinal 7 | share 10 percent
    They are third from bottom.  ->  ordinal 3
    It is the 12th-biggest bank.  ->  ordinal 12
    It was their first win in 12, their third in all.  ->  count 12 | ordinal 3
    Revenue was up sixfold, to $6m.  ->  multiple 6 | money 6000000 USD
    The price is 40 times what it was; wages are four times higher.  ->  multiple 40 | multiple 4
    Bigger by a factor of 1.5.  ->  multiple 1.5
    The number of cases has risen eightfold since May.  ->  multiple 8 | date 2020-05
    It has become 20 times as expensive.  ->  multiple 20
    Cases have gone up by a factor of between two and three.  ->  multiple 2..3
    Women earn 0.8 times what men earn.  ->  multiple 0.8
    The pay of bosses is 109 times that of workers.  ->  multiple 109
    He ate ten times his weight.  ->  multiple 10
    It is worth ten times more than a year ago.  ->  multiple 10 | duration 1 year
    Exports more than quadrupled, and imports almost doubled.  ->  multiple >4 | multiple ~2
    The measure passed, and half as many came as in 2001.  ->  multiple 0.5 | date 2001
    A half-dozen firms left and 10s of thousands of people stayed.  ->  count 6 | count 10000s
    The army has 20 to 30 thousand men, and 20-30,000 reserves.  ->  count 20000..30000 | count 20000..30000
    Not one of the 40 children was hurt.  ->  fraction 1/40
    It rose by three tenths of a point to 4.1 percent.  ->  share 0.3 percent | share 4.1 percent
    The north got 40 percent, the south 35 and the east 25.  ->  share 40 percent | share 35 percent | share 25 percent
    The plan would cost $2 billion over five years.  ->  money 2000000000 USD | duration 5 year
    The fund has 12.500 members and 1.250.000 euros.  ->  count 12500 | money 1250000 EUR
    It has 2 1/2 million users and three point five million visits.  ->  count 2500000 | count 3500000
    A six-to-eight-week delay is likely.  ->  duration 6..8 week
    She tested negative three times.  ->  count 3
    Quarter of voters undecided, poll says  ->  share 25 percent
    Twenty-odd boats, a couple of dozen cars and several hundred thousand people were moved.  ->  count ~20 | count ~24 | count 100000s
"""


@pytest.mark.parametrize("row", [row.strip() for row in SENTENCES.splitlines() if row.strip()])
def test_all_figures_of_a_sentence(row: str) -> None:
    text, _, expected = row.partition("  ->  ")
    found = [f"{claim.kind} {claim.quantity}" for claim in extract(read_text(text, published="2020-09-01"))]
    assert found == expected.split(" | ")
