"""Changes that a sentence states whole: what the figure was, what it became, and by how much it changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ledger.reconciliation.arithmetic.comparisons import compared
from ledger.reconciliation.arithmetic.cues import Direction, apposed, begins, changes, cues, ends, parted
from ledger.reconciliation.arithmetic.passages import MARKS, NOISE, Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.arithmetic.states import stated
from ledger.reconciliation.arithmetic.toppings import topped

_FAR, _CLOSE = 16, 9
"""How many words may stand between the figures of one change."""
_PAIR = 2
_OWN_BASE, _RANGE, _LOSSES, _THAN, _LESS = map(cues, ("own base", "range", "loss", "than", "less"))
_UNREAL = cues("unreal")
_POINTING, _MEANING = cues("pointing"), cues("meaning")
_ASIDE = frozenset({"or", "(", "–", "-"})
_MULTIPLES = cues("multiples")
_RECALLED = [tuple(cue.split()) for cue in sorted(cues("recalled"))]
_MOST_GROWN = 100.0
"""A change beyond this factor is rather one figure with its scale word left out: "from 1.5 to 2 million"."""


class Change(NamedTuple):
    """``base`` became ``end``; ``said`` is by how much."""

    passage: Passage
    base: Figure
    end: Figure
    said: Figure
    direction: Direction

    @property
    def figures(self) -> list[Figure]:
        """The three in the order of the text."""
        return sorted((self.base, self.end, self.said), key=lambda figure: figure.claim.span.start)

    @property
    def _base(self) -> Range:
        """A hedge of what it was may be that of the change: "10 more than the 40"."""
        of_change = not self.base.hedged and self.base.claim.span.start > self.end.claim.span.start
        return self.base.printed if of_change else self.base.range

    @property
    def difference(self) -> Range:
        """By how much the figure changed, in the direction that is told; where none is, whichever way."""
        return _turned(self.end.range.minus(self._base), self.direction)

    @property
    def percent(self) -> Range:
        """The same in percent of what it was."""
        return _turned(self.factor.widened(1.0, -1.0).scaled(100.0), self.direction)

    @property
    def factor(self) -> Range:
        """What it became over what it was: 1.2 for a rise by a fifth; without an upper end where it was zero."""
        return self.end.range.over(self._base)


def _turned(found: Range, direction: Direction) -> Range:
    if direction == "down" or (direction == "either" and found.high <= 0):
        return Range(-found.high, -found.low)
    if direction == "either" and found.low < 0:
        return Range(0.0, max(-found.low, found.high))
    return found


class _Pair(NamedTuple):
    """Places, in the order of a passage's figures, of what changed and of what it became."""

    base: int
    end: int


def changes_in(passage: Passage) -> Iterator[Change]:
    """All changes of ``passage`` of which two figures and their part are sure; none where a figure is denied or supposed."""
    found = list(_told_whole(passage) if passage.told > _PAIR else _told_next(passage))
    yield from found
    if not found:
        found = [Change(passage, *each) for each in compared(passage)]
        yield from found
    if not found and (state := stated(passage)) is not None:
        yield Change(passage, *state)
        found = [Change(passage, *state)]
    if not found:
        yield from (Change(passage, *each) for each in topped(passage))


def _told_whole(passage: Passage) -> Iterator[Change]:
    for figures in _sequences(passage):
        words = _Words(passage, figures)
        pairs = list(words.pairs())
        for pair in pairs:
            yield from words.changes(pair)
        if pairs:
            return


def _sequences(passage: Passage) -> Iterator[list[Figure]]:
    """The figures that may belong to a change, in order: without periods of time, then with them."""
    figures = [figure for figure in passage.figures if figure.letter not in NOISE and not _is_of_time(passage, figure)]
    plain = [figure for figure in figures if figure.letter != "d"]
    if len(plain) > 1:
        yield plain
    if len(figures) - len(plain) > 1:
        yield figures
    for letter in "mqcr":
        alike = [figure for figure in plain if figure.letter in f"{letter}pox"]
        if _PAIR < len(alike) < len(plain):
            yield alike


def _is_of_time(passage: Passage, figure: Figure) -> bool:
    """Whether a change took so long: "over the past three years"."""
    return figure.letter == "d" and passage.gaps[figure.at][-1:] in (["past"], ["last"], ["next"], ["coming"])


class _Words:
    """The figures of a passage that may belong to a change, and the words between them."""

    def __init__(self, passage: Passage, figures: Sequence[Figure]):
        self.passage, self.figures = passage, figures

    def gap(self, at: int) -> list[str]:
        """The words before figure ``at``, from the one before it in the sequence."""
        first = self.figures[at - 1].at + 1 if at else 0
        found: list[str] = []
        for at_gap in range(first, self.figures[at].at + 1):
            found += ["@", *self.passage.gaps[at_gap]] if at_gap > first else self.passage.gaps[at_gap]
        return found

    def cue(self, at: int) -> Direction:
        figure = self.figures[at]
        if figure.letter == "x":
            return "either" if _is_factor(figure, self.passage.gaps[figure.at + 1]) else ""
        return changes(self.passage, figure)

    def pairs(self) -> Iterator[_Pair]:
        for at in range(1, len(self.figures)):
            one, other = self.figures[at - 1], self.figures[at]
            gap, near = self.gap(at), self.passage.gaps[other.at]
            if one.like(other) and len(gap) <= _FAR and not parted(gap):
                begun = begins(near)
                if begins(self.passage.gaps[one.at]) == "from" and ends(near) and not self._of_range(at - 1) and self._was(at - 1):
                    yield _Pair(at - 1, at)
                elif (self._bracketed(at) and self._was(at) and not self.cue(at - 1)) or (
                    begun and begun != "than" and self._becomes(at - 1, gap, begun) and self._was(at)
                ):
                    yield _Pair(at, at - 1)
            if at > 1 and (self._around(at) or self._recalled(at)):
                yield _Pair(at, at - 2)
            elif at > 1 and self._from_aside(at):
                yield _Pair(at - 2, at)

    def _bracketed(self, at: int) -> bool:
        """Whether figure ``at`` says in brackets what the one before it was: "52 members (40 in 2019)", "52 members (2019: 40)"."""
        gap, behind = self.gap(at), self.gap(at + 1) if at + 1 < len(self.figures) else []
        if gap[-3:] == ["(", "@", ":"]:
            return behind[:1] == [")"]
        return gap[-1:] == ["("] and ")" in behind[:4] and behind[:1] in (["in"], ["last"], ["a"], ["the"], ["before"])

    def _becomes(self, at: int, gap: Sequence[str], begun: str) -> bool:
        """Whether figure ``at``, before "from", "against" or "compared with", is what the other became."""
        if self.cue(at) or begins(self.passage.gaps[self.figures[at].at]) == "from":
            return False
        if begun != "from" or ends(self.passage.gaps[self.figures[at].at]):
            return True
        return any(word == "from" and before in ("up", "down", ",") for before, word in pairwise(gap))

    def _around(self, at: int) -> bool:
        """Whether figure ``at`` is what the one before the last was, the last being the change: "52, up 20 percent from 40"."""
        end, base = self.figures[at - 2], self.figures[at]
        before, behind = self.gap(at - 1), self.gap(at)
        timed = end.letter == "d" and self.figures[at - 1].letter == "x"  # "four weeks' pay, 1.5 times the wage"
        if timed or not end.like(base) or not self.cue(at - 1) or parted([*before, *behind]) or max(len(before), len(behind)) > _CLOSE:
            return False
        begun = begins(self.passage.gaps[base.at]) or begins(behind)  # "than last August's 78 percent"
        if self.figures[at - 1].letter == "x" and behind[-1:] == ["("] and MARKS.isdisjoint(behind[:-1]) and behind[0] in ("the", "as"):
            return not self.cue(at - 2)  # "132 arrests, twice the number made in 2019 (66)"
        # "€450 million more than the €1.8 billion planned"
        more_than = behind[1:2] == ["than"] and behind[0] in _THAN | _LESS and self._is_stock(at)
        if not (self._was(at) or more_than) or MARKS.intersection(behind) or (not begun and not self._on(behind)):
            return False
        if begun == "than" and _THAN.isdisjoint(behind) and _LESS.isdisjoint(behind):
            return False
        if begun != "than" and self.figures[at - 1].letter != "x" and not apposed(before):
            return False
        return begins(self.passage.gaps[end.at]) != "from" and not self.cue(at - 2)

    def _from_aside(self, at: int) -> bool:
        """Whether figure ``at`` is what the one before the last became, which stands in an aside: "the crew, 40 in 2019, doubled to 80"."""
        base, end = self.figures[at - 2], self.figures[at]
        before, behind, last = self.passage.gaps[base.at][-2:], self.gap(at - 1), self.gap(at)
        if not base.like(end) or not self.cue(at - 1) or last != ["to"] or not self._was(at - 2):
            return False
        return "," in before and behind.count(",") == 1 and len(behind) <= _CLOSE and MARKS.isdisjoint(set(behind) - {","})

    @staticmethod
    def _on(gap: Sequence[str]) -> bool:
        """Of "20 percent up on the 40", "an increase of 10 over the 40", "three times the 40", "twice as many as the 40"."""
        plain = [word for word in gap if word not in ("many", "much", "that", "of", "what", "were", "was")]
        return bool(plain) and (plain[0] in ("on", "over", "the", "as", "last") or plain[:2] in (["up", "on"], ["down", "on"]))

    def _of_range(self, at: int) -> bool:
        """Whether "from ... to" is a range rather than a change."""
        gap = self.gap(at)[-8:]
        # "between 1990 and 2010" is a time
        return bool(_RANGE.intersection(word for word, behind in pairwise([*gap, ""]) if behind != "@"))

    def _was(self, at: int) -> bool:
        """Whether figure ``at`` is what something was: no loss, and no peak, forecast or average that it is held against."""
        before, behind = self.passage.gaps[self.figures[at].at][-5:], self.passage.gaps[self.figures[at].at + 1][:3]
        if "from" in before:  # "raised the minimum wage from"
            before = before[before.index("from") :]
        return self._is_stock(at) and _UNREAL.isdisjoint([*before, *behind])

    def _is_stock(self, at: int) -> bool:
        """Whether figure ``at`` is an amount there was: no loss, and not nothing."""
        return _LOSSES.isdisjoint(self.gap(at)[-5:]) and number(self.figures[at].claim) > 0

    def _recalled(self, at: int) -> bool:
        """Whether figure ``at`` is what the one before the last was: "£235, £20 more than a year ago, when it was £215"."""
        end, said, base = self.figures[at - 2 : at + 1]
        gap, between = self.passage.gaps[base.at], self.gap(at - 1)
        if not end.like(base) or not self.cue(at - 1) or self.cue(at - 2) or len(gap) > _FAR or len(between) > _FAR:
            return False
        if begins(self.passage.gaps[end.at]) or base.at - said.at > _PAIR or ";" in between:
            return False
        return any(tuple(gap[-len(cue) :]) == cue for cue in _RECALLED) and self._is_stock(at)

    def changes(self, pair: _Pair) -> Iterator[Change]:
        base, end = self.figures[pair.base], self.figures[pair.end]
        if base.claim.whole != end.claim.whole:
            return  # "from one in 88 to one in 68"
        ratio = end.range.over(base.range)
        if ratio.low > _MOST_GROWN or ratio.high < 1 / _MOST_GROWN:
            return
        direction: Direction = "either"
        for at in self._said(pair):
            yield Change(self.passage, base, end, self.figures[at], direction := self.cue(at) or direction)

    def _said(self, pair: _Pair) -> Iterator[int]:
        """Places of the figures that say by how much: between the pair, before or behind it."""
        first, last = sorted(pair)
        if last - first == 2:
            yield first + 1
            return
        if first and self.cue(first - 1) and self._leads_to(pair):
            again = first > 1 and bool(self.cue(first - 2))
            if not again or self._aside(first - 1):  # "by 20 percent in May and by 10 percent in June, from $40 to $28.80"
                yield first - 1
                if again:
                    yield first - 2
        behind = last + 1
        if behind < len(self.figures) and self.cue(behind) and self._follows(behind):
            yield behind
            if behind + 1 < len(self.figures) and self._aside(behind + 1) and self.figures[behind + 1].letter in "pox":
                yield behind + 1

    def _leads_to(self, pair: _Pair) -> bool:
        """Of "rose 20 percent (in a year), from 40 to 52", "rose 20 percent to 52 from 40"; not "rose 3 percent to 52, up from 40"."""
        first, last = sorted(pair)
        gap = self.gap(first)
        if len(gap) > _CLOSE or parted(gap):
            return False
        marks = [place for place, word in enumerate(gap) if word in MARKS]
        if pair.base < pair.end:
            return not marks or gap[marks[-1] + 1] == "from"
        beside = self.gap(last)
        return not marks and MARKS.isdisjoint(beside) and "from" in beside and not {"up", "down"}.intersection(beside)

    def _follows(self, at: int) -> bool:
        """Whether figure ``at`` says in apposition to the pair before it by how much it changed."""
        gap, following = self.gap(at), self.passage.gaps[self.figures[at].at + 1][:5]
        if len(gap) > _FAR or parted(gap) or not (apposed(gap) or self.figures[at].letter == "x"):
            return False
        return _OWN_BASE.isdisjoint(following) and not (at + 1 < len(self.figures) and begins(self.gap(at + 1)))

    def _aside(self, at: int) -> bool:
        """Whether figure ``at`` says the one before it in other terms: "12, or 30 percent", "12 (30 percent)"."""
        gap = self.gap(at)
        return len(gap) <= 4 and bool(_ASIDE.intersection(gap)) and self.figures[at].letter != self.figures[at - 1].letter


def _is_factor(figure: Figure, behind: Sequence[str]) -> bool:
    quote = figure.claim.span.quote.lower()
    return any(stem in quote for stem in _MULTIPLES) or (bool(behind) and (behind[0] in _THAN or behind[0] in ("the", "that", "its")))


def _told_next(passage: Passage) -> Iterator[Change]:
    """Of "Membership rose from 40 to 52. That is an increase of 10."."""
    previous = passage.previous
    if previous is None or previous.told < _PAIR:
        return
    opening = passage.gaps[0]
    if len(opening) < 3 or opening[0] not in _POINTING or not _MEANING.intersection(opening[1:4]):
        return
    said = passage.figures[0]
    direction = changes(passage, said)
    if not direction or said.letter in NOISE or _OWN_BASE.intersection(passage.gaps[1][:5]):
        return
    found = [
        Change(passage, figures[pair.base], figures[pair.end], said, direction)
        for figures in _sequences(previous)
        if len(figures) == 2
        for pair in _Words(previous, figures).pairs()
    ]
    if len(found) == 1:
        yield found[0]
