"""One JSON object, for programs; ``factledger schema CheckReport`` describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledger.gate.records import Excused, Lapse
from ledger.printing import safe_json
from ledger.records import Finding, Record, told
from ledger.reports import Outcome, Report


class CheckReport(Record):
    """What ``factledger check --format json`` prints."""

    documents: int
    claims: int
    findings: tuple[Lapse | Finding, ...]
    excused: tuple[Excused, ...] = told(
        "findings that fail nothing: suppressed, accepted, known before; left out where there are none", default=()
    )


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    checked = CheckReport(
        documents=outcome.documents, claims=outcome.claims, findings=tuple(outcome.findings), excused=tuple(outcome.excused)
    )
    told = any(finding.decisions for finding in outcome.findings)
    without: dict[str, Any] = {} if told else {"findings": {"__all__": {"decisions"}}}
    yield safe_json(checked.model_dump_json(indent=2, exclude=without | ({} if outcome.excused else {"excused": True})))


report = Report("json", "one object for programs", _lines)
