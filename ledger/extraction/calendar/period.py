"""Which date of a sentence governs a figure, and the period that the figure speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import cast

from ledger import patterns as re
from ledger.extraction.calendar.almanac import dates
from ledger.extraction.calendar.relative import Dated, relative
from ledger.extraction.scene import Scene
from ledger.lexicon import lists

Period = tuple[date | None, date | None]
"""First and last day; None is an open or an unknown end."""

_LISTS = lists("periods.tsv")
_LEADS = {word: name for name in ("since", "from", "after", "until", "before", "compared") for word in _LISTS[name]}
_INNER = frozenset(_LISTS["inner"])
_SUPERLATIVE = frozenset(_LISTS["superlative"])
_BEGAN, _CLAUSE = frozenset(_LISTS["began"]), 5
_FIGURE = re.compile(r"\d")
_FAR = 160


class Periods:
    """The periods of a scene's figures: its dates and what is told from the document's day, looked up by place."""

    def __init__(self, scene: Scene):
        stated = [(r.start, r.end, r.low, r.high, r.bound or "exact") for r in dates(scene).values()]
        told = relative(scene.low, scene.told, scene.published)
        self._scene, self._dates = scene, sorted(cast(list[Dated], stated) + told)
        self._starts = [dated[0] for dated in self._dates]

    def of(self, start: int, end: int, sentence: tuple[int, int], floor: int) -> Period:
        """The period of the figure at ``[start, end)`` in ``sentence`` of the block that begins at ``floor``."""
        first, last = bisect_left(self._starts, floor), bisect_left(self._starts, sentence[1])
        if first == last:
            return None, None
        return period(self._scene.text, self._scene.low, start, end, sentence, self._dates[first:last], self._scene.published)

    def within(self, start: int, end: int) -> Period | None:
        """The first date between ``start`` and ``end``, as the head of a column has one."""
        at = bisect_left(self._starts, start)
        return self._dates[at][2:4] if at < len(self._dates) and self._dates[at][1] <= end else None


def period(
    text: str, low: str, start: int, end: int, sentence: tuple[int, int], around: Sequence[Dated], published: date | None = None
) -> Period:
    """The period of the figure at ``text[start:end)``, by the dates ``around`` it in its block, in order, relative ones among them.

    The nearest date governs: one behind the figure with no other figure between, one before it that no
    other figure has taken, or the one that opens the sentence. ``low`` is ``text`` in lower case. A date
    that opens an earlier sentence of the block governs a sentence without one. "Since" lasts until
    ``published``. ``(None, None)`` where no date governs.
    """
    best: Dated | None = None
    least = _FAR
    lead = ""
    earlier: Dated | None = None
    for dated in around:
        if dated[1] <= sentence[0]:
            earlier = dated
            continue
        if dated[0] >= sentence[1]:
            break
        if dated[0] < end and start < dated[1]:
            continue
        how = _lead(low, dated[0], sentence[0])
        distance = _distance(low, start, end, sentence[0], dated, how)
        if distance < least:
            best, least, lead = dated, distance, how
    if best is None and earlier is not None and _opens(text, earlier[0]):
        best, lead = earlier, _lead(low, earlier[0], 0)
    return _bounded(best, lead, published) if best is not None else (None, None)


def _lead(low: str, start: int, floor: int) -> str:
    """How the words before a date tie it to its clause: since, from, after, until, before, compared, or ""."""
    words = low[max(floor, start - 40) : start].replace("-", " ").split()
    last = ""
    while words:
        last = words.pop()
        if words and (lead := _LEADS.get(f"{words[-1]} {last}")):
            return lead
        if last in _LEADS:
            return _LEADS[last]
        if last not in _INNER:
            break
    if last == "in" and words and words[-1] in _BEGAN and "since" in words[-_CLAUSE:]:
        return "since"  # "the highest since records began in 1893"
    return ""


def _distance(low: str, start: int, end: int, floor: int, dated: Dated, lead: str) -> int:
    """How far a date is from a figure in its sentence; ``_FAR`` where it belongs to another."""
    first, last = dated[0], dated[1]
    if first >= end:
        if lead == "compared" or first - end > _FAR or _FIGURE.search(low, end, first):
            return _FAR
        if lead == "since" and _is_superlative(low, max(floor, start - 24), first):
            return _FAR
        gap = low[end:first]
        apart = 30 if " and " in gap or " while " in gap or " but " in gap or " who " in gap or " which " in gap else 0
        return _FAR if ";" in gap else first - end + 45 * gap.count(",") + apart
    gap = low[last:start]
    when = gap.startswith((", when ", " when "))
    if (lead == "compared" and start - last > 2 and not when) or ";" in gap:
        return _FAR
    if first - floor < 24 and not _FIGURE.search(low, floor, first):
        return 55  # it opens the sentence
    clause = low[max(floor, first - 40) : first]
    comma = max(clause.rfind(","), clause.rfind(";"), clause.rfind("("), clause.rfind("—"))
    if _FIGURE.search(clause, comma + 1) and not when:
        return _FAR
    return start - last + 20 * gap.count(",") + (60 if _FIGURE.search(gap) else 0) + (0 if when else 20)


def _is_superlative(low: str, start: int, end: int) -> bool:
    """Whether "since" measures a record: "the highest since 1999"."""
    return any(word.endswith("est") or word in _SUPERLATIVE for word in low[start:end].split())


def _opens(text: str, start: int) -> bool:
    """Whether the date at ``start`` stands at the head of its sentence: "In 2019", "On 5 May"."""
    words = text[max(0, start - 24) : start].split()
    while words and words[-1].lower().rstrip("-") in _INNER:
        words.pop()
    return bool(words) and words[-1] in ("In", "On", "During", "By", "Since", "At", "Throughout")


def _bounded(dated: Dated, lead: str, published: date | None) -> Period:
    first, last = dated[2], dated[3]
    if dated[4] == "between":
        return first, last
    if lead == "since":
        return first, published if published is not None and published >= first else None
    if lead == "from":
        return first, None
    if lead == "after":
        return (last + date.resolution if last < date.max else last), None
    if lead == "until":
        return None, last
    if lead == "before":
        return None, (first - date.resolution if first > date.min else first)
    return first, last
