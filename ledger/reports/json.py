"""One JSON object, for programs; ``factledger schema CheckReport`` describes it."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.printing import safe_json
from ledger.records import Finding, Record
from ledger.reports import Outcome, Report


class CheckReport(Record):
    """What ``factledger check --format json`` prints."""

    documents: int
    claims: int
    findings: tuple[Finding, ...]


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    checked = CheckReport.model_construct(documents=outcome.documents, claims=outcome.claims, findings=tuple(outcome.findings))
    yield safe_json(checked.model_dump_json(indent=2))


report = Report("json", "one object for programs", _lines)
