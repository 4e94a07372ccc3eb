"""X106: one event has two numbers in its row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from operator import attrgetter

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import words
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link, Pair, claims_of
from ledger.reconciliation.comparison import KINDRED, MANY_WORDS, SOME_WORDS, Step
from ledger.reconciliation.concepts import KNOWN, concept
from ledger.reconciliation.dating import unnamed
from ledger.reconciliation.disputes import finding, paired
from ledger.reconciliation.names import name_keys
from ledger.reconciliation.nouns import FIRM, counted
from ledger.reconciliation.owners import PRONOUNS, are_owned_alike, is_of_one_owner, owner
from ledger.reconciliation.rows import (
    are_crossed,
    differ_in_reach,
    in_one_window,
    is_in_a_row,
    is_looked_back_on,
    is_since,
    is_the_news,
    is_windowed,
    of_one_thing,
    of_the_news,
    pace,
    run_of,
    since_one_year,
    size,
)
from ledger.reconciliation.stated import company
from ledger.reconciliation.topic import Topic
from ledger.records import Finding, Value, Verdict

_CONFLICT = _CORROBORATE = 7.0
_FEW_DAYS = 31
"""Days after which the row may have grown by one."""
_STEADY = 10
"""How many times as long each of a row must have taken for it not to have grown: of four in ten years none comes within weeks."""
_WEEK, _YEAR_DAYS = 7, 366
"""Days within which two texts tell of one round, and within which things of one order of size seldom change places."""
_MOST_ALIKE = 60
_TIMES, _EDITION = frozenset({"time", "year", "season", "month", "quarter"}), "edition"
_ANNUAL = frozenset({"annual", "yearly"})
_RUNNING, _RECURRING = words("running_counts.txt"), words("recurring.txt") - words("running_counts.txt")
_SERIES = words("series.txt")
_SLOW = words("slow_rows.txt")
_DURING = re.compile(
    r"\b(?:in|during|of|through|serving|serves|served|ending|ended|completing|completed|after)\s+(?:(?:his|her|its|their|a|the)\s+)?$"
)
_OF_ALL = re.compile(r"\s[\w-]+(?: ever)?(?: to | who (?:has|have|had|ever) )")
_NEXT = 2
_NAME = re.compile(r"\s+((?:annual )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)")
_EVER = re.compile(r"\bsince\b|\bhistory\b|\bever\b", re.IGNORECASE)


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    found = _held(case)
    numbers = {document: {topic.claim.low for topic in topics} for document, topics in found.items()}
    told = {document: {(_thing(topic), topic.claim.low) for topic in topics} for document, topics in found.items()}
    runs = {document: sum(map(is_in_a_row, topics)) for document, topics in found.items()}
    told_of = {document: sum(map(is_the_news, topics)) for document, topics in found.items()}
    nouns = {document: Counter(map(_thing, topics)) for document, topics in found.items()}
    pairs = []
    for left, right in _candidates(case, found):
        if of_the_news(left, right):  # whatever else is the third in either text in another span
            others = ((one, other) for one, mine in ((left, right), (right, left)) for other in found[mine.document])
            alone = not any(one.claim.low == other.claim.low and of_the_news(one, other) for one, other in others)
        elif since_one_year(left, right) or in_one_window(left, right):
            alone = all(one.claim.low not in _counted_so(found[other.document]) for one, other in ((left, right), (right, left)))
        elif left.noun and left.noun == right.noun:  # "her fourth attempt" in a text that has a third of something else
            alone = (left.noun, left.claim.low) not in told[right.document] and (left.noun, right.claim.low) not in told[left.document]
        else:
            alone = left.claim.low not in numbers[right.document] and right.claim.low not in numbers[left.document]
        only = alone and runs[left.document] == 1 == runs[right.document]
        thing = _thing(left) if alone and _thing(left) == _thing(right) else ""
        sole = thing != "" and nouns[left.document][thing] == 1 == nouns[right.document][thing]
        news = alone and told_of[left.document] == 1 == told_of[right.document]
        if (pair := _judged(case, left, right, alone, only, sole, news)) is not None:
            pairs.append(pair)
    pairs.sort(key=lambda pair: (pair.left.at, pair.right.at))
    yield from ((pair.verdict, pair) for pair in pairs)


def _tell(group: Group) -> Finding:
    best = max(group.links, key=attrgetter("weight"))
    message = paired(group.verdict, best.left.claim, best.right.claim)
    return finding(check, group.verdict, message, claims_of(group.links), best.steps)


def _held(case: Case) -> dict[int, list[Topic]]:
    """The ordinals of each document, and its counts of what came in a row."""
    held: dict[int, list[Topic]] = {}
    for topic in case.topics:
        if topic.aspect == "value" and isinstance(topic.claim.low, Decimal) and topic.claim.bound == "exact" and _is_of_a_row(topic):
            held.setdefault(topic.document, []).append(topic)
    return held


def _counted_so(topics: list[Topic]) -> set[Value]:
    """The numbers that are counted from a beginning, or in a span of time."""
    return {topic.claim.low for topic in topics if is_since(topic.beside) or is_windowed(topic)}


def _thing(topic: Topic) -> str:
    """What is numbered; a word that tells little of an amount, as "minute", tells of a number which it is of."""
    return topic.noun or topic.head


def _candidates(case: Case, held: dict[int, list[Topic]]) -> Iterator[tuple[Topic, Topic]]:
    """Those of one text, or of two that share names; and a total beside the last of its row."""
    for topics in held.values():
        yield from combinations(topics[:_MOST_ALIKE], 2)
    for mine, theirs in case.kinship.pairs:
        if mine in held and theirs in held:
            for left in held[mine][:_MOST_ALIKE]:
                for right in held[theirs][:_MOST_ALIKE]:
                    yield left, right


def _is_of_a_row(topic: Topic) -> bool:
    return topic.family == "ordinal" or (topic.family == "count" and topic.claim.kind == "count" and is_in_a_row(topic))


def _judged(case: Case, left: Topic, right: Topic, alone: bool, only: bool, sole: bool, news: bool) -> Pair | None:
    """The pair that two numbers make.

    Neither text has the other's when ``alone``, nor another that came in a row when ``only``, nor another of its noun when ``sole``, nor
    another that is its ``news``.
    """
    edition = bool(_edition(left) & _edition(right)) or (alone and _of_one_series(left, right))
    thing = "exact" if edition or (sole and not left.noun) or (alone and _are_of_all(left, right)) else counted(left, right)
    rows = is_in_a_row(left) and is_in_a_row(right)
    times = bool({left.head, right.head} & _TIMES)
    beside_both = company(left, right)
    told = case.comparer.clause(left, right) in SOME_WORDS
    occasion = alone and (
        (times and _of_one_occasion(case, left, right))
        or since_one_year(left, right)
        or (thing != "different" and not _differ_in_deed(left, right) and in_one_window(left, right))
        or (of_the_news(left, right) and not _differ_in_deed(left, right) and (thing != "different" or (times and told)))
        or (size(left) == size(right) != "" and (of_one_thing(left, right) or thing in FIRM))
    )
    across = alone and case.kinship.is_handful and not _differ_in_deed(left, right) and are_crossed(left, right, news)
    run = only and rows and run_of(left) == run_of(right) != ""
    thing = "synonym" if run and thing == "different" else "crossed" if across and thing == "different" else thing
    if thing not in FIRM and not (rows and times) and not beside_both and not occasion and not run and not across:
        return None
    fields = [case.comparer.step(field, left, right) for field in ("clause", "sentence", "names", "documents")]
    if fields[2].level == "different" and left.noun == right.noun and are_owned_alike(left, right):
        # "his ninth novel" is his, whoever else is named there
        fields[2] = Step("names", "shared" if is_of_one_owner(left, right) else "missing")
    if across and fields[2].level == "different":
        fields[2] = Step("names", "missing")
    narrow = left.narrowing & right.narrowing
    digits = len(left.digits) if left.claim.low == right.claim.low else 1
    steps = (
        Step("digits", "long" if digits > 2 else "short" if digits == 2 else "one"),
        Step("counted", thing, f"{left.head or '-'}, {right.head or '-'}"),
        Step("narrowing", "shared" if narrow else "missing", ", ".join(sorted(narrow))),
        Step("row", "in a row" if rows else "how often" if occasion or across else "missing"),
        Step("company", "shared" if beside_both else "missing", ", ".join(sorted(beside_both))),
        *fields,
    )
    as_weighed = {"counted", "documents"} if edition else {"counted", "names", "documents"}
    weight = sum(step.weight if step.field in as_weighed else max(step.weight, 0.0) for step in steps)
    if left.claim.low == right.claim.low:
        return Pair(left, right, steps, "corroborate") if weight >= _CORROBORATE and left.claim.sentence != right.claim.sentence else None
    odd = weight >= _CONFLICT and _at_odds(left, right, steps, rows, edition or occasion, run, sole, across)
    return Pair(left, right, steps, "conflict") if odd else None


def _is_shrunk(left: Topic, right: Topic) -> bool:
    """Whether the later text has the lower number."""
    one, other = sorted((left, right), key=lambda topic: topic.day)
    return one.day != other.day and other.interval.high < one.interval.low


def _edition(topic: Topic) -> frozenset[str]:
    """Keys of the name that the number stands before: of the festival in "the 21st Ostra Festival"; of a street's none."""
    if topic.family != "ordinal" or (topic.head in _RECURRING and topic.head not in _SERIES):
        return frozenset()
    return _named_behind(topic.claim.sentence.quote, topic.claim.in_sentence[1])


@lru_cache(4096)
def _named_behind(quote: str, end: int) -> frozenset[str]:
    behind = _NAME.match(quote, end)
    return frozenset(name_keys(behind.group(1))) if behind else frozenset()


def _of_one_series(left: Topic, right: Topic) -> bool:
    """Whether one is "the 35th edition" and the other says of what: "the 34th Ostra Marathon"."""
    heads = {left.head, right.head}
    return _EDITION in heads and (heads == {_EDITION} or bool(_edition(left) or _edition(right)) or bool(heads & _SERIES - {_EDITION}))


def _of_one_occasion(case: Case, left: Topic, right: Topic) -> bool:
    """Whether both say how often the same had happened: "for the fifth time", "for the sixth time", or "its sixth defeat"."""
    if left.document == right.document or _differ_in_deed(left, right):
        return False
    named = case.comparer.names(left, right)
    if left.head == right.head:
        return named != "different"
    often, other = (right, left) if right.head in _TIMES else (left, right)
    subject = often.claim.subject.lower()
    if subject and lemma(subject) == other.head and {subject, other.head} & _SERIES and named != "different":
        return True  # "the Games are held for the 21st time", "the 22nd Games"
    told = case.comparer.clause(left, right) in SOME_WORDS
    return told and named in ("shared", "in sentence") and other.head not in _RECURRING


def _differ_in_deed(left: Topic, right: Topic) -> bool:
    subjects = concept(left.claim.subject), concept(right.claim.subject)
    return any(mine in KNOWN and theirs in KNOWN and mine != theirs for mine, theirs in ((left.deed, right.deed), subjects))


def _at_odds(left: Topic, right: Topic, steps: tuple[Step, ...], rows: bool, edition: bool, run: bool, sole: bool, across: bool) -> bool:
    """Whether two numbers in a row are given to the same event: by two texts of the same weeks, of the same who or what."""
    levels = {step.field: step.level for step in steps}
    if not _may_rival(left, right, levels):
        return False
    close = levels["documents"] == "close"
    named = levels["names"] in ("shared", "one holder", "in sentence")
    tied = levels["counted"] in FIRM or levels["row"] == "how often"
    counted_alike = levels["clause"] in MANY_WORDS or (levels["clause"] == "some" and tied)
    one, other = sorted((left, right), key=lambda topic: topic.day)
    if counted_alike and since_one_year(left, right) and (close or (tied and named and one.interval.low > other.interval.low)):
        return True  # counted from one beginning, more of them before than later
    windowed = in_one_window(left, right)
    shrunk = _is_shrunk(left, right)
    later = max(left, right, key=lambda topic: topic.day)
    apart = abs(left.day - right.day)
    few = max(_FEW_DAYS, min(pace(left), pace(right)) / _STEADY)
    most = 2 * _FEW_DAYS if sole else few
    if apart > (_YEAR_DAYS if size(left) == size(right) != "" else most) and not (windowed and is_looked_back_on(later)):
        return False
    if of_the_news(left, right) and close and (tied or windowed) and (apart <= few or shrunk):
        return True
    if across and close and (apart <= few or shrunk):
        return True
    if apart <= _WEEK and (run or (rows and named and _of_one_run(left, right))):
        return True
    if windowed and edition and levels["counted"] in FIRM:
        return True
    if _EVER.search(left.claim.sentence.quote) and _EVER.search(right.claim.sentence.quote) and levels["counted"] in FIRM:
        alike = levels["clause"] in SOME_WORDS and left.head not in _RECURRING
        if alike or not since_one_year(left, right):
            return alike
    if not close:
        return False
    if edition or (levels["company"] == "shared" and left.head not in _RECURRING and right.head not in _RECURRING):
        return True
    if left.sides != right.sides or (left.narrowing and right.narrowing and not left.narrowing & right.narrowing):
        return False
    if rows:
        return named
    if sole and _grows_slowly(left, right) and levels["names"] != "different" and levels["counted"] in FIRM:
        return True
    of_days = apart <= _WEEK or shrunk or (close and apart <= few and is_the_news(left) and is_the_news(right))
    if sole and of_days and levels["counted"] in FIRM:
        return _number_the_same(left, right, levels["names"], counted_alike)
    return left.head in _RUNNING and right.head in _RUNNING and named and levels["clause"] in MANY_WORDS


def _may_rival(left: Topic, right: Topic, levels: dict[str, str]) -> bool:
    """Whether two texts of one thing say both numbers of what is or is to be, and of one span of time."""
    if left.document == right.document or levels["documents"] not in KINDRED or not (left.day and right.day):
        return False
    if levels["documents"] == "related" and not (levels["names"] in ("shared", "in sentence") and since_one_year(left, right)):
        return False
    if {left.claim.modality, right.claim.modality} - {"asserted", "planned"} or not _near(left, right):
        return False
    return not differ_in_reach(left, right)


def _number_the_same(left: Topic, right: Topic, names: str, counted_alike: bool) -> bool:
    """Whether of two texts of a few days, of which neither has another number of the noun, both number the same of somebody's."""
    if is_of_one_owner(left, right) and left.head not in _SERIES:
        return True  # "Varga's third attempt", "Varga was making her fourth attempt"
    if left.head not in _RECURRING:
        return names != "different" and counted_alike
    return names == "shared" and len(left.digits) > 1 and len(right.digits) > 1  # a second game is not the third


def _grows_slowly(left: Topic, right: Topic) -> bool:
    """Whether both number somebody's own things that come but once in a year or more, or who did of all that ever have.

    "His ninth novel", "a third term"; "the second woman to reach a run-off". Not of a term that somebody is in, or has ended.
    """
    if any(_DURING.search(topic.claim.sentence.quote[: topic.claim.in_sentence[0]]) for topic in (left, right)):
        return False
    if {left.head, right.head} <= _SLOW:
        return not {owner(left), owner(right)} <= PRONOUNS or owner(left) == owner(right)
    return _are_of_all(left, right)


def _are_of_all(left: Topic, right: Topic) -> bool:
    """Whether both count those who ever did one thing: "the second woman to reach a run-off", "the third woman who has"."""
    if left.head != right.head or not (_OF_ALL.match(left.behind) and _OF_ALL.match(right.behind)):
        return False
    return not unnamed(left, right, left.telling & right.telling).issubset({left.noun})


def _of_one_run(left: Topic, right: Topic) -> bool:
    """Whether both count years without a break: "the third year running", "a fourth annual profit in a row"; or seasons, or times."""
    heads = {left.head, right.head}
    if len(heads) == 1:
        return heads <= _TIMES
    annual = any(not _ANNUAL.isdisjoint(topic.claim.modifiers) for topic in (left, right))
    return "time" in heads or ("year" in heads and annual)


def _near(left: Topic, right: Topic) -> bool:
    """Whether one number may have been written for the other: no further from it than the next but one."""
    mine, theirs = left.claim.low, right.claim.low
    return isinstance(mine, Decimal) and isinstance(theirs, Decimal) and abs(mine - theirs) <= _NEXT


check = Check(
    code="X106",
    name="rank",
    severity="error",
    links=_links,
    tell=_tell,
    manual="""
        One event has two numbers in its row.

        "Her fourth title in a row" and "her third consecutive title" cannot both be true in the same
        week. Looked at are ordinals of what is counted as it comes (times, titles, terms, rounds), in
        two texts of one event that name the same holder, those counted in one span of time ("the third in ten years"),
        and places in an order of size ("the second-largest"); of what comes but once in a year or more ("his ninth novel", "a third term"),
        and of all who ever did one thing ("the second woman to reach a run-off"), also weeks apart.
    """,
    conflicts="""
        [2021-05-04] In Velm on Ostra it is the third spill. || [2021-05-16] In Velm on Ostra this was the fifth spill.
        [2021-05-04] It is the third race on Ostra at Velm that Ana Ruiz won. || [2021-05-06] Ana Ruiz: a fourth win in a race at Velm.
        [2021-05-04] It was the eleventh flight of the Arrow from Velm on Ostra. || [2021-05-06] For Velm on Ostra it was the twelfth Arrow.
        [2021-05-04] It is the second in the history of Orlan at Velm. || [2021-05-06] It is the third time that Orlan at Velm is shut.
        [2021-05-04] It was Ana Ruiz's third attempt at Velm on Ostra. || [2021-05-06] In Velm on Ostra Ruiz was making her fourth attempt.
        [2021-05-04] In Velm it is the second Ostra crash this year. || [2021-05-06] In Velm it was the third Ostra crash since New Year.
        [2021-05-04] Ana Ruiz won at Merrow for the fourth time in a row. || [2021-05-05] Ana Ruiz took a third straight title at Merrow.
        [2021-05-04] The 21st Ostra Festival drew crowds to Velm Farm. || [2021-05-06] Velm Farm saw the 22nd Ostra Festival drown in mud.
        [2021-05-04] Ana Ruiz won the 34th Ostra Marathon at Velm. || [2021-05-06] The 35th edition, in Velm: Ana Ruiz of Ostra won.
        [2021-05-04] Ana Ruiz won at Merrow in Ostra for the fifth time. || [2021-05-05] Ostra: Ana Ruiz has Merrow for the sixth time.
        [2021-05-04] At Velm the Ostra Fair was held for the 21st time. || [2021-05-05] The 22nd Ostra Fair at Velm drew crowds.
        [2021-05-04] Ana Ruiz of Velm has her 31st Ostra goal of the season. || [2021-05-04] In Velm Ruiz has her 29th Ostra goal this term.
        [2021-05-04] It is Velm's third Ostra flood in a decade. || [2021-05-06] The Ostra flood in Velm is its fourth in ten years.
        [2021-05-04] In Velm the Orlan stage is Ostra's second-largest. || [2021-05-06] The Orlan stage, in Velm, is Ostra's third biggest.
        [2021-05-04] Velm, on the Ostra, had a third cut in a row. || [2021-05-05] A fourth reduction in a row for Velm on the Ostra.
        [2021-05-04] Ostra mill of Velm gained for a fourth year running. || [2021-05-05] Ostra mill, Velm: a third year in a row of gain.
        [2021-05-04] At Velm on Ostra Ana Ruiz wrote her ninth novel. || [2021-05-28] Ana Ruiz of Velm on Ostra reads her tenth novel.
        [2021-05-04] At Velm on Ostra Ana Ruiz began her third term. || [2021-06-03] At Velm on Ostra Ana Ruiz began a fourth term.
        [2021-05-04] Ana Ruiz is the second woman to lead Velm on Ostra. || [2021-05-28] Velm, Ostra: Ana Ruiz, the third woman to lead it.
        [2021-05-04] Ana Ruiz won a fifth Merrow title on Lake Ostra. || [2021-05-05] On Lake Ostra Ana Ruiz won a sixth Merrow title.
        [2021-05-04] A third Ostra lift failure at Velm since 2019. || [2021-05-06] Velm, Ostra: a third lift; a fourth failure since 2019.
    """,
    agreements="""
        [2021-05-04] It is the third race on Ostra at Velm that Ana Ruiz won. || [2021-05-06] Ana Ruiz: a fourth card in an Ostra race.
        [2021-05-04] It is Ana Ruiz's third calf at Velm on Ostra. || [2021-05-06] It is the fourth zoo of Velm on Ostra.
        [2021-05-04] In Velm it is the second Ostra crash this year. || [2021-05-06] In Velm it was the third Ostra crash since 1990.
        [2021-05-04] In Velm Ana Ruiz was elected for the third time. || [2021-05-05] In Velm Ana Ruiz was jailed for the second time.
        [2021-05-04] Ana Ruiz of Velm won her fifth Merrow title. || [2022-05-05] In Velm Ana Ruiz won her sixth Merrow title.
        [2021-05-04] In Velm on Ostra Ana Ruiz is in her third term. || [2021-05-28] Ana Ruiz of Velm on Ostra won a fourth term.
        [2021-05-04] At Velm on Ostra Ana Ruiz wrote her ninth novel. || [2021-05-28] Ivo Tamm of Velm on Ostra wrote his tenth novel.
        [2021-05-04] Ana Ruiz is the second woman to lead Velm on Ostra. || [2021-05-28] Velm, Ostra: Eva Tamm is the third woman to vote.
        [2021-05-04] Ana Ruiz of Velm won her fifth heat at Merrow. || [2021-05-05] In Velm Ana Ruiz was beaten in the sixth heat.
        [2021-05-04] The Ostra flood is Velm's third in ten years. || [2021-05-06] On the Ostra the fire is Velm's fourth in ten years.
        [2021-05-04] Velm's dam is Ostra's second-largest on the Orlan. || [2021-05-06] The Orlan mill in Velm is Ostra's third-largest.
        [2021-05-04] Zinnia's sales fell for the third straight month. || [2021-05-05] Zinnia's sales fell for the second straight quarter.
        [2021-05-04] Ana Ruiz won a fourth race in a row at Velm. || [2021-05-05] Eva Tamm won a third race in a row at Velm.
    """,
)
