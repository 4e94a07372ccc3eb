"""X104: one event, two dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.dating import Span, beside, deed, event, may_recur, of_an_event, one_part_differs, span
from ledger.reconciliation.disputes import finding, said, together
from ledger.reconciliation.stated import company
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.verdicts import of_copies
from ledger.records import Finding, Verdict

_CONFLICT, _CORROBORATE, _WITHIN, _HELD = 8.0, 7.0, 4.0, 5.0
"""What must weigh that two dates are of one event: to conflict, to agree, to agree in one text, and to hold one another there."""
_TWICE = 2
"""A day that a text names twice and no more is named again for the same reason."""
_SLIPS = (0, 1, 2, 3, 10, 20)
"""By how many days a day may differ from the one that it was written for."""
_SAID = frozenset({"asserted", "planned"})


class _Pair(NamedTuple):
    left: Topic
    right: Topic
    steps: tuple[Step, ...]
    verdict: Verdict


def _find(case: Case) -> Iterator[Finding]:
    days = _days_of(case)
    pairs = [pair for left, right in case.dated if (pair := _judged(case, left, right, days)) is not None]
    for match in case.echoes:
        if match.left.family == "date":
            pairs.append(_Pair(match.left, match.right, match.steps, of_copies(match)))
    agreeing = [pair for pair in pairs if pair.verdict == "corroborate"]
    for held in together((pair for pair in pairs if pair.verdict == "conflict"), _ends):
        members = {topic.at for pair in held for topic in (pair.left, pair.right)}
        yield _finding("conflict", held, [pair for pair in agreeing if pair.left.at in members or pair.right.at in members])
    for held in together(agreeing, _ends):
        yield _finding("corroborate", held, [])


def _ends(pair: _Pair) -> tuple[int, int]:
    return pair.left.at, pair.right.at


def _days_of(case: Case) -> dict[int, set[Span]]:
    """All dates that each document names."""
    found: dict[int, set[Span]] = {}
    for topic in case.topics:
        if topic.family == "date" and (days := span(topic)) is not None:
            found.setdefault(topic.document, set()).add(days)
    return found


def _judged(case: Case, left: Topic, right: Topic, days: dict[int, set[Span]]) -> _Pair | None:
    mine, theirs = span(left), span(right)
    if mine is None or theirs is None:
        return None
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return _agreeing(case, left, right, mine, theirs)
    return _differing(case, left, right, mine, theirs, days)


def _differing(case: Case, left: Topic, right: Topic, mine: Span, theirs: Span, days: dict[int, set[Span]]) -> _Pair | None:
    if left.document == right.document or not {left.claim.modality, right.claim.modality} <= _SAID:
        return None
    if not one_part_differs(mine, theirs) or mine in days[right.document] or theirs in days[left.document]:
        return None
    shared = company(left, right)
    same_day = mine[0] == mine[1] and theirs[0] == theirs[1] and mine[0].day == theirs[0].day
    what = event(left, right) or deed(left, right, bool(shared) or same_day) or _named_alike(case, left, right)
    of_days = mine[0] == mine[1] and theirs[0] == theirs[1]
    if what is not None and mine[0].year != theirs[0].year and (what.level == "one deed" or not (of_days or what.level == "previous time")):
        return None  # what is done every year, or every few
    if what is None or (what.level in ("same", "same deed", "one deed") and may_recur(left, right)):
        return None
    if what.level != "previous time" and not (of_an_event(left) and of_an_event(right)):
        return None
    month = mine[0] != mine[1] and (mine[0].day, mine[1].day) == (theirs[0].day, theirs[1].day)  # seldom by chance
    figures = Step("figures", "slip", "month") if month else Step("figures", "unlike")
    clause, names, documents = (case.comparer.step(field, left, right) for field in ("clause", "names", "documents"))
    beside_both = Step("company", "shared" if shared else "missing", ", ".join(sorted(shared)))
    weight = what.weight + max(clause.weight, 0.0) + names.weight + documents.weight + figures.weight + beside_both.weight
    if names.level == "different" or weight < _CONFLICT:
        return None
    return _Pair(left, right, (what, clause, names, documents, figures, beside_both), "conflict")


def _named_alike(case: Case, left: Topic, right: Topic) -> Step | None:
    """Several words beside both dates, names among them, when one day may have been written for the other."""
    words, mine, theirs = beside(left, right), span(left), span(right)
    if words.level != "several words" or mine is None or theirs is None or case.comparer.names(left, right) != "shared":
        return None
    one, other = mine[0].day, theirs[0].day
    slipped = abs(one - other) in _SLIPS or f"{one:02}" == f"{other:02}"[::-1]
    return Step("event", "one deed", words.note) if slipped else None


def _agreeing(case: Case, left: Topic, right: Topic, mine: Span, theirs: Span) -> _Pair | None:
    """A pair of dates of which one holds the other, when both are said of one event."""
    common = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    if common not in (mine, theirs) or "denied" in (left.claim.modality, right.claim.modality):
        return None
    what, words = event(left, right), beside(left, right)
    fields = [case.comparer.step(field, left, right) for field in ("clause", "sentence", "names", "documents")]
    within = left.document == right.document
    again = within and mine == theirs and mine[0] == mine[1] and case.mentions(left) == _TWICE
    steps = (what or words, *fields, Step("date", "one day again" if again else _exactness(common, mine == theirs)))
    weight = sum(step.weight if step.field == "documents" else max(step.weight, 0.0) for step in steps)
    linked = again or not within or any(step.weight > 0 for step in steps[:-1])
    needed = _CORROBORATE if not within else _WITHIN if mine == theirs else _HELD
    return _Pair(left, right, steps, "corroborate") if linked and weight >= needed else None


def _exactness(common: Span, equal: bool) -> str:
    """How exact the dates are that agree, which tells how seldom they would by chance."""
    days = (common[1] - common[0]).days
    if days == 0:
        return "one day" if equal else "held in the other"
    return "one month" if days < 31 else "one year" if days < 366 else "years"


def _finding(kind: Verdict, pairs: list[_Pair], agreeing: list[_Pair]) -> Finding:
    topics = {topic.at: topic for pair in (*pairs, *agreeing) for topic in (pair.left, pair.right)}
    best = max(pairs, key=lambda pair: sum(step.weight for step in pair.steps))
    what = f"{best.steps[0].note}: " if best.steps[0].note else ""
    message = f"{what}{said(best.left.claim)} {'against' if kind == 'conflict' else 'and'} {said(best.right.claim)}"
    return finding(check.code, check.name, kind, check.severity, message, [topics[at].claim for at in sorted(topics)], best.steps)


check = Check(
    code="X104",
    name="date",
    severity="error",
    find=_find,
    manual="""
        One event, two dates.

        Two texts of one story date the same event, and the dates differ in the day, the month or the
        year alone, as a slip makes them. When either text also names the other's date, both dates are
        taken to be of different events.
    """,
    conflicts="""
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-05-24] In Velm the rally of 11 May was long remembered.
        [2021-06-20] In Dravenia parliament meets on 5 July in Velm. || [2021-06-21] Parliament in Velm, Dravenia, convenes on 12 July.
    """,
    agreements="""
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-09-24] In Velm the rally of 1 September was small.
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-05-24] In Velm the rallies of 12 May and of 13 May were long.
        [2021-05-20] The rallies of 12 May in Velm were broken up. || [2021-05-24] In Velm the rallies of 11 May were long remembered.
    """,
)
