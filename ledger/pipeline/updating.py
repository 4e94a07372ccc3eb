"""The findings that are kept, brought up to date after an edit by comparing again no more than the edit can have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from ledger.pipeline.cache import Cache
from ledger.pipeline.known import Known, Run, Tie
from ledger.reconciliation import PLAIN, findings
from ledger.reconciliation.kinship import Census
from ledger.records import Claim, Finding

_MOST_CHANGED, _MOST_AFFECTED = 0.1, 0.5
"""Shares of the documents up to which less than all is compared again."""


class Texts(Protocol):
    """The documents of a check: the key of each by its path, what is known by the key, and the claims of those at some paths."""

    keys: dict[str, str]
    known: dict[str, Known]

    def claims(self, paths: Iterable[str] | None = None) -> list[Claim]:
        """The claims of the documents at ``paths``, of all when left out."""


class Renewal(NamedTuple):
    """What an edit does to the findings that are kept: those that are stale, what stands in their place, and what else looks like either.

    ``alike`` are numbers of others that have a fingerprint of one of them.
    """

    stale: list[Tie]
    fresh: list[Finding]
    alike: list[int]


def updated(texts: Texts, cache: Cache, before: Run, after: Run) -> bool:
    """Put the findings of ``after`` in the place of those of ``before``; whether that could be done with a part of the documents."""
    renewal = renewed(texts, cache, before, after)
    return renewal is not None and cache.replace(before, after, [tie.number for tie in renewal.stale], renewal.fresh)


def renewed(texts: Texts, cache: Cache, before: Run, after: Run) -> Renewal | None:
    """What ``after`` changes in the findings of ``before``; None when it takes more than a part of the documents to tell.

    A finding is a group of claims that verdicts on two documents join. What an edit can change is first found by holding
    the edited documents against those that they meet: findings with an edited document, or with a claim that a changed verdict
    joins, are stale. What the stale ones join is found again, and of what is found only that counts which is no part of another.
    """
    gone, come = set(before.documents) - set(after.documents), set(after.documents) - set(before.documents)
    earlier = cache.known(key for _, key in gone)
    if len(gone | come) > _MOST_CHANGED * len(after.documents) or any(key not in earlier for _, key in gone):
        return None
    marked = {path: texts.known[key].marks for path, key in after.documents if texts.known[key].claims}
    census = Census(marked.values())
    moved = census.moved(
        [earlier[key].marks for _, key in gone if earlier[key].claims], [marked[path] for path, _ in come if path in marked]
    )
    if moved is None:
        return None
    touched = _Touched({path for path, _ in gone | come}, _having(moved.rarity, marked))
    beside = touched.edited | touched.weighed | _having(moved.meeting, marked)
    if len(beside) > _MOST_AFFECTED * len(after.documents):
        return None
    changed = findings(texts.claims(path for path in texts.keys if path in beside), census, meet=touched.meet)
    ends = {end for each in changed if touched.may_change({claim.document for claim in each.claims}) for end in _ends(each)}
    ties = cache.ties(before)
    stale = [tie for tie in ties if touched.may_change(tie.documents) or not ends.isdisjoint(tie.claims)]
    wanted = beside.union(*(tie.documents for tie in stale))
    if len(wanted) > _MOST_AFFECTED * len(after.documents):
        return None
    if stale:
        changed = findings(texts.claims(path for path in texts.keys if path in wanted), census, meet=_meeting(touched, stale))
    numbers = {tie.number for tie in stale}
    others = _by_claim(tie for tie in ties if tie.number not in numbers and not wanted.isdisjoint(tie.documents))
    fresh = [each for each in changed if not _is_part(each, others)]
    alike = {tie.fingerprint for tie in stale}.union(each.fingerprint for each in fresh)
    return Renewal(stale, fresh, [tie.number for tie in ties if tie.fingerprint in alike and tie.number not in numbers])


class _Touched(NamedTuple):
    """The documents that have changed, and those of which a name or word is rarer or less rare than before."""

    edited: set[str]
    weighed: set[str]

    def meet(self, one: str, other: str) -> bool:
        """Whether a verdict on the two documents may be another than before."""
        return one in self.edited or other in self.edited or (one in self.weighed and other in self.weighed)

    def may_change(self, documents: set[str]) -> bool:
        """Whether a finding among the documents may rest on such a verdict."""
        return not documents.isdisjoint(self.edited) or len(documents & self.weighed) > 1


def _having(marks: set[str], marked: Mapping[str, Sequence[str]]) -> set[str]:
    return {path for path, held in marked.items() if not marks.isdisjoint(held)}


def _ends(finding: Finding) -> set[tuple[str, str]]:
    """The claims of a finding, as ties tell them."""
    return {(claim.document, claim.id) for claim in finding.claims}


def _meeting(touched: _Touched, stale: Iterable[Tie]) -> Callable[[str, str], bool]:
    """Which documents are to be held side by side again: those on which a verdict may change, and those that stale findings joined."""
    beside: dict[str, set[int]] = {}
    for tie in stale:
        for path in tie.documents:
            beside.setdefault(path, set()).add(tie.number)

    def meet(one: str, other: str) -> bool:
        return touched.meet(one, other) or not beside.get(one, set()).isdisjoint(beside.get(other, ()))

    return meet


def _by_claim(ties: Iterable[Tie]) -> dict[tuple[str, str], list[Tie]]:
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        for claim in tie.claims:
            found.setdefault(claim, []).append(tie)
    return found


def _is_part(finding: Finding, others: Mapping[tuple[str, str], Sequence[Tie]]) -> bool:
    """Whether a finding is a part, or all, of one of ``others`` that stands; or a plain conflict beside one that says more."""
    ends, plain = _ends(finding), finding.verdict == "conflict" and finding.code == PLAIN
    return any(
        tie.verdict == finding.verdict and (plain or tie.code == finding.code) and ends <= tie.claims
        for tie in others.get(min(ends), ())
    )
