"""Which codes of checks are asked for: by their codes, or by how codes begin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ledger.errors import UsageError
from ledger.registry import declared

_LONGEST = 8
"""Characters of a word that are held against codes."""


class Selection(NamedTuple):
    """Codes that are asked for, and codes that are not; of several that fit the longest counts, of equal ones that of ``ignore``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def holds(self, code: str) -> bool:
        """Whether the check of this code is asked for."""
        wanted = max((len(each) for each in self.select or ("",) if code.startswith(each)), default=-1)
        unwanted = max((len(each) for each in self.ignore if code.startswith(each)), default=-1)
        return wanted > unwanted


@cache
def _names() -> dict[str, str]:
    """The codes of all checks by their names."""
    return {check.name: check.code for package in ("reconciliation", "gate") for check in declared(f"ledger.{package}.checks")}


@cache
def known_codes() -> tuple[str, ...]:
    """The codes of all checks, in order."""
    return tuple(sorted(_names().values()))


def checked_codes(words: Iterable[str], where: str) -> tuple[str, ...]:
    """Codes and beginnings of codes, parted by commas or blanks, in upper case.

    Raises UsageError, which opens with ``where``, for one that no code begins with.
    """
    found = tuple(part.upper() for word in words for part in word.replace(",", " ").split())
    for each in found:
        if not any(code.startswith(each) for code in known_codes()):
            raise UsageError(f"{where}: no check {each!r}{nearest(each)}")
    return found


def nearest(word: str) -> str:
    """The end of a message about an unknown code: the one of that name, or that begins most like it, or the families that there are."""
    beginnings = [word.upper()[:length] for length in range(_LONGEST, 0, -1)]
    alike = (code for beginning in beginnings for code in known_codes() if code.startswith(beginning))
    near = _names().get(word.lower()) or next(alike, "")
    if near:
        return f"; did you mean {near!r}?"
    return f"; codes begin with {', '.join(sorted({code[0] for code in known_codes()}))}, and factledger rule lists them"
