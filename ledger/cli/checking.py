"""What ``factledger check`` does, whoever has parsed its options: the run, the report, the last line."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ledger.cli.gating import authority, checked, reported
from ledger.cli.terminal import Complaints, show, utf8, width
from ledger.errors import UsageError
from ledger.settings import settings

if TYPE_CHECKING:
    from ledger.reports import Outcome


def check(paths: Sequence[str], given: Mapping[str, Any] | None = None, *, explain: str = "", ledger: str = "", since: str = "") -> int:
    """Check ``paths`` with the options that are ``given`` by the names of their settings, report, and return the exit status."""
    chosen = settings().with_options(given or {})
    report = reported("explain" if explain else "", chosen)
    if chosen.statistics and report.code not in _COUNTED:
        raise UsageError(f"--statistics: not in format {report.code}; there are {', '.join(_COUNTED)}")

    held = authority(chosen.against, ledger)
    complaints = Complaints()
    outcome = checked(paths, chosen, complaints, held, since, everything=bool(explain) or chosen.verdict == "all")
    if report.code not in ("text", "explain"):
        utf8()
    shown = outcome.finding(explain) if explain else outcome if chosen.verdict == "all" else outcome.conflicts()
    if chosen.statistics:
        _count(shown, report.code == "json")
    else:
        show(report.lines(shown, width()))
    _sum_up(outcome)
    failed = any(map(outcome.fails, outcome.findings)) and not chosen.exit_zero
    return 2 if complaints.any else int(failed)


_COUNTED = ("text", "concise", "json")


def _count(outcome: Outcome, as_json: bool) -> None:
    """How many findings each check has, the most first."""
    import json
    from collections import Counter

    from ledger.cli.terminal import show_table

    counts = Counter((finding.code, finding.name, finding.verdict, finding.severity) for finding in outcome.findings)
    rows = sorted(((count, *what) for what, count in counts.items()), key=lambda row: (-row[0], row[1:]))
    headings = ("findings", "code", "name", "verdict", "severity")
    if as_json:
        print(json.dumps([dict(zip(headings, row, strict=True)) for row in rows], indent=2))
    else:
        show_table(headings, [tuple(map(str, row)) for row in rows])


def _sum_up(outcome: Outcome) -> None:
    """The last line, on stderr: how much was read, what was found, and what of it is excused."""
    from collections import Counter

    from ledger.gate.records import Lapse
    from ledger.printing import many

    sys.stdout.flush()
    conflicts = outcome.conflicts().findings
    lapses = sum(isinstance(each, Lapse) for each in conflicts)
    counts = ((outcome.documents, "document"), (outcome.claims, "claim"), (len(conflicts) - lapses, "conflict"))
    told = ", ".join(many(count, noun) for count, noun in counts)
    told += f", {many(lapses, 'finding')} on suppressions or the baseline" if lapses else ""
    excused = Counter(_EXCUSES[each.by] for each in outcome.excused)
    more = ", ".join(f"{count} {how}" for how, count in sorted(excused.items()))
    print(f"{told}; besides {more}" if more else told, file=sys.stderr)


_EXCUSES = {"comment": "suppressed", "ignore-file": "suppressed", "baseline": "in the baseline", "revision": "known before"}
