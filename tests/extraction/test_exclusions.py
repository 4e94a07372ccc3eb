"""What claims nothing is passed over, and what claims is not."""

from __future__ import annotations

import pytest

from ledger.extraction import extract
from ledger.extraction.rule import Exclusion
from ledger.extraction.scene import Scene
from ledger.reading import read_text
from ledger.records import Block, Document, Piece, Prose
from ledger.registry import declared

EXCLUSIONS: tuple[Exclusion, ...] = declared("ledger.extraction.exclusions")


def scene(text: str) -> Scene:
    prose = Prose(text=text, pieces=(Piece(0, 0, len(text)),), blocks=(Block(0, len(text), "body"),))
    return Scene(Document(id="-", path="-", format="text", text=text, prose=prose))


def passed_over(text: str, exclusions: tuple[Exclusion, ...] = EXCLUSIONS) -> list[tuple[int, int]]:
    """The numerals of ``text`` that are passed over, as spans, in order."""
    seen, found, silent = scene(text), [], 0
    for at, numeral in enumerate(seen.numerals):
        for exclusion in exclusions:
            span = exclusion.covers(seen, at) if numeral.form in exclusion.forms else None
            if span is not None:
                assert span[0] <= numeral.end, exclusion.code
                assert span[1] >= numeral.end or numeral.form == "cardinal", exclusion.code
                silent = max(silent, span[1])
                break
        if numeral.start < silent:
            found.append((numeral.start, numeral.end))
    return found


def figures(text: str) -> list[tuple[int, int]]:
    return [(numeral.start, numeral.end) for numeral in scene(text).numerals]


@pytest.mark.parametrize(
    ("exclusion", "text", "start", "end"),
    [pytest.param(exclusion, *case, id=f"{exclusion.code}-{case[0][:40]}") for exclusion in EXCLUSIONS for case in exclusion.cases()],
)
def test_an_example_passes_over_the_figures_in_its_brackets(exclusion: Exclusion, text: str, start: int, end: int) -> None:
    inside = [span for span in figures(text) if span[0] < end and start < span[1]]
    assert inside
    assert set(inside) <= set(passed_over(text, (exclusion,)))


@pytest.mark.parametrize("command", ["\x1b]0;title", "\x1b[1;31mred", "\x9b2Jclear", "\x9d2;name"])
def test_the_parameters_of_a_terminal_command_are_no_figures(command: str) -> None:
    assert figures(command)
    assert passed_over(command) == figures(command)


def test_lines_that_count_from_one_are_entries_of_a_list() -> None:
    def of(text: str) -> list[str]:
        return [claim.span.quote for claim in extract(read_text(text))]

    assert of("The war\n\n1 Origins\n2 The airlift\n3 Losses\n\nIt cost 40 lives.") == ["40"]
    assert of("The crew\n\n3 Russians\n4 Poles\n\nIt cost 40 lives.") == ["3", "4", "40"]
    assert of("1 Russian left.\n\nIt cost 40 lives.") == ["1", "40"]


@pytest.mark.parametrize(
    ("exclusion", "text"),
    [pytest.param(exclusion, text, id=f"{exclusion.code}-{text[:40]}") for exclusion in EXCLUSIONS for text in exclusion.silences()],
)
def test_a_counterexample_keeps_a_figure(exclusion: Exclusion, text: str) -> None:
    text = text.replace("\\n", "\n")
    assert set(figures(text)) - set(passed_over(text))


SENTENCES = """
    # laws, pages, rooms, lines
    [Article 23] of the law lets 40 people vote.
    Under [Section 230] a site with 12 users is safe.
    The court cited [articles 5 and 6] in 3 rulings.
    They read [Chapter 3] in 20 minutes.
    The room, [No. 14], sleeps 6 people.
    [Flight 370] carried 239 people.
    The [Bus 40] line will move 300 passengers.
    A [type 2] diabetes study of 90 patients began.
    A [category 5] storm killed 12 people.
    [Highway 44] is shut for 3 km.
    He was moved to [cell 12] with 4 others.
    On [day 3] of the trial 20 witnesses came.
    In [week 12] there were 40 cases.
    [Phase two] will cost 40 million.
    [Gate 7] opened; 300 fans were held up.
    The [Budget Act 2019] cut 40 jobs.
    Read [vol. 12, no. 4] of it.
    The answer is on [p. 6] of the 90-page report.
    See [Fig. 3], which shows 12 towns.
    Work on [Line 4] will take 3 years.
    Turn to [channel 16] on the radio.
    Each [Grade 5] pupil got 2 books.
    [Resolution 1325] passed with 14 votes.
    The [Formula 1] race drew 90,000 people.
    He read [verse 12] aloud to 40 guests.
    Workers plan 20 marches.
    They stage 12 shows a year.
    The unit lost 14 men.
    The group of 20 workers left.
    The district lost 300 voters.
    A page has 30 lines.
    The route is 14 km long.
    She will release 12 songs.
    In the class 20 pupils fell ill.
    Police block 12 roads.
    They rule 40 percent of the land.
    Ships line 3 piers.
    The firm will issue 200 permits.
    In hospital 20 were treated.
    In the camp 300 are children.
    Of the team 3 were women.
    The [Terminal 2] sale will bring 40 million.
    The recount in [district 17] took 3 days.
    The [district 17] recount took 3 days.
    The museum of modern art. 12 works were sold.
    They question 12 and release 5.
    He lost 12 to the state.
    In that month 12 ships sank.
    By the end of the week 20 had died.
    In each unit 4 men slept.
    [Boiler 3] burned for 9 hours.
    It costs 12.50 per unit.
    In the district 12 were killed.
    # names
    [COVID-19] killed 300 people.
    A [Su-27] and 2 tankers took off.
    The [G7] met for 2 days.
    The [MH17] crash killed 298 people.
    The [A320] carried 150 people.
    He drove the [M4] for 30 km.
    The [Windows 10] update broke 40 machines.
    The old [iPhone 12] sold 3 million times.
    [Apollo 11] flew for 8 days.
    The crew of the trawler [Astra 9] lost 2 men.
    The new [Volta 3] costs 900 dollars, but the [Volta 3] is slow.
    In Brezna 12 were hurt.
    Since Monday 33 have left.
    The Greens won 12 seats and the Liberals 30.
    The yacht Zeta won 12 races.
    About 500 came.
    Nearly 20 left.
    [B3] cells fell by 12 percent.
    It was a post-1990 law with 12 clauses.
    The under-18s won 3 medals.
    It cost EUR40 then.
    They paid Rs500 each.
    # times
    At [04:17] a quake killed 3 people.
    It opens at [9am] for 3 hours.
    It ran from [7 to 9 p.m.] for 40 guests.
    He came at [half past six] with 3 friends.
    It closed at [5 p.m.] after 12 goals.
    The talks ended at [2359 GMT] after 9 hours.
    We met at [seven o'clock] with 12 men.
    They eat at [six in the evening] with 3 friends.
    Rates fell to 7.30 percent.
    Between 6 and 8 people came.
    It takes from 7 to 9 hours.
    At 12 of the sites work began.
    The index closed at 12.35 on Friday, up 3 percent.
    He is past 60.
    # scores
    They won [3-1] before 40,000 fans.
    It was a [2-2] draw after 90 minutes.
    She won [6-2, 6-4] in 80 minutes.
    The court ruled [5-4] after 3 hours.
    Union lost [0-2] to 10 men.
    They led [three-nil] after 20 minutes.
    The team reached [9 for 233] in 40 overs.
    In 5-10 minutes it was over.
    It cut 10-15 jobs.
    Aged 18-29, they earn less.
    It passed by 38 votes to 21.
    It grew 2-3 percent.
    From 2008-10 it fell.
    Some 20-30 people came.
    They won 12 seats.
    The vote split 40 percent to 35 percent.
    # places and numbers to call
    The wreck lies at [54°12'N, 2°47'E] in 40 m of water.
    It sank at [37.81 N, 68.20 E] with 12 men.
    It was 31 °C in 12 towns.
    Call [112] if you see 2 or more.
    Ring [+44 20 5550 1877] within 3 days.
    Press office: [0555 496 0022]
    Text [60022] to give 5 euros.
    They call 40 witnesses.
    The office hired 300 people.
    The desk sold 1200 units.
    He lives at [12] Station Road with 3 cats.
    They met at [221B] Baker Street for 2 hours.
    About 12 Station Road shops shut.
    Some 40 Polish Street Party fans came.
    In 2019 Wall Street fell 12 percent.
    In 2019, on May 13 Wall Street fell 12 percent.
    12 Supreme Court judges voted.
    Some 12 White House aides left.
    +10000000 people came.
    Dead:12
    The FTSE [100] rose 12 points.
    He flew a Boeing [737] with 150 people.
    The new [737 MAX] carries 178 people.
    [Executive Order 14012] cost 40 million.
    # references
    Decree [212/2027] names 40 towns.
    Order ISBN [978-0-555-01428-3] for 12 euros.
    Grant [ED-2029-114] paid for 3 posts.
    Version [3.1] has 40 errors.
    The update, [4.2.1], fixed 12 errors.
    They own 3/4 of the land.
    The 2023/24 season had 38 games.
    The account holds 3,000 euros.
    The case of 12 men began.
    As [one] study says,[3] 40 percent agree.
    That was shown before.[12] Some 40 percent agree.
    It was so (Holt, [2027]) in 12 towns.
    It was so (Holt et al., [2027]) in 12 towns.
    In Velmsk (pop. 2,900) 12 died.
    Anna Holt (34) won.
    Women (58) and men (42) came.
    [1]. Of 1,200 voters 40 left.
    ([2]) The union holds 12 seats.
    [3.2] Blood samples of 12 men were taken.
    It asks for ([1]) 3 roads and ([2]) a bridge.
    It is so (p < [0.01]; n = 128).
    12 dead in a fire
    3.2 million voters came.
    # the page itself
    [9-minute read]
    [37 comments]
    © [2030] The Mail
    Photo [1 of 6]: a crowd
    They wrote 37 comments.
    It took 3 minutes.
    # one
    [One] of the ships lost 12 men.
    No [one] of the 40 came.
    [One] must wait 3 days.
    It was [one] reason among 12.
    A [one-way] street took 3 years.
    It left [one] by [one].
    One in five came.
    One of every 40 failed.
    Only one man came.
    At least one man died.
    It took one year.
    One percent left.
    A one-year term began.
    It killed one and hurt 12.
    The fire left one dead.
    One or two came.
    One-third agreed.
    One and a half litres leaked.
    Two died in the north and one in the south.
    At [one] point 300 men left.
    [One] day, he sold 12 of them.
    One day later 12 left.
    It took one day and 3 hours.
    # idioms
    He had [second] thoughts about 12 of them.
    People from [third] countries paid 40 euros.
    They work [24/7] for 40 euros.
    After [9/11] the law changed 12 times.
    It split in [two] after 3 hours.
    The [first] lady met 12 girls.
    He is at [sixes] and [sevens].
    A [two-tier] system serves 40 towns.
    [First], the roads cost 12 million.
    Net [zero] will cost 40 billion.
    The [double] agent sold 12 files.
    They [doubled] down after 3 days.
    Output doubled in 3 years.
    It cost twice the sum of 40 euros.
    A third term lasts 5 years.
    A third of the town left.
    The second raid took 12 men.
    Half of the 40 men left.
    The fire began in the [second] [half].
    In the first half of 2028 it rose 12 percent.
    Prices [may] rise by 12 percent.
    In May 12 men left.
    Theresa [May] met 12 men.
    They [march] for 3 hours.
    Exam [scores] rose 12 percent.
    Scores of people left.
    The [93rd Brigade] lost 12 men.
    On the 20th day 12 left.
    The group of 20 met.
    The [Group of 20] met for 2 days.
    A third Army officer was charged.
    The 3rd International Fair drew 300.
    A second Navy ship sank.
    The 2019/21 plan cost 12 million.
    3.7 Magnitude Quake Hits Brezna
    It happened in Brezna,5 May 2030.
    12: the number of men lost
    90 minutes
    40 votes
    He said: "12 people died."
    In the '90s 12 died.
    She is calling it [a day] after 12 marathons.
    It lasts a day and 3 hours.
    # joined, wrapped and odd
    The [Minsk‑2] deal had 13 points.
    They sold [5G] phones for 300 euros.
    His .22 rifle cost 300 euros.
    It was [No 1] for 12 weeks.
    He paid 40 dollars for 1 of them.
"""


def _marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its brackets, and where they stood."""
    text, spans, at = "", [], 0
    for part in line.split("["):
        inside, bracket, outside = part.partition("]")
        if bracket:
            spans.append((at, at + len(inside)))
        text += inside + outside
        at = len(text)
    return text, spans


@pytest.mark.parametrize("line", [line.strip() for line in SENTENCES.splitlines() if line.strip() and not line.strip().startswith("#")])
def test_only_the_figures_in_brackets_are_passed_over(line: str) -> None:
    text, spans = _marked(line)
    inside = [span for span in figures(text) if any(span[0] < end and start < span[1] for start, end in spans)]
    assert passed_over(text) == inside


@pytest.mark.parametrize("line", [line.strip() for line in """
    A ferry of 7.15 metres lay in the dock.
    The ferry of 2.15 million dollars was sold.
    The euro rose to 1.24 dollars.
    The 7.15 percent rate held.
    The 8.40 metres were too much.
    Pay rose by 12.10 an hour.
    The bus fare of 2.40 will go up to 2.60.
    The race of 12.15 kilometres was won by a girl.
    One day of rain fell, and the next bus was late.
    It took one day, the next bus took two.
    At least one child was hurt.
    Only one survived.
    Of the 12 boats only one returned.
    They have only one goalkeeper.
    Only one, a girl of six, lived.
    Notices went to 31 homes.
    The notice cost 31 euros.
    Rue Lepic has 44 houses and 1,000 tenants.
    Velm held 44 Poles, 1000 Russians and two Finns.
    They drove via Velm 12 hours long.
    The 9 Cattle Market traders are angry.
    They waited 11 minutes, listened and left.
    Service was late on 14 of the 40 days.
    Voting stays open until 12 have passed.
    The list is kept open until 10 can be chosen.
    The tender was open until 15 were received.
    They fought until ten were dead.
    He drank until three of his friends left.
    Rating: 4/5 of them failed.
    Effort: 4/5 teams gave all.
    Score: 4/5 were late.
    Marks: 7/10 girls got them.
    Difficulty: 2/5 climbers turned back.
    The rate began the year on a good day at five and closed at six.
    The euro, weak all week against its rivals, closed at nine.
    The index opened on Monday at 10.15.
    The price of oil, which is down, opened at 7.15.
    They met a target of 4.15.
    The fee starts at 7.50 per head.
    The tariff opens at 3.15 cents.
    The mean held on Monday at 8.10 points.
    The slope begins at 3.15 degrees.
    The drug starts at 2.50 grams.
    The pass mark from 4.15 to 5.20 was held.
    She took the 4.15 million to the bank.
    The fee was dropped from 4.5 to 3.9.
    It is new: up from 3.2 in May.
    The target was changed in 2.5 of ten cases.
    The standard 2.5 was met.
    The new rate is down from 4.5.
    Half of the voters are older than 43.8.
    The children are later than 2.5 hours.
""".strip().splitlines()])  # fmt: skip
def test_a_plain_sentence_keeps_all_its_figures(line: str) -> None:
    assert passed_over(line) == []


def test_a_text_about_software_speaks_of_versions():
    log = "Kestrel 1.0.1, 1.0.2, 1.1.0, 2.0.0 and 2.0.1 are out. It respects the file as of 2.1, and Kestrel 2.2 asks for glibc 2.17."
    assert [log[start:end] for start, end in passed_over(log)][-3:] == ["2.1", "2.2", "2.17"]
    few = log.replace("1.0.1, 1.0.2, 1.1.0, ", "")
    assert "2.17" not in [few[start:end] for start, end in passed_over(few)]
    assert passed_over(f"{log} It weighs 2.4 kg and starts in 1.5 seconds.") == passed_over(log)


def test_days_that_come_again_are_no_name_of_the_hours_behind_them() -> None:
    text = "The desk is open Mon-Fri 8-16, Sat 9-12, the library Mon-Fri 8-18, Sat 9-12, and the baths Mon–Fri 8–20. It has 40 seats."
    assert [claim.span.quote for claim in extract(read_text(text))] == ["40"]


def test_the_ranks_of_a_table_are_no_figures() -> None:
    table = "| | P | W |\n|---|---|---|\n| 1 Ashby | 11 | 8 |\n| 2 Loxton | 12 | 7 |\n| 3 Velm | 10 | 6 |\n"
    assert [claim.span.quote for claim in extract(read_text(table, "a.md"))] == ["11", "8", "12", "7", "10", "6"]


def test_a_cell_that_begins_with_a_nought_is_a_code() -> None:
    table = "Port Caldera | 01 | 121\nSan Telmo | 04 | 62\nTotal | | 183\n"
    assert [claim.span.quote for claim in extract(read_text(table, "a.txt"))] == ["121", "62", "183"]
    framed = "| Velm | 01 | 121 |\n|---|---|---|\n| Tarn | 02 | 0.5 |\n"
    assert [claim.span.quote for claim in extract(read_text(framed, "a.md"))] == ["121", "0.5"]
    assert [claim.span.quote for claim in extract(read_text(".08", "a.txt"))] == [".08"]


def test_cells_that_do_not_count_on_are_figures() -> None:
    table = "| | P |\n|---|---|\n| 1 Dead | 11 |\n| 4 Hurt | 12 |\n"
    assert [claim.span.quote for claim in extract(read_text(table, "a.md"))] == ["1", "11", "4", "12"]
