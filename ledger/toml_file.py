"""TOML that people write: read with the line of what is wrong, and the line where a key stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from ledger.errors import UsageError

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]")
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")


class TomlFile(NamedTuple):
    """A file as read: where it stands, its text, and what the text says."""

    path: Path
    text: str
    table: dict[str, Any]

    def place(self, header: str = "", key: str = "", number: int = 1) -> str:
        """``path:line`` of ``key`` below the ``number``-th ``header`` (a dotted name, or empty for the top), as near as can be told."""
        line = self.line(header, key, number)
        return f"{self.path}:{line}" if line else str(self.path)

    def line(self, header: str = "", key: str = "", number: int = 1) -> int:
        """The line, from 1, of ``key`` below the ``number``-th ``header``, else that of the header; 0 when neither is found."""
        wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""") if key else None
        inside, found, at = not header, 0, 0
        for place, line in enumerate(self.text.splitlines(), 1):
            opened = _HEADER.match(line)
            if opened:
                is_ours = re.sub(r"[\"'\s]", "", opened[2]) == header
                found += is_ours
                inside = is_ours and found == number
                at = place if inside else at
            elif inside and wanted is not None and wanted.match(line):
                return place
        return at


def toml_file(path: Path) -> TomlFile:
    """The file at ``path``. Raises UsageError, with the line, for what cannot be read or is not TOML; OSError when there is none."""
    import tomllib

    try:
        text = path.read_text("utf-8")
        return TomlFile(path, text, tomllib.loads(text))
    except FileNotFoundError:
        raise
    except tomllib.TOMLDecodeError as error:
        at, reason = _AT.search(str(error)), _AT.sub("", str(error))
        line = int(at[1]) if at and at[1] else text.count("\n") + 1
        raise UsageError(f"{path}:{line}: cannot be read as TOML: {reason}") from error
    except (OSError, ValueError, RecursionError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        raise UsageError(f"{path}: cannot be read as TOML: {reason}") from error
