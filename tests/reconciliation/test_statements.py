"""A small slice of the self-test: true but rounded statements raise no alarm, planted errors are found."""

from __future__ import annotations

import random

import pytest

from benchmarks.selftest import conflicts
from benchmarks.statements import KINDS, statement

_TRUE, _PLANTED, _MISSED = 24, 24, 3


@pytest.mark.parametrize("kind", KINDS)
def test_true_but_rounded_statements_raise_no_alarm(kind):
    chance = random.Random(f"true {kind}")
    told = [statement(chance, False, kind) for _ in range(_TRUE)]
    assert [each.text for each in told if conflicts(each)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_planted_errors_are_found(kind):
    chance = random.Random(f"planted {kind}")
    told = [statement(chance, True, kind) for _ in range(_PLANTED)]
    missed = [each.text for each in told if not conflicts(each)]
    assert len(missed) <= _MISSED, missed


def test_a_seed_gives_the_same_statements():
    one, other = ([statement(random.Random(seed), True) for seed in range(20)] for _ in range(2))
    assert one == other
