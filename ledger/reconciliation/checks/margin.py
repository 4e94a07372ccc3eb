"""A113: a margin, or a loss, is not what lies between the figures that it is said to lie between."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, in_units_of, quoted
from ledger.reconciliation.arithmetic.margins import margins
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for margin in margins(passage):
            if not margin.agrees:
                told = f"between {quoted(margin.one)} and {quoted(margin.other)} it is {in_units_of(margin.difference, margin.said)}"
                yield fault(check, margin.figures, margin.said, told)


check = Check(
    code="A113",
    name="margin",
    severity="error",
    find=_find,
    manual="""
        A margin is not what lies between the figures that it is said to lie between.

        "They voted 31 to 17 for it, a margin of 14", "by 14 votes, 31 to 17"; a loss between what was earned and what was
        spent; how far a price lies below another. A majority may also be told as what is above the half.
    """,
    conflicts="""
        [2021-05-04] The council of Velm voted 31 to 17 for the plan, a margin of 12.
        [2021-05-04] The motion in Velm was carried by 11 votes, 58 to 49.
        [2021-05-04] Ana Ruiz of Velm won with 12,410 votes to his 11,990, a lead of 520.
        [2021-05-04] In Velm 58 members voted for the plan and 49 against it, a majority of seven.
        [2021-05-04] The board of Velm backed the plan by 58 votes to 49. The margin was 11.
        [2021-05-04] Costs in Velm came to £52,000 and income to £38,000, a loss of £24,000.
        [2021-05-04] The house in Velm was sold for £315,000, £35,000 below the asking price of £365,000.
        [2021-05-04] In Velm six votes decided the matter: 412 to 408.
    """,
    agreements="""
        [2021-05-04] The guild of Velm had an income of $40 million and a loan of $30 million, a loss of $15 million.
        [2021-05-04] The council of Velm voted 31 to 17 for the plan, a margin of 14.
        [2021-05-04] The motion in Velm was carried by nine votes, 58 to 49.
        [2021-05-04] In Velm the party won 58 seats to 49 for the others, a majority of four.
        [2021-05-04] In Velm 58 members voted for the plan and 49 against it, short of a majority of 60.
        [2021-05-04] Income in Velm rose to £52,000 and takings to £38,000, a profit of £8,000.
        [2021-05-04] Costs in Velm came to £52,000 and income to £38,000, a loss of £14,000.
        [2021-05-04] The house in Velm was sold for £315,000, £50,000 below the asking price of £365,000.
        [2021-05-04] Support in Velm is at 41 percent to 38 percent, a lead of two points.
        [2021-05-04] Velm voted 31 to 17 for it, a majority of 31.
        [2021-05-04] Ruiz of Velm sold 12,410 boats and Tamm 11,990 cars, a margin of 520.
        [2021-05-04] Velm is 310 km from Ruvia and Tezak 170 km, a difference of 150 km.
    """,
)
