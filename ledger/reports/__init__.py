"""Output formats of ``check``, a file each, declared as ``report``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from ledger.gate.records import Lapse
from ledger.records import Claim
from ledger.settings import SEVERITIES

if TYPE_CHECKING:
    from rich.text import Text

    from ledger.gate.records import Excused, Place
    from ledger.reading.directives import Directive
    from ledger.records import Finding, Source

    Side = Claim | Place

DECLARES = "report"


class Origin(NamedTuple):
    """What a report says of a document: who published it, the offset at which each of its lines starts, its format.

    Of one that is not at hand itself, ``holder`` is the export or the ledger that vouches for its claims; its lines are unknown.
    """

    source: Source
    line_starts: Sequence[int]
    format: str = "text"
    holder: str = ""


class Region(NamedTuple):
    """Lines and columns from 1, columns in code points; the end column is the one behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Outcome:
    """What a check found: how much was read, the findings in order, where their documents come from, and what is excused.

    Findings of a severity below ``level`` fail nothing. ``directives`` are the comments of documents that speak to this program.
    """

    documents: int
    claims: int
    findings: Sequence[Finding]
    origins: Mapping[str, Origin]
    excused: Sequence[Excused] = ()
    directives: Mapping[str, Sequence[Directive]] = field(default_factory=dict)
    level: str = SEVERITIES[-1]

    def conflicts(self) -> Outcome:
        """The same without the findings of any other verdict."""
        return replace(self, findings=[finding for finding in self.findings if finding.verdict == "conflict"])

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is a conflict, and severe enough to fail a check."""
        return finding.verdict == "conflict" and SEVERITIES.index(finding.severity) <= SEVERITIES.index(self.level)

    def finding(self, fingerprint: str) -> Outcome:
        """The same with the one finding whose fingerprint begins so. Raises UsageError when there is none, or more than one."""
        from ledger.errors import UsageError

        everything = [*self.findings, *(each.finding for each in self.excused)]
        found = [finding for finding in everything if finding.fingerprint.startswith(fingerprint.strip().lower())]
        if len(found) != 1:
            few = "no finding" if not found else f"{len(found)} findings"
            raise UsageError(f"--explain {fingerprint}: {few} with that fingerprint; --verdict all --format json lists them")
        return replace(self, findings=found)

    def place(self, claim: Side) -> str:
        """``path:line:column`` of the claim's figure, or of the place, line and column from 1, columns in code points.

        A path that starts like a workflow command (``::error``) is written from the working directory: ``./::error``.
        Where the document itself is not at hand, it is the path and who vouches for it.
        """
        from ledger.printing import visible

        path, holder = visible(claim.document), self.origins[claim.document].holder
        safe = f"{'./' * path.startswith(('::', '##'))}{path}"
        if holder:
            return safe
        region = self.region(claim)
        return f"{safe}:{region.line}:{region.column}"

    def sentence(self, claim: Side) -> str:
        """The sentence as a reader of its document sees it, on one line and safe to print."""
        return self.seen(claim, claim.sentence.quote)

    def seen(self, claim: Side, text: str) -> str:
        """What a reader sees of ``text``, a part of the claim's document: no markup of a page, one line, safe to print."""
        from ledger.printing import one_line, without_markup

        is_page = isinstance(claim, Claim) and self.origins[claim.document].format == "html"
        return one_line(without_markup(text) if is_page else text)

    def region(self, claim: Side) -> Region:
        """Where the claim's figure, or the place, begins and ends in its document."""
        starts = self.origins[claim.document].line_starts
        line, end_line = bisect_right(starts, claim.span.start), bisect_right(starts, claim.span.end)
        return Region(line, claim.span.start - starts[line - 1] + 1, end_line, claim.span.end - starts[end_line - 1] + 1)


def sides(finding: Finding) -> Sequence[Side]:
    """What the finding stands on: its claims, or the places of one that has none."""
    return finding.places if isinstance(finding, Lapse) else finding.claims


@dataclass(frozen=True)
class Report:
    """A format: ``lines(outcome, width)`` yields the output, no line of prose wider than ``width`` cells."""

    code: str
    summary: str
    lines: Callable[[Outcome, int], Iterator[str | Text]]
