"""Attributions that only name their source: ``according to X``, ``(source: X)``, ``citing X``, ``to hear X tell it``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.passage import CONTRASTS, Passage
from ledger.extraction.context.speech.phrases import (
    AUXILIARIES,
    CARDINALS,
    DETERMINERS,
    ORGANISATIONS,
    PREPOSITIONS,
    TITLES,
    Phrase,
    after,
    likely,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.subjects import RELATIVES, acts
from ledger.extraction.context.speech.voices import PRONOUNS, Voice, owner, voice
from ledger.extraction.context.speech.words import ENDS, OPENING, PAUSES, TIMES, Words

_MUTE, _SURVEYS = GRAMMAR["mute"], GRAMMAR["survey"]
_RELATIVE = frozenset({"who", "whose", "which", "where"})
_JOINING = GRAMMAR["coordinator"]
_TURNING = CONTRASTS | {"which", "who", "where", "and"}
_APPOSED = DETERMINERS | {"head", "director", "chief"}
_PER_CENT = GRAMMAR["per_cent"]
_VALUING, _FIGURES = GRAMMAR["valuing"], frozenset({"figures", "data", "numbers", "statistics"})
FRAMED = frozenset({"tell", "believed", "hear"})
_FAR, _NEAR, _AGE = 30, 6, 3


def according(passage: Passage, at: int, length: int = 2) -> None:
    """``According to X, ...`` to the end or a semicolon; ``..., according to X`` the sentence; without a comma the clause.

    ``length`` is how many tokens stand before X.
    """
    words, low, count = passage.words, passage.low, passage.count
    phrase = after(words, at + length)
    phrase = _apposed_name(passage, phrase) if phrase is not None else None
    speaker = voice(words, phrase) if phrase is not None else None
    holder = next((place for place in range(at + 2, min(at + 5, count)) if place in words.owners and words.capital(place)), None)
    if holder is not None and (phrase is None or not likely(words, phrase.end)):
        behind = passage.first(ENDS, holder, count) - 1
        phrase, speaker = Phrase(behind, behind, behind), owner(words, holder)  # "according to Ruiz's later work"
    if phrase is None or speaker is None or low[phrase.end] in _MUTE:
        return
    passage.found.survey |= low[phrase.end] in _SURVEYS
    before = passage.tokens[at - 1] if at else ";"
    if before in (";", ":") or before in OPENING or (at and low[at - 1] in _JOINING):
        start = _past_apposition(passage, phrase.last + 1, speaker)
        end = passage.first(";", start, count)
        goes_on = low[end + 1 : end + 2] == ["and"] or _compares(passage, end + 1)
        goes_on = goes_on or (low[phrase.end] in _SURVEYS and _shares(low[end + 1 :]))
        passage.say(start, passage.first(";", end + 1, count) if goes_on else end, speaker)
        passage.edge = max(passage.edge, phrase.last)
        return
    behind = passage.first(ENDS, phrase.last + 1, count)
    behind = count if behind + 1 < count and low[behind + 1] in _RELATIVE else behind
    if passage.tokens[behind : behind + 1] == [","] and words.capital(phrase.end):  # "according to Ana Ruiz, 61."
        age = low[behind + 1 : behind + 2]
        aged = age != [] and age[0].isdigit() and len(age[0]) < _AGE and passage.tokens[behind + 2 : behind + 3] in ([","], ["."], [";"])
        behind += 2 * aged
    if before in PAUSES:
        passage.reassign()
        passage.surround(speaker, at - 1, behind)
    else:
        turns = (place + 1 for place in range(at - 2, passage.edge, -1) if _turns(passage, place))
        start = next(turns, passage.edge)
        aside = _valued(passage, start, at, behind)
        if aside:
            passage.say(aside, at, speaker)
            passage.edge = min(phrase.last + 1, count - 1)
            return
        passage.say(start, at, speaker)
        if start == 0 or passage.tokens[start - 1] != "," or low[start] not in _RELATIVE or passage.tokens[behind : behind + 1] != [","]:
            passage.say(behind, count, speaker)  # not "A cap, which most favour according to Lumen, was rejected by two votes"
        passage.edge = min(phrase.last + 1, count - 1)


def _valued(passage: Passage, start: int, at: int, behind: int) -> int:
    """Where an aside without a verb begins that alone is of whom ``according to`` names: ``The deal, [worth] $4m according to X, was``."""
    opens = passage.clause(at)
    if opens <= max(start, 1) or passage.tokens[opens - 1] != "," or passage.tokens[behind : behind + 1] != [","]:
        return 0
    if not (passage.low[opens] in _VALUING or passage.low[opens][0].isdigit()) or behind + 1 >= passage.count:
        return 0
    return opens if passage.low[behind + 1] in AUXILIARIES or acts(passage.low[behind + 1]) else 0


def _shares(low: list[str]) -> bool:
    """Whether words state a share: ``; only one in six is finished on time``."""
    return not _PER_CENT.isdisjoint(low) or any(low[at + 1 : at + 2] == ["in"] and low[at] in CARDINALS for at in range(len(low) - 2))


def _compares(passage: Passage, at: int) -> bool:
    """Whether a clause from token ``at`` tells of a figure at another time: ``; in 2031 it was 40``, ``; a year ago it had been 9``."""
    low = passage.low
    for place in range(at + 1, min(at + _NEAR, passage.count - 1)):
        if low[place] == "it" and low[place + 1] in ("was", "had", "is"):
            return any(word in TIMES or word[0].isdigit() for word in low[at:place])
        if low[place] == "," or low[place] in RELATIVES:
            return False
    return False


def headed_by(words: Words) -> Voice | None:
    """Whose figures a line without a verb says that it heads: ``Police figures for the last three years:``, ``Data from the port:``."""
    at = next((place for place, word in enumerate(words.low[:_FAR]) if word in _FIGURES), 0)
    if any(word in AUXILIARIES or acts(word) for word in words.low[at + 1 :]):
        return None
    if words.low[at + 1 : at + 2] in (["from"], ["by"]):
        phrase = after(words, at + 2)
        return voice(words, Phrase(phrase.start, phrase.end, phrase.end)) if phrase is not None and likely(words, phrase.end) else None
    if at and at - 1 in words.owners:
        return owner(words, at - 1)
    start = at and int(words.low[0] in DETERMINERS)
    if start < at and (words.low[at - 1] in ORGANISATIONS or speaks(words.low[at - 1])):
        return voice(words, Phrase(start, at - 1, at - 1))
    return None


def _apposed_name(passage: Passage, role: Phrase) -> Phrase:
    """The name behind a role and a comma, ``the fire chief, Ana Ruiz,``, ``the keeper of coins in Kiel, Ana Ruiz,``, or the role itself."""
    words, comma = passage.words, _past_complement(passage, role.last + 1)
    if words.capital(role.end) or not (words.low[role.end] in TITLES or speaks(words.low[role.end])):
        return role
    if comma + 1 >= passage.count or not words.capital(comma + 1) or is_plural(words.low[role.end]):
        return role
    name = after(words, comma + 1)
    behind = name.last + 1 if name is not None else passage.count
    alone = name is not None and name.end > name.start and (behind >= passage.count or passage.tokens[behind] in ENDS)
    body = name is not None and words.low[name.end] in ORGANISATIONS
    return name if alone and not body and name is not None else role


def _past_complement(passage: Passage, at: int) -> int:
    """The comma that ends what a role is of, at token ``at`` or behind a preposition there; the number of tokens if none does."""
    comma = passage.first(ENDS, at, passage.count, at + _NEAR)
    if comma >= passage.count or passage.tokens[comma] != "," or (comma > at and passage.low[at] not in PREPOSITIONS):
        return passage.count
    return comma


def source(passage: Passage, at: int) -> None:
    """``... (source: X)``: the sentence."""
    if at and passage.tokens[at - 1] == "(" and passage.tokens[at + 1 : at + 2] == [":"]:
        phrase = after(passage.words, at + 2)
        speaker = voice(passage.words, phrase) if phrase is not None else None
        if speaker is not None:
            passage.surround(speaker, at - 1, passage.count)


def framed(passage: Passage, at: int) -> None:
    """``To hear X tell it, ...``, ``If X is to be believed, ...``, ``Ask X and she will tell you ...``."""
    low, words = passage.low, passage.words
    if low[at] == "believed":
        start = next((place for place in range(at - 4, -1, -1) if low[place] == "if"), None)
        first = start + 1 if start is not None and low[at - 2 : at] == ["to", "be"] else None
    else:
        first = 2 if low[:2] == ["to", "hear"] else 1 if low[:1] == ["ask"] and "and" in low[:at] else None
        start = 0
    phrase = after(words, first) if first is not None else None
    phrase = _apposed_name(passage, phrase) if phrase is not None and low[at] == "hear" else phrase
    speaker = voice(words, phrase) if phrase is not None and phrase.end < at else None
    if phrase is None or speaker is None or not (low[phrase.end] in PRONOUNS or likely(words, phrase.end)):
        return
    if start:
        passage.say(0, start, speaker)
    else:
        passage.say(at + 1 if low[at] == "hear" else passage.first(",", at, at + 1), passage.count, speaker)


def received(passage: Passage, at: int) -> None:
    """``heard from X that ...``: what follows ``that``; ``at`` is the token of ``from``."""
    phrase = after(passage.words, at + 1)
    that = phrase.last + 1 if phrase is not None else passage.count
    speaker = voice(passage.words, phrase) if phrase is not None and passage.low[that : that + 1] == ["that"] else None
    if speaker is not None:
        passage.say(that, passage.count, speaker)


def citing(passage: Passage, at: int) -> None:
    """``We reported, citing X, that ...``, ``The toll has reached 12, citing X``: the sentence, where nobody else says it."""
    phrase = after(passage.words, at + 1)
    speaker = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.end) else None
    if phrase is not None and speaker is not None and at > 1 and passage.pauses(at - 1):
        passage.surround(speaker, at - 1, passage.first(ENDS, phrase.last + 1, passage.count))


def _turns(passage: Passage, at: int) -> bool:
    turns = not _TURNING.isdisjoint(passage.low[at + 1 : at + 2]) or not _RELATIVE.isdisjoint(passage.low[at + 2 : at + 3])
    return passage.tokens[at] == ";" or (passage.tokens[at] == "," and turns)


def _past_apposition(passage: Passage, at: int, speaker: Voice) -> int:
    """The token behind what is said of the speaker: ``According to Ana Ruiz, the head of the clinic, [...]``."""
    low, count = passage.low, passage.count
    comma = passage.first(",", at, count, at + _FAR)
    close = passage.first(",", comma + 1, count, comma + _FAR)
    if close >= count:
        return at
    opens = low[comma + 1]
    if opens in _RELATIVE or opens == "aged" or (opens[0].isdigit() and close == comma + 2):
        return close
    verb = next((place for place in range(comma, close) if low[place] in AUXILIARIES or low[place] == "who" or acts(low[place])), close)
    person = speaker.kind in ("person", "name") and opens in _APPOSED
    return close if person and close - comma < _FAR // 2 and (verb == close or low[verb] == "who") else at
