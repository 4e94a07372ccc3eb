"""What a total is divided into by what befalls its parts, by who bears them, or by what is taken from it and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import table
from ledger.reconciliation.arithmetic.cues import begins, changes, cues
from ledger.reconciliation.arithmetic.lists import Account, Row, lists_some
from ledger.reconciliation.arithmetic.overlaps import is_a_part
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.proportions import Proportion
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.slips import slip

_NEAR, _PARTS, _ALL = 6, 2, 100.5
_REST, _POINTING, _OF_THEM, _BEARING = cues("rest"), cues("pointing"), cues("of them"), "|".join(sorted(cues("bearing")))
_BORNE = re.compile(
    rf"\b(?:{_BEARING}) <(?P<one>p\d+)> of the \w+ (?:[,;] )?(?:and |while )?(?:[^\s<>,;]+ ){{1,4}}<(?P<other>p\d+)>(?= [.,;]|$)"
)
_RATE = re.compile(
    r"<(?P<one>c\d+)> [^<>;]{1,80}<(?P<other>c\d+)> [^<>;]{1,60}, (?:or |giving |for )?an? (?:[\w-]+ ){0,2}rate of <(?P<rate>p\d+)>"
)

_OF_THAT = re.compile(
    r"<(?P<one>[cmq]\d+)> [^<>;]{1,60}<(?P<other>[cmq]\d+)> (?:[^\s<>,;]+ ){0,3}, (?:or |that is )?<(?P<rate>p\d+)> "
    r"of (?:that|this) (?:sum|amount|total|figure)"
)
_EARNED = re.compile(
    rf"\b(?:{'|'.join(sorted(cues('earned')))}) of <(?P<one>m\d+)> on (?:[^\s<>,;:]+ ){{0,3}}(?:{'|'.join(sorted(cues('sold')))}) of "
    rf"<(?P<other>m\d+)>(?: [^\s<>,;:]+){{0,3}} [,(] (?:for |giving |that is |or |which is )?an? (?:[\w-]+ ){{0,2}}margin of "
    r"<(?P<rate>p\d+)>"
)
_EARNS = re.compile(
    r"\bmargin (?:was|is|of|stood at|came to|reached|fell to|rose to|at) <(?P<rate>p\d+)>(?: [^\s<>,;:]+){0,3} [,:;(–] "
    rf"(?:on |with |or )?(?:an? |its )?(?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(cues('earned')))}) of <(?P<one>m\d+)> on "
    rf"(?:[^\s<>,;:]+ ){{0,3}}(?:{'|'.join(sorted(cues('sold')))}) of <(?P<other>m\d+)>"
)
_VOTED = re.compile(
    r"<(?P<all>c\d+)> (?:member|seat|person|strong|members|seats) (?:(?!and\b|with\b|plus\b)[^\s<>.;!?]+ ){1,8}voted "
    r"(?:by )?<(?P<one>c\d+)> (?:votes )?(?:to|against|–|-) <(?P<other>c\d+)>"
)


class Remainder(NamedTuple):
    """``part`` of ``whole`` is taken away and ``rest`` is left; of "88 of the 120" part and whole are one figure."""

    whole: Figure
    part: Figure
    rest: Figure

    @property
    def left(self) -> Range:
        """What is left by the other two."""
        size = self.whole.claim.whole
        whole = Range(float(size), float(size)) if self.whole is self.part and size is not None else self.whole.range
        return whole.minus(self.part.range)


_GAPS, _LEFT = cues("gap"), cues("left") | {"so"}


def remainders(passage: Passage) -> Iterator[Remainder]:
    """Of "88 of the 120 passengers survived, leaving 32 dead", "sales were $80 million and costs $65 million, leaving $15 million".

    Of "it spends $80 million and takes in $65 million, which leaves a gap of $15 million", "so that it is $15 million short" too, whichever
    stands first.
    """
    if not passage.says("leaving", "leaves", " gap ", "shortfall", "deficit", "surplus", " short"):
        return
    for rest in passage.figures[1:]:
        gap = passage.gaps[rest.at]
        gaping = gap[-1:] == ["of"] and bool(_GAPS.intersection(gap[-2:-1])) and bool(_LEFT.intersection(gap))
        gaping = gaping or (passage.gaps[rest.at + 1][:1] == ["short"] and not _LEFT.isdisjoint(gap))
        if ("leaving" not in gap[-_NEAR:] and not gaping) or rest.letter not in ("m" if gaping else "cmq"):
            continue
        before = [figure for figure in passage.figures[: rest.at] if figure.letter == "f" or figure.like(rest)]
        if gaping:
            before.sort(key=lambda figure: -number(figure.claim))
        found = _remainder(passage, before, rest)
        if found is not None and number(rest.claim) < found.left.high + number(found.part.claim):
            yield found


def _remainder(passage: Passage, before: Sequence[Figure], rest: Figure) -> Remainder | None:
    if any(changes(passage, figure) or begins(passage.gaps[figure.at]) for figure in before):
        return None
    if len(before) == 1 and before[0].letter == "f" and rest.letter == "c":
        return Remainder(before[0], before[0], rest)
    if len(before) != _PARTS or "f" in (before[0].letter, before[1].letter):
        return None
    whole, part = before
    named = rest.letter == "m" or passage.gaps[whole.at][-2:-1] == ["of"] or passage.gaps[whole.at][-1:] == ["of"]
    return Remainder(whole, part, rest) if named and number(part.claim) < number(whole.claim) else None


def divisions(passage: Passage) -> Iterator[Account]:
    """Totals of ``passage``, or of the sentence before it, with parts that cannot be parts of them, or all of them."""
    if passage.letters.count("c") > _PARTS and passage.says(" voted "):
        yield from _by_vote(passage)
    for letter in "cm":
        if passage.letters.count(letter) < _PARTS:
            continue
        row = Row(passage, letter)
        parts = row.figures[-_PARTS:]
        if len(parts) < _PARTS:
            continue
        if all(part.exact for part in parts) and row.listed(len(row.figures) - 1) and not lists_some(row):
            yield from _by_fate(passage, row, parts) if letter == "c" else _by_bearer(row, parts)


def _by_vote(passage: Passage) -> Iterator[Account]:
    """Of "the 30-member council voted 18 to 14": more votes than members."""
    for found in _VOTED.finditer(passage.text):
        account = Account(passage.figure(f"<{found['all']}>"), [passage.figure(f"<{found[name]}>") for name in ("one", "other")])
        if account.near(firm=True) and account.sum.low > account.stated.high:
            yield account


def _by_fate(passage: Passage, row: Row, parts: list[Figure]) -> Iterator[Account]:
    """Of "118 had applied; 94 were approved and 34 refused": more than all, or as many as a slip makes of them."""
    first, last = row.gaps[-2], row.gaps[-1]
    stop = next((at for at, word in enumerate(first) if word in (",", ";", "and")), len(first))
    if not opposed(first[:stop], last[:_NEAR]) or any(not _REST.isdisjoint(gap) for gap in row.gaps):
        return
    total = row.figures[-3] if len(row.figures) > _PARTS else _only(passage.previous, "c")
    if total is None or not total.exact or not total.noun or changes(passage, total) or is_a_part(total, passage):
        return
    account = Account(total, parts)
    said = sum(number(part.claim) for part in parts)
    more = account.sum.low > account.stated.high
    if account.near(firm=True) and (more or slip(f"{said:.0f}", f"{number(total.claim):.0f}")):
        yield account


def _by_bearer(row: Row, parts: list[Figure]) -> Iterator[Account]:
    """Of "it cost $5.2 million; of this the state bore $3.1 million and the company $2.6 million": more than all of it."""
    if len(row.figures) != _PARTS + 1 or not row.figures[0].exact:
        return
    between = row.gaps[1]
    if any(one == "of" and other in _POINTING | _OF_THEM for one, other in pairwise(between)):
        account = Account(row.figures[0], parts)
        if account.near(firm=True) and account.sum.low > account.stated.high:
            yield account


def _only(passage: Passage | None, letter: str) -> Figure | None:
    """The one figure of its kind in the sentence before."""
    if passage is None or passage.letters.count(letter) != 1:
        return None
    return next(figure for figure in passage.figures if figure.letter == letter)


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(one.split(", ")), frozenset(other.split(", "))) for one, other in table("opposites.tsv"))


def opposed(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of one side tell what befell some, and those of the other what befell the rest: approved, refused."""
    mine, theirs = ({form for word in words for form in (word, lemma(word))} for words in (one, other))
    return any((mine & a and theirs & b and not mine & b) or (mine & b and theirs & a and not mine & a) for a, b in _opposites())


def borne(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Shares of one thing that two are said to bear, together more than all of it: "the state pays 60 percent of the bill, the town 50"."""
    if passage.letters.count("p") == _PARTS and (found := _BORNE.search(passage.text)) is not None:
        one, other = (passage.figure(f"<{found[name]}>") for name in ("one", "other"))
        if one.exact and other.exact and number(one.claim) + number(other.claim) > _ALL:
            yield one, other


@cache
def _of_sales() -> re.Pattern[str]:
    return re.compile(
        rf"<(?P<one>m\d+)>(?: [^\s<>.,;:]+){{0,3}}(?: ,)?(?: (?:or|just|only|which is|that is|i\.e))* <(?P<rate>p\d+)> of "
        rf"(?:its |their |the |all )?(?P<noun>{'|'.join(sorted(cues('sold')))})(?= [.,;)]|$)"
    )


def of_sales(passage: Passage) -> Iterator[Proportion]:
    """Of "Sales came to €512 million and profit to €46 million, or 9 percent of sales", in one sentence or two."""
    if "p" not in passage.letters or "m" not in passage.letters:
        return
    for found in _of_sales().finditer(passage.text):
        part, rate = (passage.figure(f"<{found[name]}>") for name in ("one", "rate"))
        held = [figure for figure in passage.figures[: part.at] if figure.letter == "m"]
        if not held and passage.previous is not None:
            held = [figure for figure in passage.previous.figures if figure.letter == "m"]
        wholes = [figure for figure in held if figure.claim.counted.lower() == found["noun"] and figure.like(part)]
        told_of = [Proportion(part, whole, rate, part.range.over(whole.range).scaled(100.0)) for whole in wholes if whole.range.low > 0]
        if told_of and not changes(passage, rate) and number(part.claim) < number(wholes[0].claim):
            yield next((each for each in told_of if each.percent.meets(each.stated)), told_of[0])


def rates(passage: Passage) -> Iterator[Proportion]:
    """Of "there were 9,100 cases and 203 patients died, a fatality rate of 2.2 percent": the smaller count is a part of the greater."""
    if passage.letters.count("c") == _PARTS and "p" in passage.letters and passage.says(" rate of "):
        for found in _RATE.finditer(passage.text):
            one, other, rate = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "rate"))
            part, whole = sorted((one, other), key=lambda figure: number(figure.claim))
            share = Proportion(part, whole, rate, part.range.over(whole.range).scaled(100.0))
            if not Range(100.0, 100.0).minus(share.percent).meets(share.stated):  # "40 passed, a failure rate of 35 percent"
                yield share
    if "p" in passage.letters and passage.letters.count("m") > 1 and passage.says(" margin "):
        for form in (_EARNED, _EARNS):
            for found in form.finditer(passage.text):
                part, whole, rate = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "rate"))
                if part.like(whole) and whole.range.low > 0:
                    yield Proportion(part, whole, rate, part.range.over(whole.range).scaled(100.0))
    if "p" in passage.letters and passage.says(" of that ", " of this "):
        for found in _OF_THAT.finditer(passage.text):
            whole, part, rate = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "rate"))
            if part.like(whole) and whole.range.low > 0:
                yield Proportion(part, whole, rate, part.range.over(whole.range).scaled(100.0))
