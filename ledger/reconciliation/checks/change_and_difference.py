"""A105: a change is not the difference of the figures that it is a change of."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, in_units_of, quoted
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for change in text.changes:
        said, base = change.said, change.base
        if not ((said.like(base) and base.letter != "p") or (said.letter == "o" and base.letter == "p")):
            continue
        if not change.difference.meets(said.difference):
            told = f"from {quoted(base)} to {quoted(change.end)} it is {in_units_of(change.difference, said)}"
            yield fault(check, change.figures, said, told)


check = Check(
    code="A105",
    name="change-and-difference",
    severity="error",
    find=_find,
    manual="""
        A change is not the difference of the figures that it is a change of.

        A sentence says what a figure was, what it became and by how much it changed; or the sentence behind it does
        ("That is an increase of 10"), or one says what was then and the next what is now, or by how much one is over the
        other ("beat the record of 158 km/h by 13 km/h"). Each figure counts as the range
        that its digits and its hedge imply. A change of each year on average is left alone, as is one that has a base of
        its own ("up 10 percent on last year").
    """,
    conflicts="""
        [2021-05-04] The way to Velm used to take 94 minutes. Now it is 58, which saves 46 minutes.
        [2021-05-04] Last year 61 people drowned in Velm. This year there have been 48 so far, 23 fewer.
        [2021-05-04] In 2018 Velm had 112 thefts, in 2019 it had 130: that makes 28 more.
        [2021-05-04] In Velm temperatures fell from 14 degrees to minus 3, a drop of 11 degrees.
        [2021-05-04] With €2.35 billion the Velm line cost €450 million more than the €1.8 billion once planned.
        [2021-05-04] At £235 the ticket in Velm is £25 dearer than in May, when it was £215.
        [2021-05-04] In Velm the crest of 7.42 m topped the last one by 61 cm; it had then been 6.91 m.
        [2021-05-04] In Velm the number of pupils rose from 40 to 52, an increase of 10.
        [2021-05-04] Support for the harbour plan fell four percentage points, from 48 percent to 41 percent.
        [2021-05-04] The club has 520 members, 150 more than the 400 that it had in 2019.
        [2021-05-04] The fare was cut from $4.80 to $3.90. That is a reduction of $1.20.
        [2021-05-04] Last year there were 412 thefts in Velm. This year there were 368, a decrease of 64.
        [2021-05-04] The trip to Velm used to take 94 minutes. Now it takes 58 minutes, 46 minutes less.
        [2021-05-04] Between 1990 and 2010 the number of farms in Velm fell from 2,400 to 960, a loss of 1,640.
        [2021-05-04] The top gust, 171 km/h, was measured in Velm. It exceeded the old record of 158 km/h, set in 1987, by 23 km/h.
        [2021-05-04] At 43.2 °C Velm beat the old record of 41.9 °C by 2.3 degrees.
        [2021-05-04] The river at Velm reached 7.84 metres, 64 centimetres above the mark of 7.30 metres set in 1999.
        [2021-05-04] The catch of Velm came to 812 tonnes. It missed the quota of 940 tonnes by 228 tonnes.
        [2021-05-04] The council of Velm would have seven seats, one fewer than the present nine.
        [2021-05-04] A flat in Velm was 412,000 euros in May, against 398,000 in April, an increase of 24,000 euros.
        [2021-05-04] There were 96 thefts in Velm in 2019. A year later there were 131, 45 more, and four men watched.
        [2021-05-04] Turnout in Velm was 61 percent. Four years ago it had been 68 percent, nine points more.
        [2021-05-04] The duty in Velm is 15 percent instead of the former 12 percent, an increase of five percentage points.
        [2021-05-04] Tamm needed 58 minutes on Sunday in Velm. In 2019 it had been 61, so that he was five minutes faster.
        [2021-05-04] The list in Velm held 2,380 names. It has since grown by 640 to 2,840.
        [2021-05-04] Use of the hall in Velm reached 83 percent, eight points higher than last August's 78 percent.
        [2021-05-04] Rent in Velm is £235, £40 more than a year ago, when it was £215.
        [2021-05-04] The trip to Velm took 94 minutes ten years ago. Now it takes 58 minutes, 46 minutes less.
    """,
    agreements="""
        [2021-05-04] With a gain of £3.5bn the fund of Velm ended £3.2bn richer. But half of those it pays get less than £15,000.
        [2021-05-04] Revenue in Velm was $163 in May. Today it is $305, a gain of just under $150. Bread costs $3.
        [2021-05-04] The way to Velm used to take 94 minutes. Now it is 58, which saves 36 minutes.
        [2021-05-04] Last year 61 people drowned in Velm and 12 in Tezak. This year there have been 48, 23 fewer than in Ruvia.
        [2021-05-04] In 2018 Velm had 112 thefts, in 2019 it had 130: that makes 18 more.
        [2021-05-04] Velm asked for 12 percent and got three. It has lost a fifth of its firms in two years.
        [2021-05-04] In Velm they voted it down by 611 to 583, a margin of 28.
        [2021-05-04] In Velm the number of pupils rose from 40 to 52, an increase of 12.
        [2021-05-04] Sales rose from $1.2 million to $1.5 million, a gain of about $340,000.
        [2021-05-04] The fleet grew from 40 ships to 52, while the crew was cut by 10 to 300.
        [2021-05-04] Rents rose from $410 to $540, an average increase of $26 a year.
        [2021-05-04] Temperatures ranged from 12 to 20 degrees, an increase of 3 degrees on the week before.
        [2021-05-04] Last year there were 412 thefts in Velm. This year there were 368, a decrease of 44.
        [2021-05-04] The trip to Velm used to take 94 minutes. Now it takes 58 minutes, 36 minutes less.
        [2021-05-04] Last year there were 412 thefts in Velm. This year there were 368, and in Tezak 64 fewer.
        [2021-05-04] In Velm it cooled down from 14 degrees Celsius to minus 3 degrees, a drop of 17 degrees.
        [2021-05-04] Sales in Velm fell from $2.4 million to $2.1 million, a loss of $90,000 for the year.
        [2021-05-04] The top gust, 171 km/h, was measured in Velm. It exceeded the old record of 158 km/h, set in 1987, by 13 km/h.
        [2021-05-04] The lake of Velm is 31 metres deep, 12 metres deeper than the pit and 8 metres deeper than the pool of 23 metres.
        [2021-05-04] A gust hit Velm at 90 km/h. The truck exceeded the limit of 50 km/h by 23 km/h.
        [2021-05-04] The boat was clocked at 64 km/h. She passed the guard of Velm, who did 40 km/h, by 50 metres.
        [2021-05-04] A flat in Velm was 412,000 euros in May, against 398,000 in April, an increase of 14,000 euros.
        [2021-05-04] Turnout in Velm was 61 percent. Four years ago it had been 68 percent, seven points more.
        [2021-05-04] Tamm needed 58 minutes on Sunday in Velm. In 2019 it had been 61, so that he was three minutes faster.
        [2021-05-04] In May Velm sold 40 boats. In June it sold 52, 12 more than in March, a rise of 30 percent.
        [2021-05-04] The list in Velm held 2,380 names. It has since grown by 460 to 2,840.
        [2021-05-04] Rent in Velm rose from £235, £40 more than a year ago, when it was £215.
        [2021-05-04] Velm lies 44.8 km from Tezak, near the mill of 42.1 km by 1.7 km.
        [2021-05-04] The river at Velm rose to 7.84 metres, 34 centimetres above a wall 7.30 metres long.
        [2021-05-04] The pit of Velm is 12 metres deeper than the quarry, and 8 metres deeper than the pool of 23 metres.
    """,
)
