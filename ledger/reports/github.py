"""Workflow commands of GitHub Actions: an annotation a finding, and plain lines for those past its limit.

The escapes and the limit of ten annotations a level and step are those of GitHub's documentation of workflow commands;
what is past the limit would vanish there without a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from ledger.printing import one_line, visible
from ledger.records import Finding
from ledger.reports import Outcome, Report, sides

LIMIT = 10
"""Annotations that GitHub shows of one level and step."""

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    told: Counter[str] = Counter()
    cut = []
    for finding in outcome.findings:
        command = _COMMANDS[finding.severity] if finding.verdict == "conflict" else "notice"
        told[command] += 1
        if told[command] <= LIMIT:
            yield _annotation(command, outcome, finding)
        else:
            cut.append(finding)
    if cut:
        yield f"{len(cut)} more, past the {LIMIT} annotations of a level that are shown:"
    for finding in cut:
        yield f"- {outcome.place(sides(finding)[0])}: {finding.code} {one_line(finding.message)}".replace("##[", "# #[")


def _annotation(command: str, outcome: Outcome, finding: Finding) -> str:
    first, *others = sides(finding)
    region = outcome.region(first)
    properties = {
        "file": visible(PurePath(first.document).as_posix()),
        "line": region.line,
        "endLine": region.end_line,
        "col": region.column,
        "endColumn": region.end_column,
        "title": f"{finding.code} {finding.name}",
    }
    against = "".join(f"\n{outcome.place(claim)}: {outcome.sentence(claim)}" for claim in others)
    said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {said}::{_data(one_line(finding.message) + against)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


report = Report("github", "annotations of a GitHub workflow", _lines)
