"""SARIF 2.1.0, for code scanning: rules with their manuals, a result a finding, the other articles as related locations.

Names follow the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import PurePath
from textwrap import dedent
from typing import Any
from urllib.parse import quote

from ledger.gate.records import Excused, Place
from ledger.printing import one_line, safe_json
from ledger.reconciliation.check import Check
from ledger.records import Claim, Finding
from ledger.registry import declared
from ledger.reports import Outcome, Report, sides

_CHECKS = ("ledger.reconciliation.checks", "ledger.gate.checks")
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "factledger/v1"


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    codes = sorted({finding.code for finding in (*outcome.findings, *(each.finding for each in outcome.excused))})
    rules = {check.code: _rule(check) for home in _CHECKS for check in declared(home)}
    known = [rules.get(code, {"id": code}) for code in codes]
    driver = {"name": "factledger", "semanticVersion": version("factledger"), "rules": known}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(outcome, finding, codes.index(finding.code)) for finding in outcome.findings),
            *(_result(outcome, each.finding, codes.index(each.finding.code)) | _excuse(each) for each in outcome.excused),
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield safe_json(json.dumps(log, ensure_ascii=False, indent=2))


def _rule(check: Check) -> dict[str, Any]:
    manual = dedent(check.manual).strip()
    return {
        "id": check.code,
        "name": check.name,
        "shortDescription": {"text": one_line(manual.split(". ")[0].rstrip("."))},
        "fullDescription": {"text": one_line(manual)},
        "help": {"text": manual},
        "defaultConfiguration": {"level": check.severity},
    }


def _result(outcome: Outcome, finding: Finding, rule: int) -> dict[str, Any]:
    conflict = finding.verdict == "conflict"
    first, *others = sides(finding)
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "kind": "fail" if conflict else "informational",
        "level": finding.severity if conflict else "none",
        "message": {"text": one_line(finding.message)},
        "locations": [_location(outcome, first)],
        "relatedLocations": [_location(outcome, claim) | {"id": number} for number, claim in enumerate(others, 1)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"verdict": finding.verdict, **_evidence(finding)},
    }


def _evidence(finding: Finding) -> dict[str, Any]:
    """The levels that bound the claims together, and the decisions that they go against."""
    decisions = [decision.model_dump(mode="json") for decision in finding.decisions]
    return {"because": [level.model_dump() for level in finding.because]} | ({"decisions": decisions} if decisions else {})


def _excuse(excused: Excused) -> dict[str, Any]:
    """What says that a result fails nothing: a suppression with its justification, or that it was there before."""
    known = {"baselineState": "unchanged"} if excused.by in ("baseline", "revision") else {}
    if excused.by == "revision":
        return known
    suppression = {"kind": "inSource" if excused.by == "comment" else "external", "status": "accepted", "justification": excused.reason}
    told = {name: value for name, value in (("author", excused.author), ("until", excused.until), ("place", excused.place)) if value}
    return known | {"suppressions": [suppression | ({"properties": told} if told else {})]}


def _location(outcome: Outcome, claim: Claim | Place) -> dict[str, Any]:
    message = {"text": outcome.sentence(claim)}
    if holder := outcome.origins[claim.document].holder:
        return {"physicalLocation": {"artifactLocation": {"uri": _uri(holder)}, "region": {"startLine": 1}}, "message": message}
    region = outcome.region(claim)
    where = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "snippet": {"text": claim.span.quote},
    }
    physical = {"artifactLocation": {"uri": _uri(claim.document)}, "region": where}
    return {"physicalLocation": physical, "message": message}


def _uri(path: str) -> str:
    """A reference as of RFC 3986: relative as the path was given, else a ``file`` address."""
    pure = PurePath(path)
    if pure.is_absolute():
        return "file://" + quote(pure.as_posix(), errors="surrogateescape")
    return quote(pure.as_posix(), errors="surrogateescape")


report = Report("sarif", "SARIF 2.1.0, for code scanning", _lines)
