"""Anniversaries with the year they are kept in and that of what they are of: "founded in 1949. In 2024 it marked its 75th birthday"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import table
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage

_SAID = frozenset({"asserted", "planned"})
_OWN, _PERSONAL = frozenset({"it", "its", "they", "their", "he", "she", "his", "her"}), frozenset({"born", "married", "wed"})
_IT = tuple([word] for word in ("it", "he", "she", "they"))
_APART = 2.5
"""By what factor an anniversary may be off and still be meant as that of the year: further off it is of something else."""
_WORD = r"(?:(?![.;:()!?–] )[^\s<>]+ )"


class Jubilee(NamedTuple):
    """``number`` years are kept in the year of ``held`` since that of ``founded``, by a figure or by a word."""

    founded: Figure
    held: Figure
    number: int
    said: Figure | None
    personal: bool = False
    """Whether it is that of somebody, who was born or wed."""
    slack: int = 0

    @property
    def years(self) -> int:
        """How many years lie between the two."""
        return _year(self.held) - _year(self.founded)


@cache
def _words() -> dict[str, int]:
    return {word: int(years) for word, years in table("jubilees.tsv")}


@cache
def _cues() -> tuple[str, ...]:
    """Of what any of the forms below says one at least, without a letter that may be a capital."""
    return ("nniversary", "irthday", "ubilee", " turn", "old in ", *(word[1:] for word in sorted(_words()) if "ubilee" not in word))


@cache
def _kept() -> tuple[re.Pattern[str], ...]:
    words, ends = "|".join(sorted(_words())), r"(?= [,.;:)]| (?:in|on|of|was|were|is|will|with|this|last|by|at)\b|$)"
    nth = (
        r"(?:(?P<whose>its|their|his|her|the|a) )?"
        rf"(?:<(?P<nth>n\d+)> (?:wedding )?(?:anniversary|birthday|jubilee)|(?P<word>{words})){ends}"
    )
    itself = rf"(?P<of> of (?!(?:its|her|his|their|the) (?:{'|'.join(sorted(cues('founding')))})\b))?"
    other = r"(?:(?!of\b)[^\s<>.;:()]+ )"
    return (
        # "in 2024 it marked its 75th birthday", "in 2025, its 175th anniversary"
        re.compile(rf"\b(?:in|on) <(?P<held>t\d+)> (?:, )?(?P<who>(?:{other}){{0,6}}?){nth}{itself}"),
        # "on its 25th anniversary, in 2015", "marked its centenary in 2028", "the bicentenary of her birth was celebrated in 2010"
        re.compile(
            rf"{nth}{itself} (?:of {_WORD}{{1,4}}(?:was|were|is|will be|is to be) )?(?:, )?(?:{other}){{0,5}}"
            r"(?:in|on) <(?P<held>t\d+)>"
        ),
        # "the town kept the centenary of his birth in 1938"
        re.compile(rf"{nth} of (?:its|his|her|their) (?:{'|'.join(sorted(cues('founding')))}) (?:, )?(?:in|on) <(?P<held>t\d+)>"),
        # "in 2031 it turns 100"
        re.compile(
            rf"\bin <(?P<held>t\d+)> (?:, )?(?P<who>it |he |she |the {_WORD}{{1,2}})(?:will )?(?:turns|turned|turn) <(?P<said>[ac]\d+)>"
            r"(?= [,.;]| and\b|$)"
        ),
        # "will be 125 years old in 2033"
        re.compile(r"\b(?:will be|would be|will turn|would have turned|turns|turned) <(?P<old>a\d+)> in <(?P<held>t\d+)>"),
    )


@cache
def _founding() -> re.Pattern[str]:
    begun = "|".join(sorted(cues("begun") | cues("opened") | cues("came about")))
    beside = rf"(?:(?:in|on|at|near|of|as|by|here|there) (?:{_WORD}){{0,4}}|{_WORD})?"
    return re.compile(rf"\b(?:{begun}) {beside}<(?P<founded>t\d+)>|\bof <(?P<of>t\d+)>")


def jubilees(passage: Passage) -> Iterator[Jubilee]:
    """The first of ``passage``, or of the one before it: "... its centenary in 2028. It was opened in 1928"."""
    if "t" not in passage.letters:
        return
    before = passage.previous
    held = list(_held(passage))
    found = [each._replace(founded=founded) for each in held if (founded := _founded(passage, each, of=True)) is not None]
    if not found and before is not None and _goes_on(passage):
        found = [each._replace(founded=founded) for each in held if (founded := _founded(before, each)) is not None]
    if not found and before is not None and passage.gaps[0][:1] in _IT:
        earlier = [each for each in _held(before) if _founded(before, each, of=True) is None]
        found = [each._replace(founded=founded) for each in earlier if (founded := _founded(passage, each)) is not None]
    yield from [each for each in found if each.years > 0 and 1 / _APART <= each.number / each.years <= _APART][:1]


def _held(passage: Passage) -> Iterator[Jubilee]:
    """What is kept, and when, in any way that the words can be read; the founding is not told yet."""
    if not passage.says(*_cues()):
        return
    for form in _kept():
        found = form.search(passage.text)
        if found is None or found.groupdict().get("of"):
            continue  # "the 50th anniversary of the sale"
        groups = found.groupdict()
        held = passage.figure(f"<{groups['held']}>")
        token = groups.get("nth") or groups.get("said") or groups.get("old")
        said = passage.figure(f"<{token}>") if token else None
        number = int(said.number) if said is not None else _words()[groups["word"]]
        if _year(held) and held.claim.modality in _SAID and (said is None or said.exact) and number > 1:
            personal = groups.get("whose") in ("his", "her") or (groups.get("who") or "").strip() in ("he", "she")
            yield Jubilee(held, held, number, said, personal, 1 if groups.get("old") or (personal and groups.get("said")) else 0)


def _goes_on(passage: Passage) -> bool:
    """Whether a sentence is of what the one before it is of, as "it", "its", "her birth" in it tell."""
    return any(word in _OWN for gap in passage.gaps for word in gap)


def _founded(passage: Passage, jubilee: Jubilee, *, of: bool = False) -> Figure | None:
    """The one earlier date of ``passage`` that something is said to be founded at; with ``of`` that of "the flood of 1931" as well."""
    dates: list[Figure] = []
    for found in _founding().finditer(passage.text):
        if found["of"] is None or of:
            if jubilee.personal and not _PERSONAL.intersection(found[0].split()):
                continue
            dates.append(passage.figure(f"<{found['founded'] or found['of']}>"))
    dates = [figure for figure in dates if 0 < _year(figure) < _year(jubilee.held) and figure.claim.modality == "asserted"]
    return dates[0] if len(dates) == 1 else None


def _year(figure: Figure) -> int:
    """The year of an exact date of one year; 0 of any other."""
    low, high = figure.claim.low, figure.claim.high
    exact = figure.claim.bound == "exact" and isinstance(low, date) and isinstance(high, date) and low.year == high.year
    return low.year if exact and isinstance(low, date) and any(map(str.isdigit, figure.claim.span.quote)) else 0
