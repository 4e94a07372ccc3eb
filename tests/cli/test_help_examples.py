"""Every command shows examples in its help, and each of them runs."""

from __future__ import annotations

import shlex

import pytest

from ledger.cli import COMMANDS


@pytest.fixture(scope="module", params=COMMANDS)
def shown(request, factledger):
    return request.param, factledger(request.param, "--help", COLUMNS="100").stdout


def test_examples_in_help_run(shown, factledger):
    command, text = shown
    examples = [line.strip() for line in text.splitlines() if line.strip().startswith("factledger ")]
    assert len(examples) >= 2
    for example in examples:
        done = factledger(*shlex.split(example)[1:])
        assert (example, done.returncode in (0, 1), bool(done.stdout)) == (example, True, True)
        assert f"factledger {command}" in example


def test_the_help_of_all_names_every_command(factledger):
    text = factledger("--help").stdout
    assert [command for command in COMMANDS if f" {command} " not in text] == []


def test_the_version(factledger):
    from ledger import __version__

    assert factledger("--version").stdout == f"factledger {__version__}\n"
