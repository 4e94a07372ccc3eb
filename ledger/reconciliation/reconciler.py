"""From claims to findings: one case, every check, one order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from ledger.allocation import uncollected
from ledger.reconciliation.case import Case
from ledger.reconciliation.disputes import unique
from ledger.reconciliation.kinship import Census
from ledger.reconciliation.seen import seen
from ledger.records import Claim, Finding
from ledger.registry import declared
from ledger.settings import SEVERITIES

_VERDICTS = {"conflict": 0, "update": 1, "corroborate": 2, "compatible": 3}
PLAIN = "X101"
"""The check whose conflicts are not told beside one of another check that has all their claims."""


def reconcile(claims: Sequence[Claim]) -> list[Finding]:
    """All findings among ``claims``, of whatever verdict: conflicts first, by severity, then by document and position.

    The same claims in whatever order give the same findings.
    """
    with uncollected():
        return in_order(findings(claims))


def findings(
    claims: Sequence[Claim], census: Census | None = None, vouched: Container[str] = (), meet: Callable[[str, str], bool] | None = None
) -> list[Finding]:
    """All findings, some of them perhaps with one fingerprint; ``census`` is of all documents, when these claims are of a few of them.

    ``vouched`` are the documents that the others are to be held against. ``meet`` says which documents need be
    brought together by what they have in common, all when left out.
    """
    if not claims:
        return []
    with uncollected():
        shown = seen(claims)
        found = list(_explained(_found(Case(shown, census, vouched, meet))))
        written = {id(one): claim for one, claim in zip(shown, claims, strict=True) if one is not claim}
        return [_as_written(finding, written) for finding in found] if written else found


def _found(case: Case) -> list[Finding]:
    return [finding for check in declared("ledger.reconciliation.checks") for finding in check.find(case)]


def _as_written(finding: Finding, written: Mapping[int, Claim]) -> Finding:
    """The finding on the claims themselves; ``written`` gives them by the identity of what was compared in their places."""
    return finding.model_copy(update={"claims": tuple(written.get(id(claim), claim) for claim in finding.claims)})


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings as ``reconcile`` gives them; of those with one fingerprint the first."""
    return list(unique(sorted(found, key=_place)))


def _explained(findings: list[Finding]) -> Iterator[Finding]:
    """Findings without the plain conflicts of values whose claims are all in a conflict that says more."""
    telling: dict[str, list[set[str]]] = {}
    for each in findings:
        if each.verdict == "conflict" and each.code != PLAIN:
            members = {claim.id for claim in each.claims}
            for member in members:
                telling.setdefault(member, []).append(members)
    for each in findings:
        held = {claim.id for claim in each.claims}
        if each.verdict != "conflict" or each.code != PLAIN or not any(held <= other for other in telling.get(each.claims[0].id, ())):
            yield each


def _place(finding: Finding) -> tuple[int, int, str, int, str, str]:
    first = finding.claims[0]
    return (
        _VERDICTS[finding.verdict], SEVERITIES.index(finding.severity), first.document, first.span.start, finding.code, finding.fingerprint,
    )  # fmt: skip
