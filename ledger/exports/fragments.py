"""Links that lead to a quote: text fragments as the URL Fragment Text Directives draft has them."""

from __future__ import annotations

from urllib.parse import quote

from ledger import patterns as re

_MARKUP = re.compile(r"[<>*_\[\]`|\\]")
_LONG, _WORDS = 12, 5
"""Words from which on only the first and the last few are named."""


def link(url: str, sentence: str, mention: str) -> str:
    """``url`` with a fragment that leads to ``sentence``, or to ``mention`` when markup stands in it; empty without an address."""
    if not url.startswith(("http://", "https://")):
        return ""
    words = (mention if _MARKUP.search(sentence) else sentence).split()
    if _MARKUP.search(" ".join(words)) or not words:
        return url
    ends = [words] if len(words) <= _LONG else [words[:_WORDS], words[-_WORDS:]]
    return url.partition("#")[0] + "#:~:text=" + ",".join(_spelled(" ".join(end)) for end in ends)


def _spelled(text: str) -> str:
    """Percent-encoded, the characters that a directive uses itself too."""
    return quote(text, safe="").replace("-", "%2D")
