"""Units as they are written behind a number: the longest phrase of the lexicon's tables wins.

The tables are ``units.tsv`` and ``currencies.tsv``: a unit is a line, and so is a currency.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.beside import word_behind
from ledger.extraction.scene import Scene
from ledger.lexicon import table

ONE = Decimal(1)
_HUNDREDTH = Decimal("0.01")


class Unit(NamedTuple):
    """``name`` as Pint prints it, or an ISO 4217 code; one as written stands for ``factor`` of it.

    ``dimension`` is length, mass, time ... or money; ``only`` says where a doubtful form is a unit at all.
    """

    name: str
    dimension: str
    factor: Decimal = ONE
    only: tuple[str, ...] = ()


class Written(NamedTuple):
    """A unit as it stands in a text, and where: half-open offsets. ``form`` is the phrase of the table."""

    unit: Unit
    start: int
    end: int
    form: str


def spellings(cell: str) -> list[str]:
    """The forms in a cell of a table: "metre(s), metre" gives metre, metres, metre."""
    if not cell:
        return []
    entries = [entry for entry in map(str.strip, cell.split(",")) if entry]
    if "(" not in cell:
        return entries
    return [form for entry in entries for form in ((entry.replace("(s)", ""), entry.replace("(s)", "s")) if "(s)" in entry else (entry,))]


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of a class of ``unit_words.tsv``, lower-case."""
    return frozenset(word for of, entries in table("unit_words.tsv") if of == name for word in spellings(entries))


class _Tables(NamedTuple):
    phrases: dict[str, list[tuple[tuple[str, ...], Unit]]]
    symbols: dict[str, Unit]
    codes: dict[str, Unit]
    parts: dict[tuple[str, str], Decimal]  # how much of a currency its smaller coins are, by code and noun


@cache
def tables() -> _Tables:
    """The phrases by their first word, longest first; symbols and currency codes as written; parts of currencies."""
    found = _Tables({}, {}, {}, {})
    for row in table("units.tsv"):
        name, dimension, words, symbols, only = (*row, "", "", "")[:5]
        head, _, rest = name.partition(" ")
        scaled = head[0].isdigit() and not rest.startswith("/")
        unit = Unit(rest if scaled else name, dimension, Decimal(head) if scaled else ONE, tuple(spellings(only)))
        for phrase in spellings(words):
            _add(found, _cut(phrase), unit)
        for symbol in spellings(symbols):
            found.symbols[symbol] = unit
    for row in table("currencies.tsv"):
        _add_currency(found, *(*row, "", "", "", "")[:5])
    for candidates in found.phrases.values():
        if len(candidates) > 1:
            candidates.sort(key=lambda candidate: -len(candidate[0]))
    return found


@cache
def openings(dimension: str = "") -> frozenset[str]:
    """The words and signs that a unit, or one of ``dimension``, may begin with, in lower case, as ``word_behind`` gives them."""
    known = tables()
    spelled = {first for first, units in known.phrases.items() if not dimension or any(unit.dimension == dimension for _, unit in units)}
    spelled.update(symbol.lower() for symbol, unit in known.symbols.items() if dimension in ("", unit.dimension))
    if dimension in ("", "money"):
        spelled.update(many + code.lower() for code in known.codes for many in ("", "m"))
        spelled.add("u")  # "U.S. dollars"
    if dimension != "money":
        spelled.update((*_POWERS, *_DEGREES))
    return frozenset([form if form.isascii() and form.isalpha() else word_behind(form, 0, len(form)) for form in spelled])


def _cut(phrase: str) -> tuple[str, ...]:
    """The words of a phrase; a hyphen is a space."""
    return tuple(phrase.replace("-", " ").split())


def _add(found: _Tables, phrase: tuple[str, ...], unit: Unit) -> None:
    rest = phrase[1:]
    candidates = found.phrases.setdefault(phrase[0], [])
    if not candidates or rest not in [candidate for candidate, _ in candidates]:  # of two currencies the first is meant
        candidates.append((rest, unit))


def _add_currency(found: _Tables, code: str, of: str, nouns: str, signs: str, hundredth: str) -> None:
    plain = code.removeprefix("~")
    unit = Unit(plain, "money")
    found.codes[plain] = Unit(plain, "money", only=("large",)) if plain != code else unit
    adjectives = list(map(_cut, spellings(of.replace(".", ""))))
    for noun in spellings(nouns):
        name = noun.removeprefix("~")
        words = _cut(name)
        _add(found, words, Unit(plain, "money", only=("noun", "doubtful") if name != noun else ("noun",)))
        for adjective in adjectives:
            _add(found, adjective + words, unit)
    for sign in spellings(signs):
        if sign[0].isalpha() and len(sign) > 1 and sign[-1].isalpha():
            found.symbols.setdefault(sign, unit)
    parts = spellings(hundredth) or (["~cent", "~cents"] if "dollar" in nouns else [])
    for part in parts:
        _add_part(found, plain, adjectives, part)


def _add_part(found: _Tables, code: str, adjectives: list[tuple[str, ...]], part: str) -> None:
    """Adds a noun for a part of a currency's unit, alone and behind what stands for the country: "paise", "Indian paise"."""
    many, _, tenth = part.removeprefix("~").partition(" ")
    several = many.replace(".", "").isdigit()
    noun, factor = (tenth, _HUNDREDTH * Decimal(many)) if several else (part.removeprefix("~"), _HUNDREDTH)
    unit, words = Unit(code, "money", factor), _cut(noun)
    found.parts[code, noun.rpartition(" ")[2]] = factor
    for adjective in adjectives:
        _add(found, adjective + words, unit)
    if not part.startswith("~"):
        _add(found, words, unit._replace(only=("cent",)) if noun.startswith("cent") else unit)


_TOKEN = re.compile(
    r"(?:\s*|[-‐‑]\s?|\s?(?P<open>[({]))"
    r"(?:(?P<us>U\.\s?S\.?(?=\s)|u\.s\.(?=\s))|(?P<odd>(?:[kMG]?t|k?g)CO[2₂](?:-?eq?)?(?!\w)|[kmM]{0,2}b(?:oe|bl)?/d(?!\w)|[mk]\.p\.h\b\.?)|(?P<degree>[°º˚](?:\s?[CFKcfk](?![^\W\d_]))?|[℃℉Ω¢])|(?P<word>[^\W\d_]++))(?:\^?(?P<power>[23](?!\w)))?(?![\d_])"
)
_STOPS = frozenset({"", ",", ".", ";", ":", ")", "%", "?", "!", "/", "+"})
_WORD = re.compile(r"\.?(?:\s+|[-‐‑]\s?)(&|[^\W\d_]++)(?!\w)")
_NAME = re.compile(r"\s\d")  # "Lumen 5" is a product
_POWERS = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
_DEGREES = "º˚"  # as which "°" may be written
_DEGREE = str.maketrans(_DEGREES, "°" * len(_DEGREES))
_POWERED = {" squared": 2, " cubed": 3}
_RAISED = {"²": 2, "³": 3}
_DIMENSIONS = {2: "area", 3: "volume"}
_RAISABLE = ("length", "time")  # "m/s²"


def unit_behind(scene: Scene, position: int, limit: int) -> Written | None:
    """The unit of ``scene`` that ``written`` finds behind ``position``, told at a glance where there is none."""
    return written(scene.text, position, limit) if word_behind(scene.low, position, limit) in openings() else None


@lru_cache(maxsize=4)
def written(text: str, position: int, limit: int) -> Written | None:
    """The longest unit that begins behind ``position``, a space or a hyphen between; None where there is none."""
    token = _TOKEN.match(text, position, limit) if text[position : position + 1] not in _STOPS else None
    if token is None:
        return None
    opened, _, odd, _, word, power = token.groups()
    if odd:
        unit = tables().symbols.get(odd.replace("₂", "2").replace("-", "").replace(".", ""))
        found = Written(unit, token.start("odd"), token.end(), odd) if unit else None
    elif word is None:
        found = _sign(text, token, limit)
    elif power:
        found = _symbol(token, word, int(power))
    elif word[-1] in _RAISED:
        found = _symbol(token, word[:-1], _RAISED[word[-1]])
    else:
        found = _phrase(text, word.lower(), token.start("word"), token.end("word"), limit) or _symbol(token, word, 1)
        if found is not None and word.istitle() and " " not in found.form and _NAME.match(text, found.end, limit):
            return None
        if found is not None and found.unit.dimension == "length":
            found = _squared(text, found, limit)
    if opened and found is not None:
        if len(found.form) < 2 or text[found.end : found.end + 1] not in (")", "}"):
            return None
        return found._replace(end=found.end + 1)
    return found


def _sign(text: str, token: re.Match[str], limit: int) -> Written | None:
    """ "°C", "℉" and what begins with "U.S."."""
    if token.group("us"):
        return _phrase(text, "us", token.start("us"), token.end("us"), limit)
    form = token.group("degree").replace(" ", "").translate(_DEGREE)
    candidates = tables().phrases.get(form.lower())
    if candidates is not None:
        return Written(candidates[0][1], token.start("degree"), token.end(), form)
    unit = tables().symbols.get(form)
    return Written(unit, token.start("degree"), token.end(), form) if unit else None


def _symbol(token: re.Match[str], word: str, power: int) -> Written | None:
    """A symbol or a currency's code, both in their own case; "km²" and "m3"."""
    known = tables()
    unit = known.symbols.get(word) or known.codes.get(word) or (_small_code(word) if len(word) == _CODE and word.islower() else None)
    if unit is None and word[:1] == "M" and (millions := known.codes.get(word[1:])):
        unit = millions._replace(factor=Decimal(10**6))
    if unit is None and power != 1:
        candidates = known.phrases.get(word.lower())
        unit = candidates[-1][1] if candidates and not candidates[-1][0] else None
    if unit is None or (power != 1 and unit.dimension not in _RAISABLE):
        return None
    return Written(raised(unit, power), token.start("word"), token.end(), word)


_CODE = 3


def _small_code(word: str) -> Unit | None:
    """The currency of a code in small letters ("9 brl"), unless the code is a word too."""
    unit = tables().codes.get(word.upper())
    return unit if unit is not None and not unit.only else None


def _phrase(text: str, first: str, start: int, end: int, limit: int) -> Written | None:
    """The longest phrase of words from ``first``, which stands at ``[start, end)``."""
    candidates = tables().phrases.get(first)
    if candidates is None:
        return _power(text, first, start, end, limit) if first in _POWERS else None
    if not candidates[0][0]:
        return Written(candidates[0][1], start, end, first)
    words: list[str] = []
    ends = [end]
    while len(words) < len(candidates[0][0]) and (following := _WORD.match(text, ends[-1], limit)):
        words.append(following.group(1).lower())
        ends.append(following.end())
    for rest, unit in candidates:
        if len(rest) <= len(words) and tuple(words[: len(rest)]) == rest:
            return Written(unit, start, ends[len(rest)], " ".join((first, *rest)))
    return None


def _power(text: str, first: str, start: int, end: int, limit: int) -> Written | None:
    """ "square metres", "sq. km", "cubic feet"."""
    following = _WORD.match(text, end, limit)
    if following is None:
        return None
    word = following.group(1)
    candidates = tables().phrases.get(word.lower())
    unit = candidates[-1][1] if candidates and not candidates[-1][0] else tables().symbols.get(word)
    if unit is None or unit.dimension != "length":
        return None
    return Written(raised(unit, _POWERS[first]), start, following.end(), f"{first} {word}")


def _squared(text: str, found: Written, limit: int) -> Written:
    for words, power in _POWERED.items():
        if text.startswith(words, found.end, limit):
            return found._replace(unit=raised(found.unit, power), end=found.end + len(words))
    return found


@cache
def raised(unit: Unit, power: int) -> Unit:
    """A length to the power of two or three, as Pint prints it: ``kilometer ** 2``."""
    if power == 1:
        return unit
    return Unit(f"{unit.name} ** {power}", _DIMENSIONS[power] if unit.dimension == "length" else "")
