"""Totals, and what they come to for each or for each unit of time, where a sentence gives all three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from ledger.extraction.context.inflection import is_plural
from ledger.reconciliation.arithmetic.cues import changes, told
from ledger.reconciliation.arithmetic.lists import is_of_persons
from ledger.reconciliation.arithmetic.passages import NOISE, Figure, Passage, bare
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.units import scale

_EACH, _MEAN, _TOTAL, _ASIDE, _TOP, _POPULATION = map(told, ("each", "mean", "of the total", "aside", "top", "population"))
_IN_ALL = (("in", "all"), ("in", "total"), ("altogether",), ("all", "told"), ("combined",), ("overall",))
_NEAR, _BEHIND = 6, 4
_ARTICLES = frozenset({"a", "the", "its", "their"})
_A = frozenset({"a", "an", "per", "each", "every"})
_PERIODS = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "annum", "season", "decade"})
_FEW = 1000
_TWO, _THREE = 2, 3
_STOPS = frozenset({".", ";", "!", "?", "while", "whereas", "but", "although"})


class Product(NamedTuple):
    """``things`` of ``each`` come to ``total``; ``mean``: it is an average, so that it may be rounded."""

    things: Figure
    each: Figure
    total: Figure
    mean: bool

    @property
    def reckoned(self) -> Range:
        """What the total can be."""
        each = self.each.range
        if self.mean and each.low == each.high:
            each = each.widened(0.5, 0.5)
        return self.things.range.times(each)


class Rate(NamedTuple):
    """``amount`` over ``base`` (a time, a population) comes to ``rate``; ``per``: what the rate's unit leaves out, "a day"."""

    amount: Figure
    base: Figure
    rate: Figure
    per: float = 1.0

    @property
    def reckoned(self) -> Range:
        return self.amount.range.over(self.base.range).scaled(1 / self.per)

    @property
    def stated(self) -> Range:
        found = self.rate.range
        if found.low == found.high and self.rate.exact:
            half = 0.5 * found.low / (number(self.rate.claim) or 1.0)  # 30 a day may be 29.6
            return found.widened(half, half)
        return found


class Mean(NamedTuple):
    """``each`` is the mean of what ``things`` (people) have, which is whole for every one of them."""

    things: Figure
    each: Figure

    @property
    def possible(self) -> bool:
        """Whether some whole sum gives the mean as printed (Brown and Heathers, The GRIM Test, 2017)."""
        found = self.things.range.times(self.each.range)
        return ceil(found.low - 1e-9) <= floor(found.high + 1e-9)


def _told(passage: Passage) -> list[Figure]:
    """The figures of a passage that may be reckoned with, in order."""
    return [figure for figure in passage.figures if figure.letter not in NOISE]


def _before(passage: Passage, figure: Figure) -> list[str]:
    return bare(passage.gaps[figure.at])[-_NEAR:]


def _behind(passage: Passage, figure: Figure) -> list[str]:
    return passage.gaps[figure.at + 1][:_BEHIND]


def _per_time(behind: Sequence[str]) -> bool:
    return any(word in _A and noun in _PERIODS for word, noun in pairwise(behind))


def _is_mean(passage: Passage, figure: Figure) -> bool:
    """Of "an average of 12", "averaging 12", "12 on average", "the average was 12"."""
    before, behind = passage.gaps[figure.at][-_NEAR:], _behind(passage, figure)
    return bool(_MEAN.intersection(before)) or any(
        word == "on" and noun == "average" for word, noun in pairwise(behind)
    )  # fmt: skip


def _is_each(passage: Passage, figure: Figure) -> bool:
    """Of "12 each", "12 apiece", "12 a head", "each of 12"."""
    behind = _behind(passage, figure)
    if _EACH.intersection(behind[: 1 if figure.letter != "c" else 2]):
        return True
    if any(word in _A and noun in ("head", "person", "piece") for word, noun in pairwise(behind)):
        return True
    return passage.gaps[figure.at][-3:-1] in (["each", "of"], ["each", "with"])


def _is_total(passage: Passage, figure: Figure) -> bool:
    behind = _behind(passage, figure)
    if _TOTAL.intersection(passage.gaps[figure.at][-_NEAR + 1 :]):
        return True
    return any(tuple(behind[at : at + len(cue)]) == cue for cue in _IN_ALL for at in range(min(2, len(behind))))


def _aside(passage: Passage, figure: Figure) -> bool:
    """Whether the figure restates what stands before it: "..., or 12", "(12 each)", ", an average of 12", ", 12 each"."""
    gap = passage.gaps[figure.at]
    return len(gap) <= _NEAR + 3 and bool(gap) and (gap[0] in _ASIDE or gap[0] == "," or "," in gap or "(" in gap)


def _is_plain(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is no mean, of none alone and of no unit of time."""
    return not (_is_mean(passage, figure) or _is_each(passage, figure) or _per_time(_behind(passage, figure)))


def products(passage: Passage) -> Iterator[Product]:
    """Of "140 turbines of 12 MW each, 1.68 GW in total", "$12,000 for 20 workers, an average of $600"."""
    if passage.told != _THREE or passage.silent:
        return
    figures = _told(passage)
    if _STOPS.intersection(passage.text.split()[:-1]):
        return
    for each in figures:
        mean = _mean_of(passage, each)
        if each.letter not in "mqdc" or _per_time(_behind(passage, each)) or changes(passage, each):
            continue
        if (not mean and not _is_each(passage, each)) or _is_total(passage, each):
            continue
        others = [figure for figure in figures if figure is not each]
        totals = [figure for figure in others if figure.like(each) and (each.letter != "c" or _is_total(passage, figure))]
        things = [figure for figure in others if figure.letter == "c" and figure not in totals]
        if len(totals) != 1 or len(things) != 1 or not _is_plain(passage, totals[0]) or _joined(passage, each, totals[0]):
            continue
        if _is_total(passage, totals[0]) or _aside(passage, each):
            yield Product(things[0], each, totals[0], mean)
            return


def _mean_of(passage: Passage, figure: Figure) -> bool:
    """Whether the figure itself is the mean, and not one of something else: "an average of 12", not "average profits of 12"."""
    held, behind = _before(passage, figure), _behind(passage, figure)
    if held[-1:] and held[-1] in ("averaging", "averaged", "average"):
        return True
    return (held[-1:] == ["of"] and held[-2:-1] in (["average"], ["mean"])) or ("on", "average") in pairwise(behind)


def _joined(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether "and" stands between two figures, so that they may be of different things."""
    first, last = sorted((one.at, other.at))
    gaps = [passage.gaps[at] for at in range(first + 1, last + 1)]
    return any("and" in gap and not _goes_on(gap[gap.index("and") + 1 :]) for gap in gaps)


def _goes_on(words_behind: Sequence[str]) -> bool:
    """Whether "and" adds the total of the same things: "and a total of", "and together"."""
    return bool(_TOTAL.intersection(words_behind[:2])) and (words_behind[0] in _TOTAL or words_behind[0] in _ARTICLES)


def rates(passage: Passage) -> Iterator[Rate]:
    """Of "360 calls in 12 days, an average of 30 a day", "371 cases among 800,000 inhabitants, or 46.4 per 100,000"."""
    if passage.told != _THREE or passage.silent:
        return
    figures = _told(passage)
    if _STOPS.intersection(passage.text.split()[:-1]):
        return
    for rate in figures:
        one, other = (figure for figure in figures if figure is not rate)
        if _TOP.intersection(passage.gaps[rate.at][-_NEAR:]):
            continue
        if rate.claim.kind == "rate" and rate.claim.whole and one.letter == other.letter == "c":
            found = _of_population(passage, one, other, rate)
        elif "d" in (one.letter, other.letter):
            base, amount = (one, other) if one.letter == "d" else (other, one)
            found = _of_time(passage, amount, base, rate)
        else:
            found = None
        if found is not None:
            yield found
            return


def _of_population(passage: Passage, one: Figure, other: Figure, rate: Figure) -> Rate | None:
    populations = [figure for figure in (one, other) if figure.noun in _POPULATION or "population" in passage.gaps[figure.at][-3:]]
    if len(populations) == 2:
        populations = [max(populations, key=lambda figure: number(figure.claim))]
    if len(populations) != 1 or not _aside(passage, rate) or _per_time(_behind(passage, rate)):
        return None
    (base,) = populations
    amount = other if base is one else one
    if amount.noun and rate.noun and rate.noun not in (amount.noun, "rate", "incidence") and rate.noun not in _POPULATION:
        return None
    return Rate(amount, base, rate) if number(amount.claim) < number(base.claim) else None


def _of_time(passage: Passage, amount: Figure, base: Figure, rate: Figure) -> Rate | None:
    if amount.letter not in "cqm" or rate.claim.whole:
        return None
    behind = _behind(passage, rate)
    per = next((noun for word, noun in pairwise(behind) if word in _A and noun in _PERIODS), "") if rate.letter == amount.letter else ""
    unit = f"{rate.claim.unit or '1'} / {per}" if per else rate.claim.unit
    if scale(f"{amount.claim.unit or '1'} / {base.claim.unit}").measures != scale(unit).measures:
        return None
    if amount.letter == "c" and rate.noun and amount.noun and rate.noun not in (amount.noun, "average", "rate"):
        return None
    restated = rate.at > max(amount.at, base.at) and _aside(passage, rate)
    if not _is_mean(passage, rate) and not (restated and (rate.letter == "r" or per)):
        return None
    return Rate(amount, base, rate, scale(f"1 / {per}").factor if per else 1.0)


def means(passage: Passage) -> Iterator[Mean]:
    """Of "The 12 children had an average of 3.47 siblings": means of what every one of so few people has a whole number of."""
    if passage.told != _TWO or passage.silent or not passage.says("verag", "mean"):
        return
    figures = _told(passage)
    count, each = figures
    if each.letter != "c" or count.letter != "c" or not count.exact or number(each.claim) == int(number(each.claim)):
        return
    size, behind = number(count.claim), passage.gaps[each.at + 1][:_BEHIND]
    if (
        not 1 < size < _FEW
        or size != int(size)
        or not is_of_persons(count)
        or any(map(is_plural, count.claim.modifiers))
        or not count.noun
        or not _is_mean(passage, each)
    ):
        return
    if each.noun and each.noun != count.noun and not (_A - {"each", "every"}).intersection(behind):
        yield Mean(count, each)
