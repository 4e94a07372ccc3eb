"""The gate itself: of all findings those that count, and of these those that are excused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ledger.gate.codes import Selection
from ledger.gate.paths import fits
from ledger.records import Finding


@dataclass(frozen=True)
class Gate:
    """What a check is asked to tell. ``ignores`` are patterns of paths, seen from ``folder``, and codes that are not told of there."""

    selection: Selection
    ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    folder: Path = Path()

    def told(self, finding: Finding) -> bool:
        """Whether the finding is asked for: by its code, and by the path of each of its documents."""
        if not self.selection.holds(finding.code):
            return False
        patterns = [pattern for pattern, codes in self.ignores.items() if finding.code.startswith(tuple(codes))]
        return not any(fits(pattern, path, self.folder) for pattern in patterns for path in documents(finding))


def documents(finding: Finding) -> set[str]:
    """The paths of the documents that a finding speaks of."""
    from ledger.gate.records import Lapse

    sides = finding.places if isinstance(finding, Lapse) else finding.claims
    return {side.document for side in sides}
