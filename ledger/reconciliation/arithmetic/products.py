"""Totals, and what they come to for each or for each unit of time, where a sentence gives all three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor
from operator import attrgetter
from typing import NamedTuple

from ledger.extraction.context.inflection import is_plural, lemma
from ledger.extraction.units import written
from ledger.reconciliation.arithmetic.cues import PER, PERIODS, changes, cues
from ledger.reconciliation.arithmetic.lists import is_of_persons
from ledger.reconciliation.arithmetic.passages import MARKS, NOISE, Figure, Passage, bare
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.units import scale

_EACH, _MEAN, _TOTAL, _ASIDE = map(cues, ("each", "mean", "of the total", "aside"))
_BESIDES, _WORKS_OUT = cues("besides"), cues("works out")
STOPS = cues("sentence ends")
_IN_ALL = [tuple(cue.split()) for cue in sorted(cues("sum behind"))]
_NEAR, _BEHIND = 6, 4
_ARTICLES = cues("articles")
_COMPARED = cues("than") | cues("less")
_RESTATING = cues("restating") | cues("restating each") | MARKS
_FEW, _GRADED = 1000, cues("graded")
_LEADING = frozenset({"for", "to", "by", "among", "of"})
_NEARLY = Range(1 / 1.6, 1.6)
"""By what factor a total may be off that its sentence gives before the number of things."""
_TWO, _THREE = 2, 3


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


class Mean(NamedTuple):
    """``each`` is the mean of what ``things`` (people) have, which is whole for every one of them."""

    things: Figure
    each: Figure

    @property
    def possible(self) -> bool:
        """Whether some whole sum gives the mean as printed (Brown and Heathers, The GRIM Test, 2017)."""
        found = self.things.range.times(self.each.range)
        return ceil(found.low - 1e-9) <= floor(found.high + 1e-9)


def reckoned_with(passage: Passage) -> list[Figure]:
    """The figures of a passage that may be reckoned with, in order."""
    return [figure for figure in passage.figures if figure.letter not in NOISE]


def _before(passage: Passage, figure: Figure) -> list[str]:
    return bare(passage.gaps[figure.at])[-_NEAR:]


def words_behind(passage: Passage, figure: Figure) -> list[str]:
    """The first words and marks behind the figure, lower-case; at most ``_BEHIND``."""
    return passage.gaps[figure.at + 1][:_BEHIND]


def per_time(behind: Sequence[str]) -> bool:
    """Of "a month", "per day" among the words ``behind`` a figure."""
    return any(word in PER and noun in PERIODS for word, noun in pairwise(behind))


def is_mean(passage: Passage, figure: Figure) -> bool:
    """Of "an average of 12", "averaging 12", "12 on average", "the average was 12"."""
    before, behind = passage.gaps[figure.at][-_NEAR:], words_behind(passage, figure)
    return bool(_MEAN.intersection(before)) or any(
        word == "on" and noun == "average" for word, noun in pairwise(behind)
    )  # fmt: skip


def _is_each(passage: Passage, figure: Figure) -> bool:
    """Of "12 each", "12 apiece", "12 a head", "each of 12", "12 a house", "12 for each of the houses" where houses are counted."""
    behind = words_behind(passage, figure)
    if figure.letter == "m" and _is_of_one(passage, figure, behind[1:] if behind[:1] == ["for"] else behind):
        return True
    if _EACH.intersection(behind[: 1 if figure.letter != "c" else 2]):
        return True
    before = passage.gaps[figure.at][-_NEAR:]
    if figure.letter == "q" and figure.at and passage.figures[figure.at - 1].letter == "c" and before[1:] == ["of"]:
        return True  # "140 turbines of 12 MW"
    return "each" in before and before[before.index("each") + 1 :][:1] in (["of"], ["with"], ["costing"], ["having"])


def _is_of_one(passage: Passage, figure: Figure, behind: Sequence[str]) -> bool:
    """Whether what stands ``behind`` a figure makes it that of one of the things which another figure counts, and nothing says of what."""
    before = passage.gaps[figure.at]
    mark = next((at for at, word in enumerate(before) if word in MARKS), len(before))
    if not _RESTATING.issuperset(before[mark:]):
        return False  # "120 houses for €36m, with a grant of €2,000 a house"
    things = [other.noun for other in passage.figures if other.letter == "c"]
    return len(behind) > 1 and behind[0] in PER and lemma(behind[1]) in things and _COMPARED.isdisjoint(behind[2:])


def is_total(passage: Passage, figure: Figure) -> bool:
    """Of "a total of 12", "12 in all", "which add up to 12"; never of "on top of 12"."""
    behind = words_behind(passage, figure)
    before = passage.gaps[figure.at]
    if _BESIDES.intersection(before[-_NEAR:]):
        return False
    if _TOTAL.intersection(before[-_NEAR + 1 :]) or before[-2:] == ["up", "to"]:  # "add up to"
        return True
    return any(tuple(behind[at : at + len(cue)]) == cue for cue in _IN_ALL for at in range(min(2, len(behind))))


def restates(passage: Passage, figure: Figure) -> bool:
    """Whether the figure restates what stands before it: "..., or 12", "(12 each)", ", an average of 12", ", 12 each"."""
    gap = passage.gaps[figure.at]
    if len(gap) <= _NEAR + _BEHIND and _WORKS_OUT.intersection(gap[-_NEAR:]):
        return True
    return len(gap) <= _NEAR + 3 and bool(gap) and (gap[0] in _ASIDE or gap[0] == "," or "," in gap or "(" in gap)


def _is_plain(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is no mean, of none alone and of no unit of time."""
    return not (is_mean(passage, figure) or _is_each(passage, figure) or per_time(words_behind(passage, figure)))


def products(passage: Passage) -> Iterator[Product]:
    """Of "140 turbines of 12 MW each, 1.68 GW in total", "$12,000 for 20 workers, an average of $600"."""
    if passage.told != _THREE:
        return
    figures = reckoned_with(passage)
    if STOPS.intersection(passage.text.split()[:-1]):
        return
    for each in figures:
        mean = _mean_of(passage, each)
        if each.letter not in "mqdc" or per_time(words_behind(passage, each)) or changes(passage, each):
            continue
        if (not mean and not _is_each(passage, each)) or is_total(passage, each):
            continue
        others = [figure for figure in figures if figure is not each]
        totals = [figure for figure in others if figure.like(each) and (each.letter != "c" or is_total(passage, figure))]
        things = [figure for figure in others if figure.letter == "c" and figure not in totals]
        if len(totals) != 1 or len(things) != 1 or not _is_plain(passage, totals[0]) or joined(passage, each, totals[0]):
            continue
        if is_total(passage, totals[0]) or restates(passage, each):
            product = Product(things[0], each, totals[0], mean)
            if things[0].at < max(each.at, totals[0].at) or _is_of_such_things(passage, product):
                yield product
            return


def _is_of_such_things(passage: Passage, product: Product) -> bool:
    """Whether things counted behind both amounts are theirs: "$40 each, $3,000 in all, for 50 tents", not "and sleep six people"."""
    if joined(passage, max(product.each, product.total, key=attrgetter("at")), product.things):
        return False
    if _LEADING.isdisjoint(passage.gaps[product.things.at][-1:]):
        return False  # "$20 in all, at the 36 shops"
    return product.total.range.over(product.reckoned).meets(_NEARLY)


class Sale(NamedTuple):
    """``amount`` of something at ``price`` for each ``unit`` of it comes to ``total``."""

    amount: Figure
    price: Figure
    total: Figure
    unit: str

    @property
    def reckoned(self) -> Range:
        """What the total can be."""
        size = scale(self.unit).factor
        return self.amount.range.scaled(1 / size).times(self.price.range)


def sales(passage: Passage) -> Iterator[Sale]:
    """Of "12 tonnes at €5 a kilo, €60,000 in all"."""
    if passage.told != _THREE or passage.letters.count("m") != _TWO or "q" not in passage.letters:
        return
    figures = reckoned_with(passage)
    (amount,) = (figure for figure in figures if figure.letter == "q")
    for price in figures:
        behind = words_behind(passage, price)
        if price.letter != "m" or price.at <= amount.at or behind[:1] not in (["a"], ["per"]) or "at" not in passage.gaps[price.at][-3:]:
            continue
        phrase = " ".join(behind[1:3])
        found = written(phrase, 0, len(phrase))
        (total,) = (figure for figure in figures if figure.letter == "m" and figure is not price)
        if found is None or scale(found.unit.name).measures != amount.measures or not total.like(price) or joined(passage, price, total):
            continue
        if is_total(passage, total) or (total.at > price.at and passage.gaps[total.at][-1:] in (["for"], ["or"], ["worth"], ["="])):
            yield Sale(amount, price, total, found.unit.name)


def _mean_of(passage: Passage, figure: Figure) -> bool:
    """Whether the figure itself is the mean, and not one of something else: "an average of 12", not "average profits of 12"."""
    held, behind = _before(passage, figure), words_behind(passage, figure)
    if held[-1:] and held[-1] in ("averaging", "averaged", "average"):
        return True
    if held[-4:-2] == ["an", "average"] and held[-5:-4] in ([","], ["or"], ["("]) and held[-1] == "of":
        return lemma(held[-2]) == figure.noun  # ", an average gift of $700"
    return (held[-1:] == ["of"] and held[-2:-1] in (["average"], ["mean"])) or ("on", "average") in pairwise(behind)


def joined(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether "and" stands between two figures, so that they may be of different things."""
    first, last = sorted((one.at, other.at))
    gaps = [passage.gaps[at] for at in range(first + 1, last + 1)]
    return any("and" in gap and not _goes_on(gap[gap.index("and") + 1 :]) for gap in gaps)


def _goes_on(following: Sequence[str]) -> bool:
    """Whether "and" adds the total of the same things: "and a total of", "and together"."""
    return bool(_TOTAL.intersection(following[:2])) and (following[0] in _TOTAL or following[0] in _ARTICLES)


def means(passage: Passage) -> Iterator[Mean]:
    """Of "The 12 children had an average of 3.47 siblings": means of what every one of so few people has a whole number of."""
    if passage.told != _TWO or not passage.says("verag", "mean"):
        return
    figures = reckoned_with(passage)
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
        or not is_mean(passage, each)
        or "weighted" in passage.words
    ):
        return
    if behind[:1] and lemma(behind[0]) in _GRADED:
        return  # "gave it an average of 3.47 stars"
    if each.noun and each.noun != count.noun and not (PER - {"each", "every"}).intersection(behind):
        yield Mean(count, each)
