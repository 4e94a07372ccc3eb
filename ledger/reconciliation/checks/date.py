"""X104: one event, two dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ledger.extraction.context.inflection import is_plural
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import DEEDS, EVENTS, FAINT, KNOWN, UNIQUE, concept
from ledger.reconciliation.disputes import finding, said, together
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.verdicts import of_copies
from ledger.records import Finding, Verdict

_CONFLICT, _CORROBORATE = 8.0, 8.0
_SAID = frozenset({"asserted", "planned"})
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ONE = {"vote": "election"}
_PLURAL = frozenset({"election"})
"""Events that a plural may be one of: "the polls of 9 August"."""
_NEAR = 60
"""How far from a date, in characters, the word for what happened then may stand."""
_RANGE = 40
"""Days that an event may last and still be dated like one of a day."""


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
            pairs.append(_Pair(match.left, match.right, case.why(match), of_copies(match)))
    agreeing = [pair for pair in pairs if pair.verdict == "corroborate"]
    for held in together((pair for pair in pairs if pair.verdict == "conflict"), _ends):
        members = {topic.at for pair in held for topic in (pair.left, pair.right)}
        yield _finding("conflict", held, [pair for pair in agreeing if pair.left.at in members or pair.right.at in members])
    for held in together(agreeing, _ends):
        yield _finding("corroborate", held, [])


def _ends(pair: _Pair) -> tuple[int, int]:
    return pair.left.at, pair.right.at


def _days_of(case: Case) -> dict[int, set[tuple[date, date]]]:
    """All dates that each document names."""
    found: dict[int, set[tuple[date, date]]] = {}
    for topic in case.topics:
        if topic.family == "date" and isinstance(topic.claim.low, date) and isinstance(topic.claim.high, date):
            found.setdefault(topic.document, set()).add((topic.claim.low, topic.claim.high))
    return found


def _judged(case: Case, left: Topic, right: Topic, days: dict[int, set[tuple[date, date]]]) -> _Pair | None:
    apart = left.interval.meets(right.interval) == "apart"
    mine, theirs = _span(left), _span(right)
    if mine is None or theirs is None or not {left.claim.modality, right.claim.modality} <= _SAID:
        return None
    if apart and (not _one_part_differs(mine, theirs) or mine in days[right.document] or theirs in days[left.document]):
        return None
    event = _event(left, right)
    if event is None:
        return None
    figures = _figures(mine, theirs, apart)
    clause, names, documents = (case.comparer.step(field, left, right) for field in ("clause", "names", "documents"))
    weight = event.weight + max(clause.weight, 0.0) + names.weight + documents.weight + figures.weight
    if (apart and names.level == "different") or weight < (_CONFLICT if apart else _CORROBORATE):
        return None
    return _Pair(left, right, (event, clause, names, documents, figures), "conflict" if apart else "corroborate")


def _figures(mine: tuple[date, date], theirs: tuple[date, date], apart: bool) -> Step:
    """What the dates themselves tell: the same day seldom comes by chance, nor do the same days of two months."""
    if not apart:
        return Step("figures", "same, long" if mine == theirs and mine[0] == mine[1] else "same, one digit")
    month = mine[0] != mine[1] and (mine[0].day, mine[1].day) == (theirs[0].day, theirs[1].day)
    return Step("figures", "slip", "month") if month else Step("figures", "unlike")


def _span(topic: Topic) -> tuple[date, date] | None:
    low, high = topic.claim.low, topic.claim.high
    if (
        not isinstance(low, date)
        or not isinstance(high, date)
        or (high - low).days > _RANGE
        or topic.claim.bound not in ("exact", "between")
    ):
        return None
    return low, high


def _one_part_differs(mine: tuple[date, date], theirs: tuple[date, date]) -> bool:
    """Whether the dates differ in the day, the month or the year alone, as a slip makes them; a range may stand against its like only."""
    if (mine[1] - mine[0]).days != (theirs[1] - theirs[0]).days and mine[0].month == theirs[0].month:
        return False
    one, other = mine[0], theirs[0]
    unequal = [one.year != other.year, one.month != other.month, one.day != other.day]
    return sum(unequal) == 1


def _event(left: Topic, right: Topic) -> Step | None:
    """What both dates are said of: one singular event, or one deed together with who or what did it."""
    mine, theirs = _near(left.claim.sentence.quote, *_place(left)), _near(right.claim.sentence.quote, *_place(right))
    shared = mine & theirs
    if events := shared & EVENTS:
        one = sorted(events)[0]
        if _dated_noun(left) == _dated_noun(right) != "":
            return Step("event", "dated itself", one)
        return Step("event", "unique" if events & UNIQUE else "same", ", ".join(sorted(events)))
    known = shared & KNOWN
    if known & DEEDS and len(known) > 1:
        return Step("event", "same deed", ", ".join(sorted(known)))
    return None


def _dated_noun(topic: Topic) -> str:
    """The event whose own date this is: "the rally of 12 May", "the 12 May rally"."""
    start, end = _place(topic)
    quote = topic.claim.sentence.quote
    before, behind = _WORD.findall(quote[max(0, start - _NEAR) : start]), _WORD.findall(quote[end : end + _NEAR])
    if len(before) > 1 and before[-1].lower() in ("of", "on"):
        return _singular_event(before[-2])
    return _singular_event(behind[0]) if behind and quote[end : end + 1] == " " else ""


def _singular_event(word: str) -> str:
    return concept(word) if concept(word) in EVENTS and not is_plural(word.lower()) else ""


def _place(topic: Topic) -> tuple[int, int]:
    start = topic.claim.span.start - topic.claim.sentence.start
    return start, start + len(topic.claim.span.quote)


@lru_cache(4096)
def _near(quote: str, start: int, end: int) -> frozenset[str]:
    """Concepts of the words close to a date in its sentence; plurals ("protests") stand for no one event."""
    around = quote[max(0, start - _NEAR) : start].rpartition(";")[2] + " " + quote[end : end + _NEAR].partition(";")[0]
    found = ((word, _ONE.get(meaning, meaning)) for word in _WORD.findall(around) if (meaning := concept(word)))
    return frozenset(
        meaning for word, meaning in found if meaning not in FAINT and not (meaning in EVENTS - _PLURAL and is_plural(word.lower()))
    )


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
