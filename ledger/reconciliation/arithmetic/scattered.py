"""Parts that a sentence lists as all there are of what is counted far before it, in another paragraph: "Of those evacuated, 4,100 ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger import patterns as re
from ledger.extraction.context.inflection import is_plural, lemma
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.enumerations import are_listed, places_of
from ledger.reconciliation.arithmetic.lists import Account, Row, is_of_persons
from ledger.reconciliation.arithmetic.overlaps import may_overlap
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.records import Claim

_FORMED = cues("formed") | {"follows", "thus"}
_PARTS, _LONGEST, _OPENING, _BACK, _LEAD = 3, 8, 6, 60, 12
_OVER, _NEAR = 1.06, (0.9, 1.1)
"""How many times the total the parts may come to: of those to whom something befell; and of what is said to be divided so, from and to."""
_HALVES = re.compile(
    r"<(?P<one>[cmq]\d+)> in the first (?P<part>half|six months)(?: of [^\s<>]+)? and <(?P<other>[cmq]\d+)> in the second(?: half)? , "
    r"(?:or |making |a total of )*<(?P<total>[cmq]\d+)> (?:for|in|over) the (?:whole |full )?year"
)


def scattered(passages: Sequence[Passage], claims: Sequence[Claim]) -> Iterator[Account]:
    """All such accounts of one text, whose ``claims`` are in the order of their places, that do not come to what is counted."""
    at = -1
    for passage in passages:
        if passage.told == _PARTS and passage.says(" half") and (found := _HALVES.search(passage.text)) is not None:
            one, other, total = (passage.figure(f"<{found[name]}>") for name in ("one", "other", "total"))
            if one.like(other) and one.like(total):
                yield Account(total, [one, other])
        if passage.letters.count("c") < _PARTS:
            continue
        listed = _of_those(passage) or _of_a_division(passage)
        if listed is None:
            continue
        start = passage.claims[0].sentence.start
        at = next((place for place in range(max(at, 0), len(claims)) if claims[place] is passage.claims[0]), len(claims))
        earlier = [claim for claim in claims[max(at - _BACK, 0) : at] if claim.sentence.start < start]
        if (account := _account(*listed, earlier)) is not None:
            yield account


def _of_those(passage: Passage) -> tuple[list[Figure], str, tuple[float, float]] | None:
    """The parts of "Of those evacuated, 4,100 went to relatives, 1,450 to the hall and 950 to schools", with "", for any people."""
    opening = passage.gaps[0]
    if opening[:1] != ["of"] or opening[1:2] not in (["those"], ["the"]) or not _PARTS <= len(opening) <= _OPENING or opening[-1] != ",":
        return None
    places = places_of(passage, "c")
    if places is None or not _PARTS <= len(places) <= _LONGEST or not are_listed(places) or may_overlap(places):
        return None
    if any(place.figure.noun not in ("", places[0].figure.noun) for place in places[1:]):
        return None
    return [place.figure for place in places], "" if opening[1] == "those" else lemma(opening[2]), (1.0, _OVER)


def _of_a_division(passage: Passage) -> tuple[list[Figure], str, tuple[float, float]] | None:
    """The parts of "By reign the coins divide as follows: Aldric, 1,204; Sigrun, 418; foreign, 214", with "coin"."""
    lead = passage.gaps[0]
    if ":" not in lead or len(lead) > _LEAD + _OPENING:
        return None
    words = lead[: lead.index(":")]
    nouns = [word for word in words if is_plural(word) and word not in _FORMED]
    row = Row(passage, "c")
    if _FORMED.isdisjoint(words) or len(nouns) != 1 or not _PARTS <= len(row.figures) <= _LONGEST or len(row.figures) != passage.told:
        return None
    if not all(part.exact for part in row.figures) or any(gap[:1] not in ([";"], [","]) for gap in row.gaps[1:-1]):
        return None
    return row.figures, lemma(nouns[0]), _NEAR


def _account(parts: list[Figure], noun: str, near: tuple[float, float], earlier: Sequence[Claim]) -> Account | None:
    """The parts with the one number before them that is near what they come to; None where one is just that, or several are near."""
    said = sum(part.number for part in parts)
    found: dict[float, Figure] = {}
    for claim in earlier:
        if claim.kind != "count" or claim.document != parts[0].claim.document or claim.modality != "asserted":
            continue
        figure = Figure(0, claim, claim)
        if figure.number == said:
            return None
        named = figure.noun == noun if noun else False
        persons = bool(figure.noun) and is_of_persons(figure) and (not noun or near[0] >= 1.0)
        if figure.exact and (named or persons) and figure.number > 0 and near[0] <= said / figure.number <= near[1]:
            found[figure.number] = figure
    if len(found) != 1:
        return None
    (total,) = found.values()
    account = Account(total, parts)
    return None if account.balances or max(part.number for part in parts) >= total.number else account
