"""The lines of a text as blocks: paragraphs, headings, list items and table cells."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from ledger import patterns as re
from ledger.reading.furniture import credit, credit_words, furniture, heads_a_page, is_edited, what_follows
from ledger.reading.prose import Gap, as_block
from ledger.reading.rows import Cell, label_gap
from ledger.reading.texts.wrapping import WIDEST, Length, Line, fills, flows, is_soft, slack, wrap_width
from ledger.records import Block, Piece, Role

_BLANK = re.compile(r"\n\s*\n[ \t]*")
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_LINE_ENDS = "\r\f\v\x85\u2028\u2029"

# A bullet; a number, a letter or a section number; the number of a note.
_BULLET = re.compile(r"(?:[-*+•‣▪◦·●○■□–—][ \t\xa0]+(?:\[[ xX]\][ \t]+)?)(?=\S)")
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|[a-z]\)|\((?:[a-z]|[ivx]{1,4})\))[ \t\xa0]+(?=\S)"
    r"|\d{1,3}[ \t\xa0]{2,}(?=[A-Z\"“])|[¹²³⁴-⁹]+[ \t]*(?=\S)"
)
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\xa0]+(?=[A-Z\"“])")
_SECTIONS = re.compile(rf"\n[ \t]*{_SECTION.pattern}")
_MARKED_LINE = re.compile(
    r"\n[ \t]*(?:[^\w\s\"“‘'(€£$¥₹.…&]|\(?(?:\d{1,3}[.)]|[a-z]\)|[ivx]{1,4}\))[ \t\xa0]|\d+(?:(?:\.\d+)+\.?[ \t\xa0]|[ \t\xa0]{2}|\t))"
)
_TITLE = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*$")
_RULE = re.compile(r"(?:[-*_=~+#•·—–.][ \t]*+){3,}+$")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_DELIMITER = re.compile(r"[ \t|:-]*-[ \t|:-]*$")
_CELL = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")
_DIGIT, _YEAR_AT_END = re.compile(r"\d"), re.compile(r"\s(?:1[5-9]|20)\d\d$")
_GAPS = ("   ", "\t", "\xa0\xa0\xa0")
_GAP = re.compile(r"\S(?:[ \xa0]{3,}|[ ]*\t[ \t]*)(?=\S)")
_COLUMN = re.compile(r"\S+(?:[ \xa0]{1,2}\S+)*")
_ENDS_SENTENCE = frozenset(".,;:!…")
_LONGEST_HEADING = 110
_DAY_AT_END = re.compile(r"\s[-–—|·•(]\s?(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2},?|\d{1,2}[ ][A-Z][a-z]{2,8}\.?)[ ]\d{4}\)?$")
_LONGEST_DAY = 24
"""The day of a linked page behind its title, and how long it is at most."""


class Laid(NamedTuple):
    """The ``blocks`` of a text, in order, and the gaps inside them between a label and its figure; see ``prose``."""

    blocks: list[Block]
    labels: list[Gap]


def laid_out(text: str, pieces: tuple[Piece, ...]) -> Laid:
    """How the prose ``text`` is laid out; white space, markers of items and rules belong to no block.

    ``pieces`` tie it to the text as typed, whose line lengths tell how it was wrapped.
    """
    layout = _Layout(_with_plain_ends(text), pieces)
    at = 0
    for gap in _BLANK.finditer(layout.text):
        start, end = gap.span()
        layout.paragraph(at, start)
        at = end
    layout.paragraph(at, len(text))
    return Laid(layout.blocks, layout.labels)


def _with_plain_ends(text: str) -> str:
    """The text with every kind of line end as a line feed, of the same length."""
    for end in filter(text.__contains__, _LINE_ENDS):
        text = text.replace("\r\n", " \n").replace(end, "\n")
    return text


def marker_end(text: str, start: int, end: int) -> int | None:
    """Where the text of an item begins behind its bullet or number; None when ``text[start:end]`` has none."""
    found = _BULLET.match(text, start, end) or _NUMBER.match(text, start, end)
    return found.end() if found is not None and found.end() < end else None


class _Layout:
    """Walks the paragraphs of a text and keeps what the next line has to know of those before."""

    def __init__(self, text: str, pieces: tuple[Piece, ...]):
        self.text, self.blocks, self.labels = text, list[Block](), list[Gap]()
        self._width = wrap_width(text)
        self._full = self._width - slack(self._width) if self._width else WIDEST
        self._length: Length = _typed_length(pieces) if len(pieces) > 1 else _plain_length
        self._has_tabs = "\t" in text
        self._credits = credit_words(text)
        self._paged = "\n" in text and "\n" in text.strip()  # a number that is the whole text is no page's
        self._belongs = ""  # what the label above takes along

    @cached_property
    def _numbers_sections(self) -> bool:
        return len(_SECTIONS.findall(self.text)) > 1

    @cached_property
    def _is_lettered(self) -> bool:
        """Whether items are lettered, and so "(c)" is no copyright."""
        return "(b)" in self.text

    def paragraph(self, start: int, end: int) -> None:
        text = self.text
        if start == end:
            return
        if text[start].isspace() or text[end - 1].isspace():
            start, end = _stripped(text, start, end)
            if start == end:
                return
        if text.find("\n", start, end) < 0:
            if self._has_tabs and text.find("\t", start, end) >= 0:
                self._rows([(start, end)])
            else:
                self._line(start, end)
        elif self._is_wrapped(start, end):
            self._line(start, end)
        else:
            self._stack([found.span() for found in _LINE.finditer(text, start, end)])

    def _is_wrapped(self, start: int, end: int) -> bool:
        """Whether all breaks of a paragraph are plainly soft ones: the quick look."""
        text, width, full = self.text, self._width, self._full
        if not width or text[start] in "|#" or _MARKED_LINE.search(text, start, end):
            return False
        lines, flowing = [line.strip() for line in text[start:end].split("\n")], None
        if fills(lines) and flows(text, start, end):
            return True
        line = lines[0]
        for following in lines[1:]:
            size = len(line)
            if not full < size <= WIDEST and not (following[0].islower() and line[-1] not in ".!?:"):
                flowing = flows(text, start, end) if flowing is None else flowing
                if not is_soft(line, following, width, size, flowing):
                    return False
            line = following
        return True

    def _stack(self, lines: list[Line]) -> None:
        """Lines without a blank one between them: wrapped text, a table, a list, a heading over its text."""
        text = self.text
        start, end = lines[0][0], lines[-1][1]
        if text.find("|", start, end) >= 0 and self._is_table(lines):
            for line in lines:
                self._table_line(line)
        elif any(text.find(gap, start, end) >= 0 for gap in _GAPS) and sum(_has_gap(text[slice(*line)]) for line in lines) > 1:
            self._rows(lines)
        else:
            self._joined(lines)

    def _joined(self, lines: list[Line]) -> None:
        text = self.text
        start, before = lines[0][0], lines[0]
        flowing = flows(text, start, lines[-1][1])
        plain = text[start] != "#" and not _MARKED_LINE.search(text, start, lines[-1][1])
        for line in lines[1:]:
            if (plain and self._full < before[1] - before[0] <= WIDEST) or self._goes_on(start, before, line, flowing):
                before = line
                continue
            if _UNDERLINE.match(text, *line) and line[1] - line[0] > 2:
                self._add(start, before[1], "heading")
                start, before = line[1], line
                continue
            if start < before[1]:
                self._line(start, before[1])
            start, before = line[0], line
        if start < before[1]:
            self._line(start, before[1])

    def _goes_on(self, start: int, before: Line, line: Line, flowing: bool) -> bool:
        """Whether ``line`` goes on with the logical line that began at ``start`` and reached to ``before``."""
        text = self.text
        first = text[line[0]]
        if start == before[1] or (first == "#" and _TITLE.match(text, *line)) or (text[start] == "#" and _TITLE.match(text, *before)):
            return False
        soft = is_soft(text[slice(*before)], text[slice(*line)], self._width, self._length(*before), flowing)
        if first.isalpha() and text[line[0] + 1 : line[0] + 2] not in (".", ")"):
            return soft or self._hangs(start, before, line)
        if _RULE.match(text, *line) or (first in "-*+•‣▪◦●○■□" and _BULLET.match(text, *line)):
            return False
        if self._marker(*line) is None:
            return soft or self._hangs(start, before, line)
        return soft and text[before[1] - 1] not in ".:;!?" and self._marker(start, before[1]) is None

    def _hangs(self, start: int, before: Line, line: Line) -> bool:
        """Whether ``line`` is indented under the item or the note that began at ``start``."""
        text = self.text
        if _indent(text, line[0]) <= _indent(text, start):
            return False
        marked = start + 1 if text[start] == "[" else self._marker(start, before[1])
        return marked is not None and not text[marked : before[1]].isupper()

    def _is_table(self, lines: list[Line]) -> bool:
        text = self.text
        framed = [line for line in lines if text[line[0]] == "|"]
        return len(framed) > 1 or any("|" in text[slice(*line)] and _DELIMITER.match(text, *line) for line in lines)

    def _table_line(self, line: Line) -> None:
        if self.text.find("|", *line) < 0:
            self._line(*line)
        elif not _DELIMITER.match(self.text, *line):
            self._row([found.span() for found in _CELL.finditer(self.text, *line)])

    def _rows(self, lines: list[Line]) -> None:
        """Lines whose columns are set apart by tabs or wide gaps; among rows with other figures one that ends in a number is no page's."""
        told = any(_DIGIT.search(self.text, *line) and not heads_a_page(_YEAR_AT_END.sub("", self.text[slice(*line)])) for line in lines)
        for line in lines:
            columns = [found.span() for found in _COLUMN.finditer(self.text, *line)]
            row = self.text[slice(*line)]
            if len(columns) > 1 and (furniture(row) == "" or (told and heads_a_page(row))):
                self._row(columns)
            else:
                self._line(*line)

    def _row(self, cells: list[Cell]) -> None:
        if gap := label_gap(self.text, cells):
            self.labels.append(gap)
            cells = [(cells[0][0], cells[1][1])]
        role: Role = "row"
        for cell in cells:
            self._add(*cell, role)
            role = "cell"

    def _line(self, start: int, end: int) -> None:
        """One logical line: a paragraph, a heading or an item, or a part of the page."""
        text = self.text
        role: Role = "body"
        first, begin = text[start], start
        if not first.isalpha() or text[start + 1 : start + 2] == ")":
            if _RULE.match(text, start, end):
                return
            if first == "#" and (title := _TITLE.match(text, start, end)):
                self._belongs = ""
                begin, end, role = title.start(2), title.end(2), "heading"
                begin = self._marker(begin, end) or begin
            elif (marked := self._marker(start, end)) is not None:
                begin, role = marked, "item"
        line = text[begin:end]
        kind = furniture(line, self._paged)
        if not kind and role == "item" and not (text.startswith("(c)", start) and self._is_lettered):
            kind = furniture(text[start:end], self._paged)
        if end - begin <= _LONGEST_HEADING and line[-1] not in _ENDS_SENTENCE and _is_heading(line, role):
            role = "heading"
            self._belongs = "" if is_edited(line) else self._belongs
        if kind or (self._belongs and self._still_belongs(begin, end, role)):
            self._belongs = what_follows(self._belongs, kind, role == "item" or text[begin] == "[")
            self.blocks.append(Block(begin, end, "furniture"))
            return
        self._belongs = ""
        reserved = credit(text, begin, end, self._credits) if self._credits else None
        if reserved is not None:
            self._add(begin, reserved[0], role)
            self._add(*reserved, "furniture")
            self._add(reserved[1], end, role)
            return
        self.blocks.append(as_block((begin, end, role)))

    def _still_belongs(self, start: int, end: int, role: str) -> bool:
        """Whether a line belongs to the list of links or works above it."""
        if self._belongs == "contents":
            listed = role == "item" or self.text[start].isdigit()
            return listed and end - start < 160 and self.text[end - 1] not in _ENDS_SENTENCE
        if self._belongs == "list":
            listed = role in ("item", "heading") or _DAY_AT_END.search(self.text, max(start, end - _LONGEST_DAY), end) is not None
            return listed and end - start < 160 and self.text[end - 1] not in _ENDS_SENTENCE
        if self._belongs != "works":
            return self._belongs == "numbered" and role == "item"
        return not self.text[start:end].isupper() and end - start < 600

    def _marker(self, start: int, end: int) -> int | None:
        """Where the text of an item begins behind its marker; None when the line is no item."""
        found = marker_end(self.text, start, end)
        if found is None and (section := _SECTION.match(self.text, start, end)) and self._numbers_sections:
            return section.end()
        return found

    def _add(self, start: int, end: int, role: Role) -> None:
        start, end = _stripped(self.text, start, end)
        if start < end:
            self.blocks.append(Block(start, end, role))


def _is_heading(line: str, role: Role) -> bool:
    """Whether a short line that ends no sentence is a heading."""
    if role == "item":
        return line.isupper()
    if line.rstrip("\"'”’)")[-1:] in _ENDS_SENTENCE:
        return False
    return line.isupper() or (". " not in line and not line[0].islower())


def _indent(text: str, position: int) -> int:
    return position - text.rfind("\n", 0, position) - 1


def _has_gap(line: str) -> bool:
    return any(gap in line for gap in _GAPS) and _GAP.search(line) is not None


def _stripped(text: str, start: int, end: int) -> Line:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _plain_length(start: int, end: int) -> int:
    return end - start


def _typed_length(pieces: tuple[Piece, ...]) -> Length:
    """How long a stretch of prose is in the document, with its marks."""

    starts = [piece.start for piece in pieces]

    def place(position: int) -> int:
        piece = pieces[bisect_right(starts, position) - 1]
        return piece.document_start + position - piece.start

    return lambda start, end: place(end - 1) + 1 - place(start)
