"""Whether one thing can be in two of the parts that a list tells: those who are hurt and those who are women, the sold and the kept."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.extraction.context.inflection import PARTICIPLES
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import APPORTIONED, SEPARATORS, class_of
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare
from ledger.reconciliation.arithmetic.windows import Place

_OVERLAPPING, _HAVING, _OF_THEM = cues("may overlap"), cues("having"), cues("of them")
_NONE_YET = cues("rest") | cues("remain") | cues("none yet")
_LEADS = cues("leads to a total")
_PLACES, _WERE = cues("places"), cues("were")
_TO = frozenset({"to", "yet", "already", "since", "not"})
_CLOSE, _SHORT = 4, 2
"""Words behind a figure that are looked at, and of a part that is told in one word and a mark."""


def may_overlap(parts: Sequence[Place]) -> bool:
    """Whether one may be in two of the parts: by what they do, as it is of some of a part, or as some alone are of men or of women."""
    if any(not _OVERLAPPING.isdisjoint(part.behind[:2]) and not _is_auxiliary(part.behind[:3]) for part in parts):
        return True
    if any(not _OF_THEM.isdisjoint(part.before[-2:]) for part in parts[1:]):
        return True  # "13 were invited, and of these 11 came"
    classes = [class_of(part.figure, _own(part)) is not None for part in parts if part.figure.letter == "c"]
    return any(classes) and not all(classes)


def _own(part: Place) -> list[str]:
    """The first words behind a part that do not belong to the next one."""
    end = next((at for at, word in enumerate(part.behind) if word in SEPARATORS), len(part.behind))
    return part.behind[: min(end, _CLOSE)]


def _is_auxiliary(behind: Sequence[str]) -> bool:
    """Whether "have" is but a part of another verb: "50 have been sold", "50 had run dry", "50 have yet to be", "50 had to wait"."""
    return not _HAVING.isdisjoint(behind[:1]) and any(word in PARTICIPLES or word.endswith("ed") or word in _TO for word in behind[1:])


def is_a_part(figure: Figure, passage: Passage) -> bool:
    """Whether a figure is itself a part of what its sentence begins with: 754 in "among some 1,640 boats, 754 sank and 185 burned"."""
    whole = passage.figures[0]
    if whole is figure or not whole.like(figure) or whole.number <= figure.number:
        return False
    return not _LEADS.isdisjoint(bare(passage.gaps[0])[-1:])


def are_apart(parts: Sequence[Place]) -> bool:
    """Whether none can be in two of the parts: some are left, or all are told where in so many places, or each in one word."""
    if not _NONE_YET.isdisjoint(parts[-1].behind[:_CLOSE]):
        return True
    if all(len(part.before) <= _SHORT and _WERE.isdisjoint(part.before) for part in parts[1:]):
        return True
    ways = {part.behind[0] if part.behind else "" for part in parts[1:]}
    if ways <= _PLACES:
        return not _PLACES.isdisjoint(parts[0].behind)
    return ways <= APPORTIONED and len(ways) == 1 and not ways.isdisjoint(parts[0].behind)
