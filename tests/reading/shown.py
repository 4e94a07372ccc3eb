"""How the tests of reading write down what a document shows."""

from __future__ import annotations

from ledger.reading import read_bytes
from ledger.records import Document

SHORT = {"body": "", "furniture": "~", "heading": "#", "item": "-", "row": "|", "cell": "|", "byline": "@"}


def shown(document: Document) -> list[str]:
    """The blocks in order, each behind the sign of its role: ``~`` furniture, ``#`` heading, ``-`` item, ``|`` cell, ``@`` byline."""
    prose = document.prose
    return [f"{SHORT[block.role]}{' '.join(prose.text[block.start : block.end].split())}" for block in prose.blocks]


def blocks(text: str, format: str = "text") -> list[str]:
    return shown(read_bytes(text.encode(), format=format))


def quoted(document: Document, part: str) -> str:
    """What stands in the document where the prose has ``part``."""
    start = document.prose.text.index(part)
    first, last = document.prose.place(start, start + len(part))
    return document.text[first:last]
