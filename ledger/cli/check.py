"""``factledger check``: flags the figures that cannot all be true."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli.gating import InText, authority, checked, reported, taking_codes
from ledger.cli.options import Jobs, Paths
from ledger.errors import UsageError

if TYPE_CHECKING:
    from ledger.reports import Outcome

EXAMPLES = """\
  factledger check seeds/

  factledger check seeds/ --format concise --select X1

  factledger check seeds/ --fail-level error --ignore X103,A

  factledger check seeds/ --verdict all --format json

  factledger check seeds/ --statistics

  factledger check seeds/ --against verified.json

  factledger check seeds/ --since HEAD --format json
"""


def check(
    paths: Paths,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, explain, concise, json, sarif, github, gitlab or junit.")] = "",
    verdict: Annotated[str, typer.Option(metavar="VERDICT", help="conflict, or all: corroborations, updates and look-alikes too.")] = "",
    fail_level: Annotated[str, typer.Option(metavar="LEVEL", help="The least severity that fails: error, warning or note (all).")] = "",
    select: Annotated[list[str] | None, taking_codes("--select", "Only these checks: codes, or how they begin (X101,A).")] = None,
    ignore: Annotated[list[str] | None, taking_codes("--ignore", "Not these checks; the longer of two that fit counts.")] = None,
    baseline: Annotated[str, typer.Option(metavar="FILE", help="Findings that are accepted; only others fail.")] = "",
    since: Annotated[str, typer.Option(metavar="REV", help="Only what was not there at this git revision fails.")] = "",
    inline_suppressions: InText = None,
    exit_zero: Annotated[bool | None, typer.Option("--exit-zero/--no-exit-zero", help="Status 0 where it would be 1.")] = None,
    statistics: Annotated[bool | None, typer.Option("--statistics/--no-statistics", help="Only count the findings of each check.")] = None,
    explain: Annotated[str, typer.Option(metavar="FINGERPRINT", help="Show one finding in full; its first letters are enough.")] = "",
    against: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="An export of verified claims that the text must not contradict; repeatable.")
    ] = None,
    ledger: Annotated[str, typer.Option(metavar="PLACE", help="As --against, with what is verified in this ledger.")] = "",
    jobs: Jobs = 0,
    cache: Annotated[bool | None, typer.Option("--cache/--no-cache", help="Keep results; or work all out again and keep nothing.")] = None,
    cache_dir: Annotated[str, typer.Option(metavar="FOLDER", help="Where results are kept (else those of large inputs).")] = "",
) -> None:
    """Flag the figures that cannot all be true, each with its quotes, sources and the reason.

    Status: 0 no conflict, 1 conflicts found, 2 a call or an input that cannot be used, 3 an export that does not verify.
    """
    from ledger.cli.terminal import Complaints, show, utf8, width
    from ledger.settings import settings

    given = {
        "check_format": format, "verdict": verdict, "fail_level": fail_level, "select": select, "ignore": ignore, "baseline": baseline,
        "against": against, "inline_suppressions": inline_suppressions, "exit_zero": exit_zero, "statistics": statistics, "jobs": jobs,
        "cache": cache, "cache_dir": cache_dir,
    }  # fmt: skip
    chosen = settings().with_options(given)
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
    raise typer.Exit(2 if complaints.any else int(failed))


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
