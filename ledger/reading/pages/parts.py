"""Tells from class, id and role of an element what part of a page it is."""

from __future__ import annotations

from functools import lru_cache

from ledger import patterns as re
from ledger.lexicon import table

_NEGATED = frozenset(word for word, part in table("page_parts.tsv") if part == "none")
_PARTS = {word: part for word, part in table("page_parts.tsv") if part != "none"}
_NAMES = re.compile(
    r"""[\s"'](class|id|role|itemprop|style|aria-hidden|hidden)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?(?=[\s"'/]|$)""", re.I
)
_HUMP = re.compile(r"([a-z])(?=[A-Z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@lru_cache(maxsize=4096)
def part_of(attributes: str) -> str:
    """What part an element with these ``attributes``, as written, is: furniture, small, byline, caption, article, or empty."""
    found = ""
    for name, *values in _NAMES.findall(attributes):
        value, name = next(filter(None, values), ""), name.lower()
        if name == "hidden" or (name == "aria-hidden" and value.lower() == "true") or (name == "style" and _HIDDEN_STYLE.search(value)):
            return "small"
        if name in ("class", "id", "role", "itemprop"):
            for word in value.split():
                found = found or _part_of_word(word)
    return found


def _part_of_word(word: str) -> str:
    """What ``site-nav``, ``siteNav`` or ``site_nav`` says; the longest run of its parts that is known decides."""
    parts = [part for part in re.split(r"[-_:]+", _HUMP.sub(r"\1-", word).lower()) if part]
    if not parts or parts[0] in _NEGATED:
        return ""
    for size in (len(parts), 3, 2, 1):
        for at in range(len(parts) - size + 1):
            part = _PARTS.get("-".join(parts[at : at + size]))
            if part is not None:
                return part
    return ""
