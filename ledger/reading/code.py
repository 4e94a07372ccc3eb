"""Code in a text: its figures say nothing of the world, but for one that stands alone ("`60` seconds")."""

from __future__ import annotations

from ledger import patterns as re

_FIGURE = re.compile(r"\s*[\"']?[-+~<>≤≥]{0,2}\s?[$€£¥]?\d[\d.,_]*(?:\s?(?:%|[a-zA-Zµ°]{1,8}))?[\"']?\s*")
_DIGITS = re.compile(r"\d+")
LONGEST_FIGURE = 32
"""Characters of code that may be a figure."""


def is_figure(code: str) -> bool:
    """Whether ``code`` is one figure, with its unit perhaps, that its sentence speaks of."""
    return len(code) <= LONGEST_FIGURE and _FIGURE.fullmatch(code) is not None


def digits(code: str) -> list[tuple[int, int]]:
    """The half-open ranges of ``code`` that are digits."""
    return [found.span() for found in _DIGITS.finditer(code)]


def without_digits(code: str) -> str:
    """``code`` as it is read."""
    return _DIGITS.sub("", code)
