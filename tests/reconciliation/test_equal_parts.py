"""Equal parts of wholes that two texts of one event give apart from each other, and such as are of two wholes."""

from __future__ import annotations

import pytest

from ledger.reconciliation.equal_parts import rivals
from tests.reconciliation.making import case_of

FLIGHTS = "Of 320 flights at Velm on the Ostra in Merrow 204 were cancelled."
HURT = "At Velm on the Ostra 18 of the 54 people on board were hurt."


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 380 were cancelled.", ("320", "204 flights out of 380")),
        (FLIGHTS, "Merrow: 204 of 380 flights at Velm on the Ostra were cancelled.", ("320", "204 of 380")),
        ("At Velm on the Ostra 44 people were on board. 18 are hurt.", HURT, ("44", "18 of the 54")),
    ],
)
def test_parts_of_one_whole(one, other, held):
    assert [tuple(topic.claim.span.quote for topic in pair) for pair in rivals(case_of(one, other))] == [held]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 320 were cancelled."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 240 flights out of 380 were cancelled."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 380 were cancelled, and of the 320 on Sunday none."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 cooks out of 380 were ill."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 9,400 were cancelled."),
        (FLIGHTS, "A choir of 380 sang; 204 of the 380 were women."),
        (FLIGHTS, "In Port Amary 204 of 380 flights were full in spring."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, about 204 flights out of 380 were cancelled."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 380 are to be cancelled."),
        (FLIGHTS, "At Velm on the Ostra, Merrow, 204 trains and 380 buses were cancelled."),
        ("Of 12 flights at Velm on the Ostra in Merrow three were late.", "At Velm on the Ostra, Merrow, three flights out of 14 left."),
        ("At Velm on the Ostra 44 people were on board. 19 are hurt.", HURT),
        ("At Velm on the Ostra 44 people were on board, 50 people were on board the tug. 18 are hurt.", HURT),
    ],
)  # fmt: skip
def test_parts_of_two_wholes(one, other):
    assert list(rivals(case_of(one, other))) == []


def test_among_many_texts_none_are_held_against_each_other():
    texts = FLIGHTS, "At Velm on the Ostra, Merrow, 204 flights out of 380 were cancelled."
    assert list(rivals(case_of(*texts)))
    assert list(rivals(case_of(*texts, *(f"On day {number} 14 trains came." for number in range(9))))) == []


def test_other_counts_of_the_same_size_do_not_part_two_wholes():
    one = "At Velm on the Ostra in Merrow the jury convicted the cook on 19 of 22 counts."
    other = "In Merrow, Velm, on the Ostra the jury found the cook guilty on 19 of 25 charges; there were 22 {}."
    assert [(left.claim.whole, right.claim.whole) for left, right in rivals(case_of(one, other.format("buyers")))] == [(22, 25)]
    assert not list(rivals(case_of(one, other.format("counts"))))
