"""Attributions without a verb of speech: ``according to X``, ``by X's count``, ``12 held: police``, ``(source: X)``."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech.passage import CONTRASTS, Passage
from ledger.extraction.context.speech.phrases import (
    AUXILIARIES,
    DETERMINERS,
    ORGANISATIONS,
    PREPOSITIONS,
    TITLES,
    Phrase,
    after,
    likely,
    opening,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.saying import counts
from ledger.extraction.context.speech.subjects import RELATIVES, acts, opening_phrase, subject, subject_at
from ledger.extraction.context.speech.verbs import NOUNS, by_the, by_whose, marked
from ledger.extraction.context.speech.voices import FITTING, POSSESSIVES, PRONOUNS, Voice, owner, voice
from ledger.extraction.context.speech.words import ENDS, OPENING, PAUSES, TIMES

_HEADLINE, _MUTE, _SURVEYS = GRAMMAR["headline"], GRAMMAR["mute"], GRAMMAR["survey"]
_HEADLINES = marked(_HEADLINE)
_PROVING = GRAMMAR["be"] | GRAMMAR["proving"]
_MADE_BY, _OPINED_BY = frozenset({"by", "from"}), frozenset({"by", "from", "of"})
_ROLES = GRAMMAR["role"]
_RANGING = GRAMMAR["ranging"]
_CHANGING = GRAMMAR["resetting"]
_RELATIVE = frozenset({"who", "whose", "which", "where"})
_JOINING = GRAMMAR["coordinator"]
_TURNING = CONTRASTS | {"which", "who", "where", "and"}
_APPOSED = DETERMINERS | {"head", "director", "chief"}
_DASHES = frozenset({":", "–", "—", "--", "-"})
_VALUING = GRAMMAR["valuing"]
FRAMED = frozenset({"tell", "believed", "hear"})
_FAR, _NEAR, _ADJECTIVES, _AGE = 30, 6, 4, 3


def according(passage: Passage, at: int, length: int = 2) -> None:
    """``According to X, ...`` to the end or a semicolon; ``..., according to X`` the sentence; without a comma the clause.

    ``length`` is how many tokens stand before X.
    """
    words, low, count = passage.words, passage.low, passage.count
    phrase = after(words, at + length)
    phrase = _apposed_name(passage, phrase) if phrase is not None else None
    speaker = voice(words, phrase) if phrase is not None else None
    holder = next((place for place in range(at + 2, min(at + 5, count)) if place in words.owners and words.capital(place)), None)
    if holder is not None and (phrase is None or not likely(words, phrase.start, phrase.end)):
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


def _compares(passage: Passage, at: int) -> bool:
    """Whether a clause from token ``at`` tells of a figure at another time: ``; in 2031 it was 40``, ``; a year ago it had been 9``."""
    low = passage.low
    for place in range(at + 1, min(at + _NEAR, passage.count - 1)):
        if low[place] == "it" and low[place + 1] in ("was", "had", "is"):
            return any(word in TIMES or word[0].isdigit() for word in low[at:place])
        if low[place] == "," or low[place] in RELATIVES:
            return False
    return False


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
        first = passage.clause(start - 1)
        first = start - 1 if low[first : start - 1] in (["going"], ["judging"]) else first
        related = subject(words, start - 1, start - 2) if start > 1 and low[start - 2] in RELATIVES and low[place] in POSSESSIVES else None
        if related is not None and likely(words, related.phrase.start, related.phrase.end):  # "the dairy, which by its own count spills 9"
            passage.say(at + 1, end, voice(words, related.phrase) or speaker)
        elif first < start - 1:
            passage.say(first, start - 1, speaker)
            passage.say(at + 1, end, speaker)
        elif passage.tokens[first - 1] in (";", ":"):
            passage.say(at + 1, passage.count, speaker)
        elif first <= 1:
            if low[place + 1] == "own" and low[place] in POSSESSIVES:
                speaker = _subject_behind(passage, end + 1 if passage.tokens[at + 1] in ENDS else at + 1, speaker)
            passage.say(at + 1, passage.count, speaker)
        else:
            own = low[place + 1] == "own" and low[place] in POSSESSIVES
            passage.surround(_opener(passage, speaker) if own else speaker, first - 1, end)
    elif low[at] in NOUNS["of"] and end == at + 1 and end + 2 < passage.count and passage.tokens[end] == "," and counts(low, end):
        passage.say(end + 1, passage.first(ENDS, end + 1, passage.count), speaker)  # "Ruiz's estimate, 40, is lower"
    elif low[at] in NOUNS["of"] and at + 2 < passage.count and low[at + 1] in ("is", "was") and _tells(low, at + 1):
        passage.say(at + 1, passage.count, speaker)  # "Ruiz's estimate is 40"
    elif low[at] in NOUNS["of"] and at + 2 < passage.count and low[at + 1] in ("of", "to", "that", "for"):
        to = next((to for to in range(at + 1, end - 1) if low[to] == "to" and passage.tokens[to + 1][0].isdigit()), end)
        if end + 1 < passage.count and passage.tokens[end] == "," and passage.tokens[end + 1][0].isdigit() and to == end:
            end = passage.first(ENDS, end + 1, passage.count)  # "Kyiv's estimate of the losses, 440"
            to = end
        resets = start > 0 and low[start - 1] in _CHANGING  # "cut its forecast for the year to 3 percent"
        if not (resets and to == end and low[at + 1] == "for"):  # "cut its forecast for the third time this year"
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
    if phrase is not None and speaker is not None and likely(passage.words, phrase.start, phrase.end):
        passage.say(phrase.last + 1, passage.count, speaker)


def _by_the_view(passage: Passage, at: int, opener: int) -> None:
    """``In the view of X, ...``: what follows X; ``..., by the latest reckoning of X``: the sentence."""
    phrase = after(passage.words, at + 2)
    speaker = voice(passage.words, phrase) if phrase is not None else None
    if phrase is None or speaker is None or not likely(passage.words, phrase.start, phrase.end):
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
    if phrase is None or speaker is None or not (low[phrase.end] in PRONOUNS or likely(words, phrase.start, phrase.end)):
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
    speaker = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.start, phrase.end) else None
    if phrase is not None and speaker is not None and at > 1 and passage.pauses(at - 1):
        passage.surround(speaker, at - 1, passage.first(ENDS, phrase.last + 1, passage.count))


def opined(passage: Passage, at: int) -> None:
    """``The union's argument is that ...``, ``a warning from the union that ...``: what follows ``that``."""
    words, low = passage.words, passage.low
    if at and is_plural(low[at]) and (low[at - 1] in ORGANISATIONS or speaks(low[at - 1])):
        return  # "Her union claims that"
    speaker: Voice | None = None
    behind = at + 1
    if low[behind : behind + 1] != [] and low[behind] in _OPINED_BY:
        phrase = after(words, at + 2)
        if phrase is not None and likely(words, phrase.start, phrase.end):
            speaker, behind = voice(words, phrase), phrase.last + 1
    else:
        speaker = _owner_at(passage, _before_adjectives(passage, at))
    behind += low[behind : behind + 1] in (["is"], ["was"])
    if speaker is not None and low[behind : behind + 1] == ["that"]:
        passage.say(behind, passage.count if low[behind - 1] in ("is", "was") else passage.first(ENDS, behind, passage.count), speaker)


def _reported(passage: Passage, at: int) -> None:
    """``estimates by X that losses could reach ...``: what follows ``that``."""
    phrase = after(passage.words, at + 2)
    behind = passage.low[phrase.last + 1] if phrase is not None and phrase.last + 1 < passage.count else ""
    if phrase is None or not (behind == "that" or behind in _RANGING):
        return
    speaker = voice(passage.words, phrase) if likely(passage.words, phrase.start, phrase.end) else None
    if speaker is not None:
        passage.say(phrase.last + 2, passage.first((",", ";"), phrase.last + 2, passage.count), speaker)


def _opener(passage: Passage, pronoun: Voice) -> Voice:
    """Whom ``..., by its own count, ...`` means: the subject that opens the sentence."""
    phrase = opening_phrase(passage.words)
    found = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.start, phrase.end) else None
    return found if found is not None and found.kind in FITTING[pronoun.kind] else pronoun


def _subject_behind(passage: Passage, at: int, pronoun: Voice) -> Voice:
    """Whom ``by her own count, ...`` means: the subject at token ``at``, else a person whom the sentence names further on."""
    phrase = subject_at(passage.words, at)
    found = voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.start, phrase.end) else None
    fitting = FITTING[pronoun.kind] - {"role"} if pronoun.kind == "he" else FITTING[pronoun.kind] | {"anaphor"}
    if found is not None and found.kind in fitting:
        return found
    return Voice("own", pronoun.text, pronoun.at) if pronoun.kind == "he" else pronoun


def headed(passage: str, words: list[str], quoted: bool) -> bool:
    """Whether a sentence, cut at its spaces into ``words``, can be ``Police: 12 held``, ``12 held - police`` or ``Ruiz: "We ..."``."""
    if quoted and ":" in passage:
        return True
    named = not _HEADLINES.isdisjoint(words) or not _ROLES.isdisjoint(words[:1])
    return passage[-1:].isalnum() and named and any(mark in passage for mark in (":", " -", "–", "—"))


def headline(passage: Passage) -> None:
    """``Police: 12 held`` and ``12 held: police``, where no full stop makes a sentence of it; ``Ruiz: "We ..."``."""
    words, count = passage.words, passage.count
    first = _past_hour(passage.tokens)
    colon = passage.first((":", ";", ","), first + 1, count, first + 6)
    phrase = after(words, first)
    if colon + 1 < count and passage.tokens[colon] == ":" and phrase is not None and phrase.last + 1 == colon:
        speaker = voice(words, phrase) if _announces(passage, phrase, colon) else None
        if speaker is not None:
            passage.say(colon + 1, count, speaker)
            passage.found.quoted = speaker
    dash = next((place for place in range(count - 2, max(count - 5, 1), -1) if passage.tokens[place] in _DASHES), None)
    phrase = after(words, dash + 1) if dash is not None else None
    if dash is not None and phrase is not None and phrase.last == count - 1 and passage.low[phrase.end] in _HEADLINE:
        speaker = voice(words, phrase)
        if speaker is not None:
            passage.surround(speaker, dash, count)


def _past_hour(tokens: list[str]) -> int:
    """Where a headline begins behind the hour that leads it: ``11:05 - Army: ...``."""
    if len(tokens) < 5 or tokens[1] != ":" or not (tokens[0].isdigit() and tokens[2].isdigit()):
        return 0
    return 4 if tokens[3] in _DASHES else 3


def _announces(passage: Passage, phrase: Phrase, colon: int) -> bool:
    if passage.opens_quotation(colon + 1):
        return (passage.words.capital(phrase.end) or _speaker(passage, phrase)) and passage.low[phrase.end] not in TIMES
    headed = passage.low[phrase.end] in _HEADLINE or (passage.low[phrase.end] in _ROLES and phrase.last > phrase.end)
    return headed and passage.tokens[-1] not in (".", "!", "?") and passage.tokens[colon + 1 : colon + 2] != ["+"]


def _speaker(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is one for a person that somebody has, in a title: ``Rovers' owner: 'I ...'``."""
    return speaks(passage.low[phrase.end]) and phrase.start - 1 in passage.words.owners and passage.words.capital(phrase.start - 1)


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
