"""Every command shows examples in its help, and each of them runs."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from ledger.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
AUTHOR = ("-c", "user.name=Ash", "-c", "user.email=ash@example.org")


@pytest.fixture(scope="module", params=COMMANDS)
def shown(request, factledger):
    return request.param, factledger(request.param, "--help", COLUMNS="100").stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory, factledger):
    """A git repository with the seeds, a ledger that holds them, and what was verified of it."""
    place = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    for call in (["init", "-q"], ["add", "seeds"], [*AUTHOR, "commit", "-q", "-m", "Seeds"]):
        subprocess.run(["git", *call], cwd=place, check=True)
    for call in (["add", "seeds/"], ["decide", "a9ee6ffb", "verify"], ["export", "--output", "verified.json"]):
        assert factledger(*call, cwd=place, FACTLEDGER_URL="").returncode == 0
    return place


def test_examples_in_help_run(shown, factledger, leaves, folder):
    command, text = shown
    examples = [line.strip() for line in text.splitlines() if line.strip().startswith("factledger ")]
    assert len(examples) >= 2
    for example in examples:
        if command == "review" and "--screenshot" not in example:
            assert leaves(*shlex.split(example)[1:], cwd=folder, FACTLEDGER_URL="", XDG_STATE_HOME=str(folder)) == 0
            continue
        done = factledger(*shlex.split(example)[1:], cwd=folder, FACTLEDGER_URL="")
        assert (example, done.returncode in (0, 1), bool(done.stdout)) == (example, True, True)
        assert f"factledger {command}" in example


def test_the_help_of_all_names_every_command(factledger):
    text = factledger("--help").stdout
    assert [command for command in COMMANDS if f" {command} " not in text] == []


def test_the_version(factledger):
    from ledger import __version__

    assert factledger("--version").stdout == f"factledger {__version__}\n"
