"""The part that a figure plays in its sentence, told by the words beside it: what a change begins from, ends at, and the change itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from ledger.extraction.context.inflection import VERBS, lemma
from ledger.lexicon import classes, table, words
from ledger.reconciliation.arithmetic.passages import MARKS, Figure, Passage, bare, is_filler

Direction = Literal["up", "down", "either", ""]
_DIRECTIONS: dict[str, Direction] = {"up": "up", "down": "down", "either": "either"}

_NEAR, _BY_NEAR = 6, 9
"""How many words may stand between a figure and the word that tells its part."""
_A_YEAR = words("periodic.txt")
_FOLLOWING = 3


def cues(what: str) -> frozenset[str]:
    """The words of ``arithmetic.tsv`` that tell ``what``."""
    return classes("arithmetic.tsv")[what]


_COMPARED, _NO_END = cues("compared"), cues("no end")
_FROM, _STOPS = cues("from"), cues("ends") | MARKS
PER, PERIODS = classes("unit_words.tsv")["of a rate"], cues("periods")
_GLUE = cues("glue")
_MOVING = cues("moves up")
_AGAIN = [tuple(cue.split()) for cue in sorted(cues("again"))]
_CLAUSES = cues("clause") | {";", "!", "?"}


@cache
def _known(part: str) -> dict[str, Direction]:
    """Words of a part of speech in ``changes.tsv``, and which way they point."""
    found: dict[str, Direction] = {}
    for direction, kind, cell in table("changes.tsv"):
        if kind == part:
            found |= {word.strip(): _DIRECTIONS[direction] for word in cell.split(",")}
    return found


def moves(word: str) -> bool:
    """Whether a word tells that a figure becomes another: fell, cut, rise."""
    base = lemma(word)
    return any(base in _known(part) for part in ("verb", "causing", "noun"))


def begins(gap: Sequence[str]) -> str:
    """The word that makes the figure behind ``gap`` what a change begins from: from, than, against, compared; "" where none does."""
    held = bare(gap)[-_NEAR:]
    for at in range(len(held) - 1, -1, -1):
        word = held[at]
        if word in _FROM:
            return word
        if word == "of" and held[at - 1 : at] == ["instead"]:
            return "against"
        if word in ("with", "to") and at and held[at - 1] in _COMPARED:
            return "compared"
        if word in _STOPS:
            return ""
    return ""


def ends(gap: Sequence[str]) -> bool:
    """Whether the figure behind ``gap`` is where a change ends: "to a record", "to a total of"."""
    held = bare(gap)[-_NEAR:]
    for at in range(len(held) - 1, -1, -1):
        if held[at] == "to":
            return not at or held[at - 1] not in _NO_END
        if held[at] in _STOPS:
            return False
    return False


def becomes(gap: Sequence[str]) -> bool:
    """Whether the figure behind ``gap`` is what something rises, falls or is cut to."""
    held = bare(gap)[-2:]
    return held[1:] == ["to"] and (lemma(held[0]) in _known("verb") or lemma(held[0]) in _known("causing"))


def changes(passage: Passage, figure: Figure) -> Direction:
    """Which way the figure is said to be a change; "" where it is none, or one of each year."""
    if figure.turned is None:
        figure.turned = _turn(passage, figure)
    return figure.turned


def _turn(passage: Passage, figure: Figure) -> Direction:
    before, behind = passage.gaps[figure.at], passage.gaps[figure.at + 1]
    if _periodic(before, behind) or is_particle(figure, before):
        return ""
    counted = _known("count noun").get(" ".join(bare(before)[-2:-1]), "") if figure.letter == "c" and bare(before)[-1:] == ["of"] else ""
    return counted or _told_before(before) or _told_behind(behind)


def _periodic(before: Sequence[str], behind: Sequence[str]) -> bool:
    if any(word in _A_YEAR for word in [*before[-_NEAR:], *behind[:_FOLLOWING]]):
        return True
    return len(behind) > 1 and behind[0] in PER and behind[1] in PERIODS


def _told_before(gap: Sequence[str]) -> Direction:
    held = bare(gap)
    if not held:
        return ""
    last = held[-1]
    if last in ("up", "down"):
        return _DIRECTIONS[last] if lemma(held[-2] if len(held) > 1 else "") != "make" else ""
    if last == "of":
        return _noun(held[:-1])
    if last == "by":
        return _by(held[:-1])
    return _known("verb").get(lemma(last), "") or _causing(held)


def is_particle(figure: Figure, before: Sequence[str]) -> bool:
    """Whether "up" or "down" before a count is but a part of its verb: "divers brought up 143 jars", "crews shut down 12 wells"."""
    if figure.letter != "c" or not figure.noun or before[-1:] not in (["up"], ["down"]) or len(before) < 2:
        return False
    verb = lemma(before[-2])
    return verb in VERBS and verb not in _known("verb") and verb not in _MOVING


def _causing(held: Sequence[str]) -> Direction:
    """Of "were cut 20 percent"."""
    passive = len(held) > 1 and held[-2] in ("was", "were", "been", "be")
    return _known("causing").get(lemma(held[-1]), "") if passive else ""


def _noun(held: Sequence[str]) -> Direction:
    """Of "an increase (in membership) of"."""
    nouns = _known("noun")
    for word in reversed(held[-_NEAR:]):
        if word in MARKS:
            return ""
        if (found := nouns.get(word) or nouns.get(lemma(word))) is not None:
            return found
    return ""


def _by(held: Sequence[str]) -> Direction:
    """Of "rose by", "has cut its fleet by", "up by"."""
    if held and held[-1] in ("up", "down"):
        return _DIRECTIONS[held[-1]]
    said = held[:-1] if held[-1:] == [","] else held
    if held == [","] or any(tuple(said[-len(cue) :]) == cue for cue in _AGAIN):
        return "either"  # "from 40 to 52, or by 30 percent", "that is, by 12"
    for word in reversed(held[-_BY_NEAR:]):
        if word in MARKS:
            return ""
        base = lemma(word)
        if (found := _known("verb").get(base) or _known("causing").get(base) or _known("noun").get(base)) is not None:
            return found
    return ""


def _told_behind(gap: Sequence[str]) -> Direction:
    nouns, after = _known("noun"), _known("after")
    for at, word in enumerate(gap[:_FOLLOWING]):
        if word in MARKS or word in _STOPS or word == "of":
            return ""
        if word in ("up", "down") and at and (verb := lemma(gap[at - 1])) in VERBS and verb not in _known("verb") and verb not in _MOVING:
            return ""  # "950 were put up in schools"
        if (found := after.get(word) or nouns.get(word)) is not None:
            return found
    return ""


def apposed(gap: Sequence[str]) -> bool:
    """Whether the change behind ``gap`` is one of what stands before it, and has no subject of its own: ", an increase of"."""
    marks = [at for at, word in enumerate(gap) if word in MARKS or word in ("or", "which")]
    if not marks:
        return False
    said = gap[marks[-1] + 1 :]
    again = max((len(cue) for cue in _AGAIN if tuple(said[: len(cue)]) == cue), default=0)
    held = [word for word in said[again:] if word not in _GLUE and not is_filler(word)]
    if not held:
        return True
    first = lemma(held[0])
    changing = first in _known("verb") and held[0].endswith("ing")
    return changing or not {first, held[0]}.isdisjoint([*_known("noun"), *_known("count noun")])


def parted(gap: Sequence[str]) -> bool:
    """Whether another clause begins in ``gap``."""
    return any(word in _CLAUSES for word in gap)
