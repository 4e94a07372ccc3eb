"""Vocabulary as data: one file a list, one line an entry, ``#`` starts a comment.

``words`` reads a list of words or phrases, ``table`` a list of tab-separated rows, ``lists`` and ``classes`` named lists.
Everything is lower-case unless the file's first comment says otherwise.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

_HOME = Path(__file__).parent


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``name`` (a file of this folder), each split at its tabs, cells stripped."""
    rows = [line for line in _HOME.joinpath(name).read_text("utf-8").splitlines() if line and line[0] != "#" and not line.isspace()]
    return tuple([tuple(map(str.strip, row.split("\t"))) for row in rows])


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``name``, separated by line ends or, on one line, by commas."""
    return frozenset([entry for row in table(name) for entry in map(str.strip, row[0].split(",")) if entry])


@cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """The entries, separated by commas and in order, of each class of ``name``, a table of them; a class may have several rows."""
    found: dict[str, tuple[str, ...]] = {}
    for each, entries in table(name):
        found[each] = (*found.get(each, ()), *map(str.strip, entries.split(",")))
    return found


@cache
def classes(name: str) -> dict[str, frozenset[str]]:
    """As ``lists``, without order."""
    return {each: frozenset(entries) for each, entries in lists(name).items()}


@cache
def number_words(form: str) -> dict[str, Decimal]:
    """The words of one class of ``numerals.tsv`` (cardinal, scale, month ...) and what each stands for."""
    return {word: Decimal(value) for word, of, value in table("numerals.tsv") if of == form}


@cache
def scale_signs(where: str) -> dict[str, Decimal]:
    """The signs of ``scales.tsv`` that are read ``where`` (joined, apart, money, last) and what each multiplies by."""
    return {sign: Decimal(value) for sign, value, place in table("scales.tsv") if place == where}
