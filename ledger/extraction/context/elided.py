"""What a figure counts where its clause leaves out the verb or the noun, which the one before it has."""

from __future__ import annotations

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.noun_phrase import before, many
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import COMMA, NONE

_FARTHEST = 6
"""How many words a subject without verb may have, and how far before it the first figure is led to."""


def gapped(figure: Figure) -> int:
    """The subject of a clause whose verb the one before it has: "inflation is at 5 percent and growth [at 6]", "and the area [12 km²]"."""
    words, at = figure.wording, figure.first - 1
    if at < 2 or figure.parted or words.gaps[at + 1] or figure.next & _GOES_ON:
        return NONE
    bits, verbs = words.bits, words.acts or acts(words)
    led_by = words.words[at] if words.words[at] in ("at", "by", "to") else ""
    at = at if led_by else figure.left + 1
    k = at - 1
    if bits[k] & pos.OTHER and not bits[k] & pos.PLURAL:
        return NONE  # "and the remaining 31 in Kaltbach"
    if bits[k] & _NO_SUBJECT:
        return NONE
    while k > 0 and at - k < _FARTHEST and not words.gaps[k] and not (bits[k] & pos.CLOSED & ~pos.ARTICLE or verbs[k]):
        k -= 1
    if k > 2 and not led_by and _goes_on_from(figure, k, at):
        return before(words, at - 1)
    series = led_by in ("by", "to") and words.gaps[k] == COMMA  # "wages grow by 3 percent, prices by 2"
    last = k - 1 - bool(k > 3 and bits[k - 1] & pos.TREND and bits[k - 2] & pos.COUNTING)  # "malt cost 2 percent more and bottles 3"
    if not (bits[k] & pos.AND or series) or k < 3 or (k + 1 == at and not series) or not bits[last] & pos.COUNTING:
        return NONE
    k = last + 1
    led = next(
        (j for j in range(k - 1, max(k - _FARTHEST, 0), -1) if not bits[j] & (pos.COUNTING | pos.HEDGE) or bits[j] & pos.LEADING), NONE
    )
    if led == NONE:
        return NONE
    if led_by and words.words[led] == led_by:
        return before(words, at - 1)
    told = verbs[led] and bits[led] & (pos.BE | pos.AMOUNTING)
    return before(words, at - 1) if told or (led_by == "by" and bits[led] & pos.TREND) else NONE


def _goes_on_from(figure: Figure, k: int, at: int) -> bool:
    """Whether the words ``k`` to ``at`` are of a series: "boxes cost $18 at the market, [the soil] $22 and [the can] $11"."""
    words = figure.wording
    bits, gaps, verbs = words.bits, words.gaps, words.acts or acts(words)
    first = k + 1 if bits[k] & pos.AND else k
    if first >= at or not (bits[k] & pos.AND or gaps[k] == COMMA) or not bits[first] & pos.ARTICLE:
        return False
    counted = False
    for j in range(k - 1, max(k - _LONGEST_SERIES, -1), -1):
        if gaps[j + 1] > COMMA:
            return False
        if verbs[j]:
            return bool(counted and (bits[j] & (pos.BE | pos.AMOUNTING) or words.words[j] in _BRINGING))
        counted = counted or bool(bits[j] & pos.NUMBER)
    return False


_NO_SUBJECT = pos.COUNTING | pos.CALENDAR | pos.ADVERB | pos.HEDGE | pos.CLOSED
_GOES_ON = pos.FINITE | pos.AUXILIARY | pos.OF


_BRINGING = GRAMMAR["bringing_in"]
_LONGEST_SERIES = 16
"""How many words may stand between a figure and the noun that it leaves out."""


def in_series(figure: Figure) -> int:
    """The noun that a figure leaves out before the same preposition as those before it: "12 deaths in May, 34 in June and [40] in July"."""
    words, first, behind = figure.wording, figure.first, figure.behind
    bits, gaps = words.bits, words.gaps
    if figure.gap or not figure.next & pos.PREPOSITION or figure.next & pos.OF or not (bits[first - 1] & pos.AND or gaps[first] == COMMA):
        return NONE
    for j in range(first - 1, max(first - _LONGEST_SERIES, -1), -1):
        if gaps[j + 1] > COMMA:
            return NONE
        if bits[j] & pos.NUMBER and words.words[j + 1] != words.words[behind]:
            head = many(words, j + 1)
            return head if head != NONE and words.words[head + 1] == words.words[behind] and not gaps[head + 1] else NONE
    return NONE
