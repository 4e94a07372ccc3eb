"""Lists of parts whose total stands in a sentence of its own, or far before them in theirs: known by how near their sum comes to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ledger.reconciliation.arithmetic.cues import changes, cues
from ledger.reconciliation.arithmetic.lists import Account, Row, only_lists
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.products import is_mean, per_time, words_behind
from ledger.reconciliation.arithmetic.ranges import number
from ledger.reconciliation.slips import slip

_PARTS, _SEVERAL, _LONGEST = 2, 3, 12
"""Parts of a total: the fewest of sums, the fewest of what is counted, and the most."""
_WORDS = 11
"""How many words may stand between two parts."""
_OVER, _MOST = 1.1, 1.33
"""How many times the total its parts may come to and be meant as its parts; where the words point at it, more."""
_OF_THEM, _REST, _NOT_ALL = cues("of them") | {"this", "that"}, cues("rest"), cues("not all")
_IN_ALL = [tuple(cue.split()) for cue in sorted(cues("total opens"))]
_AT_LAST = [tuple(cue.split()) for cue in sorted(cues("sum behind"))]
_NOT_ONLY = cues("then") | cues("compared") | cues("no end") | cues("from")


def tallies(passage: Passage) -> Iterator[Account]:
    """Of "The union has 18,400 members. Some 7,200 work in clinics, 6,100 at home and 6,100 in schools": more than there are.

    Of "Sales brought in €1.9 million and the town gave €800,000. In all it took €3.2 million" too.
    """
    before = passage.previous
    follows_parts = before is not None and before.told >= _PARTS
    for letter in "cmq":
        least = _PARTS if letter in "mq" else _SEVERAL  # what was done with a sum is seldom counted twice
        if passage.letters.count(letter) < (1 if follows_parts else least):
            continue
        row = Row(passage, letter)
        parts = row.figures
        if before is not None and follows_parts and len(parts) == 1:
            yield from _summed_up(before, passage, parts[0])
        if len(parts) < least or not _is_list(row):
            continue
        if len(parts) == passage.told:
            yield from _of_the_sentence_before(passage, row)


def _is_list(row: Row) -> bool:
    """Whether the figures of ``row`` are exact, alike, and stand in one list of all there are."""
    parts, gaps, last = row.figures, row.gaps, len(row.figures)
    if len(parts) > _LONGEST or not all(part.exact and part.like(parts[0]) for part in parts):
        return False
    if not all(only_lists(gap, _WORDS) for gap in gaps[1:last]):
        return False
    said = {word for gap in gaps[:last] for word in gap} | set(gaps[last][:_WORDS])
    return not (_NOT_ALL - _REST) & said


def _is_share_of_time(passage: Passage, figure: Figure) -> bool:
    return bool(is_mean(passage, figure) or per_time(words_behind(passage, figure)) or changes(passage, figure))


def _of_the_sentence_before(passage: Passage, row: Row) -> Iterator[Account]:
    """Parts that leave out what they count, or are said to be of what the sentence before gives the number or the sum of."""
    parts, before, opening = row.figures, passage.previous, row.gaps[0]
    if before is None or any(_is_share_of_time(passage, part) for part in parts):
        return
    pointing = any(one in ("of", "among") and other in _OF_THEM for one, other in pairwise(opening[:3]))
    elided = parts[0].letter == "c" and not any(part.noun for part in parts[:-1])
    if not pointing and not elided:
        return
    totals = [figure for figure in before.figures if figure.like(parts[0])]
    if len(totals) != 1 or not totals[0].exact or (elided and not totals[0].noun):
        return
    account = Account(totals[0], parts)
    said, all_there_are = sum(number(part.claim) for part in parts), number(totals[0].claim)
    if _is_share_of_time(before, totals[0]) or all_there_are <= max(number(part.claim) for part in parts):
        return
    others = bool(_REST.intersection([*row.gaps[-2][-3:], *row.gaps[-1][:4]]))
    over = _MOST if pointing else _OVER
    if (others and account.near(firm=True)) or 1.0 < said / all_there_are <= over or _is_slip(said, all_there_are):
        yield account


def _is_slip(said: float, stated: float) -> bool:
    """Whether a digit of the sum is wrong in the total: what is left out of a list seldom comes to that."""
    one, other = (f"{figure:.10g}".replace(".", "").rstrip("0") for figure in (said, stated))
    return slip(one, other) in ("one digit", "swapped digits")


def _summed_up(before: Passage, passage: Passage, total: Figure) -> Iterator[Account]:
    """The parts of the sentence ``before`` with the total that opens this one: "In all it took €3.2 million"."""
    opening, behind = passage.gaps[0], passage.gaps[total.at + 1]
    ended = not opening and any(tuple(behind[-len(cue) - 1 :]) == (*cue, ".") for cue in _AT_LAST)
    if not (ended or any(tuple(opening[: len(cue)]) == cue for cue in _IN_ALL)) or total.at or _is_share_of_time(passage, total):
        return
    row = Row(before, total.letter)
    parts = row.figures
    if len(parts) < _PARTS or not parts[0].like(total) or not _is_list(row) or len(parts) != before.told:
        return
    if any(_is_share_of_time(before, part) for part in parts) or any(_NOT_ONLY.intersection(gap) for gap in row.gaps):
        return
    account = Account(total, parts)
    if account.near(firm=True) or account.is_a_digit_off:
        yield account
