"""What was worked out before: the claims of documents by their content, and the findings among sets of documents.

One SQLite file for each set of rules, so that another version never reads it. What cannot be read back, or written,
is worked out again; that a file is damaged is said once, and one that is no database any more is removed. Several processes may use it
at a time.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeVar

from ledger.pipeline.known import Entry, Known, Run, Tie
from ledger.pipeline.packing import claim_of, claim_told, finding_of, links_of, told
from ledger.reading.directives import Directive
from ledger.reconciliation.linking import Kept
from ledger.records import Claim, Finding
from ledger.rules import rules, sources

T = TypeVar("T", str, int)
Name = tuple[str, str]
"""A claim's document and its id."""
_TABLES = """
    CREATE TABLE IF NOT EXISTS documents (
        key TEXT PRIMARY KEY, claims INTEGER, marks TEXT, directives TEXT, packed BLOB, checksum INTEGER
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS runs (name TEXT PRIMARY KEY, stamp TEXT, documents TEXT, checksum INTEGER);
    CREATE TABLE IF NOT EXISTS findings (
        number INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT, verdict TEXT, code TEXT, fingerprint TEXT, joined INTEGER, shown INTEGER,
        claims TEXT, tied INTEGER, links BLOB, value TEXT, checksum INTEGER
    );
    CREATE INDEX IF NOT EXISTS findings_of_run ON findings (run, verdict);
    CREATE TABLE IF NOT EXISTS claims (
        run TEXT, document TEXT, id TEXT, value TEXT, checksum INTEGER, PRIMARY KEY (run, document, id)
    ) WITHOUT ROWID;
"""
_TIED = "number, verdict, code, fingerprint, joined, shown, claims"
_PATIENCE = 10.0
"""Seconds to wait for another process."""
_UNUSED = 14 * 24 * 3600
"""Seconds after which a file of other rules is removed."""
_PACKED_BY = ("pipeline",)


class Cache:
    """The file in ``folder`` for the rules that are installed; ``trouble`` says why it cannot be used, and is empty when it can."""

    def __init__(self, folder: Path):
        self.trouble, self._is_told = "", False
        self._path = folder / f"{_name()}.sqlite"
        self._connection: sqlite3.Connection | None = None
        self._held: dict[str, dict[Name, Claim]] = {}  # of each run
        with self._careful():
            folder.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                _tidy(folder)
            self._connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_TABLES)

    def tell_damage(self) -> None:
        """Say, once, that something is not as it was kept."""
        if not self._is_told:
            import logging

            self._is_told = True
            logging.getLogger(__name__).warning("%s: the file is damaged; what was kept there is worked out again", self._path)

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """Of those of ``keys`` that are known, what is kept, not yet the documents themselves (``packed`` is empty)."""
        found = {}
        for some in _batched(sorted(set(keys))):
            for key, claims, marks, said, checksum in self._rows(
                f"SELECT key, claims, marks, directives, checksum FROM documents WHERE key IN ({_places(some)})", some
            ):
                if _checksum(claims, marks, said) != checksum:
                    self.tell_damage()
                else:
                    found[key] = Known(claims, tuple(filter(None, marks.split("\n"))), b"", _directives(said))
        return found

    def packed(self, key: str) -> bytes:
        """The document, packed; empty when it is unknown."""
        return next((row[0] for row in self._rows("SELECT packed FROM documents WHERE key = ?", (key,))), b"")

    def keep(self, documents: Iterable[tuple[str, Known]]) -> None:
        """Keep documents by their keys."""
        rows = [
            (key, known.claims, marks := "\n".join(known.marks), said := _said(known), known.packed, _checksum(known.claims, marks, said))
            for key, known in documents
        ]
        with self._writing() as connection:
            if connection:
                connection.executemany("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)", rows)

    def run(self, name: str) -> Run | None:
        """The run of that name, when there is one."""
        for stamp, documents, checksum in self._rows("SELECT stamp, documents, checksum FROM runs WHERE name = ?", (name,)):
            if zlib.crc32(documents.encode()) == checksum:
                return Run(name, stamp, [(path, key) for path, key in json.loads(documents)])
            self.tell_damage()
        return None

    def ties(self, run: Run) -> list[Tie] | None:
        """Of each finding of a run which claims it ties together; None when they are not there as they were kept."""
        rows = self._rows(f"SELECT {_TIED}, tied FROM findings WHERE run = ?", (run.name,))
        if any(_tied(row[1:-1]) != row[-1] for row in rows):
            self.tell_damage()
            return None
        if self._connection is None:
            return None
        return [
            Tie(number, verdict, code, mark, bool(joined), bool(shown), tuple(claims.split("\0")))
            for number, verdict, code, mark, joined, shown, claims, _ in rows
        ]

    def findings(self, run: Run, verdict: str = "") -> list[Finding] | None:
        """The findings of a run that are shown, or those of one verdict; None when they are not there as they were kept."""
        shown = "run = ?1 AND shown AND (verdict = ?2 OR ?2 = '')"
        with self._at_once():
            rows = self._rows(
                f"SELECT value, findings.checksum, claims, stamp FROM findings JOIN runs ON name = run WHERE {shown}", (run.name, verdict)
            )
            if self._connection is None or any(stamp != run.stamp for *_, stamp in rows):
                return None
            return self._found(run, [row[:3] for row in rows])

    def numbered(self, run: Run, numbers: Iterable[int]) -> list[Entry] | None:
        """The findings of a run that have these numbers; None when they are not there as they were kept."""
        entries = list[Entry]()
        for some in _batched(sorted(set(numbers))):
            with self._at_once():
                rows = self._rows(
                    f"SELECT value, checksum, claims, links, shown FROM findings WHERE number IN ({_places(some)}) ORDER BY number", some
                )
                found = self._found(run, [row[:3] for row in rows])
            if found is None or len(rows) < len(some):
                return None
            entries += [Entry(finding, links, bool(shown)) for finding, (*_, links, shown) in zip(found, rows, strict=True)]
        return entries

    def claims(self, run: Run, names: Iterable[Name]) -> dict[Name, Claim] | None:
        """The claims that findings of a run are on, by path and id; None when they are not there as they were kept.

        They are kept apart from the findings: one that grows by a claim is written anew, and may have thousands.
        """
        held = self._held.setdefault(run.name, {})
        wanted = set(names)
        connection = self._connection
        with self._careful():
            query = "SELECT value, checksum FROM claims WHERE run = ? AND document = ? AND id = ?"
            cursor = connection.cursor() if connection else None
            for name in sorted(wanted.difference(held)):
                row = cursor.execute(query, (run.name, *name)).fetchone() if cursor else None
                if row is None:  # another process has been faster
                    break
                value, checksum = row
                if checksum != zlib.crc32(value.encode()):
                    self.tell_damage()
                    break
                held[name] = claim_of(value)
        return {name: held[name] for name in wanted} if wanted <= held.keys() else None

    def _found(self, run: Run, rows: Sequence[Sequence[Any]]) -> list[Finding] | None:
        """The findings, by value, checksum and the names of their claims; None when one of them is not as it was kept."""
        if any(checksum != zlib.crc32(value.encode()) for value, checksum, _ in rows):
            self.tell_damage()
            return None
        named = [_names(claims) for *_, claims in rows]
        claims = self.claims(run, chain.from_iterable(named))
        if claims is None:
            return None
        return [finding_of(value, map(claims.__getitem__, names)) for (value, *_), names in zip(rows, named, strict=True)]

    def links(self, ties: Iterable[Tie]) -> dict[int, list[Kept]] | None:
        """The links that make each of these findings, by its number; None when they are not there as they were kept."""
        wanted, found = {tie.number: tie for tie in ties}, {}
        for some in _batched(sorted(wanted)):
            for number, links in self._rows(f"SELECT number, links FROM findings WHERE number IN ({_places(some)})", some):
                try:
                    found[number] = links_of(links, wanted[number].claims)
                except ValueError:
                    self.tell_damage()
        return found if len(found) == len(wanted) else None

    def replace(self, before: Run | None, after: Run, stale: Sequence[int], fresh: Iterable[Entry]) -> bool:
        """Put ``after`` in the place of ``before``, ``fresh`` findings in that of ``stale`` ones; whether that could be done.

        Without ``before`` all findings of the run make way. It cannot be done when another process has been faster.
        """
        fresh, documents, held = list(fresh), json.dumps(after.documents), self._held.setdefault(after.name, {})
        rows = map(_row, repeat(after.name), fresh)
        changed = {path for path, _ in set(before.documents) ^ set(after.documents)} if before else set[str]()
        for name in [name for name in held if before is None or name[0] in changed]:
            del held[name]
        claims = {(claim.document, claim.id): claim for entry in fresh for claim in entry.finding.claims}
        missing = {name: claim for name, claim in claims.items() if name not in held}
        with self._writing() as connection:
            if not connection:
                return False
            if before is None:
                connection.execute("DELETE FROM findings WHERE run = ?", (after.name,))
                connection.execute("DELETE FROM claims WHERE run = ?", (after.name,))
            elif [before.stamp] != [stamp for (stamp,) in connection.execute("SELECT stamp FROM runs WHERE name = ?", (before.name,))]:
                return False
            else:
                connection.executemany("DELETE FROM claims WHERE run = ? AND document = ?", [(after.name, path) for path in changed])
            connection.executemany("DELETE FROM findings WHERE number = ?", [(number,) for number in stale])
            told = ((name, claim_told(claim)) for name, claim in missing.items())
            connection.executemany(
                "INSERT OR IGNORE INTO claims VALUES (?, ?, ?, ?, ?)",
                ((after.name, *name, value, zlib.crc32(value.encode())) for name, value in told),
            )
            connection.executemany(
                "INSERT INTO findings (run, verdict, code, fingerprint, joined, shown, claims, tied, links, value, checksum)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows,
            )  # fmt: skip
            connection.execute(
                "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)", (after.name, after.stamp, documents, zlib.crc32(documents.encode()))
            )
            held |= missing
            return True
        return False

    def _rows(self, query: str, values: Sequence[str | int]) -> list[tuple[Any, ...]]:
        with self._careful():
            if self._connection:
                return self._connection.execute(query, values).fetchall()
        return []

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """What is read meanwhile is of one moment."""
        self._rows("BEGIN", ())
        try:
            yield
        finally:
            self._rows("COMMIT", ())

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection | None]:
        """A transaction; no connection when there can be none."""
        connection = self._connection
        with self._careful():
            if connection:
                connection.execute("BEGIN IMMEDIATE")
        if self._connection is None:
            yield None
            return
        with self._careful():
            try:
                yield connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """What goes wrong with the file ends its use; a damaged one is removed, one that is only in use stays."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            self._connection = None
            if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
                self.tell_damage()
                for end in ("", "-wal", "-shm"):
                    with suppress(OSError):
                        os.remove(f"{self._path}{end}")
            else:
                self.trouble = (getattr(error, "strerror", None) or str(error)).lower()


def _name() -> str:
    """What tells a file from those of other rules, of another Python, or that were packed in another way."""
    told = f"{rules()} {sources(_PACKED_BY)} {sys.version} {sys.byteorder}"
    return hashlib.blake2s(told.encode(), digest_size=10).hexdigest()


def home() -> Path:
    """Where caches of this program belong: XDG_CACHE_HOME, else the place that the system has for them."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):
        return Path(named) / "factledger"
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "factledger"


def _row(run: str, entry: Entry) -> tuple[str | int | bytes, ...]:
    """A finding as it is kept."""
    finding = entry.finding
    claims = "\0".join(f"{claim.document}\0{claim.id}" for claim in finding.claims)
    tied = finding.verdict, finding.code, finding.fingerprint, int(bool(entry.links)), int(entry.shown), claims
    value = told(finding)
    return run, *tied, _tied(tied), entry.links, value, zlib.crc32(value.encode())


def _tied(tied: Iterable[str | int]) -> int:
    return zlib.crc32("\n".join(map(str, tied)).encode())


def _names(claims: str) -> list[Name]:
    """The path and the id of each claim of a finding."""
    told = claims.split("\0")
    return list(zip(told[::2], told[1::2], strict=True))


def _said(known: Known) -> str:
    """The directives of a document as text; most have none."""
    return json.dumps(known.directives) if known.directives else ""


def _directives(said: str) -> tuple[Directive, ...]:
    return tuple(Directive(*each) for each in json.loads(said)) if said else ()


def _checksum(claims: int, marks: str, said: str) -> int:
    return zlib.crc32(f"{claims}\n{marks}\n{said}".encode())


def _tidy(folder: Path) -> None:
    """Remove the files of other rules that nobody has used for long."""
    for path in folder.glob("*.sqlite*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _UNUSED:
                path.unlink()


def _batched(keys: list[T]) -> Iterator[list[T]]:
    return (keys[at : at + 500] for at in range(0, len(keys), 500))


def _places(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
