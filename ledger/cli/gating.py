"""What commands share that check documents and gate the findings: the options, a run, the gate before its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ledger.cli.terminal import Complaints, progress

if TYPE_CHECKING:
    from ledger.gate.gate import Gate
    from ledger.pipeline.authority import Authority
    from ledger.pipeline.cache import Cache
    from ledger.reports import Outcome, Report
    from ledger.settings import Settings

InText = Annotated[
    bool | None,
    typer.Option("--inline-suppressions/--no-inline-suppressions", help="Whether comments in the documents suppress findings (they do)."),
]


def Codes(name: str, help: str) -> Any:
    """An option that takes codes of checks, parted by commas, and may be given again."""
    return typer.Option(name, metavar="CODES", help=help)


def reported(code: str, chosen: Settings) -> Report:
    """The report of that code, or the one that is set. Raises UsageError for an unknown one."""
    from ledger.registry import declared

    reports: dict[str, Report] = {report.code: report for report in declared("ledger.reports")}
    return reports[code or chosen.chosen("check_format", tuple(reports))]


def checked(
    paths: Sequence[str], chosen: Settings, complaints: Complaints, held: Authority | None = None, *, everything: bool
) -> Outcome:
    """What a check of ``paths`` finds, gated; with ``everything`` also findings of other verdicts than conflict. Raises UsageError.

    The texts are ``held`` against an authority.
    """
    from ledger.pipeline import check, cores

    gate = _gate(chosen)
    with progress(output_at_end=True) as tell:
        verdict = "" if everything else "conflict"
        outcome = check(paths, complaints, tell, chosen.jobs or cores(), _cache(chosen), verdict, held)
    return replace(outcome, findings=list(filter(gate.told, outcome.findings)), level=chosen.fail_level)


def authority(exports: Sequence[str], ledger: str) -> Authority | None:
    """What was verified, when texts are to be held against it: in files of ``exports`` and in a ``ledger``.

    Raises UsageError, StoreError and ProofError.
    """
    if not (exports or ledger):
        return None
    from ledger.pipeline.authority import vouching

    held = vouching(map(Path, exports))
    if ledger:
        from ledger.cli.options import opened

        with opened(ledger) as book:
            held.add(book.verified(), book.name)
    return held


def _gate(chosen: Settings) -> Gate:
    """The gate that the settings ask for. Raises UsageError for a code that no check has."""
    from ledger.gate.codes import Selection, checked_codes
    from ledger.gate.gate import Gate

    def codes(name: str, words: Iterable[str]) -> tuple[str, ...]:
        return checked_codes(words, chosen.origin(name)) if words else ()

    ignores = {path: codes("per_path_ignores", words) for path, words in chosen.per_path_ignores.items()}
    return Gate(Selection(codes("select", chosen.select), codes("ignore", chosen.ignore)), ignores, chosen.folder)


def _cache(chosen: Settings) -> Callable[[Sequence[str]], Cache | None]:
    """Whether and where results of a check of some files are kept."""

    def kept(files: Sequence[str]) -> Cache | None:
        from ledger.pipeline import are_many

        if not chosen.cache or not (chosen.cache_dir or are_many(files)):
            return None
        from ledger.pipeline.cache import Cache, home

        return Cache(Path(chosen.cache_dir) if chosen.cache_dir else home())

    return kept
