"""Figures that leave out their unit because a neighbour has said it: "38 against 20 percent", "and the Union with 4.6"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ledger import patterns as re
from ledger.extraction.beside import word_before
from ledger.extraction.context.inflection import lemma
from ledger.extraction.context.word_classes import PAST
from ledger.extraction.context.word_classes import classes as word_classes
from ledger.extraction.gapping import LENDING, SENTENCE_END, divided, gapped, giver
from ledger.extraction.scene import Reading, Scene
from ledger.extraction.units import word_class
from ledger.lexicon import classes, words

_COMPARED = re.compile(
    r"\s*,?\s*\b(?:to|against|versus|vs\.?|and|compared\swith|compared\sto|from)\s+(?:about|only|just|some)?\s*"
)
_RANGE = re.compile(r"\s?(?:-|–|\bto\b)\s?")
_NO_NOUN = re.compile(r"\s*(?:[.,;:)(?!”]|[–—](?!\s?[\d$€£])|$|([a-z]+))")
_REACH = 240
_AMOUNTS, _LEAST_RATIO, _MOST_RATIO = frozenset({"money", "measure", "rate"}), 0.05, 20
"""How far apart two figures may be of which one lends the other its unit."""
_LEADS = classes("ellipsis.tsv")
"""What stands before a bare figure that takes the unit of the figure before it, for each kind that lends its unit."""
_FUNCTION_WORDS = words("prepositions.txt") | _LEADS["when"] | {"a", "an", "the"}


def filled(scene: Scene, readings: Iterable[Reading]) -> list[Reading]:
    """``readings`` with the unit of a neighbour where a bare number leaves it out."""
    found = list(readings)
    for at in range(len(found) - 2, -1, -1):  # from the right: "from 40 to 25 percent"
        left, right = found[at], found[at + 1]
        _scale(scene, left, right)
        if (
            (_bare(left) or _is_left(scene, left, right))
            and _scaled_alike(left, right)
            and right.kind in LENDING
            and not right.whole
            and (_COMPARED.fullmatch(scene.low, left.end, right.start) or _is_listed(scene, left, right))
        ):
            _lend(right, left)
    for at in range(1, len(found)):  # from the left: "28.1 percent, followed by the Union on 19.4"
        left, right = found[at - 1], found[at]
        if right.kind == "count" and (lender := giver(found, at)) is not None and gapped(scene, lender, right):
            _lend(lender, right)
            continue
        repeated = right.kind == "count" and left.kind in LENDING
        if repeated and (_repeats(scene, left, right) or divided(scene, left, right) or _is_another_dimension(scene, left, right)):
            _lend(left, right)
            continue
        converted = scene.low.startswith(")", left.end) and scene.low.endswith("(", 0, left.start)
        if at > 1 and (converted or left.kind == "date" or _WAS_AGO.match(scene.low, left.end)):
            left = found[at - 2]  # what a conversion in parentheses, or when it was, stands behind
        if left.kind in LENDING and right.kind == "count" and _is_taken_up(scene, left, right):
            _lend(left, right)
            continue
        if (
            left.kind in LENDING
            and left.bound != "between"
            and right.start - left.end < _REACH
            and (_bare(right) or _is_earlier(scene, right) or _is_change(scene, left, right) or _is_held_against(scene, left, right))
            and not (at + 1 < len(found) and _RANGE.fullmatch(scene.low, right.end, found[at + 1].start))
            and _takes(scene, left, right)
        ):
            _lend(left, right)
    return found


def _is_listed(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether ``right`` has the unit of the list's last figure, and ``left`` stands before it in the list: "21, 18 and 12 percent"."""
    lent = right.numeral is not None and right.numeral.start == right.start and right.numeral.end == right.end
    return lent and scene.low[left.end : right.start] in (", ", ",\n")


def _bare(reading: Reading) -> bool:
    numeral = reading.numeral
    return reading.kind == "count" and numeral is not None and numeral.digits != "" and "," not in numeral.digits


def _scale(scene: Scene, left: Reading, right: Reading) -> None:
    """Gives ``left`` the scale word that stands behind what it became: "from 3 to 4 million euros"."""
    giver, taker = right.numeral, left.numeral
    if giver is None or taker is None or giver.scale == 1 or taker.scale != 1 or not taker.digits or left.low != left.high:
        return
    if left.kind not in ("count", right.kind) or "," in taker.digits or left.end != taker.end or not isinstance(left.low, Decimal):
        return
    near = giver.value and _LEAST_RATIO < taker.value * giver.scale / giver.value < _MOST_RATIO
    if near and word_before(scene.low, left.start, taker.floor) == "from" and scene.low[left.end : right.start].strip(" $€£\n") == "to":
        left.low = left.high = left.low * giver.scale


def _is_left(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether a count of thousands is what an amount came from: "from 4,000 to 4,600 euros"."""
    giver, taker = right.numeral, left.numeral
    if left.kind != "count" or giver is None or taker is None or taker.digits == "" or right.kind not in _AMOUNTS or not giver.value:
        return False
    near = _LEAST_RATIO < taker.value / giver.value < _MOST_RATIO and left.start == taker.start and left.end == taker.end
    return near and word_before(scene.low, left.start, taker.floor) == "from" and scene.low[left.end : right.start].strip() == "to"


def _is_earlier(scene: Scene, reading: Reading) -> bool:
    """Whether a count is the level from before: "up from 9,000"."""
    taker = reading.numeral
    return taker is not None and reading.kind == "count" and scene.words_before(reading.start, taker.floor, 2) in _EARLIER


def _is_change(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether ``right`` is the other end of a change that begins or ends with ``left``.

    "Fall to 400 tonnes from 1,100", "cut from four a month to three".
    """
    if right.kind != "count" or right.numeral is None or left.numeral is None:
        return False
    between = scene.low[left.end : right.start].strip()
    return between == "from" or (between == "to" and word_before(scene.low, left.start, left.numeral.floor) == "from")


def _is_held_against(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether ``left`` is compared with a count straight behind it: "11 weeks, against a target of six"."""
    return right.kind == "count" and right.numeral is not None and _AGAINST.fullmatch(scene.low, left.end, right.start) is not None


def _scaled_alike(left: Reading, right: Reading) -> bool:
    return left.numeral is not None and right.numeral is not None and (left.numeral.scale == 1 or right.numeral.scale > 1)


def _takes(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether ``right`` stands where a level of the kind of ``left`` would, with no noun of its own behind it."""
    giver, taker = left.numeral, right.numeral
    if giver is None or taker is None or giver.floor != taker.floor or giver.form == "period":  # "a year earlier, a fall of 18"
        return False
    behind = _NO_NOUN.match(scene.low, right.end, taker.limit)
    if left.kind == "duration" and scene.word_after(right.end, taker.limit) in _PER:  # "calls in five weeks, on average 12 a week"
        return False
    if behind is None or (behind.group(1) and behind.group(1) not in _FUNCTION_WORDS and not _AGO.match(scene.low, right.end, taker.limit)):
        return False
    before = scene.words_before(right.start, taker.floor, 3)
    if left.kind == "measure" and before[-1:] == ["than"] and scene.low[giver.end : giver.end + 1] == "-":
        return False  # "the 6,900-ton ship, built to carry no more than 380"
    if left.kind == "share" and before == ["plus", "or", "minus"]:
        return True
    if before[-1:] and before[-1] in _LEADS["hedge"] and before[-1] not in _LEADS[left.kind]:
        before.pop()  # "2 seconds instead of nearly 8"
    if not before or (before[-1] not in _LEADS[left.kind] and not _is_held_against(scene, left, right)):
        return False
    if before[-1] == "of" and left.kind in ("measure", "duration") and before[-2:-1] and lemma(before[-2]) not in _LEADS["level"]:
        return False  # "the ship is 142 metres long and has a crew of 58"
    while_ = left.kind == "duration" and word_before(scene.low, left.start, giver.floor) in _WHILE
    if while_ and before[-1] == "of" and before[-2:-1] != ["instead"]:
        return False  # "fell to 38 over the past three years, a decrease of 15"
    if left.kind == "share":
        beside = scene.low[left.end : right.start].strip() == "from" or _is_held_against(scene, left, right)  # "fell to 14 percent from 19"
        parted = SENTENCE_END.search(scene.low, left.end, right.start) is not None
        if parted and behind.group(1) == "from":
            return False  # "40 percent are forest. It went up by more than 76.9 from 136 to 213"
        by = before[-1] == "by" and behind.group(1) is None and not parted
        level = ("." in taker.digits and not (parted and before[-1] == "of")) or before[-2:] in _EARLIER or beside or by
        return level and taker.scale == 1 and taker.value <= 100
    alike = (giver.scale == 1) == (taker.scale == 1) and _LEAST_RATIO < taker.value / giver.value < _MOST_RATIO if giver.value else False
    return alike and not SENTENCE_END.search(scene.low, left.end, right.start)


_EARLIER = [[word, "from"] for word in ("up", "down")] + [["compared", word] for word in ("with", "to")]
_PER, _WHILE = word_class("of a rate"), _LEADS["while"]
_PERIOD = "(?:day|week|month|quarter|year|decade)"
_AGO = re.compile(rf"\s+\w+\s+{_PERIOD}s?\s+(?:ago|earlier|before)\b|\s+(?:last|this)\s+{_PERIOD}\b")
_STANDARD = r"(?:a|an|the|its|their|his|her)\s+(?:[a-z]+\s+){0,2}(?:target|limit|average|goal|norm|standard|forecast|maximum|minimum)\s+of"
_AGAINST = re.compile(rf"\s*,?\s*(?:(?:above|below|over|under)\s+{_STANDARD}|(?:against|compared\s+(?:with|to))(?:\s+{_STANDARD})?)\s+")
_CLAUSE_END = re.compile(r"[.,;:!?”\"]|$")


def _repeats(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether a verb that the two share leads straight to both, and ``right`` ends its clause: "I waited six weeks; he waited four"."""
    giver, taker = left.numeral, right.numeral
    if giver is None or taker is None or giver.floor != taker.floor or giver.form == "period" or not 0 < right.start - left.end < _REACH:
        return False
    if left.start != giver.start or right.end != taker.end or right.whole is not None or taker.scale != giver.scale:
        return False
    verb = word_before(scene.low, right.start, taker.floor)
    shared = verb == word_before(scene.low, left.start, giver.floor)
    alike = verb.isalpha() and shared and (word_classes(verb) & PAST or (verb == "for" and left.kind == "duration"))
    return bool(alike) and _CLAUSE_END.match(scene.low, right.end, taker.limit) is not None


def _is_taken_up(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether a pronoun takes up what ``left`` measures, or it stays at a level: "takes 50 minutes; before the closure it was 20"."""
    giver, taker = left.numeral, right.numeral
    if giver is None or taker is None or giver.floor != taker.floor or giver.form == "period" or left.bound == "between":
        return False
    if right.end != taker.end or not 0 < right.start - left.end < _REACH or taker.value < _FEWEST:
        return False
    near = giver.value and (giver.scale == 1) == (taker.scale == 1) and _LEAST_RATIO < taker.value / giver.value < _MOST_RATIO
    if not (near or left.unit.startswith("degree")) or (left.kind == "share" and taker.value > 100):
        return False
    taken_up = _TAKEN_UP.fullmatch(scene.low, left.end, right.start)
    return taken_up is not None and _CLAUSE_END.match(scene.low, right.end, taker.limit) is not None


_FEWEST = 2
"""A lone "one" is a pronoun."""
_BACK_THEN = rf"(?:{'|'.join(sorted(_LEADS['back then']))}|a\s+(?:\w+\s+)?\w+\s+(?:ago|earlier|before))\s"
_BEING = r"(?:is|was|had\s+been|has\s+been|used\s+to\s+be|would\s+be|will\s+be)(?:\s+(?:only|just|about|still|nearly))?"
_TAKEN_UP = re.compile(
    rf"[^.!?:]*(?:[;,]\s|[.!?]\s+{_BACK_THEN})(?:[^.!?;:]*\s)?it\s+{_BEING}\s+"
    rf"|[^.!?;:]*\b(?:{'|'.join(sorted(_LEADS['standing']))})\s+at\s+"
)
_WAS_AGO = re.compile(r"\s+(?:ago|earlier|before)\b")


def _is_another_dimension(scene: Scene, left: Reading, right: Reading) -> bool:
    """Whether both figures stand before words for a thing's size: "31 metres high and 240 long"."""
    giver, taker = left.numeral, right.numeral
    if left.kind != "measure" or giver is None or taker is None or giver.floor != taker.floor or right.end != taker.end:
        return False
    between = _DIMENSION.fullmatch(scene.low, left.end, right.start)
    return between is not None and _DIMENSION_ENDS.match(scene.low, right.end, taker.limit) is not None


_SIZED = "|".join(sorted(_LEADS["sized"]))
_DIMENSION = re.compile(
    rf"\s+(?:{_SIZED})(?:,|,?\s+(?:and|by|but)(?:\s+(?:only|just|about|some|nearly))?)\s+"
)
_DIMENSION_ENDS = re.compile(rf"\s+(?:{_SIZED})\b")


def _lend(giver: Reading, taker: Reading) -> None:
    """Gives the unit, and the factor between the unit and what is written ("12 cents" is 0.12 USD)."""
    taker.kind, taker.rule, taker.unit, taker.whole = giver.kind, giver.rule, giver.unit, giver.whole
    if (
        giver.numeral is not None
        and taker.numeral is not None
        and giver.low == giver.high
        and giver.numeral.value
        and not isinstance(giver.low, date)
    ):
        factor = (giver.low or 0) / giver.numeral.value
        if giver.kind == "money" and factor and factor < 1:
            taker.low = taker.high = taker.numeral.value * factor
