"""Which two speakers of claims are akin, and which are one."""

from __future__ import annotations

import pytest

from ledger.reconciliation.speakers import akin, one

ONE = [
    ("Lumen", "Lumen"),
    ("Lumen", "study by Lumen"),
    ("Lumen's study", "Lumen"),
    ("union", "spokesman for the union"),
    ("organisers", "organisers’ figures"),
    ("doctors", "doctors in Riga"),
]
TWO = [("police", "union"), ("officials", "health officials"), ("Lume", "study by Lumen"), ("study by Lumen", "study by the union")]


@pytest.mark.parametrize(("mine", "theirs"), ONE)
def test_one_speaker(mine: str, theirs: str):
    assert one(mine, theirs)
    assert one(theirs, mine)


@pytest.mark.parametrize(("mine", "theirs"), TWO)
def test_two_speakers(mine: str, theirs: str):
    assert not one(mine, theirs)
    assert not one(theirs, mine)


@pytest.mark.parametrize(
    ("mine", "theirs", "are"),
    [("Ministry of Health", "ministry", True), ("Ministry of Health", "Bank of Ir", False), ("study by a union", "poll by a firm", False)],
)
def test_akin(mine: str, theirs: str, are: bool):
    assert akin(mine, theirs) is are
