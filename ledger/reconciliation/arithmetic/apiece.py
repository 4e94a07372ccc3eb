"""What one of several things is, costs or has, how many there are, and what all come to, each in a sentence of its own or in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ledger.extraction.context.inflection import lemma
from ledger.reconciliation.arithmetic.cues import PER, PERIODS, changes, cues
from ledger.reconciliation.arithmetic.lists import may_be_a_year
from ledger.reconciliation.arithmetic.passages import MARKS, NOISE, Passage
from ledger.reconciliation.arithmetic.products import Product, joined
from ledger.reconciliation.arithmetic.ranges import Range
from ledger.reconciliation.arithmetic.windows import Place, leaves_out, lent, may_be_like, window, windows

_EACH, _ONE, _COMES, _SOME = cues("each"), cues("one of them"), cues("comes to"), cues("some of them")
_ASIDE = cues("mean") | cues("besides") | cues("more of them")
_OF_ONE = _EACH | _ONE | PER | {f"{word}{mark}" for word in _EACH for mark in (",", ".", ";")}
_NO_NOUN = cues("having") | cues("bearing") | {"of", "one", "with", "cost", "costs"}
_NEAR, _BEHIND, _FAR, _MOST = 6, 4, 12, 8
_APART = 3.0
"""A total may be off by this factor at most: one further off is of something else."""


def apiece(passage: Passage) -> Product | None:
    """The product, if any, that the sentence and those before it in its paragraph tell, and that the figures do not come to."""
    if not _may_tell(passage):
        return None
    for sentences in windows(passage):
        places = [Place(figure, each) for each in sentences for figure in each.figures if figure.letter not in NOISE]
        if len(places) > _MOST:
            return None
        found = [product for each in places for product in _products(places, each)]
        if found and any(place.passage is passage and place.figure.claim in _claims(found[0]) for place in places):
            return found[0] if len(found) == 1 and _is_off(found[0]) else None
    return None


def _may_tell(passage: Passage) -> bool:
    """Whether a word tells that a figure is of one of several things: a quick look, before the sentences are cut into words."""
    return any(not _OF_ONE.isdisjoint(each.words) for each in window(passage))


def _claims(product: Product) -> list[object]:
    return [figure.claim for figure in (product.things, product.each, product.total)]


def _products(places: Sequence[Place], each: Place) -> Iterator[Product]:
    if each.figure.letter not in "cmqdr" or not _is_plain(each):
        return
    of_one = _of_each(each) or _thing(each)
    if not of_one:
        return
    others = [place for place in places if place is not each and place.figure.letter != "x"]
    things = [place for place in others if _counts(place, of_one, each)]
    if len(things) != 1:
        return
    totals = [place for place in others if place is not things[0] and may_be_like(place, each) and _is_sum(place, each)]
    rivals = [place for place in others if place is not things[0] and may_be_like(place, each)]
    if len(totals) == 1 == len(rivals) and totals[0].figure.number > each.figure.number and not _are_apart(totals[0], each):
        yield Product(things[0].figure, each.figure, lent(totals[0], each.figure), mean=False)


def _is_plain(place: Place) -> bool:
    figure = place.figure
    if figure.claim.bound in ("between", "magnitude") or figure.claim.modality not in ("asserted", "planned") or may_be_a_year(figure):
        return False
    return figure.number > 0 and not changes(place.passage, figure) and _SOME.isdisjoint(place.before[-_NEAR:])


def _thing(each: Place) -> str:
    """The word for the one thing that the figure is of: "each" where it says no more, "" where it is not of one thing."""
    before, behind = each.before[-_FAR:], each.behind[:_BEHIND]
    behind = behind[1:] if behind[:1] == ["for"] else behind
    if not _EACH.isdisjoint(behind[:1] if each.figure.letter != "c" else behind[:2]):
        return "each"
    for word, noun in pairwise(behind[:3]):
        if word in PER and noun not in PERIODS and noun not in MARKS:
            return "each" if noun in ("head", "person", "piece") else lemma(noun)
    begun = max((at + 1 for at, word in enumerate(before) if word in MARKS), default=0)
    clause = before[begun:]
    for at, word in enumerate(clause[:-1]):
        if word in _ONE and (word == "each" or at == 0):
            noun = clause[at + 2] if clause[at + 1 : at + 2] == ["single"] and at + 2 < len(clause) else clause[at + 1]
            return "each" if noun in _NO_NOUN else lemma(noun)
    return ""


def _of_each(each: Place) -> str:
    """The word for the things of "each of the 3,200 households gets 600"."""
    passage, at = each.passage, each.figure.at - 1
    if at < 0 or "each of" not in " ".join(passage.gaps[at][-3:]) or not MARKS.isdisjoint(each.before):
        return ""
    return passage.figures[at].noun


def _counts(place: Place, thing: str, each: Place) -> bool:
    """Whether the figure says how many things there are."""
    figure = place.figure
    if figure.letter != "c" or not figure.noun or not _is_plain(place) or leaves_out(place) or not figure.number > 1:
        return False
    if thing != "each":
        return figure.noun == thing
    if figure.noun == each.figure.noun or (place.passage is each.passage and figure.at > each.figure.at):
        return False
    return place.passage is each.passage or each.passage.gaps[0][:1] in (["they"], ["these"])


def _is_sum(place: Place, each: Place) -> bool:
    """Whether it is said that the figure is what all come to."""
    figure, before, behind = place.figure, place.before[-_NEAR:], place.behind[:_BEHIND]
    if figure.claim.bound in ("between", "magnitude") or not figure.number > 0 or changes(place.passage, figure):
        return False
    if not _ASIDE.isdisjoint(before) or _thing(place):
        return False
    said = [*before, *behind]
    pairs = {f"{one} {two}" for one, two in pairwise(said)}
    return not _COMES.isdisjoint(said) or not _COMES.isdisjoint(pairs)


def _are_apart(total: Place, each: Place) -> bool:
    """Whether "and" tells one thing from another: "have sales of $12 billion and owe $500 million each"."""
    return total.passage is each.passage and joined(each.passage, total.figure, each.figure)


def _is_off(product: Product) -> bool:
    reckoned, said = product.reckoned, product.total.range
    return not reckoned.meets(said) and said.over(reckoned).meets(Range(1 / _APART, _APART))
