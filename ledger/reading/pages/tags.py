"""Finds the tags of an HTML text, with exact offsets, in linear time whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import table

TAGS = {row[0]: row[1] for row in table("tags.tsv")}
"""What an element is, by its name; a name that is missing is a block of text."""

# A tag whose quoted attributes may hold ">"; a comment; a declaration, an instruction or a stray end.
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)([^<>\"']*+(?:(?:\"[^\"]*+\"|'[^']*+')[^<>\"']*+)*+)>|!--|[!?])|</[^a-zA-Z]")
_TAG_TO_NEXT_END = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>|!--|[!?])|</[^a-zA-Z]")
_SKIPPED = frozenset(name for name, kind in TAGS.items() if kind == "skipped")
_RAW = frozenset({"script", "style"})
_PATIENCE = 32
"""How often a quotation mark without its partner may be looked for to the end of the text."""


class Tag(NamedTuple):
    """A tag, or all of an element that is not read: ``text[start:end]``.

    ``closes`` tells an end tag; ``name`` is in lower case, ``attributes`` as written. For an element
    that is not read the content ends at ``content_end``, and for all others that is -1.
    """

    start: int
    end: int
    closes: bool
    name: str
    attributes: str
    content_end: int


def tags(text: str) -> Iterator[tuple[int, int, bool, str, str, int]]:
    """The tags of ``text`` in order, with the fields of ``Tag``.

    Comments, declarations and what only looks like a tag are no tags but end the text run: they come as tags without a name.
    """
    at, last, failures = 0, max(text.rfind(">"), 0), 0
    endless = set[str]()
    while True:
        start = text.find("<", at, last)
        if start < 0:
            return
        found = _TAG.match(text, start) if failures < _PATIENCE else None
        if found is None:
            found = _TAG_TO_NEXT_END.match(text, start)
            if found is None:
                at = start + 1
                continue
            failures += 1
        closes, name, attributes = found.groups()
        if name is None:
            at = _end_of_other(text, start, found.group())
            yield start, at, False, "", "", -1
            continue
        name, at = name.lower(), found.end()
        if name in _SKIPPED and not closes and not (attributes.endswith("/") and name not in _RAW):
            content_end = _end_of_content(text, name, at, endless)
            if content_end >= 0:
                at = text.find(">", content_end) + 1 or len(text)
                yield start, at, False, name, attributes, content_end
                continue
        yield start, at, closes == "/", name, attributes, -1


def _end_of_other(text: str, start: int, opening: str) -> int:
    """Where a comment, a declaration or a stray end tag is over."""
    if opening == "<!--":
        end = text.find("-->", start + 2)
        return end + 3 if end >= 0 else len(text)
    if text.startswith("<![CDATA[", start):
        end = text.find("]]>", start)
        return end + 3 if end >= 0 else len(text)
    return text.find(">", start) + 1 or len(text)


def _end_of_content(text: str, name: str, start: int, endless: set[str]) -> int:
    """Where the content of an unread element ends; -1 when it has no end tag and the text goes on.

    ``endless`` keeps the names for which no end tag is left, so that they are not looked for again.
    """
    if name not in endless:
        found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, start)
        if found is not None:
            return found.start()
        endless.add(name)
    return len(text) if name in _RAW else -1
