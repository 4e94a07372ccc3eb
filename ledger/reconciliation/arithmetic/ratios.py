"""What one thing, or one unit of a thing, comes to, beside how many there are and what they come to together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.units import written
from ledger.reconciliation.arithmetic.cues import PERIODS, changes, cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.products import per_time
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.units import Scale, scale

_NEAR = (0.5, 2.0)
"""How many times what is stated the reckoned may be, and still be meant by it: further off it is something else."""
_COMPARED = (cues("than") | cues("less")) - {"as"}
_WORD = r"(?:(?![.;:()!?–] )[^\s<>]+ )"
_EACH = r"(?:each|apiece|a piece|a head|per head)"
_MAKES = (
    r"(?:, )?(?:which |that |this |and )?(?:together )?(?:makes?|made|cost|costs|come to|comes to|came to|is|adds? up to) "
    r"(?:a total of )?"
)
_ABOUT = r"(?:or |about |that is |some |nearly |almost |roughly |an average of |on average )*"
_PER_ONE = r"(?:a|an|per|each|for each|for every|to each|to a|for a|on average)(?= )"
_ONE = rf"<(?P<each>r\d+|[cmq]\d+(?=> {_PER_ONE}))>"
_FOR_EACH = r"(?:for each|for every|to each|to every|per)"


class Ratio(NamedTuple):
    """``amount`` over ``things`` comes to ``each``; ``size`` is what one of them measures in base units, 1 of what is counted."""

    amount: Figure
    things: Figure
    each: Figure
    size: float = 1.0

    @property
    def reckoned(self) -> Range:
        """What one of them can come to."""
        return self.amount.range.over(self.things.range.scaled(1 / self.size))

    @property
    def stated(self) -> Range:
        """What one is said to come to: a whole number is rounded, or cut off."""
        found, step = self.each.range, self.each.range.high / (number(self.each.claim) or 1.0)
        return found.widened(step / 2, step) if self.each.letter == "c" and found.low == found.high else found


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(form)
        for form in (
            # "forty buses at €320,000 apiece make €12.8 million"
            rf"<(?P<things>c\d+)> {_WORD}{{1,4}}(?:at |for )<(?P<each>[mqd]\d+)> {_EACH} {_MAKES}<(?P<amount>[mqd]\d+)>",
            # "1,200 pupils are taught by 75 teachers, one for every 16"
            rf"<(?P<amount>c\d+)> {_WORD}{{1,9}}<(?P<things>c\d+)> {_WORD}{{1,4}}, (?:or |about |that is )*one (?:\w+ )?(?:for|to|per) "
            rf"(?:every |each )?<(?P<each>c\d+)>",
            rf"<(?P<things>c\d+)> {_WORD}{{1,9}}<(?P<amount>c\d+)> {_WORD}{{1,4}}, (?:or |about |that is )*one (?:\w+ )?(?:for|to|per) "
            rf"(?:every |each )?<(?P<each>c\d+)>",
            # "23 matches drew 218,500 people, 9,500 a match"
            rf"<(?P<things>c\d+)> {_WORD}{{1,6}}<(?P<amount>[cmq]\d+)> {_WORD}{{0,4}}, {_ABOUT}{_ONE} ",
            rf"<(?P<amount>[cmq]\d+)> {_WORD}{{0,4}}(?:in|at|from|for|over|among|by) <(?P<things>c\d+)> {_WORD}{{1,4}}, {_ABOUT}"
            rf"{_ONE} ",
            # "every one of the 85 volunteers gave 40 hours, 3,400 hours in all"
            rf"\b(?:every one of|each of|all of) (?:the )?<(?P<things>c\d+)> {_WORD}{{1,6}}<(?P<each>[mqd]\d+)> {_WORD}{{0,4}}, (?:or )?"
            rf"<(?P<amount>[mqd]\d+)> (?:in all|in total|altogether|together|all told)\b",
            # "a pass costs $96, that is $12 for each of the eight concerts"
            rf"<(?P<amount>[mqd]\d+)> {_WORD}{{0,3}}, {_ABOUT}<(?P<each>[mqd]\d+)> (?:for|to) (?:each|every one) of (?:the |its |their )?"
            rf"<(?P<things>c\d+)>",
            rf"<(?P<amount>[mqd]\d+)> {_WORD}{{0,3}}(?:equals|is equal to|works out at|comes to|makes) <(?P<each>[mqd]\d+)> (?:for|to) "
            rf"(?:each|every one) of (?:the |its |their )?<(?P<things>c\d+)>",
            # "he wrote 12 novels in 36 years, one every three years"
            rf"<(?P<things>c\d+)> {_WORD}{{1,4}}(?:in|over|within|during) <(?P<amount>d\d+)> , {_ABOUT}"
            r"one every <(?P<each>d\d+)>(?= [.;,)]|$)",
            # "412 people applied for 103 flats, four for each of them"
            rf"<(?P<amount>c\d+)> {_WORD}{{1,9}}<(?P<things>c\d+)> {_WORD}{{1,4}}, (?:or |about |that is )*<(?P<each>c\d+)> {_FOR_EACH} ",
        )
    )


@cache
def _of_a_unit() -> re.Pattern[str]:
    """What one unit comes to, restated: "30 million per kilometre" in "17 km of track cost 510 million, or 30 million per kilometre"."""
    return re.compile(r"(?:, |[(] )(?:or |that is |about |nearly |almost |roughly |some |an average of |at )*<(?P<each>[cmqr]\d+)> ")


@cache
def _of_one() -> re.Pattern[str]:
    """What each comes to, at the end of what is said: "They cost 46 million apiece"."""
    return re.compile(rf"<(?P<each>[mqd]\d+)> {_EACH}(?= [.;,])")


@cache
def _of_all() -> re.Pattern[str]:
    """How many there are and what they come to, in the sentence behind: "The four of them cost 184 million"."""
    return re.compile(
        rf"^(?:the|all|together (?:,)?|for all) (?:the )?<(?P<things>c\d+)> (?:of them |{_WORD})?(?:together |thus )?"
        rf"{_MAKES}<(?P<amount>[cmqd]\d+)>"
    )


def ratios(passage: Passage) -> Iterator[Ratio]:
    """All of ``passage`` that give what one comes to, what all do and how many they are."""
    yield from _over_years(passage)
    if passage.told > 2:
        found = next(filter(None, (_of_form(passage, form) for form in _forms())), None)
        if found is not None:
            yield found
            return
        yield from _of_units(passage)
    before = passage.previous
    if before is not None and passage.told == 2:
        yield from _of_one_before(before, passage)


def _of_form(passage: Passage, form: re.Pattern[str]) -> Ratio | None:
    """The ratio that ``passage`` states in the words of ``form``; None where it does not, or means something else."""
    found = form.search(passage.text)
    if found is None:
        return None
    amount, things, each = (passage.figure(f"<{found[name]}>") for name in ("amount", "things", "each"))
    ratio = Ratio(amount, things, each)
    behind = passage.gaps[each.at + 1]
    if each.letter not in "cr" and not each.like(amount):
        return None
    if each.letter == "r" and (each.claim.whole or each.claim.unit.rpartition("/")[2].strip() in PERIODS):
        return None
    if each.letter != "r" and _unit(each, behind) is not None:
        return None  # "$450 million for eleven stops, or $60 million per kilometre"
    if not each.exact or changes(passage, each) or per_time(behind[:4]) or not _COMPARED.isdisjoint(behind[:4]):
        return None
    size = (number(amount.claim) or 1.0) / (number(things.claim) or 1.0) / (number(each.claim) or 1.0)
    return ratio if _NEAR[0] <= size <= _NEAR[1] else None


@cache
def _for_years() -> re.Pattern[str]:
    over = r"(?:over|in|within|for|during) (?:the |a |next |coming |past |last |all )*"
    return re.compile(
        rf"<(?P<each>[mqc]\d+)> (?:a|per|each|every) (?P<unit>year|month|week|day) , (?:or |that is |which makes |making |for )*"
        rf"(?:a total of )?<(?P<amount>[mqc]\d+)> (?:in all |in total )?{over}<(?P<things>d\d+)>"
    )


def _over_years(passage: Passage) -> Iterator[Ratio]:
    """Of "it would raise €24 million a year, or €120 million over five years"."""
    found = _for_years().search(passage.text) if "d" in passage.letters else None
    if found is not None:
        amount, things, each = (passage.figure(f"<{found[name]}>") for name in ("amount", "things", "each"))
        if each.like(amount) and each.exact and things.claim.unit == found["unit"] and not changes(passage, each):
            yield Ratio(amount, things, each, scale(things.claim.unit).factor)


def _of_units(passage: Passage) -> Iterator[Ratio]:
    """Of "its 17 km of track cost €510 million, or €30 million per kilometre"."""
    for found in _of_a_unit().finditer(passage.text):
        each = passage.figure(f"<{found['each']}>")
        behind = passage.gaps[each.at + 1]
        unit = _unit(each, behind)
        others = [figure for figure in passage.figures if figure is not each and figure.letter in "cmqr"]
        if unit is None or len(others) != 2 or not _COMPARED.isdisjoint(behind[:4]):
            continue
        things = [figure for figure in others if figure.letter == "q" and figure.measures == unit.measures]
        amounts = [figure for figure in others if figure not in things]
        if len(things) != 1 or len(amounts) != 1 or each.at < max(things[0].at, amounts[0].at) or not each.exact:
            continue
        alike = amounts[0].like(each) or (each.letter == "r" and amounts[0].letter in "cm" and each.claim.unit.startswith("1 /"))
        if alike and not changes(passage, amounts[0]) and not changes(passage, each):
            yield Ratio(amounts[0], things[0], each, 1.0 if each.letter == "r" else unit.factor)
            return


def _unit(each: Figure, behind: Sequence[str]) -> Scale | None:
    """The unit that a figure is said for: of "€30 million per kilometre" a kilometre."""
    if each.letter == "r":
        name = each.claim.unit.rpartition("/")[2].strip()
        return scale(name) if name else None
    if behind[:1] not in (["a"], ["per"], ["an"]) and behind[:2] != ["to", "the"]:
        return None
    phrase = " ".join(behind[2:4] if behind[0] == "to" else behind[1:3])
    found = written(phrase, 0, len(phrase))
    return scale(found.unit.name) if found is not None else None


def _of_one_before(before: Passage, passage: Passage) -> Iterator[Ratio]:
    """Of "They cost €46 million apiece. The four of them cost €184 million"."""
    one, all_of_them = _of_one().search(before.text), _of_all().search(passage.text)
    if one is not None and all_of_them is not None:
        each = before.figure(f"<{one['each']}>")
        things, amount = (passage.figure(f"<{all_of_them[name]}>") for name in ("things", "amount"))
        bare_sum = amount.letter == "c" and not amount.noun and each.letter == "m"
        if (each.like(amount) or bare_sum) and each.exact:
            yield Ratio(amount, things, each)
