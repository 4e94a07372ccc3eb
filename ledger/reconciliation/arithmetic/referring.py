"""What "of them", "of these" or "of the boats" are some of: the counts, in the sentence and in those before it, that can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ledger.extraction.context.inflection import is_plural, lemma
from ledger.reconciliation.arithmetic.cues import cues
from ledger.reconciliation.arithmetic.lists import is_of_persons, may_be_a_year
from ledger.reconciliation.arithmetic.passages import Figure, Passage

_THEM, _ARTICLES = cues("of them"), frozenset({"the", "these", "those"})
_ALL = frozenset({"all", "the", "both", "every", "either", "neither", "another", "more", "further", "are", "were", "is"})
_GROUPS = cues("groups")
_WHO = frozenset({"who", "that", "which", "whose"})
_ENDING = frozenset(".;!?")
_BARELY = frozenset({"only", "just", "some", "about", "nearly", "almost", "as", "many", "exactly"})
_BACK, _OTHERS, _NOUN, _LOOK = 2, 4, 2, 6
_POINTING, _NEARBY = ("these", "those", "them", "which", "whom"), 16
_CUES = ("f them", "f these", "f those", "f which", "f whom", "mong them", "mong these", "mong those", "of the ")


class Some(NamedTuple):
    """``part`` (a count or a percentage) of things that ``wholes`` may count, the nearest last; ``named``: by the noun that they share."""

    part: Figure
    wholes: list[Figure]
    named: bool

    @property
    def only(self) -> Figure | None:
        """The one of the wholes that can be meant: the last, when no other stands in its sentence."""
        if not self.wholes:
            return None
        near = [whole for whole in self.wholes if whole.claim.sentence.start == self.wholes[-1].claim.sentence.start]
        return near[0] if len(near) == 1 else None


def some_of_them(passage: Passage) -> Iterator[Some]:
    """All counts and percentages of ``passage`` that are of things counted before them."""
    if not {"c", "p"}.intersection(passage.letters) or not passage.says(*_CUES) or not _may_point(passage):
        return
    for part in passage.figures:
        if part.letter not in "cp" or part.claim.bound == "between":
            continue
        behind, before = passage.gaps[part.at + 1], [word for word in passage.gaps[part.at][-_LOOK:] if word not in _BARELY]
        if before[-1:] and before[-1] in _ALL and part.letter == "c":
            continue
        if before[-1:] == [","] and (behind[2:3] == [] or behind[2] in _ENDING):
            continue  # "They came at five, 430 of them." tells how many they are
        noun = _pointed(before, behind)
        if noun is None:
            continue
        wholes = [whole for whole in _counts(passage, part) if not noun or _is_named(whole, noun)]
        if wholes:
            yield Some(part, wholes, bool(noun))


def _may_point(passage: Passage) -> bool:
    """Whether "of" stands right behind a figure, or "of these" right before one: a quick look, before the words are cut."""
    for claim in passage.claims:
        (start, end), quote = claim.in_sentence, claim.sentence.quote
        if quote.startswith((" of ", " among "), end) or any(cue in quote[max(start - _NEARBY, 0) : start] for cue in _POINTING):
            return True
    return False


def _pointed(before: Sequence[str], behind: Sequence[str]) -> str | None:
    """What it is some of: the lemma of a noun, "people" of "those on board", "" of "them"; None where it is of nothing before it."""
    if behind[:1] and behind[0] in ("of", "among"):
        if _THEM.isdisjoint(behind[1:2]):
            named = len(behind) > _NOUN and behind[1] in _ARTICLES and behind[0] == "of" and _ends(behind, _NOUN)
            return lemma(behind[_NOUN]) if named else None
        if behind[1] == "those":
            return "people" if behind[2:4] == ["on", "board"] or behind[2:3] in (["aboard"], ["present"]) else None
        if behind[1] in ("these", "those") and behind[2:3] and behind[2] not in _WHO and is_plural(behind[2]):
            return lemma(behind[2])
        return ""
    pointing = before[-2:-1] in (["of"], ["among"]) and not _THEM.isdisjoint(before[-1:])
    pointing = pointing or (before[-1:] == [","] and before[-3:-2] == ["of"] and not _THEM.isdisjoint(before[-2:-1]))
    return "" if pointing and behind[:1] != ["of"] else None


def _ends(behind: Sequence[str], at: int) -> bool:
    """Whether the noun at place ``at`` is the last word of its phrase: "of the boats had retired", not "of the boats' crews"."""
    word, following = behind[at], behind[at + 1] if at + 1 < len(behind) else "."
    return not word.endswith(("'", "’", "'s", "’s")) and is_plural(word) and following not in ("of", "'", "’")


def _is_named(whole: Figure, noun: str) -> bool:
    return is_of_persons(whole) and bool(whole.noun) if noun == "people" else whole.noun == noun


def _counts(passage: Passage, part: Figure) -> list[Figure]:
    """The counts before ``part`` in its sentence, and in the ones before it, in order; none of groups, whose members may be meant."""
    found = [figure for figure in passage.figures[: part.at] if _may_be_whole(passage, figure)]
    each, back = passage.previous, 0
    while each is not None and back < _BACK:
        found = [figure for figure in each.figures if _may_be_whole(each, figure)] + found
        each, back = each.previous, back + 1
    return found if len(found) <= _OTHERS else []


def _may_be_whole(passage: Passage, figure: Figure) -> bool:
    if figure.letter != "c" or may_be_a_year(figure) or not figure.number > 1:
        return False
    return figure.noun not in _GROUPS and passage.gaps[figure.at + 1][:1] != ["of"]  # "twelve of the colonies" are some themselves
