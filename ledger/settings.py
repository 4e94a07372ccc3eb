"""One frozen Settings: ``[tool.factledger]`` of pyproject.toml, or factledger.toml.

The nearest of the two counts, from the working directory upwards; factledger.toml comes first
in one folder. What the command line says counts more.

    [tool.factledger]
    check-format = "concise"
    extract-format = "jsonl"
    verdict = "all"
    ledger = "figures.db"
    aliases = "names.tsv"        a name, a tab, its other names parted by commas; beside the settings
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ledger.errors import UsageError

_NEAR = 0.6
"""How alike two words are, from 0 to 1, for one to be meant by the other."""


@dataclass(frozen=True)
class Settings:
    """Defaults of the command line, each a word as its option takes it."""

    extract_format: str = "table"
    check_format: str = "text"
    verdict: str = "conflict"
    ledger: str = "ledger.db"
    reviewer: str = ""
    aliases: str = ""


def settings(folder: Path | None = None) -> Settings:
    """The settings in force in ``folder`` (the working directory when left out).

    Raises UsageError for a file that is not TOML, an unknown key, or a value that is no text.
    """
    folder = (folder or Path.cwd()).absolute()
    for place in (folder, *folder.parents):
        for name in ("factledger.toml", "pyproject.toml"):
            table = _table(place / name)
            if table is not None:
                return _checked(place / name, table)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
    """What ``path`` sets; None when it is no file or says nothing of this tool."""
    if not path.is_file():
        return None
    import tomllib

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: cannot be read as TOML: {error}") from error
    if path.name == "factledger.toml":
        return found
    table = found.get("tool", {}).get("factledger")
    return table if isinstance(table, dict) else None


def _checked(path: Path, table: dict[str, Any]) -> Settings:
    known = {field.name.replace("_", "-"): field.name for field in fields(Settings)}
    for key, value in table.items():
        if key not in known:
            raise UsageError(f"{path}: unknown key {key!r}{did_you_mean(key, list(known))}")
        if not isinstance(value, str):
            raise UsageError(f"{path}: {key} must be a text in quotes, not {value!r}")
    if table.get("aliases"):
        table = table | {"aliases": str(path.parent / table["aliases"])}
    return Settings(**{known[key]: value for key, value in table.items()})


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """The end of a message about an unknown ``word``: the nearest of ``known``, or all of them when none is near."""
    from difflib import SequenceMatcher

    matchers = {each: SequenceMatcher(None, word, each) for each in known}
    near = max(known, key=lambda each: (matchers[each].ratio(), matchers[each].find_longest_match().size), default="")
    return f"; did you mean {near!r}?" if near and matchers[near].ratio() >= _NEAR else f"; there are {', '.join(known)}"
