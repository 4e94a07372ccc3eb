"""``factledger rule``: everything that is declared can be shown."""

from __future__ import annotations

import json

import pytest

from ledger.cli.rule import entries

ENTRIES = entries()


def test_the_table_lists_every_declaration(factledger):
    lines = factledger("rule").stdout.splitlines()
    assert [line for line, entry in zip(lines[1:], ENTRIES, strict=True) if not line.startswith(f"{entry.code}  {entry.name} ")] == []


@pytest.mark.parametrize("group", ["quantity", "exclusion", "check"])
def test_a_declaration_is_shown_with_its_manual_and_examples(factledger, group):
    entry = next(entry for entry in ENTRIES if entry.group == group)
    for word in (entry.code, entry.code.lower(), entry.name):
        shown = factledger("rule", word).stdout
        assert f"{entry.code} {entry.name} ({group}" in shown
        assert entry.manual in shown
        assert all(line in shown for lines in entry.cases.values() for line in lines)


def test_json_holds_the_same(factledger):
    assert json.loads(factledger("rule", "--format", "json").stdout) == [entry._asdict() for entry in ENTRIES]
    assert json.loads(factledger("rule", ENTRIES[0].code, "--format", "json").stdout) == [ENTRIES[0]._asdict()]


def test_markdown_has_a_heading_a_rule(factledger):
    shown = factledger("rule", "--format", "markdown").stdout.splitlines()
    assert [line for line in shown if line.startswith("## ")] == [f"## {entry.code} {entry.name}" for entry in ENTRIES]


def test_every_declaration_has_a_manual_and_examples():
    assert [entry.code for entry in ENTRIES if not entry.manual or not entry.cases] == []


def test_an_unknown_code_names_the_nearest(factledger):
    done = factledger("rule", ENTRIES[0].code + "9")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"did you mean {ENTRIES[0].code!r}?" in done.stderr
