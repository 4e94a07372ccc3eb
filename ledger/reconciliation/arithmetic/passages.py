"""A sentence with several figures, cut into the figures and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import inf
from typing import Literal

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes, table, words
from ledger.printing import without_markup
from ledger.reconciliation.arithmetic.ranges import Range, as_difference, as_printed, implied
from ledger.reconciliation.arithmetic.ranges import number as number_of
from ledger.reconciliation.lazily import lazily
from ledger.reconciliation.units import scale
from ledger.records import Claim

_TOKEN = re.compile(r"\w(?:[\w'’&/.-]*\w)?(?:(?<=s)['’])?|[$€£]|[,;:()\[\]!?–—]|-(?<=\s-)-*(?=\s)|\.(?=\s|$)")
MARKS = frozenset(",;:()[]!?.–—-")
_DASHES = str.maketrans({"[": "(", "]": ")", "—": "–"})
_LETTERS = {
    "count": "c", "money": "m", "measure": "q", "duration": "d", "rate": "r", "fraction": "f", "multiple": "x", "share": "p",
    "ordinal": "n", "date": "t", "age": "a",
}  # fmt: skip
NOISE = frozenset("tna?")
"""Letters of dates, ranks and ages, which are not reckoned with."""
_SILENT, _SUPPOSED, _ALONE = frozenset({"denied", "corrected"}), "hypothetical", frozenset("qd")
_SCALE_WORD = re.compile(r"(?:illion|illiard|\dbn|\d ?m|crore|lakh)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:It|This|That|They|These|Of (?:this|that|it|these|which))\b")
_NEXT = 3
"""How many characters may stand between two sentences of one paragraph."""
_BESIDE = 40
"""How many characters behind a figure what it counts may stand in."""
_ITEM = 40
"""How many, between two items of a list."""
_HEADING, _BEFORE_HEADING = classes("arithmetic.tsv")["heads a list"], frozenset({"of", "as", ","})
"""Words that, last in a sentence, lead to the list behind it: ``568 papers, namely``, ``568, of which:``."""
_PERIODS = classes("arithmetic.tsv")["periods"]
_AGAINST, _NEAR = frozenset({"against", "from", "versus", "than", "with"}), 5
"""Before a bare number that is held against an amount, and how many times the one the other may be."""
_MOST = 40
"""Figures of one sentence that are looked at."""


class Figure:
    """A claim's figure in its passage.

    The claim may be read as money that leaves its currency to another. ``letter`` says its kind: c count, m money, q
    measure, d duration, r rate, f fraction, x multiple, p percent,
    o points, n ordinal, t date, a age. ``at`` is its number in the passage, ``range`` what it implies, in base units.
    """

    def __init__(self, at: int, claim: Claim, read: Claim):
        self.at, self.claim, self._read = at, claim, read
        letter = _LETTERS.get(read.kind, "?")
        self.hedged = False  # a hedge stands right before it
        self.turned: Literal["up", "down", "either", ""] | None = None  # which way it is a change, once that was asked
        self.letter = "o" if letter == "p" and "point" in claim.span.quote else letter
        self.measures = "percent" if letter == "p" else scale(read.unit).measures

    @lazily
    def range(self) -> Range:
        """What the figure can mean, in base units."""
        return implied(self._read)

    @lazily
    def difference(self) -> Range:
        """The same of a figure that is a difference: of degrees, those between two temperatures."""
        return as_difference(self._read)

    @lazily
    def printed(self) -> Range:
        """The range without its hedge."""
        return as_printed(self._read)

    @lazily
    def number(self) -> float:
        """The figure as it stands, the lower end of a range."""
        return number_of(self.claim)

    @property
    def exact(self) -> bool:
        """Whether nothing hedges it."""
        return self.claim.bound == "exact"

    @lazily
    def noun(self) -> str:
        """The lemma of the counted noun, "" where it is left out."""
        return lemma(self.claim.counted) if self.claim.counted else ""

    def like(self, other: Figure) -> bool:
        """Whether both are of one kind and in units that can be converted."""
        return self.letter == other.letter and self.measures == other.measures


class Passage:
    """A sentence, or one that ends in a colon with the list items behind it: its figures in order, and the words between them.

    ``gaps`` are the words and marks before each figure and, last, behind the last, in lower case and without markup; the
    hedge of a figure is no part of the gap before it.
    """

    def __init__(self, sentences: Sequence[Sequence[Claim]], previous: Passage | None = None):
        self.sentences, self.previous = sentences, previous
        self.claims = [claim for sentence in sentences for claim in sentence][:_MOST]
        self._read = _with_lent_money(self.claims, previous.claims if previous is not None else ())
        self.letters = "".join(_LETTERS.get(claim.kind, "?") for claim in self._read)
        self.told = sum(letter not in NOISE for letter in self.letters)  # how many figures can be reckoned with

    def says(self, *words: str) -> bool:
        """Whether one of ``words`` (or of their endings) may be in the passage: a quick look, before its words are cut."""
        quote = self.claims[0].sentence.quote
        return any(word in quote for word in words)

    @lazily
    def words(self) -> frozenset[str]:
        """The words of the sentence in lower case, with the marks beside them: for a quick look too."""
        return frozenset(self.claims[0].sentence.quote.lower().split())

    @lazily
    def silent(self) -> bool:
        """Whether a figure is denied or corrected, or some alone are supposed, so that the sentence says nothing of all of them.

        One length or time that is supposed, and no other told, is another matter: "46 concern the chimney, which would be 55 metres".
        """
        told = [(letter, claim.modality) for claim, letter in zip(self.claims, self.letters, strict=True) if letter not in NOISE]
        supposed = [letter for letter, modality in told if modality == _SUPPOSED]
        others = [letter for letter, modality in told if modality != _SUPPOSED]
        alone = len(supposed) == 1 and supposed[0] in _ALONE and supposed[0] not in others
        return any(modality in _SILENT for _, modality in told) or bool(supposed and others and not alone)

    @lazily
    def figures(self) -> list[Figure]:
        """The claims as figures, numbered in the order of the text."""
        return [Figure(at, claim, read) for at, (claim, read) in enumerate(zip(self.claims, self._read, strict=True))]

    @lazily
    def gaps(self) -> list[list[str]]:
        """Words and marks before the first figure, between each two, and behind the last: one list more than figures."""
        found: list[list[str]] = [[]]
        figures = iter(self.figures)
        for number, sentence in enumerate(self.sentences):
            first, *others = _gaps(sentence)
            if number == 1:
                found[-1] = _opened(found[-1])
            for gap, figure in zip([first, *others[:-1]], figures, strict=False):
                figure.hedged = _unhedged(gap, figure.claim.bound)
            if number > 1 and found[-1][-1:] != [";"]:
                found[-1] = [*found[-1][: -1 if found[-1][-1:] in ([","], ["."], ["and"]) else None], ";"]
            found[-1] += first
            found += others
        return found

    @lazily
    def text(self) -> str:
        """The words and marks with a token for each figure: "from <c0> to <c1> , an increase of <p2> ."."""
        parts: list[str] = []
        for figure, gap in zip(self.figures, self.gaps, strict=False):
            parts += [*gap, f"<{figure.letter}{figure.at}>"]
        return " ".join([*parts, *self.gaps[-1]])

    def figure(self, token: str) -> Figure:
        """The figure of a token of ``text``."""
        return self.figures[int(token[2:-1])]


def _with_lent_money(claims: list[Claim], before: Sequence[Claim]) -> list[Claim]:
    """``claims`` with the large numbers in it that leave it out: "9.9 million crowns: 5.1 million on wages and 4.8 million on boats".

    Of "It is made up of 5.1 million ..." the sentence ``before`` has it.
    """
    if all(claim.kind != "count" for claim in claims):
        return claims
    if before and claims[0].kind == "count" and _GOES_ON.match(claims[0].sentence.quote) and all(claim.kind == "count" for claim in claims):
        lending = {claim.unit for claim in before if claim.kind == "money" and _SCALE_WORD.search(claim.span.quote)}
        bare_sums = all(_SCALE_WORD.search(claim.span.quote) and not _names_what(claim) for claim in claims)
        if len(lending) == 1 and bare_sums and all(claim.kind != "count" for claim in before):
            return [claim.model_copy(update={"kind": "money", "unit": next(iter(lending))}) for claim in claims]
    currencies = {claim.unit for claim in claims if claim.kind == "money"}
    if len(currencies) != 1:
        return claims
    unit, amounts = *currencies, [claim for claim in claims if claim.kind == "money"]
    places = [claim.span.start for claim in amounts if _SCALE_WORD.search(claim.span.quote)]
    return [
        claim.model_copy(update={"kind": "money", "unit": unit})
        if claim.kind == "count"
        and not _names_what(claim)
        and ((places and claim.span.start > places[0] and _SCALE_WORD.search(claim.span.quote)) or _is_held_against(claim, amounts[0]))
        else claim
        for claim in claims
    ]


def _is_held_against(claim: Claim, amount: Claim) -> bool:
    """Whether a bare number is what an amount before it is held against: "412,000 euros in May, against 398,000 in April"."""
    if not isinstance(claim.low, Decimal) or not isinstance(amount.low, Decimal) or claim.span.start < amount.span.start:
        return False
    before = claim.sentence.quote[: claim.in_sentence[0]].split()[-2:]
    if before == ["instead", "of"]:
        before = ["against"]
    near = amount.low > 0 and amount.low / _NEAR <= claim.low <= amount.low * _NEAR
    return near and not _AGAINST.isdisjoint(before[-1:]) and not (before[-1:] == ["with"] and before[:1] != ["compared"])


def _names_what(claim: Claim) -> bool:
    """Whether what a count counts stands behind it: it does not in "the campaign cost 9.9 million crowns: 5.1 million on one side"."""
    end = claim.in_sentence[1]
    named = bool(claim.counted) and claim.counted.lower() in claim.sentence.quote[end : end + _BESIDE].lower()
    return named and claim.counted.lower() not in _PERIODS


def tokens(text: str) -> list[str]:
    """Lower-case words and marks of ``text``, markup left out; a square bracket is a round one, a long dash a short one."""
    return _TOKEN.findall(without_markup(text, " ").replace("_", " ").lower().translate(_DASHES))


def passages(claims: Sequence[Claim]) -> list[Passage]:
    """The sentences of ``claims`` (in the order of their documents and places) that have two figures, or follow one that has any.

    Each knows the one before it in its paragraph, if that has figures. None of those is among them, nor known to any, that are silent.
    """
    found: list[Passage] = []
    groups = list(sentences(claims))
    last: Passage | None = None
    for at, group in enumerate(groups):
        follows = at > 0 and _gap(groups[at - 1], group) <= _NEXT
        passage = Passage([group], last if follows else None)
        if _heads_a_list(group[0].sentence.quote) and len(items := _items(groups, at)) > 1:
            found.append(Passage([group, *items]))
        elif len(group) > 1 or follows:
            found.append(passage)
        last = None if passage.silent else passage
    return [passage for passage in found if not passage.silent]


def _gap(one: Sequence[Claim], other: Sequence[Claim]) -> float:
    """How many characters stand between two sentences of one document."""
    return other[0].sentence.start - one[0].sentence.end if one[0].document == other[0].document else inf


def _heads_a_list(sentence: str) -> bool:
    return sentence[-1:] == ":" or sentence.rpartition(" ")[2].lower() in _HEADING


def _opened(tail: Sequence[str]) -> list[str]:
    """What stands behind the last figure of a sentence that a list follows: ``, of which :`` and ``, namely`` are a colon."""
    end = len(tail) - (tail[-1:] == [":"])
    while end and (tail[end - 1] in _HEADING or (end < len(tail) and tail[end] in _HEADING and tail[end - 1] in _BEFORE_HEADING)):
        end -= 1
    return [*tail[:end], ":"]


def _items(groups: Sequence[Sequence[Claim]], head: int) -> list[Sequence[Claim]]:
    """The sentences behind ``head`` that stand in a list: all as far apart as a mark or a number and a line's end take."""
    found: list[Sequence[Claim]] = []
    for at in range(head + 1, min(head + _MOST, len(groups))):
        gap = _gap(groups[at - 1], groups[at])
        if not _NEXT <= gap <= _ITEM or (len(found) > 1 and abs(gap - _gap(found[-2], found[-1])) > 1):
            break
        found.append(groups[at])
    return found


def sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The ``claims``, in the order of their places, sentence by sentence."""
    group: list[Claim] = []
    for claim in claims:
        if group and (claim.sentence.start != group[0].sentence.start or claim.document != group[0].document):
            yield group
            group = []
        group.append(claim)
    if group:
        yield group


def _gaps(sentence: Sequence[Claim]) -> list[list[str]]:
    quote, places = sentence[0].sentence.quote, [claim.in_sentence for claim in sentence]
    ends, starts = [0, *(end for _, end in places)], [*(start for start, _ in places), len(quote)]
    return [tokens(quote[first:last]) for first, last in zip(ends, starts, strict=True)]


def _unhedged(gap: list[str], bound: str) -> bool:
    """Takes the hedge off the end of ``gap``; whether there was one."""
    if bound in ("exact", "between"):
        return False
    for length in range(min(5, len(gap)), 0, -1):
        if tuple(gap[-length:]) in _hedges():
            del gap[-length:]
            return True
    return False


@cache
def _hedges() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(tokens(row[0])) for row in table("hedges.tsv"))


@cache
def _fillers() -> frozenset[str]:
    return words("fillers.txt")


@lru_cache(4096)
def is_filler(word: str) -> bool:
    """Whether a word before a figure tells nothing of its part in the sentence: an article, "just", "further", "last year's"."""
    return word in _fillers() or word.endswith(("ly", "'s", "’s"))


def bare(gap: Sequence[str]) -> list[str]:
    """``gap`` without the fillers at its end."""
    end = len(gap)
    while end and is_filler(gap[end - 1]):
        end -= 1
    return list(gap[:end])
