"""``factledger schema``: prints and writes what tests/test_schemas.py checks."""

from __future__ import annotations

import pytest

from ledger.cli.schema import file_name, records, schema_text


@pytest.mark.parametrize("name", ["Claim", "claim", "CheckReport"])
def test_a_schema_is_printed(factledger, name):
    record = {record.lower(): record for record in records()}[name.lower()]
    assert factledger("schema", name).stdout == schema_text(record)


def test_all_are_written(factledger, tmp_path):
    assert factledger("schema", "--all", str(tmp_path / "new")).returncode == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()}
    assert written == {file_name(record): schema_text(record) for record in records()}


def test_the_records_are_listed(factledger):
    assert [line.split()[0] for line in factledger("schema").stdout.splitlines()[1:]] == list(records())


def test_an_unknown_record_names_the_nearest(factledger):
    done = factledger("schema", "Clam")
    assert (done.returncode, done.stderr) == (2, "factledger: no record 'Clam'; did you mean 'Claim'?\n")
