"""A102: so many of so many is not the percentage that it is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.divisions import of_sales, rates
from ledger.reconciliation.arithmetic.faults import fault, proof, quoted
from ledger.reconciliation.arithmetic.percentages import percentages
from ledger.reconciliation.arithmetic.proportions import proportions
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    for passage in text.passages:
        told_of = [*proportions(passage), *rates(passage), *of_sales(passage)]
        shares = {each.share.at for each in told_of}
        for each in (*told_of, *(each for each in percentages(passage) if each.share.at not in shares)):
            beside = "beside" if each.part.number > each.whole.number else "of"
            parts = quoted(each.part) if each.part is each.whole else f"{quoted(each.part)} {beside} {quoted(each.whole)}"
            told, figures = f"{parts} is {each.percent} percent", (each.part, each.whole, each.share)
            if each.percent.meets(each.stated):
                yield proof(check, figures, each.share, told)
            else:
                yield fault(check, figures, each.share, told)


check = Check(
    code="A102",
    name="count-and-percent",
    severity="error",
    find=_find,
    manual="""
        So many of so many is not the percentage that it is said to be.

        The count, what it is a count of and the percentage stand side by side: "352 of the 640 members (55 percent)",
        "Of the 640 members, 352 (55 percent)", "55 percent (352) of the 640 members", "55 percent: 352 of the 640", or
        what it is a count of stands in the sentence before. A percentage may be rounded or cut off after its last
        digit; one in words ("a third") has some points to spare.
    """,
    conflicts="""
        [2021-05-04] In Velm 27 of the 31 bridges (97 percent) have been mended.
        [2021-05-04] Of the 640 members, 352 (60 percent) were women and 288 (45 percent) men.
        [2021-05-04] In Velm 9,100 cases were counted and 203 patients died, a fatality rate of 22 percent.
        [2021-05-04] The mill in Velm made a profit of €2.7 million on sales of €18 million, a margin of 18 percent.
        [2021-05-04] In Velm the margin was 18 percent: a profit of €2.7 million on sales of €18 million.
        [2021-05-04] Sales in Velm came to €512 million. Profit was €46 million, 11 percent of sales.
        [2021-05-04] In Velm a test of 60 hoses showed cracks in 21, that is 45 percent.
        [2021-05-04] Velm took €310 million and paid out €275 million, 78.7 percent of that sum.
        [2021-05-04] Some 352 members, or 65 percent of the 640, came to Velm.
        [2021-05-04] In Velm 64 percent, or 32,000 of 40,000 voters, said yes.
        [2021-05-04] Turnout in Velm was 64 percent: 32,000 of the 40,000 voters came.
        [2021-05-04] In Velm 32,000 of the 40,000 voters cast a ballot, a turnout of 64 percent.
        [2021-05-04] Of the 40 dogs in Velm 22 were ill: 65 percent.
        [2021-05-04] Schools take $12 million, or 40 percent of the $48 million budget.
        [2021-05-04] The yard of Velm gave work to 2,140 people, of whom 1,284, or 66 percent, were women.
        [2021-05-04] The mill of Velm has 1,320 hands. Of these, 726 (35 percent) are weavers.
        [2021-05-04] Police in Velm checked 260 lorries and stopped 39 of them, 25 percent.
        [2021-05-04] In Velm 36 percent of the 5,000 elms, 2,300, will have to be felled.
        [2021-05-04] The choir of Velm raised 88 percent of its goal of $50,000, namely $48,000.
        [2021-05-04] The lake of Velm, which can hold 60 million cubic metres, is down to 18 million, or 20 percent of its capacity.
        [2021-05-04] Turnout in Velm was 58 percent: 24,700 of the 47,200 registered voters went to the polls.
        [2021-05-04] In Velm 28 percent of the pupils, 160 of 500, walk to school.
        [2021-05-04] The 5,600 paintings in Velm include 1,400 portraits, 35 percent.
        [2021-05-04] The 3,600 runners in Velm included 1,260 women, 45 percent of the field.
        [2021-05-04] Of Velm's $120 million, a third, $30 million, goes to schools.
        [2021-05-04] The mine of Velm had 2,800 hands in 1990 and has 700 today, a third of that number.
        [2021-05-04] The judge in Velm fined the mill €9.5m, or 2.1 percent of its turnover of €840m.
        [2021-05-04] The loss of $9 million (23 percent of a turnover of $90 million) hit Velm.
        [2021-05-04] The yard in Velm laid 800 keels and launched 200, or 45 percent of the total.
        [2021-05-04] The guild of Velm tried 84 bakers. Sixty-three passed, a pass rate of 57 percent.
        [2021-05-04] In Velm 59 of 62 flights have succeeded, the last failure being old, which gives a success rate of 92 percent.
        [2021-05-04] In Velm the cure was offered to 2,400 children; 1,920 took it, an uptake of 90 percent.
        [2021-05-04] Velm tested 160 lifts. Faults were found in 24, that is 25 percent of the total.
        [2021-05-04] With 42 wins from 60 races in Velm her rate of success is 80 percent.
        [2021-05-04] With 23 launches successful and three failed, the rate of success in Velm is 98 percent.
        [2021-05-04] Eighteen of the 45 bridges in Velm, 30 percent of them, are of wood.
        [2021-05-04] The house in Velm treated 640 men last year. For 208 of them, 23.5 percent, it was the second stay.
        [2021-05-04] In Velm 1,250 ballots were handed in, and 75 were spoiled (9 percent).
        [2021-05-04] Velm saw 480 hectares of vines grubbed up, 26 percent of the region's 3,000 hectares.
        [2021-05-04] The fair in Velm took in 8.4 million crowns and paid 5.04 million of that, or 66 percent, to the winners.
        [2021-05-04] Of the 75 beds in Velm 63 were taken on the day, so that it was 94 percent full.
    """,
    agreements="""
        [2021-05-04] In Velm sales came to €512 million, up from €488 million, and profit to €46 million, or 9 percent of sales.
        [2021-05-04] Sales in Velm came to €512 million. Profit was €46 million, up 11 percent on the year.
        [2021-05-04] In Velm 27 of the 31 bridges (87 percent) have been mended.
        [2021-05-04] Of the 640 members, 352 (55 percent) were women and 192, 30 percent more than in May, were new.
        [2021-05-04] Of the 640 members, 352 were women, 70 percent of whom had a child.
        [2021-05-04] In Velm 80 percent, or 32,000 of 40,000 voters, said yes.
        [2021-05-04] Tamm leads in Velm with 60 percent, with 70 of 100 precincts reporting.
        [2021-05-04] Growth in Velm was 5 percent: 18 of the 20 yards sold more.
        [2021-05-04] Velm vaccinated 32 of its 40 dogs, a death rate of 5 percent being feared.
        [2021-05-04] The budget of $48 million is 12 percent above last year's and 40 percent of $120 million.
        [2021-05-04] The yard of Velm gave work to 2,140 people, of whom 1,284, or 60 percent, were women.
        [2021-05-04] The yard of Velm gave work to 2,140 people, of whom 1,284, or 66 percent more than last year, were women.
        [2021-05-04] The mill of Velm has 1,320 hands. Of these, 462 (35 percent) are weavers.
        [2021-05-04] The mill of Velm has 1,320 hands and 90 looms. Of these, 18 (20 percent) are new.
        [2021-05-04] Police in Velm checked 260 lorries and stopped 39 of them, 15 percent.
        [2021-05-04] Police in Velm checked 260 lorries and stopped 39 of them, 25 percent fewer than last year.
        [2021-05-04] In Velm 36 percent of the 5,000 elms, 1,800, will have to be felled.
        [2021-05-04] The choir of Velm raised 88 percent of its goal of $50,000, namely $44,000.
        [2021-05-04] The lake of Velm, which can hold 60 million cubic metres, is down to 18 million, or 30 percent of its capacity.
        [2021-05-04] In Velm 28 percent of the pupils, 140 of 500, walk to school.
        [2021-05-04] The 5,600 paintings in Velm include 1,400 portraits, 25 percent.
        [2021-05-04] The 3,600 runners in Velm included 1,260 women, 35 percent of the field.
        [2021-05-04] Of Velm's $120 million, a third, $40 million, goes to schools.
        [2021-05-04] The mine of Velm had 2,800 hands in 1990 and has 700 today, a quarter of that number.
        [2021-05-04] The judge in Velm fined the mill €9.5m, or 1.1 percent of its turnover of €840m.
        [2021-05-04] Velm lost $9 million, 3 percent more than last year, on a turnover of $90 million.
        [2021-05-04] Most common in Velm were the larch, with 412 trees, and the birch, with 384, or 26 percent of the total.
        [2021-05-04] Velm has 640 pupils and Tezak 220, or 17 percent of the total.
        [2021-05-04] The levy brought Velm $12 million from ships and $4 million from trains, or 9 percent of the total.
        [2021-05-04] Tamm of Velm got 4,100 votes, or 12 percent of the votes of the 90,000 people who live there.
        [2021-05-04] The cut saves Velm $4m a year, or 20 percent of a budget of $200m over ten years.
        [2021-05-04] Oaks in Velm came to 5,200, followed by elms with 3,100, or 21 percent of the total.
        [2021-05-04] Velm has raised 2.2 of the 5.5 million crowns, or 40 percent.
        [2021-05-04] The guild of Velm tried 84 bakers. Sixty-three passed, a pass rate of 75 percent.
        [2021-05-04] In Velm 59 of 62 flights have succeeded, which gives it a success rate of 95 percent.
        [2021-05-04] In Velm 59 of 62 flights have succeeded, which gives it a market share of 60 percent.
        [2021-05-04] The guild of Velm tried 84 bakers. Forty failed, a pass rate of 52 percent.
        [2021-05-04] Velm tested 160 lifts. Faults were found in 24, that is 15 percent of the total.
        [2021-05-04] Velm has 640 pupils. Tezak has 220, that is 17 percent of the total.
        [2021-05-04] With 42 wins from 60 races in Velm her rate of success is 70 percent.
        [2021-05-04] With 20 men and 12 women in Velm, the share of smokers is 45 percent.
        [2021-05-04] With 23 launches successful and three failed, the rate of success in Velm is 88 percent.
        [2021-05-04] Eighteen of the 45 bridges in Velm, 40 percent of them, are of wood.
        [2021-05-04] Eighteen of the 45 bridges in Velm were painted, 90 percent of them in white.
        [2021-05-04] The house in Velm treated 640 men. For 208 of them, 30 percent more than in May, it was the second stay.
        [2021-05-04] In Velm 1,250 ballots were handed in, and 75 were spoiled (6 percent).
        [2021-05-04] Velm saw 480 hectares of vines grubbed up, 16 percent of the region's 3,000 hectares.
        [2021-05-04] Of the 75 beds in Velm 63 were taken on the day, so that it was 84 percent full.
        [2021-05-04] Of 62 boys in Velm 40 passed, a failure rate of 35 percent.
        [2021-05-04] Out of 640 pupils in Velm 220 failed, a pass rate of 66 percent.
        [2021-05-04] Of 62 tests in Velm 59 succeeded and three failed, a failure rate of 8 percent.
        [2021-05-04] Velm has 640 pupils. Fires broke out in 220 homes, or 17 percent of the total.
        [2021-05-04] Velm has 640 pupils. Faults were found in 220, or 17 percent of the homes.
        [2021-05-04] The hall of Velm has 75 tables, 63 guests came, so that it was 60 percent full.
    """,
)
