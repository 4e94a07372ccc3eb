"""What a rule and an exclusion declare of themselves; their examples are their tests.

In an example square brackets mark the span, and behind the arrow stands the value in the
notation of ``str(Quantity)``: ``Turnout fell to [12.5%].  ->  12.5 percent``. In a
counterexample the rule must find nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from ledger.extraction.scene import Reading, Scene

CAPITAL, LETTER, MIXED, OPENING, ENDING, YEAR, POINT, NOUGHT, MORE, NEAR, CLOSE = (
    "CAPITAL", "LETTER", "MIXED", "OPENING", "ENDING", "YEAR", "POINT", "NOUGHT", "MORE", "NEAR", "CLOSE",
)  # fmt: skip
"""Signs that are no characters: see ``Beside``."""

Read = Callable[[Scene, int], Reading | None]
"""Reads the figure that begins with, or is built around, numeral number ``at`` of the scene; None when there is none."""


@dataclass(frozen=True)
class Beside:
    """What must stand on one side of a numeral, or be it, before a declaration is asked; any one is enough.

    All are words in lower case or signs. ``before`` and ``behind``: the nearest word, over white space (behind also over a
    hyphen or an opening parenthesis); a mark that touches the numeral ("("), and one behind which or before which a space
    stands ("( ", " ("); CAPITAL, a word with one; ``before`` also LETTER, one that touches, MIXED, a word with a mark inside,
    and OPENING, the block's first character; ``behind`` also ENDING, the block's end, and NEAR, another figure at most 16
    characters away; both CLOSE, one at most five away. ``figure``: the numeral as written, a space for a hyphen; CAPITAL; of
    digits YEAR, four of them, POINT, some with one, NOUGHT, some that begin with one; MORE, more than one word or its digits.

    It is asked besides of all numerals of the forms in ``everywhere``, and of all in a text that has one of ``mentioned``.
    """

    everywhere: Collection[str] = ()
    mentioned: Collection[str] = ()
    figure: Collection[str] = ()
    before: Collection[str] = ()
    behind: Collection[str] = ()


@dataclass(frozen=True)
class Rule:
    """One kind of quantity.

    ``forms`` are the forms of numerals that it looks at, and ``beside`` where; without it everywhere. When several rules read figures that
    overlap, the longest span wins, and of equal ones the smaller code. What a ``final`` rule reads, it is asked first, is read
    by no other rule, nor are the other numerals in it.
    """

    code: str
    name: str
    kind: str
    forms: frozenset[str]
    read: Read
    manual: str
    examples: str
    counterexamples: str = ""
    beside: Beside | None = None
    final: bool = False

    def cases(self) -> list[tuple[str, int, int, str]]:
        """The examples: text without brackets, start and end of the span, value."""
        return [_case(line) for line in _lines(self.examples)]

    def silences(self) -> list[str]:
        """The counterexamples' texts."""
        return _lines(self.counterexamples)


@dataclass(frozen=True)
class Exclusion:
    """Something with figures in it that claims nothing: a name, a clock time, a footnote mark.

    ``covers(scene, at)`` gives the half-open span of prose in which no figure is a claim, or None; it is asked of
    numerals of ``forms`` where ``beside`` says so.
    """

    code: str
    name: str
    forms: frozenset[str]
    covers: Callable[[Scene, int], tuple[int, int] | None]
    manual: str
    examples: str
    counterexamples: str = ""
    beside: Beside | None = None

    def cases(self) -> list[tuple[str, int, int]]:
        """The examples: text without brackets, start and end of what is passed over."""
        return [_case(line)[:3] for line in _lines(self.examples)]

    def silences(self) -> list[str]:
        """The counterexamples' texts: here the figures are claims."""
        return _lines(self.counterexamples)


def _lines(text: str) -> list[str]:
    from textwrap import dedent  # takes longer to load than a rule to declare

    return [line for line in dedent(text).splitlines() if line.strip()]


def _case(line: str) -> tuple[str, int, int, str]:
    text, _, value = line.partition("  ->  ")
    text = text.replace("\\n", "\n").strip(" ")
    start = text.index("[")
    end = text.index("]", start) - 1
    return text.replace("[", "", 1).replace("]", "", 1), start, end, value.strip()
