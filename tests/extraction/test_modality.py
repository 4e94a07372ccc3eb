"""How a figure is put forward: of ``[planned|40]`` the modality, of every other figure nothing is asked."""

from __future__ import annotations

import re

import pytest

from ledger.extraction.context.modality import modality
from ledger.extraction.context.wording import wording

MARK = re.compile(r"\[([a-z]+)\|([^]]*)\]")

SENTENCES = """
    The ministry lost [asserted|40] ships.
    The ministry will lose [planned|40] ships.
    [planned|40] ships will be scrapped.
    [planned|40] ships, most of them old, will be scrapped.
    [asserted|40] ships were lost, the board said, and from May it will build [planned|60].
    The firm is to cut [planned|1,200] jobs, roughly [planned|8 percent] of the total.
    The firm is to cut 1,200 jobs after a loss of [asserted|$40m].
    Spending will reach £3bn, against [asserted|£2bn] this year.
    The bank, which will close [planned|40] branches, has [asserted|300] staff.
    Growth is expected to reach [planned|3%] in [planned|2030].
    Growth reached [asserted|2%], less than expected.
    The minister said the dam would cost [planned|€40m].
    We’ll hire [planned|40] people.
    By then [asserted|40] had applied and [planned|12] will be hired.
    Dozens if not [asserted|hundreds] died.
    Rowers are [asserted|40] percent less likely to have lost a tooth.
    The firm plans to hire [planned|40] people by [planned|2030].
    The depot, due in [planned|2029], is late.
    Work is to start by [planned|15 August] and to take [planned|18-20 months].
    She has lived here for [asserted|40] years and hopes to stay.
    The yacht will fetch less than the [asserted|£900,000] that the police valued it at.
    The plan would cut the [asserted|1,200] jobs that the mill created.
    The bridge will cost more than the [planned|£4 million] that was planned.
    The bridge will hold the [planned|400] people who want to cross.
    The town will plant [planned|400] trees that were grown here.
    The motion was adopted by [asserted|eleven] votes and may be appealed within [hypothetical|seven days].
    The fire, which killed [asserted|40] people, will be investigated.
    [asserted|40] people died in a building that will be torn down.
    A quota of [hypothetical|62,000 tonnes] had been considered.
    A fee of about [hypothetical|$12] was proposed last year.
    A levy of [hypothetical|3 percent] is under discussion.
    A strike of [hypothetical|12] days was threatened, and [asserted|40] people left.
    A report of [asserted|300] pages was discussed on Monday.
    [asserted|40] options had been considered by the panel.
    The jury considered [asserted|40] entries.
    A strike would cost [hypothetical|€40m].
    A strike that the guild decided on would cost [hypothetical|€40m].
    Pupils learned that they would have to come back on [planned|28 June].
    It emerged that [planned|40] flats would be sold.
    The board announced it would close [planned|12] banks.
    They decided that, if it rained, [hypothetical|40] tents would be put up.
    If the dam fails, [hypothetical|40] villages will be flooded.
    If [hypothetical|12] dams fail, nobody can help.
    The dam could hold [hypothetical|40] tonnes.
    As many as [hypothetical|40] people may have died.
    On 3 May [asserted|40] people died.
    In May [asserted|40] people died.
    Hundreds, if not thousands, marched past [asserted|12] banks.
    The army denied that [denied|40] men had been killed.
    The army denied killing [denied|40] men.
    [planned|40] ships are planned.
    The dam (if [hypothetical|40] metres high) will hold.
    There is no truth in reports that [denied|40] men were killed.
    The army did not lose [denied|40] men.
    The army did not say how many of its [asserted|40] tanks were lost.
    It was not until [asserted|1990] that the dam was built.
    The dam did not open until [asserted|1990].
    No more than [asserted|40] people came.
    Not more than [asserted|40] people came.
    The toll was not [corrected|40], but [asserted|14].
    The toll was [asserted|14], not [corrected|40].
    Police initially spoke of [corrected|12] dead, later of [asserted|21].
    The figure was revised from [corrected|12] to [asserted|21].
    The toll is [asserted|21], rather than the [corrected|12] first reported.
    An earlier report put the toll at [corrected|12]; it was later corrected to [asserted|21].
    The agency had initially put the toll at [corrected|six].
    Police had previously said [corrected|six] people were hurt.
    The ministry, which had earlier reported [corrected|12] deaths, said [asserted|21] had died.
    The toll rose to 21 from an earlier count of [corrected|12].
    Police corrected an earlier toll of [corrected|18].
    The toll was raised to [asserted|21] from a previous estimate of [corrected|12].
    January's gain was revised down to [asserted|125,000] from [corrected|143,000].
    January's gain was revised to [asserted|125,000] from [corrected|143,000].
    Correction: an earlier version said [corrected|40] people had died.
    The firm will cut [planned|40] jobs because of high costs, saving [planned|$3m] a year.
    Not [corrected|40] but [asserted|14] people died.
    It was [asserted|14] people rather than [corrected|40].
    He denies [asserted|12] counts of fraud.
    He has denied all [asserted|12] charges.
    Reports of [denied|40] deaths were false.
    It was false that [denied|40] people had died.
    Perhaps [hypothetical|40] people are trapped.
    He should have paid [hypothetical|$40].
    He could not pay the [asserted|$40].
    He faces up to [hypothetical|40] years in prison.
    It said [asserted|40] jobs had gone and [planned|12] more would go.
    More than [asserted|40] people have applied and 12 will be hired.
    Fewer than [asserted|4%] of the losses were due to wolves.
    The depot is due to open in [planned|2030].
    Reports of [denied|five] missing were wrong.
    It was never [denied|1,100].
    Only [asserted|38%] of voters think that taxes will rise.
    Initially, officials said [corrected|12] miners were trapped.
    Initially [asserted|12] people worked there.
    Police at first said [corrected|12] people had died, then [asserted|21].
    The cost was first put at [corrected|$12].
    It first put to sea in [asserted|1990] with 40 men.
    The ministry corrected its figure from [corrected|12] to [asserted|21].
    It revised its growth forecast for 2030 to [planned|3%] from [corrected|4%].
    It is [asserted|14] km, instead of [corrected|40] km, from the coast.
    Contrary to reports that [denied|40] had died, the toll was [asserted|14].
    Reports that [denied|40] men died are unfounded.
    The army disputes that [denied|40] men died.
    He has never owned [denied|12] houses.
    Temperatures never fell below [asserted|20] degrees.
    The firm never had more than [asserted|40] staff.
    The firm does not have [denied|40] sites.
    The firm is planning [planned|40] sites.
    The firm has agreed to open [planned|40] sites.
    The deal was agreed to by [asserted|12] states.
    The firm is considering [hypothetical|40] sites.
    Some [hypothetical|40] men are likely to have died.
    Should the firm open [hypothetical|40] sites, it would fail.
    Had the firm opened [hypothetical|40] sites, it would have failed.
    A further [planned|40] sites are in the pipeline.
"""


@pytest.mark.parametrize("marked", [line.strip() for line in SENTENCES.strip().splitlines()])
def test_modality(marked: str):
    text, claims, at = "Before it. ", [], 0
    start = len(text)
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        claims.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        at = mark.end()
    text += marked[at:]
    read = [modality(wording(text, first, last, (start, len(text))), first, last) for first, last, _ in claims]
    assert read == [kind for _, _, kind in claims]
