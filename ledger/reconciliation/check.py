"""What a check declares of itself; its tiny articles are its tests.

A line of ``conflicts`` or ``agreements`` is a set of tiny articles, parted by `` || ``; each may
open with its date of publication in square brackets. Read by the real reader and extractor,
the check must find a conflict in every line of the first and none in any of the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ledger.reconciliation.case import Case
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Claim, Finding, Level, Severity, Verdict


class Link(Protocol):
    """Two topics of one thing, the one that stands first in front, on which a check has a verdict.

    ``weight`` tells which of the links of a finding is told of; ``copied`` is one of copies of a text.
    """

    @property
    def left(self) -> Topic: ...
    @property
    def right(self) -> Topic: ...
    @property
    def weight(self) -> float: ...
    @property
    def copied(self) -> bool: ...
    @property
    def steps(self) -> Sequence[Step | Level]: ...


class Pair(NamedTuple):
    """A link of which all is told by its levels: their weights add up."""

    left: Topic
    right: Topic
    steps: Sequence[Step]
    verdict: Verdict = "conflict"
    copied: bool = False

    @property
    def weight(self) -> float:
        """The sum of the levels' weights, in bits."""
        return sum(step.weight for step in self.steps)


class Group(NamedTuple):
    """Links of one verdict that share claims: copied ones first, else in order.

    ``agreeing`` are, of a conflict, the links that corroborate one of its claims. ``topics_of`` gives what a document states.
    """

    verdict: Verdict
    links: Sequence[Link]
    agreeing: Sequence[Link]
    topics_of: Callable[[int], Sequence[Topic]]


def claims_of(links: Iterable[Link]) -> list[Claim]:
    """The claims of ``links``, each once, in order."""
    topics = {topic.at: topic for link in links for topic in (link.left, link.right)}
    return [topics[at].claim for at in sorted(topics)]


@dataclass(frozen=True, kw_only=True)
class Declared:
    """What any check says of itself; ``severity`` is that of its conflicts."""

    code: str
    name: str
    severity: Severity
    manual: str
    conflicts: str
    agreements: str

    def cases(self) -> list[tuple[str, ...]]:
        """The sets of tiny articles in which it finds something."""
        return _tiny_articles(self.conflicts)

    def silences(self) -> list[tuple[str, ...]]:
        """The sets of tiny articles in which it finds nothing."""
        return _tiny_articles(self.agreements)


@dataclass(frozen=True, kw_only=True)
class Check(Declared):
    """One way in which figures cannot all be true.

    ``find`` yields the check's findings on one document, and ``across`` those on two, of whatever verdict, that no other joins. Of
    ``links``, in order, those of a verdict that share claims make one finding, which ``tell`` words; what such a finding has a claim of is
    not found alone as well.
    """

    find: Callable[[Text], Iterator[Finding]] | None = None
    across: Callable[[Case], Iterator[Finding]] | None = None
    links: Callable[[Case], Iterable[tuple[Verdict, Link]]] | None = None
    tell: Callable[[Group], Finding] | None = None


def _tiny_articles(text: str) -> list[tuple[str, ...]]:
    """The lines of ``text``, each cut at `` || ``."""
    return [tuple(part.strip() for part in line.split(" || ")) for line in text.splitlines() if line.strip()]
