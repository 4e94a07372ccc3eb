"""The gate itself: of all findings those that are told, and of these those that are excused."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ledger.gate.codes import Selection
from ledger.gate.ignore_file import ignore_files
from ledger.gate.paths import fits
from ledger.gate.records import Excused, Lapse
from ledger.gate.suppression import Suppressions, of_comments
from ledger.reading.directives import Directive
from ledger.records import Finding
from ledger.registry import declared

if TYPE_CHECKING:
    from ledger.gate.baseline import Accepted, BaselineFile


class Judged(NamedTuple):
    """The findings that are told, those of upkeep behind the other conflicts; those that fail nothing; texts of files that excuse."""

    findings: list[Finding]
    excused: list[Excused]
    files: dict[str, str]


@dataclass(frozen=True)
class Gate:
    """What a check is asked to tell.

    ``ignores`` are patterns of paths, seen from ``folder``, and codes that are not told of there. Without ``inline`` nothing that
    comes with the documents suppresses: neither comments nor the ignore files of their folders. ``known`` are the fingerprints of what
    was found at ``revision``.
    """

    selection: Selection
    today: date
    ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folder: Path = Path()
    baseline: BaselineFile | None = None
    inline: bool = True
    revision: str = ""
    known: Collection[str] = ()

    def told(self, finding: Finding) -> bool:
        """Whether the finding is asked for: by its code, and by the path of each of its documents."""
        if not self.selection.holds(finding.code):
            return False
        patterns = [pattern for pattern, codes in self.ignores.items() if finding.code.startswith(tuple(codes))]
        return not any(fits(pattern, path, self.folder) for pattern in patterns for path in _documents(finding))

    def judged(
        self, findings: Iterable[Finding], documents: Iterable[str], directives: Mapping[str, Sequence[Directive]], here: str = ""
    ) -> Judged:
        """What is made of ``findings`` in ``documents``: only conflicts are excused, and what excuses them is checked.

        ``findings`` are in order; ``directives`` are the comments of the documents; ``here`` stands for the working directory.
        """
        held = list(findings)
        files = list(ignore_files(documents, here or os.getcwd(), only_here=not self.inline))
        comments = of_comments(directives if self.inline else {})
        suppressions = Suppressions(self.today, [*comments, *(each for file in files for each in file.held)])
        accepted = self.baseline.accepted if self.baseline else ()
        holding = {each.entry.fingerprint: each for each in accepted if not each.is_over(self.today)}

        # The checks of upkeep come behind all conflicts: only then it is known which suppressions are of use.
        failing, excused = list[Finding](), list[Excused]()
        conflicts = [finding for finding in held if finding.verdict == "conflict"]
        for finding in chain(conflicts, self._lapses(conflicts, accepted, suppressions)):
            reason = suppressions.excuse(finding) or self._accepted(finding, holding) or self._known(finding)
            if reason:
                excused.append(reason)
            else:
                failing.append(finding)
        others = [finding for finding in held if finding.verdict != "conflict"]
        texts = {file.path: file.text for file in (*files, *([self.baseline] if self.baseline else ()))}
        return Judged(
            [each for each in (*failing, *others) if self.told(each)], [each for each in excused if self.told(each.finding)], texts
        )

    def _accepted(self, finding: Finding, holding: Mapping[str, Accepted]) -> Excused | None:
        if finding.fingerprint not in holding:
            return None
        by = holding[finding.fingerprint]
        until = by.entry.expires.isoformat() if by.entry.expires else ""
        place = f"{by.place.document}:{by.line}"
        return Excused(finding=finding, by="baseline", reason=by.entry.reason, author=by.entry.author, until=until, place=place)

    def _known(self, finding: Finding) -> Excused | None:
        return Excused(finding=finding, by="revision", reason=self.revision) if finding.fingerprint in self.known else None

    def _lapses(self, conflicts: Sequence[Finding], accepted: Sequence[Accepted], suppressions: Suppressions) -> Iterator[Lapse]:
        if not (accepted or suppressions.held):
            return
        from ledger.gate.check import Upkeep

        upkeep = Upkeep(self.today, {finding.fingerprint: finding for finding in conflicts}, accepted, suppressions)
        for check in declared("ledger.gate.checks"):
            yield from check.lapses(upkeep)


def _documents(finding: Finding) -> set[str]:
    """The paths of the documents that a finding speaks of."""
    sides = finding.places if isinstance(finding, Lapse) else finding.claims
    return {side.document for side in sides}
