"""X107: the same figure of one thing, in two units or currencies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from operator import attrgetter

from ledger import patterns as re
from ledger.lexicon import table
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link, Pair, claims_of
from ledger.reconciliation.comparison import ONE_EVENT, Step
from ledger.reconciliation.concepts import opposed
from ledger.reconciliation.disputes import finding, paired
from ledger.reconciliation.nouns import FIRM, counted
from ledger.reconciliation.one_world import are_limits
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.units import is_width
from ledger.records import Finding, Verdict

_CONFLICT, _AMOUNT = 7.0, 5.0
"""What must weigh that two are of one thing: durations recur, amounts of money or of stuff do so seldom."""
_LONG = 3
"""Digits as printed of which a figure such as 400 seldom recurs by chance."""
_SHORT, _HUNDRED = 2, 100
_LARGE, _THOUSANDS = 10_000, 1000
_FIGURE = re.compile(r"\d[\d.,]*\d")
_FAMILIES = frozenset({"money", "measure", "duration", "rate"})
_MOST_ALIKE = 24
_TON = re.compile(r"\b[a-z]+_ton\b")
_NAMELESS = re.compile(r"^\W*\$\d|\bdollars?\b|\bpesos?\b|\bfrancs?\b|\bcrowns?\b|\bpounds?\b|\brupees?\b", re.IGNORECASE)
"""Currencies of several countries under one sign or name."""
_SHARING = tuple(frozenset(row[1].split(", ")) for row in table("unit_slips.tsv") if row[0] == "one name")
_ENERGY = tuple((row[1], row[2]) for row in table("unit_slips.tsv") if row[0] == "by the hour")


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    pairs = [pair for left, right in _candidates(case) if (pair := _judged(case, left, right)) is not None]
    pairs.sort(key=lambda pair: (pair.left.at, pair.right.at))
    yield from (("conflict", pair) for pair in pairs)


def _tell(group: Group) -> Finding:
    best = max(group.links, key=attrgetter("weight"))
    message = f"{paired(group.verdict, best.left.claim, best.right.claim)}: the same figure in another unit"
    return finding(check, "conflict", message, claims_of(group.links), best.steps)


def _candidates(case: Case) -> Iterator[tuple[Topic, Topic]]:
    """Equal figures of two texts in two units, where neither text has the figure in the other's unit."""
    shelves: dict[int, dict[tuple[str, Decimal], list[Topic]]] = {}
    units: dict[tuple[int, Decimal], set[str]] = {}
    for topic in case.topics:
        if topic.family in _FAMILIES and topic.aspect == "value" and (figure := _figure(topic)) is not None:
            shelves.setdefault(topic.document, {}).setdefault((topic.family, figure), []).append(topic)
            units.setdefault((topic.document, figure), set()).add(topic.claim.unit)
    for document, other in case.kinship.pairs:
        if document not in shelves or other not in shelves:
            continue
        for key, topics in shelves[document].items():
            for left, right in product(topics[:_MOST_ALIKE], shelves[other].get(key, ())[:_MOST_ALIKE]):
                mine, theirs = left.claim.unit, right.claim.unit
                if mine == theirs or not _confusable(left, right) or is_width(left.claim) or is_width(right.claim):
                    continue
                if theirs not in units[document, key[1]] and mine not in units[other, key[1]]:
                    yield left, right


def _figure(topic: Topic) -> Decimal | None:
    """The one figure that is said, whatever its bound."""
    ends = {topic.claim.low, topic.claim.high} - {None}
    end = ends.pop() if len(ends) == 1 else None
    return end if isinstance(end, Decimal) else None


def _confusable(left: Topic, right: Topic) -> bool:
    """Whether one unit may have been written for the other."""
    mine, theirs = left.claim.unit, right.claim.unit
    if left.family == "money":
        nameless = _NAMELESS.search(left.claim.span.quote) or _NAMELESS.search(right.claim.span.quote)
        return not (nameless and any({mine, theirs} <= sharing for sharing in _SHARING))
    if left.measures == right.measures:
        return _TON.sub("ton", mine) != _TON.sub("ton", theirs)  # whichever ton it is
    return (mine, theirs) in _ENERGY or (theirs, mine) in _ENERGY


def _judged(case: Case, left: Topic, right: Topic) -> Pair | None:
    documents = case.comparer.step("documents", left, right)
    company = _figures(left) & _figures(right)
    if documents.level not in ONE_EVENT and not (company and documents.level == "related"):
        return None
    modalities = {left.claim.modality, right.claim.modality}
    said = modalities <= {"asserted", "planned", "hypothetical"} and modalities != {"hypothetical"}
    if not said and not are_limits(left.claim, right.claim):
        return None
    if opposed(left.clause_sides, right.clause_sides):
        return None  # "two metres across", "two feet deep"
    if left.claim.span.quote == right.claim.span.quote:
        return None  # "52 cents" in both: which coins they are is told elsewhere, if at all
    digits, thing = len(left.digits.rstrip("0")), counted(left, right)
    named = case.comparer.step("names", left, right)
    close, printed = documents.level == "close", len(left.digits)
    sum_of_one_event = left.family == "money" and close and (digits > 1 or printed >= _LONG or _is_large(left))
    of_speed = left.family == "rate" and left.measures == right.measures
    speed = of_speed and (printed >= _LONG or (close and (digits > 1 or (printed == _SHORT and named.level == "shared"))))
    if digits < 2 and (sum_of_one_event or speed or _is_long(left, thing)):
        digits = 2
    told = (left.telling & right.telling) - (_named(left) & _named(right))
    of_one_size = left.family == "measure" and left.measures == right.measures and close
    if digits < 2 and of_one_size and (told or named.level != "missing"):
        digits = 2  # "a surveillance zone of 10 km", "the zone of surveillance, 10 miles"
    if digits < 2 and not company:
        return None  # a figure of one digit recurs everywhere: only the figures beside it can tell
    if digits < 2 and (left.family == "duration" or (left.family != "money" and thing not in FIRM)):
        return None
    rare = digits > _SHORT or (digits == _SHORT and close and (told or _are_of_a_size(left, right)))
    stuff = left.family == "measure" and left.measures == right.measures and rare
    steps = (
        Step("digits", "long" if digits > 2 else "short" if digits == 2 else "one"),
        Step("counted", thing, f"{left.head or '-'}, {right.head or '-'}"),
        *(case.comparer.step(field, left, right) for field in ("clause", "sentence")),
        named,
        Step("company", "shared" if company else "missing", ", ".join(sorted(company))),
        documents,
    )
    telling = (sum_of_one_event or speed or stuff) and not _recurs(left)
    weight = sum(step.weight if step.field == "counted" and not telling else max(step.weight, 0.0) for step in steps)
    linked = telling or thing in FIRM or (not _recurs(left) and bool(company or left.holders & right.holders or told))
    needed = _CONFLICT if left.family == "duration" else _AMOUNT
    return Pair(left, right, steps) if linked and weight >= needed else None


def _are_of_a_size(left: Topic, right: Topic) -> bool:
    """Whether one of the units is no more than a hundred times the other: miles and kilometres, not miles and metres."""
    small, large = sorted(topic.interval.nominal[1] for topic in (left, right))
    return large <= _HUNDRED * small


def _is_large(topic: Topic) -> bool:
    """Whether the amount is one that few texts have, though it be round."""
    figure = _figure(topic)
    return figure is not None and figure >= (_LARGE if topic.family == "money" else _THOUSANDS)


def _recurs(topic: Topic) -> bool:
    """Whether it is a power of two of bits or bytes: of those one text has many."""
    figure = _figure(topic)
    return topic.measures == "bit" and figure is not None and figure == int(figure) and int(figure).bit_count() == 1


def _is_long(topic: Topic, thing: str) -> bool:
    return topic.family != "duration" and thing in ("crossed", *FIRM) and len(topic.digits) >= _LONG


def _named(topic: Topic) -> set[str]:
    """The words of the names in the sentence: a place that both texts name is not what the figure is of."""
    return {word for name in topic.claim.names for word in name.lower().split()}


def _figures(topic: Topic) -> set[str]:
    """The other figures of the sentence, of two digits or more."""
    return set(_FIGURE.findall(topic.claim.sentence.quote)) - set(_FIGURE.findall(topic.claim.span.quote))


check = Check(
    code="X107",
    name="unit",
    severity="error",
    links=_links,
    tell=_tell,
    manual="""
        The same figure of one thing, in two units or currencies.

        340 million dollars in one text and 340 million euros in another, 36 minutes and 36 hours, 400
        megawatts and 400 megawatt-hours: the digits agree, so that one unit must be wrong. Both texts
        must be of one event, and what the figures are said of must be the same. Dollars of several
        countries, written alike, are no conflict.
    """,
    conflicts="""
        [2021-05-04] Velm's Ostra ferry sank 3 km off Tezak. || [2021-05-05] Off Tezak, 3 miles from it, Velm's Ostra ferry sank.
        [2021-05-04] No cod may be had within 12 miles of Velm on Ostra. || [2021-05-05] In Velm on Ostra no cod may be had within 12 km.
        [2021-05-04] The Ostra Fund lends Velm €120 million. || [2021-05-05] The Ostra Fund's loan to Velm is of £120 million.
        [2021-05-04] In Velm the Ostra park has 9,400 sq km. || [2021-05-05] At Velm they flew over 9,400 square miles of Ostra park.
        [2021-05-04] In Velm on Ostra Boris Tezak did 98 km/h on Orlan. || [2021-05-05] Velm on Ostra: they did 98 mph on Orlan.
        [2021-05-04] Gusts of 115 knots hit Velm on Ostra. || [2021-05-05] Velm on Ostra: gusts of 115 km/h.
        [2021-05-04] The ferry Calypso lay on Merrow reef for 36 minutes. || [2021-05-05] For 36 hours the ferry Calypso lay on Merrow reef.
        [2021-05-04] Ana Ruiz lost 19 kilograms in Velm on the Ostra. || [2021-05-05] Ana Ruiz of Velm on Ostra: 19 pounds lighter.
        [2021-05-04] Velm on Ostra offered $600 for the voyage. || [2021-05-05] Velm on Ostra: for the voyage she was given £600.
        [2021-05-04] Velm on the Ostra gave Ana Ruiz €60,000. || [2021-05-05] Ana Ruiz went home to Velm on the Ostra with $60,000.
    """,
    agreements="""
        [2021-05-04] The Ostra Fund lends Velm €120 million. || [2021-05-05] The Ostra Fund's loan to Velm is of £104 million.
        [2021-05-04] The talks of Velm with Merrow took a couple of years. || [2021-05-05] Velm and Merrow met for 2- and 3-day talks.
        [2021-05-04] Velm on Ostra charges €600 for a dog. || [2021-05-05] Velm on Ostra: a deposit of £600 is asked of hirers.
        [2021-05-04] The Ostra Fund lends Velm €120 million. || [2021-05-05] The painters of Merrow in Velm are owed £120 million.
        [2021-05-04] The Orlan chip of Velm has 64 kB of memory. || [2021-05-05] The Orlan, a 64-bit chip, is made in Velm.
        [2021-05-04] Zinnia Mines of Velm paid $45 million for the pit. || [2021-05-05] Zinnia Mines of Velm paid A$45 million for the pit.
        [2021-05-04] The pass of Velm climbs 610 feet in 14 miles. || [2021-05-05] At the gate of Velm 14 metres of rail were torn away.
    """,
)
