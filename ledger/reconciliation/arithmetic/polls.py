"""Percentages of one whole that are listed as all of it: what holders bear or have, men and women, the answers of a poll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ledger.extraction.context.inflection import PASTS, VERBS, lemma
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import APPORTIONED, SEPARATORS, Row, classes_of, lists_some, without_aside
from ledger.reconciliation.arithmetic.passages import Figure, Passage
from ledger.reconciliation.arithmetic.ranges import Range, number, total

_YES, _NO, _VOTES = cues("yes"), cues("no"), cues("votes")
_REST, _RESIDUAL = cues("rest"), cues("residual")
_POLLS, _NO_HOLDERS = cues("polls"), cues("no holders")
_LEAST, _MOST, _PARTS, _BEHIND = 0.75, 1.33, 2, 5
_ALL, _HOLDER, _CLAUSE, _TURNOUT = 100.0, 5, 6, 3
_LEADS, _OVERLAPPING, _PLACES, _ADVERBS = cues("leads to a total"), cues("may overlap"), cues("places"), cues("places, adverbs")
_WAYS = (APPORTIONED | cues("ways") | _PLACES) - {"with"}
_SOMEWHERE, _DEAD, _FORMED = cues("somewhere"), cues("dead"), cues("formed")
_WERE = cues("were")
_STATES = cues("sorted") | _WERE | {"will", "would"}
_MOST_PLACED = 120.0
"""What shares come to, at most, that are told to lie at so many places."""
_BEARING, _MAKING_UP, _STOPS = cues("bearing"), cues("making up"), frozenset({",", ";", ":", "(", ")"})


class Shared(NamedTuple):
    """Percentages of one whole that are said to be all of it: of women and of men, or with "the remaining"."""

    parts: list[Figure]

    @property
    def balances(self) -> bool:
        """Whether the shares can add up to 100 percent."""
        return total(part.range for part in self.parts).meets(Range(_ALL, _ALL))


def shared(passage: Passage) -> Iterator[Shared]:
    """Of "55 percent were women and 47 percent men", "60 percent were for it and the remaining 30 percent against it"."""
    if passage.letters.count("p") < _PARTS:
        return
    row = Row(passage, "p")
    _leave_turnout(row)
    too_much = sum(number(figure.claim) for figure in row.figures) > _ALL
    if not too_much and not passage.says("men", "boys", "girls", "emaining", " rest "):
        return
    parts, gaps = row.figures, row.gaps[1:]
    if too_much and _of_holders(row):
        yield Shared(parts)
        return
    if not all(part.exact for part in parts) or not all(map(row.listed, range(1, len(parts)))) or lists_some(row, _REST):
        return
    said = sum(number(part.claim) for part in parts)
    if not _LEAST * _ALL <= said <= _MOST * _ALL:
        return
    if too_much and (_are_of_a_poll(passage, row) or _are_placed(row, said)):
        yield Shared(parts)
        return
    rest = bool(_REST.intersection(row.gaps[len(parts) - 1][-2:]))
    if any("of" in gap[:2] for gap in (gaps[1:] if rest else gaps)):
        return  # "60 percent of the cost, the town 30 percent and the remaining 10 percent"
    if too_much and len(parts) > _PARTS and any(_is_residual(gap) for gap in gaps):
        yield Shared(parts)
        return
    of_sexes = len(parts) == _PARTS and classes_of(parts, [gap[:3] for gap in gaps]) == "all"
    if rest or (of_sexes and said > _ALL):
        yield Shared(parts)


def answers(passage: Passage) -> Iterator[Shared]:
    """Of "62 percent voted yes and 48 percent no", "Yes won 55.2 percent of the vote, No 54.8": more than all who answered."""
    if passage.letters.count("p") != _PARTS:
        return
    both = [figure for figure in passage.figures if figure.letter == "p" and figure.exact]
    if len(both) != _PARTS or sum(figure.range.low for figure in both) <= _ALL or sum(figure.number for figure in both) > _MOST * _ALL:
        return
    one, other = both
    mine, theirs = _answer(passage, one), _answer(passage, other)
    if {mine, theirs} == {"yes", "no"}:
        yield Shared([one, other])


def _answer(passage: Passage, figure: Figure) -> str:
    """The answer, "yes" or "no", that a share is said to have given: by the words of its clause before it or behind it."""
    before, behind = passage.gaps[figure.at], passage.gaps[figure.at + 1]
    if behind[:1] == ["of"] and _VOTES.isdisjoint(behind[1:4]):
        return ""  # "62 percent of men"
    start = max((at + 1 for at, word in enumerate(before) if word in _STOPS or word == "and"), default=0)
    end = next((at for at, word in enumerate(behind) if word in _STOPS or word in ("and", "while", "but")), len(behind))
    said = [*before[start:], *behind[:end]][-_BEHIND - _HOLDER :]
    found = {answer for answer, known in (("yes", _YES), ("no", _NO)) if not known.isdisjoint(said)}
    return found.pop() if len(found) == 1 else ""


def _leave_turnout(row: Row) -> None:
    """Takes a last share that is of those who voted out of ``row``: "11 percent against, on a turnout of 71 percent"."""
    if len(row.figures) > _PARTS and "turnout" in row.gaps[-2][-_TURNOUT:]:
        row.figures.pop()
        row.gaps[-2:] = [[*row.gaps[-2], *row.gaps[-1]]]


def _are_of_a_poll(passage: Passage, row: Row) -> bool:
    """Whether parties stand each at a share: "a poll put Labour on 33 percent, the Union on 29 and the Greens on 17"."""
    if len(row.figures) <= _PARTS or not all(gap[-1:] in (["on"], ["at"]) for gap in row.gaps[:-1]):
        return False
    said = passage.text.split()
    return not _POLLS.isdisjoint(said) and _NO_HOLDERS.isdisjoint(said)


def _are_placed(row: Row, said: float) -> bool:
    """Whether one thing befell all of the shares, each at a place, for a cause or in a way of its own.

    Of "of the dead, 61 percent died at home, 27 percent in hospital and 19 percent in care homes", "50 percent of the power comes from
    coal, 40 percent from gas and 20 percent from wind": what the first share did, the others leave out.
    """
    lead, first = row.gaps[0], row.gaps[1]
    if len(row.figures) <= _PARTS or said > _MOST_PLACED:
        return False
    if not _LEADS.isdisjoint(first[:1]):
        first = first[next((at for at, word in enumerate(first) if at > 1 and _is_done(word)), len(first)) :]
    elif (_LEADS | _POLLS | _FORMED).isdisjoint(lead):
        return False
    verb = first[: _BEHIND + 1]
    if not verb or not _is_done(verb[0]) or not _OVERLAPPING.isdisjoint(verb[:2]):
        return False
    behind = row.gaps[2:]
    if any(not gap or gap[1:2] == ["@"] or "both" in gap for gap in behind):
        return False  # "30 percent were repaid by 1990, 50 percent by 2000"
    ways = {gap[0] for gap in behind} - _ADVERBS
    if ways <= _PLACES:
        lying = not _SOMEWHERE.isdisjoint(verb) or (verb[0] in _WERE and not _PLACES.isdisjoint(verb[1:2]))
        died = not _DEAD.isdisjoint(lead) and not _DEAD.isdisjoint(verb)
        return (lying or died) and not (_PLACES | _ADVERBS).isdisjoint(verb[1:])
    return ways <= _WAYS and len(ways) == 1 and not ways.isdisjoint(verb[1:])


def _is_done(word: str) -> bool:
    """Whether a verb tells what befell something, or what a mass of it does: "died", "were found", "comes"; not what people do, "shop"."""
    return word.endswith("ed") or word in PASTS or word in _STATES or (word.endswith("s") and lemma(word) in VERBS)


def _is_residual(gap: Sequence[str]) -> bool:
    """Whether a share is of those who gave none of the other answers: "are undecided", "gave no answer", "did not know"."""
    held = " ".join(gap[:_BEHIND])
    return any(held.endswith(cue) or f"{cue} " in f"{held} " for cue in _RESIDUAL)


def _of_holders(row: Row) -> bool:
    """Whether holders are given more than all of a whole.

    Of "the bill, of which the towns pay 45 percent and the state 65 percent", "cars made up 46 percent of sales, vans 38 percent and
    buses 29 percent".
    """
    first, between, behind = row.gaps[0], row.gaps[1:-1], row.gaps[-1]
    if not all(part.exact for part in row.figures) or not (("of", "which") in pairwise(first) or _is_shared_out(first)):
        return False
    if "of" in between[0][:1]:
        between = [between[0][next((at for at, word in enumerate(between[0]) if word in SEPARATORS), 0) :], *between[1:]]
    told = [without_aside(gap) for gap in between]
    holders = all(gap and gap[0] in SEPARATORS and 1 < len(gap) <= _HOLDER and APPORTIONED.isdisjoint(gap) for gap in told)
    ended = not behind or behind[0] in (".", ";", ",", ")")
    return holders and ended and _ALL < sum(number(part.claim) for part in row.figures) <= _MOST * _ALL


def _is_shared_out(before: Sequence[str]) -> bool:
    """Whether the words before a share say in the last clause that somebody bears it, or is given it."""
    start = max((at for at, word in enumerate(before) if word in _STOPS), default=-1) + 1
    clause = before[max(start, len(before) - _CLAUSE) :]
    return not _BEARING.isdisjoint(clause) or not _MAKING_UP.isdisjoint(map(" ".join, pairwise(clause)))
