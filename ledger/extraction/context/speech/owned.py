"""What somebody says by a noun of theirs: ``by the union's reckoning``, ``Ruiz's estimate of 40``, ``a warning from the union that``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import DETERMINERS, ORGANISATIONS, Phrase, after, likely, opening, speaks
from ledger.extraction.context.speech.saying import counts
from ledger.extraction.context.speech.subjects import RELATIVES, opening_phrase, subject, subject_at
from ledger.extraction.context.speech.verbs import NOUNS, by_the, by_whose
from ledger.extraction.context.speech.voices import FITTING, POSSESSIVES, Voice, owner, voice
from ledger.extraction.context.speech.words import ENDS, PAUSES

_PROVING = GRAMMAR["be"] | GRAMMAR["proving"]
_MADE_BY, _OPINED_BY = frozenset({"by", "from"}), frozenset({"by", "from", "of"})
_RANGING, _CHANGING = GRAMMAR["ranging"], GRAMMAR["resetting"]
_ADJECTIVES = 4
"""How many words may stand between an owner and what they own."""


def owned(passage: Passage, at: int) -> None:
    """``by the union's reckoning``: the words around it; ``the minister's promise to ...``: what follows."""
    words, low = passage.words, passage.low
    if low[at] == "words" and low[at - 2 : at] == ["in", "the"] and low[at + 1 : at + 2] == ["of"]:
        _worded(passage, at)
        return
    opener = by_the(low, at)
    if opener is not None:
        _by_the_view(passage, at, opener)
        return
    if by_whose(low, at) and low[at] in NOUNS["by"] and (speaks(low[at - 1]) or words.capital(at - 1) or low[at - 1] == "official"):
        _by_figures(passage, at)
        return
    if at + 1 < passage.count and low[at + 1] in _MADE_BY:
        _reported(passage, at)
        return
    if low[at - 1] in ORGANISATIONS and at + 1 < passage.count and is_plural(low[at]) and low[at + 1] == "that":
        return  # "Her group estimates that"
    place = _before_adjectives(passage, at)
    speaker = _owner_at(passage, place)
    if speaker is None:
        return
    if passage.tokens[at + 1 : at + 2] == [":"] and place == passage.clause(place):  # "Her own estimate: 600"
        passage.say(at + 2, passage.count, speaker)
        return
    start, end = opening(words, place + 1), passage.first(ENDS, at + 1, passage.count)
    if start > 0 and low[start - 1] == "if" and at + 2 < passage.count and low[at + 1] in _PROVING:
        passage.say(passage.edge, start - 1, speaker)  # "if the union's figures are right, 400 left"
        passage.say(end, passage.count, speaker)
        return
    if start > 0 and low[start - 1] in ("by", "in", "on"):
        _by_their_own(passage, at, place, start, end, speaker)
    elif low[at] in NOUNS["of"]:
        _of_figures(passage, at, start, end, speaker)


def _by_their_own(passage: Passage, at: int, place: int, start: int, end: int, speaker: Voice) -> None:
    """``by the union's reckoning``, ``in Ruiz's view``: the words around it; ``place`` is of the owner, ``start`` of the phrase."""
    low = passage.low
    own = low[place + 1] == "own" and low[place] in POSSESSIVES
    first = passage.clause(start - 1)
    first = start - 1 if low[first : start - 1] in (["going"], ["judging"]) else first
    of_relative = start > 1 and low[start - 2] in RELATIVES and low[place] in POSSESSIVES
    related = subject(passage.words, start - 1, start - 2) if of_relative else None
    if related is not None and likely(passage.words, related.phrase.end):
        passage.say(at + 1, end, voice(passage.words, related.phrase) or speaker)  # "the dairy, which by its own count spills 9"
    elif first < start - 1:
        passage.say(first, start - 1, speaker)
        passage.say(at + 1, end, speaker)
    elif passage.tokens[first - 1] in (";", ":"):
        passage.say(at + 1, passage.count, speaker)
    elif first <= 1:
        if own:
            speaker = _subject_behind(passage, end + 1 if passage.tokens[at + 1] in ENDS else at + 1, speaker)
        passage.say(at + 1, passage.count, speaker)
    else:
        passage.surround(_opener(passage, speaker) if own else speaker, first - 1, end)


def _of_figures(passage: Passage, at: int, start: int, end: int, speaker: Voice) -> None:
    """``Ruiz's estimate is 40``, ``Kyiv's estimate of the losses, 440``: what follows up to token ``end`` or further."""
    low, behind = passage.low, passage.low[at + 1] if at + 2 < passage.count else ""
    if end == at + 1 and end + 2 < passage.count and passage.tokens[end] == "," and counts(low, end):
        passage.say(end + 1, passage.first(ENDS, end + 1, passage.count), speaker)  # "Ruiz's estimate, 40, is lower"
    elif behind in ("is", "was") and _tells(low, at + 1):
        passage.say(at + 1, passage.count, speaker)
    elif behind in ("of", "to", "that", "for"):
        to = next((to for to in range(at + 1, end - 1) if low[to] == "to" and passage.tokens[to + 1][0].isdigit()), end)
        if end + 1 < passage.count and passage.tokens[end] == "," and passage.tokens[end + 1][0].isdigit() and to == end:
            end = passage.first(ENDS, end + 1, passage.count)
            to = end
        resets = start > 0 and low[start - 1] in _CHANGING  # "cut its forecast for the year to 3 percent"
        if not (resets and to == end and behind == "for"):  # "cut its forecast for the third time this year"
            passage.say(at + 1, to if resets else end, speaker)


def _before_adjectives(passage: Passage, at: int) -> int:
    """The token before the adjectives of the noun at token ``at``: ``the [union's] own latest figures``."""
    place, owners, low = at - 1, passage.words.owners, passage.low
    while place > max(at - _ADJECTIVES, 0) and place not in owners and low[place] not in DETERMINERS and low[place].isalpha():
        place -= 1
    return place


def _owner_at(passage: Passage, place: int) -> Voice | None:
    """Whom the possessive at token ``place`` names; None where none stands there."""
    if place in passage.words.owners:
        return owner(passage.words, place)
    return voice(passage.words, Phrase(place, place, place)) if place >= 0 and passage.low[place] in POSSESSIVES else None


def _tells(low: list[str], at: int) -> bool:
    """Whether the verb at token ``at`` tells what somebody's figure is: ``Ruiz's estimate [is] 40``, ``[was] that 40 would go``."""
    return low[at + 1] == "that" or counts(low, at)


def _worded(passage: Passage, at: int) -> None:
    """``in the words of X, ...``: what follows X."""
    phrase = after(passage.words, at + 2)
    speaker = voice(passage.words, phrase) if phrase is not None else None
    if phrase is not None and speaker is not None and likely(passage.words, phrase.end):
        passage.say(phrase.last + 1, passage.count, speaker)


def _by_the_view(passage: Passage, at: int, opener: int) -> None:
    """``In the view of X, ...``: what follows X; ``..., by the latest reckoning of X``: the sentence."""
    phrase = after(passage.words, at + 2)
    speaker = voice(passage.words, phrase) if phrase is not None else None
    if phrase is None or speaker is None or not likely(passage.words, phrase.end):
        return
    if opener == 0:
        passage.say(phrase.last + 1, passage.count, speaker)
    elif passage.tokens[opener - 1] in PAUSES:
        passage.surround(speaker, opener - 1, passage.first(ENDS, phrase.last + 1, passage.count))


def _by_figures(passage: Passage, at: int) -> None:
    """``By police estimates, ...``: what follows; ``..., by police estimates``: the sentence."""
    speaker = voice(passage.words, Phrase(at - 1, at, at))
    if speaker is not None and at == 2:
        passage.say(at + 1, passage.count, speaker)
    elif speaker is not None and at > 2 and passage.pauses(at - 3):
        passage.surround(speaker, at - 3, passage.first(ENDS, at + 1, passage.count))


def _reported(passage: Passage, at: int) -> None:
    """``estimates by X that losses could reach ...``: what follows ``that``."""
    phrase = after(passage.words, at + 2)
    behind = passage.low[phrase.last + 1] if phrase is not None and phrase.last + 1 < passage.count else ""
    if phrase is None or not (behind == "that" or behind in _RANGING):
        return
    speaker = voice(passage.words, phrase) if likely(passage.words, phrase.end) else None
    if speaker is not None:
        passage.say(phrase.last + 2, passage.first((",", ";"), phrase.last + 2, passage.count), speaker)


def opined(passage: Passage, at: int) -> None:
    """``The union's argument is that ...``, ``a warning from the union that ...``: what follows ``that``."""
    words, low = passage.words, passage.low
    if at and is_plural(low[at]) and (low[at - 1] in ORGANISATIONS or speaks(low[at - 1])):
        return  # "Her union claims that"
    speaker: Voice | None = None
    behind = at + 1
    if low[behind : behind + 1] != [] and low[behind] in _OPINED_BY:
        phrase = after(words, at + 2)
        if phrase is not None and likely(words, phrase.end):
            speaker, behind = voice(words, phrase), phrase.last + 1
    else:
        speaker = _owner_at(passage, _before_adjectives(passage, at))
    behind += low[behind : behind + 1] in (["is"], ["was"])
    if speaker is not None and low[behind : behind + 1] == ["that"]:
        passage.say(behind, passage.count if low[behind - 1] in ("is", "was") else passage.first(ENDS, behind, passage.count), speaker)


def _opener(passage: Passage, pronoun: Voice) -> Voice:
    """Whom ``..., by its own count, ...`` means: the subject that opens the sentence."""
    phrase = opening_phrase(passage.words)
    found = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.end) else None
    return found if found is not None and found.kind in FITTING[pronoun.kind] else pronoun


def _subject_behind(passage: Passage, at: int, pronoun: Voice) -> Voice:
    """Whom ``by her own count, ...`` means: the subject at token ``at``, else a person whom the sentence names further on."""
    phrase = subject_at(passage.words, at)
    found = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.end) else None
    fitting = FITTING[pronoun.kind] - {"role"} if pronoun.kind == "he" else FITTING[pronoun.kind] | {"anaphor"}
    if found is not None and found.kind in fitting:
        return found
    return Voice("own", pronoun.text, pronoun.at) if pronoun.kind == "he" else pronoun
