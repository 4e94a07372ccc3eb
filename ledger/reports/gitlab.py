"""GitLab's code quality report: a JSON array, an entry a finding."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath

from ledger.printing import one_line, safe_json
from ledger.records import Finding
from ledger.reports import Outcome, Report, sides

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    entries = [_entry(outcome, finding) for finding in outcome.findings]
    yield safe_json(json.dumps(entries, ensure_ascii=False, indent=2))


def _entry(outcome: Outcome, finding: Finding) -> dict[str, object]:
    first, *others = sides(finding)
    region = outcome.region(first)
    against = "".join(f" [{outcome.place(claim)}]" for claim in others)
    return {
        "description": f"{finding.code} {one_line(finding.message)}{against}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity] if finding.verdict == "conflict" else "info",
        "location": {"path": PurePath(first.document).as_posix(), "lines": {"begin": region.line, "end": region.end_line}},
    }


report = Report("gitlab", "GitLab's code quality report", _lines)
