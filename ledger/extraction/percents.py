"""What says percent behind a figure: the sign, the word, percentage points, basis points, per mille, bare points."""

from __future__ import annotations

from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.amounts import mentions, near, surroundings
from ledger.extraction.beside import word_behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.extraction.units import word_class

_POINTS = r"(?:[\s-]*(?:age)?\s*(?:points?|pts?)\b)"
_PERCENT = re.compile(
    rf"\s*-?\s*(?:(?:%|(?:per[\s-]?cents?(?:age)?|pct|ppts?)\b|pc\b|pp\b){_POINTS}?"
    r"|(?P<basis>basis[\s-]points?\b|bps?\b)|(?P<mille>‰|per[\s-]?mille?\b))"
    r"|[\s-]*(?P<bare>points?\b)"
)
SIGNS = word_class("percent sign")
"""How the words for percent begin, as ``word_behind`` gives them; "‰" is no word."""

_ONE = Decimal(1)
_BASIS, _MILLE = Decimal("0.01"), Decimal("0.1")
_SHORT = frozenset({"pp", "bp", "bps"})
_RATES = word_class("basis")
POINTS_OF_PERCENT = word_class("points of percent") | word_class("points of a lead") | _RATES
"""Stems near points of percent."""
_LED, _VOTED = word_class("points of a lead"), word_class("where points are of percent")
_POLLED, _OTHERS, _INDICES = word_class("points of percent"), word_class("other points"), word_class("index of points")
_WORD = re.compile(r"[a-z'’]+")


def percent_behind(scene: Scene, numeral: Numeral, position: int) -> tuple[Decimal, int] | None:
    """How many percent one of what stands behind ``position`` is, and where it ends; None where nothing says percent."""
    low, limit = scene.low, numeral.limit
    word = word_behind(low, position, limit)
    if word not in SIGNS and low[position : position + 2].lstrip()[:1] != "‰":
        return None
    found = _PERCENT.match(low, position, limit)
    if found is None:
        return None
    if word in _SHORT and not (found.end() == position + len(word) or "." in numeral.digits or near(scene, numeral, _RATES)):
        return None  # "12 pp" are pages
    if found.group("basis"):
        return (_BASIS, found.end()) if word == "basis" or near(scene, numeral, _RATES) else None
    if found.group("mille"):
        return _MILLE, found.end()
    return None if found.group("bare") and not are_percent(scene, numeral) else (_ONE, found.end())


def of_percent(scene: Scene, numeral: Numeral) -> bool:
    """Whether a part of "a point" beside ``numeral`` is of percent: the text speaks of percent, and of no game or index there."""
    return any(mentions(scene.low, sign) for sign in ("%", "percent", "per cent")) and not _are_others(scene, numeral)


def are_percent(scene: Scene, numeral: Numeral) -> bool:
    """Whether bare "points" beside ``numeral`` are of percent: of a margin, a lead, a swing; not an index's, not a team's."""
    if _are_others(scene, numeral):
        return False
    if near(scene, numeral, _POLLED):
        return True
    return near(scene, numeral, _LED) and any(mentions(scene.low, word) for word in _VOTED)  # not "a 17-point lead at half-time"


def _are_others(scene: Scene, numeral: Numeral) -> bool:
    """Whether points beside ``numeral`` are an index's or a game's."""
    return near(scene, numeral, _OTHERS) or not _INDICES.isdisjoint(_WORD.findall(surroundings(scene, numeral)))
