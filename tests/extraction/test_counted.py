"""What a figure counts, by construction; square brackets mark the figure, behind the arrow stands the head noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.extraction.context.counted import Counted, counted
from ledger.extraction.context.figure import Figure

CASES = {
    "count": """
        She noted that output, at [2.91 million], was near its peak.  ->  output
        The number of miners feared to have drowned in the shafts of the valley rose to [63].  ->  miners
        The bloc won the west and 40 seats in the house, [13] fewer than it held before.  ->
        The school's roll slipped to [41,206] this fall.  ->  roll
        The mill employs [120] people.  ->  people
        [Fourteen] lorries were stopped at the border.  ->  lorries
        Police searched [nine] rented flats in the suburb.  ->  flats
        The union lists [31] polling stations without a ramp.  ->  stations
        She has written [four] short, bitter novels.  ->  novels
        They freed [six] military and civilian prisoners.  ->  prisoners
        [Two] US navy divers were hurt.  ->  divers
        The clinic treated [12] crew members and a cook.  ->  members
        [Three] human rights groups walked out.  ->  groups
        The council bought [five] United Nations tents.  ->  tents
        All [17] staff were sent home.  ->  staff
        Another [40] were taken to hospital.  ->
        Of these, [14] have since left the country.  ->
        [Thousands] fled as the river rose.  ->
        [Hundreds] of young farmers blocked the ring road.  ->  farmers
        [Eleven] of the ministers voted against.  ->  ministers
        [Eleven] of them voted against.  ->
        [Six] of whom had been there before.  ->
        The fire destroyed [80] newly built homes.  ->  homes
        The storm left [7] dead.  ->  dead
        Rescuers found [33] wounded hikers on the ridge.  ->  hikers
        [22] detained in raids on two bars  ->
        The court heard [26] more witnesses.  ->  witnesses
        The village has [one] doctor and a vet.  ->  doctor
        It lacks [one] or two permits.  ->  permits
        [3,000] people dead or missing, officials fear.  ->  people
        The tally rose to [61] overnight.  ->  tally
        The number of refugees has reached [9,400].  ->  refugees
        The number of those missing stands at [58].  ->
        The death toll climbed from 12 to [19] on Friday.  ->  toll
        Organisers put the attendance at [5,000].  ->  attendance
        The crowd, [800] at most, sang until dawn.  ->  crowd
        The crowd was [1,200].  ->  crowd
        Arrests: [132]  ->  Arrests
        A town of [85,000] lies downstream.  ->  town
        The motion passed by [38] votes to 21.  ->  votes
        The motion passed by 38 votes to [21].  ->
        It was [three] years before anyone noticed.  ->  years
        There were [two] Polish and three Czech cyclists ahead.  ->  cyclists
        A [40-strong] choir opened the evening.  ->  choir
        They sent two [500-strong] mountain battalions.  ->  battalions
        He scored [21] goals in 30 games.  ->  goals
        [Seven] children's homes were closed.  ->  homes
        Tests on [1,150] (46%) patients were lost.  ->  patients
        The survey (n = [128]) was small.  ->
        [48] are women and 12 are men.  ->
        It sank with [23] on board.  ->
        The firm expects to shed [1,500] jobs, the chairman said.  ->  jobs
        Officers seized [90] kilograms-worth parcels.  ->  parcels
        The strike grounded [200] flights Monday.  ->  flights
        The fleet has [14] aircraft.  ->  aircraft
        The estate runs to [six] lakeside villas and a boathouse.  ->  villas
        Organisers put the turnout at 8,000; police estimated it at [2,500].  ->
        Police corrected an earlier toll of [18].  -> toll
        That is fewer than the [170,000] economists had predicted.  ->
        The fire spread, bringing to [41] the number of houses lost.  -> houses
        Ridership will be closer to [120,000].  -> Ridership
        Of the 88 shops, [12] will close.  -> shops
        A crowd of [3,000] gathered.  -> crowd
        The backlog of claims stands at [117,213].  ->  backlog
        Its jaw holds 78 teeth, [22] more than that of its kin.  ->  teeth
        Earlier reports of [five] missing were wrong.  ->
    """,
    "share": """
        The state will raise starting salaries by [8 percent].  ->  salaries
        It would cost $410m a year and push fares up by [4 percent].  ->  fares
        It rose; a year ago support was [61 percent].  ->  support
        Passenger numbers on the coastal lines are down [18 percent].  ->  numbers
        Sales fell by a third; Fjordline's have fallen by [half].  ->
        It makes up barely [half] the number analysts had forecast.  ->  number
        The fund, which has few members, cut payments by [18 percent].  ->  payments
        The bank will cut its main rate, now 4%, by [a quarter point].  ->  rate
        Net income for the three months to June 30 rose [18%].  ->  income
        Exports in 2019 fell [5 percent].  ->  Exports
        Ticket sales were up 3.1%, compared with [1.8%] in May.  ->  sales
        It kept its main rate unchanged at [4%].  ->  rate
        Walkers are [20%] less likely to fall ill.  ->  Walkers
        He won [52 percent] of the vote.  ->  vote
        [48%] of registered nurses are over fifty.  ->  nurses
        [A third] of them had no water.  ->
        [A fifth] of women smoke.  ->  women
        In the north [37 percent] walk to school.  ->
        The brewer reported a bigger-than-feared [34-percent] drop in sales.  ->  drop
        The rent is $900, more than [half] her pay.  ->  pay
        The town backed Plan C, [58%] to 42%.  ->
        The town backed Plan C, 58% to [42%].  ->
        [Two-thirds] of the province's bakeries were closed.  ->  bakeries
        They hold a [49 percent] stake in the port.  ->  stake
        There were [12 per cent] fewer burglaries than in May.  ->  burglaries
        Turnout was [61.3 percent], a record.  ->  Turnout
        Inflation fell to [2.1%] in June.  ->  Inflation
        Profits at the brewer rose by [7 percent].  ->  Profits
        The shares lost [4 percent] in early trading.  ->  shares
        The premium slipped from [6%] to 5%.  ->  premium
        The premium slipped from 6% to [5%].  ->  premium
        The bank cut its forecast by [0.5 percentage points].  ->  forecast
        Rents went up by [9 percent] last year.  ->  Rents
        That is an increase of [15 percent].  ->  increase
        The poll has a margin of error of [3 points].  ->  margin
        Unemployment, [8.4 percent] in March, is falling.  ->  Unemployment
        Her party took [31 percent].  ->
        At [24 percent], the jobless rate is the highest in Europe.  ->  rate
        Sales were $9 million, up [3 percent] from 2027.  ->  Sales
        It reported revenue of $2.3 billion, up [5 percent] on the year.  ->  revenue
        The yield, which stood at [4.2 percent], has doubled.  ->  yield
        Some [27%] named the cost as the reason.  ->
        Of the pupils, [37 percent] walk to school.  ->  pupils
        The government owns [half] of the new railway.  ->  railway
        Approval of the mayor dropped to [19 percent].  ->  Approval
        [38 percent] of women and 20 percent of men smoke.  ->  women
        Support for the ruling Unity Party has slipped to [31%].  -> Support
        Demand for new cars fell [4%].  -> Demand
        The rate of growth of [3%] surprised traders.  -> rate
        Growth next year is forecast at [1.1%].  -> Growth
        Turnout last year was [61%].  -> Turnout
        Revenue in the quarter fell [18 percent] to $1.02 billion.  -> Revenue
        Services inflation held at [5%].  -> inflation
        The savings rate of [4%] was low.  -> rate
        The firm told analysts that like-for-like sales dropped [3.8%].  -> sales
        The rating of the Election Board, at [11%], was lower still.  -> rating
        He gained, and the rating of the Board, at [11%], was lower still.  -> rating
        By May his rating in the capital hardly exceeded [15-20%].  -> rating
        It went on, so in May 2020 his rating in the capital hardly exceeded [15-20%].  -> rating
        Among voters under 30, [40%] had fever.  -> voters
        The index, down [12%] this year, closed flat.  -> index
        Unemployment among the young stands at [12%].  -> Unemployment
        The vaccine was [94%] effective.  -> vaccine
        The survey has a margin of error of plus or minus [2.8 points].  ->  margin
        The news sent its stock down [21%].  ->  stock
        It is home to [40%] of the elderly.  ->  elderly
    """,
    "money": """
        Meeting the demand in full would cost [$410m] a year.  ->
        Riis, a [£3.5 million] signing from Aarby, scored.  ->  signing
        It closes a gap that the auditor had put at [£19m].  ->  gap
        The auditor had revised down to [£19m] what was missing.  ->
        The town expects the fees to bring in [£2.1m].  ->  fees
        He bought [$212,000] worth of watches.  ->  watches
        Profit from continuing operations rose to [$2bn].  ->  Profit
        The cost of building homes rose to [$2bn].  ->  cost
        The prize was [€1.20 million] ten years ago.  ->  prize
        The stock fell $2, or 6 percent, to [$21].  ->  stock
        Sales surged 20 percent from year-ago levels to [$110bn].  ->  Sales
        The city agreed a [$3bn] loan.  ->  loan
        The [€12 million] prize goes to charity.  ->  prize
        Drivers face fines of up to [€1,800].  ->  fines
        It announced a net loss of [$148 million].  ->  loss
        They invested [$5 million] of public money.  ->  money
        State subsidies over [$260 million] were paid.  ->  subsidies
        She was paid [£40,000] for the painting.  ->
        The bridge cost [£1.3 million].  ->  bridge
        A ticket costs [£12] on the door.  ->  ticket
        The budget was raised to [£3.2bn].  ->  budget
        They signed a contract worth [$9.5m].  ->  contract
        The appeal for [$42 million] was launched in March.  ->  appeal
        A plant valued at [$80m] burned down.  ->  plant
        The deficit widened from $2 billion to [$3 billion].  ->  deficit
        The firm spent [$4 million] last year.  ->
        A loss of $148 million, or [62 cents] a share, was booked.  ->  loss
        A £3 million budget ([$4.1m]) was passed.  ->  budget
        She must also pay [£12,000] in compensation within a month.  -> compensation
        The council must find [£9 million] in savings by May.  -> savings
        They lost [$90m] in 2019.  ->
        Police found [$40,000] in cash.  -> cash
        Pre-tax loss more than tripled to [£14.2 million].  -> loss
        Net profit more than doubled to [£14.2 million] on cuts of 300 jobs.  -> profit
        Revenue in the quarter fell 18 percent to [$1.02 billion].  -> Revenue
        The airline has cut its profit forecast to [€450m].  -> forecast
        It missed the [$1.1 billion] analysts were looking for.  ->
        Median rent climbed [$95] to $2,310.  -> rent
        The fund, worth [$84m], was closed.  -> fund
        Exports of grain were worth [$84m].  -> Exports
        It cut its dividend after annual profit sank to [$2m].  ->  profit
        Ministers missed the cost of the dam by [$110m].  ->  cost
        In the year before the merger the bank lost [$3m].  ->  bank
    """,
    "measure": """
        Thule, which measures [six kilometres] across, is small.  ->  Thule
        It rolled in the waves that day, which buoys measured at [5.6 metres].  ->  waves
        The hull had been lengthened by [8.5 metres].  ->  hull
        The pit yields [3.5 million tonnes] of coal.  ->  coal
        Oil fouled [37 km] (23 miles) of coastline.  ->  coastline
        Oil fouled 37 km ([23 miles]) of coastline.  ->  coastline
        A [magnitude 6.4] earthquake shook the valley.  ->  earthquake
        The [190-metre] ship ran aground.  ->  ship
        It was found at a depth of [75 metres].  ->  depth
        The tower is [180 metres] tall.  ->  tower
        Its chimney, [180 metres] tall, will be blown up.  ->  chimney
        The epicentre lay [45 km] north of the capital.  ->
        The lake has shrunk by [12 hectares].  ->  lake
        A truck carrying [12 tonnes] overturned.  ->  truck
        Demand peaked at [11.8 GW].  ->  Demand
        The sample weighed [4.2 grams].  ->  sample
        He jumped [8.31 metres].  ->
        A [40 km] convoy left at dawn.  ->  convoy
        Nets caught fragments larger than [5mm].  -> fragments
        Boats longer than [10 metres] need a licence.  -> Boats
        The river rose [2.5 metres] overnight.  -> river
        It beat a record of [40.4C] set in 1947.  ->  record
        A [one-inch] bolt hits with the force of a car.  ->  bolt
        The hoard, weighing [4.1kg], was sold.  ->  hoard
        It lies in [31 metres] of water 5 km off the coast.  ->  water
        The core was kept at [-50C].  ->  core
        Lava came within [350 metres] of a power station.  ->  Lava
    """,
    "duration": """
        The average wait shrank by [six minutes] to nine.  ->  wait
        The working week fell to [36.9 hours].  ->  week
        Rents stood at a [12-year] high.  ->  high
        It built a [12-year] low wall.  ->  wall
        He ruled for [26 years].  ->
        She was given [10 days] of administrative arrest.  ->  arrest
        The minister made a [one-day] visit.  ->  visit
        They held [2-] and 3-day talks.  ->  talks
        The talks lasted [seven hours].  ->  talks
        The strike has dragged on for [six months].  ->  strike
        The trial, which took [two years], is over.  ->  trial
        [Ten days] before the election he resigned.  ->
        The rule was scrapped [20 years] ago.  ->
        Jail terms of [5-15 days] were handed down.  ->  terms
        They were given [15 days]’ leave.  ->  leave
        In the first [four weeks] of January it rained.  ->
        Commuters took [two hours] to get home.  ->
        She was put under house arrest for [10 days].  -> arrest
        The visa it grants is for [15 days].  -> visa
        The average wait is [14 minutes], against a target of eight.  ->  wait
        The delay was about [14 minutes] and nobody knew why.  ->  delay
        The inn is [two hours] from here.  ->
        She was [nine months] pregnant.  ->
        Unemployment is near a [30-year] low.  ->  low
    """,
    "age": """
        Her daughters, 7 and [10], are at school.  ->  daughters
        Women [50 to 69] are screened.  ->  Women
        A [64-year-old] woman was killed.  ->  woman
        The [46-year-old] finance director Eva Lind resigned.  ->  director
        [19-year-old] Marta Silva won the race.  ->  Silva
        Jonas Berg, [34], a crane driver, was held.  ->  Berg
        Her brother, [28], is missing.  ->  brother
        The owner, Ilse Maier ([45]), was questioned.  ->  Maier
        People aged [70+] are to stay at home.  ->  People
        The suspect is aged [53].  ->  suspect
        Berg, who turned [35] in May, is free.  ->  Berg
        Berg, who reached the age of [59], retired.  ->  Berg
        It runs 14 ships with an average age of [12.5 years].  ->  ships
        The mean age was [18.9 years].  ->  age
        Children under [5] travel free.  ->  Children
        Gerald Marsh, who has died aged [91], was a poet.  -> Marsh
        Lena Brandt died at home aged [77].  -> Brandt
        The youth of Latvia, aged [18-29 years], was questioned.  -> youth
        Students in Riga, aged [18 to 24], marched.  -> Students
        A teacher from Leeds, [45], was held.  -> teacher
        The blast left a [64-year-old] woman dead and a child hurt.  -> woman
        They found an [11-year-old] boy alive.  -> boy
        A man in his [50s] was held.  -> man
        At [40], Marie Duval is the oldest.  -> Duval
        A third of residents are over [65].  ->  residents
        They drilled into ice [1.2 million years old].  ->  ice
        They voted to raise the retirement age from [62] to 64.  ->  age
        She died at age [62].  ->
    """,
    "ordinal": """
        He is seeking a [sixth] term.  ->  term
        The [31st] integration roadmap foresees a common currency.  ->  roadmap
        It was their [20th] wedding anniversary.  ->  anniversary
        The [third] quarter results were poor.  ->  results
        She came [second].  ->
        The [12th] and 13th amendments were repealed.  ->  amendments
        In the [4th] round Petrova withdrew.  ->  round
    """,
    "fraction": """
        It ran [320 of its usual 2,900] regional trains.  ->  trains
        They are [one in four] of the unemployed.  ->  unemployed
        [27 documents out of 31] have been approved.  ->  documents
        [Three out of ten] detainees lost their jobs.  ->  detainees
        [Four of the nine] analysts say sell.  ->  analysts
        [One in five] lives alone.  ->
        [One in five] households was cut off.  ->  households
        [One in five] of those infected is a child.  ->
        [Nine cases out of ten] are mild.  ->  cases
        [118 of the 240] seats are taken.  ->  seats
        Most save [one in ten].  ->
        Of the chapters, Kovac stated, [28 out of 30] had been settled.  -> chapters
        [One in five] trains would run.  ->  trains
    """,
    "multiple": """
        The true figure is [ten times] higher.  ->  figure
        The debt is [2.4 times] annual earnings.  ->  earnings
        Smokers have a [1.3-fold] higher risk of it.  ->  risk
        That is [twice] the number recorded in May.  ->  number
        It rose to [seven times] the national average.  ->  average
        The number of claims [doubled] every week.  ->  number
        Women are [twice] as likely to read.  ->
        Output has [tripled] since the war.  ->  Output
        Cases in the region have risen [fourfold] since May.  -> Cases
        It may understate deaths from the virus by [10 times].  -> deaths
        The law increased fines [fivefold].  -> fines
    """,
    "rate": """
        The clinic reports [40 to 50 consultations a day].  ->  consultations
        An incidence of [23 per 100,000] was found.  ->  incidence
        The incidence stands at [46.4 per 100,000].  ->  incidence
        The serve was clocked at [212 km/h].  ->  serve
        The depot handles [2.3 lakh passengers a day].  ->  passengers
        The car travelled at [90 km/h].  -> car
        The mill makes [200 tonnes a day] of flour.  -> flour
        Tellus trades [48 million tonnes of grain a year].  ->  grain
    """,
    "date": """
        It opened on [6 September 2019].  ->
    """,
}


def cases() -> list[tuple[str, str, str]]:
    return [(kind, *line.strip().split("  ->", 1)) for kind, table in CASES.items() for line in table.splitlines() if line.strip()]


def read(kind: str, marked: str) -> tuple[str, Counted]:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return text, counted(Figure(text, start, end, (0, len(text))), kind)


@pytest.mark.parametrize(("kind", "marked", "head"), cases())
def test_head(kind: str, marked: str, head: str) -> None:
    assert read(kind, marked)[1].head == head.strip()


@pytest.mark.parametrize(
    ("kind", "marked", "modifiers", "of", "mention"),
    [
        (
            "count",
            "At least [1,140] arbitrary night arrests of miners took place.",
            ("arbitrary", "night"),
            "miners",
            "1,140 arbitrary night arrests",
        ),
        ("share", "Only [12 percent] of rural voters agreed.", ("rural",), "", "12 percent of rural voters"),
        ("money", "Courts imposed heavy fines of up to [€1,800] on them.", ("heavy",), "", "heavy fines of up to €1,800"),
        ("share", "The share of part-time teachers rose to [31%].", (), "teachers", "31%"),
        ("age", "Jonas Berg, [34], was held.", ("jonas",), "", "Jonas Berg, 34"),
        ("count", "Thousands marched and [40] were held.", (), "", "40"),
    ],
)
def test_description(kind: str, marked: str, modifiers: tuple[str, ...], of: str, mention: str) -> None:
    text, found = read(kind, marked)
    assert (found.modifiers, found.of, text[found.start : found.end]) == (modifiers, of, mention)


WORDS = [
    "of",
    "the",
    "a",
    "12",
    "%",
    "(",
    ")",
    ",",
    ";",
    ":",
    "rose",
    "to",
    "from",
    "and",
    "up",
    "aged",
    "that",
    "people",
    "£5m",
    "—",
    "2-",
    "İ",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.sampled_from(sorted(CASES)), st.data())
def test_any_text_is_survived(words: list[str], kind: str, data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = counted(Figure(text, start, end, (0, len(text))), kind)
    assert 0 <= found.start <= start
    assert end <= found.end <= len(text)
