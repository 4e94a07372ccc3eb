"""D103: a day that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator

from ledger import patterns as re
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, source
from ledger.reconciliation.text import Text
from ledger.records import Claim, Finding

_LENGTHS = {"february": 29, "april": 30, "june": 30, "september": 30, "november": 30}
_MONTHS = "February|April|June|September|November|January|March|May|July|August|October|December"
_DAY = re.compile(r"(?:3[0-2]|29)(?!\d)")
_SHORT = {"feb": 29, "apr": 30, "jun": 30, "sep": 30, "sept": 30, "nov": 30}
_ABBREVIATED = re.compile(r"\b(?:(Feb|Apr|Jun|Sept?|Nov)\. (3[0-2])\b(?=, \d{4})|(3[0-2]) (Feb|Apr|Jun|Sept?|Nov)\.? (?=\d{4}\b))")
_NUMERIC = re.compile(r"\b\d{4}-(02|04|06|09|11)-(3[01])\b")
_DATE = re.compile(
    rf"\b(?:(?P<day>3[0-2])(?:st|nd|rd|th)?(?: day)?(?: of)? (?P<month>{_MONTHS})\b(?! (?:\d{{1,3}}\b|\d{{1,2}},))"
    rf"|(?P<on>\b[Oo]n )?(?P<month_first>{_MONTHS}) (?P<day_behind>3[0-2])(?:st|nd|rd|th)?\b(?P<year>,? \d{{4}}\b)?)"
    r"|\b(?:29(?:th)?(?: of)? February|February 29(?:th)?),? (?P<leap>\d{4})\b"
)


def _find(text: Text) -> Iterator[Finding]:
    first: dict[int, Claim] = {}
    for claim in text.claims:
        if _DAY.search(claim.sentence.quote):
            first.setdefault(claim.sentence.start, claim)
    for claim in first.values():
        quote = claim.sentence.quote
        told = [found for found in _DATE.finditer(quote) if _is_impossible(found)]
        told += [found for found in _ABBREVIATED.finditer(quote) if _SHORT[(found[1] or found[4]).lower()] < int(found[2] or found[3])]
        told += [found for found in _NUMERIC.finditer(quote) if (29 if found[1] == "02" else 30) < int(found[2])]
        for found in told:
            message = f"{' '.join(found.group().split())} ({source(claim)}): there is no such day"
            steps = [Step("calendar", "none such", found.group())]
            yield finding(check, "conflict", message, [claim], steps)


def _is_impossible(found: re.Match[str]) -> bool:
    if found["leap"]:
        year = int(found["leap"])
        return year % 4 > 0 or (year % 100 == 0 and year % 400 > 0)
    if found["month_first"] and not (found["on"] or found["year"]):
        return False  # "In April 31 guests came"
    day, month = int(found["day"] or found["day_behind"]), (found["month"] or found["month_first"]).lower()
    return _LENGTHS.get(month, 31) < day


check = Check(
    code="D103",
    name="impossible-date",
    severity="error",
    find=_find,
    manual="""
        A day that the calendar does not have.

        31 April, 30 February, 29 February of a year that is no leap year. Only sentences are looked at
        of which some figure is in the ledger; the finding names the first of them.
    """,
    conflicts="""
        [2021-05-04] On 31 April the mayor of Velm received 40 guests.
        [2021-05-04] On February 30, 2021, the mayor of Velm received 40 guests.
        [2021-05-04] The mayor of Velm received 40 guests on 29 February 2019.
        [2021-05-04] The record of Velm of 2021-02-30 has 41 samples.
        [2021-05-04] VELM, Sept. 31, 2020 - Two people were hurt when a wall fell.
    """,
    agreements="""
        [2021-05-04] On 30 April and on 31 May the mayor of Velm received 40 guests.
        [2021-05-04] The mayor of Velm received 40 guests on 29 February 2020.
        [2021-05-04] In April 31 guests came to Velm, and in September 31 percent more.
        [2021-05-04] In June 35 men and in November 31, among them 3 mayors, came to Velm.
        [2021-05-04] The record of Velm of 2021-04-30 has 41 samples, as has that of 2021-05-31.
        [2021-05-04] VELM, Sept. 30, 2020 - Two people were hurt when a wall fell.
    """,
)
