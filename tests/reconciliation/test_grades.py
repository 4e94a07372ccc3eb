"""Each word of a scale is a step of it: shares of three steps cannot be more than all, those of two scales, or of one step twice, can."""

from __future__ import annotations

import pytest

from ledger.lexicon import table
from tests.reconciliation.test_checks import conflicts_in

SCALES: dict[str, list[list[str]]] = {}
for _scale, _words in table("grades.tsv"):
    SCALES.setdefault(_scale, []).append(_words.split(", "))

STEPS = [
    pytest.param(scale, step, word, id=f"{scale}: {word}")
    for scale, steps in SCALES.items() for step, words in enumerate(steps) for word in words
]  # fmt: skip


def found(*words: str) -> list[str]:
    """The codes of what is found where each of three ``words`` is given a share, 120 percent in all."""
    first, second, third = words
    told = f"In Velm they were {first} in 50 percent of the cases, {second} in 40 percent and {third} in 30 percent."
    return [finding.code for finding in conflicts_in((f"[2031-05-04] {told}",))]


@pytest.mark.parametrize(("scale", "step", "word"), STEPS)
def test_three_steps_are_no_more_than_all(scale: str, step: int, word: str) -> None:
    others = [words[0] for at, words in enumerate(SCALES[scale]) if at != step]
    assert found(word, *others[:2]) == ["A104"]


@pytest.mark.parametrize(("scale", "step", "word"), STEPS)
def test_with_what_is_no_step_they_may_be_more(scale: str, step: int, word: str) -> None:
    other = next(words[0] for at, words in enumerate(SCALES[scale]) if at != step)
    assert found(word, other, "wooden") == []
    assert found(word, other, word) == []
