"""A ledger opens well in Datasette and its like: rows have names, what refers to a row says so, the views tell what one asks first."""

from __future__ import annotations

import sqlite3

import pytest

from ledger.service import Filter, Ledger

from .conftest import refuse

NAMED = {
    "events": "hash", "sources": "label", "documents": "id", "paths": "path", "claims": "id", "findings": "fingerprint",
    "reviewers": "name", "decisions": "label", "checkpoints": "root",
}  # fmt: skip
LINKS = {
    "documents": {"texts", "sources"}, "paths": {"documents"}, "claims": {"documents", "events"}, "findings": {"events"},
    "finding_claims": {"findings", "claims"}, "decisions": {"reviewers"},
}  # fmt: skip


@pytest.fixture
def opened(tmp_path, articles):
    """The file, as any program opens it; a claim is verified, a conflict is open."""
    said = "The mayor said that {} houses were destroyed in Velm on 3 May 2021."
    texts = {"one": said.format(40), "two": said.format(65)}
    with Ledger(str(tmp_path / "ledger.db"), "ana", create=True) as book:
        book.add([articles(**texts)], refuse)
        book.decide(book.claims()[0].id, "verify", "seen")
        book.checkpoint()
        assert [row.status for row in book.findings(Filter(verdict="conflict"))] == ["open"]
    held = sqlite3.connect(f"file:{tmp_path / 'ledger.db'}?mode=ro", uri=True)
    held.row_factory = sqlite3.Row
    yield held
    held.close()


def uniquely_named(held: sqlite3.Connection, table: str) -> list[str]:
    """The text columns of the table that are unique each by itself."""
    types = {row["name"]: row["type"] for row in held.execute(f"PRAGMA table_info({table})")}
    unique = [row["name"] for row in held.execute(f"PRAGMA index_list({table})") if row["unique"]]
    columns = [[row["name"] for row in held.execute(f"PRAGMA index_info({name})")] for name in unique]
    return [column for (column, *more) in columns if not more and types[column].startswith(("VARCHAR", "TEXT"))]


def test_each_table_has_one_unique_text_column_that_names_its_rows(opened):
    assert {table: uniquely_named(opened, table) for table in NAMED} == {table: [name] for table, name in NAMED.items()}


def test_rows_refer_to_rows_that_are_there(opened):
    links = {table: {row["table"] for row in opened.execute(f"PRAGMA foreign_key_list({table})")} for table in LINKS}
    assert links == LINKS
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []


def test_views_tell_what_is_open_and_what_is_verified(opened):
    conflict = opened.execute("SELECT code, mention, path FROM open_conflicts ORDER BY position").fetchall()
    assert [(row["code"], row["mention"]) for row in conflict] == [("X101", "40 houses"), ("X101", "65 houses")]
    verified = opened.execute("SELECT mention, low, reviewer, note, published FROM verified_claims").fetchall()
    assert [tuple(row) for row in verified] == [("40 houses", "40", "ana", "seen", "2021-05-04")]


def test_sentences_can_be_searched(opened):
    found = "SELECT mention FROM claims WHERE seq IN (SELECT rowid FROM claims_search WHERE claims_search MATCH 'houses')"
    assert {row["mention"] for row in opened.execute(found)} >= {"40 houses", "65 houses"}
