"""Scores, tallies and odds: "won 2-1", "6-4, 7-5", "three-two up", "a 4-3-3 formation"."""

from __future__ import annotations

from ledger import patterns as re
from ledger.extraction.beside import CLASSES, closes, either
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import CAPITAL, Beside, Exclusion
from ledger.extraction.scene import Scene
from ledger.lexicon import number_words

_BEFORE, _AFTER, _NOUNS = CLASSES["score_before"], CLASSES["score_after"], CLASSES["score_noun"]
_PAIRS = re.compile(
    r"[-–‑:](\d{1,3})(?:[-–‑]\d(?!\d)){0,3}(?![\w/%°]|[.,]\d|[-–‑]\w)"
    r"((?:,?\s(?:and\s)?\d{1,2}[-–‑]\d{1,2}(?:\s?\(\d+(?:[-–]\d+)?\))?(?![\w/%]|[.,]\d)){0,6})"
)
_PAIR = re.compile(r"(\d{1,2})[-–‑](\d{1,2})")
_FORMATION = re.compile(r"(?:[-–‑]\d){2,3}(?![\w/%-]|[.,]\d)")
_GOALS = "|".join(word for word, goals in number_words("cardinal").items() if 1 <= goals <= 10)
_NIL = re.compile(rf"[-–‑\s]nil\b|[-–‑](?:all|love)\b|[-–‑](?=(?:{_GOALS})\b)")
_TEAM = r"[A-Z][\w'’.&-]*(?:[ ](?:(?:of|de|and)[ ])?[A-Z][\w'’.&-]*){0,4}"
_RESULT = re.compile(rf"\s*{_TEAM}[ ](\d{{1,3}})[ ]{_TEAM}[ ](\d{{1,3}})(?=[ ]?(?:\(|$|[.,;]|aet|after))")
_SCALE = re.compile(r":\d{1,3}(?:[,. ]\d{3}){1,2}(?![\d%])|:\d{4,7}(?![\d,.%])")
_OF_A_MAP, _NEAR_A_MAP = re.compile(rf"\b{either(CLASSES['drawn_to_scale'])}\b"), 40
""" "scale 1:25,000"."""
_IS_RESULT = re.compile(rf"{_TEAM}[ ]\d{{1,3}}[-–]\d{{1,3}}[ ]{_TEAM}(?:[ ]\(.{{1,40}}\))?")
_OF_RESULTS = re.compile(rf"(?:\w+[ ]){{0,3}}{either(CLASSES['heads_results'])}\b[^:\n]{{0,24}}:", re.I)
_LISTED = re.compile(rf"\s*{_TEAM}[ ](\d{{1,3}}),?[ ]{_TEAM}[ ](\d{{1,3}})(?=[ ]?(?:\(|$|[.;]|aet|after))")
_HYPHENS = frozenset("-–‑:")
_FARTHEST = 61
"""Where in its line a team's result may stand, in characters from the line's beginning."""


def _covers(scene: Scene, at: int) -> tuple[int, int] | None:
    numeral = scene.numerals[at]
    low, end = scene.low, numeral.end
    if end >= numeral.limit or numeral.scale != 1 or numeral.value > 999:
        return None
    mark = low[end]
    if mark == " " and low.startswith("for ", end + 1) and numeral.value <= 10:
        return _wickets(scene, at)
    if not numeral.digits:
        return _in_words(scene, at) if mark in _HYPHENS or low.startswith(" nil", end) else None
    if mark in _HYPHENS:
        if low[end + 1 : end + 2].isdigit():
            return _pair(scene, numeral)
        found = _NIL.match(low, end, numeral.limit)
        return (numeral.start, found.end()) if found else None
    if (mark == " " and (low.startswith("nil", end + 1) or scene.text[end + 1 : end + 2].isupper())) or mark == ",":
        found = _NIL.match(low, end, numeral.limit)
        return (numeral.start, found.end()) if found else _result(scene, numeral)
    return None


def _pair(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """The score that begins with ``numeral``. A pair that falls is no range; one that rises needs a word of the game."""
    low, start, end, limit = scene.low, numeral.start, numeral.end, numeral.limit
    if not numeral.digits.isdigit() or (start > numeral.floor and low[start - 1] in "$€£-–/."):
        return None
    if len(numeral.digits) == 1 and (formation := _FORMATION.match(low, end, limit)):
        return start, formation.end()
    if numeral.digits == "1" and low[end] == ":" and (scale := _SCALE.match(low, end, limit)):
        return (start, scale.end()) if _OF_A_MAP.search(low, max(numeral.floor, start - _NEAR_A_MAP), start) else None
    found = _PAIRS.match(low, end, limit)
    if found is None:
        return None
    left, right, behind = int(numeral.digits), int(found.group(1)), found.end()
    if low[end] == ":" and len(found.group(1)) > 2:
        return None
    following = scene.word_after(behind, limit)
    if following in _NOUNS or low[end] == ":":
        return start, behind
    if left >= right:
        return (start, behind) if following not in _MEASURES else None
    if any(int(one) > int(other) for one, other in _PAIR.findall(found.group(2))):
        return start, behind
    if not closes(scene, behind, limit) and following not in _AFTER and not _IS_RESULT.fullmatch(scene.text, numeral.floor, limit):
        return None
    before = [word.strip("(,;:“”\"") for word in scene.words_before(start, numeral.floor, 3)]
    if not _PARTS.isdisjoint(low[behind : min(limit, behind + 32)].replace(".", " ").replace(",", " ").split()[:5]):
        return start, behind
    if _IS_RESULT.fullmatch(scene.text, numeral.floor, limit):
        return start, behind
    if left == 0 or (before and (before[-1] in _BEFORE or (before[-1] in _LINKS and not _BEFORE.isdisjoint(before[:-1])))):
        return start, behind
    return None


_PARTS = CLASSES["match_part"]
_MEASURES = CLASSES["measure_after"]
_LINKS = CLASSES["score_link"]


def _wickets(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "9 for 233", the score of an innings."""
    numeral, runs = scene.numerals[at], scene.neighbour(at)
    if runs is None or runs.start != numeral.end + 5 or runs.scale != 1 or runs.value > 999 or not closes(scene, runs.end, runs.limit):
        return None
    return numeral.start, runs.end


def _in_words(scene: Scene, at: int) -> tuple[int, int] | None:
    """ "three-two", "two-nil", "a one-all draw"; "two-three days" is a range."""
    numeral, low = scene.numerals[at], scene.low
    found = _NIL.match(low, numeral.end, numeral.limit)
    if found is None or numeral.value > 20:
        return None
    other = scene.neighbour(at)
    if other is None or other.start != found.end():
        return (numeral.start, found.end()) if found.end() - numeral.end > 1 else None
    if other.form != "cardinal" or other.value > 20 or low[other.end : other.end + 1] == "-":
        return None
    following = scene.word_after(other.end, other.limit)
    if following in _NOUNS or (following not in _MEASURES and (numeral.value > other.value or closes(scene, other.end, other.limit))):
        return numeral.start, other.end
    return None


def _result(scene: Scene, numeral: Numeral) -> tuple[int, int] | None:
    """ "Port Amary 3 Lindqvist Union 2" at the head of a line."""
    floor = numeral.floor
    if (head := _OF_RESULTS.match(scene.text, floor, numeral.limit)) is not None:
        begin = max(scene.text.rfind(";", max(head.end(), numeral.start - _FARTHEST), numeral.start) + 1, head.end())
        found = _LISTED.match(scene.text, begin, numeral.limit) if numeral.start - begin <= _FARTHEST else None
        return (found.start(1), found.end()) if found and found.start(1) == numeral.start else None
    found = _RESULT.match(scene.text, floor, numeral.limit) if numeral.start - floor <= _FARTHEST else None
    return (found.start(1), found.end()) if found and found.start(1) == numeral.start else None


exclusion = Exclusion(
    code="N302",
    name="score",
    forms=frozenset({"digits", "cardinal"}),
    covers=_covers,
    beside=Beside(behind={*_HYPHENS, ",", "for", "nil", CAPITAL}),
    manual="""
        The score of a match, the tally of a vote, odds, a formation: two small figures joined by a
        hyphen or a colon. Falling ones ("3-2") are never a range; rising ones ("0-2", "lost 1-3")
        need a nought or a word of the game. "38 votes to 21" are two counts.
    """,
    examples="""
        They won [2-1] at home.
        It was a [3-0] victory.
        She won [6-4, 3-6, 7-5] on Sunday.
        The board voted [12-3] to close it.
        The amendment fell [31-32].
        It was [0-2] at half-time.
        They play a [4-3-3], he said.
        The side reached [9 for 233] at noon.
        [Three-two] down, they fought on.
        It ended [two-nil].
        It was a [5-4] ruling.
        The odds were [3:1] against.
        Port Amary [3 Lindqvist Union 2]
        It was a [one-all] draw.
        Holt Rangers [0-2] Ashby Vale
        Other results: Holt Rangers 3-1 Velm; Ashby [2 Loxton 2]; Corve 1, Oster 0
        Other results: Holt Rangers 3-1 Velm; Corve [1, Oster 0]
        The map (scale [1:25,000]) is old.
    """,
    counterexamples="""
        Seats: Greens 12 Liberals 30; Farmers 9 Workers 3
        Results: Greens 12, Liberals 30, Farmers 9.
        It takes 5-10 minutes.
        It lost 2-3 players.
        Some 15-20% agreed.
        In the years 2008-10 it grew.
        There is one doctor for many, or 1:5,000.
        By 38 votes to 21 it passed.
        They stayed two-three days.
        Children aged 0-3 years came.
        Shares fell 2-3 percent.
    """,
)
