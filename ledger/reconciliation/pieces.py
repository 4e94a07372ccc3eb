"""What stands between two white spaces: it recurs, so it is cut into words, and these are looked up, but once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes, number_words, table
from ledger.reconciliation.concepts import CLOSINGS, FATES, OPENINGS, PHRASES, concept, side

MARKS = tuple((row[0], frozenset(row[1].split(", ")), re.compile(row[2])) for row in table("scope_marks.tsv"))
"""What the words beside a figure make of it: a name, words of which one must be there, a pattern."""
_NEEDED = frozenset(chain.from_iterable(needed for _, needed, _ in MARKS))
WORD = re.compile(r"[^\W\d_](?<![\w&].)[\w'’-]*")
_MORE = re.compile(r"\s+(?:more|less)\s+(?!of\b)[a-z]", re.IGNORECASE)
_OWNED = classes("word_classes.tsv")["possessive"]
_MONTH = "|".join(sorted(map(str.title, number_words("month"))))
_DAY = re.compile(rf"\b(?:(?:{_MONTH})\.? \d\d?|\d\d?(?: ?(?:and|to|or|[-–]) ?\d\d?)? (?:{_MONTH}))\b")
_FIGURE, _YEAR = re.compile(r"\d[\d.,]*\d"), re.compile(r"(?:1[89]|20)\d\d")
_LOWER, _LETTER = re.compile(r"[a-z]+"), re.compile(r"[^\W\d_]")


class Piece(NamedTuple):
    """A text without white space: its words, markup's entities left out, and what they tell."""

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    marks: tuple[str, ...]
    """Names of the ``MARKS`` that may hold beside it."""
    fated: bool
    """Whether a word says what befell people."""
    opens: bool
    """Whether a phrase may begin with one of its words."""
    closes: bool
    """Whether one may end with one of them."""


_NOTHING = Piece((), (), (), (), False, False, False)
_MOST_HELD, _LONG, _LONGEST_WORD, _FATE_NEAR = 32768, 5, 24, 60
_CONCEPTS, _CLOSES, _NAMED = attrgetter("concepts"), attrgetter("closes"), attrgetter("marks")


class _Pieces(dict[str, Piece]):
    """Pieces by their texts. Long figures, each another and nothing to be told of them, are not held; full, it is begun again."""

    def __missing__(self, text: str) -> Piece:
        if not _LETTER.search(text):
            if len(text) < _LONG and len(self) < _MOST_HELD:
                self[text] = _NOTHING
            return _NOTHING
        words_in, low = tuple(WORD.findall(text)), _NEEDED.intersection(_LOWER.findall(text.lower()))
        if not words_in and not low:
            return _NOTHING
        concepts_in = tuple(filter(None, map(concept, words_in)))
        if len(self) >= _MOST_HELD:
            self.clear()
        self[text] = found = Piece(
            words_in, concepts_in, tuple(filter(None, map(side, words_in))),
            tuple(name for name, needed, _ in MARKS if not needed.isdisjoint(low)) if low else (),
            not FATES.isdisjoint(concepts_in), any(lemma(word) in OPENINGS for word in words_in),
            any(word.lower() in CLOSINGS for word in words_in),
        )  # fmt: skip
        return found


_piece = _Pieces().__getitem__


def pieces(text: str) -> list[Piece]:
    """``text`` cut at its white space."""
    return list(map(_piece, text.split()))


def concepts(held: Sequence[Piece]) -> frozenset[str]:
    """The concepts of the words and two-word phrases of pieces that follow one another."""
    openings = [number for number, piece in enumerate(held) if piece.opens] if any(map(_CLOSES, held)) else ()
    if not any(_begins_phrase(held, number) for number in openings):
        return frozenset(chain.from_iterable(map(_CONCEPTS, held)))
    found = set(chain.from_iterable([piece.concepts for piece in held if not piece.opens]))
    for number, piece in enumerate(held):
        if piece.opens:
            found.update(_with_phrases([*piece.words, _after(held, number)]))
    return frozenset(found)


def word_at(quote: str, at: int) -> int:
    """The nearest place at or before ``at`` that cuts no word of ``quote`` in two: of "hundred" there would be a word "ndred"."""
    if at <= 0 or at >= len(quote):
        return max(at, 0)
    space = quote.rfind(" ", at - _LONGEST_WORD, at)
    return space if space >= 0 else at


def fates_in(text: str, ahead: bool) -> Iterator[tuple[int, str]]:
    """What befell people, by the words near an end of ``text``: its last ones, which stand ahead of a figure, or its first."""
    for word in WORD.finditer(text):
        meaning = concept(word.group())
        distance = len(text) - word.end() if ahead else word.start()
        if meaning in FATES and distance < _FATE_NEAR:
            yield distance, meaning


def figures_in(text: str, *, days: bool) -> list[str]:
    """The figures of two digits or more; no years, and ``days`` of months only when they are asked for."""
    return [figure for figure in _FIGURE.findall(text if days else _DAY.sub(" ", text)) if not _YEAR.fullmatch(figure)]


def marks(before: str, behind: str, *, of_share: bool) -> frozenset[str]:
    """The marks of a figure, perhaps ``of_share``, between two stretches of its sentence: a change, a part, an average ..."""
    possible = set(chain.from_iterable(map(_NAMED, (*pieces(before), *pieces(behind)))))
    if not possible:
        return frozenset()
    beside = " ".join(f"{before} # {behind}".lower().split())
    found = frozenset([name for name, _, pattern in MARKS if name in possible and pattern.search(beside)])
    if of_share and _MORE.match(behind):  # "7 percent more likely" is no part of those who are likely
        return found - {"part"} | {"change"}
    return found


def _begins_phrase(held: Sequence[Piece], number: int) -> bool:
    """Whether a word of a piece that may open a phrase does."""
    words_in = held[number].words
    if len(words_in) > 1:
        return True
    return (lemma(words_in[0]), _after(held, number).lower()) in PHRASES


def _after(held: Sequence[Piece], number: int) -> str:
    """The word that follows a piece; whose it is is passed over: "lost their lives"."""
    for at in range(number + 1, len(held)):
        if held[at].words and (len(held[at].words) > 1 or held[at].words[0].lower() not in _OWNED):
            return held[at].words[0]
    return ""


def _with_phrases(words_in: list[str]) -> Iterator[str]:
    """The concepts of all words but the last, each with the one behind it where the two are a phrase."""
    for word, after in pairwise(words_in):
        meaning = PHRASES.get((lemma(word), after.lower())) or concept(word)
        if meaning:
            yield meaning
