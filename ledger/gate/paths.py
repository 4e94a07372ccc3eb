"""Patterns of paths: ``*`` and ``?`` within a part, ``**`` over parts, ``[...]`` one of some characters.

A pattern without a slash fits files of that name in any folder; one that ends in a slash, all that a folder holds.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path


def fits(pattern: str, path: str, folder: Path) -> bool:
    """Whether the document at ``path`` fits ``pattern``, as seen from ``folder``."""
    relative = os.path.relpath(os.path.abspath(path), folder.absolute()).replace(os.sep, "/")
    return _compiled(pattern).fullmatch(relative) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    pattern = pattern.removeprefix("./")
    pattern = f"{pattern}**" if pattern.endswith("/") else pattern
    pattern = pattern if "/" in pattern else f"**/{pattern}"
    parts = re.findall(r"\*\*/|\*\*|\[!?\]?[^\]/]*\]|.", pattern, re.DOTALL)
    try:
        return re.compile("".join(map(_part, parts)), re.DOTALL)
    except re.error:  # a range back to front means nothing, so the pattern is taken as it stands
        return re.compile(re.escape(pattern))


def _part(sign: str) -> str:
    match sign:
        case "**/":
            return "(?:.*/)?"
        case "**":
            return ".*"
        case "*":
            return "[^/]*"
        case "?":
            return "[^/]"
    if len(sign) > 1:
        inside = sign[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[^/{inside[1:]}]" if inside.startswith("!") else f"[{inside.replace('^', chr(92) + '^')}]"
    return re.escape(sign)
