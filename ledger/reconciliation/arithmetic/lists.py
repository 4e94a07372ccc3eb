"""Parts that a sentence lists, and the total that they are listed as parts of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import words
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare
from ledger.reconciliation.arithmetic.ranges import Range, number, total, zeros
from ledger.reconciliation.arithmetic.steps import of_one_scale
from ledger.reconciliation.concepts import FATES, PERSONS, ROLES, concept, side
from ledger.reconciliation.slips import a_digit_off, slip

_AT_A_PLACE = re.compile(r"(?: of (?:them|whom|which))? (?:at|in) [^\W\d_a-z]")
_LETTERS = "cmqd"
_ARTICLES = frozenset({"a", "an", "one"})
_NOT, APPORTIONED = "not", cues("apportioned")
SEPARATORS = frozenset({",", ";", "and", "plus", "&"})
_LISTS, _ENDS_A_LIST = frozenset({",", ";", "and"}), frozenset({"(", ")", ":", "."})
_OPENS = {"(": ")", "–": "–", "-": "-", ":": ".", ";": ".", ",": ","}
_FORMED, _OF_THEM, _NOT_ALL, _REST, _SUM_BEFORE, _ADDED = map(cues, ("formed", "of them", "not all", "rest", "sum before", "added"))
_SORTED = cues("sorted")
_PLACES = cues("places") | {"into", "across", "over"}
_SUM_BEHIND = [tuple(cue.split()) for cue in sorted(cues("sum behind"))]
_TOTALLING = frozenset({cue[0] for cue in _SUM_BEHIND})
_LEAST, _MOST = 0.75, 1.33
"""How many times the total a list may come to that is surely its account: one that comes nowhere near it is none."""
_LEAST_CLOSE, _MOST_CLOSE, _MOST_SORTED = 0.9, 1.1, 1.2
"""The same of a list that may be, and of one that sorts the total."""
_ROUND_ZEROS, _ROUND_FROM = 2, 10_000
_BEFORE, _BEHIND, _PARTS = 10, 5, 2
"""Words that may stand before the mark between two parts and behind it, and the fewest parts."""
_LONGEST, _COMPOUND, _ASIDE, _STEP = 24, 6, 3, 3
_YEAR_DIGITS, _FIRST_YEAR, _LAST_YEAR = 4, 1500, 2099

class Account(NamedTuple):
    """A total and the parts that are said to make it up, both in the order of the text."""
    total: Figure
    parts: list[Figure]

    @property
    def sum(self) -> Range:
        """The range of the sum of the parts, in base units."""
        return total(part.range for part in self.parts)

    @property
    def stated(self) -> Range:
        """The range of the total; one that stands beside finer parts is not rounded to hundreds: "1,200: 340, 410 and 450"."""
        whole = number(self.total.claim)
        finest = min(zeros(part.claim) for part in self.parts)
        if self.total.exact and self.total.letter == "c" and finest < zeros(self.total.claim) <= _ROUND_ZEROS and whole < _ROUND_FROM:
            return Range(whole, whole)
        return self.total.range

    @property
    def balances(self) -> bool:
        """Whether the parts can add up to the total; ranges that touch do not, as not all digits can be rounded the same way."""
        said, stated = self.sum, self.stated
        return said.meets(stated) and not (said.touches(stated) and self._are_rounded)

    @property
    def _are_rounded(self) -> bool:
        """Whether nothing but their last digits tells how far off the total and two parts or more may be."""
        rounded = [figure for figure in (self.total, *self.parts) if figure.exact and figure.range.low < figure.range.high]
        return len(rounded) > _PARTS and all(figure.exact for figure in (self.total, *self.parts))

    @property
    def too_many(self) -> bool:
        """Whether the parts are more than the total, or two of them fall short of it by two digits in another order."""
        if self.sum.low > self.stated.high:
            return True
        short = number(self.total.claim) - sum(number(part.claim) for part in self.parts)
        said = [(number(part.claim), number(part.claim) + short) for part in self.parts]
        return len(said) == _PARTS and any(slip(f"{one:.0f}", f"{other:.0f}") == "swapped digits" for one, other in said)

    @property
    def is_a_digit_off(self) -> bool:
        """Whether the total, of two digits or more, is what the parts add up to but for one digit of it."""
        one, other = (f"{amount:.0f}" for amount in (sum(number(part.claim) for part in self.parts), number(self.total.claim)))
        return len(one) == len(other) > 1 and (a_digit_off(one, other) or slip(one, other) in ("one digit", "swapped digits"))

    def near(self, firm: bool, most: float = _MOST_CLOSE) -> bool:
        """Whether the parts come near enough to the total to be meant as all of it; ``firm``: it is said that they are."""
        least, most = (_LEAST, _MOST) if firm else (_LEAST_CLOSE, most)
        return least <= sum(number(part.claim) for part in self.parts) / (number(self.total.claim) or 1.0) <= most


def accounts(passage: Passage) -> Iterator[Account]:
    """All totals of ``passage`` that it gives the parts of."""
    if len(passage.claims) < _PARTS + 1:
        return
    for letter in _LETTERS:
        if passage.letters.count(letter) > _PARTS:
            row = Row(passage, letter)
            yield from row.accounts()


class Row:
    """The figures of one kind in a passage, in order, with the words between them; a date, or a share in brackets, is a word."""

    def __init__(self, passage: Passage, letter: str):
        self.figures: list[Figure] = []
        self.gaps: list[list[str]] = []
        gap: list[str] = []
        self.clear = True
        for figure, words_before in zip(passage.figures, passage.gaps, strict=False):
            gap = [*gap, *words_before]
            if figure.letter == letter and not may_be_a_year(figure):
                self.figures.append(figure)
                self.gaps.append(gap)
                gap = []
            else:
                gap = [*gap, "@"]
        self.gaps.append([*gap, *passage.gaps[-1]])

    def accounts(self) -> Iterator[Account]:
        """The totals of the row, each with the run of figures before or behind it that makes it up."""
        for first, last in self._runs():
            if sum(any(self.gaps[at][place] == "and" for place in _separators(self.gaps[at])) for at in range(first + 1, last + 1)) > 1:
                continue  # "12 men and nine women, and two dogs"
            found = self._total_before(first, last) or self._total_behind(first, last)
            if found is not None:
                yield found
                return

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Longest runs of listed figures, first and last place; each also without its first, which may be the total."""
        at = 0
        while at < len(self.figures):
            last = at
            while last + 1 < len(self.figures) and last - at < _LONGEST and self.listed(last + 1):
                last += 1
            if last - at + 1 >= _PARTS:
                yield at, last
            if last - at >= _PARTS:
                yield at, last - 1
            if last - at >= _PARTS and not class_of(self.figures[at], ()):
                yield at + 1, last
            at = last + 1

    def listed(self, at: int) -> bool:
        """Whether figure ``at`` follows the one before it in a list: one comma, semicolon or "and" between them, and few words."""
        gap = without_aside(_without_shares(self.gaps[at]))
        if not self.figures[at].like(self.figures[at - 1]) or len(gap) > _BEFORE + _BEHIND:
            return False
        places = _separators(gap)
        if not places or places[-1] - places[0] > 1 or (places[0] != places[-1] and gap[places[0]] == "and"):
            return False
        closing = {"(", ")", ":", "."} if gap[places[-1]] != ";" else {"(", ")", "."}
        return places[0] <= _BEFORE and len(gap) - places[-1] - 1 <= _BEHIND and not closing & set(gap)

    def _is_where(self, at: int) -> bool:
        """Whether figure ``at``, before a list, says but at how many places, and is less than what is listed: "at nine schools:"."""
        where = self.gaps[at][-1:] and self.gaps[at][-1] in _PLACES
        return bool(where) and self.gaps[at + 1][-1:] == [":"] and number(self.figures[at].claim) < number(self.figures[at + 1].claim)

    def _total_before(self, first: int, last: int) -> Account | None:
        """Of "22 hurt: 12 men and 10 women", "22 people, 12 men and 10 women,", "of the 22 hurt, 12 were men and 10 women"."""
        if not first or not self.figures[first - 1].like(self.figures[first]):
            return None
        at = first - 1
        counts_them = number(self.figures[at].claim) == last - first + 1
        if at and self.figures[at - 1].like(self.figures[at]) and (counts_them or self._is_where(at)):
            at -= 1  # "12 rooms on two floors: five on the first and seven on the second", "412 pupils at nine schools: 206 to Velm ..."
        found = Account(self.figures[at], self.figures[first : last + 1])
        gap, before = self.gaps[first], bare(self.gaps[at])
        tail, opening = self.gaps[last + 1], self._opening(gap)
        inside = [word for at in range(first, last + 1) for word in self.gaps[at]] + self._closed(tail, opening)
        denied = self._denied(first, last)
        graded = "of" in before[-1:] and of_one_scale([self.gaps[at][:_STEP] for at in range(first + 1, last + 2)])
        others = _ARTICLES.isdisjoint(gap) and not _REST.isdisjoint(self._closed(tail, opening)[:3])
        rest = denied or others or graded or bool(_REST.intersection(self.gaps[last][-3:]))
        said = set(inside) - (_REST if rest else set()) - ({_NOT} if denied else set())
        classes, more = classes_of(found.parts, [*self.gaps[first + 1 : last + 1], tail]), found.sum.low > found.stated.high
        opening = opening or ("," if rest or (classes == "all" and "of" in before[-1:]) else "")
        if not opening or len(gap) > _BEFORE + _BEHIND or _NOT_ALL & said:
            return None
        if (opening == ";" and not more) or (not rest and not more and self._unfinished(tail, opening, last)):
            return None
        several = len(found.parts) > _PARTS and not _OF_THEM & said and bool(_SORTED.intersection(self.gaps[first + 1][:1]))
        if several and before[-2:] in (["of"], [",", "of"], ["and", "of"]) and not rest and not classes:
            alike = all(not (_SORTED | APPORTIONED).isdisjoint(self.gaps[at + 1][:1]) for at in range(first, last))
            return found if found.near(firm=False, most=_MOST_SORTED if alike else _MOST_CLOSE) and found.too_many else None
        defined = gap[-1:] in (["are"], ["were"]) and len(found.parts) > _PARTS and before[-1:] != ["of"]
        formed = defined or bool(_FORMED.intersection(gap if opening == "," else [*self.gaps[first - 1][-_BEFORE:], *gap]))
        if (
            not (formed and opening == ",")
            and (before[-2:] in (["of"], [",", "of"], ["and", "of"]) or before[-1:] == ["among"] or _OF_THEM & said)
            and not rest
            and classes != "all"
        ):
            alike = self._apportioned(first, last)
            most = _MOST_SORTED if alike and _OF_THEM & said else _MOST_CLOSE
            return found if (alike or _placed(found.parts)) and found.near(firm=False, most=most) and found.too_many else None
        if opening == "," and not formed and not rest and not (classes and (is_of_persons(found.total) or "of" in before[-1:])):
            most = _MOST_CLOSE if APPORTIONED.intersection(gap) else _MOST_SORTED  # "3,200 in mills, 2,700 in yards"
            apart = self._apportioned(first, last) and found.near(firm=False, most=most)
            return found if apart and found.too_many else None
        firm = formed or rest or bool(classes) or (opening == ":" and found.too_many)
        return found if found.near(firm=firm) else None

    def _denied(self, first: int, last: int) -> bool:
        """Whether of two parts the second is of those that did not: "19 had been mended and 14 had not"."""
        return last - first + 1 == _PARTS and _NOT in self.gaps[last + 1][:3] and _NOT not in self.gaps[last]

    def _apportioned(self, first: int, last: int) -> bool:
        """Whether one preposition stands behind each part: "22 hurt, eight by smoke and 16 by burns", "8 came by sea and 16 by air"."""
        behind = {self.gaps[at + 1][0] if self.gaps[at + 1] else "" for at in range(first + 1, last + 1)}
        one = self.gaps[first + 1][:5]
        one = one[2:] if one[:1] == ["of"] and not _OF_THEM.isdisjoint(one[1:2]) else one[:3]
        return len(behind) == 1 and bool(APPORTIONED & behind) and one[:1] != ["of"] and behind <= set(one)

    @staticmethod
    def _opening(gap: Sequence[str]) -> str:
        """The mark that opens the list: the last colon, bracket, dash or comma, or a word such as "comprising"."""
        aside = False
        for place in range(len(gap) - 1, -1, -1):
            aside = gap[place] == ")" or (aside and gap[place] != "(")
            if aside or gap[place] == ")":
                continue  # "2,610 owners, Orlan (sales: €620 million) 1,700 hands and 1,330 owners"
            if gap[place] in _OPENS:
                return gap[place] if len(gap) - place - 1 <= _BEHIND else ""
            if gap[place] in _FORMED or gap[place] in ("were", "are"):
                return ","
        return ""

    @staticmethod
    def _closed(tail: Sequence[str], opening: str) -> list[str]:
        """What of ``tail`` still belongs to the list."""
        ends = [place for place, word in enumerate(tail) if word in (_OPENS[opening] if opening else ".", ".", ";", "!", "?")]
        return list(tail[: ends[0]]) if ends else list(tail)

    def _unfinished(self, tail: Sequence[str], opening: str, last: int) -> bool:
        """Whether the list goes on with something that is no figure of this kind: "12 men and a child", or with one that is in no list."""
        inside = self._closed(tail, opening)
        if {"and", ",", "plus", "or", "with"} & set(inside) or (
            opening == "," and tail[len(inside) + 1 : len(inside) + 2] in (["and"], ["plus"])
        ):
            return True
        return last + 1 < len(self.figures) and opening in (":", "–", "-") and len(inside) == len(tail)

    def _total_behind(self, first: int, last: int) -> Account | None:
        """Of "12 men and 10 women were hurt, 22 people in all", "12 men and 10 women among the 22 hurt"."""
        if last + 1 >= len(self.figures) or not self.figures[last + 1].like(self.figures[last]):
            return None
        found = Account(self.figures[last + 1], self.figures[first : last + 1])
        gap, behind = self.gaps[last + 1], self.gaps[last + 2]
        inside = {word for at in range(first, last + 2) for word in self.gaps[at]}
        if _NOT_ALL & inside or len(gap) > _BEFORE + _BEHIND or _ADDED & (set(gap) | set(behind[:5])) or (first and self.listed(first)):
            return None
        classes = classes_of(found.parts, self.gaps[first + 1 : last + 2])
        if bare(gap)[-1:] == ["among"] or (bare(gap)[-1:] == ["of"] and "total" not in gap):
            return found if classes == "all" and found.near(firm=True) else None
        if _is_all_of_them(gap, behind):
            one = any(found.total.number == part.number for part in found.parts)  # "60 hands and 12 cranes, all 60 of them rested"
            return found if not one and found.near(firm=True) else None
        in_all = tuple(gap[-2:]) in _SUM_BEHIND
        ended = any(tuple(_about(behind)[: len(cue)]) == cue for cue in _SUM_BEHIND)
        if not (in_all or ended or _SUM_BEFORE & set(gap[-4:]) or _is_together(gap)):
            return None
        summed = len(found.parts) > _PARTS or "total" in gap[-4:] or _is_together(gap)  # "12 in 2019 and 30 in 2020, 52 in all"
        slipped = found.is_a_digit_off and summed and _of_one_kind(found)
        return found if slipped or found.near(firm=in_all or (bool(classes) and _of_one_kind(found))) else None


def _is_all_of_them(gap: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a number is of all those that the closed list before it counts: "five smiths and four clerks, all nine of them"."""
    if gap[-1:] != ["all"] or behind[:1] != ["of"] or _OF_THEM.isdisjoint(behind[1:2]):
        return False
    held = gap[:-2] if gap[-2:-1] == ["and"] else gap[:-1]
    return held[-1:] in ([","], ["–"], ["-"]) and not SEPARATORS & set(held[:-1])


def _is_together(gap: Sequence[str]) -> bool:
    """Whether a total is said to be what the parts before it come to: "so together they have 41"."""
    return "together" in gap and gap[gap.index("together") + 1 :][:1] != ["with"]


def only_lists(gap: Sequence[str], most: int) -> bool:
    """Whether the words between two figures, ``most`` at most, put them in one list and do not end it."""
    return bool(_LISTS.intersection(gap)) and not _ENDS_A_LIST.intersection(gap) and len(gap) <= most


def without_aside(gap: Sequence[str]) -> Sequence[str]:
    """``gap`` without a name between two commas, straight before the figure: "and the club, Velm Rovers, 10 percent"."""
    opens = next((place for place in range(len(gap) - 2, 1, -1) if gap[place] == ","), 0)
    is_aside = opens and gap[-1] == "," and gap[0] in SEPARATORS and len(gap) - opens - 2 <= _ASIDE
    return gap[:opens] if is_aside else gap


def _separators(gap: Sequence[str]) -> list[int]:
    """Places of the marks of a list, without the "and" of "miners and office staff," that belongs to what is counted."""
    places = [place for place, word in enumerate(gap) if word in SEPARATORS]
    if len(places) > 1 and gap[places[0]] == "and" and 1 < places[1] - places[0] <= _COMPOUND:
        return places[1:] if gap[places[1]] in (",", ";") else places[:1]
    return places


def _placed(parts: Sequence[Figure]) -> bool:
    """Whether each part is said to be at a place that has a name: nobody is at two of them, "410 at Velm and 250 in Tezak"."""
    return all(_AT_A_PLACE.match(part.claim.sentence.quote, part.claim.in_sentence[1]) for part in parts)


def may_be_a_year(figure: Figure) -> bool:
    """Whether a bare number of four digits may be a year of a list of years: "in 1620–21, 1665 and 1691"."""
    quote = figure.claim.span.quote
    bare_number = figure.letter == "c" and not figure.noun and len(quote) == _YEAR_DIGITS and quote.isdigit()
    return bare_number and _FIRST_YEAR <= int(quote) <= _LAST_YEAR


def lists_some(row: Row, besides: frozenset[str] = frozenset()) -> bool:
    """Whether a word, but for those of ``besides``, tells that not all are listed: "including", "at least", "another"."""
    return bool((_NOT_ALL - besides).intersection(word for gap in row.gaps for word in gap))


def _about(behind: Sequence[str]) -> list[str]:
    """The words behind a total without its noun: "in all" of "people in all"."""
    for place in range(min(3, len(behind))):
        if behind[place] in _TOTALLING:
            return list(behind[place:])
    return []


def _without_shares(gap: Sequence[str]) -> list[str]:
    """``gap`` without shares in brackets."""
    found: list[str] = []
    at = 0
    while at < len(gap):
        if list(gap[at : at + 3]) == ["(", "@", ")"]:
            at += 3
            continue
        found.append(gap[at])
        at += 1
    return found


def classes_of(parts: Sequence[Figure], behind: Sequence[Sequence[str]]) -> str:
    """Whether all parts are classes of people: "all" when these are both of one contrast, as men and women, else "some"; "" otherwise."""
    found: list[tuple[str, int]] = []
    for part, gap in zip(parts, behind, strict=True):
        own = class_of(part, gap[:6])
        if own is None:
            return ""
        found.append(own)
    contrasts = {contrast for contrast, _ in found}
    if len(set(found)) < _PARTS:
        return ""
    return "all" if len(set(found)) == len(found) and any(sum(c == contrast for c, _ in found) > 1 for contrast in contrasts) else "some"


def class_of(part: Figure, behind: Sequence[str]) -> tuple[str, int] | None:
    """The class of people that a figure counts, by its noun or the words behind it: men, women, children ..."""
    for word in (part.claim.counted, *behind):
        if word and (found := side(word)) is not None and found[0] in ("sex", "age"):
            return found
    return None


_PEOPLE = words("persons.txt") | words("persons_plural.txt")


def is_of_persons(figure: Figure) -> bool:
    """Whether a figure counts people, so far as its noun tells; one without a noun may."""
    word = figure.claim.counted.lower()
    return not word or concept(word) in PERSONS | ROLES | FATES or word in _PEOPLE or figure.noun in _PEOPLE


def _of_one_kind(account: Account) -> bool:
    """Whether the total can be of the same things as its parts, as their nouns tell."""
    if account.total.letter != "c":
        return True
    nouns = {part.noun for part in account.parts} - {""}
    if not account.total.noun or not nouns or account.total.noun in nouns:
        return True
    return is_of_persons(account.total) and all(map(is_of_persons, account.parts))
