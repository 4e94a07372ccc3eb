"""Which exclusions and rules can concern a numeral: one look at what stands beside it spares asking them all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache, reduce
from operator import or_

from ledger.extraction.beside import word_before, word_behind
from ledger.extraction.rule import CAPITAL, CLOSE, ENDING, LETTER, MIXED, MORE, NEAR, NOUGHT, OPENING, POINT, YEAR, Beside, Exclusion, Rule
from ledger.extraction.scene import Scene
from ledger.registry import declared

Concerned = tuple[tuple[Exclusion, ...], tuple[Rule, ...], tuple[Rule, ...]]
"""The exclusions, the final rules and the other rules that may concern a numeral, each in the order of their codes."""

_NEAR, _CLOSE = 16, 5
_NOTHING = (0, 0, 0)
_AROUND_A_WORD = "([{“”\"'‘’*_—–|,;:.!?"


class Candidates:
    """Declarations by the signs that call for them, as sets of bits: bit ``n`` is declaration ``n``, the exclusions first."""

    def __init__(self, exclusions: Sequence[Exclusion], rules: Sequence[Rule]):
        self._exclusions, self._rules = tuple(exclusions), tuple(rules)
        able: dict[str, int] = {}
        everywhere: dict[str, int] = {}
        self._figure: dict[str, int] = {}
        self._before: dict[str, int] = {}
        self._behind: dict[str, int] = {}
        self._mentioned: dict[str, int] = {}
        declarations: list[Exclusion | Rule] = [*exclusions, *rules]
        for number, declaration in enumerate(declarations):
            beside = declaration.beside or Beside(everywhere=declaration.forms)
            _mark(able, declaration.forms, number)
            _mark(everywhere, beside.everywhere, number)
            _mark(self._mentioned, beside.mentioned, number)
            _mark(self._figure, beside.figure, number)
            _mark(self._before, beside.before, number)
            _mark(self._behind, beside.behind, number)
        sided = reduce(or_, (*self._before.values(), *self._behind.values(), *self._mentioned.values()), 0)
        self._forms = {form: (bits, common := everywhere.get(form, 0), bits & sided & ~common) for form, bits in able.items()}
        self._concerned = lru_cache(maxsize=4096)(self._of_bits)

    def among(self, scene: Scene) -> Callable[[int], Concerned]:
        """What may concern each numeral of ``scene``, by its number."""
        low, text, numerals, told, last = scene.low, scene.text, scene.numerals, self._told(scene.low), len(scene.numerals) - 1
        close, near = self._before.get(CLOSE, 0), self._behind.get(NEAR, 0)
        closer = near | self._behind.get(CLOSE, 0)

        def concerning(at: int) -> Concerned:
            numeral = numerals[at]
            able, bits, sided = self._forms.get(numeral.form, _NOTHING)
            start, end, digits = numeral.start, numeral.end, numeral.digits
            if bits != able:
                bits |= able & (self._in_digits(digits, low[start:end]) if digits else self._in_words(text[start:end]))
            if sided:
                called = told | self._called_before(low, text, start, numeral.floor) | self._called_behind(low, text, end, numeral.limit)
                if at and start - numerals[at - 1].end <= _CLOSE:
                    called |= close
                if at < last and numerals[at + 1].start - end <= _NEAR:
                    called |= closer if numerals[at + 1].start - end <= _CLOSE else near
                bits |= called & able
            return self._concerned(bits)

        return concerning

    def _of_bits(self, bits: int) -> Concerned:
        exclusions = [exclusion for number, exclusion in enumerate(self._exclusions) if bits >> number & 1]
        rules = [rule for number, rule in enumerate(self._rules, len(self._exclusions)) if bits >> number & 1]
        return tuple(exclusions), tuple(rule for rule in rules if rule.final), tuple(rule for rule in rules if not rule.final)

    def _told(self, low: str) -> int:
        """What words anywhere in the text call for."""
        bits = 0
        for word, called in self._mentioned.items():
            if word in low:
                bits |= called
        return bits

    def _in_words(self, figure: str) -> int:
        """What a figure without digits calls for."""
        called = self._figure.get
        bits = called(CAPITAL, 0) if figure[0].isupper() else 0
        if figure.isalpha():
            return bits | called(figure.lower(), 0)
        return bits | called(MORE, 0) | called(" ".join(figure.lower().replace("-", " ").replace("‑", " ").split()), 0)

    def _in_digits(self, digits: str, figure: str) -> int:
        """What a figure with digits calls for."""
        called = self._figure.get
        bits = called(figure, 0)
        if len(figure) > len(digits):
            bits |= called(MORE, 0)
        if len(digits) == 4:
            bits |= called(YEAR, 0)
        if "." in digits:
            bits |= called(POINT, 0)
        return bits | called(NOUGHT, 0) if digits[0] == "0" else bits

    def _called_before(self, low: str, text: str, start: int, floor: int) -> int:
        """What the word and the mark before the figure call for."""
        called = self._before.get
        if start == floor:
            return called(OPENING, 0)
        mark, word = low[start - 1], word_before(low, start, floor)
        bits = called(word, 0)
        if mark == " " and word.isalnum() and low[start - 2] != " ":
            return bits | called(CAPITAL, 0) if text[start - 1 - len(word)].isupper() else bits
        first = start - len(word)
        apart = mark.isspace()
        if apart:
            first -= 1
            if mark != " " or low[start - 2].isspace():
                bits |= called(mark, 0) | called("  ", 0) | called(CAPITAL, 0)
        else:
            bits |= called(LETTER if mark.isalpha() else mark, 0)
        if not word.isalnum():
            bare = word.lstrip(_AROUND_A_WORD)
            first += len(word) - len(bare)
            inner = bare.rstrip(_AROUND_A_WORD)
            bits |= called(bare, 0) | called(inner, 0)
            if apart:
                bits |= called(word[-1:] + " ", 0)
            if not inner.isalnum():
                bits |= called(MIXED, 0)
        return bits | called(CAPITAL, 0) if text[first].isupper() else bits

    def _called_behind(self, low: str, text: str, end: int, limit: int) -> int:
        """What the word and the mark behind the figure call for."""
        called = self._behind.get
        if end >= limit:
            return called(ENDING, 0)
        mark, following = low[end], text[end + 1 : end + 2]
        bits = called(word_behind(low, end, limit), 0)
        if mark != " ":
            bits |= called(mark, 0)
        if not following.isalnum() and mark.isspace():
            bits |= called(" " + following, 0)
        return bits | called(CAPITAL, 0) if following.isupper() or text[end].isupper() else bits


def _mark(signs: dict[str, int], of: Collection[str], number: int) -> None:
    for sign in of:
        signs[sign] = signs.get(sign, 0) | 1 << number


@cache
def candidates() -> Candidates:
    """The candidates among all that is declared."""
    return Candidates(declared("ledger.extraction.exclusions"), declared("ledger.extraction.quantities"))
