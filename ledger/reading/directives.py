"""Comments of a document that speak to this program, and the paragraph that each is about.

    The fire took 40 houses. <!-- factledger: ignore X101 -- the mayor has confirmed it -->

In Markdown and HTML a comment is about the paragraph (list item, cell, heading) that it stands in or behind; one on a line of
its own, or between two paragraphs, about the next. What stands in a block of code is no comment.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ledger import patterns as re
from ledger.reading.pages.tags import TAGS, tags
from ledger.reading.texts.marks import FENCE
from ledger.records import Document

_MARK = "factledger:"
_OPENS = re.compile(rf"<!--\s*+{_MARK}")
_SHOWN, _READ = 200, 1000
"""The most characters of a comment that are shown, and that are read."""


class Directive(NamedTuple):
    """A comment: the half-open offsets of what is shown of it, its line from 1, what it says, and the offsets of its paragraph."""

    start: int
    end: int
    line: int
    quote: str
    said: str
    first: int
    last: int


class _Comment(NamedTuple):
    """Offsets of a comment, where what it says begins, and where the last break before it is."""

    start: int
    end: int
    said: int
    broken: int


def directives(document: Document) -> tuple[Directive, ...]:
    """The comments of ``document`` that begin with ``factledger:``, in order; those of plain text are text."""
    text = document.text
    if _MARK not in text or document.format not in _COMMENTS:
        return ()
    places = [document.prose.place(block.start, block.end) for block in document.prose.blocks if block.end > block.start]
    starts = [start for start, _ in places]
    found, at, line = list[Directive](), 0, 1
    for comment in _COMMENTS[document.format](text):
        line, at = line + text.count("\n", at, comment.start), comment.start
        number = bisect_right(starts, comment.start) - 1
        is_about_next = number < 0 or (places[number][1] <= comment.start and comment.broken >= places[number][1])
        number += is_about_next
        first, last = places[number] if number < len(places) else (len(text), len(text))
        end = min(comment.end, comment.start + _SHOWN)
        said = text[comment.said : min(comment.end, comment.said + _READ)].removesuffix("-->").strip()
        found.append(Directive(comment.start, end, line, text[comment.start : end], said, first, last))
    return tuple(found)


def _of_markdown(text: str) -> Iterator[_Comment]:
    code = [found.span() for found in FENCE.finditer(text)]
    fences = [start for start, _ in code]
    at, broken, ticks = 0, -1, 0
    for found in _OPENS.finditer(text):
        start = found.start()
        if start < at:
            continue
        line_end = text.rfind("\n", at, start)
        broken, ticks = (line_end, 0) if line_end >= 0 else (broken, ticks)
        ticks += text.count("`", max(at, broken), start)
        at, number = start, bisect_right(fences, start) - 1
        if ticks % 2 or (number >= 0 and start < code[number][1]):
            continue
        at = _end(text, start)
        yield _Comment(start, at, found.end(), broken)


def _of_html(text: str) -> Iterator[_Comment]:
    broken = -1
    for start, end, _, name, _, _ in tags(text):
        if name:
            broken = broken if TAGS.get(name, "block") == "inline" else start
        elif found := _OPENS.match(text, start):
            yield _Comment(start, end, found.end(), broken)


def _end(text: str, start: int) -> int:
    end = text.find("-->", start)
    return end + 3 if end >= 0 else len(text)


_COMMENTS = {"markdown": _of_markdown, "html": _of_html}
