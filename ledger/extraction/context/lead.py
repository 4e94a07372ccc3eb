"""The names in a document's headline and first sentences: who and what the story is of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ledger.extraction.context.names import names
from ledger.extraction.sentences import Sentence, Sentences
from ledger.records import Prose

_LEAD = 2400
"""Characters of prose in which a story has named those that it is of."""
_MOST = 24
_TOLD = frozenset({"body", "heading", "item"})
_CAPITALS = re.compile(r"[A-Z](?<!\w.)[A-Z]{3,}\b")  # what stands before is looked at behind the first capital, which is found quickly


def lead(prose: Prose, sentences: Sentences, known: Mapping[Sentence, tuple[str, ...]]) -> tuple[str, ...]:
    """The first names of ``prose``, as written, in order, each once; of words in capitals those that it never has in small letters.

    ``known`` are the names of the sentences that have been read.
    """
    text = prose.text
    found: dict[str, None] = {}
    for number, block in enumerate(prose.blocks):
        if block.start > _LEAD or len(found) > _MOST:
            break
        if block.role in _TOLD:
            for sentence in sentences.of_block(number):
                found.update(dict.fromkeys(known[sentence] if sentence in known else names(text, *sentence)))
            found.update((word.title(), None) for word in _CAPITALS.findall(text, block.start, block.end) if word.lower() not in text)
    return tuple(found)[:_MOST]
