"""The shape of the house: imports point down, a start loads little, modules are small and say what they do."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from re import _constants, _parser

import pytest
import regex

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
        (["extract", "seeds/"], STORE_AND_SCREEN | {"babel", "pydantic"}),
        (["rule"], STORE_AND_SCREEN),
        (["check", "seeds/"], STORE_AND_SCREEN | {"babel", "pydantic", "typer"}),
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


def _patterns(value, depth=0):
    """The compiled patterns in a value of a module, those in its tables included."""
    if isinstance(value, re.Pattern | regex.Pattern) or type(value).__module__ == "ledger.patterns":
        yield value
    elif isinstance(value, dict | list | tuple | set | frozenset) and depth < 3:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each, depth + 1)


def _looks_back_first(pattern):
    """Whether a search with ``pattern``, or with one of its alternatives, looks back from every place of the text."""
    try:
        return _leads(_parser.parse(pattern))
    except re.error:  # what only the module regex knows
        return re.search(r"(?:^|\|)\(*(?:\?:)?\(\?<[=!]", pattern) is not None


def _leads(items):
    for code, operand in items:
        if code in (_constants.ASSERT, _constants.ASSERT_NOT):
            if operand[0] < 0:
                return True
        elif code is _constants.SUBPATTERN:
            return _leads(operand[-1])
        elif code is _constants.ATOMIC_GROUP:
            return _leads(operand)
        elif code is _constants.BRANCH:
            return any(map(_leads, operand[1]))
        elif code in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            if operand[0] or _leads(operand[2]):
                return _leads(operand[2])
        elif code is not _constants.AT:
            return False
    return False


def test_no_pattern_begins_with_a_lookbehind():
    names = [each.name for package in ("ledger", "tui") for each in pkgutil.walk_packages([str(ROOT / package)], f"{package}.")]
    loaded = [importlib.import_module(name) for name in names if not name.endswith("__main__") and ".migrations." not in name]
    assert all(pattern.groups >= 0 for module in loaded for value in vars(module).values() for pattern in _patterns(value))  # compiles them
    compiled = {(module.__name__, pattern.pattern) for module in loaded for value in vars(module).values() for pattern in _patterns(value)}
    written = {(str(path), pattern) for path in MODULES for pattern in _inline(ast.parse(path.read_text("utf-8")))}
    assert len(compiled) > 300
    assert [(where, pattern) for where, pattern in compiled | written if _looks_back_first(pattern)] == []


def _inline(tree):
    """The patterns that are given to a function of ``re`` or ``regex`` where it is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            given = node.args[0] if node.func.value.id in ("re", "regex") and node.args else None
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                yield given.value


@pytest.mark.parametrize(
    ("pattern", "looks"),
    [
        (r"(?<!\w)a", True), (r"(?:b|(?<=c)a)", True), (r"(?:(?<=c)a)*b", True), (r"(?<!\d)\p{L}", True),
        (r"a(?<!ba)", False), (r"\b(?:a|b(?<=cb))", False), (r"\p{L}(?<!\d.)", False),
    ],
)  # fmt: skip
def test_a_leading_lookbehind_is_seen(pattern, looks):
    assert _looks_back_first(pattern) == looks


def test_the_lock_names_no_address_and_hashes_everything():
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    assert [line for line in lines if "://" in line or line.startswith("-")] == []
    assert all(below.strip().startswith("--hash=sha256:") for above, below in pairwise(lines) if "==" in above)
