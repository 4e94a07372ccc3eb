"""The shape of the house: imports point down, a start loads little, modules are small and say what they do."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for package in ("ledger", "tui") for path in (ROOT / package).rglob("*.py"))
NAMELESS = {"utils", "util", "helpers", "manager", "base", "common", "misc"}
LONGEST = 400


def test_import_contracts_are_kept():
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_module_has_its_place_in_the_layers():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    placed = {name.strip("() ") for layer in contract["layers"] for name in layer.replace(":", "|").split("|")}
    found = {
        f"ledger.{path.stem}" for path in (ROOT / "ledger").iterdir() if (path.is_dir() or path.suffix == ".py") and path.stem[0] != "_"
    }
    assert found - placed == set()


def test_records_import_pydantic_alone():
    tree = ast.parse((ROOT / "ledger" / "records.py").read_text("utf-8"))
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name for name in named if name.partition(".")[0] not in sys.stdlib_module_names} == {"pydantic"}


LOADED = """
import sys
from ledger.cli import main
sys.argv[1:] = {arguments!r}
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
STORE_AND_SCREEN = {"sqlmodel", "sqlalchemy", "textual", "pint"}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], STORE_AND_SCREEN | {"pydantic", "regex", "ledger.extraction"}),
        (["check", "--help"], STORE_AND_SCREEN | {"regex", "ledger.extraction"}),
        (["add", "--help"], STORE_AND_SCREEN | {"regex", "ledger.extraction", "ledger.service"}),
        (["extract", "seeds/"], STORE_AND_SCREEN | {"babel"}),
        (["rule"], STORE_AND_SCREEN),
        (["check", "seeds/"], STORE_AND_SCREEN | {"babel"}),
    ],
)
def test_a_command_loads_no_more_than_it_needs(arguments, absent):
    done = subprocess.run([sys.executable, "-c", LOADED.format(arguments=arguments)], cwd=ROOT, capture_output=True, text=True)
    assert set(done.stderr.split()) & absent == set()
    assert "ledger.cli" in done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small_and_says_what_it_does(path):
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= LONGEST
    assert path.stem not in NAMELESS


def test_the_lock_names_no_address_and_hashes_everything():
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith("-")] == []
    assert all(below.strip().startswith("--hash=sha256:") for above, below in pairwise(lines) if "==" in above)
