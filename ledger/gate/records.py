"""What a gate makes of findings: those of upkeep, which stand in places, and those that are excused."""

from __future__ import annotations

from typing import Literal

from ledger.records import Finding, Record, Span, told

Excuse = Literal["comment", "ignore-file", "baseline", "revision"]


class Place(Record):
    """A stretch of a document, or of a file that excuses findings."""

    document: str = told("the path as given")
    span: Span

    @property
    def sentence(self) -> Span:
        """As of a claim: where reports show it."""
        return self.span

    @property
    def in_sentence(self) -> tuple[int, int]:
        """All of it."""
        return 0, len(self.span.quote)

    @property
    def speaker(self) -> str:
        """Nobody."""
        return ""

    @property
    def published(self) -> None:
        """No day."""
        return None


class Lapse(Finding):
    """A finding on what excuses findings: it has no claims, and stands in places."""

    places: tuple[Place, ...]


class Excused(Record):
    """A finding that fails nothing, and why not."""

    finding: Lapse | Finding
    by: Excuse
    reason: str = told("as it was written; for a revision its name")
    author: str = ""
    until: str = told("ISO date of the last day on which it holds; empty without one", default="")
    place: str = told("where the excuse stands: path and line", default="")
