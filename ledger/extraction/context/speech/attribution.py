"""Reads who is said to speak in a sentence: a construction at each cue, from left to right."""

from __future__ import annotations

from ledger.extraction.context.grammar import GRAMMAR
from ledger.extraction.context.inflection import is_plural
from ledger.extraction.context.speech import verbs
from ledger.extraction.context.speech.clauses import agent, asides, claimed, complement, expected, foreword, participle, tail, that, verbal
from ledger.extraction.context.speech.complements import takes
from ledger.extraction.context.speech.deeds import is_deed, is_due, is_noun
from ledger.extraction.context.speech.headlines import headline
from ledger.extraction.context.speech.indirect import infinitive, polled, revealed
from ledger.extraction.context.speech.owned import opined, owned
from ledger.extraction.context.speech.passage import Attributions, Passage
from ledger.extraction.context.speech.phrases import (
    AUXILIARIES,
    DETERMINERS,
    DOCUMENTS,
    ORGANISATIONS,
    PREPOSITIONS,
    is_thing,
    likely,
    opening,
    speaks,
)  # fmt: skip
from ledger.extraction.context.speech.phrases import before as noun_phrase
from ledger.extraction.context.speech.quotations import Quotation
from ledger.extraction.context.speech.saying import counts, numbers
from ledger.extraction.context.speech.sources import FRAMED, according, citing, framed, received, source
from ledger.extraction.context.speech.subjects import RELATIVES, Subject, closes, subject
from ledger.extraction.context.speech.tags import tag
from ledger.extraction.context.speech.verb_groups import Verb, verb
from ledger.extraction.context.speech.voices import Voice, voice
from ledger.extraction.context.speech.words import ENDS, TIMES
from ledger.extraction.context.word_classes import INFINITIVE, NOUN, PAST, THIRD, classes

_PLAIN, _TELLING, _RUMOURED = GRAMMAR["plain"], GRAMMAR["telling"], GRAMMAR["rumoured"]
_COURTS, _RAISING = GRAMMAR["court"], GRAMMAR["raising"]
_SURVEYS, _COLLECTIVES = GRAMMAR["survey"], GRAMMAR["collective"]
_TIMING = frozenset({"when", "while", "whereas", "although", "though", "because"})
_RESUMING = AUXILIARIES | GRAMMAR["resuming"] | _TIMING
_AWAITING = GRAMMAR["awaiting"]
_WHO = (["who"], ["whose"], ["a"], ["an"], ["the"])
_CHANNELS = GRAMMAR["channel"]
_OBJECTLESS = RELATIVES | (GRAMMAR["conjunction"] - GRAMMAR["resuming"]) | {"everything", "all", "anything", "as", "than"}
_RECEIVING = GRAMMAR["receiving"]
_PAPERS = frozenset({"it", "they"})
_STATING = frozenset({"document", "share"})
"""What a paper does of which more is told: ``It lists 40 farms``, ``It gives Kiel 40 points``."""
_CLAIMING = frozenset({"say", "claim", "tally"})
_ONE_OF = 5
"""Within how many tokens before its subject a clause begins: ``as [one of them], Ana Ruiz, puts it``."""
_MOST_CUES = 24
"""How many cues of one sentence are read: a longer list of verbs is no attribution."""


def attributions(text: str, start: int, end: int, quotations: list[Quotation]) -> Attributions:
    """Who is said to speak in the sentence ``text[start:end]``; ``quotations`` are those that touch it."""
    passage = Passage(text, start, end, quotations)
    low = passage.low
    if quotations or (passage.count and passage.tokens[-1] not in (".", "!", "?")):
        headline(passage)
    for at in _places(low):
        word = low[at]
        form = verbs.SPEECH.get(word)
        if form is not None:
            if low[at - 1 : at] == ["to"] and verbs.leads(low, at):
                infinitive(passage, at, form)
            if "poll" in form.classes:
                polled(passage, at)
                continue
            governed = at and verbs.governs(low[at - 1], word) and not verbs.spoken_to(low, at) and low[at + 1 : at + 2] != ["by"]
            if not governed and (not passage.statements or not passage.quoted(at)):
                _speech(passage, at, form)
        elif word == "according":
            if low[at + 1 : at + 2] == ["to"]:
                according(passage, at)
        elif word == "per":
            if at and low[at - 1] == "as":
                according(passage, at - 1)
            elif verbs.by_name(low, passage.tokens, at):
                according(passage, at, 1)
        elif word == "source":
            source(passage, at)
        if word in verbs.OWNED:
            owned(passage, at)
        if word in verbs.OPINIONS:
            opined(passage, at)
        if word in verbs.REVEALED:
            revealed(passage, at)
        elif word in FRAMED:
            framed(passage, at)
    if passage.statements and passage.found.quoted is None:
        tag(passage)
    if "citing" in low and passage.found.last is None:
        citing(passage, low.index("citing"))
    return passage.found


def _places(low: list[str]) -> list[int]:
    """Where the cues stand among the words of a sentence, in order."""
    found: list[int] = []
    for cue in verbs.CUES.intersection(low):
        at = -1
        for _ in range(low.count(cue)):
            at = low.index(cue, at + 1)
            found.append(at)
    found.sort()
    return found[:_MOST_CUES]


def _speech(passage: Passage, at: int, form: verbs.Form) -> None:
    """A verb of speech at token ``at``: sorts out infinitives, negations, passives and participles."""
    low, words = passage.low, passage.words
    before = verb(words, at)
    named = words.tokens[at][0].isupper() and (low[at] not in _PLAIN or (at and words.capital(at - 1)))  # "its director, Omar Said"
    if at and ((low[at - 1] == "to" and not verbs.spoken_to(low, at)) or (before.negated and low[at] not in _RAISING) or named):
        return
    if low[at] in _RECEIVING and low[at + 1 : at + 2] == ["from"]:
        received(passage, at + 1)
        return
    if is_noun(passage, at, form) or is_deed(passage, at, before) or _is_participle(passage, at, form, before):
        return
    if form.tense == "base" and is_due(low[before.at + 1 : at], low[at], low[at + 1 : at + 2]):
        return
    if form.tense == "ing" and not before.passive and before.at == at - 1:
        if not _accompanied(passage, at, form):
            participle(passage, at, form)
    elif form.tense == "past" and (before.passive or (before.bare and _reduced(passage, at, form))) and not _heard(passage, at, before.at):
        agent(passage, at, before.at)
    else:
        found = subject(words, at, before.at)
        speaker = voice(words, found.phrase) if found is not None else None
        first = found.start + (low[found.start] in DETERMINERS or low[found.start] == "both") if found is not None else 0
        if found is not None and found.several and first < found.phrase.start:  # not "Ana Ruiz and her team"
            speaker = Voice("group", words.excerpt(first, found.phrase.end).replace(" ,", ","))
        if found is not None and found.placement == "joined" and passage.found.last is not None:
            speaker = passage.found.last
        if found is None or speaker is None or _released(passage, at, speaker) or (low[found.start] == "our" and speaker.kind == "group"):
            return
        if not before.bare or _agrees(passage, form, found):
            _place(passage, at, form, found, speaker)


def _is_participle(passage: Passage, at: int, form: verbs.Form, before: Verb) -> bool:
    """Whether the form at token ``at`` only tells more of a thing: ``The inquiry, [expected] to last a week, is``."""
    low = passage.low
    rumoured = before.bare and low[at] in _RUMOURED and low[at + 1 : at + 2] == ["to"]
    if rumoured and (low[at + 2 : at + 3] in (["be"], ["have"]) or passage.tokens[at - 1] == ","):
        return True
    if form.tense == "past" and low[at] == "reported" and before.bare and at and _is_told_of(passage, at):
        return True
    if low[at] in _AWAITING and low[at - 2 : at - 1] == ["to"] and classes(low[at - 1]) & INFINITIVE:
        return True  # "failed to hit projected 5 per cent growth"
    return form.tense == "past" and _set_down(passage, at, form) and "by" not in low[at : at + verbs.FAR]


def _is_told_of(passage: Passage, at: int) -> bool:
    """Whether things stand before the participle at token ``at`` and their own verb behind it: ``Cases [reported] in May rose``."""
    low = passage.low
    things = is_plural(low[at - 1]) and not speaks(low[at - 1]) and (at == 1 or passage.tokens[at - 1][0].islower())
    if not things or low[at + 1 : at + 2] in ([], ["by"]) or low[at + 1] not in PREPOSITIONS:
        return False
    behind = low[at + 2 : passage.first(ENDS, at + 1, passage.count)]
    return "that" not in behind and any(word in verbs.FINITES or classes(word) & PAST for word in behind)


def _set_down(passage: Passage, at: int, form: verbs.Form) -> bool:
    """Whether the form at token ``at`` is a participle: ``the loss, provisionally [put] at 40, ...``, whose figure nobody is named for."""
    low = passage.low
    if "figure" not in form.classes or low[at + 1 : at + 2] not in (["at"], ["as"]):
        return False
    if low[at - 1] not in AUXILIARIES and is_thing(passage.words, at - 1):
        return True  # "Thieves escaped with diamonds valued at 40"
    before = at - 1
    while before > 0 and low[before].endswith("ly"):
        before -= 1
    return before > 0 and passage.tokens[before] == "," and any(word[0].isdigit() for word in low[at + 2 : at + 6])


def _accompanied(passage: Passage, at: int, form: verbs.Form) -> bool:
    """``..., with officials warning that 60 more are missing``: what follows the participle."""
    words, low = passage.words, passage.low
    phrase = noun_phrase(words, at - 1, deep=False) if at > 1 and not form.classes.isdisjoint(("say", "that", "claim")) else None
    if phrase is None or not likely(words, phrase.end):
        return False
    start = opening(words, phrase.start)
    speaker = voice(words, phrase) if start > 0 and low[start - 1] == "with" else None
    if speaker is None or not (low[at + 1 : at + 2] == ["that"] or "say" in form.classes):
        return False
    passage.say(at + 1, passage.count, speaker)
    return True


def _heard(passage: Passage, at: int, before: int) -> bool:
    """Whether a court was told: ``The inquest was told that ...``, ``..., it was told``."""
    low = passage.low
    if low[at] != "told" or before < 0 or low[at + 1 : at + 2] == ["by"]:
        return False
    phrase = noun_phrase(passage.words, before)
    if phrase is not None and low[phrase.end] in _COURTS:
        return True
    return low[before] in _COURTS or (low[before] == "it" and before > 0 and passage.pauses(before - 1) and at + 2 >= passage.count)


def _place(passage: Passage, at: int, form: verbs.Form, found: Subject, speaker: Voice) -> None:
    """Decides between ``X said that ...``, ``..., X said``, ``"...", said X`` and what only looks like one of them."""
    low, head = passage.low, passage.low[found.phrase.end]
    if _puts_so(passage, at, found, speaker):
        return
    beside, inverted = _stands_beside(low, at, form, head), found.placement == "inverted"
    opener = at - 1 if inverted else found.start - 1
    quoted = opener >= 0 and found.placement != "relative" and (beside or "quote" in form.classes) and passage.quoted_before(opener)
    if opener >= 0 and low[opener] == "as" and not inverted:
        if opener == 0 and beside:
            foreword(passage, at, speaker)
        opener -= 1
    last = at + (low[at + 1 : at + 2] == ["on"] and verbs.keeps_on(low, at))
    behind = tail(passage, found.phrase.last if inverted else last, low[at] in _TELLING)
    if quoted:
        passage.quote(speaker, at)
    elif inverted:
        if beside and at > 0:
            passage.surround(speaker, opener, _goes_on(passage, opener, _past_relative(passage, behind)), at)
            passage.found.quoted = speaker
    elif beside and behind is not None and opener > 0 and passage.pauses(opener) and asides(passage, at, found):
        passage.reassign()
        passage.surround(speaker, opener, behind)
    elif low[at] in verbs.TRAILING and opener > 0 and at + 2 >= passage.count and _trails(passage, opener, found):
        passage.surround(speaker, opener + 1, passage.count)
    elif beside and opener > 0 and passage.pauses(opener) and passage.opens_quotation(at + 1) and _told_before(passage, at, opener, found):
        speaker = speaker.anywhere()  # "The minister should go, he said: ..."
        passage.say(passage.edge, opener, speaker)  # "Funding rose by 3 percent, X said, "a real rise of 1""
        complement(passage, at, form, found, speaker)
    elif (
        found.placement == "plain"
        and found.start > 0
        and _awaited(passage, at, form)
        and closes(passage.words, at + 1)
        and that(passage, at) is None
    ):
        expected(passage, found, speaker)
    elif form.classes & _CLAIMING and closes(passage.words, at + 1) and claimed(passage, found, speaker):
        return
    elif takes(passage, at, form, found, speaker):
        passage.part(found.start - (low[found.start - 1] in DETERMINERS if found.start else 0))
        complement(passage, at, form, found, speaker)
    elif found.start == 0 and speaker.text in _PAPERS and _STATING & form.classes and numbers(low[at + 1 : at + verbs.FAR]):
        complement(passage, at, form, found, Voice("work", speaker.text, speaker.at))  # "The report is out. It lists 40 farms."
    elif "name" in form.classes and likely(passage.words, found.phrase.end):
        passage.quote_behind(at, speaker)
    passage.found.survey |= head in _SURVEYS


def _stands_beside(low: list[str], at: int, form: verbs.Form, head: str) -> bool:
    """Whether the verb at token ``at``, with a subject of that ``head``, may stand beside what is said and not lead it."""
    if not form.classes.isdisjoint(("say", "that", "claim")) or (head in DOCUMENTS and "document" in form.classes):
        return True
    if (low[at] in verbs.RECKONING and head in verbs.NOMINATIVES) or ("court" in form.classes and head in _COURTS):
        return True
    return verbs.keeps_on(low, at)


def _puts_so(passage: Passage, at: int, found: Subject, speaker: Voice) -> bool:
    """``As X put it, ...``, ``There were 40 of them, or so X claims``, ``..., as one of them puts it``; whether it is one of these."""
    low, start = passage.low, found.start
    if low[0] == "as" and low[at + 1 : at + 3] == ["it", ","]:
        foreword(passage, at, speaker)
    elif start > 2 and low[start - 2 : start] == ["or", "so"] and closes(passage.words, at + 1):
        passage.say(passage.edge, start - 2, speaker)
    elif "as" in low[max(start - _ONE_OF, 1) : start] and low[at + 1 : at + 2] == ["it"] and closes(passage.words, at + 2):
        _put(passage, at, found, speaker)
    else:
        return False
    return True


def _put(passage: Passage, at: int, found: Subject, speaker: Voice) -> None:
    """``"...," as X puts it``, ``..., as X put it``: the quotation, else the sentence; ``because, as X put it, ...``: what follows."""
    opener = max(place for place in range(found.start) if passage.low[place] == "as") - 1
    if passage.quoted_before(opener):
        passage.quote(speaker, at)
    elif passage.pauses(opener) and at + 3 >= passage.count:
        passage.surround(speaker, opener, passage.count)
    else:
        passage.say(at + 2, passage.count, speaker)


def _goes_on(passage: Passage, opener: int, behind: int | None) -> int:
    """Where the sentence goes on behind ``said X``: at token ``behind`` or nowhere."""
    if behind is None:
        return passage.count
    mark = passage.tokens[behind : behind + 1]
    return behind if mark == [":"] or (mark == [","] and _resumes(passage, opener, behind + 1)) else passage.count


def _resumes(passage: Passage, opener: int, at: int) -> bool:
    """Whether the sentence goes on with token ``at``: behind what has no verb yet also with any verb: ``Sales, said Ana Ruiz, [fell]``."""
    if at >= passage.count:
        return False
    if passage.low[at] in _RESUMING:
        return True
    if opener <= passage.edge or any(verbal(passage, place) for place in range(passage.edge, opener)):
        return False
    fronted = passage.low[passage.edge] in PREPOSITIONS or passage.low[passage.edge] in TIMES
    behind = range(at + 1, passage.first(ENDS, at, passage.count))
    if fronted and any(verbal(passage, place) or classes(passage.low[place]) & (INFINITIVE | NOUN) == INFINITIVE for place in behind):
        return True  # "In Kiel, said Ana Ruiz, 40 houses had gone"
    return bool(classes(passage.tokens[at]) & (PAST | THIRD))


def _trails(passage: Passage, end: int, found: Subject) -> bool:
    """Whether a sentence up to token ``end`` is what a last "he said" without a comma before it says: ``Four had left he said.``"""
    low = passage.low[passage.edge : end + 1]
    person = bool(low) and low[-1].isalpha() and (passage.low[found.phrase.end] in ("he", "she") or passage.words.capital(found.phrase.end))
    if not person or passage.found.regions or found.placement != "plain" or not _OBJECTLESS.isdisjoint(low) or low[-1] in PREPOSITIONS:
        return False
    return sum(word in verbs.FINITES for word in low) == 1 and low[0] not in GRAMMAR["subordinator"]


def _past_relative(passage: Passage, comma: int | None) -> int | None:
    """Behind what is said of a speaker inside a sentence that goes on: ``Nobody, says Ana Ruiz, who runs it[, has slept]``."""
    if comma is None or passage.low[comma + 1 : comma + 2] not in _WHO:
        return comma
    close = passage.first(",", comma + 1, passage.count)
    resumes = close + 1 < passage.count and (passage.low[close + 1] in AUXILIARIES or passage.low[close + 1] in _TIMING)
    if passage.low[close + 1 : close + 2] in (["and"], ["but"]):  # "It is old, said Ana Ruiz, a builder, and 40 of them were lost"
        resumes = any(verbal(passage, place) for place in range(close + 2, passage.first(ENDS, close + 2, passage.count)))
    return close if resumes else comma


def _told_before(passage: Passage, at: int, opener: int, found: Subject) -> bool:
    """Whether a main clause stands before ``, X said, "...``: one with a verb, and no ``When he left``."""
    if passage.low[passage.edge] in GRAMMAR["subordinator"] or not asides(passage, at, found):
        return False
    return any(verbal(passage, place) for place in range(passage.edge, opener))


def _awaited(passage: Passage, at: int, form: verbs.Form) -> bool:
    """Whether the verb at token ``at`` may end ``the rise analysts [had] expected``."""
    before = at - 1 - (passage.low[at - 1] == "been")
    if form.tense == "ing" and "say" in form.classes:
        return passage.low[before] in verbs.FINITES and not counts(passage.low, at)  # "the rise analysts were expecting"
    if passage.low[at + 1 : at + 2] == ["in"] and "in" in form.links:
        return not counts(passage.low, at + 1)  # "the rise analysts had pencilled in"
    return "say" in form.classes and (passage.low[before] in verbs.PERFECT or passage.low[at] in _AWAITING) and not counts(passage.low, at)


def _agrees(passage: Passage, form: verbs.Form, found: Subject) -> bool:
    """Whether the verb's form goes with its subject: a noun such as ``report`` or ``claims`` seldom has one that does."""
    if found.placement in ("relative", "joined"):
        return True
    head = passage.low[found.phrase.end]
    one = passage.low[found.start : found.start + 2] == ["one", "of"]  # "one of the doctors expects"
    plural = (is_plural(head) and not one) or head in _COLLECTIVES or found.several
    if form.tense == "base":
        return plural or (head in ORGANISATIONS and form is verbs.SPEECH["say"])  # "the council say"
    return form.tense != "third" or not plural or passage.words.capital(found.phrase.end)


def _reduced(passage: Passage, at: int, form: verbs.Form) -> bool:
    """``..., put at 40 by X``, ``deaths reported by X``."""
    near = passage.low[at + 1 : at + 6]
    if near[1:2] and near[1] in _CHANNELS:
        return False
    return near[:1] == ["by"] or (at > 0 and passage.tokens[at - 1] == "," and "by" in near and near[0] in form.links)


def _released(passage: Passage, at: int, speaker: Voice) -> bool:
    """Whether this is a press release speaking of its own author: ``Acme today announced``."""
    if passage.low[at] not in ("announced", "reported") or speaker.kind not in ("body", "name"):
        return False
    return "today" in passage.low[max(at - 1, 0) : at + 2]
