"""Suppressions: findings that somebody who wrote a text, or keeps it, does not want told, and why not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from ledger.gate.codes import known_codes, nearest
from ledger.gate.records import Excuse, Excused, Place
from ledger.reading.directives import Directive
from ledger.records import Claim, Finding, Span
from ledger.settings import did_you_mean

_SHOWN = 40
"""Characters of a wrong word that a message repeats."""


class Terms(NamedTuple):
    """What a suppression says: codes of checks, the last day on which it holds, and why."""

    codes: tuple[str, ...]
    until: date | None
    reason: str


@dataclass(frozen=True, eq=False)
class Suppression:
    """One that is well formed: where it stands, and which claims it is about; ``first`` is where the paragraph of a comment begins.

    ``is_due`` says whether what it is about was checked, so that it should have been of use.
    """

    by: Excuse
    terms: Terms
    place: Place
    line: int
    covers: Callable[[Claim], bool]
    first: int = 0
    is_due: Callable[[], bool] = lambda: True

    def is_over(self, today: date) -> bool:
        """Whether its last day is before ``today``."""
        return self.terms.until is not None and self.terms.until < today

    def excuse(self, finding: Finding) -> Excused:
        """The finding as excused by this one."""
        until = self.terms.until.isoformat() if self.terms.until else ""
        place = f"{self.place.document}:{self.line}"
        return Excused(finding=finding, by=self.by, reason=self.terms.reason, until=until, place=place)


class Malformed(NamedTuple):
    """One that is not, and what is wrong with it."""

    place: Place
    complaint: str


def terms(said: str) -> Terms:
    """What ``ignore CODES [until=DAY] -- reason`` says. Raises ValueError, which tells what is wrong with it."""
    head, _, reason = (part.strip() for part in said.partition("--"))
    verb, *words = head.split() or [""]
    if verb != "ignore":
        raise ValueError(f"{verb[:_SHOWN]!r} is unknown{did_you_mean(verb[:_SHOWN], ['ignore'])}")
    days = [word.removeprefix("until=") for word in words if word.startswith("until=")]
    codes = [code for word in words if not word.startswith("until=") for code in word.split(",") if code]
    if len(days) > 1:
        raise ValueError("until= stands there twice")
    return checked(codes, days[0] if days else None, reason)


def checked(codes: Sequence[str], until: object, reason: str) -> Terms:
    """The same from its parts; ``until`` is a date, or a text that is one. Raises ValueError."""
    if not codes:
        raise ValueError("it names no check; say which, as in ignore X101")
    for code in codes:
        if code not in known_codes():
            raise ValueError(f"no check {code[:_SHOWN]!r}{nearest(code)}")
        if code.startswith("H"):
            raise ValueError(f"{code} is about suppressions, and cannot be suppressed")
    try:
        day = date.fromisoformat(until) if isinstance(until, str) else until
    except ValueError as error:
        raise ValueError(f"until={until} is no date; expected until=YYYY-MM-DD") from error
    if day is not None and type(day) is not date:
        raise ValueError("until is no date; expected YYYY-MM-DD")
    if not reason:
        raise ValueError("it gives no reason; say why behind two hyphens: -- the reason")
    return Terms(tuple(codes), day, " ".join(reason.split()))


def of_comments(said: Mapping[str, Sequence[Directive]]) -> Iterator[Suppression | Malformed]:
    """What the comments of documents, by path, come to."""
    for path, held in said.items():
        for each in held:
            place = Place(document=path, span=Span(start=each.start, end=each.end, quote=each.quote))
            try:
                yield Suppression("comment", terms(each.said), place, each.line, _within(path, each.first, each.last), each.first)
            except ValueError as error:
                yield Malformed(place, str(error))


def _within(path: str, first: int, last: int) -> Callable[[Claim], bool]:
    return lambda claim: claim.document == path and first <= claim.span.start < last


@dataclass
class Suppressions:
    """All that there are, by the codes that they suppress, and which of them have been of use for which."""

    today: date
    held: Sequence[Suppression | Malformed]
    used: set[tuple[int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._comments: dict[tuple[str, str], list[tuple[int, int, Suppression]]] = {}
        self._entries: dict[str, list[tuple[int, Suppression]]] = {}
        for number, each in enumerate(self.held):
            if isinstance(each, Suppression) and not each.is_over(self.today):
                for code in each.terms.codes:
                    if each.by == "comment":  # in the order of their paragraphs
                        self._comments.setdefault((code, each.place.document), []).append((each.first, number, each))
                    else:
                        self._entries.setdefault(code, []).append((number, each))

    def excuse(self, finding: Finding) -> Excused | None:
        """Why the finding is not told; None when nothing suppresses it."""
        for claim in finding.claims:
            comments = self._comments.get((finding.code, claim.document), [])
            near = bisect_right(comments, claim.span.start, key=itemgetter(0))
            here = [(number, each) for _, number, each in comments[max(0, near - 1) : near]]
            for number, each in here + self._entries.get(finding.code, []):
                if each.covers(claim):
                    self.used.add((number, finding.code))
                    return each.excuse(finding)
        return None

    def malformed(self) -> Iterable[Malformed]:
        """Those that are not well formed."""
        return (each for each in self.held if isinstance(each, Malformed))

    def expired(self) -> Iterable[Suppression]:
        """Those whose last day is over."""
        return (each for each in self.held if isinstance(each, Suppression) and each.is_over(self.today))

    def unused(self) -> Iterator[tuple[Suppression, list[str]]]:
        """Those that hold and have suppressed nothing, and for which of their codes."""
        for number, each in enumerate(self.held):
            if isinstance(each, Suppression) and not each.is_over(self.today):
                idle = [code for code in each.terms.codes if (number, code) not in self.used]
                if idle and each.is_due():
                    yield each, idle
