"""What a claim measures, in the terms that two claims are compared by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain
from math import floor, inf, log2
from operator import attrgetter

from ledger import patterns as re
from ledger.extraction.context.inflection import lemma
from ledger.lexicon import classes, number_words, table, words
from ledger.reconciliation.concepts import AMOUNTS, FAINT, FATES, KNOWN, PERSONS, ROLES, concept, side
from ledger.reconciliation.intervals import Interval, exactly, interval, percent
from ledger.reconciliation.labels import labels
from ledger.reconciliation.lazily import lazily
from ledger.reconciliation.names import PLACES, key, name_keys
from ledger.reconciliation.pieces import Piece, concepts, fates_in, figures_in, marks, pieces, word_at
from ledger.reconciliation.rounding import printed_number
from ledger.reconciliation.units import Scale, scale
from ledger.reconciliation.wholes import is_of_things
from ledger.records import Claim

_LIGHT = words("light_words.txt")
_THINGS = KNOWN - PERSONS - ROLES - FATES
_AS_COUNTED = {word.strip(): row[0] for row in table("counted_as.tsv") for word in row[1].split(",")}
_LEAK, _CROWD, _RALLY, _TAKER = frozenset({"leak"}), frozenset({"crowd"}), "rally", "respondent"
_RESIDENT, _PRICE = "resident", frozenset({"cost"})
_DETERMINED = re.compile(r"\b(?:an?|the|this|that|its|their|his|her|our|new)\s+$", re.IGNORECASE)
_NONE = frozenset[str]()
_FIGURE_BEHIND = re.compile(rf"\d|\b(?:{'|'.join(word for word, value in number_words('cardinal').items() if 1 < value <= 12)})\b")
_DIGIT_BEFORE = re.compile(r"\d(?=\D*$)")
_AGED = re.compile(r"([a-z])(?:, \d\d(?=, )| \(\d\d\))")
"""How old somebody is, said in passing: no figure that parts a sentence."""
_NAME = re.compile(r"[^\W\d_a-z][\w-]+(?:[’'](?!s\b)\w+)*(?:['’]?\s[^\W\d_a-z][\w-]+(?:[’'](?!s\b)\w+)*)*")
_CROWDING = classes("word_classes.tsv")["crowding"]
_PLACING = classes("grammar.tsv")["placing"]
_ITEM_END = re.compile(r"[,;]|\band\b")
_CLAUSE_END = re.compile(r"[,;.:()]")
_NEXT_NUMBER = re.compile(rf", (?:{'|'.join(sorted(number_words('cardinal')))})\b", re.IGNORECASE)
"""Of those who are counted in words behind a comma tells what stands behind them."""
_BEFORE, _BEHIND, _NEAR = 72, 24, 90
_SCALES = frozenset({"Celsius", "Fahrenheit", "Kelvin"})
_MOST_CONCEPTS = 24
_SPEED = "m s-1"
_WHOLE_YEAR = 11
_FIRST, _MOST_DIGITS, _DATED = 4, 6, frozenset({"date", "ordinal"})
_FATED, _SIDES = attrgetter("fated"), attrgetter("sides")
_STEPS = 12
"""Into how many steps an octave of amounts is cut, so that 28 miles and 45 km fall into one or two neighbours."""


class Topic:
    """One thing that a claim states a figure of; a fraction states three: the part, the whole and the share.

    ``aspect`` is which of them: value, whole or ratio. ``measures`` says what the figure is in: two
    topics whose ``measures`` differ are never compared. ``counts`` is whether a fraction counts things
    ("118 of 240") rather than says a share ("one in five").
    """

    __slots__ = (
        "__dict__", "_follows", "aspect", "at", "claim", "counts", "deed", "document", "family", "head", "measures", "noun", "scale",
    )  # fmt: skip

    def __init__(self, at: int, document: int, claim: Claim, aspect: str = "value"):
        self.at, self.document, self.claim, self.aspect = at, document, claim, aspect
        self.family = _FAMILIES.get((claim.kind, aspect), claim.kind)
        if self.family == "share" and aspect == "value" and "point" in claim.span.quote:
            self.family = "points"
        unit = "percent" if aspect == "ratio" else ("" if claim.kind == "fraction" else claim.unit)
        self.scale, self.family, self.measures = _measured(self.family, unit)
        self.head: str = lemma(claim.counted) if claim.counted else ""
        self.deed: str = concept(claim.predicate) if claim.predicate else ""
        self.noun = concept(claim.counted) if claim.counted else ""
        if self.head in _AS_COUNTED and self.family == "count" and self.deed not in FATES:  # "cost 49 lives", but "saved 49 lives"
            self.noun = _AS_COUNTED[self.head]
        self.counts = is_of_things(claim)
        self._follows = False  # another figure, near enough to share its words; known when ``beside`` is

    def forget(self) -> None:
        """Give back the memory of what was worked out; it is worked out again when it is asked for."""
        del self.__dict__  # cleared it would stay, and there may be a million

    @lazily
    def day(self) -> int:
        """The day of publication as an ordinal; 0 when it is unknown."""
        return self.claim.published.toordinal() if self.claim.published else 0

    @lazily
    def narrowing(self) -> frozenset[str]:
        """Concepts of the words that narrow what is counted."""
        claim = self.claim
        return frozenset(filter(None, map(concept, (*claim.modifiers, claim.of)))) if claim.modifiers or claim.of else _NONE

    @lazily
    def core(self) -> frozenset[str]:
        """Concepts of what is counted and of what it does."""
        return frozenset(filter(None, (self.noun, self.deed, *self.narrowing)))

    @lazily
    def names(self) -> frozenset[str]:
        """Keys of the names in the sentence."""
        return frozenset(key for name in self.claim.names for key in name_keys(name))

    @lazily
    def clause(self) -> frozenset[str]:
        """Concepts of the clause and of the words beside the figure."""
        claim = self.claim
        before, behind = self._pieces
        # What stands before a comma is of the figure before.
        item = concepts([*pieces(_ITEM_END.split(self.before)[-1]), *behind]) if self._follows else ()
        terms = filter(None, map(concept, (*claim.terms[:_MOST_CONCEPTS], claim.subject)))
        found = self.core.union(terms, item or concepts([*before, *behind]), _PRICE if self._is_price else ())
        return found if concept(self.head) == self.noun else found - {concept(self.head)}  # who shows "136 works" has no staff of 136

    @property
    def _is_price(self) -> bool:
        """Whether a sum is what the thing behind it is worth: "a $280 million satellite", but no "$280 million loan"."""
        if self.family != "money" or not self.noun or self.noun in AMOUNTS:
            return False
        return _DETERMINED.search(self.before) is not None and self.behind[:1] in " -" and self.noun in concepts(self._pieces[1][:4])

    @lazily
    def keys(self) -> frozenset[str]:
        """What a claim of the same thing in the same measure shares at least one of, when it says what is counted."""
        if self.family == "age" and "average" not in self.marks:
            return frozenset(f"@{person}" for person in map(key, (self.claim.counted, *self.claim.names)) if person)
        return (self.core | self.roles).difference(FAINT).union(self._figure_keys())

    def _figure_keys(self) -> Iterator[str]:
        """What figures share that seldom agree by chance: two digits in whatever order, or about the same amount of a unit."""
        if self.family == "date":
            yield from self._date_keys()
            return
        if len(self.telling_digits) > 1 or (self.family == "rate" and self.telling_digits):
            yield f"={''.join(sorted(self.telling_digits)).lstrip('0')}"
        if 2 < len(self.digits) <= _MOST_DIGITS:  # one of the first may be another
            yield from (f"={self.digits[:at]}?{self.digits[at + 1 :]}" for at in range(min(_FIRST, len(self.telling_digits))))
        if self.scale.plain:
            return
        if len(self.telling_digits) == 1:  # a nought may be lost
            yield f"={self.telling_digits}"
        if len(self.digits) == len(self.telling_digits) == 2:  # one of the digits may be another
            yield from (f"={self.digits[0]}?", f"=?{self.digits[1]}")
        size = abs(self.interval.nominal[0] + self.interval.nominal[1]) / 2
        if 0 < size < inf:
            step = floor(log2(size) * _STEPS)
            yield f"~{step}"
            yield f"~{step + 1}"

    def _date_keys(self) -> Iterator[str]:
        """The year of a date, and its month when it has but one; of a bare year its digits in whatever order."""
        low, high = self.claim.low, self.claim.high
        if self.claim.bound == "between":
            yield from (f"{end:%Y-%m}" for end in (low, high) if isinstance(end, date))
        if isinstance(low, date) and isinstance(high, date) and low.year == high.year:
            yield f"{low.year}"
            if low.month == high.month:
                yield f"{low:%m}"  # in whatever year: one that is not said is guessed
            elif high.month - low.month == _WHOLE_YEAR:
                year = str(low.year)
                yield from (f"={''.join(sorted(year))}", f"={year[:3]}?", f"={year[:2]}?{year[3:]}")

    @property
    def clause_keys(self) -> frozenset[str]:
        """What it shares when one of the two does not say what is counted."""
        return self.telling if self.family != "age" else _NONE

    @property
    def loose(self) -> bool:
        """Whether the claim leaves open what is counted, so that only its other words tell."""
        return not self.noun or self.noun in FAINT

    @lazily
    def interval(self) -> Interval:
        """What the figure can mean, by its printed digits and its hedge; of a fraction that of the aspect."""
        claim = self.claim
        if claim.whole is not None and not isinstance(claim.low, date) and self.aspect in ("whole", "ratio"):
            part = claim.low if claim.low is not None else claim.high
            if self.aspect == "whole":
                return exactly(claim.whole)
            if part is not None and not isinstance(part, date) and claim.whole:
                return percent(part, claim.whole, claim.bound)
        if claim.kind == "rate" and claim.whole:
            return interval(claim, self.scale.over(float(claim.whole)))
        return interval(claim, self.scale)

    @lazily
    def telling(self) -> frozenset[str]:
        """The clause without what says little."""
        return self.clause - FAINT

    @lazily
    def sentence(self) -> frozenset[str]:
        """Concepts of the whole sentence, without those that say little."""
        return _of_sentence(self.claim.sentence.quote)

    @lazily
    def others(self) -> frozenset[str]:
        """The other figures of the sentence, of two digits or more; no years, and days of months beside dates and ranks alone."""
        (start, end), quote, dated = self.claim.in_sentence, self.claim.sentence.quote, self.claim.kind in _DATED
        return frozenset([*figures_in(quote[:start], days=dated), *figures_in(quote[end:], days=dated)])

    @property
    def beside(self) -> str:
        """The sentence between the figure before this one and the figure behind it, the claim's own left out as ``#``."""
        return f"{self.before}#{self.behind}"

    @lazily
    def before(self) -> str:
        """What stands between the figure before this one, or the sentence's beginning, and this."""
        claim = self.claim
        start, _ = claim.in_sentence
        text = _AGED.sub(r"\g<1>", claim.sentence.quote[word_at(claim.sentence.quote, start - _NEAR) : start])
        other = _DIGIT_BEFORE.search(text)
        self._follows = other is not None
        return text[other.end() :] if other else text

    @lazily
    def behind(self) -> str:
        """What stands between this figure and the one behind it, or the sentence's end."""
        claim = self.claim
        _, end = claim.in_sentence
        text = claim.sentence.quote[end : word_at(claim.sentence.quote, end + _NEAR)]
        other = _FIGURE_BEHIND.search(text)
        return text[: other.start()] if other else text

    @lazily
    def _pieces(self) -> tuple[list[Piece], list[Piece]]:
        """What stands before the figure and behind it, in pieces."""
        return pieces(self.before), pieces(self.behind)

    @lazily
    def near(self) -> frozenset[str]:
        """Keys of the names that the figure belongs to by its place: between it and the figure before, or right behind it in its clause."""
        return frozenset([key for key, _ in self._near])

    @lazily
    def holders(self) -> frozenset[str]:
        """The names of ``near`` that no preposition of place stands before."""
        return frozenset(key for key, placed in self._near if not placed)

    @lazily
    def places(self) -> frozenset[str]:
        """The names of ``near`` that the figure is said to be in, at or from."""
        return frozenset(key for key, placed in self._near if placed)

    @lazily
    def _near(self) -> frozenset[tuple[str, bool]]:
        before = self.before.rpartition(";")[2]
        end = _CLAUSE_END.search(self.behind)
        behind = (self.behind[: end.start()] if end else self.behind).partition(" and ")[0]
        opening = self.claim.sentence.quote.startswith(before.lstrip()[:12] or " ")
        named = [each for text, opens in ((before, opening), (behind, False)) if _may_name(text) for each in self._names_in(text, opens)]
        if not named:
            return frozenset()
        counted = name_keys(self.claim.counted)
        return frozenset([(key, placed) for name, placed in named for key in name_keys(name) if key not in counted])

    def _names_in(self, text: str, opening: bool) -> Iterator[tuple[str, bool]]:
        """The names in ``text``, and whether they are said to be places; a single word that opens the sentence must be known as a name."""
        said = self.claim.speaker.split()
        for each in _NAME.finditer(text):
            words_before, name = text[: each.start()].rsplit(None, 2)[-2:], each.group().split()
            while name and name[0].lower() in _LIGHT:
                words_before = [name.pop(0)]
            receives = words_before[-1:] in (["to"], ["for"])  # "60 percent went to Tamm, by her own count"
            speaks = name[:1] and name[0] in said and not receives
            if len(name) == 1 and (speaks or name[0] in _SCALES or (opening and not words_before and not self._known(name[0]))):
                continue
            yield " ".join(name), any(word.lower() in _PLACING for word in words_before)

    def _known(self, word: str) -> bool:
        return any(word in name for name in self.claim.names)

    @lazily
    def digits(self) -> str:
        """The digits of the figure as printed, without leading zeros; of a figure in words those of its value."""
        if self.aspect == "whole":
            return f"{self.claim.whole:f}".replace(".", "")
        figure = printed_number(self.claim.span.quote)
        if figure and (self.claim.whole is None or self.claim.span.quote[0].isdigit()):
            return figure.lstrip("0")
        value = self.claim.low if self.claim.low is not None else self.claim.high
        return "" if value is None or isinstance(value, date) else f"{value.normalize():f}".replace(".", "").replace("-", "").lstrip("0")

    @lazily
    def telling_digits(self) -> str:
        """``digits`` without zeros at the end."""
        return self.digits.rstrip("0")

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day of the time that is spoken of; None when either is open."""
        first, last = self.claim.period_low, self.claim.period_high
        return (first, last) if first is not None and last is not None else None

    @lazily
    def sides(self) -> frozenset[tuple[str, int]]:
        """The sides that the counted noun and the words right beside it take."""
        claim = self.claim
        deed = "" if self.deed in FATES and self.fates and self.deed not in self.fates else claim.predicate  # of those named before "and"
        return frozenset(filter(None, map(side, (*claim.modifiers, *filter(None, (claim.counted, claim.of, deed))))))

    @lazily
    def fates(self) -> frozenset[str]:
        """What befell the people who are counted, as the nearest word tells; of amounts of stuff, that it leaked."""
        if self.family == "measure":
            return self.clause & _LEAK
        if self.family != "count" or self.noun in _THINGS or self.head in PLACES:
            return frozenset()
        if self.noun in FATES:
            return frozenset((self.noun,))
        before, behind = (any(map(_FATED, each)) for each in self._pieces)
        if not before and not behind:
            return self.core & FATES
        joined = self.before.rstrip().endswith(" and")  # "one died and 12 were hurt"
        text = _ITEM_END.split(self.before)[-1] if self._follows or joined else self.before  # of another before a comma
        told = [
            *(fates_in(text, True) if before else ()),
            *(fates_in(_NEXT_NUMBER.split(self.behind, maxsplit=1)[0], False) if behind else ()),
        ]
        return frozenset((min(told)[1],)) if told else self.core & FATES

    @lazily
    def roles(self) -> frozenset[str]:
        """What makes the people who are counted: the dead, the crew, the staff; empty when things are counted."""
        if self.head in PLACES:
            return frozenset()
        if (self.noun in PERSONS and self.claim.predicate in _CROWDING) or (self.noun == _TAKER and _RALLY in self.clause):
            return _CROWD
        if self.noun in ROLES or self.noun in FATES:
            return frozenset((self.noun,)) | (self.fates if self.noun == _RESIDENT else _NONE)  # "400 residents had to leave home"
        if (self.noun and self.noun not in PERSONS) or self.family != "count":
            return frozenset()
        return self.core & ROLES | self.fates or self.core & FATES or self.clause & (FATES | ROLES)

    @lazily
    def clause_sides(self) -> frozenset[tuple[str, int]]:
        """The contrasts in which the clause takes a side, and which side: men and women, weekdays and weekends."""
        told = filter(None, map(side, self.claim.terms))
        if not any(map(_SIDES, chain.from_iterable(self._pieces))):
            return frozenset(told)
        clause = f"{_CLAUSE_END.split(self.before)[-1]} {_CLAUSE_END.split(self.behind, maxsplit=1)[0]}"
        return frozenset(chain(told, *map(_SIDES, pieces(clause))))

    @lazily
    def labels(self) -> frozenset[tuple[str, str]]:
        """Which of several things of one noun the sentence speaks of."""
        return labels(self.claim.sentence.quote)

    @lazily
    def marks(self) -> frozenset[str]:
        """What sets the figure apart from the plain amount: it is a change, a part, a point of reference, an average ..."""
        claim = self.claim
        start, end = claim.in_sentence
        quote = claim.sentence.quote
        before, behind = quote[max(0, start - _BEFORE) : start], quote[end : end + _BEHIND]
        return marks(before, behind, of_share=self.family == "share")


def _may_name(text: str) -> bool:
    """Whether a text may have names: none that is small letters."""
    return not (text.islower() and text.isascii())


@lru_cache(4096)
def _measured(family: str, unit: str) -> tuple[Scale, str, str]:
    """The scale of ``unit``, the family of figures in it, perhaps ``family``, and what they measure."""
    found = scale(unit)
    if found.measures == _SPEED:
        family = "rate"  # of knots too, that do not say per what they are
    return found, family, f"{family} {found.measures}"


@lru_cache(4096)
def _of_sentence(quote: str) -> frozenset[str]:
    return concepts(pieces(quote)) - FAINT


_FAMILIES = {("fraction", "value"): "count", ("fraction", "whole"): "count", ("fraction", "ratio"): "share", ("ordinal", "rank"): "count"}


def topics(at: int, document: int, claim: Claim) -> Iterator[Topic]:
    """All topics of a claim."""
    if claim.kind != "fraction" or claim.whole is None:
        yield Topic(at, document, claim)
        if claim.kind == "ordinal":
            yield Topic(at, document, claim, "rank")
        return
    if is_of_things(claim):
        yield Topic(at, document, claim)
        yield Topic(at, document, claim, "whole")
    yield Topic(at, document, claim, "ratio")
