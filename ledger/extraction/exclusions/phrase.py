"""Idioms and names with a figure inside: "second thoughts", "third party", "24/7", "broke in two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.extraction.rule import Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import words

_FIGURE = re.compile(r"\[([^\]]*)\]")
_GAPS = re.compile(r"[\s\u00a0‑-]+")
_PERIOD = re.compile(
    r"(?: half)? of (?:the |this |last |next )?(?:year|decade|century|month|season|\d{4}|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)"
)


def _phrases() -> Iterator[tuple[str, str, str]]:
    """Each stock phrase as figure, what stands before it and what behind, hyphens as spaces."""
    for phrase in words("stock_phrases.txt"):
        found = _FIGURE.search(phrase)
        if found is not None:
            left, right = phrase[: found.start()], phrase[found.end() :]
            yield _GAPS.sub(" ", found.group(1)), _GAPS.sub(" ", left), _GAPS.sub(" ", right)


Ends = tuple[str, str, str]
"""A phrase without its figure: what stands before it, what behind, and the figure as written when its case counts."""


class _Phrases:
    """The phrases of one figure, found by the four characters behind it or, lacking those, before it."""

    def __init__(self) -> None:
        self.behind: dict[str, list[Ends]] = {}
        self.before: dict[str, list[Ends]] = {}
        self.others: list[Ends] = []

    def add(self, ends: Ends) -> None:
        before, behind, _ = ends
        if len(behind.rstrip("*")) >= _KEY:
            self.behind.setdefault(behind[:_KEY].lower(), []).append(ends)
        elif len(before) >= _KEY:
            self.before.setdefault(before[-_KEY:].lower(), []).append(ends)
        else:
            self.others.append(ends)

    def may_stand(self, before: str, behind: str) -> bool:
        """Whether four characters before and behind, as they are, leave a phrase possible: cheap, and never wrongly False."""
        behind, before = behind.replace("-", " ").replace("\n", " "), before.replace("-", " ").replace("\n", " ")
        if self.others or behind in self.behind or before in self.before:
            return True
        beside = before + "#" + behind
        return "  " in beside or "\r" in beside or not beside.isascii()

    def near(self, before: str, behind: str) -> list[Ends]:
        """The phrases that may stand between ``before`` and ``behind``."""
        return self.behind.get(behind[:_KEY], []) + self.before.get(before[-_KEY:], []) + self.others


_KEY = 4
_PHRASES: dict[str, _Phrases] = {}
for _figure, _left, _right in sorted(_phrases()):
    _cased = any(map(str.isupper, _figure + _left + _right))
    _PHRASES.setdefault(_figure.lower(), _Phrases()).add((_left, _right, _figure if _cased else ""))


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, start, end = scene.low, numeral.start, numeral.end
    figure = low[start:end]
    if not numeral.digits and not figure.isalpha():
        figure = _GAPS.sub(" ", figure)
    phrases = _PHRASES.get(figure)
    if phrases is None:
        return None
    if not phrases.may_stand(low[max(numeral.floor, start - _KEY) : start], low[end : min(numeral.limit, end + _KEY)]):
        return None
    left, right = slice(max(numeral.floor, start - 28), start), slice(end, min(numeral.limit, end + 32))
    before, behind = _GAPS.sub(" ", low[left]), _GAPS.sub(" ", low[right])
    near = phrases.near(before, behind)
    if not near or ("half" in (figure, behind[1:5]) and _PERIOD.match(behind)):
        return None
    for first, last, cased in near:
        if not cased and _stands(before, first, behind, last):
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
    return behind.startswith(last) and not (last and behind[len(last) :][:1].isalnum())


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
    forms=frozenset({"digits", "cardinal", "ordinal", "part", "multiple", "magnitude", "period"}),
    covers=_covers,
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
        For a split [second] he saw it.
        She is on cloud [nine] now.
        They [doubled down] on it.
        He is calling it [a day] after all.
    """,
    counterexamples="""
        He won a second term.
        Two ships sank.
        A third raid followed.
        Half the town came.
        Output doubled in May.
    """,
)
