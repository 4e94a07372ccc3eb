"""A110: a mean that no sum of whole numbers gives."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.averages import averages
from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.arithmetic.products import means
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for mean in list(means(passage)) or averages(passage):
            if not mean.possible:
                told = f"{quoted(mean.things)} times as much is {mean.things.range.times(mean.each.range)}, never a whole number"
                yield fault(check, mean, mean.each, told)


check = Check(
    code="A110",
    name="impossible-mean",
    severity="error",
    find=_find,
    manual="""
        A mean that no sum of whole numbers gives.

        Twelve children have 41 siblings, which is 3.42 on average, or 42, which is 3.5: 3.47 cannot be. This is the
        GRIM test of Brown and Heathers (2017), for few people and for what each has a whole number of.
    """,
    conflicts="""
        [2021-05-04] The 12 children in Velm had an average of 3.47 siblings.
        [2021-05-04] The 15 players won a mean of 2.37 medals in Velm.
        [2021-05-04] Eleven nests in Velm held an average of 4.23 eggs.
        [2021-05-04] On average, the nine boats of Velm carried 31.5 men.
        [2021-05-04] In 8 matches Velm scored an average of 2.68 goals.
        [2021-05-04] Each of the 14 parishes of Velm has on average 5.33 bells.
        [2021-05-04] The mean number of visits among the 25 patients was 3.29 in Velm.
    """,
    agreements="""
        [2021-05-04] The 12 families of the 4 streets of Velm have an average of 3.4 rooms.
        [2021-05-04] The 12 children in Velm had an average of 3.42 siblings.
        [2021-05-04] In the 12 countries women had an average of 1.47 children.
        [2021-05-04] The 12 players scored an average of 3.47 goals a match.
        [2021-05-04] Eleven nests in Velm held an average of 4.18 eggs.
        [2021-05-04] The six judges of Velm gave it an average of 3.47 stars.
        [2021-05-04] The 12 towns of Velm had an average of 3.47 rooms per house.
        [2021-05-04] The six judges of Velm gave it an average of 3.47.
        [2021-05-04] The 12 children in Velm had a weighted average of 3.47 siblings.
        [2021-05-04] The 12 farms of Velm had an average of 3.47 cows, weighted by size.
        [2021-05-04] The 12 inns of Velm gave an average of 3.47 stars.
        [2021-05-04] The 12 farms of Velm had an average of 3.47 cows or pigs per barn.
    """,
)
