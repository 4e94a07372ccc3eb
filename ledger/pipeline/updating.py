"""The findings that are kept, brought up to date after an edit by comparing again no more than the edit can have changed.

Kept is which claims are linked. What an edit changes are links of the edited documents, and of those that share a name or a word
which is rarer now or less rare; only findings that such a link makes, or made, are made anew, of the links that stay and the fresh ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from ledger.allocation import uncollected
from ledger.pipeline.cache import Cache
from ledger.pipeline.known import Entry, Known, Run, Tie
from ledger.pipeline.packing import links_told
from ledger.reconciliation import linking
from ledger.reconciliation.kinship import HANDFUL, Census
from ledger.reconciliation.linking import Kept, rejoined
from ledger.reconciliation.reconciler import Found, Outline, compared, outline, parts, untold
from ledger.records import Claim, Finding, Verdict

_MOST_CHANGED, _MOST_AFFECTED = 0.1, 0.5
"""Shares of the documents up to which less than all is compared again."""
_Kind = tuple[str, Verdict]
_Links = dict[_Kind, dict[Kept, None]]
"""Links by the check's code and the verdict, in order."""


class Texts(Protocol):
    """The documents of a check: the key of each by its path, what is known by the key, and the claims of those at some paths."""

    keys: dict[str, str]
    known: dict[str, Known]

    def claims(self, paths: Iterable[str] | None = None) -> list[Claim]:
        """The claims of the documents at ``paths``, of all when left out."""


class Renewal(NamedTuple):
    """What an edit does to the findings that are kept: those that are stale, what stands in their place, and what else looks like either.

    ``alike`` are numbers of others that are shown and have a fingerprint of one of them.
    """

    stale: list[Tie]
    fresh: list[Entry]
    alike: list[int]

    @property
    def findings(self) -> list[Finding]:
        """What is shown of the fresh ones."""
        return [each.finding for each in self.fresh if each.shown]


def entries(claims: Sequence[Claim], vouched: Iterable[str] = (), jobs: int = 1) -> list[Entry]:
    """All findings among ``claims``, as they are kept; many are compared by ``jobs`` processes."""
    with uncollected():
        return _shown(list(compared(claims, _links_told, frozenset(vouched), jobs)))


def _links_told(found: Found) -> bytes:
    return links_told(found.finding, map(linking.kept, found.links))


def _shown(found: list[tuple[Finding, bytes]]) -> list[Entry]:
    silent = untold({at: outline(each, bool(links)) for at, (each, links) in enumerate(found) if each.verdict == "conflict"})
    return [Entry(each, links, at not in silent) for at, (each, links) in enumerate(found)]


def updated(texts: Texts, cache: Cache, before: Run, after: Run) -> bool:
    """Put the findings of ``after`` in the place of those of ``before``; whether that could be done with a part of the documents."""
    renewal = renewed(texts, cache, before, after)
    return renewal is not None and cache.replace(before, after, [tie.number for tie in renewal.stale], renewal.fresh)


def renewed(texts: Texts, cache: Cache, before: Run, after: Run) -> Renewal | None:
    """What ``after`` changes in the findings of ``before``; None when it takes more than a part of the documents to tell."""
    with uncollected():
        touched = _touched(texts, cache, before, after)
        ties = cache.ties(before) if touched else None
        if touched is None or ties is None:
            return None
        return _Update(texts, cache, before, touched, ties).renewal()


class _Touched(NamedTuple):
    """The documents that have changed, those of which a name or word is rarer or less rare than before, and all that they meet."""

    edited: set[str]
    weighed: set[str]
    beside: set[str]
    census: Census

    def meet(self, one: str, other: str) -> bool:
        """Whether a verdict on the two documents, or on one, may be another than before."""
        return one in self.edited or other in self.edited or (one in self.weighed and other in self.weighed)

    def may_change(self, documents: set[str]) -> bool:
        """Whether something that is found of the documents may be."""
        return not (self.edited.isdisjoint(documents) and self.weighed.isdisjoint(documents))


def _touched(texts: Texts, cache: Cache, before: Run, after: Run) -> _Touched | None:
    gone, come = set(before.documents) - set(after.documents), set(after.documents) - set(before.documents)
    earlier = cache.known(key for _, key in gone)
    if len(gone | come) > _MOST_CHANGED * len(after.documents) or any(key not in earlier for _, key in gone):
        return None
    marked = {path: texts.known[key].marks for path, key in after.documents if texts.known[key].claims}
    census = Census(marked.values())
    if census.documents <= HANDFUL:
        return None  # any of them may bring two others together
    moved = census.moved(
        [earlier[key].marks for _, key in gone if earlier[key].claims], [marked[path] for path, _ in come if path in marked]
    )
    if moved is None:
        return None
    edited, weighed = {path for path, _ in gone | come}, _having(moved.rarity, marked)
    beside = edited | weighed | _having(moved.meeting, marked)
    return _Touched(edited, weighed, beside, census) if len(beside) <= _MOST_AFFECTED * len(after.documents) else None


def _having(marks: set[str], marked: Mapping[str, Sequence[str]]) -> set[str]:
    return {path for path, held in marked.items() if not marks.isdisjoint(held)}


class _Update:
    """One update: which links and findings there are on documents that may have changed, and which of those that are kept they concern."""

    def __init__(self, texts: Texts, cache: Cache, before: Run, touched: _Touched, ties: list[Tie]):
        self._texts, self._cache, self._before, self._touched, self._ties = texts, cache, before, touched, ties
        claims = texts.claims(path for path in texts.keys if path in touched.beside)
        self._claims = {(claim.document, claim.id): claim for claim in claims}
        self._links: _Links = {}
        self._alone: list[Finding] = []
        for part in parts(claims, touched.census, meet=touched.meet):
            for verdict, link in part.links:
                if touched.meet(link.left.claim.document, link.right.claim.document):
                    self._links.setdefault((part.check.code, verdict), {})[linking.kept(link)] = None
            self._alone += [each for each in part.alone if touched.may_change({claim.document for claim in each.claims})]

    def renewal(self) -> Renewal | None:
        """What is stale and what stands in its place; None when what is kept cannot be read."""
        held = self._cache.links(tie for tie in self._ties if tie.joined and self._touched.may_change(tie.documents))
        if held is None:
            return None
        stale = self._stale(held)
        more = self._cache.links(tie for tie in stale if tie.joined and tie.number not in held)
        if more is None:
            return None
        pool: _Links = {kind: dict(links) for kind, links in self._links.items()}
        for tie in stale:
            stays = (link for link in (held | more).get(tie.number, ()) if not self._is_touched(link))
            pool.setdefault((tie.code, tie.verdict), {}).update(dict.fromkeys(stays))
        made = self._made(pool, {tie.number for tie in stale})
        return None if made is None else self._shown(stale, made + [(each, b"") for each in self._alone])

    def _is_touched(self, link: Kept) -> bool:
        return self._touched.meet(link.left.document, link.right.document)

    def _stale(self, held: Mapping[int, Sequence[Kept]]) -> list[Tie]:
        """The findings with an edited document, or a claim of which a link may have changed; ``held`` are those that are kept."""
        fresh = ((code, link) for (code, _), links in self._links.items() for link in links)
        gone = ((tie.code, link) for tie in self._ties for link in held.get(tie.number, ()) if self._is_touched(link))
        ends = {(code, end.claim) for code, link in chain(fresh, gone) for end in link[:2]}
        edited, may_change = self._touched.edited, self._touched.may_change
        return [
            tie for tie in self._ties
            if (any((tie.code, claim) in ends for claim in tie.claims) or not edited.isdisjoint(tie.documents) if tie.joined
                else may_change(tie.documents))
        ]  # fmt: skip

    def _made(self, pool: _Links, stale: set[int]) -> list[tuple[Finding, bytes]] | None:
        """The findings that the links of ``pool`` make, and these packed."""
        agreeing = self._agreeing(pool, stale)
        if agreeing is None:
            return None
        ends = {end[:2] for held in (pool, agreeing) for links in held.values() for link in links for end in link[:2]}
        more = self._cache.claims(self._before, ends.difference(self._claims))
        if more is None:
            return None
        self._claims |= more
        known = linking.Known(self._claims, lambda path: self._texts.claims([path]), self._touched.census)
        made = list[tuple[Finding, bytes]]()
        for code in sorted({code for code, _ in pool}):
            held = {verdict: links for (each, verdict), links in pool.items() if each == code and links}
            for found in rejoined(code, held, agreeing.get((code, "corroborate"), ()), known):
                made.append((found.finding, _links_told(found)))
        return made

    def _agreeing(self, pool: _Links, stale: set[int]) -> _Links | None:
        """The links of the ``pool``, and of findings that are not ``stale``, that may repeat a claim of a conflict of the ``pool``."""
        conflicts = {code: links for (code, verdict), links in pool.items() if verdict == "conflict"}
        disputed = {code: {end[:2] for link in links for end in link[:2]} for code, links in conflicts.items()}
        stand = [tie for tie in self._ties if tie.joined and tie.verdict == "corroborate" and tie.number not in stale]
        beside = [tie for tie in stand if not disputed.get(tie.code, set()).isdisjoint(tie.claims)]
        held = self._cache.links(beside)
        if held is None:
            return None
        found: _Links = {kind: dict(links) for kind, links in pool.items() if kind[1] == "corroborate"}
        for tie in beside:
            found.setdefault((tie.code, tie.verdict), {}).update(dict.fromkeys(held[tie.number]))
        return found

    def _shown(self, stale: list[Tie], made: list[tuple[Finding, bytes]]) -> Renewal | None:
        """The renewal; what is found may keep conflicts that stand from being shown, or no longer do so."""
        numbers = {tie.number for tie in stale}
        stand = [tie for tie in self._ties if tie.number not in numbers]
        outlines = {tie.number: Outline(tie.code, tie.joined, tie.claims) for tie in stand if tie.verdict == "conflict"}
        outlines |= {-at: outline(each, bool(links)) for at, (each, links) in enumerate(made, 1) if each.verdict == "conflict"}
        silent = untold(outlines)
        fresh = [Entry(each, links, -at not in silent) for at, (each, links) in enumerate(made, 1)]
        turned = [tie for tie in stand if tie.shown == (tie.number in silent)]
        entries = self._cache.numbered(self._before, (tie.number for tie in turned))
        if entries is None:
            return None
        fresh += [entry._replace(shown=not entry.shown) for entry in entries]
        stale = [*stale, *turned]
        told = {tie.fingerprint for tie in stale if tie.shown}.union(each.finding.fingerprint for each in fresh if each.shown)
        gone = {tie.number for tie in stale}
        return Renewal(stale, fresh, [tie.number for tie in stand if tie.shown and tie.fingerprint in told and tie.number not in gone])
