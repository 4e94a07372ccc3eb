"""The findings among many documents: what was worked out before, by their content, is not worked out again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from ledger.allocation import uncollected
from ledger.errors import CheckError, ReadingError
from ledger.pipeline.known import Known, Run
from ledger.pipeline.packing import origin_of, packed, unpacked
from ledger.pipeline.running import Progress, claimed, line_starts, of_files
from ledger.reading import OnError, find, key_of, shown
from ledger.reading.directives import directives
from ledger.reconciliation import findings, in_order, meetings
from ledger.records import Claim, Document, Finding
from ledger.reports import Origin, Outcome

if TYPE_CHECKING:
    from ledger.pipeline.authority import Authority
    from ledger.pipeline.cache import Cache

_STANDARD_INPUT = "-"
_REMEMBERED = 64


class _Entry(NamedTuple):
    path: str
    key: str
    known: Known


def check(
    paths: Iterable[str], on_error: OnError, progress: Progress | None = None, jobs: int = 1,
    cache: Callable[[Sequence[str]], Cache | None] = lambda files: None, verdict: str = "",
    authority: Authority | None = None, *, once: bool = False,
) -> Outcome:  # fmt: skip
    """All findings among the claims of ``paths``, and between them and those of an ``authority``; with a ``verdict`` at least all of that.

    What cannot be read, and what a fault of the program keeps from being compared, goes to ``on_error``; all else is told.
    ``cache`` says, of the files, whether and where results are kept; of paths that are asked for ``once`` only the documents.
    Of a document no more is held than its claims, packed.
    """
    asked = list(paths)
    files = list(find(asked, on_error))
    kept = cache(files) if _STANDARD_INPUT not in files else None
    texts = _Texts(files, kept, authority)
    texts.read(on_error, progress, jobs)
    if kept is None or once:
        found = texts.findings(jobs, on_error)
    else:
        named = [os.getcwd(), asked, *([authority.key] if authority else [])]
        name = hashlib.blake2s(json.dumps(named).encode(), digest_size=10).hexdigest()
        with uncollected():
            try:
                found = _remembered(texts, kept, name, verdict, jobs)
            except CheckError:
                found = texts.findings(jobs, on_error)  # what is found all the same is told, and not kept
    ordered = in_order(authority.named(found) if authority else found)
    said = {path: held for path, key in texts.keys.items() if (held := texts.known[key].directives)}
    count = sum(texts.known[key].claims for key in texts.keys.values())
    return Outcome(len(texts.keys), count, ordered, _Origins(texts), directives=said)


class _Texts:
    """The documents of a check in their order, each by its content's key; in memory, packed, only what the cache does not have."""

    def __init__(self, files: Sequence[str], cache: Cache | None, authority: Authority | None):
        self._files, self._cache, self.authority = files, cache, authority
        self.keys: dict[str, str] = {}
        self.known: dict[str, Known] = {}

    def read(self, on_error: OnError, progress: Progress | None, jobs: int) -> None:
        """Find out the claims of every file, as far as they are not known."""
        keys = dict(self._keys()) if self._cache else {}
        self.known = self._cache.known(keys.values()) if self._cache else {}
        missing = [file for file in self._files if keys.get(shown(file)) not in self.known]
        fresh = {entry.path: entry for entry in of_files(partial(_entry, met=self._cache is not None), missing, on_error, progress, jobs)}
        keys |= {path: entry.key for path, entry in fresh.items()}
        self.known |= {entry.key: entry.known for entry in fresh.values()}
        self.keys = {path: keys[path] for path in map(shown, self._files) if keys.get(path) in self.known}
        if self._cache and fresh:
            self._cache.keep((entry.key, entry.known) for entry in fresh.values())

    def _keys(self) -> Iterator[tuple[str, str]]:
        for file in self._files:
            try:
                yield shown(file), key_of(file)
            except ReadingError:
                continue  # whoever reads it says so

    def claims(self, paths: Iterable[str] | None = None) -> list[Claim]:
        """The claims of the documents at ``paths``, of all when left out."""
        return [claim for path in (self.keys if paths is None else paths) for claim in self._unpacked(path)]

    def _unpacked(self, path: str) -> list[Claim]:
        try:
            return unpacked(self._held(path), path)
        except ValueError:
            return unpacked(self._again(path), path)

    def findings(self, jobs: int, on_fault: OnError) -> list[Finding]:
        """All findings among the claims of every document and of the authority, but for what a fault of the program costs."""
        return findings(self.beside(), self.authority.origins if self.authority else (), jobs, on_fault)

    def beside(self) -> list[Claim]:
        """The claims of every document and of the authority."""
        claims = self.claims()
        return [*claims, *self.authority.beside(claims)] if self.authority else claims

    def packed(self, path: str) -> bytes:
        """A document, packed; read again when what was kept of it is lost."""
        held = self._held(path)
        try:
            origin_of(held)
        except ValueError:
            return self._again(path)
        return held

    def _held(self, path: str) -> bytes:
        key = self.keys[path]
        return self.known[key].packed or (self._cache.packed(key) if self._cache else b"")

    def _again(self, path: str) -> bytes:
        entry = _entry(*claimed(next(file for file in self._files if shown(file) == path)), met=True)
        if self._cache:
            self._cache.tell_damage()
            self._cache.keep([(entry.key, entry.known)])
        return entry.known.packed


class _Origins(Mapping[str, Origin]):
    """Where documents come from, looked up when a report asks; a few are remembered, since a document may have many findings."""

    def __init__(self, texts: _Texts):
        self._texts = texts
        self._looked_up = lru_cache(_REMEMBERED)(self._origin)

    def __getitem__(self, path: str) -> Origin:
        return self._looked_up(path)

    def _origin(self, path: str) -> Origin:
        held = self._texts.authority.origins.get(path) if self._texts.authority else None
        return held or origin_of(self._texts.packed(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.keys)

    def __len__(self) -> int:
        return len(self._texts.keys)


def _entry(document: Document, claims: list[Claim], met: bool = False) -> _Entry:
    """What is known of a document, with what it is ``met`` by when it is to be kept."""
    known = Known(len(claims), meetings(claims) if met else (), packed(document, claims, line_starts(document.text)), directives(document))
    return _Entry(document.path, key_of(document.path, document.id), known)


def _remembered(texts: _Texts, cache: Cache, name: str, verdict: str, jobs: int) -> list[Finding]:
    """The findings of the run ``name``: as they were kept, or only those among what an edit affects found again, or all."""
    from ledger.pipeline.updating import entries, updated  # loads SQLite, which a check without a cache has no use for

    before = cache.run(name)
    after = Run(name, os.urandom(16).hex(), list(texts.keys.items()))
    if before is not None:
        changed = set(before.documents) ^ set(after.documents)
        apart = not texts.authority  # what it vouches for meets all documents
        if not changed and (found := cache.findings(before, verdict)) is not None:
            return found
        if changed and apart and updated(texts, cache, before, after) and (found := cache.findings(after, verdict)) is not None:
            return found
    kept = entries(texts.beside(), texts.authority.origins if texts.authority else (), jobs)
    cache.replace(None, after, (), kept)
    return [each.finding for each in kept if each.shown]
