"""Who is said to speak: every ``[figure|speaker]`` of a sentence; a sentence's own voice has no speaker behind the bar."""

from __future__ import annotations

import re
import time

import pytest

from ledger.extraction.context.speaker import Speakers
from ledger.extraction.sentences import Sentences
from ledger.records import Block, Piece, Prose

MARK = re.compile(r"\[([^]|]*)\|([^]]*)\]")

CASES = {
    "according to": """
        According to the harbour board, [14|harbour board] barges sank in the storm.
        According to Nadia Ferro, a nurse who has worked there for [20 years|], [9|Ferro] wards were closed.
        According to Nadia Ferro, [9|Ferro] wards were closed, up from [3|Ferro].
        A kilo costs [$2,700|Apex Orbital], according to the consultancy Apex Orbital.
        According to the fire chief, Ana Ruiz, [12|Ruiz] barges sank.
        [Nine|Local Finance Institute] ports are broke, according to figures compiled by the Local Finance Institute.
        According to the pilots [12|pilots] ships came in; [3|] lie at anchor.
        [Nine|harbour board] barges sank in the storm, according to the harbour board.
        [Nine|Lumen] barges sank, according to a report by the consultancy Lumen, whose staff spent [3 weeks|] on site.
        [Nine|report] barges sank, according to a report published on [3 May|].
        The fleet has [60|] barges, of which [nine|board] sank according to the board.
        The bid is worth [$4bn|people], according to two people familiar with the matter.
        [Ten|] barges sailed according to plan.
        [Ten|Society to Save Barges] barges are unsafe, according to a 2021 report of the Society to Save Barges.
        [Ten|report] barges are unsafe, according to a report of May 2021.
        [Ten|audit] barges are unsafe, according to an audit of the Barge Agency.
        According to figures of the Central Bank, prices rose [7%|Central Bank].
    """,
    "behind the verb": """
        The ministry said [40|ministry] people had been evacuated.
        The ministry said on [3 May|] that [40|ministry] people had been evacuated.
        Mayor Carla Ruiz told the BBC that [forty|Ruiz] people had been moved.
        Carla Ruiz, who was elected in [2021|], told AFP [forty|Ruiz] people had been moved.
        The mayor, Carla Ruiz, [51|], said that [forty|Ruiz] people had been moved.
        Latvia's foreign minister, Eva Kalns, said on X that [40|Kalns] staff had left.
        Andina Metals said in a statement that [61|Andina Metals] workers had been underground.
        In Geneva, the Red Cross said [40|Red Cross] bodies had been recovered.
        Speaking by telephone, Aziz said [three|Aziz] had died.
        The minister promised [500|minister] new homes by [2031|minister].
        Forecasters at the University of Riga predicted in [May|] that [16|Forecasters] storms would come.
        Shops in Riga added [400|] jobs in [May|], half of what analysts had forecast.
        Villagers spoke of [20|Villagers] dead.
        Forecasters warned of gusts of up to [120 km/h|Forecasters].
        Police estimate that [8,000|Police] people marched.
        Organisers put the crowd at [50,000|Organisers].
        The union accused the firm of sacking [300|union] people.
        The rebels claimed to have shot down [two|rebels] helicopters.
        Residents reported [3|Residents] explosions.
        The army confirmed [40|army] deaths.
        Britain's defence ministry said [40|defence ministry] ships were searched.
        The mayor's office said the fountain had cost [€1.2m|mayor's office].
        The alert came [90 minutes|log] late, a log seen by the Herald shows.
        Early reports put the loss at [$3m|Harbour Board], according to the Harbour Board.
        Hale called the sale “a [£4m|Hale] blunder”.
    """,
    "aside": """
        [40|ministry] people had been evacuated, the ministry said.
        [40|ministry] people had been evacuated, the ministry said on Friday, the highest number since [2009|ministry].
        [40|Interior Ministry] people had been evacuated, Poland's Interior Ministry said in a statement.
        Rescue teams had pulled [23|Delgado] people out by nightfall, regional governor Luis Delgado told a news conference.
        The loss, Brun said, was [£2m|Brun].
        The loss, says Brun, was [£2m|Brun], or [5 percent|Brun] of sales.
        He is, colleagues say, [64|colleagues].
        The men, who prosecutors say stole [€2m|prosecutors], are in custody.
        More than [4,000|firefighters] hectares have burned, say firefighters.
        In total [12|Roos] people were arrested, said police chief Anna Roos.
        The loss may be [$4bn|Kestrel Risk], said Kestrel Risk, a modelling firm.
        Separately, first claims for aid fell by [1,100|], the lowest in [ten weeks|].
        More than [half|] said they had thought of leaving.
        [Nine|officials] ships sank, officials in both countries said.
        As the union pointed out, [2,000|union] members struck.
        The fair drew [4,000|], a record; the bar, the landlord reckons, sold [900|landlord] pints.
    """,
    "quotation": """
        "[Forty|Ruiz] people were moved," said Carla Ruiz, [51|], who runs the shelter.
        “[Forty|Ruiz] people were moved,” said Carla Ruiz, the mayor. “We need [200|Ruiz] beds.”
        “[Forty|Ruiz] people were moved,” the mayor, Carla Ruiz, told reporters after touring [3|] villages.
        “We moved [forty|Ruiz] people. Then [ten|Ruiz] more came. It was a long night,” said Carla Ruiz.
        “We are apart,” the union's negotiator, Bo Kessler, told a crowd that police put at [40|police]. “They found [$9m|Kessler].”
        Carla Ruiz said: “We moved [forty|Ruiz] people. Then [ten|Ruiz] more came.”
        Ruiz: “We moved [forty|Ruiz] people.”
        “The loss,” Brun said, “was [£2m|Brun].”
        “We have [40|head of one clinic] beds,” said the head of one clinic.
        “We found [40|Brandt] of them,” said the leader of the divers, Ole Brandt.
        “[Three hundred|resident] homes is madness,” said one resident, who asked not to be named. “We have [one|resident] bus.”
        “This is a scandal. [Forty|Moreau] jobs have gone. Who will pay?” asked Luc Moreau, a trade unionist.
        “[Forty|Moreau] jobs have gone,” says Luc Moreau.¶“[Ten|Moreau] more will follow.”
        Moreau said: “[Forty|Moreau] jobs have gone.¶“[Ten|Moreau] more will follow.”
        “[Forty|Moreau] jobs have gone,” says Luc Moreau. [Ten|] new ones were created.
        Luc Moreau, a trade unionist, is angry. “[Forty|Moreau] jobs have gone, and for what?”
        “There are [40|Moreau] of us left in the whole of the valley.” — Luc Moreau
        The plan is “dead,” the minister said, and [40|minister] jobs will go.
        The so-called “rigged” vote gave him [80 percent|].
        [Twelve|] boats sailed; “we waited [three days|Olsen] for the wind,” says Per Olsen.
    """,
    "pronoun": """
        In a poll published on Monday, [54 percent|poll] of respondents backed them.
        Governor Eva Prats said [40|Prats] homes burned. Power company Luzsur has restored light. It said [90|Luzsur] men were at work.
        Judge Ana Teague fined the firm. He must report to prison by [3 May|].
        “It is over,” said Eva Brun, head of the union, who thinks the rate, now [4%|Brun], will fall by [2 points|Brun].
        Carla Ruiz runs the shelter. “We moved [forty|Ruiz] people,” she said.
        Carla Ruiz, [51|], runs the shelter. She said [forty|Ruiz] people had been moved.
        “We will hire [300|Hale] people,” Tom Hale told staff. The firm, he added, had lost [40|Hale].
        Open Water reported [12|Open Water] dead seals. The group said [three|Open Water] had been shot.
        The ministry said [40|ministry] people were hurt. It put the damage at [$3m|ministry].
        Organisers said [9,000|Organisers] came. They expect [12,000|Organisers] next year.
        Amina Diallo, a nurse, said she had counted [19|Diallo] bodies. “They came in [three|Diallo] lorries,” she said.
        Tom Hale asked for [two|] boats, which he said were [30 years|Hale] old.
        Carla Ruiz, 50, is the mayor. The town has [two|] schools. By her own count, [40 percent|Ruiz] of the seats went to Ruiz.
        Eva Brun, 40, said the vote was rigged. By her own count, the mayor got only [12 percent|Brun].
        By his own account, Tom Hale drove [300 km|Hale].
        By its own estimate, the agency spent [$3m|agency].
        By their own count, organisers drew [9,000|organisers] people.
    """,
    "survey, memo, report": """
        A poll of [1,004|] voters by Ipsos found that [54 percent|Ipsos] backed the deal.
        A survey by the Free University found [54 percent|Free University] of tenants in arrears.
        The survey showed that [54 percent|survey] of tenants were in arrears. Of the respondents, [12%|survey] blamed rents.
        Rents rise [9 percent|survey] in a year, survey finds
        Figures from the central bank show that inflation reached [7.1 percent|central bank].
        Data published by Eurostat on Monday showed prices rose [7.1 percent|Eurostat].
        WaterNow's report says [14%|WaterNow] of schools lack water.
        Nearly [14%|report] of schools lack water, a new report says.
        The letter, dated [3 May|] and seen by the Post, says [40|letter] staff will go.
        A memo obtained by the Post lists [three|memo] sites:¶• Oban loses [40|memo] posts¶• Leith loses [12|memo]
        The paper estimates that only [200|paper] remain.
        The study, published in the Lancet, followed [4,112|] women for [12 years|].
        A poll by Ipsos found that [54 percent|Ipsos] backed the deal. Another [30%|Ipsos] opposed it. [16 percent|Ipsos] were unsure.
        A poll by Ipsos found that [54 percent|Ipsos] backed the deal. The government has backed a [3%|] rise.
        A poll by Ipsos found that [54 percent|Ipsos] backed the deal. The city lost [12%|] of its trees.
        Only [12%|union] of respondents were content, the union said. Some [40%|union] of members disagreed. [Three|] left.
        The minister said [40|minister] men had been questioned. Wages rose by [3%|] after both sides agreed.
    """,
    "nouns and passives": """
        By the union's count, [3,000|union] drivers stopped work.
        [3,000|union] drivers, by the union's count, stopped work.
        [3,000|union] drivers stopped work, by the union’s own count.
        The crowd, [900|] by this reporter's count, was cheerful.
        The mayor's promise of [500|mayor] homes has not been kept.
        The crowd, estimated by police at [8,000|police], sang until midnight.
        It was reported by Reuters that [40|Reuters] villages were cut off.
        Only [two|ministry] deaths were ever recorded by the ministry.
        The minister was quoted as saying that [40|minister] villages were cut off.
        He is reported to have told friends that [40|] villages were cut off.
        Observers have documented more than [300|Observers] breaches since [May|Observers].
        Rights groups have counted at least [40|Rights groups] arrests, and report [12|Rights groups] deaths.
        Coast Rescue Watch has logged [40|Coast Rescue Watch] boats.
        Volunteers counted about [300|Volunteers] seals.
        What officials call the worst flood in [50 years|officials] has receded.
        Sales were [1.2%|] higher, beating the [0.8%|economists] rise economists had expected.
        Police: [12|Police] held after derby
        [12|police] held after derby: police
    """,
    "several speakers": """
        Organisers put the crowd at [50,000|Organisers], while police estimated it at [8,000|police].
        The march drew [50,000|organisers] people, organisers said, but only [8,000|police] according to police.
        The union says [2,000|union] members struck; the company says [400|company].
        The opposition, which claims to have won [40 percent|opposition] of the vote, said [12|opposition] ballots were burned.
        “We are full,” Dr Ada Moss said, adding that [40|Moss] patients lay in corridors.
        Dr Ada Moss defended the plan, saying that [40|Moss] patients lay in corridors.
        After the airline said it would cut [300|airline] jobs, [2,000|] people marched.
    """,
    "unlike shapes": """
        Harlow & Finch said [40|Harlow & Finch] shops would close.
        [Forty|Harlow & Finch] shops will close, Harlow & Finch said.
        [Three|Teesside Fire and Rescue] men were hurt, Teesside Fire and Rescue said.
        WHO said [300|WHO] cases were found.
        [Twelve|coastguard] missing after ferry sinks - coastguard
        [Twelve|Reuters] people died in the blast - Reuters
        An inspection found that [40|inspection] cells were damp.
        The analysis shows that [40|analysis] cells were damp.
        "We lost [40|Brandt] hens," Carl Brandt, a farmer near the lake, said by phone.
        Prime Minister Sayed claimed last week that "[500|Sayed] new schools" had opened.
        The toll was put at [76|relief agency] by the relief agency and at [91|Red Cross] by the Red Cross.
        General Ibrahim Sule was quoted by local media as saying that [5,000|Sule] troops had left.
        General Ibrahim Sule was quoted as saying [5,000|Sule] troops had left.
        The agency quoted General Sule as saying [5,000|Sule] troops had left.
        The rebels claimed [200|rebels] soldiers were killed.
        The group claims [4,000|] members.
        The company said it employed [40|company] people. It added that [12|company] were part-time.
        Lena Moss, head of the clinic, said [40|Moss] beds were free. "We have [12|Moss] nurses," she added.
        By Moss's estimate, [12|Moss] nurses are needed.
        Moss conceded [12|Moss] nurses had left.
        "[Twelve|statement] nurses have left," read a statement.
        Senator Kit Sands, D-Ohio, said there were [12|Sands] witnesses.
        Kit Sands Jr. said there were [12|Sands] witnesses.
        That, said Moss, was [12|Moss] too many.
        Not so, says Moss: it was [12|Moss].
        The airline has cut its forecast to [3 percent|].
        "Grain sells for [700|Kowal]," said Jan Kowal, who farms here.
        April Jones said [40|Jones] men were held.
        In April Ruiz said [40|Ruiz] men were held.
        Superintendent Alma Price blamed a gap: the town has [212|Price] vacancies, she said, and [one in six|Price] has no teacher.
        The town's population fell to [18,977|census], the census shows.
        The charity Lumen treated [2,950|Lumen] patients, it said on Friday.
        The district countered that it would cost [$58m|district].
        11:05 - Army: [two|Army] helicopters on the way
        A bus driver has claimed a [€17m|] prize, [11 weeks|] after the draw.
        The ministry claimed the [17|ministry] men had fled.
        Ida Bell said [40|Bell] had gone. Its union had told members to expect [1,000|union] losses.
        Sinead McDonagh of the Irish Small Farmers' Association said [4,000|McDonagh] farms had closed.
        "Look," Pruitt told me over coffee, "I have got [14|Pruitt] trucks. Insurance runs to [$6,000|Pruitt] a month."
        Reuters reported that [300|Reuters] jobs would go. The company confirmed that [200|company] would.
        Tests suggested the powder was [73%|Tests] sugar. He said [3|] grams could kill.
        Judge Ann Moss reminded the jury that he had [12|Moss] convictions.
        A parent, Musa Kolo, gave another account: "They took [54|Kolo]. I have a list of [50|Kolo]."
        Ida Bell was blunt: "We need [54|Bell]."
        "We need [54|Bell]," Ida Bell told me. "I have [12|Bell]."
        "No," Bell said. "We need [54|Bell]. I have [12|Bell]."
        Clinic Watch counted [214|Clinic Watch] people that night.
        [Forty|Centers for Disease Control and Prevention] people fell ill, the Centers for Disease Control and Prevention said.
        Exports rose [8%|data], data showed, beating the [6%|economists] rise economists expected.
        Lib Dem councillor Fay Onslow voted against. "There are [four|Onslow] wardens here."
        Only [38%|poll] of Britons think taxes will rise, according to a poll.
        Only [38%|] of Britons think taxes will rise.
        Paul Reed met Ana Ruiz, [40|], in Leeds. "I had [12|Ruiz] cats then."
        Ana Ruiz met Paul Reed. "I had [12|Ruiz] cats then."
        Kyle Marden, 17, wrote it in [six|] weeks.
        Marden wrote it had cost [$6|Marden].
        "We dropped [four|Dahl] rafts," said Cmdr. Lena Dahl.
    """,
    "datelines": """
        RIGA, 3 May (Baltic Wire) – Finance Minister Edda Salk unveiled a budget and told parliament the economy would grow [2.9%|Salk].
        OSLO (Baltic Wire) - Mayor Ilze Kalns opened the bridge and said it had cost [40|Kalns] million.
    """,
    "nouns that speak for somebody": """
        The Institute for Fair Rents doubts it. Its models show that the rich would take [38 percent|Institute for Fair Rents] of the gains.
        The forecast is old. Its figures suggest [38|figures] clinics will close.
        He rejected estimates by the insurer Helvex that losses could reach [$2.3 billion|Helvex].
        The mayor dismissed claims by residents that [40|residents] homes had burned.
        A team of demographers led by Yusuf Bel has argued that [14,000|team of demographers] died.
        In the first week [300|Morgen] shells fell, as reported by the weekly Morgen, which counted [nine|Morgen] churches among the ruins.
        A study published by the University of Riga in [May|] found that [nine|University of Riga] lakes had dried up.
        A police spokesman said [3|police spokesman] were held. He added that [4|police spokesman] had fled.
        The clinic was full by [Friday|doctors], doctors there said.
    """,
    "polls that give": """
        Ipsos gave her [43%|Ipsos], against [38%|Ipsos] for Mr Vale.
        Pollster Vox gave the government [33 percent|Vox] of the vote on Monday.
        In a poll for the broadcaster ERT [71%|poll] of Estrans called it heroic and [12%|poll] pointless.
        The deal gives Acme [51%|] of the airline.
        The bank gave its staff a [4%|] rise.
        Bankers, who asked not to be named, value the stake at [€6m|Bankers].
    """,
    "stations, words, chances": """
        The monitoring mission, which has 340 observers, recorded [1,900|monitoring mission] explosions in [48 hours|monitoring mission].
        "They may," said an official. He gave it a "[30 percent|official] chance".
        In the words of the geographer Farid Oumou, they received [a third|Oumou] of the value.
        A report by the Water Observatory attributed [54 percent|Water Observatory] of the loss to farms.
        The glut should clear by [June|Sato], reckons Ken Sato of Mirai, because producers have idled [18%|Sato] of capacity.
        Ken Sato likes it. Tessera ended with [$7.9bn|Tessera], enough, by its own estimate, to pay for [two years|Tessera] of it.
        A poll by Demos found that [64%|Demos] of voters backed it. Among those under 35 it was [71%|Demos].
        The party won. Among women it took [40%|].
        According to the pollster Novum, which asked 900 adults, [54%|Novum] backed it. Among those over 60 it was [33%|Novum].
        The education ministry disputes it. According to its own data, [300|education ministry] posts are vacant.
        Petar Zec, 50, said no. A court will hear the employers' request. They argue that [612|employers] votes were lost.
        Leila Hosseini holds that smuggling brought in [twice|Hosseini] as much; she cites papers which list [40|papers] mules.
        An aide put the chances "at [20 percent|aide], no more".
        One of them, 84-year-old Rosa Ibarra, has goats. She said she was told to wait [two days|Ibarra].
    """,
    "more polls and papers": """
        Opinia gives the Union [39%|Opinia] and Dawn [38%|Opinia].
        In Tuesday's survey by Metra it is the other way round: Dawn leads with [40%|Metra].
        The daily tracker has both on [38%|daily tracker].
        Dawn leads by [three points|]; in Metra's data the undecided are [9%|Metra].
        Council chiefs warn of "[four|Council chiefs] lost years" as the gap widens
        The County Leaders' Group says in a report that [one in nine|County Leaders' Group] is broke.
        Funding has gone up by [£2bn|Haq], the director, Noor Haq, said, "a real rise of [3.1%|Haq]".
        The minister of fisheries, Liv Solberg, thanked them and promised that [two|Solberg] boats would come.
        "I pay [£2,300|Nash] for it," says Doreen Nash, 78. There used to be six buses an hour. "Now it is [two|Nash]."
    """,
    "what is seen, asked, given, heard": """
        The ferry went down in [20 minutes|public inquiry], a public inquiry heard on Thursday.
        The court was told that [40|court] men had paid.
        The band heard [40|] songs.
        Six men were killed according to the ministry, [19|opposition] according to the opposition.
        Junko Mori of Edo Securities sees the shares back at [10 euros|Mori] within a year.
        Police saw [40|] men at the gate.
        The police gave a figure of [4,500|police].
        Critics retort that demand has not grown since [2022|Critics].
        Asked by Ipsos in May, [57 percent|Ipsos] were in favour.
    """,
    "acts": """
        The European Union has promised [€15 million|], and Calea will send [120|] soldiers.
        The firm announced [40|] job cuts.
        The firm announced that [40|firm] people would go.
        Health minister Ingrid Berg promised [500|Berg] beds.
        The party won [12|] seats and lost [three|].
    """,
    "where it ends, and who goes on": """
        The central bank expects [2.1%|central bank], and the median forecast of [23|] economists is lower.
        Ana Ruiz runs the clinic. She said her staff had counted [19|Ruiz] bodies in one school.
        "We have seen [12|Velo] cases," said Noro Velo. "Last time it took [two weeks|Velo]."¶"And then we lost [90|Velo] patients."
        Union groups blamed the stewards: there were, they said, [300|Union groups] of them.
        Bridget Coyle won. It cost less than Al Prado's boot. "I earn [£80,000|Coyle]," she said. "He earns that in [four days|Coyle]."
        Growth will reach [3%|Treasury]. So says the Treasury.
    """,
    "straight marks": """
        A big day.¶'We have [12|Moss] nurses,' said Moss.
        Moss said: 'We have [12|Moss] nurses.' The clinic has [40|] beds.
        The workers' union has [12|] members and the drivers' union [40|].
        A big day.¶'It's true that we have [12|Moss] nurses,' said Moss.
    """,
    "nobody": """
        The airline cancelled [300|] flights.
        The airline declined to say how many of its [300|] pilots were ill.
        The airline did not say how many of its [300|] pilots were ill.
        Nobody said that [300|] pilots were ill.
        A pilot said to be [60|] years old was arrested.
        It is said that [300|] pilots were ill.
        The loss is put at [€40m|].
        The loss was estimated at [€40m|].
        The storm claimed [40|] lives.
        The team had counted on [3|] boats.
        The striker has recorded [12|] goals.
        Norway has recorded [40|] wins.
        The company has recorded a loss of [$3m|].
        Police found [40 kg|] of cocaine.
        Growth reached [2.1 percent|], less than expected.
        [Sixty percent|] of villagers say they eat once a day.
        Acme today announced revenue of [£2m|].
        The budget of [£2m|], announced on [3 May|], was passed by [12|] votes.
        The film, which cost [$3m|], tells the story of [12|] miners.
        The [two|] states that share a border found themselves [12|] miles apart.
        Situation report [17|]
    """,
}


def prose(text: str) -> Prose:
    blocks = tuple(
        Block(block.start(), block.end(), "item" if block.group().startswith("•") else "body") for block in re.finditer(r"[^\n]+", text)
    )
    return Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=blocks)


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the place and speaker of each."""
    text, claims, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        claims.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], claims


@pytest.mark.parametrize("marked", [line.strip().replace("¶", "\n\n") for lines in CASES.values() for line in lines.strip().splitlines()])
def test_speaker(marked: str):
    text, claims = read(marked)
    page = prose(text)
    speakers = Speakers(page, page.text.lower(), Sentences(page))
    heard = [(text[start:end], speakers.at(start, end)) for start, end, _ in claims]
    assert heard == [(text[start:end], who) for start, end, who in claims]


def test_the_order_of_questions_does_not_matter():
    text, claims = read(" ".join(line.strip() for line in CASES["pronoun"].strip().splitlines()))
    page = prose(text)
    forward, backward = Speakers(page, page.text.lower(), Sentences(page)), Speakers(page, page.text.lower(), Sentences(page))
    assert [forward.at(*claim[:2]) for claim in claims] == [backward.at(*claim[:2]) for claim in reversed(claims)][::-1]


@pytest.mark.parametrize(
    "unit",
    [
        "He said 40. ",
        "“a 4” said of ",
        "according to a of a 4. A ",
        "A A A said 4. ",
        "X, y, 4, said. ",
        "it was put 4 by by ",
        "“4 ",
        "• 4\n\n",
        "“Z z 4. ",
    ],
)
def test_time_grows_with_length_only(unit: str):
    def seconds(size: int) -> float:
        page = prose(unit * (size // len(unit)))
        speakers = Speakers(page, page.text.lower(), Sentences(page))
        start = time.process_time()
        for figure in re.finditer("4", page.text):
            speakers.at(figure.start(), figure.end())
        return time.process_time() - start

    small, large = seconds(20_000), seconds(160_000)
    assert large < 30 * small + 0.5
