"""Whether a short line tells of what the paragraphs tell: a headline and a box of facts do, a menu and a weather strip do not."""

from __future__ import annotations

from functools import cache

from ledger import patterns as re
from ledger.lexicon import words

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d|\d")
_STEM = 5
"""Letters by which words are known for one: "council", "councillors"."""


@cache
def _light() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words("light_words.txt"))


def content(text: str) -> set[str]:
    """The stems of the words of ``text`` that tell something, and its figures of two digits and more."""
    found = {word[:_STEM] if word[0].isalpha() else word.rstrip(".,") for word in _WORD.findall(text.lower())}
    return {word for word in found if len(word) > 1} - _light()


def echoes(line: str, told: set[str]) -> int:
    """How many words and figures ``line`` shares with what is ``told``; none where most of a line's words are others."""
    found = content(line)
    shared = len(found & told)
    return shared if shared * 3 >= len(found) else 0
