"""Rates: an amount over a time or a population, where a sentence gives all three; one rate said per two periods."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ledger.extraction.context.inflection import is_plural, lemma
from ledger.lexicon import table
from ledger.reconciliation.arithmetic.cues import PER, PERIODS, cues
from ledger.reconciliation.arithmetic.passages import MARKS, Figure, Passage
from ledger.reconciliation.arithmetic.products import STOPS, is_mean, per_time, reckoned_with, restates, words_behind
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.units import scale

_TOP, _POPULATION = cues("top"), cues("population")
_TWO, _THREE, _NEAR = 2, 3, 6
_LEAST_POPULATION, _WORST = 1000, cues("at its top")
_RESIDENTS = cues("inhabitants")
_RATIOS = {(short, long): Range(float(least), float(most)) for short, long, least, most in table("period_ratios.tsv")}
_RESTATING = cues("restating")
_HOUR = 3600.0
_COUNTED = frozenset({"exact", "more_than"})
"""Bounds of a time that money is paid for: "over four years" is four of them, and no more."""
_MORE = frozenset({"less", "more", "fewer"})
_RESTATED, _BARE = cues("restated"), cues("bare") | {","}


class Rate(NamedTuple):
    """``amount`` over ``base`` (a time, a population) comes to ``rate``; ``per``: what the rate's unit leaves out, "a day".

    ``whole``: the base is whole periods, as of payments by the year.
    """

    amount: Figure
    base: Figure
    rate: Figure
    per: float = 1.0
    whole: bool = False

    @property
    def reckoned(self) -> Range:
        """The rate that the amount and its base make."""
        size = number(self.base.claim) / self.per
        return self.amount.range.over(Range(size, size) if self.whole else self.base.range).scaled(1 / self.per)

    @property
    def stated(self) -> Range:
        """The rate as written; a whole number without a hedge is rounded to its last place."""
        found = self.rate.range
        if found.low == found.high and self.rate.exact:
            half = 0.5 * found.low / (number(self.rate.claim) or 1.0)  # 30 a day may be 29.6
            return found.widened(half, half)
        return found


def rates(passage: Passage) -> Iterator[Rate]:
    """Of "360 calls in 12 days, an average of 30 a day", "371 cases among 800,000 inhabitants, or 46.4 per 100,000"."""
    if "r" not in passage.letters + _per_letters(passage):
        return
    if passage.told == _TWO:
        yield from _of_residents(passage)
    if passage.told < _THREE:
        return
    figures, words = reckoned_with(passage), passage.text.split()[:-1]
    if passage.told > _THREE:
        third, figures = figures[_TWO], figures[:_THREE]
        if not {(",", "and"), (";",), (",", "but")}.intersection(_openings(passage, third)):
            return  # "90 burglaries, two per 1,000 inhabitants, and solved 21 of them"
        words = words[: words.index(f"<{third.letter}{third.at}>")]
    if STOPS.intersection(words):
        return
    for rate in figures:
        one, other = (figure for figure in figures if figure is not rate)
        if _TOP.intersection(passage.gaps[rate.at][-_NEAR:]) or _WORST.intersection(passage.gaps[rate.at + 1][:_NEAR]):
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


def _openings(passage: Passage, third: Figure) -> list[tuple[str, ...]]:
    """How a clause behind the rate may begin: its first mark, and with the word behind that."""
    behind = passage.gaps[third.at + 1]
    marks = [at for at, word in enumerate(behind) if word in MARKS][:1]
    return [(behind[at],) for at in marks] + [tuple(behind[at : at + 2]) for at in marks]


def _per_letters(passage: Passage) -> str:
    """ "r" where a figure that is no rate may be said per period: "$40 a day"."""
    return "r" if passage.says(" a ", " an ", " per ", " every ", " each ") else ""


def _of_residents(passage: Passage) -> Iterator[Rate]:
    """Of "The county has 800,000 residents. Its 371 cases are a rate of 46.4 per 100,000"."""
    amount, rate = reckoned_with(passage)
    before = passage.previous
    if rate.letter != "r" or not rate.claim.whole or amount.letter != "c" or before is None:
        return
    if per_time(words_behind(passage, rate)) or not (restates(passage, rate) or {"rate", "is", "are"}.intersection(passage.gaps[rate.at])):
        return
    bases = [figure for figure in before.figures if figure.letter == "c" and number(figure.claim) >= _LEAST_POPULATION]
    if len(bases) == 1 and (bases[0].noun in _RESIDENTS or "population" in before.gaps[bases[0].at][-3:]):
        found = Rate(amount, bases[0], rate)
        if amount.noun and rate.noun in ("", "rate", "incidence", amount.noun) and number(amount.claim) < number(bases[0].claim):
            yield found


def _of_population(passage: Passage, one: Figure, other: Figure, rate: Figure) -> Rate | None:
    populations = [figure for figure in (one, other) if figure.noun in _POPULATION or "population" in passage.gaps[figure.at][-3:]]
    if len(populations) == 2:
        populations = [max(populations, key=lambda figure: number(figure.claim))]
    if len(populations) != 1 or not restates(passage, rate) or per_time(words_behind(passage, rate)):
        return None
    (base,) = populations
    of = passage.gaps[rate.at + 1][:1]
    if of and is_plural(of[0]) and lemma(of[0]) not in (*_POPULATION, base.noun):
        return None  # "four per 1,000 houses"
    amount = other if base is one else one
    if amount.noun and rate.noun and rate.noun not in (amount.noun, "rate", "incidence") and rate.noun not in _POPULATION:
        return None
    return Rate(amount, base, rate) if number(amount.claim) < number(base.claim) else None


def _of_time(passage: Passage, amount: Figure, base: Figure, rate: Figure) -> Rate | None:
    if amount.letter not in "cqm" or rate.claim.whole:
        return None
    behind = words_behind(passage, rate)
    per = next((noun for word, noun in pairwise(behind) if word in PER and noun in PERIODS), "") if rate.letter == amount.letter else ""
    unit = f"{rate.claim.unit or '1'} / {per}" if per else rate.claim.unit
    if _MORE.intersection(behind[2:3]):
        return None
    if scale(f"{amount.claim.unit or '1'} / {base.claim.unit}").measures != scale(unit).measures:
        return None
    told_again = "or" in passage.gaps[rate.at] and _restating(passage.gaps[rate.at])  # ", or 30 a day", whatever that seems to count
    if amount.letter == "c" and rate.noun and amount.noun and rate.noun not in (amount.noun, "average", "rate") and not told_again:
        return None
    if not _of_one_scale(base, unit):
        return None
    paid = amount.letter == "m" and per == base.claim.unit
    gap = passage.gaps[rate.at]
    at = paid and gap[-1:] == ["at"] and gap[-2:-1] in ([], [","])
    restated = rate.at > max(amount.at, base.at) and ((restates(passage, rate) and _restating(gap)) or at)
    if not is_mean(passage, rate) and not (restated and (rate.letter == "r" or per)):
        return None
    return Rate(amount, base, rate, scale(f"1 / {per}").factor if per else 1.0, paid and base.claim.bound in _COUNTED)


def _restating(gap: list[str]) -> bool:
    """Whether no words but "or a rate of about" stand between the last mark and the rate."""
    marks = [at for at, word in enumerate(gap) if word in MARKS or word == "or"]
    return bool(marks) and _RESTATING.issuperset(gap[marks[-1] + 1 :])


def _of_one_scale(base: Figure, unit: str) -> bool:
    """Whether a time is told in units as short as the rate's: who covers 300 km in four days at 25 km/h rests at night."""
    period = scale(unit.rpartition("/")[2].strip()).factor if "/" in unit else _HOUR
    return scale(base.claim.unit).factor <= max(period, _HOUR)


class Restated(NamedTuple):
    """One rate said for a shorter and for a longer period; ``ratio`` is how many of the one the other has."""

    short: Figure
    long: Figure
    ratio: Range

    @property
    def agrees(self) -> bool:
        """Whether the shorter rate, so many times, can be the longer one."""
        return _as_printed(self.short).times(self.ratio).meets(_as_printed(self.long))


def _as_printed(figure: Figure) -> Range:
    """The range in the figure's own unit."""
    return figure.range.scaled(1 / scale(figure.claim.unit).factor)


def restated(passage: Passage) -> Iterator[Restated]:
    """Of "He earns $4,000 a month, or $48,000 a year"."""
    if not passage.says(" or ", "("):
        return
    for one, other in pairwise(passage.figures):
        gap = passage.gaps[other.at]
        if one.letter != other.letter or one.letter not in "rmcq" or one.claim.whole or not _RESTATED.intersection(gap) or "and" in gap:
            continue
        mine, theirs = _period(passage, one), _period(passage, other)
        found = _RATIOS.get((mine, theirs)) or _RATIOS.get((theirs, mine))
        if found is None or not _bare_gap(gap, mine):
            continue
        pair = (one, other) if (mine, theirs) in _RATIOS else (other, one)
        if _amount_unit(one) == _amount_unit(other):
            yield Restated(*(pair[0], pair[1]), found)


def _period(passage: Passage, figure: Figure) -> str:
    """The period that a figure is said per: "day" of "3 deaths a day", of "$40 a day"."""
    if figure.letter == "r":
        return figure.claim.unit.rpartition("/")[2].strip()
    behind = words_behind(passage, figure)
    return next((noun for word, noun in pairwise(behind) if word in PER and noun in PERIODS), "")


def _bare_gap(gap: list[str], period: str) -> bool:
    """Whether nothing but "a month, or about" stands between the two."""
    return set(gap) <= _BARE | PER | {period}


def _amount_unit(figure: Figure) -> str:
    return figure.claim.unit.rpartition("/")[0].strip() if figure.letter == "r" else figure.claim.unit
