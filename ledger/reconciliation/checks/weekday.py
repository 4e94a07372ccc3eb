"""D104: a date that did not fall on the day of the week it is said to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.spans import weekday
from ledger.reconciliation.text import Text
from ledger.records import Claim, Finding

_DAYS = lists("periods.tsv")["weekday"]
_ANOTHER_YEAR = re.compile(r",?\s*(?:of|in|the|a|that)\b[\s\w]{0,16}\b(?:year|\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_FEW_DAYS = 60
"""How far from its text's own date a date without a year may lie for its year to be sure."""


def _find(text: Text) -> Iterator[Finding]:
    for topic in text.topics:
        claim = topic.claim
        if topic.family != "date" or not isinstance(claim.low, date) or claim.low != claim.high or not _is_sure(claim):
            continue
        told = weekday(claim)
        if told and told != _DAYS[claim.low.weekday()]:
            message = f"{said(claim)} was a {_DAYS[claim.low.weekday()].title()}, not a {told.title()}"
            yield finding(check, "conflict", message, [claim], [Step("weekday", "different", told)])


def _is_sure(claim: Claim) -> bool:
    """Whether the year of the date is: it is written, or the text is of the same weeks."""
    if _YEAR.search(claim.span.quote):
        return claim.bound == "exact"
    if _ANOTHER_YEAR.match(claim.sentence.quote, claim.in_sentence[1]):
        return False
    return claim.published is not None and isinstance(claim.low, date) and abs((claim.published - claim.low).days) <= _FEW_DAYS


check = Check(
    code="D104",
    name="weekday",
    severity="error",
    find=_find,
    manual="""
        A date did not fall on the day of the week it is said to.

        "Sunday, May 4, 2021" is a Tuesday: the day or the date is wrong. A date without a year is
        looked at only in a text of the same two months.
    """,
    conflicts="""
        [2021-05-20] On Sunday, May 4, 2021, the mayor of Velm resigned.
        [2021-05-20] The mayor of Velm resigned on Monday 4 May.
        [2021-05-04] The council of Velm met on Saturday (9 March 2022).
    """,
    agreements="""
        [2021-05-20] On Tuesday, May 4, 2021, the mayor of Velm resigned, and on Friday 14 May he left.
        [2021-05-20] The mayor of Velm resigned on Monday 4 May of the year before.
        [2021-05-20] The mayor of Velm resigned on May 4; Sunday was quiet.
        [2021-05-20] The inquiry opens on Monday 4 October in Velm.
        [2021-05-04] The council of Velm met on Wednesday (9 March 2022).
    """,
)
