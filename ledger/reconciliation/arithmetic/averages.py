"""Means of what so many things each have a whole number of: "Eleven nests held an average of 4.18 eggs"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ledger import patterns as re
from ledger.lexicon import words
from ledger.reconciliation.arithmetic.cues import PER, cues
from ledger.reconciliation.arithmetic.passages import Figure, Passage, bare
from ledger.reconciliation.arithmetic.products import Mean

_FEW, _LED = 200, 3
"""So many things at most, and so many of the forms in which they are the subject."""
_IN_PARTS, _GAMES, _GRADED, _PERIODS = words("divisible.txt"), cues("played"), cues("graded"), cues("periods")
_AT = frozenset({"in", "at", "across", "among", "for", "over", "of", "by", "from", "with"})
_WORD = r"(?:(?![.;:()!?–,] )[^\s<>]+ )"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    had = f"(?:{'|'.join(sorted(cues('has each')))})"
    things, each = r"<(?P<things>c\d+)> ", r"<(?P<each>c\d+)>"
    noun = rf"(?P<noun>{_WORD}{{1,2}}?(?:(?:in|of|from|at) {_WORD}{{1,2}})?)"
    mean = r"(?:an|a) (?:average|mean) of "
    return (
        # "eleven nests held an average of 4.18 eggs", "the 30 classes had 23.77 pupils on average"
        re.compile(rf"{things}{noun}{had} (?:it |them |him |her )?{mean}{each}"),
        re.compile(rf"{things}{noun}{had} (?:on average )?{each} {_WORD}{{1,2}}on average"),
        re.compile(rf"{things}{noun}{had} on average {each}"),
        re.compile(rf"\bon average , (?:the |these |all )?{things}{noun}{had} {each}"),
        re.compile(rf"\bat (?:the )?{things}{noun}: {each} {_WORD}{{1,2}}on average"),
        # "in 8 matches the side scored an average of 2.63 goals"
        re.compile(rf"\bin (?:the |its |his |her |all )?{things}(?P<game>{_WORD}{{1,2}})(?:, )?{_WORD}{{1,4}}{mean}{each}"),
        # "the mean number of visits among the 25 patients was 3.28"
        re.compile(
            rf"\b(?:mean|average) number of {_WORD}{{1,2}}(?:among|of|for|in|per|by) (?:the |these |all )?{things}"
            rf"{noun}(?:was|is) {each}"
        ),
    )


def averages(passage: Passage) -> Iterator[Mean]:
    """The first of ``passage``; none of grades, of what can be had in parts, or of what comes by the day or a head."""
    if passage.letters.count("c") < 2 or not passage.says("verag", "mean "):
        return
    for form in _forms():
        for found in form.finditer(passage.text):
            things, each = passage.figure(f"<{found['things']}>"), passage.figure(f"<{found['each']}>")
            groups = found.groupdict()
            lead = bare(passage.gaps[things.at])[-2:]
            if form in _forms()[:_LED] and not _AT.isdisjoint(lead[-1:]) and lead != ["each", "of"]:
                continue
            if _may_be_counted(passage, things, each) and (groups.get("game") is None or things.noun in _GAMES):
                yield Mean(things, each)
                return


def _may_be_counted(passage: Passage, things: Figure, each: Figure) -> bool:
    size, behind = things.number, passage.gaps[each.at + 1][:4]
    if not things.exact or not each.exact or not 1 < size < _FEW or size != int(size) or each.number == int(each.number):
        return False
    if not things.noun or things.noun in _PERIODS or not each.noun or each.noun in _IN_PARTS | _GRADED or each.noun == things.noun:
        return False
    if (PER - {"each", "every"}).intersection(behind) or "weighted" in passage.words:
        return False
    return not any(word.endswith(("'", "’", "'s", "’s")) for word in passage.gaps[things.at + 1][:2])
