"""Changes told in up to three sentences: what was then, what is now, and by how much it changed, in whatever order.

``comparisons`` reads them off the words between the figures; here there are no more than two figures of one thing that the change
can be of, of which one was and the other is. What either reading of them bears out is let pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ledger.extraction.context.inflection import lemma
from ledger.reconciliation.arithmetic.comparisons import names_another
from ledger.reconciliation.arithmetic.cues import PERIODS, Direction, apposed, becomes, changes, cues
from ledger.reconciliation.arithmetic.lists import may_be_a_year
from ledger.reconciliation.arithmetic.passages import MARKS, NOISE, Figure, Passage, bare
from ledger.reconciliation.arithmetic.products import is_mean
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.arithmetic.windows import Place, leaves_out, lent, may_be_like, window, windows
from ledger.reconciliation.concepts import FAINT, concept

_THEN, _NOW = cues("was then"), cues("is now")
_SOME, _OWN_BASE = cues("some of them"), cues("own base")
_THAN, _LESS, _MULTIPLES = cues("than"), cues("less"), cues("multiples")
_AFTER = cues("than") | cues("less") - {"as"}
_GAINS: dict[str, Direction] = {"gain": "up", "win": "up", "plus": "up", "add": "up", "lose": "down", "save": "down", "minus": "down"}
_UNREAL = cues("unreal") - _THEN
_KINDS = "cmqdr"
_APART, _BELOW, _SHORT, _ABOVE = 2.5, 0.87, 0.94, 1.2
"""A change said may be off by the first factor at most: one further off is of something else; a factor in words by the others."""
_FAR_APART = 100.0
"""By what factor a thing may change and the difference be told."""
_PRONOUNS = frozenset({"it", "they", "he", "she", "there"})
_HAVE = frozenset({"has", "have"})
_PACE = frozenset({"faster", "quicker", "slower"})
_MOST, _PAIR, _CLOSE, _FAR = 9, 2, 4, 6
"""Figures that are looked at, those that a change is of, and words beside one."""


class State(NamedTuple):
    """``base`` became ``end``; ``said`` is by how much, in ``direction``."""

    base: Figure
    end: Figure
    said: Figure
    direction: Direction


def stated(passage: Passage) -> State | None:
    """The change, if any, that the sentence and those before it tell so, and that the figures do not bear out."""
    if not _may_tell(passage):
        return None
    for sentences in windows(passage):
        places = [Place(figure, each) for each in sentences for figure in each.figures if figure.letter not in NOISE]
        said = [(place, direction) for place in places if (direction := _changed(place))]
        if len(said) == _PAIR and len(places) <= _MOST and said[0][0].passage is passage is said[1][0].passage:
            if (found := _told_twice(places, said[0][0], said[1][0])) is not None:
                return found
            continue
        if len(said) > 1 or len(places) > _MOST:
            return None
        if said and (pair := _pair(places, said[0][0])) is not None:
            if said[0][0].passage is not passage and _is_told_by(said[0][0].passage):
                return None  # "It was 40 in May. Today it is 52, a rise of 12. Bread costs 3"
            base, end = pair
            state = State(lent(base, end.figure), lent(end, base.figure), lent(said[0][0], base.figure), said[0][1])
            return state if passage in (pair[0].passage, pair[1].passage, said[0][0].passage) and _is_off(state) else None
    return None


def _told_twice(places: Sequence[Place], one: Place, other: Place) -> State | None:
    """Of "62 farms in 1991, 41 in 2011, and today 26: 36 fewer, a fall of 58 percent": what the one change is of, the other is of too.

    The other stands behind the one, with nothing but a mark, a time and its own words between; the one fits no other two figures.
    """
    between = other.before
    if other.figure.letter != "p" or one.figure.letter not in "cmq" or not apposed(between) or len(between) > _FAR:
        return None
    if not _OWN_BASE.isdisjoint([*one.behind[:_CLOSE], *other.behind[:_CLOSE]]):
        return None
    held = [place for place in places if place not in (one, other) and _is_plain(place) and _start(place) < _start(one)]
    alike = [place for place in held if (may_be_like(place, one) and place.passage is one.passage) or place.figure.like(one.figure)]
    pairs = [
        (base, end)
        for at, base in enumerate(alike)
        for end in alike[at + 1 :]
        if _size(end.figure.range.minus(base.figure.range)).meets(one.figure.difference) and _are_of_one_thing(base, end)
    ]
    if len(pairs) != 1:
        return None
    state = State(pairs[0][0].figure, pairs[0][1].figure, other.figure, "either")
    return state if _is_off(state) else None


def _may_tell(passage: Passage) -> bool:
    """Whether the figures can be of one change: a quick look, before the sentences are cut into words."""
    sentences = window(passage)
    letters = [letter for each in sentences for letter in each.letters if letter not in NOISE]
    if len(letters) <= _PAIR:
        return False
    nouns = [claim.counted for each in sentences for claim in each.claims if claim.kind == "count"]
    return set(letters) != {"c"} or "" in nouns or len(set(nouns)) < len(nouns)


def _is_told_by(passage: Passage) -> bool:
    """Whether the sentence that says by how much, and those before it, give what was and what is."""
    for sentences in windows(passage):
        places = [Place(figure, each) for each in sentences for figure in each.figures if figure.letter not in NOISE]
        said = [place for place in places if place.passage is passage and _changed(place)]
        if len(said) == 1 and len(places) <= _MOST and _pair(places, said[0]) is not None:
            return True
    return False


def _changed(place: Place) -> Direction:
    """Which way the figure is said to be a change, or how many times as much something became."""
    figure, before, behind = place.figure, bare(place.before), place.behind
    if figure.letter not in "pocmqdx" or figure.claim.bound == "between" or behind[:1] == ["to"]:
        return ""
    if figure.letter == "x" and "again" in behind[:4]:
        return ""  # "half as many again"
    if figure.letter == "x":
        quote = figure.claim.span.quote.lower()
        return "either" if any(stem in quote for stem in _MULTIPLES) or not (_THAN | _LESS).isdisjoint(behind[:1]) else ""
    following = place.passage.figures[figure.at + 1 : figure.at + 2]
    if figure.letter in "cmq" and behind == ["or"] and following and following[0].letter == "p":
        return _changed(Place(following[0], place.passage))  # "€68 million or 35 percent more"
    if (found := changes(place.passage, figure)) or not before:
        return "either" if found and figure.letter == "d" and not _PACE.isdisjoint(behind[:2]) else found
    near = before[max((at + 1 for at, word in enumerate(before) if word in MARKS), default=0) :][-3:]
    ways = [_GAINS[lemma(word)] for word in near if lemma(word) in _GAINS]
    gained: Direction = ways[-1] if ways else ""
    if figure.letter in "po":
        return gained
    return gained if figure.letter in "dm" and "save" in map(lemma, near) else ""


def _pair(places: Sequence[Place], said: Place) -> tuple[Place, Place] | None:
    """What was and what is, of the only two figures of one thing among ``places`` that ``said`` can be of."""
    others = [place for place in places if place is not said and _is_plain(place)]
    if said.figure.letter in "cmqd":
        alike = [place for place in others if may_be_like(place, said)]
    else:
        kinds = {place.figure.letter for place in others} & set("p" if said.figure.letter == "o" else _KINDS)
        kinds = kinds - {"d"} if len(kinds) > 1 else kinds
        kinds = kinds - {"c"} if len(kinds) > 1 and all(not place.figure.noun for place in others if place.figure.letter == "c") else kinds
        if len(kinds) != 1:
            return None
        first = next(place for place in others if place.figure.letter in kinds)
        alike = [place for place in others if place.figure.letter in kinds | {"c"} and may_be_like(place, first)]
    if (beside := _restated(alike, said)) is not None:
        return beside
    if len(alike) != _PAIR or alike[0].figure.number == alike[1].figure.number:
        return None
    one, other = alike
    if _goes_on(one, other, said):
        return one, other
    if not _are_of_one_thing(one, other):
        return None
    following = [place for place in alike if place.passage is said.passage and place.figure.at == _next(said)]
    if not following and not _OWN_BASE.isdisjoint(said.behind[:_CLOSE]):
        return None  # "31 more than in April"
    pair = _in_order(one, other)
    return None if pair is None or _names_others(*pair, said) else pair


def _restated(alike: Sequence[Place], said: Place) -> tuple[Place, Place] | None:
    """Of "There were 96 break-ins in 2029. A year later there were 131, 35 more, and four men": what a change stands right behind.

    Of "Turnout was 61 percent. Four years ago it had been 68, seven points more" too: what is more is what stands before it.
    """
    held = [place for place in alike if _start(place) < _start(said)]
    if len(held) != _PAIR or said.before[:1] != [","] or len(said.before) > _FAR or not _OWN_BASE.isdisjoint(said.behind[:_CLOSE]):
        return None
    base, end = held
    if end.passage is not said.passage or end.figure.at + 1 != said.figure.at or base.figure.number == end.figure.number:
        return None
    if not _are_of_one_thing(base, end) or _names_others(base, end, said) or not apposed(said.before):
        return None
    return (base, end) if (said.behind[:1] and said.behind[0] in _AFTER) or _in_order(base, end) == (base, end) else None


def _next(said: Place) -> int:
    """The place, in its passage, of the first figure behind a change that is no date: "has tripled since 2010, when it stood at 11"."""
    at, figures = said.figure.at + 1, said.passage.figures
    return at + 1 if at < len(figures) and figures[at].letter == "t" and said.behind[:1] == ["since"] else at


def _goes_on(base: Place, end: Place, said: Place) -> bool:
    """Of "It stood at 2,400 tonnes in May. It has since risen by 35 percent. Yesterday's flight gave 4,100 tonnes"."""
    opening, between = said.passage.gaps[0][:1], base.passage is not said.passage is not end.passage
    told_of = opening in (["it"], ["they"]) and "since" in said.before and base.figure.like(end.figure)
    nouns = base.figure.letter != "c" or base.figure.noun == end.figure.noun
    return told_of and between and nouns and _start(base) < _start(said) < _start(end) and not _names_others(base, end, said)


def _names_others(base: Place, end: Place, said: Place) -> bool:
    """Whether before one of the three a name stands that those before it do not share."""
    return any(names_another(one.figure, other.figure) for one, other in pairwise(sorted((base, end, said), key=_start)))


def _start(place: Place) -> int:
    return place.figure.claim.span.start


def _is_plain(place: Place) -> bool:
    figure = place.figure
    if figure.claim.bound in ("between", "magnitude") or may_be_a_year(figure):
        return False
    if figure.claim.modality not in ("asserted", "planned") and not becomes(place.before):
        return False  # but "It would rise to 52"
    later = place.behind[:1] == ["on"] and MARKS.issuperset(place.behind[1:2])
    if figure.letter == "d" and (later or place.behind[:1] in (["ago"], ["later"], ["earlier"])):
        return False
    if not _UNREAL.isdisjoint(place.before[-_CLOSE:]) or not _SOME.isdisjoint(place.before[-_CLOSE:]):
        return False
    return figure.number > 0 and not is_mean(place.passage, figure)


def _in_order(one: Place, other: Place) -> tuple[Place, Place] | None:
    """The two with what was first, where it is told which that is."""
    mine, theirs = _when(one, other), _when(other, one)
    if mine[1] and theirs[1] and mine[1] != theirs[1] and not mine[0] == -theirs[0] != 0:
        return (one, other) if mine[1] < theirs[1] else (other, one)
    if mine[0] == theirs[0]:
        return None
    return (one, other) if mine[0] < theirs[0] else (other, one)


def _when(place: Place, other: Place) -> tuple[int, date | None]:
    """-1 of what is said to have been then, 1 of what is now, 0 where nothing tells; and the last day that it is said of."""
    words, days = place.clause({other.figure.at} if other.passage is place.passage else ())
    said = {*words, *(f"{one} {two}" for one, two in pairwise(words))}
    published = place.figure.claim.published
    day = max(days, default=None)
    if (beside := _beside(place)) != 0:
        return beside, day
    if _start(other) < _start(place) and becomes(place.before):
        return 1, day  # "It costs 40. It would rise to 52"
    if day is None and published is not None and "last year" in said:
        day = published.replace(year=published.year - 1, month=1, day=1)
    if not _THEN.isdisjoint(said) or any(f"last {period}" in said for period in PERIODS):
        return -1, day
    lately = _NOW.intersection(said)
    if lately <= _HAVE and day is not None and published is not None and day.year < published.year:
        lately = frozenset()  # "has halved: 164 boats in 1999"
    if lately or any(f"this {period}" in said for period in PERIODS):
        return 1, day
    if day is None or published is None:
        return 0, day
    return -1 if day < published else 1, day


def _beside(place: Place) -> int:
    """The same as far as the words right beside the figure tell: "310,000 then, 620,000 now", "when it stood at 11 billion"."""
    end = next((at for at, word in enumerate(place.behind[:_CLOSE]) if word in MARKS), 0)
    told_behind = {"then": -1, "now": 1, "today": 1}.get(place.behind[end - 1], 0) if end else 0
    near = place.before[-_CLOSE - 1 :]
    recalled = any(word == "when" and other in _PRONOUNS for word, other in pairwise(near))
    return told_behind or -recalled


def _are_of_one_thing(one: Place, other: Place) -> bool:
    if not may_be_like(one, other):
        return False
    mine, theirs = ("" if place.figure.noun in PERIODS or leaves_out(place) else place.figure.noun for place in (one, other))
    if one.figure.letter == "c" == other.figure.letter and mine != theirs and ((mine and theirs) or _is_left_open(one, other)):
        return False
    subjects = [concept(place.figure.claim.subject.lower()) for place in (one, other)]
    return "" in subjects or subjects[0] == subjects[1] or not FAINT.isdisjoint(subjects)


def _is_left_open(one: Place, other: Place) -> bool:
    """Whether the first count leaves out what it counts, and the second in the same sentence says so: "320, and two chains own them"."""
    first, last = sorted((one, other), key=_start)
    blank = not first.figure.noun or first.figure.noun in PERIODS
    if first.passage is not last.passage or not blank or first.behind[:1] not in ([","], ["."], [";"]):
        return False
    between = [word for at in range(first.figure.at + 1, last.figure.at + 2) for word in first.passage.gaps[at]]
    return bool(last.figure.noun) and last.figure.noun in map(lemma, between)


def _is_off(state: State) -> bool:
    """Whether the change is near enough to be meant as that of the figures, and they do not come to it."""
    base, end, said = state.base.range, state.end.range, state.said
    grown, shrunk = end.over(base), base.over(end)
    if said.letter == "x":
        meant = factor_meant(said)
        more = grown.widened(1.0, -1.0) if "more" in said.claim.sentence.quote else grown
        far = meant.over(grown if grown.low > 1 else shrunk).meets(Range(1 / _APART, _APART))
        return far and not any(meant.meets(found) for found in (grown, shrunk, more))
    if said.letter == "p":
        changed, meant = _size(grown.widened(1.0, -1.0).scaled(100.0)), said.range
    elif not grown.meets(Range(1 / _FAR_APART, _FAR_APART)):
        return False  # "3.2 billion richer, and half of them get less than 15,000" tells of two things
    else:
        changed, meant = _size(end.minus(base)), said.difference
    wrong_way = (state.direction == "up" and grown.high < 1) or (state.direction == "down" and grown.low > 1)
    return not wrong_way and not changed.meets(meant) and meant.over(changed).meets(Range(1 / _APART, _APART))


def factor_meant(said: Figure) -> Range:
    """What a factor in words can mean: "doubled" is said of 1.74 to 2.4 times, "more than doubled" of 1.9 and more."""
    found = said.range
    if said.claim.bound in ("more_than", "at_least"):
        return Range(said.number * _SHORT, found.high * _ABOVE)
    return Range(found.low * _BELOW, found.high * _ABOVE)


def _size(found: Range) -> Range:
    """The size of a change, whichever way it goes."""
    if found.high <= 0:
        return Range(-found.high, -found.low)
    return Range(max(found.low, 0.0), max(found.high, -found.low))
