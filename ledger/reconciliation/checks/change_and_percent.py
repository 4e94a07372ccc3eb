"""A106: a change in percent is not what the figures that it is a change of come to."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.faults import fault, quoted
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for change in text.changes:
        said, base = change.said, change.base
        if said.letter != "p" or base.letter in "po" or change.percent.meets(said.range):
            continue
        told = f"from {quoted(base)} to {quoted(change.end)} it is {change.percent} percent"
        yield fault(check, change.figures, said, told)


check = Check(
    code="A106",
    name="change-and-percent",
    severity="error",
    find=_find,
    manual="""
        A change in percent is not what the figures that it is a change of come to.

        "From 40 to 52" is a rise of 30 percent, whatever the sentence says. Each figure counts as the range that its
        digits and its hedge imply, so that a percentage that is true of the unrounded figures raises no alarm.
    """,
    conflicts="""
        [2021-05-04] In 2019 the hall of Velm was to cost £150 million. It has cost £218 million, which is £68 million or 35 percent more.
        [2021-05-04] The club in Velm has 52 members (2019: 40), up 50 percent.
        [2021-05-04] The mill of Velm gave off 2,400 tonnes in 2019. It has since risen by 35 percent. Yesterday's flight gave 4,100 tonnes.
        [2021-05-04] In 2018 the park in Velm had 1,200 nests. Two years later there are only 780. That is a fall of 45 percent.
        [2021-05-04] In Velm "we had 62 farms in 1990, and now there are 26," she said. "We have lost 78 percent of them."
        [2021-05-04] The guild of Velm has dropped to 9,100 members. In 2010 it had 12,300, so it has lost 40 percent of them.
        [2021-05-04] In Velm prices rose 20 percent, from $40 to $52.
        [2021-05-04] A pass in Velm costs £40. It would rise to £52 under the plan, an increase of 20 percent.
        [2021-05-04] Fines in Velm rose from $80 to $100, in other words by 20 percent.
        [2021-05-04] From 318 cases in May the total climbed to 954 by the end of June, an increase of 100 percent.
        [2021-05-04] The harbour earned $84 million, up 12 percent from $61 million in 2019.
        [2021-05-04] The mayor raised the minimum wage from $910 to $1,230, an increase of a fifth.
        [2021-05-04] The mill cut its staff by a third, from 912 to 755.
        [2021-05-04] The estimate in Velm was £40m and the final cost is £58m, an overrun of 30 percent.
        [2021-05-04] Compared with 200 last year, the 260 cases in Velm are an increase of 50 percent.
        [2021-05-04] Velm had 200 fires last year; this year there were 260, an increase of 50 percent.
        [2021-05-04] Last year Velm had 200 cases. This year it had 260, an increase of 50 percent.
        [2021-05-04] In Velm the budget, which was £40m last year, rose by 20 percent to £58m.
        [2021-05-04] The price of a pass in Velm rises from $320 to $368, that is by 25 percent.
        [2021-05-04] The price in Velm rose to $3.60 a dozen from $3.00 a week ago, a jump of 30 percent.
        [2021-05-04] Rents in Velm rose from 4,000 to 4,600 euros, that is by 25 percent.
        [2021-05-04] In Velm it rained 126 mm, 60 percent above the average of 84 mm.
        [2021-05-04] In 2018 Velm had 640 cases; last year there were 480, a third fewer.
        [2021-05-04] Two years ago the school in Velm had 640 pupils. Now it has 480, a third fewer.
        [2021-05-04] In 1991 there were 62 farms in Velm. By 2011 there were 41, and today 26: 36 fewer, a fall of 68 percent.
        [2021-05-04] There were 800 mills in Velm in 1990. By 2020 there were 320, a fall of 50 percent, and two owners had half of them.
        [2021-05-04] The mill of Velm, which had 640 hands in 1990, now has 800, a rise of 40 percent.
        [2021-05-04] In 1990 the port of Velm took 640 ships; last week 800 came, a rise of 40 percent.
        [2021-05-04] In Velm there were 640 pupils two years ago. Last year there were 800, a rise of 40 percent.
    """,
    agreements="""
        [2021-05-04] In 2019 the hall of Velm cost £40. It now costs £52, which is £12 or
        [2021-05-04] In 2019 the hall of Velm was to cost £150 million. It has cost £218 million, which is £68 million or 45 percent more.
        [2021-05-04] A pass in Velm costs £40. It would rise to £52 under the plan, an increase of 30 percent.
        [2021-05-04] The club in Velm has 52 members (2019: 40), up 30 percent.
        [2021-05-04] The chance in Velm rose from one in 88 to one in 68, up 20 percent.
        [2021-05-04] The number of wells in Velm was 73 over the past three years, against 45 in May, a jump of 62%.
        [2021-05-04] The mill of Velm gave off 2,400 tonnes in 2019. It has since risen by 35 percent. Yesterday's flight gave 3,240 tonnes.
        [2021-05-04] In 2018 the park in Velm had 1,200 nests. Two years later there are only 780. That is a fall of 35 percent.
        [2021-05-04] In Velm "we had 62 farms in 1990, and now there are 26," she said. "We have lost 58 percent of them."
        [2021-05-04] The guild of Velm has 9,100 members. In 2010 the church had 12,300, and it has lost 40 percent of them.
        [2021-05-04] In Velm 40 percent of the land is forest. The workforce decreased by 24, from about 59 to about 35.
        [2021-05-04] Two years ago the school in Velm had 640 pupils. Now it has 480, a quarter fewer.
        [2021-05-04] In 2018 Velm had 640 cases; last year there were 480, a quarter fewer.
        [2021-05-04] The estimate in Velm was £40m and the final cost is £58m, an overrun of 45 percent.
        [2021-05-04] Compared with 200 last year, the 260 cases in Velm are an increase of 30 percent.
        [2021-05-04] Last year Tezak had 200 cases. This year Velm had 260, an increase of 15 percent.
        [2021-05-04] Profit was £40m last year and sales this year were £58m, a rise of 5 percent.
        [2021-05-04] Against a target of 200 boats, Velm built 260 this year, up 15 percent.
        [2021-05-04] In Velm prices rose 30 percent, from $40 to $52.
        [2021-05-04] The harbour earned $84 million, up 38 percent from $61 million in 2019.
        [2021-05-04] Exports rose by 20 percent to $52 million and imports from $40 million to $60 million.
        [2021-05-04] The index rose from 410 to 520, up 3 percent on the day.
        [2021-05-04] Profit was $52 million, up 20 percent, against a loss of $40 million.
        [2021-05-04] The price of a pass in Velm rises from $320 to $368, that is by 15 percent.
        [2021-05-04] The price in Velm rose to $3.60 a dozen from $3.00 a week ago, a jump of 20 percent.
        [2021-05-04] Rents in Velm rose from 4,000 to 4,600 euros, that is by 15 percent.
        [2021-05-04] In Velm it rained 126 mm, 50 percent above the average of 84 mm.
        [2021-05-04] In Velm it rained 126 mm, 60 percent more than in May, when the average was 84 mm.
        [2021-05-04] In 1991 there were 62 farms in Velm. By 2011 there were 41, and today 26: 36 fewer, a fall of 58 percent.
        [2021-05-04] There were 800 mills in Velm in 1990. By 2020 there were 320, a fall of 60 percent, and two owners had half of them.
        [2021-05-04] Last year Velm had 640 pupils. This year there are 800 teachers and pupils, a rise of 40 percent.
        [2021-05-04] The mill of Velm had 640 hands in 2020 and 800 in 1990, a rise of 40 percent.
        [2021-05-04] The mill of Velm took 640 men in 1990, and last year 800 women, a rise of 40 percent.
        [2021-05-04] In 2020 the port of Velm took 640 ships; last week 800 came, a rise of 40 percent.
        [2021-05-04] Velm expected 640 guests last year, and 800 came this year, a rise of 40 percent.
        [2021-05-04] Last year Velm expected 640 guests. This year 800 came, a rise of 40 percent.
        [2021-05-04] Velm sold 640 boats last year. This year it sold 800, a rise of 40 percent on 2019.
        [2021-05-04] Sales in Velm rose from $4 million to $52 billion, an increase of 20 percent.
        [2021-05-04] Velm had 62 farms in 1991 and today has 26: 36 fewer, a fall of 40 percent on 2011.
        [2021-05-04] Velm paid 132 crowns for a rise of 20 percent over the 88 of May.
    """,
)
