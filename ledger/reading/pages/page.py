"""Projects an HTML page onto its prose: what a reader sees, each part tied to where it stands in the file."""

from __future__ import annotations

from typing import NamedTuple

from ledger import patterns as re
from ledger.reading.code import LONGEST_FIGURE, is_figure, without_digits
from ledger.reading.entities import REFERENCE, character
from ledger.reading.pages.elements import Elements, State
from ledger.reading.pages.tags import TAGS, Tag, tags
from ledger.reading.prose import as_piece, has_invisible, invisible

_TOLD = frozenset({"script", "title", "meta", "link", "time"})
_RAISED = re.compile(r"\s*(?:<a\b[^<>]*>)?\s*([\[(]?)(\d{1,3})([\])]?)\s*(?:</a\s*>)?\s*</sup\s*>", re.I)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PARAGRAPH, _LINE = "\n\n", "\n"
"""What stands in the prose between two parts."""

_Run = tuple[int, int, str]
"""A half-open range of the source, and what a reader sees of it."""


class Part(NamedTuple):
    """The prose between two breaks: half-open offsets, its element, its state, and how many characters of it are links."""

    start: int
    end: int
    element: str
    state: State
    linked: int


class Page:
    """A page as read: its prose, the pieces and parts of it, and the tags that may tell of its source."""

    def __init__(self, source: str):
        self.source, self.parts, self.told = source, list[Part](), list[Tag]()
        self._pieces, self._seen, self._length = list[tuple[int, int, int]](), list[str](), 0
        self._elements, self._has_invisible = Elements(), has_invisible(source)
        self._runs, self._gap = list[_Run](), _PARAGRAPH
        self._first, self._begun, self._linked, self._element = 0, State(), 0, ""
        self._read()
        self.text, self.pieces = "".join(self._seen), tuple(map(as_piece, self._pieces))

    def _read(self) -> None:
        at, source, elements = 0, self.source, self._elements
        for tag in tags(source):
            start, end, closes, name, attributes, content_end = tag
            if start < at:
                continue
            if start > at:
                text = source[at:start]
                if self._runs or not text.isspace():
                    self._text(at, start, text)
            at = end
            if name in _TOLD and not closes:
                self.told.append(Tag(*tag))
            if not name or content_end >= 0:
                continue
            kind = TAGS.get(name, "block")
            if kind == "inline" or kind == "dropped" or kind == "code":
                if closes:
                    elements.close_inline(name)
                elif kind == "code" and self._is_figure(end):
                    elements.open_inline(name, attributes, "inline")
                elif name == "sup" and (raised := _RAISED.match(source, end)):
                    self._raised(start, raised)
                    at = raised.end()
                else:
                    elements.open_inline(name, attributes, kind)
            elif kind == "break":
                self._break(_LINE)
            elif kind != "void":
                if self._runs:
                    self._break(_PARAGRAPH)
                else:
                    self._gap = _PARAGRAPH
                if closes:
                    elements.close_block(name)
                else:
                    elements.open_block(name, attributes, kind)
        if at < len(source):
            self._text(at, len(source), source[at:])
        self._break(_PARAGRAPH)

    def _text(self, start: int, end: int, text: str) -> None:
        """Takes the ``text`` between two tags."""
        state, begun = self._elements.state, self._begun
        if state.role == "dropped":
            return
        if self._runs and state is not begun and (state.role != begun.role or state.regions != begun.regions):
            self._break(_PARAGRAPH)
        if not self._runs:
            if text.isspace():
                return
            self._first, self._begun, self._linked, self._element = start, state, 0, self._elements.block_name
        if state.code:
            if seen := without_digits(text):
                self._runs.append((start, end, seen))
        elif self._has_invisible or "&" in text:
            self._take_marked(start, end)
        else:
            self._runs.append((start, end, text))
        if state.linked:
            self._linked += end - start

    def _is_figure(self, start: int) -> bool:
        """Whether the code that begins at ``start`` is one figure."""
        end = self.source.find("</", start, start + LONGEST_FIGURE + 1)
        return end >= 0 and is_figure(self.source[start:end])

    def _take_marked(self, start: int, end: int) -> None:
        """Takes a text with character references and invisible characters put in their places."""
        source, runs, at = self.source, list[_Run](), start
        edits = [(found.start(), *character(found[0])) for found in REFERENCE.finditer(source, start, end)]
        if self._has_invisible:
            edits = sorted([*edits, *((start + first, "", last - first) for first, last, _ in invisible(source[start:end]))])
        for begin, seen, used in edits:
            if not used:
                continue
            if begin > at:
                runs.append((at, begin, source[at:begin]))
            at = begin + used
            if seen:
                runs.append((begin, at, seen))
        if at < end or not runs:
            runs.append((at, end, source[at:end]))
        self._runs += runs

    def _raised(self, start: int, raised: re.Match[str]) -> None:
        """Takes a raised number: an exponent or the power of a unit is kept as such, the mark of a note is not."""
        before, digits = self.source[max(0, start - 2) : start], raised[2]
        is_power = before[-1:].isdigit() or (before[-1:] == "m" and digits in "23" and not raised[1])
        if self._runs and is_power:
            self._runs.append((start, raised.end(), digits.translate(_SUPERSCRIPTS)))

    def _break(self, gap: str) -> None:
        """Ends the part that the runs since the last break make up; ``gap`` stands in the prose between it and the next."""
        if not self._runs:
            self._gap = max(self._gap, gap)
            return
        places, parts, length = self._pieces, self._seen, self._length
        if length:
            places.append((length, self._first, self._first))
            parts.append(self._gap)
            length += len(self._gap)
        start = length
        for begin, end, seen in self._runs:
            places.append((length, begin, end))
            parts.append(seen)
            length += len(seen)
        self.parts.append(Part(start, length, self._element, self._begun, self._linked))
        self._length, self._gap, self._runs = length, gap, []
