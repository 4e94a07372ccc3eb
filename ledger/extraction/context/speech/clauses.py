"""What a verb of speech governs: a clause behind it, one it interrupts, or what its agent is told of."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.speech.naming import named_behind
from ledger.extraction.context.speech.passage import Passage
from ledger.extraction.context.speech.phrases import (
    CARDINALS,
    DETERMINERS,
    DOCUMENTS,
    PREPOSITIONS,
    PRONOUNS,
    Phrase,
    after,
    before,
    likely,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.subjects import RELATIVES, Subject, opening_phrase, subject_at
from ledger.extraction.context.speech.verbs import FAR, FINITES, NOMINATIVES, SPEECH, Form
from ledger.extraction.context.speech.voices import Voice, voice
from ledger.extraction.context.speech.words import ENDS, OPENING, TIMES, marks
from ledger.extraction.context.word_classes import NOUN, PAST, THIRD, classes
from ledger.extraction.units import word_class

_TELLING, _SUBORDINATORS, _COORDINATORS = GRAMMAR["telling"], GRAMMAR["subordinator"], GRAMMAR["coordinator"]
_JOINING_CLAUSES = RELATIVES | _SUBORDINATORS | {"whom", "whose", "where"}
_SUBJECTS = NOMINATIVES - {"it", "you"}
_ADVERBIAL = PREPOSITIONS | TIMES | GRAMMAR["afterwards"] | {"last", "this", "late", "early", "next"}
_SIGNS = frozenset("$€£")
_KEEPING = frozenset({"record", "tally"})
_FINDING = frozenset({"that", "document", "tally"})
_CLAUSAL = GRAMMAR["clausal"] | DETERMINERS | PRONOUNS
_BEFORE_PARTICIPLES = GRAMMAR["before_participle"]
_SCALES = GRAMMAR["per_cent"] | {"per", "thousand", "million", "billion"}
_MANY = GRAMMAR["many"] - {"millions"}
_STOPS = frozenset({".", ";"})
_PLAIN, _NEAR = GRAMMAR["plain"], 5
_DONE, _REACTING, _REBUFFING = GRAMMAR["done"], GRAMMAR["reacting"], GRAMMAR["rebuffing"]


def complement(passage: Passage, at: int, form: Form, found: Subject, speaker: Voice) -> None:
    """``X said that ...``: from the complement to the end of the sentence, of a fronted or relative clause to its comma."""
    tokens, low, count = passage.tokens, passage.low, passage.count
    conjunction = that(passage, at)
    first = conjunction if conjunction is not None else at + 1
    end = count
    if "accuse" in form.classes and low[at + 1 : at + 2] != ["that"]:
        end = next((place for place in range(first, count) if tokens[place] == "," or low[place] in ("which", "who")), count)
        first = low.index("of", at) if conjunction is None and "of" in low[at:end] else first  # "accused 12 men of taking $4m"
    elif "(" in tokens[: found.start] and ")" not in tokens[: found.start]:
        end = passage.first(")", first, count)
    elif found.placement == "relative" and passage.found.last is not None and passage.found.last.text == speaker.text:
        end = count  # "...", said X, who thinks that ...
    elif conjunction is None and (turn := _turn(passage, first)):
        end = turn  # "X expects 3 percent, and the median of the forecasts is 2"
    elif found.placement == "relative" or low[max(found.start - 1, 0)] in ("which", "who") or _fronted(passage, found):
        end = passage.first(",", first, count)
        if low[first : first + 1] == ["that"] and not any(verbal(passage, place) for place in range(first + 1, end)):
            end = passage.first(",", end + 1, count)  # "who said that in his village alone, 40 had left"
    passage.say(first, end, speaker)
    if passage.found.quoted is None or not passage.statements:  # "...," X told a crowd that police put at 40
        passage.found.quoted = speaker
    if "figure" in form.classes and form.links and speaker.kind != "document" and low[found.phrase.end] not in DOCUMENTS:
        _gapped(passage, first, form)
    if "share" not in form.classes and speaker.kind != "document" and low[found.phrase.end] not in DOCUMENTS:
        _elided(passage, first)  # a survey "gives the Greens 34 percent and the Liberals 30"
    passage.edge, passage.open = max(passage.edge, first), end == count
    passage.found_out = conjunction is None and (form.classes <= _FINDING or not form.classes.isdisjoint(_KEEPING))


def _gapped(passage: Passage, first: int, form: Form) -> None:
    """Who gives another figure without the verb: ``the union put it at 400, the firm [at 90]``, ``and the firm [at $90]``."""
    low, count = passage.low, passage.count
    for place in range(first, count - 3):
        if passage.tokens[place] not in (",", ";") and low[place] not in _COORDINATORS:
            continue
        phrase = after(passage.words, place + 1 + (low[place + 1] in _COORDINATORS))
        link = phrase.last + 1 if phrase is not None else count
        link += passage.tokens[place] == ";" and passage.tokens[link : link + 1] == [","]  # "; the army, of 300"
        if phrase is None or link + 1 >= count or low[link] not in form.links:
            continue
        if not (passage.tokens[link + 1][0].isdigit() or passage.tokens[link + 1][0] in _SIGNS or low[link + 1] in CARDINALS):
            continue
        rival = voice(passage.words, phrase) if likely(passage.words, phrase.end) else None
        if rival is not None:
            passage.say(phrase.last + 1, count, rival)


def _elided(passage: Passage, first: int) -> None:
    """Who gives nothing but another figure: ``Police said 400 had come, [organisers] 900.``, ``and the city 90``."""
    for place in range(first + 1, passage.count - 2):
        joined = passage.low[place] in _COORDINATORS
        if not joined and passage.tokens[place] not in (",", ";"):
            continue
        at = place + 1 + (not joined and passage.low[place + 1] in _COORDINATORS)
        rival = _rival(passage, at)
        if (joined or (rival is not None and rival.start > at)) and not _figured(passage, first, place):
            continue
        figure = rival.end + 1 if rival is not None else passage.count
        if figure + 1 < passage.count and passage.tokens[figure] == ",":
            parted = rival is not None and (passage.tokens[place] == ";" or rival.start == at) and not joined
            figure = figure + 1 + (passage.low[figure + 1] == "at") if parted else passage.count
        figure += figure + 1 < passage.count and passage.tokens[figure] in _SIGNS
        if rival is None or figure >= passage.count or not (passage.tokens[figure][0].isdigit() or passage.low[figure] in CARDINALS):
            continue
        end = next((end for end in range(figure + 1, passage.count) if passage.low[end] not in _SCALES), passage.count)
        apart = passage.tokens[rival.end + 1] == ","
        if end == passage.count or passage.tokens[end] in _STOPS or (not apart and passage.low[end] in (",", "and")):
            speaker = voice(passage.words, rival)
            if speaker is not None:
                passage.say(figure, end, speaker)


def _figured(passage: Passage, first: int, end: int) -> bool:
    """Whether what is said from token ``first`` is no more than a figure, or has one for its subject: not ``said the army lost 40``."""
    first += passage.low[first] == "that"
    opens = passage.tokens[first][0].isdigit() or passage.low[first] in CARDINALS
    return opens or not any(verbal(passage, at) for at in range(first, end))


def _rival(passage: Passage, at: int) -> Phrase | None:
    """The few words from token ``at`` that name somebody who speaks: ``organisers``, ``the union``, ``the Post``."""
    low, words = passage.low, passage.words
    article = at < passage.count and low[at] in DETERMINERS
    phrase = after(words, at, depth=0) if at < passage.count and (article or speaks(low[at])) else None
    if phrase is None or phrase.start > at + article or phrase.end != phrase.last or phrase.end - phrase.start > 1:
        return None
    return phrase if likely(words, phrase.end) and not low[phrase.end].endswith("est") else None


def _fronted(passage: Passage, found: Subject) -> bool:
    """Whether the clause of the subject opens the sentence behind a conjunction: ``When X said that ..., ...``."""
    return passage.low[0] in _SUBORDINATORS and passage.clause(found.start) == 0


def _turn(passage: Passage, first: int) -> int:
    """Where what is said from token ``first``, if it has no verb, ends at a comma before a clause that has one; 0 if none does."""
    low, tokens = passage.low, passage.tokens
    comma = passage.first((",", ";", ":"), first, passage.count, first + FAR)
    parted = comma + 3 < passage.count and (tokens[comma] == ";" or low[comma + 1] in _COORDINATORS)
    if not parted or any(verbal(passage, at) for at in range(first, comma)):
        return 0
    end = passage.first(ENDS, comma + 1, passage.count)
    first = comma + 1 + (low[comma + 1] in _COORDINATORS)
    finite = any(low[at] in FINITES and tokens[at] != "May" for at in range(comma + 3, end))
    return comma if low[first] in DETERMINERS and finite else 0


def verbal(passage: Passage, at: int) -> bool:
    """Whether token ``at`` can be a verb, or stands before one."""
    word = passage.low[at]
    return word in FINITES or word == "to" or word in NOMINATIVES or bool(classes(word) & (PAST | THIRD) and not classes(word) & NOUN)


def expected(passage: Passage, found: Subject, speaker: Voice) -> None:
    """``the rise analysts had expected``: from the article on; the noun before the subject belongs to what was expected."""
    words, head = passage.words, found.phrase.end
    start = head  # "the 260 euros analysts had expected": all but the last word is what they expected
    while start > found.phrase.start and words.capital(start) and words.capital(start - 1):
        start -= 1
    figure = passage.tokens[start - 1] if start > 1 and passage.tokens[start - 2] not in _SIGNS else ""
    if figure.isdigit() or figure.lower() in _MANY:
        return  # "the 40 officers had expected"
    start -= start > 0 and passage.low[start - 1] in DETERMINERS
    while start > 0 and head - start < FAR and passage.tokens[start - 1] not in ENDS:
        start -= 1
        if passage.low[start] in SPEECH:
            return  # "half said they had thought of it"
        if passage.low[start] in DETERMINERS or passage.low[start] == "than":
            passage.say(start, head, speaker if words.capital(head) else Voice("group", passage.tokens[head]))
            return


def claimed(passage: Passage, found: Subject, speaker: Voice) -> bool:
    """``against the 1,900 that the council claims``: the figure before the relative clause; whether there is one."""
    that = found.start - (passage.low[found.start] != "that")
    if found.placement != "plain" or passage.low[that] not in ("that", "which"):
        return False
    for place in range(that - 1, max(that - _NEAR, -1), -1):
        if passage.tokens[place] in ENDS or passage.low[place] in PREPOSITIONS:
            return False
        if passage.tokens[place][0].isdigit() or passage.low[place] in CARDINALS:
            passage.say(place - (place > 0 and passage.tokens[place - 1] in _SIGNS), that, speaker)
            return True
    return False


def foreword(passage: Passage, at: int, speaker: Voice) -> None:
    """``As X pointed out, ...``: what follows the comma."""
    passage.say(passage.first(",", at + 1, passage.count, at + FAR), passage.count, speaker)


def participle(passage: Passage, at: int, form: Form) -> None:
    """``..., saying that ...``: by whoever spoke last in the sentence, else by its subject."""
    low, classes = passage.low, form.classes
    figures = "figure" in classes and low[at] != "valuing" and _linked(passage, at, form)
    if classes.isdisjoint(("say", "that", "claim")) and not figures:
        if at and marks(passage.tokens[at - 1]) and passage.found.quoted is None and ("name" in classes or low[at] == "citing"):
            speaker = _participial(passage)
            if speaker is not None:
                passage.quote_behind(at, speaker)  # "The union walked out, calling it "an insult to 400 families""
        return
    if at == 0:
        _fronts(passage)
        return
    if low[at - 1] in DOCUMENTS and "document" in classes and not passage.open:
        phrase = before(passage.words, at - 1, deep=False)
        paper = voice(passage.words, phrase) if phrase is not None else None
        if paper is not None:  # "new figures showing a drop of 10 per cent"
            passage.say(at + 1, passage.first((",", ";"), at + 1, passage.count), paper)
        return
    if not marks(passage.tokens[at - 1]) and low[at - 1] not in _BEFORE_PARTICIPLES and not _rebuffs(passage, at):
        return
    behind = low[at + 1] if at + 1 < passage.count else ""
    clausal = figures or _predicates(passage, at) or low[at] == "saying"
    clausal = clausal or behind == "that" or behind in (NOMINATIVES if "that" in classes else _CLAUSAL)
    if not clausal and not passage.opens_quotation(at + 1):
        return
    speaker = _participial(passage, low[0] in _SUBORDINATORS and "," not in passage.tokens[: at - 1])
    if speaker is not None:
        end = passage.first(",", at + 1, passage.count) if low[0] in _SUBORDINATORS else passage.count
        passage.say(at + 1, end, speaker)
        passage.found.quoted = speaker


def _participial(passage: Passage, fronted: bool = False) -> Voice | None:
    """Who a participle behind a comma is of: who spoke last in the sentence, else its subject, which may be ``fronted`` by a clause."""
    if passage.found.last is not None:
        return passage.found.last
    phrase = subject_at(passage.words, 1) if fronted else opening_phrase(passage.words)
    phrase = named_behind(passage.words, phrase) if phrase is not None else None
    return voice(passage.words, phrase) if phrase is not None and likely(passage.words, phrase.end) else None


def _rebuffs(passage: Passage, at: int) -> bool:
    """Whether who opens the sentence rejects or defends something before the participle at token ``at``: ``denied it [saying]``."""
    phrase, low = opening_phrase(passage.words), passage.low
    if phrase is None or low[at - 1] in DOCUMENTS or not likely(passage.words, phrase.end):
        return False
    place = next((place for place in range(phrase.end + 1, at) if low[place] in _REBUFFING), at)
    return place < at and passage.first(ENDS, phrase.end, at, at) == at and RELATIVES.isdisjoint(low[phrase.end : place])


def _linked(passage: Passage, at: int, form: Form) -> bool:
    """Whether a figure stands right behind a link of the participle at token ``at``: ``putting the loss [at] 40 euros``."""
    near = range(at + 1, passage.first(ENDS, at + 1, passage.count, at + FAR))
    return any(passage.low[place] in form.links and place + 1 < passage.count and _is_figure(passage, place + 1) for place in near)


def _predicates(passage: Passage, at: int) -> bool:
    """Whether a clause with an auxiliary stands behind the participle at token ``at``: ``noting [40 had gone]``."""
    end = passage.first(ENDS, at + 1, passage.count)
    opens = at + 1 < end and (passage.tokens[at + 1][0].isdigit() or passage.low[at + 1] in DETERMINERS)
    return opens and any(passage.low[place] in FINITES and passage.tokens[place] != "May" for place in range(at + 2, end))


def _is_figure(passage: Passage, at: int) -> bool:
    at += passage.tokens[at] in _SIGNS
    return at < passage.count and passage.tokens[at][0].isdigit()


def _fronts(passage: Passage) -> None:
    """``Alleging that ..., X ...``: what stands before the comma that the first clause with a subject who can speak follows."""
    words = passage.words
    if passage.low[1:2] != ["that"]:
        return
    for comma in range(2, passage.count - 1):
        phrase = subject_at(words, comma + 1) if passage.tokens[comma] == "," else None
        if phrase is None or not (passage.low[phrase.end] in PRONOUNS or likely(words, phrase.end)):
            continue
        speaker = voice(words, named_behind(words, phrase))
        if speaker is not None:
            passage.say(1, comma, speaker.anywhere())
            passage.edge = comma
            return


def agent(passage: Passage, at: int, before: int) -> None:
    """``... were listed by X as ...``: the clause without its agent; of ``it was confirmed by X that ...`` what follows."""
    low, words = passage.low, passage.words
    near = low[at + 1 : at + FAR]
    if "sight" in SPEECH[low[at]].classes:
        return  # "a letter seen by the Post"
    if low[at] in ("quoted", "cited") and "as" in near and near[near.index("as") + 1 : near.index("as") + 2] == ["saying"]:
        return  # whom it quotes speaks
    by = next((place for place in range(at + 1, min(at + 6, passage.count)) if low[place] == "by"), None)
    phrase = after(words, by + 1) if by is not None else None
    if by is None or phrase is None or before < 0 or low[before] == "than" or not likely(words, phrase.end):
        return
    if by > at + 1 and low[by - 1] in ("guilty", "innocent"):
        return  # "found guilty by a verdict"
    if low[at] == "published" and _opens_with_document(passage):
        return  # "a study published by X found": the study speaks
    after_agent = low[phrase.last + 1 : phrase.last + 2]
    done = low[at] in _DONE and low[before] not in ("as", "those")
    if done and low[phrase.end] not in DOCUMENTS and after_agent not in (["to"], ["that"]):
        return  # "12 bodies were found by police"
    speaker = voice(words, phrase)
    if speaker is None:
        return
    if low[before] == "as" and before > 0 and passage.tokens[before - 1] == ",":  # "..., as reported by X"
        passage.surround(speaker, before - 1, passage.first(ENDS, phrase.last + 1, passage.count))
        return
    hearer = low[at] in _TELLING or low[at] == "accused"
    if hearer and after_agent != ["that"]:
        return  # "12 people were told by doctors to rest"
    if low[before] != "it" and low[before] not in RELATIVES and not hearer:
        passage.say(passage.clause(at), by, speaker)
    behind = phrase.last + 1
    if low[behind : behind + 1] == ["and"] and "by" in low[behind : behind + FAR]:  # "put at 76 by X and at 91 by Y"
        other = low.index("by", behind)
        phrase = after(words, other + 1)
        rival = voice(words, phrase) if phrase is not None and likely(words, phrase.end) else None
        if phrase is not None and rival is not None:
            passage.say(behind, other, rival)
            behind = phrase.last + 1
    passage.say(behind, passage.first(ENDS, behind, passage.count), speaker)


def asides(passage: Passage, at: int, found: Subject) -> bool:
    """Whether the subject of an aside can speak: not in "..., first claims for aid fell, ..."."""
    phrase, low = found.phrase, passage.low
    if found.placement == "relative":
        return False
    return low[at] in _PLAIN or low[phrase.end] in PRONOUNS or likely(passage.words, phrase.end)


def _opens_with_document(passage: Passage) -> bool:
    phrase = opening_phrase(passage.words)
    return phrase is not None and passage.low[phrase.end] in DOCUMENTS


def tail(passage: Passage, at: int, told: bool) -> int | None:
    """Where the sentence goes on behind an aside whose last word is token ``at``; None where it is no aside."""
    low, tokens, count = passage.low, passage.tokens, passage.count
    place = at + 1
    if told:
        hearer = after(passage.words, place)
        place = hearer.end + 1 if hearer is not None else place
    if place >= count:
        return count
    if tokens[place] in ENDS:
        return None if tokens[place] in (":", ",") and passage.opens_quotation(place) else place
    if low[place] not in _ADVERBIAL and not _times(passage, place):
        return None
    for end in range(place, min(place + FAR, count)):
        if tokens[end] in ENDS:
            return end
        if low[end] == "that" or tokens[end] in OPENING:
            return None
    return count if place + FAR >= count else None


def _times(passage: Passage, place: int) -> bool:
    """Whether a few words from token ``place`` to the next mark say when: ``a week ago``, ``two days later``, ``the same day``."""
    end = passage.first(ENDS, place, passage.count, place + _SHORT_TIME)
    first, last = passage.low[place], passage.low[end - 1]
    if first == "the":
        return place + 1 < end and last in TIMES
    return last in AWAY and (first[0].isdigit() or first in CARDINALS or first in _SO_MANY)  # not "guessed 80 times a day"


AWAY = word_class("sooner or later")
_SO_MANY, _SHORT_TIME = frozenset({"a", "an", "several", "some"}), 5


def _begun(passage: Passage, start: int, place: int) -> bool:
    """Whether the clause behind a verb has its subject or its own verb before ``place``; what is in a relative clause is not its."""
    for word in passage.tokens[start:place]:  # as written: "on 3 May that"
        if word in _JOINING_CLAUSES:
            return False
        if word in FINITES or word in _SUBJECTS:
            return True
    timed = place + 1 < passage.count and passage.low[place + 1] in TIMES
    return timed and not any(verbal(passage, behind) for behind in range(place + 1, passage.count))


def that(passage: Passage, at: int) -> int | None:
    """The ``that`` of the verb at token ``at`` when only its adverbials or its addressee stand between."""
    near = passage.low[at + 1 : at + 1 + FAR]
    if near[:1] == ["to"] and passage.low[at] in _REACTING:
        return None  # "responded to a report that"
    if near[:1] == [","] and near[2:4] == [",", "that"]:
        return at + 4  # "They cautioned, however, that"
    if "that" not in near or not (near[0] == "that" or near[:2] == ["it", "to"] or near[0] in _ADVERBIAL or passage.low[at] in _TELLING):
        return None
    place = at + 1 + near.index("that")
    if place > at + 1 and passage.low[place + 1 : place + 2] != [] and passage.low[place + 1] in FINITES:
        return None  # "pointed to 400 votes that had not been counted"
    between = passage.tokens[at + 1 : place]
    if _begun(passage, at + 1, place):
        return None  # "told the court she had seen 9 patients that night"
    if "," in between and (saying := SPEECH.get(passage.low[place - 1])) is not None and saying.tense == "ing":
        return None  # "ruled out closing 40 shops, saying that"
    return None if any(token in (".", ";", ":") or token in OPENING for token in between) else place
