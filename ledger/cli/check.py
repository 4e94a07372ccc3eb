"""``factledger check``: flags the figures that cannot all be true."""

from __future__ import annotations

from typing import Annotated

import typer

from ledger.cli.options import InText, Jobs, Paths, taking_codes

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
    from ledger.cli import checking

    given = {
        "check_format": format, "verdict": verdict, "fail_level": fail_level, "select": select, "ignore": ignore, "baseline": baseline,
        "against": against, "inline_suppressions": inline_suppressions, "exit_zero": exit_zero, "statistics": statistics, "jobs": jobs,
        "cache": cache, "cache_dir": cache_dir,
    }  # fmt: skip
    raise typer.Exit(checking.check(paths, given, explain=explain, ledger=ledger, since=since))
