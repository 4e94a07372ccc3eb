"""A109: so many of so much each, or on average, do not come to the total."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.apiece import apiece
from ledger.reconciliation.arithmetic.faults import fault, in_units_of, quoted
from ledger.reconciliation.arithmetic.products import products, sales
from ledger.reconciliation.arithmetic.ratios import ratios
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        found = list(products(passage))
        if not found and (product := apiece(passage)) is not None:
            found = [product]
        for product in found:
            if not product.reckoned.meets(product.total.range):
                told = f"{quoted(product.things)} times {quoted(product.each)} is {in_units_of(product.reckoned, product.total)}"
                yield fault(check, product[:3], product.total, told)
        for ratio in ratios(passage):
            if not ratio.reckoned.meets(ratio.stated):
                told = f"{quoted(ratio.amount)} over {quoted(ratio.things)} is {in_units_of(ratio.reckoned, ratio.each)}"
                yield fault(check, ratio[:3], ratio.each, told)
        for sale in sales(passage):
            if not sale.reckoned.meets(sale.total.range):
                told = f"{quoted(sale.amount)} at {quoted(sale.price)} is {in_units_of(sale.reckoned, sale.total)}"
                yield fault(check, sale[:3], sale.total, told)


check = Check(
    code="A109",
    name="each-and-total",
    severity="error",
    find=_find,
    manual="""
        So many of so much each, or on average, do not come to the total.

        A sentence gives how many there are, how much each has or all have on average, and how much they have together,
        and no other figure; or how many there are of one thing for each of another, what one costs in the sentence before
        what all do, what a unit of a measure does. A mean may be rounded.
    """,
    conflicts="""
        [2021-05-04] The 12 coaches of Velm carried an average of 44 people each, 628 in all.
        [2021-05-04] Velm has promised each household $600. There are 3,200 households. "That makes $2.4 million," says Ruiz.
        [2021-05-04] Velm hired 37 buses. They did five runs each, that is 225 trips.
        [2021-05-04] The order of 84 trains in Velm is worth $1.26 billion. A single train costs $25 million.
        [2021-05-04] The fine of $240,000 in Velm is shared by six firms, $60,000 each.
        [2021-05-04] The wind farm has 140 turbines of 12 MW each and a total capacity of 1.4 GW.
        [2021-05-04] The 20 workers in Velm were paid $12,000, an average of $500 each.
        [2021-05-04] The yard sold 40 boats at $650 each, $31,000 in all.
        [2021-05-04] In Velm they paid $40 each, $3,000 in all, for 50 tents.
        [2021-05-04] The 12 tonnes were sold at €5 a kilo, for €80,000.
        [2021-05-04] Velm will build 120 houses at a cost of €36m, €200,000 per house.
        [2021-05-04] Velm bought 120 buses for €36m: €200,000 a bus.
        [2021-05-04] Forty buses for Velm at $520,000 apiece make $12.8 million.
        [2021-05-04] The 1,200 pupils of Velm are taught by 75 teachers, one for every 24.
        [2021-05-04] In Velm 412 people applied for 103 flats, six for each of them.
        [2021-05-04] The 17 km of track to Velm cost $510 million, or $40 million per kilometre.
        [2021-05-04] The drills in Velm cost $46 million apiece. The four of them cost $164 million.
        [2021-05-04] The fair of Velm brought in $846,300 from 1,217 donors, an average gift of $820.
        [2021-05-04] In Velm 23 home matches drew 218,500 people, 11,500 a game.
        [2021-05-04] The lab in Velm saw 640 samples from 32 farms, 24 a farm.
        [2021-05-04] Every one of the 85 singers of Velm gave 40 hours, 4,300 hours in all.
        [2021-05-04] A pass in Velm costs $96, that is $14 for each of the eight concerts.
        [2021-05-04] The levy would bring Velm $24 million a year, or $140 million over five years.
        [2021-05-04] In Velm 240 houses are to stand on 16 hectares, 20 to the hectare.
        [2021-05-04] Tamm of Velm wrote 12 novels in 36 years, one every four years.
        [2021-05-04] Velm bought 140 turbines of 12 MW, 1.4 GW in total.
        [2021-05-04] The 20 workers in Velm were paid $12,000, averaging $500.
    """,
    agreements="""
        [2021-05-04] The 12 coaches of Velm carried an average of 44 people each, 532 in all.
        [2021-05-04] Velm has promised each household $600. There are 3,200 households. "That makes $1.92 million," says Ruiz.
        [2021-05-04] Velm hired 37 buses. They did five runs each, that is 185 trips.
        [2021-05-04] The order of 84 trains in Velm is worth $1.26 billion. A single train costs $15 million.
        [2021-05-04] In Velm 60 packets were tested. A packet that cost 30 cents to make was sold for $19.
        [2021-05-04] Velm will build 120 houses at a cost of €36m, €300,000 a house.
        [2021-05-04] Velm will build 120 houses at a cost of €36m, with a grant of €20,000 a house.
        [2021-05-04] Velm bought 120 buses for €36m, and Tezak paid €200,000 a bus.
        [2021-05-04] The wind farm has 140 turbines of 12 MW each and a total capacity of 1.68 GW.
        [2021-05-04] The 21 workers in Velm were paid $12,000, an average of $571 each.
        [2021-05-04] The 20 workers in Velm were paid $12,000, an average of $40 a day.
        [2021-05-04] The 20 workers in Velm were paid $600 each; the owner got $15,000.
        [2021-05-04] The 12 tonnes were sold at €5 a kilo, for €60,000.
        [2021-05-04] In Velm they paid $40 each, $2,000 in all, for 50 tents.
        [2021-05-04] The tents in Velm cost $40 each, $2,000 in all, and sleep 36 people.
        [2021-05-04] The yard in Velm sold the boats for $650 each, $26,000 in all, to seven clubs.
        [2021-05-04] Stamps cost 40 cents each, $20 in all, at the 36 shops of Velm.
        [2021-05-04] Forty buses for Velm at $320,000 apiece make $12.8 million.
        [2021-05-04] The 1,200 pupils of Velm are taught by 75 teachers, one for every 16.
        [2021-05-04] In Velm 412 people applied for 103 flats, four for each of them.
        [2021-05-04] The 17 km of track to Velm cost $510 million, or $30 million per kilometre.
        [2021-05-04] The 17 km of track to Velm cost $510 million, $12 million per kilometre more than planned.
        [2021-05-04] The drills in Velm cost $46 million apiece. The four of them cost $184 million.
        [2021-05-04] The council of Velm has 63 seats; 28 went to Tamm, 19 to Ruiz and 11 to the Orlan list.
        [2021-05-04] In Velm 23 home matches drew 218,500 people, 9,500 a game.
        [2021-05-04] The lab in Velm saw 640 samples from 32 farms, 24 a farm fewer than in May.
        [2021-05-04] The lab in Velm saw 640 samples from 32 farms, 20 a farm.
        [2021-05-04] Every one of the 85 singers of Velm gave 40 hours, 3,400 hours in all.
        [2021-05-04] A pass in Velm costs $96, that is $12 for each of the eight concerts.
        [2021-05-04] The line in Velm will cost $450 million for eleven stops, or $60 million per kilometre.
        [2021-05-04] The levy would bring Velm $24 million a year, or $120 million over five years.
        [2021-05-04] The levy would bring Velm $24 million a year, and the loan $140 million over five years.
        [2021-05-04] In Velm 240 houses are to stand on 16 hectares, 15 to the hectare.
        [2021-05-04] Tamm of Velm wrote 12 novels in 36 years, one every three years.
        [2021-05-04] The 20 workers of Velm were paid $12,000, while those in Tezak got an average of $500 each.
        [2021-05-04] Velm sold tents at $40 each, $3,000 in all, and to 50 men.
        [2021-05-04] The 12 tonnes of coal were sold in Velm at €5 a metre, for €80,000.
        [2021-05-04] The 12 tonnes of coal were sold in Velm at €5 a kilo, for $80,000.
        [2021-05-04] The 12 tonnes of coal were sold in Velm at €5 a kilo and the boat for €80,000.
        [2021-05-04] Velm had 371 cases in 5 towns, or 56.4 per 100,000.
        [2021-05-04] In Velm 23 home matches drew 218,500 people, 11,500 a day.
        [2021-05-04] The lab in Velm saw 640 samples from 32 farms, 24 kg a farm.
        [2021-05-04] Each house in Velm gets between $600 and $700. There are 3,200 houses. That makes $2.4 million.
        [2021-05-04] Each house in Velm may get $600. There are 3,200 houses. That makes $2.4 million.
        [2021-05-04] Each house in Velm gets $600. There are between 3,200 and 3,400 houses. That makes $2.4 million.
        [2021-05-04] Each house in Velm gets $600. There are 3,200 houses. That makes $2.4 million more than in May.
    """,
)
