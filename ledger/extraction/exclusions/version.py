"""Versions of one decimal, told by what has versions: "the 2.0 firmware", "removed in 4.0", "4.6 or newer"."""

from __future__ import annotations

from itertools import islice

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, either, word_before
from ledger.extraction.rule import POINT, Beside, Exclusion
from ledger.extraction.scene import Scene

_DETERMINERS, _VERSIONED, _DOES = CLASSES["determiner"], CLASSES["versioned"], CLASSES["version_does"]
_RELEASED, _IN_VERSION = CLASSES["released"], CLASSES["before_version"]
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}")
_IN_FULL, _MANY = re.compile(r"\bv?\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w.]*\d)"), 5
"""Versions that show themselves, and how many of them make a text one that lists versions."""
_SOFTWARE = re.compile(rf"\b{either(CLASSES['software'])}\b")
_OR_LATER = re.compile(r"\sor\s(?:later|newer|earlier)\b")


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    if numeral.scale != 1 or not _VERSION.fullmatch(numeral.digits):
        return None
    start, end, limit = numeral.start, numeral.end, numeral.limit
    last, behind = word_before(scene.low, start, numeral.floor), scene.word_after(end, limit)
    ends = closes(scene, end, limit)
    listed = (ends or scene.low[end : end + 1] == "+" or behind in _DOES) and scene.once(_lists_versions)
    named = last in _DETERMINERS and behind in _VERSIONED
    told = ends and last in _IN_VERSION and not scene.low.startswith(" to ", end) and _tells_of(scene, start, numeral.floor, last)
    return (start, end) if listed or named or told or _OR_LATER.match(scene.low, end, limit) else None


def _lists_versions(scene: Scene) -> bool:
    """Whether a text has many versions in full."""
    return sum(1 for _ in islice(_IN_FULL.finditer(scene.text), _MANY)) == _MANY


def _speaks_of_software(scene: Scene) -> bool:
    return _SOFTWARE.search(scene.low) is not None


def _tells_of(scene: Scene, start: int, floor: int, last: str) -> bool:
    """Whether a text about software says what a version has or is compared with: "removed in 4.0", "since 4.1", "older than 2.8"."""
    before = scene.words_before(start, floor, 4)
    if last == "than":
        says = before[-2:-1] in (["older"], ["newer"], ["earlier"], ["later"])
    else:
        says = last == "since" or not _RELEASED.isdisjoint(before)
    return says and scene.once(_speaks_of_software)


exclusion = Exclusion(
    code="N207",
    name="version",
    forms=frozenset({"digits"}),
    covers=_covers,
    beside=Beside(figure={POINT}),
    manual="""
        A number with one decimal is a version before what has versions, before "or newer", and in a text about software behind what is
        done in a version. In a text with five versions in full ("2.0.1") it is one wherever nothing follows that it could count.
    """,
    examples="""
        It runs the [2.0] firmware now.
        The plugin was removed in [4.0].
        Servers on [4.6] or newer start faster.
        The software reads files older than [2.8].
        The kernel has had it since [6.1].
    """,
    counterexamples="""
        Since the release [1.0.1] the index stood at 1.4, in 2020 at 1.6.
        Half of them are older than 43.8.
        The rate was changed from 4.5 to 4.75.
        The share rose since 4.5 in May.
        The bid was fixed before 4.5 was told.
        The software cut the rate, changed from 4.5 to 4.75.
        The software is up 2.5 points.
    """,
)
