"""D101: an anniversary that does not fall in the year it is said to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import classes
from ledger.reconciliation.arithmetic.faults import fault
from ledger.reconciliation.arithmetic.jubilees import jubilees
from ledger.reconciliation.arithmetic.passages import Figure
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.dating import near, span
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Finding, Verdict

_NOUN, _OF_A_THING = "anniversary", "birthday"
_FOUNDED = re.compile(
    rf"\b(?:{'|'.join(sorted(classes('wholes.tsv')['founding']))})(?: in| on| the| of)*\s*(?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?(?:\d{{1,2}}, )?$"
)
_KEPT = re.compile(
    r"(?: anniversary of (?:the|its|his|her|their) [\w’'-]+, (?:in|on)(?: the)? )|(?:,? (?!of\b)[\w’'-]+){0,6}?,? (?:in|on)(?: the)? "
)
_HELD = re.compile(r"\b(?:this year|today|tonight|this (?:week|month|weekend)|yesterday|tomorrow)\b", re.IGNORECASE)


class _Held(NamedTuple):
    """The anniversary, and the year it is held in; ``sure`` when the text says which year that is."""

    topic: Topic
    number: int
    year: int
    sure: bool


def _find(text: Text) -> Iterator[Finding]:
    dates, seen = list[Topic](), set[int]()
    for topic in text.topics:
        if topic.family == "date" and (days := span(topic)) is not None and days[0].year == days[1].year:
            dates.append(topic)
    for topic in text.topics:
        if topic.family == "ordinal" and topic.aspect == "value" and _is_kept(topic):
            inside = [other for other in dates if other.claim.sentence == topic.claim.sentence]
            if (held := _held(topic, inside)) is not None:
                for found in _judged(held, dates, inside):
                    seen.add(topic.claim.sentence.start)
                    yield found
    for passage in text.passages:
        for jubilee in jubilees(passage):
            figures = [figure for figure in (jubilee.founded, jubilee.said, jubilee.held) if figure is not None]
            if abs(jubilee.years - jubilee.number) > jubilee.slack and jubilee.held.claim.sentence.start not in seen:
                told = f"{_year_of(jubilee.founded)} to {_year_of(jubilee.held)} is {jubilee.years} years"
                yield fault(check, figures, jubilee.said or jubilee.held, told)


def _is_kept(topic: Topic) -> bool:
    """Whether an anniversary is counted, or the birthday of a thing: "the house marks its 125th birthday"."""
    claim = topic.claim
    return topic.noun == _NOUN or (claim.counted == _OF_A_THING and claim.sentence.quote.endswith("its ", 0, claim.in_sentence[0]))


def _held(topic: Topic, inside: list[Topic]) -> _Held | None:
    claim = topic.claim
    if not isinstance(claim.low, Decimal):
        return None
    kept = [other for other in inside if _kept_in(topic, other)]
    if len(kept) == 1:
        return _Held(topic, int(claim.low), _year(kept[0]), True)
    known = sorted({_year(other) for other in inside})
    told = topic.period
    if told is not None and told[0].year == told[1].year not in known[:1]:
        return _Held(topic, int(claim.low), told[0].year, True)
    if len(known) > 1:
        return _Held(topic, int(claim.low), known[-1], True)
    if claim.published is None:
        return None
    return _Held(topic, int(claim.low), claim.published.year, bool(_HELD.search(claim.sentence.quote)))


def _kept_in(topic: Topic, other: Topic) -> bool:
    """Whether the date stands behind the anniversary as that of its day: "on its 25th anniversary, in 2015"."""
    between = topic.claim.sentence.quote[topic.claim.in_sentence[1] : other.claim.in_sentence[0]]
    return bool(_KEPT.fullmatch(between))


def _judged(held: _Held, dates: list[Topic], inside: list[Topic]) -> Iterator[Finding]:
    """Conflicts with the one founding year of its sentence; agreements with a year, of the text, of the thing that is celebrated."""
    for other in dates:
        if _year(other) + held.number == held.year and near(other) & near(held.topic) - {_NOUN}:
            yield _finding("corroborate", held, other)
            return
    if held.topic.claim.modality not in ("asserted", "planned"):
        return
    earlier = [other for other in inside if _year(other) < held.year - 1]
    if len(earlier) == 1 and _founding(earlier[0]) and abs(_year(earlier[0]) + held.number - held.year) > (0 if held.sure else 1):
        yield _finding("conflict", held, earlier[0])


def _year(topic: Topic) -> int:
    return topic.claim.low.year if isinstance(topic.claim.low, date) else 0


def _year_of(figure: Figure) -> int:
    return figure.claim.low.year if isinstance(figure.claim.low, date) else 0


def _founding(topic: Topic) -> bool:
    claim = topic.claim
    return bool(_FOUNDED.search(claim.sentence.quote[: claim.in_sentence[0]]))


def _finding(verdict: Verdict, held: _Held, founded: Topic) -> Finding:
    first, second = sorted((held.topic, founded), key=lambda topic: topic.at)
    gap = held.year - _year(founded)
    message = f"{said(held.topic.claim)}: {_year(founded)} to {held.year} is {gap} years"
    steps = (Step("years", "same" if verdict == "corroborate" else "different", f"{held.year} - {_year(founded)} = {gap}"),)
    return finding(check, verdict, message, [first.claim, second.claim], steps)


check = Check(
    code="D101",
    name="anniversary",
    severity="error",
    find=_find,
    manual="""
        An anniversary does not fall in the year it is said to.

        "Opened in 1901, the school marks its 120th anniversary this year" is wrong in any year but 2021;
        so is "built in 1901, it marks its 120th birthday".
        Only the one founding year of the same sentence is held against the anniversary; where the text
        does not say in which year it is held, a year more or less is let pass.
    """,
    conflicts="""
        [2021-05-04] Founded in 1899, the rowing club of Velm marks its 125th anniversary this year.
        [2021-05-04] Built in 1908, the house in Velm marks its 115th birthday this year.
        [2021-05-04] On 9 May 2021 Velm will celebrate the 80th anniversary of the flood of 1931.
        [2021-05-04] The choir of Velm was founded in 1949. In 2014 it marked its 75th birthday.
        [2021-05-04] The bridge in Velm was opened in 1921. In 2021 it turns 90.
        [2021-05-04] The school of Velm keeps its centenary in 2023. It was opened in 1913.
        [2021-05-04] The accident in Velm happened in 1990. On its 20th anniversary, in 2015, the pit was opened.
        [2021-05-04] The couple, who married in Velm in 1970, kept their silver wedding in 2020.
    """,
    agreements="""
        [2021-05-04] Founded in 1896, the rowing club of Velm marks its 125th anniversary this year.
        [2021-05-04] Built in 1906, the house in Velm marks its 115th birthday this year.
        [2021-05-04] In the house in Velm, built in 1908, the baker keeps his 50th birthday this year.
        [2021-05-04] Founded in 1899, the rowing club of Velm marked its 100th anniversary in 1999 with a regatta.
        [2021-05-04] Founded in 1897, the rowing club of Velm will soon mark its 125th anniversary.
        [2021-05-04] The club, twice champion since 1990, marks its 125th anniversary this year, as does the mill of 1896.
        [2021-05-04] The choir of Velm was founded in 1949. In 2024 it marked its 75th birthday.
        [2021-05-04] The accident in Velm happened in 1990. On its 25th anniversary, in 2015, the pit was opened.
        [2021-05-04] The mill of Velm was built in 1912. In 2019 the owner kept his 50th birthday in it.
        [2021-05-04] The yard of Velm was founded in 1901 and bought in 1950. In 2000 it kept the 50th anniversary of the sale.
        [2021-05-04] The paper of Velm was founded in 1986. In 1996 its 25th anniversary edition of the year sold out.
    """,
)
