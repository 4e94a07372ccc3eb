"""Ages of persons and things."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.ages.apposed import is_apposed, is_second
from ledger.extraction.ages.behind import TIMES, decade_of_life, of_one, old
from ledger.extraction.ages.stated import GROWN, is_listed, is_looked_back_on, is_said_to_be, is_stated, of_a_person, of_persons_between
from ledger.extraction.ages.words import CLASS, MARKS, OLDEST, PLURAL_PERSONS
from ledger.extraction.beside import closes, word_before, word_behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import Beside, Rule
from ledger.extraction.scene import Reading, Scene

_YEARS = re.compile(r"\s*(?P<unit>year|month|week|day)s?\b")
_UNIT_LATER = re.compile(r"(?:,\s+\d{1,3})*,?\s*(?:and|or|to|-|–)\s*\w+[\s-]+(?P<unit>month|week|day)s\b")
_COMPARING = CLASS["comparing"]
_WEAK = (
    (CLASS["hedging"] | CLASS["barely"] | CLASS["leading"] | {"of", "and", "to", "or", "between"}) - _COMPARING - CLASS["being"] - {"at"}
)
"""What stands before an age only where one is spoken of, or before a time: "aged 5 or 6", "a baby of less than two weeks"."""
_LEADS = CLASS["aged"] | CLASS["turning"] | _COMPARING | CLASS["being"] | CLASS["both"] | CLASS["superlative"] | _WEAK | {"at", "as"}
"""What an age stands behind, unless it is told from a time or from a person by a comma or a parenthesis."""
_BEFORE_DECADE = CLASS["owner"] | CLASS["part"] | {"or", "and", "to"}
_NEAR = 48
_IS_NOW = re.compile(r"\bage\s(?:of\s[^.,;:\d]{1,30}\s)?(?:is|was)\s\w+\s$")
""" "the average age of a nurse is now". """


def _read(scene: Scene, at: int) -> Reading | None:
    numeral = scene.numerals[at]
    if numeral.form == "decade":
        return decade_of_life(scene, numeral)
    if numeral.form == "period":
        return of_one(scene, numeral)
    low, start, end, limit, value = scene.low, numeral.start, numeral.end, numeral.limit, numeral.value
    behind = word_behind(low, end, limit)
    if (told := old(scene, numeral, behind)) is not None or value > OLDEST:
        return told
    last = word_before(low, start, numeral.floor)
    mark, lead = last[-1:], last.strip(MARKS)
    if behind == "s" and (lead in _BEFORE_DECADE or lead.endswith("-")):
        return decade_of_life(scene, numeral)
    alone = Reading(start, end, value, value, unit="year")
    if mark == "," or (mark == "(" and lead not in _LEADS):
        return alone if is_apposed(scene, numeral) or (mark == "," and is_listed(scene, numeral)) else None
    if lead in CLASS["lately"] and low.endswith(f", {lead} ", numeral.floor, start) and is_apposed(scene, numeral):
        return alone
    if last in PLURAL_PERSONS:
        return alone if of_persons_between(scene, numeral) else None
    timed = behind in TIMES
    if lead in CLASS["lately"] and _IS_NOW.search(low, max(numeral.floor, start - _NEAR), start):
        return alone if closes(scene, end, limit) else None
    if lead in CLASS["barely"] and is_looked_back_on(scene, numeral):
        return alone
    if lead in CLASS["near"] and numeral.digits and value >= GROWN and is_said_to_be(scene, numeral, _words(scene, numeral)[:-1]):
        return alone  # "he must be around 80"
    if lead not in _LEADS or mark in ",;." or (lead in _WEAK and not timed and not _speaks_of_age(low, start, numeral.floor, lead)):
        return None
    before = _words(scene, numeral)
    years = _YEARS.match(low, end, limit) if timed else None
    if is_stated(scene, numeral, before, years.end() if years else end) or of_a_person(scene, numeral, before, years is not None):
        if years:
            return Reading(start, years.end(), value, value, unit=years.group("unit"))
        plus, later = low.startswith("+", end), _UNIT_LATER.match(low, end, limit) if last in CLASS["aged"] else None
        return Reading(start, end + plus, value, value, unit=later.group("unit") if later else "year", bound="at_least" if plus else None)
    if lead == "and" and (is_second(scene, numeral) or is_listed(scene, numeral)):
        return alone
    return alone if is_said_to_be(scene, numeral, before) else None


def _words(scene: Scene, numeral: Numeral) -> list[str]:
    """The words before a figure, without the marks around them, the nearest last."""
    return [word.strip(MARKS) for word in scene.words_before(numeral.start, numeral.floor, 7)]


def _speaks_of_age(low: str, start: int, floor: int, lead: str) -> bool:
    """Whether "age", "aged" or "aging" stands shortly before, or a list of ages or a person's "of" may."""
    begin = max(floor, start - _NEAR)
    if lead in ("and", "of") or low.endswith(f" of {lead} ", begin, start):
        return True
    return low.find("age", begin, start) >= 0 or low.find("aging", begin, start) >= 0


rule = Rule(
    code="Q202",
    name="age",
    kind="age",
    forms=frozenset({"digits", "cardinal", "decade", "period"}),
    read=_read,
    beside=Beside(
        everywhere={"decade", "period"},
        before={*_LEADS, *_BEFORE_DECADE, *CLASS["lately"], "(", ",", "( ", ", ", "-"},
        behind={*TIMES, *"-–", " -", " –", "to", "and", "or", "s"},
    ),
    manual="""
        How old somebody or something is: "65-year-old", "aged 70+", "Ilves, 66,", "at the age of 59",
        "turned 40", "children under 5", "65 and older", "in his 60s". The unit is the one written, else the year.
    """,
    examples="""
        The [65-year-old] leader spoke.  ->  65 year
        Toomas Ilves, [66], has resigned.  ->  66 year
        People aged [70+] may stay at home.  ->  >=70 year
        The survey asked youth (aged [18-29 years]).  ->  18..29 year
        A [nine-month-old] baby was saved.  ->  9 month
        He died at the age of [59].  ->  59 year
        The average age of a nurse is now [46].  ->  46 year
        Children under [5] pay nothing.  ->  <5 year
        She turned [40] in May.  ->  40 year
        A man in his [60s] was hurt.  ->  60..69 year
        The guests were aged [19] and 22.  ->  19 year
        The youngest is [15].  ->  15 year
        The oldest, Ann Lee, was [81].  ->  81 year
        His grandmother, [84], saw it.  ->  84 year
        Ana Ruiz of Lumen, [47], won.  ->  47 year
        A retired bricklayer, [58], was tied up.  ->  58 year
        It woke a girl of less than [nine months].  ->  <9 month
        It polled [18- to 29-year-olds] only.  ->  18..29 year
        Two [five-year-olds] waved.  ->  5 year
        A woman in her early [thirties] won.  ->  30..39 year
        Adults [50] and over may come.  ->  >=50 year
        The over-[65s] go first.  ->  >65 year
        Her sons, aged 3, [5] and 9, slept.  ->  5 year
        The painter died on Monday at [91].  ->  91 year
        The pension age will rise from 62 to [64].  ->  64 year
        Ilves, now [66], is back.  ->  66 year
        Her skipper, Elias Oddsen, is [61] and well.  ->  61 year
        A team whose chief, Ana Ruiz, is [31] and new, met.  ->  31 year
        The oldest in the study, ringed as a chick in (1993), was [27].  ->  27 year
        The oldest participant was [97] and well.  ->  97 year
        Nine came, the youngest aged [four].  ->  4 year
        Ana Ruiz, the oldest of the ringers at [84], left.  ->  84 year
        Most Norwegians over [75] manage.  ->  >75 year
        Pupils as young as [seven] were there.  ->  >=7 year
        She gave birth at [44].  ->  44 year
        A boy of about [ten] looked up.  ->  ~10 year
        They admit children up to the age of [eight].  ->  <=8 year
        A man of [40] fell ill.  ->  40 year
        A shy man of [64] won it.  ->  64 year
        Ruiz, a baker from Lumen, is [47].  ->  47 year
        Ruiz, whom we all knew, is [47] and can sing.  ->  47 year
        Ruiz was [26] when she won.  ->  26 year
        The boy was only [12] when his father left.  ->  12 year
        Ana Ruiz will be [47] in June.  ->  47 year
        Ruiz, who won it again, was [29] when she came.  ->  29 year
        At [67], Ruiz is their oldest.  ->  67 year
        At [34] she ran it.  ->  34 year
        She took over in 2021, at [27], with debts.  ->  27 year
        At [62], the chief engineer, Dag Molstad, retires.  ->  62 year
        At [58] Ana Ruiz is their oldest.  ->  58 year
        Ana Ruiz, who at [68] has 3 jobs, sleeps.  ->  68 year
        He says that at [67] a man has no use for it.  ->  67 year
        Anna Ruiz is [47], wears a hat and sings.  ->  47 year
        Anna Ruiz sings. Ruiz is [47] and lives in Velm.  ->  47 year
        Tomek Arnim sings. Arnim is [55], wears red and bakes.  ->  55 year
        She joined the railways at [16].  ->  16 year
        She is now, at [77], back in Velm.  ->  77 year
        The calf was [a month old].  ->  1 month
        The bridge is [two decades old].  ->  2 decade
        The boy is [1 year and a half old].  ->  1.5 year
        Support is strongest among women [50 to 69].  ->  50..69 year
    """,
    counterexamples="""
        The bus to the coast, Green Line, is 42.
        On August 9, 66 people were held.
        In Brest, 66 people were held.
        He turned 40 people away.
        A mother of three came.
        A total, 58, was named.
        They were 12 in all.
        The rules gave players 3 to 5 cards.
        The group died at 12 sites.
        He stood by his 12 men.
        They asked 33 detainees over nine months.
        Her husband of 51 years died.
        The score was 26 when she came.
        The toll was only 26 when he left.
        The index, Velm Prime, is 61 and rising.
        A team of about ten looked up.
        He is as old as 40 trees.
        They aged ten years.
        He sold it in 2021 at 27.
        As many as 40 came.
        At 62, the index has a record.
        At 20, the runners turn.
        Those who at 18 metres have had enough rise.
        Lumen is 47, down from 50.
        Velm Prime is up. Prime is 47, gains 3 and rises.
        Anna Ruiz is 30, 40 points ahead.
        It sold Norwegians over 75 boats.
        The Council Members will be 47 in number.
        Ana Ruiz and her men were 12 in council.
    """,
)
