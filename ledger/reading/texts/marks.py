"""Finds the inline marks of Markdown, and its lighter signs in plain text: what a reader does not see."""

from __future__ import annotations

from collections.abc import Callable

from ledger import patterns as re
from ledger.reading.code import digits, is_figure
from ledger.reading.entities import REFERENCE, character
from ledger.reading.prose import Edit, has_invisible, invisible

_FILL = "\0"
_PLAIN_SIGNS = (*":[>*_", "www.")
_Found = Callable[[re.Match[str]], tuple[Edit, ...]]

_REST = r"[^\s<>\"“”|\0]+"
# From the colon on, which is rare and quickly found; the scheme is looked at when one is.
_ADDRESS = re.compile(rf":(?:(?:(?<=http:)|(?<=https:)|(?<=ftp:))//|(?<=mailto:)|(?<=doi:)\s?10\.){_REST}")
_SCHEMES = ("https", "http", "ftp", "mailto", "doi")
_SITE = re.compile(rf"www\.\w{_REST}")
_AFTER_ADDRESS = ".,;:!?'\"’”»…*_`]"
_LABEL = r"\[((?:[^\[\]\n\\]|\\.|\n(?!\s*\n)|\[[^\[\]\n]{0,80}\]){0,400}+)\]"
_TARGET = r"\([ \t]*<?[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*>?(?:\s+(?:\"[^\"\n]*+\"|'[^'\n]*+'))?[ \t]*\)"
_LINK = re.compile(rf"{_LABEL}(?:{_TARGET}|\[[^\[\]\n]{{0,80}}+\])")
_PLAIN_LINK = re.compile(rf"{_LABEL}\((?:(?:#|/|https?:|www\.|mailto:)[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*)?\)")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\[\]\n]{1,200}+\]:[ \t]*\S+[^\n]*", re.M)
FENCE = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*(?:\n(?! {0,3}\1)[^\n]*)*+(?:\n[^\n]*)?", re.M)
_INDENTED = re.compile(r"\n[ \t]*\n((?:(?: {4}|\t)[^\n]*\S[^\n]*(?:\n|\Z))+)(?=\s*\n|\Z)")
_OF_AN_ITEM = re.compile(r"(?: {2,}|\t|[ ]?(?:[-*+•]|\d{1,3}[.)])[ \t])")
_SENTENCE = re.compile(r"[.!?:][\"”’')]*[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+(?:-->|\Z)|<(script|style)\b(?:[^<]|<(?!/\1))*+(?:</\1\s*>|\Z)", re.I)
_PREFORMATTED = re.compile(r"<pre\b(?:[^<]|<(?!/pre\b))*+(?:</pre\s*>|\Z)", re.I)
_NOTE_TAG = re.compile(r"<sup>\s*(?:<a\b[^<>]*>)?\[?\d{1,3}\]?(?:</a>)?\s*</sup>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~\r\n])")
_TICKS = re.compile("`")
_CODE = re.compile(r"(`{1,2}+)([^`\n]{1,200}+)\1(?!`)")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,400}~~")
_RUNS = {"*": re.compile(r"\*+"), "_": re.compile("_+")}
_QUOTED_FIRST = re.compile(r"[ \t]{0,3}(?:>(?!=)[ \t]?+)++")  # not ">= 5"
_QUOTED = re.compile(rf"\n({_QUOTED_FIRST.pattern})")


def markdown_marks(text: str, start: int = 0) -> list[Edit]:
    """The marks of a Markdown text from ``start`` on, where its front matter ends; in no particular order."""
    marks = _Marks(text, start)
    if _has(text, "```") or _has(text, "~~~"):
        marks.find(FENCE, _whole)
    if "\n    " in text or "\n\t" in text:
        marks.find(_INDENTED, _indented)
    if "<" in text:
        if "<pre" in text:
            marks.find(_PREFORMATTED, _whole)
        marks.find(_COMMENT, _whole)
        marks.find(_NOTE_TAG, _whole)
    if "\\" in text:
        marks.find(_ESCAPE, _whole)
    if "]" in text:
        if "]:" in text:
            marks.find(_DEFINITION, _whole)
        if "[^" in text:
            marks.find(_NOTE_MARK, _whole)
        marks.find_links(_LINK)
    marks.find_addresses()
    if "<" in text:
        marks.find(_TAG, _whole)
    if "&" in text:
        marks.find(REFERENCE, _reference)
    if _has(text, "~~"):
        marks.find(_STRUCK, _whole)
    if "`" in text:
        marks.find(_CODE, _code)
        marks.find(_TICKS, _whole)
    marks.find_quotations()
    marks.find_stress()
    return marks.edits


def plain_marks(text: str) -> list[Edit]:
    """The signs of Markdown that plain texts borrow, and addresses of the web; in no particular order."""
    if not has_invisible(text) and not _has_sign(text):
        return []
    marks = _Marks(text, 0)
    if _has(text, "]("):
        marks.find_links(_PLAIN_LINK)
    if _has(text, "[^"):
        marks.find(_NOTE_MARK, _whole)
    marks.find_addresses()
    marks.find_quotations()
    marks.find_stress()
    return marks.edits


def _has_sign(text: str) -> bool:
    """Whether ``text`` has something without which no plain text has a mark."""
    return any(map(text.__contains__, _PLAIN_SIGNS))


def _has(text: str, sign: str) -> bool:
    # A rare character is found or missed ten times as fast as a longer sign.
    return sign[0] in text and sign in text


class _Marks:
    """Collects edits pass by pass; what one pass has found is blanked out for the next."""

    def __init__(self, text: str, start: int):
        self._text = _FILL * start + text[start:] if start else text
        self.edits = invisible(text)
        if start:
            self.edits.append(Edit(0, start))

    def find(self, pattern: re.Pattern[str], found: _Found) -> bool:
        """Whether ``pattern`` occurs; keeps the edits that ``found`` makes of it."""
        text, parts, at = self._text, list[str](), 0
        for match in pattern.finditer(text):
            for edit in found(match):
                self.edits.append(edit)
                start, end, _ = edit
                parts += (text[at:start], _FILL * (end - start))
                at = end
        if parts:
            parts.append(text[at:])
            self._text = "".join(parts)
        return bool(parts)

    def find_links(self, pattern: re.Pattern[str]) -> None:
        """Links, and those inside the text of links: a linked image."""
        if self.find(pattern, _link):
            self.find(pattern, _link)

    def find_addresses(self) -> None:
        """Addresses of the net, with a scheme or beginning with "www."."""
        if ":" in self._text:
            self.find(_ADDRESS, _with_scheme)
        if "www." in self._text:
            self.find(_SITE, _site)

    def find_quotations(self) -> None:
        """The signs at the beginning of lines that quote a mail."""
        if ">" in self._text and ("\n>" in self._text or self._text.startswith(">")):
            first = _QUOTED_FIRST.match(self._text)
            if first is not None and ("\n>" in self._text or not self._text[first.end() : first.end() + 1].isdigit()):
                self.edits.append(Edit(*first.span()))
            self.edits += [Edit(*found.span(1)) for found in _QUOTED.finditer(self._text)]

    def find_stress(self) -> None:
        """Stars and underscores in pairs around words of one paragraph."""
        for mark, runs in _RUNS.items():
            end, opened = 0, dict[str, int]()
            while (start := self._text.find(mark, end)) >= 0:
                end = runs.match(self._text, start).end()  # type: ignore[union-attr]
                if end - start <= 3:
                    self._stress(start, end, opened)

    def _stress(self, start: int, end: int, opened: dict[str, int]) -> None:
        """Takes a run of marks; ``opened`` tells where those stand that may open, by what they are."""
        text = self._text
        run, before, after = text[start:end], text[start - 1 : start], text[end : end + 1]
        if before.isdigit() and after.isdigit():
            return
        is_line = run[0] == "_"
        opening = opened.pop(run, -1) if before.strip() and not (is_line and after.isalnum()) else -1
        if opening >= 0 and text.find("\n\n", opening, start) < 0:
            self.edits += (Edit(opening, opening + len(run)), Edit(start, end))
        elif after.strip() and not (is_line and before.isalnum()):
            opened[run] = start


def _whole(match: re.Match[str]) -> tuple[Edit, ...]:
    return (Edit(*match.span()),)


def _indented(match: re.Match[str]) -> tuple[Edit, ...]:
    """Indented code; neither what an item goes on with nor paragraphs of sentences."""
    text, start = match.string, match.start()
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return () if _OF_AN_ITEM.match(before) or _SENTENCE.search(match[1]) else (Edit(*match.span(1)),)


def _code(match: re.Match[str]) -> tuple[Edit, ...]:
    """The ticks around code, and its digits."""
    start, end = match.span(2)
    inner = () if is_figure(match[2]) else (Edit(start + first, start + last) for first, last in digits(match[2]))
    return Edit(match.start(), start), *inner, Edit(end, match.end())


def _link(match: re.Match[str]) -> tuple[Edit, ...]:
    """The brackets and the target of a link; all of an image."""
    start, end = match.span()
    if match.string[start - 1 : start] == "!":
        return (Edit(start - 1, end),)
    if match[1].isdigit() and match.string[end - 1] == "]":
        return ()  # "[3][4]" are marks of notes
    return Edit(start, match.start(1)), Edit(match.end(1), end)


def _with_scheme(match: re.Match[str]) -> tuple[Edit, ...]:
    colon, end = match.span()
    scheme = next(scheme for scheme in _SCHEMES if match.string.endswith(scheme, 0, colon))
    return _address(match.string, colon - len(scheme), end)


def _site(match: re.Match[str]) -> tuple[Edit, ...]:
    return _address(match.string, *match.span())


def _address(text: str, start: int, end: int) -> tuple[Edit, ...]:
    """An address without the punctuation behind it, with the angle brackets around it."""
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        return Edit(start - 1, start), Edit(start, end), Edit(end, end + 1)
    address = text[start:end].rstrip(_AFTER_ADDRESS)
    if address[-1:] == ")" and "(" not in address:
        address = address.rstrip(")" + _AFTER_ADDRESS)
    return (Edit(start, start + len(address)),)


def _reference(match: re.Match[str]) -> tuple[Edit, ...]:
    seen, used = character(match.group())
    if not used or not match.group().endswith(";"):
        return ()
    return (Edit(match.start(), match.start() + used, seen),)
