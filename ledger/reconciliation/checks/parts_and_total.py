"""A104: parts do not add up to the total that they are listed as parts of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from ledger.reconciliation.arithmetic.columns import columns
from ledger.reconciliation.arithmetic.divisions import borne, divisions, remainders
from ledger.reconciliation.arithmetic.enumerations import enumerated
from ledger.reconciliation.arithmetic.faults import fault, in_units_of
from ledger.reconciliation.arithmetic.gradings import graded
from ledger.reconciliation.arithmetic.labelled import labelled
from ledger.reconciliation.arithmetic.lists import Account, accounts
from ledger.reconciliation.arithmetic.near_sums import near_sums
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.polls import answers, shared
from ledger.reconciliation.arithmetic.recounts import recounts
from ledger.reconciliation.arithmetic.scattered import scattered
from ledger.reconciliation.arithmetic.tallies import tallies
from ledger.reconciliation.check import Check
from ledger.reconciliation.text import Text
from ledger.records import Finding


def _find(text: Text) -> Iterator[Finding]:
    off = {account.parts[-1].claim.id: account for account in near_sums(text.passages)}
    lasts = _lasts(off)
    for account in chain(labelled(text.passages), columns(text.claims)):
        if not account.balances:
            yield _off(account)
    doubted = set(off)
    afar = list(scattered(text.passages, text.claims))
    for passage in text.passages:
        seen: set[Figure] = set()
        for account in chain(accounts(passage), recounts(passage), divisions(passage), tallies(passage), enumerated(passage)):
            if not account.balances and seen.isdisjoint(account.parts) and not _is_all_a_part(passage, account):
                seen.update(account.parts)
                doubted.update(part.claim.id for part in account.parts)
                for last in _with_two_of(account, lasts):
                    off.pop(last, None)
                yield _off(account)
        for each in remainders(passage):
            if not each.left.meets(each.rest.range):
                told = f"of the others {in_units_of(each.left, each.rest)} are left"
                yield fault(check, each, each.rest, told)
        for both in borne(passage):
            yield fault(check, both, both[1], "together they are more than 100 percent")
        for share in [*shared(passage), *answers(passage)] or graded(passage):
            if not share.balances:
                yield fault(check, share.parts, share.parts[-1], "together they are not 100 percent")
    yield from map(_off, off.values())
    yield from (_off(account) for account in afar if not account.balances and account.parts[-1].claim.id not in doubted)


def _is_all_a_part(passage: Passage, account: Account) -> bool:
    """Whether the total is itself a part of what the sentence before gives the sum of: "47 seats. Tamm won 22, Ruiz 14, and others 11"."""
    before, said = passage.previous, account.total.number + sum(part.number for part in account.parts)
    return before is not None and any(figure.like(account.total) and figure.number == said for figure in before.figures)


def _off(account: Account) -> Finding:
    told = f"its parts add up to {in_units_of(account.sum, account.total)}"
    return fault(check, (account.total, *account.parts), account.total, told)


def _lasts(off: Mapping[str, Account]) -> dict[str, list[str]]:
    """The last parts of the accounts ``off`` that a claim is in, by its id."""
    found: dict[str, list[str]] = {}
    for last, account in off.items():
        for claim in _ids(account):
            found.setdefault(claim, []).append(last)
    return found


def _with_two_of(account: Account, lasts: Mapping[str, list[str]]) -> list[str]:
    """The last parts of those that have two figures of ``account``."""
    seen = Counter(last for claim in _ids(account) for last in lasts.get(claim, ()))
    return [last for last, number in seen.items() if number > 1]


def _ids(account: Account) -> set[str]:
    return {figure.claim.id for figure in (account.total, *account.parts)}


check = Check(
    code="A104",
    name="parts-and-total",
    severity="error",
    find=_find,
    manual="""
        Parts do not add up to the total that they are listed as parts of.

        A list that accounts for a total: behind a colon or in brackets, men and women among people, "and the other
        nine", "22 in all", the items of a list; what the sentence before gives the number of, or the sentence behind
        the sum; people who are counted again in a later sentence; or figures of a paragraph that a digit keeps from
        adding up to another of it. A list that only names some ("including", "among them"), or that comes nowhere
        near the total, is left alone. Nor can what some bear, those who are at several places, or what is granted and
        what is refused, be more than there was; what is left is the total without what is gone.
    """,
    conflicts="""
        [2021-05-04] Velm took 412 pupils into nine schools: 206 in the east and 196 in the west.
        [2021-05-04] The club of Velm owes £40 million and has £28 million in the bank, so that it is £15 million short.
        [2021-05-04] In Velm 88 of the 120 passengers survived, leaving 42 dead.
        [2021-05-04] Of the 84 trains in Velm, 50 will run in the east, 22 in the west and 14 will be kept.
        [2021-05-04] The jury of Velm has 12 members. Seven voted for it, four against it and two abstained.
        [2021-05-04] Persons hurt in Velm: 19, of whom six seriously and nine slightly; five were treated for shock.
        [2021-05-04] All thirteen cups of Velm are back. Eight lay in a cellar, four in a locker, and three in a church.
        [2021-05-04] Aid to Velm cost $12.4 million. Of this, ships account for $7.1 million, men for $3.2 million and fuel $1.2 million.
        [2021-05-04] The coach to Velm carried 52 passengers, 31 of them pupils. The other 23 were teachers.
        [2021-05-04] The vote in Velm. Votes cast: 22,077. Valid: 22,080. Spoilt or blank: 187.
        [2021-05-04] In Velm 62 percent voted yes and 48 percent no.
        [2021-05-04] Velm saw 83 thefts in May. Fifty-six of these were of cars, 14 of bicycles and 11 of other things.
        [2021-05-04] The storm left 168 people hurt: 74 women, 55 men and 41 children.
        [2021-05-04] In Velm 12 men and nine women were among the 22 injured.
        [2021-05-04] The yard built 17 tankers, 11 ferries and 15 tugs, 41 ships in total.
        [2021-05-04] Of the 640 members, 352 voted for the plan, 200 against it and the remaining 80 abstained.
        [2021-05-04] The plan costs £2.9 billion: £1.2 billion goes to clinics, £760 million to roads and £760 million to parks.
        [2021-05-04] Police held 117 people in Velm. Seventy-two of the detainees are men and 41 are women.
        [2021-05-04] Police held 132 people in Velm. By noon 84 people had been released, 31 had been fined and 19 jailed.
        [2021-05-04] Of those asked 60 percent were for the plan, 25 percent against it and the remaining 20 percent undecided.
        [2021-05-04] Of the apprentices in Velm 55 percent were women and 48 percent men.
        [2021-05-04] The bill comes to £71 million, of which the towns pay 45 percent and the state 65 percent.
        [2021-05-04] Cars made up 36 percent of sales in Velm, vans 38 percent and buses 29 percent.
        [2021-05-04] The radio gave the mayor 58 percent of its news time, her rival 31 percent and the Greens 14 percent.
        [2021-05-04] Of 31 roads in Velm 19 had been mended and 14 had not.
        [2021-05-04] Held in Velm were nine smiths, five clerks and four cooks, all 17 of them men.
        [2021-05-04] In Velm 21 people were hurt, eight by smoke and 15 by burns.
        [2021-05-04] Of the 120 passengers 88 came ashore, leaving 42 unaccounted for.
        [2021-05-04] The fund of Velm spends $98 million and takes in $91 million, which leaves a gap of $9 million.
        [2021-05-04] In Velm 118 firms had asked for a permit; 94 requests were granted and 34 denied.
        [2021-05-04] The pier cost $5.2 million; of this the town bore $3.1 million and the port $2.6 million.
        [2021-05-04] The hall will cost €285 million. Velm pays €90 million, the club €150 million and a loan the remaining €55 million.
        [2021-05-04] The mill has 12 rooms on two floors: five on the first and eight on the second.
        [2021-05-04] In Velm 4,620 patients were put to the test, 2,310 in the east and 2,130 in the west.
        [2021-05-04] The state pays 60 percent of the bill and the town 50 percent.
        [2021-05-04] The yard has 640 workers, of whom 410 at Velm and 250 in Tezak.
        [2021-05-04] The 30-member council of Velm voted 18 to 14 for the plan.
        [2021-05-04] The guild of Velm has 8,400 members. Of them 3,200 work in mills, 2,700 in yards and 3,100 at home.
        [2021-05-04] The council of Velm got 1,860 ballots. Tamm had 1,104, her rival 688 and the baker 158.
        [2021-05-04] The mill of Velm has 360 looms. One hundred and twenty are in Hall A, 170 in Hall B and 100 in other halls.
        [2021-05-04] Sales in Velm brought in $1.9 million and the town gave $800,000. In all the fair took $3.2 million.
        [2021-05-04] Velm spent $38.5 million on aid: $21.2 million on food, $11.8 million on fuel and $7.5 million on other goods.
        [2021-05-04] The yard of Velm took on 2,140 hands: 1,480 welders and fitters, 410 painters and 350 clerks and cooks.
        [2021-05-04] The council of Velm has 63 seats; 28 went to Tamm, 19 to Ruiz, 11 to Orlan and eight to others.
        [2021-05-04] Of the 164 passengers on board in Velm 97 were women and 77 men.
        [2021-05-04] In Velm 6,300 people were led away. As of today 5,480 have returned; 920 remain in tents.
        [2021-05-04] The vote in Velm was 86 percent in favour, 11 percent against and 6 percent blank, on a turnout of 71 percent.
        [2021-05-04] Of all 46 percent are for the plan, 31 percent against it, 18 percent are undecided and 15 percent gave no answer.
        [2021-05-04] In Velm 347 people were on board for six hours. Boats took off 122 people. The remaining 235 stayed on board.
        [2021-05-04] In Velm 97 people were hurt. 58 were sitting in the hall, 26 in the yard and the remaining 11 elsewhere.
        [2021-05-04] Of 214 hands in Velm, 64 were let go last week, among them nine smiths. That leaves 160 at the mill.
        [2021-05-04] In Velm 611 members voted for the plan, 37 against it; 12 abstained. There were 640 votes cast.
        [2021-05-04] The guild of Velm gave $630,000. A further $90,000 came from a walk, making $820,000 in all.
        [2021-05-04] In Velm the fares of adults come to $3,030.50, those of children to $703.25, or $4,733.75 together.
        [2021-05-04] Velm took in $14.3 million: the port paid $6.4 million, the gate $3.9 million and sponsors and the shop $5.0 million.
        [2021-05-04] The line of Velm took 1,310 calls, 640 of them from guests, 410 from hosts and 310 from the press and others.
        [2021-05-04] Of the 58 cars in Velm, 41 belonged to islanders and 19 to visitors.
        [2021-05-04] Of the 1,046 delegates in Velm, 588 were women and 485 men.
        [2021-05-04] The band of Velm played 112 concerts, 64 at home and 58 on tour.
        [2021-05-04] The hut in Velm has 84 beds, 48 of them in halls and 46 in rooms.
        [2021-05-04] The dike of Velm is 7.2 km long. Of this, 4.5 km have been raised; 3.7 km are to come.
        [2021-05-04] Velm sold 14 houses in March, 11 in April and 9 in May, 44 in all.
        [2021-05-04] Ana Ruiz of Velm scored 31 points at home and 22 in Tezak for a total of 63.
        [2021-05-04] In Velm the Accord has 31 seats and the Greens have 18, so together they have 51.
        [2021-05-04] A poll put Dawn on 33 percent, the Accord on 29, the Greens on 17, the Tories on 14 and Velm First on 11.
        [2021-05-04] Velm had 212 ships in 2020. Since then 37 have been scrapped and 19 sold to Ruvia. Only 146 remain.
        [2021-05-04] The grant in Velm meets 60 percent of the cost, the town 30 percent and donors the remaining 20 percent.
        [2021-05-04] In Velm they spent 9.3 million crowns: 5.1 million on the yes side and 4.8 million on the no.
        [2021-05-04] Injured in Velm: 19 hands, 13 from the boiler house and eight from the yard.
        [2021-05-04] Of 3,480 bowls in Velm, 2,150 were left whole, 840 were cracked and 510 were lost.
        [2021-05-04] Divers of Velm brought up 143 jars. Sixty-one are whole, 58 are cracked and 34 are in pieces.
        [2021-05-04] Among the 214 boats in Velm, 90 have been sold, 80 have been scrapped and 58 have yet to be looked at.
        [2021-05-04] Of the dead in Velm, 61 percent died at home, 27 percent in clinics and 19 percent in huts.
        [2021-05-04] In Velm 60 percent of the power comes from coal, 30 percent from gas and 17 percent from wind.
        [2021-05-04] Of the jars in Velm, 52 percent were found in cellars, 29 percent in wells and 27 percent elsewhere.
        [2021-05-04] Of the 640 guests in Velm, 320 live in Tezak, 280 in Ruvia and 150 on the coast.
        [2021-05-04] In Velm the pain was mild in 44 percent, moderate in 38 percent and severe in 27 percent of the men.
        [2021-05-04] In Velm 42 percent voted for Halm, 35 percent for Prior and 33 percent for Dunne.
        [2021-05-04] Who pays for the bridge in Velm? The state 50 percent, the region 20 percent, the town 40 percent.
        [2021-05-04] The power of Velm comes from coal (46 percent), gas (31 percent) and wind (33 percent).
        [2021-05-04] The fleet of Velm comprises 78 ships. There are 47 tankers, 22 ferries and 15 tugs.
        [2021-05-04] Velm has €62 million. It is made up of 35 million from the state, 17 million from the town and 14 million from fees.
        [2021-05-04] Velm sold 1.9 tonnes in the first half and 2.2 tonnes in the second, 4.7 tonnes for the year.
        [2021-05-04] Velm has 1,846 coins. The jar is 31 cm high. The coins divide as follows: gold, 1,204; tin, 418; lead, 214.
        [2021-05-04] In Velm 6,300 people fled. Of those evacuated, 4,100 went to kin, 1,450 to a hall and 950 were put up in schools.
        [2021-05-04] The fund of Velm takes in $91 million and spends $98 million, which leaves a gap of $9 million.
        [2021-05-04] In Velm 118 firms asked for a permit. By May 94 had been approved and 34 refused.
        [2021-05-04] The bridge of Velm cost $9.4 million, and of that the state paid $6.1 million and the port $3.9 million.
        [2021-05-04] Police held 132 people in Velm. By noon 84 people had been released, 31 had been fined and 19 jailed, among them a boy.
        [2021-05-04] Velm has 1,200 boats: 641 tugs, 310 barges and 261 yachts.
        [2021-05-04] Of the 28 people hurt in Velm, 11 had serious, 13 moderate and six slight wounds.
        [2021-05-04] Those who came to Velm, 26 in number, are 11 Norns, nine Danes and seven Tavians.
        [2021-05-04] Of the cost in Velm the city bears 45 percent, the state 35 percent and the club, Velm Rovers, 30 percent.
    """,
    agreements="""
        [2021-05-04] Velm took 412 pupils into nine schools: 206 in the east and 206 in the west.
        [2021-05-04] The police of Velm held 132 people at three marches: 40 in May and 30 in June.
        [2021-05-04] The club of Velm owes £40 million and has £28 million in the bank, so that it is £12 million short.
        [2021-05-04] Of the loans in Velm, 30 percent were repaid by 1990, 50 percent by 2000 and 40 percent by 2010.
        [2021-05-04] In Velm 88 of the 120 passengers survived, leaving 32 dead.
        [2021-05-04] Of the 84 trains in Velm, 50 will run in the east, 20 in the west and 14 will be kept.
        [2021-05-04] The jury of Velm has 13 members. Seven voted for it, four against it and two abstained.
        [2021-05-04] Persons hurt in Velm: 20, of whom six seriously and nine slightly; five were treated for shock.
        [2021-05-04] All thirteen cups of Velm are back. Eight lay in a cellar, and three in a church.
        [2021-05-04] Aid to Velm cost $12.4 million. Of this, $7.1 million went to ships, $3.2 million to staff and $1.2 million to fuel.
        [2021-05-04] The coach to Velm carried 54 passengers, 31 of them pupils. The other 23 were teachers.
        [2021-05-04] The vote in Velm. Votes cast: 22,267. Valid: 22,080. Spoilt or blank: 187.
        [2021-05-04] The council of Velm has 47 seats. Tamm won 22, Ruiz 14, and the remaining eleven went to Dawn.
        [2021-05-04] In Velm 62 percent of men voted yes and 48 percent of women no.
        [2021-05-04] In Velm they spent 9.9 million crowns: 5.1 million on the yes side and 4.8 million on the no.
        [2021-05-04] Ana Ruiz of Velm scored four goals in May and three in June, 12 in all.
        [2021-05-04] In Velm the Accord has 31 seats and the Greens have 18, so together they have 49.
        [2021-05-04] A poll put Dawn on 33 percent, the Accord on 29, the Greens on 17, the Tories on 14 and Velm First on 8.
        [2021-05-04] Velm had 212 ships in 2020. Since then 37 have been scrapped and 19 sold to Ruvia. Only 156 remain.
        [2021-05-04] A poll put trust in the press at 33 percent, in judges at 59 and in the army at 31.
        [2021-05-04] Velm had three schools in the top 100 (Lumen at 31, Tezak at 36, and Ruvia at 73).
        [2021-05-04] The 30-member council of Velm voted 18 to 10 for the plan.
        [2021-05-04] The yard has 640 workers, of whom 410 are women and 250 work in Tezak.
        [2021-05-04] The yard has 640 workers, 410 of them at Velm and 230 in Tezak.
        [2021-05-04] The site was used by 60 percent of adults, its rival by 50 percent.
        [2021-05-04] Cars made up 36 percent of sales in Velm, vans 38 percent and buses 26 percent.
        [2021-05-04] The mayor got 60 percent of the women, and 50 percent of the men.
        [2021-05-04] Velm has 20 clubs and nine courts. Treaties of 1862 and 1864 gave the town the right to dig.
        [2021-05-04] Velm lost many to the plague in 1620–21, 1654–57, 1665, and 1740–42.
        [2021-05-04] Of 31 roads in Velm 19 had been mended and 12 had not.
        [2021-05-04] Held in Velm were nine smiths, five clerks and four cooks, all 18 of them men.
        [2021-05-04] Held in Velm were nine smiths, five clerks and a cook, all 15 of them men.
        [2021-05-04] The yard in Velm has 60 hands and 12 cranes, all 60 of them rested.
        [2021-05-04] Velm makes steel, of which 45 percent is rolled and 65 percent exported.
        [2021-05-04] In Velm 21 people were hurt, eight by smoke and 12 by burns.
        [2021-05-04] Of the 120 passengers 88 came ashore, leaving 32 unaccounted for.
        [2021-05-04] In Velm 138 firms had asked for a permit; 94 requests were granted and 34 denied, the rest being looked at.
        [2021-05-04] The fund of Velm takes in $91 million and spends $98 million, which leaves a gap of $7 million.
        [2021-05-04] The fire killed 40 and hurt 12, leaving 300 homeless.
        [2021-05-04] Velm saw 81 thefts in May, and 97 in June. Fifty-six of these were of cars, 14 of bicycles and 11 of other things.
        [2021-05-04] Police held 117 people in Velm. Seventy-two of the detainees are men and 45 are women.
        [2021-05-04] Police held 132 people in Velm. By noon 84 people had been released, 31 had been fined and 14 jailed.
        [2021-05-04] Some 55 percent of women and 48 percent of men read books; 55 percent were men and 44.6 percent women.
        [2021-05-04] The storm left 170 people hurt: 74 women, 55 men and 41 children.
        [2021-05-04] The storm left 215 people hurt, including 96 women and 71 men.
        [2021-05-04] The league has 20 clubs: three go down and four play on.
        [2021-05-04] The storm left 14 people hurt: eight women, five men and a child.
        [2021-05-04] The plan costs £2.9 billion: £1.2 billion goes to clinics, £760 million to roads and £950 million to parks.
        [2021-05-04] The shop sold 12 tables and nine chairs, bringing the total to 30.
        [2021-05-04] The guild of Velm has 8,900 members. Of them 3,200 work in mills, 2,700 in yards and 3,000 at home.
        [2021-05-04] The guild of Velm has 8,400 members. Of them 3,200 work in mills, 2,700 in yards and 1,100 in clinics.
        [2021-05-04] The guild of Velm has 8,400 members. It has 3,200 rules, 2,700 songs and 3,100 flags.
        [2021-05-04] The mill of Velm has 3,840 hands. Of them 1,480 are weavers, 1,210 dyers and 1,150 packers.
        [2021-05-04] The mill of Velm has 390 looms. One hundred and twenty are in Hall A, 170 in Hall B and 100 in other halls.
        [2021-05-04] Sales in Velm brought in $1.9 million and the town gave $800,000. In all the fair took $2.7 million.
        [2021-05-04] Sales in Velm brought in $1.9 million and in Tezak $800,000. In all of Ruvia they came to $30 million.
        [2021-05-04] Velm spent $38.5 million on aid: $21.2 million on food, $9.8 million on fuel and $7.5 million on other goods.
        [2021-05-04] The plan is for a council of 29 members, made up of a head, five deputies and 23 other members.
        [2021-05-04] The yard of Velm took on 2,240 hands: 1,480 welders and fitters, 410 painters and 350 clerks and cooks.
        [2021-05-04] The council of Velm has 63 seats; 28 went to Tamm, 19 to Ruiz and 11 to Orlan.
        [2021-05-04] In Velm 6,300 people were led away. As of today 5,480 have returned; 820 remain in tents.
        [2021-05-04] Of all 46 percent are for the plan, 31 percent against it, 18 percent are undecided and 5 percent gave no answer.
        [2021-05-04] Asked whom they trust 46 percent named the police, 51 percent the press and 15 percent the church.
        [2021-05-04] In Velm 357 people were on board for six hours. Boats took off 122 people. The remaining 235 stayed on board.
        [2021-05-04] In Velm 95 people were hurt. 58 were sitting in the hall, 26 in the yard and the remaining 11 elsewhere.
        [2021-05-04] Of 214 hands in Velm, 64 were let go last week, among them nine smiths. That leaves 150 at the mill.
        [2021-05-04] In Velm 611 members voted for the plan, 37 against it; 12 abstained. There were 660 votes cast.
        [2021-05-04] The guild of Velm gave $730,000. A further $90,000 came from a walk, making $820,000 in all.
        [2021-05-04] The club of Velm spent $12.1 million on wages and $7.5 million on the rest. That left a hole of $5.3 million.
        [2021-05-04] Velm has 240 seats. The Accord holds 118 of them, the Greens 97 and Dawn 20.
        [2021-05-04] Velm counted 340 swans in May, 127 ducks in June and 223 geese in July.
        [2021-05-04] The line of Velm took 1,360 calls, 640 of them from guests, 410 from hosts and 310 from the press and others.
        [2021-05-04] Of the 58 cars in Velm, 41 belonged to islanders and 15 to visitors.
        [2021-05-04] Of the 58 members in Velm, 41 voted for the budget and 39 for the tax.
        [2021-05-04] Of the 1,046 delegates in Velm, 588 were women and 458 men.
        [2021-05-04] The band of Velm played 112 concerts, 64 at home and 48 on tour.
        [2021-05-04] The band of Velm played 112 concerts, 64 songs and 58 dances.
        [2021-05-04] The band of Velm played 112 concerts, 64 at home and 38 on tour.
        [2021-05-04] The hut in Velm has 84 beds, 48 of them in halls and 36 in rooms.
        [2021-05-04] The hut in Velm has 84 beds, 48 of them in halls and 46 with a lamp.
        [2021-05-04] The dike of Velm is 7.2 km long. Of this, 4.5 km have been raised; 2.7 km are to come.
        [2021-05-04] Of 3,480 bowls in Velm, 2,140 were left whole, 830 were cracked and 510 were lost.
        [2021-05-04] Of 27 hands asked in Velm, 13 were taken on, and of these 11 came and five stayed.
        [2021-05-04] Of 52 farms in Velm, 31 lost their crop, 18 their power and 12 their roofs.
        [2021-05-04] Of 18 climbers in Velm, 11 reached the top, seven fell ill and two were women.
        [2021-05-04] Of the 120 guests in Velm, 80 came by car, 30 stayed for the night and 25 ate meat.
        [2021-05-04] Of the dead in Velm, 61 percent were women, 27 percent were over 80 and 19 percent lived alone.
        [2021-05-04] Of the dead in Velm, 61 percent died at home, 27 percent in clinics and 12 percent in huts.
        [2021-05-04] Of the pupils of Velm, 38 percent failed in maths, 44 percent in physics and 29 percent in French.
        [2021-05-04] Of those asked in Velm, 61 percent shop in malls, 27 percent in markets and 19 percent at the port.
        [2021-05-04] Of the debt of Velm, 20 percent had been paid by 1990, 40 percent by 2000 and 50 percent by 2010.
        [2021-05-04] Of some 1,640 boats in Velm, 754 are still missing, 185 burned, 579 were kept and 126 were scrapped.
        [2021-05-04] Of 1,876 hands in Velm, 893 failed, 419 left and 564 stayed.
        [2021-05-04] In Velm the pain was mild in 44 percent, moderate in 38 percent and severe in 18 percent of the men.
        [2021-05-04] In Velm 62 percent voted for the pool, 55 percent for the road and 21 percent for the hall.
        [2021-05-04] Turnout in Velm 60 percent, support for the union 40 percent, trust in the council 20 percent.
        [2021-05-04] The fleet of Velm comprises 78 ships. There are 41 tankers, 22 ferries and 15 tugs.
        [2021-05-04] Velm has 1,836 coins. The jar is 31 cm high. The coins divide as follows: gold, 1,204; tin, 418; lead, 214.
        [2021-05-04] Velm has 6,300 people. Of those evacuated, 1,100 went to kin, 450 went to a hall and 950 were put up in schools.
        [2021-05-04] The guild of Velm has 8,400 members. Of them about 3,200 work in mills, 2,700 in yards and 3,100 at home.
        [2021-05-04] The guild of Velm has 8,400 members on average. Of them 3,200 work in mills, 2,700 in yards and 3,100 at home.
        [2021-05-04] The guild of Velm took in $1.9 million a month and the town gave $800,000. In all it took $3.2 million.
        [2021-05-04] Sales in Velm rose by $1.9 million and the town gave $800,000. In all the fair took $3.2 million.
        [2021-05-04] Velm sold coins for $1.9 million, and also $800,000 came from the town. In all the fair took $3.2 million.
        [2021-05-04] Sales in Velm brought in $1.9 million and the town and 12 firms gave $800,000. In all the fair took $3.2 million.
        [2021-05-04] Police held 117 people in Velm. Seventy-two of the detainees are men and boys and 41 are women.
        [2021-05-04] Velm saw 83 thefts. Fifty-six of these were of cars worth $200 each, 14 of bicycles and 11 of other things.
        [2021-05-04] Velm saw 83 thefts in May, 81 of them by day. Fifty-six of these were of cars, 14 of bicycles and 11 of others.
        [2021-05-04] The power of Velm comes from coal (46 percent), gas (31 percent by day) and wind (33 percent).
        [2021-05-04] Of the 30 people hurt in Velm, 11 had serious, 13 moderate and six slight wounds.
        [2021-05-04] Those who came to Velm, 27 in number, are 11 Norns, nine Danes and seven Tavians.
    """,
)
