"""Which exclusions and rules can concern a numeral: one look at what stands beside it spares asking them all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from ledger.extraction.beside import word_before, word_behind
from ledger.extraction.numerals import Numeral
from ledger.extraction.rule import CAPITAL, CLOSE, ENDING, LETTER, MIXED, MORE, NEAR, NOUGHT, OPENING, POINT, YEAR, Beside, Exclusion, Rule
from ledger.extraction.scene import Scene
from ledger.registry import declared

Concerned = tuple[tuple[Exclusion, ...], tuple[Rule, ...]]
"""The exclusions and the rules that may concern a numeral, each in the order of their codes."""

_NEAR, _CLOSE = 16, 5
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
        self._forms = {form: (bits, everywhere.get(form, 0)) for form, bits in able.items()}
        self._concerned = lru_cache(maxsize=4096)(self._of_bits)

    def of(self, scene: Scene, at: int) -> Concerned:
        """What may concern numeral number ``at`` of ``scene``."""
        numeral = scene.numerals[at]
        able, bits = self._forms.get(numeral.form, (0, 0))
        if bits != able:
            called = self._figured(scene, numeral) | self._called_before(scene, at, numeral) | self._called_behind(scene, at, numeral)
            bits |= (called | scene.once(self._told)) & able
        return self._concerned(bits)

    def _of_bits(self, bits: int) -> Concerned:
        many = len(self._exclusions)
        exclusions = tuple(exclusion for number, exclusion in enumerate(self._exclusions) if bits >> number & 1)
        return exclusions, tuple(rule for number, rule in enumerate(self._rules, many) if bits >> number & 1)

    def _told(self, scene: Scene) -> int:
        """What words anywhere in the text call for."""
        bits = 0
        for word, called in self._mentioned.items():
            if word in scene.low:
                bits |= called
        return bits

    def _figured(self, scene: Scene, numeral: Numeral) -> int:
        """What the figure itself calls for."""
        called, figure, digits = self._figure.get, scene.low[numeral.start : numeral.end], numeral.digits
        bits = 0
        if not digits:
            if not figure.isalpha():
                figure = " ".join(figure.replace("-", " ").replace("‑", " ").split())
                bits |= called(MORE, 0)
            bits |= called(figure, 0)
            return bits | called(CAPITAL, 0) if scene.text[numeral.start].isupper() else bits
        bits |= called(figure, 0)
        if len(figure) > len(digits):
            bits |= called(MORE, 0)
        if "." in digits:
            bits |= called(POINT, 0)
        if len(digits) == 4:
            bits |= called(YEAR, 0)
        return bits | called(NOUGHT, 0) if digits[0] == "0" else bits

    def _called_before(self, scene: Scene, at: int, numeral: Numeral) -> int:
        """What the word, the mark and the figure before it call for."""
        low, start, called = scene.low, numeral.start, self._before.get
        if start == numeral.floor:
            return called(OPENING, 0)
        mark, word = low[start - 1], word_before(low, start, numeral.floor)
        bits, first = called(word, 0), start - len(word)
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
        if scene.text[first].isupper():
            bits |= called(CAPITAL, 0)
        return bits | called(CLOSE, 0) if at and start - scene.numerals[at - 1].end <= _CLOSE else bits

    def _called_behind(self, scene: Scene, at: int, numeral: Numeral) -> int:
        """What the word, the mark and the figure behind it call for."""
        low, text, end, limit, called = scene.low, scene.text, numeral.end, numeral.limit, self._behind.get
        if end >= limit:
            return called(ENDING, 0)
        mark, following = low[end], text[end + 1 : end + 2]
        bits = called(word_behind(low, end, limit), 0)
        if mark != " ":
            bits |= called(mark, 0)
        if not following.isalnum() and mark.isspace():
            bits |= called(" " + following, 0)
        if following.isupper() or text[end].isupper():
            bits |= called(CAPITAL, 0)
        if at + 1 < len(scene.numerals):
            away = scene.numerals[at + 1].start - end
            if away <= _NEAR:
                bits |= called(NEAR, 0) | called(CLOSE, 0) if away <= _CLOSE else called(NEAR, 0)
        return bits


def _mark(signs: dict[str, int], of: Collection[str], number: int) -> None:
    for sign in of:
        signs[sign] = signs.get(sign, 0) | 1 << number


@cache
def candidates() -> Candidates:
    """The candidates among all that is declared."""
    return Candidates(declared("ledger.extraction.exclusions"), declared("ledger.extraction.quantities"))
