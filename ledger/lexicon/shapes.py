"""Shapes of lines as data: regular expressions with a name, beside a line that has the shape and a plain one near it that has not.

A row of such a table is ``words`` (a name, and the words), ``piece`` (a name, and a piece of shapes), or a shape: of which class it is, its
name, the shape, and the two lines. In pieces and shapes ``{name}`` stands for any of the words, or the piece, of that name, or for any word
of a list (``{markets.txt}``), and a space, but in brackets, for any white space. A class without capital letters is read in any case.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import table, words

_OWN_SIGNS = re.compile(r"\[(?:\\.|[^\]\\])*\]|\{(?P<name>[a-z][a-z. ]*)\}| ")
"""What a shape has besides what regular expressions have; what stands in brackets is passed over."""
_CAPITAL = re.compile(r"(?:^|[^\\])[A-Z]")


class Shape(NamedTuple):
    """A shape as it is written, a line that is told by it, and a plain one that is not."""

    of: str
    name: str
    text: str
    told: str
    plain: str


@cache
def shapes(file: str) -> tuple[Shape, ...]:
    """The shapes of ``file``, in order."""
    return tuple([Shape(*row) for row in table(file) if row[0] not in ("words", "piece")])


@cache
def words_of(file: str, name: str) -> tuple[str, ...]:
    """The words of that ``name`` of ``file``, in order."""
    return tuple(map(str.strip, _named(file)["words", name].split(",")))


@cache
def patterns(file: str) -> dict[str, re.Pattern[str]]:
    """Of each class of ``file`` the pattern that has any of its shapes."""
    written: dict[str, list[str]] = {}
    for shape in shapes(file):
        written.setdefault(shape.of, []).append(shape.text)
    return {of: pattern(file, texts) for of, texts in written.items()}


def pattern(file: str, texts: list[str]) -> re.Pattern[str]:
    """The pattern that has any of the shapes ``texts``, written with the words and the pieces of ``file``."""
    in_any_case = not any(map(_CAPITAL.search, texts))
    return re.compile("|".join([_filled(file, text) for text in texts]), re.I if in_any_case else 0)


def _filled(file: str, text: str) -> str:
    """A shape as a regular expression."""

    def meant(found: re.Match[str]) -> str:
        if found["name"] is not None:
            return f"(?:{_meant(file, found['name'])})"
        return found[0] if found[0] != " " else r"\s"

    return _OWN_SIGNS.sub(meant, text)


@cache
def _meant(file: str, name: str) -> str:
    """What ``{name}`` stands for."""
    if ("piece", name) in _named(file):
        return _filled(file, _named(file)["piece", name])
    entries = words(name) if name.endswith(".txt") else words_of(file, name)
    return "|".join(sorted(map(re.escape, entries), key=len, reverse=True))


@cache
def _named(file: str) -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in table(file) if row[0] in ("words", "piece")}
