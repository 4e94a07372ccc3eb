"""The names in a document's headline and first sentences: who and what the story is of."""

from __future__ import annotations

import re

from ledger.extraction.context.names import names
from ledger.extraction.sentences import Sentences
from ledger.records import Prose

_LEAD = 2400
"""Characters of prose in which a story has named those that it is of."""
_MOST = 24
_TOLD = frozenset({"body", "heading", "item"})
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")


def lead(prose: Prose, sentences: Sentences) -> tuple[str, ...]:
    """The first names of ``prose``, as written, in order, each once; of words in capitals those that it never has in small letters."""
    text = prose.text
    found: dict[str, None] = {}
    for number, block in enumerate(prose.blocks):
        if block.start > _LEAD or len(found) > _MOST:
            break
        if block.role in _TOLD:
            for start, end in sentences.of_block(number):
                found.update(dict.fromkeys(names(text, start, end)))
            found.update((word.title(), None) for word in _CAPITALS.findall(text, block.start, block.end) if word.lower() not in text)
    return tuple(found)[:_MOST]
