"""The tables' versions: what migrations make is what the program expects, up and down, with data."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from ledger.service import Filter
from ledger.store.database import HEAD, Database
from ledger.store.migration import FOLDER, migrate

from .conftest import refuse

OWN = (
    "claims_search", "claims_places", "claims_left", "findings_search", "ix_claims_value", "ix_documents_begun", "ix_claims_rule_unit_turn",
)  # fmt: skip
"""What the databases have in their own words: what the full-text search keeps, an index of an expression, and what one of them needs."""


def test_the_program_knows_the_last_version():
    assert ScriptDirectory(str(FOLDER)).get_current_head() == HEAD


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_make_the_tables_that_the_program_expects(ledger):
    with ledger._database.reading() as connection:
        found = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    assert [change for change in found if not str(getattr(change[1], "name", "")).startswith(OWN)] == []


def test_down_and_up_again_keeps_everything(ledger, place, articles):
    told = "About {} percent of voters in Osten backed the plan."
    ledger.add([articles(fire="In Velm 40 houses burned down.", one=told.format(30), two=told.format(60))], refuse)
    ledger.decide(ledger.claims()[0].id, "verify")
    state, checkpoint = ledger.state(), ledger.verify()
    sifted = ledger.queue(filter=Filter(words="voters", unit="percent"))
    with ledger._database.writing() as connection:
        migrate(connection, "0001")
    assert ledger._database.version() == "0001"
    held = Database(place)  # brings it up to date
    assert held.version() == HEAD
    held.close()
    assert (ledger.state(), ledger.verify([checkpoint])) == (state, checkpoint)
    assert [row.text for row in ledger.claims(Filter(words="burned"))] == ["40 houses"]
    assert ledger.queue(filter=Filter(words="voters", unit="percent")) == sifted
    assert [row.of for row in sifted] == ["finding", "claim", "claim"]


def test_down_to_nothing_and_up(ledger):
    with ledger._database.writing() as connection:
        migrate(connection, "base")
        migrate(connection, HEAD)
    assert ledger.claims() == []
