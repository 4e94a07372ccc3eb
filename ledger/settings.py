"""One frozen Settings: ``[tool.factledger]`` of pyproject.toml, or factledger.toml.

The nearest of the two counts, from the working directory upwards; factledger.toml comes first
in one folder. What the command line says counts more.

    [tool.factledger]
    check-format = "concise"
    extract-format = "jsonl"
    verdict = "all"
    fail-level = "error"         or warning, or note: the least severity that fails a check
    select = ["X", "A1"]         codes of checks, or how they begin
    ignore = ["X301"]
    baseline = "baseline.toml"   findings that are accepted
    against = ["verified.json"]  exports of verified claims that no text may contradict
    inline-suppressions = false  comments in documents suppress nothing
    exit-zero = true
    statistics = true
    jobs = 2
    cache = false
    cache-dir = ".cache"
    ledger = "figures.db"
    reviewer = "A. Ruiz"
    aliases = "names.tsv"        a name, a tab, its other names parted by commas
    keymap = "vim"               keys of factledger review
    theme = "contrast"           or dark, light, plain: plain has no colours, as with NO_COLOR

    [tool.factledger.per-path-ignores]
    "archive/**" = ["X"]

    [tool.factledger.keys]       own keys of factledger review, by the ids that its help shows
    verify = "v"
    skip = ["n", "space"]

Paths of baseline, against, cache-dir, aliases and per-path-ignores are seen from the folder of the settings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from ledger.errors import UsageError
from ledger.toml_file import TomlFile, toml_file

_NEAR = 0.6
"""How alike two words are, from 0 to 1, for one to be meant by the other."""
VERDICTS = ("conflict", "all")
SEVERITIES = ("error", "warning", "note")
KEYMAPS = ("default", "vim")
THEMES = ("dark", "light", "contrast", "plain")
_TABLE = "tool.factledger"
_PATHS = ("against", "aliases", "baseline", "cache-dir")
_EXPECTED = {str: "a text in quotes", bool: "true or false", int: "a whole number, 0 or more"}


@dataclass(frozen=True)
class Settings:
    """Defaults of the command line, each as its option takes it; ``origins`` says where a setting that is no default was made."""

    extract_format: str = "table"
    check_format: str = "text"
    verdict: str = field(default="conflict", metadata={"choices": VERDICTS})
    fail_level: str = field(default="note", metadata={"choices": SEVERITIES})
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"table": 'a table of paths with lists of codes ("archive/**" = ["X101"])'}
    )
    baseline: str = ""
    against: tuple[str, ...] = ()
    inline_suppressions: bool = True
    exit_zero: bool = False
    statistics: bool = False
    jobs: int = 0
    cache: bool = True
    cache_dir: str = ""
    ledger: str = "ledger.db"
    reviewer: str = ""
    aliases: str = ""
    keymap: str = field(default="default", metadata={"choices": KEYMAPS})
    keys: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict, metadata={"table": 'a table of actions with a key or a list of keys (verify = "v")', "lone": True}
    )
    theme: str = field(default="dark", metadata={"choices": THEMES})
    folder: Path = field(default=Path(), compare=False, metadata={"told": False})
    origins: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False, metadata={"told": False})

    def with_options(self, given: Mapping[str, Any]) -> Settings:
        """The same with what the command line gives: what is None, empty or 0 was left out. Raises UsageError for an unknown word."""
        values: dict[str, Any] = {name: value for name, value in given.items() if value or value is False}
        told = {each.name: f"--{_option(each.name)}" for each in fields(self)}
        for each in fields(self):
            choices = each.metadata.get("choices")
            if choices and each.name in values and values[each.name] not in choices:
                raise UsageError(f"{told[each.name]}: {values[each.name]!r} is unknown{did_you_mean(values[each.name], choices)}")
        return self.overridden({name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}, told)

    def overridden(self, values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
        """The same with ``values``, each of which was made where ``origins`` says."""
        changed: dict[str, Any] = {**values, "origins": dict(self.origins) | {name: origins[name] for name in values}}
        return replace(self, **changed)

    def chosen(self, name: str, known: Sequence[str]) -> str:
        """The word that ``name`` is set to, when ``known`` holds it; else UsageError with the place of the setting."""
        word: str = getattr(self, name)
        if word not in known:
            origin = self.origin(name)
            where = origin if origin.startswith("--") else f"{origin}: {_key(name)}"
            raise UsageError(f"{where}: {word!r} is unknown{did_you_mean(word, known)}")
        return word

    def origin(self, name: str) -> str:
        """Where ``name`` (or ``keys.verify``, an entry of a table) was set, as ``path:line``; ``default`` when it was not."""
        return self.origins.get(name, "default")


def known_settings() -> dict[str, Field[Any]]:
    """The settings by their keys."""
    return {_key(each.name): each for each in fields(Settings) if each.metadata.get("told", True)}


def settings(folder: Path | None = None) -> Settings:
    """The settings in force in ``folder`` (the working directory when left out).

    Raises UsageError, with file and line, for a file that is not TOML, an unknown key, or a value that cannot be used.
    """
    folder = (folder or Path.cwd()).absolute()
    for place in (folder, *folder.parents):
        for name in ("factledger.toml", "pyproject.toml"):
            found = _table(place / name)
            if found is not None:
                return _checked(*found)
    return Settings()


def _table(path: Path) -> tuple[TomlFile, str, dict[str, Any]] | None:
    """The file at ``path``, the header of its settings and what they are; None when it is no file or says nothing of this tool."""
    if path.name == "factledger.toml" and path.is_dir():
        raise UsageError(f"{path}: is a folder; expected a file of settings")
    if not path.is_file() or (path.name == "pyproject.toml" and not _mentions_us(path)):
        return None
    found = toml_file(path)
    if path.name == "factledger.toml":
        return found, "", found.table
    tool = found.table.get("tool")
    table = tool.get("factledger") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise UsageError(f"{found.place('tool', 'factledger')}: factledger must be a table of settings, [{_TABLE}], not {table!r}")
    return (found, _TABLE, table) if table is not None else None


def _mentions_us(path: Path) -> bool:
    """Whether the file can hold settings of this tool, or cannot be read at all."""
    try:
        return b"factledger" in path.read_bytes()
    except OSError:
        return True


def _checked(file: TomlFile, header: str, table: dict[str, Any]) -> Settings:
    known = known_settings()
    values, origins = dict[str, Any](), dict[str, str]()
    for key, value in table.items():
        below = f"{header}.{key}".lstrip(".")
        place = file.place(below) if isinstance(value, dict) and file.line(below) else file.place(header, key)
        if key not in known:
            raise UsageError(f"{place}: unknown key {key!r}{did_you_mean(key, list(known))}")
        setting = known[key]
        values[setting.name] = _value(setting, value, f"{place}: {key}")
        origins[setting.name] = place
        if isinstance(value, dict):
            origins |= {f"{setting.name}.{each}": file.place(below, each) if file.line(below) else place for each in value}
        if key in _PATHS and value:
            at = file.path.parent
            values[setting.name] = str(at / value) if isinstance(value, str) else tuple(str(at / each) for each in value)
    return Settings(**values, folder=file.path.parent, origins=origins)


def _value(setting: Field[Any], value: Any, where: str) -> Any:
    """``value`` as the setting holds it. Raises UsageError."""
    default = {} if setting.default is MISSING else setting.default
    if isinstance(default, dict):
        lone = str if setting.metadata.get("lone") else ()
        if not isinstance(value, dict) or not all(isinstance(each, lone) or _is_list_of_texts(each) for each in value.values()):
            raise UsageError(f"{where} must be {setting.metadata['table']}, not {value!r}")
        return {name: (each,) if isinstance(each, str) else tuple(each) for name, each in value.items()}
    if isinstance(default, tuple):
        if not _is_list_of_texts(value):
            raise UsageError(f'{where} must be a list of texts (["X101"]), not {value!r}')
        return tuple(value)
    if type(value) is not type(default) or (isinstance(value, int) and value < 0):
        raise UsageError(f"{where} must be {_EXPECTED[type(default)]}, not {value!r}")
    choices = setting.metadata.get("choices")
    if choices and value not in choices:
        raise UsageError(f"{where}: {value!r} is unknown{did_you_mean(value, choices)}")
    return value


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _option(name: str) -> str:
    """The option of the command line that says what the setting ``name`` says."""
    return _key(name.removeprefix("check_").removeprefix("extract_"))


def _key(name: str) -> str:
    return name.replace("_", "-")


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """The end of a message about an unknown ``word``: the nearest of ``known``, or all of them when none is near."""
    from difflib import SequenceMatcher

    matchers = {each: SequenceMatcher(None, word, each) for each in known}
    near = max(known, key=lambda each: (matchers[each].ratio(), matchers[each].find_longest_match().size), default="")
    return f"; did you mean {near!r}?" if near and matchers[near].ratio() >= _NEAR else f"; there are {', '.join(known)}"
