"""Differences that are named: a margin between two tallies, a loss between what came in and what went out, how far below a price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import MARKS, Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.slips import slip

_NEAR, _PAIR, _WORDS = 2.5, 2, 10
"""A difference said that is further off than by this factor is of something else."""
_WHOLE = 2.0
"""In a chamber a majority may be told as what there is above the half of it: half of the difference."""
_FEW = r"(?:[^\s<>.,;:!?()–-]+ )"
"""A word of those that may stand between two figures."""


class Margin(NamedTuple):
    """``said`` is how far ``one`` and ``other`` are said to be apart; ``halved`` where it may be told as what is above the half."""

    one: Figure
    other: Figure
    said: Figure
    halved: bool = False

    @property
    def figures(self) -> list[Figure]:
        """The three in the order of the text."""
        return sorted(self[:3], key=lambda each: each.claim.span.start)

    @property
    def difference(self) -> Range:
        """How far the two are apart, whichever is greater."""
        found = self.one.range.minus(self.other.range)
        return found if found.low >= 0 else Range(max(-found.high, 0.0), max(-found.low, found.high))

    @property
    def agrees(self) -> bool:
        """Whether the difference can be what is said."""
        said, above = self.said.difference, self.difference.scaled(1 / _WHOLE).widened(1, 1)
        return self.difference.meets(said) or (self.halved and above.meets(said))


def margins(passage: Passage) -> Iterator[Margin]:
    """All of ``passage`` that can be reckoned; none where a figure is denied or supposed."""
    for found in (*_named(passage), *_led_by(passage), *_apart(passage)):
        if _is_meant(found):
            yield found
            return


def _is_meant(found: Margin) -> bool:
    """Whether what is said is near what the figures come to, or a slip for it; and no tally itself, as a majority may be."""
    one, other = found.one, found.other
    if not one.like(other) or not _may_be_between(found):
        return False
    size, said = found.difference, found.said.difference
    if not 0 < size.high < inf or not 0 < said.high < inf or said.meets(one.range) or said.meets(other.range):
        return False
    far = (size.low + size.high) / (said.low + said.high)
    return 1 / _NEAR <= far <= _NEAR or slip(f"{(size.low + size.high) / 2:.0f}", f"{(said.low + said.high) / 2:.0f}") != ""


def _may_be_between(found: Margin) -> bool:
    """Whether what is said is in the unit of the two: points are between shares."""
    one, said = found.one, found.said
    return said.like(one) or (one.letter == "p" and said.letter == "o") or (said.letter == "c" == one.letter)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    nouns = "|".join(sorted(cues("difference")))
    against = rf"{_FEW}{{0,3}}(?:to|against|–|-|vs|versus) {_FEW}{{0,5}}"
    pair = rf"<(?P<one>[cpmq]\d+)> {against}<(?P<other>[cpmq]\d+)>"
    said = rf"(?P<noun>{nouns}) of {_FEW}{{0,2}}<(?P<said>[copmq]\d+)>(?! (?:of|a|an|per|in) )"
    rival = rf"<(?P<one>[cpmq]\d+)> {_FEW}{{0,6}}(?:, )?(?:and|to|while|but) {_FEW}{{0,7}}<(?P<other>[cpmq]\d+)>"
    return (
        # "voted 31 to 17 for it, a margin of 14", "by 58 votes to 49, a majority of nine"
        re.compile(
            rf"{pair} {_FEW}{{0,8}}(?:, |– |\( )?(?:with |by |giving {_FEW}|for |that is |or )?(?:an? |the ){_FEW}{{0,2}}{said}"
        ),
        # "by a margin of 14, 31 to 17", "with a majority of nine, 58 votes to 49"
        re.compile(rf"{said} {_FEW}{{0,4}}[,:–(] (?:by )?{_FEW}{{0,2}}{pair}"),
        # "by 14 votes, 31 to 17"
        re.compile(rf"\bby {_FEW}{{0,2}}<(?P<said>[copmq]\d+)> (?:votes |points |seats |ballots )?[,:–(] (?:by |with )?{pair}"),
        # "six votes decided it: 412 to 408"
        re.compile(rf"<(?P<said>[copmq]\d+)> (?:votes|points|seats|ballots) {_FEW}{{1,4}}[:–(] (?:by )?{pair}"),
        # "Ruiz won 12,410 votes and Tamm 11,990, a margin of 420"
        re.compile(rf"{rival} {_FEW}{{0,3}}[,–(] (?:or |that is |with |which is )?(?:an? |the ){_FEW}{{0,2}}{said}"),
    )


def _named(passage: Passage) -> Iterator[Margin]:
    """Of "they voted 31 to 17 for it, a margin of 14", "costs came to £52,000 and income to £38,000, a loss of £14,000"."""
    if passage.told <= _PAIR:
        return
    if not any(passage.says(noun) for noun in cues("difference")) and not passage.says("by ", " votes ", " points ", " seats "):
        return
    for at, form in enumerate(_forms()):
        for found in form.finditer(passage.text):
            one, other, said = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "said"))
            noun = found.groupdict().get("noun") or ""
            if noun in cues("in and out") and not _in_and_out(passage, one, other):
                continue
            if at == len(_forms()) - 1 and noun not in cues("in and out") and not _of_rivals(one, other):
                continue
            if all(figure.exact for figure in (one, other)):
                yield Margin(one, other, said, noun == "majority")


def _of_rivals(one: Figure, other: Figure) -> bool:
    """Whether two tallies are of one kind, the second leaving out what it counts."""
    return one.letter in "cp" and other.noun in ("", one.noun)


def _in_and_out(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether one figure is said to have come in, and the other to have gone out."""
    mine, theirs = (_words_of(passage, figure) for figure in (one, other))
    came, went = cues("came in"), cues("went out")
    return any(a & came and b & went and not a & went and not b & came for a, b in ((mine, theirs), (theirs, mine)))


def _words_of(passage: Passage, figure: Figure) -> frozenset[str]:
    """What the figure counts and the words before it, back to the figure or the mark before."""
    before: Sequence[str] = passage.gaps[figure.at][-_WORDS:]
    marks = [at for at, word in enumerate(before) if word in MARKS or word in ("and", "while", "but")]
    return frozenset((*before[marks[-1] + 1 if marks else 0 :], figure.claim.counted.lower()))


@cache
def _next_form() -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join(sorted(cues("difference") - cues("in and out")))
    return (
        re.compile(rf"<(?P<one>[cp]\d+)> {_FEW}{{0,3}}(?:to|against|–|-|vs|versus) {_FEW}{{0,5}}<(?P<other>[cp]\d+)>"),
        re.compile(
            rf"^(?:the|that|his|her|its|their|this) (?:is |was )?(?:an? )?(?P<noun>{nouns}) (?:was |is |of )(?:just |only )?"
            r"<(?P<said>[cop]\d+)>"
        ),
    )


def _led_by(passage: Passage) -> Iterator[Margin]:
    """Of "They voted 31 to 17 for it. The margin was 14"."""
    before = passage.previous
    if before is None or before.told != _PAIR:
        return
    pair, named = _next_form()
    said, tallies = named.search(passage.text), pair.search(before.text)
    if said is not None and tallies is not None:
        one, other = (before.figure(f"<{tallies[name]}>") for name in ("one", "other"))
        yield Margin(one, other, passage.figure(f"<{said['said']}>"), said["noun"] == "majority")


@cache
def _away() -> re.Pattern[str]:
    return re.compile(
        rf"<(?P<one>[cmq]\d+)> {_FEW}{{0,3}}(?:, |– |\( )<(?P<said>[cmq]\d+)> {_FEW}?(?P<way>below|above|under|over|short of|beyond) "
        rf"{_FEW}{{1,5}}(?:of )?<(?P<other>[cmq]\d+)>(?= [.,;:)]|$)"
    )


def _apart(passage: Passage) -> Iterator[Margin]:
    """Of "sold for £300,000, £60,000 below the asking price of £360,000": only where it is on the side that is told."""
    if passage.told <= _PAIR or not passage.says("below", "above", "under", "over", "short of", "beyond"):
        return
    for found in _away().finditer(passage.text):
        one, other, said = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "said"))
        above = found["way"] in ("above", "over", "beyond")
        if above == (number(one.claim) > number(other.claim)) and said.like(one):
            yield Margin(one, other, said)
