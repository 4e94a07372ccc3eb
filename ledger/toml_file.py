"""TOML that people write: read with the line of what is wrong, and the line where a key stands; and values spelled for it."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ledger import patterns as re
from ledger.errors import TomlError
from ledger.printing import UNSAFE_IN_QUOTES

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*[.=]""")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
# The parser's time is the square of a name's length, and a name can fill a file.
_DOTTED = re.compile(r"[\w\-\"']++(?:[ \t]*+\.[ \t]*+[\w\-\"']++)*+")
_MOST_DOTS = 200


class _Section(NamedTuple):
    """The lines below a header: its own line, and the first line of each key."""

    header: str
    line: int
    keys: dict[str, int]


class TomlFile:
    """A file as read: the path to call it by, its text, and what the text says."""

    def __init__(self, path: Path | str, text: str, table: dict[str, Any]):
        self.path, self.text, self.table = Path(path), text, table

    def place(self, header: str = "", key: str = "", number: int = 1) -> str:
        """``path:line`` of ``key`` below the ``number``-th ``header`` (a dotted name, or empty for the top), as near as can be told."""
        line = self.line(header, key, number)
        return f"{self.path}:{line}" if line else str(self.path)

    def line(self, header: str = "", key: str = "", number: int = 1) -> int:
        """The line, from 1, of ``key`` below the ``number``-th ``header``, else that of the header; 0 when neither is found."""
        sections = self._sections.get(header, [])
        if len(sections) < number:
            return 0
        section = sections[number - 1]
        return section.keys.get(key, section.line)

    def span(self, line: int) -> tuple[int, int]:
        """Half-open offsets into the text of a line, from 1, without the blanks around it."""
        lines = self.text.split("\n")[:line]
        start = sum(len(each) + 1 for each in lines[:-1])
        end = start + len(lines[-1].rstrip()) if line else 0
        return end - len(self.text[start:end].lstrip()), end

    @cached_property
    def _sections(self) -> dict[str, list[_Section]]:
        section = _Section("", 0, {})
        found = {"": [section]}
        for number, line in enumerate(self.text.split("\n"), 1):
            opened, key = _HEADER.match(line), _KEY.match(line)
            if opened:
                section = _Section(re.sub(r"[\"'\s]", "", opened[1]), number, {})
                found.setdefault(section.header, []).append(section)
            elif key:
                section.keys.setdefault(key[1], number)
        return found


def toml_file(path: Path) -> TomlFile:
    """The file at ``path``. Raises TomlError for what cannot be read or is not TOML, FileNotFoundError when there is none."""
    import tomllib

    text = ""
    try:
        text = path.read_bytes().decode("utf-8")
        for name in _DOTTED.finditer(text):
            if name[0].count(".") > _MOST_DOTS:
                raise TomlError(str(path), text.count("\n", 0, name.start()) + 1, f"a name has more than {_MOST_DOTS} dots")
        return TomlFile(path, text, tomllib.loads(text))
    except FileNotFoundError:
        raise
    except tomllib.TOMLDecodeError as error:
        at, reason = _AT.search(str(error)), _AT.sub("", str(error))
        raise TomlError(str(path), int(at[1]) if at and at[1] else text.count("\n") + 1, reason) from error
    except (OSError, ValueError, RecursionError) as error:
        raise TomlError(str(path), 0, (error.strerror if isinstance(error, OSError) else "") or str(error)) from error


def toml(value: Any) -> str:
    """A value (text, number, truth, date, list, table) as it is written in a file, on one line; what nobody sees in a text is an escape."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(name)} = {toml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(toml, value))}]"
    return UNSAFE_IN_QUOTES.sub(lambda found: f"\\U{ord(found[0]):08x}", json.dumps(value, ensure_ascii=False))
