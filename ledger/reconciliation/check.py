"""What a check declares of itself; its tiny articles are its tests.

A line of ``conflicts`` or ``agreements`` is a set of tiny articles, parted by `` || ``; each may
open with its date of publication in square brackets. Read by the real reader and extractor,
the check must find a conflict in every line of the first and none in any of the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ledger.reconciliation.case import Case
from ledger.records import Finding, Severity


@dataclass(frozen=True)
class Check:
    """One way in which figures cannot all be true.

    ``find`` yields the check's findings in a case, of whatever verdict; ``severity`` is that of
    its conflicts.
    """

    code: str
    name: str
    severity: Severity
    find: Callable[[Case], Iterator[Finding]]
    manual: str
    conflicts: str
    agreements: str

    def cases(self) -> list[tuple[str, ...]]:
        """The sets of tiny articles that conflict."""
        return tiny_articles(self.conflicts)

    def silences(self) -> list[tuple[str, ...]]:
        """The sets of tiny articles that do not."""
        return tiny_articles(self.agreements)


def tiny_articles(text: str) -> list[tuple[str, ...]]:
    """The lines of ``text``, each cut at `` || ``."""
    return [tuple(part.strip() for part in line.split(" || ")) for line in text.splitlines() if line.strip()]
