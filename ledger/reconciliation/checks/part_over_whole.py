"""A101: a part is greater than the whole that it is a part of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.arithmetic.percentages import beyond_them
from ledger.reconciliation.arithmetic.proportions import beyond
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import PERSONS, WHOLE
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Finding

_ALL = 100.5
_LIMITED = WHOLE | PERSONS | cues("limited")
"""What no share of can be more than all."""


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        for part, whole in (*beyond(passage), *beyond_them(passage)):
            yield fault(check, (part, whole), part, f"of {quoted(whole)} the part exceeds the whole")
    for topic in text.topics:
        if topic.aspect in ("value", "ratio") and _exceeds(topic):
            claim = topic.claim
            yield finding(check, "conflict", f"{said(claim)}: the part exceeds the whole", [claim], [Step("whole", "exceeded")])


def _exceeds(topic: Topic) -> bool:
    claim = topic.claim
    part = claim.low
    if part is None or isinstance(part, date) or claim.modality == "denied":
        return False
    if claim.kind == "fraction":
        return topic.aspect == "ratio" and claim.whole is not None and part > claim.whole
    if claim.kind != "share" or topic.family != "share" or claim.unit != "percent" or topic.marks:
        return False
    return topic.interval.low > _ALL and topic.noun in _LIMITED


check = Check(
    code="A101",
    name="part-over-whole",
    severity="error",
    find=_find,
    manual="""
        A part is greater than the whole that it is a part of.

        So many out of fewer, or more than 100 percent of people, votes or seats. Growth, and what can
        exceed its measure (capacity, a target, a debt), is left alone.
    """,
    conflicts="""
        [2021-05-04] In Velm 112 percent of voters took part.
        [2021-05-04] In Velm 130 percent of the pupils passed the test.
        [2021-05-04] Of the 40 members of the council, 45 voted for the plan in Velm.
        [2021-05-04] The school in Velm has 412 pupils. Because of the snow only 487 of them came.
        [2021-05-04] Sixty boats left Velm. By the evening 71 of the boats were back.
        [2021-05-04] The mill runs 22 shops, 29 of which lie in Velm.
        [2021-05-04] The library of Velm owns 5,600 maps, and of these 6,430 were lent.
        [2021-05-04] Of the 312 houses on the hill in Velm, 338 stand empty.
        [2021-05-04] Among the 88 graves that were opened in Velm, 92 held weapons.
        [2021-05-04] The ferry to Velm had 412 people on board. Only 487 of those aboard were saved.
    """,
    agreements="""
        [2021-05-04] The fort in Velm had 146 guns. They had come at five, 430 of them.
        [2021-05-04] The workforce in Velm increased 170% from 3,910 to 10,524.
        [2021-05-04] In Velm 28 out of 30 pupils passed the test.
        [2021-05-04] Sales rose by 112 percent, and the plant ran at 104 percent of capacity.
        [2021-05-04] The school in Velm has 412 pupils. Because of the snow only 187 of them came.
        [2021-05-04] The city of Velm has 22 shops and 40 cafes. Thirty of the cafes have a garden.
        [2021-05-04] Four families moved to Velm. Eleven of them are children.
        [2021-05-04] Two lorries with rabbits were stopped in Velm. More than 400 of them had died.
        [2021-05-04] In all 30 men and 20 women came to Velm, and 45 of them sang.
        [2021-05-04] Twelve of the thirteen colonies sent men to Velm, and thirteen of its colonies paid.
        [2021-05-04] The colony in Velm began with 12 birds in 1990. There are now 40 of them.
        [2021-05-04] Among the 88 graves in Velm, 92 swords were found.
        [2021-05-04] Velm has 412 pupils. Between 480 and 500 of them came.
        [2021-05-04] Velm has 412 pupils. Only 487 of those on leave came.
        [2021-05-04] Velm has 412 pupils. Some 487 of these books were lost.
    """,
)
