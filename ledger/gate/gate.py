"""The gate itself: of all findings those that are told, and of these those that are excused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ledger.gate.baseline import Accepted, BaselineFile
from ledger.gate.check import Upkeep
from ledger.gate.codes import Selection
from ledger.gate.ignore_file import ignore_files
from ledger.gate.paths import fits
from ledger.gate.records import Excused, Lapse
from ledger.gate.suppression import Suppressions, of_comments
from ledger.reading.directives import Directive
from ledger.records import Finding
from ledger.registry import declared


class Judged(NamedTuple):
    """The findings that are told, those of upkeep behind the other conflicts; those that fail nothing; texts of files that excuse."""

    findings: list[Finding]
    excused: list[Excused]
    files: dict[str, str]


@dataclass(frozen=True)
class Gate:
    """What a check is asked to tell.

    ``ignores`` are patterns of paths, seen from ``folder``, and codes that are not told of there. Without ``inline`` nothing that
    comes with the documents suppresses: neither comments nor the ignore files of their folders.
    """

    selection: Selection
    today: date
    ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folder: Path = Path()
    baseline: BaselineFile | None = None
    inline: bool = True

    def told(self, finding: Finding) -> bool:
        """Whether the finding is asked for: by its code, and by the path of each of its documents."""
        if not self.selection.holds(finding.code):
            return False
        patterns = [pattern for pattern, codes in self.ignores.items() if finding.code.startswith(tuple(codes))]
        return not any(fits(pattern, path, self.folder) for pattern in patterns for path in _documents(finding))

    def judged(self, findings: Iterable[Finding], documents: Iterable[str], directives: Mapping[str, Sequence[Directive]]) -> Judged:
        """What is made of ``findings`` in ``documents``: only conflicts are excused, and what excuses them is checked.

        ``findings`` are in order; ``directives`` are the comments of the documents.
        """
        held = list(findings)
        files = list(ignore_files(documents, only_here=not self.inline))
        comments = of_comments(directives if self.inline else {})
        suppressions = Suppressions(self.today, [*comments, *(each for file in files for each in file.held)])
        accepted = self.baseline.accepted if self.baseline else ()
        by_fingerprint = {each.entry.fingerprint: each for each in accepted if not each.is_over(self.today)}
        failing, excused, others = list[Finding](), list[Excused](), list[Finding]()
        for finding in held:
            if finding.verdict != "conflict":
                others.append(finding)
            elif reason := suppressions.excuse(finding):
                excused.append(reason)
            elif finding.fingerprint in by_fingerprint:
                excused.append(self._accepted(finding, by_fingerprint[finding.fingerprint]))
            else:
                failing.append(finding)
        for lapse in _lapses(Upkeep(self.today, {finding.fingerprint: finding for finding in held}, accepted, suppressions)):
            if lapse.fingerprint in by_fingerprint:
                excused.append(self._accepted(lapse, by_fingerprint[lapse.fingerprint]))
            else:
                failing.append(lapse)
        texts = {file.path: file.text for file in (*files, *([self.baseline] if self.baseline else ()))}
        told = [each for each in (*failing, *others) if self.told(each)]
        return Judged(told, [each for each in excused if self.told(each.finding)], texts)

    def _accepted(self, finding: Finding, by: Accepted) -> Excused:
        entry = by.entry
        until = entry.expires.isoformat() if entry.expires else ""
        place = f"{by.place.document}:{by.line}"
        return Excused(finding=finding, by="baseline", reason=entry.reason, author=entry.author, until=until, place=place)


def _lapses(upkeep: Upkeep) -> Iterator[Lapse]:
    if not (upkeep.accepted or upkeep.suppressions.held):
        return
    for check in declared("ledger.gate.checks"):
        yield from check.lapses(upkeep)


def _documents(finding: Finding) -> set[str]:
    """The paths of the documents that a finding speaks of."""
    sides = finding.places if isinstance(finding, Lapse) else finding.claims
    return {side.document for side in sides}
