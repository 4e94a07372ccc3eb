"""X103: shares of one whole, held by different holders, exceed it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ledger import patterns as re
from ledger.lexicon import classes
from ledger.reconciliation.case import Case
from ledger.reconciliation.check import Check
from ledger.reconciliation.comparison import Step
from ledger.reconciliation.concepts import WHOLE
from ledger.reconciliation.disputes import finding, said
from ledger.reconciliation.names import key, written
from ledger.reconciliation.topic import Topic
from ledger.records import Finding

_WHOLE = 100.5
"""Percent that shares may add up to when each is rounded."""
_COUNTING = re.compile(rf"\b(?:{'|'.join(sorted(classes('wholes.tsv')['counting']))})\b", re.IGNORECASE)
"""Words by which a share of the votes is no holder's: how many were cast, counted or spoilt."""
_MOST_HOLDERS = 24
_RELATED = 2.0
_FEW_DAYS = 60


class _Share:
    """A holder's share of a whole that is shared out: votes, seats, a stake."""

    def __init__(self, topic: Topic, whole: str):
        self.topic, self.whole = topic, whole
        self.holder = topic.holders | _subject(topic)
        self.low = topic.interval.low


def _subject(topic: Topic) -> frozenset[str]:
    """The key of the clause's subject when that is a name."""
    subject, quote = topic.claim.subject, topic.claim.sentence.quote
    named = subject[:1].isupper() and (quote.find(subject) > 0 or subject in topic.claim.speaker)
    return frozenset((key(subject),)) if named else frozenset()


def _across(case: Case) -> Iterator[Finding]:
    shelves: dict[int, list[_Share]] = {}
    for share in _shares(case):
        shelves.setdefault(share.topic.document, []).append(share)
    for shares in shelves.values():
        yield from _exceeding(shares[:_MOST_HOLDERS])
    for left, right in case.kinship.pairs:
        if left in shelves and right in shelves and case.kinship.bond(left, right) >= _RELATED:
            yield from _rivals(case, shelves[left], shelves[right])


def _shares(case: Case) -> Iterator[_Share]:
    """Shares of wholes that are shared out, each with a named holder; in a list the whole is said once."""
    sentence, whole = (-1, -1), ""
    for topic in case.topics:
        if topic.family != "share" or topic.aspect != "value":
            continue
        claim = topic.claim
        if (topic.document, claim.sentence.start) != sentence:
            sentence, whole = (topic.document, claim.sentence.start), ""
        own = sorted(({topic.noun} | topic.narrowing if topic.noun else topic.clause) & WHOLE)
        if topic.noun and not own:
            continue
        whole = own[0] if own else whole
        if whole and claim.modality == "asserted" and not _COUNTING.search(topic.beside) and not topic.marks - {"reference"}:
            share = _Share(topic, whole)
            if share.holder and share.low > 0:
                yield share


def _exceeding(shares: list[_Share]) -> Iterator[Finding]:
    """Of one text: two shares that together exceed the whole, else all of its shares, when each holder has but one."""
    for left, right in combinations(shares, 2):
        if _rival(left, right) and left.low + right.low > _WHOLE:
            yield _finding([left, right])
            return
    for whole in sorted({share.whole for share in shares}):
        held: list[_Share] = []
        for share in (share for share in shares if share.whole == whole):
            same = [other for other in held if other.holder & share.holder]
            if any(other.topic.interval.meets(share.topic.interval) == "apart" for other in same):
                return
            if not same:
                held.append(share)
        if (
            len(held) > 2
            and all(share.topic.claim.bound == "exact" for share in held)
            and _WHOLE < sum(share.low for share in held) < 2 * _WHOLE
        ):
            yield _finding(held)


def _rivals(case: Case, mine: list[_Share], theirs: list[_Share]) -> Iterator[Finding]:
    for left in mine:
        for right in theirs:
            if _rival(left, right) and left.low + right.low > _WHOLE and left.topic.clause & right.topic.clause - {left.whole}:
                yield _finding([left, right], case.comparer.step("documents", left.topic, right.topic))
                return


def _rival(left: _Share, right: _Share) -> bool:
    """Whether two shares are of one whole at one time, and of different holders."""
    one, other = left.topic, right.topic
    if left.whole != right.whole or left.holder & right.holder or (one.period != other.period and None not in (one.period, other.period)):
        return False
    return not (one.day and other.day) or abs(one.day - other.day) <= _FEW_DAYS


def _finding(shares: list[_Share], *steps: Step) -> Finding:
    least = sum(share.low for share in shares)
    message = " and ".join(said(share.topic.claim) for share in shares) + f": together more than {least:g} percent of one {shares[0].whole}"
    why = (
        Step("whole", "same", shares[0].whole),
        Step("holder", "different", "; ".join(written(share.topic.claim, share.holder) for share in shares)),
    )
    return finding(check, "conflict", message, [share.topic.claim for share in shares], (*why, *steps))


check = Check(
    code="X103",
    name="shares",
    severity="error",
    across=_across,
    manual="""
        Shares of one whole, held by different holders, exceed it.

        Of a vote, of seats or of a stake nobody can hold what another holds. The least that the shares
        can be, by their wording, must not add up to more than the whole, rounding allowed for.
    """,
    conflicts="""
        [2021-05-04] Officials gave Ruiz more than 70 percent of the vote. Tamm claims to have won 45 to 50 percent of the vote.
        [2021-05-04] In Velm 70 percent of the vote went to Ruiz. || [2021-05-05] In Velm 45 percent of the vote went to Tamm.
    """,
    agreements="""
        [2021-05-04] Officials gave Ruiz 55 percent of the vote. Tamm won 45 percent of the vote.
        [2021-05-04] Of those asked, 68 percent named radio and 54 percent named newspapers.
        [2021-05-04] Ruiz won 55 percent of the vote, with 96 percent of ballots counted in Velm.
    """,
)
