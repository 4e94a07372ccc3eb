"""Dates that belong together: ranges become one, and a year stated once is lent along a list or range."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.calendar.point import Point
from ledger.extraction.calendar.words import CLASS
from ledger.extraction.scene import Scene

_LINK = re.compile(
    r"\s*(?:(-|–|—|‑|/)|,?\s?\b(to|through|thru|until|till)\b|,?\s?\b(or|of)\b|,?\s?(?:\b(?:and|as\s+well\s+as)\b|&|\+)|,)\s*"
    r"(?:(?:in|on)\s+)?(?:(?:the\s+)?(?:beginning|start|end|middle)\s+of\s+)?(?:the\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?(?:(?:very\s+)?(?:early|mid|late)[-\s]+)?(?:['’‘])?"
)
_INNER = r"(?:the\s+)?(?:(?:beginning|start|end|middle)\s+of\s+)?(?:the\s+)?(?:(?:early|mid|late)[-\s]+)?(?:\w+day,?\s+)?$"
_BETWEEN = re.compile(rf"\bbetween\s+{_INNER}")
_THROUGHOUT = re.compile(rf"\b(?:throughout|across|over|during|spanning|covering)\s+{_INNER}")
_IN = re.compile(rf"\bin\s+{_INNER}")
_FROM = re.compile(rf"\bfrom\s+{_INNER}")


def link(scene: Scene, points: list[Point]) -> list[tuple[Point, ...]]:
    """``points``, in order, as groups: a date alone, or the two ends of a range. Years are lent across lists and ranges."""
    groups: list[tuple[Point, ...]] = []
    lists: list[tuple[Point, Point]] = []
    at = 0
    while at < len(points):
        point = points[at]
        other = points[at + 1] if at + 1 < len(points) else None
        kind = _kind(scene, point, other) if other is not None else ""
        if kind == "range" and other is not None:
            groups.append((point, other))
            _lend(point, other, True)
            at += 2
            continue
        if kind == "list" and other is not None:
            lists.append((point, other))
        groups.append((point,))
        at += 1
    for left, right in reversed(lists):
        _lend(left, right, False)
    return groups


def _kind(scene: Scene, left: Point, right: Point) -> str:
    """How two dates that follow each other hang together: "range", "list" or ""."""
    if not 0 < right.start - left.end <= 40 or scene.numerals[left.at].floor != scene.numerals[right.at].floor:
        return ""
    dotted = scene.low[left.end] == "." and scene.low[left.end - 4 : left.end].strip() in CLASS["abbreviated"]
    match = _LINK.fullmatch(scene.low, left.end + dotted, right.start)
    if match is None or (left.count > 12 and right.count != left.count) or "between" in (left.bound, right.bound):
        return ""
    dash, to, either = match.group(1), match.group(2), match.group(3)
    floor = scene.numerals[left.at].floor
    ahead = scene.low[max(floor, left.start - 48) : left.start]
    if dash == "/":
        return "range" if left.count == right.count else ""
    if either == "of":
        return "range" if left.bare and right.bare else ""
    if either:
        apart = " in " in match.group() or " on " in match.group()
        return "range" if _alike(left, right) and _follows(left, right) and not apart else "list"
    if dash or to:
        moved = to and _FROM.search(ahead) and not CLASS["change"].isdisjoint(ahead.split())
        return "list" if moved or not _follows(left, right) else "range"
    if _BETWEEN.search(ahead) and "and" in match.group() and _follows(left, right):
        return "range"
    whole = _THROUGHOUT.search(ahead) or (left.count == 1 and _IN.search(ahead))
    if whole and "and" in match.group() and _neighbours(left, right):
        return "range"
    return "list"


def _alike(left: Point, right: Point) -> bool:
    return left.count == right.count and bool(left.day) == bool(right.day)


def _follows(left: Point, right: Point) -> bool:
    """Whether ``right`` can be later than ``left``."""
    if left.year and right.year:
        return (left.year, left.month, left.day) <= (right.year, right.month, right.day or 31)
    return left.month != right.month or right.day == 0 or left.day < right.day


def _neighbours(left: Point, right: Point) -> bool:
    """Whether ``right`` is the unit right after ``left``: March and April."""
    if left.day or right.day or left.count != right.count:
        return False
    return (right.month - left.month) % 12 == left.count % 12


def _lend(left: Point, right: Point, range_: bool) -> None:
    """Gives the date without a year the year of the other, a year apart where the range crosses New Year."""
    if (left.month == 1 and left.count >= 12) or (right.month == 1 and right.count >= 12):
        return
    crosses = (left.month, left.day) > (right.month, right.day or 31)
    if right.year and not left.year and not left.relative:
        left.year = right.year - (1 if crosses and range_ else 0)
    elif left.year and not right.year and not right.relative:
        right.year = left.year + (1 if crosses else 0)
    if right.relative and not left.relative and not left.year:
        left.relative = right.relative
