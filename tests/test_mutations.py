"""A figure changed in a copy of an article is found, and nothing else is said to conflict between the two."""

from __future__ import annotations

import pytest

from benchmarks.mutations import judged, mutations
from ledger.reading import find, read


def _fail(error: Exception) -> None:
    raise error


MUTATIONS = list(mutations([read(path) for path in find(["seeds/"], _fail)], 24))


NAMES = [f"{number}-{' '.join(each.claim.span.quote.split())}" for number, each in enumerate(MUTATIONS)]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=NAMES)
def test_a_changed_figure_is_found(mutation):
    result = judged(mutation)
    assert (result.found, result.others) == (True, [])
