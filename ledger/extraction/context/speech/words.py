"""The words of a sentence, as its attributions are read."""

from __future__ import annotations

from itertools import chain

from ledger import lexicon
from ledger import patterns as re
from ledger.extraction.context.grammar import GRAMMAR

TIMES = GRAMMAR["time"] | GRAMMAR["calendar"]
CLOSING = frozenset("”\"»’'")
OPENING = frozenset("“\"„«‘'")
PAUSES = frozenset({",", "—", "–", "--", "-", "("})
ENDS = frozenset({",", ".", ";", ":", ")", "—", "–", "--", "-", "!", "?", "…"})
_NO_ADVERBS = GRAMMAR["no_adverb"]
_ABBREVIATIONS = frozenset(word[:-1].capitalize() for word in lexicon.words("titles.txt") if word.endswith(".")) | {"Jr", "Sr"}
_TOKEN = re.compile(r"(?:[^\W\d_]\.)+(?!\w)|\w+(?:['’&/-]\w+|(?<=\d)[.,]\d+)*|--|[^\w\s]")
"""Initials with their full stops, words, marks."""


class Words:
    """The tokens of ``text[start:end]``: words with their apostrophes and hyphens, and single marks.

    ``tokens`` as written, ``low`` in lower case with straight apostrophes; ``owners`` are the numbers of
    the possessives: ``Ruiz's``, ``organisers’``.
    """

    __slots__ = ("end", "low", "owners", "start", "text", "tokens")

    def __init__(self, text: str, start: int, end: int):
        passage = text[start:end]
        self.text, self.start, self.end = text, start, end
        self.tokens = _tokens(passage)
        low = " ".join(self.tokens).lower().replace("’", "'")
        self.low = low.split(" ") if low else []
        if not _AMBIGUOUS.isdisjoint(self.tokens):
            for at in [at for at, token in enumerate(self.tokens) if token in _AMBIGUOUS and _names(self.tokens, at)]:
                self.low[at] = "~" + self.low[at]
        self.owners = _NO_OWNERS
        if "'" in low:
            self.owners = frozenset([at for at, word in enumerate(self.low) if "'" in word and "'" in word[-2:] and len(word) > 2])

    def offset(self, at: int) -> int:
        """Where token ``at`` begins in the text."""
        tokens, text, place = self.tokens, self.text, self.start
        if at + at > len(tokens):
            end = self.end
            for token in reversed(tokens[at:]):
                end = text.rfind(token, place, end)
            return end
        for token in tokens[:at]:
            place = text.find(token, place) + len(token)
        return text.find(tokens[at], place)

    def capital(self, at: int) -> bool:
        """Whether token ``at`` is a capitalised word that may belong to a name."""
        return self.tokens[at][0].isupper() and self.low[at] not in TIMES

    def adverb(self, at: int) -> bool:
        """Whether token ``at`` is an adverb in -ly."""
        low = self.low[at]
        return low.endswith("ly") and low not in _NO_ADVERBS and self.tokens[at][0].islower()

    def excerpt(self, start: int, end: int) -> str:
        """The words from token ``start`` to ``end``, both included, a space between them."""
        return " ".join(self.tokens[start : end + 1])


def marks(token: str) -> bool:
    """Whether a token is punctuation that ends a stretch of words, or a quotation mark."""
    return token in ENDS or token in CLOSING or token in OPENING


def past_dateline(words: Words) -> int:
    """Where a report begins behind the place that it was sent from: ``RIGA, 3 May (Reuters) – [...]``, else 0."""
    tokens = words.tokens
    if not tokens or len(tokens[0]) < _SHORTEST_PLACE or not tokens[0].isupper():
        return 0
    return next((at + 1 for at in range(1, min(len(tokens), _DATELINE)) if tokens[at] in _DASHES), 0)


_DASHES = frozenset({"—", "–", "--", "-"})
_SHORTEST_PLACE, _DATELINE = 3, 14
"""Letters of the place, and tokens, of a dateline."""
_NAMES = frozenset({"WHO", "US", "IT"})
"""Names that are pronouns in small letters."""
_SMALL = frozenset({"Per", "Will", "Till"})
"""First names that are small words in small letters."""
_AMBIGUOUS = _NAMES | _SMALL | frozenset({"minutes", "Jan", "April", "May", "June", "August"})
_BEFORE_DATES = GRAMMAR["preposition"] | GRAMMAR["determiner"] | TIMES


def _names(tokens: list[str], at: int) -> bool:
    """Whether the token at ``at`` is no pronoun or month but a name: ``WHO``, ``US officials``, ``said Jan Kowal``."""
    if tokens[at] in _NAMES:
        return True
    if tokens[at] == "minutes":  # "according to minutes of the meeting", "the minutes show"
        return at > 0 and tokens[at - 1].lower() in ("the", "to", "its") and tokens[at + 1 : at + 2] != ["before"]
    behind = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] in _SMALL:  # ", Per Lind, said"; not the first word, nor one of a headline's capitals
        return at > 0 and behind[:1].isupper() and (not tokens[at - 1][0].isupper() or tokens[at - 1].rstrip(".") in _ABBREVIATIONS)
    before = tokens[at - 1].lower() if at else ""
    return behind[:1].isupper() and behind.lower() not in TIMES and before not in _BEFORE_DATES and not before[:1].isdigit()


_NO_OWNERS: frozenset[int] = frozenset()


class _Vocabulary(dict[str, tuple[str, ...]]):
    """The tokens of each piece between two spaces that has come up; none where they depend on what stands around it."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        mark = piece[-1]
        if piece.isalnum():
            found: tuple[str, ...] = (piece,)
        elif mark == "," and piece[:-1].isalnum():
            found = (piece[:-1], mark)
        else:
            found = () if "." in piece or mark in "'’" else tuple(_TOKEN.findall(piece))
        if len(piece) < _LONG:
            if len(self) >= _KEPT:
                self.clear()
            self[piece] = found
        return found


_KEPT, _LONG = 32768, 40
_VOCABULARY = _Vocabulary()


def _tokens(passage: str) -> list[str]:
    """The words and marks of ``passage``; a full stop inside it that belongs to an abbreviation or an initial stays with its word."""
    pieces = passage.split()
    known = list(map(_VOCABULARY.__getitem__, pieces))
    if not all(known):
        dotted, last = "." in passage[:-2], len(pieces) - 1
        for number in [number for number, tokens in enumerate(known) if not tokens]:
            known[number] = _in_place(pieces[number], pieces[number + 1] if number < last else "", dotted)
    return list(chain.from_iterable(known))


def _in_place(piece: str, following: str, dotted: bool) -> tuple[str, ...]:
    """The tokens of a piece with a full stop or with an apostrophe at its end, before ``following`` in a passage ``dotted`` or not."""
    body, mark = piece[:-1], piece[-1]
    if mark == "." and not (dotted and _abbreviates(body)) and body.isalnum():
        return body, mark
    tokens = _parts(piece, dotted or following != "")
    if mark in "'’" and body[-1:] == "s" and (following[:1].isalnum() or following[:1] == "_"):
        tokens[-2:] = [tokens[-2] + mark]  # "organisers’ count"
    return tuple(tokens)


def _parts(piece: str, dotted: bool) -> list[str]:
    """The tokens of what stands between two spaces; if ``dotted`` an abbreviated title or an initial keeps its full stop."""
    tokens = _TOKEN.findall(piece)
    if "." in piece:
        for at in range(len(tokens) - 2, -1, -1):
            if tokens[at + 1] == "." and tokens[at] in _ABBREVIATIONS:
                tokens[at : at + 2] = [tokens[at] + "."]
        if not dotted and len(tokens[-1]) == 2 and tokens[-1][-1] == ".":
            tokens[-1:] = tokens[-1]  # "4 °C." at the end
    return tokens


def _abbreviates(word: str) -> bool:
    return len(word) == 1 or word in _ABBREVIATIONS
