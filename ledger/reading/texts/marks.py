"""Finds the inline marks of Markdown, and its lighter signs in plain text: what a reader does not see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ledger.reading.entities import REFERENCE, character
from ledger.reading.prose import Edit, invisible

_FILL = "\0"
_Found = Callable[[re.Match[str]], Iterator[Edit]]

_REST = r"[^\s<>\"“”|\0]+"
_ADDRESSES = (
    ("http", re.compile(rf"https?://{_REST}")),
    ("ftp://", re.compile(rf"ftp://{_REST}")),
    ("www.", re.compile(rf"www\.\w{_REST}")),
    ("mailto:", re.compile(rf"mailto:{_REST}")),
    ("doi:", re.compile(rf"doi:\s?10\.{_REST}")),
)
_AFTER_ADDRESS = ".,;:!?'\"’”»…*_`]"
_LABEL = r"\[((?:[^\[\]\n\\]|\\.|\n(?!\s*\n)|\[[^\[\]\n]{0,80}\]){0,400}+)\]"
_TARGET = r"\([ \t]*<?[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*>?(?:\s+(?:\"[^\"\n]*+\"|'[^'\n]*+'))?[ \t]*\)"
_LINK = re.compile(rf"{_LABEL}(?:{_TARGET}|\[[^\[\]\n]{{0,80}}+\])")
_PLAIN_LINK = re.compile(rf"{_LABEL}\((?:(?:#|/|https?:|www\.|mailto:)[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*)?\)")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]{1,200}+\]:[ \t]*\S+[^\n]*", re.M)
_FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*(?:\n(?! {0,3}\1)[^\n]*)*+(?:\n[^\n]*)?", re.M)
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|<(script|style)\b(?:[^<]|<(?!/\1))*+(?:</\1\s*>|\Z)", re.I)
_NOTE_TAG = re.compile(r"<sup>\s*(?:<a\b[^<>]*>)?\[?\d{1,3}\]?(?:</a>)?\s*</sup>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\r\n])")
_TICKS = re.compile(r"`+")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,400}~~")
_STRESS = re.compile(r"[*_]")
_QUOTED = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.M)


def markdown_marks(text: str, start: int = 0) -> list[Edit]:
    """The marks of a Markdown text from ``start`` on, where its front matter ends; in no particular order."""
    marks = _Marks(text, start)
    if "```" in text or "~~~" in text:
        marks.find(_FENCE, _whole)
    if "<" in text:
        marks.find(_COMMENT, _whole)
        marks.find(_NOTE_TAG, _whole)
    if "\\" in text:
        marks.find(_ESCAPE, _whole)
    if "]" in text:
        marks.find(_DEFINITION, _whole)
        marks.find(_NOTE_MARK, _whole)
        marks.find_links(_LINK)
    marks.find_addresses()
    if "<" in text:
        marks.find(_TAG, _whole)
    if "&" in text:
        marks.find(REFERENCE, _reference)
    if "~~" in text:
        marks.find(_STRUCK, _whole)
    if "`" in text:
        marks.find(_TICKS, _whole)
    if "\n>" in text or text.startswith(">", start):
        marks.find(_QUOTED, _whole)
    marks.find_stress()
    return marks.edits


def plain_marks(text: str) -> list[Edit]:
    """The signs of Markdown that plain texts borrow, and addresses of the web; in no particular order."""
    marks = _Marks(text, 0)
    if "](" in text:
        marks.find_links(_PLAIN_LINK)
    if "[^" in text:
        marks.find(_NOTE_MARK, _whole)
    marks.find_addresses()
    if "\n>" in text or text.startswith(">"):
        marks.find(_QUOTED, _whole)
    marks.find_stress()
    return marks.edits


class _Marks:
    """Collects edits pass by pass; what one pass has found is blanked out for the next."""

    def __init__(self, text: str, start: int):
        self._text = _FILL * start + text[start:] if start else text
        self.edits = invisible(text)
        if start:
            self.edits.append(Edit(0, start))

    def find(self, pattern: re.Pattern[str], found: _Found) -> None:
        self._text = pattern.sub(lambda match: self._blanked(match, found(match)), self._text)

    def find_links(self, pattern: re.Pattern[str]) -> None:
        """Links, and those inside the text of links: a linked image."""
        for _ in range(2):
            self.find(pattern, _link)

    def find_addresses(self) -> None:
        for sign, pattern in _ADDRESSES:
            if sign in self._text:
                self.find(pattern, _address)

    def find_stress(self) -> None:
        """Stars and underscores in pairs around words of one paragraph."""
        text, opened = self._text, dict[str, int]()
        if "*" not in text and "_" not in text:
            return
        done = 0
        for found in _STRESS.finditer(text):
            start, mark = found.start(), found.group()
            if start < done:
                continue
            end = done = _run_end(text, start, mark)
            before, after = text[start - 1 : start], text[end : end + 1]
            if end - start > 3 or (before.isdigit() and after.isdigit()):
                continue
            run, may_close = text[start:end], before.strip() and not (mark == "_" and after.isalnum())
            if may_close and run in opened and "\n\n" not in text[opened[run] : start]:
                opening = opened.pop(run)
                self.edits += (Edit(opening, opening + len(run)), Edit(start, end))
            elif after.strip() and not (mark == "_" and before.isalnum()):
                opened[run] = start

    def _blanked(self, match: re.Match[str], edits: Iterator[Edit]) -> str:
        start, end, whole = *match.span(), match.group()
        for edit in edits:
            self.edits.append(edit)
            first, last = max(edit.start, start) - start, min(edit.end, end) - start
            if first < last:
                whole = whole[:first] + _FILL * (last - first) + whole[last:]
        return whole


def _run_end(text: str, start: int, mark: str) -> int:
    end = start + 1
    while text[end : end + 1] == mark:
        end += 1
    return end


def _whole(match: re.Match[str]) -> Iterator[Edit]:
    yield Edit(*match.span())


def _link(match: re.Match[str]) -> Iterator[Edit]:
    """The brackets and the target of a link; all of an image."""
    start, end = match.span()
    if match.string[start - 1 : start] == "!":
        yield Edit(start - 1, end)
    else:
        yield Edit(start, match.start(1))
        yield Edit(match.end(1), end)


def _address(match: re.Match[str]) -> Iterator[Edit]:
    """An address without the punctuation behind it, with the angle brackets around it."""
    (start, end), text = match.span(), match.string
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        yield Edit(start - 1, start)
        yield Edit(start, end)
        yield Edit(end, end + 1)
        return
    address = match.group().rstrip(_AFTER_ADDRESS)
    if address.endswith(")") and "(" not in address:
        address = address.rstrip(")" + _AFTER_ADDRESS)
    yield Edit(start, start + len(address))


def _reference(match: re.Match[str]) -> Iterator[Edit]:
    seen, used = character(match.group())
    if used and match.group().endswith(";"):
        yield Edit(match.start(), match.start() + used, seen)
