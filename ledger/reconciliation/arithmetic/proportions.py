"""A part, its whole and the percentage that it is said to be; a percentage of a few things that can only be counted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from ledger import patterns as re
from ledger.extraction.context.inflection import VERBS, lemma
from ledger.lexicon import words
from ledger.reconciliation.arithmetic.cues import PER, PERIODS, changes, cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number
from ledger.reconciliation.arithmetic.siblings import stand_side_by_side

_WORDS = r"(?:(?!of\b|and\b|or\b)[^\s<>(),;:.–-][^\s<>]* ){0,4}"
_THE = r"(?:(?:a total of|all of the|all of|all the|all|the|its|his|her|their|our|these|those|some|nearly|almost) ){0,2}"
_PART = r"<(?P<part>[cmq]\d+)> "
_WHOLE = _THE + r"<(?P<whole>[cmq]\d+)> "
_SHARE = r"(?:(?:a|an|the|just|only|exactly|around|share|of|some|full) ){0,2}<(?P<share>p\d+)> "
_OUT_OF = r"(?:of|out of|from among|among) "
_SAYS = (
    r"(?:or|that is|that was|i\.e|ie|which is|which was|representing|making up|accounting for|equal to|equivalent to"
    r"|amounting to|namely|so) (?:, )?"
)
_CLOSES = r"(?=[,.;:)!?–-]|$)"
_BOTH = r"<(?P<fraction>f\d+)>"
_AT_A_RATE = rf", (?:for |giving |making |which is )?an? (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(cues('rate nouns')))}) of {_SHARE}"
_OPENS = rf"(?:^|[,;:–-] )(?:{_OUT_OF})"
_ASIDE = rf"(?:\( (?:{_SAYS})?{_SHARE}\) |, (?:{_SAYS}){_SHARE}|, {_SHARE}{_CLOSES}|[–-] (?:{_SAYS})?{_SHARE}(?=[–,.;-]))"
_COUNTED = rf"(?:\( (?:{_SAYS})?{_PART}{_WORDS}\) |, (?:{_SAYS}){_PART})"
_TESTS = "|".join(sorted(cues("tested")))
_OF_ITS = r"of (?:its|the|their|his|her|our|this|that) "
_OF_BOTH: tuple[str, ...] = (
    rf"{_BOTH} {_WORDS}{_ASIDE}",
    rf"{_SHARE}(?:\( (?:{_SAYS})?|, (?:{_SAYS}){_THE}|[–-] (?:{_SAYS})?){_BOTH}",
)
_NEARLY = (
    rf"{_BOTH} {_WORDS}: {_SHARE}{_CLOSES}",
    rf"{_BOTH} {_WORDS}{_AT_A_RATE}",
    rf"{_SHARE}(?:: |, with )(?:just |only |some )?{_BOTH}",
    rf"{_OPENS}{_WHOLE}{_WORDS}(?:, )?{_PART}{_WORDS}(?:: {_SHARE}{_CLOSES}|{_AT_A_RATE})",
)
"""What may tell of something else, so that the two must come near each other: "growth was 5 percent: 18 of 20 branches grew"."""
_OF_BOTH += (rf"{_SHARE}{_OF_ITS}{_WORDS}, {_BOTH}(?= [,.;])",)
_SHARE_FIRST = (_OF_BOTH[1], _NEARLY[2])
_PROGRESS, _CLOSE = cues("progress"), 4
_NEAR = Range(0.75, 1.33)
_FORMS = (
    rf"{_PART}{_WORDS}{_ASIDE}(?:, )?{_OUT_OF}{_WHOLE}",
    rf"{_PART}{_WORDS}{_OUT_OF}{_WHOLE}{_WORDS}{_ASIDE}",
    rf"\b(?:{_TESTS}) (?:of|on) {_WHOLE}{_WORDS}(?:in |on |with )?{_PART}{_WORDS}{_ASIDE}",
    rf"{_SHARE}{_COUNTED}(?:, )?{_OUT_OF}{_WHOLE}",
    rf"{_SHARE}{_OUT_OF}{_WHOLE}{_WORDS}{_COUNTED}",
)
_WHICH = "(?:of|out of|among) (?:whom|which|these|them|those) (?:, )?"
_LOOSE = r"(?:(?![.;:()!?–] )[^\s<>]+ ){0,10}"
_ALL_OF_IT = f"(?:{'|'.join(sorted(cues('totals')))})"
_OF_ALL = rf"(?:{_CLOSES}|of (?:the |its |all )?(?:total|field|lot|whole|entire|{'|'.join(sorted(cues('totals')))})\b)"
_OF_TOTAL = (
    rf"(?P<before>(?:[^\s<>]+ )?){_WHOLE}(?P<between>(?:(?![.;:()!?–] )[^\s<>]+ ){{1,12}}){_PART}(?P<behind>{_WORDS})"
    rf", (?:or |that is |just |only |about )+{_SHARE}{_OF_ITS}{_ALL_OF_IT} "
)
_OF_AMOUNT = (
    rf"{_PART}{_WORDS}(?:\( (?:{_SAYS})?|, (?:{_SAYS})){_SHARE}of (?:(?:its|the|their|his|her|our|this|that|an|a) )?"
    r"(?:(?!of\b|and\b|or\b)[^\s<>(),;:.–-][^\s<>]* ){1,4}of <(?P<whole>[cmq]\d+)> "
)
_OF_WHICH = (
    rf"{_WHOLE}{_LOOSE}[,;–] (?:and )?{_WHICH}(?:about |some |only |just )?{_PART}{_WORDS}{_ASIDE}",
    rf"{_WHOLE}{_LOOSE}(?:[;–] )?{_PART}of (?:them|these|those|whom|which) {_WORDS}{_ASIDE}",
    rf"{_WHOLE}{_WORDS}(?:, )?(?:includ(?:e|es|ed|ing)|comprised?|comprises) {_PART}{_WORDS}, (?:or )?{_SHARE}{_OF_ALL}",
    rf"{_OPENS}(?:(?:the|its|their) )?(?:[^\s<>.,;:]+ ){{0,3}}{_WHOLE}{_WORDS}, {_SHARE}, (?:or )?{_PART}(?=[,.;])",
    rf"{_WHOLE}(?:[^<>.;:()]|<t\d+>){{1,60}} {_PART}(?:today |now )?, (?:or |just |only |about )*{_SHARE}"
    r"of (?:that|this) (?:number|figure|total|sum|amount)\b",
    rf"{_SHARE}{_OUT_OF}{_WHOLE}{_WORDS}, {_PART}(?:[^\s<>.,;:()]+ )?(?=, )",
    rf"{_SHARE}{_OF_ITS}{_WORDS}of {_WHOLE}(?:\( (?:{_SAYS})?|, (?:{_SAYS})){_PART}",
    _OF_TOTAL,
    _OF_AMOUNT,
)
_OF_THE_ONES_BEFORE = (
    rf"^{_WHICH}(?:about |some |only |just )?{_PART}{_WORDS}{_ASIDE}",
    rf"^(?:about |some |only |just )?{_PART}of (?:them|these|those) {_WORDS}{_ASIDE}",
)
_OPENING = rf"{_OPENS}{_WHOLE}"
_LATER = rf"{_PART}{_WORDS}{_ASIDE}"
_FEW = rf"<(?P<share>p\d+)> (?:of|among) {_WHOLE}(?P<noun>[^\s<>]+)(?P<genitive> ['’])?"
_OF_WHICH_FEW = (
    rf"(?:^|, )(?:of|among) {_WHOLE}(?P<noun>[^\s<>,]+)[^<>;:]{{0,70}}?[ ,](?:just |only |exactly )?"
    r"<(?P<share>p\d+)> (?P<behind>\S+)(?P<next> \S+)?"
)
_PART_OF_OPENING = (
    rf"(?:^|[;] )(?:{_OUT_OF}){_WHOLE}(?:[^\s<>(),;:.–-][^\s<>]* ){{0,6}}, <(?P<part>c\d+)> (?:of them )?"
    r"(?P<behind>[^\s<>.,;:()]+)"
)
_BEFALLS = cues("befalls")
_MOST_BEYOND = 3.0
_FIGURES = frozenset({"fraction", "part", "whole", "share"})
_POSSIBLE, _OF_SOMETHING = cues("possible"), cues("of them")
_IN_WORDS = 2.5
"""How far off, in points, a share in words may be besides: "a third" of 30.5 percent."""
_IN_PARTS = words("divisible.txt")
_ONE_IN, _ROUGHLY, _NOTHING = 10, 0.2, 1e-3
_FEW_THINGS, _MANY_THINGS, _TURNOUT = 100, 1000, "turnout"
_SURVEY = re.compile(rf"\b(?:{'|'.join(sorted(cues('asked')))})\b")


class Proportion(NamedTuple):
    """``part`` of ``whole`` is said to be ``share`` percent; of "27 of 31" both are one figure."""

    part: Figure
    whole: Figure
    share: Figure
    percent: Range

    @property
    def stated(self) -> Range:
        """What the share may be: rounded, or cut off after its last digit; in words it is rougher."""
        found = self.share.range
        if not any(map(str.isdigit, self.share.claim.span.quote)):
            return found.widened(_IN_WORDS, _IN_WORDS)
        return found.widened(0.0, (self.share.printed.high - self.share.printed.low) / 2)


class Few(NamedTuple):
    """``share`` percent of ``whole`` things, which are so few that not every percentage can be had."""

    whole: Figure
    share: Figure

    @property
    def possible(self) -> bool:
        """Whether a whole number of them gives the percentage as printed (Brown and Heathers, The GRIM Test, 2017)."""
        least, most = self.whole.range
        return any(_is_whole(self.share.range.scaled(size / 100)) for size in range(ceil(least), floor(most) + 1))


def _is_whole(found: Range) -> bool:
    return ceil(found.low - 1e-9) <= floor(found.high + 1e-9) if found.high < _MANY_THINGS * _MANY_THINGS else True


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(_named_once(form))


def _named_once(form: str) -> str:
    """``form`` with a number behind each further group of the same name."""
    seen: dict[str, int] = {}

    def name(found: re.Match[str]) -> str:
        seen[found[1]] = seen.get(found[1], 0) + 1
        return f"(?P<{found[1]}{seen[found[1]] if seen[found[1]] > 1 else ''}>"

    return re.sub(r"\(\?P<(\w+)>", name, form)


def _figures(passage: Passage, found: re.Match[str]) -> dict[str, Figure]:
    """The figures of a match by the names of their groups; other groups hold words, which may look like tokens ("b12")."""
    named = ((name.rstrip("0123456789"), token) for name, token in found.groupdict().items() if token is not None)
    return {name: passage.figure(f"<{token}>") for name, token in named if name in _FIGURES}


def proportions(passage: Passage) -> Iterator[Proportion]:
    """All parts of ``passage`` that their whole and their percentage are given with."""
    several = any(passage.letters.count(letter) > 1 for letter in "cmq")
    if "p" not in passage.letters:
        return
    if passage.previous is not None and passage.says("f the", "f which", "f whom", "mong the"):
        yield from _of_the_ones_before(passage, passage.previous)
    if not (several or "f" in passage.letters):
        return
    seen: set[int] = set()
    of_both = _OF_BOTH if "f" in passage.letters else ()
    for form in (*of_both, *((*_FORMS, *_OF_WHICH) if several else ()), *_NEARLY):
        for match in _compiled(form).finditer(passage.text):
            figures = _figures(passage, match)
            proportion = _proportion(figures)
            if proportion is None or proportion.share.at in seen:
                continue
            if _POSSIBLE.intersection(passage.gaps[proportion.whole.at + 1][:3]) and proportion.share.noun != _TURNOUT:
                continue  # "352 votes (60 percent) of 640 eligible voters"
            if form in _SHARE_FIRST and not _PROGRESS.isdisjoint(passage.gaps[proportion.part.at + 1][:_CLOSE]):
                continue  # "60 percent, with 70 of 100 precincts reporting"
            if form == _OF_TOTAL and stand_side_by_side(match["before"], match["between"], match["behind"]):
                continue  # "the larch, with 4,120 trees, and the birch, with 3,840, or 26 percent of the total"
            if form == _OF_AMOUNT and _of_a_time(passage, proportion.part) != _of_a_time(passage, proportion.whole):
                continue  # "saves $4 million a year, or 20 percent of a budget of $200 million"
            if _is_plain(passage, proportion.share) and (form not in _NEARLY or _is_near(proportion)):
                seen.add(proportion.share.at)
                yield proportion
    if several:
        yield from (each for each in _of_an_opening(passage) if each.share.at not in seen)


def _of_a_time(passage: Passage, figure: Figure) -> bool:
    """Whether an amount is that of each year or month."""
    return any(word in PER and noun in PERIODS for word, noun in pairwise(passage.gaps[figure.at + 1][:_CLOSE]))


def _of_the_ones_before(passage: Passage, before: Passage) -> Iterator[Proportion]:
    """Of "The mill has 1,320 workers. Of these, 462 (35 percent) are women"."""
    for form in _OF_THE_ONES_BEFORE:
        match = _compiled(form).search(passage.text)
        if match is None:
            continue
        figures = _figures(passage, match)
        wholes = [figure for figure in before.figures if figure.like(figures["part"])]
        proportion = _proportion(figures | {"whole": wholes[0]}) if len(wholes) == 1 else None
        if proportion is not None and _is_plain(passage, proportion.share):
            yield proportion
            return


def _of_an_opening(passage: Passage) -> Iterator[Proportion]:
    """Of "Of the 640 members, 352 (55 percent) were women and 288 (45 percent) men"; ends at a figure without its percentage."""
    text = passage.text
    wholes = list(_compiled(_OPENING).finditer(text))
    if len(wholes) != 1 or cues("of them").intersection(text[wholes[0].end() :].split()):
        return
    whole = passage.figure(f"<{wholes[0]['whole']}>")
    following = whole.at + 1
    for match in _compiled(_LATER).finditer(text, wholes[0].end()):
        proportion = _proportion(_figures(passage, match) | {"whole": whole})
        if proportion is None or any(figure.letter not in "tna" for figure in passage.figures[following : proportion.part.at]):
            return
        following = proportion.share.at + 1
        if _is_plain(passage, proportion.share):
            yield proportion


def beyond(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Parts that are greater than their whole, each with it: "Of the 40 members, 45 were women"."""
    if passage.letters.count("c") > 1 and passage.says("Of ", "Among ", "Out of", "; of", "; among"):
        for match in _compiled(_PART_OF_OPENING).finditer(passage.text):
            figures = _figures(passage, match)
            part, whole = figures["part"], figures["whole"]
            known = match["behind"] in _BEFALLS or part.range.low <= _MOST_BEYOND * whole.range.high
            verb = lemma(match["behind"]) in VERBS and lemma(match["behind"]) != part.noun  # "of the 88 graves, 52 held weapons"
            if known and (verb or part.noun in ("", whole.noun)) and part.range.low > whole.range.high and not changes(passage, part):
                yield part, whole


def _proportion(figures: dict[str, Figure]) -> Proportion | None:
    share = figures["share"]
    if "fraction" in figures:
        both = figures["fraction"]
        size = both.claim.whole
        percent = both.range.scaled(100 / float(size)) if size else Range(0.0, 100.0)
        if percent.high < _NOTHING:
            return None  # "2.2 of the 5.5 million crowns": the part leaves out its scale
        if size and size <= _ONE_IN:  # "one in five" is 18 percent as well
            percent = percent.widened(percent.low * _ROUGHLY, percent.high * _ROUGHLY)
        return Proportion(both, both, share, percent)
    part, whole = figures["part"], figures["whole"]
    if not part.like(whole) or not whole.range.low > 0 or number(part.claim) > number(whole.claim):
        return None
    return Proportion(part, whole, share, part.range.over(whole.range).scaled(100))


def _is_near(proportion: Proportion) -> bool:
    return proportion.percent.low > 0 and proportion.stated.over(proportion.percent).meets(_NEAR)


def _is_plain(passage: Passage, share: Figure) -> bool:
    """Whether a percentage is no change, and of no other whole: "a rise of 5 percent", "55 percent of whom"."""
    behind = passage.gaps[share.at + 1][:2]
    return not changes(passage, share) and not (behind[:1] == ["of"] and behind[-1] in _OF_SOMETHING) and behind[:1] != ["points"]


def of_few(passage: Passage) -> Iterator[Few]:
    """All percentages of ``passage`` that are of a few whole things."""
    if "p" not in passage.letters or "c" not in passage.letters or not passage.says("f ", "mong "):
        return
    for form in (_FEW, _OF_WHICH_FEW):
        for match in _compiled(form).finditer(passage.text):
            figures = _figures(passage, match)
            few = Few(figures["whole"], figures["share"])
            if may_be_few(passage, few) and not _is_of_others(match):
                yield few


def _is_of_others(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    if groups["noun"].endswith(("'", "’", "'s", "’s")) or groups.get("genitive"):
        return True
    behind = groups.get("behind")
    return behind is not None and behind == "of" and (groups["next"] or "").strip() not in _OF_SOMETHING


def may_be_few(passage: Passage, few: Few) -> bool:
    """Whether the percentage is plainly of so few whole things: no average, no change, and not of what can be had in parts."""
    share, whole = few.share, few.whole
    quote = share.claim.span.quote.lower()
    if whole.letter != "c" or not whole.exact or changes(passage, share) or not (any(map(str.isdigit, quote)) or "cent" in quote):
        return False
    size, said = number(whole.claim), set(passage.text.split())
    if whole.noun in _IN_PARTS or said & {"average", "weighted"} or passage.gaps[share.at + 1][:1] in (["was"], ["is"], ["has"]):
        return False
    if size >= _FEW_THINGS and _SURVEY.search(passage.text):
        return False
    return 1 < size < _MANY_THINGS and size == int(size)
