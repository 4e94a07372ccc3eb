"""What "each" behind a comma parts a figure out to: the loaves of "40 loaves, each 70 cm long"."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.noun_phrase import before
from ledger.extraction.context.wording import COMMA, NONE

_REACH, _LEADS = 8, pos.COUNTING | pos.HEDGE | pos.MEASURE_WORD | pos.GERUND | pos.OF


def each(figure: Figure) -> int:
    """The things of which each is so long, costs so much or lasts so long; NONE where no "each" leads the figure."""
    words, k = figure.wording, figure.left
    if figure.parted or k < 1:
        return NONE
    floor = max(k - _REACH, 0)
    while k > floor and not words.gaps[k] and words.bits[k] & _LEADS:
        k -= 1
    led = words.gaps[k] == COMMA and words.words[k] == "each"
    return before(words, k - 1) if led and words.bits[k - 1] & pos.SEVERAL else NONE
