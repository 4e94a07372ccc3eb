"""What the documents show is what the program does."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def _script(name: str) -> Any:
    """A script of docs/ as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


outputs, picture = _script("outputs"), _script("picture")

PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]


def test_the_readme_shows_real_output() -> None:
    page = (ROOT / "README.md").read_text("utf-8")
    assert len(outputs.TOLD.findall(page)) == 2
    assert outputs.readme(page) == page, "stale: run `make docs`"


def test_the_reference_is_not_stale() -> None:
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == outputs.rules(), "stale: run `make docs`"


def test_the_pictures_are_not_stale() -> None:
    for name, drawn in picture.pictures().items():
        assert (ROOT / "docs" / name).read_text("utf-8") == drawn, f"{name} is stale: run `make docs`"


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_points_to_exists(name: str) -> None:
    page = (ROOT / name).read_text("utf-8")
    linked = re.findall(r"\]\(([\w./-]+)\)", page)
    named = [path.split("NAME")[0] for path in re.findall(r"`((?:ledger|seeds|schemas|docs|tests)/[\w./-]*)`", page)]
    assert [path for path in linked + named if not (ROOT / path).exists()] == []


def test_the_way_through_the_house_names_what_stands_there() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    paths = [f"/{path.relative_to(ROOT).as_posix()}" for house in ("ledger", "tui", "benchmarks") for path in (ROOT / house).rglob("*.*")]
    named = re.findall(r"`([\w/]+\.(?:py|tsv|txt))`", page)
    assert [name for name in named if not any(path.endswith(f"/{name}") for path in paths)] == [], "stands there no more"
    rooms = {path.split("/")[-2] for path in paths if path.endswith("/__init__.py")}
    assert [room for room in sorted(rooms) if re.search(rf"`(?:\w+/)*{room}/", page) is None] == [], "is not named"


def test_make_targets_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {target for name in PAGES for target in re.findall(r"make ([a-z]+)\b`", (ROOT / name).read_text("utf-8"))}
    assert named
    assert named <= targets
