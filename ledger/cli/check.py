"""``factledger check``: flags the figures that cannot all be true."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ledger.cli.options import Jobs, Paths, one_of

if TYPE_CHECKING:
    from ledger.pipeline.cache import Cache
    from ledger.reports import Outcome

EXAMPLES = """\
  factledger check seeds/

  factledger check seeds/ --format concise

  factledger check seeds/ --verdict all --format json
"""
VERDICTS = ("conflict", "all")


def check(
    paths: Paths,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text (for people), concise, json, sarif, github, gitlab or junit.")] = "",
    verdict: Annotated[str, typer.Option(metavar="VERDICT", help="conflict, or all: corroborations, updates and look-alikes too.")] = "",
    explain: Annotated[str, typer.Option(metavar="FINGERPRINT", help="Show one finding in full; its first letters are enough.")] = "",
    jobs: Jobs = 0,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Work everything out again, and keep nothing.")] = False,
    cache_dir: Annotated[str, typer.Option(metavar="FOLDER", help="Where results are kept (else those of large inputs).")] = "",
) -> None:
    """Flag the figures that cannot all be true, each with its quotes, sources and the reason.

    Status: 0 no conflict, 1 conflicts found, 2 a call or an input that cannot be used.
    """
    from ledger.cli.terminal import Complaints, progress, show, utf8, width
    from ledger.pipeline import check as run
    from ledger.pipeline import cores
    from ledger.registry import declared
    from ledger.settings import settings

    defaults = settings()
    reports = {report.code: report for report in declared("ledger.reports")}
    report = reports["explain" if explain else one_of("format", format or defaults.check_format, tuple(reports))]
    asked = one_of("verdict", verdict or defaults.verdict, VERDICTS)

    complaints = Complaints()
    with progress(output_at_end=True) as tell:
        everything = bool(explain) or asked == "all"
        outcome = run(paths, complaints, tell, jobs or cores(), _cache(no_cache, cache_dir), "" if everything else "conflict")
    if report.code not in ("text", "explain"):
        utf8()
    shown = outcome.finding(explain) if explain else outcome if asked == "all" else outcome.conflicts()
    show(report.lines(shown, width()))
    _sum_up(outcome)
    raise typer.Exit(2 if complaints.any else 1 if outcome.conflicts().findings else 0)


def _cache(forbidden: bool, folder: str) -> Callable[[Sequence[str]], Cache | None]:
    """Whether and where results of a check of some files are kept."""

    def kept(files: Sequence[str]) -> Cache | None:
        from ledger.pipeline import are_many

        if forbidden or not (folder or are_many(files)):
            return None
        from ledger.pipeline.cache import Cache, home

        return Cache(Path(folder) if folder else home())

    return kept


def _sum_up(outcome: Outcome) -> None:
    """The last line, on stderr: how much was read and what was found."""
    sys.stdout.flush()
    conflicts = len(outcome.conflicts().findings)
    counts = ((outcome.documents, "document"), (outcome.claims, "claim"), (conflicts, "conflict"))
    print(", ".join(f"{count} {noun}{'s' * (count != 1)}" for count, noun in counts), file=sys.stderr)
