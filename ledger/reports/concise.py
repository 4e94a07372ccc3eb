"""A line a finding, for editors, logs and ``grep``: ``path:line:column: code message``."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.printing import one_line
from ledger.reports import Outcome, Report, sides


def _lines(outcome: Outcome, width: int) -> Iterator[str]:
    for finding in outcome.findings:
        verdict = "" if finding.verdict == "conflict" else f"{finding.verdict}: "
        yield f"{outcome.place(sides(finding)[0])}: {finding.code} {verdict}{one_line(finding.message)}"


report = Report("concise", "a line a finding", _lines)
