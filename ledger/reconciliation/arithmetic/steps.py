"""Scales of which one thing has one step at a time: mild, moderate, severe."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ledger.lexicon import table

_OF_DEEDS, _FEW = frozenset({"frequency"}), 2
"""Scales that tell how often something is done, and the words of a clause of them at most."""


@cache
def _steps() -> dict[str, list[tuple[str, int]]]:
    """The scales and the steps of them that a word tells."""
    found: dict[str, list[tuple[str, int]]] = {}
    for at, (scale, words) in enumerate(table("grades.tsv")):
        for word in words.split(", "):
            found.setdefault(word, []).append((scale, at))
    return found


def of_one_scale(clauses: Sequence[Sequence[str]]) -> bool:
    """Whether each clause tells a step of one scale, and no two the same."""
    told_of = [{step for word in clause for step in _steps().get(word, ())} for clause in clauses]
    if not all(told_of):
        return False
    scales = set.intersection(*({scale for scale, _ in steps} for steps in told_of))
    for scale in sorted(scales):
        each = [{at for name, at in steps if name == scale} for steps in told_of]
        if scale in _OF_DEEDS and any(len(clause) > _FEW for clause in clauses[1:]):
            continue  # "40 percent watch it often, 20 percent never pay"
        if all(len(steps) == 1 for steps in each) and len(set.union(*each)) == len(each):
            return True
    return False
