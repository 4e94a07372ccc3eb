"""Links as they are kept: which claims a check holds to be of one thing; findings are made of them again, without a comparison."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ledger.reconciliation.check import Check, Link
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.kinship import Census
from ledger.reconciliation.reconciler import Found, as_written, joined, parts, place
from ledger.reconciliation.seen import seen
from ledger.reconciliation.topic import Topic, topics
from ledger.records import Claim, Level, Verdict
from ledger.registry import declared

_BITS = 32
"""Of an offset."""


class End(NamedTuple):
    """One of the two claims of a link: the path of its document, its id, and the aspect of it that is meant."""

    document: str
    id: str
    aspect: str

    @property
    def claim(self) -> tuple[str, str]:
        """The claim's document and id, whichever aspect is meant."""
        return self.document, self.id


class Kept(NamedTuple):
    """A link without its claims; ``steps`` are worked out again when they are to be told."""

    left: End
    right: End
    copied: bool
    weight: float


def kept(link: Link) -> Kept:
    """What is kept of a link."""
    if isinstance(link, _Recalled):
        return link.kept
    return Kept(_end(link.left), _end(link.right), link.copied, link.weight)


def _end(topic: Topic) -> End:
    return End(topic.claim.document, topic.claim.id, topic.aspect)


class Known(NamedTuple):
    """Where what links leave out is found: claims by document and id, all claims of a document, and the census of all documents."""

    claims: Mapping[tuple[str, str], Claim]
    claims_of: Callable[[str], Sequence[Claim]]
    census: Census


class _Recalled:
    """A link that is kept, with the topics of its claims."""

    def __init__(self, left: Topic, right: Topic, kept: Kept, steps: Callable[[Kept], Sequence[Step | Level]]):
        self.left, self.right, self.copied, self.weight = left, right, kept.copied, kept.weight
        self.kept, self._compare = kept, steps

    @cached_property
    def steps(self) -> Sequence[Step | Level]:
        """The levels, found by comparing the two documents again."""
        return self._compare(self.kept)


def rejoined(code: str, held: Mapping[Verdict, Iterable[Kept]], agreeing: Iterable[Kept], known: Known) -> Iterator[Found]:
    """The findings that links ``held`` of each verdict make for the check of that code, as ``joined`` makes them."""
    found = {verdict: list(links) for verdict, links in held.items()}
    beside = list(agreeing)
    check = next(check for check in declared("ledger.reconciliation.checks") if check.code == code)
    memory = _Memory(check, known, [*beside, *(link for links in found.values() for link in links)])
    recalled = {verdict: memory.recalled(links) for verdict, links in found.items()}
    for each in joined(check, recalled, memory.recalled(beside), memory.topics_of):
        yield each._replace(finding=as_written(each.finding, memory.written))


class _Memory:
    """The topics of links that are kept; they are numbered as if all documents had been compared."""

    def __init__(self, check: Check, known: Known, links: Sequence[Kept]):
        self._check, self._known = check, known
        self._paths = sorted({end.document for link in links for end in link[:2]})
        self._numbers = {path: number for number, path in enumerate(self._paths)}
        self.written: dict[int, Claim] = {}
        self._held: list[list[Claim]] = []  # as long as their identities are looked up
        wanted = sorted({end[:2] for link in links for end in link[:2]})
        self._shown = dict(zip(wanted, self._seen([known.claims[claim] for claim in wanted]), strict=True))
        self._topics: dict[End, Topic] = {}
        self._compared: dict[tuple[str, str], dict[Kept, Link]] = {}

    def recalled(self, links: Iterable[Kept]) -> list[_Recalled]:
        """The links with their topics, in order."""
        return sorted((_Recalled(self._topic(link.left), self._topic(link.right), link, self._steps) for link in links), key=place)

    def topics_of(self, number: int) -> list[Topic]:
        """What the document of that number states."""
        claims = self._seen(self._known.claims_of(self._paths[number]))
        return [topic for claim in claims for topic in topics(_at(number, claim), number, claim)]

    def _topic(self, end: End) -> Topic:
        if end not in self._topics:
            claim, number = self._shown[end.claim], self._numbers[end.document]
            self._topics[end] = Topic(_at(number, claim), number, claim, end.aspect)
        return self._topics[end]

    def _seen(self, claims: Sequence[Claim]) -> list[Claim]:
        shown = seen(claims)
        self._held.append(shown)
        self.written.update((id(one), claim) for one, claim in zip(shown, claims, strict=True) if one is not claim)
        return shown

    def _steps(self, link: Kept) -> Sequence[Step | Level]:
        """Why the two claims were linked: their documents are compared again."""
        pair = link.left.document, link.right.document
        if pair not in self._compared:
            claims = [claim for path in sorted({*pair}) for claim in self._known.claims_of(path)]
            (part,) = parts(claims, self._known.census, codes=(self._check.code,))
            self._compared[pair] = {kept(each): each for _, each in part.links}
        return self._compared[pair][link].steps


def _at(number: int, claim: Claim) -> int:
    """A claim's place among those of all documents."""
    return (number << _BITS | claim.span.start) << _BITS | claim.span.end
