"""Two texts of one event that say one thing, each in its own words; and what only looks alike."""

from __future__ import annotations

import pytest

from ledger.reconciliation import reconcile
from tests.reconciliation.test_checks import claims_of

ONE_EVENT = "On 2 May the ferry Calypso Star sank off Cape Merrow near Ostra Nova."
AGREE = """
    [2021-05-04] {} Divers worked at a depth of 45 metres. || [2021-05-05] {} The wreck lies 148 feet down. -> 45 metres, 148 feet
    [2021-05-04] {} She cost $3.4 million. || [2021-05-05] {} She was worth 3,400,000 dollars. -> $3.4 million, 3,400,000 dollars
    [2021-05-04] {} Some 61 percent of the cargo was lost. || [2021-05-05] {} Gone is 61 percent of it. -> 61 percent, 61 percent
    [2021-05-04] {} Police put the crowd at the pier at 12,300. || [2021-05-06] {} A crowd of 12,300 came to the pier. -> 12,300, 12,300
    [2021-05-04] {} It is to be raised in 31 days. || [2021-05-05] {} Raising her would take 31 days. -> 31 days, 31 days
    [2021-05-04] {} It is the 57th wreck there. || [2021-05-05] {} The 57th wreck on that reef is hers. -> 57th, 57th
    [2021-05-04] {} She was built in 1987 in Tezak. || [2021-05-05] {} Built in 1987 in Tezak, she was old. -> 1987, 1987
    [2021-05-04] {} Salvage costs $3 million to $4 million. || [2021-05-06] {} It costs $3m-$4m. -> $3 million to $4 million, $3m-$4m
    [2021-05-04] {} Thousands of birds died. || [2021-05-06] {} The oil has killed thousands of birds. -> Thousands, thousands
    [2021-05-04] {} At 40 km (25 miles) from land she was safe. || [2021-05-05] {} Nobody saw her. -> 40 km, 25 miles
"""
LOOK_ALIKE = """
    [2021-05-04] {} Divers worked at a depth of about 50 metres. || [2021-05-05] {} The wreck lies 148 feet down.
    [2021-05-04] {} Two boats came. || [2021-05-05] {} Two dogs barked.
    [2021-05-04] {} It is not true that 212 people were aboard. || [2021-05-05] {} The company says 212 people were aboard.
    [2021-05-04] {} It is the 57th wreck there. || [2021-05-05] {} The 57th dog came.
    [2021-05-04] {} She was built in 1987 in Tezak. || [2021-05-05] {} In 1987 a storm hit Merrow.
    [2021-05-04] In Velm a well is 45 metres deep. || [2021-05-05] {} The wreck lies 148 feet down.
"""


def rows(text: str) -> list[str]:
    return [line.strip().replace("{}", ONE_EVENT) for line in text.splitlines() if line.strip()]


def agreeing(articles: str) -> list[str]:
    found = reconcile(claims_of(tuple(part.strip() for part in articles.split(" || "))))
    return [", ".join(claim.span.quote for claim in each.claims) for each in found if each.verdict == "corroborate"]


@pytest.mark.parametrize("row", rows(AGREE))
def test_two_texts_agree(row: str) -> None:
    articles, _, figures = row.partition(" -> ")
    assert figures in agreeing(articles)


@pytest.mark.parametrize("row", rows(LOOK_ALIKE))
def test_two_texts_only_look_alike(row: str) -> None:
    assert set(agreeing(row)) <= {"2 May, 2 May"}
