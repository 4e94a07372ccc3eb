"""Fingerprints hold through edits that change no figure, and not through a change of one."""

from __future__ import annotations

import random

import pytest

from benchmarks.fingerprints import found, moves, survives
from ledger.extraction import extract
from ledger.reading import find, read


def _fail(error: Exception) -> None:
    raise error


@pytest.fixture(scope="module")
def seeds():
    documents = [read(path) for path in find(["seeds/"], _fail)]
    claims = {document.path: extract(document) for document in documents}
    return documents, claims, found(claims.values())


@pytest.mark.parametrize("number", range(12))
def test_an_edit_leaves_them_as_they_were(seeds, number):
    assert survives(random.Random(number), *seeds, tell=True)


@pytest.mark.parametrize("number", range(12))
def test_a_changed_figure_gives_another(seeds, number):
    assert moves(random.Random(number), *seeds, tell=True)
