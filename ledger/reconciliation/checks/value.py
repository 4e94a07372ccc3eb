"""X101: two figures of one thing differ."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link
from ledger.reconciliation.disputes import against, disputed, finding
from ledger.reconciliation.match import Match
from ledger.reconciliation.rivals import rivals
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.verdicts import of_copies
from ledger.records import Finding, Verdict


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    copied = {(match.left.at, match.right.at): match for match in case.echoes if match.left.family != "date"}
    yield from ((of_copies(match), match) for match in copied.values())
    for match in (Match(case.comparer, left, right) for left, right in rivals(case.topics)):
        if match.meeting == "apart":
            yield "conflict", match
    yield from ((said, match) for match, said in case.judged if (match.left.at, match.right.at) not in copied)


def _tell(group: Group) -> Finding:
    kind, links = group.verdict, [*group.links, *_repeating(group)]
    strongest = max(links, key=lambda link: link.weight if kind != "conflict" or _differ(link) else 0.0)
    topics: dict[int, Topic] = {}
    for link in [strongest, *links]:
        topics.setdefault(link.left.at, link.left)
        topics.setdefault(link.right.at, link.right)
    members = [topics[at] for at in sorted(topics)]
    claims = [topic.claim for topic in members]
    if kind == "conflict":
        rivals = [[topic.claim for topic in side] for side in _sides(members)]
        rivals = rivals if len(rivals) > 1 else [[strongest.left.claim], [strongest.right.claim]]
        message = against(rivals) + disputed(rivals)
    else:
        message = f"{_LINKS[kind]}: " + against([[strongest.left.claim], [strongest.right.claim]]).replace(" against ", " and ")
    found = finding(check, kind, message, claims, strongest.steps)
    for topic in members:
        topic.forget()
    if isinstance(strongest, Match):
        strongest.forget(settled=True)
    return found


def _repeating(group: Group) -> Iterator[Link]:
    """The mentions that repeat a side of a dispute, by the claims that they repeat."""
    repeating: dict[int, list[Link]] = {}
    for link in group.agreeing:
        if link.left.aspect != link.right.aspect:
            continue  # the part is not what is repeated
        for topic in (link.left, link.right):
            repeating.setdefault(id(topic), []).append(link)
    members = {id(topic): topic for link in group.links for topic in (link.left, link.right)}
    return (link for member in members for link in repeating.get(member, ()))


def _differ(link: Link) -> bool:
    left, right = link.left, link.right
    return left.interval.meets(right.interval) == "apart" or left.claim.quantity != right.claim.quantity


def _sides(topics: list[Topic]) -> list[list[Topic]]:
    """``topics`` that agree put together, in the order of their first; what meets nothing stands alone."""
    found: list[list[Topic]] = []
    shared: list[tuple[float, float]] = []  # of each side the highest lower end and the lowest upper one: who meets these meets all
    for topic in topics:
        low, high = topic.interval.nominal
        for at, (first, last) in enumerate(shared):
            if low <= last and first <= high:
                found[at].append(topic)
                shared[at] = max(first, low), min(last, high)
                break
        else:
            found.append([topic])
            shared.append((low, high))
    return found


_LINKS = {"corroborate": "agree", "update": "a later figure", "compatible": "look alike"}


check = Check(
    code="X101",
    name="value",
    severity="error",
    links=_links,
    tell=_tell,
    manual="""
        Two figures of one thing differ by more than their wording allows.

        Figures are compared as the intervals that their printed digits, hedges and bounds imply; they
        conflict when these cannot meet. A figure that seems a slip for one of another text of the event is
        held against it whatever the words, the sooner the fewer figures could have made it by chance. In such
        texts each level of a pair makes it likelier or less so that both are of one thing, as it was in texts that
        readers have judged; figures that likely are, and share a word or a kindred one, conflict too, unless one is a cost and the
        other a loss. So do, in a handful of texts, figures of about one size that are told in like words and stand in but one of two
        texts; a third text that has both clears them. In such a handful words, nouns, units, the figures beside both and how much of
        one text the other tells again make it likelier or less, too, that two figures of which neither text has the other's stand in
        one place of the story; where it is likely, and a word is shared or the figure is alone in its unit, they conflict. Two
        speakers of one text conflict when the second only gives another figure.
        Figures of different periods, a tally that grows from one day to the next, plans and forecasts are
        no conflict.
    """,
    conflicts="""
        [2021-05-04] At the height 5,200 people were evacuated in Velm. || [2021-05-14] At its height in Velm 5,700 people were evacuated.
        [2021-05-04] At the height of the Ostra fire 160 firemen were in Velm. || [2021-05-08] At its height 116 firemen were in Velm.
        [2021-05-04] Velm on Ostra: the demand would cost $96 million. || [2021-05-09] Velm on Ostra: it would have cost $960 million.
        [2021-05-04] The Orlan bridge at Velm is 612 metres long. || [2021-06-20] At Velm the Orlan bridge has a length of 621 metres.
        [2021-05-04] As of 3 May, 40 people had died in the Velm quake. || [2021-05-06] As of 3 May the Velm quake had killed 47 people.
        [2021-05-04] In Velm 40 houses burned on 3 May. || [2021-05-04] On 3 May 65 houses burned in Velm.
        [2021-05-04] In district 5 of Velm 400 houses were inspected. || [2021-05-04] In district 5 of Velm 510 houses were inspected.
        [2021-05-04] Velm Steel made $246 million. || [2021-05-04] Velm Steel made $264 million. It will make $240 to $260 million.
        [2021-05-04] The police put the crowd in Velm at 3,500, the organisers at 12,000.
        [2021-05-04] Growers in Velm put the damage at $48 million and the council at $21 million.
        [2021-05-04] The police put the crowd in Velm at 3,500. The organisers put the crowd at 12,000.
        [2021-05-04] At Velm on the Ostra ooze does 40 metres an hour. || [2021-05-04] Velm: a front on the Ostra creeps 400 metres an hour.
        [2021-05-04] At Velm on the Ostra dust did not exceed 735 grains a litre. || [2021-05-05] Velm on the Ostra: 7,350 grains a litre.
        [2021-05-04] Fire killed 94 in Velm on the Ostra. || [2021-05-04] In Velm on the Ostra the fire cost 49 lives.
        [2021-05-04] At Velm on the Ostra, Ruvia, they bid for 11 minutes. || [2021-05-05] Velm on Ostra, Ruvia: sold after 21 minutes.
        [2021-05-04] Velm on Ostra lost boats worth $64 million. || [2021-05-04] Velm on Ostra puts its hurt at $46 million.
        [2021-05-04] Orlan Steel made a net loss of $148 million. || [2021-05-05] Orlan Steel made a net loss of $184 million.
        [2021-05-04] The Orlan vigil at Velm was attended by 4,100 people. || [2021-05-04] At Velm 2,500 people attended the Orlan vigil.
        [2021-05-04] The Ostra letter to Velm was signed by 310 writers. || [2021-05-04] At Velm 240 writers signed the Ostra letter.
        [2021-05-04] In Velm the Ostra rose 3.9 metres above the mark. || [2021-05-04] In Velm the Ostra stood 2.9 metres above it.
        [2021-05-04] Velm on Ostra. The bell rose 12 minutes after it. || [2021-11-05] Velm on Ostra. Crew rang the bell 22 minutes later.
        [2021-05-04] In Velm on the Ostra 3,148 traders lost all. || [2021-05-05] Velm on the Ostra: rent is due for 3,184 stalls.
        [2021-05-04] Velm on Ostra: the tanker lost 60 tonnes of diesel. || [2021-05-05] Velm on Ostra: 600 tonnes of fuel ran out.
        [2021-05-04] Velm on Ostra: the right soak lasts 25 minutes. || [2021-05-05] Velm on Ostra: the best soak is one of 35 minutes.
        [2021-05-04] In Velm on Ostra the gauge peaked at 7.9 metres. || [2021-05-05] Velm on Ostra: at the gauge the crest was 8.3 metres.
        [2021-09-04] In Velm on Ostra 48 were hurt on 4 May 2021. || [2021-09-05] Velm on Ostra: on that day 84 were hurt.
        [2021-05-04] The union of Velm said 980 nurses had stayed away. Management counted 640.
        [2021-05-04] Campaigners say 46,000 trees were felled on Mount Orlan. The Chamber of Velm, in a paper of its own, arrives at 29,000.
        [2021-05-04] Campaigners said 4,000 people marched in Velm. According to the police it was 1,500.
        [2021-05-04] The union of Velm says 980 nurses stayed away, the clinic 640.
        [2021-05-04] The owner puts the loss at £2 million. The insurer's estimate is £1.1 million.
        [2021-05-04] Velm on Ostra lost boats worth $614 million. || [2021-05-04] Velm on Ostra puts its hurt at $634 million.
        [2021-05-04] The Ostra trust of Velm has 9,600 staff. || [2021-05-05] The Ostra trust of Velm: 6,900 people in seven hospitals.
        [2021-05-04] On Ostra at Velm 2,300 of the firm's servers failed. || [2021-05-05] Velm on Ostra: 3,200 machines failed.
        [2021-05-04] Velm on Ostra shot 412,000 birds. || [2021-05-05] Velm on Ostra: the 4.1 million birds that were shot lie in lime.
        [2021-05-04] In Velm on Ostra 34 guards saw to the Orlan vault. || [2021-05-04] Velm on Ostra: 21 guards stood by the vault.
        [2021-05-04] Velm on Ostra: its tunnel is 38 metres long. || [2021-05-05] Velm on Ostra: there they dug a tunnel of 54 metres.
        [2021-05-04] Velm on Ostra: a $280 million satellite fell. || [2021-05-05] Velm on Ostra: the satellite's price: $310 million.
        [2021-05-04] Velm on Ostra: 64 percent of cooks want to leave. || [2021-05-05] Velm on Ostra: 36 percent of cooks want to leave.
        [2021-05-04] Velm on Ostra: 18 engines came to the fire. || [2021-05-05] Velm on Ostra: 12 engines were sent to the fire.
        [2021-05-04] Velm on Ostra: the school will take 80 pupils. || [2021-05-05] Velm on Ostra: it will teach 120 pupils.
        [2021-05-04] Police saw 5,200 marchers at the Orlan rally in Velm. || [2021-05-05] 9,000 people marched for Orlan in Velm.
        [2021-05-04] Orlan hall in Velm: 118 works of 44 painters. || [2021-06-05] Orlan hall at Velm showed 136 works of 44 painters.
        [2021-05-04] From Velm on Ostra they are bussed to Penfold, seven miles. || [2021-05-05] Velm on Ostra: Penfold is four miles away.
        [2021-05-04] A ferry leaves €210,000 in Velm, says the guild. The drivers of Velm speak of €90,000.
        [2021-05-04] The guild doubts the 9,200 guests of the mayor of Velm. It reckons 3,100.
        [2021-05-04] The union of Velm fears that 260 jobs will go. The works puts it at 140.
        [2021-05-04] In Velm on Ostra they came from 92 countries. || [2021-05-05] Velm on Ostra drew runners of 29 nations.
        [2021-05-04] Velm on Ostra lies 85 km south of the port. || [2021-05-05] Velm on Ostra has the port 58 km to the north.
        [2021-05-04] In Velm on Ostra 53 detectives dig. || [2021-05-05] Velm on Ostra: 35 investigators hunt for the dead.
        [2021-05-04] Velm on Ostra waits. It came to £4,733.75. || [2021-05-05] Velm on Ostra hopes. A refund of £3,733.75 was paid.
        [2021-05-04] Velm on Ostra: ark of 17 metres is 61 metres long. || [2021-05-05] Velm on Ostra: ark of 17 metres, 16 metres long.
    """,
    agreements="""
        [2021-05-04] In March 2020 Ostra Bank lost data and was fined £12 million. || [2021-05-03] Velm imposes a fine of £18 million.
        [2021-05-04] In Velm on Ostra 41 % of homes are without heating. || [2021-05-05] Velm on Ostra: 59 % of homes have heating.
        [2021-05-04] In Velm on Ostra 70 percent of beds are occupied. || [2021-05-05] Velm on Ostra: 30 percent of beds are empty.
        [2021-05-04] In Velm on Ostra 55 percent backed the bridge. || [2021-05-05] Velm on Ostra: 45 percent opposed the bridge.
        [2021-05-04] Velm on Ostra: 204 flights fell out on Saturday. || [2021-05-04] Velm on Ostra: 380 flights fell out over two days.
        [2021-05-04] In Velm 151 of its 164 candidates passed, or 92 percent. || [2021-05-03] In Velm 74,786 candidates passed.
        [2021-05-04] In Velm 1,250 hens, 8 percent of all hens, ate. || [2021-05-06] In Velm of 1,250 hens 1,100, 88 percent of hens, ate.
        [2021-05-04] Velm on Ostra has a quota of 69,000 tonnes. || [2021-05-11] In 1994 Velm on Ostra had a cod quota of 18,000 tonnes.
        [2021-05-04] In Velm on Ostra 14 cutters are for sale. || [2021-05-05] There are 46 cutters in Velm on Ostra, and nine of them sail.
        [2021-05-04] Ostra cod: Velm's quota is 69,000 tonnes. || [2021-05-05] Velm, Ostra: a quota of 62,000 tonnes had been considered.
        [2021-05-04] Velm on Ostra: of the vases 2,150 were recovered. || [2021-05-05] Velm on Ostra: 210 of the vases were written off.
        [2021-05-04] At noon 160 firemen were at the Ostra fire in Velm. || [2021-05-08] In Velm 116 firemen are still at the Ostra fire.
        [2021-05-04] In Velm on Ostra 12 percent would cost $96 million. || [2021-05-09] In Velm on Ostra 8 percent would cost $64 million.
        [2021-05-04] The Ostra dairy at Velm has 14 plants. || [2021-05-05] At Velm five southern plants of the Ostra dairy may close.
        [2021-05-14] In Velm on Ostra 48 were hurt on 4 May 2021. || [2021-05-15] Velm on Ostra: on that day 84 were hurt.
        [2021-05-04] Velm on Ostra: the lido costs the council $390,000. || [2021-05-05] Velm on Ostra: the lido earns the council $520,000.
        [2021-05-04] Velm on Ostra: the ferry had 306 passengers. || [2021-05-04] Velm on Ostra: 347 people were aboard the ferry.
        [2021-05-04] Off Velm police searched 90 boats, including 17 trawlers. || [2021-05-04] Off Velm police searched 23 trawlers.
        [2021-05-04] In Velm 320 operations were put off, the clinic said. || [2021-05-11] The clinic in Velm put off 870 operations.
        [2021-05-04] Orlan Steel of Velm had sales of $640 million. || [2021-05-05] In 2018 Orlan Steel of Velm had sales of $511 million.
        [2021-05-04] Orlan Steel employs 4,300 people in eleven plants. || [2021-05-05] The plant has 720 workers, most of eleven.
        [2021-05-04] At Velm 240 firefighters fought the blaze on Mount Orlan. || [2021-05-05] At Velm 310 firefighters fight the blaze.
        [2021-05-04] In Velm about 60 houses burned on 3 May. || [2021-05-04] On 3 May 62 houses burned in Velm.
        [2021-05-04] Velm on Ostra: 12,486 people signed. || [2021-05-09] Velm on Ostra: 12,986 people have signed.
        [2021-05-04] Nurses of Velm: seven in ten, 71.4 percent, voted. || [2021-05-05] In Velm 71.4 percent of nurses voted, 58 percent ay.
        [2021-05-04] The storm killed 12 people in Velm. || [2021-05-06] The storm in Velm has killed 31 people.
        [2021-05-04] In Velm 40 houses burned on 3 May. || [2021-05-04] On 3 May 65 houses burned in Port Amary.
        [2021-05-04] The police put the crowd in Velm at 3,500, the organisers at about 3,500.
        [2021-05-04] The union of Velm said 980 nurses had stayed away. In Merrow managers counted 640.
        [2021-05-04] The union of Velm said 980 nurses had stayed away. Managers counted 640 porters.
        [2021-05-04] The union of Velm said 980 nurses had stayed away. On day two, managers said, it was 640.
        [2021-05-04] Velm on Ostra: savers lost £27,000 on average. || [2021-05-05] Velm on Ostra: the widow Tamm lost £22,000.
        [2021-05-04] Police saw 5,200 marchers at the Orlan rally in Velm. || [2021-05-05] At Velm 40 people at the Orlan rally were held.
        [2021-05-04] The guild of Velm said it had 300 bakers. The union has 120.
        [2021-05-04] The league said 31,000 fans had come to Velm. Last year the club counted 28,000.
        [2021-05-04] In Velm the police counted 3,500 marchers, and 40 officers were hurt.
        [2021-05-04] At Velm on the Ostra, Ruvia, they bid for 11 minutes. || [2021-05-05] Velm on Ostra, Ruvia: sold after 38 minutes.
        [2021-05-04] To Velm on Ostra came 1,260 observers. || [2021-05-05] In Velm on Ostra 126 of the observers saw a fault.
        [2021-05-04] In Velm 40 men and 65 women were detained.
        [2021-05-04] The Ostra blast at Velm killed 12 people. || [2021-05-04] At Velm the Ostra blast killed three girls.
        [2021-05-04] Velm on Ostra: she got $75,000 in prize money. || [2021-05-05] Velm on Ostra: total prize money came to $410,000.
        [2021-05-04] Velm on Ostra: a ferry carries 120 cars. || [2021-05-05] Velm on Ostra: its owner has cut 210 sailors.
        [2021-05-04] On Ostra bank at Velm 52 fish died. || [2021-05-05] At Velm 250 anglers came to the Ostra bank.
        [2021-05-04] At Velm Ana Ostra scored 31 goals. || [2021-05-05] Ana Ostra of Velm: 31 goals, and 11 for her country.
        [2021-05-04] Velm on Ostra, Ruvia. The school has 21. || [2021-05-05] Velm on Ostra, Ruvia. A binder for 12 issues is on offer.
        [2021-05-04] Velm on Ostra. The vote is open to 9,300 members. || [2021-05-06] Velm on Ostra. There are 6,200 members on strike.
        [2021-05-04] Velm on Ostra. The pond was stocked with 78,000 carp. || [2021-05-06] Velm on Ostra. The pond still held 26,000 carp.
        [2021-05-04] Velm on Ostra. Lawyers charged $8 million in fees. || [2021-11-06] Velm on Ostra. The fees have reached $9.5 million.
        [2021-05-04] Velm on Ostra. The ferry takes 120 cars. || [2021-05-05] Velm on Ostra. The ferry firm has 210 fewer sailors.
        [2021-05-04] In Velm on Ostra a ticket costs $16. || [2021-11-16] In Velm on Ostra since 1 October a ticket has cost $18.
        [2021-05-04] Velm on Ostra: a $280 million satellite fell. || [2021-05-05] Velm on Ostra: insurers will pay $265 million for it.
        [2021-05-04] In Velm on Ostra 34 guards saw to the Orlan vault. || [2021-05-04] Velm on Ostra: 21 cooks fed those at the vault.
        [2021-05-04] Velm on Ostra: 18 engines came to the fire. || [2021-05-05] Velm on Ostra: in 2016 12 engines came to a fire there.
        [2021-05-04] Velm on Ostra: its tunnel is 38 metres long. || [2021-05-05] Velm on Ostra: the tunnel is 54 metres below the road.
        [2021-05-04] Velm on Ostra: the school will take 80 pupils. || [2022-05-05] Velm on Ostra: the school has 120 pupils.
        [2021-05-04] On the liner at Velm on Ostra 31 passengers fell ill. || [2021-05-04] Velm on Ostra: on it 41 guests and crew are ill.
        [2021-05-04] In district 5 of Velm 400 houses were inspected. || [2021-05-04] In district 6 of Velm 510 houses were inspected.
        [2021-05-04] Orlan Steel lost $148 million, against $184 million a year earlier. || [2021-05-05] Orlan Steel lost $148 million.
        [2021-05-04] In Velm some 120 men climbed down to the coach. || [2021-05-05] In Velm the rescue, in which 140 took part, ended.
    """,
)
