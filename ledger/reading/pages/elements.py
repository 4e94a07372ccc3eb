"""Keeps the open elements of a page, and tells what they make of the text inside them."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from ledger.reading.pages.parts import part_of

_SOFT_FURNITURE = frozenset({"aside", "form"})
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_ROLES = frozenset({"heading", "item", "cell", "caption", "verbatim"})
_TEXTS = frozenset({"heading", "cell", "verbatim"})
"""Roles that a paragraph inside does not keep."""
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


class State(NamedTuple):
    """What the open elements make of the text inside them.

    ``role`` is that of a block, or ``caption``, ``verbatim`` or ``dropped``. ``regions`` numbers the
    elements around it that are furniture by their class, the outermost first. The flags tell text in
    what is furniture by its tag beyond doubt, in a header outside of an article, in an article, and in a link; ``row``
    numbers the rows of tables and the terms of lists with what is said of them, and is 0 outside of all. ``listing`` tells
    that preformatted text is code here, ``code`` that of a line.
    """

    role: str = "body"
    regions: tuple[int, ...] = ()
    fixed: bool = False
    header: bool = False
    inside: bool = False
    linked: bool = False
    row: int = 0
    listing: bool = False
    code: bool = False


class Elements:
    """The open elements, innermost last, each with the state around it; every operation takes constant time on average."""

    def __init__(self) -> None:
        self.state = State()
        self._open = list[tuple[str, State]]()
        self._places = defaultdict[str, list[int]](list)
        self._blocks = [-1]
        self._region, self._row, self._has_headline = 0, 0, False

    @property
    def block_name(self) -> str:
        """The innermost block; empty outside of all."""
        return self._open[self._blocks[-1]][0] if len(self._blocks) > 1 else ""

    def open_inline(self, name: str, attributes: str, kind: str) -> None:
        """Opens an element inside a block; ``attributes`` are as written, ``kind`` is that of TAGS."""
        state = self.state
        self._places[name].append(len(self._open))
        self._open.append((name, state))
        if kind == "dropped" or (kind == "code" and state.role == "verbatim"):
            self.state = state._replace(role="dropped")
        elif kind == "code":
            self.state = state._replace(code=True)
        elif attributes:
            if part_of(attributes) == "small":
                state = state._replace(regions=self._regions_with_one_more(state))
            self.state = state._replace(linked=True) if name == "a" else state

    def close_inline(self, name: str) -> None:
        """Closes the innermost ``name``, unless a block was opened inside it."""
        if self._open and self._open[-1][0] == name:
            self._places[name].pop()
            self.state = self._open.pop()[1]
        elif (place := self._place(name)) > self._blocks[-1]:
            self._close(place)

    def open_block(self, name: str, attributes: str, kind: str) -> None:
        """Opens a block, which closes an open paragraph and what its name closes; see ``open_inline``."""
        if self._places["p"]:
            self._close(self._places["p"][-1])
        if name in _CLOSES:
            closed, barriers = _CLOSES[name]
            barrier = max(map(self._place, barriers))
            for other in closed:
                place = self._place(other)
                if place > barrier:
                    self._close(place)
        state = self.state
        place = len(self._open)
        self._open.append((name, state))
        self._places[name].append(place)
        self._blocks.append(place)
        is_plain = not attributes and kind == "block" and name != "tr" and not (name == "p" and state.role in _TEXTS)
        if not is_plain and not state.fixed and state.role != "dropped":
            self.state = self._state_in(name, attributes, kind)

    def close_block(self, name: str) -> None:
        """Closes the innermost ``name`` and all that is open inside it."""
        if self._open and self._open[-1][0] == name:
            self._places[name].pop()
            self._blocks.pop()
            self.state = self._open.pop()[1]
        elif (place := self._place(name)) >= 0:
            self._close(place)

    def _place(self, name: str) -> int:
        """Where the innermost open element ``name`` is; -1 when there is none."""
        places = self._places[name]
        return places[-1] if places else -1

    def _close(self, place: int) -> None:
        """Closes the element at ``place`` and all inside it."""
        self.state = self._open[place][1]
        while len(self._open) > place:
            self._places[self._open.pop()[0]].pop()
        while self._blocks[-1] >= place:
            self._blocks.pop()

    def _state_in(self, name: str, attributes: str, kind: str) -> State:
        """The state inside a block that has just been opened."""
        role, regions, fixed, header, inside, linked, row, listing, code = self.state
        part = part_of(attributes) if attributes else ""
        listing = listing or part == "code"
        if kind in _ROLES:
            role = "dropped" if kind == "verbatim" and listing else kind
        elif part in ("byline", "caption"):
            role = part
        elif name == "p" and role in _TEXTS:
            role = "body"
        if name == "h1" and not self._has_headline:
            self._has_headline, regions = True, ()
        elif (part in ("furniture", "small") and name not in _WHOLE_PAGE) or name in _SOFT_FURNITURE:
            regions = self._regions_with_one_more(self.state)
        fixed = kind == "furniture" and name not in _SOFT_FURNITURE
        inside = inside or kind == "article" or part == "article"
        if name in ("tr", "dt"):
            self._row += 1
        if name in ("tr", "dt", "dd"):
            row = self._row
        return State(role, regions, fixed, header or (kind == "header" and not inside), inside, linked, row, listing, code)

    def _regions_with_one_more(self, state: State) -> tuple[int, ...]:
        """The regions of ``state`` and a new one; nobody nests them deeper than a few."""
        if len(state.regions) == _DEEPEST:
            return state.regions
        self._region += 1
        return (*state.regions, self._region)
