"""Figures of dates that cannot be read, and of names that hold a year."""

from __future__ import annotations

from ledger.extraction.beside import MONTHS
from ledger.extraction.calendar.unread import unread
from ledger.extraction.rule import NEAR, POINT, YEAR, Beside, Exclusion

exclusion = Exclusion(
    code="N190",
    name="unread date",
    forms=frozenset({"digits", "ordinal"}),
    covers=unread,
    beside=Beside(everywhere={"ordinal"}, figure={YEAR, POINT}, behind={*"-‑–/.", NEAR, "of", "day", "bc", "bce", "b", *MONTHS}),
    manual="""
        A date that no calendar has ("31 February"), one whose order of day and month the text does not
        tell, and the year in a name or a citation ("World Cup 2018") are no counts.
    """,
    examples="""
        It was signed on [31 February 2019].
        They met at the World Cup [2018] in Kazan.
        The city was sacked in [44 BC] and rebuilt.
    """,
    counterexamples="""
        It was signed on 28 February 2019.
        In 2018 they met in Kazan.
    """,
)
