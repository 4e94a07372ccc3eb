"""``factledger baseline``: keeps the file of findings that are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from ledger.cli.options import Jobs, Reviewer
from ledger.errors import UsageError
from ledger.printing import many, one_line, visible
from ledger.settings import did_you_mean

if TYPE_CHECKING:
    from ledger.gate.baseline import Accepted, BaselineEntry
    from ledger.records import Finding
    from ledger.settings import Settings

EXAMPLES = """\
  factledger baseline update seeds/ --add --reason "the ministries disagree"

  factledger baseline update seeds/

  factledger baseline list
"""
ACTIONS = ("update", "list")
EXPIRED = "H104"
"""The check that tells of entries that expired: it goes with its entry."""


def baseline(
    action: Annotated[str, typer.Argument(metavar="update|list", help="Bring the file up to date, or show what it holds.")],
    paths: Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help="What is checked; the same as for check.")] = None,
    baseline: Annotated[str, typer.Option("--baseline", metavar="FILE", help="The file (factledger-baseline.toml).")] = "",
    add: Annotated[bool, typer.Option("--add", help="Accept the findings that are not in it, and again those that expired.")] = False,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="FINGERPRINT", help="Of what would be added only this.")] = None,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why what is added is accepted.")] = "",
    expires: Annotated[str, typer.Option(metavar="DATE", help="The last day on which what is added is accepted.")] = "",
    by: Reviewer = "",
    jobs: Jobs = 0,
) -> None:
    """Keep the baseline: what is gone is removed; nothing is added but with --add and a reason.

    Status: 0 nothing fails, 1 findings that are not accepted or no longer, 2 a call or an input that cannot be used.
    """
    from ledger.cli.options import reviewer
    from ledger.gate.baseline import NAME
    from ledger.settings import settings

    if action not in ACTIONS:
        raise UsageError(f"baseline {action}: is unknown{did_you_mean(action, ACTIONS)}")
    chosen = settings().with_options({"baseline": baseline, "jobs": jobs})
    file = Path(chosen.baseline or NAME)
    if action == "list":
        _list(file)
        return
    if not paths:
        raise UsageError("baseline update: name the files or folders that are checked, the same as for check")
    if add != bool(reason.strip()) or (not add and (expires or only)):
        raise UsageError("--add needs --reason TEXT, why these findings are accepted; and only --add takes --reason, --expires and --only")
    adding = _Adding(reason, reviewer(by, chosen), _day(expires), tuple(only or ())) if add else None
    raise typer.Exit(_update(file, paths, chosen, adding))


class _Adding(NamedTuple):
    """What is said of the findings that are added, and how the fingerprints of those begin that are meant; all, when none is given."""

    reason: str
    author: str
    expires: date | None
    only: tuple[str, ...]

    def means(self, finding: Finding) -> bool:
        return finding.fingerprint.startswith(self.only) if self.only else True


def _update(file: Path, paths: Sequence[str], chosen: Settings, adding: _Adding | None) -> int:
    """Bring ``file`` up to date with what a check of ``paths`` finds; the status."""
    from ledger.cli.gating import found, gate_of, gated
    from ledger.cli.terminal import Complaints
    from ledger.gate.baseline import entry_of, write
    from ledger.gate.today import today

    held = _held(file)
    complaints = Complaints()
    gate = gate_of(replace(chosen, baseline=str(file) if held is not None else ""))
    raw = found(paths, chosen, complaints)
    if complaints.any:
        raise UsageError(f"{file} stays as it is, since not all of the input could be read")
    outcome = gated(raw, gate, chosen)
    entries = {each.entry.fingerprint: each.entry for each in held or ()}
    present = {each.fingerprint for each in (*raw.findings, *outcome.findings, *(each.finding for each in outcome.excused))}
    gone = [entry for entry in entries.values() if entry.fingerprint not in present]
    news = [finding for finding in outcome.conflicts().findings if finding.code != EXPIRED]
    added = [finding for finding in news if adding and adding.means(finding)]
    if adding and adding.only and not added:
        raise UsageError(f"--only {', '.join(adding.only)}: no finding that is not accepted yet begins so")
    if adding:
        entries |= {each.fingerprint: entry_of(each, adding.reason, adding.author, today(), adding.expires) for each in added}
    left = [finding for finding in news if finding not in added]
    kept = [entry for entry in entries.values() if entry not in gone]
    if gone or added or (held is None and adding):
        write(file, kept)
    _tell(file, kept, gone, added, [(finding, entries.get(finding.fingerprint)) for finding in left])
    return int(any(map(outcome.fails, left)))


def _held(file: Path) -> Sequence[Accepted] | None:
    """The entries of the file; None when there is none."""
    from ledger.gate.baseline import baseline_file

    try:
        return baseline_file(file).accepted
    except FileNotFoundError:
        return None


def _tell(
    file: Path, kept: Sequence[BaselineEntry], gone: Sequence[BaselineEntry], added: Sequence[Finding],
    left: Sequence[tuple[Finding, BaselineEntry | None]],
) -> None:  # fmt: skip
    """A line a change, a line a finding that is not accepted, and the sum of it."""
    for old in gone:
        print(f"removed  {old.code} {old.fingerprint}  {one_line(' | '.join(old.quotes))}: is not found any more")
    for finding in added:
        print(f"added    {finding.code} {finding.fingerprint}  {one_line(finding.message)}")
    for finding, entry in left:
        how, when = ("expired", f"on {entry.expires}: ") if entry else ("new    ", "")
        print(f"{how}  {finding.code} {finding.fingerprint}  {when}{one_line(finding.message)}")
    expired = sum(bool(entry) for _, entry in left)
    counts = f"{len(added)} added, {len(gone)} removed, {expired} expired; {many(len(left) - expired, 'new finding')} not in it"
    print(f"{visible(str(file))}: {many(len(kept), 'entry')}, {counts}")


def _list(file: Path) -> None:
    """A line an entry."""
    from ledger.cli.terminal import show_table
    from ledger.gate.baseline import no_baseline

    held = _held(file)
    if held is None:
        raise no_baseline(file)
    rows = []
    for entry in (each.entry for each in held):
        until = entry.expires.isoformat() if entry.expires else ""
        rows.append(
            (entry.code, entry.fingerprint[:8], entry.date.isoformat(), until, entry.author, " | ".join(entry.quotes), entry.reason)
        )
    show_table(("code", "finding", "date", "expires", "author", "quotes", "reason"), [tuple(map(one_line, row)) for row in rows])


def _day(word: str) -> date | None:
    from ledger.gate.today import today

    try:
        day = date.fromisoformat(word) if word else None
    except ValueError as error:
        raise UsageError(f"--expires: {word!r} is no date; expected YYYY-MM-DD") from error
    if day is not None and day < today():
        raise UsageError(f"--expires: {day} is over already; expected a day to come")
    return day
