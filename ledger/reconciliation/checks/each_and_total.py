"""A109: so many of so much each, or on average, do not come to the total."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, in_units_of, quoted
from ledger.reconciliation.arithmetic.products import products, sales
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check
from ledger.records import Finding


def _find(case: Case) -> Iterator[Finding]:
    for passage in case.passages:
        for product in products(passage):
            if not product.reckoned.meets(product.total.range):
                told = f"{quoted(product.things)} times {quoted(product.each)} is {in_units_of(product.reckoned, product.total)}"
                yield fault(check.code, check.name, check.severity, product[:3], product.total, told)
        for sale in sales(passage):
            if not sale.reckoned.meets(sale.total.range):
                told = f"{quoted(sale.amount)} at {quoted(sale.price)} is {in_units_of(sale.reckoned, sale.total)}"
                yield fault(check.code, check.name, check.severity, sale[:3], sale.total, told)


check = Check(
    code="A109",
    name="each-and-total",
    severity="error",
    find=_find,
    manual="""
        So many of so much each, or on average, do not come to the total.

        A sentence gives how many there are, how much each has or all have on average, and how much they have together,
        and no other figure. A mean may be rounded.
    """,
    conflicts="""
        [2021-05-04] The wind farm has 140 turbines of 12 MW each and a total capacity of 1.4 GW.
        [2021-05-04] The 20 workers in Velm were paid $12,000, an average of $500 each.
        [2021-05-04] The yard sold 40 boats at $650 each, $31,000 in all.
        [2021-05-04] The 12 tonnes were sold at €5 a kilo, for €80,000.
        [2021-05-04] Velm will build 120 houses at a cost of €36m, €200,000 per house.
        [2021-05-04] Velm bought 120 buses for €36m: €200,000 a bus.
    """,
    agreements="""
        [2021-05-04] Velm will build 120 houses at a cost of €36m, €300,000 a house.
        [2021-05-04] Velm will build 120 houses at a cost of €36m, with a grant of €20,000 a house.
        [2021-05-04] Velm bought 120 buses for €36m, and Tezak paid €200,000 a bus.
        [2021-05-04] The wind farm has 140 turbines of 12 MW each and a total capacity of 1.68 GW.
        [2021-05-04] The 21 workers in Velm were paid $12,000, an average of $571 each.
        [2021-05-04] The 20 workers in Velm were paid $12,000, an average of $40 a day.
        [2021-05-04] The 20 workers in Velm were paid $600 each; the owner got $15,000.
        [2021-05-04] The 12 tonnes were sold at €5 a kilo, for €60,000.
    """,
)
