"""What was worked out before: the claims of documents by their content, and the findings among sets of documents.

One SQLite file for each set of rules, so that another version never reads it. What cannot be read back, or written,
is worked out again; a file that is damaged is removed. Several processes may use it at a time.
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
from itertools import repeat
from pathlib import Path
from typing import Any, TypeVar

from ledger.pipeline.known import Entry, Known, Run, Tie
from ledger.pipeline.packing import finding_of, links_of, told
from ledger.reading.directives import Directive
from ledger.reconciliation.linking import Kept
from ledger.records import Finding
from ledger.rules import rules, sources

T = TypeVar("T", str, int)
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
        self.trouble = ""
        self._path = folder / f"{_name()}.sqlite"
        self._connection: sqlite3.Connection | None = None
        with self._careful():
            folder.mkdir(parents=True, exist_ok=True)
            if not self._path.exists():
                _tidy(folder)
            self._connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.executescript(_TABLES)

    def known(self, keys: Iterable[str]) -> dict[str, Known]:
        """Of those of ``keys`` that are known, what is kept, not yet the documents themselves (``packed`` is empty)."""
        found = {}
        for some in _batched(sorted(set(keys))):
            for key, claims, marks, said, checksum in self._rows(
                f"SELECT key, claims, marks, directives, checksum FROM documents WHERE key IN ({_places(some)})", some
            ):
                if _checksum(claims, marks, said) == checksum:
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
        return None

    def ties(self, run: Run) -> list[Tie] | None:
        """Of each finding of a run which claims it ties together; None when they are not there as they were kept."""
        rows = self._rows(f"SELECT {_TIED}, tied FROM findings WHERE run = ?", (run.name,))
        if self._connection is None or any(_tied(row[1:-1]) != row[-1] for row in rows):
            return None
        return [
            Tie(number, verdict, code, mark, bool(joined), bool(shown), tuple(claims.split("\0")))
            for number, verdict, code, mark, joined, shown, claims, _ in rows
        ]

    def findings(self, run: Run, verdict: str = "") -> list[Finding] | None:
        """The findings of a run that are shown, or those of one verdict; None when they are not there as they were kept."""
        shown = "run = ?1 AND shown AND (verdict = ?2 OR ?2 = '')"
        rows = self._rows(
            f"SELECT value, findings.checksum, stamp FROM findings JOIN runs ON name = run WHERE {shown}", (run.name, verdict)
        )
        if self._connection is None or any(stamp != run.stamp for _, _, stamp in rows):
            return None
        return _found(row[:2] for row in rows)

    def numbered(self, numbers: Iterable[int]) -> list[Entry] | None:
        """The findings of these numbers; None when they are not there as they were kept."""
        entries = list[Entry]()
        for some in _batched(sorted(set(numbers))):
            rows = self._rows(f"SELECT value, checksum, links, shown FROM findings WHERE number IN ({_places(some)}) ORDER BY number", some)
            found = _found(row[:2] for row in rows)
            if found is None or len(rows) < len(some):
                return None
            entries += [Entry(finding, links, bool(shown)) for finding, (*_, links, shown) in zip(found, rows, strict=True)]
        return entries

    def links(self, ties: Iterable[Tie]) -> dict[int, list[Kept]] | None:
        """The links that make each of these findings, by its number; None when they are not there as they were kept."""
        wanted, found = {tie.number: tie for tie in ties}, {}
        for some in _batched(sorted(wanted)):
            for number, links in self._rows(f"SELECT number, links FROM findings WHERE number IN ({_places(some)})", some):
                with suppress(ValueError):
                    found[number] = links_of(links, wanted[number].claims)
        return found if len(found) == len(wanted) else None

    def replace(self, before: Run | None, after: Run, stale: Sequence[int], fresh: Iterable[Entry]) -> bool:
        """Put ``after`` in the place of ``before``, ``fresh`` findings in that of ``stale`` ones; whether that could be done.

        Without ``before`` all findings of the run make way. It cannot be done when another process has been faster.
        """
        rows = map(_row, repeat(after.name), fresh)
        documents = json.dumps(after.documents)
        with self._writing() as connection:
            if not connection:
                return False
            if before is None:
                connection.execute("DELETE FROM findings WHERE run = ?", (after.name,))
            elif [before.stamp] != [stamp for (stamp,) in connection.execute("SELECT stamp FROM runs WHERE name = ?", (before.name,))]:
                return False
            connection.executemany("DELETE FROM findings WHERE number = ?", [(number,) for number in stale])
            connection.executemany(
                "INSERT INTO findings (run, verdict, code, fingerprint, joined, shown, claims, tied, links, value, checksum)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows,
            )  # fmt: skip
            connection.execute(
                "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?)", (after.name, after.stamp, documents, zlib.crc32(documents.encode()))
            )
            return True
        return False

    def _rows(self, query: str, values: Sequence[str | int]) -> list[tuple[Any, ...]]:
        with self._careful():
            if self._connection:
                return self._connection.execute(query, values).fetchall()
        return []

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


def _found(rows: Iterable[Sequence[Any]]) -> list[Finding] | None:
    """The findings, by value and checksum; None when one of them is not as it was kept."""
    found = list[Finding]()
    for value, checksum in rows:
        if checksum != zlib.crc32(value.encode()):
            return None
        found.append(finding_of(value))
    return found


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
