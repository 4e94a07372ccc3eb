"""One dispute is one finding: pairs that share a claim are put together, and said in a sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.printing import without_markup
from ledger.reconciliation.comparison import Step
from ledger.records import Claim, Finding, Level, Severity, Verdict

if TYPE_CHECKING:
    from ledger.reconciliation.check import Declared

T = TypeVar("T")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_LONG = 60
_MOST_SIDES = 6
"""Sides of a dispute that its message names; the others are counted."""
_ARTICLES = re.compile(r"^(?:the|a|an|its|their) ", re.IGNORECASE)


def together(items: Iterable[T], ends: Callable[[T], tuple[int, int]]) -> list[list[T]]:
    """``items`` that share an end put together, in the order of their least end; ``ends`` gives the two of each."""
    held = list(items)
    parents: dict[int, int] = {}

    def root(member: int) -> int:
        while (parent := parents.setdefault(member, member)) != member:
            parents[member] = member = parents[parent]
        return member

    for item in held:
        one, other = map(root, ends(item))
        parents[max(one, other)] = min(one, other)  # a group's root is its least end
    found: dict[int, list[T]] = {}
    for item in held:
        found.setdefault(root(ends(item)[0]), []).append(item)
    return [found[least] for least in sorted(found)]


def finding(check: Declared, verdict: Verdict, message: str, claims: Sequence[Claim], steps: Iterable[Step | Level] = ()) -> Finding:
    """A finding of ``check`` on ``claims``, which are in order; its fingerprint tells from the figures and words alone."""
    because = tuple(
        step if isinstance(step, Level) else step.record() for step in steps if isinstance(step, Level) or step.weight or step.note
    )
    severity: Severity = check.severity if verdict == "conflict" else "note"
    return Finding.dense(
        code=check.code, name=check.name, verdict=verdict, severity=severity, message=message, claims=tuple(claims), because=because,
        fingerprint=fingerprint(check.code, verdict, claims), decisions=(),
    )  # fmt: skip


def fingerprint(code: str, verdict: Verdict, claims: Sequence[Claim]) -> str:
    """Equal for the same figures, as often, in the same sentences, wherever these stand and however their lines are broken."""
    told = sorted(map(_telling, claims))
    return hashlib.blake2s("\n".join([code, verdict, *told]).encode(), digest_size=10).hexdigest()


def _telling(claim: Claim) -> str:
    figures = ",".join(sorted(_FIGURE.findall(claim.sentence.quote)))
    return f"{claim.kind} {claim.quantity} {lemma(claim.counted)} [{figures}]"


def said(claim: Claim) -> str:
    """The claim's figure as written, and who says so: "27 documents out of 31 (Ruiz)"."""
    quote = _plain(claim.mention.quote)
    return f"{quote if len(quote) < _LONG else _plain(claim.span.quote)} ({source(claim)})"


def _plain(quote: str) -> str:
    """A quote on one line, without the markup of its page."""
    return " ".join(without_markup(quote).replace("*", "").split())


def source(claim: Claim) -> str:
    """Who says so: the speaker, else the document's name."""
    return _ARTICLES.sub("", " ".join(claim.speaker.split())) or PurePath(claim.document).name


def paired(verdict: Verdict, one: Claim, other: Claim) -> str:
    """Two figures with who says so: "33 Russians (Ruiz) against 32 Russians (Tamm)", or "and" where they do not conflict."""
    return f"{said(one)} {'against' if verdict == 'conflict' else 'and'} {said(other)}"


def against(groups: Sequence[Sequence[Claim]]) -> str:
    """The sides of a dispute, one figure of each with its source; of very many the first, and how many more there are."""
    more = len(groups) - _MOST_SIDES
    return " against ".join(said(_spokesman(group)) for group in groups[:_MOST_SIDES]) + (f" and {more} more" if more > 0 else "")


def disputed(groups: Sequence[Sequence[Claim]]) -> str:
    """Who disputes it, as the end of a message, when every side has a speaker of its own; else ""."""
    speakers = [source(_spokesman(group)) for group in groups if _spokesman(group).speaker]
    if not max(len(groups), 2) <= len(speakers) <= _MOST_SIDES or len({speaker.lower() for speaker in speakers}) < len(speakers):
        return ""
    return f": disputed between {', '.join(speakers[:-1])} and {speakers[-1]}"


def _spokesman(group: Sequence[Claim]) -> Claim:
    return next((claim for claim in group if claim.speaker), group[0])


def unique(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings without those that repeat the fingerprint of an earlier one."""
    seen: set[str] = set()
    for each in findings:
        if each.fingerprint not in seen:
            seen.add(each.fingerprint)
            yield each
