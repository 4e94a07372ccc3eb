"""Changes of which what was and what became stand in clauses or sentences of their own: "200 last year; this year 260, up 30 percent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as day
from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.reconciliation.arithmetic.cues import PERIODS, Direction, apposed, changes, cues
from ledger.reconciliation.arithmetic.passages import MARKS, NOISE, Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number

_THEN, _NOW, _BASES = cues("then"), cues("now"), cues("compared with")
_STANDING, _OWN_BASE = cues("standing"), cues("own base")
_UNREAL = cues("unreal") - _THEN
_THREE, _FAR, _NEAR, _APART = 3, 12, 9, 2.5
"""A change said may be off by this factor at most: one further off is of something else."""


class Compared(NamedTuple):
    """``base`` became ``end``; ``said`` is by how much, in ``direction``."""

    base: Figure
    end: Figure
    said: Figure
    direction: Direction


def compared(passage: Passage) -> Iterator[Compared]:
    """What ``passage``, whose figures are not denied or supposed, says so: one change, in percent, by a factor or in the others' unit."""
    if ("x" in passage.letters or "since" in passage.words) and (again := _counted_again(passage)) is not None:
        yield again
        return
    figures = [figure for figure in passage.figures if figure.letter not in NOISE and figure.letter != "d"] or [
        figure for figure in passage.figures if figure.letter == "d"
    ]
    if not _THREE - 1 <= len(figures) <= _THREE:
        return
    said = [figure for figure in figures if figure.letter in "px"] or [figures[-1]]
    if len(said) != 1 or (said[0].letter not in "px" and not (said[0].like(figures[-2]) and changes(passage, said[0]))):
        return
    found = _in_one(passage, figures, said[0]) if len(figures) == _THREE else None
    if found is None and len(figures) == _THREE - 1:
        found = _over_two(passage, figures, said[0])
    if found is not None and _is_near(found):
        yield found


def _in_one(passage: Passage, figures: Sequence[Figure], said: Figure) -> Compared | None:
    others = [figure for figure in figures if figure is not said]
    base, end = others
    if not _are_alike(base, end) or not _UNREAL.isdisjoint(passage.gaps[base.at]):
        return None
    if said.letter == "x":
        return _multiplied(passage, base, said, end)
    direction = changes(passage, said)
    if not direction:
        return None
    if base.at < said.at < end.at:
        return Compared(base, end, said, direction) if _grows(passage, base, said, end) else None
    if said.at < end.at or not _OWN_BASE.isdisjoint(passage.gaps[said.at + 1][:4]) or not _restates(passage, end, said):
        return None
    opening, before = passage.gaps[0], passage.gaps[base.at]
    fronted = base.at == 0 and opening[:1] and (opening[0] in _BASES or opening[:2] == ["compared", "with"])
    between = _between(passage, base, end)
    if names_another(base, end):
        return None
    if fronted and "," in between and ";" not in between:
        return Compared(base, end, said, direction)
    earlier = not _THEN.isdisjoint(before[-_NEAR:]) or _is_then(passage, base, end, between)
    return Compared(base, end, said, direction) if earlier and _parts(between) else None


def _over_two(passage: Passage, figures: Sequence[Figure], said: Figure) -> Compared | None:
    """Of "Last year there were 200 cases. This year there were 260, an increase of 30 percent"."""
    before, end = passage.previous, figures[0]
    if before is None or end is said or said.at < end.at:
        return None
    bases = [figure for figure in before.figures if figure.letter not in NOISE and (figure.letter != "d" or end.letter == "d")]
    direction = changes(passage, said)
    if not direction or len(bases) != 1 or not _are_alike(bases[0], end) or not _restates(passage, end, said):
        return None
    if names_another(bases[0], end) or not _UNREAL.isdisjoint(before.gaps[bases[0].at]):
        return None
    earlier = {*before.gaps[0], *before.gaps[bases[0].at + 1]}
    dated = any(figure.letter == "t" for figure in before.figures) or _was_ago(before)
    now = not _NOW.isdisjoint([*passage.gaps[0], *passage.gaps[end.at + 1]]) or (dated and "last" in passage.gaps[0])
    then = now and (dated or not _THEN.isdisjoint(earlier))
    return Compared(bases[0], end, said, direction) if then and _OWN_BASE.isdisjoint(passage.gaps[said.at + 1][:4]) else None


_DOUBLES = re.compile(r"<x\d+> (?:its|the|their|his|her|our) <c\d+> (?:[^\s<>.,;:]+ ){1,2}to (?:a total of |a record )?<c\d+>")
_DOUBLED = re.compile(r"<x\d+> to <[cm]\d+>")


def _multiplied(passage: Passage, base: Figure, said: Figure, end: Figure) -> Compared | None:
    """Of "double its 120,000 visitors to 360,000", "the staff of 40 has doubled to 120"."""
    if said.at < base.at:
        return Compared(base, end, said, "either") if _DOUBLES.search(passage.text) else None
    if base.at < said.at < end.at and _DOUBLED.search(passage.text) and _grows(passage, base, said, end):
        return Compared(base, end, said, "either")
    return None


@cache
def _again() -> tuple[re.Pattern[str], ...]:
    it = f"(?:that|this|the|their|its) (?:{'|'.join(sorted(cues('totals') | cues('told anew')))})"
    return (
        # "Since then their number has doubled to 120"
        re.compile(
            rf"^(?:since (?:then )?(?:<t\d+> )?(?:, )?)?{it} (?:has |had |have )?(?:since |now |then )?"
            r"(?P<said><x\d+>) to (?P<end><[cmq]\d+>)"
        ),
        # "It has since grown by 460 to 2,840"
        re.compile(
            rf"^(?:since then )?(?:it|they|{it}) (?:has |have |had )?since [^\s<>.,;]+ (?:by )?"
            r"(?P<said><[cmqp]\d+>) to (?P<end><[cmq]\d+>)"
        ),
    )


def _counted_again(passage: Passage) -> Compared | None:
    """Of "There were 40 jobs in 2019. Since then their number has doubled to 120"."""
    before, found = passage.previous, next((found for form in _again() if (found := form.search(passage.text))), None)
    if before is None or found is None:
        return None
    said, end = passage.figure(found["said"]), passage.figure(found["end"])
    bases = [figure for figure in before.figures if figure.letter not in NOISE and figure.letter != "d"]
    if len(bases) != 1 or not (bases[0].like(end) and (bases[0].letter != "c" or end.noun in ("", bases[0].noun) or end.noun == said.noun)):
        return None
    return Compared(bases[0], end, said, changes(passage, said) or "either")


def _grows(passage: Passage, base: Figure, said: Figure, end: Figure) -> bool:
    """Whether nothing but a time and a verb of change stands between what was and the change, and "to" before what became."""
    last = passage.gaps[end.at]
    if end.at != said.at + 1 or last != ["to"]:
        return False
    between = [word for word in _between(passage, base, said) if word not in _STANDING and not word.startswith("@")]
    nouns = {base.claim.counted.lower(), *map(str.lower, base.claim.modifiers)}
    return len([word for word in between if word not in nouns and word not in ("by", ",")]) <= 1


def _between(passage: Passage, one: Figure, other: Figure) -> list[str]:
    """The words between two figures, those of times as ``@``."""
    found: list[str] = []
    for at in range(one.at + 1, other.at + 1):
        found += ["@", *passage.gaps[at]] if at > one.at + 1 else passage.gaps[at]
    return found


def _parts(between: Sequence[str]) -> bool:
    """Whether a clause of its own begins between the two."""
    return any(word in (",", ";", "and", "but") for word in between) and len(between) <= _FAR


def _is_then(passage: Passage, base: Figure, end: Figure, between: Sequence[str]) -> bool:
    """Whether it is said when the one was, and that the other is now or later."""
    mark = next((at for at, word in enumerate(between) if word in (",", ";", "and", "but")), len(between))
    behind = passage.gaps[end.at + 1]
    dates = [figure for figure in passage.figures if figure.letter == "t" and figure.at < end.at + 2]
    later = not _NOW.isdisjoint([*between[mark:], *behind[:3]]) or ("last" in between[mark:] and _are_before(dates))
    if len(dates) == 2:
        return bool(dates[0].claim.low and dates[1].claim.low) and str(dates[0].claim.low) < str(dates[1].claim.low)
    dated = "@" in between[:mark] or ("last" in between[mark:] and any(figure.at < base.at for figure in dates))
    return later and (dated or not _THEN.isdisjoint(between[:mark]))


def _was_ago(passage: Passage) -> bool:
    """Whether it is said how long ago something was: "two years ago it had 640 pupils"."""
    return any(figure.letter == "d" and passage.gaps[figure.at + 1][:1] == ["ago"] for figure in passage.figures)


def _are_before(dates: Sequence[Figure]) -> bool:
    """Whether each date is of a year before the last one."""
    return bool(dates) and all(
        isinstance(date.claim.low, day) and date.claim.published is not None and date.claim.low.year < date.claim.published.year - 1
        for date in dates
    )


def _restates(passage: Passage, end: Figure, said: Figure) -> bool:
    """Whether the change is said right behind what became."""
    gap = _between(passage, end, said)
    return len(gap) <= _FAR and ";" not in gap and "." not in gap and (apposed(gap) or not MARKS.intersection(gap))


def _are_alike(base: Figure, end: Figure) -> bool:
    """Whether both are amounts of one thing, of which the second may leave out what it is; "the estimate was" and "the cost is" are."""
    if not base.like(end) or base.letter not in "cmqd" or not number(base.claim) > 0:
        return False
    noun, other = ("" if figure.noun in PERIODS else figure.noun for figure in (base, end))
    return not other or not noun or noun == other or (noun in _THEN and other in _NOW)


def names_another(base: Figure, end: Figure) -> bool:
    """Whether a name stands before what became that what was does not share: "Velm sold 200 boats, and Tezak sold 260"."""
    one, other = base.claim, end.claim
    together = one.sentence.start == other.sentence.start
    before = other.sentence.quote[one.in_sentence[1] if together else 0 : other.in_sentence[0]]
    return any(name in before and (together or name not in one.sentence.quote) for name in other.names)


def _is_near(found: Compared) -> bool:
    """Whether the change is about what the figures come to, in the direction told."""
    grown = found.end.range.over(found.base.range)
    if found.said.letter == "x":
        return True
    change = grown.widened(1.0, -1.0).scaled(100.0) if found.said.letter == "p" else found.end.range.minus(found.base.range)
    if found.direction == "down":
        change = Range(-change.high, -change.low)
    return change.high > 0 and found.said.range.over(Range(max(change.low, 0.1), change.high)).meets(Range(1 / _APART, _APART))
