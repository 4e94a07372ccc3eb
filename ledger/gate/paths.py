"""Patterns of paths: ``*`` and ``?`` within a part, ``**`` for parts, ``[...]`` one of some characters.

A pattern without a slash fits files of that name in any folder; one that ends in a slash, all that a folder holds.
Matching takes no more than the product of the two lengths, whatever the pattern.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from ledger import patterns as re

S = TypeVar("S")
T = TypeVar("T")
_SIGN = re.compile(r"\*+|\[!?\]?[^\]]*\]|.", re.DOTALL)
_RANGE = re.compile(r"(.)-(.)|(.)", re.DOTALL)


def fits(pattern: str, path: str, folder: Path) -> bool:
    """Whether the document at ``path`` fits ``pattern``, as seen from ``folder``."""
    relative = os.path.relpath(os.path.abspath(path), folder.absolute()).split(os.sep)
    return _matches(_parts(pattern), relative, lambda part: part == ("**",), _fits_part)


@cache
def _parts(pattern: str) -> tuple[tuple[str, ...], ...]:
    """The parts of a pattern, each as its signs."""
    pattern = pattern.removeprefix("./")
    pattern = f"{pattern}**" if pattern.endswith("/") else pattern
    pattern = pattern if "/" in pattern else f"**/{pattern}"
    return tuple(tuple(_SIGN.findall(part)) for part in pattern.split("/"))


def _fits_part(signs: tuple[str, ...], part: str) -> bool:
    return _matches(signs, part, lambda sign: sign.startswith("*"), _fits_letter)


def _fits_letter(sign: str, letter: str) -> bool:
    if sign == "?" or sign == letter:
        return True
    if len(sign) < 3:
        return False
    inside = sign[1:-1].removeprefix("!")
    ranges = ((found[1] or found[3], found[2] or found[3]) for found in _RANGE.finditer(inside))
    return any(low <= letter <= high for low, high in ranges) != (len(inside) < len(sign) - 2)


def _matches(signs: Sequence[S], items: Sequence[T], is_any: Callable[[S], bool], fits_one: Callable[[S, T], bool]) -> bool:
    """Whether ``signs`` fit all ``items``; one that is any fits as many as there are. Only the last such one is ever tried again."""
    at, place, again, resumed = 0, 0, -1, 0
    while place < len(items):
        if at < len(signs) and is_any(signs[at]):
            again, resumed = at, place
            at += 1
        elif at < len(signs) and fits_one(signs[at], items[place]):
            at, place = at + 1, place + 1
        elif again >= 0:
            resumed += 1
            at, place = again + 1, resumed
        else:
            return False
    return all(map(is_any, signs[at:]))
