"""A case that several processes work on: each is forked with all of it, and in what it finds numbers stand for topics and claims."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from ledger.reconciliation.comparison import Comparer
from ledger.reconciliation.topic import Topic
from ledger.records import Claim
from ledger.workers import FORKS, in_order

if TYPE_CHECKING:
    from ledger.reconciliation.case import Case

T = TypeVar("T")
R = TypeVar("R")
_COMPARER = ""


def shared_out(case: Case, work: Callable[[T], R], tasks: Sequence[T], jobs: int) -> Iterator[R]:
    """``work`` of each of ``tasks``, in order, by ``jobs`` processes that have the ``case`` as it is now; by this one where none is forked.

    Raises WorkerError when a process dies.
    """
    if not FORKS:
        yield from map(work, tasks)
        return
    numbers = _Numbers(case)
    for told in in_order(lambda task: numbers.told(work(task)), tasks, jobs, in_hand=1):
        yield _Reading(numbers, told).load()


class _Numbers:
    """The numbers of a case's topics, and of its claims below zero."""

    def __init__(self, case: Case):
        self.case = case
        self._firsts = array("L")
        for number, topic in enumerate(case.topics):
            if topic.at == len(self._firsts):
                self._firsts.append(number)

    def told(self, result: object) -> bytes:
        """What was found, with numbers."""
        written = BytesIO()
        _Writing(self, written).dump(result)
        return written.getvalue()

    def of_topic(self, topic: Topic) -> int:
        """Those of a claim stand together, one to three."""
        number, topics = self._firsts[topic.at], self.case.topics
        while topics[number] is not topic:
            number += 1
        return number

    @cached_property
    def of_claims(self) -> dict[int, int]:
        """By the identity of each claim."""
        return {id(claim): ~at for at, claim in enumerate(self.case.claims)}


class _Writing(pickle.Pickler):
    def __init__(self, numbers: _Numbers, file: BytesIO):
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._numbers = numbers

    def persistent_id(self, thing: object) -> int | str | None:
        if isinstance(thing, Topic):
            return self._numbers.of_topic(thing)
        if isinstance(thing, Comparer):
            return _COMPARER
        return self._numbers.of_claims.get(id(thing)) if isinstance(thing, Claim) else None


class _Reading(pickle.Unpickler):
    def __init__(self, numbers: _Numbers, told: bytes):
        super().__init__(BytesIO(told))
        self._case = numbers.case

    def persistent_load(self, number: int | str) -> Topic | Claim | Comparer:
        if isinstance(number, str):
            return self._case.comparer
        return self._case.topics[number] if number >= 0 else self._case.claims[~number]
