"""The one pass over a prose: where figures may stand.

It finds digits and number words, month names and the like. What stands beside a find is the
business of the rules.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from ledger import patterns as re
from ledger.extraction.digits import VULGAR
from ledger.lexicon import classes, table
from ledger.records import Prose

SILENT = frozenset({"furniture", "byline"})
"""Roles of blocks that state nothing of the world."""


class Token(NamedTuple):
    """A word or a run of digits that may begin a figure."""

    start: int
    end: int
    form: str  # digits, cardinal, scale, magnitude, ordinal, part, multiple, couple, period, sign, month or season
    value: str


_token: Callable[[tuple[int, int, str, str]], Token] = partial(tuple.__new__, Token)  # as Token(...), at a third of the cost
_span: Callable[[re.Match[Any]], tuple[int, int]] = re.Match.span


def lowered(text: str) -> str:
    """``text`` in lower case and of the same length (``İ`` would grow by one)."""
    if text.isascii():
        return text.lower()
    data = text.encode(errors="surrogatepass")
    foreign = data.translate(None, _ASCII).decode(errors="surrogatepass")
    if foreign == foreign.lower():  # as in most texts, and bytes are lowered in a third of the time
        return data.lower().decode(errors="surrogatepass")
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scanned(low: str) -> tuple[list[Token], list[int]]:
    """The tokens of a text in lower case, and where the words begin that tell a time from the document's day; both in order."""
    data = low.encode("latin-1", "replace")
    found = [_token((start, end, "digits", low[start:end])) for start, end in map(_span, _DIGITS.finditer(data.translate(_ALIKE)))]
    told: list[int] = []
    # Words are looked for in bytes of Latin-1, without marks, in three quarters of the time; a letter beyond is taken for a mark there.
    for start, end in map(_span, _WORD.finditer(b" %b " % data.translate(_LETTERS))):
        end -= 1
        if low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
            continue
        word = low[start:end]
        if word in _TOLD:
            told.append(start)
        else:
            found.append(_token((start, end, *_WORDS[word])))
    if not low.isascii() and any(map(low.__contains__, _SIGNS)):
        found += [_token((*match.span(), "sign", "0")) for match in _SIGN.finditer(low)]
    if _ENDLESS in data.translate(_UNBROKEN):
        found = _outside(found, [match.span() for match in _RUN.finditer(low)])
    found.sort()
    return found, told


def _outside(found: list[Token], runs: list[tuple[int, int]]) -> list[Token]:
    """The tokens that do not stand in ``runs``."""
    ends = [end for _, end in runs]
    last = len(runs)
    return [token for token in found if (at := bisect_right(ends, token[0])) == last or token[0] < runs[at][0]]


def by_block(found: list[Token], prose: Prose) -> Iterator[tuple[int, int, list[Token]]]:
    """For each block that states something and has a figure: its start, its end and its tokens."""
    starts, last = [token[0] for token in found], 0
    starts.append(len(prose.text))
    for start, end, role in prose.blocks:
        if starts[last] < end:
            first = bisect_left(starts, start, last)
            last = bisect_left(starts, end, first)
            if last > first and role not in SILENT:
                yield start, end, found[first:last]


def _prefix_tree(entries: list[str]) -> str:
    """A pattern that matches ``entries`` and shares their beginnings, so that a word costs one walk."""
    branches: dict[str, list[str]] = {}
    for entry in entries:
        branches.setdefault(entry[:1], []).append(entry[1:])
    ends = branches.pop("", None) is not None
    alternatives = [re.escape(letter) + _prefix_tree(rest) for letter, rest in sorted(branches.items())]
    if not alternatives:
        return ""
    joined = alternatives[0] if len(alternatives) == 1 and not ends else f"(?:{'|'.join(alternatives)})"
    return joined + "?" if ends else joined


_ASCII = bytes(range(128))
_WORDS = {word: (form, value) for word, form, value in table("numerals.tsv")}
_ALIKE = bytes(ord("0") if byte in b"0123456789" else byte if byte in b".," else ord(" ") for byte in range(256))
_DIGITS = re.compile(rb"0(?:[0.,]*0)?")  # in a text in which all digits are alike: a letter is found in a fifth of a class's time
_SIGNS = "".join(VULGAR)
_SIGN = re.compile(f"[{_SIGNS}]")
_LONG = 200
"""Characters without a space from which on a run is no language: a pattern beside each figure in it would read all of it."""
_RUN = re.compile(rf"[\w.,]{{{_LONG},}}")
_UNBROKEN = bytes(ord("a" if chr(byte).isalnum() or chr(byte) in "_.,?" else " ") for byte in range(256))
_ENDLESS = b"a" * _LONG
"""What a run may be in a text in which all that may stand in one is alike; a letter beyond Latin-1 is a question mark there."""
_TOLD = classes("periods.tsv")["told"] | classes("periods.tsv")["weekday"]
_LETTERS = bytes(byte if chr(byte).isalnum() or chr(byte) == "_" else ord(" ") for byte in range(256))
_WORD = re.compile(f" {_prefix_tree([*_WORDS, *_TOLD])}(?= )".encode())
