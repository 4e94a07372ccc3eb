"""Output formats of ``check``, a file each, declared as ``report``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from rich.text import Text

    from ledger.records import Claim, Finding, Source

DECLARES = "report"


class Origin(NamedTuple):
    """What a report says of a document: who published it, the offset at which each of its lines starts, its format."""

    source: Source
    line_starts: Sequence[int]
    format: str = "text"


@dataclass(frozen=True)
class Outcome:
    """What a check found: how much was read, the findings in order, and where their documents come from."""

    documents: int
    claims: int
    findings: Sequence[Finding]
    origins: Mapping[str, Origin]

    def conflicts(self) -> Outcome:
        """The same without the findings of any other verdict."""
        return replace(self, findings=[finding for finding in self.findings if finding.verdict == "conflict"])

    def place(self, claim: Claim) -> str:
        """``path:line:column`` of the claim's figure, line and column from 1, columns in code points."""
        from ledger.printing import visible

        starts = self.origins[claim.document].line_starts
        line = bisect_right(starts, claim.span.start)
        return f"{visible(claim.document)}:{line}:{claim.span.start - starts[line - 1] + 1}"


@dataclass(frozen=True)
class Report:
    """A format: ``lines(outcome, width)`` yields the output, no line of prose wider than ``width`` cells."""

    code: str
    summary: str
    lines: Callable[[Outcome, int], Iterator[str | Text]]
