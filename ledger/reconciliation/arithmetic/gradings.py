"""Shares of one whole by the steps of a scale, by votes, or in a bare list: "mild in 44 percent, severe in 27 percent"."""

from __future__ import annotations

from collections.abc import Iterator

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import changes, cues
from ledger.reconciliation.arithmetic.lists import SEPARATORS, Row, lists_some
from ledger.reconciliation.arithmetic.passages import Passage
from ledger.reconciliation.arithmetic.polls import Shared
from ledger.reconciliation.arithmetic.steps import of_one_scale

_PARTS, _LONGEST, _NEAR, _FEW = 3, 8, 6, 2
_ALL, _MOST = 100.5, 133.0
_STOPS = SEPARATORS | {":", "(", ")", "–", "-", "while", "but", "or"}
_VOTED, _FORMED, _PAYERS, _SPLIT = cues("voted"), cues("formed"), cues("payers"), cues("shared out")
_FROM = (("from",), ("of",), ("into",), ("between",), ("among",), ("by",))
_LIST = re.compile(
    r"^(?:(?P<head>(?:[^\s<>.;:!?()]+ ){1,6}): )?(?:(?:and )?(?:[^\s<>.;:!?()]+ ){1,4}<p\d+> (?:of (?:it|this) )?[,;.] ?){3,}$"
)

_FOR_NAME = re.compile(r"(?: \w+){0,4} for (?:the )?[^\W\d_a-z]")
_WITHIN = frozenset({"for", "in", "of", "to", "with"})
"""Words within what is no name of one who pays."""


def graded(passage: Passage) -> Iterator[Shared]:
    """What ``passage`` tells so and comes to more than all of it."""
    if passage.letters.count("p") < _PARTS:
        return
    row = Row(passage, "p")
    parts = row.figures
    if not _PARTS <= len(parts) <= _LONGEST or not _ALL < sum(part.number for part in parts) <= _MOST:
        return
    if any(part.claim.bound not in ("exact", "about") or changes(passage, part) for part in parts) or lists_some(row):
        return
    if _are_steps(row) or _are_votes(row) or _are_listed(passage, row) or _are_in_brackets(row):
        yield Shared(parts)


def _clauses(row: Row) -> tuple[list[list[str]], list[list[str]]]:
    """The words of each share's own clause before it, and behind it; a date is ``@``."""
    before, behind = [], []
    for at in range(len(row.figures)):
        gap, following = row.gaps[at], row.gaps[at + 1]
        start = max((place + 1 for place, word in enumerate(gap) if word in _STOPS), default=0)
        end = next((place for place, word in enumerate(following) if word in _STOPS or word == "."), len(following))
        before.append(gap[start:][-_NEAR:])
        behind.append(following[:end][: _NEAR + _FEW])
    return before, behind


def _are_steps(row: Row) -> bool:
    before, behind = _clauses(row)
    if any("@" in words for words in (*before[1:], *behind[:-1])) or sum(words[:1] == ["of"] for words in behind) > 1:
        return False
    return any(of_one_scale(words) for words in (before, behind))


def _are_votes(row: Row) -> bool:
    """Of "42 percent voted for Halm, 35 percent for Prior and 33 percent for Dunne"."""
    _, behind = _clauses(row)
    first = behind[0]
    voted = not _VOTED.isdisjoint(first[:_NEAR]) and "for" in first and not any("@" in gap for gap in row.gaps[1:])
    named = all(_FOR_NAME.match(part.claim.sentence.quote, part.claim.in_sentence[1]) for part in row.figures)
    return voted and named and all(words[:1] == ["for"] for words in behind[1:])


def _are_listed(passage: Passage, row: Row) -> bool:
    """Of "The state 50 percent, the region 20 percent, the town 40 percent", "By age they divide thus: under 30, 20 percent; ..."."""
    if (found := _LIST.match(passage.text)) is not None:
        payers = sum(not _PAYERS.isdisjoint(gap[-1:]) and _WITHIN.isdisjoint(gap) for gap in row.gaps[:-1])
        return payers >= _FEW or not (_SPLIT | _FORMED).isdisjoint((found["head"] or "").split())
    lead = row.gaps[0]
    if ":" not in lead or _FORMED.isdisjoint(lead[: lead.index(":")]):
        return False
    marks = [gap[:1] for gap in row.gaps[1:-1]]
    return all(mark in ([","], [";"]) for mark in marks) and row.gaps[-1] in ([], ["."])


def _are_in_brackets(row: Row) -> bool:
    """Of "The power comes from coal (46 percent), gas (31 percent) and wind (33 percent)"."""
    if any(gap[-1:] != ["("] for gap in row.gaps[:-1]) or any(gap[:1] != [")"] for gap in row.gaps[1:]):
        return False
    lead = row.gaps[0][-_NEAR - _FEW :]
    return any(lead[at - 1] in (_FORMED | _SPLIT | {"comes", "come", "came"}) and (word,) in _FROM for at, word in enumerate(lead) if at)
