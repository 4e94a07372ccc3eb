"""The clause around a figure; square brackets mark the figure, behind the arrow stand subject, verb and terms."""

from __future__ import annotations

import pytest

from ledger.extraction.context.clause import clause
from ledger.extraction.context.figure import Figure
from ledger.extraction.context.inflection import lemma, verb_of

CASES = """
    Officers arrested [33] foreigners.  ->  Officers | arrest | officer arrest foreigner
    [33] foreigners were arrested near the spa.  ->  foreigners | arrest | foreigner arrest spa
    The mill has [120] workers.  ->  mill | have | mill worker
    Turnout was [61 percent].  ->  Turnout | be | turnout
    Prices rose by [4 percent], the bank said.  ->  Prices | rise | price rise
    The price of bread has risen to [£2].  ->  price | rise | price bread rise
    The ship, built in 1987, is [140 metres] long.  ->  ship | be | long
    The region plans to close [40] schools.  ->  region | close | region plan close school
    The premier is to appoint [three] judges.  ->  premier | appoint | premier appoint judge
    The ministry said [38] people had died.  ->  people | die | person die
    The firm reported a loss of [$3 million].  ->  firm | report | loss
    A quake shook the valley, killing [38] people.  ->  quake | kill | kill person
    They fled after [20] houses were burnt.  ->  houses | burn | flee house burn
    Sales fell and wages grew by [2 percent].  ->  wages | grow | wage grow
    The plant closed in May and laid off [600] welders.  ->  plant | lay | lay welder
    Berg, who turned [35] in May, is free.  ->  Berg | turn | turn
    In 2030 demand reached [12 GW].  ->  demand | reach | demand reach
    At the depot the buses consume [3 MW].  ->  buses | consume | depot bus consume
    He was sentenced to [ten days] in jail.  ->   | sentence | sentence jail
    A total of [14] yachts have retired from the race.  ->  yachts | retire | yacht retire race
    [Fifteen] fighters, captured near the border, have been moved.  ->  fighters | move | fighter
    [12] excavators  ->   |  | excavator
"""


@pytest.mark.parametrize("case", [line.strip() for line in CASES.splitlines() if line.strip()])
def test_clause(case: str) -> None:
    marked, _, expected = case.partition("  ->  ")
    subject, predicate, terms = (part.strip() for part in expected.split("|"))
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    assert clause(Figure(text, start, end, (0, len(text)))) == (subject, predicate, tuple(terms.split()))


LEMMAS = """
    arrested arrest, rose rise, stopped stop, carried carry, rising rise, dying die, published publish
    roadmaps roadmap, countries country, women woman, people person, buses bus, houses house, boxes box
    crises crisis, analysis analysis, meeting meeting, buildings building, Minsk’s minsk, schoolchildren schoolchild, policemen policeman
    series series, gas gas, economics economics, killed kill, were be, sites site, deployed deploy
    injured injure
"""


@pytest.mark.parametrize(("word", "base"), [pair.split() for pair in LEMMAS.replace("\n", ",").split(",") if pair.strip()])
def test_lemma(word: str, base: str) -> None:
    assert lemma(word) == base


VERBS = {"has": "have", "is": "be", "foresees": "foresee", "complaints": "", "plans": "plan", "went": "go", "pencilled": "pencil"}


@pytest.mark.parametrize(("form", "verb"), VERBS.items())
def test_verb_of(form: str, verb: str) -> None:
    assert verb_of(form) == verb


def test_a_date_with_a_clause_behind_it_is_of_what_happened_then():
    text = "On 8 May, when the ferry sank, divers wept."
    figure = Figure(text, text.index("8"), text.index(","), (0, len(text)))
    assert clause(figure, "date") == ("ferry", "sink", ("ferry", "sink"))
