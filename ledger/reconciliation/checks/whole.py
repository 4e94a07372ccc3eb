"""X102: parts are stated of different wholes, or a rank lies beyond the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes, words
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link
from ledger.reconciliation.comparison import RARE_SLIPS, Step
from ledger.reconciliation.concepts import FAINT, concept
from ledger.reconciliation.dating import unnamed
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.equal_parts import rivals
from ledger.reconciliation.match import Match
from ledger.reconciliation.nouns import FIRM
from ledger.reconciliation.rivals import rival_speakers
from ledger.reconciliation.slips import slip
from ledger.reconciliation.topic import Topic
from ledger.reconciliation.two_times import of_two_times
from ledger.reconciliation.verdicts import verdict
from ledger.reconciliation.wholes import FEW
from ledger.records import Finding, Level, Verdict, printed

_CONFLICT, _RANK = 6.0, 8.0
"""What must weigh that two are of one thing: two wholes of it, and a whole in one text and a rank in another."""
_BEYOND = 1.25
"""How far beyond the whole a rank may lie and still be a rank in it."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_RECURRING = words("recurring.txt")
_DEFINITE = re.compile(r"\bthe\s*#", re.IGNORECASE)
_ALL = re.compile(
    rf"\b(?:all(?: of)?(?: the)?|(?:{'|'.join(sorted(classes('wholes.tsv')['collection']))}) (?:of|with)|in all|altogether|the)\s*#",
    re.IGNORECASE,
)


def _across(case: Case) -> Iterator[Finding]:
    yield from (found.finding() for found in _ranks_beyond(_shelves(case.topics)))
    wholes = {frozenset((match.left.claim, match.right.claim)) for match in case.wholes if _differ(match)}
    for left, right in rivals(case):
        if frozenset((left.claim, right.claim)) not in wholes:
            steps = Step("part", "same"), case.comparer.step("documents", left, right)
            yield _Dispute([left, right], left, right, steps).finding()


def _links(case: Case) -> Iterator[tuple[Verdict, Link]]:
    return (("conflict", match) for match in case.wholes if _differ(match))


def _differ(match: Match) -> bool:
    left, right = match.left, match.right
    if (
        match.level("period") == "apart"
        or "asserted" not in (left.claim.modality, right.claim.modality)
        or match.level("scope") == "opposed"
        or of_two_times(match)
    ):
        return False
    if left.aspect == right.aspect:
        return _two_wholes(match)
    if left.claim.low == right.claim.low:
        return False  # "120 of the 1,200 hens got it", "the 120 hens that got it"
    if "value" in (left.aspect, right.aspect) and match.level("figures") in RARE_SLIPS and match.level("counterpart") == "none":
        return verdict(match) == "conflict"
    if match.weight < _CONFLICT or match.level("counted") not in FIRM or match.level("narrowing") == "different":
        return False
    whole, other = (left, right) if left.aspect == "whole" else (right, left)
    if other.aspect == "rank":
        return (
            other.head not in _RECURRING
            and (match.within or match.weight >= _RANK)
            and whole.interval.high < other.interval.low <= _BEYOND * whole.interval.high
            and other.claim.bound == "exact"
        )
    if other.claim.bound != "exact" or other.claim.kind == "fraction":
        return False
    return slip(whole.digits, other.digits) not in ("", "scale") and (
        other.interval.low > whole.interval.high or bool(_ALL.search(other.beside))
    )


def _two_wholes(match: Match) -> bool:
    """Two parts of what is one whole: the same part, or parts that rival speakers state."""
    left, right = match.left, match.right
    if match.within:
        return rival_speakers(match, of_sentence=True)
    same_part = left.claim.low == right.claim.low and match.level("names") != "different"
    if match.level("counted") not in FIRM:
        return same_part and match.level("figures") in RARE_SLIPS and verdict(match) == "conflict"
    if match.weight < _CONFLICT or (max(left.interval.high, right.interval.high) <= FEW and not _share_more(left, right)):
        return False
    return same_part or (bool(slip(left.digits, right.digits)) and match.level("names") in ("shared", "in sentence"))


def _share_more(left: Topic, right: Topic) -> bool:
    """Whether more than what is counted is told of two parts of few: "three of the eight candidates lost their deposit"."""
    return bool(unnamed(left, right, (left.telling & right.telling) - {left.noun, right.noun} - FAINT))


class _Dispute(NamedTuple):
    """All that state one of the rival wholes, in order, and the two that say it best."""

    members: list[Topic]
    left: Topic
    right: Topic
    steps: tuple[Step | Level, ...]

    def finding(self) -> Finding:
        return finding(check, "conflict", _message(self), [topic.claim for topic in self.members], self.steps)


def _shelves(topics: Iterable[Topic]) -> dict[tuple[int, str], list[Topic]]:
    """Whole numbers that texts state of a noun: totals, wholes and ranks, by document and noun."""
    found: dict[tuple[int, str], list[Topic]] = {}
    for topic in topics:
        if (
            topic.family == "count"
            and topic.head
            and topic.claim.bound == "exact"
            and (topic.aspect != "value" or topic.claim.kind == "count")
        ):
            found.setdefault((topic.document, topic.head), []).append(topic)
    return found


def _tell(group: Group) -> Finding:
    """The dispute, with every mention in its texts of the same noun that agrees with a side."""
    best = max(group.links, key=lambda link: (link.left.aspect == link.right.aspect, link.weight))
    members = {topic.at: topic for link in group.links for topic in (link.left, link.right)}
    sizes = {topic.interval.low for topic in members.values()}
    nouns = {topic.noun for topic in members.values()} - FAINT - {""}
    heads = {(topic.document, head) for topic in members.values() for head in _heads(topic, nouns)}
    shelves = _shelves(topic for document in {topic.document for topic in members.values()} for topic in group.topics_of(document))
    for place in heads:
        for topic in shelves.get(place, ()):
            if topic.interval.low in sizes:
                members.setdefault(topic.at, topic)
    return _Dispute([members[at] for at in sorted(members)], best.left, best.right, tuple(best.steps)).finding()


def _heads(topic: Topic, nouns: set[str]) -> set[str]:
    """The noun of a topic; of one that leaves it out, the nouns of its sentence that mean one of ``nouns``."""
    if topic.head:
        return {topic.head}
    return {lemma(word) for word in _WORD.findall(topic.claim.sentence.quote) if concept(word) in nouns}


def _ranks_beyond(shelves: dict[tuple[int, str], list[Topic]]) -> Iterator[_Dispute]:
    """Of one text and one noun: "out of 30", and "the 31st"."""
    for (_, head), topics in shelves.items():
        wholes = [topic for topic in topics if topic.aspect == "whole"]
        if not wholes or head in _RECURRING:
            continue
        for whole in wholes:
            size = whole.interval.low
            beyond = [
                topic
                for topic in topics
                if topic.aspect == "rank" and size < topic.interval.low <= _BEYOND * size and _DEFINITE.search(topic.beside)
            ]
            if beyond:
                members = sorted([whole, *beyond], key=lambda topic: topic.at)
                yield _Dispute(members, members[0], members[1], (Step("counted", "exact", head), Step("rank", "beyond")))
                break


def _message(dispute: _Dispute) -> str:
    told = f"{said(dispute.left.claim)} against {said(dispute.right.claim)}"
    told_first = (dispute.left, dispute.right, *dispute.members)
    sizes = list(dict.fromkeys(topic.claim.whole for topic in told_first if topic.aspect == "whole" and topic.claim.whole is not None))
    if len(sizes) > 1:
        return f"{told}: the wholes differ, {' and '.join(str(printed(size)) for size in sizes)}"
    return f"{told}: there are {printed(sizes[0])} in all" if sizes else told


check = Check(
    code="X102",
    name="whole",
    severity="error",
    across=_across,
    links=_links,
    tell=_tell,
    manual="""
        Parts are stated of different wholes, or a rank lies beyond the whole.

        "27 of 31" and "28 of 30" of the same set cannot both be true, whatever the parts; nor can there be
        a 31st of 30. The nouns must be the same or synonyms, and either the parts agree or two named
        speakers state them side by side. Also held against one another are parts told apart from their wholes, "Of 320 flights, 204 were
        cancelled", and a total that another text has of what the part is of.
    """,
    conflicts="""
        [2021-05-04] In Velm on Ostra three of the eight boys lost heart. || [2021-05-05] Ostra: three of Velm's nine boys lost heart.
        [2021-05-04] Of 320 trips to Velm on Ostra in Merrow 204 fell. || [2021-05-05] Merrow: 204 to Velm on Ostra out of 380 fell.
        [2021-05-04] Of 87 people aboard at Velm on Ostra in Merrow 12 swam. || [2021-05-05] Merrow: 12 of the 78 at Velm on Ostra swam.
        [2021-05-04] At Velm on Ostra 44 were on board. 18 are hurt. || [2021-05-05] 18 of the 54 on board at Velm on Ostra are hurt.
        [2021-05-04] In Ostra at Velm 437 of 832 patients got well. || [2021-05-05] Velm: 437 of the 823 people in Ostra are well.
        [2021-05-04] Ruiz said that 27 treaties out of 31 had been signed. Tamm stated that 28 treaties out of 30 had been signed.
        [2021-05-04] In Velm the Reform party won 118 of the 240 seats. || [2021-05-05] In Velm the Reform party won 118 of the 250 seats.
        [2021-05-04] Ruiz said that 27 treaties out of 30 had been signed. Tamm praised the 31st treaty.
    """,
    agreements="""
        [2021-05-04] In Velm on Ostra two of the five children slept. || [2021-05-05] Ostra: two of Velm's seven children sang.
        [2021-05-04] Of 320 trips at Velm on Ostra 204 lay idle. || [2021-05-05] Velm on Ostra: 204 of 380 lay idle, and all 320 trips.
        [2021-05-04] On Ostra in Velm 204 of 320 trips fell on Sunday. || [2021-05-04] On Ostra in Velm 380 trips fell over two days.
        [2021-05-04] In Velm 120 of 1,200 hens of Ostra farm got it. || [2021-05-06] The 120 hens of Ostra farm in Velm who got it live.
        [2021-05-04] In Velm the Reform party won 118 of the 240 seats. Women won 97 of the 240 seats.
        [2021-05-04] Three of the 23 sailors were hurt. || [2021-08-05] In Port Amary four of the 31 sailors were hurt.
        [2021-05-04] She won 27 games out of 30. In the 31st game she was beaten.
    """,
)
