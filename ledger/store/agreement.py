"""How far reviewers agree beyond chance: Cohen's kappa over what both have judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import Connection, select

from ledger.store.standing import CLAIM_RULINGS, FINDING_RULINGS
from ledger.store.tables import DECISIONS, REVIEWERS


class Agreement(NamedTuple):
    """Two reviewers: how many ``items`` both judged, the share on which they ``agree``, and kappa, None where it has no meaning."""

    left: str
    right: str
    items: int
    agree: float
    kappa: float | None


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """(observed - expected) / (1 - expected) agreement (Cohen 1960); None without items, or when both only ever said one thing."""
    if not pairs:
        return None
    count = len(pairs)
    observed = sum(left == right for left, right in pairs) / count
    lefts, rights = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    expected = sum(lefts[each] * rights[each] for each in lefts) / count**2
    return (observed - expected) / (1 - expected) if expected < 1 else None


def agreements(connection: Connection) -> list[Agreement]:
    """Each pair of reviewers that have judged a claim or a finding both, by name."""
    query = select(REVIEWERS.c.name, DECISIONS.c.of, DECISIONS.c.lineage, DECISIONS.c.action).join_from(DECISIONS, REVIEWERS)
    rulings = query.where(
        DECISIONS.c.undone.is_(None), ~DECISIONS.c.adjudicates, DECISIONS.c.action.in_([*CLAIM_RULINGS, *FINDING_RULINGS])
    )
    said = dict[str, dict[tuple[str, int], str]]()
    for name, of, lineage, action in connection.execute(rulings.order_by(DECISIONS.c.seq)):
        said.setdefault(name, {})[of, lineage] = action
    return [_between(*pair) for pair in combinations(sorted(said.items()), 2) if pair[0][1].keys() & pair[1][1].keys()]


def _between(left: tuple[str, Mapping[tuple[str, int], str]], right: tuple[str, Mapping[tuple[str, int], str]]) -> Agreement:
    both = sorted(left[1].keys() & right[1].keys())
    pairs = [(left[1][item], right[1][item]) for item in both]
    return Agreement(left[0], right[0], len(pairs), sum(one == other for one, other in pairs) / len(pairs), kappa(pairs))
