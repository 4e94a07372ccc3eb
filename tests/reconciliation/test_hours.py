"""Each name of a part of the day tells hours among which the hour of the clock is that it means, and not the one half a day off."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.lexicon import table
from ledger.reading import read_text
from ledger.reconciliation.event_days import hours
from ledger.reconciliation.topic import Topic

PARTS = [(name, int(first), int(last)) for name, first, last in table("hours.tsv")]


def told(text: str) -> frozenset[int]:
    """The hours at which the only date of ``text`` is said to be."""
    (day,) = [claim for claim in extract(read_text(text)) if claim.kind == "date"]
    found = hours(Topic(0, 0, day))
    assert found is not None, text
    return found.of_a_day


@pytest.mark.parametrize(("name", "first", "last"), PARTS, ids=[name for name, _, _ in PARTS])
@pytest.mark.parametrize("sentence", ["The bridge fell in the {} of 3 May 2031.", "It fell on 3 May 2031, in the {}."])
def test_a_part_of_the_day_is_when_the_clock_says(sentence: str, name: str, first: int, last: int) -> None:
    middle = (first + last) // 2 % 24
    meant = told(sentence.replace("{}", name))
    assert meant & told(f"The bridge fell at {middle}:30 on 3 May 2031.")
    if last <= 24:  # the night of a day is that before it or that behind it
        assert not meant & told(f"The bridge fell at {(middle + 12) % 24}:30 on 3 May 2031.")
