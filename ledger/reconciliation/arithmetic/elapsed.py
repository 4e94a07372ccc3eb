"""Years since a year that the sentence or the one before it names: "The flood was in 1972. Fifty-nine years later the water is back"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ledger import patterns as re
from ledger.lexicon import lists
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lapses import Lapse
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare

_YEAR = re.compile(r"\b\d{4}\b")
_BESIDE = frozenset({",", "in", "the", "on", "of", "back", "(", "–", "that", "is", *lists("periods.tsv")["season"]})
_LATER, _PRESENT = frozenset({"later", "on", "afterwards"}), frozenset({"is", "are", "has", "have", "still", "now", "today"})
_PAST = frozenset({"was", "were", "had", "did"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_BEGUN = cues("begun") | cues("opened") | cues("takes over")
_APART, _TEN = 2.5, 10
_NEAR = 6


class _Dated(NamedTuple):
    figure: Figure
    passage: Passage
    year: int


def elapsed(passage: Passage) -> Lapse | None:
    """The first span of years of ``passage`` that its years do not give."""
    if not set("dnt").intersection(passage.letters):
        return None
    before = passage.previous
    here, earlier = _years(passage), _years(before) if before is not None else []
    for said in passage.figures:
        if (found := _lapse(passage, said, here, earlier)) is not None:
            return _off(found)
    return _closed_before(before, passage, earlier, here) if before is not None else None


def _years(passage: Passage) -> list[_Dated]:
    found: list[_Dated] = []
    for figure in passage.figures:
        claim = figure.claim
        if figure.letter != "t" or claim.bound != "exact" or claim.modality != "asserted" or not _YEAR.search(claim.span.quote):
            continue
        if isinstance(claim.low, date) and isinstance(claim.high, date) and claim.high.year - claim.low.year <= 1:
            found.append(_Dated(figure, passage, claim.low.year))
    return found


def _is_of_years(figure: Figure) -> bool:
    claim = figure.claim
    whole = isinstance(claim.low, Decimal) and claim.low == claim.low.to_integral_value() and claim.low >= 2
    return figure.letter == "d" and claim.unit == "year" and figure.exact and claim.modality == "asserted" and whole


def _lapse(passage: Passage, said: Figure, here: Sequence[_Dated], earlier: Sequence[_Dated]) -> Lapse | None:
    before, behind, now = passage.gaps[said.at], passage.gaps[said.at + 1], said.claim.published
    if now is None:
        return None
    if said.letter == "n":
        begun = [dated for dated in here if "since" in bare(passage.gaps[dated.figure.at])[-2:]]
        in_the_year = behind[:1] == ["year"] and before[-2:] in (["in", "her"], ["in", "his"], ["in", "its"], ["in", "their"])
        return _since(begun, said, now.year) if in_the_year and behind[1:2] != ["of"] else None
    if not _is_of_years(said):
        return None
    if behind[:1] == ["ago"]:
        return _since([dated for dated in here if _is_beside(passage, said, dated.figure)], said, now.year)
    if not _LATER.isdisjoint(behind[:1]):
        return _later(passage, said, here, earlier, now.year)
    if "had" in before and bare(before)[-1:] == ["for"] and len(here) == 1 == len(earlier) and here[0].figure.at + 1 == said.at:
        opening, ended = passage.gaps[0][:1], behind[:1] in ([], ["."], [","])
        told_of = opening in (["when"], ["until"]) or passage.gaps[0][:3] == ["by", "the", "time"]
        return Lapse(earlier[0].figure, here[0].figure, said, here[0].year - earlier[0].year) if told_of and ended else None
    held = bare(before)[-1:] == ["for"] and not {"has", "have"}.isdisjoint(before)
    if before[-4:] in ([",", "that", "is", "for"], [",", "which", "is", "for"]):
        return _since([dated for dated in here if "since" in bare(passage.gaps[dated.figure.at])[-2:]], said, now.year)
    ended = behind[:1] in ([], ["."], [","])
    if held and ended and not here and before[:1] and before[0] in _PRONOUNS and len(earlier) == 1 and _begins(earlier[0]):
        found = _since(earlier, said, now.year)
        return found if found is not None and _is_a_slip(found) else None
    return None


def _later(passage: Passage, said: Figure, here: Sequence[_Dated], earlier: Sequence[_Dated], now: int) -> Lapse | None:
    """Of "in 1972. Fifty-nine years later the water is back", "in 1972. Ten years later, in 1982,"."""
    behind = passage.gaps[said.at + 1][1 : _NEAR + 1]
    finished = len(here) == 1 and here[0].figure.at + 1 == said.at and passage.gaps[said.at] == [","] and passage.gaps[0][:1] == ["it"]
    if finished and len(earlier) == 1 and _begins(earlier[0]) and here[0].year > earlier[0].year:
        return Lapse(earlier[0].figure, here[0].figure, said, here[0].year - earlier[0].year)
    if said.at or passage.gaps[0] or len(earlier) != 1 or len(here) > 1:
        return None
    if here:
        near = here[0].figure.at == said.at + 1 and set(behind) <= _BESIDE
        return Lapse(earlier[0].figure, here[0].figure, said, here[0].year - earlier[0].year) if near else None
    return _since(earlier, said, now) if not _PRESENT.isdisjoint(behind) and _PAST.isdisjoint(behind) else None


def _since(begun: Sequence[_Dated], said: Figure, now: int) -> Lapse | None:
    if len(begun) != 1 or begun[0].year >= now:
        return None
    return Lapse(begun[0].figure, begun[0].figure, said, now - begun[0].year)


def _is_beside(passage: Passage, one: Figure, other: Figure) -> bool:
    """Whether nothing stands between the two but what leads to a year: "ten years ago, in the spring of 2021"."""
    first, last = sorted((one.at, other.at))
    return last == first + 1 and set(passage.gaps[last]) - {"ago"} <= _BESIDE


def _begins(dated: _Dated) -> bool:
    """Whether something is said to begin in the year."""
    return not _BEGUN.isdisjoint(dated.passage.gaps[dated.figure.at])


def _is_a_slip(found: Lapse) -> bool:
    """Whether a digit of what is said is wrong: what is done for years may have begun before."""
    return (found.said.number - found.years) % _TEN == 0 or f"{found.said.number:.0f}" == f"{found.years}"[::-1]


def _closed_before(before: Passage, passage: Passage, earlier: Sequence[_Dated], here: Sequence[_Dated]) -> Lapse | None:
    """Of "The mill closed in 1998, after 65 years. It had opened in 1933"."""
    if len(earlier) != 1 or len(here) != 1 or passage.gaps[0][:2] not in (["it", "had"], ["he", "had"], ["she", "had"], ["they", "had"]):
        return None
    after = [figure for figure in before.figures if _is_of_years(figure) and bare(before.gaps[figure.at])[-1:] == ["after"]]
    if len(after) != 1 or not _begins(here[0]) or here[0].year >= earlier[0].year or before.gaps[after[0].at + 1][:1] not in ([], ["."]):
        return None
    found = Lapse(here[0].figure, earlier[0].figure, after[0], earlier[0].year - here[0].year)
    return _off(found)


def _off(found: Lapse) -> Lapse | None:
    """What does not agree, unless it is so far off that it is of something else."""
    return None if found.agrees or not 1 / _APART <= found.said.number / max(found.years, 1) <= _APART else found
