"""What stands in quotation marks."""

from __future__ import annotations

from ledger import patterns as re

_MARK = re.compile("""["“”„«»‘’']""")
_ENDS = frozenset(".,!?…")
_OPENS = frozenset("“„«‘")
_PARTNERS = {"“": '”"', "„": "“”", "«": "»", "‘": "’", '"': '"”', "'": "'"}
_STOP = re.compile(r"[.!?…]\s+\S")


class Quotation:
    """Offsets of a quotation, marks included. ``clause`` says that it is a statement, not a word or two that are
    taken into somebody else's sentence; ``closed`` that its closing mark stands in the block."""

    __slots__ = ("clause", "closed", "end", "start")

    def __init__(self, start: int, end: int, clause: bool, closed: bool):
        self.start, self.end, self.clause, self.closed = start, end, clause, closed


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations in the block ``text[start:end]``, in order, none inside another; the last may be left open."""
    found: list[Quotation] = []
    opened, mark, closing = -1, "", ""
    for match in _MARK.finditer(text, start, end):
        character, at = match.group(), match.start()
        if character in "‘’" and not _quotes(text, character, at):
            continue
        if character == "'" and not (_closes(text, at, end) if opened >= 0 else _may_open(text, at, start, end)):
            continue
        if opened < 0:
            if character in _OPENS or character == "'" or (character == '"' and _may_open(text, at, start, end)):
                opened, mark, closing = at, character, _PARTNERS[character]
        elif character == mark == '"' and _reopens(text, at):
            found.append(Quotation(opened, at, True, False))
            opened = at
        elif character in closing:
            found.append(Quotation(opened, at + 1, _clause(text, opened, at + 1, start), True))
            opened = -1
        elif character == mark and mark in "“„«" and _may_open(text, at, start, end):
            found.append(Quotation(opened, at, True, False))
            opened = at
    if opened >= 0 and mark not in "‘'":
        found.append(Quotation(opened, end, True, False))
    return found


def _quotes(text: str, mark: str, at: int) -> bool:
    """Whether a single mark is no apostrophe: it opens before a word, or closes behind a sentence."""
    behind = text[at + 1 : at + 2]
    word = behind.isalnum() or behind == "_"
    return word if mark == "‘" else not word and text[at - 1] in _ENDS


def _closes(text: str, at: int, end: int) -> bool:
    """Whether a straight single mark closes a quotation and is no apostrophe: behind a sentence, or at the end."""
    return at + 1 >= end or (text[at - 1] in _ENDS and not text[at + 1].isalnum())


def _may_open(text: str, at: int, start: int, end: int) -> bool:
    return (at == start or (not text[at - 1].isalnum() and text[at - 1] not in ".,!?")) and at + 1 < end and not text[at + 1].isspace()


def _reopens(text: str, at: int) -> bool:
    """Whether a straight mark inside a quotation opens its next part, as at the head of a paragraph: ``"Go home. "Yet we have 40.``"""
    return text[at - 1].isspace() and text[at - 2] in _ENDS and text[at + 1 : at + 2].isupper()


def _clause(text: str, opened: int, end: int, start: int) -> bool:
    """Whether the quotation begins where a statement can and is more than a word or two."""
    before = text[max(start, opened - 8) : opened].rstrip()
    if _STOP.search(text, opened, end):
        return True
    if before and (before[-1].isalnum() or before[-1] in "%’'"):
        return False
    return text.count(" ", opened, end) > 0 or text[end - 2] in ",.!?"  # "No," said Ana Ruiz
