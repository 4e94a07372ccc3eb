"""A111: a rate is not its amount over its time or its population."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.arithmetic.rates import Rate, rates, restated
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.reconciliation.units import scale
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for each in rates(passage):
            if not each.reckoned.meets(each.stated):
                told = f"{quoted(each.amount)} over {quoted(each.base)} is {_in_its_unit(each)}"
                yield fault(check, each[:3], each.rate, told)
        for pair in restated(passage):
            if not pair.agrees:
                told = f"{quoted(pair.short)} for the shorter period is not that for the longer"
                yield fault(check, pair[:2], pair.long, told)


def _in_its_unit(each: Rate) -> Range:
    """What the rate comes to, in the unit that it is stated in."""
    claim = each.rate.claim
    return each.reckoned.scaled(float(claim.whole or 1) / scale(claim.unit).factor)


check = Check(
    code="A111",
    name="rate",
    severity="error",
    find=_find,
    manual="""
        A rate is not its amount over its time or its population.

        A sentence gives an amount, the time or the people that it is spread over, and the rate: calls in so many days
        and a day, miles in so many hours and knots, cases among so many inhabitants and per 100,000; money
        is paid by whole years or months. Or it says one rate for two periods: so much a month, so much a year.
    """,
    conflicts="""
        [2021-05-04] Among the 12,000 residents of Velm 371 people fell ill, or 46.4 per 1,000 residents.
        [2021-05-04] In the six hours until noon the boat covered 78 nautical miles, an average speed of 16 knots.
        [2021-05-04] In 12 days the office in Velm took 360 calls, an average of 36 calls a day.
        [2021-05-04] The county of 800,000 inhabitants recorded 371 cases, or 64.4 per 100,000 people.
        [2021-05-04] The county has 800,000 residents. Its 371 cases are a rate of 64.4 per 100,000.
        [2021-05-04] A nurse in Velm earns $4,000 a month, or $58,000 a year.
        [2021-05-04] The fee of €52 million will be written off over four years at €15 million a year.
        [2021-05-04] In twelve days they found 384 cats in Velm, or 42 a day.
        [2021-05-04] The loss in Velm is put at $640,000: for 16 days the mill stood idle, at $50,000 a day.
        [2021-05-04] Velm, a town of 45,000 people, had 90 thefts, four per 1,000 inhabitants, and solved 21 of them.
        [2021-05-04] Tamm of Velm sells 36 boats a month, or 600 boats a year.
    """,
    agreements="""
        [2021-05-04] Among the 12,000 residents of Velm 371 people fell ill, or 30.9 per 1,000 residents.
        [2021-05-04] The hotline of Velm took 362 calls in 12 days, an average of 30 a day.
        [2021-05-04] In the six hours until noon the boat covered 78 nautical miles, an average speed of 13 knots.
        [2021-05-04] In the eight hours before dawn the ship covered 96 nautical miles, with a top speed of 14 knots.
        [2021-05-04] The county of 800,000 inhabitants recorded 371 cases, or 46.4 per 100,000 people.
        [2021-05-04] In 12 days the office in Velm took 360 calls, against an average of 20 letters a day.
        [2021-05-04] Velm will pay €52 million over four years, or €13 million a year.
        [2021-05-04] Velm will pay €52 million over four years, €15 million a year less than Tezak.
        [2021-05-04] A nurse in Velm earns $4,000 a month, or $48,000 a year, and the line carries 12,000 people a day, or 4 million a year.
        [2021-05-04] In twelve days they found 384 cats in Velm, or 32 a day.
        [2021-05-04] The loss in Velm is put at $800,000: for 16 days the mill stood idle, at $50,000 a day.
        [2021-05-04] Velm, a town of 45,000 people, had 90 thefts, two per 1,000 inhabitants, and solved 21 of them.
        [2021-05-04] Velm, a town of 45,000 people, had 90 thefts, four per 1,000 houses.
        [2021-05-04] The crew in Velm took 360 calls in 12 days, 45 a day at the worst.
        [2021-05-04] The town of Velm has 800,000 residents. Its 371 cases are a rate of 56.4 per 100,000 a week.
        [2021-05-04] Velm had 371 cases among 800,000 inhabitants, or 56.4 per 100,000 a month.
        [2021-05-04] Velm had 371 thefts among 800,000 inhabitants, or 56.4 officers per 100,000.
        [2021-05-04] The mill of Velm took 360 calls in 12 days, an average of 40 km a day.
        [2021-05-04] Velm had 360 calls in 12 days, but the rule is an average of 40 a day.
        [2021-05-04] The fund of Velm grew by 100 percent in ten years, or 7.2 percent a year.
        [2021-05-04] The riders covered 300 km to Velm in four days, an average of 25 km/h.
        [2021-05-04] Tamm of Velm earns $4,000 a month, or in a good job $58,000 a year.
    """,
)
