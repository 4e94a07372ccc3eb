"""Character references of HTML: ``&amp;``, ``&#8217;``, ``&nbsp``."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re

REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@lru_cache(maxsize=1024)
def character(reference: str) -> tuple[str, int]:
    """What ``reference`` stands for, and how many of its characters say so; ``("", 0)`` when it stands for nothing.

    Follows the HTML standard: old names need no semicolon, a longer word may follow them, and
    numbers 128 to 159 mean Windows-1252. What shows nothing (``&shy;``) gives an empty text.
    """
    if reference[1] == "#":
        return _visible(_numbered(reference[2:].rstrip(";"))), len(reference)
    from html.entities import html5

    name = reference[1:]
    if name in html5:
        return _visible(html5[name]), len(reference)
    for size in range(len(name) - 1, 1, -1):
        if name[:size] in html5:
            return _visible(html5[name[:size]]), size + 1
    return "", 0


def _visible(text: str) -> str:
    return "" if text in _UNSEEN else text


def _numbered(digits: str) -> str:
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "replace")
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return chr(number)
