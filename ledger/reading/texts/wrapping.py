"""Tells the line breaks inside a hard-wrapped paragraph from those that end a line for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from string import ascii_lowercase

from ledger import patterns as re
from ledger.lexicon import words

_NARROWEST, WIDEST = 40, 132
_SAMPLE = 4000
_TELLING = 3
"""Lines of a paragraph from which its width can be told."""
_BEFORE, _SMALL = " \t>", frozenset(ascii_lowercase)
_GOES_ON = re.compile(rf"\n[{_BEFORE}]*[a-z]")

Line = tuple[int, int]
"""Half-open offsets of a line without the white space around it."""

Length = Callable[[int, int], int]
"""How long a stretch of prose is where it was typed, marks included."""


def wrap_width(text: str) -> int:
    """The width in characters at which the lines of ``text`` are wrapped; 0 when they are not.

    Lines are taken for wrapped where some of them go on in lower case on the next one.
    """
    if "\n" not in text or not _GOES_ON.search(text):
        return 0
    lengths = [
        len(line)
        for line, following in pairwise(text.split("\n"))
        if _NARROWEST <= len(line) <= WIDEST and following.lstrip(_BEFORE)[:1] in _SMALL
    ][:_SAMPLE]
    return sorted(lengths)[len(lengths) * 19 // 20] if lengths else 0


def slack(width: int) -> int:
    """By how many characters a full line may fall short of ``width``: nobody wraps to the letter."""
    return max(3, width // 12)


def flows(text: str, start: int, end: int) -> bool:
    """Whether some line of the paragraph goes on in lower case."""
    return _GOES_ON.search(text, start, end) is not None


def fills(lines: Sequence[str]) -> bool:
    """Whether each line of a paragraph (three or more, without white space around them) reaches as far as its next word lets it.

    So paragraphs tell their own width where a text has been wrapped at more than one.
    """
    widest = max(map(len, lines))
    if len(lines) < _TELLING or not _NARROWEST <= widest <= WIDEST:
        return False
    least = widest - slack(widest)
    return all(len(line) + 1 + len(following.split(None, 1)[0]) > least for line, following in pairwise(lines))


def is_soft(line: str, following: str, width: int, size: int, flowing: bool = False) -> bool:
    """Whether the break between two lines of a paragraph is one of wrapping; ``size`` is the length of ``line`` as typed.

    It is when the next line goes on in lower case, when this one ends with a word that cannot end a
    line ("of", "the"), or when the next line's first word would not have fitted in ``width``. In a
    ``flowing`` paragraph, whose right edge may be ragged, a long line that ends no sentence goes on too.
    """
    last = line[-1]
    ends_open = (last in "-," and size >= _NARROWEST) or line.rpartition(" ")[2] in words("open_ends.txt")
    if following[0].islower():
        return ends_open or last not in ".!?:" or size * 2 > width > 0
    if ends_open:
        return size <= WIDEST
    if not width or size > WIDEST:
        return False
    if flowing and last not in ".!?:;" and size * 10 > width * 6:
        return True
    return size + 1 + len(following.split(None, 1)[0]) > width - slack(width)
