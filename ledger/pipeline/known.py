"""What is kept of a document and of a check, so that neither is done again."""

from __future__ import annotations

from typing import NamedTuple

from ledger.reading.directives import Directive
from ledger.records import Finding, Verdict


class Known(NamedTuple):
    """What is kept of a document: how many claims it has, the marks that it meets others by, itself, packed, and its directives."""

    claims: int
    marks: tuple[str, ...]
    packed: bytes
    directives: tuple[Directive, ...] = ()


class Run(NamedTuple):
    """A set of documents whose findings are kept: the path and the key of each. ``stamp`` changes with them."""

    name: str
    stamp: str
    documents: list[tuple[str, str]]


class Tie(NamedTuple):
    """A finding that is kept: number, verdict, the check's code, fingerprint, and of each claim the document's path and its own id.

    ``joined`` says that links make it; ``shown`` that no other says more.
    """

    number: int
    verdict: Verdict
    code: str
    fingerprint: str
    joined: bool
    shown: bool
    told: tuple[str, ...]

    @property
    def documents(self) -> set[str]:
        """The paths of the documents that it ties together."""
        return set(self.told[::2])

    @property
    def claims(self) -> list[tuple[str, str]]:
        """The claims that it ties together, in order: path and the claim's own id."""
        return list(zip(self.told[::2], self.told[1::2], strict=True))


class Entry(NamedTuple):
    """A finding to be kept, the links that make it, packed, and whether it is shown."""

    finding: Finding
    links: bytes
    shown: bool
