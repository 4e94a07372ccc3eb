"""What stands right beside a figure: the words on either side of it, and whether its phrase ends behind it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ledger import patterns as re
from ledger.extraction.scene import Scene
from ledger.lexicon import classes, lists, number_words

CLASSES = classes("exclusions.tsv")
"""Closed classes of words that tell a figure from a name, a time or a number of a list."""

MONTHS = frozenset(number_words("month"))
SHORT_WEEKDAYS = frozenset(lists("periods.tsv")["weekday short"])
WEEKDAYS = SHORT_WEEKDAYS.union(day + end for day in lists("periods.tsv")["weekday"] for end in ("", "s"))

_CLOSERS = CLASSES["closer"]
_NEXT = re.compile(r"\s*([^\W\d_]+(?:['’][^\W\d_]+)?)?")

_LONGEST = 24
_GAP = r"[\s‐‑–({-]*"
_AHEAD = re.compile(rf"{_GAP}([°º˚℃℉ωΩ¢%]|[^\W\d_²³]+)?")


def either(words: Iterable[str]) -> str:
    """A pattern of any of ``words``, which may have any white space between them."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})".replace("\\ ", r"\s")


@lru_cache(maxsize=192)
def word_behind(low: str, position: int, limit: int) -> str:
    """The word behind ``position``, white space, hyphens and an opening bracket skipped, or the sign of a unit; "" before anything else.

    It rejects at once what no pattern can match; a power ("km²") is left off.
    """
    found = _AHEAD.match(low, position, limit)
    return (found.group(1) or "") if found else ""


def word_before(low: str, position: int, floor: int) -> str:
    """The word before ``position`` with its punctuation, or "" at the block's start; at most 24 characters of it."""
    begin = position - _LONGEST
    found = low[begin if begin > floor else floor : position].rsplit(None, 1)
    return found[-1] if found else ""


def closes(scene: Scene, position: int, limit: int) -> bool:
    """Whether nothing that could be counted follows: the block's end, punctuation, a function word or a verb."""
    low = scene.low
    if position >= limit:
        return True
    mark = low[position]
    if mark in "%°+$€£₹‰" or (mark in "-‑/" and position + 1 < limit and low[position + 1].isalnum()) or mark.isalnum():
        return False
    following = _NEXT.match(low, position, limit)
    word = following.group(1) if following else None
    if word is None:
        return low[following.end() : following.end() + 1] not in ("%", "°", "$", "€", "£") if following else True
    return word in _CLOSERS and not (following and low.startswith("per cent", following.start(1)))
