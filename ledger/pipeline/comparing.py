"""The claims that stand in a ledger compared: all of them, or, where it is known what was found before, those that a change can concern."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ledger.pipeline.known import Entry, Known, Run
from ledger.reconciliation import in_order, meetings, reconcile
from ledger.records import Claim, Finding
from ledger.rules import rules
from ledger.store import chain, reconciling, restored
from ledger.store.database import Database
from ledger.store.reconciling import Compared

if TYPE_CHECKING:
    from ledger.pipeline.cache import Cache

_TRIES = 3
_FEW = 300
"""Documents up to which all are compared sooner than it is found out which need be."""


def compare(database: Database, by: str, clock: Callable[[], str], jobs: int = 1) -> Compared:
    """Compare the claims that stand, when they have changed since; again, a few times, when others write meanwhile.

    Many are compared by ``jobs`` processes. Raises StoreError and WorkerError; nothing is written then.
    """
    for attempt in range(_TRIES):
        with database.reading() as connection:
            if not reconciling.is_due(connection, rules()):
                return Compared()
            seen, before = reconciling.through(connection), reconciling.last(connection)
            documents = restored.standing(connection)
            name = f"ledger {chain.first(connection)}"
        comparison = _Comparison(database, documents, name, before.hash if before else "", jobs)
        change = comparison.change()
        with database.writing() as connection:
            if reconciling.through(connection) == seen or attempt == _TRIES - 1:
                done = reconciling.compare(connection, change.findings, seen, rules(), by, clock(), change.only)
                now = reconciling.last(connection)
                break
    if now is not None:
        change.keep(now.hash)
    return done


class _Change(NamedTuple):
    """What was found: all, or what has the fingerprints ``only``; ``keep`` keeps it for the next time, under the hash of its event."""

    findings: list[Finding]
    only: set[str] | None
    keep: Callable[[str], object]


class _Comparison:
    """The documents of a ledger, each at the path that its claims name; what was found the last time is kept under ``before``."""

    def __init__(self, database: Database, documents: dict[int, int], name: str, before: str, jobs: int):
        self._database, self._name, self._before, self._jobs = database, name, before, jobs
        self._by_key = {f"{name} {document} {event}": document for document, event in documents.items()}
        self.keys: dict[str, str] = {}
        self.known: dict[str, Known] = {}
        self._cache = _opened() if before and len(documents) > _FEW else None

    def change(self) -> _Change:
        """What is to be told to the ledger."""
        cache = self._cache
        run = cache.run(self._name) if cache else None
        if cache and run is not None and run.stamp == self._before and (change := self._changed(cache, run)):
            return change
        if cache is None:
            with self._database.reading() as connection:
                claims = list(restored.current_claims(connection))
            self._apart()
            return _Change(reconcile(claims, self._jobs), None, lambda stamp: None)
        with self._database.reading() as connection:
            held = restored.claims_in(connection, list(self._by_key.values()))
        self._apart()
        made = worked_out([claim for claims in held.values() for claim in claims], self._jobs)
        return _Change(in_order(each.finding for each in made if each.shown), None, lambda stamp: self._kept(cache, held, made, stamp))

    def _apart(self) -> None:
        """No process of a pool shares a connection."""
        if self._jobs > 1:
            self._database.close()

    def claims(self, paths: Iterable[str] | None = None) -> list[Claim]:
        """The claims of the documents at ``paths``, of all when left out."""
        wanted = [self._by_key[self.keys[path]] for path in (self.keys if paths is None else paths)]
        with self._database.reading() as connection:
            return [claim for claims in restored.claims_in(connection, wanted).values() for claim in claims]

    def _changed(self, cache: Cache, before: Run) -> _Change | None:
        """What differs from ``before``; None when all must be compared to know."""
        from ledger.pipeline.updating import renewed

        placed = {key: path for path, key in before.documents}
        with self._database.reading() as connection:
            come = [document for key, document in self._by_key.items() if key not in placed]
            fresh = self._known(restored.claims_in(connection, come))
        stay = {path: key for key, path in placed.items() if key in self._by_key}
        if fresh is None or not stay.keys().isdisjoint(fresh):
            return None
        self.keys = dict(sorted((stay | {path: key for path, (key, _) in fresh.items()}).items()))
        cache.keep(fresh.values())
        self.known = cache.known(self.keys.values())
        if len(self.known) < len(self.keys):
            return None
        after = Run(self._name, self._before, list(self.keys.items()))
        renewal = renewed(self, cache, before, after)
        alike = cache.numbered(before, renewal.alike) if renewal else None
        if renewal is None or alike is None:
            return None
        told = [*renewal.findings, *(each.finding for each in alike)]
        only = {tie.fingerprint for tie in renewal.stale}.union(each.fingerprint for each in told)
        numbers, entries = [tie.number for tie in renewal.stale], renewal.fresh
        return _Change(in_order(told), only, lambda stamp: cache.replace(before, after._replace(stamp=stamp), numbers, entries))

    def _kept(self, cache: Cache, held: dict[int, list[Claim]], found: Sequence[Entry], stamp: str) -> None:
        if (known := self._known(held)) is not None:
            cache.keep(known.values())
            cache.replace(None, Run(self._name, stamp, [(path, key) for path, (key, _) in sorted(known.items())]), (), found)

    def _known(self, held: dict[int, list[Claim]]) -> dict[str, tuple[str, Known]] | None:
        """What is kept of documents, and under which key, by their paths; None when one has several, or one is that of several."""
        found: dict[str, tuple[str, Known]] = {}
        for key, document in self._by_key.items():
            if claims := held.get(document):
                paths = {claim.document for claim in claims}
                if len(paths) > 1 or not paths.isdisjoint(found):
                    return None
                ordered = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end))
                found[paths.pop()] = key, Known(len(claims), meetings(ordered), b"")
        return found


def worked_out(claims: Sequence[Claim], jobs: int) -> list[Entry]:
    """All findings among ``claims``, to be kept."""
    from ledger.pipeline.updating import entries

    return entries(claims, jobs=jobs)


def _opened() -> Cache | None:
    """Where results are kept, when the settings have them kept."""
    from pathlib import Path

    from ledger.pipeline.cache import Cache, home
    from ledger.settings import settings

    chosen = settings()
    return Cache(Path(chosen.cache_dir) if chosen.cache_dir else home()) if chosen.cache else None
