"""Which claim of an edited text is which: decisions follow the same figure in the same place, and nothing else."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.reading import read_text
from ledger.store.revision import Held, heirs

BEFORE = (
    "The fire began at noon. It destroyed 40 houses and 7 barns in Velm. Losses came to $3 million. The rate rose from 20 to 30 percent."
)


def followed(before: str, after: str) -> dict[str, str]:
    """For each claim of the text ``after``: the figure that it takes over, ``!`` before it when decisions do not follow; or nothing."""
    held = [Held(at, claim) for at, claim in enumerate(extract(read_text(before)))]
    mentions = {each.claim.id: each.claim.span.quote for each in held}
    after_claims = extract(read_text(after))
    taken = heirs(held, after_claims)
    return {
        claim.span.quote: ("" if taken[claim.id].lineage is not None else "!") + mentions[taken[claim.id].follows]
        for claim in after_claims
        if claim.id in taken
    }


SAME = {quote: quote for quote in ("40", "7", "$3 million", "20", "30 percent")}


@pytest.mark.parametrize(
    ("edited", "changes"),
    [
        (BEFORE, {}),
        ("Correction. " + BEFORE, {}),
        (BEFORE.replace("It destroyed", "By evening the flames had destroyed"), {}),
        ("Losses came to $3 million. The rate rose from 20 to 30 percent. The fire began. It destroyed 40 houses and 7 barns in Velm.", {}),
        (BEFORE.replace("in Velm. Losses", "in Velm, a town in the north; losses"), {}),
        (BEFORE.replace("40", "65"), {"40": None, "65": "!40"}),
        (BEFORE.replace("40 houses and 7 barns", "7 houses and 40 barns"), {
            "7": "!40", "40": "!7"
        }),
        (BEFORE.replace("from 20 to 30", "from 30 to 20"), {"20": None, "30 percent": None, "30": "!20", "20 percent": "!30 percent"}),
        (BEFORE.replace("$3 million", "more than $3 million"), {"$3 million": "!$3 million"}),
        (BEFORE.replace("$3 million", "$3 billion"), {"$3 million": None, "$3 billion": "!$3 million"}),
        (BEFORE.replace("It destroyed 40 houses and 7 barns in Velm. ", ""), {"40": None, "7": None}),
        (BEFORE.replace(" and 7 barns in Velm", ". And 7 barns in Velm burned too"), {}),
        (BEFORE.replace("40 houses and 7 barns", "40 houses, 2 mills and 7 barns"), {}),
    ],
)  # fmt: skip
def test_edits(edited, changes):
    expected = {mention: taken for mention, taken in (SAME | changes).items() if taken is not None}
    assert followed(BEFORE, edited) == expected


def test_a_figure_that_moved_to_another_thing_takes_nothing_along():
    before = "In Velm 40 houses burned. In Karn 65 houses burned."
    after = "In Velm 65 houses burned. In Karn 40 houses burned."
    assert followed(before, after) == {"65": "!40", "40": "!65"}


def test_of_equal_sentences_the_first_is_the_first():
    before = "He paid $5. She paid $6. He paid $5."
    held = [Held(at, claim) for at, claim in enumerate(extract(read_text(before)))]
    after = extract(read_text("Well. " + before))
    assert [heirs(held, after)[claim.id].lineage for claim in after] == [0, 1, 2]


def test_long_texts_take_linear_time():
    text = " ".join(
        f"In town {at} of the {at % 7} districts {at * 3 + 2} houses burned down and {at + 2} people fled." for at in range(1500)
    )
    held = [Held(at, claim) for at, claim in enumerate(extract(read_text(text)))]
    after = extract(read_text(text.replace("burned", "were burnt")))
    assert len(heirs(held, after)) > 0.95 * len(after)
