"""Which money is meant: signs and codes before a figure, and nouns that several currencies share."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from ledger.extraction.amounts import mentions, near
from ledger.extraction.beside import closes
from ledger.extraction.numerals import Numeral
from ledger.extraction.scene import Scene
from ledger.extraction.units import Unit, Written, spellings, tables, word_class
from ledger.lexicon import table


class Sign(NamedTuple):
    """A currency's sign or code before a figure, and where it begins."""

    unit: Unit
    start: int


_LONGEST = 6
_SPACES = (" ", "\u00a0", "\u202f", "\u2009")


@cache
def _signs() -> dict[str, Unit]:
    """What may stand before a figure, as written: "$", "US$", "Rs.", "EUR", "sek"."""
    found: dict[str, Unit] = {}
    for code, _, nouns, signs, _ in ((*row, "", "", "")[:5] for row in table("currencies.tsv")):
        unit = tables().codes[code.removeprefix("~")]
        for sign in spellings(signs):
            doubtful = sign.startswith("~")
            found.setdefault(sign[doubtful:], unit._replace(only=("hinted",) if doubtful else ()))
        for noun in spellings(nouns):
            if noun == unit.name.lower() or (len(noun) == 3 and noun.upper() in found):
                found.setdefault(noun, unit)
        found.setdefault(unit.name, unit)
        if not unit.only:
            found.setdefault(unit.name.lower(), unit._replace(only=("alone",)))
    return found


@cache
def _tails() -> frozenset[str]:
    """The last two characters of the signs, and those that are one character."""
    return frozenset(sign[-2:] for sign in _signs())


def signs_before() -> set[str]:
    """How a sign or a code may look to one who looks only at the nearest word or mark before a figure."""
    words = {sign.lower() for sign in _signs()} | {f"m{code.lower()}" for code in tables().codes}
    marks = {sign[-1] for sign in _signs() if not sign[-1].isalnum() and sign[-1] != "."} | {"-", "−", "("}
    return words | marks | {f"{mark} " for mark in marks}


def signs_behind() -> set[str]:
    """The first characters of signs behind a figure, with and without a space before them."""
    lettered = {sign[:-1].lower() for sign in _signs() if sign[0].isalpha() and sign[-1] == "$"}
    return {*_behind(), *(f" {mark}" for mark in _behind()), *lettered}


@cache
def _behind() -> dict[str, tuple[str, Unit]]:
    """Signs that may also follow a figure, by their first character: "10 €", "100元"; none begins with a Latin letter."""
    return {sign[0]: (sign, unit) for sign, unit in _signs().items() if sign == "$" or not sign[0].isascii()}


def sign_behind(text: str, end: int, limit: int) -> tuple[Unit, int] | None:
    """The sign behind a figure that ends at ``end`` and where it ends, unless it belongs to the next figure."""
    at = end + (text[end : end + 1] in _SPACES)
    if text[at : at + 1].isalpha() and (dollar := text.find("$", at, at + 4)) > 0:
        sign, unit = text[at : dollar + 1], _signs().get(text[at : dollar + 1])  # "10 US$"
    else:
        sign, unit = _behind().get(text[at : at + 1], ("", None))
    if unit is None or at >= limit or not text.startswith(sign, at) or text[at + len(sign) : at + len(sign) + 1].isdigit():
        return None
    return unit, at + len(sign)


def sign_before(text: str, start: int, floor: int) -> Sign | None:
    """The sign or code that ends before ``start``, perhaps with a space or a minus between; None where there is none."""
    end = start
    if end > floor and text[end - 1] in "-−(" and end - 1 > floor and text[end - 2] in "$€£¥₹":
        end -= 1
    spaced = end > floor and text[end - 1] in _SPACES
    end -= spaced
    if end <= floor or (text[end - 1] not in _tails() and text[end - 2 : end] not in _tails()):
        return None
    for length in range(min(_LONGEST, end - floor), 0, -1):
        begin = end - length
        sign = text[begin:end]
        unit = _signs().get(sign)
        if unit is None:
            continue
        if sign[0].isalpha() and begin > floor and (text[begin - 1].isalnum() or text[begin - 1] in "-_"):
            if text[begin - 1] == "M" and unit.name == sign and (begin - 1 == floor or not text[begin - 2].isalnum()):
                return Sign(unit._replace(factor=unit.factor * 10**6), begin - 1)
            continue
        if length == 1 and sign.isalpha() and spaced:
            return None  # "R 44" is a road
        return _prefixed(text, begin, floor) if sign == "$" else Sign(unit, begin)
    return None


def _prefixed(text: str, dollar: int, floor: int) -> Sign:
    """A "$" with the code of its country before it: "usd$", "cad$"; a bare one is American."""
    code = text[max(floor, dollar - 3) : dollar].upper()
    unit = tables().codes.get(code)
    if unit is not None and (dollar - 4 < floor or not text[dollar - 4].isalnum()):
        return Sign(unit._replace(only=()), dollar - 3)
    for length in (2, 1):
        begin = dollar - length
        known = _signs().get(text[begin:dollar].upper() + "$") if begin >= floor else None
        if known is not None and (begin == floor or not text[begin - 1].isalnum()):
            return Sign(known, begin)  # "hk$30"
    return Sign(_signs()["$"], dollar)


@cache
def _sharing() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """For each noun the codes that it may mean, in order, with the words that hint at them."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for code, of, nouns, _, _ in ((*row, "", "", "")[:5] for row in table("currencies.tsv")):
        for noun in spellings(nouns):
            found.setdefault(noun.removeprefix("~").replace("-", " "), []).append((code.removeprefix("~"), tuple(spellings(of))))
    return found


@lru_cache(maxsize=16)
def meant(low: str, noun: str) -> tuple[str, bool]:
    """The code that ``noun`` means in the document ``low``, and whether the document hints at it.

    Of several the one whose country is named most often is meant, else the first of the table.
    A dollar without a country is American.
    """
    candidates = _sharing()[noun]
    if noun.startswith("dollar"):
        return candidates[0][0], True
    hints = {word: code for code, of in reversed(candidates) for word in of}
    named = Counter(hints[word] for word in re.findall(rf"\b(?:{'|'.join(map(re.escape, hints))})\b", low)) if hints else Counter()
    best = max(named.values(), default=0)
    return next(((code, True) for code, _ in candidates if best and named[code] == best), (candidates[0][0], False))


@cache
def _clues() -> dict[str, tuple[str, ...]]:
    """For each code the words that hint at its country."""
    return {row[0].removeprefix("~"): tuple(spellings(row[1])) for row in table("currencies.tsv") if len(row) > 1}


@lru_cache(maxsize=64)
def speaks_of(low: str, code: str) -> bool:
    """Whether the document ``low`` speaks of the country whose currency has ``code``."""
    return any(word in low for word in _clues().get(code, ()))


def currency_of(scene: Scene, numeral: Numeral, found: Written) -> str | None:
    """The code of the currency that ``found`` names, or None when it is none here."""
    unit = found.unit
    if unit.name == "pound" and found.form in ("pound", "pounds"):
        return meant(scene.low, found.form)[0] if _is_sterling(scene, numeral, found.end) else None
    if unit.dimension != "money":
        return None
    if not unit.only:
        return unit.name
    if unit.only[0] == "large":
        return unit.name if is_meant(scene, numeral, unit, found.end) or stands_alone(scene, numeral.start, found.end, numeral) else None
    if unit.only[0] == "cent":
        return "EUR" if mentions(scene.low, "€") and not mentions(scene.low, "$") else unit.name
    if scene.text[found.start].isupper() and not numeral.digits and numeral.scale == 1:
        return None  # "three Bucks players"
    code, hinted = meant(scene.low, found.form)
    sure = hinted and (numeral.value >= 100 or numeral.digits[-3:-2] == "." or near(scene, numeral, word_class("money")))
    sure = sure or (scene.text[found.start].islower() and found.form.startswith(_clues()[code]))  # not "Afghanis", who are people
    if not sure and (numeral.scale >= 1000 or numeral.value >= 100) and found.form[-1:] == "s":
        sure = by_the_million(scene.low, found.form)
    large = numeral.scale >= 10**9 or (_is_a_sum(numeral) and scene.low[found.end : found.end + 1] in _MARKS)
    if "doubtful" in unit.only and not (large or sure):
        return None
    return code


def _is_a_sum(numeral: Numeral) -> bool:
    """Whether a figure is a round one of millions, or of tens of thousands in digits, as prices are."""
    return numeral.scale == 10**6 or ("," in numeral.digits and numeral.value >= 10**4 and numeral.value % 1000 == 0)


@lru_cache(maxsize=16)
def by_the_million(low: str, noun: str) -> bool:
    """Whether the document ``low`` has millions of ``noun``, a plural, as only money is had: "27.5 million crowns"."""
    return re.search(rf"(?<=illion\s){noun}\b", low) is not None


_MARKS = frozenset({"", ".", ",", ";", ":", ")"})
"""Behind a noun that is also a verb, "20 million won"."""


def is_meant(scene: Scene, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether a code that is also a word ("ALL", "CAD") stands for its currency beside a figure, with which it ends at ``end``.

    The figure looks like money (a large one, or one with two decimals), or the text speaks of the country or, right there, of money.
    """
    if numeral.scale != 1 or "," in numeral.digits or numeral.digits[-3:-2] == "." or speaks_of(scene.low, unit.name):
        return True
    return near(scene, numeral, word_class("money")) and stands_alone(scene, numeral.start, end, numeral)


def stands_alone(scene: Scene, start: int, end: int, numeral: Numeral) -> bool:
    """Whether nothing that could be counted follows an amount in a text that is not all in capitals."""
    around = scene.text[max(numeral.floor, start - _FAR) : start] + scene.text[end : min(end + _FAR, numeral.limit)]
    return closes(scene, end, numeral.limit) and not around.isupper()


_FAR = 40


_PENCE_BEHIND, _OUNCES = re.compile(r"\s+(\d\d)(?![\w%]|[.,]\d|[\s-]?[a-z%])"), 16


def _is_sterling(scene: Scene, numeral: Numeral, end: int) -> bool:
    """Whether "pounds" are money here, not weight."""
    if near(scene, numeral, word_class("weight")) and not scene.low.startswith(" sterling", end):
        return False
    if scene.low[numeral.end : numeral.end + 1] == "-" and scene.word_after(end, numeral.limit) in word_class("priced"):
        return True
    if (pence := _PENCE_BEHIND.match(scene.low, end, numeral.limit)) and int(pence.group(1)) >= _OUNCES:
        return True  # "2 pounds 50"
    return numeral.scale >= 1000 or near(scene, numeral, word_class("money")) or mentions(scene.low, "£")
