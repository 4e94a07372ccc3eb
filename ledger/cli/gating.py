"""What commands share that check documents and gate the findings: a run, the gate before its outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.cli.terminal import Complaints, complain, progress

if TYPE_CHECKING:
    from ledger.gate.baseline import BaselineFile
    from ledger.gate.gate import Gate
    from ledger.pipeline.authority import Authority
    from ledger.pipeline.cache import Cache
    from ledger.reports import Origin, Outcome, Report
    from ledger.settings import Settings


def reported(code: str, chosen: Settings) -> Report:
    """The report of that code, or the one that is set. Raises UsageError for an unknown one."""
    from ledger.registry import declared, named

    report: Report | None = named("ledger.reports", code or chosen.check_format)
    if report is not None:
        return report
    reports: dict[str, Report] = {report.code: report for report in declared("ledger.reports")}
    return reports[code or chosen.chosen("check_format", tuple(reports))]


def checked(
    paths: Sequence[str], chosen: Settings, complaints: Complaints, held: Authority | None = None, since: str = "", *, everything: bool
) -> Outcome:
    """What a check of ``paths`` finds, gated; with ``everything`` also findings of other verdicts than conflict. Raises UsageError.

    The texts are ``held`` against an authority; what they said at the revision ``since`` is known.
    """
    gate = gate_of(chosen)
    if since:
        gate = replace(gate, revision=since, known=_known(since, paths, chosen, gate, held))
    return gated(found(paths, chosen, complaints, held, everything=everything), gate, chosen)


def found(
    paths: Sequence[str], chosen: Settings, complaints: Complaints, held: Authority | None = None, *, everything: bool = False
) -> Outcome:
    """What a check of ``paths`` finds before the gate."""
    from ledger.pipeline import check, cores

    with progress(output_at_end=True) as tell:
        verdict = "" if everything else "conflict"
        return check(paths, complaints, tell, chosen.jobs or cores(), _cache(chosen), verdict, held)


def _known(revision: str, paths: Sequence[str], chosen: Settings, gate: Gate, held: Authority | None) -> set[str]:
    """The fingerprints of all that was found in ``paths`` as they were at ``revision``; what could not be read then is passed over."""
    import logging

    from ledger.gate.revision import earlier
    from ledger.pipeline import check, cores

    with earlier(revision, paths) as (old_paths, here):
        logging.disable(logging.WARNING)
        try:
            outcome = check(old_paths, lambda error: None, None, chosen.jobs or cores(), _cache(chosen), "conflict", held, once=True)
            judged = gate.judged(outcome.findings, list(outcome.origins), outcome.directives, here)
        finally:
            logging.disable(logging.NOTSET)
    return {finding.fingerprint for finding in (*outcome.findings, *judged.findings)}


def gated(outcome: Outcome, gate: Gate, chosen: Settings) -> Outcome:
    """The same behind the gate."""
    findings, excused, files = gate.judged(outcome.findings, outcome.origins, outcome.directives)
    return replace(outcome, findings=findings, excused=excused, origins=_origins(outcome, files), level=chosen.fail_level)


def _origins(outcome: Outcome, texts: Mapping[str, str]) -> Mapping[str, Origin]:
    """Where the documents come from, and the files that excuse findings, of which ``texts`` are the texts."""
    if not texts:
        return outcome.origins
    from collections import ChainMap

    from ledger.pipeline import line_starts
    from ledger.records import Source
    from ledger.reports import Origin

    files = {path: Origin(Source(), line_starts(text), "toml") for path, text in texts.items()}
    return ChainMap(files, outcome.origins)  # type: ignore[arg-type]


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


def gate_of(chosen: Settings) -> Gate:
    """The gate that the settings ask for. Raises UsageError for a code that no check has, and for what is no baseline."""
    from ledger.gate.codes import Selection, checked_codes
    from ledger.gate.gate import Gate
    from ledger.gate.today import today

    def codes(name: str, words: Iterable[str]) -> tuple[str, ...]:
        return checked_codes(words, chosen.origin(name)) if words else ()

    ignores = {path: codes("per_path_ignores", words) for path, words in chosen.per_path_ignores.items()}
    selection = Selection(codes("select", chosen.select), codes("ignore", chosen.ignore))
    return Gate(selection, today(), ignores, chosen.folder, _baseline(chosen) if chosen.baseline else None, chosen.inline_suppressions)


def _baseline(chosen: Settings) -> BaselineFile:
    from ledger.gate.baseline import baseline_file, no_baseline

    try:
        return baseline_file(Path(chosen.baseline))
    except FileNotFoundError as error:
        raise no_baseline(chosen.baseline) from error


def _cache(chosen: Settings) -> Callable[[Sequence[str]], Cache | None]:
    """Whether and where results of a check of some files are kept."""

    def kept(files: Sequence[str]) -> Cache | None:
        from ledger.pipeline import are_many

        if not chosen.cache or not (chosen.cache_dir or are_many(files)):
            return None
        from ledger.pipeline.cache import Cache, home

        if not chosen.cache_dir:
            return Cache(home())
        asked = Cache(Path(chosen.cache_dir))
        if asked.trouble:
            complain(f"{chosen.cache_dir}: results cannot be kept there: {asked.trouble}")
        return asked

    return kept
