"""The findings that are kept, brought up to date after an edit by comparing again no more than the edit can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from ledger.pipeline.cache import Cache
from ledger.pipeline.known import Known, Run, Tie
from ledger.reconciliation import findings
from ledger.reconciliation.kinship import Census
from ledger.records import Claim

_MOST_CHANGED, _MOST_AFFECTED = 0.1, 0.5
"""Shares of the documents up to which less than all is compared again."""


class Texts(Protocol):
    """The documents of a check: the key of each by its path, what is known by the key, and the claims of those at some paths."""

    keys: dict[str, str]
    known: dict[str, Known]

    def claims(self, paths: Iterable[str] | None = None) -> list[Claim]: ...


def updated(texts: Texts, cache: Cache, before: Run, after: Run) -> bool:
    """Put the findings of ``after`` in the place of those of ``before``; whether that could be done with a part of the documents.

    A finding is a group of claims that verdicts on two documents join. So it is stale when one of its documents may be
    judged otherwise than before, or was not judged with another; what the stale ones join is found again, and of what is
    found only that counts which has such a document.
    """
    gone, come = set(before.documents) - set(after.documents), set(after.documents) - set(before.documents)
    earlier = cache.known(key for _, key in gone)
    if len(gone | come) > _MOST_CHANGED * len(after.documents) or any(key not in earlier for _, key in gone):
        return False
    marked = {path: texts.known[key].marks for path, key in after.documents if texts.known[key].claims}
    census = Census(marked.values())
    moved = census.moved(
        [earlier[key].marks for _, key in gone if earlier[key].claims], [marked[path] for path, _ in come if path in marked]
    )
    if moved is None:
        return False
    edited = {path for path, _ in gone | come}
    weighed = _having(moved.rarity, marked)
    ties = cache.ties(before)
    # A conflict that says more stands for a plain one of its claims, which is not kept.
    touched = _tied(edited | weighed | _having(moved.meeting, marked), [tie.documents for tie in ties if tie.verdict == "conflict"])
    if len(touched) > _MOST_AFFECTED * len(after.documents):
        return False
    stale = [tie for tie in ties if not touched.isdisjoint(tie.documents)]
    wanted = touched.union(*(tie.documents for tie in stale))
    claims = texts.claims(path for path in texts.keys if path in wanted)
    fresh = findings(claims, census, meet=_meeting(edited, weighed, stale))
    kept = [each for each in fresh if any(claim.document in touched for claim in each.claims)]
    return cache.replace(before, after, [tie.number for tie in stale], kept)


def _having(marks: set[str], marked: Mapping[str, Sequence[str]]) -> set[str]:
    return {path for path, held in marked.items() if not marks.isdisjoint(held)}


def _meeting(edited: set[str], weighed: set[str], stale: Iterable[Tie]) -> Callable[[str, str], bool]:
    """Which documents are to be held side by side again: edited ones with all, and those that stale findings held before."""
    beside: dict[str, set[int]] = {}
    for tie in stale:
        for path in tie.documents:
            beside.setdefault(path, set()).add(tie.number)

    def meet(one: str, other: str) -> bool:
        if one in edited or other in edited or (one in weighed and other in weighed):
            return True
        return not beside.get(one, set()).isdisjoint(beside.get(other, ()))

    return meet


def _tied(paths: set[str], ties: Sequence[Sequence[str]]) -> set[str]:
    """``paths`` and all that ``ties`` tie to them, directly or by way of others."""
    by_path: dict[str, list[Sequence[str]]] = {}
    for documents in ties:
        if len(documents) > 1:
            for path in documents:
                by_path.setdefault(path, []).append(documents)
    found, waiting = set(paths), list(paths)
    while waiting:
        for documents in by_path.pop(waiting.pop(), ()):
            waiting += set(documents) - found
            found.update(documents)
    return found
