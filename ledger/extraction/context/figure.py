"""A figure among the words of its sentence, and what stands right behind and before it."""

from __future__ import annotations

from collections.abc import Callable

from ledger.extraction.context import word_classes as pos
from ledger.extraction.context.noun_phrase import before, many, one, phrase
from ledger.extraction.context.verbs import acts
from ledger.extraction.context.wording import CLOSE, COMMA, NONE, OPEN, STRONG, Wording, mark, wording

_NO_NOUN = pos.VERB & ~pos.INFINITIVE | pos.ADJECTIVE | pos.CAPITAL | pos.STATE | pos.PERIOD | pos.NUMBER | pos.HEDGE
"""What cannot go on behind a plural unit: "three weeks later", but "50 metres freestyle"."""


_BEYOND = pos.STOP | pos.RECENCY | pos.TIME | pos.ADVERB | pos.MEASURE_WORD
_RANGING = pos.FROM | pos.TO


class Figure:
    """The figure ``text[start:end]``.

    Words ``first`` up to ``behind`` are its own, ``left`` is the word before it and its hedges (NONE at the beginning).
    ``gap`` is what stands between it and the next word, ``parted`` between it, or its hedges, and ``left``.
    """

    __slots__ = ("behind", "end", "first", "gap", "left", "next", "parted", "start", "text", "wording")

    def __init__(self, text: str, start: int, end: int, sentence: tuple[int, int]):
        self.text, self.start, self.end = text, start, end
        self.wording = words = wording(text, start, end, sentence)
        self.first, self.behind = words.at(start), words.behind(end)
        self.gap = mark(text[end : words.starts(self.behind)]) if self.behind < words.count else STRONG
        self.next = pos.END if self.gap else words.bits[self.behind]
        self.left, self.parted = self._before_hedges()

    def _before_hedges(self) -> tuple[int, int]:
        words = self.wording
        bits, gaps = words.bits, words.gaps
        j = self.first - 1
        gap = mark(self.text[words.ends(j) : self.start]) if j >= 0 else STRONG
        ranged = 0
        while j >= 0 and not gap:
            b = bits[j]
            if b & pos.OF:
                if (not bits[j - 1] & pos.HEDGE or bits[j - 1] & pos.NOUN) and not (
                    j > 1 and bits[j - 1] & pos.EXTENT and words.words[j - 2] in ("a", "an")
                ):
                    break
                j -= 1
            elif not (b & pos.HEDGE or (ranged and b & pos.COUNTING)) or (b & pos.VERB and j and bits[j - 1] & pos.AUXILIARY):
                break
            ranged |= b & _RANGING
            gap = gaps[j]
            j -= 1
        return j, gap

    @property
    def own(self) -> int:
        """The classes of the figure's last word."""
        return self.wording.bits[self.behind - 1] if self.behind else 0

    @property
    def following(self) -> int:
        """The classes of the next word, a bracket passed over: "85 (17.7%) did not"."""
        return self.wording.bits[_behind_bracket(self.wording, self.behind)] if self.gap == OPEN else self.next

    @property
    def is_one(self) -> bool:
        """Whether the figure is a bare one."""
        return self.behind - self.first == 1 and self.wording.words[self.first].lower() in ("one", "1", "a", "an")

    @property
    def hyphened(self) -> bool:
        """Whether the figure is joined to its unit: "five-day", "40-strong"."""
        return self.behind > self.first and "-" in self.wording.words[self.behind - 1]

    @property
    def is_expected(self) -> bool:
        """Whether the noun behind is the subject of a clause that tells who awaited the figure: "the 170,000 economists had forecast"."""
        words = self.wording
        told = self.next & pos.FORECASTER and words.bits[self.behind + 1] & (pos.AUXILIARY | pos.SPEECH)
        return bool(told and words.bits[self.first - 1] & pos.ARTICLE)

    def of(self) -> int | None:
        """The head behind an "of" that follows the figure ("80 percent of the vote"), NONE for a pronoun; None without an "of"."""
        words, at = self.wording, self.behind
        if self.gap == OPEN:
            at = _behind_bracket(words, at)
        elif self.gap and self.gap != CLOSE:
            return None
        return phrase(words, at + 1) if words.bits[at] & pos.OF else None

    def noun(self) -> int:
        """The head of the noun phrase that the figure opens; a bracket between is passed over."""
        words, at = self.wording, self.behind
        if self.gap:
            at = _behind_bracket(words, at) if self.gap == OPEN else words.count
        if at >= words.count:
            return NONE
        if self.is_one and not (words.bits[at] & pos.AND and words.bits[at + 1] & (pos.NUMBER | pos.OTHER)):
            return one(words, at)
        return many(words, at)

    def attribute(self) -> int:
        """The head of the noun phrase in which the figure stands as an adjective: "five-day", "$3bn", "40 km", but not "26 years"."""
        words = self.wording
        if self.text[self.end - 1] == "-":
            return self._shared()
        if self.next & pos.MEASURE_WORD and self.hyphened:
            behind = self.behind + 1
            if not (words.gaps[behind] or words.bits[behind] & pos.STOP):
                return one(words, behind)  # "a 400-mile long band"
            if words.words[self.behind] in ("high", "low"):
                return self.behind  # "a 12-year high"
        if self.gap == OPEN and self.hyphened:
            behind = _behind_bracket(words, self.behind)
            if behind < words.count and not (words.bits[behind] & (pos.STOP | pos.ADVERB) or words.gaps[behind] != CLOSE):
                return one(words, behind)  # "a 12-mile (19km) stretch"
        if self.gap == COMMA and self.hyphened and words.bits[self.behind] & (pos.ADJECTIVE | pos.NUMBER):
            return phrase(words, self.behind)  # "a 33-tonne, wooden-hulled vessel"
        if self.next & pos.MEASURE_WORD and not self.hyphened and not words.gaps[self.behind + 1] and self._qualifies(self.behind + 1):
            return one(words, self.behind + 1)  # "350 g strong flour"
        if self.next & _BEYOND or (self.next & pos.GERUND and not self.next & pos.NOUN):
            return NONE
        due = self.next & pos.THIRD and words.words[self.behind + 1 : self.behind + 2] == ("due",)  # "a bond of £250m falls due"
        if due or (self.next & pos.THIRD and not self.hyphened and acts(words)[self.behind]):
            return NONE  # "storage at -75C costs"
        if self.next & pos.PARTICIPLE and words.bits[self.behind + 1] & pos.PREPOSITION and self.first and not self._is_owned():
            return NONE  # "the record of £293,507 set in June"
        if self.own & pos.PLURAL and not self.hyphened and self.text[self.end : self.end + 1] not in ("'", "’") and self.next & _NO_NOUN:
            return NONE
        head = one(words, self.behind)
        if head > self.behind and words.bits[head] & pos.THIRD and self.first and words.words[self.first - 1] in ("a", "A", "an", "An"):
            return head - 1  # "a one-inch bolt hits with"
        return head

    def _qualifies(self, k: int) -> bool:
        """Whether word ``k`` is a noun of the figure's own phrase and nothing else."""
        b = self.wording.bits[k]
        return (
            not b & (pos.STOP | pos.ADVERB | pos.TIME | pos.NUMBER | pos.STATE)
            and not (b & pos.VERB and not b & pos.NOUN)
            and not acts(self.wording)[k]
        )

    def _is_owned(self) -> bool:
        """Whether an article or the like stands before the figure: "a $3m bid for"."""
        return bool(self.wording.bits[self.first - 1] & (pos.DETERMINER | pos.ADJECTIVE))

    def _shared(self) -> int:
        """The head behind the last of several: "2- and 3-day talks"."""
        words, k = self.wording, self.behind
        while k < words.count and k - self.behind < 4 and words.bits[k] & (pos.AND | pos.TO | pos.NUMBER | pos.ADJECTIVE):
            k += 1
        return one(words, k) if k < words.count else NONE

    def before(self, k: int) -> int:
        """The head of the noun phrase that ends with word ``k``."""
        return before(self.wording, k)


def first_found(figure: Figure, *finders: Callable[[Figure], int]) -> int:
    """The head that the first of ``finders`` to find one has found; NONE where none does."""
    for find in finders:
        if (head := find(figure)) != NONE:
            return head
    return NONE


def _behind_bracket(words: Wording, at: int) -> int:
    """The word behind the bracket that opens before word ``at``; the number of words when it does not close soon."""
    for k in range(at, min(at + 7, words.count)):
        if words.gaps[k + 1] == CLOSE:
            return k + 1
    return words.count
