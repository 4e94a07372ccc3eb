"""By how much one figure is over another or under it: "43.8 °C, which exceeded the old record of 42.1 °C by 1.7 degrees".

Both must stand in the sentence, or the one that is over in the sentence before it where the next goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger.extraction.context.inflection import lemma
from ledger.reconciliation.arithmetic.cues import Direction, cues
from ledger.reconciliation.arithmetic.margins import margins
from ledger.reconciliation.arithmetic.passages import NOISE, Figure, Passage, bare
from ledger.reconciliation.arithmetic.ranges import Range

_TOPS, _BEYOND, _GOES_ON = cues("tops"), cues("beyond"), cues("goes on")
_THEN = cues("then") | {"former", "predecessor"}
_AMOUNTS = cues("unreal") | cues("set amounts") | {""}
_KINDS = "mqcr"
_PAIR, _APART, _FAR, _NEAR, _MOST = 2, 2.5, 14, 8, 6
"""What one is over the other may be off by the second factor at most: what is further off is of something else."""
_BESIDE = NOISE | {"d"}
_ENDS = frozenset({";", ":", ".", "!", "?", "(", ")"})


class Topped(NamedTuple):
    """``base`` is what was, ``end`` what is over or under it; ``said`` is by how much."""

    base: Figure
    end: Figure
    said: Figure
    direction: Direction = "either"


def topped(passage: Passage) -> Iterator[Topped]:
    """What ``passage`` says so, the first of it."""
    if not _may_tell(passage):
        return
    for said in passage.figures:
        if said.letter not in _KINDS + "p" or said.claim.bound == "between":
            continue
        found = _by(passage, said) or _beyond(passage, said)
        if found is not None and _is_near(found):
            yield found
            return


def _may_tell(passage: Passage) -> bool:
    """Whether there are figures enough: a quick look, before the sentence is cut into words."""
    before = passage.previous.letters if passage.previous is not None else ""
    told_here = [letter for letter in passage.letters if letter in _KINDS]
    if not told_here or passage.told < _PAIR or len(passage.letters) > _MOST:
        return False
    return any((passage.letters + before).count(letter) + passage.letters.count("p") > _PAIR for letter in set(told_here))


def _by(passage: Passage, said: Figure) -> Topped | None:
    """Of "it beat the old record of 42.1 °C, set in Velm, by 1.7 degrees"."""
    gap = bare(passage.gaps[said.at])
    if gap[-1:] != ["by"]:
        return None
    base = _last_before(passage, said)
    if base is None or not _ENDS.isdisjoint(_between(passage, base, said)):
        return None
    words = [*passage.gaps[base.at][-_FAR:], *_between(passage, base, said)[:-1]]
    if not any(map(_tops, words)):
        return None
    return _over(passage, base, said)


def _tops(word: str) -> bool:
    forms = (word[:-3], word[:-4], f"{word[:-3]}e") if word.endswith("ing") else (lemma(word),)
    return not _TOPS.isdisjoint(forms)


def _beyond(passage: Passage, said: Figure) -> Topped | None:
    """Of "That is 1.7 degrees above the old record of 42.1 °C", "7.84 metres, 54 centimetres above the mark of 7.30 metres"."""
    behind, at = passage.gaps[said.at + 1], said.at + 1
    if at >= len(passage.figures) or _BEYOND.isdisjoint(behind[:2]) or len(behind) > _NEAR or not _ENDS.isdisjoint(behind) or "," in behind:
        return None
    base = passage.figures[at]
    if behind[-1:] not in (["of"], ["at"], ["the"]) and "than" not in behind:
        return None
    if not _like(base, said) or base.letter not in _KINDS:
        return None
    before = passage.gaps[said.at]
    if any(margins(passage)):
        return None  # it is a difference that is named
    if said.at and not ({",", "–", "which"} & set(before)):
        return None
    return _over(passage, base, said)


def _over(passage: Passage, base: Figure, said: Figure) -> Topped | None:
    """What is over ``base``: the one other figure like it in the sentence, before what is said, or the only one of the sentence before."""
    here = [figure for figure in passage.figures if figure.like(base) and figure not in (base, said)]
    if here:
        end = here[0]
        return (
            Topped(base, end, said)
            if len(here) == 1 and end.at < max(said.at, base.at) and _may_be_of_one(base, end, said, passage.gaps[end.at + 1])
            else None
        )
    before = passage.previous
    opening = passage.gaps[0]
    if before is None or (_GOES_ON.isdisjoint(opening[:1]) and _THEN.isdisjoint(opening)):
        return None
    there = [figure for figure in before.figures if figure.like(base)]
    return Topped(base, there[0], said) if len(there) == 1 and _may_be_of_one(base, there[0], said, before.gaps[there[0].at + 1]) else None


def _last_before(passage: Passage, said: Figure) -> Figure | None:
    """The last figure before ``said`` that it can be a difference from."""
    held = [figure for figure in passage.figures[: said.at] if figure.letter not in _BESIDE]
    return held[-1] if held and held[-1].letter in _KINDS and _like(held[-1], said) else None


def _like(base: Figure, said: Figure) -> bool:
    return said.letter == "p" or base.like(said)


def _may_be_of_one(base: Figure, end: Figure, said: Figure, end_behind: Sequence[str]) -> bool:
    if any(figure.claim.bound in ("between", "magnitude") for figure in (base, end, said)) or (base.number <= 0 and base.letter != "q"):
        return False
    if not _BEYOND.isdisjoint(end_behind[:1]):
        return False  # "12 metres deeper than the quarry, and 8 metres deeper than the pool of 23 metres"
    nouns = {figure.noun for figure in (base, end, said) if figure.letter == "c"} - _AMOUNTS
    return len(nouns) < _PAIR


def _between(passage: Passage, one: Figure, other: Figure) -> list[str]:
    return [word for at in range(one.at + 1, other.at + 1) for word in passage.gaps[at]]


def _is_near(found: Topped) -> bool:
    """Whether what is said is near what the figures come to."""
    if found.said.letter == "p":
        grown = found.end.range.over(found.base.range).widened(1.0, -1.0).scaled(100.0)
        meant = found.said.range
    else:
        grown, meant = found.end.range.minus(found.base.range), found.said.difference
    size = Range(-grown.high, -grown.low) if grown.high <= 0 else Range(max(grown.low, 0.0), grown.high)
    return size.high > 0 and meant.over(size).meets(Range(1 / _APART, _APART))
