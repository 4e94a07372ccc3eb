"""The one door to the database: opens a ledger, SQLite or PostgreSQL, for reading or for writing.

A writer has the lock before it reads anything: ``BEGIN IMMEDIATE``, or an advisory lock in PostgreSQL.
What goes wrong with a database is told as one line (StoreError).
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError, SQLAlchemyError

from ledger.errors import StoreError, reason
from ledger.store.search import says

HEAD = "0010"
"""The version of the tables that this program writes: the last migration."""

WAIT = 60.0
"""Seconds that a writer waits for another one; FACTLEDGER_WAIT says otherwise."""

_PAUSE, _ASKED_AGAIN = 0.002, (0.001, 0.008)
"""Seconds that a process leaves the lock to others between two writes, and after which one that waits asks for it again."""

CACHE = 64
"""Megabytes of a file's pages that a connection keeps in memory."""

LOG = 128
"""Megabytes to which the log beside a file grows before the next that writes moves it into the file; ``tidy`` does so sooner.

What is added changes the same pages of the indexes again and again: with 64 it takes a seventh more writing.
"""

_MAGIC = b"SQLite format 3\0"
_OURS = 0x464C6467
_LOCK = 0x464C6467
_STEPS = 20_000
"""SQLite's steps after which it is asked whether an answer is still wanted: about a millisecond."""

_WANTED: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)
_FAILURES = {
    "SQLITE_BUSY": "is being written to by another process; try again when it is done",
    "SQLITE_LOCKED": "is being written to by another process; try again when it is done",
    "SQLITE_FULL": "could not be written: the disk is full; make room and try again (nothing of this step was kept)",
    "SQLITE_IOERR": "could not be written or read: the disk is full or failing (nothing of this step was kept)",
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only",
    "SQLITE_CANTOPEN": "cannot be opened: its folder does not exist or may not be written; copy it, and its -wal, to one that may",
    "SQLITE_NOTADB": "is no ledger: expected a file that factledger add has made",
    "SQLITE_CORRUPT": "is damaged; restore a copy of it",
    "SQLITE_INTERRUPT": "the answer is wanted no more",
    "SQLITE_PERM": "cannot be opened: permission denied",
    "SQLITE_AUTH": "cannot be opened: permission denied",
    "55P03": "is being written to by another process; try again when it is done",
    "53100": "could not be written: the server's disk is full (nothing of this step was kept)",
    "57P01": "cannot be reached: the server has ended the connection; try again",
    "25006": "cannot be written: the server is read-only",
    "42501": "cannot be used: the server denies permission",
}
"""What the databases' own codes mean; of PostgreSQL's see Appendix A of its manual."""


def address(ledger: str) -> URL:
    """The URL of a ledger given as a path or as a URL. Raises StoreError for what is neither."""
    if "://" not in ledger:
        return URL.create("sqlite", database=ledger)
    try:
        url = make_url(ledger)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"the ledger's address cannot be read: {error}") from error
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise StoreError(f"{url.drivername}: expected a path, sqlite:///PATH or postgresql+psycopg://...")
    return url


class Database:
    """A ledger's database. ``name`` is what messages call it: the path, or the URL without its password."""

    def __init__(self, ledger: str, *, create: bool = False, wait: float | None = None, cache: int = CACHE):
        self.url = address(ledger)
        self.embedded = self.url.drivername == "sqlite"
        self.name = self.url.database or "ledger" if self.embedded else self.url.render_as_string()
        self._wait = wait if wait is not None else float(os.environ.get("FACTLEDGER_WAIT") or WAIT)
        self._written, self._cache = -_PAUSE, cache
        if self.embedded:
            self._look_at_file(create)
        try:
            self._engine = self._started()
            told = {} if self.embedded else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            self._reader = self._engine.execution_options(**told)
        except (NoSuchModuleError, ImportError) as error:
            raise StoreError(f"{self.name}: the driver is not installed: {error}") from error
        try:
            self._brought_up_to_date(create)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state throughout."""
        with self._told(), self._reader.connect() as connection, connection.begin(), _watched(connection):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; what it wrote is on the disk when the block is left, or nothing of it."""
        with self._told(), self._engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE", wait=self._wait)
            if time.monotonic() - self._written < _PAUSE:
                time.sleep(_PAUSE)
            with connection.begin():
                if not self.embedded:
                    wait = text("SELECT set_config('lock_timeout', :wait, true)")
                    connection.execute(wait, {"wait": f"{max(1, int(self._wait * 1000))}ms"})
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection
            if self.embedded:
                self._written = time.monotonic()

    def tidy(self) -> None:
        """Move what stands in the log beside a file into the file, as far as nobody reads it there; others may write meanwhile."""
        if self.embedded:
            with self._told(), self._engine.connect() as plain:
                plain.execution_options(begin="").exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def version(self) -> str:
        """The last migration that the database has seen; empty when it is no ledger yet."""
        with self.reading() as connection:
            return _version(connection)

    def _look_at_file(self, create: bool) -> None:
        path = Path(self.url.database or "")
        try:
            with open(path, "rb") as file:
                head = file.read(len(_MAGIC))
        except FileNotFoundError as error:
            if not create:
                raise StoreError(f"{self.name}: there is no ledger; factledger add PATH... makes one") from error
            if not path.parent.is_dir():
                raise StoreError(f"{self.name}: the folder {path.parent} does not exist") from error
        except OSError as error:
            raise StoreError(f"{self.name}: cannot be opened: {reason(error)}") from error
        else:
            if head not in (_MAGIC, b""):
                raise StoreError(f"{self.name}: {_FAILURES['SQLITE_NOTADB']}")

    def _started(self) -> Engine:
        if not self.embedded:
            engine = create_engine(self.url, connect_args={"connect_timeout": 10}, pool_pre_ping=True)
            event.listen(engine, "connect", _prepare_there)
            return engine
        told: dict[str, Any] = {"connect_args": {"timeout": self._wait, "check_same_thread": False}}
        if is_still(path := self.url.database or ""):
            address = f"file:{quote(os.path.abspath(path))}?immutable=1"
            told = {"creator": partial(sqlite3.connect, address, uri=True, check_same_thread=False)}
        engine = create_engine(self.url, **told)
        event.listen(engine, "connect", partial(_prepare, self._cache))
        event.listen(engine, "begin", _begin)
        return engine

    def _brought_up_to_date(self, create: bool) -> None:
        """Tables as this program knows them, made or migrated where they must be."""
        found = self.version()
        if found == HEAD:
            return
        if not found and not create:
            raise StoreError(f"{self.name}: there is no ledger; factledger add PATH... makes one")
        if found > HEAD:
            raise StoreError(f"{self.name}: was written by a newer factledger (tables {found}, known up to {HEAD}); update factledger")
        from ledger.store.migration import migrate

        if self.embedded:
            with self._told(), self._engine.connect() as plain:
                plain.execution_options(begin="").exec_driver_sql("PRAGMA journal_mode=WAL")
        with self.writing() as connection:
            if _version(connection) != HEAD:
                migrate(connection, HEAD)
                if self.embedded:
                    connection.exec_driver_sql(f"PRAGMA application_id={_OURS}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(f"{self.name}: {_reason(error.orig)}") from error
        except SQLAlchemyError as error:
            raise StoreError(f"{self.name}: {_first_line(error)}") from error
        except OverflowError as error:
            raise StoreError(f"{self.name}: no database counts that far: {error}") from error
        except UnicodeEncodeError as error:
            raise StoreError(f"{self.name}: expected text, found {error.object[error.start : error.end]!a}, which is none") from error
        except self._engine.dialect.loaded_dbapi.Error as error:  # where rows are read and put by the driver itself
            raise StoreError(f"{self.name}: {_reason(error)}") from error


def is_still(path: str) -> bool:
    """Whether the file holds all of a ledger that nobody writes: nothing may be written beside it, as on a read-only disk, and no log is
    there that somebody has open or that says more. SQLite would make a log to read it, and has to be told that it need not.
    """
    log, shared = Path(f"{path}-wal"), Path(f"{path}-shm")
    if not os.path.isfile(path) or os.access(os.path.dirname(os.path.abspath(path)), os.W_OK):
        return False
    return not log.exists() or (log.stat().st_size == 0 and not shared.exists())


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """What is read within ends with a StoreError soon after ``wanted`` says that nobody waits for it any more.

    SQLite asks it every few milliseconds, in the reading thread; PostgreSQL reads to the end.
    """
    token = _WANTED.set(wanted)
    try:
        yield
    finally:
        _WANTED.reset(token)


@contextmanager
def _watched(connection: Connection) -> Iterator[None]:
    wanted, driver = _WANTED.get(), connection.connection.driver_connection
    if wanted is None or not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.set_progress_handler(lambda: not wanted(), _STEPS)
    try:
        yield
    finally:
        driver.set_progress_handler(None, 0)


def _version(connection: Connection) -> str:
    names = _tables(connection)
    if "alembic_version" in names and "events" in names:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
    if names - {"alembic_version"}:
        raise StoreError(f"{connection.engine.url.database}: is no ledger: it holds other tables ({', '.join(sorted(names)[:3])})")
    return ""


def _tables(connection: Connection) -> set[str]:
    if connection.dialect.name == "sqlite":
        listing = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    else:
        listing = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    return set(connection.execute(text(listing)).scalars())


def _prepare(cache: int, connection: Any, record: Any) -> None:
    """Every connection to SQLite: transactions are begun by us, a commit is on the disk, triggers see replaced rows.

    Beginnings of words are told as PostgreSQL tells them, capitals from small letters, and are looked up in an index.
    """
    connection.isolation_level = None
    connection.create_function("says", 2, says, deterministic=True)
    sizes = (f"cache_size=-{cache * 1024}", f"wal_autocheckpoint={LOG * 256}")
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "recursive_triggers=ON", "case_sensitive_like=ON", *sizes):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_there(connection: Any, record: Any) -> None:
    """Every connection to PostgreSQL: which index is short depends on what is asked for, and no page is worth compiling for.

    Other processes to help are started only for what takes much longer than they take to start.
    """
    for setting in ("plan_cache_mode = force_custom_plan", "jit = off", "parallel_setup_cost = 50000"):
        connection.execute(f"SET {setting}")
    connection.commit()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    begin = options.get("begin", "BEGIN")
    if "wait" in options:
        _begin_in_turn(connection, begin, options["wait"])
    elif begin:
        connection.exec_driver_sql(begin)


def _begin_in_turn(connection: Connection, begin: str, wait: float) -> None:
    """Begin as soon as no other process writes, at most ``wait`` seconds from now.

    SQLite itself asks ten times a second: of many writers that each begin again at once one may never have its turn.
    """
    until = time.monotonic() + wait
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    try:
        while not _begun(connection, begin, until):
            time.sleep(random.uniform(*_ASKED_AGAIN))
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={int(wait * 1000)}")


def _begun(connection: Connection, begin: str, until: float) -> bool:
    try:
        connection.exec_driver_sql(begin)
    except OperationalError as error:
        if time.monotonic() > until or not str(getattr(error.orig, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
            raise
        return False
    return True


def _reason(origin: BaseException | None) -> str:
    """One line on what the driver said of the database."""
    code = getattr(origin, "sqlite_errorname", None) or getattr(origin, "sqlstate", None) or ""
    for known, meaning in _FAILURES.items():
        if code == known or code.startswith(f"{known}_"):
            return meaning
    if isinstance(origin, sqlite3.Error) or code or type(origin).__name__ == "DataError":
        return f"the database refuses: {_first_line(origin)}"
    return f"cannot be reached: {_first_line(origin)}"


def _first_line(error: object) -> str:
    return str(error).strip().partition("\n")[0]
