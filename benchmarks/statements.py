"""Statements whose figures can be reckoned: true ones, rounded and hedged as articles do, and ones with a planted error.

``statement(chance, planted)`` writes one; the phrasings are in ``statements.tsv``. What is rounded is rounded from the
true figures, so that nothing but its digits and its hedge tells how far off it may be. A planted error is a figure that is
wrong by more than any rounding explains.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10
from pathlib import Path
from random import Random
from typing import NamedTuple

KINDS = ("difference", "percent", "points", "factor", "parts", "people", "money", "share", "few", "each", "mean", "time", "population",
         "speed", "range", "margin", "loss", "fates", "places", "topped")  # fmt: skip
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def _rows(name: str) -> list[list[str]]:
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and line[0] != "#"]


_PHRASINGS = _rows("statements.tsv")
_LISTS = {name: [entry.strip() for entry in entries.split("|")] for name, entries in _rows("vocabulary.tsv")}


def _parts_of(entry: str) -> list[str]:
    return [part.strip() for part in entry.split(",")]


class Statement(NamedTuple):
    """A text of one to four sentences, what kind of reckoning it holds, and whether an error is planted in it."""

    text: str
    kind: str
    planted: bool


class _Figure(NamedTuple):
    """A value and how it is written; ``unit`` stands behind it or, as ``$``, before it."""

    value: float
    unit: str = ""

    def exactly(self) -> str:
        if self.value == int(self.value) and 0 < self.value < 2 and not self.unit:
            return "one"
        places = 0 if self.value == int(self.value) else 2 if self.unit == "$" else 1
        number = f"{self.value:,.{places}f}"
        return f"{self.unit}{number}" if self.unit in "$£€" and self.unit else f"{number} {self.unit}".rstrip()

    def scaled(self, digits: int) -> str:
        """In millions or billions, to so many digits."""
        size, word = (1e9, "billion") if self.value >= 1e9 else (1e6, "million")
        places = max(0, digits - 1 - floor(log10(self.value / size)))
        number = f"{self.value / size:.{places}f} {word}"
        return f"{self.unit}{number}" if self.unit in "$£€" and self.unit else f"{number} {self.unit}".rstrip()


def _rounded(value: float, digits: int, how: Callable[[float], float] = round) -> float:
    """``value`` to so many significant digits."""
    step = 10.0 ** (floor(log10(value)) - digits + 1) if value else 1.0
    return round(how(value / step) * step, 6)


class _Writer:
    """Writes figures: true ones rounded or hedged now and then, those of a planted error as they are."""

    def __init__(self, chance: Random, planted: bool):
        self.chance, self.planted = chance, planted

    def figure(self, value: float, unit: str = "", *, hedge: bool = True) -> str:
        figure, chance = _Figure(value, unit), self.chance
        if value >= 1e6 and chance.random() < 0.7:
            return figure.scaled(3 if self.planted else chance.choice((2, 3, 4)))
        if self.planted or not hedge or chance.random() < 0.6:
            return _WORDS[int(value)] if value in range(2, 13) and not unit and chance.random() < 0.4 else figure.exactly()
        return self._hedged(value, unit)

    def _hedged(self, value: float, unit: str) -> str:
        digits = self.chance.choice((2, 3))
        style = self.chance.choice(("plain", "about", "around", "roughly", "some", "nearly", "almost", "more than", "over", "just under"))
        if style == "plain":
            return _Figure(_rounded(value, 2 if value > 1000 else 3), unit).exactly()
        if style in ("nearly", "almost", "just under"):
            up = _rounded(value * 1.001, digits, lambda number: floor(number) + 1)
            return f"{style} {_Figure(up if up < 1.07 * value else value, unit).exactly()}"
        if style in ("more than", "over"):
            down = _rounded(value * 0.999, digits, floor)
            return f"{style} {_Figure(down, unit).exactly()}"
        near = _rounded(value, digits)
        return f"{style} {_Figure(near if abs(near - value) < 0.07 * value else value, unit).exactly()}"

    def percent(self, value: float, unit: str = "percent", *, places: int | None = None, hedge: bool = True) -> str:
        """A percentage to its nearest whole or tenth."""
        if places is None:
            places = self.chance.choice((0, 0, 1))
        number = f"{value:.{places}f}"
        sign = self.chance.choice(("%", " percent", " per cent")) if unit == "percent" else f" {unit}"
        hedged = hedge and not self.planted and self.chance.random() < 0.2
        return f"{self.chance.choice(('about ', 'around ', 'roughly ', 'some ')) if hedged else ''}{number}{sign}"

    def wrong(self, value: float, least: float = 1.0) -> float:
        """A value that no rounding of ``value`` gives: off by a sixth of it and by ``least`` at the least."""
        while True:
            found = value * self.chance.choice((self.chance.uniform(0.3, 0.83), self.chance.uniform(1.2, 2.2)))
            found = round(found) if value == int(value) else round(found, 1)
            if found > 0 and abs(found - value) >= least and not 0.84 < found / value < 1.19:
                return found


def statement(chance: Random, planted: bool, kind: str = "") -> Statement:
    """A statement of ``kind``, or of one that is drawn; true but rounded, or with a planted error."""
    kind = kind or chance.choice(KINDS)
    fields = _FIELDS[kind](_Writer(chance, planted), kind)
    phrasings = [text for name, text in _PHRASINGS if name == _PHRASED.get(kind, kind) and _fits(text, fields)]
    drawn = {name: chance.choice(_LISTS[entries]) for name, entries in _DRAWN.items()}
    drawn["when"] = f" {drawn['when']}" if chance.random() < 0.6 else ""
    fields = drawn | fields
    fields |= {name[0].upper() + name[1:]: str(words)[:1].upper() + str(words)[1:] for name, words in fields.items() if name[0].islower()}
    text = chance.choice(phrasings).format_map(fields)
    before = f"{chance.choice(_LISTS['noise'])} " if chance.random() < 0.3 else ""
    behind = f" {chance.choice(_LISTS['noise'])}" if chance.random() < 0.3 else ""
    return Statement(f"{before}{text[:1].upper()}{text[1:]}{behind}", kind, planted)


def _fits(text: str, fields: dict[str, str]) -> bool:
    """Whether no field that the phrasing needs is empty."""
    return all(fields[name] for name in ("double", "twice", "L") if f"{{{name}}}" in text and name in fields)


def _change(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    direction = chance.choice(("up", "down"))
    verbs, nouns, (up,), more = map(_parts_of, _LISTS[direction])
    one, other, what, unit = _two(chance, kind)
    low, high = sorted((one, other))
    before, after = (low, high) if direction == "up" else (high, low)
    fields = {"what": what, "rose": chance.choice(verbs), "rise": chance.choice(nouns), "up": up, "more": chance.choice(more)}
    if kind == "points":
        places = chance.choice((0, 1))
        before, after = round(before, places), round(after, places)
        said = abs(after - before)
        said = writer.wrong(said, 2.5) if writer.planted else said
        points = "percentage points" if round(said, places) != 1 else "percentage point"
        level = writer.percent(before, places=places, hedge=False)
        return fields | {
            "A": level,
            "A0": level,
            "B": writer.percent(after, places=places),
            "C": writer.percent(said, points, places=places),
        }
    fields |= {"A": writer.figure(before, unit), "A0": writer.figure(before, unit, hedge=False), "B": writer.figure(after, unit)}
    if kind == "percent":
        said = 100 * abs(after - before) / before
        return fields | {"C": writer.percent(writer.wrong(said, 4.0) if writer.planted else said)}
    said = abs(after - before)
    return fields | {"C": writer.figure(writer.wrong(said, 2.0) if writer.planted else said, unit)}


def _two(chance: Random, kind: str) -> tuple[float, float, str, str]:
    """Two values at least an eighth apart, what they are of, and the unit."""
    if kind == "points":
        one = chance.uniform(8, 60)
        return one, one + chance.uniform(4, 30), chance.choice(_LISTS["shared"]), "percent"
    sort = chance.choice(("count", "money", "measure"))
    size = 10 ** chance.uniform(1.5, 4.5 if sort != "money" else 8.5)
    one, other = (_odd(number) for number in (size, size * chance.uniform(1.15, 3.0)))
    if sort == "count":
        return one, other, chance.choice(_LISTS["counted"]), ""
    if sort == "money":
        return one, other, chance.choice(_LISTS["priced"]), chance.choice("$£€")
    what, unit = _parts_of(chance.choice(_LISTS["measured"]))
    return one, other, what, unit


def _odd(number: float) -> float:
    """A whole number near ``number`` that does not look rounded."""
    found = round(number)
    return float(found + 3 if found % 10 == 0 else found)


def _factor(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    factor, doubled, double, twice = _parts_of(chance.choice(_LISTS["factors"]))
    size = float(factor)
    hedge, low, high = chance.choice(_HEDGED_FACTORS)
    if writer.planted:
        hedge, low, high = chance.choice((("", 0.4, 0.78), ("", 1.4, 2.2)))
    if size < 1 and hedge == "more than ":
        hedge, low, high = "", 0.93, 1.1
    before = _odd(10 ** chance.uniform(2, 4.2))
    after = _odd(before * size * chance.uniform(low, high))
    first, last = (writer.figure(value, hedge=False) for value in (before, after))
    fields = {"what": chance.choice(_LISTS["counted"]), "A": first, "A0": first, "B": last}
    return fields | {"doubled": hedge + doubled, "double": "" if hedge else double, "twice": hedge + twice if size > 1 else ""}


_HEDGED_FACTORS = (("", 0.93, 1.12), ("", 0.93, 1.12), ("nearly ", 0.88, 0.99), ("almost ", 0.88, 0.99), ("more than ", 1.01, 1.3))


def _parts(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    of_people = kind == "people"
    nouns = _parts_of(chance.choice(_LISTS["classes"])) if of_people else chance.sample(_LISTS["sorts"], chance.choice((2, 3, 4)))
    values = [chance.randint(3, 400 if kind == "parts" else 90) for _ in nouns]
    total = sum(values)
    if writer.planted:
        total = _slipped(writer, total)
    last = [f"{value} were {done}" for value, done in zip(values[:-1], ("sold", "kept", "lost"), strict=False)]
    last.append(f"the remaining {values[-1]} stayed")
    listed = [f"{writer.figure(value, hedge=False)} {noun}" for value, noun in zip(values, nouns, strict=True)]
    noun = chance.choice(("people", "passengers", "injured")) if of_people else "ships"
    return {"T": str(total), "N": noun, "P": _listed(listed), "L": _listed(last)}


_ROUND = 400
"""From how much on a number may be rounded to tens."""
_FATES = ("were sold", "were kept in store", "went to museums", "are still missing", "burned", "have been scrapped", "failed the test")


def _fates(writer: _Writer, kind: str) -> dict[str, str]:
    """What became of all there were, rounded alike now and then; one error makes them more than there were, by a digit."""
    chance = writer.chance
    fates = chance.sample(_FATES, chance.choice((3, 3, 4)))
    values = [chance.randint(12, 900) for _ in fates]
    total, step = sum(values), 10 if not writer.planted and min(values) >= _ROUND and chance.random() < 0.5 else 1
    if writer.planted:
        size = 10 ** (len(str(total)) - 2)
        total -= size * chance.randint(1, max(1, min(9, total // size // 12)))
    said = [f"{round(value / step) * step} {fate}" for value, fate in zip(values, fates, strict=True)]
    return {"T": f"{round(total / step) * step:,}", "N": chance.choice(_LISTS["sorts"]), "F": _listed(said)}


def _places(writer: _Writer, kind: str) -> dict[str, str]:
    """Shares that lie at so many places; one is too great by some points."""
    chance = writer.chance
    cuts = sorted(chance.sample(range(9, 92), chance.choice((2, 3))))
    shares = [float(last - first) + chance.uniform(-0.4, 0.4) for first, last in zip([0, *cuts], [*cuts, 100], strict=True)]
    if writer.planted:
        shares[chance.randrange(len(shares))] += chance.randint(4, 15)
    said = [f"{share:.0f} percent" for share in shares]
    places = [f" in {place}" for place in chance.sample(_LISTS["places"], len(said))]
    told = [f"{said[0]} {chance.choice(_parts_of('were found, live, were born, settled, are kept'))}{places[0]}"]
    told += [share + place for share, place in zip(said[1:], places[1:], strict=True)]
    return {"N": chance.choice(_LISTS["things"]), "F": _listed(told), "W": _listed([said[0], *told[1:]]), "P": places[0]}


def _topped(writer: _Writer, kind: str) -> dict[str, str]:
    """What there was before, what there is now, and by how much the one is over the other."""
    chance = writer.chance
    unit, size = chance.choice((("metres", 300), ("km/h", 200), ("tonnes", 900), ("millimetres", 150), ("votes", 4000)))
    places = 0 if unit == "votes" else chance.choice((0, 1, 1))
    before = round(chance.uniform(size * 0.4, size), places)
    more = round(chance.uniform(size * 0.02, size * 0.3), places) or 1.0
    now = round(before + more, places)
    if writer.planted:
        more = round(more * chance.choice((chance.uniform(0.55, 0.8), chance.uniform(1.25, 1.8))), places)
    return {name: f"{value:,.{places}f} {unit}" for name, value in (("A", before), ("B", now), ("C", more))}


def _slipped(writer: _Writer, total: int) -> int:
    """A total that is off by a few, as a slip of the pen makes it."""
    least = max(2, total // 40)
    return max(1, total + writer.chance.choice((-1, 1)) * writer.chance.randint(least, max(least, total // 11)))


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _money(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    uses, sign = chance.sample(_LISTS["uses"], chance.choice((2, 3, 4))), chance.choice("$£€")
    values = [round(chance.uniform(1.1, 90), 1) * 1e6 for _ in uses]
    total = sum(values)
    if writer.planted:
        total += chance.choice((-1, 1)) * (0.05e6 * (len(uses) + 3) + total * chance.uniform(0.02, 0.08))
    parts = [f"{_Figure(value, sign).scaled(2 if value < 1e7 else 3)} for {use}" for value, use in zip(values, uses, strict=True)]
    return {"P": _listed(parts), "T": _Figure(total, sign).scaled(2 if total < 1e7 else 3 if total < 1e8 else 4)}


def _share(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    whole = _odd(10 ** chance.uniform(1.3, 4))
    part = float(chance.randint(max(3, int(whole / 8)), int(whole * 0.9)))
    said = 100 * part / whole
    said = min(writer.wrong(said, 6.0), 99.0) if writer.planted else said
    if writer.planted and abs(said - 100 * part / whole) < 6:
        said = 100 * part / whole - 8
    return {"K": writer.figure(part, hedge=False), "T": writer.figure(whole, hedge=False), "S": writer.percent(said)}


def _few(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    whole = chance.randint(7, 60)
    if not writer.planted:
        return {"T": str(whole), "S": writer.percent(100 * chance.randint(1, whole - 1) / whole)}
    can = {round(100 * part / whole + shift) for part in range(whole + 1) for shift in (-1e-9, 1e-9)}
    return {"T": str(whole), "S": writer.percent(float(chance.choice([said for said in range(5, 96) if said not in can])), places=0)}


def _each(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    things, sign = chance.randint(4, 90), chance.choice("$£€")
    each = float(chance.randint(11, 900))
    total = things * each
    said = writer.wrong(total) if writer.planted else total
    return {"T": str(things), "E": _Figure(each, sign).exactly(), "S": _Figure(said, sign).exactly()}


def _mean(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    people = chance.randint(5, 45)
    can = {f"{total / people + shift:.2f}" for total in range(people * 9) for shift in (-1e-9, 1e-9)}
    said = [f"{number / 100:.2f}" for number in range(110, 800)]
    drawn = [each for each in said if (each in can) != writer.planted]
    return {"T": str(people), "E": chance.choice(drawn), "N": chance.choice(_LISTS["whole"])}


def _time(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    times, total = chance.randint(3, 40), _odd(10 ** chance.uniform(2.3, 4))
    rate = total / times
    rate = writer.wrong(rate, 2.0) if writer.planted else rate
    said = f"{rate:.1f}" if rate < 20 else f"{rate:.0f}"
    return {"D": str(times), "T": writer.figure(total, hedge=False), "R": said, "N": chance.choice(("calls", "visitors", "cases", "ships"))}


def _population(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    people, cases = round(10 ** chance.uniform(4.3, 6.5)), chance.randint(25, 900)
    rate = 1e5 * cases / people
    rate = writer.wrong(rate, 0.5) if writer.planted else rate
    printed = _Figure(float(people)).exactly() if writer.planted else writer.figure(float(people), hedge=False)
    return {"D": printed, "T": str(cases), "R": f"{rate:.1f}"}


def _speed(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    hours, speed = chance.randint(2, 14), chance.uniform(12, 90)
    way = speed * hours
    speed = writer.wrong(round(speed, 1), 6.0) * (1.6 if hours < 4 else 1.0) if writer.planted else speed
    if writer.planted and 0.7 < speed * hours / way < 1.4:
        speed = 1.6 * way / hours
    return {"D": str(hours), "T": f"{way:.0f}", "R": f"{speed:.0f}"}


def _range(writer: _Writer, kind: str) -> dict[str, str]:
    chance = writer.chance
    low = chance.randint(12, 400)
    high = round(low * chance.uniform(1.3, 3))
    first, last = (high, low) if writer.planted else (low, high)
    money = chance.random() < 0.5
    unit = (lambda value: f"${value} million") if money else str
    return {"A": unit(first), "B": unit(last), "N": "" if money else chance.choice(_LISTS["things"])}


def _margin(writer: _Writer, kind: str) -> dict[str, str]:
    chance, unit = writer.chance, "£" if kind == "loss" else ""
    size = 10 ** chance.uniform(1.5, 4)
    one, other = _odd(size * chance.uniform(1.3, 2)), _odd(size)
    said = round((one - other) * chance.choice((chance.uniform(0.45, 0.8), chance.uniform(1.25, 2.2)))) if writer.planted else one - other
    return {name: _Figure(value, unit).exactly() for name, value in (("A", one), ("B", other), ("C", float(said)))}


_FIELDS: dict[str, Callable[[_Writer, str], dict[str, str]]] = {
    "difference": _change, "percent": _change, "points": _change, "factor": _factor, "parts": _parts, "people": _parts, "money": _money,
    "share": _share, "few": _few, "each": _each, "mean": _mean, "time": _time, "population": _population, "speed": _speed, "range": _range,
    "margin": _margin, "loss": _margin, "fates": _fates, "places": _places, "topped": _topped,
}  # fmt: skip
_DRAWN = {"who": "who", "place": "places", "when": "when", "before": "since", "done": "done", "people": "people", "N": "things"}
_PHRASED = {"difference": "change", "percent": "change", "points": "change"}
