"""A108: something doubled, tripled or halved, but its figures did not."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.changes import Change
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.arithmetic.states import factor_meant
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding

_LESS, _MORE = cues("less"), cues("than") - {"as"}


def _find(text: Text) -> Iterator[Finding]:
    for change in text.changes:
        said = change.said
        if said.letter != "x":
            continue
        words = said.claim.sentence.quote.lower().split()
        less, more = not _LESS.isdisjoint(words), not _MORE.isdisjoint(words)
        if not any(factor_meant(said).meets(held) for held in _factors(change, less, more)):
            factor = f"from {quoted(change.base)} to {quoted(change.end)} it is {change.factor} times"
            yield fault(check, change.figures, said, factor)


def _factors(change: Change, less: bool, more: bool) -> Iterator[Range]:
    """What the figures come to; "three times more" may add three times or come to three times."""
    found = change.factor
    yield found
    if more:
        yield found.widened(1.0, -1.0)
    if less:
        yield Range(1.0, 1.0).over(found)


check = Check(
    code="A108",
    name="growth-factor",
    severity="error",
    find=_find,
    manual="""
        Something doubled, tripled or halved, but its figures did not.

        A factor in words is taken to be within about an eighth below and a fifth above, more with a hedge; "three
        times more" may mean three times or four times as many.
    """,
    conflicts="""
        [2021-05-04] In Velm there were 132 arrests, twice the number made in 2019 (96).
        [2021-05-04] In 2018 Velm had saved 900 people. This time it was 1,500, three times as many.
        [2021-05-04] The number of nests in Velm has doubled. Last year it stood at 312; now it is 934.
        [2021-05-04] The number of tourists in Velm, 120,000 in 2019, doubled to 360,000.
        [2021-05-04] In Velm the number of pupils doubled from 40 to 60.
        [2021-05-04] Output halved from 40 tonnes to 31 tonnes in Velm.
        [2021-05-04] There were 90 arrests in Velm, three times as many as the 41 made in 2019.
        [2021-05-04] Sales tripled to $60 million from $31 million.
        [2021-05-04] The port of Velm wants to double its 120,000 visitors to 360,000.
        [2021-05-04] The staff of 40 in Velm has doubled to 120.
        [2021-05-04] There were 40 jobs in Velm in 2019. That number has since doubled to 120.
        [2021-05-04] In ten years the catch of Velm has tripled: 310 tonnes then, 620 tonnes now.
        [2021-05-04] The mill in Velm had 92 hands in 2011. Since then their number has tripled to 450, most of them men.
        [2021-05-04] The debt of Velm has more than tripled since 2010, when it stood at 11 billion; today it is 25 billion.
        [2021-05-04] The fleet of Velm has halved: 164 boats put to sea in 1999, 121 do so today.
    """,
    agreements="""
        [2021-05-04] In Velm there were 132 arrests, twice the number made in 2019 (66).
        [2021-05-04] In 2018 Velm had saved 500 people. This time it was 1,500, three times as many.
        [2021-05-04] Last year there were 61 boats in Velm; now there are 91, half as many again.
        [2021-05-04] The port of Velm wants to triple its 120,000 visitors to 360,000.
        [2021-05-04] The staff of 40 in Velm has more than doubled to 90.
        [2021-05-04] The yard of Velm hired 40 men and doubled its crews to 120.
        [2021-05-04] The number of tourists in Velm, 120,000 in 2019, tripled to 360,000.
        [2021-05-04] In Velm the number of pupils nearly doubled from 40 to 75.
        [2021-05-04] Output halved from 40 tonnes to 19 tonnes in Velm.
        [2021-05-04] The number of pupils doubled in Velm, and that of teachers rose from 40 to 60.
        [2021-05-04] Theft fell threefold in Velm, from 90 cases to 31.
        [2021-05-04] In ten years the catch of Velm has doubled: 310 tonnes then, 620 tonnes now.
        [2021-05-04] The mill in Velm had 92 hands in 2011. Since then their number has quintupled to 460, most of them men.
        [2021-05-04] The debt of Velm has more than doubled since 2010, when it stood at 11 billion; today it is 25 billion.
        [2021-05-04] In ten years the catch has tripled: 310 tonnes in Velm, 620 tonnes in Tezak.
        [2021-05-04] The mill of Velm had 40 hands last year. Today it has 60, half as many again.
    """,
)
