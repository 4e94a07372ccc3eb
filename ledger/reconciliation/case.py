"""Everything that the checks look at: the claims, what they measure, and which of them seem to measure the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import count, groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar

from ledger.errors import CheckError
from ledger.reconciliation import places
from ledger.reconciliation.blocking import Pair, Share, candidates, shares, topics_of
from ledger.reconciliation.comparison import RARE_SLIPS, Comparer
from ledger.reconciliation.echoes import echoes
from ledger.reconciliation.failing import Guard, OnFault
from ledger.reconciliation.kinship import MOST_SHARERS, Census, Kinship, marks
from ledger.reconciliation.match import Match
from ledger.reconciliation.same_figures import telling_same_figures
from ledger.reconciliation.slips import slip
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic, topics
from ledger.reconciliation.units import is_width
from ledger.reconciliation.verdicts import judged
from ledger.reconciliation.worth import may_be_one
from ledger.records import Claim, Value, Verdict

T = TypeVar("T")
R = TypeVar("R")
_LEAST_WEIGHT = 3.5
_MANY = 4000
"""Claims from which on several processes have them compared sooner than one."""
_SHARES = 4
"""Into how many parts for each process the work is cut, so that none waits long for the last."""
_COPIED = {"sentence": "copied"}


class _Compared(NamedTuple):
    judged: list[tuple[Match, Verdict]]
    wholes: list[Match]
    dated: list[Pair]


class Case:
    """``claims`` in the order of their documents and positions, and their topics in the same order.

    ``census`` counts the marks of all documents, of which those of ``claims`` may be a few; ``vouched`` are the
    documents that the others are to be held against; ``meet`` says which documents need be brought together. Many claims are compared by
    as many as ``jobs`` processes. A fault of the program goes to ``on_fault``, and all else is still compared; without it, it is raised.
    """

    def __init__(
        self, claims: Sequence[Claim], census: Census | None = None, vouched: Container[str] = (),
        meet: Callable[[str, str], bool] | None = None, jobs: int = 1, on_fault: OnFault | None = None,
    ):  # fmt: skip
        self.claims = sorted(claims, key=lambda claim: (claim.document, claim.span.start, claim.span.end))
        self._texts = texts = [list(held) for _, held in groupby(self.claims, attrgetter("document"))]
        self.topics, marked, at = list[Topic](), list[tuple[str, ...]](), count()
        for number, held in enumerate(texts):
            self.topics += [topic for claim in held for topic in topics(next(at), number, claim)]
            marked.append(marks(held))  # while what its words mean is remembered
        self._census = census
        paths = [held[0].document for held in texts]
        self.kinship = Kinship(
            marked, census or Census(marked), meet and (lambda one, other: meet(paths[one], paths[other])),
            telling_same_figures(self.topics, len(texts)), [held[0].published for held in texts],
        )
        self._vouched = frozenset(number for number, held in enumerate(texts) if held[0].document in vouched)
        self.comparer = Comparer(self.topics, self.kinship, self._vouched)
        self._jobs = jobs if len(self.claims) >= _MANY else 1
        self._on_fault = on_fault

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self._texts)

    @property
    def judged(self) -> list[tuple[Match, Verdict]]:
        """Pairs of values that measure the same, so far as words can tell, and the verdict on each; in order."""
        return self._compared.judged

    @property
    def wholes(self) -> list[Match]:
        """Pairs at odds of which one is a whole that others are a part of, and the other a whole, a rank or a slip for it; in order."""
        return self._compared.wholes

    @property
    def dated(self) -> list[tuple[Topic, Topic]]:
        """Pairs of dates that may be of one event; by their documents, in order."""
        return self._compared.dated

    def shared_out(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """``work`` of each of ``tasks``, in order; of a large case by several processes, each of which has it as it is now."""
        if self._jobs < 2:
            return map(work, tasks)
        return self._shared_out(work, tasks)

    def _shared_out(self, work: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        from ledger.reconciliation.sharing import shared_out

        told = self._on_fault

        def done(task: T) -> tuple[R, list[CheckError]]:
            faults = list[CheckError]()  # a process tells with what it has done
            self._on_fault = told and faults.append
            return work(task), faults

        for result, faults in shared_out(self, done, tasks, self._jobs):
            self._on_fault = told
            if told is not None:
                for fault in faults:
                    told(fault)
            yield result

    def guard(self, what: str) -> Guard:
        """What stands guard over work on the case."""
        return Guard(what, self._on_fault)

    def compare(self) -> None:
        """Compare now, with all processes, what else would be compared by each when it is first asked for."""
        _ = self._compared

    @cached_property
    def _compared(self) -> _Compared:
        """One pass over the candidates serves all checks, so that what a topic has worked out is needed only for a while."""
        found = _Compared([], [], [])
        for part in self._parts():
            found.judged.extend(part.judged)
            found.wholes.extend(part.wholes)
            found.dated.extend(part.dated)
        found.judged.sort(key=lambda each: each[0].place)
        found.wholes.sort(key=attrgetter("place"))
        found.dated.sort(key=lambda pair: (pair[0].document, pair[1].document, pair[0].at, pair[1].at))
        return found

    def _parts(self) -> Iterable[_Compared]:
        """What comes of all candidates, in parts."""
        parts = shares(self.topics, self.kinship, _SHARES * self._jobs) if self._jobs > 1 else [None]
        return self.shared_out(self._compare, parts)

    def _compare(self, share: Share | None) -> _Compared:
        """What comes of the candidates, or of a ``share`` of them."""
        found = _Compared([], [], [])
        groups: dict[Verdict, _Groups] = {"conflict": _Groups(), "update": _Groups(), "corroborate": _Groups(), "compatible": _Groups()}
        guard = self.guard("comparing")
        may_stand = partial(places.may_stand, self.comparer)
        for together in candidates(self.topics, self.kinship, self._few, self._vouched, share, may_stand):
            told = list[Match]()
            for pairs in together:
                with guard:
                    told += self._told(list(self._matches(pairs, found.dated)), found, groups)
            with guard:
                for each in groups.values():
                    each.settle()
            for match in told:
                match.forget()
        return found

    def _told(self, matches: list[Match], found: _Compared, groups: dict[Verdict, _Groups]) -> list[Match]:
        """Of the matches of two documents, or of one, those that something comes of; the others are let go."""
        told = list(judged(matches))
        for match, said in told:
            groups[said].join(match)
        wholes = [match for match in matches if _of_a_whole(match) and match.reaches(_LEAST_WEIGHT)]
        found.judged.extend(told)
        found.wholes.extend(wholes)
        return [*(match for match, _ in told), *wholes]

    def _matches(self, pairs: Iterable[Pair], dated: list[Pair]) -> Iterator[Match]:
        for left, right in pairs:
            if left.measures != right.measures or not _comparable(left, right):
                continue
            if left.family == "date":
                dated.append((left, right))
            elif may_be_one(self.comparer, left, right):
                yield Match(self.comparer, left, right)

    @cached_property
    def echoes(self) -> tuple[Match, ...]:
        """Figures that differ in the same place of two copies of a text; in order."""
        return tuple(Match(self.comparer, left, right, dict(_COPIED)) for left, right in echoes(self.topics, self._few))

    def text(self, document: int) -> Text:
        """The document of that number."""
        return Text(self._texts[document], self.topics_of(document))

    def topics_of(self, document: int) -> Sequence[Topic]:
        """What the document of that number states, in order."""
        return topics_of(self.topics, document)

    def mentions(self, date: Topic) -> int:
        """How often its document names the date of ``date``."""
        return self._mentions[date.document, date.claim.low, date.claim.high]

    @cached_property
    def _mentions(self) -> Counter[tuple[int, Value, Value]]:
        return Counter((topic.document, topic.claim.low, topic.claim.high) for topic in self.topics if topic.family == "date")

    def _few(self, mark: str, group: Sequence[Topic]) -> bool:
        return self._census.few(mark) if self._census else len({topic.document for topic in group}) <= MOST_SHARERS


class _Groups:
    """Groups of figures that matches join, and the strongest match of each, of equals the first: it is what is told of the group."""

    def __init__(self) -> None:
        self._parents: dict[int, int] = {}
        self._strongest: dict[int, Match] = {}
        self._joined = set[int]()

    def join(self, match: Match) -> None:
        """Put the groups of both figures together."""
        roots = {self._root(match.left.at), self._root(match.right.at)}
        held = [self._strongest.pop(root) for root in roots if root in self._strongest]
        first = min(roots)
        self._parents[max(roots)] = first
        self._strongest[first] = strongest = min([match, *held], key=_strength) if held else match
        self._joined.difference_update(roots)
        self._joined.add(first)
        for other in held:
            if other is not strongest:
                other.forget(settled=True)

    def settle(self) -> None:
        """Settle the strongest match of each group that has grown since, while its topics remember their texts."""
        for root in self._joined:
            self._strongest[root].settle()
        self._joined.clear()

    def _root(self, member: int) -> int:
        parents = self._parents
        while (parent := parents.setdefault(member, member)) != member:
            parents[member] = member = parents[parent]
        return member


def _strength(match: Match) -> tuple[float, tuple[int, int, str, str]]:
    return -match.weight, match.place


def _of_a_whole(match: Match) -> bool:
    """Whether a whole is at odds with another, with a rank, or with a figure that one of the two may be a slip for."""
    left, right = match.left, match.right
    if match.meeting != "apart" or "whole" not in (left.aspect, right.aspect):
        return False
    if "value" not in (left.aspect, right.aspect):
        return True
    return match.level("figures") in RARE_SLIPS or slip(left.digits, right.digits) not in ("", "scale")


def _comparable(left: Topic, right: Topic) -> bool:
    """Whether the aspects can be held side by side: a rank only with a whole, two counted fractions by their parts and wholes."""
    if left.aspect == "rank" or right.aspect == "rank":
        return "whole" in (left.aspect, right.aspect)
    if left.aspect == right.aspect == "ratio" and left.counts and right.counts:
        return False
    return not (is_width(left.claim) or is_width(right.claim) or _stand_elsewhere(left.claim, right.claim))


def _stand_elsewhere(left: Claim, right: Claim) -> bool:
    """Whether two texts, or one twice, say a sentence word for word, and the figures stand in different places of it."""
    if len(left.sentence.quote) != len(right.sentence.quote) or left.in_sentence == right.in_sentence:
        return False
    return left.sentence.quote == right.sentence.quote and (left.document, left.sentence.start) != (right.document, right.sentence.start)
