"""Tells the article on a page from the furniture around it."""

from __future__ import annotations

from ledger.reading.furniture import caption_credit, credit, credit_words, furniture, what_follows
from ledger.reading.pages.page import Page, Part
from ledger.reading.prose import SENTENCE_END, Gap, as_block
from ledger.reading.rows import label_gap
from ledger.reading.texts import layout
from ledger.reading.texts.layout import Laid, marker_end
from ledger.records import Block, Role

_FEWEST_WORDS = 12
_LONGEST_BYLINE, _LONGEST_CELL = 240, 160
_LINKED = 0.9
_ROLES: dict[str, Role] = {"heading": "heading", "item": "item", "cell": "cell", "byline": "byline"}


def laid_out(page: Page) -> Laid:
    """The blocks of ``page``, in order: the article's, and what is around it as furniture; and the gaps behind labels."""
    article = _Article(page)
    for part in page.parts:
        article.take(part)
    return article.with_labels()


class _Article:
    def __init__(self, page: Page):
        self.blocks = list[Block]()
        self._text = page.text
        sizes, inside, total = dict[int, int](), 0, 0
        for start, end, _, state, _ in page.parts:
            if state.fixed:
                continue
            total += end - start
            if state.inside:
                inside += end - start
            for region in state.regions:
                sizes[region] = sizes.get(region, 0) + end - start
        # An element that holds most of the page is no part of its furniture, whatever it is called.
        self._voided = {region for region, size in sizes.items() if size * 2 > total}
        self._is_marked = inside * 10 >= total * 6 > 0
        headline = next((part.start for part in page.parts if part.element == "h1" and not part.state.fixed), 0)
        self._above = headline if headline * 3 < len(self._text) else 0
        self._credits = credit_words(self._text)
        self._belongs = ""
        self._rows, self._labels = dict[int, list[int]](), list[Gap]()

    def take(self, part: Part) -> None:
        """Adds the blocks of one part: one as a rule, more where a credit or hard lines are in it."""
        start, end = self._stripped(part.start, part.end)
        if start == end:
            return
        text, state = self._text, part.state
        role: Role = _ROLES.get(state.role, "body")
        if role == "item" and (marked := marker_end(text, start, end)) is not None:
            start = marked
        if self._is_around(part, start, end):
            self.blocks.append(as_block((start, end, "furniture")))
        elif state.role == "verbatim":
            inner = layout.laid_out(text[start:end], ())
            self.blocks += [Block(start + block.start, start + block.end, block.role) for block in inner.blocks]
            self._labels += [(start + first, start + last) for first, last in inner.labels]
        elif state.role == "caption":
            self._caption(start, end)
        elif self._is_furniture(part, start, end):
            self.blocks.append(Block(start, end, "furniture"))
        elif (role == "cell" and end - start > _LONGEST_CELL) or (role == "byline" and end - start > _LONGEST_BYLINE):
            self.blocks.append(Block(start, end, "body"))
        elif self._credits and (found := credit(text, start, end, self._credits)) is not None:
            self._add(start, found[0], role)
            self._add(*found, "furniture")
            self._add(found[1], end, role)
        else:
            if state.row:
                self._rows.setdefault(state.row, []).append(len(self.blocks))
            self.blocks.append(as_block((start, end, role)))

    def with_labels(self) -> Laid:
        """What was taken, a cell and the label before it as one block."""
        labelled = set[int]()
        for cells in self._rows.values():
            if gap := label_gap(self._text, [(self.blocks[at].start, self.blocks[at].end) for at in cells]):
                label, figure = cells
                self.blocks[figure] = as_block((self.blocks[label].start, self.blocks[figure].end, "row"))
                self._labels.append(gap)
                labelled.add(label)
            elif self.blocks[cells[0]].role == "cell":
                self.blocks[cells[0]] = self.blocks[cells[0]]._replace(role="row")
        return Laid([block for at, block in enumerate(self.blocks) if at not in labelled], sorted(self._labels))

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
        is_link = part.linked >= (end - start) * _LINKED and not SENTENCE_END.search(text[max(start, end - 4) : end])
        is_link = is_link and role != "byline" and not (role == "heading" and part.state.inside)
        is_item = role == "item"
        listed = self._belongs in ("list", "contents") and (is_item or is_link)
        belongs = listed or self._belongs == "works" or (self._belongs == "numbered" and is_item)
        if kind or belongs:
            self._belongs = what_follows(self._belongs, kind, is_item)
            return True
        self._belongs = ""
        return is_link

    def _caption(self, start: int, end: int) -> None:
        found = caption_credit(self._text, start, end)
        start, stop = self._stripped(start, found[0] if found else end)
        if stop > start:
            line = self._text[start:stop]
            words = line.split()
            is_spoken = len(words) > 5 or (len(words) > 2 and SENTENCE_END.search(line))
            self.blocks.append(Block(start, stop, "body" if is_spoken and not furniture(line, paged=False) else "furniture"))
        if found:
            self.blocks.append(Block(*found, "furniture"))

    def _add(self, start: int, end: int, role: Role) -> None:
        start, end = self._stripped(start, end)
        if start < end:
            self.blocks.append(Block(start, end, role))

    def _is_prose(self, start: int, end: int) -> bool:
        return len(self._text[start:end].split()) >= _FEWEST_WORDS and SENTENCE_END.search(self._text[start:end]) is not None

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        text = self._text
        if start < end and not text[start].isspace() and not text[end - 1].isspace():
            return start, end
        text = text[start:end]
        start += len(text) - len(text.lstrip())
        return start, max(start, start + len(text.strip()))
