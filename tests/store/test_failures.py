"""A ledger that cannot be used is told in one line with status 2, and nothing is harmed."""

from __future__ import annotations

import ctypes
import os
import resource
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import event

from ledger.errors import StoreError, UsageError
from ledger.service import Filter, Ledger
from ledger.store import database
from ledger.store.rows import put, streamed
from ledger.store.tables import LOCKS

from .conftest import fresh_schema, refuse

ROOT = Path(__file__).parents[2]
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


def as_anybody() -> None:
    """Without root's leave to ignore what files permit."""
    for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
        ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def run(*arguments: str, cwd: Path, setup=None, **changes: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "FACTLEDGER_REVIEWER": "ana", "FACTLEDGER_WAIT": "0.3", **changes}
    command = [sys.executable, "-m", "ledger", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, preexec_fn=setup, check=False)


def refused(done: subprocess.CompletedProcess[str], said: str) -> None:
    """One line, status 2."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("factledger: ")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


@pytest.fixture
def made(tmp_path):
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    with Ledger(str(tmp_path / "ledger.db"), "ana", create=True) as book:
        book.add([str(tmp_path / "fire.txt")], refuse)
    return tmp_path


@pytest.mark.parametrize("command", [["claims"], ["findings"], ["stats"], ["log"], ["verify"], ["rebuild"], ["decide", "--undo"]])
def test_no_ledger(tmp_path, command):
    refused(run(*command, cwd=tmp_path), "ledger.db: there is no ledger; factledger add PATH... makes one")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"not a database at all, but a text of some length", "is no ledger"), (b"SQLite format 3\0" + b"x" * 5000, "is no ledger")],
)
def test_a_file_that_is_no_ledger(tmp_path, content, said):
    (tmp_path / "ledger.db").write_bytes(content)
    refused(run("claims", cwd=tmp_path), said)
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    refused(run("add", "fire.txt", cwd=tmp_path), said)
    assert (tmp_path / "ledger.db").read_bytes() == content


def test_a_damaged_ledger(made):
    with open(made / "ledger.db", "r+b") as file:
        for page in range(4, (made / "ledger.db").stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 16)
    refused(run("verify", cwd=made), "ledger.db: is damaged; restore a copy of it")


def test_what_a_driver_says_of_rows_by_the_thousand_is_told_too(ledger):
    with pytest.raises(StoreError, match=r"the database refuses: .*nothing"), ledger._database.reading() as connection:
        list(streamed(connection, "SELECT nothing"))
    with pytest.raises(StoreError, match=r"the database refuses: .*nothing"), ledger._database.writing() as connection:
        put(connection, LOCKS, ["nothing"], [("a",)] * 50)


def test_a_database_of_something_else(tmp_path):
    with sqlite3.connect(tmp_path / "ledger.db") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    refused(run("add", "fire.txt", cwd=tmp_path), "is no ledger: it holds other tables (recipes)")


def test_a_ledger_of_a_newer_version(made):
    with sqlite3.connect(made / "ledger.db") as held:
        held.execute("UPDATE alembic_version SET version_num = '0999'")
    held.close()
    refused(run("claims", cwd=made), f"was written by a newer factledger (tables 0999, known up to {database.HEAD}); update factledger")


def test_a_locked_ledger(made):
    held = sqlite3.connect(made / "ledger.db", isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    claim = held.execute("SELECT id FROM claims").fetchone()[0]
    refused(run("decide", claim, "verify", cwd=made), "is being written to by another process; try again")
    assert run("claims", cwd=made).returncode == 0  # reading goes on
    held.execute("ROLLBACK")
    held.close()


def test_a_folder_that_does_not_exist(tmp_path):
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    refused(run("add", "fire.txt", "--ledger", "nowhere/ledger.db", cwd=tmp_path), "the folder nowhere does not exist")


@pytest.mark.parametrize("held", ["folder", "file"])
def test_read_only(made, held):
    with Ledger(str(made / "ledger.db")) as book:
        claim = book.claims()[0].id
    (made / "ledger.db").chmod(0o444)
    made.chmod(0o555)
    command = ("decide", claim, "verify") if held == "file" else ("add", "fire.txt", "--ledger", "other.db")
    done = run(*command, cwd=made, setup=as_anybody)
    made.chmod(0o755)
    refused(done, "cannot be")
    assert run("verify", cwd=made).returncode == 0


def test_a_ledger_is_read_where_nothing_may_be_written(made):
    """As on a read-only disk; where a log beside it says more than the file does, the file alone is not taken for the ledger."""
    home = made / "100% #read? only"
    home.mkdir()
    (made / "ledger.db").rename(home / "ledger.db")
    with Ledger(str(home / "ledger.db")) as book:
        claim = book.claims()[0].id
    content = (home / "ledger.db").read_bytes()
    home.chmod(0o555)
    assert [run(each, cwd=home, setup=as_anybody).returncode for each in ("claims", "findings", "verify")] == [0, 0, 0]
    refused(run("decide", claim, "verify", cwd=home, setup=as_anybody), "cannot be written: the file or its folder is read-only")
    home.chmod(0o755)
    held = sqlite3.connect(home / "ledger.db", isolation_level=None)
    held.execute("UPDATE claims SET reason = 'so it is'")
    (made / "kept").write_bytes((home / "ledger.db-wal").read_bytes())
    held.close()
    (home / "ledger.db").write_bytes(content)
    (made / "kept").rename(home / "ledger.db-wal")
    home.chmod(0o555)
    done = run("claims", cwd=home, setup=as_anybody)
    home.chmod(0o755)
    refused(done, "copy it, and its -wal, to one that may")


@pytest.mark.parametrize(
    ("beside", "still"),
    [
        ({}, True), ({"-wal": b"", "-shm": b"x"}, False), ({"-wal": b"more", "-shm": b"x"}, False), ({"-wal": b"more"}, False),
        ({"-wal": b""}, True), ({"-shm": b"x"}, True),
    ],
)  # fmt: skip
def test_a_file_is_all_of_a_ledger_where_no_log_can_be(tmp_path, monkeypatch, beside, still):
    path = tmp_path / "ledger.db"
    path.touch()
    for ending, content in beside.items():
        Path(f"{path}{ending}").write_bytes(content)
    assert not database.is_still(str(path))
    monkeypatch.setattr(database.os, "access", lambda folder, mode: False)
    assert database.is_still(str(path)) is still
    assert not database.is_still(str(tmp_path / "none.db"))


def test_a_full_disk(made):
    """No file may grow beyond what it has: what a full disk says, as far as one can have it without a disk."""
    size = (made / "ledger.db").stat().st_size
    (made / "more.txt").write_text(" ".join(f"In Velm {at} houses burned down." for at in range(2, 300)), "utf-8")
    done = run("add", "more.txt", cwd=made, setup=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    refused(done, "the disk is full")
    done = run("verify", cwd=made)
    assert (done.returncode, done.stdout.split()[0]) == (0, "3")
    assert "1 document added" in run("add", "more.txt", cwd=made).stdout


def test_a_full_database(made):
    with Ledger(str(made / "ledger.db"), "ana") as book:
        engine = book._database._engine
        event.listen(engine, "connect", lambda driver, _: driver.execute("PRAGMA max_page_count=1"))  # the same error as a full disk
        engine.dispose()  # the connections from now on have the limit
        (made / "more.txt").write_text(" ".join(f"In Velm {at} houses burned down." for at in range(2, 300)), "utf-8")
        with pytest.raises(StoreError, match=r"the disk is full; make room and try again \(nothing of this step was kept\)"):
            book.add([str(made / "more.txt")], refuse)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("postgresql+psycopg://nobody@127.0.0.1:1/none", "cannot be reached"),
        ("mysql://x/y", "expected a path, sqlite:///PATH or postgresql+psycopg://"),
        ("://", "cannot be read"),
    ],
)
def test_an_address_that_leads_nowhere(tmp_path, place, said):
    refused(run("claims", "--ledger", place, cwd=tmp_path), said)


def test_a_password_is_not_told(tmp_path):
    done = run("claims", "--ledger", "postgresql+psycopg://ana:secret@127.0.0.1:1/none", cwd=tmp_path)
    refused(done, "cannot be reached")
    assert "secret" not in done.stderr


@pytest.fixture
def served(server, tmp_path):
    """A ledger on the server, with one claim; its URL."""
    place = fresh_schema(server)
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    with Ledger(place, "ana", create=True) as book:
        book.add([str(tmp_path / "fire.txt")], refuse)
    return place


def plainly(url: str, *statements: str) -> None:
    """As somebody else does it, behind the ledger's back."""
    import psycopg

    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def reload(server: str) -> None:
    """Have the server read its settings again, and wait until a new connection is of those."""
    import psycopg

    def read() -> object:
        with psycopg.connect(server.replace("+psycopg", "")) as connection:
            return connection.execute("SELECT pg_conf_load_time()").fetchone()

    before = read()
    plainly(server, "SELECT pg_reload_conf()")
    while read() == before:
        time.sleep(0.01)


def test_a_database_that_the_server_does_not_have(server, tmp_path):
    refused(run("claims", "--ledger", server.replace("/postgres?", "/missing?"), cwd=tmp_path), 'database "missing" does not exist')


def test_a_wrong_password(server, tmp_path):
    hba = Path(server.partition("host=")[2]) / "pg_hba.conf"
    permitted = hba.read_text("utf-8")
    hba.write_text("local all locked scram-sha-256\n" + permitted, "utf-8")
    plainly(server, "CREATE ROLE locked LOGIN PASSWORD 'right'")
    reload(server)
    done = run("claims", "--ledger", server.replace("postgres:@", "locked:secret@"), cwd=tmp_path)
    hba.write_text(permitted, "utf-8")
    reload(server)
    plainly(server, "DROP ROLE locked")
    refused(done, 'password authentication failed for user "locked"')
    assert "secret" not in done.stderr


def test_a_schema_of_something_else(server, tmp_path):
    place = fresh_schema(server)
    plainly(place, "CREATE TABLE recipes (name TEXT)")
    (tmp_path / "fire.txt").write_text("In Velm 40 houses burned down.", "utf-8")
    refused(run("add", "fire.txt", "--ledger", place, cwd=tmp_path), "is no ledger: it holds other tables (recipes)")


def test_a_ledger_of_a_newer_version_on_a_server(served, tmp_path):
    plainly(served, "UPDATE alembic_version SET version_num = '0999'")
    refused(run("claims", "--ledger", served, cwd=tmp_path), "was written by a newer factledger (tables 0999")


def test_a_locked_ledger_on_a_server(served, tmp_path):
    import psycopg

    with psycopg.connect(served.replace("+psycopg", "")) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", (database._LOCK,))
        refused(run("decide", "--undo", "--ledger", served, cwd=tmp_path), "is being written to by another process; try again")
        assert run("claims", "--ledger", served, cwd=tmp_path).returncode == 0  # reading goes on


def test_a_connection_that_the_server_ends(served):
    others = "FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'test of endings'"
    ended = f"SELECT pg_terminate_backend(pid, 60000) {others}"  # waits until they have ended
    with Ledger(f"{served}&application_name=test%20of%20endings", "ana") as book:
        claims = book.claims()
        plainly(served, ended)
        assert book.claims() == claims  # a new one is made
        with pytest.raises(StoreError, match="the server has ended the connection"):
            _written(book, lambda: plainly(served, ended))
        assert book.claims() == claims
        book.verify()


def _written(book: Ledger, meanwhile) -> None:
    """Something is written, and ``meanwhile`` happens while it is."""
    with book._database.writing() as connection:
        meanwhile()
        connection.exec_driver_sql("SELECT 1")


@pytest.mark.parametrize("word", ["\0", "a\0b", "\0*", "\ud800", "Ann\ud800*"])
def test_a_filter_of_what_no_text_holds_finds_nothing(ledger, articles, word):
    ledger.add([articles(one="In Velm 40 houses burned down, Ann Brandt said.", two="In Velm 50 houses burned down.")], refuse)
    for name in ("kind", "status", "document", "speaker", "unit", "code", "verdict", "assigned"):
        asked = Filter(**{name: word})
        assert (ledger.queue(filter=asked), ledger.claims(asked), ledger.findings(asked), ledger.count(asked)) == ([], [], [], 0)


def test_what_no_database_can_be_asked_for_is_told(ledger, articles):
    ledger.add([articles(fire="In Velm 40 houses burned down.")], refuse)
    claim = ledger.claims()[0].id
    assert ledger.undo(2**40) is None
    assert ledger.log(before=2**40)
    for ask in (lambda: ledger.undo(2**70), lambda: ledger.claims(size=2**70), lambda: ledger.claim("abc\ud800d")):
        with pytest.raises(StoreError):
            ask()
    for wrong in ({"action": "correct", "fields": {"counted": "a\ud800"}}, {"action": "note", "note": "a\ud800"}):
        with pytest.raises(UsageError, match="no text"):
            ledger.decide(claim, **wrong)
    assert ledger.verify().size == len(list(ledger.events()))


def test_a_character_that_a_server_does_not_keep_is_named(served):
    with Ledger(served, "ana") as book, pytest.raises(StoreError, match=r"the database refuses: .*NUL"):
        book.decide(book.claims()[0].id, "note", "a\0b")
