"""Projects an HTML page onto its prose: what a reader sees, each part tied to where it stands in the file."""

from __future__ import annotations

import re
from typing import NamedTuple

from ledger.reading.entities import REFERENCE, character
from ledger.reading.pages.parts import part_of
from ledger.reading.pages.tags import TAGS, Tag, tags
from ledger.reading.prose import Edit, edited, invisible
from ledger.records import Piece

_SOFT_FURNITURE = frozenset({"aside", "form"})
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_TOLD = frozenset({"script", "title", "meta", "link", "time"})
# What a start tag closes when it is open, unless one of the elements behind it was opened since.
_CLOSES = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    "tr": (("tr", "td", "th"), ("table",)),
}
_DEEPEST = 8
_RAISED = re.compile(r"\s*(?:<a\b[^<>]*>)?\s*([\[(]?)(\d{1,3})([\])]?)\s*(?:</a\s*>)?\s*</sup\s*>", re.I)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class State(NamedTuple):
    """What the open elements make of the text inside them.

    ``role`` is that of a block, or ``caption``, ``verbatim`` or ``dropped``. ``regions`` numbers the
    elements around it that are furniture by their class, the outermost first. The flags tell text in
    what is furniture by its tag beyond doubt, in a header outside of an article, in an article, and in a link.
    """

    role: str = "body"
    regions: tuple[int, ...] = ()
    fixed: bool = False
    header: bool = False
    inside: bool = False
    linked: bool = False


class Part(NamedTuple):
    """The prose between two breaks: half-open offsets, its element, its state, and how many characters of it are links."""

    start: int
    end: int
    element: str
    state: State
    linked: int


class _Elements:
    """The open elements, innermost last, each with the state around it; every operation takes constant time on average."""

    def __init__(self) -> None:
        self._open = list[tuple[str, State]]()
        self._places = dict[str, list[int]]()
        self._blocks = [-1]

    def push(self, name: str, around: State, block: bool) -> None:
        place = len(self._open)
        self._open.append((name, around))
        self._places.setdefault(name, []).append(place)
        if block:
            self._blocks.append(place)

    def place(self, name: str) -> int:
        """Where the innermost open element ``name`` is; -1 when there is none."""
        places = self._places.get(name)
        return places[-1] if places else -1

    @property
    def block(self) -> int:
        """Where the innermost block is, -1 when there is none."""
        return self._blocks[-1]

    @property
    def block_name(self) -> str:
        return self._open[self._blocks[-1]][0] if len(self._blocks) > 1 else ""

    def close(self, place: int) -> State:
        """Closes the element at ``place`` and all inside it; gives the state around it."""
        around = self._open[place][1]
        while len(self._open) > place:
            self._places[self._open.pop()[0]].pop()
        while self._blocks[-1] >= place:
            self._blocks.pop()
        return around


class Page:
    """A page as read: its prose, the pieces and parts of it, and the tags that may tell of its source."""

    def __init__(self, source: str):
        self.source, self.parts, self.pieces, self.told = source, list[Part](), list[Piece](), list[Tag]()
        self.has_headline = False
        self._seen, self._length, self._region = list[str](), 0, 0
        self._elements, self._state = _Elements(), State()
        self._runs, self._begun, self._linked, self._element, self._gap = list[Edit | tuple[int, int, None]](), State(), 0, "", "\n\n"
        self._read()
        self.text = "".join(self._seen)

    def _read(self) -> None:
        at = silent = 0
        source = self.source
        for tag in tags(source):
            if tag.start < silent:
                continue
            if tag.start > at:
                self._text(max(at, silent), tag.start)
            at = tag.end
            if not tag.name:
                continue
            if tag.name in _TOLD and not tag.closes:
                self.told.append(tag)
            if tag.content_end >= 0:
                continue
            if tag.name == "sup" and not tag.closes and (raised := _RAISED.match(source, tag.end)):
                self._raised(tag, raised)
                at = silent = raised.end()
                continue
            self._tag(tag)
        if at < len(source):
            self._text(at, len(source))
        self._break()

    def _tag(self, tag: Tag) -> None:
        kind = TAGS.get(tag.name, "block")
        if kind == "void":
            return
        if kind == "break":
            self._break("\n")
        elif kind in ("inline", "dropped"):
            if tag.closes:
                place = self._elements.place(tag.name)
                if place > self._elements.block:
                    self._state = self._elements.close(place)
            else:
                self._elements.push(tag.name, self._state, block=False)
                self._state = self._inline_state(tag, kind)
        else:
            self._break()
            if tag.closes:
                place = self._elements.place(tag.name)
                if place >= 0:
                    self._state = self._elements.close(place)
            else:
                self._close_implied(tag.name)
                self._elements.push(tag.name, self._state, block=True)
                self._state = self._block_state(tag, kind)

    def _close_implied(self, name: str) -> None:
        place = self._elements.place("p")
        if place >= 0:
            self._state = self._elements.close(place)
        if name in _CLOSES:
            closed, barriers = _CLOSES[name]
            barrier = max(map(self._elements.place, barriers))
            for other in closed:
                place = self._elements.place(other)
                if place > barrier:
                    self._state = self._elements.close(place)

    def _inline_state(self, tag: Tag, kind: str) -> State:
        state = self._state
        if kind == "dropped":
            return state._replace(role="dropped")
        if tag.attributes and part_of(tag.attributes) == "small":
            state = state._replace(regions=self._regions_with_one_more(state))
        return state._replace(linked=True) if tag.name == "a" and tag.attributes else state

    def _block_state(self, tag: Tag, kind: str) -> State:
        state = self._state
        if state.fixed or state.role == "dropped":
            return state
        role, regions, fixed, header, inside, linked = state
        part = part_of(tag.attributes) if tag.attributes else ""
        if kind in ("heading", "item", "cell", "caption", "verbatim"):
            role = kind
        elif part in ("byline", "caption"):
            role = part
        elif tag.name == "p" and role in ("heading", "cell", "verbatim"):
            role = "body"
        if tag.name == "h1" and not self.has_headline:
            self.has_headline, regions = True, ()
        elif (part in ("furniture", "small") and tag.name not in _WHOLE_PAGE) or tag.name in _SOFT_FURNITURE:
            regions = self._regions_with_one_more(state)
        fixed = kind == "furniture" and tag.name not in _SOFT_FURNITURE
        inside = inside or kind == "article" or part == "article"
        return State(role, regions, fixed, header or (kind == "header" and not inside), inside, linked)

    def _regions_with_one_more(self, state: State) -> tuple[int, ...]:
        """The regions of ``state`` and a new one; nobody nests them deeper than a few."""
        if len(state.regions) == _DEEPEST:
            return state.regions
        self._region += 1
        return (*state.regions, self._region)

    def _text(self, start: int, end: int) -> None:
        """Takes a run of text between two tags."""
        state = self._state
        if state.role == "dropped":
            return
        begun = self._begun
        if self._runs and state is not begun and (state.role != begun.role or state.regions != begun.regions):
            self._break()
        if not self._runs:
            if self.source[start:end].isspace():
                return
            self._begun, self._linked, self._element = state, 0, self._elements.block_name
        self._runs.append((start, end, None))
        if state.linked:
            self._linked += end - start

    def _raised(self, tag: Tag, raised: re.Match[str]) -> None:
        """Takes a raised number: an exponent or the power of a unit is kept as such, the mark of a note is not."""
        before, digits = self.source[max(0, tag.start - 2) : tag.start], raised[2]
        is_power = before[-1:].isdigit() or (before[-1:] == "m" and digits in "23" and not raised[1])
        if self._runs and is_power:
            self._runs.append(Edit(tag.start, raised.end(), digits.translate(_SUPERSCRIPTS)))

    def _break(self, gap: str = "\n\n") -> None:
        """Ends the part that the runs since the last break make up; ``gap`` stands in the prose between it and the next."""
        if not self._runs:
            self._gap = max(self._gap, gap)
            return
        if self._length:
            self._add(self._gap, self._runs[0][0], self._runs[0][0])
        self._gap = gap
        start = self._length
        for begin, end, seen in self._runs:
            if seen is not None:
                self._add(seen, begin, end)
            else:
                self._add_source(begin, end)
        self.parts.append(Part(start, self._length, self._element, self._begun, self._linked))
        self._runs = []

    def _add_source(self, start: int, end: int) -> None:
        text = self.source[start:end]
        if "&" not in text and text.isascii():
            self._add(text, start, end)
            return
        edits = invisible(text)
        for found in REFERENCE.finditer(text) if "&" in text else ():
            shown, used = character(found.group())
            if used:
                edits.append(Edit(found.start(), found.start() + used, shown))
        seen, pieces = edited(text, edits)
        self.pieces += [Piece(self._length + at, start + first, start + last) for at, first, last in pieces]
        self._seen.append(seen)
        self._length += len(seen)

    def _add(self, seen: str, start: int, end: int) -> None:
        self.pieces.append(Piece(self._length, start, end))
        self._seen.append(seen)
        self._length += len(seen)
