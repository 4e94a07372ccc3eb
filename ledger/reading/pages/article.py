"""Tells the article on a page from the furniture around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ledger.reading.furniture import credit, furniture
from ledger.reading.pages.page import Page, Part
from ledger.reading.texts.layout import blocks as laid_out
from ledger.reading.texts.layout import marker_end
from ledger.records import Block, Role

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
_FEWEST_WORDS = 12
_LONGEST_BYLINE, _LONGEST_CELL = 240, 160
_LINKED = 0.9
_ROLES: dict[str, Role] = {"heading": "heading", "item": "item", "cell": "cell", "byline": "byline"}


def blocks(page: Page) -> list[Block]:
    """The blocks of ``page``, in order: the article's, and what is around it as furniture."""
    article = _Article(page)
    return [block for part in page.parts for block in article.blocks(part)]


class _Article:
    def __init__(self, page: Page):
        self._text, self._page = page.text, page
        sizes, inside, total = Counter[int](), 0, 0
        for part in page.parts:
            size = 0 if part.state.fixed else part.end - part.start
            total += size
            inside += size if part.state.inside else 0
            for region in part.state.regions:
                sizes[region] += size
        # An element that holds most of the page is no part of its furniture, whatever it is called.
        self._voided = {region for region, size in sizes.items() if size * 2 > total}
        self._is_marked = inside * 10 >= total * 6 > 0
        headline = next((part.start for part in page.parts if part.element == "h1" and not part.state.fixed), 0)
        self._above = headline if headline * 3 < len(self._text) else 0
        self._belongs = ""

    def blocks(self, part: Part) -> Iterator[Block]:
        """The blocks of one part: one as a rule, more where a credit or hard lines are in it."""
        start, end = self._stripped(part.start, part.end)
        if start == end:
            return
        text, state = self._text, part.state
        role: Role = _ROLES.get(state.role, "body")
        if state.role == "item" and (marked := marker_end(text, start, end)) is not None:
            start = marked
        if self._is_around(part, start, end):
            yield Block(start, end, "furniture")
        elif state.role == "verbatim":
            for block in laid_out(text[start:end], ()):
                yield Block(start + block.start, start + block.end, block.role)
        elif state.role == "caption":
            yield from self._caption(start, end)
        elif self._is_furniture(part, start, end):
            yield Block(start, end, "furniture")
        elif (role == "cell" and end - start > _LONGEST_CELL) or (role == "byline" and end - start > _LONGEST_BYLINE):
            yield Block(start, end, "body")
        else:
            yield from self._without_credit(start, end, role)

    def _is_around(self, part: Part, start: int, end: int) -> bool:
        """Whether a part stands outside of the article."""
        state = part.state
        if state.fixed or not self._voided.issuperset(state.regions):
            return True
        if state.header or start < self._above or (self._is_marked and not state.inside):
            return part.element != "h1" and state.role != "byline" and not self._is_prose(start, end)
        return False

    def _is_furniture(self, part: Part, start: int, end: int) -> bool:
        """Whether a part of the article's own element speaks of the page: by its words, or as a link and nothing else."""
        text, role = self._text, part.state.role
        if role == "cell" or part.element == "h1":
            return False
        kind = furniture(text[start:end], paged=False)
        is_link = part.linked >= (end - start) * _LINKED and not _SENTENCE_END.search(text[max(start, end - 4) : end])
        is_link = is_link and role != "byline" and not (role == "heading" and part.state.inside)
        belongs = self._belongs == "works" or (self._belongs == "list" and (role == "item" or is_link))
        if kind or belongs:
            self._belongs = kind if kind in ("list", "works") else self._belongs
            return True
        self._belongs = ""
        return is_link

    def _caption(self, start: int, end: int) -> Iterator[Block]:
        found = credit(self._text, start, end, caption=True)
        stop = self._stripped(start, found[0])[1] if found else end
        if stop > start:
            words = self._text[start:stop].split()
            spoken = len(words) > 5 or (len(words) > 2 and _SENTENCE_END.search(self._text[start:stop]))
            yield Block(start, stop, "body" if spoken and not furniture(self._text[start:stop], paged=False) else "furniture")
        if found:
            yield Block(*found, "furniture")

    def _without_credit(self, start: int, end: int, role: Role) -> Iterator[Block]:
        found = credit(self._text, start, end)
        if found is None:
            yield Block(start, end, role)
            return
        for begin, stop, kind in ((start, found[0], role), (*found, "furniture"), (found[1], end, role)):
            begin, stop = self._stripped(begin, stop)
            if begin < stop:
                yield Block(begin, stop, kind)

    def _is_prose(self, start: int, end: int) -> bool:
        return len(self._text[start:end].split()) >= _FEWEST_WORDS and _SENTENCE_END.search(self._text[start:end]) is not None

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        text = self._text[start:end]
        start += len(text) - len(text.lstrip())
        return start, max(start, start + len(text.strip()))
