"""Topics: claims that findings tie together, because they measure one thing; and their figures over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from math import isinf
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, select

from ledger.records import Claim
from ledger.store.restored import claims_by_seq
from ledger.store.tables import FINDING_CLAIMS, FINDINGS

if TYPE_CHECKING:
    from ledger.reconciliation.units import Scale


class Figure(NamedTuple):
    """A claim of a topic: the ``day`` that it speaks of, else that of its document, and what it can mean, an open end as None.

    ``low`` and ``high`` are in the topic's unit.
    """

    claim: Claim
    day: date
    low: float | None
    high: float | None


class Topic(NamedTuple):
    """What several claims measure: a ``name`` and a ``unit`` made of the first of them, and their figures by day."""

    name: str
    unit: str
    figures: list[Figure]
    more: int = 0
    """Claims of it that were not read."""


_MOST = 1000
"""Claims of a topic that are read, the latest that were added: more make no plot clearer."""


def topics(connection: Connection, size: int) -> Iterator[Topic]:
    """The ``size`` topics with most claims, of those whose figures are of two days or more, one as soon as it is read; only numbers."""
    pairs = select(FINDING_CLAIMS.c.finding, FINDING_CLAIMS.c.claim).join_from(FINDING_CLAIMS, FINDINGS).where(FINDINGS.c.current)
    groups = _tied([(finding, claim) for finding, claim in connection.execute(pairs.order_by(FINDING_CLAIMS.c.finding))])
    found = 0
    for group in sorted(groups, key=lambda group: (-len(group), group[0])):
        topic = _topic(list(claims_by_seq(connection, group[-_MOST:]).values()))
        if topic is not None:
            found += 1
            yield topic._replace(more=len(group[:-_MOST]))
        if found == size:
            break


def _tied(pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The claims that findings hold together, directly or through others."""
    above, first = dict[int, int](), dict[int, int]()

    def top(claim: int) -> int:
        while above.setdefault(claim, claim) != claim:
            above[claim] = above[above[claim]]
            claim = above[claim]
        return claim

    for finding, claim in pairs:
        above[top(claim)] = top(first.setdefault(finding, claim))
    groups = dict[int, list[int]]()
    for claim in sorted(above):
        groups.setdefault(top(claim), []).append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _topic(claims: Sequence[Claim]) -> Topic | None:
    """The figures of the unit that most of ``claims`` have; None when there are not two days of them."""
    from ledger.reconciliation.intervals import interval
    from ledger.reconciliation.units import Scale, scale

    figures = list[Figure]()
    numbers = [claim for claim in claims if claim.kind not in ("date", "ordinal", "age")]
    measures = [(scale(claim.unit).measures, claim.whole is not None) for claim in numbers]
    ((common, _),) = Counter(measures).most_common(1) or [(("", False), 0)]
    for claim, measured in zip(numbers, measures, strict=True):
        day = claim.period_high or claim.published
        if day is not None and measured == common:
            means = interval(claim, scale(claim.unit).over(float(claim.whole)) if claim.whole else scale(claim.unit))
            figures.append(Figure(claim, day, None if isinf(means.low) else means.low, None if isinf(means.high) else means.high))
    if len({figure.day for figure in figures}) < 2:
        return None
    figures.sort(key=lambda figure: (figure.day, figure.claim.id))
    first = figures[0].claim
    own = scale(first.unit) if first.whole is None else Scale("")
    figures = [figure._replace(low=_in(own, figure.low), high=_in(own, figure.high)) for figure in figures]
    name = " ".join(filter(None, (first.counted or first.kind, f"of {first.of}" if first.of else "", first.predicate, *first.names[:2])))
    return Topic(name, first.unit if first.whole is None else "", figures)


def _in(own: Scale, value: float | None) -> float | None:
    """A value in base units in the unit of the scale."""
    return (value - own.offset) / own.factor if value is not None else None
