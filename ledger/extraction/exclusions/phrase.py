"""Idioms and names with a figure inside: "second thoughts", "third party", "24/7", "broke in two"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, word_before, word_behind
from ledger.extraction.rule import Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import classes, words

_RANGE = re.compile(r"\s+(?:or|to)\s+")
_MEASURES = CLASSES["measure_after"]
_GAPS = re.compile(r"[\s‑-]+")
_PERIOD = re.compile(
    r"(?: half)? of (?:the |this |last |next )?(?:year|decade|century|month|season|\d{4}|"
    rf"{'|'.join(sorted(classes('calendar.tsv')['month']))})"
)


def _phrases() -> Iterator[tuple[str, str, str]]:
    """Each stock phrase as figure, what stands before it and what behind, hyphens as spaces."""
    for phrase in words("stock_phrases.txt"):
        left, _, rest = phrase.replace("-", " ").partition("[")
        figure, _, right = rest.partition("]")
        yield figure, left, right


class Ends(NamedTuple):
    """A phrase without its figure: what stands before it, what behind, and the figure as written when its case counts.

    ``nearest`` is how the word before the figure ends, ``following`` how the one behind it begins, both in lower case.
    """

    before: str
    behind: str
    figure: str
    nearest: str
    following: str


class _Phrases:
    """The phrases of one figure, by how the word behind it begins or, where they end in the figure, how the word before it ends."""

    def __init__(self) -> None:
        self._behind: dict[str, list[Ends]] = {}
        self._before: dict[str, list[Ends]] = {}

    def add(self, before: str, behind: str, figure: str) -> None:
        stem = behind.rstrip("*").lower()
        ends = Ends(before, behind, figure, "".join(before.lower().split()[-1:]), word_behind(stem, 0, len(stem)))
        if behind:
            self._behind.setdefault(ends.following[:_KEY], []).append(ends)
        else:
            self._before.setdefault(ends.nearest[-_KEY:], []).append(ends)

    def between(self, before: str, behind: str) -> list[Ends]:
        """The phrases that may stand between two words."""
        found, last = self._behind.get(behind[:_KEY], _NONE), before.rstrip("-‑")
        if self._before and last[-_KEY:].isalpha() and len(last) == len(before):
            found = found + self._before.get(last[-_KEY:], _NONE)
        elif self._before:
            for length in range(min(_KEY, len(last)), -1, -1):
                found = found + self._before.get(last[len(last) - length :], _NONE)
        return [ends for ends in found if behind.startswith(ends.following) and last.endswith(ends.nearest)]


_KEY = 3
_NONE: list[Ends] = []
_LISTED: dict[str, list[tuple[str, str, str]]] = {}
for _figure, _left, _right in sorted(_phrases()):
    _LISTED.setdefault(_figure.lower(), []).append((_figure, _left, _right))


@cache
def _phrases_with(figure: str) -> _Phrases:
    """The phrases of a figure that is listed, made ready when one first comes up."""
    found = _Phrases()
    for written, left, right in _LISTED[figure]:
        found.add(left, right, written if any(map(str.isupper, written + left + right)) else "")
    return found


@lru_cache(8192)
def _near(figure: str, before: str, behind: str) -> list[Ends]:
    """The phrases of a figure that may stand between two words."""
    return _phrases_with(figure).between(before, behind)


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end, floor, limit = scene.low, numeral.start, numeral.end, numeral.floor, numeral.limit
    figure = low[start:end]
    if not numeral.digits and not figure.isalpha():
        figure = _GAPS.sub(" ", figure)
    if figure not in _LISTED:
        return None
    near = _near(figure, word_before(low, start, floor), word_behind(low, end, limit))
    if not near:
        return None
    left, right = slice(max(floor, start - 28), start), slice(end, min(limit, end + 32))
    before, behind = _GAPS.sub(" ", low[left]), _GAPS.sub(" ", low[right])
    if "half" in (figure, behind[1:5]) and _PERIOD.match(behind):
        return None
    for first, last, cased, _, _ in near:
        if not cased and _stands(before, first, behind, last) and (last or not _counts(scene, at)):
            return start, _end(low, end, last)
        if cased and _GAPS.sub(" ", scene.text[start:end]) == cased:
            as_written = _GAPS.sub(" ", scene.text[left]), _GAPS.sub(" ", scene.text[right])
            if _stands(as_written[0], first, as_written[1], last):
                return start, _end(low, end, last)
    return None


def _stands(before: str, first: str, behind: str, last: str) -> bool:
    """Whether the phrase's ``first`` part ends ``before`` and its ``last`` one begins ``behind``, at the bounds of words."""
    if first and not (before.endswith(first) and not before[: -len(first)][-1:].isalnum()):
        return False
    if last.endswith("*"):
        return behind.startswith(last[:-1])
    if not behind.startswith(last):
        return False
    rest = behind[len(last) :]
    if rest[:1] == "/" and rest[1:2].isdigit() and "/" in first + last:
        return False  # "9/11" is a phrase, "9/11/2001" a date
    return not (last and rest[:1].isalnum())


def _counts(scene: Scene, at: int) -> bool:
    """Whether the figure that a phrase ends with measures what follows or begins a range: "it takes two weeks", "two or three"."""
    numeral, other = scene.numerals[at], scene.neighbour(at)
    if other is not None and other.form == numeral.form == "cardinal" and _RANGE.fullmatch(scene.low, numeral.end, other.start):
        return True
    return scene.word_after(numeral.end, numeral.limit) in _MEASURES


def _end(low: str, end: int, behind: str) -> int:
    """Where ``behind`` ends in the text, whose gaps may be wider."""
    position = end
    for character in behind.rstrip("*"):
        gap = _GAPS.match(low, position) if character == " " else None
        position = gap.end() if gap else position + 1
    return position


exclusion = Exclusion(
    code="N101",
    name="stock phrase",
    forms=frozenset({"digits", "cardinal", "ordinal", "part", "multiple", "magnitude", "period", "month"}),
    covers=_covers,
    beside=Beside(figure=_LISTED.keys()),
    manual="""
        An idiom, a title or a name that has a figure in it and states none. The phrases are data:
        one each in `stock_phrases.txt`, the figure in square brackets.
    """,
    examples="""
        The Kremlin is having [second thoughts] about it.
        People from [third countr]ies stayed out.
        The hotline works [24/7] and all year.
        The ship broke in [two] on the reef.
        In the [first] place, it is late.
        They demand [zero tolerance] of it.
        He led at [half-time], just.
        She wrote of the [September 11 attack]s.
        For a split [second] he saw it.
        She is on cloud [nine] now.
        They [doubled down] on it.
        He is calling it [a day] after all.
        It takes [two], he said.
        They shot well from [three-point range].
        They recalled [9/11] in the city.
    """,
    counterexamples="""
        He won a second term.
        Two ships sank.
        A third raid followed.
        Half the town came.
        Output doubled in May.
        It takes two or three weeks.
        It was signed on 7/7/2029 there.
        It takes two people to lift it.
    """,
)
