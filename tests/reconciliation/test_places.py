"""Two figures of a handful of texts of one event stand in one place of its story, or cannot: rows of what one and another text say."""

from __future__ import annotations

from math import inf

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.reconciliation.case import Case
from ledger.reconciliation.match import Match
from ledger.reconciliation.places import in_one_place, may_stand

_STORY = "Velm on Ostra: the barge Corvina sank at the Tezak quay with 164 crates and $21,500. "
_TELLING = [
    ("Salvage took 30 hours.", "They had it up again after a salvage of 45 hours."),
    ("Divers raised 140 barrels of tar.", "From the hold 190 barrels were raised."),
    ("The crane cost $14 million.", "For $19 million the crane was bought."),
    ("Half of the cargo of grain was lost.", "Of the cargo of grain 40 percent was lost."),
    ("The damage came to $14 million.", "The bill for the damage, $19 million, goes to the port."),
]
_OF_TWO = {
    "more than twice as large": ("Divers raised 140 barrels of tar.", "From the hold 390 barrels were raised."),
    "in the other text, too": ("Divers raised 140 barrels of tar.", "From the hold 190 barrels were raised, and 140 barrels later."),
    "of another year": ("In 2019 divers raised 140 barrels.", "In 2020 divers raised 190 barrels."),
    "of other things": ("Divers raised 140 barrels of tar.", "Divers raised 190 sailors of the crew."),
    "of other people": ("The court heard 140 men of the port.", "The court heard 190 women of the port."),
    "amounts of two kinds": ("The crane cost $14 million.", "The crane brought revenue of $19 million."),
    "no word in common": ("Salvage took 30 hours.", "It rained for 45 hours."),
}


def _pair(one: str, other: str, more: int = 0) -> Match:
    """The last figure of the first text and the first behind the story in the second, in so many texts ``more``."""
    texts = [(_STORY + one, "2021-05-04"), (_STORY + other, "2021-05-05"), *[("It rained on 12 fields.", "2021-05-04")] * more]
    claims = [each for at, (text, day) in enumerate(texts) for each in extract(read_text(f"{text}\n", f"{at:02}.txt", day))]
    case = Case(claims)
    behind = [topic for topic in case.topics if topic.claim.span.start >= len(_STORY) and topic.family != "date"]
    left, right = ([each for each in behind if each.document == number] for number in (0, 1))
    return Match(case.comparer, left[-1], right[0])


@pytest.mark.parametrize(("one", "other"), _TELLING)
def test_figures_told_in_other_words_may_stand_in_one_place(one, other):
    assert in_one_place(_pair(one, other)) > -inf


@pytest.mark.parametrize(("one", "other"), _OF_TWO.values(), ids=_OF_TWO)
def test_figures_of_two_things_cannot(one, other):
    assert in_one_place(_pair(one, other)) == -inf


def test_many_texts_tell_of_many_things_in_like_words():
    few, many = _pair(*_TELLING[1], more=6), _pair(*_TELLING[1], more=9)
    assert may_stand(few.comparer, few.left, few.right)
    assert not may_stand(many.comparer, many.left, many.right)
