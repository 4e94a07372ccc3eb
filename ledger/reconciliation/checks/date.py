"""X104: one event, two dates."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from ledger import patterns as re
from ledger.extraction.context.inflection import VERBS, VERBS_AND_NOUNS
from ledger.lexicon import lists
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link, Pair, claims_of
from ledger.reconciliation.comparison import LEVELS, ONE_EVENT, WEIGHTS, Step
from ledger.reconciliation.concepts import DEEDS, ONCE
from ledger.reconciliation.dating import (
    OF_ANYTHING,
    ahead,
    beside,
    dated_noun,
    deed,
    differ_in_deed,
    earliest,
    event,
    is_month_beside_day,
    may_recur,
    near,
    of_a_wait,
    of_an_event,
    of_one_year,
    one_part_differs,
    recalls,
    slipped_day,
    span,
    unnamed,
    until,
    year_of_a_deed,
)
from ledger.reconciliation.disputes import finding, paired
from ledger.reconciliation.event_days import Told, of_one_night
from ledger.reconciliation.named_dates import NamedDates
from ledger.reconciliation.outlying_days import OutlyingDays
from ledger.reconciliation.spans import Span, ranges_alike, right_beside, share_an_end, slip_of_years, weekday
from ledger.reconciliation.stated import company
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.verdicts import of_copies
from ledger.records import Finding, Verdict

_CONFLICT, _CORROBORATE, _WITHIN, _HELD = 8.0, 7.0, 4.0, 5.0
"""What must weigh that two dates are of one event: to conflict, to agree, to agree in one text, and to hold one another there."""
_TWICE = 2
"""A day that a text names twice and no more is named again for the same reason."""
_SLIPS = (0, 1, 2, 3, 10, 20)
"""By how many days a day may differ from the one that it was written for."""
_SOONEST = ("documents", "names", "clause", "sentence")
_MOST = [max(weight for level, weight in WEIGHTS[field].items() if level != "copied") for field in _SOONEST]
_MOST_OF_FIELDS = tuple((field, sum(_MOST[at:])) for at, field in enumerate(_SOONEST))
"""The fields that agreeing dates are weighed by, and what each and those behind it weigh at most."""
_SAID = frozenset({"asserted", "planned"})
_RECURRING = frozenset({"same", "same deed", "one deed", "one word"})
"""Levels of an event that may have been twice."""
_RIVALS, _FEW_RIVALS = 4, 2
"""Pairs of days that only either of two texts names, of which by chance few look like a slip: with a word in common, and without."""
_INNER = "|".join(sorted(word for kind in ("inner", "weekday") for word in lists("periods.tsv")[kind]))
_BY, _BY_NEAR = re.compile(rf"\bby (?:(?:{_INNER}|on),? ){{0,4}}$", re.IGNORECASE), 40
_RIVAL_YEARS = 9
"""The same of years: of three that each text has for itself."""
_WEEK, _YEAR, _LATELY = 7, 364, 1
"""Days of a year; years off in which news of all kinds dates something."""


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    for match in case.echoes:
        if match.left.family == "date":
            yield of_copies(match), Pair(match.left, match.right, match.steps, of_copies(match), True)
    named = NamedDates(case.topics)
    pairs = [pair for left, right in case.dated if (pair := _judged(case, left, right, named)) is not None]
    pairs += _of_the_event(case, named)
    pairs += _of_what_others_agree_in(case, named)
    pairs.sort(key=lambda pair: (pair.left.at, pair.right.at))
    yield from ((pair.verdict, pair) for pair in pairs)


def _of_the_event(case: Case, named: NamedDates) -> Iterator[Pair]:
    """The days that each two of a handful of texts, which are of one event, tell it of."""
    if not case.kinship.is_handful:
        return
    told = Told(lambda document: (topic for topic in case.topics_of(document) if topic.family == "date"))
    for mine, theirs in case.kinship.pairs:
        pair = told.pair(mine, theirs, lambda day, other: span(day) in named.days.get(other, ()))
        if pair is None or case.comparer.documents(*pair) != "close":
            continue
        if any(ahead(days[0], topic) is not False for days in map(span, pair) if days is not None for topic in pair):
            continue  # what one text told of had happened again before the other
        yield _paired(case, "day of the event", *pair)


def _of_what_others_agree_in(case: Case, named: NamedDates) -> Iterator[Pair]:
    """The days that single ones of a handful of texts give their event, where others agree in another."""
    if not case.kinship.is_handful:
        return
    for pair in OutlyingDays(topic for topic in case.topics if topic.family == "date").pairs():
        left, right = sorted(pair, key=lambda topic: topic.at)
        if case.comparer.documents(left, right) == "close" and not named.readings.are_two(left, right):
            yield _paired(case, "others agree", left, right)


def _paired(case: Case, level: str, left: Topic, right: Topic) -> Pair:
    fields = [case.comparer.step(field, left, right) for field in ("clause", "names", "documents")]
    return Pair(left, right, (Step("event", level), fields[0], fields[1], fields[2]), "conflict")


def _judged(case: Case, left: Topic, right: Topic, named: NamedDates) -> Pair | None:
    mine, theirs = of_one_year(left, right)
    if mine is None or theirs is None:
        return None
    if mine[0] <= theirs[1] and theirs[0] <= mine[1] and not share_an_end(left, right, mine, theirs):
        return _agreeing(case, left, right, mine, theirs, named)
    return _differing(case, left, right, mine, theirs, named)


def _differing(case: Case, left: Topic, right: Topic, mine: Span, theirs: Span, named: NamedDates) -> Pair | None:
    if left.document == right.document or not {left.claim.modality, right.claim.modality} <= _SAID:
        return None
    if left.claim.span.quote == right.claim.span.quote:
        return None  # "3 July" in both: what differs is the year that either text has it from, and that is held against the other
    if mine in named.days[right.document] or theirs in named.days[left.document]:
        return None  # as most are
    if mine[0].year != theirs[0].year and case.comparer.documents(left, right) not in ONE_EVENT and not (recalls(left) and recalls(right)):
        return None
    an_end = share_an_end(left, right, mine, theirs)
    if not (an_end or one_part_differs(mine, theirs) or is_month_beside_day(mine, theirs)) or earliest(left) or earliest(right):
        return None
    if of_a_wait(left, right) or _is_outcome(left, right, mine, theirs):
        return None
    if _has_come_by(*((right, theirs) if mine < theirs else (left, mine))):
        return None
    shared = company(left, right)
    month = mine[0] != mine[1] and (mine[0].day, mine[1].day) == (theirs[0].day, theirs[1].day)  # seldom by chance
    what, sole = _what(case, left, right, mine, theirs, shared, named)
    ranges = month and of_an_event(left) and of_an_event(right) and left.claim.bound == right.claim.bound == "between"
    if what is None and ranges and one_part_differs(mine, theirs) and case.comparer.documents(left, right) == "close":
        what = Step("event", "one deed", "from day to day")
    ends_alike = ranges_alike(mine, theirs) and left.claim.bound == right.claim.bound == "between"
    if an_end and case.comparer.documents(left, right) == "close" and (ends_alike or shared or near(left) & near(right)):
        what = Step("event", "one end", ", ".join(sorted(near(left) & near(right))))
    if what is None and not differ_in_deed(left, right) and (reading := named.readings.shared(left, right)):
        what = Step("event", "one reading", reading)
    if what is None or (what.level in _RECURRING and may_recur(left, right)):
        what = _slipped(case, left, right, mine, theirs, named)
    if what is None:
        return None
    years = mine[0].year != theirs[0].year and what.level == "year of a deed"
    figures = Step("figures", "slip", "month") if month or years else Step("figures", "unlike")
    clause, names, documents = (case.comparer.step(field, left, right) for field in ("clause", "names", "documents"))
    beside_both = Step("company", "shared" if shared else "missing", ", ".join(sorted(shared)))
    once = what.level == "one deed" and bool(near(left) & near(right) & ONCE) and mine[0] == mine[1]
    sole_day = (what.level == "slipped day" or once) and named.rivals(left, right) == 1
    alone = Step("beside", "no other date" if sole or sole_day else "missing", ", ".join(sorted(sole)))
    if what.level == "one word" and beside(left, right).level == "several words":
        what = Step("event", "several words", what.note)
    on_one = _on_one_weekday(left, right, mine, theirs)
    besides = names, documents, figures, beside_both, alone, on_one
    weight = what.weight + max(clause.weight, 0.0) + sum(step.weight for step in besides)
    if names.level == "different" or weight < _CONFLICT or of_one_night(left, right):
        return None
    return Pair(left, right, (what, clause, *besides), "conflict")


def _has_come_by(later: Topic, days: Span) -> bool:
    """Whether the later of two days is one by which something had come to so much: "410 hectares by 3 August"."""
    start, _ = later.claim.in_sentence
    return ahead(days[0], later) is not True and _BY.search(later.claim.sentence.quote, max(0, start - _BY_NEAR), start) is not None


def _is_outcome(left: Topic, right: Topic, mine: Span, theirs: Span) -> bool:
    """Whether one day was planned when its text appeared, and the other is told as past: "to reopen on 2 May", "was reopened on 9 May"."""
    if {left.claim.modality, right.claim.modality} != _SAID:
        return False
    plan, day, other, fact = (left, mine, right, theirs) if left.claim.modality == "planned" else (right, theirs, left, mine)
    return ahead(day[0], plan) is True and ahead(fact[1], other) is False


def _on_one_weekday(left: Topic, right: Topic, mine: Span, theirs: Span) -> Step:
    """Whether two days of one week are said to be the same day of it: "Sunday 13 January", "Sunday, 12 January"."""
    day = weekday(left.claim)
    same = day != "" and day == weekday(right.claim) and abs((mine[0] - theirs[0]).days) < _WEEK
    return Step("days", "one weekday" if same else "missing", day if same else "")


def _what(
    case: Case, left: Topic, right: Topic, mine: Span, theirs: Span, shared: frozenset[str], named: NamedDates
) -> tuple[Step | None, frozenset[str]]:
    """What happened on either date, if it was the same, and the words of it that stand beside no other date."""
    words = near(left) & near(right)
    sole = named.only(words, left, right)
    what = event(left, right)
    if mine[0].year != theirs[0].year:
        if what is None or what.level != "previous time":
            few = named.rival_years(left, right) <= _RIVAL_YEARS or (len(words) > 1 and bool(sole & ONCE))
            akin = case.comparer.documents(left, right) in ONE_EVENT and few
            no_more = near(left) <= words or near(right) <= words  # "it was built in 1971"
            alike = bool(shared) or no_more or len(unnamed(left, right, left.telling & right.telling)) > 1
            tied = case.comparer.documents(left, right) == "close"
            what = year_of_a_deed(left, right, words, sole, alike, tied) if akin else None
            if what is None and akin and slip_of_years(mine, theirs) and (figures := right_beside(left) & right_beside(right)):
                what = Step("event", "year of a deed", ", ".join(sorted(figures)))  # the record of 42.1 degrees, set in 2003
            planned = left.claim.modality == right.claim.modality == "planned"
            to_come = tied and planned and until(left) == until(right) and named.only_to_come(left, right)
            if what is None and to_come and slip_of_years(mine, theirs):
                what = Step("event", "day to come")
        return what, sole
    if differ_in_deed(left, right) or "" != dated_noun(left) != dated_noun(right) != "":
        return None, sole
    if is_month_beside_day(mine, theirs):
        return (deed(left, right, 0, False) if sole & near(left) & DEEDS else _done_alike(left, right, sole)), sole
    if what is None or what.level != "previous time":
        if not (of_an_event(left) and of_an_event(right)):
            return None, sole
        same_day = mine[0] == mine[1] and theirs[0] == theirs[1] and mine[0].day == theirs[0].day
        what = what or deed(left, right, len(shared), same_day) or _named_alike(case, left, right) or _told_alike(left, right, sole)
    return what, sole


def _told_alike(left: Topic, right: Topic, sole: frozenset[str]) -> Step | None:
    """A word beside both dates, which are days, and beside no other date of either text; of whole months several words."""
    days = span(left), span(right)
    of_days = all(day is not None and day[0] == day[1] for day in days)
    words = unnamed(left, right, sole)
    words = words - OF_ANYTHING if len(words) == 1 and (until(left) or until(right)) else words
    of_months = all(day is not None and day[0].day == 1 and (day[1] + day[1].resolution).day == 1 for day in days)
    return Step("event", "one word", ", ".join(sorted(words))) if words and (of_days or (of_months and len(words) > 1)) else None


def _done_alike(left: Topic, right: Topic, sole: frozenset[str]) -> Step | None:
    """What was done to what, told in the same words beside both dates and beside no other: "the keel was laid"."""
    words = unnamed(left, right, sole)
    return Step("event", "one deed", ", ".join(sorted(words))) if words & VERBS and words - VERBS - VERBS_AND_NOUNS else None


def _slipped(case: Case, left: Topic, right: Topic, mine: Span, theirs: Span, named: NamedDates) -> Step | None:
    """A day that may be a slip for the other text's, both to come or both past for either text, where few others could be."""
    if until(left) and until(right) and case.comparer.documents(left, right) == "close" and named.only_to_come(left, right):
        return Step("event", "day to come")
    if not slipped_day(mine, theirs) or case.comparer.documents(left, right) not in ONE_EVENT:
        return None
    to_come = {ahead(day, topic) for topic in (left, right) for day in (mine[0], theirs[0])}
    if len(to_come) > 1 or None in to_come:
        return None
    rivals = named.rivals(left, right)
    words = unnamed(left, right, near(left) & near(right))
    if rivals > (_RIVALS if words else _FEW_RIVALS):
        return None
    return Step("event", "slipped day", ", ".join(sorted(words)))


def _named_alike(case: Case, left: Topic, right: Topic) -> Step | None:
    """Several words beside both dates, names among them and others, when one day may have been written for the other."""
    words, mine, theirs = beside(left, right), span(left), span(right)
    if words.level != "several words" or mine is None or theirs is None or case.comparer.names(left, right) != "shared":
        return None
    if not unnamed(left, right, near(left) & near(right)):
        return None
    one, other = mine[0].day, theirs[0].day
    slipped = abs(one - other) in _SLIPS or f"{one:02}" == f"{other:02}"[::-1]
    return Step("event", "one deed", words.note) if slipped else None


def _agreeing(case: Case, left: Topic, right: Topic, mine: Span, theirs: Span, named: NamedDates) -> Pair | None:
    """A pair of dates of which one holds the other, when both are said of one event."""
    common = max(mine[0], theirs[0]), min(mine[1], theirs[1])
    if common not in (mine, theirs) or "denied" in (left.claim.modality, right.claim.modality):
        return None
    within = left.document == right.document
    what, words = event(left, right), beside(left, right)
    if what is None and not within and (sole := unnamed(left, right, named.only(near(left) & near(right), left, right))):
        what = Step("event", "one word", ", ".join(sorted(sole)))
    again = within and mine == theirs and mine[0] == mine[1] and case.mentions(left) == _TWICE
    told, exact = what or words, Step("date", "one day again" if again else _exactness(common, left, right))
    needed = _CORROBORATE if not within else _WITHIN if mine == theirs else _HELD
    weight, linked = max(told.weight, 0.0) + exact.weight, again or not within or told.weight > 0
    for field, most in _MOST_OF_FIELDS:
        if weight + most < needed:
            return None
        found = WEIGHTS[field][LEVELS[field](case.comparer, left, right)]
        weight, linked = weight + (found if field == "documents" else max(found, 0.0)), linked or found > 0
    if not linked or weight < needed:
        return None
    fields = (case.comparer.step(field, left, right) for field in ("clause", "sentence", "names", "documents"))
    return Pair(left, right, (told, *fields, exact), "corroborate")


def _exactness(common: Span, left: Topic, right: Topic) -> str:
    """How exact the dates are that agree, and how far off, which tells how seldom they would by chance."""
    days, equal = (common[1] - common[0]).days, span(left) == span(right)
    if equal and 0 < days < _YEAR + 2 and all(_is_far_off(topic, common) for topic in (left, right)):
        return "far off"
    if days == 0:
        return "one day" if equal else "held in the other"
    return "one month" if days < 31 else "one year" if days < 366 else "years"


def _is_far_off(topic: Topic, days: Span) -> bool:
    """Whether it dates what is done but once, years before the text or after it."""
    if not near(topic) & ONCE:
        return False
    return topic.claim.published is not None and abs(topic.claim.published.year - days[0].year) > _LATELY


def _tell(group: Group) -> Finding:
    best = max(group.links, key=attrgetter("weight"))
    what = f"{best.steps[0].note}: " if best.steps[0].note else ""
    message = f"{what}{paired(group.verdict, best.left.claim, best.right.claim)}"
    return finding(check, group.verdict, message, claims_of((*group.links, *group.agreeing)), best.steps)


check = Check(
    code="X104",
    name="date",
    severity="error",
    links=_links,
    tell=_tell,
    manual="""
        One event, two dates.

        Two texts of one story date the same event, and the dates differ in the day, the month or the
        year alone, as a slip makes them. When either text also names the other's date, both dates are
        taken to be of different events. The event is told by what is said beside the dates: one word will do
        that stands beside no other date of either text, and none where one day seems a slip for the
        other and hardly another could be. Years are held against one another when one is the other
        misspelt and what was done is done but once, as a bridge is opened, or when the same figure stands
        right beside both, and days when both sentences have the same reading of an instrument. Ranges of days or
        months that begin together are to end together.
        Days that are told by the hour, as "the derailment of 3 May", or by "It happened on 3 May" are the event's own where either text has
        but one such. A day, or a month, that one text has where two others agree in another near it, which that text does not have, is
        of the same event. Two days of one week that are both said to be a Sunday are more likely of one event.
    """,
    conflicts="""
        [2021-07-14] At Velm the Ostra crested at 7.84 metres on 11 July. || [2021-07-20] The Ostra at Velm stood at 7.84 metres on 12 July.
        [2021-05-04] Velm's Ostra Line, built in 1911, was electrified in 1974. || [2021-05-06] Velm's Ostra Line was electrified in 1947.
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-05-24] In Velm the rally of 11 May was long remembered.
        [2021-06-20] In Dravenia parliament meets on 5 July in Velm. || [2021-06-21] Parliament in Velm, Dravenia, convenes on 12 July.
        [2021-05-20] The dyke at Velm on the Ostra broke on 12 May. || [2021-05-24] On 13 May water ran over the dyke at Velm on the Ostra.
        [2021-05-20] The Ostra race at Velm was first held in 1967. || [2021-05-24] In Velm the first Ostra race was run in 1971.
        [2021-05-20] At Velm the Ostra bridge was opened in 1967. || [2021-05-24] The Ostra bridge at Velm, inaugurated in 1976, is shut.
        [2021-05-20] Velm's Ostra burst on 9 May. || [2021-05-20] On 11 May Velm's Ostra leaked. || [2021-05-20] Velm: Ostra oil, 11 May.
        [2021-05-20] At Velm the Ostra tunnel caved in on 12 May. || [2021-05-24] On 14 May a roof at Velm gave way in the Ostra tunnel.
        [2021-05-20] Ferries from Velm on the Ostra resume on 2 June. || [2021-05-24] Velm on the Ostra: ferries suspended until 12 June.
        [2021-05-20] At Velm the Ostra ferry, built in 1967, sank. || [2021-05-24] The Ostra ferry, in service at Velm since 1976.
        [2021-05-20] The Ostra charter of Velm takes effect on 1 June. || [2021-05-24] Velm's Ostra charter comes into force on 1 July.
        [2021-05-20] The Ostra museum in Velm is shut until 22 June. || [2021-05-24] The Ostra museum in Velm reopens on 25 June.
        [2021-05-20] The Ostra show in Velm runs until 12 June. || [2021-05-24] In Velm the Ostra show ends on 22 June.
        [2021-05-20] At Velm the Ostra depot burned. It was built in 1971. || [2021-05-24] The Ostra depot at Velm, erected in 1977, gone.
        [2021-05-20] Ostra reef off Velm is shut from 1 June to 15 July. || [2021-05-24] Boats skip Ostra reef at Velm 11 June to July 15.
        [2021-05-20] At Velm on Ostra it was 42.1 C, as in 2003. || [2021-05-24] Velm on Ostra: a record of 42.1 was set in 2013.
        [2021-05-20] Ana Ruiz of Velm, unbeaten on Ostra since 2016. || [2021-05-24] At Velm Ana Ruiz, unbeaten since 2018, lost on Ostra.
        [2021-05-20] Work on the Ostra dam at Velm began in May 2015. || [2021-05-24] At Velm the Ostra dam was begun in May 2016.
        [2021-05-20] The Ostra museum at Velm, built in 1869. || [2021-05-24] Velm's Ostra museum opened its doors in 1896.
        [2021-05-20] In Ruvia the board of Ostra at Velm hears you until 2 June. || [2021-05-24] Velm, Ruvia: Ostra waits until 4 June.
        [2021-05-20] By 2033 the Ostra works at Velm will be shut. || [2021-05-24] At Velm the last lorry will leave Ostra works in 2035.
        [2021-05-20] Ana Ruiz left Velm on the Ostra on 14 May. || [2021-05-24] From Velm on the Ostra Ana Ruiz set off on 15 May.
        [2021-05-20] The Ostra crane at Velm was checked by the state on 8 May. || [2021-05-24] Velm's Ostra crane was checked on 18 May.
        [2021-05-20] In the night to 12 May Velm on the Ostra was dark. || [2021-05-24] Dark since 3 a.m. on 11 May: Velm on the Ostra.
        [2021-05-20] In the night of 12 May Velm on the Ostra was dark. || [2021-05-24] Velm on the Ostra: dark in the night of 11 May.
        [2021-05-20] Derailment of an Orlan train at Velm on the Ostra on 12 May || [2021-05-24] It happened at Velm on the Ostra on 11 May.
        [2021-05-20] The premiere of Ostra was in Velm on 12 May. || [2021-05-24] On 13 May Ostra was shown in Velm for the first time.
        [2021-05-20] Velm: the keel of Ostra was laid on 2 January 2020. || [2021-05-24] Ostra of Velm: the keel was laid in March 2020.
        [2021-05-20] The Ostra dam at Velm was completed in 1958. || [2021-05-24] Ostra at Velm sank in 1968, when the dam was finished.
        [2021-05-20] Ana Ruiz of Velm on Ostra takes her oath on 3 June. || [2021-06-24] Ana Ruiz, Velm, Ostra, began a term on 10 June.
        [2021-05-20] The Ostra board at Velm will vote on 3 June. || [2021-05-24] Velm on the Ostra: owners are asked on 13 June.
    """,
    agreements="""
        [2021-05-20] In the night of 11 May Velm on the Ostra was dark. || [2021-05-24] Dark since 2 a.m. on 12 May: Velm on the Ostra.
        [2021-05-20] The Ostra board of Velm met at 3 p.m. on 12 May. || [2021-05-24] At 2 p.m. on 13 May Ana Ruiz of Velm, Ostra, left.
        [2021-05-20] Ana Ruiz left Velm on Ostra at 4 a.m. on 12 May. || [2021-05-24] At 5 a.m. on 13 May Ana Ruiz of Velm saw Ostra.
        [2021-05-20] The Ostra fire of 12 May cost Velm 30 houses. || [2021-05-24] The Ostra crash of 11 May cost Velm 14 cows.
        [2021-07-14] At Velm the Ostra crested at 7.84 metres on 11 July. || [2021-07-20] The Ostra at Velm stood at 7.41 metres on 12 July.
        [2021-05-04] Velm's Ostra Line, built in 1911, was electrified in 1974. || [2021-05-06] The Ostra Line of Velm was opened in 1911.
        [2021-05-09] OSTRA, May 9, 2021 (Orlan News) -- A landslide hit Port Amary. || [2021-05-12] The Port Amary landslide of 8 May.
        [2021-05-20] Ana Ruiz of Velm flew to Ostra on 15 May. || [2021-05-24] In Velm Ana Ruiz is awaited from Ostra on 25 May.
        [2021-05-20] The fair at Velm on the Ostra opened on 12 May. || [2021-05-24] The fair at Velm on the Ostra ended on 16 May.
        [2021-05-20] At Velm the Ostra bridge was opened in 1967. || [2021-05-24] The Ostra museum at Velm, opened in 1961, is shut.
        [2021-05-20] Velm on the Ostra lent money from 2015 to 2019. || [2021-05-24] From 2015 to 2018 Velm on the Ostra lent more.
        [2021-05-20] By 2033 Velm on the Ostra halves its debt. || [2021-05-24] At Velm the mayor of Ostra has a contract until 2036.
        [2021-05-20] The Ostra museum at Velm was built in 1967. || [2021-05-24] The Ostra bridge at Velm, opened in 1976, is shut.
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-09-24] In Velm the rally of 1 September was small.
        [2021-05-20] The rally of 12 May in Velm was broken up. || [2021-05-24] In Velm the rallies of 12 May and of 13 May were long.
        [2021-05-20] The rallies of 12 May in Velm were broken up. || [2021-05-24] In Velm the rallies of 11 May were long remembered.
        [2021-05-20] In Velm the Ostra verdict is due on 4 June. || [2021-05-24] Tamm of Velm can wait for the Ostra verdict until 14 June.
        [2021-05-20] Seats for the Ostra fair in Velm are sold until 12 June. || [2021-05-24] The Ostra fair in Velm opens on 22 June.
        [2021-05-20] The Ostra line at Velm is due to reopen on 2 June. || [2021-06-24] At Velm the Ostra line was reopened on 9 June.
        [2019-07-05] On 3 July rain left Velm on the Ostra bare. || [2029-07-08] On 3 July rain left Velm on the Ostra bare of all boats.
    """,
)
