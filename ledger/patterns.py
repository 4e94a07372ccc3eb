"""Regular expressions that are compiled when they are first used; to be imported as ``re``, whose names it has.

A start compiles a few of some hundred patterns, which took a third of its time. A mistake in a pattern shows when it is
used, so a test compiles all of them. What ``re`` does not know, the properties of Unicode and a search from the right, is left to
``regex``, which takes longer to load and is slower at the rest.
"""

from __future__ import annotations

import re
from re import DOTALL, IGNORECASE, Match, Pattern, error, escape, findall, fullmatch, search, split, sub
from typing import Any, AnyStr, cast

__all__ = [
    "DOTALL", "IGNORECASE", "I", "M", "Match", "Pattern", "S", "compile", "error", "escape", "findall", "fullmatch",
    "search", "split", "sub",
]  # fmt: skip

I, M, S = re.I, re.M, re.S  # noqa: E741


class _Uncompiled:
    """Stands for a pattern; the first method that is asked for compiles it, and all methods are then its own."""

    def __init__(self, pattern: Any, flags: int):
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = _compiled(self.pattern, self._flags)
        self.__dict__.update((each, getattr(compiled, each)) for each in _METHODS)
        return getattr(compiled, name)


_ONLY_REGEX = (r"\p{", "(?r)")


def _compiled(pattern: Any, flags: int) -> Any:
    if isinstance(pattern, str) and any(mark in pattern for mark in _ONLY_REGEX):
        import regex

        return regex.compile(pattern, flags)
    return re.compile(pattern, flags)


_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "flags", "groups")


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """As ``re.compile``, later."""
    return cast("Pattern[AnyStr]", _Uncompiled(pattern, int(flags)))
