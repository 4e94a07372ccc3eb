"""Sums that are one digit off: figures of a paragraph that would add up to another of it, were not one digit wrong.

That the sum of some figures differs from another figure of three digits in one of them comes seldom by chance; so less need
be said of how they hang together than where they are merely at odds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ledger.reconciliation.arithmetic.cues import begins, changes, cues
from ledger.reconciliation.arithmetic.lists import Account, is_of_persons, may_be_a_year, only_lists
from ledger.reconciliation.arithmetic.overlaps import is_a_part, may_overlap
from ledger.reconciliation.arithmetic.passages import Passage
from ledger.reconciliation.arithmetic.products import is_mean, is_total, per_time, words_behind
from ledger.reconciliation.arithmetic.windows import Place, window
from ledger.reconciliation.slips import slip

_LEAST, _SEVERAL, _MOST = 2, 3, 6
"""Parts of a sum: the fewest, so many that a list alone tells, and the most."""
_FEW = 4
"""So many figures that all sums of some of them are soon tried."""
_NEAR, _FAR = 4, 12
"""Words beside a figure that tell what it is, and words that may stand between two of one list."""
_FAR_BACK = 12
"""Sentences with figures, before one, where the whole of "the remaining" may stand."""
_DIGITS, _FEWER_DIGITS = 3, 2
"""Digits that a sum must have for one of them to be off: seldom by chance, and where a total and a rest are said."""
_REST = (cues("rest") | cues("more of them") | cues("left")) - {"makes", "making", "means", "is"}
_TOTAL, _OF_THEM, _EACH, _SOME = cues("summed up"), cues("of them"), cues("each"), cues("some of them")
_GAPS, _REMAIN, _LEFT = cues("gap"), cues("remain"), ("remaining", "other")


def near_sums(passages: Sequence[Passage]) -> Iterator[Account]:
    """Totals that the figures beside them come to but for a digit, in the sentences of one paragraph; or "the remaining", of one text."""
    for at, passage in enumerate(passages):
        if not passage.told:
            continue
        held = window(passage)
        letters = [letter for letter in "cmq" if letter in passage.letters and sum(each.letters.count(letter) for each in held) > _LEAST]
        sums = (_of_window(_places(held, letter), passage) for letter in letters if _may_be_off(held, letter))
        if (found := next(filter(None, sums), None)) is not None:
            yield found
        else:
            yield from _remaining(passages, at)


def _may_be_off(window: Sequence[Passage], letter: str) -> bool:
    """Whether some of a few figures come to another but for a digit: a quick look, before the words beside them are cut."""
    if sum(passage.letters.count(letter) for passage in window) > _FEW:
        return True
    numbers = [figure.number for passage in window for figure in passage.figures if figure.letter == letter and figure.exact]
    return any(
        _is_digit_off(sum(parts), (total, *parts), _FEWER_DIGITS)
        for total in numbers
        for size in range(_LEAST, len(numbers))
        for parts in combinations([number for number in numbers if 0 < number < total], size)
    )


def _places(window: Sequence[Passage], letter: str) -> list[Place]:
    """The figures of a kind that may be parts or totals: no means, changes and rates, none that is of some others."""
    found = [Place(figure, passage) for passage in window for figure in passage.figures if figure.letter == letter]
    return [place for place in found if _is_plain(place)]


def _is_plain(place: Place) -> bool:
    figure, passage = place
    behind = words_behind(passage, figure)
    if not figure.exact or may_be_a_year(figure) or not _EACH.isdisjoint(behind[:2]) or not figure.number > 0:
        return False
    if figure.letter == "c" and not figure.noun and place.before[-1:] == ["at"]:
        return False  # "ranked among the top 100 (Lumen at 31, Tezak at 73)"
    if not _SOME.isdisjoint(place.before[-_NEAR:]) or is_mean(passage, figure) or per_time(behind) or changes(passage, figure):
        return False
    return not begins(place.before) and behind[:1] not in (["a"], ["per"], ["an"])


def _of_window(places: Sequence[Place], passage: Passage) -> Account | None:
    amounts = {place.figure.number for place in places}
    found: Account | None = None
    for total in range(len(places)):
        for parts in _runs(places, total):
            if places[total].passage is not passage and parts[-1].passage is not passage:
                continue
            account = Account(places[total].figure, [place.figure for place in parts])
            if not all(place.figure.like(account.total) and _may_be_part(place, places[total]) for place in parts):
                continue
            if account.balances:
                return None  # what adds up needs no digit changed
            said = sum(part.number for part in account.parts)
            if found is None and said not in amounts and _is_told(places[total], parts, said):
                found = account
    return found


def _runs(places: Sequence[Place], total: int) -> Iterator[Sequence[Place]]:
    """The figures right behind a total, then those right before it, two to six of them."""
    for length in range(_LEAST, _MOST + 1):
        for parts in (places[total + 1 : total + 1 + length], places[max(total - length, 0) : total]):
            if len(parts) == length and max(part.figure.number for part in parts) < places[total].figure.number:
                yield parts


def _may_be_part(part: Place, total: Place) -> bool:
    """Whether both can be of the same things, as their nouns tell."""
    one, other = part.figure, total.figure
    if one.letter != "c" or not one.noun or not other.noun or one.noun == other.noun:
        return True
    return (is_of_persons(one) and is_of_persons(other)) or is_summed_up(total)


def is_summed_up(total: Place) -> bool:
    """Whether it is said that the figure is a sum: "in all", "together", "votes cast"."""
    return is_total(total.passage, total.figure) or not _TOTAL.isdisjoint([*total.before[-2:], *total.behind[:3]])


def _is_told(total: Place, parts: Sequence[Place], said: float) -> bool:
    """Whether enough is said for a sum that is ``said`` and a digit off."""
    size = total.figure.number
    summed, rest = is_summed_up(total), not _REST.isdisjoint(parts[-1].before[-_NEAR:]) or not _REMAIN.isdisjoint(parts[-1].behind[:_NEAR])
    if not _is_digit_off(said, _numbers(total, *parts), _FEWER_DIGITS if summed and rest else _DIGITS):
        return False
    if not summed and parts[-1].passage is total.passage and is_a_part(total.figure, total.passage):
        return False
    if summed or (rest and _GAPS.isdisjoint(parts[-1].before[-_NEAR:])):
        return True
    if said < size or parts[0].figure.claim.span.start < total.figure.claim.span.start:
        return False
    if may_overlap(parts):
        return False
    words = [word for part in parts for word in (*part.before[-_FAR:], *part.behind[:3])]
    if not _OF_THEM.isdisjoint(words) or total.before[-2:-1] == ["of"] or total.before[-1:] == ["of"]:
        return True
    return _are_listed(parts) and (len(parts) >= _SEVERAL or _are_of_the_sentence(total, parts))


def _are_of_the_sentence(total: Place, parts: Sequence[Place]) -> bool:
    """Whether two parts follow their total behind a mark, and leave out what they count: "112 concerts, 64 at home and 58 on tour"."""
    opening = parts[0].before
    if not total.figure.noun and total.before[:1] in (["of"], ["among"]):
        return False  # "of those evacuated, 1,100 went to relatives, 450 to the hall and 950 to schools"
    near = total.passage is parts[0].passage and not {",", ":", ";", "–", "("}.isdisjoint(opening) and len(opening) <= _FAR
    return near and not any(part.figure.noun not in ("", total.figure.noun) for part in parts) and total.figure.at + 1 == parts[0].figure.at


def _are_listed(parts: Sequence[Place]) -> bool:
    """Whether the parts stand in one list, and but for the first leave out what they count."""
    gaps = [part.before for part in parts[1:]]
    together = all(part.passage is parts[0].passage for part in parts)
    elided = parts[0].figure.letter != "c" or not any(part.figure.noun for part in parts[1:-1])
    return together and elided and all(only_lists(gap, _FAR) for gap in gaps)


def _numbers(*places: Place) -> list[float]:
    return [place.figure.number for place in places]


def _is_digit_off(said: float, figures: Sequence[float], least: int) -> bool:
    """Whether the sum has one digit other than the total, the first of ``figures``, or two swapped, of so many as all are exact to."""
    off = abs(said - figures[0])
    if off % 9 and off.is_integer() and len(f"{off:.0f}".rstrip("0")) > 1:
        return False  # a wrong digit is off by one digit and noughts, swapped ones by a multiple of nine
    unit = _exact_to(figures)
    one, other = (f"{figure / unit:.0f}" for figure in (said, figures[0]))
    if len(one) != len(other) or len(one) < least:
        return False
    if len(one) < _DIGITS:
        return sum(mine != theirs for mine, theirs in zip(one, other, strict=True)) == 1
    return slip(one, other) in ("one digit", "swapped digits")


def _exact_to(figures: Sequence[float]) -> float:
    """The greatest power of ten, of a hundredth or more, that all the figures are multiples of."""
    unit = 0.01
    while unit < max(figures) and all(abs(figure / unit / 10 - round(figure / unit / 10)) < 1e-6 for figure in figures):
        unit *= 10
    return unit


def _remaining(passages: Sequence[Passage], at: int) -> Iterator[Account]:
    """Of "347 people were on board", and paragraphs later: "Boats took off 122 people. The remaining 235 stayed"."""
    passage, document = passages[at], passages[at].claims[0].document
    if not any(left in sentence[0].sentence.quote.lower() for sentence in passage.sentences for left in _LEFT):
        return
    for rest in _places([passage], "c"):
        if rest.before[-1:] not in ([left] for left in _LEFT) or (rest.figure.noun and not is_of_persons(rest.figure)):
            continue
        earlier = [place for place in _places(window(passage), "c") if place.figure.claim.span.start < rest.figure.claim.span.start]
        if not earlier:
            return
        part = earlier[-1]
        wholes = [
            place
            for other in passages[max(at - _FAR_BACK, 0) : at]
            if other.claims[0].document == document
            for place in _places([other], "c")
            if place.figure.claim is not part.figure.claim and is_of_persons(place.figure) and place.figure.noun
        ]
        size = part.figure.number + rest.figure.number
        if not wholes or any(whole.figure.number == size for whole in wholes):
            return
        for whole in wholes:
            account = Account(whole.figure, [part.figure, rest.figure])
            if _is_digit_off(size, _numbers(whole, part, rest), _DIGITS) and not account.balances:
                yield account
                return
