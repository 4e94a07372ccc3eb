"""D103: a day that the calendar does not have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger import patterns as re
from ledger.lexicon import lists, number_words
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.disputes import finding, source
from ledger.reconciliation.text import Text
from ledger.records import Claim, Finding

_MONTHS = {name: int(number) for name, number in number_words("month").items()}
_NAMES = frozenset(lists("calendar.tsv")["month"])
_NAME, _SHORT = ("|".join(sorted(map(str.capitalize, names))) for names in (_NAMES, _MONTHS.keys() - _NAMES))
_LEAP = 2000
"""The year of a day that is told without one."""
_MAY_BE = re.compile(r"(?:3[0-2]|29)(?!\d)")
_DAY = r"(?P<day>29|3[0-2])(?:st|nd|rd|th)?\b"
_FORMS = (
    # "31 April", "the 30th of February, 2021"; not "30 June 31, 2021"
    re.compile(rf"\b{_DAY}(?: day)?(?: of)? (?P<month>{_NAME})\b(?! (?:\d{{1,3}}\b|\d{{1,2}},))(?:,? (?P<year>\d{{4}})\b)?"),
    # "on April 31", "April 31, 2021"; not "in April 31 guests came"
    re.compile(rf"\b[Oo]n (?P<month>{_NAME}) {_DAY}(?!,? \d{{4}}\b)"),
    re.compile(rf"\b(?P<month>{_NAME}) {_DAY},? (?P<year>\d{{4}})\b"),
    # "Sept. 31, 2020", "31 Sept 2020", "2020-09-31"
    re.compile(rf"\b(?P<month>{_SHORT})\. {_DAY}, (?P<year>\d{{4}})\b"),
    re.compile(rf"\b{_DAY} (?P<month>{_SHORT})\.? (?P<year>\d{{4}})\b"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>29|3[01])\b"),
)


def _find(text: Text) -> Iterator[Finding]:
    first: dict[int, Claim] = {}
    for claim in text.claims:
        if _MAY_BE.search(claim.sentence.quote):
            first.setdefault(claim.sentence.start, claim)
    for claim in first.values():
        quote = claim.sentence.quote
        for found in sorted((found for form in _FORMS for found in form.finditer(quote)), key=lambda found: found.start()):
            if not _is_in_the_calendar(found):
                message = f"{' '.join(found.group().split())} ({source(claim)}): there is no such day"
                steps = [Step("calendar", "none such", found.group())]
                yield finding(check, "conflict", message, [claim], steps)


def _is_in_the_calendar(found: re.Match[str]) -> bool:
    told = found.groupdict()
    month = told["month"].lower()
    try:
        date(int(told.get("year") or _LEAP), _MONTHS.get(month) or int(month), int(told["day"]))
    except ValueError:
        return False
    return True


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
        [2021-05-04] The lock of Velm was opened on 31 Sept 2020 and cost $40 million.
        [2021-05-04] The record of Velm of 2021-02-29 has 41 samples.
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
