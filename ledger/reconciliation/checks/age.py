"""X105: ages of one person that no birthday can reconcile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product
from typing import NamedTuple

from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link, claims_of
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import FAINT, PERSONS
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.kinship import SAME
from ledger.reconciliation.names import key, likeness, parts
from ledger.reconciliation.people import Birth, birth, full, is_of_a_year, is_of_birth, is_of_today, office, person
from ledger.reconciliation.slips import slip
from ledger.reconciliation.topic import Topic
from ledger.records import Finding, Verdict

_SLACK = 3
"""Days by which an age may lag behind the birthday."""
_DECADE = 10 * 366
"""Days by which the births of two people differ whom a text that gives no name is more likely to be of."""
_MOST_NAMESAKES, _MOST_UNNAMED = 8, 24
_KNOWN, _CLOSE = 0.7, 0.8
"""Bits that the texts must share besides the person's own name: for a full name, and for a surname alone."""
_SWAPPED = "swapped digits"
_NO_ROLES = FAINT | PERSONS | {"year", "old", "age"}
"""What is said of anybody."""


class _Age(NamedTuple):
    topic: Topic
    name: str
    birth: Birth


class _Pair(NamedTuple):
    left: Topic
    right: Topic
    steps: tuple[Step, ...]
    copied: bool = False

    @property
    def weight(self) -> float:
        return 0.0  # the first is told of


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    found = sorted(_pairs(case), key=lambda each: (each[1].left.at, each[1].right.at))
    yield from found


def _pairs(case: Case) -> Iterator[tuple[Verdict, _Pair]]:
    ages = _ages(case)
    for held in ages.values():
        yield from _of_one_text(held)
    for mine, theirs in case.kinship.pairs:
        if mine in ages and theirs in ages:
            for name in ages[mine].keys() & ages[theirs].keys() - {""}:
                for left, right in product(ages[mine][name][:_MOST_NAMESAKES], ages[theirs][name][:_MOST_NAMESAKES]):
                    namesake = _is_of_a_namesake(left, ages[theirs][name]) or _is_of_a_namesake(right, ages[mine][name])
                    if not namesake and (steps := _steps(case, left, right)):
                        yield _verdict(left, right), _Pair(left.topic, right.topic, steps)
            for left, right in product(ages[mine].get("", ()), ages[theirs].get("", ())):
                if steps := _of_nobody_named(case, left, right, ages):
                    yield "conflict", _Pair(left.topic, right.topic, steps)
            for left, right in _of_one_office(case, ages[mine], ages[theirs]):
                steps = Step("role", "shared", office(left.topic.claim)), case.comparer.step("documents", left.topic, right.topic)
                yield "conflict", _Pair(left.topic, right.topic, steps)
            for left, right in _of_one_role(case, ages[mine], ages[theirs]):
                steps = Step("role", "shared"), case.comparer.step("documents", left.topic, right.topic)
                yield "corroborate", _Pair(left.topic, right.topic, steps)


def _of_one_text(held: dict[str, list[_Age]]) -> Iterator[tuple[Verdict, _Pair]]:
    """An age and a date of birth that one text gives of one person: "Ana Ruiz, 47, was born in 1981"."""
    for name, ages in held.items():
        if not name or len({parts(age.name)[0] for age in ages if full(age.name)}) > 1:
            continue
        births = [age for age in ages if age.topic.family == "date" or is_of_a_year(age.topic.claim)][:_MOST_NAMESAKES]
        today = [age for age in ages if is_of_today(age.topic.claim)][:_MOST_NAMESAKES]
        for left, right in (*product(births, today), *combinations(births, 2)):
            first, second = sorted((left, right), key=lambda age: age.topic.at)
            most = 2 * _DECADE if full(left.name) and full(right.name) else _DECADE
            if _verdict(first, second) == "conflict" and abs(left.birth.first - right.birth.first) <= most:
                steps = Step("person", likeness(first.name, second.name), f"{first.name}, {second.name}"), Step("documents", "one")
                yield "conflict", _Pair(first.topic, second.topic, steps)


def _is_of_a_namesake(age: _Age, others: Sequence[_Age]) -> bool:
    """Whether a surname alone may be that of any of several in the other text, of whom one is of that age: of brothers."""
    if full(age.name) or len({parts(other.name)[0] for other in others if full(other.name)}) < 2:
        return False
    return any(other.birth.first == age.birth.first or _verdict(age, other) != "conflict" for other in others)


def _of_one_role(case: Case, mine: dict[str, list[_Age]], theirs: dict[str, list[_Age]]) -> Iterator[tuple[_Age, _Age]]:
    """Ages of one number in two texts of one event that tell of somebody in the same word, of whom one text at least gives no name."""
    unnamed, others = mine.get("", [])[:_MOST_UNNAMED], theirs.get("", [])[:_MOST_UNNAMED]
    named = tuple([age for name, held in each.items() if name for age in held][:_MOST_UNNAMED] for each in (mine, theirs))
    for left, right in (*product(unnamed, others), *product(unnamed, named[1]), *product(named[0], others)):
        one, other = left.topic, right.topic
        if not one.family == other.family == "age" or one.claim.low != other.claim.low or _verdict(left, right) == "conflict":
            continue
        if (one.telling & other.telling) - _NO_ROLES and case.comparer.documents(one, other) == "close":
            yield left, right


def _of_one_office(case: Case, mine: dict[str, list[_Age]], theirs: dict[str, list[_Age]]) -> Iterator[tuple[_Age, _Age]]:
    """Ages of the one driver, winner or mayor of two texts of one event, of whom one text at least gives no name.

    Neither text has the other's age, nor more than one age of such, and none speaks of several: "The driver, 54", "The driver (born 1984)".
    """
    if not ("" in mine or "" in theirs):
        return
    held = _by_office(mine), _by_office(theirs)
    for told in held[0].keys() & held[1].keys():
        left, right = held[0][told], held[1][told]
        if left is None or right is None or (left.name and right.name) or case.comparer.documents(left.topic, right.topic) != "close":
            continue
        stated = [{age.topic.claim.low for ages in each.values() for age in ages} for each in (theirs, mine)]
        if left.topic.claim.low in stated[0] or right.topic.claim.low in stated[1]:
            continue
        several = f"{told}s"
        if any(several in topic.claim.sentence.quote.lower() for each in (left, right) for topic in case.topics_of(each.topic.document)):
            continue
        if _verdict(left, right) == "conflict" and _may_be_a_slip(left, right):
            yield (left, right) if left.topic.at < right.topic.at else (right, left)


def _by_office(ages: dict[str, list[_Age]]) -> dict[str, _Age | None]:
    """Of each thing that only one person is called the age that is given of them; None where several are."""
    found: dict[str, _Age | None] = {}
    for age in chain.from_iterable(ages.values()):
        if told := office(age.topic.claim):
            found[told] = age if told not in found else None
    return found


def _of_nobody_named(case: Case, left: _Age, right: _Age, ages: dict[int, dict[str, list[_Age]]]) -> tuple[Step, ...]:
    """Why both are of one person though nobody is named: the digits are swapped, and neither text has the other's age."""
    if not _are_swapped(left, right) or case.comparer.documents(left.topic, right.topic) != "close":
        return ()
    for one, other in ((left, right), (right, left)):
        if any(age.topic.claim.low == one.topic.claim.low for held in ages[other.topic.document].values() for age in held):
            return ()
    return Step("figures", "short slip", _SWAPPED), case.comparer.step("documents", left.topic, right.topic)


def _may_be_a_slip(left: _Age, right: _Age) -> bool:
    """Whether one may have been written for the other: some years lie between them, not half a life."""
    return abs(left.birth.first - right.birth.first) <= _DECADE or _are_swapped(left, right)


def _are_swapped(left: _Age, right: _Age) -> bool:
    """Whether the ages are of two digits, the one those of the other in the other order."""
    return left.topic.family == right.topic.family == "age" and slip(f"{left.topic.claim.low}", f"{right.topic.claim.low}") == _SWAPPED


def _ages(case: Case) -> dict[int, dict[str, list[_Age]]]:
    """The ages that each document states, by the key of the person's name."""
    found: dict[int, dict[str, list[_Age]]] = {}
    for topic in case.topics:
        if topic.family == "age" or (topic.family == "date" and is_of_birth(topic.claim)):
            name, born = person(topic.claim), birth(topic.claim)
            if born:
                name = _in_full(case, topic.document, name) if name and not full(name) else name
                found.setdefault(topic.document, {}).setdefault(key(name) if name else "", []).append(_Age(topic, name, born))
    return found


def _in_full(case: Case, document: int, name: str) -> str:
    """The one full name of the document whose given name is ``name``, else ``name``: "Ana (29)" where the text is of Ana Ruiz."""
    named = {each for topic in case.topics_of(document) for each in topic.claim.names if full(each) and parts(each)[:1] == parts(name)}
    return named.pop() if len(named) == 1 else name


def _steps(case: Case, left: _Age, right: _Age) -> tuple[Step, ...]:
    """Why both are one person; empty when that is not sure enough."""
    alike = likeness(left.name, right.name)
    bond = case.kinship.bond(left.topic.document, right.topic.document)
    if alike == "different" or bond == SAME:
        return ()
    besides = bond - case.kinship.bits(key(left.name))
    needed = _KNOWN if full(left.name) and full(right.name) else _CLOSE
    role = (left.topic.clause & right.topic.clause) - frozenset((*parts(left.name), *parts(right.name)))
    slipped = alike == "exact" and _are_swapped(left, right)
    if besides < needed and not (needed == _KNOWN and (role or slipped)):
        return ()
    return (
        Step("person", alike, f"{left.name}, {right.name}"),
        case.comparer.step("documents", left.topic, right.topic),
        Step("role", "shared" if role else "missing", ", ".join(sorted(role))),
    )


def _verdict(left: _Age, right: _Age) -> Verdict:
    if left.birth.first - _SLACK > right.birth.last or right.birth.first - _SLACK > left.birth.last:
        return "conflict"
    return "corroborate" if left.topic.claim.low == right.topic.claim.low else "compatible"


def _tell(group: Group) -> Finding:
    first, disputed = group.links[0], group.verdict == "conflict"
    message = f"{person(first.left.claim) or 'somebody'}: {_told(first.left)} {'against' if disputed else 'and'} {_told(first.right)}"
    if disputed:
        message += ": no birthday reconciles them"
    return finding(check, group.verdict, message, claims_of((*group.links, *group.agreeing)), first.steps)


def _told(topic: Topic) -> str:
    claim = topic.claim
    if claim.kind == "date":
        return f"born {said(claim)}"
    return f"{claim.low} on {claim.published} ({said(claim).rpartition(' (')[2]}"


check = Check(
    code="X105",
    name="age",
    severity="error",
    links=_links,
    tell=_tell,
    manual="""
        Ages of one person that no birthday can reconcile.

        Each age is moved to the date of its document, which gives the days on which the person can have
        been born; two ages conflict when these have no day in common. Spellings of a name in different
        transliterations are one person; a namesake in an unrelated text is not. Ages of which the digits
        are swapped are of one person in texts of one event even where neither names anybody; so are ages of "the driver", so are the age of
        the one who is known by name in one of them alone, whom the other names too, and an age of "the winner, who
        is 47" there. Texts of one event that give somebody one age and tell of him in one word agree, though one has no name. An
        age of "he", "she", "I", "the guide" or "the 23-year-old" is of the person of whom the text has spoken last, and a date of
        birth is held against ages, also of its own text: "Ana Ruiz, 47, was born in 1981".
    """,
    conflicts="""
        [2021-05-04] Ana Ruiz, 68, was nine years old when the dam of Velm broke in 1952.
        [2021-05-04] Ana Ruiz has no car. Born in 1985 in Velm, she went by train. She sang, and was 29 when Velm made her judge, in 2019.
        [2021-05-04] The captain, Ivo Sand of Velm, 54, went to sea in 1975 at the age of 16.
        [2021-05-04] Ivo Sand of Velm, 54, joined the yard at 16, which was 28 years ago.
        [2021-05-04] Ana Ruiz of Velm turned 80 in March. She was born in 1951.
        [2021-05-04] Daria Holub, 19, a rower from Velm, was hurt. || [2021-05-06] The rower Darya Golub, 24, is back in Velm.
        [2021-05-04] In Velm the Ostra baker Ana Ruiz hid a man of 36. || [2021-05-06] Ana Ruiz of Velm in Ostra hid a 63-year-old.
        [2021-05-04] Ana Ruiz, 47, of Velm on Ostra won 31 votes. || [2021-05-06] In Velm on Ostra 31 votes went to Ruiz. She is 49.
        [2021-05-04] Ana Ruiz, 26, won 31 races in Velm. || [2021-05-06] Ana Ruiz, the harbour pilot who was 29, won 31 races in Velm.
        [2021-05-04] Ana Ruiz, 27, won 31 races in Velm. || [2021-05-06] Ana Ruiz won 31 races in Velm. Ana (29) lives on 3 eggs.
        [2021-05-04] Boris Tezak, 59, guards the reservoir's valves. || [2021-05-06] Mr Tezak (56) told us that the valves failed.
        [2021-05-04] Tomas Ferrick, 58, a diver from Velm, was hurt. || [2021-05-06] The diver Thomas Ferrick, 52, is back in Velm.
        [2021-05-04] Ana Ruiz, 47, a baker in Velm on Ostra, won. || [2021-05-06] Ana Ruiz of Velm on Ostra won. The baker, who is 44, wept.
        [2021-05-04] Ana Ruiz of Ostra, 47, a baker in Velm, won. || [2021-05-06] In Velm on Ostra the baker Ana Ruiz (born in 1981) won.
        [2021-05-04] Ivan Beridze, 45, steered the ship to Velm. || [2021-11-06] I. Beridze, 55, the master, left Velm.
        [2021-05-04] The driver, Ana Ruiz, 54, left Velm on Ostra. || [2021-05-06] In Velm on Ostra the driver (born in 1975) wept.
        [2021-05-04] At 62, the engineer, Ana Ruiz, left Velm. || [2021-05-06] Ana Ruiz, 59, is back in Velm.
        [2021-05-04] A man of 52 from Orlan, Ivo Sand, died in Velm. || [2021-05-06] Ivo Sand, a baker of 47, died in Velm.
        [2021-05-04] In Velm Ana Ruiz, the oldest of the pilots at 54, won. || [2021-05-06] Ana Ruiz, 47, won in Velm.
        [2021-05-04] Ana Ruiz, 47, was born in Velm in 1971.
        [2021-05-04] Ana Ruiz, 47, bakes in Velm. Born on a farm with 14 cows in 1978, she has never left.
        [2021-05-04] Ana Ruiz (born 3 June 1971) bakes in Velm. Ruiz, 47, has never left.
    """,
    agreements="""
        [2021-05-04] Ana Ruiz, 47, of Velm on Ostra won 31 votes. || [2021-05-06] Velm on Ostra: 31 votes for Ruiz. Her man, who is 49, ate.
        [2021-05-04] The driver, Ana Ruiz, 54, left Velm on Ostra. || [2021-05-06] In Velm on Ostra the deputy driver (47) wept.
        [2021-05-04] The driver, Ana Ruiz, 54, left Velm on Ostra. || [2021-05-06] In Velm on Ostra two drivers met. The driver (47) wept.
        [2021-05-04] Ana Ruiz, 68, was nine years old when the dam of Velm broke in 1962.
        [2021-05-04] Ana Ruiz has no car. Born in 1985 in Velm, she went by train. She sang, and was 34 when Velm made her judge, in 2019.
        [2021-05-04] The captain, Ivo Sand of Velm, 54, went to sea in 1983 at the age of 16.
        [2021-05-04] Ivo Sand of Velm, 54, joined the yard at 16, which was 38 years ago.
        [2021-05-04] Ana Ruiz of Velm turned 80 in March. She was born in 1941.
        [2021-05-04] Ana Ruiz, 46, won 31 races in Velm. || [2021-05-06] Ana Ruiz, the mother of a pilot who was 29, won 31 races in Velm.
        [2021-05-04] Ana Ruiz, 47, was born in Velm in 1973.
        [2021-05-04] Ana Ruiz, born in Velm in 1973, was 37 when she left. At 29 she had won a medal.
        [2021-05-04] Ana Ruiz, 47, bakes in Velm. Her father was born in 1940. Born in 1946, her mother bakes too.
        [2021-05-04] Ana Ruiz, 47, of Velm on Ostra won 31 votes. || [2021-05-06] In Velm on Ostra 31 votes went to Ruiz. A baker of 49 won.
        [2021-05-04] Ana Ruiz, 34, a rower from Velm, was hurt. || [2021-09-06] The rower Ana Ruiz, 35, is back in Velm.
        [2021-05-04] In Velm the Ostra baker Ana Ruiz hid a man of 36. || [2021-05-06] Ana Ruiz of Velm in Ostra hid a 38-year-old.
        [2021-05-04] Ana Ruiz of Ostra, 47, a baker in Velm, won. || [2021-05-06] In Velm on Ostra the baker Ana Ruiz (born in 1973) won.
        [2021-05-04] Ana Ruiz of Velm, 47, won on Ostra. || [2021-05-06] In Velm on Ostra Ana Ruiz won. Her husband came too. He is 44.
        [2021-05-04] Ana Ruiz of Velm, 47, won on Ostra. || [2021-05-06] Ana Ruiz, of Velm on Ostra, who turns 48 in June, won.
        [2021-05-04] Ana Ruiz, 34, a rower from Velm, was hurt. || [2021-05-06] Her sister Eva Ruiz, 31, came to Velm.
        [2021-05-04] Ana Ruiz, 34, a rower from Velm, was hurt. || [2021-05-06] In Tezak a baker, Ana Ruiz, 61, won a lottery.
    """,
)
