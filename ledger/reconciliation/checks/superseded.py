"""X108: a figure that an earlier text has withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM
from ledger.reconciliation.topic import Topic
from ledger.records import Finding

_WITHDRAWN = "corrected"


def _across(case: Case) -> Iterator[Finding]:
    for match, verdict in case.judged:
        if verdict == "compatible" and (pair := _withdrawn_and_used(match)) is not None:
            withdrawn, used = pair
            message = f"{said(used.claim)} was withdrawn before: {said(withdrawn.claim)}"
            claims = [match.left.claim, match.right.claim]
            yield finding(check, "conflict", message, claims, match.steps)


def _withdrawn_and_used(match: Match) -> tuple[Topic, Topic] | None:
    """The figure as one text withdrew it, and as a later text states it all the same."""
    if match.within or match.meeting != "same" or match.level("counted") not in FIRM:
        return None
    for withdrawn, used in ((match.left, match.right), (match.right, match.left)):
        if withdrawn.claim.modality == _WITHDRAWN and used.claim.modality == "asserted" and 0 < withdrawn.day < used.day:
            return withdrawn, used
    return None


check = Check(
    code="X108",
    name="superseded",
    severity="warning",
    across=_across,
    manual="""
        A figure that an earlier text has withdrawn.

        "At first the police spoke of 12 dead, later corrected to 21": who writes of 12 dead after that
        uses a figure that no longer stands. Both texts must be dated, and speak of the same event.
    """,
    conflicts="""
        [2021-05-04] Initially police said 12 people died in the Velm blaze, later 21. || [2021-05-09] The Velm blaze killed 12 people.
        [2021-05-04] Police initially said 40 houses burned in Velm on Ostra Hill. || [2021-05-08] On Ostra Hill in Velm 40 houses burned.
    """,
    agreements="""
        [2021-05-04] Initially police said 12 people died in the Velm blaze, later 21. || [2021-05-03] The Velm blaze killed 12 people.
        [2021-05-04] Initially police said 12 people died in the Velm blaze, later 21. || [2021-05-09] The Velm blaze killed 21 people.
    """,
)
