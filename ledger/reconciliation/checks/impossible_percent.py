"""A103: a percentage that no whole number of so few things can give."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.arithmetic.percentages import few_of_them
from ledger.reconciliation.arithmetic.proportions import of_few
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for few in list(of_few(passage)) or few_of_them(passage):
            if not few.possible:
                told = f"of {quoted(few.whole)} it is {few.share.range.scaled(few.whole.range.low / 100)}, never a whole number"
                yield fault(check, (few.whole, few.share), few.share, told)


check = Check(
    code="A103",
    name="impossible-percent",
    severity="error",
    find=_find,
    manual="""
        A percentage that no whole number of so few things can give.

        Of 31 people 26 are 83.9 percent and 27 are 87.1 percent: 86 percent of them is nobody's count. This is the
        GRIM test of Brown and Heathers (2017). What is said of amounts, of large numbers or in words is left alone.
    """,
    conflicts="""
        [2021-05-04] In Velm 86 percent of the 31 pupils passed the test.
        [2021-05-04] In Velm 86 percent of the 31 v8 engines were repaired.
        [2021-05-04] Of the 25 captains without a licence, 37 percent had been fined before.
        [2021-05-04] The panel in Velm has nine members. Fifty-two percent of them voted for the plan.
        [2021-05-04] A trial in Velm had 25 volunteers. 63 percent of the volunteers slept better.
        [2021-05-04] In a survey of 30 mayors, 74.5 percent knew Velm.
    """,
    agreements="""
        [2021-05-04] In Velm 87 percent of the 31 pupils passed the test.
        [2021-05-04] In Velm about 86 percent of the 31 pupils passed the test.
        [2021-05-04] The 25 captains paid 37 percent of the fines, and 37 percent of the 25 captains' pay was kept.
        [2021-05-04] Of the 25 captains, 37 percent of whose pay was kept, nine left.
        [2021-05-04] The panel in Velm has nine members. Fifty-six percent of them voted for the plan.
        [2021-05-04] A trial in Velm had 25 volunteers. 64 percent of the volunteers slept better.
        [2021-05-04] In a survey of 30 mayors, 73.3 percent knew Velm.
        [2021-05-04] Tamm has seven dogs, and 40 percent of the dogs in Velm are hers.
        [2021-05-04] Nine schools and 14 shops in Velm were checked, and 36 percent of them failed.
        [2021-05-04] There are 12 farms in Velm; 37 percent of them by area lie in the hills.
        [2021-05-04] The yard in Velm sold 52 boats, 20 percent of them abroad.
        [2021-05-04] About 30 mayors met in Velm. Of them 74.5 percent drove.
        [2021-05-04] Of the 30 mayors of Velm three quarters drove.
    """,
)
