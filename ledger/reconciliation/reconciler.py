"""From claims to findings: one case, every check, one order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple, TypeVar

from ledger.allocation import uncollected
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check, Group, Link
from ledger.reconciliation.disputes import together, unique
from ledger.reconciliation.failing import OnFault
from ledger.reconciliation.kinship import Census
from ledger.reconciliation.seen import seen
from ledger.reconciliation.text import Text
from ledger.reconciliation.topic import Topic
from ledger.records import Claim, Finding, Verdict
from ledger.registry import declared
from ledger.settings import SEVERITIES

R = TypeVar("R")
_VERDICTS: dict[Verdict, int] = {"conflict": 0, "update": 1, "corroborate": 2, "compatible": 3}
_TEXTS = 500
"""So many documents are looked at together by the checks that look at single ones."""
PLAIN = "X101"
"""The check whose conflicts are not told beside one of another check that has all their claims."""


class Found(NamedTuple):
    """A finding, and the links that make it one; none of a finding that no other can join."""

    finding: Finding
    links: Sequence[Link]


class Outline(NamedTuple):
    """Of a conflict what tells whether it is told: the check's code, whether links make it, and the document and the id of each claim."""

    code: str
    joined: bool
    claims: Sequence[tuple[str, str]]


def reconcile(claims: Sequence[Claim], jobs: int = 1) -> list[Finding]:
    """All findings among ``claims``, of whatever verdict: conflicts first, by severity, then by document and position.

    The same claims in whatever order give the same findings, in however many processes: many claims are compared by up to ``jobs``.
    Raises WorkerError when one of them dies.
    """
    with uncollected():
        return in_order(findings(claims, jobs=jobs))


def findings(claims: Sequence[Claim], vouched: Container[str] = (), jobs: int = 1, on_fault: OnFault | None = None) -> list[Finding]:
    """All findings that are told, some of them perhaps with one fingerprint.

    ``vouched`` are the documents that the others are to be held against. A fault of the program goes to ``on_fault``, which costs what it
    was met in; without it, it is raised as CheckError. Raises as ``reconcile``.
    """
    with uncollected():
        found = list(compared(claims, lambda each: bool(each.links), vouched, jobs, on_fault))
        silent = untold({number: outline(each, joined) for number, (each, joined) in enumerate(found) if each.verdict == "conflict"})
        return [each for number, (each, _) in enumerate(found) if number not in silent]


def outline(conflict: Finding, joined: bool) -> Outline:
    """What tells whether a conflict is told."""
    return Outline(conflict.code, joined, [(claim.document, claim.id) for claim in conflict.claims])


def compared(
    claims: Sequence[Claim], tell: Callable[[Found], R], vouched: Container[str] = (), jobs: int = 1, on_fault: OnFault | None = None
) -> Iterator[tuple[Finding, R]]:
    """All findings, also those that are not told beside others, and what is to ``tell`` of each with its links. Raises as ``findings``."""
    if not claims:
        return iter(())
    case, written = _case(claims, vouched=vouched, jobs=jobs, on_fault=on_fault)
    case.compare()
    checks = declared("ledger.reconciliation.checks")
    tasks: list[range | Check] = [check for check in reversed(checks) if check.links or check.across]  # the long ones first
    tasks += [range(first, min(first + _TEXTS, case.documents)) for first in range(0, case.documents, _TEXTS)]

    def found(task: range | Check) -> list[tuple[Finding, R]]:
        if isinstance(task, Check):
            return list(_told(task, case, tell))
        return [(each, tell(Found(each, ()))) for each in _in_texts(checks, case, [case.text(number) for number in task])]

    return ((as_written(finding, written), told) for finding, told in chain.from_iterable(case.shared_out(found, tasks)))


def _in_texts(checks: Sequence[Check], case: Case, texts: Sequence[Text]) -> Iterator[Finding]:
    """What the checks find in single texts."""
    for check in checks:
        if check.find is not None:
            guard = case.guard(_named(check))
            for text in texts:
                with guard:
                    yield from check.find(text)


def _told(check: Check, case: Case, tell: Callable[[Found], R]) -> Iterator[tuple[Finding, R]]:
    """What the check finds by links and across texts, and what is to tell of it."""
    held: dict[Verdict, list[Link]] = {}
    guard = case.guard(_named(check))
    with guard:
        for verdict, link in check.links(case) if check.links else ():
            held.setdefault(verdict, []).append(link)
    with guard:
        for found in joined(check, held, held.get("corroborate", ()), case.topics_of):
            yield found.finding, tell(found)
    with guard:
        for finding in check.across(case) if check.across else ():
            yield finding, tell(Found(finding, ()))


def _named(check: Check) -> str:
    return f"the check {check.code} ({check.name})"


class Part(NamedTuple):
    """What one check finds: links, in order, and findings that no other can join.

    The claims of links are as they are seen; ``written`` gives those that are written otherwise by the identity of these.
    """

    check: Check
    links: Iterator[tuple[Verdict, Link]]
    alone: Iterator[Finding]
    topics_of: Callable[[int], Sequence[Topic]]
    written: Mapping[int, Claim]


def parts(
    claims: Sequence[Claim], census: Census, meet: Callable[[str, str], bool] | None = None, codes: Container[str] | None = None
) -> Iterator[Part]:
    """What the checks, all or those of ``codes``, find among ``claims``.

    ``census`` is of all documents, of which these claims may be of a few. ``meet`` says which documents need be brought together by what
    they have in common, all when left out.
    """
    if not claims:
        return
    case, written = _case(claims, census, meet)
    texts = [case.text(number) for number in range(case.documents)]
    for check in declared("ledger.reconciliation.checks"):
        if codes is None or check.code in codes:
            links = iter(check.links(case) if check.links else ())
            alone = chain(_in_texts([check], case, texts), check.across(case) if check.across else ())
            yield Part(check, links, (as_written(each, written) for each in alone), case.topics_of, written)


def _case(
    claims: Sequence[Claim], census: Census | None = None, meet: Callable[[str, str], bool] | None = None, vouched: Container[str] = (),
    jobs: int = 1, on_fault: OnFault | None = None,
) -> tuple[Case, Mapping[int, Claim]]:  # fmt: skip
    """The claims as they are seen, and those that are written otherwise by the identity of these."""
    shown = seen(claims)
    written = {id(one): claim for one, claim in zip(shown, claims, strict=True) if one is not claim}
    return Case(shown, census, vouched, meet, jobs, on_fault), written


def joined(
    check: Check, held: Mapping[Verdict, Sequence[Link]], agreeing: Sequence[Link], topics_of: Callable[[int], Sequence[Topic]]
) -> Iterator[Found]:
    """The findings that the links ``held`` of each verdict make, in order, copied ones first.

    Those of a conflict also tell of links, all ``agreeing``, that corroborate one of its claims.
    """
    disputed = {at for link in held.get("conflict", ()) for at in _ends(link)}
    repeating: dict[int, list[Link]] = {}
    for link in agreeing if disputed else ():
        for at in disputed.intersection(_ends(link)):
            repeating.setdefault(at, []).append(link)
    for verdict in ("conflict", "corroborate", "update", "compatible"):
        for links in together(held.get(verdict, ()), _ends):
            beside: dict[int, Link] = {}
            if verdict == "conflict":
                beside = {id(link): link for each in links for at in _ends(each) for link in repeating.get(at, ())}
            if check.tell:
                yield Found(check.tell(Group(verdict, links, sorted(beside.values(), key=place), topics_of)), links)


def _ends(link: Link) -> tuple[int, int]:
    return link.left.at, link.right.at


def place(link: Link) -> tuple[bool, int, int, str, str]:
    """By which links are put in order."""
    return not link.copied, link.left.at, link.right.at, link.left.aspect, link.right.aspect


def as_written(finding: Finding, written: Mapping[int, Claim]) -> Finding:
    """The finding on the claims themselves; ``written`` gives them by the identity of what was compared in their places."""
    if not written:
        return finding
    return finding.model_copy(update={"claims": tuple(written.get(id(claim), claim) for claim in finding.claims)})


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings as ``reconcile`` gives them, in whatever order they are given; of those with one fingerprint the first."""
    alike = (list(group) for _, group in groupby(sorted(found, key=_place), key=_place))
    return list(unique(each for group in alike for each in (sorted(group, key=_claims) if len(group) > 1 else group)))


def _claims(finding: Finding) -> tuple[list[tuple[str, int, int]], str]:
    return [(claim.document, claim.span.start, claim.span.end) for claim in finding.claims], finding.message


def untold(conflicts: Mapping[int, Outline]) -> set[int]:
    """The numbers of conflicts beside which others say more.

    Of a check that joins claims, what it finds of a claim alone; then plain conflicts of values whose claims are all in another.
    """
    held = {(each.code, claim) for each in conflicts.values() if each.joined for claim in each.claims}
    silent = {
        number for number, each in conflicts.items() if not each.joined and any((each.code, claim) in held for claim in each.claims)
    }
    telling: dict[str, list[set[str]]] = {}
    for number, each in conflicts.items():
        if each.code != PLAIN and number not in silent:
            members = {claim for _, claim in each.claims}
            for member in members:
                telling.setdefault(member, []).append(members)
    for number, each in conflicts.items():
        if each.code == PLAIN and any({claim for _, claim in each.claims} <= other for other in telling.get(each.claims[0][1], ())):
            silent.add(number)
    return silent


def _place(finding: Finding) -> tuple[int, int, str, int, str, str]:
    first = finding.claims[0]
    return (
        _VERDICTS[finding.verdict], SEVERITIES.index(finding.severity), first.document, first.span.start, finding.code, finding.fingerprint,
    )  # fmt: skip
