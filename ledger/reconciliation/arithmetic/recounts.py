"""Parts that a sentence counts of people whose total an earlier sentence of the paragraph gives."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import Account, Row, classes_of, is_of_persons, lists_some
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.ranges import number
from ledger.reconciliation.arithmetic.windows import window

_BE = cues("were")
_LEAST, _MOST, _OVER = 0.8, 1.2, 1.06
"""How many times the total its parts may come to: classes that make it up, from and to; people to whom something happened, at most."""
_PARTS, _SEVERAL = 2, 3
_BACK = 3
"""Sentences with figures, before the one that counts the parts, in which the total may stand."""
_OF_THEM, _OTHER, _EACH = cues("of them"), cues("rest"), cues("each") | cues("mean")


def recounts(passage: Passage) -> Iterator[Account]:
    """Of "They held 132 people. Eighty-eight of the detainees were men and 40 were women": what does not come to the total.

    Men and women make up the total; of what befell people the counts may leave somebody out, but, as they are said in
    one breath of different people, cannot together be a little more than the total.
    """
    if passage.previous is None or passage.letters.count("c") < _PARTS:
        return
    row = Row(passage, "c")
    parts, gaps = row.figures, row.gaps[1:]
    if len(parts) < _PARTS or not all(part.exact for part in parts) or not all(map(row.listed, range(1, len(parts)))):
        return
    if (account := _of_these(passage, parts, gaps)) is not None:
        yield account
    if lists_some(row):
        return
    if any(gap.count("and") > 1 for gap in gaps):
        return
    total = _total(passage, max(number(part.claim) for part in parts))
    if total is None:
        return
    account = Account(total, parts)
    ratio = sum(number(part.claim) for part in parts) / number(total.claim)
    if _are(gaps) and classes_of(parts, gaps) == "all":
        if _LEAST <= ratio <= _MOST:
            yield account
    elif len(parts) >= _SEVERAL and 1.0 < ratio <= _OVER and is_of_persons(parts[0]) and not any(part.noun for part in parts[1:]):
        yield account


def _of_these(passage: Passage, parts: list[Figure], gaps: list[list[str]]) -> Account | None:
    """Of "They counted 83 thefts. Fifty-six of these were of cars, 14 of bicycles and 11 of other things": all parts of the first count."""
    if len(parts) < _SEVERAL or gaps[0][:1] != ["of"] or _OF_THEM.isdisjoint(gaps[0][1:2]) or _OTHER.isdisjoint(gaps[-1][:4]):
        return None
    if passage.previous is None or any(not _EACH.isdisjoint(gap) for gap in gaps):
        return None
    counts = [figure for figure in passage.previous.figures if figure.letter == "c"]
    total = sum(number(part.claim) for part in parts)
    if not counts or not counts[0].exact or any(number(figure.claim) == total for figure in counts):
        return None
    return Account(counts[0], parts) if _LEAST <= total / number(counts[0].claim) <= _MOST else None


def _are(gaps: list[list[str]]) -> bool:
    """Whether the first count says what the counted are: "88 of the detainees are men", "12 were men"."""
    first = gaps[0]
    return bool(_BE.intersection(first[:1] if first[:1] != ["of"] else first[:5]))


def _total(passage: Passage, least: float) -> Figure | None:
    """The greatest count of people in the sentences before ``passage``; None when there is none, or two that are equal."""
    found = [
        figure
        for before in window(passage, _BACK)[:-1]
        for figure in before.figures
        if figure.letter == "c" and figure.noun and is_of_persons(figure)
    ]
    found.sort(key=lambda figure: number(figure.claim))
    if not found or not found[-1].exact or number(found[-1].claim) <= least:
        return None
    return found[-1] if len(found) < 2 or number(found[-2].claim) < number(found[-1].claim) else None
